from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from tests.conftest import keep

from aigraph.errors import AigraphError, InputError
from aigraph.graph.rdf import INDEX, INFERRED, NAMES, ONTOLOGY, RESOLVED, article_iri
from aigraph.model import Document, Reading, Statement
from aigraph.store import FORMATS, Revision, Store
from aigraph.vocabulary import AIG, PREFIXES

if TYPE_CHECKING:
    from tests.conftest import Draft

    Fuse = Callable[[Iterable[Reading]], list[Statement]]


def filled(path: Path | None, articles: Iterable[Reading], statements: Iterable[Statement]) -> Store:
    store = Store.open(path, create=True)
    keep(store, articles, statements, fingerprint="f1")
    return store


def drop(store: Store, *documents: str) -> None:
    store.commit(Revision(departures=frozenset(documents)), judge=False)


# ------------------------------------------------------------------ what is put in comes back


@pytest.mark.parametrize("place", ["memory", "disk"])
def test_what_is_put_in_comes_back(place: str, tmp_path: Path, articles: list[Reading], fused: Fuse) -> None:
    statements = fused(articles)
    with filled(tmp_path / "store" if place == "disk" else None, articles, statements) as store:
        assert list(store.statements()) == statements
        assert {reading.document.id: reading for reading in store.readings()} == {a.document.id: a for a in articles}
        assert store.documents() == {a.document.id: a.document for a in articles}
        assert store.fingerprints() == {a.document.id: "f1" for a in articles}
        assert not store.is_empty
        assert store.validate() == []
        assert store.check() == []


def test_a_store_is_there_again_when_it_is_opened_again(tmp_path: Path, articles: list[Reading], fused: Fuse) -> None:
    statements = fused(articles)
    filled(tmp_path / "store", articles, statements).close()
    with Store.open(tmp_path / "store", create=False, read_only=True) as store:
        assert list(store.statements()) == statements
        with pytest.raises(AigraphError, match="reading only"):
            drop(store, articles[0].document.id)
    with Store.open(tmp_path / "store", create=True) as store:
        assert list(store.statements()) == statements


def test_a_new_store_is_empty() -> None:
    with Store.open(None, create=True) as store:
        assert store.is_empty
        assert list(store.statements()) == []
        assert list(store.readings()) == []
        assert store.check() == []


def test_an_article_is_replaced_and_dropped_as_one(articles: list[Reading]) -> None:
    first, second = articles
    with filled(None, articles, ()) as store:
        fewer = Reading(first.document, first.claims[:1])
        keep(store, [fewer], (), fingerprint="f2")
        assert store.fingerprints() == {first.document.id: "f2", second.document.id: "f1"}
        assert {reading.document.id: reading for reading in store.readings()}[first.document.id] == fewer
        drop(store, first.document.id)
        assert list(store.readings()) == [second]
        assert not list(store._opened().quads_for_pattern(None, None, None, article_iri(first.document.id)))


def test_a_refused_article_changes_nothing(articles: list[Reading]) -> None:
    with filled(None, articles, ()) as store:
        before = store.dump("nquads")
        other = Document("This is not what the claims quote.")
        with pytest.raises(ValueError, match="is not"):
            keep(store, [Reading(other, articles[0].claims)], (), fingerprint="f2")
        assert store.dump("nquads") == before


HOSTILE = [
    'Robert "); DROP ALL; #',
    "} } ; DROP ALL ; INSERT DATA { GRAPH <x:x> { <x:x> <x:x> <x:x>",
    "\\u0022 . } } ; DROP ALL #",
    '"""',
    "'''",
    "\\",
    "a\nb\tc\r\n",
    "<http://example.org/>",
    "\u2028\u202e\u200d😀",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_names(name: str, draft: type[Draft], fused: Fuse) -> None:
    text = f"{name} joined {name}{name} from {name}."
    article = draft(text, path=name, title=name, published=name).says(
        text, name, "movedTo", name + name, from_=name, role=name, date=name, said_by=name
    )
    statements = fused([article.reading])
    with filled(None, [article.reading], statements) as store:
        assert list(store.readings()) == [article.reading]
        lines = [replace(s, reasons=tuple(reason.replace("\n", " ") for reason in s.reasons)) for s in statements]
        assert list(store.statements()) == lines
        graphs = {str(graph) for graph in store._opened().named_graphs()}
        expected = (article_iri(article.document.id), INDEX, NAMES, RESOLVED, INFERRED, ONTOLOGY)
        assert graphs == {str(graph) for graph in expected}


# ------------------------------------------------------------------ what follows, and how it is asked


def test_superclasses_are_in_a_graph_of_their_own(articles: list[Reading], fused: Fuse) -> None:
    ask = "ASK { GRAPH <%s> { ?node a <%s> } }"
    with filled(None, articles, fused(articles)) as store:
        for graph, kind, expected in [
            (RESOLVED, AIG + "Person", True),
            (RESOLVED, PREFIXES["foaf"] + "Person", False),
            (INFERRED, PREFIXES["foaf"] + "Person", True),
            (INFERRED, PREFIXES["schema"] + "CreativeWork", True),
            (INFERRED, PREFIXES["org"] + "Membership", True),
            (INFERRED, AIG + "Statement", False),
        ]:
            assert bool(store.query(ask % (graph.value, kind))) is expected, (graph, kind)


def test_a_unit_is_an_org_unit(draft: type[Draft], fused: Fuse) -> None:
    text = "John Jumper works at Google DeepMind."
    article = draft(text).says(text, "John Jumper", "workedAt", "Google DeepMind").reading
    with filled(None, [article], fused([article])) as store:
        assert bool(store.query("ASK { id:organization\\/google-deepmind org:unitOf id:organization\\/google }"))


def test_a_query_sees_all_graphs_and_knows_the_prefixes(articles: list[Reading], fused: Fuse) -> None:
    query = """SELECT ?name ?sentence { ?move aig:person/rdfs:label ?name ; aig:claim/aig:evidence/oa:exact ?sentence .
               ?person rdfs:label ?name ; aig:movedTo ?somewhere }"""
    with filled(None, articles, fused(articles)) as store:
        answer = store.query(query, substitutions={"name": ox.Literal("Andrew Ng")})
        assert isinstance(answer, ox.QuerySolutions)
        sentences = {row["sentence"].value for row in answer}
        assert sentences == {"Andrew Ng joined Baidu from Google in May 2014.", "Andrew Ng did not join Apple."}


# ------------------------------------------------------------------ files


@pytest.mark.parametrize("format", ["jsonld", "nquads", "trig", "turtle"])
def test_dumps_do_not_depend_on_the_order_of_the_articles(
    format: str, tmp_path: Path, articles: list[Reading], fused: Fuse
) -> None:
    statements = fused(articles)
    with (
        filled(tmp_path / "store", articles, statements) as one,
        filled(None, articles[::-1], statements[::-1]) as other,
    ):
        data = one.dump(format)
        assert data == other.dump(format)
        again = ox.Store()
        again.load(data, FORMATS[format])
        # A dump holds every quad but the store's own notes of what the articles were read with.
        ours = {quad for quad in one._opened() if quad.graph_name != INDEX}
        whole = {quad for quad in ours if quad.predicate != ox.NamedNode(AIG + "fingerprint")}
        assert len(whole) == len(ours) - len(articles)
        # Where there is but one graph, it is the resolved one with the evidence, without the texts of the articles.
        texts = {quad for quad in whole if quad.predicate == ox.NamedNode(PREFIXES["schema"] + "articleBody")}
        named = {RESOLVED, *(quad.graph_name for quad in texts)}
        single = {ox.Quad(*quad.triple) for quad in whole - texts if quad.graph_name in named}
        assert set(again) == (whole if format in ("nquads", "trig") else single)


def test_an_unknown_format_is_one_clear_line() -> None:
    with (
        Store.open(None, create=True) as store,
        pytest.raises(InputError, match="no RDF format 'rdfxml'; there are jsonld"),
    ):
        store.dump("rdfxml")


# ------------------------------------------------------------------ folders


def test_reading_where_there_is_no_store_says_how_to_build_one(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        for read_only in (True, False):
            with pytest.raises(InputError, match=r"no store at .*; build one with `aigraph build PATH\.\.\.`"):
                Store.open(path, create=False, read_only=read_only)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="not empty and not a store"):
        Store.open(tmp_path, create=True)
    with pytest.raises(InputError, match="cannot hold a store"):
        Store.open(tmp_path / "thesis.txt", create=True)
    with pytest.raises(InputError, match="no store at"):
        Store.open(tmp_path / "thesis.txt", create=False)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    assert (tmp_path / "AIGRAPH").read_text() == f"format 1\npyoxigraph {ox.__version__}\n"
    (tmp_path / "AIGRAPH").write_text("format 2\n")
    with pytest.raises(InputError, match="another version"):
        Store.open(tmp_path, create=True)


def test_a_damaged_database_is_one_clear_line_and_leaves_no_lock(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    (tmp_path / "database" / "CURRENT").write_text("nonsense")
    for _ in range(2):
        with pytest.raises(InputError, match="does not open"):
            Store.open(tmp_path, create=True)


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    hold = """
import sys
from aigraph.store import Store
store = Store.open(sys.argv[1], create=True)
print(flush=True)
sys.stdin.read()
"""
    command = [sys.executable, "-c", hold, str(tmp_path / "store")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        with pytest.raises(InputError, match=f"process {holder.pid} is writing to it"):
            Store.open(tmp_path / "store", create=True)
        holder.stdin.close()
        holder.wait()
    Store.open(tmp_path / "store", create=True).close()


def test_a_killed_writer_leaves_a_whole_store_and_no_lock(tmp_path: Path, articles: list[Reading]) -> None:
    die = """
import os, pickle, sys
from aigraph.store import Arrival, Revision, Store
store = Store.open(sys.argv[1], create=True)
for article in pickle.load(sys.stdin.buffer):
    store.commit(Revision(arrivals=(Arrival(article, "f", "-", (), ()),)))
os.kill(os.getpid(), 9)
"""
    import pickle

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", die, str(tmp_path / "store")]
    done = subprocess.run(command, input=pickle.dumps(articles), env=environment, check=False)
    assert done.returncode == -9
    with Store.open(tmp_path / "store", create=True) as store:
        assert {reading.document.id for reading in store.readings()} == {a.document.id for a in articles}
        assert store.check() == []


def test_a_store_cannot_be_used_after_a_fork(tmp_path: Path) -> None:
    fork = """
import os, sys
from aigraph.errors import AigraphError
from aigraph.store import Revision, Store
store = Store.open(sys.argv[1], create=True)
gone = Revision(departures=frozenset({"a"}))
child = os.fork()
if child == 0:
    for call in (store.fingerprints, store.close, lambda: store.commit(gone)):
        try:
            call()
        except AigraphError as error:
            assert "after a fork" in str(error)
        else:
            os._exit(1)
    os._exit(0)
status = os.waitpid(child, 0)[1]
store.commit(gone)
store.close()
sys.exit(status)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", fork, str(tmp_path / "store")], env=environment, check=True)
    Store.open(tmp_path / "store", create=False).close()


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store", create=True)
    store.close()
    store.close()
    with pytest.raises(AigraphError, match="closed"):
        store.fingerprints()


# ------------------------------------------------------------------ proving


def first(store: Store, predicate: str) -> ox.Quad:
    return min(store._opened().quads_for_pattern(None, ox.NamedNode(predicate), None), key=str)


@pytest.mark.parametrize(
    ("predicate", "value", "fault"),
    [
        (PREFIXES["oa"] + "exact", ox.Literal("What nobody wrote."), "the text does not say"),
        (PREFIXES["oa"] + "start", ox.Literal(0), "the text does not say"),
        (PREFIXES["oa"] + "end", ox.Literal(0), "cannot be read back"),
        (PREFIXES["schema"] + "articleBody", ox.Literal("Another text."), "is not named after its text"),
        (AIG + "fingerprint", None, "has 0 fingerprints"),
        (AIG + "relation", None, "has no aig:relation"),
        (AIG + "publishedLatest", None, "is missing"),
    ],
)
def test_check_finds_damage(
    predicate: str, value: ox.Literal | None, fault: str, articles: list[Reading], fused: Fuse
) -> None:
    with filled(None, articles, fused(articles)) as store:
        quads = store._opened().quads_for_pattern(None, ox.NamedNode(predicate), None)
        quad = max((q for q in quads if "/article/" in str(q.graph_name) and "/detail/" not in str(q.subject)), key=str)
        store._opened().remove(quad)
        if value is not None:
            store._opened().add(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
        assert fault in " ".join(map(str, store.check()))


def test_check_finds_a_second_fingerprint(articles: list[Reading], fused: Fuse) -> None:
    with filled(None, articles, fused(articles)) as store:
        article = article_iri(articles[0].document.id)
        store._opened().add(ox.Quad(article, ox.NamedNode(AIG + "fingerprint"), ox.Literal("f2"), article))
        assert [issue.what for issue in store.check()] == ["has 2 fingerprints, not one"]


def test_a_violation_reads_as_one_line(articles: list[Reading], fused: Fuse) -> None:
    with filled(None, articles, fused(articles)) as store:
        quad = first(store, AIG + "standing")
        store._opened().remove(quad)
        store._opened().add(ox.Quad(quad.subject, quad.predicate, ox.Literal("so so"), quad.graph_name))
        (violation,) = store.validate()
        assert str(violation) == (
            f"{quad.subject}: statement-standing: A statement is exactly one of accepted, disputed, unconfirmed, "
            "refuted, superseded. (it has 'so so')"
        )
