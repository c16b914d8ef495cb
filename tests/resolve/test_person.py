from __future__ import annotations

import pytest

from aigraph.gazetteer import Gazetteer
from aigraph.resolve.forms import form, likeness
from aigraph.resolve.person import PersonName
from aigraph.resolve.reasons.reason import DOUBT, THRESHOLD
from aigraph.resolve.sound import sound


def weight(one: str, other: str) -> float:
    forms = [form("Person", name, Gazetteer({})) for name in (one, other)]
    assert likeness(*forms) == likeness(*reversed(forms))
    return likeness(*forms).weight


@pytest.mark.parametrize(
    ("text", "given", "particles", "family", "generation"),
    [
        ("Yann Le Cun", ("yann",), ("le",), "cun", ""),
        ("J.-B. Kempf", ("j", "b"), (), "kempf", ""),
        ("JB Kempf", ("j", "b"), (), "kempf", ""),
        ("J.R.R. Tolkien", ("j", "r", "r"), (), "tolkien", ""),
        ("Dr. Anthony Fauci, MD", ("anthony",), (), "fauci", ""),
        ("Martin Luther King, Jr.", ("martin", "luther"), (), "king", "Jr"),
        ("Ursula von der Leyen", ("ursula",), ("von", "der"), "leyen", ""),
        ("Bachar el-Assad", ("bachar",), ("el",), "assad", ""),
        ("Sam Bankman-Fried", ("sam",), (), "bankmanfried", ""),
        ("Sinéad O’Connor", ("sinead",), (), "oconnor", ""),
        ("XU Li", ("xu",), (), "li", ""),
        ("De Freitas", (), ("de",), "freitas", ""),
        ("姚顺雨", (), (), "姚顺雨", ""),
    ],
)
def test_a_name_is_taken_apart(
    text: str, given: tuple[str, ...], particles: tuple[str, ...], family: str, generation: str
) -> None:
    name = PersonName.of(text)
    assert (name.given, name.particles, name.family, name.generation) == (given, particles, family, generation)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gorbatchev", "gorbachev"),
        ("tchaikovski", "tchaikovsky"),
        ("prigojine", "prigozhin"),
        ("soutskever", "sutskever"),
    ],
)
def test_the_french_and_the_english_way_of_writing_a_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("hinton", "hilton"), ("amodei", "amadei"), ("chen", "shan")])
def test_different_names_sound_different(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samuel H. Altman", "Sam Altman"),
        ("William Gates III", "Bill Gates"),
        ("Wei-Ying Ma", "Ma Weiying"),
        ("Orbán Viktor", "Viktor Orban"),
        ("Marie Skłodowska-Curie", "Marie Curie"),
        ("J. Robert Oppenheimer", "Robert Oppenheimer"),
    ],
)
def test_one_person_is_known_by_two_names(one: str, other: str) -> None:
    assert weight(one, other) >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Donald Trump Jr.", "Donald Trump Sr."),
        ("Michael I. Jordan", "Michael B. Jordan"),
        ("George W. Bush", "George H. W. Bush"),
        ("Jean Tirole", "Jeanne Tirole"),
        ("Simon Weil", "Simone Weil"),
        ("Wei Zhang", "Wen Zhang"),
        ("A. Chapman", "A. Chakrabarty"),
        ("A. Rai", "Arai"),
        ("W. Zhang", "Wei Zhang"),
        ("John Smith", "J. Smith"),
    ],
)
def test_names_of_two_people_are_no_question_either(one: str, other: str) -> None:
    assert weight(one, other) < DOUBT


@pytest.mark.parametrize(
    ("one", "other"),
    [("Robert Redford", "Robert Radford"), ("Jean Dupont", "John Dupont"), ("Uwe Schulze", "Uwe Schultz")],
)
def test_names_that_may_be_one_are_a_question(one: str, other: str) -> None:
    assert DOUBT <= weight(one, other) < THRESHOLD
