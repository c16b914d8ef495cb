from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Draft

from aigraph.errors import DataError
from aigraph.fuse.example import example
from aigraph.fuse.witness import is_plain, tied, witness
from aigraph.model import Claim

GOMEZ = "Aidan Gomez"


def read(text: str, subject: str, relation: str, object: str, **details: Any) -> Claim:
    """The claim of one sentence, with its details at their words."""
    return Draft(text).says(text, subject, relation, object, **details).reading.claims[0]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Aidan Gomez founded Cohere.", True),
        ("Gomez's start-up is Cohere, which Aidan Gomez founded.", True),
        ("« Aidan Gomez a fondé Cohere », dit-on.", False),
        ('"Aidan Gomez founded Cohere," says the page.', False),
        ('Aidan Gomez founded "Cohere".', True),
    ],
)
def test_a_plain_claim_names_both_ends_in_words_of_its_own(text: str, plain: bool) -> None:
    assert is_plain(read(text, GOMEZ, "founded", "Cohere")) == plain


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("A: Aidan Gomez [Gomez] founded Cohere", True),
        ("A: Safe Superintelligence [SSI] developed Safe", True),
        ("A: Aidan Gomez [he] founded Cohere", False),
        ("A: Aidan Gomez founded Cohere [the start-up]", False),
        ("A: (quoted) Aidan Gomez founded Cohere", False),
    ],
)
def test_pronouns_and_descriptions_are_not_plain(line: str, plain: bool) -> None:
    (statement,) = example(line).statements
    assert is_plain(statement.claims[0]) == plain


@pytest.mark.parametrize(
    ("text", "date", "is_tied"),
    [
        ("Cohere, founded in 2019 by Aidan Gomez, is in Toronto.", "2019", True),
        ("In 2019 Aidan Gomez founded Cohere.", "2019", True),
        ("Aidan Gomez founded Cohere in 2019.", "2019", True),
        ("Aidan Gomez founded Cohere, sold that to Intel in 2016.", "2016", False),
        ("Aidan Gomez founded Cohere; in 2016 came more.", "2016", False),
        ("Aidan Gomez founded Cohere, as everybody in that trade has known since 2016.", "2016", False),
    ],
)
def test_a_date_is_tied_to_the_name_it_stands_beside(text: str, date: str, is_tied: bool) -> None:
    claim = read(text, GOMEZ, "founded", "Cohere", date=(date, date))
    assert list(tied(claim, "date")) == [date] * is_tied


@pytest.mark.parametrize(
    ("text", "is_tied"),
    [
        ("Hervé Jégou spent eight years at Inria.", True),
        ("Hervé Jégou came from Inria, where he had spent eight years.", True),
        ("Hervé Jégou: ex-Inria, then eight years at the laboratory of Meta.", False),
    ],
)
def test_a_length_of_time_after_a_comma_may_belong_to_the_next_place(text: str, is_tied: bool) -> None:
    claim = read(text, "Hervé Jégou", "workedAt", "Inria", duration=("P8Y", "eight years"))
    assert list(tied(claim, "duration")) == ["P8Y"] * is_tied


def test_a_date_may_stand_beside_the_origin() -> None:
    text = "Trapit Bansal joined Meta from OpenAI in June 2025."
    claim = read(text, "Trapit Bansal", "movedTo", "Meta", from_=("OpenAI", "OpenAI"), date=("2025-06", "June 2025"))
    assert list(tied(claim, "date")) == ["2025-06"]


def test_the_witness_of_a_side_is_its_surest_claim() -> None:
    (statement,) = example(
        """
        A: (reported) Aidan Gomez founded Cohere
        B: Aidan Gomez founded Cohere
        """
    ).statements
    assert witness(statement.claims).modality == "asserted"
    assert witness(reversed(statement.claims)) == witness(statement.claims)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Aidan Gomez founded Cohere", "an example reads"),
        ("A: Aidan Gomez established Cohere", "needs a relation"),
        ("A: founded Cohere", "needs a relation"),
        ("A: Aidan Gomez founded Cohere; amount 3", "founded takes date"),
        ("A: Aidan Gomez founded Cohere; date", "founded takes date"),
    ],
)
def test_an_example_that_cannot_be_read_says_why(line: str, what: str) -> None:
    with pytest.raises(DataError, match=what):
        example(line)
