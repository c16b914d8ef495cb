from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from aigraph import language as module
from aigraph.errors import DataError, InputError
from aigraph.language import language, languages, read_toml, refuse_unknown
from aigraph.vocabulary import vocabulary


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_language_loads_once_and_has_a_file_for_each_relation(code: str) -> None:
    data = language(code)
    assert data is language(code)
    assert data.code == code
    assert {path.stem for path in data.relations_dir.glob("*.toml")} == set(vocabulary().relations)


def test_the_languages_are_found_by_their_folders() -> None:
    assert languages() == tuple(sorted(languages()))
    assert set(languages()) >= {"en", "fr"}


@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_language_has_the_word_sets_that_the_program_names(code: str) -> None:
    assert {"post", "exclusive", "courting"} <= set(language(code).sets)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_words_are_written_as_they_are_compared(code: str) -> None:
    data = language(code)
    for words in (data.modality.negations, data.modality.hedges, data.references.person_pronouns, *data.sets.values()):
        assert words
        assert all(word == word.casefold() and word.strip() == word for word in words)
    assert not {word for word in data.names.person_titles if "’" in word}


@pytest.mark.parametrize("code", ["de", "", "EN", "../en"])
def test_a_language_that_is_not_read_is_the_users_mistake(code: str) -> None:
    with pytest.raises(InputError, match="there are en, fr") as caught:
        language(code)
    assert repr(code) in str(caught.value)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the languages' data that may be broken; the program's own stays loaded and untouched."""
    folder = tmp_path / "lang"
    shutil.copytree(module.LANGUAGES_DIR, folder)
    monkeypatch.setattr(module, "LANGUAGES_DIR", folder)
    return folder


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[names]\n", "[names]\nparticels = []\n", r"names: unknown key 'particels'; did you mean 'particles'\?"),
        ("[masks]", "[mask]", r"unknown key 'mask'; did you mean 'masks'\?"),
        ("hedges = ", "hedge = ", r"modality: unknown key 'hedge'; did you mean 'hedges'\?"),
        ("[names]\n", "[names]\nzzz = []\n", "names: unknown key 'zzz'; known are .*particles"),
        ('decimal = ".', '# decimal = ".', "quantities: the key 'decimal' is missing"),
        ('name = "English"\n', "", "the key 'name' is missing"),
        ('negations = ["not",', 'negations = ["not", "not",', "modality: negations: 'not' stands there twice"),
        ("[names]\n", "[names]\nparticles = \n", "line"),
        ("[names]\n", "[names]\n[names]\n", "names"),
        ('agent = ["by"]', 'agent = "by"', "grammar: agent: 'by' must be a list of strings"),
        ("behind = {}", "behind = 4", "masks: behind: 4 must be a table"),
        ("behind = {}", 'behind = { a = "b" }', "masks: behind: a: 'b' must be a list of strings"),
        ('name = "English"', "name = 4", "name: 4 must be a string"),
        ("noun_adjuncts = true", 'noun_adjuncts = "yes"', "noun_adjuncts: 'yes' must be true or false"),
        ("[sets]\n", '[sets]\nzzz = ["a", "a"]\n', "sets: zzz: 'a' stands there twice"),
    ],
)
def test_a_malformed_language_is_refused_with_file_and_place(old: str, new: str, message: str, copy: Path) -> None:
    path = copy / "en" / "language.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text, "the line to break has changed; break another"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=message) as caught:
        language.__wrapped__("en")
    assert str(path) in str(caught.value)


def test_a_language_is_found_as_soon_as_its_folder_is_there(copy: Path) -> None:
    shutil.copytree(copy / "en", copy / "zz")
    assert "zz" in languages()
    assert language.__wrapped__("zz").relations_dir == copy / "zz" / "relations"


def test_a_data_file_that_is_missing_or_no_text_is_refused_with_its_path(tmp_path: Path) -> None:
    binary = tmp_path / "x.toml"
    binary.write_bytes(b'a = "\xff"')
    for path in (tmp_path / "absent.toml", binary):
        with pytest.raises(DataError, match=re.escape(str(path))):
            read_toml(path)


def test_known_keys_are_let_through_and_the_first_unknown_one_named() -> None:
    refuse_unknown(["verb", "note"], {"note", "verb", "noun"}, "here")
    with pytest.raises(DataError, match=r"^here: unknown key 'vreb'; did you mean 'verb'\?$"):
        refuse_unknown(["verb", "vreb"], {"note", "verb", "noun"}, "here")
