"""The table of statements, as a reader uses it."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def column(tab: Page, name: str) -> list[str]:
    return tab.locator(f'.statements td[data-column="{name}"]').all_inner_texts()


def test_the_caption_counts_and_the_first_rows_are_drawn(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    expect(tab.locator("#statements-count")).to_have_text("292 statements, 14 articles")
    expect(tab.locator(".statements tbody tr")).to_have_count(100)
    tab.get_by_role("button", name="Show 100 more").click()
    tab.get_by_role("button", name="Show 92 more").click()
    expect(tab.locator(".statements tbody tr")).to_have_count(292)
    expect(tab.locator(".statements-more")).to_have_count(0)


def test_a_column_sorts_up_down_and_back(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&rel=movedTo")
    before = column(tab, "whom")
    head = tab.get_by_role("columnheader", name="To whom")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert column(tab, "whom") == sorted(column(tab, "whom"), key=str.casefold) != before
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert column(tab, "whom") == sorted(before, key=str.casefold, reverse=True)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "none")
    assert column(tab, "whom") == before


def test_the_best_supported_come_first_and_what_has_no_date_last(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    tab.get_by_role("columnheader", name="Sources").get_by_role("button").click()
    sources = [int(cell.split()[-1]) for cell in tab.locator(".statements td[data-column=sources]").all_inner_texts()]
    assert sources == sorted(sources, reverse=True)
    assert sources[0] > 1
    when = tab.get_by_role("columnheader", name="When").get_by_role("button")
    when.click()
    assert column(tab, "when")[0].startswith("between 1 Jun 2013 and 1 Jul 2015")
    when.click()
    assert column(tab, "when")[0] != ""


def test_words_find_rows_whatever_their_accents(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    tab.get_by_label("Find in this table").fill("TIMOTHEE mistral")
    expect(tab.locator("#statements-count")).to_contain_text("2 statements")
    assert set(column(tab, "who")) == {"Timothée Lacroix"}
    tab.get_by_label("Find in this table").fill("nobody of this name")
    expect(tab.get_by_text("No statement has these words.")).to_be_visible()


def test_a_row_opens_its_sentence_and_a_name_opens_whom_it_names(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    tab.get_by_label("Find in this table").fill("zhao meta superintelligence")
    moved = tab.get_by_role("button", name="moved to")
    moved.focus()
    moved.press("Enter")
    expect(tab).to_have_url(re.compile("show=statement:person/shengjia-zhao~movedTo~"))
    expect(tab.locator('.statements tr[aria-current="true"]')).to_contain_text("moved to")
    tab.locator(".statements").get_by_role("button", name="Shengjia Zhao", exact=True).first.click()
    expect(tab).to_have_url(re.compile("show=entity:person/shengjia-zhao"))
    expect(tab.locator(".statements tr[aria-current]")).to_have_count(0)


def test_the_filters_of_the_page_hold_in_the_table(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&certainty=rumoured&certainty=planned")
    expect(tab.locator("#statements-count")).to_contain_text("3 statements")
    assert set(column(tab, "certainty")) == {"rumoured", "planned"}


def test_on_a_phone_each_row_is_a_card_and_can_still_be_sorted(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&lang=fr")
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.get_by_label("Trier par").select_option("whom down")
    assert column(tab, "whom")[0] == "xAI"
    box = tab.locator(".statements tbody tr").first.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
