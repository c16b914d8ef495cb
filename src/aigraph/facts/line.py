"""A row as a line of text: subject, relation and object, then its other cells by name, with wide spaces between them.

No cell has such a space or a line end in it, so nothing needs to be escaped: what is noted stands there as it was.
It is a space that a screen, a page and a spreadsheet all show as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aigraph.facts.words import SOURCE
from aigraph.model import Span
from aigraph.vocabulary import vocabulary

SEPARATOR = " | "
"""Stands between the values of one cell."""

_TRIPLE = ("subject", "relation", "object")
_GAP = "\N{EM SPACE}"
_BREAK = re.compile(rf"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029{_GAP}]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, and where they stand in the text."""

    text: str
    span: Span


def parts(cell: Cell) -> Iterator[Cell]:
    """Yield the values that a cell holds, with bars between them: "chief executive | chairman"."""
    start = cell.span.start
    for text in cell.text.split(SEPARATOR):
        if text:
            yield Cell(text, Span(start, start + len(text)))
        start += len(text) + len(SEPARATOR)


def one_line(text: str) -> str:
    """Return a text without wide spaces, tabs and line ends."""
    return _BREAK.sub(" ", text).strip()


def keys() -> tuple[str, ...]:
    """Return the names of the cells after the first three, in the order in which they are written."""
    return ("type", *vocabulary().qualifiers, "modality", "attributedTo", "confidence", *SOURCE, "note", "quote")


def written(cells: Mapping[str, str]) -> str:
    """Return a row as a line; it must have the first three cells.

    >>> written({"subject": "Andrew Ng", "relation": "moved to", "object": "Baidu", "date": "May 2014", "role": ""})
    'Andrew Ng\u2003moved to\u2003Baidu\u2003date: May 2014'
    """
    return _GAP.join((*(cells[name] for name in _TRIPLE), *(f"{k}: {cells[k]}" for k in keys() if cells.get(k))))


def parsed(line: str, start: int) -> dict[str, Cell]:
    """Return the cells of a line that starts at `start` of the text; those that cannot be told are left out."""
    cells: dict[str, Cell] = {}
    known = frozenset(keys())
    for number, part in enumerate(line.split(_GAP)):
        name, text, at = "", part, start
        if number < len(_TRIPLE):
            name = _TRIPLE[number]
        else:
            name, colon, text = part.partition(": ")
            at += len(name) + len(colon)
        if text and (number < len(_TRIPLE) or name in known):
            cells.setdefault(name, Cell(text, Span(at, at + len(text))))
        start += len(part) + 1
    return cells
