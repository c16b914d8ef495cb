"""A row as a fact: what it says of whom, once each of its cells is known to mean something."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.facts.line import Cell, parts
from aigraph.facts.values import WANTED, date, value
from aigraph.facts.words import key, words
from aigraph.gazetteer import gazetteer
from aigraph.model import DateBounds, Modality
from aigraph.suppression import REDACTED
from aigraph.vocabulary import QualifierType, RelationType, vocabulary

MAX_NAME_CHARS = 200
"""The longest name that a row may give."""

MAX_QUOTE_CHARS = 5000
"""The longest quote, and the longest note."""

_ENTITIES = {"from": "Organization", "concerning": "Person"}
_COLUMNS = {"Person": "person", "Organization": "organization", "Artifact": "work"}
_CONFIDENCE = re.compile(r"(\d{1,3})(?:[.,](\d{1,6}))?\s?(%?)", re.ASCII)


class Refused(Exception):  # noqa: N818 - it never leaves this room: it becomes an Issue
    """A row says no fact that can be taken; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A qualifier of a fact: its value, the cell that gives it, and its class where it names something."""

    name: str
    value: str
    cell: Cell
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What a row says, and what of it was left out (`remarks`)."""

    subject: Cell
    subject_type: str
    relation: str
    object: Cell
    object_type: str
    quote: Cell | None
    modality: Modality
    attributed_to: str | None
    confidence: float
    details: tuple[Detail, ...]
    remarks: tuple[str, ...] = ()


def relation_of(text: str) -> RelationType:
    """Return the relation that an id, a label or another word for it names; raises Refused."""
    known = vocabulary().relations
    if not text:
        raise Refused(f"no relation; write one of {', '.join(known)}")
    found = words().relations.get(key(text))
    if found is None:
        near = difflib.get_close_matches(key(text), words().relations, n=1)
        hint = f"did you mean {words().relations[near[0]]}?" if near else f"write one of {', '.join(known)}"
        raise Refused(f"{_shown(text)} is no relation; {hint}")
    return known[found]


def ends_of(row: Mapping[str, str], relation: RelationType) -> tuple[str, str]:
    """Return the subject and the object of a row by column: by their place, or by their class; raises Refused."""
    classes = [_COLUMNS.get(name, "") for name in (relation.domain, relation.range)]
    if classes[0] == classes[1]:
        classes[0] = ""  # "A acquired B": only its place tells who is who
    ends = []
    for place, column, name in zip(("subject", "object"), classes, (relation.domain, relation.range), strict=True):
        given = {row[c] for c in (place, column) if row.get(c)}
        if not given and (relation.domain, name) == ("Person", "Artifact"):
            given = {row[c] for c in ("organization",) if row.get(c)}  # the sheet has one column for all that is joined
        if len(given) != 1:
            which = " or ".join(filter(None, (column, place)))
            what = f"the {place} of {relation.id}, {_a(name)}"
            raise Refused(f"{what}, is given twice" if given else f"{what}, is missing; fill in the column {which}")
        ends.append(given.pop())
    return ends[0], ends[1]


def fact(cells: Mapping[str, Cell]) -> Fact:
    """Return the fact of the cells of a line (`line.parsed`); raises Refused."""
    relation = relation_of(_text(cells, "relation"))
    subject, object_ = (_named(cells.get(place), place) for place in ("subject", "object"))
    if key(subject.text) == key(object_.text):
        raise Refused(f"{_shown(subject.text)} is both the subject and the object")
    quote = _quote(cells.get("quote"))
    if not (quote or any(cells.get(name) for name in ("url", "publisher", "title"))):
        raise Refused("no source and no quote; give at least one of url, publisher, title and quote")
    details, remarks = _details(cells, relation)
    if relation.range == "Date":
        details += _dated(object_, details)
    start, end = (DateBounds.read(next((d.value for d in details if d.name == n), "")) for n in ("start", "end"))
    if start and end and start.earliest and end.latest and end.latest < start.earliest:
        raise Refused(f"it ends ({end.value}) before it starts ({start.value}); correct one of the two")
    return Fact(
        subject=subject,
        subject_type=_type(subject, relation.domain, None),
        relation=relation.id,
        object=object_,
        object_type=_type(object_, relation.range, cells.get("type")),
        quote=quote,
        modality=_modality(_text(cells, "modality")),
        attributed_to=_text(cells, "attributedTo") or None,
        confidence=_confidence(_text(cells, "confidence")),
        details=tuple(details),
        remarks=tuple(remarks),
    )


def _text(cells: Mapping[str, Cell], name: str) -> str:
    return cells[name].text if name in cells else ""


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


def _a(type: str) -> str:
    label = vocabulary().class_labels[type]["en"]
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def _named(cell: Cell | None, place: str) -> Cell:
    if cell is None or not any(map(str.isalnum, cell.text)) or REDACTED in cell.text:
        raise Refused(f"the {place} is no name: {_shown(cell.text if cell else '')}")
    if len(cell.text) > MAX_NAME_CHARS:
        raise Refused(f"the {place} is longer than {MAX_NAME_CHARS} characters; give its name alone")
    return cell


def _type(cell: Cell, wanted: str, given: Cell | None) -> str:
    """Return the class of an end: that of the relation, or for works the one given, or that of a known name."""
    found = words().types.get(key(given.text)) if given else None
    if given and (found is None or not vocabulary().is_a(found, wanted)):
        below = [name for name in words().types.values() if vocabulary().is_a(name, wanted)]
        raise Refused(f"the type {_shown(given.text)} is none of {', '.join(dict.fromkeys(below)) or wanted}")
    if found or wanted != "Artifact":
        return found or wanted
    known = {entry.type for entry in gazetteer().find(cell.text, type="Artifact")}
    if len(known) == 1:
        return known.pop()
    works = [name for name in dict.fromkeys(words().types.values()) if vocabulary().is_a(name, "Artifact")]
    raise Refused(f"what is {_shown(cell.text)}? Write {', '.join(works)} into the column type")


def _quote(cell: Cell | None) -> Cell | None:
    if cell is not None and not any(map(str.isalnum, cell.text)):
        raise Refused(f"the quote {_shown(cell.text)} has no words; give those of the source, or leave it empty")
    if cell is not None and len(cell.text) > MAX_QUOTE_CHARS:
        raise Refused(f"the quote is longer than {MAX_QUOTE_CHARS} characters; keep the sentence that proves the fact")
    return cell


def _modality(text: str) -> Modality:
    found = words().modalities.get(key(text)) if text else Modality.ASSERTED
    if found is None:
        raise Refused(f"{_shown(text)} is no modality; write one of {', '.join(Modality)}")
    return Modality(found)


def _confidence(text: str) -> float:
    """Return a number from 0 to 1; what a person has noted is certain unless they say less."""
    if not text:
        return 1.0
    match = _CONFIDENCE.fullmatch(text)
    number = float(f"{match[1]}.{match[2] or 0}") / (100 if match[3] else 1) if match else 2.0
    if number > 1.0:
        raise Refused(f"the confidence {_shown(text)} is no number from 0 to 1, and no percentage")
    return number


def _details(cells: Mapping[str, Cell], relation: RelationType) -> tuple[list[Detail], list[str]]:
    """Return the qualifiers of a row, and what is to be said of those that the relation does not have."""
    known = vocabulary().qualifiers
    given = {name: cell for name, cell in cells.items() if name in known}
    if (
        "start" in given
        and "date" not in given
        and "start" not in relation.qualifiers
        and "date" in relation.qualifiers
    ):
        given["date"] = given.pop("start")  # what happens on a day starts on it
    details: list[Detail] = []
    remarks = []
    for name, cell in ((name, part) for name, whole in given.items() for part in parts(whole)):
        if name not in relation.qualifiers and not (name == "end" and _is_ongoing(cell)):
            remarks.append(f"{relation.id} has no {name}; {_shown(cell.text)} was left out")
        elif name == "end" and _is_ongoing(cell):
            if "status" in relation.qualifiers and "status" not in given:
                details.append(Detail("status", "current", cell))
        elif name in _ENTITIES:
            details.append(Detail(name, _named(cell, name).text, cell, _ENTITIES[name]))
        else:
            details.append(_detail(known[name], cell))
    return details, remarks


def _is_ongoing(cell: Cell) -> bool:
    return key(cell.text) in words().ongoing


def _detail(kind: QualifierType, cell: Cell) -> Detail:
    found = value(kind, cell.text)
    if found is None or len(found) > MAX_QUOTE_CHARS:
        wanted = WANTED.get(kind.kind) or f"one of {', '.join(kind.choices)}" * bool(kind.choices) or "short enough"
        raise Refused(f"{kind.id} {_shown(cell.text)} is not {wanted}")
    return Detail(kind.id, found, cell)


def _dated(object_: Cell, details: list[Detail]) -> list[Detail]:
    """Return the date that an end is, unless it is given beside it: "in July"."""
    if any(detail.name == "date" for detail in details):
        return []
    found = date(object_.text)
    if found is None:
        raise Refused(f"{_shown(object_.text)} is not {WANTED['date']}")
    return [Detail("date", found, object_)]
