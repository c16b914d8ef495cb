"""How many of those who were somewhere on a day were still there a year later, as far as bounds tell."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aigraph.fuse.career.pieces import shifted
from aigraph.model import Tenure
from aigraph.report.facts import Facts


@dataclass(frozen=True, slots=True)
class Retention:
    """Of those who surely were there: how many surely still were, surely no longer were, or may have been."""

    stayed: int
    gone: int
    unknown: int

    def __str__(self) -> str:
        """Return it in words: "3 of 4, 75% (2 more unknown)"."""
        known = self.stayed + self.gone
        share = f"{self.stayed} of {known}, {self.stayed / known:.0%}" if known else "0 of 0"
        return f"{share} ({self.unknown} more unknown)" if self.unknown else share


def retention(facts: Facts, day: datetime.date, *, parents: bool = False) -> Mapping[str, Retention]:
    """Return the retention from a day to the same day a year later, by the id of the organisation."""
    later = shifted(day, 12)
    there: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in facts.tenures:
        place = facts.house(tenure.organization.id) if parents else tenure.organization.id
        there.setdefault((place, tenure.person.id), []).append(tenure)
    counts: dict[str, list[int]] = {}
    for (place, _), stays in sorted(there.items()):
        if any(tenure.holds_on(day) for tenure in stays):
            counts.setdefault(place, [0, 0, 0])[_fate(stays, later)] += 1
    return {place: Retention(*count) for place, count in counts.items()}


def _fate(stays: Sequence[Tenure], day: datetime.date) -> int:
    if any(tenure.holds_on(day) for tenure in stays):
        return 0
    return 2 if any(tenure.may_hold_on(day) for tenure in stays) else 1
