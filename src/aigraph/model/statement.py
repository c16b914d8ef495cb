"""What the articles say together, of whom and of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from aigraph.model.claim import Claim, Evidence, Modality, Qualifier
from aigraph.model.identity import content_id


class Status(StrEnum):
    """Where a statement stands once all its evidence has been read."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    UNCONFIRMED = "unconfirmed"
    REFUTED = "refuted"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something in the world. `id` is the end of its IRI: "person/shengjia-zhao".

    `same_as` holds Wikidata ids ("Q123"); `parent` the id of the organisation that a unit belongs to.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two names of one class that may stand for one entity; a person can decide. `reasons` speak for it and against."""

    type: str
    one: str
    other: str
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Linking:
    """Which entity each name stands for, and why: `(type, name) -> Entity` and `(type, name) -> reasons`.

    Where one name is borne by several, `apart` has the entity of each of its articles, as `(type, name, document)`;
    the name's own entry then is the entity of most of them. `doubts` are sorted.
    """

    entities: Mapping[tuple[str, str], Entity]
    reasons: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    apart: Mapping[tuple[str, str, str], Entity] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    def entity(self, type: str, name: str, document: str = "") -> Entity:
        """Return the entity of a name, as an article uses it; raises KeyError when the name was not resolved."""
        return self.apart.get((type, name, document)) or self.entities[type, name]


@dataclass(frozen=True)
class Statement:
    """A claim with references: what the sources together say, with everything that they say it with.

    Invariants: at least one claim; all claims have this relation; a denied claim never shares a statement with one
    that affirms. `qualifiers` are those of the claims, without repeats, sorted; entity-valued ones (`from`) hold the
    entity's id as `value` and its label as `text`. `conflicts` are the ids of those it has a part in; `outcomes` the
    ids of the statements that tell what became of it (an approach: the move, or the refusal), both sorted.
    """

    subject: Entity
    relation: str
    object: Entity
    claims: tuple[Claim, ...]
    status: Status
    confidence: float
    qualifiers: tuple[Qualifier, ...] = ()
    reasons: tuple[str, ...] = ()
    sources: int = 1
    conflicts: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("no statement without evidence")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence lies in [0, 1], not {self.confidence}")

    @cached_property
    def id(self) -> str:
        """The content hash of subject, relation, object and polarity."""
        polarity = "-" if self.modality is Modality.DENIED else "+"
        return content_id(self.subject.id, self.relation, self.object.id, polarity)

    @property
    def modality(self) -> Modality:
        """The strongest commitment among the claims."""
        return min((claim.modality for claim in self.claims), key=lambda modality: modality.rank)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every sentence behind this statement, in the order of documents and spans."""
        return tuple(claim.evidence for claim in self.claims)

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of the qualifiers called `name`, sorted."""
        return tuple(q.value for q in self.qualifiers if q.name == name)

    def value(self, name: str) -> str | None:
        """Return the first value of the qualifier called `name`, or None."""
        return next(iter(self.values(name)), None)
