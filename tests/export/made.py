"""Tables made up of any cells, for the formats that hold tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from hypothesis import strategies as st

from aigraph.export.tables.table import Cell, Column, Row, Table
from aigraph.model import Document
from aigraph.store import Store

_ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
_BAD = st.text(st.sampled_from("=+-@＝－'\";,|\t\r\n\0 \u202e\u2066\ufeff\ufffe_x0041_12é😀"), min_size=1)
_LONG = st.sampled_from(["é" * 1_000, "=" * 1_000, "\u202e" + "x" * 999])
TEXT = _ANY | _BAD | _LONG
CELLS: dict[str, st.SearchStrategy[Cell]] = {
    "string": TEXT,
    "integer": st.integers(-(2**53), 2**53),
    "number": st.floats(-1e300, 1e300),
    "boolean": st.booleans(),
    "date": st.dates(),
    "list": st.lists(TEXT, min_size=1).map(tuple),
}
"""Cells of every type."""

ROWS = st.lists(st.tuples(*(st.none() | cells for cells in CELLS.values())), max_size=5)
"""Rows of a table that has a column of every type."""


class _Empty:
    """A store without articles."""

    def articles(self) -> Iterable[tuple[str, Document]]:
        return ()


EMPTY = cast("Store", _Empty())


def made(rows: Iterable[Row], *types: str) -> Table:
    """Return a table of some rows, that can be asked for once; its columns are c0, c1, ..."""
    columns = tuple(Column(f"c{i}", f"column {i}", of, link=of == "string") for i, of in enumerate(types))
    iterator = iter(rows)
    return Table("made", {"en": "Made", "fr": "Fait"}, "a table", columns, lambda *_: iterator, key=0)


def watched(count: int) -> tuple[Iterator[Row], Callable[[], int]]:
    """Return so many rows of one text, and what tells how many of them were in memory at once, at the most."""
    alive = most = 0

    class Watched(str):
        __slots__ = ()

        def __new__(cls, text: str) -> Watched:
            nonlocal alive, most
            alive += 1
            most = max(most, alive)
            return super().__new__(cls, text)

        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    return ((Watched(f"row {i}"),) for i in range(count)), lambda: most
