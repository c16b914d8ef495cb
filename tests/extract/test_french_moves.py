"""Moves and departures in French: what they are told from, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim, Modality

Read = Callable[[str, str], tuple[Claim, ...]]


def said(claims: tuple[Claim, ...], relation: str, *, denied: bool = False) -> set[tuple[str, str]]:
    return {
        (claim.subject.name, claim.object.name)
        for claim in claims
        if claim.relation == relation and (claim.modality is Modality.DENIED) == denied
    }


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        (
            "C'est [Person Neil Houlsby], un ancien, qu'[Organization Anthropic] a choisi pour diriger son antenne.",
            {("Neil Houlsby", "Anthropic")},
        ),
        (
            "C'est pourtant chez [Organization Anthropic] que [Person Jan Leike] s'installe.",
            {("Jan Leike", "Anthropic")},
        ),
        (
            "[Person Sebastian Thrun], professeur, entre chez [Organization Google] en 2007.",
            {("Sebastian Thrun", "Google")},
        ),
        (
            "[Person Jan Leike] a quitté [Organization OpenAI] pour [Organization Anthropic]. [Person John Schulman] "
            "l'a imité.",
            {("Jan Leike", "Anthropic"), ("John Schulman", "Anthropic")},
        ),
        (
            "[Person Jan Leike] a rejoint [Organization Anthropic]. [Person John Schulman] aussi.",
            {("Jan Leike", "Anthropic"), ("John Schulman", "Anthropic")},
        ),
        (
            "[Person Jan Leike], lui, a mis le cap sur [Organization Anthropic].",
            {("Jan Leike", "Anthropic")},
        ),
    ],
)
def test_moves_in_many_words(text: str, moves: set[tuple[str, str]], read: Read) -> None:
    assert said(read(text, "fr"), "movedTo") == moves


@pytest.mark.parametrize(
    ("text", "departures"),
    [
        (
            "[Person Sun Jian], parti de chez [Organization Microsoft] entre-temps, enseigne.",
            {("Sun Jian", "Microsoft")},
        ),
        (
            "[Organization Google] n'a rien dit. [Person Timnit Gebru] en a été écartée en 2020.",
            {("Timnit Gebru", "Google")},
        ),
        (
            "[Organization AMI Labs], créée par [Person Yann LeCun] à sa sortie de [Organization Meta], recrute.",
            {("Yann LeCun", "Meta")},
        ),
    ],
)
def test_departures_in_many_words(text: str, departures: set[tuple[str, str]], read: Read) -> None:
    assert said(read(text, "fr"), "left") == departures


def test_a_denial_is_echoed_as_a_denial(read: Read) -> None:
    claims = read("[Person Jan Leike] n'a pas quitté [Organization OpenAI]. [Person Mark Chen] non plus.", "fr")
    assert said(claims, "left") == set()
    assert said(claims, "left", denied=True) == {("Jan Leike", "OpenAI"), ("Mark Chen", "OpenAI")}


@pytest.mark.parametrize(
    "text",
    [
        "[Organization Uber] recrute. [Person John Krafcik], qui venait de [Organization Hyundai], se tait.",
        "[Person Mark Zuckerberg] présente [Organization Meta] et ceux qu'il y a attirés.",
        "[Organization OpenAI] se tait. [Person Ilya Sutskever] et [Person Daniel Gross] se sont retrouvés en 2024.",
    ],
)
def test_what_is_no_move_moves_nobody(text: str, read: Read) -> None:
    assert said(read(text, "fr"), "movedTo") == set()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("[Person Yann LeCun] dirige le laboratoire de [Organization Meta]. Il reste.", set()),
        (
            "[Person Yann LeCun] dirige le laboratoire de [Organization Meta]. Il a préféré rester.",
            {("Yann LeCun", "Meta")},
        ),
        (
            "[Person Yann LeCun] travaille chez [Organization Meta]. Il n'a aucune intention de partir.",
            {("Yann LeCun", "Meta")},
        ),
        ("[Person Yann LeCun], directeur chez [Organization Meta], ne bouge pas.", {("Yann LeCun", "Meta")}),
        ("[Person Yann LeCun] est resté chez [Organization Meta] jusqu'en 2025.", set()),
        ("[Person Yann LeCun], de [Organization Meta], reste prudent.", set()),
        ("[Person Yann LeCun], de [Organization Meta], bouge beaucoup.", set()),
    ],
)
def test_who_stays_has_not_left(text: str, denied: set[tuple[str, str]], read: Read) -> None:
    claims = read(text, "fr")
    assert said(claims, "left", denied=True) == denied
    assert said(claims, "left") == set()


def test_to_have_set_no_foot_somewhere_is_not_to_have_gone_there(read: Read) -> None:
    text = "[Person Yann LeCun] n'a jamais mis les pieds chez [Organization OpenAI]."
    assert said(read(text, "fr"), "movedTo", denied=True) == {("Yann LeCun", "OpenAI")}
