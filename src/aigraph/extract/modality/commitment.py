"""What a sentence commits itself to, and which of several readings counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aigraph.model import Modality

_STRONGEST_FIRST = (Modality.ASSERTED, Modality.PLANNED, Modality.REPORTED, Modality.RUMOURED, Modality.DENIED)


@dataclass(frozen=True, slots=True)
class Commitment:
    """The modality, or None when the sentence only asks, supposes or attempts; and the words that decided."""

    modality: Modality | None
    reason: str


ASSERTED = Commitment(Modality.ASSERTED, "")
NEGATED = Commitment(Modality.DENIED, "negation")
REFUTED = Commitment(Modality.DENIED, "verdict")


def weakest(found: Iterable[Commitment]) -> Commitment:
    """Return the weakest commitment; two denials by different words say too little, verdicts apart."""
    found = list(found)
    for one in found:
        if one.modality is None:
            return one
    if len({one.reason for one in found if one.modality is Modality.DENIED and one is not REFUTED}) > 1:
        return Commitment(None, "double negation")
    return max(found, key=lambda one: weakness(one.modality or Modality.ASSERTED), default=ASSERTED)


def weakness(modality: Modality) -> int:
    """Return how little a modality commits itself: a report of a plan is a report, and a denial is the last."""
    return _STRONGEST_FIRST.index(modality)
