"""Articles come one after the other; the graph is that of what is left, as one build would make it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import aigraph
from aigraph.errors import InputError
from aigraph.pipeline import build, ingest, settle

NG = "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google.\n"
LEFT = "In March 2017, the researcher Andrew Ng left the search company Baidu.\n"
HINTON = "Geoffrey Hinton joined Google in March 2013.\n"
LECUN = "Yann LeCun a rejoint Facebook en décembre 2013.\n"
URL = "---\nurl: https://example.org/{}\n---\n"


def dump(store: Path) -> bytes:
    with aigraph.open(store) as graph:
        stream = io.BytesIO()
        graph.export(stream, "nquads")
        return stream.getvalue()


def fates(graph: aigraph.Graph) -> list[int]:
    with graph:
        report = graph.report
        return [len(ids) for ids in (report.new, report.replaced, report.unchanged, report.dropped)]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "graph" / "store"


def write(folder: Path, **articles: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in articles]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return tmp_path / "built" / "store"


def test_articles_that_come_one_by_one_make_the_graph_of_all(tmp_path: Path, store: Path, built: Path) -> None:
    files = write(tmp_path / "a", ng=NG, hinton=HINTON, lecun=LECUN, left=LEFT)
    for file in (files[2], files[0], files[3], files[1]):
        assert fates(ingest(file, store=store)) == [1, 0, 0, 0]
    build(files, store=built).close()
    assert dump(store) == dump(built)


def test_what_is_there_as_it_is_is_passed_over(tmp_path: Path, store: Path) -> None:
    files = write(tmp_path / "a", ng=NG, hinton=HINTON)
    assert fates(ingest(files, store=store)) == [2, 0, 0, 0]
    before = dump(store)
    with ingest(files[0], store=store) as graph:
        assert not graph.report.touched
    assert dump(store) == before


def test_a_file_that_has_changed_takes_the_place_of_what_it_held(tmp_path: Path, store: Path, built: Path) -> None:
    write(tmp_path / "a", one=NG, two=HINTON)
    ingest(tmp_path / "a", store=store).close()
    write(tmp_path / "a", one=LECUN)
    assert fates(ingest(tmp_path / "a" / "one.txt", store=store)) == [1, 0, 0, 1]
    build(tmp_path / "a", store=built).close()
    assert dump(store) == dump(built)


def test_an_address_has_one_article(tmp_path: Path, store: Path, built: Path) -> None:
    files = write(tmp_path / "a", monday=URL.format("ng") + NG, tuesday=URL.format("ng") + LEFT, other=HINTON)
    ingest([files[0], files[2]], store=store).close()
    assert fates(ingest(files[1], store=store)) == [1, 0, 0, 1]
    build(files[1:], store=built).close()
    assert dump(store) == dump(built)
    assert fates(ingest(files[1], store=store)) == [0, 0, 1, 0]


def test_an_article_that_has_not_changed_takes_the_place_of_none(tmp_path: Path, store: Path) -> None:
    files = write(tmp_path / "a", early=URL.format("ng") + NG, late=URL.format("ng") + LEFT)
    assert fates(ingest(files, store=store)) == [2, 0, 0, 0]
    before = dump(store)
    for file in files:
        assert fates(ingest(file, store=store)) == [0, 0, 1, 0]
    assert dump(store) == before


def test_a_file_of_many_articles_holds_what_it_holds_now(tmp_path: Path, store: Path, built: Path) -> None:
    file = tmp_path / "articles.jsonl"

    def lines(*texts: str) -> None:
        file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")

    lines(NG, HINTON)
    ingest(file, store=store).close()
    lines(LECUN, NG)
    with ingest(file, store=store) as graph:
        assert {document.text.strip() for document in graph.documents().values()} == {LECUN.strip(), NG.strip()}
    build(file, store=built).close()
    assert dump(store) == dump(built)


def test_standard_input_replaces_nothing(store: Path) -> None:
    for text in (NG, HINTON):
        assert fates(ingest(["-"], store=store, stdin=io.BytesIO(text.encode()))) == [1, 0, 0, 0]
    with aigraph.open(store) as graph:
        assert len(graph.documents()) == 2


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_files_with_one_text_the_first_by_name_is_kept(
    order: tuple[int, int], tmp_path: Path, store: Path, built: Path
) -> None:
    files = write(tmp_path / "a", a=NG, b=NG)
    for at in order:
        ingest(files[at], store=store).close()
    build(files, store=built).close()
    assert dump(store) == dump(built)


def test_a_run_that_was_ended_half_way_is_run_again(
    tmp_path: Path, store: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aigraph.store import Revision, Store

    files = write(tmp_path / "a", ng=NG, hinton=HINTON, lecun=LECUN)
    monkeypatch.setattr("aigraph.revise.BATCH_ARTICLES", 1)
    commit, done = Store.commit, []

    def second_fails(self: Store, revision: Revision, *, judge: bool = True) -> None:
        done.append(revision)
        if len(done) == 2:
            raise KeyboardInterrupt
        commit(self, revision, judge=judge)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "commit", second_fails)
        with pytest.raises(KeyboardInterrupt):
            ingest(files, store=store)
    with aigraph.open(store) as graph:
        assert len(graph.documents()) == 1
        assert graph.check() == []
    assert fates(ingest(files, store=store)) == [2, 0, 1, 0]
    build(files, store=built).close()
    assert dump(store) == dump(built)


def test_a_decision_counts_at_once_and_taking_it_back_leaves_no_trace(tmp_path: Path, store: Path) -> None:
    from aigraph.decisions import update, with_decision
    from aigraph.model import Decision, Judgement

    ingest(write(tmp_path / "a", ng=NG, hinton=HINTON), store=store).close()
    before = dump(store)
    judged = Decision(
        Judgement.SAME, "Person", "Andrew Ng", "Geoffrey Hinton", "me", "2025-01-01", "for the sake of it"
    )
    update(store.parent / "decisions.tsv", lambda made: with_decision(made, judged))
    with settle(store=store) as graph:
        assert len({statement.subject.id for statement in graph.statements()}) == 1
        assert graph.decisions() == (judged,)
    (store.parent / "decisions.tsv").unlink()
    settle(store=store).close()
    assert dump(store) == before


def test_another_version_of_the_program_makes_the_graph_anew(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(write(tmp_path / "a", ng=NG, hinton=HINTON), store=store).close()
    before = dump(store)
    with monkeypatch.context() as patch:
        patch.setattr("aigraph.program.maker", lambda: "another")
        patch.setattr(sys.modules["aigraph.revise.fresh"], "maker", lambda: "another")
        settle(store=store).close()
        with aigraph.open(store) as graph:
            assert graph.store.program == "another"
    assert dump(store) == before


def test_nothing_to_read_is_one_clear_line_and_changes_nothing(tmp_path: Path, store: Path) -> None:
    ingest(write(tmp_path / "a", ng=NG), store=store).close()
    before = dump(store)
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(InputError, match="there is no article in the input, only faulty files"):
        ingest(tmp_path / "empty.txt", store=store)
    assert dump(store) == before
