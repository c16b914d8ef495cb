"""What the page reads from a packed graph is what was packed, number by number and letter by letter."""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.view.conftest import STATEMENTS

from aigraph.fuse import KINDS
from aigraph.model import Document, Network, Statement
from aigraph.view.explorer import explorer
from aigraph.view.explorer.columns import columns
from aigraph.view.explorer.packing import pack_core, pack_texts, plain
from aigraph.workspace import Graph

HERE = Path(__file__).parent
EXPLORER = HERE.parents[2] / "explorer"

pytestmark = pytest.mark.skipif(
    not shutil.which("node") or not (EXPLORER / "node_modules").exists(), reason="no Node.js, or no packages of it"
)


def read_by_the_page(folder: Path, core: Mapping[str, Any], texts: Mapping[str, Any]) -> tuple[Any, Any]:
    file = folder / "packed.json"
    file.write_text(json.dumps([pack_core(core), pack_texts(core, texts)]), encoding="utf-8")
    command = ["node", str(HERE / "unpack.mjs"), str(EXPLORER), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    found_core, found_texts = json.loads(done.stdout)
    return found_core, found_texts


def check(
    folder: Path, statements: Sequence[Statement], documents: Mapping[str, Document], graph: Graph | None = None
) -> None:
    tenures, conflicts = (graph.tenures(), graph.conflicts()) if graph else ((), ())
    core, texts = columns(statements, documents, tenures, conflicts, KINDS)
    found, told = read_by_the_page(folder, core, texts)
    for part in ("entities", "documents", "statements", "claims", "tenures", "conflicts"):
        for name, column in core[part].items():
            assert found[part][name] == column, (part, name)
    claims = texts["claims"]
    assert told["quote"] == [plain(texts["quotes"][n]) for n in claims["quote"]]
    assert told["marks"] == claims["marks"]
    assert told["rule"] == [texts["rules"][n] for n in claims["rule"]]
    assert told["by"] == claims["by"]
    assert told["confidence"] == claims["confidence"]
    assert told["reasons"] == [[plain(texts["reasons"][n]) for n in row] for row in texts["statements"]["reasons"]]
    assert told["bounds"] == [[plain(texts["reasons"][n]) for n in row] for row in texts["tenures"]["reasons"]]
    assert told["what"] == texts["conflicts"]["what"]


def test_the_page_reads_the_examples_as_they_are(examples: Graph, tmp_path: Path) -> None:
    check(tmp_path, list(examples.statements()), examples.documents(), examples)


def test_the_page_reads_hostile_texts_as_they_are(hostile: Network, tmp_path: Path) -> None:
    check(tmp_path, [edge.statement for edge in hostile.edges if edge.relation != "from"], hostile.documents)


def test_the_page_reads_a_graph_of_nothing(tmp_path: Path) -> None:
    check(tmp_path, [], {})


def test_the_page_reads_a_graph_without_its_articles(tmp_path: Path) -> None:
    check(tmp_path, STATEMENTS, {})


def test_a_graph_takes_at_most_300_kilobytes_and_50_bytes_an_edge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE.parents[2]))
    benchmark = importlib.import_module("benchmarks.graph")
    graph = benchmark.made(2_000)
    edges = sum(map(benchmark.is_edge, graph.fused.statements))
    assert edges >= 1_500
    fused = graph.fused
    page = explorer(fused.statements, graph.documents, tenures=fused.tenures, conflicts=fused.conflicts, title="Made")
    assert len(page.encode("utf-8")) <= 300_000 + 50 * edges
    assert len(page) - len(explorer((), {}, title="Made")) <= 75 * edges
