"""What describes the CSV files of a folder: a Data Package (https://datapackage.org, version 2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from aigraph.export.details import SEPARATOR
from aigraph.export.options import LICENCE, Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.export.tables.table import Column, Table
from aigraph.store import Store
from aigraph.version import __version__

_PROFILE = "https://datapackage.org/profiles/2.0"
_GUARD = (
    "A ' stands before whatever a spreadsheet could take for a formula: at the start of a text, and after a semicolon, "
    "a tab or the end of a line in it. It is not part of the text; aigraph.escape.csv_text takes it out."
)
_LISTS = 'Between the items of a list stands " | "; a bar within an item is doubled.'
_CUT = 'A text of more than 32,767 characters is cut, and ends with "…".'
_NAMED = {LICENCE: "CC0-1.0"}


def write_package(tables: Iterable[Table], store: Store, options: Options, stream: BinaryIO) -> None:
    """Write the description of the CSV files of some tables, with their types, their licence and their provenance."""
    tables = tuple(tables)
    source = provenance(store, options)
    package = {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": "aigraph",
        "title": DESCRIPTION,
        "description": " ".join((source.sentence, _LISTS, *(() if options.raw else (_GUARD, _CUT)))),
        "version": __version__,
        "licenses": [_licence(source.licence)],
        "contributors": [{"title": source.generator, "roles": ["wrangler"]}],
        "sources": [{"title": publisher} for publisher in source.publishers],
        "provenance": _provenance(source),
        "resources": [_resource(table, tables, options) for table in tables],
    }
    text = json.dumps({key: value for key, value in package.items() if value != []}, ensure_ascii=False, indent=2)
    stream.write(text.encode("utf-8") + b"\n")


def _licence(text: str) -> dict[str, str]:
    """Return a licence by its address, where the text has one, and by its name."""
    address = re.search(r"https?://[^\s()<>]*[^\s()<>.,;]", text)
    named = {"name": _NAMED.get(text, "" if address else "other"), "path": address[0] if address else ""}
    return {key: value for key, value in named.items() if value} | {"title": text}


def _provenance(source: Provenance) -> dict[str, Any]:
    return {
        "generator": source.generator,
        "rules": source.rules,
        "articles": source.articles,
        "first": source.first,
        "last": source.last,
        "scope": list(source.scope),
    }


def _resource(table: Table, tables: Iterable[Table], options: Options) -> dict[str, Any]:
    keys = {other.name: other.columns[0].name for other in tables}
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILE}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = [column.name for column in table.columns[: table.key]]
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [keys[other]]}}
            for column, other in table.references.items()
        ]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.titles["en"],
        "titles": dict(table.titles),
        "description": table.description,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if options.bom else "utf-8",
        "dialect": {"$schema": f"{_PROFILE}/tabledialect.json", "delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(column: Column) -> Mapping[str, str]:
    # The published profile knows no type for lists; `separator` is the word of CSV on the Web for them.
    field = {"name": column.name, "type": column.type, "description": column.description}
    return field if column.type != "list" else field | {"type": "string", "separator": SEPARATOR}
