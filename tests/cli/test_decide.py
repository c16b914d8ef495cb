from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigraph.cli import program

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in a folder without a graph."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AIGRAPH_WHO", "Ada")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(program, arguments, catch_exceptions=False)

    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "exports" / "decisions.tsv"


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_a_decision_is_kept_beside_the_store_with_who_when_and_why(run: Run, path: Path) -> None:
    done = run("decide", "same", "Yann LeCun", "Y. LeCun", "--why", "his own page", "--on", "2025-11-22")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "decided: 'Y. LeCun' and 'Yann LeCun' are one person" in done.stderr
    assert lines(path) == ["same\tPerson\tY. LeCun\tYann LeCun\t2025-11-22\tAda\this own page"]


def test_the_same_decision_again_changes_nothing(run: Run, path: Path) -> None:
    run("decide", "different", "Ada", "Bo")
    before = path.read_bytes()
    done = run("decide", "different", "Bo", "Ada", "--who", "Cy")
    assert "nothing changed: that 'Ada' and 'Bo' are two, not one person was decided already by Ada" in done.stderr
    assert path.read_bytes() == before


def test_a_change_of_mind_holds_and_the_old_line_stays(run: Run, path: Path) -> None:
    for judgement in ("same", "different", "same", "unsure"):
        run("decide", judgement, "Ada", "Bo")
    assert [line.split("\t")[0] for line in lines(path)] == ["same", "different", "same", "unsure"]
    assert run("decide", "list").stdout.splitlines()[1].startswith("unsure ")
    listed = run("decide", "list", "--all")
    assert len(listed.stdout.splitlines()) == 5
    assert "holding: 1, replaced: 3" in listed.stderr


def test_a_decision_of_the_past_does_not_hold_against_a_later_one(run: Run) -> None:
    run("decide", "same", "Ada", "Bo", "--on", "2025-11-22")
    done = run("decide", "different", "Ada", "Bo", "--on", "2025-11-21")
    assert "warning: a later decision holds instead by Ada (2025-11-22): 'Ada' and 'Bo' are one person" in done.stderr


def test_statements_are_accepted_and_rejected(run: Run, path: Path) -> None:
    run("decide", "accept", "Ada", "movedTo", "Acme", "--on", "2025-11-22")
    run("decide", "reject", "Ada", "moved to", "Acme", "--denied", "--on", "2025-11-22")
    assert lines(path) == [
        "accept\tmovedTo\tAda\tAcme\t2025-11-22\tAda",
        "reject\tnot movedTo\tAda\tAcme\t2025-11-22\tAda",
    ]


def test_the_last_decision_can_be_taken_back_and_leaves_no_byte(run: Run, path: Path) -> None:
    run("decide", "same", "Ada", "Bo")
    before = path.read_bytes()
    for command in (("different", "Ada", "Bo"), ("accept", "Ada", "left", "Acme"), ("same", "Ada", "Cy")):
        run("decide", *command)
    done = run("decide", "undo", "--last", "2")
    assert [line.partition(" by ")[0] for line in done.stderr.splitlines()[:2]] == [
        "taken back: 'Ada' and 'Cy' are one person",
        "taken back: it stands that 'Ada' left 'Acme'",
    ]
    done = run("decide", "undo", "ada", "bo")
    assert re.search(r"what holds again by Ada \(.*\): 'Ada' and 'Bo' are one person", done.stderr)
    assert path.read_bytes() == before
    run("decide", "undo")
    assert not path.exists()
    assert "nothing changed" in run("decide", "undo").stderr


def test_the_file_can_be_named_on_the_line_and_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("decide", "same", "Ada", "Bo", "--decisions", "ours.tsv")
    monkeypatch.setenv("AIGRAPH_DECISIONS", str(tmp_path / "ours.tsv"))
    assert "Bo" in run("decide", "list").stdout
    monkeypatch.setenv("AIGRAPH_DECISIONS", str(tmp_path / "theirs.tsv"))
    assert "theirs.tsv: no such file" in run("decide", "list").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("same", "Ada", "Ada"), "judged against itself"),
        (("same", "Ada", "Bo", "--on", "yesterday"), "'yesterday' is no day or moment"),
        (("same", "Ada", "Bo", "--kind", "Human"), "there is no class 'Human'"),
        (("accept", "Ada", "hired", "Bo"), "there is no relation 'hired'"),
        (("undo", "Ada"), "give nothing, --last N, two names"),
        (("undo", "Ada", "Bo", "--last", "1"), "give nothing, --last N, two names"),
        (("undo", "Ada", "Bo", "--denied"), "give nothing, --last N, two names"),
    ],
)
def test_a_decision_that_is_none_is_refused(run: Run, path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run("decide", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not path.exists()


def test_a_name_cannot_steer_the_terminal(run: Run) -> None:
    done = run("decide", "same", "\x1b[31mAda", "Bo\n\u202e")
    assert "\x1b" not in done.stderr + run("decide", "list").stdout
    assert "\u202e" not in done.stderr


def test_help_lists_the_judgements_in_the_order_of_use(run: Run) -> None:
    words = run("decide", "--help").stdout.partition("Commands:")[2].split()
    judgements = ["same", "different", "unsure", "accept", "reject", "undo", "list"]
    assert [word for word in words if word in judgements] == judgements
