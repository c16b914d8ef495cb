"""`aigraph show`: the dossier of one person, organisation or work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from aigraph.cli.options import store_option
from aigraph.cli.screen import emit
from aigraph.model import DateBounds, Document, Entity, Modality, Statement

if TYPE_CHECKING:
    from aigraph.vocabulary import Vocabulary


@click.command(short_help="Show a person, organisation or work, with the proofs.")
@click.argument("name")
@store_option
def show(name: str, store: str) -> None:
    """Show all that is known of NAME, in the order of time, with every sentence that proves it.

    NAME is a label, an alias or an id. A person's path comes first, then the models and other works.
    """
    from aigraph import pipeline
    from aigraph.vocabulary import vocabulary

    with pipeline.open(store) as graph:
        entity = graph.entity(name)
        statements = [statement for statement in graph.statements() if _concerns(statement, entity)]
        documents = graph.documents()
    for line in _dossier(entity, statements, documents, vocabulary()):
        emit(line)


def _concerns(statement: Statement, entity: Entity) -> bool:
    named = {qualifier.value for qualifier in statement.qualifiers if qualifier.type}
    return entity.id in {statement.subject.id, statement.object.id} | named


def _dossier(
    entity: Entity, statements: Iterable[Statement], documents: Mapping[str, Document], words: Vocabulary
) -> Iterator[str]:
    also = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
    same = f" (Wikidata {', '.join(entity.same_as)})" if entity.same_as else ""
    yield f"{entity.label}: {words.class_labels[entity.type]['en']}{same}{also}"
    sections: dict[str, list[Statement]] = {"path": [], "models and other works": [], "figures": []}
    for statement in sorted(statements, key=lambda statement: _when(statement, documents)):
        relation = words.relations[statement.relation]
        work, figure = words.is_a(relation.range, "Artifact"), words.is_a(relation.range, "Figure")
        sections["models and other works" if work else "figures" if figure else "path"].append(statement)
    for title, members in sections.items():
        if members:
            yield ""
            yield title
        for statement in members:
            yield f"  {_sentence(statement, words)}"
            for claim in statement.claims:
                quote = " ".join(claim.evidence.quote.split())
                yield f"      « {quote} »  {_source(documents[claim.evidence.document])}"


def _when(statement: Statement, documents: Mapping[str, Document]) -> tuple[bool, str, str, int, str]:
    """Return what sorts statements by their first date; those without one follow, as the articles tell them."""
    values = [value for name in ("start", "date", "end") for value in statement.values(name)]
    dates = [date for value in values if (date := DateBounds.read(value))]
    first = min((str(date.earliest or date.latest) for date in dates if date.earliest or date.latest), default="")
    evidence = statement.evidence[0]
    return not first, first, documents[evidence.document].published or "", evidence.span.start, statement.id


def _sentence(statement: Statement, words: Vocabulary) -> str:
    details = ", ".join(
        f"{words.qualifiers[q.name].labels['en']} {q.text if q.type else q.value}" for q in statement.qualifiers
    )
    denied = "denied: " if statement.modality is Modality.DENIED else ""
    standing = [str(statement.status), f"confidence {statement.confidence:.2f}"]
    standing += [f"{statement.sources} sources"] if statement.sources > 1 else []
    verb = words.relations[statement.relation].labels["en"]
    said = f"{denied}{statement.subject.label} {verb} {statement.object.label}"
    return f"{said}{', ' + details if details else ''}  [{', '.join(standing)}]"


def _source(document: Document) -> str:
    return ", ".join(part for part in (document.name, document.publisher, document.published) if part)
