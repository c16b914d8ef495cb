"""A cell as text, for files that know nothing but text; every text gives back its cell."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.export.details import SEPARATOR
from aigraph.export.tables.table import Cell

SHEET_CHARS = 32_767
"""The most that a cell of the common spreadsheets holds, counted in UTF-16."""

_CUT = "…"


def written(cell: Cell) -> str:
    """Return a cell as text: ISO 8601 days, "true" and "false", lists with " | " between; nothing for None.

    >>> written(3.0), written(0.25), written(True), written(("a", "b|c"))
    ('3', '0.25', 'true', 'a | b||c')
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return listed(cell)
    return repr(cell).removesuffix(".0") if isinstance(cell, float) else str(cell)


def listed(texts: Iterable[str]) -> str:
    """Return texts as one, from which they can be told apart: a bar within a text is doubled."""
    return SEPARATOR.join(text.replace("|", "||") for text in texts)


def cut(text: str, chars: int = SHEET_CHARS) -> str:
    """Return a text that fits into a cell of a spreadsheet: one that is too long ends with "…"."""
    if len(text) * 2 <= chars or len(wide := text.encode("utf-16-le", "surrogatepass")) <= 2 * chars:
        return text
    return wide[: 2 * (chars - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
