"""The statements and stays of a graph as FollowTheMoney links, and its figures as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from aigraph.export.details import Value, facts, iso, text
from aigraph.export.followthemoney.schemata import CAREER, KINDS, OTHER, Kind, is_figure
from aigraph.export.followthemoney.things import Record, Things, article_id, holds, thing_id
from aigraph.export.followthemoney.values import NAME, TEXT, Properties, addresses, dates, entity_id, fit, within
from aigraph.graph.network import FROM, origins
from aigraph.model import Bound, Document, Entity, Modality, Statement, Status, Tenure
from aigraph.vocabulary import vocabulary


def links(
    statements: Sequence[Statement], tenures: Iterable[Tenure], things: Things, documents: Mapping[str, Document]
) -> Iterator[Record]:
    """Yield stays, the rest of what the statements say, and which organisation is a unit of which."""
    firm = {statement.id: statement for statement in statements if holds(statement)}
    stays = [tenure for tenure in tenures if not firm.keys().isdisjoint(tenure.statements)]
    told = {
        key
        for tenure in stays
        for key in firm.keys() & set(tenure.statements)
        if firm[key].relation in CAREER and firm[key].object.id == tenure.organization.id
    }
    standing = {statement.id: statement for statement in statements}
    for tenure in sorted(stays, key=lambda tenure: tenure.id):
        yield _employment(tenure, [standing[key] for key in tenure.statements if key in standing], documents)
    for statement in sorted(statements, key=lambda statement: statement.id):
        if statement.id not in told:
            yield from _link(statement, things, documents)
    for key, entity in sorted(things.entities.items()):
        if entity.parent in things.entities:
            yield _unit(entity, things.entities[entity.parent], owned=things.schema(key) == "Company")


def _employment(tenure: Tenure, statements: list[Statement], documents: Mapping[str, Document]) -> Record:
    bounds = {
        "started": (tenure.start_earliest, tenure.start_latest),
        "ended": (tenure.end_earliest, tenure.end_latest),
    }
    started = within(*(iso(bound.day) for bound in bounds["started"]))
    properties: Properties = {
        "employee": (thing_id(tenure.person.id),),
        "employer": (thing_id(tenure.organization.id),),
        "role": fit(tenure.roles) or (("founder",) if any(s.relation == "founded" for s in statements) else ()),
        "status": fit((*_standing(statements), "current" if tenure.current else None)),
        "startDate": started,
        "date": () if started else dates(_surely(tenure)),
        "endDate": within(*(iso(bound.day) for bound in bounds["ended"])),
        "summary": fit((_bounded(verb, *both) for verb, both in bounds.items()), TEXT),
        **_evidence(statements, documents),
    }
    return entity_id("tenure", tenure.id), "Employment", properties


def _surely(tenure: Tenure) -> str:
    """Return a day on which a stay surely lasted, or "": without a start, a time line has nothing else to go by."""
    day = tenure.start_latest.day
    return iso(day) if day and tenure.holds_on(day) else ""


def _bounded(verb: str, earliest: Bound, latest: Bound) -> str:
    """Say what the bounds of a stay are, with their reasons: all that a date of FollowTheMoney cannot hold."""
    parts = [
        f"{words} {iso(bound.day)}" + (f" ({bound.reason})" if bound.reason else "")
        for words, bound in (("not before", earliest), ("not after", latest))
        if bound.day
    ]
    return f"{verb} {', '.join(parts)}" if parts else ""


def _link(statement: Statement, things: Things, documents: Mapping[str, Document]) -> Iterator[Record]:
    columns = facts((statement,), documents)
    label = vocabulary().relations[statement.relation].labels["en"]
    doubt = "" if holds(statement) else f" ({_doubt(statement)})"
    key = entity_id("statement", statement.id)
    told = fit((_summary(statement, columns),), TEXT)
    evidence = _evidence((statement,), documents)
    if is_figure(statement.relation):
        del evidence["recordId"]  # a link has one, a note has none
        name = fit((f"{label}{doubt}: {statement.object.label}",), NAME)
        yield key, "Note", {"name": name, "entity": (thing_id(statement.subject.id),), "summary": told, **evidence}
        return
    kind = KINDS.get(statement.relation, OTHER) if holds(statement) else OTHER
    ends = {kind.subject: statement.subject, kind.object: statement.object}
    if "asset" in ends and things.schema(ends["asset"].id) != "Company":
        kind, ends = OTHER, {OTHER.subject: statement.subject, OTHER.object: statement.object}
    role = (kind.role or label) + doubt
    when = within(_cell(columns, "start_earliest"), _cell(columns, "start_latest"))
    properties: Properties = {
        **{name: (thing_id(entity.id),) for name, entity in ends.items()},
        "role": fit(statement.values("contribution") if kind.schema == "ProjectParticipant" else ()) or (role,),
        "status": _standing((statement,)),
        kind.when: when,
        "endDate": within(_cell(columns, "end_earliest"), _cell(columns, "end_latest")),
        "summary": told,
        **evidence,
    }
    yield key, kind.schema, properties
    for origin in {origin.id: origin for origin in origins(statement)}.values():
        ends = {OTHER.subject: statement.subject, OTHER.object: origin}
        yield (
            entity_id("statement", f"{statement.id}-{FROM}-{thing_id(origin.id)}"),
            OTHER.schema,
            {
                **properties,
                **{name: (thing_id(entity.id),) for name, entity in ends.items()},
                "role": (f"moved from{doubt}",),
            },
        )


def _unit(unit: Entity, parent: Entity, *, owned: bool) -> Record:
    kind: Kind = KINDS["subsidiaryOf"] if owned else OTHER
    properties: Properties = {
        kind.subject: (thing_id(unit.id),),
        kind.object: (thing_id(parent.id),),
        "role": (kind.role or "unit of",),
        "summary": ("Known to aigraph's list of organisations, not said by an article.",),
    }
    return entity_id("unit", f"{thing_id(unit.id)}-{thing_id(parent.id)}"), kind.schema, properties


def _standing(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Return where the statements stand and how surely they are said, the strongest first."""
    status = {statement.status for statement in statements}
    modality = {statement.modality for statement in statements}
    return (*(s.value for s in Status if s in status), *(m.value for m in Modality if m in modality))


def _doubt(statement: Statement) -> str:
    """Return why a statement is not a fact, in one word."""
    firm = statement.modality in (Modality.ASSERTED, Modality.REPORTED)
    return statement.status.value if firm else statement.modality.value


def _summary(statement: Statement, columns: Mapping[str, Value]) -> str:
    """Say all that no property of a link can hold: the qualifiers, who is quoted, how sure it is."""
    names = (*vocabulary().qualifiers, "attributed_to", "sources", "confidence")
    parts = [f"{name.replace('_', ' ')}: {cell}" for name in names if (cell := _cell(columns, name))]
    return f"{statement.subject.label}, {statement.object.label}: {'; '.join(parts)}" if parts else ""


def _evidence(statements: Sequence[Statement], documents: Mapping[str, Document]) -> Properties:
    quoted = dict.fromkeys(evidence.document for statement in statements for evidence in statement.evidence)
    articles = [documents[key] for key in quoted]
    sentences = (evidence.quote for statement in statements for evidence in statement.evidence)
    return {
        "description": fit(sentences, TEXT),
        "proof": tuple(article_id(key) for key in quoted),
        "sourceUrl": addresses(article.url for article in articles),
        "publisher": fit(article.publisher for article in articles),
        "recordId": tuple(statement.id for statement in statements),
    }


def _cell(columns: Mapping[str, Value], name: str) -> str:
    return text(columns[name])
