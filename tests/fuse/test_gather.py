from __future__ import annotations

import time
from dataclasses import replace

import pytest

from aigraph.fuse import Article, gathered
from aigraph.fuse.confidence import independent_sources
from aigraph.fuse.example import example, readings
from aigraph.model import Claim, Entity, Linking, Qualifier, Reading, Statement, Status


def raw(text: str) -> list[Statement]:
    return list(example(text).statements)


def only(text: str) -> Statement:
    (statement,) = raw(text)
    return statement


def test_claims_of_one_pair_and_relation_are_one_statement_and_denials_another() -> None:
    affirmed, denied = raw(
        """
        Wire: Ilya Sutskever movedTo OpenAI
        Post: (reported) Ilya Sutskever movedTo OpenAI
        Times: (denied) Ilya Sutskever movedTo OpenAI
        """
    )
    assert (len(affirmed.claims), len(denied.claims)) == (2, 1)
    assert affirmed.id != denied.id


def test_statements_are_sorted_and_denials_come_last() -> None:
    statements = raw(
        """
        Wire: Sam Altman left OpenAI
        Wire: (denied) Ilya Sutskever movedTo OpenAI
        Wire: Ilya Sutskever movedTo OpenAI
        Wire: Ilya Sutskever left Google
        """
    )
    assert [(s.subject.label, s.relation, s.status) for s in statements] == [
        ("Ilya Sutskever", "left", Status.ACCEPTED),
        ("Ilya Sutskever", "movedTo", Status.ACCEPTED),
        ("Ilya Sutskever", "movedTo", Status.REFUTED),
        ("Sam Altman", "left", Status.ACCEPTED),
    ]


@pytest.mark.parametrize(
    ("how", "status", "confidence", "reason"),
    [
        ("asserted", Status.ACCEPTED, 0.9, "asserted by Wire: 0.90"),
        ("reported", Status.UNCONFIRMED, 0.54, "reported by Wire: 0.90 x 0.60 = 0.54"),
        ("rumoured", Status.UNCONFIRMED, 0.36, "rumoured by Wire: 0.90 x 0.40 = 0.36"),
        ("planned", Status.UNCONFIRMED, 0.45, "planned by Wire: 0.90 x 0.50 = 0.45"),
        ("denied", Status.REFUTED, 0.9, "denied by Wire: 0.90"),
    ],
)
def test_how_an_article_commits_itself_sets_status_and_confidence(
    how: str, status: Status, confidence: float, reason: str
) -> None:
    statement = only(f"Wire: ({how}) Ilya Sutskever movedTo OpenAI")
    assert (statement.status, statement.confidence, statement.reasons) == (status, confidence, (reason,))


@pytest.mark.parametrize(("confidence", "status"), [(0.19, Status.UNCONFIRMED), (0.21, Status.ACCEPTED)])
def test_what_is_most_likely_misread_does_not_stand(confidence: float, status: Status) -> None:
    (source,), linking = readings("Wire: Ilya Sutskever movedTo OpenAI")
    claims = [replace(claim, confidence=confidence) for claim in source.claims]
    (statement,) = gathered(claims, linking, {source.document.id: Article.of(source.document)})
    assert statement.status is status
    assert any("misread" in reason for reason in statement.reasons) is (status is Status.UNCONFIRMED)


def test_confidence_tells_how_it_comes_about() -> None:
    statement = only(
        """
        Wire: Ilya Sutskever movedTo OpenAI
        Post: (reported) Ilya Sutskever movedTo OpenAI
        Sun: (rumoured) Ilya Sutskever movedTo OpenAI
        Star: (planned) Ilya Sutskever movedTo OpenAI
        Mail: (rumoured) Ilya Sutskever movedTo OpenAI
        """
    )
    assert statement.reasons == (
        "asserted by Wire: 0.90",
        "independently reported by Post: 0.90 x 0.60 = 0.54; together 0.95",
        "independently planned by Star: 0.90 x 0.50 = 0.45; together 0.97",
        "2 more independent sources; together 0.99",
    )
    assert (statement.sources, statement.confidence) == (5, 0.9896)


def copied(count: int, source: Reading) -> tuple[list[Claim], dict[str, Article]]:
    """The claims of an article and of as many copies of its text, each under another name."""
    (claim,) = source.claims
    claims, articles = [claim], {source.document.id: Article.of(source.document)}
    for n in range(1, count):
        copy = f"{n:016x}"
        evidence = type(claim.evidence)(copy, claim.evidence.span, f"{claim.evidence.quote} ({n})", "example")
        claims.append(Claim(claim.subject, claim.relation, claim.object, evidence))
        articles[copy] = Article(copy, f"Mirror {n}", "", "", "", source=source.document.id)
    return claims, articles


def test_fifty_copies_of_one_text_count_as_one_source() -> None:
    (source,), linking = readings("Wire: Ilya Sutskever movedTo OpenAI")
    claims, articles = copied(50, source)
    (statement,) = gathered(claims, linking, articles)
    assert (statement.sources, len(statement.claims)) == (1, 50)
    assert statement.reasons[1] == "50 articles repeat one text: Mirror 1, Mirror 10, Mirror 11 and 47 more"


def test_articles_that_prove_it_with_the_same_words_are_one_source() -> None:
    told, linking = readings("Wire: Ilya Sutskever movedTo OpenAI\nPost: Ilya Sutskever movedTo OpenAI")
    articles = {reading.document.id: Article.of(reading.document) for reading in told}
    claims = []
    for reading, quote in zip(told, ("OpenAI hired him!", "« OpenAI  Hired Him »"), strict=True):
        (claim,) = reading.claims
        evidence = type(claim.evidence)(reading.document.id, claim.evidence.span, quote, "example")
        claims.append(Claim(claim.subject, claim.relation, claim.object, evidence))
    (statement,) = gathered(claims, linking, articles)
    assert statement.sources == 1
    assert statement.reasons[1] == "2 articles repeat one text or give the same sentence: Post, Wire"
    assert [len(source) for source in independent_sources(claims, articles)] == [2]


def test_an_article_read_twice_counts_once() -> None:
    (source,), linking = readings("Wire: Ilya Sutskever movedTo OpenAI")
    claims, articles = copied(1, source)
    assert gathered(claims * 2, linking, articles) == gathered(claims, linking, articles)


def test_qualifiers_are_united_and_no_one_comes_from_where_they_go() -> None:
    statement = only(
        """
        Wire: Ilya Sutskever movedTo OpenAI; from Google; role chief scientist
        Post: Ilya Sutskever movedTo OpenAI; from OpenAI; date 2015-12
        """
    )
    assert statement.qualifiers == (
        Qualifier("date", "2015-12", "2015-12"),
        Qualifier("from", "organization/google", "Google", type="Organization"),
        Qualifier("role", "chief scientist", "chief scientist"),
    )


def test_what_an_entity_does_to_itself_is_dropped() -> None:
    (source,), _ = readings("Wire: Mark Zuckerberg movedTo Meta")
    meta = Entity("organization/meta", "Organization", "Meta")
    linking = Linking({("Person", "Mark Zuckerberg"): meta, ("Organization", "Meta"): meta})
    assert gathered(source.claims, linking, {source.document.id: Article.of(source.document)}) == []


def test_a_name_stands_for_whom_its_article_means() -> None:
    told, linking = readings("Wire: Wei Zhang movedTo OpenAI\nPost: Wei Zhang movedTo OpenAI")
    other = Entity("person/wei-zhang-2", "Person", "Wei Zhang")
    apart = Linking(linking.entities, apart={("Person", "Wei Zhang", told[0].document.id): other})
    articles = {reading.document.id: Article.of(reading.document) for reading in told}
    claims = [claim for reading in told for claim in reading.claims]
    assert [s.subject.id for s in gathered(claims, apart, articles)] == ["person/wei-zhang", "person/wei-zhang-2"]


def test_five_thousand_claims_are_one_statement_in_well_under_a_second() -> None:
    (source,), linking = readings("Wire: Mark Zuckerberg workedAt Meta; role CEO")
    claims, articles = copied(5000, source)
    start = time.process_time()
    (statement,) = gathered(claims, linking, articles)
    assert time.process_time() - start < 1
    assert len(statement.claims) == 5000
