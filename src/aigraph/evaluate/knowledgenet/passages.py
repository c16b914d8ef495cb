"""The passages of KnowledgeNet and their annotated facts, and the documents that aigraph reads in their place."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aigraph.errors import InputError
from aigraph.model import Document, Span

# Passages that so few characters part stand next to each other.
_NEXT_CHARS = 3
_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Fact:
    """One annotated fact; spans count the characters of the benchmark's document, URIs are "" where unknown."""

    property_id: str
    subject: Span
    object: Span
    subject_uri: str = ""
    object_uri: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a document of the benchmark. Only for its `properties` are `facts` all that it says."""

    fold: int
    document: str
    span: Span
    text: str
    properties: frozenset[str]
    facts: tuple[Fact, ...]

    def of(self, span: Span) -> str:
        """Return the words of a span of the benchmark's document."""
        return self.text[span.start - self.span.start : span.end - self.span.start]


@dataclass(frozen=True)
class Page:
    """A document of the benchmark as aigraph reads it: its passages in order, each at a place of `document.text`."""

    document: Document
    passages: tuple[Passage, ...]
    places: Mapping[Passage, int] = field(default_factory=dict)

    def passage_of(self, span: Span) -> Passage | None:
        """Return the passage that holds a span of the text."""
        for passage, start in self.places.items():
            if span in Span(start, start + len(passage.text)):
                return passage
        return None

    def shift(self, passage: Passage) -> int:
        """Return what to add to an offset of the text to get the benchmark's own, within a passage."""
        return passage.span.start - self.places[passage]


def load_passages(path: Path, *, fold: int | None = None) -> tuple[Passage, ...]:
    """Read the passages of a JSON Lines file, of one fold or all, by document and place; raises InputError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as text ({error})") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_passage(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise InputError(f"{path}: line {number} is no passage of KnowledgeNet ({error!r})") from error
    chosen = [passage for passage in found if fold in (None, passage.fold)]
    if not chosen:
        raise InputError(f"{path}: no passages" + (f" of fold {fold}" if found else ""))
    return tuple(sorted(chosen, key=lambda passage: (passage.fold, passage.document, passage.span)))


def _passage(data: Mapping[str, object]) -> Passage:
    facts = data["facts"]
    properties = data["properties"]
    if not isinstance(facts, list) or not isinstance(properties, list):
        raise TypeError("facts and properties are lists")
    start, text = int(str(data["start"])), str(data["text"])
    return Passage(
        fold=int(str(data["fold"])),
        document=str(data["doc"]),
        span=Span(start, start + len(text)),
        text=text,
        properties=frozenset(properties),
        facts=tuple(
            Fact(
                fact["p"],
                Span(fact["ss"], fact["se"]),
                Span(fact["os"], fact["oe"]),
                fact.get("suri", ""),
                fact.get("ouri", ""),
            )
            for fact in facts
        ),
    )


def pages(passages: Sequence[Passage]) -> Iterator[Page]:
    """Yield one page for each document, its passages in order: those next to each other in one paragraph."""
    by_document: dict[tuple[int, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        by_document[passage.fold, passage.document].append(passage)
    for (fold, name), ordered in by_document.items():
        ordered.sort(key=lambda passage: passage.span)
        text, end = "", 0
        places: dict[Passage, int] = {}
        for passage in ordered:
            if text:
                gap = passage.span.start - end
                text += " " * gap if 0 <= gap <= _NEXT_CHARS else _APART
            places[passage] = len(text)
            text += passage.text
            end = passage.span.end
        yield Page(Document(text, path=f"{fold}/{name}"), tuple(ordered), places)
