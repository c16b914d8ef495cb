"""What is known of personal names: `ontology/gazetteer/names.toml`, read strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from aigraph.errors import DataError
from aigraph.gazetteer import fold
from aigraph.vocabulary import ontology_dir

T = TypeVar("T")
_TABLES = ("frequent", "short", "translated", "variants")


@dataclass(frozen=True)
class KnownNames:
    """Given names that go for each other, and family names that many bear, all folded.

    `variants` gives the name that a spelling stands for; `translated` the groups (by number) that a name is in; `full`
    the names that a short form may stand for.
    """

    variants: Mapping[str, str]
    translated: Mapping[str, frozenset[int]]
    full: Mapping[str, frozenset[str]]
    frequent: frozenset[str]

    def spelling(self, given: str) -> str:
        """Return the name that stands for all spellings of a given name."""
        return self.variants.get(given, given)

    def bases(self, given: str) -> frozenset[str]:
        """Return the names that a given name, short or not, may stand for.

        >>> sorted(known_names().bases("bob")), sorted(known_names().bases("aleksandr"))
        (['bob', 'robert'], ['alexander'])
        """
        return self.full.get(given, frozenset()) | {self.spelling(given)}


@cache
def known_names() -> KnownNames:
    """Read `ontology/gazetteer/names.toml`, once."""
    return load(ontology_dir() / "gazetteer" / "names.toml")


def load(path: Path) -> KnownNames:
    """Read a file of names; raises DataError with the first fault."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error
    if sorted(data) != list(_TABLES):
        raise DataError(f"{path}: the tables are {', '.join(_TABLES)}, not {', '.join(sorted(data))}")
    variants: dict[str, str] = {}
    for group in _groups(data["variants"], f"{path}: variants"):
        for name in group:
            if name in variants:
                raise DataError(f"{path}: variants: {name!r} stands there twice")
            variants[name] = group[0]
    translated: dict[str, set[int]] = {}
    for number, group in enumerate(_groups(data["translated"], f"{path}: translated")):
        for name in group:
            translated.setdefault(variants.get(name, name), set()).add(number)
    full: dict[str, set[str]] = {}
    for name, forms in _table(data["short"], f"{path}: short").items():
        for form in forms:
            full.setdefault(form, set()).add(variants.get(fold(name), fold(name)))
    frequent = [name for names in _table(data["frequent"], f"{path}: frequent").values() for name in names]
    return KnownNames(variants, _frozen(translated), _frozen(full), frozenset(frequent))


def _frozen(sets: Mapping[str, set[T]]) -> dict[str, frozenset[T]]:
    return {key: frozenset(values) for key, values in sets.items()}


def _table(value: object, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise DataError(f"{where}: write lists of names by key")
    return {key: _names(names, f"{where}: {key}") for key, names in value.items()}


def _groups(value: object, where: str) -> list[tuple[str, ...]]:
    if not isinstance(value, list):
        raise DataError(f"{where}: write a list of lists of names")
    return [_names(names, where) for names in value]


def _names(value: object, where: str) -> tuple[str, ...]:
    names: Iterable[object] = value if isinstance(value, list) else ()
    folded = tuple(fold(name) if isinstance(name, str) else "" for name in names)
    if not folded or not all(folded):
        raise DataError(f"{where}: {value!r} is no list of names")
    if len(set(folded)) < len(folded):
        raise DataError(f"{where}: a name stands twice in {value!r}")
    return folded
