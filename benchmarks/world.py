"""A made-up world of people who change places: who was where and when, drawn from a seed, as it is asked for.

Few are in the news often and many seldom (Zipf–Mandelbrot), as in real archives. Whatever is asked for first, the same
seed gives the same world.
"""

from __future__ import annotations

import itertools
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from benchmarks.names import FAMILIES, family_name, given_names, model_family, organization_name

PEOPLE = 40_000
ORGANIZATIONS = 6_000
TODAY = 2026 * 12
"""The first month, counted from the year 0, of which nothing is known."""


@dataclass(frozen=True)
class Person:
    """Someone, as articles name them."""

    number: int
    given: str
    family: str

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Organization:
    """An organisation: the month of its founding, its founders' numbers, and its models."""

    number: int
    name: str
    founded: int
    founders: tuple[int, ...]
    models: tuple[str, ...]


@dataclass(frozen=True)
class Stay:
    """One post: months counted from the year 0, the end after the start, None when it lasts."""

    organization: Organization
    role: int
    start: int
    end: int | None


class World:
    """People and organisations by number; the lower the number, the oftener they are in the news."""

    def __init__(self, seed: int, *, people: int = PEOPLE, organizations: int = ORGANIZATIONS) -> None:
        self.seed = seed
        self.people = people
        self.organizations = organizations
        self._people: dict[int, Person] = {}
        self._organizations: dict[int, Organization] = {}
        self._careers: dict[int, tuple[Stay, ...]] = {}

    def random(self, what: str, number: int) -> Random:
        """Return the chance that decides one thing, whatever else has been decided."""
        return Random(f"{self.seed} {what} {number}")

    @cached_property
    def _people_weights(self) -> Sequence[float]:
        return _zipf(self.people, 12.0)

    @cached_property
    def _organization_weights(self) -> Sequence[float]:
        return _zipf(self.organizations, 3.0)

    @cached_property
    def _family_weights(self) -> Sequence[float]:
        return _zipf(FAMILIES, 60.0)

    def a_person(self, chance: Random) -> Person:
        """Draw someone who is in the news."""
        return self.person(_draw(self._people_weights, chance))

    def an_organization(self, chance: Random) -> Organization:
        """Draw an organisation that is in the news."""
        return self.organization(_draw(self._organization_weights, chance))

    def person(self, number: int) -> Person:
        """Return the person of a number; namesakes happen."""
        if number not in self._people:
            chance = self.random("person", number)
            family = family_name(_draw(self._family_weights, chance))
            self._people[number] = Person(number, chance.choice(given_names()), family)
        return self._people[number]

    def organization(self, number: int) -> Organization:
        """Return the organisation of a number."""
        if number not in self._organizations:
            chance = self.random("organization", number)
            family = model_family(number)
            versions = [f"{family} {version}" for version in (1, 2, 3, 4, 5)]
            self._organizations[number] = Organization(
                number,
                organization_name(number),
                founded=chance.randint(1992 * 12, 2022 * 12),
                founders=tuple(sorted({chance.randrange(self.people) for _ in range(chance.randint(1, 3))})),
                models=tuple(versions[: chance.randint(1, 5)]),
            )
        return self._organizations[number]

    def career(self, person: Person) -> tuple[Stay, ...]:
        """Return someone's posts in order; none begins before its organisation."""
        if person.number not in self._careers:
            chance = self.random("career", person.number)
            start = chance.randint(2004 * 12, 2020 * 12)
            stays: list[Stay] = []
            while start < TODAY and len(stays) < 5:
                employers = (self.an_organization(chance) for _ in itertools.count())
                before = stays[-1].organization.number if stays else None
                employer = next(o for o in employers if o.founded < start and o.number != before)
                end = start + chance.randint(8, 90)
                lasts = end >= TODAY
                stays.append(Stay(employer, chance.randrange(1_000), start, None if lasts else end))
                start = end
            self._careers[person.number] = tuple(stays)
        return self._careers[person.number]


def _zipf(count: int, offset: float) -> Sequence[float]:
    return list(itertools.accumulate(1.0 / (rank + offset) for rank in range(1, count + 1)))


def _draw(weights: Sequence[float], chance: Random) -> int:
    return bisect(weights, chance.random() * weights[-1])
