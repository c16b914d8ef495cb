"""Every network file but GEXF gives back what was drawn: each node and edge, with all that they carry."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.export import readers
from tests.export.conftest import MOVES, REST, STAYS
from tests.export.readers import Read

from aigraph import escape
from aigraph.export import EXPORTERS, NETWORKS, Options
from aigraph.export.details import Value, number, text
from aigraph.export.neo4j import relationship_type
from aigraph.export.networks import Drawing, draw
from aigraph.export.networks.attributes import edge_values, node_values
from aigraph.export.pajek import unmistakable
from aigraph.export.provenance import provenance
from aigraph.model import Claim, Document, Entity, Statement, Tenure
from aigraph.store import Store

Known = Mapping[str, object]
Shelve = Callable[..., Store]


@dataclass(frozen=True)
class Format:
    """How a format is read, and what it makes of a value."""

    read: Callable[[bytes], Read]
    value: Callable[[Value], object]
    name: str = "label"
    parent: str = "parent"
    kind: Callable[[str], str] = str


def _exact(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _listed(value: Value) -> object:
    return [escape.xml(item) for item in value] if isinstance(value, tuple) else _typed(value)


def _typed(value: Value) -> object:
    if isinstance(value, float):
        return float(number(value))
    return value if isinstance(value, int) else _text(value)


def _text(value: Value) -> object:
    return escape.xml(text(value))


FORMATS = {
    "graphml": Format(readers.graphml, _typed),
    "cytoscape": Format(readers.cytoscape, _exact, parent="parent_id"),
    "graphviz": Format(readers.graphviz, _text),
    "neo4j": Format(readers.neo4j, _listed, name="name", kind=relationship_type),
}
"""Every format that holds all that is known."""

every_format = pytest.mark.parametrize("format", [*FORMATS, "pajek"])
every_network = pytest.mark.parametrize("network", list(NETWORKS))
kept_and_merged = pytest.mark.parametrize("parallel", ["kept", "merged"])

NASTY = st.text(
    st.sampled_from("\"\\&;<>|\x00\x1f\r\n\t,{}[]()#'*%:=-+ \u2028\u202e\ufeffé😀NGlEAn08"), min_size=1, max_size=12
)
WORDS = st.one_of(NASTY, st.text(min_size=1, max_size=12))


@pytest.fixture
def tenure(statements: Iterable[Statement]) -> Tenure:
    """The stay of someone of whom the statements speak."""
    stay = next(statement for statement in statements if statement.relation == "workedAt")
    return Tenure(stay.subject, stay.object, 0, roles=("chercheur | researcher",), statements=(stay.id,))


def written(format: str, store: Store, options: Options) -> bytes:
    stream = io.BytesIO()
    EXPORTERS[format].write(store, options, stream)
    return stream.getvalue()


def read(format: str, content: bytes) -> Read:
    return readers.pajek(content) if format == "pajek" else FORMATS[format].read(content)


def assert_same(format: str, found: Read, drawing: Drawing) -> None:
    if format == "pajek":
        _assert_same_in_pajek(found, drawing)
        return
    how, links = FORMATS[format], {link.id: link for link in drawing.links()}
    assert found.nodes.keys() == {node.entity.id for node in drawing.nodes}
    assert found.edges.keys() == links.keys()
    for node in drawing.nodes:
        expected = node_values(node) | {how.name: node.entity.label}
        if "parent" in expected:
            expected[how.parent] = expected.pop("parent")
        _assert_holds(found.nodes[node.entity.id], {name: how.value(value) for name, value in expected.items()})
    for key, link in links.items():
        ends = {"source": link.source.id, "target": link.target.id, "kind": how.kind(link.kind)}
        expected = edge_values(link, drawing.documents) | {how.name: link.label, "weight": link.weight}
        _assert_holds(found.edges[key], ends | {name: how.value(value) for name, value in expected.items()})


def _assert_holds(found: Known, expected: Known) -> None:
    assert {name: found.get(name) for name in expected} == expected


def _assert_same_in_pajek(found: Read, drawing: Drawing) -> None:
    """Pajek knows labels, kinds and weights, and a label is on one line."""
    names = {node.entity.id: _line(name) for node, name in zip(drawing.nodes, unmistakable(drawing.nodes), strict=True)}
    assert found.nodes.keys() == set(names.values())
    assert sorted(tuple(edge.values()) for edge in found.edges.values()) == sorted(
        (
            names[link.source.id],
            names[link.target.id],
            link.kind if link.modality in ("asserted", "reported") else f"{link.kind} ({link.modality})",
            float(number(link.weight)),
        )
        for link in drawing.links()
    )


def _line(name: str) -> str:
    return escape.xml(name).replace("\n", " ").replace("\r", " ")


@every_network
@kept_and_merged
@every_format
def test_what_is_drawn_comes_back(
    format: str, network: str, parallel: str, statements: tuple[Statement, ...], tenure: Tenure, shelve: Shelve
) -> None:
    options, store = Options(network, parallel), shelve(statements, [tenure])
    assert_same(format, read(format, written(format, store, options)), draw(store, options))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=7, max_size=7), parallel=st.sampled_from(["kept", "merged"]))
@every_format
def test_whatever_the_words_are_they_come_back(
    format: str, words: list[str], parallel: str, statements: tuple[Statement, ...], shelve: Shelve
) -> None:
    options, store = Options(parallel=parallel), shelve(*hostile(statements, words))
    assert_same(format, read(format, written(format, store, options)), draw(store, options))


def hostile(statements: Iterable[Statement], words: list[str]) -> tuple[list[Statement], list[Tenure], list[Document]]:
    """Return the statements with other names, sentences and titles; several things may bear one name."""
    at = cycle(words)
    names: dict[str, Entity] = {}

    def renamed(entity: Entity) -> Entity:
        return names.setdefault(entity.id, replace(entity, label=next(at), aliases=(next(at), next(at))))

    def reworded(claim: Claim) -> Claim:
        details = tuple(replace(q, text=next(at)) for q in claim.qualifiers)
        return replace(claim, evidence=replace(claim.evidence, quote=next(at)), qualifiers=details)

    found = [
        replace(
            statement,
            subject=renamed(statement.subject),
            object=renamed(statement.object),
            claims=tuple(map(reworded, statement.claims)),
            qualifiers=tuple(replace(q, text=next(at)) for q in statement.qualifiers),
        )
        for statement in statements
    ]
    articles = [
        replace(article, title=next(at), url=f"https://example.org/{next(at)}") for article in (MOVES, STAYS, REST)
    ]
    return found, [], articles


PLACES: Mapping[str, Callable[[bytes], str]] = {
    "graphml": lambda content: str(etree.fromstring(content).findtext("{*}desc")),
    "cytoscape": lambda content: " ".join(json.loads(content)["data"][name] for name in ("provenance", "licence")),
    "graphviz": lambda content: content.decode().splitlines()[0],
    "pajek": lambda content: content.decode().splitlines()[1],
    "neo4j": lambda content: readers.unpacked(content)["README.txt"],
}
"""Where each format says what it was made from."""


@every_format
def test_every_file_says_what_it_was_made_from_and_who_may_use_it(
    format: str, statements: Iterable[Statement], shelve: Shelve
) -> None:
    store, options = shelve(statements), Options(licence='Ask\n"us" <first> & */ --> \\')
    said = PLACES[format](written(format, store, options))
    assert provenance(store, options).line in said
    assert 'Ask "us" <first> & */ --> \\' in said


def test_the_provenance_is_a_node_of_neo4j(statements: Iterable[Statement], shelve: Shelve) -> None:
    store, options = shelve(statements), Options()
    (row,) = csv.DictReader(io.StringIO(readers.unpacked(written("neo4j", store, options))["provenance.csv"]))
    source = provenance(store, options)
    assert (row[":LABEL"], row["made"], row["licence"]) == ("Provenance", source.sentence, source.licence)
    assert row["publishers:string[]"].split("\x1f") == ["Example News", "Exemple"]


def test_the_command_for_neo4j_names_every_table(statements: Iterable[Statement], shelve: Shelve) -> None:
    files = readers.unpacked(written("neo4j", shelve(statements), Options()))
    (command,) = (line for line in files["README.txt"].splitlines() if line.startswith("neo4j-admin "))
    assert set(re.findall(r"[a-z]+\.csv", command)) == {name for name in files if name.endswith(".csv")}


def test_every_node_of_neo4j_has_its_class_and_those_above_it(statements: Iterable[Statement], shelve: Shelve) -> None:
    nodes = readers.neo4j(written("neo4j", shelve(statements), Options())).nodes
    assert nodes["model/llama"][":LABEL"] == ["Model", "Artifact"]
    assert nodes["person/john-schulman"][":LABEL"] == ["Person"]
