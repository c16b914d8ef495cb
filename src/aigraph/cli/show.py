"""`aigraph show`: the card of one person, organisation or work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Unpack

import click

from aigraph.cli.options import When, shown, store_option, time_options
from aigraph.cli.screen import emit
from aigraph.model import Claim, Document, Modality, Qualifier, Statement, Tenure

if TYPE_CHECKING:
    from aigraph.report import Dossier
    from aigraph.vocabulary import Vocabulary

_BOUNDS = {
    "started on or after": "start_earliest",
    "started on or before": "start_latest",
    "ended on or after": "end_earliest",
    "ended on or before": "end_latest",
}


@click.command(short_help="Show a person, organisation or work, with the proofs.")
@click.argument("name")
@click.option("--why", is_flag=True, help="Also say why: for each name, bound, standing and confidence.")
@time_options
@store_option
def show(name: str, why: bool, store: str, **when: Unpack[When]) -> None:
    """Show all that is known of NAME, in the order of time, with every sentence that proves it.

    NAME is a label, an alias or an id. A person's career comes first, an organisation's people: who came, and who
    left. What contradicts it, and what became of rumours, comes last.
    """
    from aigraph import pipeline
    from aigraph.report import dossier
    from aigraph.vocabulary import vocabulary

    with pipeline.open(store) as whole, shown(whole, **when) as graph:
        found = dossier(graph, name)
    for line in _card(found, vocabulary(), why=why):
        emit(line)


def _card(found: Dossier, words: Vocabulary, *, why: bool) -> Iterator[str]:
    entity = found.entity
    same = f" (Wikidata {', '.join(entity.same_as)})" if entity.same_as else ""
    also = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
    part = f", part of {found.parent}" if found.parent else ""
    yield f"{entity.label}: {words.class_labels[entity.type]['en']}{same}{part}{also}"
    if why:
        for name, reasons in found.names:
            yield f"  « {name} »: {'; '.join(reasons)}"
    yield from _section("career", (line for tenure, long in found.career for line in _tenure(tenure, long, why=why)))
    yield from _section("came", (_mover(tenure, other, "from") for tenure, other in found.came))
    yield from _section("left", (_mover(tenure, other, "to") for tenure, other in found.left))
    for title, statements in found.sections.items():
        yield from _section(title, (line for s in statements for line in _statement(s, found, words, why=why)))
    yield from _section("what became of what was not sure", _rumours(found, words))
    yield from _section("conflicts", _conflicts(found))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    members = list(lines)
    if members:
        yield from ("", title, *members)


def _tenure(tenure: Tenure, long: str, *, why: bool) -> Iterator[str]:
    from aigraph.report import period

    said = f", said to be {long}" if long else ""
    roles = f"; {', '.join(tenure.roles)}" if tenure.roles else ""
    yield f"  {tenure.rank + 1}. {tenure.organization.label}, {period(tenure)}{said}{roles}"
    if why:
        for words, name in _BOUNDS.items():
            bound = getattr(tenure, name)
            if bound.reason:
                yield f"      {f'{words} {bound.day}' if bound.day else 'no bound'}: {bound.reason}"


def _mover(tenure: Tenure, other: str, preposition: str) -> str:
    from aigraph.report import period

    place = f" {preposition} {other}" if other else ""
    return f"  {tenure.person.label}{place}; was there {period(tenure)}"


def _statement(statement: Statement, found: Dossier, words: Vocabulary, *, why: bool) -> Iterator[str]:
    yield f"  {_sentence(statement, words)}"
    for claim in statement.claims:
        yield f"      {_quote(claim, found.documents)}"
    if why:
        for reason in statement.reasons:
            yield f"      because: {reason}"


def _sentence(statement: Statement, words: Vocabulary) -> str:
    details = ", ".join(f"{words.qualifiers[q.name].labels['en']} {_value(q, words)}" for q in statement.qualifiers)
    denied = "denied: " if statement.modality is Modality.DENIED else ""
    standing = [str(statement.status), f"confidence {statement.confidence:.2f}"]
    standing += [f"{statement.sources} sources"] if statement.sources > 1 else []
    verb = words.relations[statement.relation].labels["en"]
    said = f"{denied}{statement.subject.label} {verb} {statement.object.label}"
    return f"{said}{', ' + details if details else ''}  [{', '.join(standing)}]"


def _value(qualifier: Qualifier, words: Vocabulary) -> str:
    from aigraph.fuse.span import spell

    if qualifier.type:
        return qualifier.text
    return spell(qualifier.value) if words.qualifiers[qualifier.name].kind == "duration" else qualifier.value


def _rumours(found: Dossier, words: Vocabulary) -> Iterator[str]:
    for rumour in found.rumours:
        yield f"  {_sentence(rumour.statement, words)}"
        for outcome in rumour.outcomes:
            yield f"      then: {_sentence(outcome, words)}"
        if not rumour.outcomes:
            yield f"      only {rumour.statement.modality} so far"


def _conflicts(found: Dossier) -> Iterator[str]:
    for contradiction in found.contradictions:
        yield f"  {contradiction.conflict.kind}: {contradiction.conflict.what}"
        for claim in contradiction.claims:
            yield f"      {_quote(claim, found.documents)}"
        yield f"      to settle it: {contradiction.conflict.settle}"


def _quote(claim: Claim, documents: Mapping[str, Document]) -> str:
    document = documents[claim.evidence.document]
    source = ", ".join(part for part in (document.name, document.publisher, document.published) if part)
    return f"« {' '.join(claim.evidence.quote.split())} »  {source}"
