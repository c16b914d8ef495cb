"""Which claims can speak against others, and which is to be read for a side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aigraph.fuse.confidence import COMMITMENT, place
from aigraph.gazetteer import fold
from aigraph.model import Claim, DateBounds, Evidence, Mention, Modality, Span, Statement

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_BREAK = re.compile(r"[,;:()–—\n]")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ]")
_NEAR_CHARS = 40


def asserted(statement: Statement) -> Iterator[Claim]:
    """Yield the claims of a statement that an article asserts: no other can contradict anything."""
    return (claim for claim in statement.claims if claim.modality is Modality.ASSERTED)


def witness(claims: Iterable[Claim]) -> Claim:
    """Return the claim to be read for a side: the surest, else the first by document and span."""
    return min(claims, key=lambda claim: (-claim.confidence * COMMITMENT[claim.modality], place(claim)))


def is_plain(claim: Claim) -> bool:
    """Tell whether the sentence itself names both ends, in its own words rather than in quotation marks.

    What is read into pronouns and descriptions is right often enough to count for a claim, but not against another.
    Whoever notes a fact in a table has named both.
    """
    if claim.evidence.curated:
        return True
    ends = (claim.subject, claim.object)
    within = all(end.span in claim.evidence.span and is_name(end) for end in ends)
    return within and not _is_quoted(claim)


def is_name(mention: Mention) -> bool:
    """Tell whether the words of a mention are its name, or a part of it, or an abbreviation in capitals."""
    name = _WORD.findall(fold(mention.name))
    return (len(mention.text) > 1 and mention.text.isupper()) or {*_WORD.findall(fold(mention.text))} <= {*name, "s"}


def tied(claim: Claim, name: str) -> Iterator[str]:
    """Yield the values of the details called `name` that stand beside one of the ends, or beside an origin.

    Between them is no other name and no break but a comma after the name: "Cohere, founded in 2019". What a length of
    time that follows such a comma goes on to name is another place: "ex-Inria, then eight years at Meta". What stands
    in one row of a table belongs together.
    """
    if claim.evidence.curated:
        yield from claim.values(name)
        return
    for qualifier in claim.qualifiers:
        if qualifier.name == name and qualifier.span is not None:
            # A date that is an end itself stands beside the other.
            spans = (claim.subject.span, claim.object.span, *(q.span for q in claim.qualifiers if q.type and q.span))
            ends = (span for span in spans if not span.overlaps(qualifier.span))
            if any(_is_beside(end, qualifier.span, claim.evidence, goes_on=name != "duration") for end in ends):
                yield qualifier.value


def bounds_of(claim: Claim, name: str) -> list[DateBounds]:
    """Return the dates among the details called `name`, without those that no interval can be made of."""
    return [bounds for value in claim.values(name) if (bounds := DateBounds.read(value))]


def is_before(one: DateBounds, other: DateBounds) -> bool:
    """Tell whether the last day of one is before the first day of the other."""
    return bool(one.latest and other.earliest and one.latest < other.earliest)


def are_apart(one: DateBounds, other: DateBounds) -> bool:
    """Tell whether no day is in both."""
    return is_before(one, other) or is_before(other, one)


def _is_quoted(claim: Claim) -> bool:
    evidence = claim.evidence
    ends = (claim.subject.span, claim.object.span)
    start = min(end.start for end in ends) - evidence.span.start
    stop = max(end.end for end in ends) - evidence.span.start
    return any(match.start() < start and stop < match.end() for match in _QUOTED.finditer(evidence.quote))


def _is_beside(end: Span, detail: Span, evidence: Evidence, *, goes_on: bool) -> bool:
    first, last = sorted((end, detail))
    if first.start < evidence.span.start or last.end > evidence.span.end:
        return False
    between, after = (
        evidence.quote[start - evidence.span.start : stop - evidence.span.start]
        for start, stop in ((first.end, last.start), (last.end, evidence.span.end))
    )
    if first == end and between.startswith(","):
        between = between[1:]
        if not goes_on and _CAPITAL.search(_BREAK.split(after)[0]):
            return False
    return len(between) <= _NEAR_CHARS and not _BREAK.search(between) and not _CAPITAL.search(between)
