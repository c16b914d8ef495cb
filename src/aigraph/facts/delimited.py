"""Sheets as text: cells between commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from aigraph.facts.header import HEADER_ROWS, Header
from aigraph.facts.sheet import drafts
from aigraph.read.source import Draft, Source

_DELIMITERS = ",;\t|"
_ROW_LINES = 200
"""The most lines that a row can have: a quotation mark that is not closed takes in all that follows."""

Row = tuple[int, Sequence[str]]


def read_delimited(source: Source) -> Iterator[Draft]:
    """Yield the documents of the sheet; raises Unreadable when it is no table of facts."""
    lines = source.text().splitlines(keepends=True)
    start = 1 if lines[0].strip().lower().startswith("sep=") else 0  # a note of Excel's to itself
    return drafts(source, _rows(source, lines, start, _delimiter(lines[start : start + HEADER_ROWS])))


def _delimiter(lines: Sequence[str]) -> str:
    """Return what stands between the cells: that with which one of the first lines is a header, or else the usual."""
    for delimiter in _DELIMITERS:
        try:
            if any(Header.of(row) for row in csv.reader(lines, delimiter=delimiter)):
                return delimiter
        except csv.Error:
            continue
    return _DELIMITERS[0]


def _rows(source: Source, lines: Sequence[str], at: int, delimiter: str) -> Iterator[Row]:
    while at < len(lines):
        reader = csv.reader(lines[at : at + _ROW_LINES], delimiter=delimiter, strict=True)
        try:
            cells = next(reader)
        except csv.Error:
            source.note(
                "a quotation mark is not closed, or not doubled within a cell; the row was left out", line=at + 1
            )
            at += 1
        else:
            yield at + 1, cells
            at += reader.line_num
