from __future__ import annotations

import pytest

from aigraph.evaluate.names import normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joëlle Pineau", "joelle pineau"),
        ("Łukasz Kaiser", "Lukasz Kaiser"),
        ("Tang Xiao’ou", "Tang Xiao'ou"),
        ("Figure, Inc.", "Figure"),
        ("Dassault Systèmes S.A.", "Dassault Systèmes"),
        ("l’université de Montréal", "Université de Montréal"),
        ("GPT-4o mini", "GPT‑4o-mini"),
        ("Wei-Ying Ma", "Wei Ying Ma"),
        ("The Wall Street Journal", "Wall Street Journal"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("o3", "o3-mini"),
        ("GPT-4", "GPT-4.1"),
        ("Google", "Google Brain"),
        ("Stanford", "université Stanford"),
        ("Jia Li", "Fei-Fei Li"),
        ("C++", "C"),
        ("SA", "Inc"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_a_name_that_is_not_latin_is_still_a_name() -> None:
    assert normal("姚顺雨") == "姚顺雨"
