from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import aigraph
from aigraph.errors import InputError
from aigraph.pipeline import build, extract_claims
from aigraph.store import InvalidGraphError, Revision, Store
from aigraph.workspace import Graph

NG = (
    "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google as its chief scientist. "
    "Andrew Ng left Baidu in March 2017.\n"
)
HINTON = (
    "After ten years at the university, Geoffrey Hinton joined Google in March 2013. "
    "Geoffrey Hinton left Google in May 2023.\n"
)
KARPATHY = "In June 2017, Andrej Karpathy joined the car maker Tesla as its director of artificial intelligence.\n"
LECUN = "Yann LeCun a rejoint Facebook en décembre 2013.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {"ng.txt": NG, "hinton.txt": HINTON, "lecun.txt": LECUN}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graph() -> Iterator[Graph]:
    with build(["-"], stdin=io.BytesIO((NG + "\n" + HINTON).encode())) as graph:
        yield graph


def dump(store: Path) -> bytes:
    with aigraph.open(store) as graph:
        stream = io.BytesIO()
        graph.export(stream, "nquads")
        return stream.getvalue()


def forbidden(*_arguments: object, **_options: object) -> Any:
    raise AssertionError("nothing has changed, so nothing is to be read")


def test_every_statement_has_the_sentence_that_proves_it(graph: Graph) -> None:
    documents = graph.documents()
    moves = [s for s in graph.statements() if s.relation == "movedTo"]
    assert [(s.subject.label, s.object.label) for s in moves] == [("Andrew Ng", "Baidu"), ("Geoffrey Hinton", "Google")]
    for statement in graph.statements():
        for evidence in statement.evidence:
            assert evidence.span.of(documents[evidence.document].text) == evidence.quote


def test_the_report_counts_articles_claims_and_statements(graph: Graph) -> None:
    report = graph.report
    assert (len(report.new), report.replaced, report.unchanged, report.dropped) == (1, (), (), ())
    assert report.claims["movedTo"] == 2
    assert sum(report.statements.values()) == len(list(graph.statements()))


def test_a_second_build_reads_nothing_and_changes_nothing(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    build([str(articles)], store=store).close()
    before = dump(store)
    monkeypatch.setattr(Store, "commit", forbidden)
    with build([str(articles)], store=store) as graph:
        assert not graph.report.touched
        assert len(graph.report.unchanged) == 3
        assert list(graph.statements())
    assert dump(store) == before


def test_only_what_changed_is_read(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store"
    build([str(articles)], store=store).close()
    (articles / "hinton.txt").unlink()
    (articles / "karpathy.txt").write_text(KARPATHY, encoding="utf-8")
    read: list[str] = []
    commit = Store.commit

    def note(self: Store, revision: Revision, *, judge: bool = True) -> None:
        read.extend(Path(arrival.reading.document.path).name for arrival in revision.arrivals)
        commit(self, revision, judge=judge)

    monkeypatch.setattr(Store, "commit", note)
    with build([str(articles)], store=store) as graph:
        assert read == ["karpathy.txt"]
        assert [len(x) for x in (graph.report.new, graph.report.unchanged, graph.report.dropped)] == [1, 2, 1]
        people = {statement.subject.label for statement in graph.statements()}
    assert people == {"Andrej Karpathy", "Andrew Ng", "Yann LeCun"}


def test_a_store_is_what_its_articles_are_whatever_came_before(articles: Path, tmp_path: Path) -> None:
    texts = sorted(str(path) for path in articles.iterdir())
    build(texts[:2], store=tmp_path / "steps").close()
    build(texts[1:], store=tmp_path / "steps").close()
    build(reversed(texts), store=tmp_path / "steps").close()
    build(texts, store=tmp_path / "once").close()
    assert dump(tmp_path / "steps") == dump(tmp_path / "once")


def test_an_article_whose_date_changes_is_read_again(tmp_path: Path) -> None:
    article, store = tmp_path / "articles.jsonl", tmp_path / "store"
    for day in ("2014-05-16", "2014-05-17"):
        article.write_text(f'{{"text": "{NG.strip()}", "published": "{day}"}}\n', encoding="utf-8")
        with build([str(article)], store=store) as graph:
            report = graph.report
            assert [document.published for document in graph.documents().values()] == [day]
    assert len(report.replaced) == 1


def test_a_build_that_was_interrupted_is_resumed(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([str(articles)], store=tmp_path / "whole").close()
    store = tmp_path / "store"
    with monkeypatch.context() as patch:
        patch.setattr(Store, "commit", interrupt)
        with pytest.raises(KeyboardInterrupt):
            build([str(articles)], store=store)
    build([str(articles)], store=store).close()
    assert dump(store) == dump(tmp_path / "whole")


def interrupt(*_arguments: object, **_options: object) -> None:
    raise KeyboardInterrupt


def test_a_graph_that_breaks_a_rule_is_not_kept(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigraph.store.embedded.validate", lambda _quads: ["move/1: a move has one person"])
    for _ in range(2):
        with pytest.raises(InvalidGraphError, match=r"1 times:\n  move/1: a move has one person"):
            build([str(articles)], store=tmp_path / "store")
    with aigraph.open(tmp_path / "store") as graph:
        assert not list(graph.statements())


def test_an_input_without_articles_is_an_error_and_leaves_the_store_alone(articles: Path, tmp_path: Path) -> None:
    store, empty = tmp_path / "store", tmp_path / "empty"
    empty.mkdir()
    build([str(articles)], store=store).close()
    before = dump(store)
    with pytest.raises(InputError, match="no article"):
        build([str(empty)], store=store)
    assert dump(store) == before


def test_faults_of_the_input_are_counted_and_the_rest_is_read(articles: Path) -> None:
    (articles / "copy.txt").write_text(NG, encoding="utf-8")
    (articles / "empty.txt").write_text("", encoding="utf-8")
    issues: list[aigraph.Issue] = []
    with build([str(articles)], on_issue=issues.append) as graph:
        assert graph.report.issues == tuple(issues)
        assert graph.report.articles == 3
    assert sorted(Path(issue.where).name for issue in issues) == ["empty.txt", "ng.txt"]


def test_one_path_needs_no_list(articles: Path) -> None:
    for path in (articles / "ng.txt", str(articles / "ng.txt")):
        assert len(extract_claims(path).readings) == 1


def test_a_path_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt"):
        build(["nowhere.txt"])


def test_a_store_that_does_not_exist_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="store"):
        aigraph.open(tmp_path / "store")


def test_progress_names_the_stages_in_order(articles: Path) -> None:
    seen: list[tuple[str, int]] = []
    build([str(articles)], on_progress=lambda stage, done: seen.append((stage, done))).close()
    assert seen == [("read", 1), ("read", 2), ("read", 3), ("revise", 3)]


def test_claims_can_be_had_without_a_store(articles: Path) -> None:
    extraction = extract_claims([str(articles)])
    assert [Path(reading.document.path).name for reading in extraction.readings] == [
        "hinton.txt",
        "lecun.txt",
        "ng.txt",
    ]
    (move,) = extraction.readings[1].claims
    assert extraction.linking.entity(move.subject.type, move.subject.name).label == "Yann LeCun"


@pytest.mark.parametrize("name", ["Andrew Ng", "ANDREW  NG", "person/andrew-ng"])
def test_an_entity_is_found_by_label_or_id(graph: Graph, name: str) -> None:
    assert graph.entity(name).label == "Andrew Ng"


def test_an_unknown_name_is_an_error_that_offers_the_nearest(graph: Graph) -> None:
    with pytest.raises(InputError, match=r"did you mean Andrew Ng\?"):
        graph.entity("Andrew Nguyen")


def test_publish_writes_the_same_files_twice_and_leaves_nothing_else(graph: Graph, tmp_path: Path) -> None:
    names = {path.name for path in graph.publish(tmp_path / "a")}
    assert names >= {"graph.ttl", "graph.trig", "graph.nq", "graph.jsonld", "nodes.csv", "edges.csv", "index.html"}
    graph.publish(tmp_path / "b")
    for folder in (tmp_path / "a", tmp_path / "b"):
        assert {path.name for path in folder.iterdir()} == names
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_publish_leaves_out_an_explorer_that_was_not_built_and_forgets_an_old_one(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aigraph.view.explorer.is_built", lambda: False)
    assert "explorer.html" not in {path.name for path in graph.publish(tmp_path)}
    (tmp_path / "explorer.html").write_text("an old page", encoding="utf-8")
    assert tmp_path / "index.html" in graph.publish_again(tmp_path)
    assert not (tmp_path / "explorer.html").exists()


@pytest.mark.parametrize("name", ["moves.gexf", "nodes.csv", "moves.ttl", "page.html"])
def test_the_name_of_a_file_tells_its_format(graph: Graph, tmp_path: Path, name: str) -> None:
    graph.export(tmp_path / name)
    assert b"Andrew Ng" in (tmp_path / name).read_bytes()


@pytest.mark.parametrize(("name", "format"), [("moves.csv", None), ("moves", None), ("moves.ttl", "docx")])
def test_a_format_that_is_unknown_or_untold_is_an_error_that_lists_them(
    graph: Graph, tmp_path: Path, name: str, format: str | None
) -> None:
    with pytest.raises(InputError, match=r"turtle.*html"):
        graph.export(tmp_path / name, format)
    assert not list(tmp_path.iterdir())


def test_an_export_that_fails_leaves_the_file_as_it_was(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text("the old page", encoding="utf-8")
    monkeypatch.setattr(Graph, "page", interrupt)
    with pytest.raises(KeyboardInterrupt):
        graph.export(tmp_path / "index.html")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("index.html", "the old page")]


def test_a_file_that_cannot_be_written_is_an_error(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(InputError, match=r"graph\.ttl: cannot be written"):
        graph.export(tmp_path / "graph.ttl")


def test_a_graph_becomes_a_networkx_graph(graph: Graph) -> None:
    network = graph.to_networkx()
    assert network.number_of_edges() >= 2


def test_a_sparql_query_is_answered(graph: Graph) -> None:
    table = graph.query("SELECT ?name WHERE { ?person aig:movedTo ?to . ?person rdfs:label ?name } ORDER BY ?name")
    assert table.columns == ("name",)
    assert table.rows == (("Andrew Ng",), ("Geoffrey Hinton",))
