"""What a reader takes away: files that other programs open, a link, a citation."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from tests.view.conftest import DOCUMENTS, META, statement

from aigraph.model import Entity, Statement
from aigraph.view.explorer import explorer

Open = Callable[..., Page]


def taken(tab: Page, entry: str) -> Path:
    """Return the file that an entry of the menu gives, under its own name."""
    tab.get_by_role("button", name="Take away").click()
    with tab.expect_download() as download:
        tab.get_by_role("menuitem", name=entry).click()
    file = Path(download.value.path()).parent / download.value.suggested_filename
    download.value.save_as(file)
    return file


def rows(file: Path) -> list[dict[str, str]]:
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_the_rows_are_those_on_the_screen_in_their_order(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&rel=movedTo&on=2025-07-01")
    tab.get_by_role("columnheader", name="To whom").get_by_role("button").click()
    shown = tab.locator('.statements td[data-column="whom"]').all_inner_texts()
    file = taken(tab, "Rows of this view (CSV)")
    assert file.name == "aigraph-statements-2025-07-01.csv"
    assert [row["object"] for row in rows(file)] == shown
    assert all(row["sentences"] for row in rows(file))


def test_no_cell_of_a_file_is_a_formula(open_page: Open) -> None:
    hostile = [
        '=HYPERLINK("http://x.test")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        'say "hi",\nthere',
        "-2.5",
    ]
    said: list[Statement] = [
        statement(Entity(f"person/{n}", "Person", name), "movedTo", META, f"= {n} moved to Meta.")
        for n, name in enumerate(hostile)
    ]
    tab = open_page(explorer(said, DOCUMENTS, title="Hostile"), "view=statements")
    made = rows(taken(tab, "Rows of this view (CSV)"))
    assert sorted(row["subject"] for row in made) == sorted(
        name if name in ('say "hi",\nthere', "-2.5") else f"'{name}" for name in hostile
    )
    assert {row["sentences"] for row in made} == {f"'= {n} moved to Meta." for n in range(len(hostile))}


@pytest.mark.parametrize("view", ["graph", "flows", "timeline", "works"])
def test_a_picture_is_what_other_programs_open(open_page: Open, examples_page: str, view: str) -> None:
    tab = open_page(examples_page, f"view={view}")
    drawn = ElementTree.parse(taken(tab, "Picture, to be edited (SVG)")).getroot()
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert any("Meta" in text for text in drawn.itertext())
    assert not [name for e in drawn.iter() for name in e.attrib if name.startswith("on")]
    picture = taken(tab, "Picture (PNG)")
    assert picture.name == f"aigraph-{view}.png"
    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert width == round(2 * float(drawn.attrib["width"]))
    assert height == round(2 * float(drawn.attrib["height"]))
    assert len(data) > 50_000  # a blank one takes a tenth


def test_the_link_is_the_address_and_can_be_copied_by_hand(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&certainty=rumoured")
    tab.get_by_role("button", name="Take away").click()
    tab.get_by_role("menuitem", name="Link to this view").click()
    expect(tab.locator(".take-note textarea")).to_have_value(tab.url)


def test_on_a_phone_the_menu_and_what_it_says_fit_in(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=works")
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.get_by_role("button", name="Take away").click()
    for shown in (tab.get_by_role("menu"), tab.locator(".take-note")):
        expect(shown).not_to_be_empty()
        box = shown.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        tab.get_by_role("menuitem", name="Link to this view").or_(shown.locator("textarea")).click()


def test_a_citation_has_sentence_article_and_date(open_page: Open, examples_page: str) -> None:
    key = "person/shengjia-zhao~movedTo~organization/meta-superintelligence-labs"
    tab = open_page(examples_page, f"view=statements&show=statement:{key}")
    tab.get_by_role("button", name="Take away").click()
    tab.get_by_role("menuitem", name="Citation of the statement").click()
    text = tab.locator(".take-note textarea").input_value()
    first, *sentences = text.splitlines()
    assert first == "Shengjia Zhao – moved to – Meta Superintelligence Labs: 25 Jul 2025, stated as fact, accepted."
    assert sentences[0].startswith("“")
    assert "2 Sept 2025, https://example.org/aigraph/" in text


def test_the_menu_works_by_keyboard_and_says_why_it_cannot_give(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements")
    button = tab.get_by_role("button", name="Take away")
    button.focus()
    button.press("Enter")
    picture = tab.get_by_role("menuitem", name="Picture (PNG)")
    expect(picture).to_be_focused()
    expect(picture).to_have_attribute("aria-disabled", "true")
    expect(picture).to_contain_text("this view has no picture")
    tab.keyboard.press("ArrowUp")
    citation = tab.get_by_role("menuitem", name="Citation of the statement")
    expect(citation).to_be_focused()
    expect(citation).to_contain_text("open a statement first")
    tab.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(tab.get_by_role("menu")).to_have_count(0)
