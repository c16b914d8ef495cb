"""The page in a real browser: from a file, without network, under its own policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from aigraph.model import Network
from aigraph.view.quick import page

Open = Callable[[str], Page]


@pytest.fixture(params=[False])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Yield a browser without network; the parameter says whether it ignores the page's policy."""
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}, bypass_csp=request.param)
    yield context
    context.close()


@pytest.fixture
def open_page(context: BrowserContext, tmp_path: Path) -> Iterator[Open]:
    """Open HTML from a file; at the end, nothing was said on the console and nothing was asked of any network."""
    complaints: list[str] = []
    asked: list[str] = []
    file = tmp_path / "page.html"

    def open_text(text: str) -> Page:
        file.write_text(text, encoding="utf-8", newline="")
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("dialog", lambda dialog: complaints.append(dialog.message))
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(file.as_uri())
        return tab

    yield open_text
    assert complaints == []
    assert asked == [file.as_uri()]


def point(tab: Page, start: str, end: str | None = None) -> tuple[float, float]:
    """Return where a node is on the screen, or the middle of the line between two."""
    x, y = tab.evaluate(
        """([start, end]) => {
          const [a, b] = [start, end].map((id) => aigraph.network.canvasToDOM(aigraph.network.getPosition(id)));
          const room = document.getElementById("canvas").getBoundingClientRect();
          return [room.x + (a.x + b.x) / 2, room.y + (a.y + b.y) / 2];
        }""",
        [start, end or start],
    )
    return x, y


def test_the_page_draws_from_a_file_without_network(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title="Who moved where"))
    colors = tab.evaluate(
        """() => {
          const canvas = document.querySelector("#canvas canvas");
          const image = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(image.data.buffer)).size;
        }"""
    )
    assert colors > 50
    assert tab.inner_text("#counts") == "5 people · 5 organisations · 3 moves · 8 articles"


def test_a_click_on_a_line_shows_the_sentence_that_proves_it(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title=""))
    tab.mouse.click(*point(tab, "person/ruoming-pang", "organization/meta"))
    assert tab.inner_text("#panel h2") == "Ruoming Pang moved to Meta, from Apple"
    assert tab.inner_text("#panel blockquote") == "According to Bloomberg, Ruoming Pang goes from Apple to Meta."
    assert tab.locator("#panel mark").all_inner_texts() == ["Ruoming Pang", "Meta"]
    assert "according to Bloomberg · rule en.movedTo.test" in tab.inner_text("#panel .rule")
    assert tab.locator("#panel .badge").all_inner_texts() == ["reported", "accepted", "1 independent source"]
    assert tab.get_attribute("#panel .proof a", "href") == "https://example.org/a"
    assert tab.get_attribute("#panel .proof a", "rel") == "noopener noreferrer"


def test_a_click_on_where_someone_came_from_shows_the_same_move(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title=""))
    tab.mouse.click(*point(tab, "organization/apple", "person/ruoming-pang"))
    assert tab.inner_text("#panel h2") == "Ruoming Pang moved to Meta, from Apple"


def test_a_click_on_a_name_shows_its_card_and_its_statements_open_to_their_sentences(
    open_page: Open, moves: Network
) -> None:
    tab = open_page(page(moves, title=""))
    tab.mouse.click(*point(tab, "organization/meta"))
    assert tab.inner_text("#panel h2") == "Meta"
    assert "Meta Platforms, Facebook" in tab.inner_text("#panel .details")
    assert tab.get_attribute("#panel .details a", "href") == "https://www.wikidata.org/wiki/Q380"
    tab.click("#panel summary:has-text('Shengjia Zhao')")
    assert tab.inner_text("#panel details[open] blockquote") == "Shengjia Zhao left OpenAI for Meta."


def test_the_list_says_the_same_without_eyes_or_mouse(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title=""))
    tab.focus("#tab-graph")
    tab.keyboard.press("ArrowRight")
    rows = tab.locator("#list table").first.locator("tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["Ruoming Pang", "Apple", "Meta", "July 2025", "reported"],
        ["Shengjia Zhao", "OpenAI", "Meta", "June 2025", "stated as fact"],
        ["John Schulman", "OpenAI", "Anthropic", "", "disputed"],
    ]
    row = tab.locator("#list button", has_text="Shengjia Zhao").first
    row.focus()
    tab.keyboard.press("Enter")
    assert tab.inner_text("#panel blockquote") == "Shengjia Zhao left OpenAI for Meta."
    assert tab.evaluate("document.activeElement.tagName") == "H2"
    tab.keyboard.press("Escape")
    assert tab.inner_text("#panel h2") == "Who gained, who lost"
    assert tab.evaluate("document.activeElement.textContent") == "Shengjia Zhao"


def test_the_search_finds_names_without_accents_and_aliases(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title=""))
    for typed, name in {"timothee": "Timothée Lacroix", "facebook": "Meta"}.items():
        tab.fill("#search", typed)
        assert tab.locator("#matches [role=option] span").all_inner_texts() == [name]
        tab.keyboard.press("Enter")
        assert tab.inner_text("#panel h2") == name


def test_relations_and_unconfirmed_statements_can_be_hidden(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title=""))

    def shown() -> int:
        count: int = tab.locator("#list tbody tr").count()
        return count

    assert shown() == 8
    tab.click("[data-relation=unconfirmed]")
    assert shown() == 7
    tab.click("[data-relation=movedTo]")
    assert shown() == 4


def test_the_page_speaks_french_at_a_click(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title=""))
    tab.click("#languages [lang=fr]")
    assert tab.get_attribute("html", "lang") == "fr"
    assert tab.inner_text("#panel h2") == "Qui gagne, qui perd"
    tab.mouse.click(*point(tab, "person/ruoming-pang", "organization/meta"))
    assert tab.inner_text("#panel h2") == "Ruoming Pang a rejoint Meta, depuis Apple"
    assert "juillet 2025" in tab.inner_text("#panel .details")


def test_a_phone_gets_the_panel_below_the_graph_and_nothing_sticks_out(open_page: Open, moves: Network) -> None:
    tab = open_page(page(moves, title="Who moved where"))
    tab.set_viewport_size({"width": 390, "height": 844})
    graph, panel = tab.locator("main").bounding_box(), tab.locator("#panel").bounding_box()
    assert graph is not None
    assert panel is not None
    assert panel["y"] >= graph["y"] + graph["height"]
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


# ---------------------------------------------------------------- what others wrote must stay text


@pytest.mark.parametrize("context", [False, True], ids=["under its policy", "without any policy"], indirect=True)
def test_no_text_from_outside_runs(open_page: Open, hostile: Network, payloads: tuple[str, ...]) -> None:
    tab = open_page(page(hostile, title=" ".join(payloads)))
    for place in range(len(payloads)):
        tab.evaluate("(id) => aigraph.select('entity', id)", f"person/{place}")
        tab.evaluate("document.querySelectorAll('#panel details').forEach((d) => { d.open = true })")
    for edge in hostile.edges:
        tab.evaluate("(id) => aigraph.select('statement', id)", edge.statement.id)
    for payload in payloads:
        tab.fill("#search", payload)
    tab.mouse.move(*point(tab, "person/0"))
    tab.click("#languages [lang=fr]")
    tab.click("#tab-list")
    tab.wait_for_timeout(300)
    assert tab.evaluate("window.__fired") is None
    assert tab.locator("#panel a, #list a, #panel img, #panel svg [onload], #list img").count() == 0
    assert tab.locator("#list tbody tr").count() == len(payloads)


def test_the_same_texts_do_run_in_a_page_that_trusts_them(
    context: BrowserContext, tmp_path: Path, payloads: tuple[str, ...]
) -> None:
    fired = 0
    file = tmp_path / "naive.html"
    tab = context.new_page()
    for payload in payloads:
        file.write_text(
            f'<!doctype html><meta charset=utf-8><div>{payload}</div><a id=link href="{payload}">read</a>'
            f"<script>var name = '{payload}';</script>",
            encoding="utf-8",
        )
        tab.goto(file.as_uri())
        if payload[:4].lower() == "java":
            tab.evaluate("document.getElementById('link').click()")
        tab.wait_for_timeout(40)
        fired += bool(tab.evaluate("window.__fired"))
    assert fired >= 20
