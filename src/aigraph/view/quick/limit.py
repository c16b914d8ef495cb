"""What a page draws of a graph that is too large for it: the surest statements, moves first."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.graph.network import MOVES, lines
from aigraph.model import Statement

LIMIT = 1500
"""How many edges a page draws at most; a browser stays quick, and a reader may still see something."""


def strongest(statements: Iterable[Statement]) -> tuple[list[Statement], int]:
    """Return the statements that a page draws, strongest first, and how many edges are left out beyond `LIMIT`."""
    drawn = [(statement, count) for statement in statements if (count := lines(statement))]
    total = sum(count for _, count in drawn)
    drawn.sort(key=lambda item: _standing(item[0]))
    kept: list[Statement] = []
    room = LIMIT
    for statement, count in drawn:
        # A statement is drawn whole, with the edges to where its mover came from, or not at all.
        if count > room:
            break
        kept.append(statement)
        room -= count
    return kept, total - LIMIT + room


def _standing(statement: Statement) -> tuple[bool, bool, int, float, str]:
    # "movedTo" before the other moves: it is what the page is for.
    return (
        statement.relation not in MOVES,
        statement.relation != "movedTo",
        statement.modality.rank,
        -statement.confidence,
        statement.id,
    )
