"""Finding people, organisations, works and articles by name."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]


def box(tab: Page) -> Locator:
    return tab.get_by_role("combobox", name="Search")


def found(tab: Page) -> Locator:
    return tab.get_by_role("option")


def test_a_name_that_is_chosen_opens_its_card(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    box(tab).fill("meta")
    expect(found(tab).first).to_have_text(re.compile(r"^Meta organisation · \d+ statements$"))
    found(tab).first.click()
    panel = tab.get_by_role("complementary", name="Details")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Meta")
    expect(panel.get_by_role("heading", name="Arrivals")).to_be_visible()
    expect(found(tab)).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Facebook", "Facebook → Meta"),  # an alias
        ("joelle pineau", "Joëlle Pineau"),  # without accents
        ("DÉFOSSEZ", "Alexandre Défossez"),  # a word within, in capitals
        ("zhao shengjia", "Shengjia Zhao"),  # the other way round
        ("shenjia", "Shengjia Zhao"),  # a letter too few
        ("openia", "OpenAI"),  # two letters swapped
        ("year of departures", "OpenAI: the year of departures article"),
    ],
)
def test_a_name_is_found_as_people_write_it(open_page: Open, examples_page: str, typed: str, first: str) -> None:
    tab = open_page(examples_page)
    box(tab).fill(typed)
    expect(found(tab).first).to_contain_text(first)


def test_what_is_not_there_is_said_not_to_be(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    box(tab).fill("xyzzy")
    expect(tab.get_by_text("Nothing by this name.")).to_be_visible()
    box(tab).fill("(.*)+[")
    expect(found(tab)).to_have_count(0)


def test_search_needs_no_mouse(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.keyboard.press("/")
    expect(box(tab)).to_be_focused()
    tab.keyboard.type("anthropic")
    expect(box(tab)).to_have_attribute("aria-expanded", "true")
    tab.keyboard.press("ArrowDown")
    expect(tab.get_by_role("option", selected=True)).to_contain_text("Anthropic")
    assert box(tab).get_attribute("aria-activedescendant") == found(tab).first.get_attribute("id")
    tab.keyboard.press("Enter")
    heading = tab.get_by_role("complementary").get_by_role("heading", level=2)
    expect(heading).to_have_text("Anthropic")
    expect(heading).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("complementary", name="Details")).to_have_count(0)
    expect(box(tab)).to_be_focused()


def test_escape_closes_the_names_before_the_panel(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "show=entity:organization/meta")
    box(tab).fill("open")
    expect(found(tab).first).to_be_visible()
    tab.keyboard.press("Escape")
    expect(found(tab)).to_have_count(0)
    expect(tab.get_by_role("complementary", name="Details")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("complementary", name="Details")).to_have_count(0)
