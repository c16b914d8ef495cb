"""An answer: columns and rows, and the same in the formats of SPARQL and of spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self

import pyoxigraph as ox

from aigraph.errors import InputError
from aigraph.escape import csv_cell, xml

Binding = Mapping[str, Mapping[str, object]]
"""A row of SPARQL Query Results JSON: variable -> the term's type and value."""


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of text; None is a cell without a value. Several values of a cell stand on lines.

    A yes-or-no query answers with one cell, "true" or "false", and a query for a graph with its triples.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    _bindings: tuple[Binding, ...] | None = field(default=None, repr=False, compare=False)
    _turtle: str | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of_bindings(cls, columns: tuple[str, ...], bindings: tuple[Binding, ...]) -> Self:
        """Make a table of the rows of SPARQL Query Results JSON."""
        rows = tuple(tuple(_text(row.get(column)) for column in columns) for row in bindings)
        return cls(columns, rows, bindings)

    @classmethod
    def of_turtle(cls, triples: tuple[tuple[str, ...], ...], turtle: str) -> Self:
        """Make a table of the triples of a graph and their Turtle."""
        return cls(("subject", "predicate", "object"), triples, None, turtle)

    def to_json(self) -> str:
        """Return SPARQL 1.1 Query Results JSON, which keeps the types of the values."""
        bindings = self._bindings
        if bindings is None:
            cells = (zip(self.columns, row, strict=True) for row in self.rows)
            bindings = tuple({c: {"type": "literal", "value": v} for c, v in row if v is not None} for row in cells)
        shown = [{column: row[column] for column in self.columns if column in row} for row in bindings]
        return json.dumps(
            {"head": {"vars": self.columns}, "results": {"bindings": shown}}, ensure_ascii=False, indent=1
        )

    def to_csv(self) -> str:
        """Return CSV with a line of column names; no cell is a formula to a spreadsheet."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([csv_cell(cell or "") for cell in row] for row in self.rows)
        return stream.getvalue()

    def to_tsv(self) -> str:
        """Return SPARQL 1.1 Query Results TSV, which writes values as SPARQL does."""
        return self._serialized(ox.QueryResultsFormat.TSV)

    def to_xml(self) -> str:
        """Return SPARQL Query Results XML, without the characters that XML cannot hold."""
        return xml(self._serialized(ox.QueryResultsFormat.XML))

    def to_turtle(self) -> str:
        """Return the Turtle of a CONSTRUCT or DESCRIBE query; raises InputError for any other."""
        if self._turtle is None:
            raise InputError("only CONSTRUCT and DESCRIBE queries have an answer in Turtle")
        return self._turtle

    def without(self, columns: frozenset[str]) -> Table:
        """Return the table without some of its columns."""
        kept = [i for i, column in enumerate(self.columns) if column not in columns]
        rows = tuple(tuple(row[i] for i in kept) for row in self.rows)
        return Table(tuple(self.columns[i] for i in kept), rows, self._bindings, self._turtle)

    def _serialized(self, format: ox.QueryResultsFormat) -> str:
        solutions = ox.parse_query_results(self.to_json(), format=ox.QueryResultsFormat.JSON)
        return (solutions.serialize(format=format) or b"").decode("utf-8")


def _text(term: Mapping[str, object] | None) -> str | None:
    return None if term is None else str(term["value"])


FORMATS: Mapping[str, Callable[[Table], str]] = {
    "csv": Table.to_csv,
    "json": Table.to_json,
    "tsv": Table.to_tsv,
    "turtle": Table.to_turtle,
    "xml": Table.to_xml,
}
"""Every format of an answer, by name."""
