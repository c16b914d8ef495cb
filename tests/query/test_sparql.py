from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import time
from contextlib import suppress
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from aigraph.errors import InputError
from aigraph.query import FORMATS, Table, ask, run
from aigraph.query.guard import MAX_CHARS, MAX_DEPTH, MAX_TOKENS, guard
from aigraph.store import Store

# ------------------------------------------------------------------ answers


def test_a_select_query_is_a_table(store: Store) -> None:
    query = """SELECT ?name ?nothing WHERE { ?person aig:movedTo id:organization\\/meta ; rdfs:label ?name }
               ORDER BY ?name LIMIT 2"""
    assert (
        ask(store, query)
        == run(store, query)
        == Table(("name", "nothing"), (("Alexandr Wang", None), ("Hongyu Ren", None)))
    )


def test_a_yes_or_no_query_is_one_cell(store: Store) -> None:
    assert run(store, "ASK { ?x aig:movedTo ?y }") == Table(("answer",), (("true",),))
    assert run(store, "ASK { ?x aig:movedTo aig:nowhere }") == Table(("answer",), (("false",),))


def test_a_query_for_a_graph_is_its_triples_and_turtle(store: Store) -> None:
    table = run(store, "CONSTRUCT { ?x foaf:knows ?y } WHERE { ?x rdfs:label 'Jack Rae' . ?y rdfs:label 'OpenAI' }")
    jack, openai = "https://w3id.org/aigraph/id/person/jack-rae", "https://w3id.org/aigraph/id/organization/openai"
    assert table.columns == ("subject", "predicate", "object")
    assert table.rows == ((jack, "http://xmlns.com/foaf/0.1/knows", openai),)
    assert len(list(ox.parse(table.to_turtle(), ox.RdfFormat.TURTLE))) == 1
    described = run(store, "DESCRIBE ?x WHERE { ?x rdfs:label 'Jack Rae' }")
    assert '"Jack Rae"' in described.to_turtle()
    with pytest.raises(InputError, match="only CONSTRUCT and DESCRIBE"):
        run(store, "ASK {}").to_turtle()


def test_parameters_are_values_and_never_text_of_the_query(store: Store) -> None:
    query = "SELECT ?name ?person WHERE { ?person rdfs:label ?name }"
    assert len(run(store, query, parameters={"name": "Jack Rae"}).rows) == 1
    assert run(store, query, parameters={"name": '" } ; DROP ALL #'}).rows == ()
    iri = "https://w3id.org/aigraph/id/person/jack-rae"
    assert run(store, query, parameters={"person": iri}).rows == (("Jack Rae", iri),)
    with pytest.raises(InputError, match="name2"):
        run(store, query, parameters={"name2": "x"})


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {", "SPARQL: line 1, column"),
        ("SELECT ?x\nWHERE { ?x ?y }", "SPARQL: line 2, column"),
        ("SELECT ?x WHERE { ?x nope:nope ?y }", "SPARQL: line 1, column 31: this prefix is not declared"),
        ("SELECT * WHERE { ?s ?p 'abc }", "SPARQL: line 1"),
        ("  ", "SPARQL: line 1"),
    ],
)
def test_bad_sparql_is_one_line_with_its_place(query: str, message: str, store: Store) -> None:
    with pytest.raises(InputError, match=message) as caught:
        run(store, query)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


# ------------------------------------------------------------------ what is refused

SERVER = "<http://127.0.0.1:9/>"
BODY = "{ ?a ?b ?c } }"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {SERVER} {BODY}",
        f"SELECT * {{ service silent {SERVER} {BODY}",
        f"SELECT * {{ SERVICE{SERVER} {BODY}",
        f"PREFIX : {SERVER} SELECT * {{ SERVICE:x {BODY}",
        f"PREFIX x: {SERVER} SELECT * {{ SERVICESILENTx:y {BODY}",
        f"SELECT * {{ ?s ?p 1SERVICE{SERVER} {BODY}",
        f"PREFIX : {SERVER} SELECT * {{ ?s ?p 1SERVICE:x {BODY}",
        f"SELECT * {{ ?s ?p trueSERVICE{SERVER} {BODY}",
        f"PREFIX : {SERVER} SELECT * {{ ?s ?p trueSERVICE:x {BODY}",
        f"SELECT * {{ ?s ?p ?o.SERVICE{SERVER} {BODY}",
        f"SELECT * {{ ?s ?p ?o # '\rSERVICE {SERVER} {BODY}",
        f"SELECT * {{ ?s ?p <http://a'> SERVICE {SERVER} {BODY} #'",
        f"SELECT * {{ ?s ?p <http://a\\u0027> SERVICE {SERVER} {BODY} #'",
        f"PREFIX ex: {SERVER} SELECT * {{ ?s ?p ex:a\\' . SERVICE {SERVER} {BODY} #'",
        f"SELECT * {{ ?s ?p '\\'' . SERVICE {SERVER} {BODY} #'",
        f'SELECT * {{ ?s ?p """a""" . SERVICE {SERVER} {BODY} #"""',
        f"SELECT * {{ ?s ?p ?o FILTER(?o<?s&&?s>1)SERVICE {SERVER} {BODY}",
        f"SELECT * {{ FILTER EXISTS {{ SERVICE ?x {BODY} }}",
    ],
)
def test_a_query_cannot_call_another_server(query: str, store: Store) -> None:
    with pytest.raises(InputError, match="SERVICE is refused"):
        run(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT $service { $service ?p 'SERVICE <http://x>' }",
        'SELECT ?x { ?x ?p """ "SERVICE" \\""" """ }',
        "SELECT ?x { ?x ?p ?o } # SERVICE <http://x>\n",
        "SELECT ?x { ?x ?p <http://example.org/SERVICE> }",
        "SELECT ?x { ?x aig:service ?o ; schema:insert ?load ; schema:drop 'DELETE' }",
        "SELECT ?x { ?x ?p 'x'@en ; ?q 1.5e3 , -2 , true }",
    ],
)
def test_words_that_only_look_like_calls_and_updates_pass(query: str, store: Store) -> None:
    run(store, query)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("LOAD <http://127.0.0.1:9/x>", "LOAD"),
        ("INSERT DATA { <a:a> <a:a> <a:a> }", "INSERT"),
        ("PREFIX x: <a:> delete where { ?s ?p ?o }", "DELETE"),
        ("DROP ALL", "DROP"),
        ("CLEAR DEFAULT", "CLEAR"),
        ("SELECT * {} ; DROP ALL", "DROP"),
    ],
)
def test_a_query_cannot_change_the_graph(query: str, word: str, store: Store) -> None:
    before = store.dump("nquads")
    with pytest.raises(InputError, match=f"{word} is refused"):
        run(store, query)
    assert store.dump("nquads") == before


def test_a_query_that_is_too_deep_or_too_long_is_refused_before_it_is_parsed() -> None:
    deepest = "SELECT * " + "{" * MAX_DEPTH + "}" * MAX_DEPTH
    guard(deepest)
    for query, message in (
        ("SELECT * " + "{" * 2250, "nested more than 100 deep"),
        ("SELECT * { FILTER(" + "(" * 100 + "1", "nested more than 100 deep"),
        ("SELECT * { FILTER(1" + "+1" * 5000 + ") }", "more than 2000 words and signs"),
        ("SELECT * { FILTER(" + "!" * 20_000 + "true) }", "more than 2000 words and signs"),
        ("#" * (MAX_CHARS + 1), "has 65537 characters, more than 65536"),
    ):
        with pytest.raises(InputError, match=message):
            guard(query)


CHAINS = [
    "SELECT * { FILTER(1%s=2) }|+1",
    "SELECT * { FILTER(1%s=2) }| -1",
    "SELECT * { FILTER(1%s) }|||1",
    "SELECT * { FILTER(%strue) }|!",
    "SELECT * { {}%s }|UNION{}",
    "SELECT * { %s }|MINUS{}",
    "SELECT * { %s }|OPTIONAL{}",
    "SELECT * { %s }|FILTER NOT EXISTS{}",
    "SELECT * { ?s <a:a>%s ?o }||<a:>",
    "SELECT * { %s }|<<",
    "SELECT %s { }|(1 AS ?x)",
]


@pytest.mark.parametrize("chain", CHAINS)
def test_no_query_that_is_let_through_ends_the_process(chain: str) -> None:
    frame, _, link = chain.partition("|")
    longest = MAX_TOKENS
    while longest:
        try:
            guard(frame % (link * longest))
            break
        except InputError:
            longest -= 50
    code = """
import sys
from aigraph.errors import InputError
from aigraph.query import run
from aigraph.store import Store
try:
    run(Store.open(None, create=True), sys.stdin.read())
except InputError:
    pass
"""
    path = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], input=frame % (link * longest), text=True, env=path, check=False
    )
    assert done.returncode == 0


@pytest.mark.parametrize("piece", ["'", '"', "'''", "<", "a:" * 10, "\\", "@", "?", "é", "#\n", ".:", " '\\", '"""\\'])
def test_the_guard_reads_hostile_text_in_one_pass(piece: str) -> None:
    started = time.process_time()
    with suppress(InputError):
        guard((piece * MAX_CHARS)[:MAX_CHARS])
    assert time.process_time() - started < 1


# ------------------------------------------------------------------ formats

HOSTILE = "=cmd()|'<x>\n\t\"&\u2028\x0bé"


def test_every_format_gives_the_same_answer_back() -> None:
    with Store.open(None, create=True) as store:
        store._opened().add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:a"), ox.Literal(HOSTILE)))
        query = "SELECT ?words ?number ?none ?iri WHERE { ?s ?p ?words BIND(2.5 AS ?number) BIND(aig:x AS ?iri) }"
        table = run(store, query)
    iri = "https://w3id.org/aigraph/ontology#x"
    assert table.rows == ((HOSTILE, "2.5", None, iri),)
    (row,) = json.loads(table.to_json())["results"]["bindings"]
    assert row["words"] == {"type": "literal", "value": HOSTILE}
    assert row["number"]["datatype"].endswith("#decimal")
    assert list(csv.reader(io.StringIO(table.to_csv(), newline=""))) == [
        ["words", "number", "none", "iri"],
        ["'" + HOSTILE, "2.5", "", iri],
    ]
    solutions = ox.parse_query_results(table.to_tsv(), ox.QueryResultsFormat.TSV)
    assert isinstance(solutions, ox.QuerySolutions)
    assert next(solutions)["words"] == ox.Literal(HOSTILE)
    texts = [node.text for node in ElementTree.fromstring(table.to_xml()).iter() if node.tag.endswith("literal")]
    assert texts == [HOSTILE.replace("\x0b", "\ufffd"), "2.5"]


def test_a_table_of_ones_own_has_every_format_too() -> None:
    table = Table(("a", "b"), (("1", None), ("x\ny", "=1+1")))
    assert json.loads(table.to_json())["results"]["bindings"][0] == {"a": {"type": "literal", "value": "1"}}
    assert table.to_csv() == 'a,b\n1,\n"x\ny",\'=1+1\n'
    assert table.to_tsv() == '?a\t?b\n"1"\t\n"x\\ny"\t"=1+1"\n'
    assert table.without(frozenset({"a"})) == Table(("b",), ((None,), ("=1+1",)))
    assert sorted(FORMATS) == ["csv", "json", "tsv", "turtle", "xml"]


def test_a_dropped_column_is_in_no_format(store: Store) -> None:
    table = ask(store, "who-left", {"org": "OpenAI"})
    for name in ("csv", "json", "tsv", "xml"):
        assert "id/organization/openai" not in FORMATS[name](table)
