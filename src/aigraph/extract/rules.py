"""The rules, read strictly from `lang/<code>/relations/*.toml`.

A rule has a trigger (a verb, a noun, a name of some class or the heading of a list) and says by which grammatical
functions of the trigger its subject, object and qualifiers are found: those of `function.FUNCTIONS`, or prepositions.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from aigraph.errors import DataError
from aigraph.extract.function import FUNCTIONS
from aigraph.extract.implied import IMPLIED
from aigraph.language import Language, language, languages, read_toml, refuse_unknown, strings, table
from aigraph.model import Block, Modality
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
        "unless", "under", "needs", "units", "block", "marker", "modality", "status", "confidence", "voice",
        "newcomer", "timed", "bare", "yes", "no", *TRIGGERS,
    }
)  # fmt: skip
_MARK = re.compile(r"\[(?P<role>[a-zA-Z]+(?::[A-Za-z]+)?) (?P<text>[^\[\]]+)\]")
_FUNCTIONS = (*FUNCTIONS, *IMPLIED, PHRASE, HEADING)
_PREPOSITION = re.compile(r"[^\W\d_]+(?:[ '][^\W\d_]+)*")
_VOICES = ("active", "passive")
_MISSPELT = 0.75


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its mentions: `(start, end, type)`; `expected` are (qualifier or end, text) of its one claim.

    `marks` say where these stand: `(start, end, qualifier or end)`.
    """

    text: str
    mentions: tuple[tuple[int, int, str], ...]
    expected: tuple[tuple[str, str], ...]
    topic: bool = False
    marks: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `slots` maps subject, object and qualifiers to grammatical functions in order of preference.

    Beside the trigger must stand one of `with_words` and none of `without_words`; above it in the tree, one of `under`
    and none of `unless`; a name must be led to by a `marker`. Every qualifier that the rule `needs` must be found.
    `constants` are qualifiers that the rule sets itself. With `newcomer`, what it reads holds only for someone who was
    not there before: a new post where one works is no move. Unless it may be `timed`, no duration stands beside the
    trigger ("passer trois ans"); a `bare` verb has no object.
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
    needs: frozenset[str]
    marker: frozenset[str]
    modality: Modality | None
    status: str | None
    voice: str | None
    block: str | None
    units: bool
    newcomer: bool
    timed: bool
    bare: bool
    confidence: float
    yes: tuple[Example, ...]
    no: tuple[Example, ...]

    @property
    def phrase(self) -> frozenset[str]:
        """The words that go with a verb in the triggers of several words."""
        return frozenset(word for phrase in self.words for word in phrase.split()[1:])

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
    rows = content.get("rule", [])
    if not isinstance(rows, list):
        raise DataError(f"{path}: rule must be a list of tables, each under [[rule]]")
    for number, row in enumerate(rows, start=1):
        where = f"{path}: rule {number}"
        yield _rule(row, relation, data, f"{path}: {table(row, where).get('id', f'rule {number}')}")


def _rule(row: Mapping[str, Any], relation: str, data: Language, where: str) -> Rule:
    refuse_unknown(row, _KEYS, where)
    for key in ("id", "note", "object", "subject", "confidence", "yes", "no"):
        if key not in row:
            raise DataError(f"{where}: the key {key!r} is missing")
    for key in ("id", "note"):
        if not isinstance(row[key], str):
            raise DataError(f"{where}: {key} must be a string, not {row[key]!r}")
    if not row["yes"] or not row["no"]:
        raise DataError(f"{where}: a rule needs at least one example in yes and one in no")
    if not row["id"].startswith(f"{data.code}.{relation}."):
        raise DataError(f"{where}: the id must start with {data.code}.{relation}.")
    triggers = [key for key in TRIGGERS if key in row]
    if len(triggers) != 1:
        raise DataError(f"{where}: a rule has one trigger, a verb, a noun, a name or a list")
    ends = vocabulary().relations[relation]
    qualifiers = table(row.get("qualifiers", {}), f"{where}: qualifiers")
    constants = table(row.get("set", {}), f"{where}: set")
    refuse_unknown([*qualifiers, *constants], ends.qualifiers, where)
    for name, value in constants.items():
        choices = vocabulary().qualifiers[name].choices
        if not isinstance(value, str):
            raise DataError(f"{where}: set: {name} must be a string, not {value!r}")
        if choices:
            _choice(constants, name, choices, where)
    refuse_unknown(strings(row.get("needs", []), f"{where}: needs"), ends.qualifiers, f"{where}: needs")
    slots = {"subject": row["subject"], "object": row["object"], **qualifiers}

    def words(key: str) -> frozenset[str]:
        listed = strings(row.get(key, []), f"{where}: {key}")
        return frozenset(w for word in listed for w in _expand(word, data, where))

    def functions(slot: str) -> tuple[str, ...]:
        return tuple(_function(name, where) for name in strings(slots[slot], f"{where}: {slot}"))

    def class_(key: str, default: str) -> str:
        found = _choice(row, key, sorted(vocabulary().class_labels), where) or default
        if not vocabulary().is_a(found, default):
            raise DataError(f"{where}: {key} must be a kind of {default}, not {found!r}")
        return found

    def examples(key: str) -> tuple[Example, ...]:
        texts = enumerate(strings(row[key], f"{where}: {key}"), start=1)
        return tuple(_example(text, relation, f"{where}: {key} {number}") for number, text in texts)

    if not words(triggers[0]):
        raise DataError(f"{where}: {triggers[0]} needs at least one word")
    confidence = row["confidence"]
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise DataError(f"{where}: confidence must be a number from 0 to 1, not {confidence!r}")
    flags = {"units": True, "newcomer": False, "timed": True, "bare": False}
    flags |= {key: row[key] for key in flags if key in row}
    for key, value in flags.items():
        if not isinstance(value, bool):
            raise DataError(f"{where}: {key} must be true or false, not {value!r}")
    modality = _choice(row, "modality", [str(choice) for choice in Modality], where)
    yes = examples("yes")
    for number, example in enumerate(yes, start=1):
        if not {"subject", "object"} <= {role for role, _ in example.expected}:
            raise DataError(f"{where}: yes {number}: {example.text!r} lacks a [subject ...] or an [object ...]")
    return Rule(
        id=row["id"],
        relation=relation,
        note=row["note"],
        trigger=triggers[0],
        words=words(triggers[0]),
        slots={slot: functions(slot) for slot in slots},
        subject_type=class_("subject_type", ends.domain),
        object_type=class_("object_type", ends.range),
        constants=constants,
        with_words=words("with"),
        without_words=words("without"),
        unless=words("unless"),
        under=words("under"),
        needs=words("needs"),
        marker=words("marker"),
        modality=Modality(modality) if modality else None,
        status=_choice(row, "status", vocabulary().qualifiers["status"].choices, where),
        voice=_choice(row, "voice", _VOICES, where),
        block=_choice(row, "block", [str(choice) for choice in Block], where),
        **flags,
        confidence=float(confidence),
        yes=yes,
        no=examples("no"),
    )


def _choice(row: Mapping[str, Any], key: str, choices: Sequence[str], where: str) -> str | None:
    """Return the value of a key, None where it is missing; raises DataError unless it is one of `choices`."""
    value = row.get(key)
    if value is not None and value not in choices:
        raise DataError(f"{where}: {key} is one of {', '.join(choices)}, not {value!r}")
    return value


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


def _example(marked: str, relation: str, where: str) -> Example:
    """Read "[object Mistral AI] was founded by [subject Arthur Mensch]."; `[Person X]` marks a bystander."""
    ends = vocabulary().relations[relation]
    text = ""
    mentions = []
    expected = []
    marks = []
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        role, _, class_ = match["role"].partition(":")
        if class_ and class_ not in vocabulary().class_labels:
            raise DataError(f"{where}: {class_!r} in [{role}:{class_} ...] is no class of the ontology")
        start, end = len(text), len(text) + len(match["text"])
        text += match["text"]
        position = match.end()
        if role in ("subject", "object"):
            mentions.append((start, end, class_ or (ends.domain if role == "subject" else ends.range)))
            expected.append((role, match["text"]))
            marks.append((start, end, role))
        elif role in ends.qualifiers:
            if vocabulary().qualifiers[role].kind == "entity":
                mentions.append((start, end, class_ or "Organization"))
            expected.append((role, match["text"]))
            marks.append((start, end, role))
        elif role in vocabulary().class_labels:
            mentions.append((start, end, role))
        else:
            raise DataError(
                f"{where}: [{role} ...] is neither an argument, a qualifier of {relation} nor a class of the ontology"
            )
    text += marked[position:]
    if "[" in text or "]" in text:
        raise DataError(f"{where}: a bracket without its other half, or a mark without its text, in {marked!r}")
    return Example(text, tuple(mentions), tuple(expected), marks=tuple(marks))
