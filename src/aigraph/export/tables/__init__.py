"""The graph as tables. To add one: a module beside this file, one line here; a format is a module, too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from aigraph.export.exporter import Exporter, Write, folder
from aigraph.export.tables.articles import ARTICLES
from aigraph.export.tables.conflicts import CONFLICTS
from aigraph.export.tables.entities import ENTITIES
from aigraph.export.tables.evidence import EVIDENCE
from aigraph.export.tables.excel import write_excel
from aigraph.export.tables.flows import FLOWS
from aigraph.export.tables.network import EDGES, NODES
from aigraph.export.tables.package import write_package
from aigraph.export.tables.parquet import write_parquet
from aigraph.export.tables.separated import write_csv
from aigraph.export.tables.statements import STATEMENTS
from aigraph.export.tables.table import Table
from aigraph.export.tables.tenures import TENURES

TABLES: Mapping[str, Table] = {
    table.name: table for table in (STATEMENTS, EVIDENCE, ARTICLES, ENTITIES, FLOWS, TENURES, CONFLICTS, NODES, EDGES)
}
"""Every table, by name."""

_CSV = frozenset({"raw", "bom"})
_NETWORK = frozenset({"network", "parallel"})
_FILES: Mapping[str, Write] = {
    **{f"{table.name}.csv": partial(write_csv, table) for table in TABLES.values()},
    "datapackage.json": partial(write_package, TABLES.values()),
}
_PARQUET = {f"{table.name}.parquet": partial(write_parquet, table) for table in TABLES.values()}

FORMATS: tuple[Exporter, ...] = (
    *(
        Exporter(
            table.name,
            f"{table.name}.csv",
            f"a table (CSV): {table.titles['en'].lower()}",
            partial(write_csv, table),
            table.takes | _CSV,
            published=False,
        )
        for table in TABLES.values()
    ),
    Exporter(
        *("excel", "graph.xlsx", "all tables (Excel), a sheet each", partial(write_excel, TABLES.values())),
        *(_NETWORK, False),
    ),
    folder("parquet", "all tables (Parquet), for data programs", _PARQUET, takes=_NETWORK),
    folder("csv", "all tables (CSV), described by a Data Package", _FILES, takes=_CSV | _NETWORK, published=True),
)
"""Every format that holds tables."""
