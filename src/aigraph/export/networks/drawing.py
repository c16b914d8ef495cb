"""A network with a place for every node: what every network file is written from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from aigraph.export.networks.link import Link
from aigraph.graph.network import places
from aigraph.model import Document, Entity, Node


@dataclass(frozen=True)
class Drawing:
    """Nodes, sorted by id, with their places and the number of their edges as size; the edges, as often as asked for.

    `documents` holds the article of every claim, and others.
    """

    nodes: tuple[Node, ...]
    links: Callable[[], Iterator[Link]]
    documents: Mapping[str, Document]


def drawing(links: Callable[[], Iterator[Link]], documents: Mapping[str, Document]) -> Drawing:
    """Return the drawing of edges that can be asked for more than once."""
    entities: dict[str, Entity] = {}
    ends = []
    for link in links():
        for end in (link.source, link.target):
            entities[end.id] = max(end, entities.get(end.id, end), key=_facts)
        ends.append((link.source.id, link.target.id, link.kind, link.weight))
    degrees = Counter(end for source, target, _, _ in ends for end in (source, target))
    place = places(entities, ends)
    nodes = tuple(Node(entities[key], *place[key], size=float(degrees[key])) for key in sorted(entities))
    return Drawing(nodes, links, documents)


def _facts(entity: Entity) -> int:
    # Where an organisation is only the origin of a move, no more than its name is told.
    return len(entity.aliases) + len(entity.same_as) + (entity.parent is not None)
