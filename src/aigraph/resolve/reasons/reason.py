"""A named, weighted test of two names, and what a table of them says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

THRESHOLD = 1.0
"""The total weight of reasons from which on two names stand for one entity."""

DOUBT = 0.7
"""The total weight from which on two names may stand for one entity, and a person is asked."""

N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Reason(Generic[N]):
    """A test of two names, in whatever order, and the weight that it adds when it holds: below zero, against them.

    The docstring of the test is the sentence that readers are shown.
    """

    test: Callable[[N, N], bool]
    weight: float

    @property
    def sentence(self) -> str:
        """What a reader is told."""
        return (self.test.__doc__ or self.test.__name__).rstrip(".")

    def holds(self, one: N, other: N) -> bool:
        """Apply the test in both directions."""
        return self.test(one, other) or self.test(other, one)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two names standing for one entity, and against: the total weight, and the sentences."""

    weight: float
    sentences: tuple[str, ...] = ()


def weigh(table: Sequence[Reason[N]], one: N, other: N) -> Likeness:
    """Add up the reasons of a table that hold; of those that are enough alone, the first is told."""
    found = [reason for reason in table if reason.holds(one, other)]
    against = [reason for reason in found if reason.weight < 0]
    enough = [reason for reason in found if reason.weight >= THRESHOLD]
    told = enough[:1] or [reason for reason in found if reason.weight > 0]
    weight = round(sum(reason.weight for reason in (*told, *against)), 6)
    return Likeness(weight, tuple(reason.sentence for reason in (*told, *against)))
