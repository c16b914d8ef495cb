from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import chdir, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigraph import pipeline
from aigraph.cli import program

NG = "In May 2014, Andrew Ng joined Baidu from Google. Andrew Ng left Baidu in March 2017.\n"
RUMOUR = "Yann LeCun is rumoured to have joined Apple. Yann LeCun worked at Meta.\n"

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles and their graph."""
    folder = tmp_path_factory.mktemp("judging")
    (folder / "articles").mkdir()
    (folder / "articles" / "ng.txt").write_text(NG, encoding="utf-8")
    (folder / "articles" / "rumour.txt").write_text(RUMOUR, encoding="utf-8")
    with chdir(folder):
        assert CliRunner().invoke(program, ["build", "articles"]).exit_code == 0
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return Path(shutil.copytree(built, tmp_path / "copy"))


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("AIGRAPH_WHO", "Ada")

    def run(*arguments: str, input: str | None = None) -> Result:
        return CliRunner().invoke(program, arguments, input=input, catch_exceptions=False)

    return run


def decisions(folder: Path) -> list[list[str]]:
    lines = (folder / "exports" / "decisions.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def rumour(folder: Path) -> str:
    """Return where the rumour stands in the graph."""
    with pipeline.open(folder / "exports" / "store") as graph:
        (found,) = [statement for statement in graph.statements() if statement.object.label == "Apple"]
    return str(found.status)


def test_a_decision_takes_the_names_of_the_graph_and_holds_at_once(run: Run, folder: Path) -> None:
    assert rumour(folder) == "unconfirmed"
    done = run("decide", "accept", "yann lecun", "moved to", "organization/apple")
    assert done.exit_code == 0, done.stderr
    assert "decided: it stands that 'Yann LeCun' moved to 'Apple'" in done.stderr
    assert decisions(folder)[0][:4] == ["accept", "movedTo", "Yann LeCun", "Apple"]
    assert rumour(folder) == "accepted"
    run("decide", "undo")
    assert rumour(folder) == "unconfirmed"


def test_undo_gives_back_the_graph_as_it_was(run: Run) -> None:
    before = run("export", "nquads").stdout
    run("decide", "same", "Andrew Ng", "Yann LeCun")
    assert run("export", "nquads").stdout != before
    run("decide", "undo")
    assert run("export", "nquads").stdout == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("same", "Andrew Ngg", "Yann LeCun"), "did you mean Andrew Ng"),
        (("same", "Andrew Ng", "Google"), "not names of one class"),
        (("accept", "Andrew Ng", "movedTo", "Google"), "the graph does not say Andrew Ng movedTo Google"),
        (("reject", "Andrew Ng", "left", "Baidu", "--denied"), "the graph does not say Andrew Ng not left Baidu"),
    ],
)
def test_a_decision_about_what_the_graph_does_not_know_is_refused(
    run: Run, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run("decide", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not (folder / "exports" / "decisions.tsv").exists()


def test_review_asks_what_is_in_doubt_and_not_again(run: Run, folder: Path) -> None:
    done = run("review", input="r\n")
    assert "1 of 1 (1 statement hangs on it)" in done.stdout
    assert "Does it stand that Yann LeCun moved to Apple? It is unconfirmed." in done.stdout
    assert "« Yann LeCun is rumoured to have joined Apple. »" in done.stdout
    assert "1 decided, 0 left open" in done.stderr
    assert decisions(folder)[0][:4] == ["reject", "movedTo", "Yann LeCun", "Apple"]
    assert rumour(folder) == "refuted"
    assert "nothing is in doubt" in run("review").stderr


def test_review_ends_with_its_input(run: Run, folder: Path) -> None:
    assert "0 decided, 1 left open" in run("review", input="").stderr
    assert not (folder / "exports" / "decisions.tsv").exists()


def test_review_takes_single_keys_on_a_terminal(folder: Path) -> None:
    main, side = pty.openpty()
    store = folder / "exports" / "store"
    command = [sys.executable, "-m", "aigraph", "review", "--who", "Ada", "--store", str(store)]
    environment = {**os.environ, "COLUMNS": "50", "TERM": "xterm"}
    process = subprocess.Popen(command, stdin=side, stdout=side, stderr=side, env=environment)
    os.close(side)
    keys = ["?", "w", "on his page\n", "a"]
    shown, end = "", time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        if select.select([main], [], [], 0.5)[0]:
            with suppress(OSError):
                shown += os.read(main, 4096).decode("utf-8", "replace")
            continue
        # A terminal drops what is typed before it is asked for, so a key is pressed until something happens.
        asked = shown.count("? help") + shown.count("why:")
        if 0 < asked <= len(keys):
            os.write(main, keys[asked - 1].encode())
    process.kill()
    assert process.wait() == 0, shown
    os.close(main)
    assert decisions(folder)[0][6] == "on his page"
    assert max(map(len, shown.partition("decided")[0].splitlines())) <= 50


def test_diff_says_what_a_decision_changed(run: Run, folder: Path) -> None:
    shutil.copytree(folder / "exports" / "store", folder / "before")
    assert run("diff", "before", "exports/store", "--exit-code").exit_code == 0
    run("decide", "reject", "Andrew Ng", "left", "Baidu")
    done = run("diff", "before", "exports/store", "--exit-code")
    assert done.exit_code == 1
    rows = [line.split("  ") for line in done.stdout.splitlines()]
    assert [row[0] for row in rows[:3]] == ["what", "decision", "statement"]
    changed = next(line for line in done.stdout.splitlines() if "Andrew Ng left Baidu" in line and "status" in line)
    assert "status accepted → refuted" in changed
    assert changed.endswith("+ it does not stand that 'Andrew Ng' left 'Baidu'")
    assert run("diff", "before", "exports/store").exit_code == 0


@pytest.mark.parametrize("format", ["nquads", "trig"])
def test_an_export_is_a_state_like_the_store_it_was_made_from(run: Run, folder: Path, format: str) -> None:
    file = "graph.nq" if format == "nquads" else "graph.trig"
    done = run("diff", f"exports/{file}", "exports/store", "--exit-code")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing differs" in done.stderr


def test_diff_gives_the_article_that_is_the_cause_as_json(run: Run, folder: Path) -> None:
    (folder / "articles" / "rumour.txt").unlink()
    run("build", "articles", "--store", "other")
    found = json.loads(run("diff", "exports/store", "other", "--format", "json").stdout)
    assert [(each["change"], each["old"]["path"]) for each in found["articles"]] == [("gone", "articles/rumour.txt")]
    gone = {each["old"]["object"]["label"]: each for each in found["statements"]}
    assert gone.keys() == {"Apple", "Meta"}
    assert gone["Apple"]["because"][0]["article"]["old"]["path"] == "articles/rumour.txt"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("graph.ttl", "", "graph.ttl: no graph; give the folder of a store, or a file of .nq or .trig"),
        ("bad.nq", "<a> <b> .", "bad.nq: Parser error at line 1"),
        ("empty.nq", "", "empty.nq: holds no article"),
        ("foreign.nq", "<http://a.example/a> <http://a.example/b> <http://a.example/c> .", "holds no article"),
    ],
)
def test_a_file_that_is_no_graph_is_refused(run: Run, folder: Path, name: str, text: str, message: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    done = run("diff", name, "exports/store")
    assert done.exit_code == 2
    assert message in done.stderr
