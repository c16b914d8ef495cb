"""Parquet: typed cells come back as they went in, and the file says what it is."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from tests.export.made import CELLS, EMPTY, ROWS, made, watched

from aigraph.errors import InputError
from aigraph.export.options import Options
from aigraph.export.tables import TABLES, parquet
from aigraph.export.tables.parquet import write_parquet
from aigraph.export.tables.table import Row, Table
from aigraph.model import Statement
from aigraph.store import Store


def content(table: Table, store: Store = EMPTY, options: Options = Options()) -> bytes:  # noqa: B008
    stream = io.BytesIO()
    write_parquet(table, store, options, stream)
    assert not stream.closed
    return stream.getvalue()


@settings(deadline=None)
@given(given=ROWS)
def test_every_cell_comes_back_as_it_went_in(given: list[Row]) -> None:
    written = content(made(given, *CELLS))
    found = pq.read_table(io.BytesIO(written)).to_pydict()
    rows = [tuple(tuple(c) if isinstance(c, list) else c for c in row) for row in zip(*found.values(), strict=True)]
    assert rows == given
    frame = pd.read_parquet(io.BytesIO(written))
    assert [cell if isinstance(cell, str) else None for cell in frame["c0"]] == [row[0] for row in given]


def test_columns_have_types_and_tell_what_they_hold(
    statements: Sequence[Statement], shelve: Callable[..., Store]
) -> None:
    schema = pq.read_schema(io.BytesIO(content(TABLES["statements"], shelve(statements))))
    types = {field.name: str(field.type) for field in schema}
    assert types["confidence"] == "double"
    assert types["sources"] == "int64"
    assert types["start_earliest"] == "date32[day]"
    assert types["role"].startswith("list<")
    assert schema.field("relation").metadata[b"description"] == b"what it says, as a relation of the ontology"


def test_a_file_says_what_it_was_made_from_and_who_may_use_it(
    statements: Sequence[Statement], shelve: Callable[..., Store]
) -> None:
    options = Options(licence="Ask us first.")
    about = pq.read_metadata(io.BytesIO(content(TABLES["flows"], shelve(statements), options))).metadata
    assert about[b"licence"] == b"Ask us first."
    assert b"from 3 articles" in about[b"provenance"]
    assert about[b"creator"].startswith(b"aigraph ")


def test_rows_are_written_group_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP_ROWS", 4)
    written = content(made(((i,) for i in range(10)), "integer"))
    groups = pq.ParquetFile(io.BytesIO(written)).metadata
    assert [groups.row_group(i).num_rows for i in range(groups.num_row_groups)] == [4, 4, 2]
    assert pq.read_table(io.BytesIO(written)).column("c0").to_pylist() == list(range(10))


def test_rows_are_written_while_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP_ROWS", 100)
    rows, most = watched(3_000)
    assert pq.read_metadata(io.BytesIO(content(made(rows, "string")))).num_rows == 3_000
    assert most() < 300


def test_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r'pip install "aigraph\[parquet\]"'):
        content(made([], "string"))
