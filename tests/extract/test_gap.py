"""Clauses that leave their verb out, and repeat it of another person and organisation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim

Read = Callable[[str, str], tuple[Claim, ...]]

SCHULMAN, KARPATHY = "[Person John Schulman]", "[Person Andrej Karpathy]"
MENSCH, LAMPLE = "[Person Arthur Mensch]", "[Person Guillaume Lample]"
ANTHROPIC, TESLA = "[Organization Anthropic]", "[Organization Tesla]"
DEEPMIND, META, MISTRAL = "[Organization DeepMind]", "[Organization Meta]", "[Organization Mistral AI]"
BOTH = {("John Schulman", "Anthropic"), ("Andrej Karpathy", "Tesla")}


def pairs(claims: tuple[Claim, ...], relation: str) -> set[tuple[str, str]]:
    return {(claim.subject.name, claim.object.name) for claim in claims if claim.relation == relation}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", f"{SCHULMAN} went to {ANTHROPIC}, {KARPATHY} to {TESLA}."),
        ("en", f"{SCHULMAN} went to {ANTHROPIC} and {KARPATHY} to {TESLA}."),
        ("en", f"{SCHULMAN} joined {ANTHROPIC}; {KARPATHY}, {TESLA}."),
        ("en", f"{SCHULMAN} joined {ANTHROPIC}, {KARPATHY} {TESLA}."),
        ("fr", f"{SCHULMAN} est parti chez {ANTHROPIC}, {KARPATHY} chez {TESLA}."),
        ("fr", f"{SCHULMAN} est passé chez {ANTHROPIC} et {KARPATHY} chez {TESLA}."),
        ("fr", f"{SCHULMAN} a rejoint {ANTHROPIC}, {KARPATHY} {TESLA}."),
    ],
)
def test_a_verb_left_out_holds_for_the_next_pair(code: str, text: str, read: Read) -> None:
    assert pairs(read(text, code), "movedTo") == BOTH


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", f"{MENSCH} came to {MISTRAL} from {DEEPMIND}, {LAMPLE} from {META}."),
        ("en", f"{MENSCH} joined {MISTRAL} from {DEEPMIND} and {LAMPLE}, who built models, from {META}."),
        ("fr", f"{MENSCH} a rejoint {MISTRAL} depuis {DEEPMIND}, {LAMPLE} depuis {META}."),
    ],
)
def test_who_only_gets_an_origin_goes_to_the_same_place(code: str, text: str, read: Read) -> None:
    moves = {(c.subject.name, c.object.name, c.value("from")) for c in read(text, code) if c.relation == "movedTo"}
    assert moves == {("Arthur Mensch", "Mistral AI", "DeepMind"), ("Guillaume Lample", "Mistral AI", "Meta")}


def test_who_has_a_verb_of_his_own_repeats_nothing(read: Read) -> None:
    claims = read(f"{SCHULMAN} went to {ANTHROPIC}, {KARPATHY} spoke to {TESLA}.", "en")
    assert pairs(claims, "movedTo") == {("John Schulman", "Anthropic")}
