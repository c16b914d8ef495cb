"""`docs/formats.md` lists every format, with its file, and those options that it takes."""

from __future__ import annotations

import re
from pathlib import Path

from aigraph.export import EXPORTERS, NETWORKS

PAGE = (Path(__file__).parents[1] / "docs/formats.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| `([\w.]+)` \|", PAGE, re.MULTILINE))
PAGES = {"html": "index.html", "explorer": "explorer.html", "ontology": "ontology.html"}


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_the_page_lists_every_format_and_its_file_and_no_other() -> None:
    assert {exporter.name: exporter.file for exporter in EXPORTERS.values()} | PAGES == ROWS


def test_the_networks_are_those_formats_that_hold_one_and_are_no_table() -> None:
    listed = set(re.findall(r"^\| `(\w+)`", section("Networks"), re.MULTILINE))
    tables = set(re.findall(r"^\| `(\w+)`", section("Tables"), re.MULTILINE))
    assert listed == {name for name, exporter in EXPORTERS.items() if "network" in exporter.takes} - tables


def test_the_page_names_every_network() -> None:
    assert all(f"`{network}`" in section("Networks") for network in NETWORKS)


def test_every_row_says_where_the_provenance_stands() -> None:
    rows = [line.split(" | ") for line in PAGE.partition("\n## Pages\n")[0].splitlines() if line.startswith("| `")]
    assert len(rows) == len(EXPORTERS)
    assert all(row[2].strip() for row in rows)
