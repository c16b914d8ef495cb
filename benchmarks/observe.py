"""What a store holds at a moment, for comparison: each article by itself, and what follows from all of them."""

from __future__ import annotations

import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

import aigraph
from aigraph.vocabulary import ID

_ARTICLE = f"<{ID}article/".encode()


@dataclass(frozen=True)
class State:
    """The digests of the article graphs by their IRIs, and the digest of all other graphs together."""

    articles: Mapping[bytes, str]
    derived: str

    @property
    def key(self) -> str:
        """Which articles there are, and what they say."""
        return _digest(iri + digest.encode() for iri, digest in sorted(self.articles.items()))


def state(store: Path) -> State:
    """Open a store as a reader does, and look at all of it; raises InputError when it does not open."""
    with aigraph.open(store) as graph:
        return state_of(graph.store._opened())


def state_of(database: ox.Store) -> State:
    """Look at all of a database at once."""
    stream = io.BytesIO()
    database.dump(stream, format=ox.RdfFormat.N_QUADS)
    graphs: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for line in stream.getvalue().splitlines():
        graph = line.rsplit(b" ", 2)[1]
        graphs[graph if graph.startswith(_ARTICLE) else b""].append(line)
    derived = graphs.pop(b"", [])
    return State({graph: _digest(sorted(lines)) for graph, lines in graphs.items()}, _digest(sorted(derived)))


def exported(store: Path) -> bytes:
    """Return the graph as its users export it, in N-Quads."""
    stream = io.BytesIO()
    with aigraph.open(store) as graph:
        graph.export(stream, "nquads")
    return stream.getvalue()


def _digest(lines: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line)
        digest.update(b"\n")
    return digest.hexdigest()[:16]
