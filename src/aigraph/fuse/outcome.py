"""What became of approaches, rumours and plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aigraph.fuse.article import Article, is_older
from aigraph.fuse.house import houses
from aigraph.fuse.witness import is_before
from aigraph.model import DateBounds, Modality, Statement

_OPEN = (Modality.REPORTED, Modality.RUMOURED, Modality.PLANNED)


def pair(statement: Statement) -> Iterator[str]:
    """Yield the group in which a statement may be, or have, an outcome: one person and one house."""
    if statement.relation == "approached":
        yield f"{statement.object.id} {_top(statement.subject.id)}"
    elif statement.relation in ("movedTo", "declined"):
        yield f"{statement.subject.id} {_top(statement.object.id)}"


def outcomes(statements: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, tuple[str, ...]]:
    """Return, by statement of one group, those that tell what became of it: the move, the refusal, the denial.

    An approach may have an outcome, and so may a move that is only reported, rumoured or planned. What is older is no
    outcome.
    """
    found: dict[str, tuple[str, ...]] = {}
    ends = [statement for statement in statements if _is_end(statement)]
    for statement in statements:
        if _is_open(statement):
            ids = sorted(end.id for end in ends if _follows(end, statement, articles))
            if ids:
                found[statement.id] = tuple(ids)
    return found


def _is_open(statement: Statement) -> bool:
    if statement.relation == "approached":
        return statement.modality is not Modality.DENIED
    return statement.relation == "movedTo" and statement.modality in _OPEN


def _is_end(statement: Statement) -> bool:
    if statement.relation == "movedTo":
        return statement.modality in (Modality.ASSERTED, Modality.DENIED)
    return statement.relation == "declined" and statement.modality is Modality.ASSERTED


def _follows(end: Statement, statement: Statement, articles: Mapping[str, Article]) -> bool:
    if is_older(end.claims, statement.claims, articles):
        return False
    one, other = (
        [bounds for value in s.values("date") if (bounds := DateBounds.read(value))] for s in (end, statement)
    )
    return not any(is_before(a, b) for a in one for b in other)


def _top(id: str) -> str:
    return list(houses(id))[-1]
