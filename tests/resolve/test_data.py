"""The files of names and words that resolution reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigraph.errors import DataError
from aigraph.resolve import general_words, known_names

NAMES = """
variants = [["Marc", "Mark"]]
translated = [["Mark", "Marco"]]
[short]
Robert = ["Bob"]
[frequent]
chinese = ["Li"]
"""
LISTS = ("and", "articles", "aside", "generic", "group", "heads", "kinds", "legal", "small")
WORDS = "".join(f'{key} = ["{key}"]\n' for key in LISTS) + '[english]\nschool = ["ecole"]\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "file.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_given_names_go_for_each_other_by_spelling_and_by_short_form(tmp_path: Path) -> None:
    names = known_names.load(write(tmp_path, NAMES))
    assert names.spelling("mark") == names.spelling("marc") == "marc"
    assert names.bases("bob") == {"bob", "robert"}
    assert names.translated["marc"] == names.translated["marco"]
    assert names.frequent == {"li"}


def test_the_file_of_names_knows_the_usual_short_forms() -> None:
    known = known_names.known_names()
    for short, full in (("sam", "samuel"), ("alex", "alexandre"), ("mike", "michael"), ("kate", "katherine")):
        assert known.bases(short) & known.bases(full)
    assert not known.bases("alexandre") & known.bases("alexandra")
    assert not known.bases("michel") & known.bases("michelle")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            NAMES.replace("[frequent]", "[rare]"),
            "the tables are frequent, short, translated, variants, not rare, short",
        ),
        (NAMES.replace('"Mark"]]\nt', '"Mark"], ["Mark", "Marek"]]\nt'), "variants: 'mark' stands there twice"),
        (NAMES.replace('["Bob"]', "[]"), "short: Robert: [] is no list of names"),
        (NAMES.replace('["Bob"]', '"Bob"'), "short: Robert: 'Bob' is no list of names"),
        (NAMES.replace('["Bob"]', '["Bob", "BOB"]'), "a name stands twice in ['Bob', 'BOB']"),
        (NAMES.replace('[["Mark", "Marco"]]', "1"), "translated: write a list of lists of names"),
        ("[", "file.toml: "),
    ],
)
def test_a_fault_in_the_file_of_names_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(DataError) as refusal:
        known_names.load(write(tmp_path, text))
    assert complaint in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (WORDS.replace("legal", "illegal"), "the keys are english, and, articles,"),
        (
            WORDS.replace('["ecole"]', '["École"]'),
            "english: school: write a list of words in lower case, without accents",
        ),
        (WORDS + 'college = ["ecole"]\n', "'ecole' stands for 'school' and for 'college'"),
        (WORDS.replace('["small"]', '["of", "of"]'), "small: a word stands twice"),
        (WORDS.replace('[english]\nschool = ["ecole"]\n', "english = 1\n"), "english"),
    ],
)
def test_a_fault_in_the_file_of_words_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(DataError) as refusal:
        general_words.load(write(tmp_path, text))
    assert complaint in str(refusal.value)
