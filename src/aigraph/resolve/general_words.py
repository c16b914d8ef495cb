"""The general words in names of organisations: `ontology/gazetteer/words.toml`, read strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aigraph.errors import DataError
from aigraph.gazetteer import fold
from aigraph.vocabulary import ontology_dir

_LISTS = ("and", "articles", "aside", "generic", "group", "heads", "kinds", "legal", "small")


@dataclass(frozen=True)
class GeneralWords:
    """Words by what they say, folded, as the file explains them; `english` gives the word that stands for another."""

    english: Mapping[str, str]
    conjunctions: frozenset[str]
    articles: frozenset[str]
    aside: frozenset[str]
    generic: frozenset[str]
    group: frozenset[str]
    heads: frozenset[str]
    kinds: frozenset[str]
    legal: frozenset[str]
    small: frozenset[str]


@cache
def general_words() -> GeneralWords:
    """Read `ontology/gazetteer/words.toml`, once."""
    return load(ontology_dir() / "gazetteer" / "words.toml")


def load(path: Path) -> GeneralWords:
    """Read a file of words; raises DataError with the first fault."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error
    if sorted(data) != sorted(("english", *_LISTS)):
        raise DataError(f"{path}: the keys are english, {', '.join(_LISTS)}, not {', '.join(sorted(data))}")
    english: dict[str, str] = {}
    for word, others in (data["english"] if isinstance(data["english"], dict) else {"english": None}).items():
        for other in sorted(_words(others, f"{path}: english: {word}")):
            if english.setdefault(other, word) != word:
                raise DataError(f"{path}: english: {other!r} stands for {english[other]!r} and for {word!r}")
    lists = {key: _words(data[key], f"{path}: {key}") for key in _LISTS}
    return GeneralWords(english=english, conjunctions=lists.pop("and"), **lists)


def _words(value: object, where: str) -> frozenset[str]:
    words = value if isinstance(value, list) else []
    if not words or not all(isinstance(word, str) and word == fold(word) != "" for word in words):
        raise DataError(f"{where}: write a list of words in lower case, without accents")
    if len(set(words)) < len(words):
        raise DataError(f"{where}: a word stands twice in {value!r}")
    return frozenset(words)
