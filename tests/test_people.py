from __future__ import annotations

from pathlib import Path

import pytest

from aigraph import people as module
from aigraph.errors import DataError
from aigraph.people import is_given, likeness, people


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


def test_common_names_are_given_names() -> None:
    assert people().common <= people().given


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[given", "people.toml"),
        ("[given]\n[family]\n", "the tables are common, eastern, endings, given, surnames"),
        (
            "[given]\nfrench = ['Ada', 'Áda']\n[common]\n[eastern]\n[endings]\n[surnames]\n",
            "given: french: 'Áda' stands there twice",
        ),
        ("[given]\nfrench = [1]\n[common]\n[eastern]\n[endings]\n[surnames]\n", "1 is no name"),
        ("given = 3\n[common]\n[eastern]\n[endings]\n[surnames]\n", "write lists of names by language"),
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
