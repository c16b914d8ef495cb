from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigraph.cli import program

ARTICLES = {
    "one.md": """---
title: Who leads Meta
published: 2025-07-01
---
Mark Zuckerberg, the CEO of Meta, spoke first. Sam Altman, the CEO of Meta, answered him.
Cohere was founded in 2019 by Aidan Gomez.
""",
    "two.md": """---
title: A start-up in Toronto
published: 2025-07-02
---
Cohere is a start-up in Toronto. Aidan Gomez founded Cohere in 2021.
""",
}

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles that contradict each other and themselves, and their graph."""
    folder = tmp_path_factory.mktemp("conflicts")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        done = CliRunner().invoke(program, ["ingest", *ARTICLES])
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)
    return lambda *arguments: CliRunner().invoke(program, ["conflicts", *arguments], catch_exceptions=False)


def test_conflicts_are_listed_by_kind_with_their_sentences_side_by_side(run: Run) -> None:
    done = run()
    assert done.exit_code == 0
    assert (
        done.stdout
        == """\
foundings: an organisation is said to be founded on two dates

  Cohere is said to be founded in 2019 and in 2021
      « Cohere was founded in 2019 by Aidan Gomez. »  Who leads Meta, 2025-07-01
      « Aidan Gomez founded Cohere in 2021. »  A start-up in Toronto, 2025-07-02
      would settle it: the register entry of Cohere, or its founders' own account of when it began

heads: two people are said to head one organisation at one time

  Mark Zuckerberg and Sam Altman are both said to head Meta at one time
      « Mark Zuckerberg, the CEO of Meta, spoke first. »  Who leads Meta, 2025-07-01
      « Sam Altman, the CEO of Meta, answered him. »  Who leads Meta, 2025-07-01
      would settle it: who headed Meta then, Mark Zuckerberg or Sam Altman, from itself
"""
    )


def test_one_kind_can_be_asked_for(run: Run) -> None:
    assert "founded" not in run("--kind", "heads").stdout
    none = run("--kind", "denial")
    assert (none.exit_code, none.stdout) == (0, "")
    assert none.stderr == "aigraph: nothing contradicts anything else\n"


def test_a_kind_that_is_none_ends_with_2(run: Run) -> None:
    done = run("--kind", "head")
    assert done.exit_code == 2
    assert "there is no kind of conflict 'head'; there are denial, " in done.stderr


def test_another_program_gets_a_table(run: Run) -> None:
    data = json.loads(run("--format", "json").stdout)
    assert [row["kind"]["value"] for row in data["results"]["bindings"]] == ["foundings", "heads"]
    assert run("--format", "csv", "--kind", "heads").stdout.startswith("kind,what,state,settled_by,sentence,")
