"""The graph in RDF 1.2: the direct edges, and on each of them the statement and the claims that it rests on.

A statement and its claims reify the edge (`rdf:reifies`), so that a query reads `?who aig:movedTo ?where ~ ?claim`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from aigraph.graph.rdf import RESOLVED
from aigraph.graph.terms import term
from aigraph.store.ordered import nodes_with, single_of
from aigraph.vocabulary import vocabulary

_REIFIES = term("rdf:reifies")
_ENDS = ("subject", "relation", "object")


def annotated(database: ox.Store) -> Iterator[ox.Triple]:
    """Yield what the resolved graph says of things, then of each direct edge who says it, then the articles.

    Only statements that stand have a direct edge, and only the claims that they rest on are here.
    """
    for entity in nodes_with(database, term("rdfs:label")):
        yield from single_of(database, entity)
    left_out = _said_by_the_edge()
    told: set[ox.NamedNode] = set()
    articles: set[ox.NamedNode] = set()
    for statement in nodes_with(database, term("aig:standing"), ox.Literal("accepted")):
        said = single_of(database, statement)
        edge = _edge(said)
        if _is_denied(said) or ox.Quad(edge.subject, edge.predicate, edge.object, RESOLVED) not in database:
            continue
        reifiers = {statement: said}
        reifiers |= {claim: single_of(database, claim) for claim in _values(said, "aig:claim")}
        for node, words in reifiers.items():
            yield ox.Triple(node, _REIFIES, edge)
            yield from (triple for triple in words if triple.predicate not in left_out)
            for quote in _values(words, "aig:evidence"):
                if quote not in told:
                    told.add(quote)
                    yield from single_of(database, quote)
            articles.update(_values(words, "prov:wasDerivedFrom"))
    for article in sorted(articles, key=str):
        yield from single_of(database, article)


def _said_by_the_edge() -> frozenset[ox.NamedNode]:
    """Return the properties that say again what the edge, or a plain property, says."""
    relations = vocabulary().relations.values()
    ends = {
        ox.NamedNode(end) for relation in relations for end in (relation.subject_property, relation.object_property)
    }
    return frozenset({*(term(f"aig:{name}") for name in _ENDS), *ends, term("aig:detail"), term("aig:position")})


def _edge(said: Sequence[ox.Triple]) -> ox.Triple:
    (subject,), (relation,), (object_,) = (_values(said, f"aig:{name}") for name in _ENDS)
    return ox.Triple(subject, relation, object_)


def _is_denied(said: Iterable[ox.Triple]) -> bool:
    return any(t.predicate == term("aig:modality") and t.object == ox.Literal("denied") for t in said)


def _values(said: Iterable[ox.Triple], name: str) -> list[ox.NamedNode]:
    found = (triple.object for triple in said if triple.predicate == term(name))
    return [node for node in found if isinstance(node, ox.NamedNode)]
