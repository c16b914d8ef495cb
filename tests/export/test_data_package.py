"""The Data Package: it describes the CSV files beside it as they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from aigraph.export.options import LICENCE, Options
from aigraph.export.tables import TABLES
from aigraph.export.tables.package import write_package
from aigraph.export.tables.separated import write_csv
from aigraph.model import Statement
from aigraph.store import Store


@pytest.fixture
def store(statements: Sequence[Statement], shelve: Callable[..., Store]) -> Store:
    return shelve(statements)


def package(store: Store, options: Options = Options()) -> dict[str, Any]:  # noqa: B008
    stream = io.BytesIO()
    write_package(TABLES.values(), store, options, stream)
    found: dict[str, Any] = json.loads(stream.getvalue())
    return found


@pytest.mark.parametrize("options", [Options(), Options(bom=True)], ids=["plain", "bom"])
def test_every_file_is_described_with_its_encoding_and_its_columns(store: Store, options: Options) -> None:
    resources = package(store, options)["resources"]
    assert [resource["path"] for resource in resources] == [f"{name}.csv" for name in TABLES]
    for resource in resources:
        stream = io.BytesIO()
        write_csv(TABLES[resource["name"]], store, options, stream)
        lines = stream.getvalue().decode(resource["encoding"])
        header, *rows = csv.reader(io.StringIO(lines, newline=""), strict=True)
        assert header == [field["name"] for field in resource["schema"]["fields"]]
        assert lines.count(resource["dialect"]["lineTerminator"]) == len(rows) + 1
        keys = [tuple(row[header.index(key)] for key in resource["schema"].get("primaryKey", ())) for row in rows]
        assert len(set(keys)) == (len(keys) if "primaryKey" in resource["schema"] else min(1, len(keys)))


def test_every_reference_points_at_a_row_that_is_there(store: Store) -> None:
    values: dict[tuple[str, str], set[str]] = {}
    for name, table in TABLES.items():
        stream = io.BytesIO()
        write_csv(table, store, Options(), stream)
        for row in csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")):
            for column, cell in row.items():
                values.setdefault((name, column), set()).add(cell)
    for resource in package(store)["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            (column,), there = key["fields"], key["reference"]
            assert values.get((resource["name"], column), set()) <= values[there["resource"], there["fields"][0]] | {""}


@pytest.mark.parametrize(
    ("licence", "described"),
    [
        (LICENCE, {"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "title": LICENCE}),
        ("https://example.org/l.", {"path": "https://example.org/l", "title": "https://example.org/l."}),
        ("Ask us first.", {"name": "other", "title": "Ask us first."}),
    ],
)
def test_a_package_carries_its_licence(store: Store, licence: str, described: dict[str, str]) -> None:
    assert package(store, Options(licence=licence))["licenses"] == [described]


def test_a_package_says_what_it_was_made_from_and_how_its_texts_are_guarded(store: Store) -> None:
    found = package(store, Options(scope=("as known on 2025-01-01",)))
    assert found["provenance"]["articles"] == 3
    assert found["provenance"]["scope"] == ["as known on 2025-01-01"]
    assert [source["title"] for source in found["sources"]] == ["Example News", "Exemple"]
    assert "A ' stands before" in found["description"]
    assert "A ' stands before" not in package(store, Options(raw=True))["description"]
