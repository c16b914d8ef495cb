"""A statement in words."""

from __future__ import annotations

from aigraph.model import Statement
from aigraph.vocabulary import vocabulary


def phrase(statement: Statement) -> str:
    """Say a statement without regard to who says it: "Lucas Beyer moved to Meta"."""
    verb = vocabulary().relations[statement.relation].labels["en"]
    return f"{statement.subject.label} {verb} {statement.object.label}"
