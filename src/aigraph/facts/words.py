"""What columns and values are called: ids and labels of the ontology, and the words of lang/<code>/facts.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from aigraph.errors import DataError
from aigraph.gazetteer import fold
from aigraph.language import LANGUAGES_DIR, languages, read_toml, refuse_unknown, strings, table
from aigraph.model import Modality
from aigraph.vocabulary import vocabulary

ENDS = ("subject", "object", "person", "organization", "work")
"""The columns of what a relation joins: by their place in it, or by their class."""

SOURCE = ("title", "author", "publisher", "published", "url", "language")
"""The columns that say where a fact is from."""

_SECTIONS = ("columns", "relations", "modalities", "choices", "words")
_SIGNS = re.compile(r"[\s_:?*.()/-]+")


def key(text: str) -> str:
    """Return how the name of a column or a value is compared.

    >>> key("Source_URL"), key(" Publié  le : "), key("attributedTo")
    ('source url', 'publie le', 'attributedto')
    """
    return _SIGNS.sub(" ", fold(text)).strip()


@dataclass(frozen=True)
class Words:
    """What each name stands for, by its key; `by_language` holds the columns that a language's own words name."""

    columns: Mapping[str, str]
    relations: Mapping[str, str]
    modalities: Mapping[str, str]
    choices: Mapping[str, str]
    types: Mapping[str, str]
    ongoing: frozenset[str]
    by_language: Mapping[str, frozenset[str]]


@cache
def words() -> Words:
    """Read the words of all languages, once; raises DataError when one stands for two things."""
    known = vocabulary()
    data = {code: _data(code) for code in languages()}
    qualifiers = {name: (name, *kind.labels.values()) for name, kind in known.qualifiers.items()}
    relations = {name: (name, *kind.labels.values()) for name, kind in known.relations.items()}
    types = {name: (name, *known.class_labels[name].values()) for name in _types()}
    columns = {name: (name,) for name in columns_known()} | qualifiers
    return Words(
        columns=_keys(columns, *(sections["columns"] for sections in data.values())),
        relations=_keys(relations, *(sections["relations"] for sections in data.values())),
        modalities=_keys({m: (m,) for m in Modality}, *(sections["modalities"] for sections in data.values())),
        choices=_keys(_choices(), *(sections["choices"] for sections in data.values())),
        types=_keys(types),
        ongoing=frozenset(key(word) for sections in data.values() for word in sections["words"]["ongoing"]),
        by_language={code: frozenset(_keys({}, sections["columns"])) for code, sections in data.items()},
    )


def columns_known() -> tuple[str, ...]:
    """Return the ids of all columns that are read."""
    about = ("type", "modality", "attributedTo", "confidence", "note", "quote", "source")
    return (*ENDS, "relation", *vocabulary().qualifiers, *about, *SOURCE)


def _types() -> Iterator[str]:
    known = vocabulary()
    works = (name for name in known.class_labels if known.is_a(name, "Artifact") and name != "Artifact")
    return chain(("Person", "Organization"), works)


def _choices() -> dict[str, tuple[str, ...]]:
    return {choice: (choice,) for kind in vocabulary().qualifiers.values() for choice in kind.choices}


def _data(code: str) -> dict[str, dict[str, list[str]]]:
    path = LANGUAGES_DIR / code / "facts.toml"
    data = read_toml(path)
    refuse_unknown(data, _SECTIONS, str(path))
    sections = {name: table(data.get(name, {}), f"{path}: {name}") for name in _SECTIONS}
    known = {
        "columns": columns_known(),
        "relations": vocabulary().relations,
        "modalities": tuple(Modality),
        "choices": _choices(),
        "words": ("ongoing",),
    }
    for name, section in sections.items():
        refuse_unknown(section, known[name], f"{path}: {name}")
        sections[name] = {thing: strings(named, f"{path}: {name}: {thing}") for thing, named in section.items()}
    return sections


def _keys(*named: Mapping[str, Iterable[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for things in named:
        for thing, names in things.items():
            for name in names:
                if found.setdefault(key(name), thing) != thing:
                    raise DataError(f"facts.toml: {name!r} stands for {thing} and for {found[key(name)]}")
    return found
