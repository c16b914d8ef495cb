"""The two clocks: what may have been true on a day, and what was known on a day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def passing(tab: Page) -> int:
    found = re.search(r"([\d,]+) of", tab.get_by_role("region", name="Filters").inner_text())
    assert found
    return int(found[1].replace(",", ""))


def test_the_clocks_are_off_at_first(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    expect(tab.get_by_role("switch", name="True on")).not_to_be_checked()
    expect(tab.get_by_role("slider", name="True on")).to_have_attribute("aria-valuetext", "any day")
    expect(tab.get_by_role("slider", name="Known on")).to_have_count(0)


def test_dragging_the_slider_back_leaves_less_and_the_address_follows(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    slider = tab.get_by_role("slider", name="True on")
    box = slider.bounding_box()
    assert box
    tab.mouse.move(box["x"] + box["width"] - 7, box["y"] + 8)
    tab.mouse.down()
    for part in (0.9, 0.7, 0.5):
        tab.mouse.move(box["x"] + box["width"] * part, box["y"] + 8)
    tab.mouse.up()
    expect(tab.get_by_role("button", name=re.compile("Remove the filter: true on"))).to_be_visible()
    assert 0 < passing(tab) < 292
    day = datetime.date(1970, 1, 1) + datetime.timedelta(days=int(slider.input_value()))
    expect(tab).to_have_url(re.compile(f"on={day}"))  # it follows a few times a second
    again = open_page(examples_page, tab.evaluate("location.hash.slice(1)"))
    expect(again.get_by_label("True on: date")).to_have_value(str(day))
    expect(again.get_by_role("button", name=re.compile(f"Remove the filter: true on .* {day.year}$"))).to_be_visible()


def test_arrows_go_by_months_and_with_shift_by_days(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "on=2025-03-31")
    slider = tab.get_by_role("slider", name="True on")
    slider.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "28 Feb 2025")
    slider.press("Shift+ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "1 Mar 2025")
    slider.press("PageUp")
    expect(tab.get_by_label("True on: date")).to_have_value("2026-01-19")  # the last day of the data
    tab.get_by_role("switch", name="True on").click()
    expect(slider).to_have_attribute("aria-valuetext", "any day")
    assert passing(tab) == 292


def test_known_on_leaves_what_articles_said_by_then(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    tab.get_by_role("switch", name="Known on").click()
    expect(tab.get_by_role("slider", name="Known on")).to_be_visible()
    late = passing(tab)
    tab.get_by_label("Known on: date").fill("2025-06-30")
    tab.get_by_label("Known on: date").press("Enter")
    expect(tab.get_by_role("button", name="Remove the filter: known on 30 Jun 2025")).to_be_visible()
    assert 0 < passing(tab) < late
    articles = tab.locator(".head-counts").inner_text()
    tab.get_by_role("switch", name="True on").click()
    expect(tab.locator(".chip")).to_have_count(2)  # both clocks at once
    assert tab.locator(".head-counts").inner_text().split(" · ")[-1] <= articles.split(" · ")[-1]


def test_on_a_phone_the_clocks_unfold(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "on=2024-05-01")
    tab.set_viewport_size({"width": 390, "height": 844})
    expect(tab.get_by_role("slider", name="True on")).to_have_count(0)
    tab.get_by_text("Time True on 1 May 2024").click()
    expect(tab.get_by_role("slider", name="True on")).to_be_visible()
    tab.get_by_role("switch", name="Known on").click()
    expect(tab.get_by_label("Known on: date")).to_be_in_viewport(ratio=1)  # nothing is cut off


def test_the_bars_show_what_passes_among_all(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    bars = tab.get_by_role("img", name="Moves per month")
    everything, passing = bars.locator(".time-all"), bars.locator(".time-passing")
    expect(passing).to_have_attribute("d", everything.get_attribute("d") or "no bar at all")
    tab.get_by_role("checkbox", name=re.compile("^left")).check()
    expect(passing).not_to_have_attribute("d", everything.get_attribute("d") or "")
    expect(passing).not_to_have_attribute("d", "")
