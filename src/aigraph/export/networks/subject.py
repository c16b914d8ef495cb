"""Everything that the graph says of one subject: what the edges of every network are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from aigraph.model import Statement, Tenure
from aigraph.store import Store


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject's statements, sorted by relation and object; if it is a person, their stays in order, too."""

    statements: tuple[Statement, ...]
    tenures: tuple[Tenure, ...] = ()

    def resting(self, statement: Statement) -> tuple[Tenure, ...]:
        """Return the stays that rest on a statement, in order."""
        return tuple(tenure for tenure in self.tenures if statement.id in tenure.statements)


def subjects(store: Store) -> Iterator[Subject]:
    """Yield the subjects of the graph, sorted by id, one at a time."""
    # A store gives its statements in the order of their subjects.
    for _, said in groupby(store.statements(), key=lambda statement: statement.subject.id):
        statements = tuple(said)
        subject = statements[0].subject
        yield Subject(statements, store.lookup.tenures_of(subject.id) if subject.type == "Person" else ())
