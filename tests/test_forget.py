from __future__ import annotations

import io
from pathlib import Path

import pytest

import aigraph
from aigraph.errors import InputError
from aigraph.forget import forget
from aigraph.model import Decision, Document, Judgement
from aigraph.pipeline import build, ingest
from aigraph.suppression import Suppression

NG = "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google. Ng left Baidu in March 2017.\n"
HINTON = "Geoffrey Hinton joined Google in March 2013. Geoffrey Hinton left Google in May 2023.\n"
BOTH = "Andrew Ng founded DeepLearning.AI. Geoffrey Hinton worked at Google.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {"ng.txt": NG, "hinton.txt": HINTON, "both.txt": BOTH}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store(articles: Path, tmp_path: Path) -> Path:
    with build(articles, store=tmp_path / "out" / "store") as graph:
        graph.publish(tmp_path / "out")
    return tmp_path / "out" / "store"


def dump(store: Path) -> bytes:
    with aigraph.open(store) as graph:
        stream = io.BytesIO()
        graph.export(stream, "nquads")
        assert graph.check() == []
        return stream.getvalue()


def people(store: Path) -> set[str]:
    with aigraph.open(store) as graph:
        return {statement.subject.label for statement in graph.statements()}


def test_a_source_goes_with_what_rests_on_it_alone_and_can_come_back(
    articles: Path, store: Path, tmp_path: Path
) -> None:
    before = dump(store)
    receipt = forget(str(articles / "ng.txt"), store=store)
    assert receipt.articles == ("In May 2014, the researcher Andrew Ng joined the search company Baidu from Goog…",)
    assert {(s.subject.label, s.relation, s.object.label) for s in receipt.statements} >= {
        ("Andrew Ng", "movedTo", "Baidu"),
        ("Andrew Ng", "left", "Baidu"),
    }
    build([articles / "hinton.txt", articles / "both.txt"], store=tmp_path / "fresh" / "store").close()
    assert dump(store) == dump(tmp_path / "fresh" / "store")
    assert "Andrew Ng joined" not in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
    ingest([articles], store=store).close()
    assert dump(store) == before


def test_a_person_goes_with_every_trace_and_does_not_come_back(articles: Path, store: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "out" / "decisions.tsv"
    from aigraph.decisions import read, update, with_decision

    for one, other in (("Andrew Ng", "Andrew Y. Ng"), ("Geoff Hinton", "Geoffrey Hinton")):
        judged = Decision(Judgement.SAME, "Person", one, other, "me", "2025-01-01")
        update(decisions, lambda made, judged=judged: with_decision(made, judged))  # type: ignore[misc]
    receipt = forget("andrew ng", store=store)
    assert (len(receipt.read_again), receipt.decisions, receipt.left) == (2, 1, ())
    assert [decision.one for decision in read(decisions)] == ["Geoff Hinton"]
    assert people(store) == {"Geoffrey Hinton"}
    left = [path for path in (tmp_path / "out").rglob("*") if path.is_file() and b"Andrew Ng" in path.read_bytes()]
    assert left == []
    after = dump(store)
    with ingest([articles], store=store) as graph:
        assert not graph.report.touched
    assert dump(store) == after
    with pytest.raises(InputError, match="knows no person called 'Geoff Ng'"):
        forget("Geoff Ng", store=store)


def test_forgetting_that_was_ended_half_way_is_finished(
    articles: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("aigraph.store.embedded.Store.rebuild", interrupted)
        with pytest.raises(KeyboardInterrupt):
            forget("Andrew Ng", store=store)
    assert forget("Andrew Ng", store=store).left == ()
    assert people(store) == {"Geoffrey Hinton"}


def interrupted(_store: object) -> None:
    raise KeyboardInterrupt


def test_what_nobody_is_called_is_one_clear_line(store: Path) -> None:
    with pytest.raises(InputError, match="no article of the graph has the file, address, publisher or id 'nowhere'"):
        forget("nowhere", store=store, kind="source")
    with pytest.raises(InputError, match="no person called 'nowhere'"):
        forget("nowhere", store=store)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Andrew Ng left.", "[…] left."),
        ("ANDREW  NG and Ng’s students", "[…] and […]’s students"),
        ("Ng alone is someone", "Ng alone is someone"),
        ("Andrew-Ng: Andrew, Nguyen", "[…]: Andrew, Nguyen"),
        ("L’œuvre d’Yann Le Cun", "L’œuvre d’[…]"),
    ],
)
def test_names_are_taken_out_whatever_their_spelling(text: str, clean: str) -> None:
    suppression = Suppression().with_names(["Andrew Ng", "Yann Le Cun"])
    assert suppression.applied(Document(text)).text == clean
    assert suppression.has("ANDREW NG")
    assert not suppression.has("Ng")


def test_a_suppression_keeps_no_name(tmp_path: Path) -> None:
    Suppression().with_names(["Andrew Ng"]).save(tmp_path)
    kept = (tmp_path / "suppressed").read_text()
    assert "Ng" not in kept
    assert Suppression.of(tmp_path).applied(
        Document("Andrew Ng", title="By Andrew Ng", path="andrew-ng.txt")
    ) == Document("[…]", title="By […]", path="[…].txt")
    (tmp_path / "suppressed").write_text("not hexadecimal")
    with pytest.raises(InputError, match="people who were forgotten return"):
        Suppression.of(tmp_path)
