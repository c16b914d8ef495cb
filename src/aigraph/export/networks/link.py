"""The edge of a network file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aigraph.export.details import modality
from aigraph.export.spells import UNKNOWN, Bounds, Spell, around, together
from aigraph.model import Entity, Modality, Statement


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of a network file: one statement, or several that lead the same way.

    `kind` is a relation of the ontology, or a kind that its network explains; `weight`, above 0, is how much the edge
    pulls its ends together; `spells` are the times at which it may hold, sorted and apart, none when nothing is known,
    and `bounds` the days on which it can have started and ended. `people` are those whom an edge between two others
    is about, sorted by id, `roles` what someone was there. `place` counts the edges that lead the same way, from 1.
    """

    id: str
    source: Entity
    target: Entity
    kind: str
    label: str
    weight: float
    statements: tuple[Statement, ...]
    spells: tuple[Spell, ...] = ()
    bounds: Bounds = UNKNOWN
    people: tuple[Entity, ...] = ()
    roles: tuple[str, ...] = ()
    place: int = 1

    @property
    def way(self) -> tuple[str, str, str]:
        """What edges that lead the same way share."""
        return self.source.id, self.target.id, self.kind

    @property
    def kind_apart(self) -> str:
        """The kind, with a number from the second edge on that leads the same way: Gephi would make one of them."""
        return self.kind if self.place == 1 else f"{self.kind} {self.place}"

    @property
    def modality(self) -> Modality:
        """How the articles commit themselves to the edge."""
        return modality(self.statements)


def merged(links: Sequence[Link]) -> Link:
    """Return the one edge of all that lead the same way; it weighs as much as the number of people, or else as one."""
    if len(links) == 1:
        return links[0]
    people = {person.id: person for link in links for person in link.people}
    return replace(
        links[0],
        label=f"{len(people)} people" if len(people) > 1 else links[0].label,
        weight=float(len(people)) or links[0].weight,
        statements=tuple({statement.id: statement for link in links for statement in link.statements}.values()),
        spells=together(link.spells for link in links),
        bounds=around(link.bounds for link in links),
        people=tuple(people[key] for key in sorted(people)),
        roles=tuple(sorted({role for link in links for role in link.roles})),
    )
