"""A story beside the explorer: the text leads, until the reader does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from tests.view.explorer.conftest import BUILT
from tests.view.payloads import FEW

from aigraph.story.view import VIEWS
from aigraph.workspace import Graph

Open = Callable[..., Page]

STORY = """\
# Where they went

Who hired whom.

## Meta

```view
view: flows
organizations: Meta
```

It hired [Shengjia Zhao](<statement:Shengjia Zhao movedTo Meta>). More text.

## Dissent

```view
view: conflicts
```

Not all agree.
"""


@pytest.fixture
def story_page(examples: Graph, tmp_path: Path) -> Callable[[str], str]:
    if not BUILT.exists():
        pytest.skip("the explorer is not built: npm ci && npm run build in explorer/")

    def page(text: str = STORY) -> str:
        (tmp_path / "story.md").write_text(text, encoding="utf-8")
        return examples.story(tmp_path / "story.md")

    return page


def read_to(tab: Page, heading: str) -> None:
    tab.get_by_role("heading", name=heading).evaluate("(heading) => heading.scrollIntoView()")


def chosen(tab: Page) -> Locator:
    return tab.get_by_role("tab", selected=True)


def back(tab: Page) -> Locator:
    return tab.get_by_role("button", name="Back to the story")


def test_the_explorer_follows_the_reader_through_the_text(open_page: Open, story_page: Callable[[], str]) -> None:
    tab = open_page(story_page())
    expect(tab).to_have_title("Where they went")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Where they went")
    expect(chosen(tab)).to_have_text("Graph")
    read_to(tab, "Meta")
    expect(chosen(tab)).to_have_text("Flows")
    read_to(tab, "Dissent")
    expect(chosen(tab)).to_have_text("Conflicts")
    assert tab.evaluate("location.hash") == ""


def test_a_link_in_the_text_opens_the_sentence_and_the_text_leads_on(
    open_page: Open, story_page: Callable[[], str]
) -> None:
    tab = open_page(story_page())
    tab.get_by_role("link", name="Shengjia Zhao").click()
    expect(tab.locator(".panel")).to_contain_text("Shengjia Zhao")
    expect(chosen(tab)).to_have_text("Flows")
    expect(back(tab)).to_have_count(0)
    tab.get_by_role("button", name="Close").click()
    expect(tab.locator(".panel")).to_have_count(0)
    expect(back(tab)).to_have_count(0)
    tab.get_by_role("link", name="Shengjia Zhao").click()
    expect(tab.locator(".panel")).to_contain_text("Shengjia Zhao")
    read_to(tab, "Dissent")
    expect(tab.locator(".panel")).to_have_count(0)


def test_a_step_that_opens_the_panel_leaves_the_focus_where_the_reader_has_it(
    open_page: Open, story_page: Callable[[str], str]
) -> None:
    tab = open_page(story_page(STORY.replace("view: conflicts", "view: flows\nshow: Yann LeCun")))
    read_to(tab, "Dissent")
    expect(tab.locator(".panel h2")).to_have_text("Yann LeCun")
    expect(tab.locator(".panel :focus")).to_have_count(0)


def test_whoever_goes_their_own_way_is_left_alone_and_can_come_back(
    open_page: Open, story_page: Callable[[], str]
) -> None:
    tab = open_page(story_page())
    tab.get_by_role("tab", name="Timeline").click()
    read_to(tab, "Meta")
    expect(tab.locator("section[data-current] h2")).to_have_text("Meta")
    expect(chosen(tab)).to_have_text("Timeline")
    assert tab.evaluate("location.hash") == "#view=timeline"
    back(tab).click()
    expect(chosen(tab)).to_have_text("Flows")
    expect(back(tab)).to_have_count(0)
    tab.wait_for_function("location.hash === ''")
    read_to(tab, "Dissent")
    expect(chosen(tab)).to_have_text("Conflicts")


def test_what_is_shown_at_a_step_can_be_asked_for(open_page: Open, story_page: Callable[[], str]) -> None:
    tab = open_page(story_page())
    tab.get_by_role("link", name="Show Conflicts").click()
    expect(chosen(tab)).to_have_text("Conflicts")


@pytest.mark.parametrize(("language", "place"), [("en", 0), ("fr", 1)])
def test_a_story_calls_the_views_as_the_page_does(
    open_page: Open, story_page: Callable[[str], str], language: str, place: int
) -> None:
    steps = "\n\n".join(f"## Step {view}\n\n```view\nview: {view}\n```" for view in VIEWS)
    tab = open_page(story_page(f"---\nlanguage: {language}\n---\n# Views\n\n{steps}\n"))
    for view, labels in VIEWS.items():
        read_to(tab, f"Step {view}")
        expect(tab.locator("[data-current] .story-view b")).to_have_text(labels[place])
        expect(chosen(tab)).to_have_text(labels[place])


def test_a_link_to_a_view_opens_there_with_the_way_to_the_story(open_page: Open, story_page: Callable[[], str]) -> None:
    tab = open_page(story_page(), "view=works")
    expect(chosen(tab)).to_have_text("Models")
    back(tab).click()
    expect(chosen(tab)).to_have_text("Graph")


def test_the_explorer_can_have_the_whole_page(open_page: Open, story_page: Callable[[], str]) -> None:
    tab = open_page(story_page())
    read_to(tab, "Meta")
    expect(tab.get_by_role("searchbox").or_(tab.get_by_role("combobox"))).to_have_count(0)
    tab.get_by_role("button", name="Explore on your own").click()
    expect(tab.get_by_role("searchbox").or_(tab.get_by_role("combobox")).first).to_be_visible()
    expect(tab.locator("#story")).to_have_js_property("inert", True)  # out of the way of keyboards, too
    back(tab).click()
    expect(tab.locator("#story")).to_have_js_property("inert", False)
    expect(chosen(tab)).to_have_text("Flows")


def test_on_a_phone_the_explorer_stays_on_top_of_the_text(
    open_page: Open, story_page: Callable[[], str], context: BrowserContext
) -> None:
    tab = open_page(story_page())
    tab.set_viewport_size({"width": 390, "height": 844})
    read_to(tab, "Dissent")
    expect(tab.locator(".frame")).to_have_attribute("data-view", "conflicts")
    frame, heading = tab.locator("#app").bounding_box(), tab.get_by_role("heading", name="Dissent").bounding_box()
    assert frame is not None
    assert heading is not None
    assert frame["y"] == pytest.approx(0, abs=1)
    assert frame["y"] + frame["height"] <= heading["y"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_text_can_be_read_without_scripts(
    story_page: Callable[[], str], context: BrowserContext, tmp_path: Path
) -> None:
    browser = context.browser
    assert browser is not None
    without = browser.new_context(java_script_enabled=False, offline=True)
    tab = without.new_page()
    (tmp_path / "page.html").write_text(story_page(), encoding="utf-8")
    tab.goto((tmp_path / "page.html").as_uri())
    expect(tab.get_by_role("heading", name="Dissent")).to_be_visible()
    expect(tab.get_by_text("Not all agree.")).to_be_visible()
    without.close()


def test_nothing_in_a_story_runs_or_asks_for_anything(open_page: Open, story_page: Callable[[str], str]) -> None:
    text = "\n\n".join(f"{payload}\n\n`{payload}` ![{payload}](https://example.org/x.png)" for payload in FEW)
    cells = " ".join('("' + payload.replace("\\", "\\\\").replace('"', '\\"') + '")' for payload in FEW)
    table = f"```sparql\nSELECT ?x WHERE {{ VALUES (?x) {{ {cells} }} }}\n```"
    tab = open_page(story_page(f"# Hostile\n\n{text}\n\n{table}\n\n| a |\n|--:|\n| 1 |\n"))
    expect(tab.get_by_role("heading", name="Hostile")).to_be_visible()
    assert tab.evaluate("window.__fired") is None
    assert tab.locator("#story :is(img, script, svg, iframe, style, object, input)").count() == 0


def test_a_story_has_no_serious_fault_for_those_who_do_not_see_or_point(
    open_page: Open, story_page: Callable[[], str]
) -> None:
    tab = open_page(story_page())
    tab.get_by_role("link", name="Shengjia Zhao").click()
    axe = Path(__file__).parents[3] / "explorer/node_modules/axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: npm ci in explorer/")
    tab.evaluate(axe.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run('#story, .story-bar').then((result) => result.violations)")
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
