"""The rules, read strictly from `lang/<code>/relations/*.toml`.

A rule has a trigger (a verb, a noun, a name of some class or the heading of a list) and says by which grammatical
functions of the trigger its subject, object and qualifiers are found: those of `function.FUNCTIONS`, or prepositions.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from aigraph.errors import DataError
from aigraph.extract.function import FUNCTIONS
from aigraph.language import Language, language, languages, read_toml, refuse_unknown
from aigraph.model import Modality
from aigraph.vocabulary import vocabulary

TRIGGERS = ("verb", "noun", "name", "list")
"""What can set a rule off."""
PHRASE = "phrase"
"""The function of a qualifier that is the trigger's own words up to the next mark or name."""
HEADING = "heading"
"""The function of what the heading of a list names."""

_KEYS = frozenset(
    {
        "id", "note", "subject", "object", "subject_type", "object_type", "qualifiers", "set", "with", "without",
        "unless", "under", "units", "block", "marker", "modality", "status", "confidence", "voice", "yes", "no",
        *TRIGGERS,
    }
)  # fmt: skip
_MARK = re.compile(r"\[(?P<role>[a-zA-Z]+(?::[A-Za-z]+)?) (?P<text>[^\[\]]+)\]")
_FUNCTIONS = (*FUNCTIONS, PHRASE, HEADING)
_PREPOSITION = re.compile(r"[^\W\d_]+(?:[ '][^\W\d_]+)*")
_MISSPELT = 0.75


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its mentions: `(start, end, type)`; `expected` are (qualifier or end, text) of its one claim."""

    text: str
    mentions: tuple[tuple[int, int, str], ...]
    expected: tuple[tuple[str, str], ...]
    topic: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `slots` maps subject, object and qualifiers to grammatical functions in order of preference.

    Beside the trigger must stand one of `with_words` and none of `without_words`; above it in the tree, one of `under`
    and none of `unless`; a name must be led to by a `marker`. `constants` are qualifiers that the rule sets itself.
    """

    id: str
    relation: str
    note: str
    trigger: str
    words: frozenset[str]
    slots: Mapping[str, tuple[str, ...]]
    subject_type: str
    object_type: str
    constants: Mapping[str, str]
    with_words: frozenset[str]
    without_words: frozenset[str]
    unless: frozenset[str]
    under: frozenset[str]
    marker: frozenset[str]
    modality: Modality | None
    status: str | None
    voice: str | None
    block: str | None
    units: bool
    confidence: float
    yes: tuple[Example, ...]
    no: tuple[Example, ...]

    @property
    def describes(self) -> bool:
        """Whether the trigger is a noun that says of a person what he or she is, whatever the verb of the sentence."""
        return self.trigger == "noun" and "bearer" in self.slots["subject"]

    def type_of(self, slot: str) -> str | None:
        """Return the class that fills a slot: the ontology's, or the narrower one that the rule gives."""
        if slot == "subject":
            return self.subject_type
        if slot == "object":
            return self.object_type
        return "Organization" if vocabulary().qualifiers[slot].kind == "entity" else None


@cache
def rules(code: str) -> tuple[Rule, ...]:
    """Read all rules of a language, by file and place; raises DataError with file, rule and a hint."""
    data = language(code)
    found: list[Rule] = []
    ids: set[str] = set()
    for path in sorted(data.relations_dir.glob("*.toml")):
        for rule in _read_file(path, data):
            if rule.id in ids:
                raise DataError(f"{path}: {rule.id}: this id is taken")
            ids.add(rule.id)
            found.append(rule)
    return tuple(found)


def matrix() -> dict[tuple[str, str], int]:
    """Return the number of rules for each (relation, language)."""
    counts = {(relation, code): 0 for relation in vocabulary().relations for code in languages()}
    for code in languages():
        for rule in rules(code):
            counts[rule.relation, code] += 1
    return counts


def _read_file(path: Path, data: Language) -> Iterable[Rule]:
    content = read_toml(path)
    refuse_unknown(content, {"relation", "rule"}, str(path))
    relation = content.get("relation")
    if relation != path.stem or relation not in vocabulary().relations:
        raise DataError(f"{path}: relation = {relation!r} must be the file's name and a relation of the ontology")
    for number, row in enumerate(content.get("rule", []), start=1):
        yield _rule(row, relation, data, f"{path}: {row.get('id', f'rule {number}')}")


def _rule(row: Mapping[str, Any], relation: str, data: Language, where: str) -> Rule:
    refuse_unknown(row, _KEYS, where)
    for key in ("id", "note", "object", "subject", "confidence", "yes", "no"):
        if key not in row:
            raise DataError(f"{where}: the key {key!r} is missing")
    if not row["yes"] or not row["no"]:
        raise DataError(f"{where}: a rule needs at least one example in yes and one in no")
    if not str(row["id"]).startswith(f"{data.code}.{relation}."):
        raise DataError(f"{where}: the id must start with {data.code}.{relation}.")
    triggers = [key for key in TRIGGERS if key in row]
    if len(triggers) != 1:
        raise DataError(f"{where}: a rule has one trigger, a verb, a noun, a name or a list")
    ends = vocabulary().relations[relation]
    qualifiers = row.get("qualifiers", {})
    refuse_unknown([*qualifiers, *row.get("set", {})], ends.qualifiers, where)
    for name, value in row.get("set", {}).items():
        choices = vocabulary().qualifiers[name].choices
        if choices and value not in choices:
            raise DataError(f"{where}: {name} is one of {', '.join(choices)}, not {value!r}")
    slots = {"subject": row["subject"], "object": row["object"], **qualifiers}

    def words(key: str) -> frozenset[str]:
        return frozenset(w for word in row.get(key, []) for w in _expand(word, data, where))

    return Rule(
        id=row["id"],
        relation=relation,
        note=row["note"],
        trigger=triggers[0],
        words=words(triggers[0]),
        slots={slot: tuple(_function(name, where) for name in names) for slot, names in slots.items()},
        subject_type=row.get("subject_type", ends.domain),
        object_type=row.get("object_type", ends.range),
        constants=row.get("set", {}),
        with_words=words("with"),
        without_words=words("without"),
        unless=words("unless"),
        under=words("under"),
        marker=words("marker"),
        modality=Modality(row["modality"]) if "modality" in row else None,
        status=row.get("status"),
        voice=row.get("voice"),
        block=row.get("block"),
        units=row.get("units", True),
        confidence=float(row["confidence"]),
        yes=tuple(_example(text, ends.domain, ends.range, where) for text in row["yes"]),
        no=tuple(_example(text, ends.domain, ends.range, where) for text in row["no"]),
    )


def _function(name: str, where: str) -> str:
    """Return the name of a function or preposition; raises DataError for what is neither, or a misspelt function."""
    if name in _FUNCTIONS:
        return name
    near = difflib.get_close_matches(name, _FUNCTIONS, n=1, cutoff=_MISSPELT)
    if near:
        raise DataError(f"{where}: unknown function {name!r}; did you mean {near[0]!r}?")
    if name != name.casefold() or not _PREPOSITION.fullmatch(name):
        raise DataError(f"{where}: {name!r} is no function; a preposition is a lower-case word or phrase")
    return name


def _expand(word: str, data: Language, where: str) -> Iterable[str]:
    if not word.startswith("@"):
        return (word,)
    if word[1:] not in data.sets:
        raise DataError(f"{where}: there is no word set {word!r} in language.toml")
    return data.sets[word[1:]]


def _example(marked: str, domain: str, range_: str, where: str) -> Example:
    """Read "[object Mistral AI] was founded by [subject Arthur Mensch]."; `[Person X]` marks a bystander."""
    text = ""
    mentions = []
    expected = []
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        role, _, class_ = match["role"].partition(":")
        start, end = len(text), len(text) + len(match["text"])
        text += match["text"]
        position = match.end()
        if role in ("subject", "object"):
            mentions.append((start, end, class_ or (domain if role == "subject" else range_)))
            expected.append((role, match["text"]))
        elif role in vocabulary().qualifiers:
            if vocabulary().qualifiers[role].kind == "entity":
                mentions.append((start, end, class_ or "Organization"))
            expected.append((role, match["text"]))
        elif role in vocabulary().class_labels:
            mentions.append((start, end, role))
        else:
            raise DataError(f"{where}: [{role} ...] is neither an argument, a qualifier nor a class of the ontology")
    text += marked[position:]
    return Example(text, tuple(mentions), tuple(expected))
