"""Every relation that can be drawn, as an edge; the origin of a move as an edge to the person who moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aigraph.export.details import weight
from aigraph.export.networks.link import Link
from aigraph.export.networks.subject import Subject
from aigraph.export.spells import time
from aigraph.graph.network import FROM, is_drawn, origins
from aigraph.model import Statement
from aigraph.vocabulary import vocabulary


def everything(subject: Subject) -> Iterator[Link]:
    """Yield the edges of all that can be drawn of a subject."""
    for statement in subject.statements:
        if is_drawn(statement):
            line = relation(statement, subject)
            yield line
            for origin in {origin.id: origin for origin in origins(statement)}.values():
                yield replace(
                    line,
                    id=f"{statement.id}-from-{origin.id}",
                    source=origin,
                    target=statement.subject,
                    kind=FROM,
                    label=vocabulary().qualifiers[FROM].labels["en"],
                )


def relation(statement: Statement, subject: Subject) -> Link:
    """Return the edge from the subject of a statement to its object."""
    when = time(statement, subject.resting(statement))
    return Link(
        id=statement.id,
        source=statement.subject,
        target=statement.object,
        kind=statement.relation,
        label=vocabulary().relations[statement.relation].labels["en"],
        weight=weight(statement),
        statements=(statement,),
        spells=when.spells,
        bounds=when.bounds,
    )
