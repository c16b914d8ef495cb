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
            "[Person Ian Goodfellow] traded a post at [Organization Google] for a chair at [Organization Apple].",
            {("Ian Goodfellow", "Apple")},
        ),
        (
            "[Organization Google] made [Person Jeff Dean] head of its research in 2018.",
            {("Jeff Dean", "Google")},
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


@pytest.mark.parametrize(
    ("text", "departures"),
    [
        ("[Person Yan Junjie] gave up a vice-presidency at [Organization SenseTime].", {("Yan Junjie", "SenseTime")}),
        (
            "[Person Yan Junjie] left his job as a director at [Organization SenseTime].",
            {("Yan Junjie", "SenseTime")},
        ),
        (
            "[Person Kai Yu] quit in 2015 and set up [Organization Horizon Robotics].",
            set(),
        ),
        (
            "[Person Jim Simons] lost that job, and ran a department at [Organization Stony Brook].",
            set(),
        ),
    ],
)
def test_what_is_left_is_where_a_post_is_held(text: str, departures: set[tuple[str, str]], read: Read) -> None:
    assert said(read(text, "en"), "left") == departures


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("[Person Yann LeCun] remains at [Organization Meta].", {("Yann LeCun", "Meta")}),
        ("[Person Yann LeCun] stayed at [Organization Meta] until 2025.", set()),
        ("Does [Person Yann LeCun] stay at [Organization Meta]?", set()),
        ("[Person Yann LeCun] did not stay at [Organization Meta].", set()),
        (
            "[Person Yann LeCun] works for [Organization Meta]. He has no intention of leaving.",
            {("Yann LeCun", "Meta")},
        ),
        ("[Person Yann LeCun] works for [Organization Meta]. He has no plans to leave.", {("Yann LeCun", "Meta")}),
    ],
)
def test_who_stays_has_not_left(text: str, denied: set[tuple[str, str]], read: Read) -> None:
    claims = [claim for claim in read(text, "en") if claim.relation == "left" and claim.modality is Modality.DENIED]
    assert {(claim.subject.name, claim.object.name) for claim in claims} == denied


def test_so_does_repeats_a_move_of_its_own_sentence_only(read: Read) -> None:
    text = "[Person Jonathan Ross] moves to [Organization Nvidia], and so does [Person Sunny Madra]."
    assert ("Sunny Madra", "Nvidia") in said(read(text, "en"), "movedTo")
    text = text.replace(", and so", ". He is happy. So")
    assert ("Sunny Madra", "Nvidia") not in said(read(text, "en"), "movedTo")
