"""Where a statement stands: accepted, unconfirmed, disputed, refuted or superseded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from aigraph.fuse.article import Article, is_older, listed, speakers
from aigraph.fuse.decided import told
from aigraph.model import Claim, Conflict, Decision, Judgement, Modality, Statement, Status

_LEFT_IN_DOUBT = 0.5


def settled(
    statement: Statement,
    opposite: Statement | None,
    conflicts: Iterable[Conflict],
    decisions: Collection[Decision],
    articles: Mapping[str, Article],
    *,
    outcomes: Iterable[str] = (),
) -> Statement:
    """Return a raw statement with its status, and with the reasons for it.

    - Accepted: an article asserts it. Unconfirmed: it is only reported, rumoured or planned, or likely a misreading.
    - Disputed: it is accepted or reported, and part of a conflict in which it cannot stand.
    - Refuted: it is only rumoured or planned, and an article that is not older denies it. A denial itself has this
      status too: what it speaks of is refuted.
    - Superseded: a denial that a newer article's assertion has overtaken.
    - The latest decision about it overrides all this: accepted, or (when rejected) refuted.

    `opposite` is the raw statement that says the contrary, `conflicts` those that it has part in, `outcomes` the ids
    of the statements that tell what became of it. What is contradicted is half as sure, unless someone has accepted
    it. Where a date is not known, nothing counts as older.
    """
    conflicts = sorted(conflicts)
    status, reasons = _status(statement, opposite, conflicts, articles)
    contradicted = status is not statement.status
    last = max(decisions, key=lambda decision: (decision.when, decision), default=None)
    if last:
        status = Status.ACCEPTED if last.judgement is Judgement.ACCEPT else Status.REFUTED
    confidence = statement.confidence
    if contradicted and status is not Status.ACCEPTED:
        confidence = round(confidence * _LEFT_IN_DOUBT, 4)
        reasons.append(f"halved, because it is contradicted: {confidence:.2f}")
    if last:
        reasons.append(told(last))
    return replace(
        statement,
        status=status,
        confidence=confidence,
        reasons=(*statement.reasons, *_course(statement, articles), *reasons),
        conflicts=tuple(sorted({conflict.id for conflict in conflicts})),
        outcomes=tuple(sorted(set(outcomes))),
    )


def _status(
    statement: Statement, opposite: Statement | None, conflicts: Iterable[Conflict], articles: Mapping[str, Article]
) -> tuple[Status, list[str]]:
    reasons = [f"contradicted: {conflict.what}" for conflict in conflicts]
    status = statement.status
    if statement.modality is Modality.DENIED:
        if opposite and opposite.modality is Modality.ASSERTED:
            newer = strongest(opposite)
            if is_older(statement.claims, newer, articles):
                status = Status.SUPERSEDED
                reasons.append(f"superseded: a newer article asserts it, {speakers(newer, articles)}")
    elif statement.modality in (Modality.RUMOURED, Modality.PLANNED):
        if opposite and not is_older(opposite.claims, strongest(statement), articles):
            status = Status.REFUTED
            reasons.append(_event("denied", opposite.claims, articles))
    elif any(statement.id in conflict.disputed for conflict in conflicts):
        status = Status.DISPUTED
    return status, reasons


def strongest(statement: Statement) -> tuple[Claim, ...]:
    """Return the claims that commit themselves the most."""
    modality = statement.modality
    return tuple(claim for claim in statement.claims if claim.modality is modality)


def _course(statement: Statement, articles: Mapping[str, Article]) -> Iterator[str]:
    """Tell what became of a rumour, a report or a plan that other articles say more surely: all of it by date."""
    by_modality: dict[Modality, list[Claim]] = {}
    for claim in statement.claims:
        by_modality.setdefault(claim.modality, []).append(claim)
    if len(by_modality) > 1:
        events = []
        for modality, claims in by_modality.items():
            first = min(articles[claim.evidence.document].rank() for claim in claims)
            events.append((first, modality.rank, modality, claims))
        verbs = {modality: str(modality) for modality in by_modality}
        if events and min(events)[2] is not Modality.ASSERTED:
            verbs[Modality.ASSERTED] = "confirmed"
        yield "; ".join(_event(verbs[modality], claims, articles) for _, _, modality, claims in sorted(events))


def _event(verb: str, claims: Iterable[Claim], articles: Mapping[str, Article]) -> str:
    """Say what was done first by whom, and by how many more since."""
    told = sorted({articles[claim.evidence.document] for claim in claims}, key=Article.rank)
    return f"{verb}{told[0].when} by {listed([article.speaker for article in told])}"
