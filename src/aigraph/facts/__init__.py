"""Tables of facts: what a person has noted in a sheet, a row a fact, with the source of each.

A sheet becomes a document for each source that it gives, whose text is its rows, a line each; the claims of such a
document are read from that text alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from aigraph.facts.claims import reading
from aigraph.facts.delimited import read_delimited
from aigraph.facts.workbook import read_workbook
from aigraph.read.source import Reader

__all__ = ["SHEETS", "reading"]

SHEETS: Mapping[str, Reader] = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".ods": read_workbook,
    ".xlsx": read_workbook,
}
"""The formats of sheets, by suffix."""
