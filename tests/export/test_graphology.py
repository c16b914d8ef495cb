"""The reader of Gephi Lite, graphology-gexf, reads what we write. It is one of the packages of explorer/."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aigraph.export import NETWORKS, Options
from aigraph.export.gexf import write_network
from aigraph.export.networks import Drawing, draw
from aigraph.export.networks.attributes import edge_values, node_values
from aigraph.export.networks.looks import link_color, node_color
from aigraph.export.options import LICENCE
from aigraph.export.provenance import Provenance
from aigraph.model import Statement
from aigraph.store import Store

ROOT = Path(__file__).parents[2]
EXPLORER = ROOT / "explorer"
SOURCE = Provenance(2, "2024-02", "2025-02-07", ("Example News",), "0123456789abcdef", LICENCE)
# No U+2028: xmldom, which is here in place of a browser, takes it for the end of a line.
HOSTILE = "<b>&\"' ]]> \u202e 😀 =1+1, | é"

Read = Callable[[Drawing], dict[str, Any]]

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and (EXPLORER / "node_modules" / "graphology-gexf").is_dir()),
    reason="no Node.js, or its packages are not installed: npm ci in explorer/",
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return what writes a drawing and has graphology-gexf read it."""

    def read(drawing: Drawing) -> dict[str, Any]:
        stream = io.BytesIO()
        write_network(drawing.links(), lambda: drawing.nodes, documents=drawing.documents, source=SOURCE, stream=stream)
        file = tmp_path / "graph.gexf"
        file.write_bytes(stream.getvalue())
        command = ["node", str(Path(__file__).with_name("graphology.mjs")), str(EXPLORER), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return read


def rgb(color: str) -> str:
    return f"rgb({','.join(map(str, bytes.fromhex(color.removeprefix('#'))))})"


def plain(value: object) -> object:
    """A value without how it is written: the items of a list, in one text or apart."""
    if isinstance(value, str):
        return value.split(" | ")
    return list(value) if isinstance(value, tuple | list) else value


def same(found: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Tell whether attributes are those that are expected, and no others."""
    return {name: plain(value) for name, value in found.items()} == {
        name: pytest.approx(value, abs=0.001) if isinstance(value, float) else plain(value)
        for name, value in expected.items()
    }


@pytest.mark.parametrize("parallel", ["merged", "kept"])
@pytest.mark.parametrize("network", NETWORKS)
def test_gephi_lite_reads_every_network_of_the_examples_whole(
    read: Read, examples: Store, network: str, parallel: str
) -> None:
    drawing = draw(examples, Options(network=network, parallel=parallel))
    found = read(drawing)
    nodes = {node["id"]: node["values"] for node in found["nodes"]}
    assert nodes.keys() == {node.entity.id for node in drawing.nodes}
    for node in drawing.nodes:
        looks = {
            "label": node.entity.label,
            "color": rgb(node_color(node)),
            "size": node.radius,
            "x": node.x,
            "y": node.y,
        }
        assert same(nodes[node.entity.id], node_values(node) | looks)
    links = {link.id: link for link in drawing.links()}
    assert links.keys() == {edge["id"] for edge in found["edges"]}
    for edge in found["edges"]:
        link = links[edge["id"]]
        assert (edge["source"], edge["target"]) == (link.source.id, link.target.id)
        looks = {
            "relation": link.kind,
            "kind": link.kind_apart,
            "label": link.label,
            "weight": link.weight,
            "color": rgb(link_color(link)),
        }
        assert same(edge["values"], edge_values(link, drawing.documents) | looks)


def test_gephi_lite_reads_hostile_words_as_they_are_and_the_licence(
    read: Read, statements: Sequence[Statement], shelve: Callable[[Iterable[Statement]], Store]
) -> None:
    drawn = draw(shelve(statements), Options())
    nodes = [replace(node, entity=replace(node.entity, label=HOSTILE)) for node in drawn.nodes]
    found = read(replace(drawn, nodes=nodes))
    assert {node["values"]["label"] for node in found["nodes"]} == {HOSTILE}
    assert LICENCE in found["meta"]["description"]
