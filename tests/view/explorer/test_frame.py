"""What the whole page does, whatever the view."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]

PHONE = {"width": 390, "height": 844}


def test_the_page_opens_from_a_file_without_network(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    expect(tab.get_by_role("tab", selected=True)).to_have_text("Graph")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Who moved where in AI")


def test_a_link_opens_the_view_that_it_was_made_from(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.get_by_role("tab", name="Flows").click()
    again = open_page(examples_page, tab.evaluate("location.hash.slice(1)"))
    expect(again.get_by_role("tab", selected=True)).to_have_text("Flows")


def test_back_takes_back_a_step_and_keeps_the_filters(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "rel=left")
    tab.get_by_role("tab", name="Statements").click()
    tab.get_by_role("tab", name="Conflicts").click()
    tab.go_back()
    expect(tab.get_by_role("tab", selected=True)).to_have_text("Statements")
    expect(tab.get_by_role("button", name="Remove the filter: left")).to_be_visible()


def test_the_head_says_how_much_passes(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    expect(tab.locator(".head-counts")).to_have_text("99 people · 48 organisations · 58 moves · 14 articles")
    tab.get_by_role("checkbox", name=re.compile("^declined")).check()
    expect(tab.locator(".head-counts")).to_have_text("1 person · 1 organisation · 0 moves · 1 article")


def test_the_view_fills_what_head_filters_panel_and_clocks_leave(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&show=entity:organization/meta")
    boxes = {name: tab.locator(name).bounding_box() for name in (".filters", "[role=tabpanel]", ".panel", ".time")}
    left, view, right, below = (box for box in boxes.values() if box)
    assert left["x"] == 0
    assert left["x"] + left["width"] == view["x"]
    assert view["x"] + view["width"] == right["x"]
    assert right["x"] + right["width"] == 1400
    assert view["y"] + view["height"] == below["y"]
    assert below["y"] + below["height"] == 900
    tab.get_by_role("button", name="Filters").click()
    expect(tab.locator(".filters")).to_have_count(0)
    wider = tab.locator("[role=tabpanel]").bounding_box()
    assert wider
    assert wider["x"] == 0


def test_nothing_is_wider_than_a_phone(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for name in ("Graph", "Flows", "Timeline", "Models", "Conflicts", "Statements"):
        tab.get_by_role("tab", name=name).click()
        expect(tab.get_by_role("tab", name=name)).to_be_in_viewport()
        assert tab.evaluate("document.documentElement.scrollWidth") == 390, name
        assert tab.evaluate("document.querySelector('[role=tabpanel]').scrollWidth") == 390, name


def test_the_panel_of_a_phone_is_a_sheet_that_leaves_the_head(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=flows&show=entity:organization/meta")
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    sheet = tab.locator(".panel").bounding_box()
    assert sheet
    assert (sheet["x"], sheet["width"]) == (0, 390)
    assert sheet["y"] > 200
    assert sheet["y"] + sheet["height"] == 844
    tab.keyboard.press("Escape")
    expect(tab.locator(".panel")).to_have_count(0)


def test_a_hint_leads_to_the_panel_until_it_was_found(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    hint = tab.get_by_text("Click anything to read the sentence that proves it.")
    expect(hint).to_be_visible()
    tab.get_by_role("button", name="Claude Code").first.click()
    expect(tab.locator(".panel")).to_be_visible()
    expect(hint).to_have_count(0)
