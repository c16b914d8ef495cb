"""What changed between two states of a graph, and because of which articles and decisions."""

from __future__ import annotations

from aigraph.diff.changes import (
    ArticleChange,
    Change,
    ConflictChange,
    DecisionChange,
    Detail,
    Diff,
    EntityChange,
    State,
    StatementChange,
)
from aigraph.diff.compare import diff
from aigraph.diff.load import load_state
from aigraph.diff.report import COLUMNS, record, rows

__all__ = [
    "COLUMNS",
    "ArticleChange",
    "Change",
    "ConflictChange",
    "DecisionChange",
    "Detail",
    "Diff",
    "EntityChange",
    "State",
    "StatementChange",
    "diff",
    "load_state",
    "record",
    "rows",
]
