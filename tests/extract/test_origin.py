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


BEYER, ZHAI = "[Person Lucas Beyer]", "[Person Xiaohua Zhai]"
META, FACEBOOK, DEEPMIND = "[Organization Meta]", "[Organization Facebook]", "[Organization Google DeepMind]"


def origins(claims: tuple[Claim, ...]) -> dict[str, str | None]:
    return {claim.subject.name: claim.value("from") for claim in claims if claim.relation == "movedTo"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", f"{BEYER} was a researcher at {OPENAI}. {BEYER} and {ZHAI} have joined {META}."),
        ("fr", f"{BEYER} était chercheur chez {OPENAI}. {BEYER} et {ZHAI} ont rejoint {META}."),
    ],
)
def test_who_moves_together_comes_from_one_place(code: str, text: str, read: Read) -> None:
    assert origins(read(text, code)) == {"Lucas Beyer": "OpenAI", "Xiaohua Zhai": "OpenAI"}


@pytest.mark.parametrize(
    "text",
    [
        f"{BEYER} left {OPENAI}. {KARPATHY} was at {TESLA}. {BEYER} and {KARPATHY} have joined {META}.",
        f"{BEYER} was a researcher at {OPENAI}. {BEYER} has joined {META}; {KARPATHY} joined {META}.",
    ],
)
def test_who_has_a_past_or_a_clause_of_his_own_does_not_share_an_origin(text: str, read: Read) -> None:
    assert origins(read(text, "en")).get("Andrej Karpathy") != "OpenAI"


def test_a_company_of_ones_own_is_no_one_elses_origin(read: Read) -> None:
    text = f"{ZHAI}, a researcher, and {SCHULMAN}, the founder of {TESLA}, have joined {META}."
    assert origins(read(text, "en")) == {"Xiaohua Zhai": None, "John Schulman": "Tesla"}


def test_what_tells_of_one_persons_post_is_not_where_the_other_comes_from(read: Read) -> None:
    text = (
        "De même, [Organization Meta] a attiré [Person Shengjia Zhao], co-créateur de [System ChatGPT], et "
        "[Person Alexandr Wang], fondateur de [Organization Scale AI], pour diriger son groupe."
    )
    assert origins(read(text, "fr")) == {"Shengjia Zhao": None, "Alexandr Wang": "Scale AI"}


def test_one_organisation_by_two_names_is_not_where_a_move_starts(read: Read) -> None:
    assert origin(read(f"{ZHAI} works at {META}. {ZHAI} had joined {FACEBOOK}.", "en")) is None


def test_of_a_unit_and_its_whole_a_move_starts_at_the_unit(read: Read) -> None:
    text = f"{ZHAI} worked at {DEEPMIND}. {ZHAI} worked at {GOOGLE}. {ZHAI} has joined {OPENAI}."
    assert origin(read(text, "en")) == "Google DeepMind"


def test_the_moves_that_an_entry_of_a_list_tells_come_before_the_one_that_the_list_is_about(read: Read) -> None:
    claims = read(f"The new hires of {META}:\n\n- {SCHULMAN}: joined {ANTHROPIC} in 2024;\n- {ZHAI}: researcher.", "en")
    moves = [claim for claim in claims if claim.relation == "movedTo" and claim.subject.name == "John Schulman"]
    assert {claim.object.name: claim.value("from") for claim in moves} == {"Meta": "Anthropic", "Anthropic": None}


def test_a_unit_that_one_founded_where_one_arrived_is_no_origin(read: Read) -> None:
    text = "[Person Yann LeCun] joined [Organization Meta] in 2013. There he founded [Organization FAIR]."
    assert origin(read(text, "en")) is None


def test_a_unit_that_one_left_for_the_whole_is_an_origin(read: Read) -> None:
    text = "[Person Yann LeCun] left [Organization FAIR]. In 2018 [Person Yann LeCun] joined [Organization Meta]."
    assert origin(read(text, "en")) == "FAIR"
