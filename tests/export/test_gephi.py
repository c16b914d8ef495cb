"""Gephi itself reads what we write: its own importers, layout, statistics and Preview, in one Java process."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.gephi.gephi import Gephi

from aigraph.export import EXPORTERS, NETWORKS, Options
from aigraph.export.details import iso
from aigraph.export.gexf import write_network
from aigraph.export.networks import Drawing, Link, draw
from aigraph.export.networks.drawing import drawing
from aigraph.export.options import LICENCE
from aigraph.export.provenance import Provenance
from aigraph.model import Entity, Statement
from aigraph.store import Store

SOURCE = Provenance(2, "2024-02", "2025-02-07", ("Example News",), "0123456789abcdef", LICENCE)
HOSTILE = "<b>&\"' ]]> \u2028\u202e\n\t😀 =1+1"

every_network = pytest.mark.parametrize("network", NETWORKS)
either_way = pytest.mark.parametrize("parallel", ["merged", "kept"])

Ends = tuple[str, str, str]


@pytest.fixture
def drawn(statements: Sequence[Statement], shelve: Callable[[Iterable[Statement]], Store]) -> Drawing:
    return draw(shelve(statements), Options())


def gexf(whole: Drawing) -> bytes:
    stream = io.BytesIO()
    write_network(whole.links(), lambda: whole.nodes, documents=whole.documents, source=SOURCE, stream=stream)
    return stream.getvalue()


def written(format: str, store: Store, options: Options | None = None) -> bytes:
    stream = io.BytesIO()
    EXPORTERS[format].write(store, options or Options(), stream)
    return stream.getvalue()


def days(whole: Drawing) -> dict[str, str]:
    """The days that Gephi's time line goes from and to: the first start, the last end, the other where one is open."""
    spells = [(iso(first), iso(last)) for link in whole.links() for first, last in link.spells]
    return {
        "start": min((first for first, _ in spells if first), default=min((last for _, last in spells), default="..")),
        "end": max((last or first for first, last in spells), default=".."),
    }


@either_way
@every_network
def test_gephi_reads_every_network_of_the_examples_and_has_nothing_to_say_against_it(
    gephi: Gephi, examples: Store, network: str, parallel: str
) -> None:
    options = Options(network=network, parallel=parallel)
    whole = draw(examples, options)
    links = list(whole.links())
    assert links
    seen = gephi.open(f"{network}.gexf", written("gexf", examples, options))
    assert not seen.complaints
    graph = seen.one("graph")
    assert (graph["nodes"], graph["edges"], graph["directed"]) == (len(whole.nodes), len(links), True)
    assert {node["id"]: node["label"] for node in seen["node"]} == {n.entity.id: n.entity.label for n in whole.nodes}
    assert sorted((edge["id"], edge["source"], edge["target"], edge["kind"]) for edge in seen["edge"]) == sorted(
        (link.id, link.source.id, link.target.id, link.kind_apart) for link in links
    )
    assert (graph["dynamic"], graph["time_format"]) == (any(link.spells for link in links), "DATE")
    assert seen.one("time") == days(whole)


def test_gephi_lays_out_counts_and_draws_the_network(gephi: Gephi, examples: Store, tmp_path: Path) -> None:
    whole = draw(examples, Options())
    before, after = (str(tmp_path / name) for name in ("before.png", "after.png"))
    seen = gephi.open(
        *("drawn.gexf", written("gexf", examples)),
        *(("picture", before), ("layout", "5"), "statistics", ("picture", after)),
    )
    assert not seen.complaints
    assert seen.one("layout") == {"name": "ForceAtlas2", "steps": 5}
    values = {statistic["name"]: statistic["value"] for statistic in seen["statistic"]}
    assert values["average degree"] == pytest.approx(len(list(whole.links())) / len(whole.nodes))
    assert 0.5 < values["sum of PageRank"] <= 1.001
    assert 0.2 < values["modularity"] < 1
    for picture in seen["picture"]:
        assert (picture["width"], picture["height"]) == (1024, 1024)
        assert picture["colors"] > 500
        assert picture["drawn"] > 0.01
    assert Path(before).read_bytes() != Path(after).read_bytes()


def test_gephi_reads_a_hundred_thousand_edges(gephi: Gephi, drawn: Drawing) -> None:
    links = list(drawn.links())
    people = [Entity(f"person/{i}", "Person", f"P {i}") for i in range(20_000)]
    places = [Entity(f"organization/{i}", "Organization", f"O {i}") for i in range(1_000)]

    def many() -> Iterator[Link]:
        for i in range(100_000):
            yield replace(links[i % len(links)], id=f"{i}", source=people[i // 5], target=places[i * 7 % 1_000])

    large = drawing(many, drawn.documents)
    path = gephi.folder / "large.gexf"
    path.write_bytes(gexf(large))
    seen = gephi.ask(("open", str(path)), "graph", ("layout", "1"), ("picture", str(path.with_suffix(".png"))))
    assert not seen.complaints
    assert (seen.one("graph")["nodes"], seen.one("graph")["edges"]) == (21_000, 100_000)
    assert seen.one("time") == days(drawn)
    assert seen.one("picture")["colors"] > 1_000


def test_gephi_reads_every_kind_place_and_size(gephi: Gephi, drawn: Drawing) -> None:
    seen = gephi.open("network.gexf", gexf(drawn))
    assert not seen.complaints
    assert {kind["name"]: kind["edges"] for kind in seen["kind"]} == Counter(edge.kind for edge in drawn.links())
    assert {(e["source"], e["target"], e["kind"]) for e in seen["edge"]} == {
        (e.source.id, e.target.id, e.kind) for e in drawn.links()
    }
    # Gephi scales a drawing to its own size, and leaves its shape.
    places = {node["id"]: (node["x"], node["y"]) for node in seen["node"]}
    wide, high = (max(place[axis] for place in places.values()) for axis in (0, 1))
    assert wide / high == pytest.approx(max(n.x for n in drawn.nodes) / max(n.y for n in drawn.nodes), rel=0.01)
    assert len({node["color"] for node in seen["node"]}) > 1
    assert len({edge["color"] for edge in seen["edge"]}) > 1


def test_gephi_reads_the_time_line(gephi: Gephi, drawn: Drawing) -> None:
    seen = gephi.open("time.gexf", gexf(drawn))
    assert seen.one("graph")["time_format"] == "DATE"
    assert seen.one("time") == {"start": "2015-01-01", "end": "2025-02-01"}
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
    seen = gephi.open("columns.gexf", gexf(drawn))
    columns = {(column["of"], column["id"]): column["type"] for column in seen["column"]}
    assert (columns["edge", "confidence"], columns["edge", "year"]) == ("Double", "Integer")
    assert columns["edge", "url"] in ("String", "String[]")
    cells = {edge["id"]: edge["values"] for edge in seen["edge"]}
    for link in drawn.links():
        for evidence in (evidence for statement in link.statements for evidence in statement.evidence):
            assert evidence.quote in cells[link.id]["sentence"]


def test_gephi_keeps_edges_of_several_kinds_between_two_nodes_apart(gephi: Gephi, drawn: Drawing) -> None:
    ends = next(drawn.links())
    parallel = [replace(link, source=ends.source, target=ends.target) for link in drawn.links()]
    merged = list({link.kind: link for link in parallel}.values())
    seen = gephi.open("parallel.gexf", gexf(replace(drawn, links=lambda: iter(merged))))
    assert not seen.complaints
    assert seen.one("graph")["edges"] == len(merged) == len(seen["kind"])


def test_gephi_reads_hostile_labels_as_they_are(gephi: Gephi, drawn: Drawing) -> None:
    nodes = tuple(replace(n, entity=replace(n.entity, label=HOSTILE)) for n in drawn.nodes)
    seen = gephi.open("hostile.gexf", gexf(replace(drawn, nodes=nodes)))
    assert not seen.complaints
    assert {node["label"] for node in seen["node"]} == {HOSTILE}


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'type="string"', b'type="anyURI"'),
        (b'end="2017-12-31"', b'end="2014-12-31"'),
        (b'timeformat="date"', b'timeformat="double"'),
        (b"</gexf>", b""),
    ],
)
def test_gephi_complains_of_a_bad_file(gephi: Gephi, drawn: Drawing, good: bytes, bad: bytes) -> None:
    content = gexf(drawn)
    assert good in content
    assert gephi.open("bad.gexf", content.replace(good, bad)).complaints


@either_way
@pytest.mark.parametrize("format", ["graphml", "graphviz", "pajek"])
def test_gephi_reads_the_other_formats_too(gephi: Gephi, examples: Store, format: str, parallel: str) -> None:
    options = Options(parallel=parallel)
    whole = draw(examples, options)
    seen = gephi.open(EXPORTERS[format].file, written(format, examples, options))
    assert not seen.complaints
    assert sorted(node["label"] for node in seen["node"]) == sorted(node.entity.label for node in whole.nodes)
    labels = {node["id"]: node["label"] for node in seen["node"]}
    # Of these, only GraphML has edges of several kinds: of the others' edges that lead the same way, Gephi makes one.
    kinds = format == "graphml"
    assert sorted((labels[e["source"]], labels[e["target"]], e["kind"] or "") for e in seen["edge"]) == sorted(
        {(link.source.label, link.target.label, link.kind_apart if kinds else "") for link in whole.links()}
    )


@every_network
def test_gephi_reads_the_tables_of_every_network_with_their_time(gephi: Gephi, examples: Store, network: str) -> None:
    options = Options(network=network)
    drawing = draw(examples, options)
    seen = gephi.open("edges.csv", written("edges", examples, options))
    assert not seen.complaints
    assert sorted((edge["id"], edge["source"], edge["target"]) for edge in seen["edge"]) == sorted(
        (link.id, link.source.id, link.target.id) for link in drawing.links()
    )
    assert seen.one("time") == days(drawing)
    seen = gephi.open("nodes.csv", written("nodes", examples, options))
    assert not seen.complaints
    assert {node["id"]: node["label"] for node in seen["node"]} == {n.entity.id: n.entity.label for n in drawing.nodes}
