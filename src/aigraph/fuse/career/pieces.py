"""What each claim tells of a person and one organisation."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial

from aigraph.fuse.article import Article
from aigraph.gazetteer import fold
from aigraph.model import Claim, DateBounds, Entity, Modality, Statement, agreed
from aigraph.model import Status as Standing

Days = tuple[datetime.date | None, datetime.date | None]
"""The first and the last day that something can have happened on; None where it is open."""

_DURATION = re.compile(r"P(?=.)(?:(?P<years>[0-9]{1,2})Y)?(?:(?P<months>[0-9]{1,3})M)?")
_COUNTED = frozenset({"workedAt", "movedTo", "left", "founded"})


class Kind(StrEnum):
    """What a piece tells of."""

    FOUNDING = "founding"
    ARRIVAL = "arrival"
    POST = "post"
    DEPARTURE = "departure"


class Status(StrEnum):
    """Whether an article speaks of a post as one of its own time."""

    CURRENT = "current"
    PAST = "past"


@dataclass(frozen=True)
class Piece:
    """What one claim tells of the person and one organisation.

    `start` and `end` are the days that the words date; `published` those of the article. `others` are the ids of the
    organisations that an arrival comes from, or that a departure leads to. `months` is how long the post lasted, or
    has lasted. `contested`: the statement has part in a conflict, `disputed`: it does not stand unchallenged.
    """

    kind: Kind
    organization: Entity
    statement: str
    claim: str
    article: Article
    place: int
    start: Days = (None, None)
    end: Days = (None, None)
    others: frozenset[str] = frozenset()
    status: Status | None = None
    months: int | None = None
    rough: int = 12
    roles: tuple[str, ...] = ()
    disputed: bool = False
    contested: bool = False

    @cached_property
    def published(self) -> Days:
        """The days on which the article can have been published."""
        return _day(self.article.earliest), _day(self.article.latest)

    @property
    def ends(self) -> bool:
        """Whether it tells that the stay is over."""
        return self.kind is Kind.DEPARTURE or self.status is Status.PAST or self.end != (None, None)

    @property
    def starts(self) -> bool:
        """Whether it tells of the beginning: an arrival, or any date of it."""
        return self.kind is Kind.ARRIVAL or self.start != (None, None)

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """Sort pieces by article and sentence."""
        return self.article.id, self.place, self.claim, self.kind, self.organization.id

    @property
    def source(self) -> str:
        """The article as a reason names it: "Le Monde (2025-07-01)"."""
        first, last = self.published
        if first is None or last is None:
            return f"{self.article.speaker} (undated)"
        return f"{self.article.speaker} ({written(first, last)})"


def pieces(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Piece, ...]:
    """Return what the statements that stand tell, sorted by article and sentence."""
    stands = [s for s in statements if s.relation in _COUNTED and _stands(s)]
    places = {s.object.id: s.object for s in stands}
    found = [piece for s in stands for piece in _read(s, articles, places)]
    return tuple(sorted(found, key=lambda piece: piece.order))


def written(first: datetime.date, last: datetime.date) -> str:
    """Return the shortest ISO form of the days from first to last.

    >>> written(datetime.date(2025, 6, 1), datetime.date(2025, 6, 30))
    '2025-06'
    """
    day = first.isoformat()
    for value in (day[:4], day[:7], day):
        bounds = DateBounds.read(value)
        if bounds and (bounds.earliest, bounds.latest) == (first, last):
            return value
    return f"{first.isoformat()}/{last.isoformat()}"


def shifted(day: datetime.date, months: int) -> datetime.date:
    """Return the day some months later, or earlier, no later than the end of that month.

    >>> shifted(datetime.date(2024, 2, 29), -12)
    datetime.date(2023, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return datetime.date.min if months < 0 else datetime.date.max
    return day.replace(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _stands(statement: Statement) -> bool:
    return statement.status in (Standing.ACCEPTED, Standing.DISPUTED) and statement.modality is not Modality.DENIED


def _committed(statement: Statement) -> tuple[Claim, ...]:
    """Return the claims that commit themselves; a statement that a person accepted may rest on weaker ones only."""
    firm = (Modality.ASSERTED, Modality.REPORTED)
    return tuple(claim for claim in statement.claims if claim.modality in firm) or statement.claims


def _read(statement: Statement, articles: Mapping[str, Article], places: Mapping[str, Entity]) -> Iterator[Piece]:
    origins = _Origins(statement, places)
    for claim in _committed(statement):
        piece = partial(
            Piece,
            statement=statement.id,
            claim=claim.id,
            article=articles[claim.evidence.document],
            place=claim.evidence.span.start,
            disputed=statement.status is Standing.DISPUTED,
            contested=bool(statement.conflicts),
        )
        there, roles, date = statement.object, claim.values("role"), _dated(claim, "date")
        match statement.relation:
            case "founded":
                yield piece(Kind.FOUNDING, there, start=date)
            case "left":
                yield piece(Kind.DEPARTURE, there, end=date, roles=roles)
            case "movedTo":
                left = origins.of(claim)
                yield piece(Kind.ARRIVAL, there, start=date, roles=roles, others=frozenset(o.id for o in left))
                for origin in left:
                    yield piece(Kind.DEPARTURE, origin, end=date, others=frozenset({there.id}))
            case _:
                months, rough = _months(claim.value("duration"))
                status = claim.value("status")
                yield piece(
                    Kind.POST,
                    there,
                    start=_dated(claim, "start"),
                    end=_dated(claim, "end"),
                    status=Status(status) if status in tuple(Status) else None,
                    months=months,
                    rough=rough,
                    roles=roles,
                )


class _Origins:
    """Which origins of a statement each of its claims names: those of the statement are those of all claims."""

    def __init__(self, statement: Statement, places: Mapping[str, Entity]) -> None:
        named = [q for q in statement.qualifiers if q.name == "from" and q.type and q.value != statement.object.id]
        entities = {q.value: places.get(q.value) or Entity(q.value, q.type or "", q.text) for q in named}
        self._names = {
            key: frozenset(map(fold, (entity.label, *entity.aliases))) for key, entity in sorted(entities.items())
        }
        self._entities = entities
        said = {fold(name) for claim in statement.claims for name in claim.values("from")}
        # A name that resolution linked to an entity of another label stands for one of those that nobody names so.
        self._unnamed = [entities[key] for key, names in self._names.items() if not said & names]

    def of(self, claim: Claim) -> list[Entity]:
        """Return the origins that a claim names, by id."""
        told = {fold(name) for name in claim.values("from")}
        if not told:
            return []
        return [self._entities[key] for key, names in self._names.items() if told & names] or self._unnamed


def _dated(claim: Claim, name: str) -> Days:
    return agreed(date for value in claim.values(name) if (date := DateBounds.read(value)))


def _months(duration: str | None) -> tuple[int | None, int]:
    """Return the months of a duration, and the unit that it is counted in, in months."""
    match = _DURATION.fullmatch(duration or "")
    if not match:
        return None, 12
    return int(match["years"] or 0) * 12 + int(match["months"] or 0), 1 if match["months"] else 12


def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None
