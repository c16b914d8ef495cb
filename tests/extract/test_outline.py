from __future__ import annotations

import pytest

from aigraph.annotate import annotate_marked
from aigraph.extract.clause import Clause
from aigraph.extract.outline import Outline, outline
from aigraph.language import language
from aigraph.model import Document


def outlined(text: str, code: str) -> Outline:
    (sentence,) = annotate_marked(Document(text, language=code), []).sentences
    return outline(Clause(sentence, language(code)))


def shown(text: str, code: str) -> list[str]:
    """Return the pieces as they stand in the text, relative ones in brackets."""
    found = outlined(text, code)
    words = [" ".join(t.form for t in found.clause.tokens[p.start : p.end]) for p in found.pieces]
    return [f"[{w}]" if p.relative else w for w, p in zip(words, found.pieces, strict=True)]


@pytest.mark.parametrize(("code", "text", "pieces"), [
    ("fr", "Elle part, après deux ans, chez lui.", ["Elle part", "après deux ans", "chez lui"]),
    ("fr", "La société qui l'emploie recrute.", ["La société", "[qui l' emploie recrute]"]),
    ("fr", "Ceux avec lesquels il travaille partent.", ["Ceux", "[avec lesquels il travaille partent]"]),
    ("fr", "Elle dit que le patron part.", ["Elle dit que le patron part"]),
    ("en", "The firm (founded here) hires; it grows.", ["The firm", "founded here", "hires", "it grows"]),
])  # fmt: skip
def test_marks_and_relative_pronouns_cut_a_sentence(code: str, text: str, pieces: list[str]) -> None:
    assert shown(text, code) == pieces


def test_asides_are_left_out_on_the_way_back_to_a_subject() -> None:
    found = outlined("Le patron, qui avait quitté la ville, revient.", "fr")
    verb = next(i for i, token in enumerate(found.clause.tokens) if token.form == "revient")
    assert [found.clause.tokens[k].form for k in found.leftward(verb)] == ["patron", "Le"]


def test_no_clause_reaches_across_a_semicolon() -> None:
    found = outlined("Le patron part ; la société reste.", "fr")
    verb = next(i for i, token in enumerate(found.clause.tokens) if token.form == "reste")
    assert [found.clause.tokens[k].form for k in found.leftward(verb)] == ["société", "la"]
