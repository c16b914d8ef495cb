"""A table -> Parquet: columns with types, for pandas, Polars, DuckDB, R and others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from aigraph.errors import InputError
from aigraph.export.options import Options
from aigraph.export.provenance import provenance
from aigraph.export.tables.table import Column, Row, Table
from aigraph.store import Store

if TYPE_CHECKING:
    import pyarrow as pa

GROUP_ROWS = 20_000
"""So many rows are in memory at a time."""


def write_parquet(table: Table, store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a table, a group of rows at a time; the same graph gives the same bytes.

    The metadata of the file hold the licence and the provenance, those of a column what it tells. Raises InputError
    when pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError('parquet needs pyarrow: pip install "aigraph[parquet]"') from error

    source = provenance(store, options)
    about = {
        "title": table.titles["en"],
        "description": table.description,
        "creator": source.generator,
        "provenance": source.sentence,
        "licence": source.licence,
    }
    schema = pa.schema([_field(column) for column in table.columns], metadata=about)
    with pq.ParquetWriter(stream, schema) as writer:
        for rows in _groups(table.rows(store, options)):
            cells = zip(*rows, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(cells, schema, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while group := list(islice(rows, GROUP_ROWS)):
        yield group


def _field(column: Column) -> pa.Field:
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    return pa.field(column.name, types[column.type], metadata={"description": column.description})
