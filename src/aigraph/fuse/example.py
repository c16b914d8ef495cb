"""Small examples of statements, written in lines: what the kinds of conflict prove themselves on.

A line is an article, its date if it has one, and what it says there:

    A 2015-12-11: Ilya Sutskever movedTo OpenAI; from Google; role research director
    B: (denied) Ilya Sutskever movedTo OpenAI
    C: Sam Altman & Elon Musk founded OpenAI; date 2015

Lines that start with one word are from one article, each a sentence. Subjects joined by "&" are named in one sentence.
"Fei-Fei Li [she] founded World Labs" is what is read into a pronoun, "(quoted)" what stands in quotation marks, and
"date ... 2015" a date that stands apart from the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from aigraph.errors import DataError
from aigraph.escape import slug
from aigraph.fuse.article import Article
from aigraph.fuse.gather import gathered
from aigraph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Linking,
    Mention,
    Modality,
    Qualifier,
    Reading,
    Span,
    Statement,
    content_id,
    distinct_names,
)
from aigraph.vocabulary import vocabulary

_LINE = re.compile(
    r"(?P<article>\w+)(?: (?P<published>[\d-]+))?: (?:\((?P<how>\w+)\) )?(?P<said>[^;]+)(?:; *(?P<more>.*))?"
)
_NAME = re.compile(r"(?P<name>[^\[]*[^\[ ])(?: \[(?P<words>.*)\])?")
_ENTITIES = {"from": "Organization", "concerning": "Person"}
_APART = "... "
_CONFIDENCE = 0.9


class Example(NamedTuple):
    """Raw statements, and the articles that they come from."""

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]


def example(text: str) -> Example:
    """Read an example; raises DataError with the line that cannot be read."""
    told, linking = readings(text)
    articles = {reading.document.id: Article.of(reading.document) for reading in told}
    return Example(
        tuple(gathered((claim for reading in told for claim in reading.claims), linking, articles)), articles
    )


def readings(text: str) -> tuple[tuple[Reading, ...], Linking]:
    """Read an example as the articles that say it, and what their names stand for: each name for itself."""
    drafts: dict[str, _Draft] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _LINE.fullmatch(line)
        if match is None:
            raise DataError(f"an example reads 'A 2015-12: Ilya Sutskever movedTo OpenAI; from Google', not {line!r}")
        draft = drafts.setdefault(match["article"], _Draft(match["article"]))
        draft.published = match["published"] or draft.published
        draft.add(match["said"].strip(), match["how"] or "asserted", match["more"] or "")
    told = tuple(draft.reading() for draft in drafts.values())
    names = distinct_names(claim for reading in told for claim in reading.claims)
    return told, Linking({(kind, name): Entity(_id(kind, name), kind, name) for kind, name in names})


@dataclass
class _Draft:
    """An article that grows by a sentence a line."""

    name: str
    published: str | None = None
    text: str = ""
    said: list[tuple[Span, str, str, str, Modality, list[tuple[Qualifier, Span]]]] = field(default_factory=list)

    def add(self, said: str, how: str, more: str) -> None:
        words = said.split()
        relation = next((word for word in words if word in vocabulary().relations), None)
        if relation is None or relation in (words[0], words[-1]):
            raise DataError(f"an example needs a relation of the ontology between two names: {said!r}")
        subjects, _, target = said.partition(f" {relation} ")
        quote = '"' * (how == "quoted")
        # Which article it is stands in the sentence: the same words would be one source.
        sentence = f"{self.name}: {quote}{subjects} {relation} {target}"
        details = sorted(_details(more, relation), key=lambda detail: (detail.type or "", len(detail.text)))
        start = len(self.text)
        placed = []
        for detail in details:
            # The value stands beside the object in small letters, as no name would.
            value = detail.value if detail.type else detail.value.lower()
            sentence += "; " if detail.text.startswith(_APART) else " "
            at = start + len(sentence)
            sentence += value
            placed.append((detail, Span(at, at + len(value))))
        sentence += quote
        self.text += sentence + "\n"
        modality = Modality.ASSERTED if how == "quoted" else Modality(how)
        self.said.append((Span(start, start + len(sentence)), subjects, relation, target, modality, placed))

    def reading(self) -> Reading:
        document = Document(self.text, title=self.name, publisher=self.name, published=self.published)
        return Reading(document, tuple(claim for said in self.said for claim in _claims(document, *said)))


def _details(text: str, relation: str) -> Iterator[Qualifier]:
    known = vocabulary().relations[relation].qualifiers
    for detail in filter(None, map(str.strip, text.split(";"))):
        name, _, value = detail.partition(" ")
        if name not in known or not value:
            raise DataError(f"{relation} takes {', '.join(known)}, each with its value, not {detail!r}")
        yield Qualifier(name, value.removeprefix(_APART), value, type=_ENTITIES.get(name))


def _claims(
    document: Document,
    span: Span,
    subjects: str,
    relation: str,
    target: str,
    modality: Modality,
    details: list[tuple[Qualifier, Span]],
) -> Iterator[Claim]:
    kind = vocabulary().relations[relation]
    evidence = Evidence(document.id, span, span.of(document.text), "example")
    for subject in subjects.split(" & "):
        yield Claim(
            subject=_mention(document.text, subject, kind.domain, span.start),
            relation=relation,
            object=_mention(document.text, target, kind.range, span.start),
            evidence=evidence,
            modality=modality,
            confidence=_CONFIDENCE,
            qualifiers=tuple(
                Qualifier(q.name, q.value, place.of(document.text), place, q.type) for q, place in details
            ),
        )


def _mention(text: str, written: str, type: str, start: int) -> Mention:
    match = _NAME.fullmatch(written)
    if match is None:
        raise DataError(f"an example names what it is about, as in 'Fei-Fei Li [she]', not {written!r}")
    words = match["words"] or match["name"]
    at = text.index(words, text.index(written, start))
    span = Span(at, at + len(words))
    return Mention(span, words, type, match["name"], span)


def _id(type: str, name: str) -> str:
    return f"{type.lower()}/{slug(name) or content_id(type, name)}"
