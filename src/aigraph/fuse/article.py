"""What fusing needs of an article: who speaks, when, and whose text it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aigraph.model import Claim, DateBounds, Document


@dataclass(frozen=True, slots=True)
class Article:
    """An article by id, with its name and publisher, and the days between which it was published ("": not known).

    `source` is the id of the article that its text is a near-copy of, or its own.
    """

    id: str
    name: str
    publisher: str
    earliest: str
    latest: str
    source: str

    @classmethod
    def of(cls, document: Document, source: str | None = None) -> Article:
        """Take it from a document; a publication date that is no date counts as not known."""
        bounds = DateBounds.read((document.published or "")[:10]) or DateBounds("", None, None)
        return cls(
            id=document.id,
            name=document.name,
            publisher=document.publisher or "",
            earliest=_iso(bounds.earliest),
            latest=_iso(bounds.latest),
            source=source or document.id,
        )

    @property
    def speaker(self) -> str:
        """Who says what it says: its publisher, or else its name."""
        return self.publisher or self.name

    @property
    def when(self) -> str:
        """Its date as words that follow a verb, as precise as it is known: " on 2025-06-10", " in 2025-06", ""."""
        if not (self.earliest and self.latest):
            return ""
        if self.earliest == self.latest:
            return f" on {self.earliest}"
        return f" in {self.earliest[: 7 if self.earliest[:7] == self.latest[:7] else 4]}"

    def rank(self) -> tuple[bool, str, str, str, str]:
        """Sort articles by date: dated ones first, the oldest before the others."""
        return not self.earliest, self.earliest, self.latest, self.speaker, self.id


def speakers(claims: Iterable[Claim], articles: Mapping[str, Article]) -> str:
    """Name those who make the claims, at most three of them, sorted."""
    return listed(sorted({articles[claim.evidence.document].speaker for claim in claims}))


def listed(names: list[str]) -> str:
    """Return the first three names, and how many more there are."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def is_older(claims: Iterable[Claim], others: Iterable[Claim], articles: Mapping[str, Article]) -> bool:
    """Tell whether the newest article of `claims` is surely older than the newest of `others`."""
    latest = [articles[claim.evidence.document].latest for claim in claims]
    earliest = [articles[claim.evidence.document].earliest for claim in others]
    return all(latest) and max(latest) < max(earliest)


def are_near(one: Article, other: Article, *, days: int) -> bool:
    """Tell whether two articles may have been published within so many days; not when a date is not known."""
    first, last = sorted((one, other), key=Article.rank)
    if not (first.latest and last.earliest):
        return False
    return (datetime.date.fromisoformat(last.earliest) - datetime.date.fromisoformat(first.latest)).days <= days


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""
