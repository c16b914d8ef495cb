"""An article, its sentences and what they mention. All spans count code points of `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from aigraph.model.identity import content_id


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


class Form(StrEnum):
    """What a document is: prose that is read, or a table whose rows a person has noted as facts."""

    ARTICLE = "article"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Document:
    """One article (schema:NewsArticle). `text` is clean: NFC, no control characters but tab and newline.

    `path` is the input as the user gave it; `published` an ISO date, month or year, or None. A table of facts
    (aig:FactTable) is the rows of a sheet that give one source, with the title, address and publisher of that source.
    """

    text: str
    path: str = "-"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "en"
    form: Form = Form.ARTICLE

    @property
    def id(self) -> str:
        """The content hash of the text: two copies of one text are one document."""
        return content_id(self.text)

    @property
    def name(self) -> str:
        """The title, else the first words of the text: what a reader recognises the article by.

        A table of facts without a title is known by the address of its source, or else by its file.
        """
        if self.title:
            return self.title
        if self.form is Form.TABLE:
            return self.url or PurePath(self.path).name
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
