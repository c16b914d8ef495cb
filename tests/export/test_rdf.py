"""What other libraries read back from files of RDF is what the graph holds; every file says where it comes from."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from pyld import jsonld
from rdflib import DCAT, DCTERMS, PROV, RDF, RDFS, SDO, VOID
from rdflib.compare import isomorphic
from tests.conftest import keep
from tests.graph.made import Graph, graphs

from aigraph.export import EXPORTERS, LICENCE, Options
from aigraph.graph.rdf import Frame, frames, read_claim, read_conflict, statements, tenures_of
from aigraph.graph.terms import nodes, term, value
from aigraph.model import Conflict, Document, Modality, Reading, Statement, Status, Tenure
from aigraph.program import rules
from aigraph.store import Store, load
from aigraph.store.validate import validate
from aigraph.version import __version__
from aigraph.vocabulary import AIG, ID, PREFIXES, vocabulary

Shelf = Callable[..., Store]
Known = tuple[list[Statement], tuple[Conflict, ...], tuple[Tenure, ...]]

EXAMPLES = Path(__file__).parents[2] / "exports"
SYNTAX = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
OX = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning:rdflib")

many = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def store(statements: tuple[Statement, ...], articles: tuple[Document, ...]) -> Iterator[Store]:
    with Store.open(None, create=True) as store:
        claims = [claim for statement in statements for claim in statement.claims]
        readings = [Reading(a, tuple(c for c in claims if c.evidence.document == a.id)) for a in articles]
        keep(store, readings, statements)
        yield store


def written(store: Store, format: str, options: Options | None = None) -> bytes:
    stream = io.BytesIO()
    EXPORTERS[format].write(store, options or Options(), stream)
    return stream.getvalue()


def by_pyoxigraph(content: bytes, format: str) -> list[ox.Quad]:
    found = ox.parse(content, OX[format])
    return [q if isinstance(q, ox.Quad) else ox.Quad(q.subject, q.predicate, q.object) for q in found]


def by_rdflib(content: bytes, format: str) -> list[ox.Quad]:
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=SYNTAX[format])
    return by_pyoxigraph(dataset.serialize(format="nquads").encode("utf-8"), "nquads")


LIBRARIES = (by_pyoxigraph, by_rdflib)


def held(store: Store) -> Known:
    return list(store.statements()), store.conflicts(), store.tenures()


def known(quads: Iterable[ox.Quad], store: Store) -> Known:
    """What the triples of one graph tell, without its names for graphs."""
    found = nodes(quads)

    def of(kind: str) -> list[Any]:
        return [node for node in found.values() if term(kind).value in node.all("rdf:type")]

    claims = {node.iri.removeprefix(f"{ID}claim/"): read_claim(node, found) for node in of("aig:Claim")}
    conflicts = tuple(sorted(read_conflict(node) for node in of("aig:Conflict")))
    parts: dict[str, list[str]] = {}
    for conflict in conflicts:
        for statement in conflict.statements:
            parts.setdefault(statement, []).append(conflict.id)
    told = statements((q for q in quads), claims, {one: tuple(sorted(ids)) for one, ids in parts.items()})
    return list(told), conflicts, tenures_of(quads, store.lookup.known)


# ------------------------------------------------------------------ round trips


@many
@given(graph=graphs())
def test_one_graph_tells_all_that_the_store_holds(graph: Graph) -> None:
    with graph.store() as store:
        for name in ("turtle", "jsonld"):
            for library in LIBRARIES:
                assert known(library(written(store, name), name), store) == held(store)
        assert {s.id for s in store.statements()} == {s.id for s in graph.statements}


@many
@given(graph=graphs())
def test_a_file_of_all_graphs_is_a_store_again(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("dump") / "graph.nq"
    with graph.store() as store:
        for name in ("trig", "nquads"):
            for library in LIBRARIES:
                file.write_bytes(ox.serialize(library(written(store, name), name), format=OX["nquads"]) or b"")
                with load(file) as again:
                    assert held(again) == held(store)
                    assert again.documents() == store.documents()
                    assert list(again.readings()) == list(store.readings()) == sorted(graph.readings, key=_by_id)


def _by_id(reading: Reading) -> str:
    return reading.document.id


@many
@given(graph=graphs())
def test_json_ld_says_what_turtle_says(graph: Graph) -> None:
    with graph.store() as store:
        files = {name: written(store, name) for name in ("turtle", "jsonld")}
    one, other = (set(by_pyoxigraph(content, name)) for name, content in files.items())
    assert one == other
    graphs = [rdflib.Graph().parse(data=content, format=SYNTAX[name]) for name, content in files.items()]
    assert isomorphic(*graphs)


def test_the_examples_say_the_same_in_json_ld_and_turtle() -> None:
    files = {"turtle": EXAMPLES / "graph.ttl", "jsonld": EXAMPLES / "graph.jsonld"}
    one, other = (set(by_pyoxigraph(file.read_bytes(), name)) for name, file in files.items())
    assert len(one) > 10_000
    assert one == other


# ------------------------------------------------------------------ what a file says of itself


@pytest.mark.parametrize("format", sorted(SYNTAX))
def test_a_file_says_what_it_was_made_from_and_who_may_use_it(store: Store, format: str) -> None:
    content = written(store, format, Options(scope=("true on 2024-12-31",)))
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=content, format=SYNTAX[format])
    (node,) = dataset.subjects(RDF.type, DCAT.Dataset)

    def said(*path: rdflib.URIRef) -> set[str]:
        found = {node}
        for step in path:
            found = {value for one in found for value in dataset.objects(one, step)}
        return {str(value) for value in found}

    assert (node, RDF.type, VOID.Dataset) in dataset
    assert {getattr(title, "language", None) for title in dataset.objects(node, DCTERMS.title)} == {"en", "fr"}
    assert said(DCTERMS.license) == {"https://creativecommons.org/publicdomain/zero/1.0/"}
    assert said(DCTERMS.rights, RDFS.label) == {LICENCE}
    assert said(DCTERMS.conformsTo) == {AIG.rstrip("#")}
    assert said(DCTERMS.source) == {f"{ID}article/{article}" for article in store.documents()}
    assert said(DCTERMS.temporal, DCAT.startDate) == {"2024-02"}
    assert said(DCTERMS.temporal, DCAT.endDate) == {"2025-02-07"}
    assert said(PROV.wasGeneratedBy, PROV.wasAssociatedWith, RDFS.label) == {f"aigraph {__version__}"}
    assert said(PROV.wasGeneratedBy, PROV.used) == {f"{ID}rules/{rules()}"}
    assert "true on 2024-12-31" in "".join(said(DCTERMS.description))
    if format in ("trig", "nquads"):
        assert {str(graph) for *_, graph in dataset.quads((node, None, None, None))} == {f"{ID}graph/dataset"}
    own = (str(node), f"{ID}agent/", f"{ID}rules/")
    quads = set(by_pyoxigraph(content, format))
    assert said(VOID.triples) == {str(sum(1 for quad in quads if not value(quad.subject).startswith(own)))}


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", {"https://creativecommons.org/licenses/by/4.0/"}),
        ("See https://example.org/terms?a=1.", {"https://example.org/terms?a=1"}),
        ('All rights reserved, <javascript:alert("x")>', set()),
    ],
)
def test_a_licence_is_an_address_where_there_is_one(store: Store, licence: str, address: set[str]) -> None:
    quads = by_pyoxigraph(written(store, "turtle", Options(licence=licence)), "turtle")
    assert {value(quad.object) for quad in quads if quad.predicate == term("dcterms:license")} == address
    assert ox.Literal(licence) in {quad.object for quad in quads}


def test_one_set_of_articles_and_rules_is_one_data_set_in_every_format(store: Store) -> None:
    kind = term("dcat:Dataset")
    found = {q.subject for name in SYNTAX for q in by_pyoxigraph(written(store, name), name) if q.object == kind}
    assert len(found) == 1


def test_the_description_is_in_words_of_vocabularies_that_exist(store: Store) -> None:
    # rdflib's own copies of them know every term.
    closed = {str(space): space for space in (DCAT, DCTERMS, PROV, VOID, RDFS, RDF, SDO)}
    for quad in by_pyoxigraph(written(store, "trig"), "trig"):
        if quad.graph_name == ox.NamedNode(f"{ID}graph/dataset"):
            space, mark, name = re.split("([/#])(?=[^/#]*$)", quad.predicate.value)
            assert name in closed[space + mark]


def test_the_published_turtle_keeps_to_the_shapes() -> None:
    assert validate(by_pyoxigraph((EXAMPLES / "graph.ttl").read_bytes(), "turtle")) == []


# ------------------------------------------------------------------ JSON-LD


def test_the_tree_is_what_the_framing_algorithm_makes_of_the_file(store: Store) -> None:
    document = json.loads(written(store, "jsonld"))
    flat = jsonld.flatten(jsonld.expand(document))
    properties = {name for node in flat for name in node if not name.startswith("@")}
    sections = {"statements": f"{AIG}Statement", "articles": f"{PREFIXES['schema']}NewsArticle"}
    for name, kind in sections.items():
        frame = framing(frames()[name], properties) | {"@type": [kind]}
        framed = jsonld.frame(flat, frame)
        told = jsonld.expand({"@context": document["@context"], "@graph": document[name]})
        assert len(told) > 1
        assert in_any_order(jsonld.expand(framed)) == in_any_order(told)


def framing(frame: Frame, properties: set[str]) -> dict[str, Any]:
    """The frame as JSON-LD Framing has it."""
    within = {term(name).value: below for name, below in frame.within.items()}
    told = properties if frame.only is None else properties & {term(name).value for name in frame.only}
    nested = {name: [framing(within[name], properties) if name in within else {"@embed": "@never"}] for name in told}
    return {"@embed": "@always", "@explicit": frame.only is not None, **nested}


def in_any_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: in_any_order(inner) for name, inner in value.items()}
    return (
        sorted(map(in_any_order, value), key=partial(json.dumps, sort_keys=True)) if isinstance(value, list) else value
    )


def test_a_statement_is_told_with_its_ends_its_sentence_and_its_article(store: Store) -> None:
    document = json.loads(written(store, "jsonld"))
    (move,) = (s for s in document["statements"] if s["object"]["label"] == "Anthropic")
    assert move["subject"] == {"id": "person/john-schulman", "type": "Person", "label": "John Schulman"}
    assert (move["relation"], move["standing"], move["confidence"]) == ("movedTo", "accepted", "0.9")
    (claim,) = move["claim"]
    assert claim["evidence"]["exact"] == "John Schulman left OpenAI for Anthropic in August 2024."
    assert claim["wasDerivedFrom"]["label"] == "Two researchers, three laboratories"
    assert claim["wasDerivedFrom"]["url"] == "https://example.org/articles/1?a=1&b=2"


def test_the_context_is_in_the_file_and_made_of_the_ontology(store: Store) -> None:
    context = json.loads(written(store, "jsonld"))["@context"]
    assert context["movedTo"] == {"@id": "aig:movedTo", "@type": "@id", "@container": "@set"}
    assert context["confidence"] == {"@id": "aig:confidence", "@type": "xsd:decimal"}
    assert context["startEarliest"] == {"@id": "aig:startEarliest", "@type": "xsd:date"}
    assert context["relation"] == {"@id": "aig:relation", "@type": "@vocab"}
    assert context["title"] == {"@id": "dcterms:title", "@container": "@language"}


# ------------------------------------------------------------------ RDF 1.2


def test_an_edge_is_annotated_with_who_says_so(store: Store) -> None:
    again = ox.Store()
    again.bulk_load(written(store, "turtle12"), ox.RdfFormat.TURTLE)
    rows = again.query(
        """SELECT ?who ?where ?confidence ?standing ?sentence ?title {
             ?person aig:movedTo ?place ~ ?statement {| a aig:Statement ; aig:confidence ?confidence ;
                                                        aig:standing ?standing ; aig:claim ?claim |} .
             ?person aig:movedTo ?place ~ ?claim {| aig:evidence/oa:exact ?sentence ;
                                                    prov:wasDerivedFrom/schema:headline ?title |} .
             ?person rdfs:label ?who . ?place rdfs:label ?where }""",
        prefixes=dict(PREFIXES),
    )
    assert isinstance(rows, ox.QuerySolutions)
    told = ("who", "where", "confidence", "standing", "sentence", "title")
    found = {tuple(row[name].value for name in told) for row in rows}
    titles = {key: document.title for key, document in store.documents().items()}
    assert found == {
        (s.subject.label, s.object.label, str(s.confidence), s.status, c.evidence.quote, titles[c.evidence.document])
        for s in store.statements()
        if s.relation == "movedTo"
        for c in s.claims
    }
    assert len(found) == 2


@many
@given(graph=graphs())
def test_only_what_stands_is_an_edge_with_annotations(graph: Graph) -> None:
    with graph.store() as store:
        triples = list(ox.parse(written(store, "turtle12"), ox.RdfFormat.TURTLE))
        stands = [s for s in store.statements() if stands_as_an_edge(s)]
    reified = {(value(t.subject), *map(value, t.object)) for t in triples if isinstance(t.object, ox.Triple)}
    edges = {s.id: (ID + s.subject.id, AIG + s.relation, ID + s.object.id) for s in stands}
    expected = {(f"{ID}statement/{s.id}", *edges[s.id]) for s in stands}
    expected |= {(f"{ID}claim/{claim.id}", *edges[s.id]) for s in stands for claim in s.claims}
    assert reified == expected


def stands_as_an_edge(statement: Statement) -> bool:
    accepted = statement.status is Status.ACCEPTED and statement.modality is not Modality.DENIED
    return accepted and vocabulary().relations[statement.relation].weight > 0
