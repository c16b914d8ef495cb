"""Claims of all articles become statements: what is said, on how many independent sources, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aigraph.fuse.article import Article
from aigraph.fuse.career import tenures
from aigraph.fuse.conflicts import KINDS, conflicts
from aigraph.fuse.copies import are_copies, are_one_source, bands, source_keys, sources
from aigraph.fuse.decided import Decided
from aigraph.fuse.flow import Flow, flows
from aigraph.fuse.gather import gathered
from aigraph.fuse.kind import Kind
from aigraph.fuse.moment import Moment, moment
from aigraph.fuse.outcome import outcomes, pair
from aigraph.fuse.standing import settled
from aigraph.model import Conflict, Decision, Linking, Modality, Reading, Statement, Tenure

__all__ = [
    "KINDS",
    "Article",
    "Decided",
    "Flow",
    "Fused",
    "Kind",
    "Moment",
    "are_copies",
    "are_one_source",
    "bands",
    "conflicts",
    "flows",
    "fuse",
    "gathered",
    "moment",
    "outcomes",
    "pair",
    "settled",
    "source_keys",
    "sources",
    "tenures",
]


@dataclass(frozen=True)
class Fused:
    """What articles say together: settled statements and conflicts, each sorted, and the tenures of all people."""

    statements: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
    tenures: tuple[Tenure, ...]


def fuse(readings: Iterable[Reading], linking: Linking, decisions: Iterable[Decision] = ()) -> Fused:
    """Return what readings say together, given what their names stand for and what people have decided.

    Neither the order of the readings nor of the decisions matters. Holds all claims and texts in memory.
    """
    readings = tuple(readings)
    source = sources(reading.document for reading in readings)
    articles: dict[str, Article] = {}
    for reading in readings:
        article = Article.of(reading.document, source[reading.document.id])
        articles[article.id] = min(article, articles.get(article.id, article), key=Article.rank)
    raw = gathered((claim for reading in readings for claim in reading.claims), linking, articles)
    found = conflicts(raw, articles)
    parts: dict[str, list[Conflict]] = {}
    for conflict in found:
        for part in conflict.statements:
            parts.setdefault(part, []).append(conflict)
    pairs: dict[str, list[Statement]] = {}
    for statement in raw:
        for key in pair(statement):
            pairs.setdefault(key, []).append(statement)
    became = dict(link for group in pairs.values() for link in outcomes(group, articles).items())
    polar = {(_key(statement), statement.modality is Modality.DENIED): statement for statement in raw}
    decided = Decided(decisions)
    statements = tuple(
        settled(
            statement,
            polar.get((_key(statement), statement.modality is not Modality.DENIED)),
            parts.get(statement.id, ()),
            decided.of(statement),
            articles,
            outcomes=became.get(statement.id, ()),
        )
        for statement in raw
    )
    people: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.subject.type == "Person":
            people.setdefault(statement.subject.id, []).append(statement)
    careers = (tenure for career in people.values() for tenure in tenures(career, articles))
    return Fused(statements, found, tuple(careers))


def _key(statement: Statement) -> tuple[str, str, str]:
    return statement.subject.id, statement.relation, statement.object.id
