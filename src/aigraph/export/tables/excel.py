"""Tables -> an Excel workbook: a sheet a table, and one that says what they are and who may use them for what."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

from aigraph.escape import csv_cell
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.export.tables.table import Cell, Column, Row, Table
from aigraph.export.tables.written import cut, written
from aigraph.store import Store

SHEET_ROWS = 1_048_575
"""The most rows that a sheet holds below its header; the others go on further sheets."""

SHEET_LINKS = 65_530
"""The most links that a sheet holds; the others stay text."""

_LINK = re.compile(r"https?://[!#-;=?-\[\]_a-z~]{1,2000}")
# Excel believes that there was a 29 February 1900.
_FIRST_DAY = datetime.date(1900, 3, 1)
_NO_DAY = datetime.datetime(1980, 1, 1)
_WIDEST = 60


def write_excel(tables: Iterable[Table], store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a workbook, row by row; the same graph gives the same bytes.

    Texts are texts: none is a formula, not even once somebody edits its cell. One of more than 32,767 characters is
    cut, and ends with "…".
    """
    import xlsxwriter

    source = provenance(store, options)
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as workbook:
        workbook.set_properties(
            {"title": DESCRIPTION, "author": source.generator, "comments": source.line, "created": _day(source)}
        )
        looks = _Looks(workbook)
        # Excel opens a workbook at its first sheet; this one is written last, when the rows are counted.
        first = workbook.add_worksheet("About")
        counted = [(table, _fill(workbook, looks, table, table.rows(store, options))) for table in tables]
        _write_about(first, looks, source, counted)


def _day(source: Provenance) -> datetime.datetime:
    """Return the day of the newest article: the clock has no say in a file."""
    return datetime.datetime.fromisoformat(source.last) if len(source.last) == len("2025-06-30") else _NO_DAY


class _Looks:
    """How the cells of a workbook look."""

    def __init__(self, workbook: Any) -> None:
        self.header = workbook.add_format({"bold": True, "bottom": 1})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.link = workbook.add_format({"font_color": "#0563c1", "underline": 1})
        # Without it, a text that starts with "=" becomes a formula as soon as somebody edits its cell.
        self.text = workbook.add_format({"quote_prefix": True})


def _fill(workbook: Any, looks: _Looks, table: Table, rows: Iterable[Row]) -> int:
    """Write a table on as many sheets as it needs; return the number of its rows."""
    count = 0
    sheets = [_Sheet(workbook.add_worksheet(table.name), looks, table.columns)]
    for row in rows:
        if sheets[-1].rows == SHEET_ROWS:
            name = f"{table.name} {len(sheets) + 1}"
            sheets.append(_Sheet(workbook.add_worksheet(name), looks, table.columns))
        sheets[-1].add(row)
        count += 1
    for sheet in sheets:
        sheet.end()
    return count


class _Sheet:
    """A sheet with a header that stays in sight, filters, and columns as wide as what they hold."""

    def __init__(self, sheet: Any, looks: _Looks, columns: tuple[Column, ...]) -> None:
        self.sheet, self.looks, self.columns = sheet, looks, columns
        self.rows = self.links = 0
        # Room for the sign of the filter.
        self.widths = [len(column.name) + 3 for column in columns]
        for at, column in enumerate(columns):
            sheet.write_string(0, at, column.name, looks.header)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def add(self, row: Row) -> None:
        """Write a row."""
        self.rows += 1
        for at, (cell, column) in enumerate(zip(row, self.columns, strict=True)):
            if cell is not None:
                text = cut(written(cell))
                self.widths[at] = max(self.widths[at], min(len(text), _WIDEST))
                self._write(at, cell, text, link=column.link)

    def _write(self, at: int, cell: Cell, text: str, *, link: bool) -> None:
        place, looks = (self.rows, at), self.looks
        if isinstance(cell, bool):
            self.sheet.write_boolean(*place, cell)
        elif isinstance(cell, int | float):
            self.sheet.write_number(*place, cell)
        elif isinstance(cell, datetime.date) and cell >= _FIRST_DAY:
            self.sheet.write_datetime(*place, cell, looks.day)
        elif link and self.links < SHEET_LINKS and _LINK.fullmatch(text):
            self.links += 1
            self.sheet.write_url(*place, text, looks.link, string=text)
        else:
            self.sheet.write_string(*place, text, None if csv_cell(text) == text else looks.text)

    def end(self) -> None:
        """Write what depends on all rows."""
        self.sheet.autofilter(0, 0, self.rows, len(self.columns) - 1)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self.rows + 1}"})
        for at, width in enumerate(self.widths):
            self.sheet.set_column(at, at, width)


def _write_about(sheet: Any, looks: _Looks, source: Provenance, counted: Iterable[tuple[Table, int]]) -> None:
    plain, header = looks.wrapped, looks.header
    rows: list[tuple[Any, str, str, str]] = [
        (plain, "Title", DESCRIPTION, ""),
        (plain, "Provenance", source.sentence, ""),
        (plain, "Licence", source.licence, ""),
    ]
    for table, count in counted:
        titles = f"{table.titles['en']} / {table.titles['fr']}"
        rows += [(plain, "", "", ""), (header, table.name, titles, f"{count} rows"), (plain, "", table.description, "")]
        rows += [(plain, column.name, column.description, column.type) for column in table.columns]
    for at, (look, *texts) in enumerate(rows):
        sheet.set_row(at, 15 * math.ceil(max(map(len, texts)) / 90 or 1))
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(at, column, text, look)
    for column, width in enumerate((24, 100, 12)):
        sheet.set_column(column, column, width)
    sheet.fit_to_pages(1, 0)
