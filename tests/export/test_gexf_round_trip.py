"""What networkx reads back is what the graph holds, whatever the words, the dates and the network."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from aigraph import escape
from aigraph.export import NETWORKS
from aigraph.export.details import iso, text
from aigraph.export.gexf import write_gexf
from aigraph.export.networks import draw
from aigraph.export.networks.attributes import edge_values, node_values
from aigraph.export.options import Options
from aigraph.model import (
    Bound,
    Claim,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Qualifier,
    Span,
    Statement,
    Status,
    Tenure,
)
from aigraph.store import Store

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "fixtures" / "gexf.rng"))

ARTICLE = Document("Somebody joined something.", title="=1+1 & <b>", url="https://example.org/?a=1&b=2")

words = st.text(min_size=1, max_size=12) | st.sampled_from(("\x00<b>&\"' ]]>", "\ud800\u202e\n\t😀", "=1+1 | é"))
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))
dates = st.sampled_from(("", "recently", "2023", "2023-04", "2024-02-29", "2020/2022", "2025/..", "../2019"))

people = st.builds(Entity, st.sampled_from([f"person/p{n}" for n in range(4)]), st.just("Person"), words)
places = st.builds(
    *(Entity, st.sampled_from([f"organization/o{n}" for n in range(3)]), st.just("Organization"), words),
    aliases=st.lists(words, max_size=2).map(tuple),
    same_as=st.sampled_from(((), ("Q1",), ("Q1", "Q2"))),
)
works = st.builds(Entity, st.sampled_from(("model/m0", "model/m1")), st.just("Model"), words)
ends = st.one_of(
    st.tuples(people, st.sampled_from(("movedTo", "workedAt", "founded", "left", "declined")), places),
    st.tuples(people, st.just("coCreated"), works),
    st.tuples(places, st.just("developed"), works),
    st.tuples(places, st.sampled_from(("approached", "investedIn")), people | places),
)


@st.composite
def statements(draw: st.DrawFn) -> list[Statement]:
    """Statements of which no two have the same ends and relation, as in a graph."""
    found: dict[str, Statement] = {}
    for subject, relation, target in draw(st.lists(ends, max_size=8)):
        qualifiers = {Qualifier("date" if relation != "workedAt" else "start", draw(dates), draw(words))}
        if relation == "workedAt":
            qualifiers.add(Qualifier("end", draw(dates), draw(words)))
        if relation == "movedTo":
            origin = draw(places)
            qualifiers.add(Qualifier("from", origin.id, origin.label, type="Organization"))
        mention = Mention(Span(0, 8), "Somebody", "Person", "Somebody", Span(0, 8))
        claims = tuple(
            Claim(
                *(mention, relation, mention, Evidence(ARTICLE.id, Span(0, place + 1), draw(words), "en.test")),
                *(draw(st.sampled_from(Modality)), draw(st.none() | words), draw(st.floats(0, 1))),
                tuple(sorted(qualifiers)),
            )
            for place in range(draw(st.integers(1, 2)))
        )
        statement = Statement(
            *(subject, relation, target, claims, draw(st.sampled_from(Status)), draw(st.floats(0, 1))),
            *(tuple(sorted(qualifiers)), (), draw(st.integers(1, 3))),
        )
        found[statement.id] = statement
    return list(found.values())


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Statement], list[Tenure]]:
    """Statements, and stays that rest on those that tell of one."""
    said = draw(statements())
    tenures = []
    for rank, statement in enumerate(s for s in said if s.relation in ("movedTo", "workedAt", "left")):
        for turn in range(draw(st.integers(0, 2))):
            some = sorted(draw(days) for _ in range(4))
            choices = (None,) if draw(st.booleans()) else (*some, None)
            one, two, three, four = (Bound(day if draw(st.sampled_from(choices)) else None) for day in some)
            roles = tuple(draw(st.lists(words, max_size=2, unique=True)))
            person, place = statement.subject, statement.object
            tenures.append(
                Tenure(person, place, 2 * rank + turn, one, two, three, four, roles, statements=(statement.id,))
            )
    return said, tenures


class Shelf:
    """All of a store that a network is made from."""

    def __init__(self, statements: Iterable[Statement], tenures: Iterable[Tenure]) -> None:
        self._statements = sorted(statements, key=lambda s: (s.subject.id, s.relation, s.object.id, s.id))
        self._tenures = tuple(tenures)
        self.lookup = self

    def statements(self) -> Iterable[Statement]:
        return iter(self._statements)

    def tenures_of(self, person_id: str) -> tuple[Tenure, ...]:
        return tuple(tenure for tenure in self._tenures if tenure.person.id == person_id)

    def document(self, _document_id: str) -> Document:
        return ARTICLE

    def entity(self, _entity_id: str) -> None:
        return None

    def articles(self) -> Iterable[tuple[str, Document]]:
        return iter([(ARTICLE.id, ARTICLE)])


def clean(value: object) -> object:
    """Return a value as XML can hold it."""
    return escape.xml(text(cast("Any", value))) if isinstance(value, str | tuple) else value


@pytest.mark.parametrize("network", list(NETWORKS))
@pytest.mark.parametrize("parallel", ["kept", "merged"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_what_is_read_back_is_what_the_graph_holds(
    network: str, parallel: str, graph: tuple[list[Statement], list[Tenure]]
) -> None:
    said, tenures = graph
    store = cast("Store", Shelf(said, tenures))
    options = Options(network=network, parallel=parallel)
    drawing = draw(store, options)
    links = list(drawing.links())
    stream = io.BytesIO()
    write_gexf(store, options, stream)
    SCHEMA.assertValid(etree.fromstring(stream.getvalue()))

    stream.seek(0)
    read = nx.read_gexf(stream, version="1.3")
    assert set(read.nodes) == {node.entity.id for node in drawing.nodes}
    for node in drawing.nodes:
        found = read.nodes[node.entity.id]
        assert found["label"] == escape.xml(node.entity.label)
        assert (found.get("start", ""), found.get("end", "")) == tuple(map(iso, node.spell))
        for name, value in node_values(node).items():
            assert found[name] == pytest.approx(clean(value), abs=0.001), name
    edges = {data["id"]: (source, target, data) for source, target, data in read.edges(data=True)}
    assert edges.keys() == {link.id for link in links}
    assert read.number_of_edges() == len(links)
    for link in links:
        source, target, data = edges[link.id]
        assert (source, target) == (link.source.id, link.target.id)
        assert (data["label"], data["relation"], data["weight"]) == (escape.xml(link.label), link.kind, link.weight)
        spells = data.get("spells", [(data.get("start"), data.get("end"))])
        # networkx has the word "None" for the open end of a spell.
        assert [tuple("" if day in (None, "None") else day for day in spell) for spell in spells] == [
            tuple(map(iso, spell)) for spell in link.spells or [(None, None)]
        ]
        for name, value in edge_values(link, drawing.documents).items():
            assert data[name] == pytest.approx(clean(value), abs=0.001), name
    assert len({(link.source.id, link.target.id, link.kind_apart) for link in links}) == len(links)


@settings(max_examples=60, deadline=None)
@given(graph=graphs())
def test_no_spell_ends_before_it_starts_or_meets_another_and_none_hides_what_has_no_date(
    graph: tuple[list[Statement], list[Tenure]],
) -> None:
    for network in NETWORKS:
        for parallel in ("kept", "merged"):
            drawing = draw(cast("Store", Shelf(*graph)), Options(network=network, parallel=parallel))
            spells_of: dict[str, list[tuple[tuple[datetime.date, datetime.date], ...]]] = {}
            for link in drawing.links():
                assert all(first <= last for first, last in link.spells)
                assert all(one[1] < other[0] for one, other in zip(link.spells, link.spells[1:], strict=False))
                for end in (link.source, link.target):
                    spells_of.setdefault(end.id, []).append(link.spells)
            for node in drawing.nodes:
                open_ = (datetime.date.min, datetime.date.max)
                times = [spell for spells in spells_of[node.entity.id] for spell in spells or (open_,)]
                assert node.spell == (min(first for first, _ in times), max(last for _, last in times))


@pytest.mark.parametrize("network", list(NETWORKS))
@settings(max_examples=60, deadline=None)
@given(graph=graphs())
def test_a_merged_edge_is_all_that_lead_the_same_way(network: str, graph: tuple[list[Statement], list[Tenure]]) -> None:
    store = cast("Store", Shelf(*graph))
    kept, merged = (
        list(draw(store, Options(network=network, parallel=parallel)).links()) for parallel in ("kept", "merged")
    )
    assert sorted({link.way for link in kept}) == sorted(link.way for link in merged)
    for whole in merged:
        parts = [link for link in kept if link.way == whole.way]
        assert {s.id for s in whole.statements} == {s.id for part in parts for s in part.statements}
        assert {p.id for p in whole.people} == {p.id for part in parts for p in part.people}
        assert set(whole.roles) == {role for part in parts for role in part.roles}
        assert whole.weight == (len(whole.people) or parts[0].weight)
        if all(part.spells for part in parts):
            times = [spell for part in parts for spell in part.spells]
            assert {day for spell in whole.spells for day in spell} <= {day for spell in times for day in spell}
            for first, last in times if whole.spells else ():
                assert any(one <= first and last <= other for one, other in whole.spells)
        else:
            assert whole.spells == ()


@settings(max_examples=30, deadline=None)
@given(graph=graphs(), shuffled=st.randoms(use_true_random=False))
def test_the_order_of_what_is_said_does_not_matter(graph: tuple[list[Statement], list[Tenure]], shuffled: Any) -> None:
    said, tenures = graph
    files = []
    for _ in range(2):
        for network in NETWORKS:
            stream = io.BytesIO()
            write_gexf(cast("Store", Shelf(said, tenures)), Options(network=network), stream)
            files.append(stream.getvalue())
        shuffled.shuffle(said)
    assert files[: len(NETWORKS)] == files[len(NETWORKS) :]
