"""What is said of one person and repeated of another in a word or two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim

Read = Callable[[str, str], tuple[Claim, ...]]

SCHULMAN, LEIKE = "[Person John Schulman]", "[Person Jan Leike]"
LAMPLE, LACROIX = "[Person Guillaume Lample]", "[Person Timothée Lacroix]"
ANTHROPIC, META, MISTRAL = "[Organization Anthropic]", "[Organization Meta]", "[Organization Mistral AI]"


def pairs(claims: tuple[Claim, ...], relation: str) -> set[tuple[str, str]]:
    return {(claim.subject.name, claim.object.name) for claim in claims if claim.relation == relation}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", f"{LEIKE} joined {ANTHROPIC}. So did {SCHULMAN}."),
        ("en", f"{LEIKE} joined {ANTHROPIC}. So, later, did {SCHULMAN}."),
        ("en", f"{LEIKE} has joined {ANTHROPIC}, as has {SCHULMAN}."),
        ("en", f"{LEIKE} joined {ANTHROPIC}; {SCHULMAN} followed."),
        ("en", f"{LEIKE} joined {ANTHROPIC}. {SCHULMAN} did the same."),
        ("en", f"{LEIKE} joined {ANTHROPIC} in May. {SCHULMAN} followed suit in August."),
        ("en", f"{LEIKE} joined {ANTHROPIC}. Ditto {SCHULMAN}."),
        ("fr", f"{LEIKE} a rejoint {ANTHROPIC}. {SCHULMAN} l'a imité."),
        ("fr", f"{LEIKE} a rejoint {ANTHROPIC}. {SCHULMAN} lui a emboîté le pas."),
        ("fr", f"{LEIKE} a rejoint {ANTHROPIC}. Idem pour {SCHULMAN}."),
    ],
)
def test_who_does_the_same_moves_too(code: str, text: str, read: Read) -> None:
    assert pairs(read(text, code), "movedTo") == {("Jan Leike", "Anthropic"), ("John Schulman", "Anthropic")}


def test_an_echo_of_being_repeats_what_somebody_is(read: Read) -> None:
    claims = read(f"{LAMPLE} is a co-founder of {MISTRAL}. So is {LACROIX}.", "en")
    assert pairs(claims, "founded") == {("Guillaume Lample", "Mistral AI"), ("Timothée Lacroix", "Mistral AI")}


def test_an_echo_is_proved_by_both_sentences_and_less_sure(read: Read) -> None:
    said, echo = read(f"{LAMPLE} left {META}. So did {LACROIX}.", "en")
    assert echo.evidence.quote == "Guillaume Lample left Meta. So did Timothée Lacroix."
    assert echo.confidence < said.confidence


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", f"{LEIKE} joined {ANTHROPIC}. {SCHULMAN} did not."),
        ("en", f"{LEIKE} joined {ANTHROPIC}. {SCHULMAN} followed the news."),
        ("en", f"{LEIKE} joined {ANTHROPIC}. {SCHULMAN} followed him to {META}."),
        ("en", f"{LEIKE} joined {ANTHROPIC}. So might {SCHULMAN}."),
        ("fr", f"{LEIKE} a rejoint {ANTHROPIC}. {SCHULMAN} ne l'a pas imité."),
    ],
)
def test_what_only_sounds_like_an_echo_repeats_nothing(code: str, text: str, read: Read) -> None:
    claims = [claim for claim in read(text, code) if claim.modality.value == "asserted"]
    assert ("John Schulman", "Anthropic") not in pairs(tuple(claims), "movedTo")
