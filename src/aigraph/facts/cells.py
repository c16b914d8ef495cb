"""The rows of a workbook as text. Runs in the worker only: what it reads can be hostile."""

from __future__ import annotations

import base64
import datetime
import io
from typing import Any

from python_calamine import CalamineWorkbook

from aigraph.facts.header import HEADER_ROWS, MAX_COLUMNS, Header


def rows(argument: list[Any]) -> dict[str, Any]:
    """Return the numbered rows of the first sheet with the header of a table of facts, and how many dates are months.

    `argument` is the file in base64, and the number of rows that are wanted. Of no such sheet, the first is given.
    """
    data, wanted = argument
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(base64.b64decode(data)))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        heads = [[_texts(row)[0] for row in sheet.to_python(nrows=HEADER_ROWS)] for sheet in sheets]
    except Exception as error:  # noqa: BLE001 - the parser has errors of many kinds
        return {"refused": f"no workbook, or a damaged one ({type(error).__name__}); save it again, or as CSV"}
    chosen = next((at for at, head in enumerate(heads) if any(map(Header.of, head))), 0)
    if not sheets:
        return {"refused": "a workbook without a sheet; save it again, or as CSV"}
    found: list[tuple[int, list[str]]] = []
    months = 0
    first = (sheets[chosen].start or (0, 0))[0]
    for number, row in enumerate(sheets[chosen].to_python(nrows=wanted + HEADER_ROWS), start=first + 1):
        texts, widened = _texts(row)
        found.append((number, texts))
        months += widened
    return {"rows": found, "months": months}


def _texts(row: list[Any]) -> tuple[list[str], int]:
    cells = [_text(cell) for cell in row[:MAX_COLUMNS]]
    return [text for text, _ in cells], sum(widened for _, widened in cells)


def _text(cell: object) -> tuple[str, bool]:
    """Return a cell as text, and whether it is a day that stands for its month.

    A spreadsheet stores "June 2025" as the first of June, and how the cell is shown is not known here: what may be a
    month is no day.
    """
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    if isinstance(cell, datetime.date):
        return (cell.isoformat()[:7], True) if cell.day == 1 else (cell.isoformat(), False)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell)), False
    return str(cell), False
