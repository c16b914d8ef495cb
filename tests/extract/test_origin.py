"""Where those who move come from, as other sentences of the article tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim

Read = Callable[[str, str], tuple[Claim, ...]]

SCHULMAN, KARPATHY = "[Person John Schulman]", "[Person Andrej Karpathy]"
OPENAI, ANTHROPIC, GOOGLE = "[Organization OpenAI]", "[Organization Anthropic]", "[Organization Google]"
TESLA = "[Organization Tesla]"


def origin(claims: tuple[Claim, ...]) -> str | None:
    return next(claim.value("from") for claim in claims if claim.relation == "movedTo")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", f"{SCHULMAN} left {OPENAI}. In August {SCHULMAN} joined {ANTHROPIC}."),
        ("en", f"{SCHULMAN} was a researcher at {OPENAI}. In August {SCHULMAN} joined {ANTHROPIC}."),
        ("en", f"{SCHULMAN}, a co-founder of {OPENAI}, has joined {ANTHROPIC}."),
        ("en", f"{SCHULMAN} has joined {ANTHROPIC}. {SCHULMAN} was a researcher at {OPENAI}."),
        ("fr", f"{SCHULMAN} a quitté {OPENAI}. En août, {SCHULMAN} a rejoint {ANTHROPIC}."),
        ("fr", f"{SCHULMAN} était chercheur chez {OPENAI}. En août, {SCHULMAN} a rejoint {ANTHROPIC}."),
    ],
)
def test_the_article_tells_where_a_move_starts(code: str, text: str, read: Read) -> None:
    assert origin(read(text, code)) == "OpenAI"


def test_what_was_left_counts_more_than_where_one_has_worked(read: Read) -> None:
    text = f"{SCHULMAN}, formerly of {GOOGLE}, left {OPENAI} and joined {ANTHROPIC}."
    assert origin(read(text, "en")) == "OpenAI"


@pytest.mark.parametrize(
    "text",
    [
        f"{SCHULMAN} worked at {OPENAI} and at {GOOGLE}. In August {SCHULMAN} joined {ANTHROPIC}.",
        f"{SCHULMAN} did not leave {OPENAI}. In August {SCHULMAN} joined {ANTHROPIC}.",
        f"{KARPATHY} joined {OPENAI} in 2015. {KARPATHY} moved to {TESLA} in 2017.",
    ],
)
def test_where_the_article_leaves_it_open_no_origin_is_given(text: str, read: Read) -> None:
    assert origin(read(text, "en")) is None


def test_a_denied_move_starts_nowhere(read: Read) -> None:
    assert origin(read(f"{SCHULMAN} left {OPENAI}. {SCHULMAN} did not join {ANTHROPIC}.", "en")) is None
