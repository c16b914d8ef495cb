"""What holds of every claim, whatever the article: checked on all the articles that there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aigraph.annotate import annotate
from aigraph.extract import extract
from aigraph.model import Claim, DateBounds, Document, Issue, Mention, Reading
from aigraph.read import read
from aigraph.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    issues: list[Issue] = []
    paths = [str(ROOT / "examples"), *sorted(map(str, (ROOT / "tests" / "corpus").glob("*/*.txt")))]
    found = list(read(paths, on_issue=issues.append))
    assert issues == []
    assert len(found) >= 30
    return found


@pytest.fixture(scope="module")
def readings(documents: list[Document]) -> list[Reading]:
    return list(extract(annotate(documents)))


def said(readings: list[Reading]) -> Iterator[tuple[str, Claim]]:
    for reading in readings:
        for claim in reading.claims:
            yield reading.document.text, claim


def test_every_article_says_something(readings: list[Reading]) -> None:
    assert {reading.document.language for reading in readings} == {"en", "fr"}
    assert sum(len(reading.claims) for reading in readings) >= 200
    silent = [reading.document.path for reading in readings if not reading.claims]
    assert len(silent) <= len(readings) // 10, silent


def test_every_quote_is_the_text_at_its_span(readings: list[Reading]) -> None:
    for text, claim in said(readings):
        assert claim.evidence.quote == claim.evidence.span.of(text)
        assert claim.evidence.quote.strip()


def test_every_quote_stands_in_the_article_that_it_is_evidence_of(readings: list[Reading]) -> None:
    for reading in readings:
        assert {claim.evidence.document for claim in reading.claims} <= {reading.document.id}


def assert_in_text(mention: Mention, text: str) -> None:
    assert mention.text == mention.span.of(text)
    assert mention.name == mention.name_span.of(text)


def test_nothing_is_invented(readings: list[Reading]) -> None:
    for text, claim in said(readings):
        assert_in_text(claim.subject, text)
        assert_in_text(claim.object, text)
        for qualifier in claim.qualifiers:
            if qualifier.span is not None:
                assert qualifier.text == qualifier.span.of(text)
            if qualifier.type is not None:
                assert qualifier.value in text


def test_the_ends_of_a_claim_are_of_the_relations_classes(readings: list[Reading]) -> None:
    words = vocabulary()
    for _, claim in said(readings):
        relation = words.relations[claim.relation]
        assert words.is_a(claim.subject.type, relation.domain), claim
        assert words.is_a(claim.object.type, relation.range), claim
        assert (claim.subject.type, claim.subject.name) != (claim.object.type, claim.object.name)


def test_the_details_of_a_claim_are_the_relations_qualifiers(readings: list[Reading]) -> None:
    words = vocabulary()
    for _, claim in said(readings):
        for qualifier in claim.qualifiers:
            assert qualifier.name in words.relations[claim.relation].qualifiers, claim
            kind = words.qualifiers[qualifier.name]
            assert (qualifier.type is not None) == (kind.kind == "entity")
            if kind.kind == "choice":
                assert qualifier.value in kind.choices
            elif kind.kind == "date":
                DateBounds.of(qualifier.value)
            elif kind.kind == "money":
                amount, _, currency = qualifier.value.partition(" ")
                assert float(amount) > 0
                assert len(currency) == 3


def test_confidence_lies_between_nothing_and_certainty(readings: list[Reading]) -> None:
    assert all(0.0 < claim.confidence <= 1.0 for _, claim in said(readings))


def test_claims_are_sorted_and_each_is_made_once(readings: list[Reading]) -> None:
    for reading in readings:
        spans = [claim.evidence.span for claim in reading.claims]
        assert spans == sorted(spans)
        ids = [claim.id for claim in reading.claims]
        assert len(set(ids)) == len(ids), reading.document.path


def test_the_same_articles_say_the_same_in_any_order(documents: list[Document], readings: list[Reading]) -> None:
    some = documents[::-2]
    again = list(extract(annotate(some)))
    assert again == readings[::-2]
