"""What a report is: a name, columns, and the function that makes its table of the facts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from aigraph.query import Column, Table
from aigraph.report.facts import Facts

SAMPLE = "This is a sample of news, not a census."
"""What every count of people says."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is made.

    With `parents`, units count as the organisations that they belong to. `day` is the day from which on a report
    looks a year ahead; without it, a year before the newest article.
    """

    parents: bool = False
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The table of a report, and what has to be said with it, a line each."""

    table: Table
    notes: tuple[str, ...] = ()

    @property
    def whole(self) -> Table:
        """The table for another program: the notes are a column, so that no row is ever read without them."""
        if not self.notes:
            return self.table
        note = " ".join(self.notes)
        return Table((*self.table.columns, "note"), tuple((*row, note) for row in self.table.rows))


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its name, its title by language, the columns of its table, and what makes the answer."""

    name: str
    titles: tuple[str, str]
    columns: tuple[Column, ...]
    make: Callable[[Facts, Options], Answer]

    @property
    def title(self) -> str:
        """The title in English."""
        return self.titles[0]


def table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Table:
    """Return a table of whatever can be written; None and "" are cells without a value."""
    cells = (tuple(None if cell in (None, "") else str(cell) for cell in row) for row in rows)
    return Table(tuple(column.name for column in columns), tuple(cells))
