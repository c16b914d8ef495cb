"""What people have judged, in a plain text file that they keep under version control.

A line is a decision: seven columns, set apart by tabs, sorted by what is judged and then by time. Lines are only ever
added, so that two branches merge by keeping the lines of both (`decisions.tsv merge=union` in `.gitattributes`); of
several decisions about one thing the latest holds, and the others stay as its history.
"""

from __future__ import annotations

from aigraph.decisions.file import read, update
from aigraph.decisions.ledger import effective, latest, merged, ordered, with_decision, withdrawn
from aigraph.decisions.line import COLUMNS, format_line, parse_line

__all__ = [
    "COLUMNS",
    "effective",
    "format_line",
    "latest",
    "merged",
    "ordered",
    "parse_line",
    "read",
    "update",
    "with_decision",
    "withdrawn",
]
