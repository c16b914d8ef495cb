"""`aigraph review`: all that is in doubt, one question at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aigraph.cli.decide import author, now, settle, who_option
from aigraph.cli.options import decisions_file, decisions_option, store_option
from aigraph.cli.screen import emit, emit_paragraph, say
from aigraph.model import Decision, Document, Judgement

if TYPE_CHECKING:
    from aigraph.decisions import Question, Side

_SENTENCES = 3
_NAMES = {"s": Judgement.SAME, "d": Judgement.DIFFERENT, "u": Judgement.UNSURE}
_STATEMENTS = {"a": Judgement.ACCEPT, "r": Judgement.REJECT}
_OTHERS = {"n": "next", "w": "why", "z": "undo", "q": "quit"}
_HELP = {
    "s": "the two names stand for one",
    "d": "the two names stand for two",
    "u": "you cannot tell; it is not asked again",
    "a": "it stands, whatever contradicts it",
    "r": "it does not stand, whoever says so",
    "n": "leave it open for another time",
    "w": "write down a reason that goes with your next answer",
    "z": "take back your last answer, and see that question again",
    "q": "stop; what you have decided is kept",
}


@click.command(short_help="Go through what is in doubt, and decide.")
@click.option("--unsure", is_flag=True, help="Also ask again about the pairs that someone was unsure about.")
@who_option
@decisions_option
@store_option
def review(unsure: bool, who: str | None, decisions: str | None, store: str) -> None:
    """Go through the names that may be one, and the statements that are disputed or only rumoured.

    What most statements hang on comes first, with what speaks for it and against, and the sentences. One key answers;
    every answer is written at once (see `aigraph decide`), and what was decided is not asked again. When standard
    input is no terminal, each of its lines is a key.
    """
    from aigraph import pipeline
    from aigraph.decisions import agenda, read

    path = decisions_file(decisions, store)
    made = read(path, absent_ok=True)
    with pipeline.open(store) as graph:
        questions = agenda(
            graph.statements(),
            doubts=graph.doubts(),
            conflicts=graph.conflicts(),
            decisions=made,
            unsure_too=unsure,
        )
        walk = Walk(questions, graph.store.lookup.document, path=path, who=author(who))
        walk.run()
    left = len(questions) - len(walk.decided)
    say(f"{len(walk.decided)} decided, {left} left open" if questions else "nothing is in doubt")
    if walk.decided:
        say(f"kept in {path}")
        settle(store, path)


class Walk:
    """One way through questions, forwards and back; `decided` are the answers by question."""

    def __init__(
        self,
        questions: Sequence[Question],
        document: Callable[[str], Document | None],
        *,
        path: Path,
        who: str,
        key: Callable[[], str] | None = None,
    ) -> None:
        self.decided: dict[int, Decision] = {}
        self._questions = questions
        self._document = document
        self._path = path
        self._who = who
        self._why = ""
        self._key = key or _key
        self._seen: list[int] = []

    def run(self) -> None:
        """Ask until there is no question left, or no answer."""
        at = 0
        while at < len(self._questions):
            question = self._questions[at]
            answers = _NAMES if question.about.judgement.about_names else _STATEMENTS
            self._show(question, at)
            key = self._answer(answers)
            if key == "q":
                return
            if key == "z":
                at = self._back(at)
                continue
            if key in answers:
                self._decide(at, answers[key])
            self._seen.append(at)
            at += 1

    def _show(self, question: Question, at: int) -> None:
        hang = f"{question.weight} statement{'s' * (question.weight != 1)} hang{'s' * (question.weight == 1)} on it"
        emit()
        emit_paragraph(f"{at + 1} of {len(self._questions)} ({hang})")
        emit_paragraph(question.title)
        for reason in question.reasons:
            emit_paragraph(reason, first="- ", indent=4)
        for side in question.sides:
            self._show_side(side)

    def _show_side(self, side: Side) -> None:
        emit_paragraph(f"{side.title}:", indent=2)
        for evidence in side.evidence[:_SENTENCES]:
            document = self._document(evidence.document)
            source = (document.name, document.publisher, document.published) if document else (evidence.document,)
            emit_paragraph(f"« {evidence.quote} »  {', '.join(part for part in source if part)}", indent=4)
        if len(side.evidence) > _SENTENCES:
            emit_paragraph(f"and {len(side.evidence) - _SENTENCES} more", indent=4)

    def _answer(self, answers: Mapping[str, Judgement]) -> str:
        """Return the key of an answer, of a step or of the end."""
        names = {key: str(judgement) for key, judgement in answers.items()} | _OTHERS
        while True:
            emit_paragraph(", ".join(f"{key} {name}" for key, name in names.items()) + ", ? help")
            key = self._key()
            if key == "w":
                emit("why:")
                self._why = sys.stdin.readline().strip()
            elif key in names:
                return key
            else:
                for each in names:
                    emit_paragraph(_HELP[each], first=f"{each}  ", indent=5)

    def _decide(self, at: int, judgement: Judgement) -> None:
        from aigraph.decisions import dated, in_words, update, with_decision

        answer = replace(self._questions[at].about, judgement=judgement, who=self._who, when=now(), why=self._why)
        before, after = update(self._path, lambda held: with_decision(held, dated(held, answer)))
        self._why = ""
        (self.decided[at],) = set(after) - set(before) or {answer}
        emit_paragraph(f"decided: {in_words(answer)}")

    def _back(self, at: int) -> int:
        from aigraph.decisions import in_words, update, withdrawn

        if not self._seen:
            emit_paragraph("this is the first question; `aigraph decide undo` takes back earlier decisions")
            return at
        before = self._seen.pop()
        if answer := self.decided.pop(before, None):
            update(self._path, lambda held: withdrawn(held, {answer}))
            emit_paragraph(f"taken back: {in_words(answer)}")
        return before


def _key() -> str:
    """Return the next key that is pressed, or the first letter of the next line; "q" when there is none."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return line.strip()[:1].lower() or "?" if line else "q"
    try:
        return click.getchar().lower()
    except EOFError:
        return "q"
