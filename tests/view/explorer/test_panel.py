"""The panel: whatever is chosen, and the sentences that prove it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from tests.view.conftest import DOCUMENTS, META, ZHAO, statement

import aigraph
from aigraph.view.explorer import explorer

Open = Callable[..., Page]

MOVE = "show=statement:person/shengjia-zhao~movedTo~organization/meta"


def panel(tab: Page) -> Locator:
    return tab.get_by_role("complementary", name="Details")


def heading(tab: Page) -> Locator:
    return panel(tab).get_by_role("heading", level=2)


def section(tab: Page, name: str) -> Locator:
    return panel(tab).locator("section").filter(has=tab.get_by_role("heading", level=3, name=name))


def test_an_edge_leads_to_the_sentence_that_proves_it(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "show=entity:organization/meta")
    section(tab, "Arrivals").get_by_role("button", name="Show 12 more").click()
    section(tab, "Arrivals").get_by_role("button", name="Shengjia Zhao, from OpenAI").click()
    expect(heading(tab)).to_have_text("Shengjia Zhao moved to Meta, from OpenAI")
    expect(panel(tab)).to_contain_text("3 independent sources")
    sentence = panel(tab).get_by_role("figure").filter(has_text="Yann LeCun quitte Meta pour fonder AMI Labs")
    expect(sentence.get_by_role("blockquote")).to_contain_text(
        "Chez Meta, c’est désormais Shengjia Zhao, venu d’OpenAI"
    )
    expect(sentence.locator("mark")).to_have_text(["Meta", "Shengjia Zhao", "OpenAI"])
    expect(sentence).to_contain_text("aigraph examples · 19 Dec 2025")
    expect(sentence).to_contain_text("stated as fact")
    link = sentence.get_by_role("link", name="Read it in the article").get_attribute("href") or ""
    assert link.startswith("https://example.org/")
    assert "#:~:text=Chez%20Meta" in link


def test_what_someone_noted_shows_its_row_and_leads_to_its_source(open_page: Open, tmp_path: Path) -> None:
    row = "Shengjia Zhao,movedTo,Meta,2025-06,https://example.org/a-page"
    (tmp_path / "facts.csv").write_text(f"person,relation,organisation,date,url\n{row}\n")
    with aigraph.build(tmp_path / "facts.csv") as graph:
        tab = open_page(graph.explorer(), MOVE)
    noted = panel(tab).get_by_role("figure")
    expect(noted.locator("mark")).to_have_text(["Shengjia Zhao", "Meta", "2025-06"])
    expect(noted).to_contain_text("rule table.row")
    link = noted.get_by_role("link", name="Open the source")
    expect(link).to_have_attribute("href", "https://example.org/a-page")


def test_a_name_in_a_statement_leads_to_its_card_and_back(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, MOVE)
    heading(tab).get_by_role("button", name="OpenAI").click()
    expect(heading(tab)).to_have_text("OpenAI")
    panel(tab).get_by_role("button", name="Back").click()
    expect(heading(tab)).to_have_text("Shengjia Zhao moved to Meta, from OpenAI")
    tab.go_back()
    expect(heading(tab)).to_have_text("OpenAI")


def test_a_career_says_when_and_why(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "show=entity:person/arthur-mensch")
    stay = panel(tab).get_by_role("listitem").filter(has_text="Google DeepMind").first
    expect(stay).to_contain_text("ended between 1 Mar 2023 and 31 May 2023")
    stay.get_by_text("Why these dates").click()
    expect(stay).to_contain_text("ended not after 31 May 2023: aigraph examples (2025-09-10) dates the departure")


def test_a_model_says_who_made_it_and_where_they_are(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "show=entity:model/o3")
    maker = section(tab, "Makers, and where they are now").get_by_role("button", name="Shengjia Zhao")
    expect(maker).to_contain_text("last known at Meta")


def test_a_flow_lists_who_moved_each_with_a_sentence(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, MOVE)
    panel(tab).get_by_role("button", name="All 8 moves from OpenAI to Meta").click()
    expect(heading(tab)).to_have_text("OpenAI → Meta")
    expect(panel(tab)).to_contain_text("8 moves")
    mover = section(tab, "Who moved").get_by_role("listitem").filter(has=tab.get_by_role("button", name="Lucas Beyer"))
    expect(mover).to_contain_text("June 2025")
    expect(mover.get_by_role("blockquote")).to_contain_text("did move from OpenAI to Meta in June")
    panel(tab).get_by_role("button", name="1 the other way").click()
    expect(heading(tab)).to_have_text("Meta → OpenAI")
    expect(section(tab, "Who moved")).to_contain_text("Soumith Chintala")


def test_a_flow_shows_the_figures_that_the_sources_give(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "show=flow:organization/openai>organization/anthropic")
    expect(section(tab, "The sources' own figures")).to_contain_text("8,2")


def test_a_denied_move_is_said_not_to_be_one(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "show=statement:person/shengjia-zhao~movedTo~organization/openai~not")
    expect(heading(tab)).to_have_text("Denied: Shengjia Zhao moved to OpenAI")
    expect(panel(tab)).to_contain_text("Denied: not a move.")


def test_a_conflict_shows_its_sentences(open_page: Open, seeds_page: str) -> None:
    tab = open_page(seeds_page, "show=entity:person/joel-pobar")
    section(tab, "Posts").get_by_role("button", name="Anthropic").click()
    section(tab, "Contradictions").get_by_role(
        "button", name="spent 11 years at Anthropic, and 11 years at Meta"
    ).click()
    expect(heading(tab)).to_contain_text("11 years at Anthropic, and 11 years at Meta")
    quotes = panel(tab).get_by_role("blockquote")
    expect(quotes.filter(has_text="11 ans passés chez")).to_be_visible()
    expect(quotes.filter(has_text="chez Meta pendant 11 ans")).to_be_visible()
    expect(section(tab, "What would settle it")).to_contain_text("Joel Pobar")


def test_an_article_shows_what_it_says(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, MOVE)
    panel(tab).get_by_role("button", name="Superintelligence : les onze noms").click()
    expect(panel(tab).get_by_role("link", name="Read the article")).to_have_attribute(
        "href", "https://example.org/aigraph/01-superintelligence-la-liste-des-recrues"
    )
    expect(section(tab, "What it says").get_by_role("figure").first.get_by_role("blockquote")).not_to_be_empty()
    panel(tab).get_by_role("button", name="Only this article").click()
    assert "article=" in tab.evaluate("location.hash")


def test_a_citation_is_copied(open_page: Open, examples_page: str, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = open_page(examples_page, MOVE)
    panel(tab).get_by_role("button", name="Copy citation").click()
    expect(panel(tab).get_by_role("status")).to_have_text("Citation copied.")
    copied = tab.evaluate("() => navigator.clipboard.readText()")
    assert "Shengjia Zhao – moved to – Meta" in copied
    assert "Yann LeCun quitte Meta pour fonder AMI Labs, aigraph examples, 19 Dec 2025, https://example.org/" in copied


def test_a_citation_can_be_taken_by_hand_where_the_clipboard_is_refused(
    open_page: Open, examples_page: str, context: BrowserContext
) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    tab = open_page(examples_page, MOVE)
    panel(tab).get_by_role("button", name="Copy citation").click()
    text = panel(tab).get_by_role("textbox", name="Copy this text").input_value()
    assert "Shengjia Zhao – moved to – Meta" in text
    assert "aigraph examples, 19 Dec 2025" in text


@pytest.mark.parametrize(
    "name",
    [
        "entity:nobody",
        "statement:a~b~c",
        "flow:x>y",
        "conflict:-1",
        "conflict:99999",
        "article:__proto__",
        "%",
        "toString",
    ],
)
def test_a_link_to_what_is_not_there_says_so(open_page: Open, examples_page: str, name: str) -> None:
    tab = open_page(examples_page, f"show={name}")
    expect(heading(tab)).to_have_text("This link names something that is not in this file.")


def test_what_the_filters_hide_can_still_be_read(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, f"{MOVE}&rel=coCreated")
    expect(panel(tab)).to_contain_text("Not among what the filters show.")
    expect(panel(tab).get_by_role("blockquote").first).to_contain_text("Shengjia Zhao")


def test_only_the_sentences_are_shown_that_were_out(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, f"{MOVE}&known=2025-08-01")
    expect(panel(tab).get_by_role("figure")).to_have_count(1)
    expect(panel(tab)).to_contain_text("2 more came out after 1 Aug 2025")


def test_closing_leads_back_to_where_the_reader_was(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page)
    search = tab.get_by_role("combobox")
    search.fill("meta")
    search.press("Enter")
    expect(heading(tab)).to_be_focused()
    panel(tab).get_by_role("button", name="Close").click()
    expect(panel(tab)).to_have_count(0)
    expect(search).to_be_focused()


def test_a_card_leads_to_the_surroundings_in_the_graph(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "view=statements&show=entity:organization/mistral-ai")
    panel(tab).get_by_role("button", name="Surroundings").click()
    expect(tab.get_by_role("tab", selected=True)).to_have_text("Graph")
    assert "around=organization/mistral-ai" in tab.evaluate("location.hash")


def test_a_card_shows_what_the_filters_leave_and_the_rest_when_asked(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, "show=entity:organization/mistral-ai&rel=movedTo")
    expect(section(tab, "Arrivals")).to_be_visible()
    expect(section(tab, "Founders")).to_have_count(0)
    panel(tab).get_by_role("button", name="more that the filters hide").click()
    expect(section(tab, "Founders")).to_contain_text("Arthur Mensch")


def test_on_a_phone_the_panel_leaves_the_view_in_sight(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, MOVE)
    tab.set_viewport_size({"width": 390, "height": 844})
    expect(heading(tab)).to_be_in_viewport()
    box = panel(tab).bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    assert box["height"] <= 0.75 * 844
    assert panel(tab).evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")


def test_the_panel_speaks_french(open_page: Open, examples_page: str) -> None:
    tab = open_page(examples_page, f"{MOVE}&lang=fr")
    aside = tab.get_by_role("complementary", name="Détails")
    expect(aside.get_by_role("heading", level=2)).to_have_text("Shengjia Zhao a rejoint Meta, depuis OpenAI")
    expect(aside).to_contain_text("3 sources indépendantes")
    expect(aside).to_contain_text("au plus tard le 1 juil. 2025")


def test_an_approach_leads_to_what_became_of_it(open_page: Open) -> None:
    moved = statement(ZHAO, "movedTo", META, "Shengjia Zhao joined Meta.")
    courted = statement(META, "approached", ZHAO, "Meta had called Shengjia Zhao.")
    courted = replace(courted, outcomes=(moved.id,))
    tab = open_page(
        explorer([moved, courted], DOCUMENTS, title="Moves"), f"show=statement:{META.id}~approached~{ZHAO.id}"
    )
    tab.get_by_role("button", name="Shengjia Zhao moved to Meta").click()
    expect(heading(tab)).to_have_text("Shengjia Zhao moved to Meta")
