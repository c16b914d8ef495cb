from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.view.conftest import DOCUMENTS, STATEMENTS

from aigraph.model import Network, Statement
from aigraph.revise import fresh
from aigraph.store import Store, load
from aigraph.view.notebook import notebook
from aigraph.view.quick import limit, page
from aigraph.workspace import Graph

ROOT = Path(__file__).parents[2]


class Shown(HTMLParser):
    """The texts of the cells of a page, and the attributes of its frame."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: list[str] = []
        self.frame: dict[str, str | None] = {}
        self.tags: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "iframe":
            self.frame = dict(attrs)

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "td" and data.strip():
            self.cells.append(data)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(fresh(Store.open(None, create=True), Graph(load(ROOT / "exports/graph.nq")).readings(), decisions=()))


def test_a_notebook_shows_the_page_in_a_frame_of_its_own_and_the_moves_after_it(moves: Network) -> None:
    quick = page(moves, title="Who moved where")
    shown = Shown(notebook(STATEMENTS, DOCUMENTS, moves=STATEMENTS[:1], page=quick, title="Who moved where"))
    assert shown.frame["srcdoc"] == quick
    assert "allow-same-origin" not in (shown.frame["sandbox"] or "")
    assert shown.cells == [
        *("Shengjia Zhao", "OpenAI", "Meta", "2025-06"),
        *("Shengjia Zhao left OpenAI for Meta.", "News of Shengjia Zhao"),
    ]


def test_a_graph_shows_itself(graph: Graph) -> None:
    shown = Shown(graph._repr_html_())
    assert shown.frame["srcdoc"] == graph.page()
    assert "Joel Pobar" in shown.cells


def test_a_graph_that_is_too_large_shows_a_table_and_says_how_to_see_it_all(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limit, "LIMIT", 5)
    text = graph._repr_html_()
    assert "<iframe" not in text
    assert "<code>graph.explore()</code>" in text
    assert len(Shown(text).cells) > 5


@pytest.fixture
def notebook_of(browser: Browser, tmp_path: Path) -> Callable[[str], int]:
    """Open HTML as a notebook does, and count the scripts that ran in it and in its frames."""

    def opened(text: str) -> int:
        file = tmp_path / "notebook.html"
        file.write_text(f"<!doctype html><meta charset=utf-8>{text}", encoding="utf-8")
        tab = browser.new_page()
        tab.goto(file.as_uri())
        tab.wait_for_load_state("networkidle")
        fired = sum(bool(frame.evaluate("window.__fired")) for frame in tab.frames)
        tab.close()
        return fired

    return opened


def test_names_and_sentences_are_text_in_a_notebook_too(
    notebook_of: Callable[[str], int], hostile: Network, payloads: tuple[str, ...]
) -> None:
    title = "".join(payloads)
    statements: list[Statement] = [edge.statement for edge in hostile.edges]
    text = notebook(statements, hostile.documents, moves=statements, page=page(hostile, title=title), title=title)
    assert notebook_of(text) == 0
    assert notebook_of("".join(f"<p>{payload}</p>" for payload in payloads)) == 1


def test_the_explorer_opens_from_a_file_that_is_the_readers_own(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(Graph, "explorer", lambda self, *, title, language: f"{title} {language}")
    file = graph.explore(tmp_path / "here.html", title="Moves", language="fr")
    assert file.read_text() == "Moves fr"
    private = graph.explore()
    assert opened == [file.as_uri(), private.as_uri()]
    assert private.parent.stat().st_mode & 0o077 == 0
