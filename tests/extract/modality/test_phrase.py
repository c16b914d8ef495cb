from __future__ import annotations

import pytest

from aigraph.errors import DataError
from aigraph.extract.modality.phrase import compiled, plain

LISTS = {"false": frozenset({"false", "not true"})}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("it is {false}", "It  is not\ntrue.", "It  is not\ntrue"),
        ("it is {false}", "It is falsely", None),
        ("rien … vrai", "Rien de tout cela n'est vrai", "Rien de tout cela n'est vrai"),
        ("rien … vrai", "Rien ; c'est vrai", None),
        (": ?non", "Part-il : non", ": non"),
        ("ce (que|qu') (il|on) dit", "ce qu'il dit", "ce qu'il dit"),
    ],
)
def test_a_phrase_matches_whole_words_and_any_white_space(phrase: str, text: str, found: str | None) -> None:
    (pattern,) = compiled([phrase], LISTS)
    match = pattern.search(text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(("phrase", "message"), [("{fals}", "there is no list 'fals'"), ("(a", "phrase '\\(a'")])
def test_a_phrase_that_is_malformed_is_refused(phrase: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        compiled([phrase], LISTS)


def test_a_plain_text_has_straight_apostrophes_and_the_same_length() -> None:
    assert plain("C’est\u00a0faux") == "C'est faux"
