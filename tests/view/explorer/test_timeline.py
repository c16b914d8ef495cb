"""The timeline: moves by date and careers, each with what is not known of its days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from tests.view.conftest import ANTHROPIC, APPLE, DOCUMENTS, META, OPENAI, PANG, SCHULMAN, ZHAO, person, statement

from aigraph.model import Bound, Modality, Status, Tenure
from aigraph.view.explorer import explorer

Open = Callable[..., Page]

LEIKE = person("Jan Leike")


def _on(day: str) -> Bound:
    return Bound(datetime.date.fromisoformat(day), "the article says so")


@pytest.fixture(scope="module")
def page() -> str:
    """Return a page of events with dates of every kind, and of one career of three stays."""
    joined = statement(SCHULMAN, "movedTo", ANTHROPIC, "John Schulman left OpenAI for Anthropic.", origin=OPENAI)
    left = statement(SCHULMAN, "left", OPENAI, "John Schulman left OpenAI.", date="2024-08-05")
    worked = statement(LEIKE, "workedAt", OPENAI, "Jan Leike worked at OpenAI.")
    statements = [
        joined,
        left,
        statement(ZHAO, "movedTo", META, "Shengjia Zhao left OpenAI for Meta.", origin=OPENAI, date="2025-06"),
        statement(
            PANG,
            "movedTo",
            META,
            "Word has it that Ruoming Pang goes from Apple to Meta.",
            origin=APPLE,
            date="2025-07",
            modality=Modality.RUMOURED,
            status=Status.UNCONFIRMED,
        ),
        statement(person("Andrew Tulloch"), "declined", META, "Andrew Tulloch declined Meta."),
        statement(
            ZHAO,
            "left",
            META,
            "Shengjia Zhao did not leave Meta.",
            modality=Modality.DENIED,
            status=Status.REFUTED,
        ),
        statement(person("Trapit Bansal"), "movedTo", META, "Trapit Bansal left OpenAI for Meta.", origin=OPENAI),
        worked,
    ]
    begun, ended, seen = _on("2024-08-05"), _on("2024-08-31"), _on("2025-07-02")
    tenures = [
        Tenure(SCHULMAN, OPENAI, 0, _on("2015-12-01"), _on("2016-03-01"), begun, begun, statements=(left.id,)),
        Tenure(SCHULMAN, ANTHROPIC, 1, begun, ended, Bound(), _on("2025-02-20"), statements=(joined.id,)),
        Tenure(SCHULMAN, META, 2, Bound(), seen, seen, Bound(), statements=(joined.id,), current=True),
        Tenure(LEIKE, OPENAI, 0, statements=(worked.id,)),
    ]
    return explorer(statements, DOCUMENTS, tenures=tenures, title="Moves")


def test_moves_stand_under_the_last_month_in_which_they_can_have_happened(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=timeline")
    expect(tab.get_by_role("heading", level=2)).to_have_text("Moves")
    rows = tab.locator(".timeline-picture .timeline-row")
    assert [row.get_attribute("aria-label") for row in rows.all()] == [
        "Ruoming Pang: Apple → Meta, July 2025, rumoured",
        "Shengjia Zhao: OpenAI → Meta, June 2025",
        "John Schulman: OpenAI → Anthropic, between 5 Aug 2024 and 31 Aug 2024",
        "John Schulman: left OpenAI, 5 Aug 2024",
    ]
    expect(tab.locator(".timeline-picture")).to_contain_text("August 2024")


def test_a_move_is_as_wide_as_what_is_not_known_of_its_day(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=timeline")
    month, day = tab.get_by_label("Shengjia Zhao: OpenAI"), tab.get_by_label("John Schulman: left OpenAI")
    expect(month.locator("g > rect")).to_have_count(1)
    expect(day.locator("circle")).to_have_count(1)
    rumour = tab.get_by_label("Ruoming Pang").locator("g > rect")
    expect(rumour).to_have_attribute("stroke-dasharray", "3 2")
    expect(month.locator("g > rect")).not_to_have_attribute("stroke-dasharray", "3 2")


def test_what_has_no_date_is_listed_and_never_placed(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=timeline")
    undated = tab.locator(".timeline-aside").filter(has_text="No date said")
    expect(undated.get_by_role("button")).to_have_text(["Andrew Tulloch declined Meta", "Trapit Bansal OpenAI → Meta"])
    denied = tab.locator(".timeline-aside").filter(has_text="Said not to have happened")
    expect(denied.get_by_role("button")).to_have_text(["Shengjia Zhao left Metadenied"])


def test_a_move_opens_its_statement_from_the_keyboard(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=timeline")
    tab.get_by_label("Shengjia Zhao: OpenAI").press("Enter")
    expect(tab).to_have_url(re.compile(r"show=statement:person/shengjia-zhao~movedTo~organization/meta$"))


def test_a_career_shows_its_stays_in_order(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=timeline")
    tab.get_by_role("button", name="Careers").click()
    stays = tab.locator(".timeline-row")
    assert [stay.get_attribute("aria-label") for stay in stays.all()] == [
        "John Schulman: OpenAI: start: between 1 Dec 2015 and 1 Mar 2016; end: 5 Aug 2024",
        "John Schulman: Anthropic: start: between 5 Aug 2024 and 31 Aug 2024; end: by 20 Feb 2025",
        "John Schulman: Meta: start: by 2 Jul 2025; still there on 2 Jul 2025",
        "Jan Leike: OpenAI: no date said",
    ]
    expect(tab.locator(".timeline-picture text").last).to_have_text("no date said")
    tab.get_by_role("button", name="John Schulman", exact=True).click()
    expect(tab).to_have_url(
        re.compile(r"part=careers&show=entity:person/john-schulman$|show=entity:person/john-schulman&part=careers$")
    )


def test_the_day_that_is_asked_for_is_a_line(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=timeline&on=2025-03-01")
    expect(tab.locator(".timeline-on")).to_have_count(1)
    expect(open_page(page, "view=timeline").locator(".timeline-on")).to_have_count(0)


def test_on_a_phone_the_timeline_is_a_list(open_page: Open, page: str) -> None:
    tab = open_page(page, "view=timeline")
    tab.set_viewport_size({"width": 390, "height": 844})
    expect(tab.locator(".timeline-picture")).to_have_count(0)
    expect(tab.get_by_role("button", name="Ruoming Pang Apple → Meta July 2025, rumoured")).to_be_visible()
    tab.get_by_role("button", name="Careers").click()
    expect(tab.get_by_role("listitem").first).to_contain_text("OpenAI start: between 1 Dec 2015")


@pytest.mark.parametrize("hash", ["view=flows", "view=timeline", "view=timeline&part=careers"])
def test_a_picture_that_is_taken_away_is_a_document_of_its_own(open_page: Open, page: str, hash: str) -> None:
    tab = open_page(page, hash)
    tab.get_by_role("button", name="Take away").click()
    with tab.expect_download() as download:
        tab.get_by_role("menuitem", name=re.compile("SVG")).click()
    picture = download.value.path().read_text(encoding="utf-8")
    assert ElementTree.fromstring(picture).tag == "{http://www.w3.org/2000/svg}svg"
    assert "OpenAI" in picture
    assert "var(" not in picture
