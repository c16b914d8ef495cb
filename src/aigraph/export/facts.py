"""Statements -> a table of facts: a row a claim, to be edited in a spreadsheet and read in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from aigraph.escape import csv_cell
from aigraph.export.options import Options
from aigraph.facts.line import SEPARATOR, keys
from aigraph.model import Claim, Document, Statement
from aigraph.model.claim import ROW
from aigraph.store import Store
from aigraph.vocabulary import vocabulary


def write_facts(store: Store, _options: Options, stream: BinaryIO) -> None:
    """Write one row for each claim, in the words of its article, under the columns that `aigraph ingest` reads."""
    documents = store.documents()
    columns = ("subject", "relation", "object", *keys())
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(columns)
    for statement in sorted(store.statements(), key=_order):
        for claim in sorted(statement.claims, key=lambda c: (c.evidence.document, c.evidence.span, c.id)):
            cells = dict(_cells(claim, documents[claim.evidence.document]))
            writer.writerow([csv_cell(cells.get(column) or "") for column in columns])
    text.detach()


def _order(statement: Statement) -> tuple[str, str, str, str]:
    return statement.subject.id, statement.relation, statement.object.id, statement.id


def _cells(claim: Claim, article: Document) -> Iterator[tuple[str, str | None]]:
    yield from {"subject": claim.subject.name, "relation": claim.relation, "object": claim.object.name}.items()
    if vocabulary().relations[claim.relation].range == "Artifact":
        yield "type", claim.object.type
    for name in {qualifier.name: None for qualifier in claim.qualifiers}:
        yield name, SEPARATOR.join(dict.fromkeys(claim.values(name)))
    yield from {"modality": claim.modality, "attributedTo": claim.attributed_to}.items()
    yield "confidence", repr(claim.confidence)
    yield from _source(article).items()
    yield "quote", None if claim.evidence.rule == ROW else claim.evidence.quote


def _source(article: Document) -> Mapping[str, str | None]:
    return {
        "title": article.title or (None if article.url or article.publisher else article.name),
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "language": article.language,
    }
