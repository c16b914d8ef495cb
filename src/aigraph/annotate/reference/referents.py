"""Whom and what an article has spoken of so far, where, how prominently and how often."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from aigraph.model import Mention


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was spoken of: sentence and paragraph by number, token, prominence from 0 to 1; if in a list."""

    sentence: int
    paragraph: int
    token: int
    prominence: float
    listed: bool = False


@dataclass(slots=True)
class Referent:
    """A person or organisation: the mention that names it in full, its places so far, and its weight in the article.

    `total` counts its names in the whole article, `titled` tells whether the title has it.
    """

    mention: Mention
    total: float = 0.0
    titled: bool = False
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for a referent. `nobody` is the score of there being none, `sharpness` turns scores into odds.

    A place more than `farthest` sentences away is out of mind; what the title names is never farther away than that.
    Without `lists`, what the items of a list name does not count.
    """

    prominence: float
    distance: float
    paragraph: float
    often: float
    titled: float
    parallel: float
    centre: float
    agrees: float
    nobody: float
    sharpness: float
    farthest: int = 8
    lists: bool = True


# More names than that make no referent weightier.
_OFTEN = 8
# As prominent as that is what a sentence is about, or acts in it; less prominent, what it names in passing.
_CENTRAL, _ACTING, _PASSING = 0.8, 0.7, 0.5
# No guess is surer than that.
_AT_MOST = 0.95


@dataclass(frozen=True, slots=True)
class Guess:
    """A referent that an expression may stand for, with the odds that it does and what speaks most for it."""

    referent: Referent
    confidence: float
    reason: str


def ranked(
    referents: Iterable[Referent], here: Place, weights: Weights, extra: Callable[[Referent], float | None]
) -> list[Guess]:
    """Return the referents that may be meant at a place, likeliest first, with odds that add up to less than 1.

    `extra` adds to the score of a referent, or excludes it by None.
    """
    scored: list[tuple[float, Referent, str]] = []
    for referent in referents:
        more = extra(referent)
        found = _score(referent, here, weights)
        if more is not None and found is not None:
            scored.append((found[0] + more, referent, found[1]))
    scored.sort(key=lambda one: (-one[0], one[1].mention.name))
    odds = [math.exp(weights.sharpness * score) for score, _, _ in scored]
    whole = sum(odds) + math.exp(weights.sharpness * weights.nobody)
    return [
        Guess(referent, round(min(odd / whole, _AT_MOST), 3), reason)
        for odd, (_, referent, reason) in zip(odds, scored, strict=True)
    ]


def _score(referent: Referent, here: Place, weights: Weights) -> tuple[float, str] | None:
    """Return the score of a referent at its best place, and what that place is; None when it is out of reach."""
    best: tuple[float, str] | None = None
    for place in reversed(referent.places):
        if place.listed and not weights.lists:
            continue
        distance = here.sentence - place.sentence
        if distance > weights.farthest:
            if not referent.titled or best is not None:
                break
            distance = weights.farthest
        score = weights.prominence * place.prominence - weights.distance * distance
        score += weights.paragraph * (place.paragraph == here.paragraph)
        score += weights.parallel * (1 - abs(place.prominence - here.prominence))
        score += weights.centre * _central(place, here)
        if best is None or score > best[0]:
            best = score, _place_words(place, here.sentence - place.sentence)
    if best is None:
        return None
    weight = weights.often * min(referent.total, _OFTEN) / _OFTEN + weights.titled * referent.titled
    return best[0] + weight, best[1]


def _central(place: Place, here: Place) -> float:
    """Return 1 for what this sentence or the one before is about, -1 for what an adjunct only names in passing."""
    if place.sentence == here.sentence:
        passing = place.prominence < _PASSING and here.prominence >= _CENTRAL
        return -1.0 if passing else float(place.prominence >= _ACTING)
    near = place.sentence == here.sentence - 1 and place.paragraph == here.paragraph
    return float(near and place.prominence >= _CENTRAL)


def _place_words(place: Place, distance: int) -> str:
    where = {0: "in the same sentence", 1: "one sentence before"}.get(distance, f"{distance} sentences before")
    return f"{'subject' if place.prominence >= _ACTING else 'named'} {where}"
