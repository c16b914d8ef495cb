from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigraph.adopt import Adoption, Saved, adopt, expected, read_saved
from aigraph.adopt.saved import Arc, Vertex
from aigraph.decisions import Known, format_line
from aigraph.errors import InputError
from aigraph.export import NETWORKS
from aigraph.revise import fresh
from aigraph.store import Store
from aigraph.workspace import Graph

KOLESNIKOV, WANG, LECUN = "person/alexander-kolesnikov", "person/alexandr-wang", "person/yann-lecun"
META = "organization/meta"


@pytest.fixture(scope="module")
def compare(examples: Store) -> Callable[..., Adoption]:
    """Return what compares a file with the examples, as their network of that name is drawn."""
    drawn = cache(lambda network: expected(examples, network))
    known = Known(examples.lookup, Graph(examples).entity)

    def compare(saved: Saved, network: str = "all", **options: bool) -> Adoption:
        return adopt(saved, drawn(network), known, **options)

    return compare


def lines(adoption: Adoption) -> list[str]:
    return [format_line(decision).replace("\t", " | ") for decision in adoption.decisions]


def merge(saved: Saved, into: str, *ids: str, label: str = "") -> Saved:
    """Do as "Merge nodes" of the Data Laboratory does."""
    vertices = {key: vertex for key, vertex in saved.vertices.items() if key not in ids}
    vertices[into] = Vertex(into, label or saved.vertices[ids[0]].label, {})

    def moved(key: str) -> str:
        return into if key in ids else key

    arcs = [replace(arc, source=moved(arc.source), target=moved(arc.target)) for arc in saved.arcs]
    return Saved(vertices, arcs)


def relabel(saved: Saved, key: str, label: str) -> Saved:
    return Saved(saved.vertices | {key: replace(saved.vertices[key], label=label)}, saved.arcs)


def annotate(saved: Saved, cell: str, *, of: Callable[[Arc], bool], column: str = "judgement") -> Saved:
    arcs = [replace(arc, cells={**arc.cells, column: cell}) if of(arc) else arc for arc in saved.arcs]
    return Saved(saved.vertices, arcs)


def leaving(arc: Arc) -> bool:
    return (arc.source, arc.kind, arc.target) == (LECUN, "left", META)


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("parallel", ["merged", "kept"])
def test_a_drawing_that_nobody_has_edited_decides_nothing(
    exported: Callable[..., Path], compare: Callable[..., Adoption], network: str, parallel: str
) -> None:
    saved = read_saved(exported(network=network, parallel=parallel))
    assert compare(saved, network=network) == Adoption()


@pytest.mark.parametrize("into", ["0", KOLESNIKOV])
def test_nodes_that_were_made_one_are_one(saved: Saved, compare: Callable[..., Adoption], into: str) -> None:
    found = compare(merge(saved, into, KOLESNIKOV, WANG))
    assert lines(found) == ["same | Person | Alexander Kolesnikov | Alexandr Wang"]
    assert (found.refused, found.missing_entities, found.missing_statements) == ([], 0, 0)


def test_three_nodes_that_were_made_one_are_one(saved: Saved, compare: Callable[..., Adoption]) -> None:
    assert lines(compare(merge(saved, "0", KOLESNIKOV, WANG, LECUN))) == [
        "same | Person | Alexander Kolesnikov | Alexandr Wang",
        "same | Person | Alexander Kolesnikov | Yann LeCun",
    ]


def test_nodes_of_two_classes_are_not_one(saved: Saved, compare: Callable[..., Adoption]) -> None:
    found = compare(merge(saved, "0", LECUN, META))
    assert not found.decisions
    assert "are not names of one class" in found.refused[0]


@pytest.mark.parametrize("network", ["moves", "careers"])
def test_organisations_are_made_one_in_other_networks_too(
    exported: Callable[..., Path], compare: Callable[..., Adoption], network: str
) -> None:
    saved = merge(read_saved(exported(network=network)), "0", "organization/openai", "organization/anthropic")
    assert lines(compare(saved, network=network)) == ["same | Organization | Anthropic | OpenAI"]


@pytest.mark.parametrize("label", ["Joëlle Pineau", "joelle  pineau"])
def test_the_label_of_another_is_another_name(saved: Saved, compare: Callable[..., Adoption], label: str) -> None:
    assert lines(compare(relabel(saved, LECUN, label))) == ["same | Person | Joëlle Pineau | Yann LeCun"]


@pytest.mark.parametrize(
    ("key", "label", "reason"),
    [
        (LECUN, "Yann the Great", "no article calls anyone so"),
        (LECUN, "Meta", "no article calls anyone so"),
        (META, "Facebook", "is known by both names already"),
        (LECUN, "\u202e\x1b[31m' OR 1=1 --", "no article calls anyone so"),
        (LECUN, "x" * 10_000_000, "xxx… was called Yann LeCun, and no article calls anyone so"),
    ],
)
def test_any_other_label_is_refused(
    saved: Saved, compare: Callable[..., Adoption], key: str, label: str, reason: str
) -> None:
    found = compare(relabel(saved, key, label))
    assert not found.decisions
    (refused,) = found.refused
    assert reason in refused


@pytest.mark.parametrize("column", ["judgement", "decision"])
@pytest.mark.parametrize("cell", ["reject", "Reject"])
def test_a_cell_judges_the_statements_of_an_edge(
    saved: Saved, compare: Callable[..., Adoption], cell: str, column: str
) -> None:
    found = compare(annotate(saved, cell, of=leaving, column=column))
    assert (lines(found), found.refused) == (["reject | left | Yann LeCun | Meta"], [])


@pytest.mark.parametrize("cell", ["no", "reject it", "same Meta"])
def test_a_cell_that_says_anything_else_is_refused(saved: Saved, compare: Callable[..., Adoption], cell: str) -> None:
    found = compare(annotate(saved, cell, of=leaving))
    assert not found.decisions
    (refused,) = found.refused
    assert "write accept or reject" in refused


def test_what_is_judged_in_two_ways_is_not_decided(saved: Saved, compare: Callable[..., Adoption]) -> None:
    both = annotate(saved, "reject", of=leaving)
    other = [replace(arc, id="x", cells={**arc.cells, "judgement": "accept"}) for arc in both.arcs if leaving(arc)]
    found = compare(Saved(both.vertices, [*both.arcs, *other]))
    assert not found.decisions
    assert "judged in two ways" in found.refused[0]


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("different Alexandr Wang", "different | Person | Alexandr Wang | Yann LeCun"),
        ("Unsure  joelle pineau", "unsure | Person | Joëlle Pineau | Yann LeCun"),
        ("same person/alexandr-wang", "same | Person | Alexandr Wang | Yann LeCun"),
    ],
)
def test_a_cell_judges_the_name_of_a_node(saved: Saved, compare: Callable[..., Adoption], cell: str, line: str) -> None:
    vertices = saved.vertices | {LECUN: replace(saved.vertices[LECUN], cells={"judgement": cell})}
    assert lines(compare(Saved(vertices, saved.arcs))) == [line]


@pytest.mark.parametrize(("cell", "reason"), [("accept", "write same NAME"), ("same Nobody Nowhere", "Nobody Nowhere")])
def test_a_cell_of_a_node_that_judges_no_name_is_refused(
    saved: Saved, compare: Callable[..., Adoption], cell: str, reason: str
) -> None:
    vertices = saved.vertices | {LECUN: replace(saved.vertices[LECUN], cells={"judgement": cell})}
    found = compare(Saved(vertices, saved.arcs))
    assert not found.decisions
    assert reason in found.refused[0]


def test_new_nodes_and_edges_are_refused_for_a_fact_needs_a_source(
    saved: Saved, compare: Callable[..., Adoption]
) -> None:
    vertices = saved.vertices | {"new": Vertex("new", "A new laboratory", {})}
    found = compare(Saved(vertices, [*saved.arcs, Arc("9", LECUN, "new", "movedTo", {})]))
    assert not found.decisions
    edge, node = found.refused
    assert edge.startswith(
        "edge 9 from person/yann-lecun (Yann LeCun) to new (A new laboratory) is new; a fact needs a source"
    )
    assert node.startswith("node new (A new laboratory) is not in the graph")
    assert "if it is new, a fact needs a source" in node


def test_an_edge_that_is_led_elsewhere_is_refused(saved: Saved, compare: Callable[..., Adoption]) -> None:
    arcs = [replace(arc, target="organization/openai") if leaving(arc) else arc for arc in saved.arcs]
    found = compare(Saved(saved.vertices, arcs))
    assert not found.decisions
    assert "once led elsewhere; a fact needs a source" in found.refused[0]


def filtered(saved: Saved) -> Saved:
    vertices = {key: vertex for key, vertex in saved.vertices.items() if key != LECUN}
    return Saved(vertices, [arc for arc in saved.arcs if LECUN not in (arc.source, arc.target)])


def test_what_is_filtered_out_is_counted_and_left_alone(saved: Saved, compare: Callable[..., Adoption]) -> None:
    found = compare(filtered(saved))
    assert (found.decisions, found.refused, found.missing_entities) == ((), [], 1)
    assert found.missing_statements > 1


def test_what_is_gone_is_rejected_when_that_is_asked_for(saved: Saved, compare: Callable[..., Adoption]) -> None:
    found = compare(filtered(saved), reject_missing=True)
    assert "reject | left | Yann LeCun | Meta" in lines(found)
    assert len(found.decisions) == found.missing_statements
    assert all(decision.judgement == "reject" for decision in found.decisions)


def test_a_file_of_another_graph_and_an_unknown_network_are_refused(
    saved: Saved, compare: Callable[..., Adoption]
) -> None:
    with pytest.raises(InputError, match="none of its nodes is in this graph"):
        compare(Saved({"a": Vertex("a", "A", {})}, []))
    with pytest.raises(InputError, match="there is no network 'people'"):
        compare(saved, network="people")


def test_decisions_make_the_graph_that_was_drawn(
    saved: Saved, compare: Callable[..., Adoption], examples: Store
) -> None:
    edited = annotate(merge(saved, "0", KOLESNIKOV, WANG), "reject", of=leaving)
    found = compare(edited)
    with Store.open(None, create=True) as store:
        fresh(store, examples.readings(), decisions=found.decisions)
        assert store.lookup.denoted("Person", "Alexander Kolesnikov") == store.lookup.denoted("Person", "Alexandr Wang")
        (left,) = (s for s in store.statements() if (s.subject.id, s.relation, s.object.id) == (LECUN, "left", META))
        assert left.status == "refuted"
        # The same file again says nothing else.
        again = adopt(edited, expected(store, "all"), Known(store.lookup, Graph(store).entity))
        assert set(again.decisions) <= set(found.decisions)


CELLS: st.SearchStrategy[Mapping[str, str]] = st.dictionaries(
    st.sampled_from(["judgement", "decision", "statement"]),
    st.sampled_from(["accept", "same x", ""]) | st.text(max_size=20),
)
KEYS = st.sampled_from([LECUN, META, "0", "new"]) | st.text(min_size=1, max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    vertices=st.lists(st.builds(Vertex, KEYS, st.text(max_size=10), CELLS), max_size=4),
    arcs=st.lists(st.builds(Arc, KEYS, KEYS, KEYS, st.sampled_from(["left", "from", ""]), CELLS), max_size=4),
)
def test_whatever_was_edited_it_is_decisions_or_lines(
    vertices: list[Vertex], arcs: list[Arc], saved: Saved, compare: Callable[..., Adoption]
) -> None:
    edited = Saved(saved.vertices | {vertex.id: vertex for vertex in vertices}, [*saved.arcs, *arcs])
    found = compare(edited)
    assert all(format_line(decision) for decision in found.decisions)
    assert compare(edited) == found
