"""Corroboration over time: when statements got their first, second and third independent source, and rumours an end."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from aigraph.model import Claim, Modality, Statement
from aigraph.query import Column
from aigraph.report.facts import Facts
from aigraph.report.kind import Answer, Options, Report, table

COLUMNS = (
    Column("month", "the month of publication; articles without a date come last"),
    Column("articles", "how many articles came out"),
    Column("first", "how many statements got their first independent source"),
    Column("second", "how many got their second"),
    Column("third", "how many got their third"),
    Column("rumours", "how many statements were first told as a report, a rumour or a plan"),
    Column("confirmed", "how many of these an article has asserted since"),
    Column("denied", "how many of these an article has denied since"),
    Column("open", "how many of these are still open"),
    Column("days", "the median number of days from the rumour to its confirmation"),
)

_UNDATED = "undated"


@dataclass
class _Month:
    articles: int = 0
    reached: list[int] = field(default_factory=lambda: [0, 0, 0])
    fates: dict[str, int] = field(default_factory=lambda: {"confirmed": 0, "denied": 0, "open": 0})
    waits: list[int] = field(default_factory=list)


def corroboration(facts: Facts, _: Options) -> Answer:
    """Return the months in order; a source counts in the month by which its first article surely was out."""
    months: dict[str, _Month] = defaultdict(_Month)
    for document in facts.documents:
        months[_month(facts.published(document).latest)].articles += 1
    opposites = {_key(s, denied=s.modality is Modality.DENIED): s for s in facts.statements}
    for statement in facts.statements:
        sources = (_first_day(source, facts) for source in facts.independent(statement.claims))
        for i, day in enumerate(sorted(sources, key=_undated_last)[:3]):
            months[_month(day)].reached[i] += 1
        _follow(statement, opposites, facts, months)
    rows = (
        (
            *(name, month.articles, *month.reached, sum(month.fates.values()), *month.fates.values()),
            f"{median(month.waits):g}" if month.waits else "",
        )
        for name, month in sorted(months.items(), key=lambda item: (item[0] == _UNDATED, item[0]))
    )
    return Answer(table(COLUMNS, rows), (_summary(months),))


def _follow(
    statement: Statement,
    opposites: Mapping[tuple[str, str, str, bool], Statement],
    facts: Facts,
    months: Mapping[str, _Month],
) -> None:
    """Count what became of a rumour, in the month in which it was first told."""
    if statement.modality is Modality.DENIED:
        return
    asserted = _first_day((c for c in statement.claims if c.modality is Modality.ASSERTED), facts)
    rumours = [c for c in statement.claims if c.modality is not Modality.ASSERTED]
    told = _first_day(rumours, facts)
    if not rumours or (asserted and (told is None or asserted <= told)):
        return
    month = months[_month(told)]
    denial = opposites.get(_key(statement, denied=True))
    if statement.modality is Modality.ASSERTED:
        month.fates["confirmed"] += 1
        if told and asserted:
            month.waits.append((asserted - told).days)
    else:
        month.fates["denied" if denial else "open"] += 1


def _summary(months: Mapping[str, _Month]) -> str:
    first, second, third = (sum(month.reached[i] for month in months.values()) for i in range(3))
    waits = [wait for month in months.values() for wait in month.waits]
    days = f"; rumours were confirmed after {median(waits):g} days (median of {len(waits)})" if waits else ""
    return f"Of {first} statements, {second} have a second independent source and {third} a third{days}."


def _first_day(claims: Iterable[Claim], facts: Facts) -> datetime.date | None:
    days = (facts.published(claim.evidence.document).latest for claim in claims)
    return min((day for day in days if day), default=None)


def _undated_last(day: datetime.date | None) -> tuple[bool, datetime.date]:
    return day is None, day or datetime.date.max


def _month(day: datetime.date | None) -> str:
    return day.isoformat()[:7] if day else _UNDATED


def _key(statement: Statement, *, denied: bool) -> tuple[str, str, str, bool]:
    return statement.subject.id, statement.relation, statement.object.id, denied


CORROBORATION = Report(
    "corroboration",
    ("Which statements were confirmed, month by month", "Quels énoncés ont été confirmés, mois par mois"),
    COLUMNS,
    corroboration,
)
