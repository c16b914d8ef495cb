"""Where a statement stands: accepted, unconfirmed, disputed, refuted or superseded."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from aigraph.model import Claim, DateBounds, Document, Modality, Statement, Status

_COMMITMENTS: Mapping[Modality, str] = {
    Modality.ASSERTED: "asserted by",
    Modality.REPORTED: "only reported, by",
    Modality.RUMOURED: "only rumoured, by",
    Modality.PLANNED: "planned or announced, by",
    Modality.DENIED: "denied by",
}


@dataclass(frozen=True, slots=True)
class Article:
    """What fusing needs of a document: who speaks, and between which days it was published ("" when not known)."""

    id: str
    name: str
    earliest: str
    latest: str

    @classmethod
    def of(cls, document: Document) -> Article:
        """Take it from a document; a publication date that is no date counts as not known."""
        bounds = DateBounds.read((document.published or "")[:10]) or DateBounds("", None, None)
        return cls(document.id, document.publisher or document.name, _iso(bounds.earliest), _iso(bounds.latest))

    def rank(self) -> tuple[bool, str, str, str]:
        """Sort the copies of one article: dated ones first, the oldest before the others."""
        return not self.earliest, self.earliest, self.latest, self.name


def settled(statement: Statement, opposite: Statement | None, articles: Mapping[str, Article]) -> Statement:
    """Return the statement with its status, given the one that says the contrary, and with the reasons for it.

    - Accepted: an article asserts it. Unconfirmed: it is only reported, rumoured or planned.
    - Disputed: it is asserted or reported, and an article that is not older denies it.
    - Refuted: it is only rumoured or planned, and an article that is not older denies it. A denial itself has this
      status too: what it speaks of is refuted.
    - Superseded: a denial that a newer article's assertion has overtaken.

    Where a date is not known, nothing counts as older.
    """
    reasons = [*statement.reasons, _commitment(statement, articles)]
    if statement.modality is Modality.DENIED:
        overtaken = (
            opposite is not None
            and opposite.modality is Modality.ASSERTED
            and _is_older(statement.claims, _strongest(opposite), articles)
        )
        if opposite is not None and overtaken:
            reasons.append(f"a newer article asserts it: {_speakers(_strongest(opposite), articles)}")
        return replace(statement, status=Status.SUPERSEDED if overtaken else Status.REFUTED, reasons=tuple(reasons))
    status = Status.ACCEPTED if statement.modality is Modality.ASSERTED else Status.UNCONFIRMED
    if opposite is not None and not _is_older(opposite.claims, _strongest(statement), articles):
        status = Status.REFUTED if statement.modality in (Modality.RUMOURED, Modality.PLANNED) else Status.DISPUTED
        reasons.append(f"denied by {_speakers(opposite.claims, articles)}")
    return replace(statement, status=status, reasons=tuple(reasons))


def _commitment(statement: Statement, articles: Mapping[str, Article]) -> str:
    said = f"{_COMMITMENTS[statement.modality]} {_speakers(_strongest(statement), articles)}"
    confirmed = statement.modality is Modality.ASSERTED and len(_strongest(statement)) < len(statement.claims)
    return f"{said}; elsewhere reported, rumoured or planned" if confirmed else said


def _strongest(statement: Statement) -> tuple[Claim, ...]:
    return tuple(claim for claim in statement.claims if claim.modality is statement.modality)


def _speakers(claims: Iterable[Claim], articles: Mapping[str, Article]) -> str:
    names = sorted({articles[claim.evidence.document].name for claim in claims})
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _is_older(claims: Iterable[Claim], others: Iterable[Claim], articles: Mapping[str, Article]) -> bool:
    """Tell whether the newest article of `claims` is surely older than the newest of `others`."""
    latest = [articles[claim.evidence.document].latest for claim in claims]
    earliest = [articles[claim.evidence.document].earliest for claim in others]
    return all(latest) and max(latest) < max(earliest)


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""
