"""What the explorer knows, in columns: lists of small integers and of strings; `packing` makes them small.

`core` is all that the views draw and filter by; `texts` is what a reader sees on a click: sentences and reasons. Both
are plain JSON values; `explorer/src/data.ts` reads them, and says what each column means to the page.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from aigraph.fuse.kind import Kind
from aigraph.fuse.moment import LASTING, STATES, Time, resting_on, times
from aigraph.graph.network import FROM, MOVES
from aigraph.graph.seeds import seeds
from aigraph.model import (
    Claim,
    Conflict,
    DateBounds,
    Document,
    Entity,
    Modality,
    Statement,
    Status,
    Tenure,
)
from aigraph.view.explorer.packing import utf16
from aigraph.vocabulary import vocabulary

Column = list[Any]

_WEB = re.compile(r"https?://", re.IGNORECASE)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_EPOCH = datetime.date(1970, 1, 1)
MODALITIES = [modality.value for modality in Modality]
STATUSES = [status.value for status in Status]


class Numbers:
    """A list of distinct values, each with its number: columns hold the numbers."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._numbers: dict[str, int] = {}

    def __getitem__(self, value: str) -> int:
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


def columns(
    statements: Sequence[Statement],
    documents: Mapping[str, Document],
    tenures: Sequence[Tenure],
    conflicts: Sequence[Conflict],
    kinds: Iterable[Kind],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the two parts, `core` and `texts`; statements are in the order of subject, relation and object."""
    statements = sorted(statements, key=lambda s: (s.subject.id, s.relation, s.object.id, s.id))
    entities = _entities(statements)
    entity = {key: place for place, key in enumerate(entities)}
    quoted = sorted({claim.evidence.document for s in statements for claim in s.claims} & documents.keys())
    quoted.sort(key=lambda key: (documents[key].published or "", documents[key].name, key))
    document = {key: place for place, key in enumerate(quoted)}
    number = {statement.id: place for place, statement in enumerate(statements)}
    claims = [claim for statement in statements for claim in statement.claims]
    claim = {claim.id: place for place, claim in enumerate(claims)}
    reasons, rules, quotes = Numbers(), Numbers(), Numbers()
    core = {
        **_vocabulary(statements, entities, kinds),
        "entities": _entity_columns(entities, entity, seeds(statements, _organizations(entities))),
        "documents": _document_columns([documents[key] for key in quoted]),
        "statements": _statement_columns(statements, entity, resting_on(tenures)),
        "claims": {
            "count": [len(s.claims) for s in statements],
            "document": [document.get(c.evidence.document, -1) for c in claims],
            "modality": [MODALITIES.index(c.modality.value) for c in claims],
        },
        "outcomes": [[number[s.id], number[key]] for s in statements for key in s.outcomes if key in number],
        "tenures": _tenure_columns(
            [t for t in tenures if t.person.id in entity and t.organization.id in entity], entity, number
        ),
        "conflicts": {
            "kind": [c.kind for c in conflicts],
            "statements": [[number[key] for key in c.statements if key in number] for c in conflicts],
            "disputed": [[number[key] for key in c.disputed if key in number] for c in conflicts],
            "claims": [[claim[key] for key in c.claims if key in claim] for c in conflicts],
        },
    }
    texts = {
        "claims": {
            "quote": [quotes[c.evidence.quote] for c in claims],
            "marks": [_marks(c) for c in claims],
            "rule": [rules[c.evidence.rule] for c in claims],
            "by": [c.attributed_to or "" for c in claims],
            "confidence": [round(c.confidence * 100) for c in claims],
        },
        "statements": {"reasons": [[reasons[reason] for reason in s.reasons] for s in statements]},
        "tenures": {
            "reasons": [
                [reasons[b.reason] for b in (t.start_earliest, t.start_latest, t.end_earliest, t.end_latest)]
                for t in tenures
                if t.person.id in entity and t.organization.id in entity
            ]
        },
        "conflicts": {"what": [c.what for c in conflicts], "settle": [c.settle for c in conflicts]},
    }
    return core, {**texts, "quotes": quotes.values, "reasons": reasons.values, "rules": rules.values}


def _vocabulary(
    statements: Iterable[Statement], entities: Mapping[str, Entity], kinds: Iterable[Kind]
) -> dict[str, Any]:
    words = vocabulary()
    used = {statement.relation for statement in statements}
    return {
        "modalities": MODALITIES,
        "statuses": STATUSES,
        "relations": [
            {
                "id": key,
                "labels": dict(relation.labels),
                "definitions": dict(relation.definitions),
                "color": relation.color,
                "move": key in MOVES,
                "lasts": key in STATES,
                "drawn": relation.weight > 0,
            }
            for key, relation in sorted(words.relations.items())
            if key in used
        ],
        "qualifiers": {
            key: {"labels": dict(qualifier.labels), "kind": qualifier.kind}
            for key, qualifier in sorted(words.qualifiers.items())
        },
        "classes": [
            {"id": key, "labels": dict(words.class_labels[key]), "kind": _kind(key)}
            for key in sorted({entity.type for entity in entities.values()})
        ],
        "kinds": {kind.name: {"en": kind.en, "fr": kind.fr} for kind in kinds},
    }


def _kind(type: str) -> str:
    return next((k for k in ("person", "organization") if vocabulary().is_a(type, k.capitalize())), "work")


def _entities(statements: Iterable[Statement]) -> dict[str, Entity]:
    """Return everything that the statements speak of, by id, sorted; an origin is known by its name alone."""
    found: dict[str, Entity] = {}
    origins: dict[str, Entity] = {}
    for statement in statements:
        found.update({end.id: end for end in (statement.subject, statement.object)})
        for qualifier in statement.qualifiers:
            if qualifier.type:
                origins.setdefault(qualifier.value, Entity(qualifier.value, qualifier.type, qualifier.text))
    return dict(sorted({**origins, **found}.items()))


def _organizations(entities: Mapping[str, Entity]) -> list[str]:
    return [key for key, entity in entities.items() if _kind(entity.type) == "organization"]


def _entity_columns(
    entities: Mapping[str, Entity], entity: Mapping[str, int], places: Mapping[str, tuple[float, float]]
) -> dict[str, Column]:
    types = {key: place for place, key in enumerate(sorted({e.type for e in entities.values()}))}
    values = entities.values()
    return {
        "id": list(entities),
        "label": [e.label for e in values],
        "type": [types[e.type] for e in values],
        "parent": [entity.get(e.parent or "", -1) for e in values],
        "aliases": [[alias for alias in e.aliases if alias != e.label] for e in values],
        "wikidata": [[key for key in e.same_as if _WIKIDATA.fullmatch(key)] for e in values],
        "x": [round(places.get(e.id, (0.0, 0.0))[0]) for e in values],
        "y": [round(places.get(e.id, (0.0, 0.0))[1]) for e in values],
    }


def _short(ids: Sequence[str]) -> list[str]:
    """Return the beginnings of ids, long enough to tell them apart."""
    length = next(n for n in range(8, 65) if n == 64 or len({key[:n] for key in ids}) == len(ids))
    return [key[:length] for key in ids]


def _document_columns(documents: Sequence[Document]) -> dict[str, Column]:
    return {
        "id": _short([d.id for d in documents]),
        "name": [d.name for d in documents],
        "publisher": [d.publisher or "" for d in documents],
        "published": [d.published or "" for d in documents],
        "out": [
            _day(bounds.latest) if (bounds := DateBounds.read((d.published or "")[:10])) else None for d in documents
        ],
        "url": [d.url if d.url and _WEB.match(d.url) else "" for d in documents],
        "language": [d.language for d in documents],
    }


def _statement_columns(
    statements: Sequence[Statement], entity: Mapping[str, int], resting: Mapping[str, list[Tenure]]
) -> dict[str, Any]:
    relations = {key: place for place, key in enumerate(sorted({s.relation for s in statements}))}
    words = Numbers()
    return {
        "subject": [entity[s.subject.id] for s in statements],
        "relation": [relations[s.relation] for s in statements],
        "object": [entity[s.object.id] for s in statements],
        "modality": [MODALITIES.index(s.modality.value) for s in statements],
        "status": [STATUSES.index(s.status.value) for s in statements],
        "confidence": [round(s.confidence * 100) for s in statements],
        "sources": [s.sources for s in statements],
        "times": [
            [
                _time(time)
                for time in times(s, resting.get(s.id, ()))
                if time.start != (None, None) or time.end not in ((None, None), LASTING)
            ]
            for s in statements
        ],
        "origins": [sorted({entity[q.value] for q in s.qualifiers if q.name == FROM and q.type}) for s in statements],
        "qualifiers": [
            [
                [words[q.name], words[q.value], words["" if q.text == q.value else q.text]]
                for q in s.qualifiers
                if q.name != FROM or not q.type
            ]
            for s in statements
        ],
        "words": words.values,
    }


def _tenure_columns(
    tenures: Sequence[Tenure], entity: Mapping[str, int], number: Mapping[str, int]
) -> dict[str, Column]:
    return {
        "person": [entity[t.person.id] for t in tenures],
        "organization": [entity[t.organization.id] for t in tenures],
        "time": [
            [_day(b.day) for b in (t.start_earliest, t.start_latest, t.end_earliest, t.end_latest)] for t in tenures
        ],
        "current": [int(t.current) for t in tenures],
        "roles": [list(t.roles) for t in tenures],
        "statements": [[number[key] for key in t.statements if key in number] for t in tenures],
    }


def _day(day: datetime.date | None) -> int | None:
    return (day - _EPOCH).days if day else None


def _time(time: Time) -> list[int | None]:
    """Return the four days of a time; of what has happened, the two on which it can have."""
    start = [_day(day) for day in time.start]
    return start if time.end == LASTING else [*start, *(_day(day) for day in time.end)]


def _marks(claim: Claim) -> list[int]:
    """Return the words of a claim in its quote: start, end (UTF-16 units) and 0, 1, 2 for subject, object, detail."""
    quote, at = claim.evidence.quote, claim.evidence.span
    spans = [(claim.subject.span, 0), (claim.object.span, 1), *((q.span, 2) for q in claim.qualifiers if q.span)]
    marks: list[int] = []
    done = at.start
    for span, part in sorted((span, part) for span, part in spans if span in at):
        if span.start >= done:
            marks += [utf16(quote, span.start - at.start), utf16(quote, span.end - at.start), part]
            done = span.end
    return marks
