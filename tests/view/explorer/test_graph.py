"""The graph view: what is drawn, and what a click on it opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import etree
from playwright.sync_api import Locator, Page, Playwright, expect
from tests.view.conftest import launch

Open = Callable[..., Page]

OPENAI, META, LECUN = "organization/openai", "organization/meta", "person/yann-lecun"


def at(tab: Page, id: str) -> tuple[float, float]:
    """Return where an entity, or the middle of a link ("FROM>TO"), is drawn, once it stays there."""
    place, before = None, None
    while not place or place != before:
        before = place
        tab.wait_for_timeout(100)
        place = tab.wait_for_function("id => aigraph.at(id)", arg=id).json_value()
    return place["x"], place["y"]


def painted(tab: Page, scope: str) -> None:
    tab.wait_for_selector(f"[data-painted={scope}]")


def panel(tab: Page) -> Locator:
    return tab.get_by_role("complementary", name="Details").get_by_role("heading", level=2)


def as_a_list(tab: Page) -> list[str]:
    tab.get_by_role("button", name="As a list").click()
    return tab.locator(".graph-list ul").first.get_by_role("listitem").all_inner_texts()


def test_a_click_on_the_flow_from_openai_to_meta_opens_it(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    painted(tab, "organizations")
    tab.mouse.move(*at(tab, f"{OPENAI}>{META}"))
    expect(tab.get_by_text("OpenAI → Meta: 8 people")).to_be_visible()
    tab.mouse.click(*at(tab, f"{OPENAI}>{META}"))
    expect(panel(tab)).to_contain_text("OpenAI → Meta")


def test_a_click_on_an_organisation_opens_it_and_one_beside_it_closes(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    painted(tab, "organizations")
    tab.mouse.click(*at(tab, META))
    expect(panel(tab)).to_have_text("Meta")
    box = tab.locator(".graph-canvas").bounding_box()
    assert box
    tab.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    expect(panel(tab)).to_have_count(0)


def test_the_list_says_the_same_as_the_drawing_and_opens_the_same(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    painted(tab, "organizations")
    assert as_a_list(tab)[0] == "OpenAI → Meta: 8 people"
    tab.get_by_role("button", name="OpenAI → Meta: 8 people").click()
    expect(panel(tab)).to_contain_text("OpenAI → Meta")


def test_filters_leave_less_to_be_drawn(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    at(tab, "organization/tesla")
    tab.get_by_role("group", name="Organisation").get_by_label("Apple").check()
    tab.wait_for_function("!aigraph.at('organization/tesla')")
    assert as_a_list(tab) == ["Apple → Meta: 1 person"]


def test_the_surroundings_of_a_person_lead_on_to_others(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, f"scope=around&around={LECUN}")
    painted(tab, "around")
    expect(tab.get_by_role("heading", name="Surroundings of Yann LeCun")).to_be_visible()
    at(tab, LECUN)
    at(tab, "organization/ami-labs")
    assert "Meta → Yann LeCun" in as_a_list(tab)
    tab.mouse.dblclick(*at(tab, META))
    expect(tab.get_by_role("heading", name="Surroundings of Meta")).to_be_visible()


def test_everything_can_be_refined_and_stopped(open_page: Open, seeds_page: str) -> None:
    tab = open_page(seeds_page, "scope=full")
    painted(tab, "full")
    before = at(tab, OPENAI)
    tab.get_by_role("button", name="Refine").click()
    tab.wait_for_function("([x, y]) => Math.hypot(aigraph.at('organization/openai').x - x, 0) > 1", arg=before)
    tab.get_by_role("button", name="Stop").click()
    expect(tab.get_by_role("button", name="Refine")).to_be_visible()


def test_the_keyboard_moves_the_drawing(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    painted(tab, "organizations")
    before = at(tab, META)
    tab.get_by_role("application").focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("([x]) => aigraph.at('organization/meta').x < x - 10", arg=before)
    tab.keyboard.press("0")
    tab.wait_for_function("([x]) => Math.abs(aigraph.at('organization/meta').x - x) < 1", arg=before)


def test_another_tab_takes_the_drawing_away_and_the_graph_comes_back(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    painted(tab, "organizations")
    tab.get_by_role("tab", name="Statements").click()
    expect(tab.locator("canvas")).to_have_count(0)
    tab.get_by_role("tab", name="Graph").click()
    at(tab, META)


def test_the_picture_is_a_document_with_the_names_that_are_seen(
    open_page: Open, examples_page: str, tmp_path: Path
) -> None:
    tab = open_page(examples_page)
    painted(tab, "organizations")
    tab.get_by_role("button", name="Take away").click()
    with tab.expect_download() as download:
        tab.get_by_role("menuitem", name="SVG").click()
    download.value.save_as(tmp_path / "graph.svg")
    picture = etree.parse(tmp_path / "graph.svg").getroot()
    assert {"OpenAI", "Meta", "Anthropic", "Mistral AI", "8"} <= {str(text) for text in picture.itertext()}


def test_without_webgl_a_still_picture_and_the_list_are_there(
    playwright: Playwright, examples_page: str, tmp_path: Path
) -> None:
    browser = launch(playwright, "--disable-3d-apis")
    page = tmp_path / "page.html"
    page.write_text(examples_page, encoding="utf-8")
    try:
        tab = browser.new_page(locale="en-GB")
        tab.goto(page.as_uri())
        expect(tab.get_by_text("This browser has no WebGL")).to_be_visible()
        picture = tab.get_by_role("img", name="The graph as a still picture")
        expect(picture).to_be_visible()
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
        tab.get_by_role("button", name="OpenAI → Meta: 8 people").click()
        expect(panel(tab)).to_contain_text("OpenAI → Meta")
    finally:
        browser.close()
