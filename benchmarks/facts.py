"""What one article can say: facts of the made-up world, in the words of a language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks import sentences as words
from benchmarks.world import TODAY, Organization, Person, World


@dataclass(frozen=True)
class Slot:
    """What stands in a slot: its words, the class of what is named, and the normalised value or the full name."""

    words: str
    type: str = ""
    value: str = ""


Fact = tuple[str, Mapping[str, Slot]]
"""The kind of a sentence, and what its slots hold."""


class Facts:
    """What one article can say: facts of the world, in the words of a language."""

    def __init__(self, world: World, chance: Random, language: str) -> None:
        self.world = world
        self.chance = chance
        self.language = language

    def news(self, person: Person) -> tuple[str, datetime.date, Fact]:
        """Return a title, a day, and what happened to someone shortly before it."""
        stays = self.world.career(person)
        at = self.chance.randrange(len(stays))
        stay = stays[at]
        month = min(stay.start + self.chance.choice((0, 0, 0, 1, 2)), TODAY - 1)
        published = datetime.date(month // 12, month % 12 + 1, self.chance.randint(1, 28))
        title = f"{person.name}, {stay.organization.name}: {self._word(words.TOPICS)}"
        if at == 0:
            return title, published, ("post", self._post(person, at))
        kind = self.chance.choices(("move", "rumour", "plan"), (0.86, 0.08, 0.06))[0]
        return title, published, (kind, self._move(person, at))

    def background(self, person: Person, published: datetime.date) -> Fact:
        """Return another fact about someone, about a place of theirs, or nothing in particular."""
        someone = person if self.chance.random() < 0.6 else self.world.a_person(self.chance)
        stays = self.world.career(someone)
        month = published.year * 12 + published.month
        known = [at for at, stay in enumerate(stays) if stay.start < month] or [0]
        at = self.chance.choice(known)
        organization = stays[at].organization
        choices: tuple[tuple[float, Callable[[], Fact]], ...] = (
            (0.30, lambda: ("filler", self._filler())),
            (0.14, lambda: ("move", self._move(someone, at)) if at else ("post", self._post(someone, at))),
            (0.16, lambda: self._stay(someone, at, month)),
            (0.07, lambda: self._founding(organization)),
            (
                0.05,
                lambda: (
                    "birth",
                    {"organization": _organization(organization), "date": self._date(organization.founded)},
                ),
            ),
            (0.08, lambda: ("creation", {"person": self._person(someone), "model": self._model(organization)})),
            (0.05, lambda: ("maker", {**self._made(organization)})),
            (0.04, lambda: ("approach", self._offer(someone))),
            (0.03, lambda: ("refusal", self._offer(someone))),
            (0.04, lambda: ("investment", self._investment(organization))),
            (0.04, lambda: ("denial", self._elsewhere(someone))),
        )
        weights, makers = [weight for weight, _ in choices], [make for _, make in choices]
        return self.chance.choices(makers, weights)[0]()

    def contradiction(self, person: Person) -> Fact:
        """Return something that does not fit what the world holds."""
        stays = self.world.career(person)
        at = self.chance.randrange(len(stays))
        organization = stays[at].organization
        wrong = self.chance.randrange(3)
        if wrong == 0:
            founded = organization.founded + 12 * self.chance.choice((-3, -2, 2, 3))
            return "birth", {"organization": _organization(organization), "date": self._date(founded)}
        if wrong == 1:
            return "past", {
                **self._post(person, at),
                "duration": self._years(11),
                **self._ends(stays[at].start - 60, stays[at].start),
            }
        return "denial", {**self._move(person, at)}

    def _move(self, person: Person, at: int) -> dict[str, Slot]:
        stays = self.world.career(person)
        origin = stays[at - 1].organization if at else self.world.an_organization(self.chance)
        return {
            "person": self._person(person),
            "origin": _organization(origin),
            "destination": _organization(stays[at].organization),
            "role": self._role(stays[at].role),
            "date": self._date(stays[at].start),
        }

    def _elsewhere(self, person: Person) -> dict[str, Slot]:
        return {"person": self._person(person), "destination": _organization(self.world.an_organization(self.chance))}

    def _post(self, person: Person, at: int) -> dict[str, Slot]:
        stay = self.world.career(person)[at]
        return {
            "person": self._person(person),
            "organization": _organization(stay.organization),
            "role": self._role(stay.role),
        }

    def _stay(self, person: Person, at: int, month: int) -> Fact:
        stay = self.world.career(person)[at]
        slots = self._post(person, at)
        if stay.end is None or stay.end >= month:
            return "post", slots
        if self.chance.random() < 0.3:
            return "departure", {**slots, "date": self._date(stay.end)}
        years = max(2, round((stay.end - stay.start) / 12))
        return "past", {**slots, "duration": self._years(years), **self._ends(stay.start, stay.end)}

    def _founding(self, organization: Organization) -> Fact:
        founder = self.world.person(self.chance.choice(organization.founders))
        slots = {"organization": _organization(organization), "date": self._date(organization.founded)}
        return "founding", {"person": self._person(founder), **slots}

    def _made(self, organization: Organization) -> dict[str, Slot]:
        date = self._date(max(organization.founded + 24, TODAY - self.chance.randint(1, 80)))
        return {"organization": _organization(organization), "model": self._model(organization), "date": date}

    def _offer(self, person: Person) -> dict[str, Slot]:
        bidder = self.world.an_organization(self.chance)
        return {"person": self._person(person), "organization": _organization(bidder), "amount": self._money()}

    def _investment(self, organization: Organization) -> dict[str, Slot]:
        investor = self.world.an_organization(self.chance)
        if investor == organization:
            investor = self.world.organization(organization.number + 1)
        date = self._date(min(organization.founded + self.chance.randint(1, 40), TODAY - 1))
        both = {"investor": _organization(investor), "organization": _organization(organization)}
        return {**both, "amount": self._money(), "date": date}

    def _filler(self) -> dict[str, Slot]:
        return {
            "number": Slot(self._word(words.NUMBERS)),
            "place": Slot(self.chance.choice(words.PLACES)),
            "topic": Slot(self._word(words.TOPICS)),
            "weekday": Slot(self._word(words.WEEKDAYS)),
        }

    def _person(self, person: Person) -> Slot:
        # Hardly ever the whole name stands nowhere in the article.
        draw = self.chance.random()
        name = person.family if draw < 0.004 else f"{person.given[0]}. {person.family}" if draw < 0.006 else person.name
        return Slot(name, "Person", name)

    def _model(self, organization: Organization) -> Slot:
        name = self.chance.choice(organization.models)
        return Slot(name, "Model", name)

    def _word(self, table: Mapping[str, Sequence[str]]) -> str:
        return self.chance.choice(table[self.language])

    def _role(self, number: int) -> Slot:
        roles = words.ROLES[self.language]
        role = roles[number % len(roles)]
        return Slot(role, "", role)

    def _ends(self, start: int, end: int) -> dict[str, Slot]:
        first, last = start // 12, max(end // 12, start // 12 + 1)
        return {"start": Slot(str(first), "Date", str(first)), "end": Slot(str(last), "Date", str(last))}

    def _date(self, month: int) -> Slot:
        year, month = divmod(month, 12)
        if self.chance.random() < 0.3:
            return Slot(str(year), "Date", str(year))
        return Slot(f"{words.MONTHS[self.language][month]} {year}", "Date", f"{year}-{month + 1:02d}")

    def _years(self, years: int) -> Slot:
        return Slot(
            words.YEARS[self.language].format(words.NUMBERS[self.language][min(years, 12) - 2]),
            "",
            f"P{min(years, 12)}Y",
        )

    def _money(self) -> Slot:
        millions = self.chance.choice((2, 5, 10, 20, 40, 50, 80, 100, 150, 250, 300))
        return Slot(words.MONEY[self.language].format(millions), "", f"{millions}000000 USD")


def _organization(organization: Organization) -> Slot:
    return Slot(organization.name, "Organization", organization.name)
