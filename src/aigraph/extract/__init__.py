"""Annotated documents to claims: the rules over sentences and lists, with modality and attribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aigraph.extract.background import Background
from aigraph.extract.clause import Clause
from aigraph.extract.course import Course
from aigraph.extract.echo import echoed
from aigraph.extract.implied import IMPLIED
from aigraph.extract.learned import second_opinion
from aigraph.extract.lists import list_claims
from aigraph.extract.match import attempt
from aigraph.extract.modality import frames, weakness
from aigraph.extract.newcomer import newcomers_only
from aigraph.extract.origin import with_origins
from aigraph.extract.rules import Rule
from aigraph.extract.trigger import trigger_index
from aigraph.language import Language, language
from aigraph.model import Annotated, Claim, Document, Modality, Qualifier, Reading, Sentence, Span

__all__ = ["extract", "read_by_rules", "read_claims"]

# A denial needs to know of whom and of what: it would refute what other articles say.
_SURE_ENOUGH_TO_DENY = 0.7
# What the first reading looks for: where people are, and who buys what.
_FIRST = ("workedAt", "movedTo", "founded", "acquired", "investedIn")


def extract(annotated: Iterable[Annotated]) -> Iterator[Reading]:
    """Yield for each annotated document what it says, claims in the order of the text."""
    for one in annotated:
        yield Reading(one.document, read_claims(one))


def read_claims(annotated: Annotated) -> tuple[Claim, ...]:
    """Return the claims of one document, each said once for each sentence that proves it.

    The article is read twice: whom its people work for now, which the whole of it tells, helps to read the rest.
    """
    claims, background = read_by_rules(annotated)
    data = language(annotated.document.language)
    return tuple(sorted(second_opinion(annotated, claims, background, data), key=_order))


def read_by_rules(annotated: Annotated) -> tuple[list[Claim], Background]:
    """Return what the rules alone read, and what the article says of its people."""
    data = language(annotated.document.language)
    telling = list(_telling(annotated, data))
    first = [replace(one, fired=[hit for hit in one.fired if hit[0].relation in _FIRST]) for one in telling]
    framed = dict(zip((sentence.span for sentence in annotated.sentences), frames(annotated, data), strict=True))
    unread = Background(frames=framed, published=annotated.document.published)
    background = unread.told(_read(annotated, first, data, unread))
    found = _read(annotated, telling, data, background) + list_claims(annotated, background, data)
    found += echoed(annotated, found, background, data)
    return _without_origins(with_origins(newcomers_only(_merged(found), data.code))), background


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence with the rules that its tokens set off."""

    sentence: Sentence
    fired: Sequence[tuple[Rule, int]]


def _telling(annotated: Annotated, data: Language) -> Iterator[_Telling]:
    for sentence in annotated.sentences:
        if any(sentence.references) or sentence.topic is not None:
            fired = trigger_index(data.code).fired(Clause(sentence, data))
            if fired:
                yield _Telling(sentence, fired)


def _read(annotated: Annotated, telling: Iterable[_Telling], data: Language, background: Background) -> list[Claim]:
    document = annotated.document
    found: list[Claim] = []
    course = Course.of(annotated)
    for one in telling:
        clause = Clause(one.sentence, data, background, course.at(one.sentence, document.text))
        read = _reconciled(_readings(clause, one.fired, document), one.sentence)
        found += read
        course = course.told(read)
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a rule makes of a token that sets it off."""

    rule: Rule
    at: int
    claims: Sequence[Claim]


def _readings(clause: Clause, fired: Sequence[tuple[Rule, int]], document: Document) -> list[_Reading]:
    """Return what the rules make of a sentence; those that may look beyond it come last, in the order of the text."""
    told = clause.course
    found = [_reading(rule, clause, i, document) for rule, i in fired if not _looks_beyond(rule)]
    for rule, i in sorted((hit for hit in fired if _looks_beyond(hit[0])), key=lambda hit: hit[1]):
        clause.course = told.told(claim for reading in found for claim in reading.claims)
        found.append(_reading(rule, clause, i, document))
    return found


def _reading(rule: Rule, clause: Clause, i: int, document: Document) -> _Reading:
    return _Reading(rule, i, attempt(rule, clause, i, document.id, document.text).claims)


def _looks_beyond(rule: Rule) -> bool:
    return any(function in IMPLIED for functions in rule.slots.values() for function in functions)


def _order(claim: Claim) -> tuple[int, int, str, int, int, str]:
    span = claim.evidence.span
    subject, object_ = claim.subject.span, claim.object.span
    return (span.start, span.end, claim.relation, subject.start, object_.start, claim.evidence.rule)


def _merged(claims: Sequence[Claim]) -> list[Claim]:
    """Join the readings of one sentence that say the same: the least committed one, with the qualifiers of all."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        key = (claim.evidence.span, claim.relation, claim.subject.name, claim.object.name)
        groups.setdefault(key, []).append(claim)
    merged = []
    for group in groups.values():
        if any(claim.modality is Modality.ASSERTED and claim.relation == "workedAt" for claim in group):
            # Who has a post there may get another: the plan takes nothing back.
            group = [claim for claim in group if claim.modality is not Modality.PLANNED]
        best = max(group, key=lambda c: (weakness(c.modality), c.confidence, c.evidence.rule))
        qualifiers = list(best.qualifiers)
        for other in sorted(group, key=lambda c: c.evidence.rule):
            names = {q.name for q in qualifiers}
            qualifiers += [q for q in other.qualifiers if q.name not in names or _another_role(q, qualifiers)]
        merged.append(replace(best, qualifiers=tuple(sorted(qualifiers, key=lambda q: (q.name, q.value)))))
    return merged


def _without_origins(claims: Sequence[Claim]) -> list[Claim]:
    """Drop the departures that are part of a move in the same sentence: of a denied one only those denied."""
    parts = {
        (_departure(claim), origin)
        for claim in claims
        if claim.relation == "movedTo"
        for origin in claim.values("from")
    }
    return [c for c in claims if c.relation != "left" or (_departure(c), c.object.name) not in parts]


def _departure(claim: Claim) -> tuple[Span, str, bool]:
    """Return where who is said to go away, or not to."""
    return claim.evidence.span, claim.subject.name, claim.modality is Modality.DENIED


def _another_role(role: Qualifier, known: Sequence[Qualifier]) -> bool:
    """Tell whether a role is one beside those that are known: "president and chief executive"."""
    spans = [q.span for q in known if q.name == "role"]
    return role.name == "role" and role.span is not None and not any(s is None or s.overlaps(role.span) for s in spans)


def _reconciled(readings: Sequence[_Reading], sentence: Sentence) -> list[Claim]:
    """Return the claims without those that a fuller reading of the same sentence contains or contradicts."""
    claims = [(reading, claim) for reading in readings for claim in reading.claims]
    moves = [(r, c) for r, c in claims if c.relation == "movedTo" and c.modality is not Modality.DENIED]
    destinations = {_pair(claim): claim.object.span.start for _, claim in moves}
    by_trigger = {(reading.at, _pair(claim)) for reading, claim in moves}
    refused = {_pair(claim) for _, claim in claims if claim.relation == "declined"}
    kept = []
    for reading, claim in claims:
        pair, denied = _pair(claim), claim.modality is Modality.DENIED
        # "went to X, which she left": two verbs may tell of one place, but what is left is nowhere that one verb leads.
        arrived = (reading.at, pair) in by_trigger or (
            _looks_beyond(reading.rule) and destinations.get(pair, -1) > sentence.tokens[reading.at].span.start
        )
        if claim.relation == "left" and (arrived or (denied and pair in destinations)):
            continue
        if denied and min(claim.subject.confidence, claim.object.confidence) < _SURE_ENOUGH_TO_DENY:
            continue
        if claim.relation == "movedTo" and pair in refused and not denied:
            continue
        kept.append(claim)
    return kept


def _pair(claim: Claim) -> tuple[str, str]:
    return claim.subject.name, claim.object.name
