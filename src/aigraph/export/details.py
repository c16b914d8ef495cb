"""What an edge carries besides its ends, as columns of text: the same for tables and for graph files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from aigraph.export.spells import OPEN
from aigraph.model import DateBounds, Document, Qualifier, Statement, agreed
from aigraph.vocabulary import vocabulary

SMALLEST_WEIGHT = 0.01
"""Gephi drops an edge of weight 0, from one version on."""

SEPARATOR = " | "
"""Stands between the values of one cell."""


def joined(values: Iterable[str | None]) -> str:
    """Return the values without repeats, in order, as one cell."""
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


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
    return tuple(details((), {}))


def details(statements: Sequence[Statement], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return what statements that share an edge say, as text by column: always the same columns, empty where unknown.

    The columns are the statement's standing, every qualifier of the ontology, the four bounds of its dates, and where
    it comes from. `documents` must hold the article of every claim.
    """
    qualifiers = [qualifier for statement in statements for qualifier in statement.qualifiers]
    claims = [claim for statement in statements for claim in statement.claims]
    articles = [documents[claim.evidence.document] for claim in claims]
    return {
        "statement": joined(s.id for s in statements),
        "standing": joined(s.status for s in statements),
        "modality": min((s.modality for s in statements), key=lambda modality: modality.rank, default=""),
        "confidence": number(max((s.confidence for s in statements), default=0.0)),
        "sources": str(max((s.sources for s in statements), default=0)),
        **{name: joined(shown(q) for q in qualifiers if q.name == name) for name in vocabulary().qualifiers},
        **_bounds(qualifiers),
        "sentence": joined(claim.evidence.quote for claim in claims),
        "article": joined(article.name for article in articles),
        "url": joined(article.url for article in articles),
        "publisher": joined(article.publisher for article in articles),
        "published": joined(article.published for article in articles),
        "rule": joined(claim.evidence.rule for claim in claims),
        "attributed_to": joined(claim.attributed_to for claim in claims),
    }


def _bounds(qualifiers: Sequence[Qualifier]) -> dict[str, str]:
    types = vocabulary().qualifiers
    bounds: dict[str, str] = {}
    for end in ("start", "end"):
        values = [q.value for q in qualifiers if q.name in types and types[q.name].bounds == end]
        earliest, latest = agreed(date for value in values if (date := DateBounds.read(value)))
        bounds |= {f"{end}_earliest": iso(earliest), f"{end}_latest": iso(latest)}
    return bounds


def iso(day: datetime.date | None) -> str:
    """Return the day as text, or nothing for an open end."""
    return "" if day is None or day in OPEN else day.isoformat()
