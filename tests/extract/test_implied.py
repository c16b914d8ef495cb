from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim

Read = Callable[[str, str], tuple[Claim, ...]]


def said(claims: tuple[Claim, ...], relation: str) -> set[tuple[str, str]]:
    return {(claim.subject.name, claim.object.name) for claim in claims if claim.relation == relation}


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "[Organization Meta] has hired [Person Jack Rae] from [Organization DeepMind]. "
            "[Person Pei Sun] came over from [Organization Google].",
            ("Pei Sun", "Meta"),
        ),
        (
            "[Person Jan Leike] joined [Organization Anthropic]; "
            "[Person John Schulman] arrived from [Organization OpenAI].",
            ("John Schulman", "Anthropic"),
        ),
        (
            "[Organization Cohere] is hiring.\n\n"
            "[Organization Anthropic]: [Person Jan Leike] arrives from [Organization OpenAI].",
            ("Jan Leike", "Anthropic"),
        ),
        (
            "[Organization Periodic Labs] was founded by [Person Liam Fedus] and [Person Ekin Cubuk].\n\n"
            "[Organization Meta] and [Organization OpenAI] are giants.\n\n"
            "[Person Rishabh Agarwal] came over from [Organization Meta].",
            ("Rishabh Agarwal", "Periodic Labs"),
        ),
    ],
)
def test_who_arrives_without_saying_where_arrives_where_others_did(
    text: str, move: tuple[str, str], read: Read
) -> None:
    assert move in said(read(text, "en"), "movedTo")


def test_where_others_went_in_another_paragraph_is_out_of_mind(read: Read) -> None:
    text = (
        "[Person Jan Leike] joined [Organization Anthropic] in May 2024.\n\n"
        "[Organization Meta] is big. [Organization Meta] is a giant, and [Organization Meta] grows.\n\n"
        "[Person Pei Sun] came over from [Organization Google]."
    )
    assert ("Pei Sun", "Anthropic") not in said(read(text, "en"), "movedTo")


@pytest.mark.parametrize(
    ("text", "departure"),
    [
        (
            "[Person Bob McGrew], a vice president of [Organization OpenAI], has resigned.",
            ("Bob McGrew", "OpenAI"),
        ),
        (
            "[Person Chris Lattner], hired away from [Organization Apple] by [Organization Tesla], has quit.",
            ("Chris Lattner", "Tesla"),
        ),
        (
            "[Person Andrew Ng] moved to [Organization Baidu] in 2014. In 2017 he resigned.",
            ("Andrew Ng", "Baidu"),
        ),
        (
            "[Person Jan Leike] left [Organization OpenAI] in May. "
            "[Person Lilian Weng] handed in her badge in November.",
            ("Lilian Weng", "OpenAI"),
        ),
        ("[Person Greg Brockman] stepped down as [Organization OpenAI]'s president.", ("Greg Brockman", "OpenAI")),
        ("[Person Nick Clegg] quit as head of global affairs at [Organization Meta].", ("Nick Clegg", "Meta")),
    ],
)
def test_who_leaves_without_saying_from_where_leaves_the_employer(
    text: str, departure: tuple[str, str], read: Read
) -> None:
    assert departure in said(read(text, "en"), "left")


@pytest.mark.parametrize(
    "text",
    [
        "[Person Bob McGrew] of [Organization OpenAI] left the room.",
        "[Person Bob McGrew] of [Organization OpenAI] could have resigned.",
        "[Person Lee Sedol], who played against [Organization DeepMind], left for the airport.",
    ],
)
def test_what_is_no_departure_leaves_nobody(text: str, read: Read) -> None:
    assert said(read(text, "en"), "left") == set()


def test_the_owner_of_a_noun_is_not_whom_the_relative_clause_is_about(read: Read) -> None:
    text = (
        "[Person Rahul Patil] joined [Organization Stripe] in 2020. "
        "[Person David Singleton], [Person Rahul Patil]'s predecessor, who left in 2024, has founded a company."
    )
    assert ("Rahul Patil", "Stripe") not in said(read(text, "en"), "left")


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "[Person Mustafa Suleyman] has gone to [Organization Microsoft]. "
            "[Person Karen Simonyan] followed [Person Mustafa Suleyman].",
            ("Karen Simonyan", "Microsoft"),
        ),
        (
            "[Person Noam Shazeer] returned to [Organization Google]. "
            "[Person Daniel De Freitas] came with [Person Noam Shazeer].",
            ("Daniel De Freitas", "Google"),
        ),
        (
            "[Person Kyle Kosic] left [Organization OpenAI] in 2023. In May he came back.",
            ("Kyle Kosic", "OpenAI"),
        ),
        (
            "[Organization Google] announced that [Person Noam Shazeer] was coming back.",
            ("Noam Shazeer", "Google"),
        ),
    ],
)
def test_who_follows_or_returns_arrives_where_the_others_are(text: str, move: tuple[str, str], read: Read) -> None:
    assert move in said(read(text, "en"), "movedTo")


def test_what_one_goes_to_and_leaves_again_is_told_twice(read: Read) -> None:
    claims = read(
        "[Person Jim Keller] went to [Organization Tesla] and to [Organization Intel], which he left in 2020.", "en"
    )
    assert ("Jim Keller", "Intel") in said(claims, "movedTo")
    assert ("Jim Keller", "Intel") in said(claims, "left")
    assert ("Jim Keller", "Tesla") not in said(claims, "left")


def test_nobody_leaves_what_was_left_before(read: Read) -> None:
    text = "[Person Kai Yu], formerly of [Organization Siemens], ran a laboratory; [Person Kai Yu] quit in 2015."
    assert ("Kai Yu", "Siemens") not in said(read(text, "en"), "left")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "[Person Jan Leike] joined [Organization Meta]. Likewise, [Person Mark Zuckerberg] hired [Person Ji Lin].",
        ),
        (
            "fr",
            "[Person Pei Sun] rejoint [Organization Meta]. De même, [Person Mark Zuckerberg] recrute [Person Ji Lin].",
        ),
    ],
)
def test_who_is_brought_in_likewise_arrives_where_the_one_before_did(code: str, text: str, read: Read) -> None:
    assert ("Ji Lin", "Meta") in said(read(text, code), "movedTo")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "[Organization Microsoft] is big. [Organization Microsoft] grows. "
            "[Person Sam Altman] returned to [Organization OpenAI] as chief executive.",
        ),
        (
            "fr",
            "[Organization Microsoft] investit. [Organization Microsoft] recrute. "
            "[Person Sam Altman] est revenu chez [Organization OpenAI] comme directeur général.",
        ),
    ],
)
def test_a_post_that_someone_moves_to_is_none_of_the_organisation_in_question(code: str, text: str, read: Read) -> None:
    claims = read(text, code)
    assert said(claims, "movedTo") == {("Sam Altman", "OpenAI")}
    assert ("Sam Altman", "Microsoft") not in said(claims, "workedAt")
    assert not [claim for claim in claims if "Microsoft" in claim.values("from")]
