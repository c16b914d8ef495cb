"""What becomes what: classes and relations of the ontology as schemata of FollowTheMoney.

A relation that the table does not have becomes an UnknownLink ("Other link") with the relation's label as its role: so
a new relation comes out without a change here, and nothing claims more than an article does. A founder need be neither
a director nor an owner, so `founded` is such a link, beside the founder's Employment, if there is a stay. A work is a
Project, and who made it takes part in it: as an Asset it could only have owners.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.gazetteer import gazetteer
from aigraph.model import Entity
from aigraph.vocabulary import vocabulary

CAREER = frozenset({"movedTo", "left", "workedAt"})
"""The relations that tell of stays at an organisation."""

BOUGHT = frozenset({"acquired", "investedIn"})
"""The relations whose object can be owned."""

_COMPANIES = ("company", "fund")
_NEVER_OWNED = ("public", "university")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of link: its schema, the properties that hold the ends, what the one is to the other, and its date.

    `role` is "" where the relation's own label says it; `when` is the property that holds the day of an event.
    """

    schema: str
    subject: str
    object: str
    role: str = ""
    when: str = "date"


OTHER = Kind("UnknownLink", "subject", "object")

KINDS: Mapping[str, Kind] = {
    "acquired": Kind("Ownership", "owner", "asset", "acquirer", "startDate"),
    "coCreated": Kind("ProjectParticipant", "participant", "project"),
    "developed": Kind("ProjectParticipant", "participant", "project", "maker"),
    "educatedAt": Kind("Membership", "member", "organization", "student"),
    "investedIn": Kind("Ownership", "owner", "asset", "investor", "startDate"),
    "subsidiaryOf": Kind("Ownership", "asset", "owner", "parent organisation"),
}
"""The kind of link that a relation which holds becomes."""


def is_figure(relation: str) -> bool:
    """Tell whether a relation leads to a number or a date, which becomes a Note on the subject."""
    words = vocabulary()
    return words.is_a(words.relations[relation].range, "Figure")


def schema(entity: Entity, *, bought: bool = False) -> str:
    """Return the schema of an entity; a Company, unlike an Organization, can be owned.

    >>> schema(Entity("organization/mit", "Organization", "MIT")), schema(Entity("model/x", "Model", "X"))
    ('Organization', 'Project')
    """
    if entity.type == "Person":
        return "Person"
    if not vocabulary().is_a(entity.type, "Organization"):
        return "Project"
    kind = organization_kind(entity)
    if kind == "public":
        return "PublicBody"
    return "Company" if kind in _COMPANIES or (bought and kind not in _NEVER_OWNED) else "Organization"


def organization_kind(entity: Entity) -> str | None:
    """Return what the gazetteer knows an organisation as: "company", "lab", "university"."""
    entry = gazetteer().entries.get(entity.id)
    return entry.kind if entry else None
