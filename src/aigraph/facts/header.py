"""The row of a sheet that says what its columns are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aigraph.facts.words import ENDS, key, words

HEADER_ROWS = 20
"""Among so many rows the header is looked for: a title may stand above it."""

MAX_COLUMNS = 200
"""How many columns are looked at."""

_NAME_CHARS = 100


def is_ours(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of a table in which aigraph tells what it has read, with its ids."""
    names = {key(cell[:_NAME_CHARS]) for cell in cells[:MAX_COLUMNS]}
    return "statement" in names and not names.isdisjoint(("claim", "standing"))


@dataclass(frozen=True, slots=True)
class Header:
    """Which column each cell of a row gives ("": one that is not known); `language` is that of their names."""

    columns: tuple[str, ...]
    unknown: tuple[str, ...]
    language: str

    @classmethod
    def of(cls, cells: Sequence[str]) -> Header | None:
        """Return the header that a row is: it names the relation and two ends; None when it is none."""
        cells = cells[:MAX_COLUMNS]
        names = [key(cell[:_NAME_CHARS]) for cell in cells]
        found = [words().columns.get(name, "") for name in names]
        # Of two columns of one meaning, the first counts.
        columns = tuple(column if column not in found[:at] else "" for at, column in enumerate(found))
        if "relation" not in columns or is_ours(cells) or len({*columns}.intersection(ENDS)) < 2:
            return None
        unknown = tuple(
            cell.strip() for cell, column in zip(cells, columns, strict=True) if cell.strip() and not column
        )
        spoken = words().by_language
        language = max(sorted(spoken), key=lambda code: len(spoken[code].intersection(names)))
        return cls(columns, unknown, language)
