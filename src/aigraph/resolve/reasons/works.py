"""Why two names may stand for one model, system, data set or publication. Versions and sizes are works of their own."""

from __future__ import annotations

from rapidfuzz import fuzz

from aigraph.resolve.reasons.reason import Reason
from aigraph.resolve.work import WorkName

NEAR = 95.0
"""The similarity (0 to 100) from which on two titles are near."""


def same_spelling(one: WorkName, other: WorkName) -> bool:
    """One name, written alike but for case, accents, signs, spaces and general words."""
    return one.letters == other.letters


def same_behind_maker(one: WorkName, other: WorkName) -> bool:
    """One name, with its maker's in front or not."""
    return one.bare != one.parts and one.bare_letters == other.letters


def reordered(one: WorkName, other: WorkName) -> bool:
    """Equal words and numbers, in another order."""
    return (
        one.letters != other.letters
        and sorted(one.parts) == sorted(other.parts)
        and len(one.numbers) == 1
        and len(one.parts) > 2
    )


def near_title(one: WorkName, other: WorkName) -> bool:
    """Long titles of nearly the same letters."""
    return (
        one.is_title
        and other.is_title
        and one.letters != other.letters
        and one.numbers == other.numbers
        and fuzz.ratio(one.letters, other.letters, score_cutoff=NEAR) > 0
    )


REASONS = (
    Reason(same_spelling, 1.0),
    Reason(same_behind_maker, 1.0),
    Reason(reordered, 1.0),
    Reason(near_title, 1.0),
)
"""What speaks for two names of works."""
