"""Workbooks are read like sheets of text, and no workbook can do harm."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.facts.conftest import Note
from tests.facts.workbooks import Sheets, ods, packed, worksheet, xlsx

from aigraph.facts import SHEETS
from aigraph.model import Issue
from aigraph.read import read

WEB = "https://example.org/a"
HEADER = ("personne", "relation", "organisation", "date", "confiance", "url", "citation")
WRITERS = {"facts.xlsx": xlsx, "facts.ods": ods}
formats = pytest.mark.parametrize(("name", "write"), WRITERS.items(), ids=WRITERS)
Write = Callable[[Sheets], bytes]


@formats
def test_cells_are_text_numbers_and_dates(name: str, write: Write, note: Note) -> None:
    rows = [
        ("Faits relevés",),
        (),
        HEADER,
        ("Yann LeCun", "a quitté", "Meta", datetime.date(2025, 11, 19), 0.5, WEB, "Il s’en va."),
        (None, None, None, None, None, None, None),
        ("Andrew Ng", "left", "Baidu", 2017, None, WEB, None),
        ("Andrew Ng", "flew to", "Baidu", 2017, None, WEB, None),
    ]
    (document,), claims, issues = note(name=name, data=write({"Notes": [("rien",)], "Faits": rows}))
    assert [(c.subject.name, c.value("date"), c.confidence) for c in claims] == [
        ("Andrew Ng", "2017", 1.0),
        ("Yann LeCun", "2025-11-19", 0.5),
    ]
    assert (document.path.rpartition("/")[2], document.language) == (f"{name}:4", "fr")
    assert [issue.partition(": ")[0] for issue in issues] == [f"{name}:7"]


@formats
def test_a_date_that_may_be_a_month_is_no_day(name: str, write: Write, note: Note) -> None:
    row = ("Andrew Ng", "left", "Baidu", datetime.date(2017, 3, 1), None, WEB, None)
    _, (claim,), issues = note(name=name, data=write({"Faits": [HEADER, row]}))
    assert claim.value("date") == "2017-03"
    assert [issue.partition(" were read")[0] for issue in issues] == [f"{name}: dates on the first of a month (1)"]


@formats
def test_a_workbook_without_a_table_of_facts_is_one_line(name: str, write: Write, note: Note) -> None:
    tried: list[Sheets] = [{"One": [("a", "b")], "Two": [(1.0, 2.0)]}, {"Empty": []}]
    for sheets in tried:
        documents, _, (issue,) = note(name=name, data=write(sheets))
        assert documents == []
        assert issue.startswith(f"{name}: no table of facts")


HOSTILE = {
    "empty": b"",
    "text": b"person,relation,organisation\n",
    "binary": bytes(range(256)) * 8,
    "an archive of something else": packed({"a.txt": "words"}),
    "half of it": xlsx({"A": [HEADER] * 50})[:700],
    "a bomb": packed({"xl/workbook.xml": b"<a/>", "xl/worksheets/1.xml": b" " * 150_000_000}),
    "entities": packed(
        {"content.xml": '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'}
    ),
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_workbook_is_one_line(name: str, data: bytes, note: Note) -> None:
    documents, _, (issue,) = note(name=name, data=data)
    assert documents == []
    assert issue.startswith(f"{name}: ")


def test_a_cell_far_away_takes_no_memory_of_ours(note: Note) -> None:
    far = worksheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    documents, _, (issue,) = note(name="facts.xlsx", data=xlsx({"A": [("a",)]}, parts={"xl/worksheets/1.xml": far}))
    assert documents == []
    assert issue.startswith("facts.xlsx: ")


def test_damaged_workbooks_never_end_the_program(tmp_path: Path) -> None:
    row = ("Andrew Ng", "left", "Baidu", datetime.date(2017, 3, 2), None, WEB, None)
    chance = random.Random(1)
    for number in range(60):
        name, write = chance.choice(list(WRITERS.items()))
        data = bytearray(write({"Faits": [HEADER, row]}))
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / f"{number}-{name}").write_bytes(data)
    issues: list[Issue] = []
    found = list(read([str(tmp_path)], on_issue=issues.append, sheets=SHEETS))
    outcomes = {document.path.rpartition(":")[0] for document in found} | {issue.where for issue in issues}
    assert {place.rpartition("/")[2].partition("-")[0] for place in outcomes} == {str(n) for n in range(60)}
