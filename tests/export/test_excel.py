"""The workbook: what another reader finds in it, and that nothing in it is a formula."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from tests.export.made import CELLS, EMPTY, ROWS, made, watched

from aigraph.export.options import Options
from aigraph.export.tables import TABLES, excel
from aigraph.export.tables.excel import write_excel
from aigraph.export.tables.table import Cell, Row, Table
from aigraph.export.tables.written import listed
from aigraph.model import Statement
from aigraph.store import Store


def workbook(*tables: Table, store: Store = EMPTY, options: Options = Options()) -> bytes:  # noqa: B008
    stream = io.BytesIO()
    write_excel(tables, store, options, stream)
    return stream.getvalue()


def cells(content: bytes, sheet: str) -> list[tuple[Any, ...]]:
    """Return the cells of a sheet below its header, as openpyxl reads them; it leaves control characters escaped."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert all(cell.data_type != "f" for row in book[sheet].iter_rows() for cell in row)
    _, *rows = book[sheet].iter_rows(values_only=True)
    return [tuple(map(_decoded, row)) for row in rows]


def _decoded(value: Any) -> Any:
    decode = partial(re.sub, "_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)))
    return decode(value) if isinstance(value, str) else value


def _expected(cell: Cell) -> Any:
    if isinstance(cell, tuple):
        return listed(cell)
    if isinstance(cell, float):
        return pytest.approx(cell, rel=1e-15)
    if isinstance(cell, datetime.date):
        midnight = datetime.datetime.combine(cell, datetime.time())
        return midnight if cell >= datetime.date(1900, 3, 1) else cell.isoformat()
    return cell


@settings(deadline=None)
@given(given=ROWS)
def test_every_cell_comes_back_as_it_went_in_and_none_is_a_formula(given: list[Row]) -> None:
    found = cells(workbook(made(given, *CELLS)), "made")
    expected = [tuple(map(_expected, row)) for row in given]
    # Rows of nothing at the end are nothing to a workbook.
    while expected and not any(cell is not None for cell in expected[-1]):
        expected.pop()
    assert found == expected


def test_a_workbook_says_what_it_was_made_from_and_who_may_use_it(
    statements: Sequence[Statement], shelve: Callable[..., Store]
) -> None:
    options = Options(licence="Ask us first.")
    content = workbook(*TABLES.values(), store=shelve(statements), options=options)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["About", *TABLES]
    assert "from 3 articles" in book.properties.description
    assert book.properties.description.endswith("Ask us first.")
    assert book.properties.creator.startswith("aigraph ")
    about = list(book["About"].iter_rows(values_only=True))
    assert ("Licence", "Ask us first.", None) in about
    assert ("evidence", "Evidence / Preuves", "10 rows") in about
    assert ("sentence", "the sentence that proves it", "string") in about


def test_no_clock_has_a_say_in_a_workbook(statements: Sequence[Statement], shelve: Callable[..., Store]) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(TABLES["evidence"], store=shelve(statements)))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2025-02-07T00:00:00Z" in archive.read("docProps/core.xml")
    assert b"1980-01-01T00:00:00Z" in zipfile.ZipFile(io.BytesIO(workbook())).read("docProps/core.xml")


def test_the_header_stays_in_sight_and_has_filters(
    statements: Sequence[Statement], shelve: Callable[..., Store]
) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(TABLES["flows"], store=shelve(statements))))["flows"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H3"
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["E"].width


def test_a_text_that_could_start_a_formula_stays_a_text_when_its_cell_is_edited() -> None:
    content = workbook(made([("=1+1",), ("a;=1",), ("plain",)], "string"))
    rows = openpyxl.load_workbook(io.BytesIO(content))["made"].iter_rows(min_row=2)
    assert [row[0].quotePrefix for row in rows] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("https://example.org/a?b=c&d=%20#e", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("internal:Sheet1!A1", False),
        ("see https://example.org", False),
        ('https://example.org/"x', False),
        ("https://example.org/\u202efdp.exe", False),
        ("https://example.org/" + "x" * 3_000, False),
    ],
)
def test_only_plain_addresses_are_links(text: str, linked: bool) -> None:
    cell = openpyxl.load_workbook(io.BytesIO(workbook(made([(text,)], "string"))))["made"]["A2"]
    assert (cell.value, cell.hyperlink is not None) == (text, linked)
    assert not linked or cell.hyperlink.target == text.partition("#")[0]


def test_what_one_sheet_cannot_hold_goes_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "SHEET_ROWS", 2)
    monkeypatch.setattr(excel, "SHEET_LINKS", 1)
    address = "https://example.org"
    content = workbook(made([(address, i) for i in range(5)], "string", "integer"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["About", "made", "made 2", "made 3"]
    assert [cells(content, name) for name in book.sheetnames[1:]] == [
        [(address, 0), (address, 1)],
        [(address, 2), (address, 3)],
        [(address, 4)],
    ]
    assert [cell.hyperlink is not None for (cell,) in book["made"].iter_rows(min_row=2, max_col=1)] == [True, False]


def test_a_text_that_is_too_long_is_cut_with_a_mark() -> None:
    ((text,),) = cells(workbook(made([("😀" * 20_000,)], "string")), "made")
    assert len(text.encode("utf-16-le")) <= 2 * 32_767
    assert text == "😀" * 16_383 + "…"


def test_rows_are_written_while_they_are_made() -> None:
    rows, most = watched(3_000)
    assert len(cells(workbook(made(rows, "string")), "made")) == 3_000
    assert most() < 10
