"""Articles that speak of one bearer of a name: two people of one name stay two when their facts cannot be one life."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from aigraph.model import LocalEntity, Stay
from aigraph.resolve.decided import Bearer, Pair
from aigraph.resolve.forest import Forest

WORKING_LIFE_YEARS = 60
"""The years between two dates from which on they are not of one life."""

OVERLAP_DAYS = 365
"""The days that two stays have in common from which on they are not of one life, without anything in common."""


@dataclass
class Life:
    """The articles that speak of one bearer, and the groups of names (by number) that they use for it.

    `apart` says, of another life of these names that came before, why this is not the same one.
    """

    members: list[LocalEntity]
    groups: set[int]
    context: set[str] = field(default_factory=set)
    stays: set[Stay] = field(default_factory=set)
    spans: tuple[str, str] | None = None
    apart: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for member in self.members:
            self._learn(member)

    def _learn(self, member: LocalEntity) -> None:
        profile = member.profile
        self.context.update(profile.context)
        self.stays.update(profile.stays)
        if profile.first:
            # The latest first day and the earliest last day: what is farthest from another article's time.
            latest, earliest = self.spans or (profile.first, profile.last)
            self.spans = max(latest, profile.first), min(earliest, profile.last)

    def take(self, other: Life) -> None:
        """Make one life of two."""
        self.members += other.members
        self.groups |= other.groups
        for member in other.members:
            self._learn(member)


def lives(groups: Sequence[Sequence[LocalEntity]], pairs: Collection[Pair], *, common: Collection[int]) -> list[Life]:
    """Divide the local entities of some groups of names into lives, the fullest first.

    Articles of one group are one life unless a judgement or their facts forbid it; articles of two groups, only when
    they are judged to be. `common` are the groups of names that many people bear.
    """
    home = {(m.type, m.name, m.document): number for number, group in enumerate(groups) for m in group}
    local = {(m.type, m.name, m.document): m for group in groups for m in group}
    forest = _judged(local.values(), pairs)
    for group in groups:
        _join_by_context(sorted(group), forest)
    found: dict[LocalEntity, list[LocalEntity]] = {}
    for member in sorted(local.values()):
        found.setdefault(forest.root(member), []).append(member)
    parts = [Life(members, {home[m.type, m.name, m.document] for m in members}) for members in found.values()]
    kept: list[Life] = []
    for part in sorted(parts, key=lambda part: (-len(part.members), part.members[0])):
        for life in kept:
            if not (part.groups <= life.groups or life.groups <= part.groups):
                continue
            if reason := _cannot_be_one(life, part, common=not part.groups.isdisjoint(common)):
                part.apart.append(reason)
            elif forest.join(life.members[0], part.members[0]):
                life.take(part)
                break
        else:
            kept.append(part)
    for life in kept:
        life.members.sort()
    return sorted(kept, key=lambda life: (-len(life.members), life.members[0]))


def _judged(members: Iterable[LocalEntity], pairs: Collection[Pair]) -> Forest[LocalEntity]:
    """Join the local entities that are judged to be one; a name without an article means all of its articles."""
    by_bearer: dict[Bearer, list[LocalEntity]] = {}
    for member in sorted(members):
        for bearer in _bearers(member):
            by_bearer.setdefault(bearer, []).append(member)
    forest = Forest(_bearers, ((pair.one, pair.other) for pair in pairs if pair.parts))
    for pair in pairs:
        ones, others = by_bearer.get(pair.one, ()), by_bearer.get(pair.other, ())
        if pair.joins and ones and others:
            for end in (*ones[1:], *others):
                forest.join(ones[0], end)
    return forest


def _bearers(member: LocalEntity) -> tuple[Bearer, Bearer]:
    return Bearer(member.type, member.name), Bearer(member.type, member.name, member.document)


def _join_by_context(members: Sequence[LocalEntity], forest: Forest[LocalEntity]) -> None:
    """Join the articles that share an organisation or a work."""
    seen: dict[str, list[LocalEntity]] = {}
    for member in members:
        for key in member.profile.context:
            homes = seen.setdefault(key, [])
            if not any(forest.join(home, member) for home in homes):
                homes.append(member)


def _cannot_be_one(one: Life, other: Life, *, common: bool) -> str:
    """Return why two lives without a shared context are surely not one; empty when they may be."""
    if not one.context.isdisjoint(other.context):
        return ""
    if one.spans and other.spans:
        for (late, _), (_, early) in ((one.spans, other.spans), (other.spans, one.spans)):
            if (years := _years(early, late)) >= WORKING_LIFE_YEARS:
                return f"what is told of them lies {years} years apart"
    clashes = (_clash(stay, rival) for rival in other.stays for stay in one.stays) if common else ()
    return min((clash for clash in clashes if clash), default="")


def _clash(stay: Stay, rival: Stay) -> str:
    """Return how long two stays at two places were at one time; empty for less than a year."""
    first, last = max(stay.first, rival.first), min(stay.last, rival.last)
    if stay.place == rival.place or first > last or _days(first, last) < OVERLAP_DAYS:
        return ""
    return f"from {first} to {last} one was at {_called(stay)} and the other at {_called(rival)}"


def _years(first: str, last: str) -> int:
    return _days(first, last) * 4 // 1461 if first <= last else 0


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _called(stay: Stay) -> str:
    return stay.place.partition("/")[2] or stay.place.partition(":")[2]
