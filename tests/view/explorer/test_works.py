"""The models, their makers, and where these are now."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]


def item(tab: Page, name: str) -> Locator:
    heading = tab.get_by_role("heading", name=name, exact=True)
    return tab.locator(".works-list > li").filter(has=heading)


def test_a_maker_is_where_a_sentence_says(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=works")
    work = item(tab, "o4-mini")
    work.get_by_role("button", name="4 makers named").click()
    line = work.get_by_role("row").filter(has_text="Jiahui Yu")
    expect(line).to_contain_text("by 1 Jul 2025")
    line.get_by_role("button", name="Meta: the sentences that say that Jiahui Yu is there").click()
    expect(tab).to_have_url(re.compile("show=statement:person/jiahui-yu~movedTo~organization/meta"))
    expect(tab.locator(".panel blockquote").first).to_contain_text("Meta")


def test_the_count_of_makers_elsewhere_is_what_statements_say(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=works")
    gemini = item(tab, "Gemini")
    expect(gemini).to_contain_text("developed by Google DeepMind")
    expect(gemini).to_contain_text("2 makers named")
    expect(gemini).to_contain_text("2 of 2 now elsewhere")
    expect(gemini.locator('.works-strip [data-place="elsewhere"]')).to_have_count(2)
    claude = item(tab, "Claude Code")
    expect(claude.locator('.works-strip [data-place="there"]')).to_have_count(2)
    expect(claude).not_to_contain_text("elsewhere")


def test_where_nobody_says_who_developed_it_nobody_has_left_it(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=works")
    work = item(tab, "o3")
    expect(work).to_contain_text("developer not said")
    expect(work).to_contain_text("2 came from OpenAI")
    expect(work).not_to_contain_text("elsewhere")


def test_the_works_sort_by_their_makers_or_their_names(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=works")
    names = tab.locator(".works-list h3")
    expect(names.first).to_have_text("o3")
    tab.get_by_label("Sort by").select_option(label="name")
    expect(names.first).to_have_text("ChatGPT")
    tab.get_by_label("Sort by").select_option(label="makers elsewhere")
    expect(names.first).to_have_text("Gemini")


def test_on_a_day_makers_stand_where_they_may_have_been_then(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=works&on=2025-08-15")
    expect(
        tab.get_by_role("heading", name="Who made what, and where they may have been on 15 Aug 2025")
    ).to_be_visible()
    expect(item(tab, "Claude Code").locator(".works-strip")).to_contain_text("Anysphere")


def test_what_filters_take_away_is_not_said(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=works&rel=coCreated")
    work = item(tab, "Claude Code")
    expect(work).to_contain_text("developer not said")
    expect(work.locator(".works-strip")).to_have_text(re.compile("not said"))
