"""What follows from statements, to quads and back: conflicts, and who was where from when to when."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox

from aigraph.graph.rdf.graphs import RESOLVED, entity_iri, iri, statement_iri
from aigraph.graph.terms import Node, Triple, day, in_graph, nodes, term
from aigraph.model import Bound, Conflict, Entity, Tenure
from aigraph.vocabulary import ID

_BOUNDS = ("startEarliest", "startLatest", "endEarliest", "endLatest")


def conflict_quads(conflict: Conflict) -> Iterator[ox.Quad]:
    """Return what the resolved graph holds of one conflict."""
    return in_graph(_conflict(conflict), RESOLVED)


def _conflict(conflict: Conflict) -> Iterator[Triple]:
    node = ox.NamedNode(ID + "conflict/" + conflict.id)
    yield node, term("rdf:type"), term("aig:Conflict")
    yield node, term("aig:kind"), ox.Literal(conflict.kind)
    yield node, term("aig:key"), ox.Literal(conflict.key)
    yield node, term("aig:what"), ox.Literal(conflict.what)
    yield node, term("aig:settledBy"), ox.Literal(conflict.settle)
    # The order of the claims is that in which they are read side by side, and part of the conflict's id.
    yield node, term("aig:order"), ox.Literal(" ".join(conflict.claims))
    for claim in conflict.claims:
        yield node, term("aig:contradicts"), ox.NamedNode(ID + "claim/" + claim)
    for statement in conflict.statements:
        yield node, term("aig:between"), statement_iri(statement)
    for statement in conflict.disputed:
        yield node, term("aig:disputes"), statement_iri(statement)


def read_conflict(node: Node) -> Conflict:
    """Read a conflict back from its node."""
    return Conflict(
        kind=node.one("aig:kind"),
        key=node.one("aig:key"),
        what=node.one("aig:what"),
        settle=node.one("aig:settledBy"),
        claims=tuple(node.one("aig:order").split()),
        statements=node.locals("aig:between", ID + "statement/"),
        disputed=node.locals("aig:disputes", ID + "statement/"),
    )


def tenure_quads(tenure: Tenure) -> Iterator[ox.Quad]:
    """Return what the resolved graph holds of one tenure."""
    return in_graph(_tenure(tenure), RESOLVED)


def _tenure(tenure: Tenure) -> Iterator[Triple]:
    node = ox.NamedNode(ID + "tenure/" + tenure.id)
    yield node, term("rdf:type"), term("aig:Tenure")
    yield node, term("org:member"), iri(tenure.person)
    yield node, term("org:organization"), iri(tenure.organization)
    yield node, term("aig:rank"), ox.Literal(tenure.rank)
    yield node, term("aig:isCurrent"), ox.Literal(tenure.current)
    for role in tenure.roles:
        yield node, term("aig:role"), ox.Literal(role)
    for statement in tenure.statements:
        yield node, term("aig:restsOn"), statement_iri(statement)
    bounds = (tenure.start_earliest, tenure.start_latest, tenure.end_earliest, tenure.end_latest)
    for name, bound in zip(_BOUNDS, bounds, strict=True):
        if bound.day is not None:
            yield node, term(f"aig:{name}"), day(bound.day)
        if bound.reason:
            yield node, term(f"aig:{name}Because"), ox.Literal(bound.reason)


def read_tenure(node: Node, entity: Callable[[str], Entity]) -> Tenure:
    """Read a tenure back from its node, given what finds an entity by its id."""
    start_earliest, start_latest, end_earliest, end_latest = (_bound(node, name) for name in _BOUNDS)
    return Tenure(
        entity(node.local("org:member", ID)),
        entity(node.local("org:organization", ID)),
        node.integer("aig:rank"),
        start_earliest,
        start_latest,
        end_earliest,
        end_latest,
        roles=node.all("aig:role"),
        statements=node.locals("aig:restsOn", ID + "statement/"),
        current=node.one("aig:isCurrent") == "true",
    )


def _bound(node: Node, name: str) -> Bound:
    said = node.optional(f"aig:{name}")
    reason = node.optional(f"aig:{name}Because") or ""
    return Bound(datetime.date.fromisoformat(said) if said else None, reason)


def tenures_of(quads: Iterable[ox.Quad], entity: Callable[[str], Entity]) -> tuple[Tenure, ...]:
    """Read all tenures among quads back, sorted by person and place in the career."""
    found = (n for n in nodes(quads).values() if term("aig:Tenure").value in n.all("rdf:type"))
    return tuple(sorted((read_tenure(n, entity) for n in found), key=lambda t: (t.person.id, t.rank, t.id)))


def copy_quads(document: str, source: str) -> Iterator[ox.Quad]:
    """Say that an article repeats the text of another."""
    yield ox.Quad(entity_iri("article/" + document), term("aig:copyOf"), entity_iri("article/" + source), RESOLVED)
