"""What a table is: columns with types, and rows that are made while they are written."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from aigraph.export.options import Options
from aigraph.store import Store

Cell: TypeAlias = str | int | float | bool | datetime.date | tuple[str, ...] | None
"""What a cell holds; None where nothing is known."""

Row: TypeAlias = tuple[Cell, ...]

TYPES = ("string", "integer", "number", "boolean", "date", "list")
"""What the cells of a column can be; a list is one of strings."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it tells, and one of `TYPES`. `link` tells that its texts may be addresses."""

    name: str
    description: str
    type: str = "string"
    link: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its titles in English and in French, its columns, and what makes its rows.

    `rows` makes the rows of a graph one after the other, in an order of their own. The first `key` columns together
    tell the rows apart; `references` names, by column, the table whose first column it points at. `takes` names the
    options that it heeds.
    """

    name: str
    titles: Mapping[str, str]
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Store, Options], Iterator[Row]]
    key: int = 1
    references: Mapping[str, str] = field(default_factory=dict)
    takes: frozenset[str] = frozenset()


def cell(value: Cell, type: str) -> Cell:
    """Return a value as a cell of a type: days from ISO text, and None for what is empty.

    >>> cell("2024-08-01", "date"), cell("", "string"), cell((), "list")
    (datetime.date(2024, 8, 1), None, None)
    """
    if value in ("", ()):
        return None
    return datetime.date.fromisoformat(value) if type == "date" and isinstance(value, str) else value
