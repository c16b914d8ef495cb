"""Gephi's own importer reads what we write. It needs Java 17 and Maven, which fetches the Gephi toolkit once."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aigraph.export.gexf import write_drawing
from aigraph.export.networks import Drawing, draw
from aigraph.export.options import LICENCE, Options
from aigraph.export.provenance import Provenance
from aigraph.export.tables import write_edges
from aigraph.model import Node, Statement
from aigraph.store import Store

PROJECT = Path(__file__).parents[1] / "gephi"
SOURCE = Provenance(2, "2024-02", "2025-02-07", ("Example News",), "0123456789abcdef", LICENCE)
HOSTILE = "<b>&\"' ]]> \u2028\u202e\n\t😀 =1+1"

Lines = dict[str, list[dict[str, Any]]]
Gephi = Callable[[str, bytes], tuple[int, Lines]]

pytestmark = [
    pytest.mark.skipif(os.environ.get("AIGRAPH_GEPHI") == "0", reason="AIGRAPH_GEPHI=0 asks to leave Gephi out"),
    pytest.mark.skipif(not (shutil.which("java") and shutil.which("mvn")), reason="Java or Maven is not installed"),
]


@pytest.fixture(scope="session")
def gephi(tmp_path_factory: pytest.TempPathFactory) -> Gephi:
    """Return what opens a file in Gephi: file name and bytes -> exit code, and the lines that it printed, by kind."""
    build = tmp_path_factory.mktemp("gephi")
    maven = ["mvn", "--quiet", "--batch-mode", f"--file={PROJECT}", f"-Dbuild={build}", "compile"]
    # The first build fetches about 110 MB; later ones find them in Maven's own cache.
    subprocess.run(maven, check=True, timeout=1200)
    classpath = f"{build / 'classes'}{os.pathsep}{(build / 'classpath').read_text(encoding='utf-8')}"

    def open_in_gephi(name: str, content: bytes) -> tuple[int, Lines]:
        path = build / name
        path.write_bytes(content)
        options = ["-Djava.awt.headless=true", f"-Duser.home={build}", "-cp", classpath]
        java = ["java", *options, "aigraph.GephiCheck", str(path)]
        done = subprocess.run(java, capture_output=True, encoding="ascii", timeout=300, check=False)
        lines: Lines = {}
        for line in done.stdout.splitlines():
            members = json.loads(line)
            lines.setdefault(members.pop("line"), []).append(members)
        assert lines, done.stderr
        return done.returncode, lines

    return open_in_gephi


@pytest.fixture
def drawn(statements: Sequence[Statement], shelve: Callable[[Iterable[Statement]], Store]) -> Drawing:
    return draw(shelve(statements), Options())


def gexf(drawing: Drawing) -> bytes:
    stream = io.BytesIO()
    write_drawing(drawing, SOURCE, stream)
    return stream.getvalue()


def test_gephi_reads_every_node_edge_and_kind_and_has_nothing_to_say_against_them(gephi: Gephi, drawn: Drawing) -> None:
    code, seen = gephi("network.gexf", gexf(drawn))
    assert (code, seen["issue"]) == (0, [{"level": "INFO", "message": "GEXF version 1.3"}])
    (graph,) = seen["graph"]
    assert (graph["nodes"], graph["edges"]) == (len(drawn.nodes), len(tuple(drawn.links())))
    assert (graph["directed"], graph["multi"], graph["dynamic"]) == (True, True, True)
    assert {kind["name"]: kind["edges"] for kind in seen["kind"]} == Counter(edge.kind for edge in drawn.links())
    assert {node["id"]: node["label"] for node in seen["node"]} == {n.entity.id: n.entity.label for n in drawn.nodes}
    assert {(e["source"], e["target"], e["kind"]) for e in seen["edge"]} == {
        (e.source.id, e.target.id, e.kind) for e in drawn.links()
    }
    assert seen["layout"] == [{"name": "ForceAtlas2", "steps": 5}]
    assert seen["statistic"][0]["value"] == pytest.approx(len(tuple(drawn.links())) / len(drawn.nodes))


def test_gephi_reads_the_time_line(gephi: Gephi, drawn: Drawing) -> None:
    _, seen = gephi("time.gexf", gexf(drawn))
    assert seen["graph"][0]["time_format"] == "DATE"
    assert seen["time"] == [{"start": "2015-01-01", "end": "2025-02-01"}]
    spells = {(edge["source"], edge["target"], edge["kind"]): edge["spells"] for edge in seen["edge"]}
    assert {ends: spell for ends, spell in spells.items() if spell} == {
        ("organization/openai", "person/john-schulman", "from"): "2024-08-01/..",
        ("person/john-schulman", "organization/anthropic", "movedTo"): "2024-08-01/..",
        ("person/john-schulman", "organization/thinking-machines-lab", "movedTo"): "2025-02-01/..",
        ("person/ilya-sutskever", "organization/safe-superintelligence", "founded"): "2024-06-01/..",
        ("person/arthur-mensch", "organization/deepmind", "workedAt"): "../2023-12-31",
        ("person/andrej-karpathy", "organization/openai", "workedAt"): "2015-01-01/2017-12-31 2023-01-01/2024-12-31",
    }


def test_gephi_keeps_every_column_and_the_evidence(gephi: Gephi, drawn: Drawing) -> None:
    _, seen = gephi("columns.gexf", gexf(drawn))
    columns = {(column["of"], column["id"]): column["type"] for column in seen["column"]}
    assert columns["edge", "url"] == columns["edge", "sentence"] == columns["node", "wikidata"] == "String"
    assert (columns["edge", "confidence"], columns["edge", "year"]) == ("Double", "Integer")
    sentences = {edge["id"]: edge["sentence"] for edge in seen["edge"]}
    for edge in drawn.links():
        assert sentences[edge.id] == " | ".join(e.quote for s in edge.statements for e in s.evidence)


def test_gephi_keeps_edges_of_several_kinds_between_two_nodes_apart(gephi: Gephi, drawn: Drawing) -> None:
    ends = next(drawn.links())
    parallel = [replace(link, source=ends.source, target=ends.target) for link in drawn.links()]
    merged = list({link.kind: link for link in parallel}.values())
    code, seen = gephi("parallel.gexf", gexf(replace(drawn, links=lambda: iter(merged))))
    assert (code, [issue["level"] for issue in seen["issue"]]) == (0, ["INFO"])
    assert seen["graph"][0]["edges"] == len(merged) == len(seen["kind"])


def test_gephi_reads_hostile_labels_as_they_are(gephi: Gephi, drawn: Drawing) -> None:
    nodes = tuple(Node(replace(n.entity, label=HOSTILE), n.x, n.y, n.size) for n in drawn.nodes)
    code, seen = gephi("hostile.gexf", gexf(replace(drawn, nodes=nodes)))
    assert (code, {node["label"] for node in seen["node"]}) == (0, {HOSTILE})


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'title="url" type="string"', b'title="url" type="anyURI"'),
        (b'end="2017-12-31"', b'end="2014-12-31"'),
        (b'timeformat="date"', b'timeformat="double"'),
        (b"</gexf>", b""),
    ],
)
def test_the_check_notices_what_gephi_refuses(gephi: Gephi, drawn: Drawing, good: bytes, bad: bytes) -> None:
    content = gexf(drawn)
    assert good in content
    assert gephi("bad.gexf", content.replace(good, bad))[0] != 0


def test_gephi_reads_the_table_of_edges(
    gephi: Gephi, statements: Sequence[Statement], shelve: Callable[[Iterable[Statement]], Store]
) -> None:
    stream = io.BytesIO()
    write_edges(shelve(statements), Options(), stream)
    code, seen = gephi("edges.csv", stream.getvalue())
    assert (code, seen["graph"][0]["edges"]) == (0, len(statements))
    assert Counter({kind["name"]: kind["edges"] for kind in seen["kind"]}) == Counter(
        f"{s.relation} (denied)" if s.modality == "denied" else s.relation for s in statements
    )
