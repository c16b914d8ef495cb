"""People and works: who made which model, system, data set or publication, and which organisation developed it."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.networks.everything import relation
from aigraph.export.networks.link import Link
from aigraph.export.networks.subject import Subject
from aigraph.graph.network import is_drawn

_MAKING = frozenset({"coCreated", "developed"})


def models(subject: Subject) -> Iterator[Link]:
    """Yield an edge to each work that a subject made."""
    for statement in subject.statements:
        if statement.relation in _MAKING and is_drawn(statement):
            yield relation(statement, subject)
