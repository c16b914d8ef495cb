"""What one article says, in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aigraph.model.identity import content_id
from aigraph.model.text import Document, Mention, Span


class Modality(StrEnum):
    """How an article commits itself to a claim, strongest first."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    PLANNED = "planned"
    DENIED = "denied"

    @property
    def rank(self) -> int:
        """0 for the strongest commitment; a denial is the last."""
        return _RANK[self]


_RANK = {modality: rank for rank, modality in enumerate(Modality)}


QUOTED_ROW = "table.quote"
"""The rule of a claim that a row of a table of facts makes, with the words of its source."""

ROW = "table.row"
"""The rule of one that gives no words of its source: the row's own words stand for them."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a claim (Web Annotation TextQuoteSelector): `quote == document.text[span]`, always."""

    document: str
    span: Span
    quote: str
    rule: str

    @property
    def curated(self) -> bool:
        """Whether a person has noted the claim in a table of facts, rather than a rule read it in a sentence."""
        return self.rule in (QUOTED_ROW, ROW)


@dataclass(frozen=True, slots=True, order=True)
class Qualifier:
    """A detail of a claim: its name in the ontology, the words of the text, and their normalised value.

    `value` by kind: a date as in `DateBounds.value`; a duration as ISO 8601 ("P11Y"); money as "14000000000 USD"; an
    enumeration ("creator", "past"); a number ("2.68"); otherwise the words themselves. `type` is set when the words
    name an entity (`from`: an Organization), and `value` is then its fullest name in the article.
    """

    name: str
    value: str
    text: str
    span: Span | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One reading of one sentence: what this article says there, in its own words.

    Every argument is a span of the text. `attributed_to` is whoever the sentence gives as the source, as written.
    """

    subject: Mention
    relation: str
    object: Mention
    evidence: Evidence
    modality: Modality = Modality.ASSERTED
    attributed_to: str | None = None
    confidence: float = 1.0
    qualifiers: tuple[Qualifier, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence lies in [0, 1], not {self.confidence}")

    @property
    def id(self) -> str:
        """The content hash of document, place, relation and arguments."""
        return content_id(
            self.evidence.document,
            self.relation,
            *(str(n) for s in (self.evidence.span, self.subject.span, self.object.span) for n in (s.start, s.end)),
            self.subject.name,
            self.object.name,
            self.modality,
        )

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of the qualifiers called `name`, in the order of the text."""
        return tuple(q.value for q in self.qualifiers if q.name == name)

    def value(self, name: str) -> str | None:
        """Return the first value of the qualifier called `name`, or None."""
        return next(iter(self.values(name)), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What aigraph took from one article: the article and its claims, in the order of the text."""

    document: Document
    claims: tuple[Claim, ...]
