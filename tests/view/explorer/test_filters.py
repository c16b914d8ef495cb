"""The filters: choices with counts, presets, chips, and what each leaves."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]


def choice(tab: Page, name: str) -> Locator:
    return tab.get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)} [\d,]+$"))


def count(tab: Page, name: str) -> int:
    return int(tab.locator(".choice", has=choice(tab, name)).locator(".choice-count").inner_text().replace(",", ""))


def passing(tab: Page) -> int:
    found = re.search(r"([\d,]+) of [\d,]+ statements", tab.get_by_role("region", name="Filters").inner_text())
    assert found
    return int(found[1].replace(",", ""))


def test_a_choice_leaves_as_many_statements_as_it_says(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    left = count(tab, "left")
    choice(tab, "left").check()
    expect(tab.get_by_text(f"{left} of 292 statements")).to_be_visible()
    expect(tab).to_have_url(re.compile("rel=left"))


def test_choices_of_one_kind_add_up_and_of_two_kinds_narrow(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "rel=left")
    left, moved = passing(tab), count(tab, "moved to")
    choice(tab, "moved to").check()
    expect(tab.get_by_text(f"{left + moved} of 292 statements")).to_be_visible()
    of_openai = count(tab, "OpenAI")
    choice(tab, "OpenAI").check()
    expect(tab.get_by_text(f"{of_openai} of 292 statements")).to_be_visible()
    assert 0 < of_openai < left + moved
    assert count(tab, "moved to") + count(tab, "left") == of_openai


def test_a_chip_takes_its_filter_off(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "rel=left&org=organization/openai&sources=2")
    expect(tab.get_by_role("button", name="Filters 3")).to_be_visible()
    tab.get_by_role("button", name="Remove the filter: OpenAI").click()
    expect(choice(tab, "OpenAI")).not_to_be_checked()
    expect(choice(tab, "left")).to_be_checked()
    tab.get_by_role("button", name="Clear all").click()
    expect(choice(tab, "left")).not_to_be_checked()
    expect(tab.locator(".chips")).to_have_count(0)
    expect(tab).not_to_have_url(re.compile("rel="))


def test_an_organisation_is_found_by_its_name(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    expect(choice(tab, "Anysphere")).to_have_count(0)
    tab.get_by_role("searchbox", name="Organisation").fill("anysph")
    choice(tab, "Anysphere").check()
    tab.get_by_role("searchbox", name="Organisation").fill("")
    expect(choice(tab, "Anysphere")).to_be_checked()  # what is chosen stays in sight
    expect(tab.get_by_role("button", name="Remove the filter: Anysphere")).to_be_visible()


def test_a_choice_that_would_leave_nothing_says_zero(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "rel=acquired")
    assert count(tab, "rumoured") == 0
    assert count(tab, "stated as fact") > 0


def test_facts_only_leaves_no_rumour(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.get_by_role("button", name="Facts only").click()
    expect(choice(tab, "stated as fact")).to_be_checked()
    expect(choice(tab, "rumoured")).not_to_be_checked()
    expect(tab.get_by_role("button", name="Remove the filter: accepted")).to_be_visible()
    tab.get_by_role("button", name="Facts only").click()
    expect(tab.locator(".chips")).to_have_count(0)


def test_filters_by_sources_role_status_and_article(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    for facet, kind, name in (
        ("Independent sources", "radio", "2 or more"),
        ("Role", "checkbox", "chief executive"),
        ("Status", "checkbox", "disputed"),
        ("Article", "checkbox", "OpenAI: the year of departures"),
    ):
        tab.locator("summary", has_text=facet).click()
        tab.get_by_role(kind, name=name).check()  # type: ignore[arg-type]
        assert 0 < passing(tab) < 292
        tab.get_by_role("button", name="Clear all").click()
        assert passing(tab) == 292


def test_on_a_phone_the_filters_open_over_the_page(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.set_viewport_size({"width": 390, "height": 844})
    expect(choice(tab, "left")).to_have_count(0)
    tab.get_by_role("button", name="Filters").click()
    drawer = tab.get_by_role("dialog", name="Filters")
    choice(tab, "left").check()
    tab.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(tab.get_by_role("button", name="Filters 1")).to_be_visible()
    expect(tab.get_by_role("button", name="Remove the filter: left")).to_be_visible()


def test_a_link_to_what_this_page_does_not_have_can_be_taken_back(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&org=organization/nobody&role=<b>none</b>")
    expect(tab.get_by_text("Nothing to show with these filters.")).to_be_visible()
    tab.get_by_role("button", name="Remove the filter: organization/nobody").click()
    tab.get_by_role("button", name="Remove the filter: <b>none</b>").click()
    expect(tab.get_by_text("292 of 292 statements")).to_be_visible()
