from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from aigraph.cli.review import Walk
from aigraph.decisions import Question, Side, read
from aigraph.model import Decision, Document, Evidence, Judgement, Span

ARTICLE = Document("Ada joined Acme. \x1b[31mBo left Bell.", title="Moves", publisher="The Paper", published="2025-01")


def question(one: str, other: str, *, judgement: Judgement = Judgement.UNSURE, kind: str = "Person") -> Question:
    quotes = (Span(0, 16), Span(17, len(ARTICLE.text)), Span(0, 3), Span(4, 10))
    evidence = tuple(Evidence(ARTICLE.id, span, span.of(ARTICLE.text), "test") for span in quotes)
    about = Decision(judgement, kind, one, other)
    return Question(about, f"{one} and {other}?", 2, 0.5, ("for: a first name",), (Side("said", evidence),))


QUESTIONS = (
    question("Ada", "A. Lovelace"),
    question("Bo", "Bell", judgement=Judgement.ACCEPT, kind="left"),
    question("Cy", "Cyrus"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "decisions.tsv"


def walk(path: Path, keys: str) -> Walk:
    pressed: Iterator[str] = iter(keys)
    made = Walk(QUESTIONS, {ARTICLE.id: ARTICLE}.get, path=path, who="Zoe", key=lambda: next(pressed, "q"))
    made.run()
    return made


def judged(path: Path) -> dict[str, str]:
    return {decision.one: str(decision.judgement) for decision in read(path, absent_ok=True)}


def test_each_question_is_answered_by_one_key(path: Path) -> None:
    assert len(walk(path, "sru").decided) == 3
    assert judged(path) == {"A. Lovelace": "same", "Bo": "reject", "Cy": "unsure"}
    assert {decision.who for decision in read(path)} == {"Zoe"}


def test_what_is_left_open_is_not_decided(path: Path) -> None:
    assert len(walk(path, "nan").decided) == 1
    assert judged(path) == {"Bo": "accept"}


def test_an_answer_is_written_before_the_next_question(path: Path) -> None:
    class KilledError(Exception):
        pass

    def key() -> str:
        if path.exists():
            raise KilledError
        return "d"

    with pytest.raises(KilledError):
        Walk(QUESTIONS, {ARTICLE.id: ARTICLE}.get, path=path, who="", key=key).run()
    assert judged(path) == {"A. Lovelace": "different"}


def test_undo_goes_back_a_question_and_takes_the_answer_back(path: Path) -> None:
    walk(path, "saz")
    assert judged(path) == {"A. Lovelace": "same"}
    walk(path, "zszd")
    assert judged(path) == {"A. Lovelace": "different"}


def test_undo_past_everything_leaves_no_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert walk(path, "snzzz").decided == {}
    assert not path.exists()
    assert "this is the first question" in capsys.readouterr().out


def test_a_key_of_another_question_is_explained_and_decides_nothing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    walk(path, "ax?")
    shown = capsys.readouterr().out
    assert shown.count("s  the two names stand for one") == 3
    assert "it stands, whatever contradicts it" not in shown
    assert not path.exists()


def test_a_reason_goes_with_the_next_answer_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("his own page\n"))
    walk(path, "wsa")
    assert [decision.why for decision in read(path)] == ["his own page", ""]


def test_a_question_shows_how_far_one_is_and_some_of_the_sentences(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    walk(path, "nn")
    lines = capsys.readouterr().out.split("3 of 3 ")[1].splitlines()
    assert lines == [
        "(2 statements hang on it)",
        "Cy and Cyrus?",
        "  - for: a first name",
        "  said:",
        "    « Ada joined Acme. » Moves, The Paper, 2025-01",
        "    « \\x1b[31mBo left Bell. » Moves, The Paper, 2025-01",
        "    « Ada » Moves, The Paper, 2025-01",
        "    and 1 more",
        "s same, d different, u unsure, n next, w why, z undo, q quit, ? help",
    ]
