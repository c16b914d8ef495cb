"""What follows from the ontology: the classes above a class, the properties above a property."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pyoxigraph as ox

from aigraph.graph.rdf.graphs import INFERRED, ontology_quads
from aigraph.graph.terms import term


def inferred_quads(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield what follows from quads of the resolved graph and is not among them, each once.

    What is inferred of a node depends on the quads that have it as their subject, and on nothing else.
    """
    given = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    above = _above()
    seen = set()
    for subject, predicate, object_ in given:
        found = [(subject, higher, object_) for higher in above.get(predicate, ())]
        if predicate == term("rdf:type") and isinstance(object_, ox.NamedNode):
            found += [(subject, predicate, higher) for higher in above.get(object_, ())]
        for triple in found:
            if triple not in given and triple not in seen:
                seen.add(triple)
                yield ox.Quad(*triple, INFERRED)


@cache
def _above() -> Mapping[ox.NamedNode, frozenset[ox.NamedNode]]:
    """Return all classes above each class, and all properties above each property."""
    direct: dict[ox.NamedNode, set[ox.NamedNode]] = {}
    hierarchy = {term("rdfs:subClassOf"), term("rdfs:subPropertyOf")}
    for quad in ontology_quads():
        if quad.predicate in hierarchy and isinstance(quad.subject, ox.NamedNode):
            direct.setdefault(quad.subject, set()).add(_named(quad.object))
    return {low: frozenset(_climb(low, direct)) for low in direct}


def _climb(low: ox.NamedNode, direct: Mapping[ox.NamedNode, set[ox.NamedNode]]) -> set[ox.NamedNode]:
    found: set[ox.NamedNode] = set()
    frontier = [low]
    while frontier:
        for higher in direct.get(frontier.pop(), set()) - found:
            found.add(higher)
            frontier.append(higher)
    return found


def _named(node: object) -> ox.NamedNode:
    if not isinstance(node, ox.NamedNode):
        raise TypeError(f"{node} is no class or property")
    return node
