from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from aigraph import __version__
from aigraph.export.gexf import write_gexf, write_network
from aigraph.export.networks import Drawing, draw
from aigraph.export.options import LICENCE, Options
from aigraph.export.provenance import Provenance
from aigraph.model import Statement
from aigraph.store import Store

FIXTURES = Path(__file__).parent / "fixtures"
G = "{http://gexf.net/1.3}"
NOTHING = Drawing((), lambda: iter(()), {})
SOURCE = Provenance(2, "2024-02", "2025-02-07", ("Example News",), "0123456789abcdef", LICENCE)
VIZ = "{http://gexf.net/1.3/viz}"
HOSTILE = "\x00\x1b[31m<b>&\"' ]]> \ud800\ufffe\u2028\u202e\n\t😀 =1+1 <!ENTITY x>"


@pytest.fixture
def drawn(statements: Sequence[Statement], shelve: Callable[[Iterable[Statement]], Store]) -> Drawing:
    return draw(shelve(statements), Options())


@pytest.fixture(scope="module")
def check_schema() -> Callable[[etree._Element], None]:
    schema = etree.RelaxNG(etree.parse(FIXTURES / "gexf.rng"))
    return lambda root: schema.assertValid(root)


def written(drawing: Drawing) -> bytes:
    stream = io.BytesIO()
    write_network(drawing.links(), lambda: drawing.nodes, documents=drawing.documents, source=SOURCE, stream=stream)
    return stream.getvalue()


def tree(drawing: Drawing) -> etree._Element:
    return etree.fromstring(written(drawing))


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


def test_the_file_obeys_the_schema(drawn: Drawing, check_schema: Callable[[etree._Element], None]) -> None:
    check_schema(tree(drawn))


def test_the_schema_refuses_what_it_should(drawn: Drawing, check_schema: Callable[[etree._Element], None]) -> None:
    root = tree(drawn)
    next(root.iter(f"{VIZ}position")).set("z", "None")
    with pytest.raises(etree.DocumentInvalid):
        check_schema(root)


def test_an_empty_network_is_a_valid_file(check_schema: Callable[[etree._Element], None]) -> None:
    root = tree(NOTHING)
    check_schema(root)
    assert not list(root.iter(f"{G}node", f"{G}edge"))


def test_every_node_has_a_place_a_size_and_a_colour(drawn: Drawing) -> None:
    nodes = {node.get("id"): node for node in tree(drawn).iter(f"{G}node")}
    assert nodes.keys() == {node.entity.id for node in drawn.nodes}
    openai = nodes["organization/openai"]
    assert openai.get("label") == "OpenAI"
    assert values(openai) == {
        "type": "Organization",
        "aliases": "Open AI | OpenAI Inc",
        "wikidata": "Q21708200",
        "degree": "3",
        "degree_in": "2",
        "degree_out": "1",
        "weight_in": "2",
        "weight_out": "3",
        "first_year": "2015",
        "last_year": "2024",
    }
    for node in drawn.nodes:
        position = nodes[node.entity.id].find(f"{VIZ}position")
        assert (float(position.get("x")), float(position.get("y"))) == pytest.approx((node.x, node.y), abs=0.001)
        assert float(nodes[node.entity.id].find(f"{VIZ}size").get("value")) > 0
    colors = {values(node)["type"]: dict(node.find(f"{VIZ}color").attrib) for node in nodes.values()}
    assert len({tuple(color.values()) for color in colors.values()}) == len(colors) == 3


def test_an_edge_carries_the_sentence_that_proves_it(drawn: Drawing) -> None:
    move = edge(tree(drawn), "person/john-schulman", "organization/anthropic", "movedTo")
    found = values(move)
    assert move.get("label") == "moved to"
    assert found["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."
    assert found["article"] == "Two researchers, three laboratories"
    assert found["url"] == "https://example.org/articles/1?a=1&b=2"
    assert found["from"] == "OpenAI"
    assert (found["modality"], found["standing"], found["confidence"]) == ("asserted", "accepted", "0.9")
    assert found["rule"] == "en.movedTo.test"


def test_the_origin_of_a_move_is_an_edge_of_its_own_kind(drawn: Drawing) -> None:
    origin = edge(tree(drawn), "organization/openai", "person/john-schulman", "from")
    assert values(origin)["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."


def test_who_said_it_is_told(drawn: Drawing) -> None:
    found = values(edge(tree(drawn), "person/andrej-karpathy", "organization/openai", "left"))
    assert (found["modality"], found["attributed_to"]) == ("reported", "A colleague")


def test_dates_are_whole_days_and_the_precise_date_stays_beside_them(drawn: Drawing) -> None:
    move = edge(tree(drawn), "person/john-schulman", "organization/anthropic", "movedTo")
    found = values(move)
    assert (move.get("start"), move.get("end")) == ("2024-08-01", None)
    assert (found["date"], found["start_earliest"], found["start_latest"]) == ("2024-08", "2024-08-01", "2024-08-31")
    assert (found["start_date"], found["year"], "end_date" in found) == ("2024-08-01", "2024", False)


def test_every_date_is_a_whole_day(drawn: Drawing) -> None:
    # Newer versions of Gephi refuse a whole file for one start="2024".
    days = [e.get(name) for e in tree(drawn).iter() for name in ("start", "end") if e.get(name)]
    assert len(days) > 9
    assert all(datetime.date.fromisoformat(day) for day in days)


def test_a_stay_without_a_known_start_is_open(drawn: Drawing) -> None:
    stay = edge(tree(drawn), "person/arthur-mensch", "organization/deepmind", "workedAt")
    assert (stay.get("start"), stay.get("end")) == (None, "2023-12-31")


def test_two_stays_at_one_place_are_one_edge_with_two_spells(drawn: Drawing) -> None:
    stays = edge(tree(drawn), "person/andrej-karpathy", "organization/openai", "workedAt")
    assert [dict(spell.attrib) for spell in stays.iter(f"{G}spell")] == [
        {"start": "2015-01-01", "end": "2017-12-31"},
        {"start": "2023-01-01", "end": "2024-12-31"},
    ]
    found = values(stays)
    assert "start" not in stays.attrib
    assert (found["start_value"], found["end_value"]) == ("2015 | 2023", "2017 | 2024")
    assert found["sentence"].count(" | ") == 1


def test_edges_that_lead_the_same_way_are_merged_with_all_their_evidence(
    statements: Sequence[Statement], shelve: Callable[[Iterable[Statement]], Store]
) -> None:
    moves = [s for s in statements if s.relation == "movedTo"]
    origin = [q for q in moves[0].qualifiers if q.name == "from"]
    both = [moves[0], replace(moves[1], qualifiers=(*moves[1].qualifiers, *origin))]
    merged = edge(tree(draw(shelve(both), Options())), "organization/openai", "person/john-schulman", "from")
    assert set(values(merged)["statement"].split(" | ")) == {move.id for move in moves}
    assert merged.get("start") == "2024-08-01"
    root = tree(draw(shelve(both), Options(parallel="kept")))
    kept = [e for e in root.iter(f"{G}edge") if values(e)["relation"] == "from"]
    assert [e.get("kind") for e in kept] == ["from", "from 2"]
    assert {values(e)["statement"] for e in kept} == {move.id for move in moves}


def test_every_weight_is_above_zero(drawn: Drawing) -> None:
    assert all(float(e.get("weight")) > 0 for e in tree(drawn).iter(f"{G}edge"))


def test_columns_are_declared_once_whatever_their_case_and_never_as_uri(drawn: Drawing) -> None:
    for attributes in tree(drawn).iter(f"{G}attributes"):
        names = [attribute.get("id").casefold() for attribute in attributes]
        assert len(names) == len(set(names))
        assert {attribute.get("type") for attribute in attributes} <= {"string", "double", "integer"}
        assert not {"start", "end", "id", "label", "weight", "kind"} & set(names)


def test_hostile_words_arrive_whole_save_what_xml_cannot_hold(
    drawn: Drawing, check_schema: Callable[[etree._Element], None]
) -> None:
    nodes = tuple(replace(node, entity=replace(node.entity, label=HOSTILE, aliases=(HOSTILE,))) for node in drawn.nodes)
    links = [replace(link, label=HOSTILE) for link in drawn.links()]
    root = tree(Drawing(nodes, lambda: iter(links), drawn.documents))
    check_schema(root)
    expected = HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\ud800", "\ufffd")
    expected = expected.replace("\ufffe", "\ufffd")
    assert {element.get("label") for element in root.iter(f"{G}node", f"{G}edge")} == {expected}
    assert {values(node)["aliases"] for node in root.iter(f"{G}node")} == {expected}


def test_the_same_statements_give_the_same_bytes_in_any_order(
    statements: Sequence[Statement], shelve: Callable[[Iterable[Statement]], Store]
) -> None:
    files = [written(draw(shelve(order), Options())) for order in (statements, statements[::-1])]
    assert files[0] == files[1]


def test_the_file_is_dated_by_its_newest_article_and_by_no_clock(drawn: Drawing) -> None:
    assert tree(drawn).find(f"{G}meta").get("lastmodifieddate") == "2025-02-07"


def test_the_file_says_what_it_was_made_from_and_who_may_use_it(drawn: Drawing) -> None:
    meta = tree(drawn).find(f"{G}meta")
    assert meta.findtext(f"{G}creator") == f"aigraph {__version__}"
    description = meta.findtext(f"{G}description")
    assert "with the rules 0123456789abcdef" in description
    assert "from 2 articles of 2024-02 to 2025-02-07." in description
    assert description.endswith(LICENCE)


def test_networkx_reads_the_file(drawn: Drawing) -> None:
    graph = nx.read_gexf(io.BytesIO(written(drawn)), version="1.3")
    assert set(graph.nodes) == {node.entity.id for node in drawn.nodes}
    assert graph.number_of_edges() == len(tuple(drawn.links()))
    move = graph.get_edge_data("person/john-schulman", "organization/anthropic")
    (found,) = move.values() if graph.is_multigraph() else (move,)
    assert found["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."
    assert (found["start"], found["weight"], found["year"]) == ("2024-08-01", 3.0, 2024)


def test_a_node_is_there_from_its_first_edge_to_its_last_if_all_of_them_have_a_date(drawn: Drawing) -> None:
    nodes = {node.get("id"): (node.get("start"), node.get("end")) for node in tree(drawn).iter(f"{G}node")}
    assert nodes["person/john-schulman"] == ("2024-08-01", None)
    assert nodes["organization/deepmind"] == (None, "2023-12-31")
    # A colleague says that he left, and does not say when.
    assert nodes["person/andrej-karpathy"] == nodes["organization/openai"] == (None, None)


def test_an_edge_that_someone_adds_is_of_no_source_until_it_says_more(drawn: Drawing) -> None:
    root = tree(drawn)
    defaults = {
        attribute.get("id"): attribute.findtext(f"{G}default")
        for attribute in root.iter(f"{G}attribute")
        if len(attribute)
    }
    assert defaults == {"standing": "unconfirmed", "confidence": "0", "sources": "0"}
    assert all(values(edge).keys() >= defaults.keys() for edge in root.iter(f"{G}edge"))


def test_edges_that_pass_through_a_file_are_the_same(
    statements: Sequence[Statement],
    shelve: Callable[[Iterable[Statement]], Store],
    drawn: Drawing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = []
    for bytes_in_memory in (1 << 24, 100):
        monkeypatch.setattr("aigraph.export.gexf._IN_MEMORY", bytes_in_memory)
        stream = io.BytesIO()
        write_gexf(shelve(statements), Options(), stream)
        files.append(stream.getvalue())
    assert files[0] == files[1]
    # The articles that a file names as its sources are those of the store.
    edges = [file[file.index(b"<graph") :] for file in (files[0], written(drawn))]
    assert edges[0] == edges[1]
