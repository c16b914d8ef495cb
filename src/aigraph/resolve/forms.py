"""A name taken apart in the way of its class, and the table of reasons for names of that class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from aigraph.gazetteer import Gazetteer, fold
from aigraph.resolve.organization import OrganizationName
from aigraph.resolve.person import PersonName
from aigraph.resolve.reasons import organizations, people, works
from aigraph.resolve.reasons.reason import Likeness, Reason, weigh
from aigraph.resolve.work import WorkName
from aigraph.vocabulary import vocabulary


@dataclass(frozen=True)
class PlainName:
    """A name of which only the spelling counts, folded: a figure, a date."""

    text: str

    @property
    def letters(self) -> str:
        """The folded text."""
        return fold(self.text) or self.text

    def blocks(self) -> Iterator[str]:
        """Yield what equal names have in common."""
        yield f"letters/{self.letters}"


Form = PersonName | OrganizationName | WorkName | PlainName
"""A name taken apart."""


def same_spelling(one: PlainName, other: PlainName) -> bool:
    """Written alike but for case and accents."""
    return one.letters == other.letters


PLAIN = (Reason(same_spelling, 1.0),)
"""What speaks for two names of anything else."""


@lru_cache(maxsize=1 << 16)
def likeness(one: Form, other: Form) -> Likeness:
    """Weigh what speaks for two names of one class standing for one entity, and what against."""
    if isinstance(one, PersonName) and isinstance(other, PersonName):
        return weigh(people.REASONS, one, other)
    if isinstance(one, OrganizationName) and isinstance(other, OrganizationName):
        return weigh(organizations.REASONS, one, other)
    if isinstance(one, WorkName) and isinstance(other, WorkName):
        return weigh(works.REASONS, one, other)
    if isinstance(one, PlainName) and isinstance(other, PlainName):
        return weigh(PLAIN, one, other)
    return Likeness(0.0)


@lru_cache(maxsize=1 << 16)
def form(type: str, text: str, gazetteer: Gazetteer) -> Form:
    """Take a name apart; the gazetteer tells makers in front of works."""
    if type == "Person":
        return PersonName.of(text)
    if type == "Organization":
        return OrganizationName.of(text)
    if vocabulary().is_a(type, "Artifact"):
        return WorkName.of(text, partial(_is_maker, gazetteer))
    return PlainName(text)


def _is_maker(gazetteer: Gazetteer, name: str) -> bool:
    return bool(gazetteer.find(name, type="Organization", weak=False))
