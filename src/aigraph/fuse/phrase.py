"""A statement in words."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.model import Statement
from aigraph.vocabulary import vocabulary


def phrase(statement: Statement) -> str:
    """Say a statement without regard to who says it: "Lucas Beyer moved to Meta"."""
    verb = vocabulary().relations[statement.relation].labels["en"]
    return f"{statement.subject.label} {verb} {statement.object.label}"


def joined(names: Iterable[str], word: str = "or") -> str:
    """Return names as a list: "Meta, Apple or OpenAI"."""
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last
