"""What people have judged, in a plain text file that they keep under version control.

A line is a decision: seven columns, set apart by tabs, sorted by what is judged and then by time. Lines are only ever
added, so that two branches merge by keeping the lines of both (`decisions.tsv merge=union` in `.gitattributes`); of
several decisions about one thing the latest holds, and the others stay as its history.
"""

from __future__ import annotations

from aigraph.decisions.agenda import Question, Side, agenda
from aigraph.decisions.concerns import concerns_entity, concerns_statement
from aigraph.decisions.file import read, update
from aigraph.decisions.judge import about, of_names, of_statement
from aigraph.decisions.ledger import dated, effective, latest, merged, ordered, with_decision, withdrawn
from aigraph.decisions.line import COLUMNS, checked, format_line, parse_line
from aigraph.decisions.names import Known, written
from aigraph.decisions.words import in_words

__all__ = [
    "COLUMNS",
    "Known",
    "Question",
    "Side",
    "about",
    "agenda",
    "checked",
    "concerns_entity",
    "concerns_statement",
    "dated",
    "effective",
    "format_line",
    "in_words",
    "latest",
    "merged",
    "of_names",
    "of_statement",
    "ordered",
    "parse_line",
    "read",
    "update",
    "with_decision",
    "withdrawn",
    "written",
]
