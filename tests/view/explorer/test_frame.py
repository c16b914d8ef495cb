"""What the whole page does, whatever the view."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def test_the_page_opens_from_a_file_without_network(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    expect(tab.get_by_role("tab", selected=True)).to_have_text("Graph")


def test_a_link_opens_the_view_that_it_was_made_from(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.get_by_role("tab", name="Flows").click()
    again = open_page(examples_page, tab.evaluate("location.hash.slice(1)"))
    expect(again.get_by_role("tab", selected=True)).to_have_text("Flows")
