"""What an edge carries besides its ends, as columns with types: the same for tables and for graph files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import TypeAlias

from aigraph.export.spells import OPEN, UNKNOWN, Bounds, dated
from aigraph.model import Document, Modality, Qualifier, Statement
from aigraph.vocabulary import vocabulary

Value: TypeAlias = str | int | float | bool | tuple[str, ...]
"""What a column holds; "" and () where nothing is known."""

_TYPES = {"modality": "string", "confidence": "double", "sources": "integer"}

SMALLEST_WEIGHT = 0.01
"""Gephi drops an edge of weight 0, from one version on."""

SEPARATOR = " | "
"""Stands between the values of one cell."""


def joined(values: Iterable[str | None]) -> str:
    """Return the values without repeats, in order, as one cell."""
    return SEPARATOR.join(_apart(values))


def number(value: float) -> str:
    """Return a number with at most three decimals."""
    return f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".")


def weight(statement: Statement) -> float:
    """Return how much an edge pulls its ends together: the weight of the relation, never 0."""
    return max(float(vocabulary().relations[statement.relation].weight), SMALLEST_WEIGHT)


def shown(qualifier: Qualifier) -> str:
    """Return what a reader wants of a qualifier: the label of an entity, the value of anything else."""
    return qualifier.text if qualifier.type else qualifier.value


def columns() -> tuple[str, ...]:
    """Return the names of the columns of `details`."""
    return tuple(facts((), {}))


def column_type(column: str) -> str:
    """Return what a column of `facts` holds: "string", "strings" (a list), "integer", "double", or "date" (ISO)."""
    return "date" if column.endswith(("_earliest", "_latest")) else _TYPES.get(column, "strings")


def text(value: Value) -> str:
    """Return a value as one cell of text.

    >>> text(0.25), text(("OpenAI", "Meta")), text(True)
    ('0.25', 'OpenAI | Meta', 'true')
    """
    if isinstance(value, tuple):
        return value[0] if len(value) == 1 else joined(value)
    if isinstance(value, bool):
        return str(value).lower()
    return number(value) if isinstance(value, float) else str(value)


def details(statements: Sequence[Statement], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the facts as text by column."""
    return {column: text(value) for column, value in facts(statements, documents).items()}


def facts(statements: Sequence[Statement], documents: Mapping[str, Document]) -> dict[str, Value]:
    """Return what statements that share an edge say, by column: always the same columns.

    The columns are the statement's standing, every qualifier of the ontology, the four bounds of its dates, and where
    it comes from. An edge is as sure as the least sure of those that it is about. `documents` must hold the article of
    every claim.
    """
    qualifiers = [qualifier for statement in statements for qualifier in statement.qualifiers]
    return {**_nothing(), **known(statements, documents, dated(qualifiers))}


@cache
def _nothing() -> Mapping[str, Value]:
    of_articles = ("sentence", "article", "url", "publisher", "published", "rule", "attributed_to")
    return {
        "statement": (),
        "standing": (),
        "modality": "",
        "confidence": 0.0,
        "sources": 0,
        **dict.fromkeys(vocabulary().qualifiers, ()),
        **dict.fromkeys(asdict(UNKNOWN), ""),
        **dict.fromkeys(of_articles, ()),
    }


def known(statements: Sequence[Statement], documents: Mapping[str, Document], bounds: Bounds) -> dict[str, Value]:
    """Return the facts without the columns of which nothing is known, with the bounds that are given."""
    claims = [claim for statement in statements for claim in statement.claims]
    articles = [documents[claim.evidence.document] for claim in claims]
    named: dict[str, list[str]] = {}
    for statement in statements:
        for qualifier in statement.qualifiers:
            named.setdefault(qualifier.name, []).append(shown(qualifier))
    found: dict[str, Value] = {
        "statement": _apart([s.id for s in statements]),
        "standing": _apart([s.status.value for s in statements]),
        "modality": modality(statements).value if statements else "",
        "confidence": round(min((max(s.confidence for s in same) for same in _by_subject(statements)), default=0.0), 3),
        "sources": min((max(s.sources for s in same) for same in _by_subject(statements)), default=0),
        **{name: _apart(values) for name, values in named.items()},
        "start_earliest": iso(bounds.start_earliest),
        "start_latest": iso(bounds.start_latest),
        "end_earliest": iso(bounds.end_earliest),
        "end_latest": iso(bounds.end_latest),
        "sentence": _apart([claim.evidence.quote for claim in claims]),
        "article": _apart([article.name for article in articles]),
        "url": _apart([article.url for article in articles]),
        "publisher": _apart([article.publisher for article in articles]),
        "published": _apart([article.published for article in articles]),
        "rule": _apart([claim.evidence.rule for claim in claims]),
        "attributed_to": _apart([claim.attributed_to for claim in claims]),
    }
    return {name: value for name, value in found.items() if value not in ("", ())}


def modality(statements: Sequence[Statement]) -> Modality:
    """Return how the articles commit themselves to an edge: as surely as to the least sure of those that it is about.

    Of several statements about one person, the surest counts: each of them is enough for the edge.
    """
    return max((min((s.modality for s in same), key=_rank) for same in _by_subject(statements)), key=_rank)


def _by_subject(statements: Sequence[Statement]) -> Iterable[list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.subject.id, []).append(statement)
    return found.values()


def _rank(modality: Modality) -> int:
    return modality.rank


def _apart(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([value for value in values if value]))


def iso(day: datetime.date | None) -> str:
    """Return the day as text, or nothing for an open end."""
    return "" if day is None or day in OPEN else day.isoformat()
