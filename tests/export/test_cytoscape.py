"""Cytoscape.js reads what we write. It is one of the packages of explorer/."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.export.test_network_files import Shelve, hostile

from aigraph.export import NETWORKS, Options
from aigraph.export.cytoscape import write_cytoscape
from aigraph.export.details import Value
from aigraph.export.networks import draw
from aigraph.export.networks.attributes import edge_values, node_values
from aigraph.export.options import LICENCE
from aigraph.model import Statement
from aigraph.store import Store

EXPLORER = Path(__file__).parents[2] / "explorer"
WORDS = ("<b>&\"' ]]> {{x}} \\u0041 \u2028\u202e😀 =1+1, | é", "\0\x1f\ud800\n\r\t", "__proto__", "constructor")

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and (EXPLORER / "node_modules" / "cytoscape").is_dir()),
    reason="no Node.js, or its packages are not installed: npm ci in explorer/",
)


def read(store: Store, options: Options, folder: Path) -> dict[str, Any]:
    stream = io.BytesIO()
    write_cytoscape(store, options, stream)
    file = folder / "graph.cyjs"
    file.write_bytes(stream.getvalue())
    command = ["node", str(Path(__file__).with_name("cytoscape.mjs")), str(EXPLORER), str(file)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def assert_whole(store: Store, options: Options, folder: Path) -> None:
    found, drawing = read(store, options, folder), draw(store, options)
    assert found["about"]["licence"] == LICENCE
    nodes = {node["data"]["id"]: node for node in found["nodes"]}
    assert nodes.keys() == {node.entity.id for node in drawing.nodes}
    for node in drawing.nodes:
        seen = nodes[node.entity.id]
        assert seen["position"] == {"x": node.x, "y": node.y}
        assert_holds(seen["data"], {named(name): value for name, value in node_values(node).items()})
        assert (seen["data"]["label"], seen["box"]) == (node.entity.label, None)
    edges = {edge["data"]["id"]: edge for edge in found["edges"]}
    links = {link.id: link for link in drawing.links()}
    assert edges.keys() == links.keys()
    for key, link in links.items():
        assert edges[key]["ends"] == [link.source.id, link.target.id]
        data = edges[key]["data"]
        assert (data["interaction"], data["label"], data["weight"]) == (link.kind, link.label, link.weight)
        assert_holds(data, edge_values(link, drawing.documents))


def named(attribute: str) -> str:
    """What an attribute is called in Cytoscape, where a parent is a box around other nodes."""
    return "parent_id" if attribute == "parent" else attribute


def assert_holds(data: dict[str, Any], values: dict[str, Value]) -> None:
    expected = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    assert {name: data.get(name) for name in expected} == expected


@pytest.mark.parametrize("parallel", ["merged", "kept"])
@pytest.mark.parametrize("network", NETWORKS)
def test_cytoscape_reads_every_network_of_the_examples_whole(
    examples: Store, network: str, parallel: str, tmp_path: Path
) -> None:
    assert_whole(examples, Options(network, parallel), tmp_path)


def test_cytoscape_reads_hostile_words_as_they_are(
    statements: Iterable[Statement], shelve: Shelve, tmp_path: Path
) -> None:
    assert_whole(shelve(*hostile(statements, list(WORDS))), Options(), tmp_path)
