from __future__ import annotations

import pytest

from aigraph.fuse import outcomes
from aigraph.fuse.example import example
from aigraph.fuse.outcome import pair

APPROACH = "Wire 2025-06: Meta approached Lucas Beyer\n"


def told(text: str) -> list[tuple[str, str]]:
    """The relation of each statement that has an outcome, and that of the outcome ("not" for a denial)."""
    statements, articles = example(text)
    names = {s.id: f"{'not ' * (s.modality == 'denied')}{s.relation}" for s in statements}
    groups = {key: [s for s in statements if key in pair(s)] for s in statements for key in pair(s)}
    found = [outcomes(group, articles) for group in groups.values()]
    return sorted((names[one], names[end]) for links in found for one, ends in links.items() for end in ends)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Post 2025-07: Lucas Beyer movedTo Meta", "movedTo"),
        ("Post 2025-07: Lucas Beyer declined Meta", "declined"),
        ("Post 2025-07: (denied) Lucas Beyer movedTo Meta", "not movedTo"),
        ("Post: Lucas Beyer movedTo Meta Superintelligence Labs", "movedTo"),
        ("Wire 2025-06: Lucas Beyer declined Meta", "declined"),
    ],
)
def test_an_approach_has_what_became_of_it_as_outcome(text: str, outcome: str) -> None:
    assert told(APPROACH + text) == [("approached", outcome)]


@pytest.mark.parametrize(
    "text",
    [
        "Post 2025-05: Lucas Beyer movedTo Meta",
        "Post 2025-07: Lucas Beyer movedTo Apple",
        "Post 2025-07: Xiaohua Zhai movedTo Meta",
        "Post 2025-07: (rumoured) Lucas Beyer movedTo Meta",
        "Post 2025-07: (denied) Lucas Beyer declined Meta",
        "Post 2025-07: (denied) Meta approached Lucas Beyer",
    ],
)
def test_what_is_older_open_or_about_others_is_no_outcome(text: str) -> None:
    assert told(APPROACH + text) == []


def test_an_event_dated_before_the_approach_is_no_outcome() -> None:
    approach = "Wire 2025-06: Google approached Noam Shazeer; date 2024-05\n"
    assert told(approach + "Wire 2025-06: Noam Shazeer movedTo Google; date 2000") == []
    assert told(approach + "Wire 2025-06: Noam Shazeer movedTo Google; date 2024-08") == [("approached", "movedTo")]


@pytest.mark.parametrize("how", ["reported", "rumoured", "planned"])
def test_an_open_move_has_its_denial_and_its_refusal_as_outcomes(how: str) -> None:
    text = f"""
        Wire 2025-06: ({how}) Lucas Beyer movedTo Meta
        Post 2025-07: (denied) Lucas Beyer movedTo Meta
        Star 2025-07: Lucas Beyer declined Meta
    """
    assert told(text) == [("movedTo", "declined"), ("movedTo", "not movedTo")]


def test_a_denied_approach_and_an_asserted_move_are_not_open() -> None:
    assert told("Wire: (denied) Meta approached Lucas Beyer\nPost: Lucas Beyer movedTo Meta") == []
    assert told("Wire: Lucas Beyer movedTo Meta\nPost: (denied) Lucas Beyer movedTo Meta") == []
