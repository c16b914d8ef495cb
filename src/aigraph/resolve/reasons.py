"""Why two names may stand for one entity: a table of named, weighted tests.

The docstring of a test is the sentence that explains a link to the reader. To add a reason, write its test and give it
a line in one of the tables.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from aigraph.resolve.name import Name

THRESHOLD = 1.0
"""The total weight of reasons from which on two names stand for one entity."""

DOUBT = 0.7
"""The total weight from which on two names may stand for one entity, and a person is asked."""

NEAR = 92.0
"""The similarity (0 to 100) from which on two spellings are near."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A test of two names, and the weight that it adds when it holds. `types` None: it holds for any type."""

    test: Callable[[Name, Name], bool]
    weight: float
    types: frozenset[str] | None = None

    @property
    def sentence(self) -> str:
        """What a reader is told."""
        return (self.test.__doc__ or self.test.__name__).rstrip(".")

    def holds(self, one: Name, other: Name) -> bool:
        """Apply the test, in both directions, to names of one type."""
        if one.type != other.type or (self.types is not None and one.type not in self.types):
            return False
        return self.test(one, other) or self.test(other, one)


def same_spelling(one: Name, other: Name) -> bool:
    """One name, written alike but for case, accents, apostrophes, hyphens and the legal form."""
    return one.key == other.key


def middle_initial(one: Name, other: Name) -> bool:
    """One name, written alike but for middle initials."""
    return len(other.words) > 2 and one.key == " ".join(
        word for at, word in enumerate(other.words) if len(word) > 1 or at == 0
    )


def swapped(one: Name, other: Name) -> bool:
    """One Chinese name, with the family name first or last."""
    return len(one.words) == 2 and one.words == other.words[::-1] and one.is_chinese


def near_spelling(one: Name, other: Name) -> bool:
    """Nearly the same letters."""
    return (
        min(len(one.words), len(other.words)) > 1
        and one.key[0] == other.key[0]
        and not (one.is_chinese or other.is_chinese)
        and fuzz.ratio(one.key, other.key, score_cutoff=NEAR) > 0
    )


def shared_end(one: Name, other: Name) -> bool:
    """Equal given names or equal family names."""
    ends = min(len(one.words), len(other.words)) > 1
    return ends and (one.words[0] == other.words[0] or one.words[-1] == other.words[-1])


def family_name_alone(short: Name, full: Name) -> bool:
    """Only one person in the corpus bears this family name."""
    return short.may_be_short and len(short.words) < len(full.words) and full.words[-len(short.words) :] == short.words


def initials(short: Name, full: Name) -> bool:
    """Only one person in the corpus bears this family name with these initials."""
    return (
        len(short.words) == len(full.words) > 1
        and short.words[-1] == full.words[-1]
        and len(short.words[-1]) > 1
        and short.words != full.words
        and all(
            part == word or (len(part) == 1 and word.startswith(part))
            for part, word in zip(short.words[:-1], full.words[:-1], strict=True)
        )
    )


_PERSON = frozenset({"Person"})

REASONS: tuple[Reason, ...] = (
    Reason(same_spelling, 1.0),
    Reason(middle_initial, 1.0, _PERSON),
    Reason(swapped, 1.0, _PERSON),
    Reason(initials, 1.0, _PERSON),
    Reason(family_name_alone, 1.0, _PERSON),
    Reason(near_spelling, 0.6, _PERSON),
    Reason(shared_end, 0.4, _PERSON),
)
"""The table. Reasons that speak against have weights below zero."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the table says of two names: the total weight, and the reasons that hold."""

    weight: float
    reasons: tuple[Reason, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a reader is told, the strongest first."""
        return tuple(reason.sentence for reason in sorted(self.reasons, key=lambda reason: -abs(reason.weight)))


def likeness(one: Name, other: Name) -> Likeness:
    """Weigh what speaks for two names standing for one entity, and what against."""
    reasons = tuple(reason for reason in REASONS if reason.holds(one, other))
    return Likeness(round(sum(reason.weight for reason in reasons), 6), reasons)
