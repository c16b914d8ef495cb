"""Statements -> the network that eyes see: who moved where from where, with places that never change by chance."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from aigraph.graph.layout import Box, Point, place
from aigraph.model import Document, Edge, Entity, Modality, Network, Node, Statement, Status
from aigraph.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx

FROM = "from"
"""The relation of the edge that leads from a move's origin to the person who moved."""

MOVES = frozenset({"approached", "declined", "founded", FROM, "left", "movedTo"})
"""What the picture of who moved where is made of; the places of the nodes obey these edges first."""


def network(statements: Iterable[Statement], documents: Mapping[str, Document]) -> Network:
    """Return the nodes and edges of the statements that can be drawn; the rest keep their place in the store.

    A move is drawn as one line through the person: origin -> person (one edge of the relation `from` for each origin)
    and person -> destination. What is denied or refuted is not drawn, nor is a relation of weight 0. The documents
    are those that the drawn statements quote.
    """
    drawn = sorted((s for s in statements if is_drawn(s)), key=lambda statement: statement.id)
    entities = {end.id: end for statement in drawn for end in (statement.subject, statement.object)}
    for statement in drawn:
        for origin in origins(statement):
            entities.setdefault(origin.id, origin)
    edges = tuple(sorted((edge for s in drawn for edge in _edges(s)), key=lambda edge: edge.id))
    degrees = Counter(end for edge in edges for end in (edge.source, edge.target))
    ends_of = [(edge.source, edge.target, edge.relation, _pull(edge)) for edge in edges]
    place_of = places(entities, ends_of)
    nodes = tuple(Node(entities[key], *place_of[key], size=float(degrees[key])) for key in sorted(entities))
    quoted = sorted({evidence.document for statement in drawn for evidence in statement.evidence})
    return Network(nodes, edges, {key: documents[key] for key in quoted if key in documents})


def lines(statement: Statement) -> int:
    """Return how many edges `network` draws of a statement."""
    return sum(1 for _ in _edges(statement)) if is_drawn(statement) else 0


def to_networkx(network: Network) -> nx.MultiDiGraph[str]:
    """Return the network as networkx has it: edge keys are edge ids; attributes are plain strings and numbers.

    A node has label, type, x, y, size; an edge has relation, modality, status, confidence, from, role, date, sentence,
    article, sources: "" where the statement does not say.
    """
    import networkx as nx  # slow to load, and only this view of the network needs it

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in network.nodes:
        graph.add_node(
            node.entity.id, label=node.entity.label, type=node.entity.type, x=node.x, y=node.y, size=node.size
        )
    for edge in network.edges:
        statement = edge.statement
        strongest = min(statement.claims, key=lambda claim: claim.modality.rank).evidence
        document = network.documents.get(strongest.document)
        details = {name: "; ".join(_words(statement, name)) for name in (FROM, "role", "date")}
        graph.add_edge(
            edge.source,
            edge.target,
            key=edge.id,
            relation=edge.relation,
            modality=statement.modality.value,
            status=statement.status.value,
            confidence=statement.confidence,
            sentence=strongest.quote,
            article=document.name if document else "",
            sources=statement.sources,
            **details,
        )
    return graph


def is_drawn(statement: Statement) -> bool:
    """Tell whether a statement is drawn as an edge: neither denied nor refuted, of a relation with a weight."""
    if statement.modality is Modality.DENIED or statement.status is Status.REFUTED:
        return False
    return vocabulary().relations[statement.relation].weight > 0


def origins(statement: Statement) -> Iterator[Entity]:
    """Yield the organisations that a move leads away from, as the statement's qualifiers name them."""
    if statement.relation == "movedTo":
        for qualifier in statement.qualifiers:
            if qualifier.name == FROM and qualifier.value != statement.object.id:
                yield Entity(qualifier.value, qualifier.type or "Organization", qualifier.text)


def _edges(statement: Statement) -> Iterator[Edge]:
    words = vocabulary()
    source, target = statement.subject.id, statement.object.id
    label = words.relations[statement.relation].labels["en"]
    yield Edge(statement.id, source, target, statement.relation, label, statement)
    label = words.qualifiers[FROM].labels["en"]
    for origin in sorted({origin.id for origin in origins(statement)}):
        yield Edge(f"{statement.id}-from-{origin}", origin, source, FROM, label, statement)


def _words(statement: Statement, name: str) -> list[str]:
    """Return what a reader sees of a qualifier: the label of an entity, the normal form of a date, else the words."""
    return [q.value if name == "date" else q.text for q in statement.qualifiers if q.name == name]


def places(entities: Mapping[str, Entity], ends: Iterable[tuple[str, str, str, float]]) -> dict[str, Point]:
    """Return a place for each entity: what moves join as the picture, and what only other relations join around it.

    `ends` are the source, the target, the relation and the weight of each edge.
    """
    ends = list(ends)
    degrees = Counter(end for source, target, _, _ in ends for end in (source, target))
    core = [(source, target, weight) for source, target, relation, weight in ends if relation in MOVES]
    found: dict[str, Point] = {}
    if core:
        joined = {end for source, target, _ in core for end in (source, target)}
        found = place([_box(entities[key], degrees[key]) for key in sorted(joined)], core)
    if len(found) < len(entities):
        boxes = [_box(entities[key], degrees[key]) for key in sorted(entities)]
        found = place(boxes, [(source, target, weight) for source, target, _, weight in ends], fixed=found)
    return found


def _pull(edge: Edge) -> float:
    return float(vocabulary().relations[edge.statement.relation].weight)


def _box(entity: Entity, degree: int) -> Box:
    """Guess the room that a node and the label under it take: labels wrap at some 20 characters."""
    is_person = entity.type == "Person"
    size = 2 * math.sqrt(degree) + (16 if is_person else 24)
    width = (9.0 if is_person else 11.0) * min(len(entity.label), 22)
    lines = 1 + len(entity.label) // 22
    return Box(entity.id, max(width, size), size + 24.0 * lines, hub=not is_person)
