"""A name of one class, with all that is known of it before it is compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from aigraph.escape import slug
from aigraph.gazetteer import Gazetteer
from aigraph.resolve import forms
from aigraph.resolve.forms import Form, form
from aigraph.resolve.lookup import Match, look_up
from aigraph.resolve.organization import OrganizationName
from aigraph.resolve.person import PersonName
from aigraph.resolve.reasons.reason import Likeness


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name of one type, as written (`text`), taken apart (`form`), and what the gazetteer says of it (`match`)."""

    type: str
    text: str
    form: Form = field(compare=False, repr=False)
    match: Match = field(compare=False, repr=False)

    @classmethod
    def of(cls, type: str, text: str, gazetteer: Gazetteer) -> Name:
        """Read a name."""
        return cls(type, text, form(type, text, gazetteer), look_up(gazetteer, type, text))

    @property
    def key(self) -> tuple[str, str]:
        """Type and text."""
        return self.type, self.text

    @property
    def is_common(self) -> bool:
        """Whether many people may bear the name."""
        return isinstance(self.form, PersonName) and self.form.is_common

    @property
    def is_short(self) -> bool:
        """Whether the name may stand for longer ones, which do not stand for each other."""
        return isinstance(self.form, PersonName | OrganizationName) and self.form.is_short

    def blocks(self) -> Iterator[str]:
        """Yield the keys that the name is looked up by; two that may influence each other share one."""
        if readable := slug(self.text):
            yield f"slug/{self.type}/{readable}"
        if self.match.entry:
            yield f"entry/{self.match.entry.id}"
        else:
            yield from {f"{self.type}/{key}" for key in self.form.blocks()}


def likeness(one: Name, other: Name) -> Likeness:
    """Weigh what speaks for two names standing for one entity; nothing does for names of two types, or known ones."""
    if one.type != other.type or one.match.entry or other.match.entry:
        return Likeness(0.0)
    return forms.likeness(one.form, other.form)
