"""The words of the house: what flows from an article to a statement. No input, no output, no libraries.

All spans are half-open and count code points of `Document.text`.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

_ISO = r"\d{4}(?:-\d{2}){0,2}"
_DATE = re.compile(rf"{_ISO}(?:/(?:{_ISO}|\.\.))?|\.\./(?:{_ISO}|\.\.)")


def content_id(*parts: str) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of `parts`, each ended by a unit separator.

    >>> content_id("a", "b") == content_id("ab")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8"))
        digest.update(b"\x1f")
    return digest.hexdigest()[:16]


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
        return list(Modality).index(self)


class Status(StrEnum):
    """Where a statement stands once all its evidence has been read."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    UNCONFIRMED = "unconfirmed"
    REFUTED = "refuted"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Document.text` (Web Annotation TextPositionSelector).

    >>> Span(3, 3)
    Traceback (most recent call last):
    ...
    ValueError: a span has 0 <= start < end, not 3..3
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span has 0 <= start < end, not {self.start}..{self.end}")

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Issue:
    """A fault of the input, counted and reported, never raised: where it is, what it is, what to do."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class DateBounds:
    """A date as the text gives it, with the earliest and the latest day that it allows.

    `value` is ISO 8601 / EDTF as precise as the text is: "2025", "2025-06", "2025-06-30", or an interval
    "2025-06-01/2025-08-31" (".." for an open end).

    >>> DateBounds.of("2025-06").latest
    datetime.date(2025, 6, 30)
    >>> DateBounds.of("2023/2024").earliest, DateBounds.of("../2023").earliest
    (datetime.date(2023, 1, 1), None)
    """

    value: str
    earliest: datetime.date | None
    latest: datetime.date | None

    @classmethod
    def of(cls, value: str) -> DateBounds:
        """Read an ISO date, month, year or interval; raises ValueError on anything else."""
        if not _DATE.fullmatch(value):
            raise ValueError(f"{value!r} is neither an ISO date nor an interval of two")
        start, slash, end = value.partition("/")
        earliest = _day(start, last=False)
        latest = _day(end if slash else start, last=True)
        if earliest and latest and earliest > latest:
            raise ValueError(f"the interval {value!r} ends before it starts")
        return cls(value, earliest, latest)

    @classmethod
    def read(cls, value: str) -> DateBounds | None:
        """Return the bounds of a value, or None for a date that could not be normalised and keeps its words."""
        try:
            return cls.of(value)
        except (ValueError, OverflowError):
            return None


def agreed(dates: Iterable[DateBounds]) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the days that several datings of one event agree on, or else all days from the first to the last.

    >>> agreed([DateBounds.of("2023"), DateBounds.of("2023-04/..")])
    (datetime.date(2023, 4, 1), datetime.date(2023, 12, 31))
    >>> agreed([DateBounds.of("2021"), DateBounds.of("2023")])
    (datetime.date(2021, 1, 1), datetime.date(2023, 12, 31))
    """
    dates = tuple(dates)
    first = max((date.earliest for date in dates if date.earliest), default=None)
    last = min((date.latest for date in dates if date.latest), default=None)
    if first and last and first > last:
        starts, ends = [date.earliest for date in dates], [date.latest for date in dates]
        first = None if None in starts else min(start for start in starts if start)
        last = None if None in ends else max(end for end in ends if end)
    return first, last


def _day(value: str, *, last: bool) -> datetime.date | None:
    if value == "..":
        return None
    numbers = [int(part) for part in value.split("-")]
    if 0 in numbers:
        raise ValueError(f"{value!r} is no ISO date")
    year, month, day = (*numbers, 0, 0)[:3]
    if day:
        return datetime.date(year, month, day)
    if not last:
        return datetime.date(year, month or 1, 1)
    after = datetime.date(year + 1, 1, 1) if month in (0, 12) else datetime.date(year, month + 1, 1)
    return after - datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Document:
    """One article (schema:NewsArticle). `text` is clean: NFC, no control characters but tab and newline.

    `path` is the input as the user gave it; `published` an ISO date, month or year, or None.
    """

    text: str
    path: str = "-"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "en"

    @property
    def id(self) -> str:
        """The content hash of the text: two copies of one text are one document."""
        return content_id(self.text)

    @property
    def name(self) -> str:
        """The title, else the first words of the text: what a reader recognises the article by."""
        if self.title:
            return self.title
        line = self.text.strip().partition("\n")[0].strip()
        return line if len(line) <= 80 else line[:79].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign, with its Universal Dependencies analysis; `head` is an index into the sentence's tokens."""

    span: Span
    form: str
    lemma: str
    upos: str
    head: int
    deprel: str
    feats: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, pronoun or description in the text, and what it stands for.

    `type` is a class of the ontology ("Person", "Organization", "Model", ...). `name` is the fullest form that the
    same article uses for the same thing ("Altman" -> "Sam Altman"), found at `name_span` of the text. `confidence` is
    how likely it stands for that, and `how` says why, "" for a name; neither is part of what is said.
    """

    span: Span
    text: str
    type: str
    name: str
    name_span: Span
    confidence: float = field(default=1.0, compare=False)
    how: str = field(default="", compare=False)

    @classmethod
    def at(cls, text: str, start: int, end: int, type: str) -> Mention:
        """Return the mention of `text[start:end]` that stands for itself."""
        span = Span(start, end)
        return cls(span, span.of(text), type, span.of(text), span)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A date, duration, sum of money or number in the text: its kind and normalised value (as in `Qualifier.value`)."""

    span: Span
    text: str
    kind: str
    value: str


class Block(StrEnum):
    """What a sentence is part of."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, parsed: a mention is one token; `references[i]` holds what token i denotes, best guess first.

    `groups[i]` tells that token i denotes all of its references together ("they", "the three men") rather than one
    of them. `topic` is whom the list item is about, `heading` the nearest heading or lead-in above; `salient` are the
    organisations that the text before has been about, the likeliest first.
    """

    span: Span
    tokens: tuple[Token, ...]
    references: tuple[tuple[Mention, ...], ...]
    groups: frozenset[int]
    quantities: tuple[Quantity, ...]
    block: Block
    topic: Mention | None = None
    heading: Span | None = None
    salient: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and its parsed sentences, in the order of the text."""

    document: Document
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a claim (Web Annotation TextQuoteSelector): `quote == document.text[span]`, always."""

    document: str
    span: Span
    quote: str
    rule: str


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


@dataclass(frozen=True)
class Linking:
    """Which entity each name stands for, and why: `(type, name) -> Entity` and `(type, name) -> reasons`."""

    entities: Mapping[tuple[str, str], Entity]
    reasons: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def entity(self, type: str, name: str) -> Entity:
        """Return the entity of a name; raises KeyError when the name was not resolved."""
        return self.entities[type, name]


@dataclass(frozen=True)
class Statement:
    """A claim with references: what the sources together say, with everything that they say it with.

    Invariants: at least one claim; all claims have this relation; a denied claim never shares a statement with one
    that affirms. `qualifiers` are those of the claims, without repeats, sorted; entity-valued ones (`from`) hold the
    entity's id as `value` and its label as `text`.
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


@dataclass(frozen=True, slots=True)
class Node:
    """What a reader sees of an entity: a place on the page (x, y) and a size (the number of its edges)."""

    entity: Entity
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Edge:
    """What a reader sees of a statement: an arrow from one node to another. `source` and `target` are entity ids."""

    id: str
    source: str
    target: str
    relation: str
    label: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges for eyes, made from statements only, sorted by id; `documents` maps ids to the articles."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    documents: Mapping[str, Document]


def distinct_names(claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """Return the `(type, name)` pairs that the claims mention, entity-valued qualifiers included, sorted."""
    claims = tuple(claims)
    names = {(mention.type, mention.name) for claim in claims for mention in (claim.subject, claim.object)}
    names |= {(q.type, q.value) for claim in claims for q in claim.qualifiers if q.type}
    return tuple(sorted(names))
