"""Annotated documents to claims: the rules over sentences and lists, with modality and attribution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from aigraph.extract.clause import Clause
from aigraph.extract.lists import list_claims
from aigraph.extract.match import attempt
from aigraph.extract.modality import refuted_by
from aigraph.extract.rules import Rule
from aigraph.extract.trigger import trigger_index
from aigraph.language import Language, language
from aigraph.model import Annotated, Claim, Mention, Modality, Reading, Sentence

__all__ = ["extract", "read_claims"]


def extract(annotated: Iterable[Annotated]) -> Iterator[Reading]:
    """Yield for each annotated document what it says, claims in the order of the text."""
    for one in annotated:
        yield Reading(one.document, read_claims(one))


def read_claims(annotated: Annotated) -> tuple[Claim, ...]:
    """Return the claims of one document, each said once for each sentence that proves it.

    The article is read twice: whom its people work for now, which the whole of it tells, helps to read the rest.
    """
    data = language(annotated.document.language)
    telling = list(_telling(annotated, data))
    posts = [replace(one, fired=[hit for hit in one.fired if hit[0].relation == "workedAt"]) for one in telling]
    employers = _employers(_read(annotated, posts, data, {}))
    found = _read(annotated, telling, data, employers) + list_claims(annotated, employers, data)
    return tuple(sorted(_merged(found), key=_order))


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence with the rules that its tokens set off, and whether the next one says that it is false."""

    sentence: Sentence
    fired: Sequence[tuple[Rule, int]]
    refuted: bool


def _telling(annotated: Annotated, data: Language) -> Iterator[_Telling]:
    for sentence, after in zip_longest(annotated.sentences, annotated.sentences[1:]):
        if any(sentence.references) or sentence.topic is not None:
            fired = trigger_index(data.code).fired(Clause(sentence, data))
            if fired:
                yield _Telling(sentence, fired, after is not None and refuted_by(after, data))


def _read(
    annotated: Annotated, telling: Iterable[_Telling], data: Language, employers: Mapping[str, Mention]
) -> list[Claim]:
    document = annotated.document
    found: list[Claim] = []
    for one in telling:
        clause = Clause(one.sentence, data, employers)
        tried = [attempt(rule, clause, i, document.id, document.text) for rule, i in one.fired]
        read = _reconciled([claim for each in tried for claim in each.claims])
        found += [replace(claim, modality=Modality.DENIED) for claim in read] if one.refuted else read
    return found


def _employers(claims: Sequence[Claim]) -> dict[str, Mention]:
    """Return whom each person works for now, as the article says most often; a tie leaves it open."""
    votes: dict[str, Counter[str]] = {}
    mentions: dict[tuple[str, str], Mention] = {}
    for claim in claims:
        if claim.value("status") == "current" and claim.modality is Modality.ASSERTED:
            votes.setdefault(claim.subject.name, Counter())[claim.object.name] += 1
            mentions.setdefault((claim.subject.name, claim.object.name), claim.object)
    found = {}
    for person, counts in votes.items():
        (name, most), *others = counts.most_common(2)
        if not others or others[0][1] < most:
            found[person] = mentions[person, name]
    return found


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
        best = max(group, key=lambda c: (c.modality.rank, c.confidence, c.evidence.rule))
        qualifiers = list(best.qualifiers)
        for other in sorted(group, key=lambda c: c.evidence.rule):
            names = {q.name for q in qualifiers}
            qualifiers += [q for q in other.qualifiers if q.name not in names]
        merged.append(replace(best, qualifiers=tuple(sorted(qualifiers, key=lambda q: (q.name, q.value)))))
    return merged


def _reconciled(claims: Sequence[Claim]) -> list[Claim]:
    """Drop what a fuller reading of the same sentence contains or contradicts."""
    moves = [c for c in claims if c.relation == "movedTo"]
    origins = {(c.subject.name, value) for c in moves for value in c.values("from")}
    destinations = {(c.subject.name, c.object.name) for c in moves if c.modality is not Modality.DENIED}
    refused = {(c.subject.name, c.object.name) for c in claims if c.relation == "declined"}
    kept = []
    for claim in claims:
        pair = (claim.subject.name, claim.object.name)
        if claim.relation == "left" and (pair in origins or pair in destinations):
            continue
        if claim.relation == "movedTo" and pair in refused and claim.modality is not Modality.DENIED:
            continue
        kept.append(claim)
    return kept
