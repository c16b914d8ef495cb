"""Flows: from organisation to organisation, as bands, as a table and as a balance."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.view.conftest import ANTHROPIC, APPLE, DOCUMENTS, META, OPENAI, PANG, SCHULMAN, ZHAO, person, statement

from aigraph.model import Modality, Status
from aigraph.view.explorer import explorer

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def page() -> str:
    """Return a page of moves of every kind: facts, a rumour, a plan, a denial, a refused offer, ends that none says."""
    bansal, tulloch, wang = person("Trapit Bansal"), person("Andrew Tulloch"), person("Alexandr Wang")
    statements = [
        statement(ZHAO, "movedTo", META, "Shengjia Zhao left OpenAI for Meta.", origin=OPENAI),
        statement(bansal, "movedTo", META, "Trapit Bansal left OpenAI for Meta.", origin=OPENAI),
        statement(SCHULMAN, "movedTo", ANTHROPIC, "John Schulman left OpenAI for Anthropic.", origin=OPENAI),
        statement(
            PANG,
            "movedTo",
            OPENAI,
            "Word has it that Ruoming Pang goes from Apple to OpenAI.",
            origin=APPLE,
            modality=Modality.RUMOURED,
            status=Status.UNCONFIRMED,
        ),
        statement(
            SCHULMAN,
            "movedTo",
            META,
            "John Schulman does not go from Anthropic to Meta.",
            origin=ANTHROPIC,
            modality=Modality.DENIED,
            status=Status.REFUTED,
        ),
        statement(tulloch, "declined", META, "Andrew Tulloch declined Meta."),
        statement(wang, "movedTo", META, "Alexandr Wang joined Meta."),
        statement(wang, "left", APPLE, "Alexandr Wang left Apple."),
    ]
    return explorer(statements, DOCUMENTS, title="Moves")


def test_a_band_opens_the_people_who_took_that_way(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    tab.get_by_label("OpenAI to Meta: 2 people", exact=True).first.click(position={"x": 20, "y": 12})
    expect(tab).to_have_url(re.compile(r"show=flow:organization/openai(>|%3E)organization/meta$"))
    expect(tab.get_by_role("complementary")).to_be_visible()


def test_a_band_opens_from_the_keyboard(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    tab.get_by_label("OpenAI to Anthropic: 1 person", exact=True).first.press("Enter")
    expect(tab).to_have_url(re.compile(r"show=flow:organization/openai(>|%3E)organization/anthropic$"))


def test_an_organisation_is_named_with_who_came_and_who_went(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    tab.get_by_role("button", name="OpenAI: 3 left, net −2").press(" ")
    expect(tab).to_have_url(re.compile(r"show=entity:organization/openai$"))


def test_neither_a_denied_move_nor_a_refused_offer_is_a_flow(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    expect(tab.locator(".flows-lead")).to_contain_text(
        "4 people (1 of them not established) moved between 4 organisations"
    )
    expect(tab.get_by_label("Anthropic to Meta")).to_have_count(0)


def test_a_rumour_is_told_apart_from_facts(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    name = "Apple to OpenAI: 1 person, 1 of them not established"
    band, cell = tab.get_by_label(name, exact=True).all()
    expect(band.locator("path")).to_have_attribute("stroke-dasharray", "4 3")
    expect(cell).to_have_text("1?")
    expect(tab.get_by_label("OpenAI to Meta: 2 people", exact=True).locator("path[stroke-dasharray]")).to_have_count(0)


def test_an_end_that_no_sentence_names_is_counted_only_on_demand(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    expect(tab.get_by_label("origin not said to Meta")).to_have_count(0)
    tab.get_by_label("Count moves whose other end is not said (2)").check()
    expect(tab.get_by_label("origin not said to Meta: 1 person").first).to_be_visible()
    expect(tab.get_by_label("Apple to destination not said: 1 person").first).to_be_visible()
    expect(tab.locator(".flows-lead")).to_contain_text("4 people (1 of them not established) moved")
    assert "part=unsaid" in tab.url


def test_the_table_sorts_by_any_heading(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    table = tab.get_by_role("region", name="The same as a table")
    names = table.locator("tbody th")
    expect(names).to_have_text(["OpenAI", "Apple"])
    table.get_by_role("button", name="From").click()
    expect(names).to_have_text(["Apple", "OpenAI"])
    expect(table.get_by_role("columnheader", name="From")).to_have_attribute("aria-sort", "ascending")
    table.get_by_role("button", name="Meta", exact=True).click()
    expect(names).to_have_text(["OpenAI", "Apple"])
    expect(table.locator("thead th[aria-sort]")).to_have_text("Meta")
    table.get_by_role("button", name="OpenAI to Meta: 2 people").click()
    expect(tab).to_have_url(re.compile(r"show=flow:organization/openai(>|%3E)organization/meta$"))


def test_rows_that_are_taken_away_tell_what_is_established(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=flows")
    tab.get_by_role("button", name="Take away").click()
    with tab.expect_download() as download:
        tab.get_by_role("menuitem", name=re.compile("CSV")).click()
    assert download.value.path().read_text(encoding="utf-8-sig").splitlines() == [
        "from,to,people,count,certain,uncertain",
        "OpenAI,Meta,Shengjia Zhao; Trapit Bansal,2,2,0",
        "Apple,OpenAI,Ruoming Pang,1,0,1",
        "OpenAI,Anthropic,John Schulman,1,1,0",
    ]
