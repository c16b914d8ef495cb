"""All that is known of one person, organisation or work, put in order, with what proves it and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from aigraph.fuse.span import spell
from aigraph.model import Claim, Conflict, DateBounds, Document, Entity, Modality, Statement, Tenure
from aigraph.report.facts import Facts, Known
from aigraph.vocabulary import Vocabulary, vocabulary

Why = tuple[tuple[str, tuple[str, ...]], ...]
"""The names that stand for an entity, each with the reasons."""

RUMOURED = (Modality.REPORTED, Modality.RUMOURED, Modality.PLANNED)


class Explained(Known, Protocol):
    """A graph that tells its contradictions and its reasons, too."""

    def entity(self, name: str, /) -> Entity:
        """Return the entity that a name stands for."""

    def conflicts(self) -> Sequence[Conflict]:
        """Return what cannot hold together."""

    def why(self, entity_id: str, /) -> Why:
        """Return the names that stand for an entity, with the reasons."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A conflict, and the claims that it is between, in the order in which they are to be read."""

    conflict: Conflict
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Rumour:
    """A statement that was told before it was sure or never was, and the statements that say what became of it."""

    statement: Statement
    outcomes: tuple[Statement, ...]


@dataclass(frozen=True)
class Dossier:
    """What is known of an entity. Each statement stands in one section; sections without any are left out.

    `career` are the tenures of a person, in order, each with how long it is said to have been. `came` and `left` are
    those of an organisation's people that start with a move to it or end with one away from it, each with the
    organisation on the other side ("" when unknown).
    """

    entity: Entity
    parent: str
    names: Why
    career: tuple[tuple[Tenure, str], ...]
    came: tuple[tuple[Tenure, str], ...]
    left: tuple[tuple[Tenure, str], ...]
    sections: Mapping[str, tuple[Statement, ...]]
    rumours: tuple[Rumour, ...]
    contradictions: tuple[Contradiction, ...]
    documents: Mapping[str, Document]


def dossier(graph: Explained, name: str) -> Dossier:
    """Return what a graph knows of what is called `name`; raises InputError when nothing, or more than one, is."""
    entity = graph.entity(name)
    facts = Facts.of(graph)
    about = [statement for statement in facts.statements if _concerns(statement, entity)]
    by_id = {statement.id: statement for statement in facts.statements}
    ids = {statement.id for statement in about}
    conflicts = [conflict for conflict in graph.conflicts() if not ids.isdisjoint(conflict.statements)]
    return Dossier(
        entity=entity,
        parent=facts.label(entity.parent) if entity.parent else "",
        names=graph.why(entity.id),
        career=tuple((tenure, _said_to_last(tenure, by_id)) for tenure in facts.career(entity.id)),
        came=_moves(entity, facts, start=True),
        left=_moves(entity, facts, start=False),
        sections=_sections(about, facts.documents, vocabulary()),
        rumours=tuple(
            Rumour(statement, tuple(by_id[outcome] for outcome in statement.outcomes if outcome in by_id))
            for statement in about
            if statement.outcomes or statement.modality in RUMOURED
        ),
        contradictions=tuple(_contradiction(conflict, by_id) for conflict in conflicts),
        documents=facts.documents,
    )


def _concerns(statement: Statement, entity: Entity) -> bool:
    named = {qualifier.value for qualifier in statement.qualifiers if qualifier.type}
    return entity.id in {statement.subject.id, statement.object.id} | named


def _sections(
    statements: Iterable[Statement], documents: Mapping[str, Document], words: Vocabulary
) -> dict[str, tuple[Statement, ...]]:
    sections: dict[str, list[Statement]] = {"path": [], "models and other works": [], "figures": []}
    for statement in sorted(statements, key=lambda statement: _when(statement, documents)):
        relation = words.relations[statement.relation]
        work, figure = words.is_a(relation.range, "Artifact"), words.is_a(relation.range, "Figure")
        sections["models and other works" if work else "figures" if figure else "path"].append(statement)
    return {title: tuple(members) for title, members in sections.items() if members}


def _when(statement: Statement, documents: Mapping[str, Document]) -> tuple[bool, str, str, int, str]:
    """Return what sorts statements by their first date; those without one follow, as the articles tell them."""
    values = [value for name in ("start", "date", "end") for value in statement.values(name)]
    dates = [date for value in values if (date := DateBounds.read(value))]
    first = min((str(date.earliest or date.latest) for date in dates if date.earliest or date.latest), default="")
    evidence = statement.evidence[0]
    return not first, first, documents[evidence.document].published or "", evidence.span.start, statement.id


def _said_to_last(tenure: Tenure, by_id: Mapping[str, Statement]) -> str:
    posts = (by_id[id_] for id_ in tenure.statements if id_ in by_id)
    return " or ".join(sorted({spell(value) for post in posts for value in post.values("duration")}))


def _moves(entity: Entity, facts: Facts, *, start: bool) -> tuple[tuple[Tenure, str], ...]:
    """Return the tenures at an organisation that a move starts (or ends), with where it leads from (or to)."""
    moves = {move.id: move for move in facts.standing("movedTo")}
    departures = {departure.id for departure in facts.standing("left")}
    found = []
    for tenure in facts.tenures:
        if tenure.organization.id != entity.id:
            continue
        resting = [moves[move] for move in tenure.statements if move in moves]
        if start:
            into = [move for move in resting if move.object.id == entity.id]
            others = {facts.label(origin) for move in into for origin in move.values("from")}
            found += [(tenure, ", ".join(sorted(others)))] if into else []
        else:
            away = [move for move in resting if entity.id in move.values("from")]
            gone = away or not departures.isdisjoint(tenure.statements)
            found += [(tenure, ", ".join(sorted({move.object.label for move in away})))] if gone else []
    return tuple(sorted(found, key=lambda item: (_day(item[0], start=start), item[0].person.label, item[0].id)))


def _day(tenure: Tenure, *, start: bool) -> str:
    bounds = (tenure.start_earliest, tenure.start_latest) if start else (tenure.end_earliest, tenure.end_latest)
    return next((bound.day.isoformat() for bound in bounds if bound.day), "9999")


def _contradiction(conflict: Conflict, by_id: Mapping[str, Statement]) -> Contradiction:
    between = (by_id[statement] for statement in conflict.statements if statement in by_id)
    claims = {claim.id: claim for statement in between for claim in statement.claims}
    return Contradiction(conflict, tuple(claims[claim] for claim in conflict.claims if claim in claims))
