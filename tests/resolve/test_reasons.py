from __future__ import annotations

from typing import Any

import pytest

from aigraph.gazetteer import Gazetteer
from aigraph.resolve import forms
from aigraph.resolve.forms import form, likeness
from aigraph.resolve.person import PersonName
from aigraph.resolve.reasons import organizations, people, works
from aigraph.resolve.reasons.reason import THRESHOLD, Reason

NOTHING = Gazetteer({})
TABLES: tuple[tuple[Reason[Any], ...], ...] = (people.REASONS, organizations.REASONS, works.REASONS, forms.PLAIN)


def weight(type: str, one: str, other: str) -> float:
    return likeness(form(type, one, NOTHING), form(type, other, NOTHING)).weight


@pytest.mark.parametrize(
    ("type", "one", "other"),
    [
        ("Person", "Joëlle Pineau", "JOELLE PINEAU"),
        ("Person", "Jean‑Charles Samuelian", "Jean Charles Samuelian"),
        ("Person", "Tang Xiao’ou", "Tang Xiaoou"),
        ("Person", "Ian J. Goodfellow", "Ian Goodfellow"),
        ("Person", "Haifeng Wang", "Wang Haifeng"),
        ("Person", "Alexander Wang", "Alexandr Wang"),
        ("Person", "Andrej Karpathy", "Andrei Karpathy"),
        ("Organization", "Pardigm", "Pardigm, Inc."),
        ("Organization", "Pardigm S.A.S.", "PARDIGM"),
        ("Model", "Zeta-4o mini", "Zeta-4o-mini"),
    ],
)
def test_two_spellings_of_one_name_reach_the_threshold(type: str, one: str, other: str) -> None:
    assert weight(type, one, other) >= THRESHOLD
    assert weight(type, other, one) >= THRESHOLD


@pytest.mark.parametrize(
    ("type", "one", "other"),
    [
        ("Person", "Fei-Fei Li", "Jia Li"),
        ("Person", "Zhang Yiming", "Zhang Yimin"),
        ("Person", "Yoshua Bengio", "Samy Bengio"),
        ("Person", "Dario Amodei", "Daniela Amodei"),
        ("Person", "Martin James", "James Martin"),
        ("Person", "Yoshua Bengio", "Joshua Bengio"),
        ("Organization", "Cohere", "Cohere Labs"),
        ("Organization", "Wang Haifeng", "Haifeng Wang"),
        ("Model", "Zeta 3", "Zeta 3 mini"),
        ("Model", "Zeta-4.1", "Zeta-41"),
    ],
)
def test_different_names_stay_below_the_threshold(type: str, one: str, other: str) -> None:
    assert weight(type, one, other) < THRESHOLD


def test_names_of_two_types_have_nothing_in_common() -> None:
    one, other = form("Organization", "Sesame", NOTHING), form("System", "Sesame", NOTHING)
    assert likeness(one, other).weight == 0


@pytest.mark.parametrize("reason", [r for table in TABLES for r in table], ids=lambda reason: reason.test.__name__)
def test_every_reason_is_a_sentence_with_a_weight(reason: Reason[Any]) -> None:
    assert reason.sentence[0].isupper()
    assert "\n" not in reason.sentence
    assert 0 < abs(reason.weight) <= THRESHOLD


@pytest.mark.parametrize(("text", "chinese"), [("Yao Shunyu", True), ("Xiao'ou Tang", True), ("Sam Altman", False)])
def test_romanised_chinese_is_told_by_its_syllables(text: str, chinese: bool) -> None:
    assert PersonName.of(text).is_chinese is chinese
