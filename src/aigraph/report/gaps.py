"""What the articles leave open: posts without a start, moves without an origin, and the like, and what they do tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from aigraph.model import Bound, DateBounds, Statement, Tenure
from aigraph.query import Column
from aigraph.report.facts import Facts, sentences, titles
from aigraph.report.kind import Answer, Options, Report, table
from aigraph.report.period import period

COLUMNS = (
    Column("gap", "what is not known"),
    Column("subject", "of whom or what"),
    Column("organization", "where"),
    Column("known", "what the articles do tell of it"),
    Column("sentence", "the sentences that come nearest, one a line"),
    Column("article", "the articles, with their dates, one a line"),
)

_Gap = tuple[str, str, str, str, tuple[Statement, ...]]


def gaps(facts: Facts, _: Options) -> Answer:
    """Return all gaps: by kind, then by name."""
    by_id = {statement.id: statement for statement in facts.statements}
    found = [gap for kind in _KINDS for gap in sorted(kind(facts, by_id), key=lambda gap: gap[:4])]
    rows = []
    for *words, statements in found:
        claims = [claim for statement in statements for claim in statement.claims]
        rows.append((*words, sentences(claims), titles(claims, facts.documents)))
    return Answer(table(COLUMNS, rows))


def _unbounded(facts: Facts, by_id: Mapping[str, Statement]) -> Iterator[_Gap]:
    for tenure in facts.tenures:
        if not any(bound.day for bound in _bounds(tenure)):
            yield _of_tenure("a tenure with no bound at all", tenure, by_id)


def _without_start(facts: Facts, by_id: Mapping[str, Statement]) -> Iterator[_Gap]:
    for tenure in facts.tenures:
        if tenure.start_earliest.day is None and any(bound.day for bound in _bounds(tenure)):
            yield _of_tenure("a post without a start", tenure, by_id)


def _without_end(facts: Facts, by_id: Mapping[str, Statement]) -> Iterator[_Gap]:
    for tenure in facts.tenures:
        later = [other for other in facts.career(tenure.person.id) if other.rank > tenure.rank]
        if later and tenure.end_latest.day is None and not tenure.current and tenure.start_earliest.day is not None:
            yield _of_tenure("a post without an end, and others after it", tenure, by_id)


def _of_tenure(gap: str, tenure: Tenure, by_id: Mapping[str, Statement]) -> _Gap:
    reasons = dict.fromkeys(bound.reason for bound in _bounds(tenure) if bound.reason)
    known = "; ".join((period(tenure), *reasons))
    resting = tuple(by_id[statement] for statement in tenure.statements if statement in by_id)
    return gap, tenure.person.label, tenure.organization.label, known, resting


def _moves_without_origin(facts: Facts, _: Mapping[str, Statement]) -> Iterator[_Gap]:
    for move in facts.standing("movedTo"):
        if not move.values("from"):
            career = facts.career(move.subject.id)
            there = [tenure.rank for tenure in career if move.id in tenure.statements]
            before = [tenure for tenure in career if there and tenure.rank == max(there) - 1]
            known = f"the career has {before[0].organization.label} before it" if before else ""
            yield "a move without an origin", move.subject.label, move.object.label, known, (move,)


def _undated(facts: Facts, _: Mapping[str, Statement]) -> Iterator[_Gap]:
    for relation, gap in (
        ("movedTo", "a move without a date"),
        ("left", "a departure without a date"),
        ("founded", "a founding without a date"),
    ):
        for event in facts.standing(relation):
            if not any(DateBounds.read(value) for value in event.values("date")):
                told = [facts.published(claim.evidence.document).latest for claim in event.claims]
                first = min((day for day in told if day), default=None)
                known = f"told by {first}" if first else "told in articles without a date"
                yield gap, event.subject.label, event.object.label, known, (event,)


def _departures_to_nowhere(facts: Facts, _: Mapping[str, Statement]) -> Iterator[_Gap]:
    for departure in facts.standing("left"):
        career = facts.career(departure.subject.id)
        left = [tenure.rank for tenure in career if departure.id in tenure.statements]
        if left and max(left) == len(career) - 1:
            yield "a departure without a destination", departure.subject.label, departure.object.label, "", (departure,)


def _bounds(tenure: Tenure) -> tuple[Bound, ...]:
    return tenure.start_earliest, tenure.start_latest, tenure.end_earliest, tenure.end_latest


_KINDS: tuple[Callable[[Facts, Mapping[str, Statement]], Iterator[_Gap]], ...] = (
    _unbounded,
    _without_start,
    _without_end,
    _moves_without_origin,
    _departures_to_nowhere,
    _undated,
)

GAPS = Report("gaps", ("What the articles leave open", "Ce que les articles laissent ouvert"), COLUMNS, gaps)
