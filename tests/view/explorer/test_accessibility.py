"""Who cannot see the page or has no mouse can use it: axe-core finds nothing grave, the keyboard goes everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Page]

AXE = Path(__file__).parents[3] / "explorer/node_modules/axe-core/axe.min.js"
VIEWS = ("graph", "flows", "timeline", "works", "conflicts", "statements")
PANELS = (
    "entity:person/yann-lecun",
    "entity:organization/meta",
    "conflict:0",
    "flow:organization/openai>organization/meta",
)
WIDE, PHONE = (1400, 900), (390, 844)


@pytest.fixture(scope="module", params=("light", "dark"))
def tab(
    request: pytest.FixtureRequest, browser: Browser, examples_page: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    if not AXE.exists():
        pytest.skip("axe-core is not here: npm ci in explorer/")
    scheme: Literal["light", "dark"] = request.param
    # axe-core comes from outside the page, which the policy of the page forbids.
    context = browser.new_context(bypass_csp=True, offline=True, color_scheme=scheme, reduced_motion="reduce")
    file = tmp_path_factory.mktemp("axe") / "page.html"
    file.write_text(examples_page, encoding="utf-8", newline="")
    tab = context.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("html[data-ready]")
    tab.add_script_tag(path=AXE)
    yield tab
    context.close()


def grave(tab: Page, part: str = "html") -> list[str]:
    """Return what axe-core finds in a part of the page, serious or critical: rule, element, reason."""
    found = tab.evaluate(
        "(part) => axe.run(part, {resultTypes: ['violations']}).then(({violations}) => violations)", part
    )
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def look_at(tab: Page, hash: str, size: tuple[int, int]) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.evaluate("(hash) => { location.hash = hash; }", hash)
    tab.wait_for_timeout(250)  # views that draw after they are there


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=("wide", "phone"))
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_grave_in_a_view(tab: Page, view: str, size: tuple[int, int]) -> None:
    look_at(tab, f"view={view}", size)
    assert grave(tab) == []


@pytest.mark.parametrize("show", PANELS)
def test_axe_finds_nothing_grave_in_the_panel(tab: Page, show: str) -> None:
    look_at(tab, f"view=statements&rel=declined&show={show}", WIDE)
    expect(tab.locator(".panel h2")).to_be_visible()
    assert grave(tab, ".panel") == []


def test_axe_finds_nothing_grave_in_the_filters_and_clocks_of_a_phone(tab: Page) -> None:
    look_at(tab, "view=statements&rel=left&on=2025-01-01&known=2026-01-01", PHONE)
    tab.locator(".time-fold summary").click()
    assert grave(tab) == []
    tab.get_by_role("button", name="Filters").click()
    while (folded := tab.locator("details.facet:not([open]) > summary")).count():
        folded.first.click()
    assert grave(tab) == []
    tab.keyboard.press("Escape")


def test_axe_bites(tab: Page) -> None:
    look_at(tab, "view=statements&rel=declined", WIDE)
    tab.evaluate("document.querySelector('.filters-button').replaceChildren()")
    assert any(found.startswith("button-name") for found in grave(tab))
    tab.reload()
    tab.wait_for_selector("html[data-ready]")
    tab.add_script_tag(path=AXE)


def test_with_the_keyboard_alone_one_reads_the_proof_of_a_statement(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    focused = tab.locator(":focus")

    def tab_until(text: str, most: int = 60) -> None:
        for _ in range(most):
            tab.keyboard.press("Tab")
            if re.search(
                text,
                focused.evaluate(
                    "(e) => `${e.getAttribute('aria-label') ?? ''} ${e.closest('label')?.innerText ?? e.innerText}`"
                ),
            ):
                return
        raise AssertionError(f"no {text} after {most} times Tab")

    tab.keyboard.press("Tab")
    expect(focused).to_have_text("Skip to the view")
    tab_until("^ ?Graph$")
    tab.keyboard.press("End")
    expect(tab.get_by_role("tab", selected=True)).to_have_text("Statements")
    expect(focused).to_have_text("Statements")
    tab_until("left")
    tab.keyboard.press("Space")
    expect(tab.get_by_text("28 of 292 statements")).to_be_visible()
    tab_until("Clear all")
    tab_until("left: the sentences on Andrej Karpathy")
    tab.keyboard.press("Enter")
    expect(tab.locator(".panel h2")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator(".panel")).to_have_count(0)


def test_what_has_the_focus_is_seen(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    for _ in range(40):
        tab.keyboard.press("Tab")
        ring = tab.locator(":focus").evaluate(
            "(e) => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]"
        )
        assert "none" not in ring, tab.locator(":focus").evaluate("(e) => e.outerHTML")
        assert "0px" not in ring, tab.locator(":focus").evaluate("(e) => e.outerHTML")


# All that is read or spoken of some parts of the page.
TEXTS = """(parts) => parts.flatMap((part) => [...document.querySelectorAll(`${part}, ${part} *`)])
  .flatMap((e) => [...["aria-label", "title", "placeholder", "aria-valuetext"].map((name) => e.getAttribute(name)),
    ...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data)])
  .filter((text) => text?.trim())"""
ENGLISH = re.compile(
    r"\b(the|and|any|day|known|true|filters?|search|clear|all|more|show|remove|month|statements?|people|moves?|colou?rs|"
    r"take|away|facts|disputed|rumours|certainty|role|find|reported|accepted|choices?|or|of|in|quick|time)\b",
    re.IGNORECASE,
)


def test_in_french_the_frame_has_no_english_word(open_page: Open, examples_page: str) -> None:
    tab = open_page(
        examples_page, "on=2025-01-01&known=2026-01-01&sources=2&certainty=asserted&status=accepted&rel=left"
    )
    tab.get_by_role("button", name="Français").click()
    expect(tab.locator("html")).to_have_attribute("lang", "fr")
    expect(tab.get_by_role("tab")).to_have_text(
        ["Graphe", "Flux", "Chronologie", "Modèles", re.compile("Conflits|Contradictions"), "Énoncés"]
    )
    while (folded := tab.locator("details.facet:not([open]) > summary")).count():
        folded.first.click()
    texts = set(tab.evaluate(TEXTS, [".head", ".tabs", ".filters", ".chips", ".time"]))
    names = set(tab.evaluate(TEXTS, ["h1", ".languages", ".choice-name"]))
    assert [text for text in sorted(texts - names) if ENGLISH.search(text)] == []
    expect(tab).to_have_title("Who moved where in AI")
    tab.get_by_role("button", name="English").click()
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    expect(tab.get_by_role("tab").first).to_have_text("Graph")


def test_the_colours_follow_the_system_or_the_button(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = tab.evaluate(ground)
    tab.emulate_media(color_scheme="dark")
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    assert tab.evaluate(ground) != light
    tab.get_by_role("button", name="Colours: as the system has them").click()
    expect(tab.locator("html")).to_have_attribute("data-theme", "light")
    assert tab.evaluate(ground) == light
    tab.get_by_role("button", name="Colours: light").click()
    expect(tab.get_by_role("button", name="Colours: dark")).to_be_visible()
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
