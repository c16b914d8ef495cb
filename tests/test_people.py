from __future__ import annotations

from pathlib import Path

import pytest

from aigraph import people as module
from aigraph.errors import DataError
from aigraph.people import is_given, likeness, people, usual_gender

REST = "[men]\n[unisex]\n[common]\n[eastern]\n[endings]\n[surnames]\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Yoshua Bengio", 1.0),
        ("Jean-Charles Samuelian", 1.0),
        ("Ruoming Pang", 1.0),
        ("Wang Huiwen", 1.0),
        ("Kim Jong-un", 1.0),
        ("A. Lovelace", 0.5),
        ("Zorbal Nguyen", 0.5),
        ("Zorbal Petrosyan", 0.5),
        ("Grace Petrosyan", 0.75),
        ("Summer School", 0.25),
        ("Machine Learning", 0.0),
        ("Vice President", 0.0),
        ("Ada", 0.0),
    ],
)
def test_a_name_looks_like_a_persons_by_its_first_and_its_family_name(name: str, expected: float) -> None:
    assert likeness(name.split()) == expected


def test_given_names_need_no_accents() -> None:
    assert is_given("Cédric")
    assert is_given("Cedric")
    assert is_given("CÉDRIC")


@pytest.mark.parametrize(
    ("given", "gender"),
    [("Mira", "f"), ("Arthur", "m"), ("Anne-Laure", "f"), ("Jean-Charles", "m"), ("Claude", None), ("OpenAI", None)],
)
def test_a_given_name_tells_a_woman_from_a_man_where_all_its_bearers_are_alike(given: str, gender: str | None) -> None:
    assert usual_gender(given) == gender


def test_common_names_are_given_names() -> None:
    assert people().common <= people().given


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[men", "people.toml"),
        ("[men]\n[family]\n", "the tables are common, eastern, endings, men, surnames, unisex, women"),
        (
            "[women]\nfrench = ['Ada', 'Áda']\n" + REST,
            "women: french: 'Áda' stands there twice",
        ),
        ("[women]\nfrench = [1]\n" + REST, "1 is no name"),
        (
            "[women]\nfrench = ['Ada']\n" + REST.replace("[men]", "[men]\nenglish = ['Ada']"),
            "'ada' stands in men and in women",
        ),
        ("women = 3\n" + REST, "write lists of names by language"),
    ],
)
def test_a_fault_of_the_file_is_told_with_its_place(
    content: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer" / "people.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(module, "ontology_dir", lambda: tmp_path)
    with pytest.raises(DataError, match=message):
        people.__wrapped__()
