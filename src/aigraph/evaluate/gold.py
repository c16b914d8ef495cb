"""Annotated articles: the facts that a careful reader takes from each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from aigraph.errors import InputError
from aigraph.model import Modality

CERTAINTIES: Mapping[str, frozenset[Modality]] = {
    "asserted": frozenset({Modality.ASSERTED}),
    "reported": frozenset({Modality.REPORTED, Modality.RUMOURED}),
    "planned": frozenset({Modality.PLANNED}),
    "negated": frozenset({Modality.DENIED}),
}
"""What each certainty of an annotation is in aigraph's own words."""


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One fact of one article, with names as full as the article gives them.

    `alternatives` are other right names of the object; `origins` the organisations that a move leaves; `parent` the
    organisation that the object is a unit of, when the article speaks of both.
    """

    relation: str
    subject: str
    object: str
    certainty: str
    evidence: str
    alternatives: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    parent: str | None = None

    @property
    def negated(self) -> bool:
        """Whether the text says that it did not happen."""
        return self.certainty == "negated"

    @property
    def modalities(self) -> frozenset[Modality]:
        """The modalities that agree with the certainty."""
        return CERTAINTIES[self.certainty]

    def __str__(self) -> str:
        return f"{self.relation}({self.subject}, {self.object})"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article; `path` is the file that holds its text."""

    id: str
    path: str
    language: str
    facts: tuple[GoldFact, ...]


def load_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """Read the annotated articles under a folder, sorted by path, or those of one annotation file.

    An annotation is `X.json` beside `X.txt` with `facts`, or one JSON file with `articles` that name their `file`. JSON
    files with neither are not annotations. Raises InputError when there is none, or on a malformed one.
    """
    paths = sorted(folder.rglob("*.json")) if folder.is_dir() else [folder]
    articles = [article for path in paths for article in _articles(path)]
    if not articles:
        raise InputError(f"{folder}: no annotated articles (X.txt with X.json that has 'facts')")
    return tuple(sorted(articles, key=lambda article: article.path))


def _articles(path: Path) -> Iterator[GoldArticle]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: not a JSON file that can be read ({error})") from error
    if not isinstance(data, dict):
        return
    try:
        if "articles" in data:
            for article in data["articles"]:
                yield _article(article, path.parent / article["file"])
        elif "facts" in data:
            yield _article(data, path.with_suffix(".txt"))
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: an annotation lacks or misuses the field {error}") from error


def _article(data: Mapping[str, object], text_path: Path) -> GoldArticle:
    if not text_path.is_file():
        raise InputError(f"{text_path}: the text of this annotated article is missing")
    if "sha256" in data and hashlib.sha256(text_path.read_bytes()).hexdigest() != data["sha256"]:
        raise InputError(f"{text_path}: the text is not the one that was annotated (its SHA-256 differs)")
    facts = data["facts"]
    if not isinstance(facts, list):
        raise TypeError("'facts'")
    return GoldArticle(
        id=str(data.get("id", text_path.stem)),
        path=str(text_path),
        language=str(data.get("lang", "")),
        facts=tuple(_fact(fact, text_path) for fact in facts),
    )


def _fact(data: Mapping[str, object], text_path: Path) -> GoldFact:
    certainty = str(data.get("certainty", "asserted"))
    if certainty not in CERTAINTIES:
        raise InputError(f"{text_path}: unknown certainty {certainty!r}, it is one of {', '.join(CERTAINTIES)}")
    parent = data.get("org_parent")
    return GoldFact(
        relation=str(data["p"]),
        subject=str(data["s"]),
        object=str(data["o"]),
        certainty=certainty,
        evidence=str(data["evidence"]),
        alternatives=_names(data.get("o_alt")),
        origins=_names(data.get("from")),
        parent=None if parent is None else str(parent),
    )


def _names(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(name) for name in value) if isinstance(value, list) else (str(value),)
