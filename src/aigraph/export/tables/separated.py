"""A table -> comma-separated values: RFC 4180, UTF-8, safe for spreadsheets unless asked otherwise."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import BinaryIO

from aigraph.escape import csv_cell
from aigraph.export.options import Options
from aigraph.export.tables.table import Cell, Table
from aigraph.export.tables.written import cut, written
from aigraph.store import Store

# RFC 4180 asks for quotes around the first four; others cut at the rest, or drop spaces at the ends.
_QUOTED = re.compile('[",\r\n;\t]|^ | $')


def write_csv(table: Table, store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a table, row by row; the same graph gives the same bytes.

    No cell starts a formula (see `escape.csv_cell`) and none is longer than a spreadsheet can hold, unless the
    options ask for `raw` texts.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig" if options.bom else "utf-8", newline="")
    shown = written if options.raw else _guarded
    text.write(_line(column.name for column in table.columns))
    for row in table.rows(store, options):
        text.write(_line(map(shown, row)))
    text.detach()


def _guarded(cell: Cell) -> str:
    return cut(csv_cell(written(cell))) if isinstance(cell, str | tuple) else written(cell)


def _line(cells: Iterable[str]) -> str:
    quoted = ('"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell for cell in cells)
    return ",".join(quoted) + "\r\n"
