"""Annotated documents to claims: the rules over sentences and lists, with modality and attribution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from aigraph.extract.clause import Clause
from aigraph.extract.lists import list_claims
from aigraph.extract.match import attempts
from aigraph.extract.modality import refuted_by
from aigraph.extract.rules import Rule, rules
from aigraph.language import Language, language
from aigraph.model import Annotated, Claim, Mention, Modality, Reading

__all__ = ["extract", "read_claims"]


def extract(annotated: Iterable[Annotated]) -> Iterator[Reading]:
    """Yield for each annotated document what it says, claims in the order of the text."""
    for one in annotated:
        yield Reading(one.document, read_claims(one))


def read_claims(annotated: Annotated) -> tuple[Claim, ...]:
    """Return the claims of one document, each said once for each sentence that proves it."""
    document = annotated.document
    data = language(document.language)
    posts = [rule for rule in rules(data.code) if rule.relation == "workedAt"]
    employers = _employers(_read(annotated, data, posts, {}))
    found = _read(annotated, data, rules(data.code), employers)
    found += list_claims(annotated, employers, data)
    return tuple(sorted(_merged(found), key=_order))


def _read(annotated: Annotated, data: Language, some: Sequence[Rule], employers: Mapping[str, Mention]) -> list[Claim]:
    document = annotated.document
    found: list[Claim] = []
    for sentence, after in zip_longest(annotated.sentences, annotated.sentences[1:]):
        if not any(sentence.references) and sentence.topic is None:
            continue
        clause = Clause(sentence, data, employers)
        read = _reconciled(
            [
                claim
                for rule in some
                for attempt in attempts(rule, clause, document.id, document.text)
                for claim in attempt.claims
            ]
        )
        if after is not None and refuted_by(after, data):
            read = [replace(claim, modality=Modality.DENIED) for claim in read]
        found += read
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
    return (
        span.start,
        span.end,
        claim.relation,
        claim.subject.span.start,
        claim.object.span.start,
        claim.evidence.rule,
    )


def _merged(claims: Sequence[Claim]) -> list[Claim]:
    """Join the readings of one sentence that say the same: the surest one, with the qualifiers of all."""
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
