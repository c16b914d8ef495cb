"""Names and decisions, to quads and back: which entity a name stands for, why, and what people have judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from aigraph.graph.rdf.graphs import DECISIONS, NAMES, article_iri, entity_iri, name_iri
from aigraph.graph.terms import Node, Triple, decimal, in_graph, nodes, term
from aigraph.model import Decision, Doubt, Judgement, content_id
from aigraph.vocabulary import AIG, ID

_TYPE = term("rdf:type")


def name_quads(type: str, name: str, entity_id: str, reasons: Sequence[str]) -> Iterator[ox.Quad]:
    """Say which entity a name stands for, and why, a reason a line."""
    node = name_iri(type, name)
    triples: list[Triple] = [
        (node, _TYPE, term("aig:Name")),
        (node, term("aig:type"), ox.NamedNode(AIG + type)),
        (node, term("schema:name"), ox.Literal(name)),
        (node, term("aig:denotes"), entity_iri(entity_id)),
    ]
    if reasons:
        triples.append((node, term("aig:reason"), ox.Literal(_lines(reasons))))
    return in_graph(triples, NAMES)


def use_iri(type: str, name: str, document: str) -> ox.NamedNode:
    """Return the IRI of the use of a name in one article."""
    return ox.NamedNode(f"{name_iri(type, name).value}/in/{document}")


def use_quads(type: str, name: str, document: str, entity_id: str) -> Iterator[ox.Quad]:
    """Say which of its bearers a name stands for in one article."""
    node = use_iri(type, name, document)
    return in_graph(
        (
            (node, _TYPE, term("aig:NameUse")),
            (node, term("aig:name"), name_iri(type, name)),
            (node, term("prov:wasDerivedFrom"), article_iri(document)),
            (node, term("aig:denotes"), entity_iri(entity_id)),
        ),
        NAMES,
    )


def doubt_iri(doubt: Doubt) -> ox.NamedNode:
    """Return the IRI of a doubt."""
    return ox.NamedNode(ID + "doubt/" + content_id(doubt.type, doubt.one, doubt.other))


def doubt_quads(doubt: Doubt) -> Iterator[ox.Quad]:
    """Say that two names may stand for one entity, and what speaks for it and against."""
    node = doubt_iri(doubt)
    return in_graph(
        (
            (node, _TYPE, term("aig:Doubt")),
            (node, term("aig:type"), ox.NamedNode(AIG + doubt.type)),
            (node, term("aig:between"), name_iri(doubt.type, doubt.one)),
            (node, term("aig:between"), name_iri(doubt.type, doubt.other)),
            (node, term("aig:one"), ox.Literal(doubt.one)),
            (node, term("aig:other"), ox.Literal(doubt.other)),
            (node, term("aig:confidence"), decimal(doubt.confidence)),
            (node, term("aig:reason"), ox.Literal(_lines(doubt.reasons))),
        ),
        NAMES,
    )


def read_doubt(node: Node) -> Doubt:
    """Read a doubt back from its node."""
    return Doubt(
        type=node.local("aig:type", AIG),
        one=node.one("aig:one"),
        other=node.one("aig:other"),
        confidence=float(node.one("aig:confidence")),
        reasons=tuple(node.one("aig:reason").split("\n")),
    )


def decision_quads(decision: Decision) -> Iterator[ox.Quad]:
    """Put a decision into the graph of decisions."""
    fields = (decision.judgement, decision.kind, decision.one, decision.other)
    node = ox.NamedNode(ID + "decision/" + content_id(*fields, decision.who, decision.when, decision.why))
    said = {"judgement": fields[0], "kind": fields[1], "one": fields[2], "other": fields[3]}
    said |= {"who": decision.who, "when": decision.when, "why": decision.why}
    triples: list[Triple] = [(node, _TYPE, term("aig:Decision"))]
    triples += [(node, term(f"aig:{name}"), ox.Literal(str(value))) for name, value in said.items()]
    return in_graph(triples, DECISIONS)


def read_decisions(quads: Iterable[ox.Quad]) -> tuple[Decision, ...]:
    """Read the decisions back from their graph, sorted."""
    return tuple(
        sorted(
            Decision(
                Judgement(node.one("aig:judgement")),
                *(node.one(f"aig:{name}") for name in ("kind", "one", "other", "who", "when", "why")),
            )
            for node in nodes(quads).values()
        )
    )


def _lines(reasons: Iterable[str]) -> str:
    # A line a reason: what a reason quotes can have several.
    return "\n".join(reason.replace("\n", " ") for reason in reasons)
