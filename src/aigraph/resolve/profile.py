"""The names of one article, and what it says of each person that tells namesakes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from aigraph.gazetteer import Gazetteer, fold
from aigraph.model import (
    Claim,
    DateBounds,
    Document,
    LocalEntity,
    Modality,
    Profile,
    Qualifier,
    Reading,
    Stay,
    distinct_names,
    names_in,
)
from aigraph.resolve.general_words import general_words
from aigraph.resolve.lookup import look_up
from aigraph.resolve.organization import OrganizationName
from aigraph.vocabulary import vocabulary

_FIRMS = ("company", "lab", "unit")


def local_entities(reading: Reading, *, gazetteer: Gazetteer) -> tuple[LocalEntity, ...]:
    """Return the names of one article, sorted; people have a profile. A pure function of that article."""
    claims: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        for _, name in {pair for pair in names_in(claim) if pair[0] == "Person"}:
            claims.setdefault(name, []).append(claim)
    document = reading.document
    return tuple(
        LocalEntity(
            kind,
            name,
            document.id,
            _profile(name, claims[name], document, gazetteer) if kind == "Person" else Profile(),
        )
        for kind, name in distinct_names(reading.claims)
    )


def _profile(name: str, claims: Sequence[Claim], document: Document, gazetteer: Gazetteer) -> Profile:
    own = [c for c in claims if c.modality is not Modality.DENIED and ("Person", name) in _ends(c)]
    days = sorted(day for claim in own for day in _days(claim, document))
    return Profile(
        context=tuple(sorted({key for claim in claims for key in _context(claim, gazetteer)})),
        stays=tuple(sorted({stay for claim in own for stay in _stays(claim, document, gazetteer)})),
        first=days[0].isoformat() if days else "",
        last=days[-1].isoformat() if days else "",
    )


def _ends(claim: Claim) -> tuple[tuple[str, str], ...]:
    return names_in(claim)[:2]


def _context(claim: Claim, gazetteer: Gazetteer) -> Iterator[str]:
    for kind, name in names_in(claim):
        if kind == "Organization" or vocabulary().is_a(kind, "Artifact"):
            yield from _keys(kind, name, gazetteer)


def _keys(type: str, name: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the id of the topmost entry above a name, and of the work's maker; or else the name as it is compared."""
    entry = look_up(gazetteer, type, name).entry
    if entry is None:
        yield f"{type.lower()}:{fold(name)}"
        return
    if entry.maker:
        yield _top(entry.maker, gazetteer)
    yield _top(entry.id, gazetteer)


def _top(entry_id: str, gazetteer: Gazetteer) -> str:
    while above := gazetteer.entries[entry_id].parent or gazetteer.entries[entry_id].family:
        entry_id = above
    return entry_id


def _stays(claim: Claim, document: Document, gazetteer: Gazetteer) -> Iterator[Stay]:
    """Yield the time that the claim surely means: from the last day it may start to the first day it may end.

    Only work that leaves no room for another is told: not studies, no chair, and no seat on a board.
    """
    if claim.relation != "workedAt" or claim.modality is not Modality.ASSERTED or not _fills_days(claim, gazetteer):
        return
    first = next((d.latest for d in _dates(claim, "start") if d.latest), None)
    last = next((d.earliest for d in _dates(claim, "end") if d.earliest), None)
    if last is None and claim.value("status") == "current":
        last = _published(document)
    if first and last and first <= last:
        *_, place = _keys(claim.object.type, claim.object.name, gazetteer)
        yield Stay(place, first.isoformat(), last.isoformat())


def _fills_days(claim: Claim, gazetteer: Gazetteer) -> bool:
    words = general_words()
    if any(word in words.aside for role in claim.values("role") for word in re.split(r"\W+", fold(role))):
        return False
    entry = look_up(gazetteer, claim.object.type, claim.object.name).entry
    if entry is not None and entry.kind is not None:
        return entry.kind in _FIRMS
    return words.heads.isdisjoint(OrganizationName.of(claim.object.name).key)


def _days(claim: Claim, document: Document) -> Iterator[date]:
    for bounds in _dates(claim, "date", "start", "end"):
        yield from (day for day in (bounds.earliest, bounds.latest) if day)
    if claim.value("status") == "current" and (published := _published(document)):
        yield published


def _dates(claim: Claim, *names: str) -> Iterator[DateBounds]:
    found: tuple[Qualifier, ...] = claim.qualifiers
    yield from (bounds for q in found if q.name in names and (bounds := DateBounds.read(q.value)))


def _published(document: Document) -> date | None:
    bounds = DateBounds.read(document.published) if document.published else None
    return bounds.earliest if bounds else None
