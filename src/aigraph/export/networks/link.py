"""The edge of a network file."""

from __future__ import annotations

from dataclasses import dataclass

from aigraph.export.spells import Spell
from aigraph.model import Entity, Statement


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of a network file: one statement, or several that lead the same way.

    `kind` is a relation of the ontology, or "from" (the origin of a move to the person who moved); `weight`, above 0,
    is how much the edge pulls its ends together; `spells` are the times at which it holds, sorted and apart, none
    when nothing is known.
    """

    id: str
    source: Entity
    target: Entity
    kind: str
    label: str
    weight: float
    statements: tuple[Statement, ...]
    spells: tuple[Spell, ...] = ()
