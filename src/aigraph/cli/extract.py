"""`aigraph extract`: the claims of articles, without a store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from aigraph.cli.options import paths_argument
from aigraph.cli.screen import IssueCount, emit_data, emit_table
from aigraph.model import Claim, Document, Linking

if TYPE_CHECKING:
    from aigraph.pipeline import Extraction

_COLUMNS = ("document", "subject", "relation", "object", "details", "modality", "confidence", "sentence")


@click.command(short_help="Print the claims of articles.")
@paths_argument
@click.option("--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option("--spans", is_flag=True, help="With jsonl: also give where the subject and the object stand.")
@click.option("--unnamed", is_flag=True, help='Also take in those who are only ever a pronoun: "he", "it", "I".')
def extract(paths: tuple[str, ...], format_: str, spans: bool, unnamed: bool) -> None:
    """Print the claims of articles, each with the words that prove it.

    With --format jsonl, one claim a line: document, relation, subject, object, their types and the article's own words
    for them, modality, attributed_to, confidence, rule, evidence (start, end, quote), and what the claim has of from,
    role, date and other details. With --spans, also subject_span and object_span (start, end): the words of that very
    sentence, be they a name, a pronoun or a description.
    """
    from aigraph import pipeline

    if spans and format_ != "jsonl":
        raise click.UsageError("--spans goes with --format jsonl")
    issues = IssueCount()
    extraction = pipeline.extract_claims(paths, unnamed=unnamed, on_issue=issues)
    issues.close()
    linking = extraction.linking
    if format_ == "table":
        emit_table(_COLUMNS, (_row(document, claim, linking) for document, claim in _in_order(extraction)))
        return
    for document, claim in _in_order(extraction):
        emit_data(_line(record(document, claim, linking) | (_spans(claim) if spans else {})))


def record(document: Document, claim: Claim, linking: Linking) -> dict[str, object]:
    """Return a claim as plain data: the shape of a line of `aigraph extract --format jsonl`.

    subject and object are the labels of the entities, subject_text and object_text the fullest names that the article
    uses. A detail that the sentence does not give is absent, and one that it gives several times is a list; a move
    always has `from`, None when the sentence does not say.
    """
    details: dict[str, object] = {
        name: values[0] if len(values) == 1 else values for name, values in _details(claim, linking).items()
    }
    if claim.relation == "movedTo":
        details.setdefault("from", None)
    evidence = claim.evidence
    return {
        "document": document.path,
        "relation": claim.relation,
        "subject": linking.entity(claim.subject.type, claim.subject.name).label,
        "subject_type": claim.subject.type,
        "subject_text": claim.subject.name,
        "object": linking.entity(claim.object.type, claim.object.name).label,
        "object_type": claim.object.type,
        "object_text": claim.object.name,
        **details,
        "modality": str(claim.modality),
        "attributed_to": claim.attributed_to,
        "confidence": claim.confidence,
        "rule": evidence.rule,
        "evidence": {"start": evidence.span.start, "end": evidence.span.end, "quote": evidence.quote},
    }


def _spans(claim: Claim) -> dict[str, object]:
    """Return where the ends of a claim stand in its sentence."""
    ends = {"subject_span": claim.subject.span, "object_span": claim.object.span}
    return {name: {"start": span.start, "end": span.end} for name, span in ends.items()}


def _details(claim: Claim, linking: Linking) -> dict[str, list[str]]:
    details: dict[str, list[str]] = {}
    for qualifier in claim.qualifiers:
        value = linking.entity(qualifier.type, qualifier.value).label if qualifier.type else qualifier.value
        if value not in details.setdefault(qualifier.name, []):
            details[qualifier.name].append(value)
    return details


def _in_order(extraction: Extraction) -> Iterator[tuple[Document, Claim]]:
    for reading in extraction.readings:
        for claim in sorted(reading.claims, key=lambda c: (c.evidence.span, c.relation, c.subject.span, c.object.span)):
            yield reading.document, claim


def _line(record: dict[str, object]) -> bytes:
    # A file name may hold bytes that are no UTF-8; as an escape they are still JSON.
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _row(document: Document, claim: Claim, linking: Linking) -> tuple[str, ...]:
    return (
        document.path,
        linking.entity(claim.subject.type, claim.subject.name).label,
        claim.relation,
        linking.entity(claim.object.type, claim.object.name).label,
        "; ".join(f"{name} {', '.join(values)}" for name, values in _details(claim, linking).items()),
        str(claim.modality),
        f"{claim.confidence:.2f}",
        claim.evidence.quote,
    )
