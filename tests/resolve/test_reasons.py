from __future__ import annotations

import pytest

from aigraph.resolve.name import Name
from aigraph.resolve.reasons import REASONS, THRESHOLD, Reason


def weight(one: Name, other: Name) -> float:
    return sum(reason.weight for reason in REASONS if reason.holds(one, other))


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
    assert weight(Name.of(type, one), Name.of(type, other)) >= THRESHOLD
    assert weight(Name.of(type, other), Name.of(type, one)) >= THRESHOLD


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
    assert weight(Name.of(type, one), Name.of(type, other)) < THRESHOLD


def test_names_of_two_types_have_nothing_in_common() -> None:
    assert weight(Name.of("Organization", "Sesame"), Name.of("System", "Sesame")) == 0


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.test.__name__)
def test_every_reason_is_a_sentence_with_a_weight(reason: Reason) -> None:
    assert reason.sentence[0].isupper()
    assert "\n" not in reason.sentence
    assert 0 < abs(reason.weight) <= THRESHOLD


@pytest.mark.parametrize(("text", "chinese"), [("Yao Shunyu", True), ("Xiao'ou Tang", True), ("Sam Altman", False)])
def test_romanised_chinese_is_told_by_its_syllables(text: str, chinese: bool) -> None:
    assert Name.of("Person", text).is_chinese is chinese
