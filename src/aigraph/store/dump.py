"""The graph as RDF files, in a fixed order, one node after the other: the same graph gives the same bytes.

Of a graph no more is in memory than the names of its nodes, whatever the size of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import BinaryIO

import pyoxigraph as ox

from aigraph.graph.rdf import About, Counts, dataset_quads
from aigraph.graph.terms import term
from aigraph.store.annotated import annotated
from aigraph.store.jsonld import write_jsonld
from aigraph.store.ordered import articles, single, sizes, whole
from aigraph.vocabulary import PREFIXES

FORMATS: Mapping[str, ox.RdfFormat] = {
    "jsonld": ox.RdfFormat.JSON_LD,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "turtle12": ox.RdfFormat.TURTLE,
}
"""The formats of `dump`, by name."""

WHOLE = frozenset({"nquads", "trig"})
"""The formats that hold every graph, with the texts of the articles; the others hold the single graph of `ordered`."""

_COUNTED = ("aig:Conflict", "aig:FactTable", "aig:Statement", "aig:Tenure", "schema:NewsArticle")


def dump(database: ox.Store, format: str, stream: BinaryIO, about: About | None = None) -> None:
    """Write a graph to a stream in one of `FORMATS`, after what is to be said of it, if anything is.

    The fingerprints and the index stay behind.
    """
    said = list(_description(database, format, about)) if about else []
    if format == "jsonld":
        write_jsonld(database, said, stream)
    elif format in WHOLE:
        _serialize(chain(said, whole(database)), format, stream)
    else:
        rows = annotated(database) if format == "turtle12" else single(database)
        _serialize(chain((quad.triple for quad in said), rows), format, stream)


def _serialize(rows: Iterable[ox.Quad] | Iterable[ox.Triple], format: str, stream: BinaryIO) -> None:
    ox.serialize(rows, stream, format=FORMATS[format], prefixes=dict(PREFIXES))


def _description(database: ox.Store, format: str, about: About) -> Iterator[ox.Quad]:
    if format == "turtle12":
        counts = Counts(sum(1 for _ in annotated(database)))
    else:
        in_whole, in_single = sizes(database)
        triples = in_whole if format in WHOLE else in_single
        found = {name: _instances(database, name) for name in _COUNTED}
        counts = Counts(triples, {name: count for name, count in found.items() if count})
    return dataset_quads(about, articles(database), counts)


def _instances(database: ox.Store, name: str) -> int:
    return sum(1 for _ in database.quads_for_pattern(None, term("rdf:type"), term(name), None))
