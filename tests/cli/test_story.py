from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigraph.cli import program

MOVE = "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google as its chief scientist."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    (folder / "ng.txt").write_text(f"{MOVE}\n", encoding="utf-8")
    with chdir(folder):
        assert CliRunner().invoke(program, ["build", "ng.txt"]).exit_code == 0
    return folder


def run(folder: Path, *arguments: str) -> Result:
    with chdir(folder):
        return CliRunner().invoke(program, ["story", *arguments], catch_exceptions=False)


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a story be told where the explorer was not built, too."""
    monkeypatch.setattr("aigraph.view.explorer.page._built", lambda name: "")


def test_a_story_becomes_a_page(folder: Path) -> None:
    (folder / "ng.md").write_text("# A move\n\n[He](<entity:Andrew Ng>) went to [Baidu](entity:).\n", encoding="utf-8")
    done = run(folder, "ng.md")
    assert done.exit_code == 0, done.stderr
    assert done.stderr == "aigraph: the story in story.html\n"
    page = (folder / "story.html").read_text(encoding="utf-8")
    assert "<title>A move</title>" in page
    assert 'data-show="entity:organization/baidu">Baidu</a>' in page
    assert run(folder, "ng.md", "-o", "-").stdout == page


def test_a_mistake_in_a_story_is_one_line_that_says_where(folder: Path) -> None:
    (folder / "wrong.md").write_text("# A move\n\nHe went\nto [Bidu](entity:).\n", encoding="utf-8")
    done = run(folder, "wrong.md", "-o", "wrong.html")
    assert done.exit_code == 2
    assert done.stderr == "aigraph: wrong.md:4: the graph knows nothing called 'Bidu'; did you mean Baidu?\n"
    assert not (folder / "wrong.html").exists()


def test_a_story_that_is_not_there_is_a_mistake(folder: Path) -> None:
    done = run(folder, "nowhere.md")
    assert done.exit_code == 2
    assert done.stderr.startswith("aigraph: nowhere.md: cannot be read")


def test_a_story_can_be_told_of_what_was_known_on_a_day(folder: Path) -> None:
    (folder / "ng.md").write_text("# A move\n\n[Baidu](entity:)\n", encoding="utf-8")
    assert "the graph knows nothing called 'Baidu'" in run(folder, "ng.md", "--known-on", "2010").stderr
