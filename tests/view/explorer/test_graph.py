"""The graph view: what is drawn, and what a click on it opens."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]

OPENAI, META = "organization/openai", "organization/meta"


def click(tab: Page, id: str) -> None:
    """Click on what is drawn of an organisation or person, or on the middle of a flow ("FROM>TO")."""
    tab.wait_for_function("id => aigraph.at(id)", arg=id)
    at = tab.evaluate("id => aigraph.at(id)", id)
    tab.mouse.click(at["x"], at["y"])


def test_a_click_on_the_flow_from_openai_to_meta_opens_it(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.wait_for_selector("[data-painted=organizations]")
    click(tab, f"{OPENAI}>{META}")
    tab.wait_for_function(
        "decodeURIComponent(location.hash).includes('show=flow:organization/openai>organization/meta')"
    )
    expect(tab.locator("aside.panel")).to_be_visible()


def test_a_click_on_an_organisation_opens_it(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.wait_for_selector("[data-painted=organizations]")
    click(tab, META)
    expect(tab.locator("aside.panel")).to_contain_text("Meta")
