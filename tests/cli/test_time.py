from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import aigraph
from aigraph.cli import program

Run = Callable[..., Result]

ARTICLES = {
    "ng-joins": ("2014-06-16", "In May 2014, Andrew Ng joined Baidu from Google as its chief scientist."),
    "ng-leaves": ("2017-04-02", "Andrew Ng left Baidu in March 2017."),
    "lecun": ("", "Yann LeCun joined Facebook in December 2013. Yann LeCun left Meta in November 2025."),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three articles, one without a date, and their graph."""
    folder = tmp_path_factory.mktemp("time")
    (folder / "articles").mkdir()
    for name, (published, text) in ARTICLES.items():
        date = f"---\npublished: {published}\n---\n" if published else ""
        (folder / "articles" / f"{name}.md").write_text(f"{date}{text}\n", encoding="utf-8")
    with chdir(folder):
        done = CliRunner().invoke(program, ["build", "articles"])
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)
    return lambda *arguments: CliRunner().invoke(program, arguments, catch_exceptions=False)


def moves(done: Result) -> list[str]:
    """Return who moved, by the answer to a query."""
    assert done.exit_code == 0, done.stderr
    rows = json.loads(done.stdout)["results"]["bindings"]
    return sorted(row["name"]["value"] for row in rows)


MOVED = "SELECT DISTINCT ?name WHERE { ?p aig:movedTo ?to . ?p rdfs:label ?name }"
AT_BAIDU = """
SELECT DISTINCT ?name { ?s a aig:Tenure ; org:member/rdfs:label ?name ; org:organization/rdfs:label "Baidu" }
"""


@pytest.mark.parametrize(
    ("when", "names"),
    [
        ((), ["Andrew Ng", "Yann LeCun"]),
        (("--true-on", "2014-03-01"), ["Yann LeCun"]),
        (("--true-on", "2014"), ["Andrew Ng", "Yann LeCun"]),
        (("--true-on", "2013-12-15", "--surely"), []),
        (("--true-on", "2013-12", "--surely"), ["Yann LeCun"]),
        (("--known-on", "2014-06"), ["Andrew Ng"]),
        (("--known-on", "2014-06-15"), []),
        (("--known-on", "2014-06", "--true-on", "2013"), []),
    ],
)
def test_a_query_is_answered_as_of_a_day(run: Run, when: tuple[str, ...], names: list[str]) -> None:
    assert moves(run("query", MOVED, "--format", "json", *when)) == names


@pytest.mark.parametrize(
    ("when", "names"),
    [
        (("--true-on", "2015"), ["Andrew Ng"]),
        (("--true-on", "2018"), []),
        (("--true-on", "2018", "--known-on", "2016"), ["Andrew Ng"]),
    ],
)
def test_tenures_hold_while_they_last(run: Run, when: tuple[str, ...], names: list[str]) -> None:
    assert moves(run("query", AT_BAIDU, "--format", "json", *when)) == names


def test_what_is_left_out_is_counted(run: Run) -> None:
    done = run("query", MOVED, "--known-on", "2014-07-01")
    assert "aigraph: known on 2014-07-01: 1 of 3 articles; 1 without a date are left out\n" in done.stderr
    assert "aigraph: true on 2018-12-31: " in run("query", MOVED, "--true-on", "2018").stderr


def test_a_card_is_that_of_the_day(run: Run) -> None:
    assert "left Baidu" not in run("show", "Andrew Ng", "--true-on", "2016").stdout
    assert "until 2017-03" not in run("show", "Andrew Ng", "--known-on", "2016").stdout
    assert "until 2017-03" in run("show", "Andrew Ng").stdout


_LEFT = "Andrew Ng,Person,left,"


def test_an_export_is_that_of_the_day(run: Run) -> None:
    whole, then = (run("export", "statements", *when).stdout for when in ((), ("--known-on", "2015")))
    assert _LEFT in whole
    assert _LEFT not in then
    assert "Andrew Ng,Person,movedTo," in then
    assert run("export", "nquads", "--known-on", "2099", "--true-on", "2099").exit_code == 0


def test_the_graph_of_a_day_leaves_the_store_as_it_is(run: Run) -> None:
    before = run("export", "nquads").stdout
    run("query", MOVED, "--true-on", "2014", "--known-on", "2014")
    assert run("export", "nquads").stdout == before


@pytest.mark.parametrize("surely", [False, True])
@pytest.mark.parametrize("day", ["2010-01-01", "2014-05-10", "2016-01-01", "2030-01-01"])
def test_the_graph_of_a_day_is_sound(folder: Path, day: str, surely: bool) -> None:
    with aigraph.open(folder / "exports" / "store") as whole:
        graph = whole.true_on(datetime.date.fromisoformat(day), surely=surely)
        statements = {statement.id for statement in graph.statements()}
        assert statements <= {statement.id for statement in whole.statements()}
        assert all(statements.issuperset(conflict.statements) for conflict in graph.conflicts())
        assert graph.documents() == whole.documents()
        assert graph.store.validate() == []
        assert graph.store.check() == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--true-on", "yesterday"), "--true-on takes a date such as"),
        (("--known-on", "2025-13"), "--known-on takes a date such as"),
        (("--known-on", "2025/.."), "--known-on takes a date such as"),
        (("--surely",), "--surely goes with --true-on DATE"),
    ],
)
def test_a_day_that_is_none_is_one_clear_line(run: Run, arguments: tuple[str, ...], message: str) -> None:
    done = CliRunner().invoke(program, ["query", MOVED, *arguments])
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr


# ------------------------------------------------------------------ the card and the reports


def test_a_card_has_a_career_with_bounds(run: Run) -> None:
    lines = run("show", "Andrew Ng").stdout.splitlines()
    career = lines[lines.index("career") + 1 :][:2]
    assert career == ["  1. Google, until 2014-05", "  2. Baidu, from 2014-05 until 2017-03; chief scientist"]


def test_a_card_says_why(run: Run) -> None:
    shown = run("show", "Andrew Ng", "--why").stdout
    assert "  « Andrew Ng »: " in shown
    assert "      started on or after 2014-05-01: " in shown
    assert "      because: " in shown
    assert "because: " not in run("show", "Andrew Ng").stdout


def test_the_card_of_an_organisation_says_who_came_and_who_left(run: Run) -> None:
    lines = run("show", "Baidu").stdout.splitlines()
    assert lines[lines.index("came") + 1] == "  Andrew Ng from Google; was there from 2014-05 until 2017-03"
    assert lines[lines.index("left") + 1] == "  Andrew Ng; was there from 2014-05 until 2017-03"


def test_reports_are_listed(run: Run) -> None:
    listed = run("report").stdout
    for name in ("corroboration", "flows", "gaps", "single-source"):
        assert f"{name}: " in listed


def test_a_report_is_a_table_with_its_notes(run: Run) -> None:
    lines = run("report", "flows").stdout.splitlines()
    assert lines[0].split()[:4] == ["organization", "other", "came", "left"]
    assert any(line.startswith("This is a sample of news, not a census. It counts 2 people") for line in lines)


def test_a_report_for_another_program_has_its_notes_in_every_row(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("report", "flows", "--format", "csv").stdout)))
    assert rows
    assert all("not a census" in row["note"] for row in rows)
    answer = json.loads(run("report", "flows", "--format", "json").stdout)
    assert answer["head"]["vars"][-1] == "note"


def test_a_report_is_made_as_of_a_day(run: Run) -> None:
    assert "Yann LeCun" not in run("report", "flows", "--known-on", "2018", "--format", "csv").stdout
    assert "Yann LeCun" in run("report", "flows", "--format", "csv").stdout


def test_a_report_that_is_none_is_one_clear_line(run: Run) -> None:
    done = CliRunner().invoke(program, ["report", "flow"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "did you mean flows?" in done.stderr
