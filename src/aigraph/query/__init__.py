"""Questions to the graph: SPARQL, and questions that have a name; every row leads to the sentences behind it."""

from __future__ import annotations

from aigraph.query.ask import ask, run
from aigraph.query.named import Column, Parameter, Question, questions
from aigraph.query.table import FORMATS, Table

__all__ = ["FORMATS", "Column", "Parameter", "Question", "Table", "ask", "questions", "run"]
