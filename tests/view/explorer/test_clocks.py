"""The page's two clocks tell what the library's tell."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from aigraph.workspace import Graph

Open = Callable[..., Page]


@pytest.mark.parametrize("day", ["2015-06-01", "2023-11-20", "2025-07-01"])
def test_true_on_a_day_the_page_shows_what_the_graph_holds(
    day: str, open_page: Open, examples: Graph, examples_page: str
) -> None:
    with examples.true_on(datetime.date.fromisoformat(day)) as then:
        count = sum(1 for _ in then.statements())
    whole = sum(1 for _ in examples.statements())
    assert 0 < count < whole
    tab = open_page(examples_page, f"on={day}")
    expect(tab.get_by_text(f"{count} of {whole} statements", exact=True)).to_be_visible()


def test_known_on_a_day_the_page_shows_what_the_articles_of_the_time_say(
    open_page: Open, examples: Graph, examples_page: str
) -> None:
    days = sorted(d.published or "" for d in examples.documents().values())
    day = days[len(days) // 2][:10]
    with examples.known_on(datetime.date.fromisoformat(day)) as then:
        count = sum(1 for _ in then.statements())
    whole = sum(1 for _ in examples.statements())
    assert 0 < count < whole
    tab = open_page(examples_page, f"known={day}")
    expect(tab.get_by_text(f"{count} of {whole} statements", exact=True)).to_be_visible()
