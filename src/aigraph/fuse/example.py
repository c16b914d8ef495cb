"""Small examples of statements, written in lines: what the kinds of conflict prove themselves on.

A line is an article, its date if it has one, and what it says there:

    A 2015-12-11: Ilya Sutskever movedTo OpenAI; from Google; role research director
    B: (denied) Ilya Sutskever movedTo OpenAI
    B: Sam Altman & Elon Musk founded OpenAI; date 2015

Subjects joined by "&" are named in one sentence. Lines that start with one word are from one article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
    Span,
    Statement,
    content_id,
    distinct_names,
)
from aigraph.vocabulary import vocabulary

_LINE = re.compile(
    r"(?P<article>\w+)(?: (?P<published>[\d-]+))?: (?:\((?P<modality>\w+)\) )?(?P<said>[^;]+)(?P<more>.*)"
)
_ENTITIES = {"from": "Organization", "concerning": "Person"}
_CONFIDENCE = 0.9


class Example(NamedTuple):
    """Raw statements, and the articles that they come from."""

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]


def example(text: str) -> Example:
    """Read an example; raises DataError with the line that cannot be read."""
    lines = [_parsed(line.strip()) for line in text.strip().splitlines()]
    texts: dict[str, str] = {}
    places = []
    for line in lines:
        before = texts.setdefault(line["article"], f"{line['article']}\n")
        places.append(len(before))
        texts[line["article"]] = f"{before}{line['all']}\n"
    dates = {line["article"]: line["published"] for line in lines if line["published"]}
    documents = {
        name: Document(text, title=name, publisher=name, published=dates.get(name)) for name, text in texts.items()
    }
    claims = [
        claim
        for line, start in zip(lines, places, strict=True)
        for claim in _claims(line, documents[line["article"]], start)
    ]
    names = distinct_names(claims)
    linking = Linking({(kind, name): Entity(_id(kind, name), kind, name) for kind, name in names})
    articles = {document.id: Article.of(document) for document in documents.values()}
    return Example(tuple(gathered(claims, linking, articles)), articles)


def _parsed(line: str) -> dict[str, str]:
    match = _LINE.fullmatch(line)
    if match is None:
        raise DataError(f"an example reads 'A 2015-12: Ilya Sutskever movedTo OpenAI; from Google', not {line!r}")
    words = match["said"].split()
    relation = next((word for word in words if word in vocabulary().relations), None)
    if relation is None or relation in (words[0], words[-1]):
        raise DataError(f"an example needs a relation of the ontology between two names: {line!r}")
    subjects, _, target = match["said"].strip().partition(f" {relation} ")
    found = {name: value or "" for name, value in match.groupdict().items()}
    return {**found, "all": line, "relation": relation, "subjects": subjects, "object": target}


def _claims(line: Mapping[str, str], document: Document, start: int) -> Iterator[Claim]:
    kind = vocabulary().relations[line["relation"]]
    evidence = Evidence(document.id, Span(start, start + len(line["all"])), line["all"], "example")
    qualifiers = []
    for detail in filter(None, map(str.strip, line["more"].split(";"))):
        name, _, value = detail.partition(" ")
        if name not in kind.qualifiers or not value:
            raise DataError(f"{kind.id} takes {', '.join(kind.qualifiers)}, each with its value, not {detail!r}")
        qualifiers.append(Qualifier(name, value, value, type=_ENTITIES.get(name)))
    for subject in line["subjects"].split(" & "):
        yield Claim(
            subject=_mention(document.text, subject, kind.domain, start),
            relation=kind.id,
            object=_mention(document.text, line["object"], kind.range, start),
            evidence=evidence,
            modality=Modality(line["modality"] or "asserted"),
            confidence=_CONFIDENCE,
            qualifiers=tuple(qualifiers),
        )


def _mention(text: str, name: str, type: str, start: int) -> Mention:
    at = text.index(name, start)
    return Mention.at(text, at, at + len(name), type)


def _id(type: str, name: str) -> str:
    return f"{type.lower()}/{slug(name) or content_id(type, name)}"
