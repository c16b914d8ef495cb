from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from aigraph.export.gexf import write_gexf
from aigraph.graph.network import network
from aigraph.model import Document, Edge, Network, Node, Statement
from aigraph.vocabulary import vocabulary

FIXTURES = Path(__file__).parent / "fixtures"
G = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
HOSTILE = "\x00\x1b[31m<b>&\"' ]]> \ud800\ufffe\u2028\u202e\n\t😀 =1+1 <!ENTITY x>"


@pytest.fixture
def drawn(statements: Sequence[Statement], documents: dict[str, Document]) -> Network:
    return network(statements, documents)


@pytest.fixture(scope="module")
def check_schema() -> Callable[[etree._Element], None]:
    schema = etree.RelaxNG(etree.parse(FIXTURES / "gexf.rng"))
    return lambda root: schema.assertValid(root)


def written(network: Network) -> bytes:
    stream = io.BytesIO()
    write_gexf(network, stream)
    return stream.getvalue()


def tree(network: Network) -> etree._Element:
    return etree.fromstring(written(network))


def edge(root: etree._Element, source: str, target: str, kind: str) -> etree._Element:
    (found,) = root.xpath(
        "//g:edge[@source=$source and @target=$target and @kind=$kind]",
        namespaces={"g": G[1:-1]},
        source=source,
        target=target,
        kind=kind,
    )
    return found


def values(element: etree._Element) -> dict[str, str]:
    return {value.get("for"): value.get("value") for value in element.iter(f"{G}attvalue")}


def test_the_file_obeys_the_schema(drawn: Network, check_schema: Callable[[etree._Element], None]) -> None:
    check_schema(tree(drawn))


def test_the_schema_refuses_what_it_should(drawn: Network, check_schema: Callable[[etree._Element], None]) -> None:
    root = tree(drawn)
    next(root.iter(f"{VIZ}position")).set("z", "None")
    with pytest.raises(etree.DocumentInvalid):
        check_schema(root)


def test_an_empty_network_is_a_valid_file(check_schema: Callable[[etree._Element], None]) -> None:
    root = tree(Network((), (), {}))
    check_schema(root)
    assert not list(root.iter(f"{G}node", f"{G}edge"))


def test_every_node_has_a_place_a_size_and_a_colour(drawn: Network) -> None:
    nodes = {node.get("id"): node for node in tree(drawn).iter(f"{G}node")}
    assert nodes.keys() == {node.entity.id for node in drawn.nodes}
    openai = nodes["organization/openai"]
    assert openai.get("label") == "OpenAI"
    assert values(openai) == {"type": "Organization", "aliases": "Open AI | OpenAI Inc", "wikidata": "Q21708200"}
    for node in drawn.nodes:
        position = nodes[node.entity.id].find(f"{VIZ}position")
        assert (float(position.get("x")), float(position.get("y"))) == pytest.approx((node.x, node.y), abs=0.001)
        assert float(nodes[node.entity.id].find(f"{VIZ}size").get("value")) > 0
    colors = {values(node)["type"]: dict(node.find(f"{VIZ}color").attrib) for node in nodes.values()}
    assert len({tuple(color.values()) for color in colors.values()}) == len(colors) == 3


def test_an_edge_carries_the_sentence_that_proves_it(drawn: Network) -> None:
    move = edge(tree(drawn), "person/john-schulman", "organization/anthropic", "movedTo")
    found = values(move)
    assert move.get("label") == "moved to"
    assert found["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."
    assert found["article"] == "Two researchers, three laboratories"
    assert found["url"] == "https://example.org/articles/1?a=1&b=2"
    assert found["from"] == "OpenAI"
    assert (found["modality"], found["standing"], found["confidence"]) == ("asserted", "accepted", "0.9")
    assert found["rule"] == "en.movedTo.test"


def test_the_origin_of_a_move_is_an_edge_of_its_own_kind(drawn: Network) -> None:
    origin = edge(tree(drawn), "organization/openai", "person/john-schulman", "from")
    assert values(origin)["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."


def test_who_said_it_is_told(drawn: Network) -> None:
    found = values(edge(tree(drawn), "person/andrej-karpathy", "organization/openai", "left"))
    assert (found["modality"], found["attributed_to"]) == ("reported", "A colleague")


def test_dates_are_whole_days_and_the_precise_date_stays_beside_them(drawn: Network) -> None:
    move = edge(tree(drawn), "person/john-schulman", "organization/anthropic", "movedTo")
    found = values(move)
    assert (move.get("start"), move.get("end")) == ("2024-08-01", None)
    assert (found["date"], found["start_earliest"], found["start_latest"]) == ("2024-08", "2024-08-01", "2024-08-31")
    assert (found["start_date"], found["year"], "end_date" in found) == ("2024-08-01", "2024", False)


def test_every_date_is_a_whole_day(drawn: Network) -> None:
    # Newer versions of Gephi refuse a whole file for one start="2024".
    days = [e.get(name) for e in tree(drawn).iter() for name in ("start", "end") if e.get(name)]
    assert len(days) == 9
    assert all(datetime.date.fromisoformat(day) for day in days)


def test_a_stay_without_a_known_start_is_open(drawn: Network) -> None:
    stay = edge(tree(drawn), "person/arthur-mensch", "organization/deepmind", "workedAt")
    assert (stay.get("start"), stay.get("end")) == (None, "2023-12-31")


def test_two_stays_at_one_place_are_one_edge_with_two_spells(drawn: Network) -> None:
    stays = edge(tree(drawn), "person/andrej-karpathy", "organization/openai", "workedAt")
    assert [dict(spell.attrib) for spell in stays.iter(f"{G}spell")] == [
        {"start": "2015-01-01", "end": "2017-12-31"},
        {"start": "2023-01-01", "end": "2024-12-31"},
    ]
    found = values(stays)
    assert "start" not in stays.attrib
    assert (found["start_value"], found["end_value"]) == ("2015 | 2023", "2017 | 2024")
    assert found["sentence"].count(" | ") == 1


def test_edges_that_gephi_would_merge_are_merged_with_all_their_evidence(drawn: Network) -> None:
    first, second = (e for e in drawn.edges if e.relation == "movedTo")
    both = [replace(e, source="person/john-schulman", target="organization/anthropic") for e in (first, second)]
    root = tree(replace(drawn, edges=tuple(both)))
    (merged,) = root.iter(f"{G}edge")
    assert set(values(merged)["statement"].split(" | ")) == {first.statement.id, second.statement.id}
    assert merged.get("start") == "2024-08-01"
    assert float(merged.get("weight")) == 3


def test_every_weight_is_above_zero(drawn: Network) -> None:
    ratio = next(relation for relation in vocabulary().relations.values() if relation.weight == 0)
    weightless = [replace(e, statement=replace(e.statement, relation=ratio.id, confidence=0.0)) for e in drawn.edges]
    root = tree(replace(drawn, edges=tuple(weightless)))
    assert all(float(e.get("weight")) > 0 for e in root.iter(f"{G}edge"))


def test_columns_are_declared_once_whatever_their_case_and_never_as_uri(drawn: Network) -> None:
    for attributes in tree(drawn).iter(f"{G}attributes"):
        names = [attribute.get("id").casefold() for attribute in attributes]
        assert len(names) == len(set(names))
        assert {attribute.get("type") for attribute in attributes} <= {"string", "double", "integer"}
        assert not {"start", "end", "id", "label", "weight", "kind"} & set(names)


def test_hostile_words_arrive_whole_save_what_xml_cannot_hold(
    drawn: Network, check_schema: Callable[[etree._Element], None]
) -> None:
    nodes = tuple(
        Node(replace(node.entity, label=HOSTILE, aliases=(HOSTILE,)), node.x, node.y, node.size) for node in drawn.nodes
    )
    edges = tuple(Edge(e.id, e.source, e.target, e.relation, HOSTILE, e.statement) for e in drawn.edges)
    root = tree(Network(nodes, edges, drawn.documents))
    check_schema(root)
    expected = HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\ud800", "\ufffd")
    expected = expected.replace("\ufffe", "\ufffd")
    assert {element.get("label") for element in root.iter(f"{G}node", f"{G}edge")} == {expected}
    assert {values(node)["aliases"] for node in root.iter(f"{G}node")} == {expected}


def test_the_same_network_gives_the_same_bytes_in_any_order(drawn: Network) -> None:
    shuffled = Network(drawn.nodes[::-1], drawn.edges[::-1], dict(reversed(list(drawn.documents.items()))))
    assert written(shuffled) == written(drawn)


def test_the_file_is_dated_by_its_newest_article_and_by_no_clock(drawn: Network) -> None:
    assert tree(drawn).find(f"{G}meta").get("lastmodifieddate") == "2025-02-07"
    assert "lastmodifieddate" not in tree(Network((), (), {})).find(f"{G}meta").attrib


def test_networkx_reads_the_file(drawn: Network) -> None:
    graph = nx.read_gexf(io.BytesIO(written(drawn)), version="1.3")
    assert set(graph.nodes) == {node.entity.id for node in drawn.nodes}
    assert graph.number_of_edges() == len(drawn.edges)
    move = graph.get_edge_data("person/john-schulman", "organization/anthropic")
    (found,) = move.values() if graph.is_multigraph() else (move,)
    assert found["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."
    assert (found["start"], found["weight"], found["year"]) == ("2024-08-01", 3.0, 2024)
