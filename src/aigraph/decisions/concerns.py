"""What a decision concerns: entities by the names that it judges, statements by their ends."""

from __future__ import annotations

from aigraph.gazetteer import fold
from aigraph.model import Decision, Entity, Modality, Statement, parted


def concerns_entity(decision: Decision, entity: Entity) -> bool:
    """Tell whether a decision judges a name of an entity."""
    return (
        decision.judgement.about_names
        and decision.kind == entity.type
        and any(_is_called(entity, name) for name in (decision.one, decision.other))
    )


def concerns_statement(decision: Decision, statement: Statement) -> bool:
    """Tell whether a decision judges a statement: its relation, and its ends by any of their names."""
    denied = "not " if statement.modality is Modality.DENIED else ""
    if decision.judgement.about_names or decision.kind != f"{denied}{statement.relation}":
        return False
    articles = {parted(decision.one)[1], parted(decision.other)[1]} - {""}
    return (
        _is_called(statement.subject, decision.one)
        and _is_called(statement.object, decision.other)
        and articles <= {evidence.document for evidence in statement.evidence}
    )


def _is_called(entity: Entity, name: str) -> bool:
    return fold(parted(name)[0]) in {fold(known) for known in (entity.id, entity.label, *entity.aliases)}
