"""Someone or something as one article knows it: the unit that resolution links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from aigraph.model.claim import Claim


@dataclass(frozen=True, slots=True, order=True)
class Stay:
    """A time that surely was spent somewhere: from `first` to `last` (ISO days, both included)."""

    place: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, order=True)
class Profile:
    """What an article says of someone, as far as it tells namesakes apart; a pure function of that article.

    `context` are keys of the organisations and works that the article joins the name with, sorted; `stays` the times
    and places that are certain, sorted; `first` and `last` the earliest and the latest day of the person's life that
    the article speaks of ("" when it gives no date).
    """

    context: tuple[str, ...] = ()
    stays: tuple[Stay, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True, order=True)
class LocalEntity:
    """The bearer of a name in one article: within an article, one name is one bearer."""

    type: str
    name: str
    document: str
    profile: Profile = field(default=Profile(), compare=False)


def names_in(claim: Claim) -> tuple[tuple[str, str], ...]:
    """Return the `(type, name)` pairs of a claim: its ends, then its entity-valued qualifiers."""
    ends = ((mention.type, mention.name) for mention in (claim.subject, claim.object))
    return (*ends, *((q.type, q.value) for q in claim.qualifiers if q.type))


def distinct_names(claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """Return the `(type, name)` pairs that the claims mention, entity-valued qualifiers included, sorted."""
    return tuple(sorted({name for claim in claims for name in names_in(claim)}))
