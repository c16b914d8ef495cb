"""The graph as RDF files: the same graph gives the same bytes, in whatever order it was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from aigraph.graph.rdf import INDEX
from aigraph.vocabulary import AIG, PREFIXES

# The store's own note of what an article was read with. It changes with every version of the program, and says nothing
# of the article: a file that people compare and keep must not change with it.
_FINGERPRINT = ox.NamedNode(AIG + "fingerprint")

FORMATS: Mapping[str, ox.RdfFormat] = {
    "jsonld": ox.RdfFormat.JSON_LD,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
}
"""The formats of `Store.dump`, by name."""

WHOLE = frozenset({"nquads", "trig"})
"""The formats that hold every graph. The others hold the resolved graph alone, and never mix what articles say."""


def dump(quads: Iterable[ox.Quad], format: str) -> bytes:
    """Return quads in one of `FORMATS`, sorted; a format without named graphs takes them for one graph.

    The fingerprints and the index stay behind.
    """
    ours = (quad for quad in quads if quad.predicate != _FINGERPRINT and quad.graph_name != INDEX)
    rows = sorted(ours, key=_order)
    if format in WHOLE:
        return _bytes(ox.serialize(rows, format=FORMATS[format], prefixes=dict(PREFIXES)))
    triples = [quad.triple for quad in rows]
    return _bytes(ox.serialize(triples, format=FORMATS[format], prefixes=dict(PREFIXES)))


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _bytes(data: bytes | None) -> bytes:
    return data or b""
