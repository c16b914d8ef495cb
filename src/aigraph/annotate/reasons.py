"""What speaks for and against a candidate being a person, an organisation or a work: a table of weighted reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from aigraph.annotate.candidates import Candidate
from aigraph.annotate.spans import SpanIndex
from aigraph.annotate.typography import previous_word
from aigraph.language import Language
from aigraph.model import Span

_PLAIN_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|(?:[A-Z]\.-?)+")
_MIXED_WORD = re.compile(r"[a-z][A-Z]{2,}|^[A-Z]{2,}[a-z]*$|\d")
_MODEL_SHAPE = re.compile(r"[A-Za-z]{1,12}-?\d[\w.]*(?:-[\w.]+)*|[A-Z][A-Za-z]+[-‑]\d[\w.]*")
_AGE = re.compile(r"\s?,\s?\d{2}\b")
_BEFORE_CHARS = 7
_AFTER_CHARS = 40
# In a headline every word bears a capital: its shape says little, and recognisers err.
_HEADLINE = 0.3
_HEADLINE_VOTE = 0.4


@dataclass(frozen=True, slots=True)
class Vote:
    """What a statistical recogniser takes a span for: "Person", "Organization", "Place" or "Other"."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate and what stands around it; `topic` when a list item opens with it. `votes` are those on its span."""

    candidate: Candidate
    previous: str
    before: str
    after: str
    topic: bool
    votes: Sequence[Vote]
    language: Language


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence that says what speaks, what it adds for each class, and how often it holds of a candidate.

    In a headline it counts `in_headline` times as much.
    """

    name: str
    weights: Mapping[str, float]
    holds: Callable[[Sighting], int]
    in_headline: float = _HEADLINE


def sightings(
    text: str, candidates: Iterable[Candidate], *, topics: Collection[Span], votes: Iterable[Vote], language: Language
) -> Iterator[Sighting]:
    """Yield each candidate with its surroundings."""
    votes = list(votes)
    index = SpanIndex(vote.span for vote in votes)
    for candidate in candidates:
        start, end = candidate.span.start, candidate.span.end
        yield Sighting(
            candidate,
            previous=previous_word(text, start),
            before=text[max(0, start - _BEFORE_CHARS) : start].casefold(),
            after=text[end : end + _AFTER_CHARS].casefold(),
            topic=candidate.span in topics,
            votes=[votes[i] for i in index.overlapping(candidate.span)],
            language=language,
        )


def scores(sighting: Sighting) -> dict[str, float]:
    """Return what all reasons together say for each class."""
    found: dict[str, float] = defaultdict(float)
    for reason in REASONS:
        times = reason.holds(sighting) * (reason.in_headline if sighting.candidate.headline else 1.0)
        if times:
            for class_, weight in reason.weights.items():
                found[class_] += times * weight
    return found


def _plain(sighting: Sighting) -> bool:
    words = sighting.candidate.words
    return all(_PLAIN_WORD.fullmatch(word) and not _MIXED_WORD.search(word) for word in words)


def _short_plain_name(sighting: Sighting) -> bool:
    return 2 <= len(sighting.candidate.words) <= 3 and _plain(sighting)


def _long_plain_name(sighting: Sighting) -> bool:
    return len(sighting.candidate.words) == 4 and _plain(sighting)


def _plain_behind_article(sighting: Sighting) -> bool:
    article = _articles(sighting.language).search(sighting.before)
    return article is not None and 2 <= len(sighting.candidate.words) <= 4 and _plain(sighting)


@cache
def _articles(language: Language) -> re.Pattern[str]:
    words = "|".join(_written(word) for word in sorted(language.names.articles))
    return re.compile(rf"\b(?:{words})[ \u00a0]?$")


def _titled(sighting: Sighting) -> bool:
    return sighting.candidate.titled


def _topic(sighting: Sighting) -> bool:
    return sighting.topic


def _organization_word(sighting: Sighting) -> bool:
    words = [word.casefold() for word in sighting.candidate.words]
    known = sighting.language.names.organization_words
    return bool(words) and (words[-1].rstrip(".") in known or (len(words) > 1 and words[0] in known))


def _organization_cue(sighting: Sighting) -> bool:
    return sighting.previous in sighting.language.names.organization_cues


def _artifact_cue(sighting: Sighting) -> bool:
    return sighting.previous in sighting.language.names.artifact_cues


def _person_sign(sighting: Sighting) -> bool:
    return any(pattern.match(sighting.after) for pattern in (_AGE, _person_signs(sighting.language)))


@cache
def _person_signs(language: Language) -> re.Pattern[str]:
    signs = "|".join(_written(sign) for sign in sorted(language.names.person_signs))
    return re.compile(rf"\s?(?:{signs})\b")


def _written(words: str) -> str:
    """Return the expression for words with any apostrophe and any space."""
    return r"\s".join(re.escape(word).replace("'", "[’']") for word in words.split(" "))


def _mixed_shape(sighting: Sighting) -> bool:
    candidate = sighting.candidate
    return any(_MIXED_WORD.search(word) for word in candidate.words) or _model_shape(sighting)


def _model_shape(sighting: Sighting) -> bool:
    return _MODEL_SHAPE.fullmatch(sighting.candidate.text) is not None


def _single_word(sighting: Sighting) -> bool:
    return len(sighting.candidate.words) == 1


def _recognised(class_: str) -> Callable[[Sighting], int]:
    return lambda sighting: sum(vote.type == class_ and _same(sighting, vote) for vote in sighting.votes)


def _touched(class_: str) -> Callable[[Sighting], int]:
    return lambda sighting: sum(vote.type == class_ and not _same(sighting, vote) for vote in sighting.votes)


def _place(sighting: Sighting) -> int:
    return sum(vote.type == "Place" for vote in sighting.votes)


def _no_person(sighting: Sighting) -> int:
    return sum(vote.type != "Person" and _same(sighting, vote) for vote in sighting.votes)


def _same(sighting: Sighting, vote: Vote) -> bool:
    """Tell whether a vote is on the candidate, give or take some words."""
    return vote.span in sighting.candidate.span or sighting.candidate.span in vote.span


REASONS: Sequence[Reason] = (
    Reason("It is two or three capitalised words that nothing speaks against.", {"Person": 2.0}, _short_plain_name),
    Reason("It is four capitalised words that nothing speaks against.", {"Person": 1.2}, _long_plain_name),
    Reason("It is plain words, but an article stands before them.", {"Person": -1.2}, _plain_behind_article),
    Reason("A title or profession stands before it.", {"Person": 2.0}, _titled),
    Reason("An item of a list opens with it.", {"Person": 1.5}, _topic),
    Reason(
        "It has a word that organisations are named with.", {"Organization": 3.0, "Person": -2.5}, _organization_word
    ),
    Reason(
        "A word that leads to organisations stands before it.", {"Organization": 2.0, "Person": -1.0}, _organization_cue
    ),
    Reason("A word that leads to works stands before it.", {"System": 2.5, "Person": -1.0}, _artifact_cue),
    Reason("An age, a relative clause about a person or what a person does follows.", {"Person": 1.0}, _person_sign),
    Reason("It has figures or capitals within its words.", {"Organization": 0.3, "Person": -1.0}, _mixed_shape),
    Reason("It has the shape of a model's name.", {"Model": 1.5}, _model_shape),
    *(
        Reason(f"The recogniser takes it for {class_}.", {class_: weight}, _recognised(class_), _HEADLINE_VOTE)
        for class_, weight in (("Person", 1.2), ("Organization", 1.0), ("Place", 1.0), ("Other", 1.0))
    ),
    *(
        Reason(
            f"The recogniser takes a part of it and more for {class_}.", {class_: 0.3}, _touched(class_), _HEADLINE_VOTE
        )
        for class_ in ("Person", "Organization", "Place", "Other")
    ),
    Reason("The recogniser takes some of it for a place.", {"Organization": -1.0}, _place, 1.0),
    Reason("The recogniser takes it for something else than a person.", {"Person": -0.8}, _no_person, 1.0),
    Reason("It is a single word.", {"Person": -1.0}, _single_word, 1.0),
)
"""All reasons; what tips a name towards a class is in `names`."""
