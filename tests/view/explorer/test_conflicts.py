"""The contradictions, as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect
from tests.view.conftest import DOCUMENTS, META, ZHAO, statement

from aigraph.model import Modality, Status
from aigraph.view.explorer import explorer

Open = Callable[..., Page]


def boxes(elements: Locator) -> list[dict[str, float]]:
    """Return where elements stand, all at one moment."""
    made: list[dict[str, float]] = elements.evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    return made


def test_both_sentences_stand_side_by_side(open_page: Open, seeds_page: str) -> None:
    tab = open_page(seeds_page, "view=conflicts")
    expect(tab.locator(".conflicts-count")).to_contain_text("4 contradictions")
    card = tab.get_by_role("article").filter(has_text="spent 11 years at Anthropic, and 11 years at Meta")
    quotes = card.locator("blockquote")
    expect(quotes).to_have_count(2)
    one, other = boxes(quotes)
    assert one["x"] + one["width"] <= other["x"]
    assert abs(one["y"] - other["y"]) < 5
    expect(quotes.nth(0).locator("mark")).to_contain_text(["Joel Pobar", "11 ans"])
    expect(quotes.nth(1).locator("mark")).to_contain_text(["11 ans"])
    expect(card).to_contain_text("What would settle it: Where Joel Pobar spent the 11 years, at Anthropic or at Meta")


def test_on_a_phone_they_stand_one_under_the_other(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=conflicts&lang=fr")
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.reload()
    expect(tab.locator(".conflicts-count")).to_contain_text("4 contradictions")
    quotes = tab.get_by_role("article").first.locator("blockquote")
    expect(quotes).to_have_count(2)
    one, other = boxes(quotes)
    assert one["y"] + one["height"] <= other["y"]
    assert other["x"] + other["width"] <= 390


def test_a_conflict_and_its_statements_open(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=conflicts")
    card = tab.get_by_role("article").filter(has_text="Sam Altman at the head of Meta")
    card.get_by_role("button", name="Show in the panel").click()
    expect(tab).to_have_url(re.compile(r"show=conflict:\d+"))
    expect(tab.locator('.conflicts-card[aria-current="true"]')).to_contain_text("Sam Altman")
    side = card.locator(".conflicts-said").first
    expect(side).to_contain_text("disputed")
    side.get_by_role("button", name="Sam Altman worked at Meta").click()
    expect(tab).to_have_url(re.compile("show=statement:person/sam-altman~workedAt~organization/meta"))


def test_filters_leave_the_conflicts_that_they_speak_of(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=conflicts&status=disputed")
    expect(tab.locator(".conflicts-count")).to_contain_text("1 contradiction.")
    tab = open_page(examples_page, "view=conflicts&rel=acquired&status=accepted")
    expect(tab.locator(".conflicts-count")).to_have_text("No contradiction among what the filters show.")


def test_a_conflict_is_not_known_before_its_second_side_is(open_page: Open, examples_page: str) -> None:
    durations = "spent 11 years at Anthropic, and 11 years at Meta"
    tab = open_page(examples_page, "view=conflicts&known=2025-08-12")
    expect(tab.get_by_role("article").filter(has_text=durations)).to_have_count(1)
    tab = open_page(examples_page, "view=conflicts&known=2025-07-02")
    expect(tab.locator(".conflicts-count")).to_have_text("No contradiction among what the filters show.")


def test_a_denial_that_contradicts_nothing_is_listed_after(open_page: Open) -> None:
    denied = statement(
        ZHAO, "movedTo", META, "Zhao has not joined Meta.", modality=Modality.DENIED, status=Status.REFUTED
    )
    tab = open_page(explorer([denied], DOCUMENTS, title="Denied"), "view=conflicts")
    expect(tab.locator(".conflicts-count")).to_have_text("No contradiction among what the filters show.")
    expect(tab.get_by_role("heading", name="Denied or disputed, outside these contradictions")).to_be_visible()
    expect(tab.get_by_role("article")).to_contain_text("Zhao has not joined Meta.")
