from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from tests.decisions.strategies import DECISIONS

from aigraph.decisions import format_line, parse_line
from aigraph.escape import tty
from aigraph.model import Decision, Judgement


@settings(deadline=None)
@given(DECISIONS)
def test_every_decision_comes_back_from_its_line(decision: Decision) -> None:
    assert parse_line(format_line(decision)) == decision


@settings(deadline=None)
@given(DECISIONS)
def test_a_line_is_one_line_that_steers_no_screen_and_runs_in_no_spreadsheet(decision: Decision) -> None:
    line = format_line(decision)
    assert tty(line.replace("\t", "")) == line.replace("\t", "")
    assert line.splitlines() == [line]
    assert line == line.rstrip()
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.split("\t"))
    line.encode("utf-8")


def test_a_line_can_be_written_by_hand() -> None:
    line = "different\tPerson\tWei Zhang@b\tWei Zhang@a"
    assert parse_line(line) == Decision(Judgement.DIFFERENT, "Person", "Wei Zhang@a", "Wei Zhang@b")
    assert parse_line("accept\tnot movedTo\tZoe\tAcme").one == "Zoe"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("same Person Ada Bo", "has 1 columns; write judgement, kind, one, other, when, who, why, set apart by tabs"),
        ("same\tPerson\tAda\tBo\t\t\t\t\t", "has 9 columns"),
        ("equal\tPerson\tAda\tBo", "'equal' is no judgement; write same, different, unsure, accept, reject"),
        ("same\tHuman\tAda\tBo", "there is no class 'Human'"),
        ("accept\tPerson\tAda\tBo", "there is no relation 'Person'"),
        ("reject\tnot hired\tAda\tBo", "there is no relation 'not hired'"),
        ("same\tPerson\tAda\t", "a name is missing"),
        ("same\tPerson\tAda\tAda", "judged against itself"),
        ("same\tPerson\tAda\tBo\tyesterday", "'yesterday' is no day or moment"),
        ("same\tPerson\tAda\tBo\t2025-02-30", "'2025-02-30' is no day or moment"),
        ("same\tPerson\tAda\tBo\t2025-02-03T10:00:00", "is no day or moment"),
        ("same\tPerson\tC:\\dir\tBo", "'\\\\d' is no escape"),
        ("same\tPerson\tAda\\\tBo", "is no escape"),
        ("same\tPerson\tAda\\Uffffffff\tBo", "is no escape"),
    ],
)
def test_a_line_that_is_no_decision_says_what_is_wrong(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_line(line)
