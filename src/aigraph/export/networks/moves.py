"""From organisation to organisation: who moved, as edges that hold on the days within which each move happened."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.networks.link import Link
from aigraph.export.networks.subject import Subject
from aigraph.export.spells import moment
from aigraph.graph.network import is_drawn, origins
from aigraph.model import Status

MOVE = "move"
"""A move that an article tells as a fact."""

UNCONFIRMED = "unconfirmed move"
"""A move that is only rumoured, planned or reported: never counted together with the others."""

_STANDS = frozenset({Status.ACCEPTED, Status.DISPUTED})


def moves(subject: Subject) -> Iterator[Link]:
    """Yield an edge for each organisation that a move of a person leads away from."""
    for statement in subject.statements:
        if statement.relation == "movedTo" and is_drawn(statement):
            when = moment(statement, subject.resting(statement))
            kind = MOVE if statement.status in _STANDS else UNCONFIRMED
            for origin in {origin.id: origin for origin in origins(statement)}.values():
                yield Link(
                    id=f"{statement.id}-from-{origin.id}",
                    source=origin,
                    target=statement.object,
                    kind=kind,
                    label=statement.subject.label,
                    weight=1.0,
                    statements=(statement,),
                    spells=when.spells,
                    bounds=when.bounds,
                    people=(statement.subject,),
                )
