"""A language's data: `lang/<code>/language.toml`, read strictly. Data only; what it means is said where it is used."""

from __future__ import annotations

import dataclasses
import difflib
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aigraph.errors import DataError, InputError

LANGUAGES_DIR = Path(__file__).parent / "lang"

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Segmentation:
    """How text is cut: abbreviations end with a dot that ends no sentence."""

    abbreviations: Words


@dataclass(frozen=True, slots=True)
class Names:
    """The words around names and within them that tell a person from an organisation or a work."""

    person_titles: Words
    particles: Words
    organization_words: Words
    organization_cues: Words
    organization_units: Words
    artifact_cues: Words
    not_names: Words
    versions: Words


@dataclass(frozen=True, slots=True)
class References:
    """The words that stand for someone or something named elsewhere."""

    person_pronouns: Words
    group_pronouns: Words
    organization_pronouns: Words
    relative_pronouns: Words
    person_nouns: Words
    person_group_nouns: Words
    organization_nouns: Words
    collectives: Words
    demonstratives: Words
    definite: Words
    possessive: Words
    plural_possessive: Words


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The words that keep a sentence from asserting what its verb says."""

    negations: Words
    conditional_conjunctions: Words
    future_auxiliaries: Words
    hedges: Words
    rumours: Words
    sources: Words
    saying: Words
    planning: Words
    attempting: Words
    refusing: Words
    denying: Words
    doubting: Words
    succeeding: Words
    verdicts: Words


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes that the grammatical functions are found by."""

    prepositions: Mapping[str, str]
    agent: Words
    articles: Words
    former: Words
    former_prefixes: Words
    passive_auxiliaries: Words
    copulas: Words
    apposition_marks: Words
    object_control: Words
    never_passive: Words
    one_of: Words
    naming: Words
    list_marks: Words
    conjunctions: Words
    place_adverbs: Words
    including: Words
    as_role: Words


@dataclass(frozen=True, slots=True)
class Masks:
    """The stand-ins that the parser sees in place of names, so that no name can change how a sentence is read.

    The `_phrase` ones ("cette entreprise") parse better than names where no noun stands before; `after` holds words
    and `after_endings` ends of words behind which only a name can stand.
    """

    person: tuple[str, ...]
    organization: tuple[str, ...]
    artifact: tuple[str, ...]
    organization_phrase: tuple[str, ...]
    artifact_phrase: tuple[str, ...]
    after: Words
    after_endings: tuple[str, ...]
    behind: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class QuantityPhrases:
    """How dates, durations, sums of money and numbers are said; `annotate.quantities.phrases` says how to write one.

    `period`, `date` and `bare` are parts that other phrases are made of; `bare` is a date only after a word that
    calls for one. What a phrase of `nothing` covers is no quantity.
    """

    period: tuple[str, ...]
    date: tuple[str, ...]
    bare: tuple[str, ...]
    by: tuple[str, ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    range: tuple[str, ...]
    duration: tuple[str, ...]
    money: tuple[str, ...]
    number: tuple[str, ...]
    nothing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quantities:
    """The marks within numbers, the words that phrases name, those that have a value, and the phrases."""

    decimal: str
    grouping: str
    words: Mapping[str, Words]
    values: Mapping[str, Mapping[str, typing.Any]]
    phrases: QuantityPhrases


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All of one language's data; there is one object a language, compared by identity. `pipelines` are spaCy packages, best first; `dependencies` maps labels to UD's."""

    code: str
    name: str
    pipelines: tuple[str, ...]
    dependencies: Mapping[str, str]
    segmentation: Segmentation
    names: Names
    references: References
    modality: ModalityWords
    grammar: Grammar
    masks: Masks
    sets: Mapping[str, Words]
    quantities: Quantities

    @property
    def relations_dir(self) -> Path:
        """The folder of the rule files, one a relation."""
        return LANGUAGES_DIR / self.code / "relations"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder, sorted.

    >>> languages()
    ('en', 'fr')
    """
    return tuple(sorted(path.parent.name for path in LANGUAGES_DIR.glob("*/language.toml")))


def read_toml(path: Path) -> dict[str, typing.Any]:
    """Read a data file of aigraph's own; raises DataError with file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error


def refuse_unknown(keys: typing.Iterable[str], known: typing.Iterable[str], where: str) -> None:
    """Raise DataError with a hint for the first of `keys` that is not among the `known` ones."""
    known = sorted(known)
    for key in sorted(set(keys) - set(known)):
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
        raise DataError(f"{where}: unknown key {key!r}{hint}")


@cache
def language(code: str) -> Language:
    """Read the language `code`; raises InputError when there is none, DataError when its file is malformed."""
    if code not in languages():
        raise InputError(f"language {code!r} is not read yet; there are {', '.join(languages())}")
    path = LANGUAGES_DIR / code / "language.toml"
    data = read_toml(path)
    return typing.cast("Language", _strict(Language, {"code": code, **data}, str(path)))


def _strict(kind: type[typing.Any], data: Mapping[str, typing.Any], where: str) -> object:
    fields = {field.name: field for field in dataclasses.fields(kind)}
    refuse_unknown(data, fields, where)
    missing = sorted(set(fields) - set(data))
    if missing:
        raise DataError(f"{where}: the key {missing[0]!r} is missing")
    hints = typing.get_type_hints(kind)
    return kind(**{name: _value(hints[name], data[name], f"{where}: {name}") for name in fields})


def _value(hint: typing.Any, value: typing.Any, where: str) -> object:
    if dataclasses.is_dataclass(hint):
        return _strict(typing.cast("type[typing.Any]", hint), value, where)
    if hint == Words:
        if len(set(value)) != len(value):
            twice = sorted(word for word in set(value) if value.count(word) > 1)
            raise DataError(f"{where}: {twice[0]!r} stands there twice")
        return frozenset(value)
    if typing.get_origin(hint) is tuple:
        return tuple(value)
    if typing.get_args(hint)[-1:] == (Words,):
        return {key: frozenset(words) for key, words in value.items()}
    return value
