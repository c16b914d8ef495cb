"""A network with a place for every node: what every network file is written from."""

from __future__ import annotations

import datetime
import math
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aigraph.export.networks.link import Link
from aigraph.export.spells import OPEN, Spell
from aigraph.graph.layout import Point
from aigraph.graph.network import places
from aigraph.graph.seeds import spread
from aigraph.model import Document, Entity, Node

_CAREFUL = 1500
"""Up to so many edges, nothing overlaps; it takes ever longer beyond, and nobody sees it."""

_HUBS = 100
"""Up to so many organisations, forces find a careful drawing's shape in the time that they have."""


@dataclass(frozen=True, slots=True)
class Spot(Node):
    """A node with what its edges add up to; `size` is their weight, `radius` how large it is drawn.

    `spell` lasts from the first of them to the last, and is open where one of them has no date. `first_year` is that
    of the earliest known start, `last_year` of the latest known start or end.
    """

    edges_in: int = 0
    edges_out: int = 0
    weight_in: float = 0.0
    weight_out: float = 0.0
    spell: Spell = OPEN
    first_year: int | None = None
    last_year: int | None = None
    radius: float = 1.0


@dataclass(frozen=True)
class Drawing:
    """Nodes, sorted by id; the edges, as often as asked for, each time in the same order.

    `documents` holds the article of every claim, and others.
    """

    nodes: Sequence[Spot]
    links: Callable[[], Iterator[Link]]
    documents: Mapping[str, Document]


def drawing(
    links: Callable[[], Iterator[Link]],
    documents: Mapping[str, Document],
    known: Callable[[str], Entity | None] = lambda _: None,
) -> Drawing:
    """Return the drawing of edges that can be asked for more than once; of each only numbers stay in memory.

    `known` returns all that is known of an entity.
    """
    census = Census()
    for link in links():
        census.count(link)
    return Drawing(tuple(census.spots(known)), links, documents)


class Census:
    """The ends of all edges, by number, and what they add up to."""

    def __init__(self) -> None:
        self.number: dict[str, int] = {}
        self.entities: list[Entity] = []
        self.ends: tuple[array[int], array[int]] = array("L"), array("L")
        self.kinds, self.kind_of = dict[str, int](), array("L")
        self.weights = array("d")
        self.edges: tuple[array[int], array[int]] = array("L"), array("L")
        self.weight: tuple[array[float], array[float]] = array("d"), array("d")
        # Days as numbers: the first and the last of all edges, the earliest known start, the latest known day.
        self.first, self.last, self.start, self.seen = array("l"), array("l"), array("l"), array("l")

    def count(self, link: Link) -> None:
        """Add an edge."""
        self.weights.append(link.weight)
        self.kind_of.append(self.kinds.setdefault(link.kind, len(self.kinds)))
        spells = link.spells or (OPEN,)
        first, last = spells[0][0].toordinal(), spells[-1][1].toordinal()
        for out, entity in enumerate((link.target, link.source)):
            end = self._number(entity)
            self.ends[out].append(end)
            self.edges[out][end] += 1
            self.weight[out][end] += link.weight
            self.first[end] = min(self.first[end], first)
            self.last[end] = max(self.last[end], last)
            if first > _BEGINNING:
                self.start[end] = min(self.start[end], first)
                self.seen[end] = max(self.seen[end], first)
            if last < _END:
                self.seen[end] = max(self.seen[end], last)

    def _number(self, entity: Entity) -> int:
        number = self.number.setdefault(entity.id, len(self.entities))
        if number == len(self.entities):
            self.entities.append(entity)
            for counts in (*self.edges, *self.weight):
                counts.append(0)
            for days, start in (
                (self.first, _END),
                (self.last, _BEGINNING),
                (self.start, _END),
                (self.seen, _BEGINNING),
            ):
                days.append(start)
        else:
            self.entities[number] = fuller(self.entities[number], entity)
        return number

    def spots(self, known: Callable[[str], Entity | None]) -> Iterator[Spot]:
        """Yield the nodes with their places, sorted by id."""
        for number, entity in enumerate(self.entities):
            if entity.type == "Organization":
                self.entities[number] = fuller(entity, known(entity.id) or entity)
        place = self._places()
        room = _room(place.values())
        return (self._spot(self.number[key], place[key], room) for key in sorted(self.number))

    def _places(self) -> dict[str, Point]:
        ids = list(self.number)
        sources, targets = ((ids[end] for end in ends) for ends in reversed(self.ends))
        organizations = [entity.id for entity in self.entities if entity.type == "Organization"]
        if len(self.weights) <= _CAREFUL and len(organizations) <= _HUBS:
            kinds = list(self.kinds)
            entities = dict(zip(ids, self.entities, strict=True))
            return places(entities, zip(sources, targets, (kinds[k] for k in self.kind_of), self.weights, strict=True))
        return spread(zip(sources, targets, strict=True), organizations)

    def _spot(self, number: int, place: Point, room: float) -> Spot:
        weight = self.weight[0][number] + self.weight[1][number]
        return Spot(
            self.entities[number],
            *place,
            size=weight,
            edges_in=self.edges[0][number],
            edges_out=self.edges[1][number],
            weight_in=self.weight[0][number],
            weight_out=self.weight[1][number],
            spell=(datetime.date.fromordinal(self.first[number]), datetime.date.fromordinal(self.last[number])),
            first_year=_year(self.start[number], unless=_END),
            last_year=_year(self.seen[number], unless=_BEGINNING),
            # It grows with its edges, can always be seen, and stays within the room that there is.
            radius=room * (0.05 + 0.04 * math.sqrt(weight)),
        )


def _room(places: Collection[Point]) -> float:
    """Return how far apart the places would be if they were evenly spread; 1 for less than two."""
    if len(places) < 2:
        return 1.0
    (left, right), (bottom, top) = ((min(axis), max(axis)) for axis in zip(*places, strict=True))
    return math.sqrt(max(right - left, 1.0) * max(top - bottom, 1.0) / len(places))


_BEGINNING, _END = (day.toordinal() for day in OPEN)


def _year(day: int, *, unless: int) -> int | None:
    return None if day == unless else datetime.date.fromordinal(day).year


def fuller(one: Entity, other: Entity) -> Entity:
    """Return the one of two tellings of an entity that tells more: of the origin of a move, only the name is told."""
    return max(one, other, key=lambda e: len(e.aliases) + len(e.same_as) + (e.parent is not None))
