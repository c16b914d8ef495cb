"""Who was where, from when to when, as far as all articles together tell."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from aigraph.model.identity import content_id
from aigraph.model.statement import Entity


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that a tenure starts or ends before or after (None: not known), and the sentence that says why."""

    day: datetime.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One stay of a person at an organisation, with the four bounds of its interval, each with its reason.

    Invariants: earliest is not after latest, of the start and of the end, where both are known. `rank` is the place
    in the person's career, from 0; `statements` the ids of those that it rests on, sorted; `current` tells that an
    article calls it current and none ends it.
    """

    person: Entity
    organization: Entity
    rank: int
    start_earliest: Bound = Bound()
    start_latest: Bound = Bound()
    end_earliest: Bound = Bound()
    end_latest: Bound = Bound()
    roles: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    current: bool = False

    @property
    def id(self) -> str:
        """The content hash of person, organisation and rank."""
        return content_id("tenure", self.person.id, self.organization.id, str(self.rank))

    def may_hold_on(self, day: datetime.date) -> bool:
        """Tell whether the person may have been there on a day: no bound excludes it."""
        starts, ends = self.start_earliest.day, self.end_latest.day
        return (starts is None or starts <= day) and (ends is None or day <= ends)

    def holds_on(self, day: datetime.date) -> bool:
        """Tell whether the person surely was there on a day: it lies between the latest start and the earliest end."""
        starts, ends = self.start_latest.day, self.end_earliest.day
        return starts is not None and ends is not None and starts <= day <= ends
