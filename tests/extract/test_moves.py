"""Moves and departures in English: what they are told from, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim, Modality

Read = Callable[[str, str], tuple[Claim, ...]]


def said(claims: tuple[Claim, ...], relation: str) -> set[tuple[str, str]]:
    return {
        (claim.subject.name, claim.object.name)
        for claim in claims
        if claim.relation == relation and claim.modality is not Modality.DENIED
    }


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        (
            "[Person Jason Wei] has gone from [Organization OpenAI] to [Organization Meta]; neither has confirmed it.",
            {("Jason Wei", "Meta")},
        ),
        (
            "[Person Jason Wei] is joining [Organization Meta], something it would neither confirm nor deny.",
            {("Jason Wei", "Meta")},
        ),
        (
            "[Person Lucas Beyer], who left [Organization OpenAI] for [Organization Meta], calls the figure fake.",
            {("Lucas Beyer", "Meta")},
        ),
        (
            "[Person Rob Fergus], after a detour to [Organization Google], went to [Organization Meta].",
            {("Rob Fergus", "Meta")},
        ),
    ],
)
def test_what_stands_beside_a_move_neither_denies_nor_bends_it(
    text: str, moves: set[tuple[str, str]], read: Read
) -> None:
    assert said(read(text, "en"), "movedTo") == moves


@pytest.mark.parametrize(
    "text",
    [
        "[Person Ilya Sutskever], who founded [Organization Safe Superintelligence], takes over there as its chief.",
        "[Person Ted Stinson] is the chief operating officer of [Organization Covariant].\n\n"
        "In August [Person Ted Stinson] became the chief executive of [Organization Covariant].",
    ],
)
def test_a_new_post_where_one_was_before_is_no_move(text: str, read: Read) -> None:
    assert said(read(text, "en"), "movedTo") == set()


@pytest.mark.parametrize(
    "text",
    [
        "At [Organization Google], [Person Noam Shazeer] began what became a model.",
        "[Person Rob Fergus] got his evenings back from [Organization Meta].",
        "The company that [Person Ed Newton-Rex] calls his first one went to [Organization ByteDance].",
        "[Person Yann LeCun] broke the news on the network of [Organization Facebook].",
    ],
)
def test_what_is_no_move_moves_nobody(text: str, read: Read) -> None:
    claims = read(text, "en")
    assert said(claims, "movedTo") | said(claims, "left") == set()
