from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigraph.fuse import Article, fuse
from aigraph.fuse.confidence import independent_sources
from aigraph.gazetteer import Entry, Gazetteer
from aigraph.model import (
    Claim,
    Document,
    Evidence,
    Linking,
    Mention,
    Modality,
    Qualifier,
    Reading,
    Span,
    Statement,
    Status,
)
from aigraph.resolve import local_entities, resolve

GAZETTEER = Gazetteer({"organization/meta": Entry("organization/meta", "Organization", "Meta", aliases=("Facebook",))})
TYPES = {"hasFigure": ("Organization", "Figure"), "coCreated": ("Person", "Model")}


def say(
    subject: str,
    relation: str,
    object: str,
    *,
    modality: Modality = Modality.ASSERTED,
    confidence: float = 0.9,
    words: str | None = None,
    **details: str,
) -> tuple[str, Claim]:
    """One sentence and its claim; details are qualifiers (`origin` is an organisation, as `from`)."""
    sentence = words or f"{subject} {relation} {object}; {modality}; {', '.join(details.values())}."
    sentence = f"{sentence} [{subject}|{object}]"
    domain, range_ = TYPES.get(relation, ("Person", "Organization"))
    start = sentence.rindex("[")
    one = Mention.at(sentence, start + 1, start + 1 + len(subject), domain)
    other = Mention.at(sentence, start + 2 + len(subject), start + 2 + len(subject) + len(object), range_)
    qualifiers = tuple(
        Qualifier("from", value, value, type="Organization") if name == "origin" else Qualifier(name, value, value)
        for name, value in details.items()
    )
    evidence = Evidence("", Span(0, start), sentence[:start], "by.hand")
    return sentence, Claim(one, relation, other, evidence, modality, None, confidence, qualifiers)


def article(publisher: str, *said: tuple[str, Claim], published: str | None = None) -> Reading:
    """An article of these sentences; each claim's spans moved to its place in the text."""
    text = "\n".join([publisher, *(sentence for sentence, _ in said)])
    document = Document(text, publisher=publisher, published=published)
    at = len(publisher) + 1
    claims = []
    for sentence, claim in said:
        span = Span(at, at + claim.evidence.span.end)
        one, other = (
            Mention.at(text, at + m.span.start, at + m.span.end, m.type) for m in (claim.subject, claim.object)
        )
        evidence = Evidence(document.id, span, span.of(text), claim.evidence.rule)
        claims.append(
            Claim(one, claim.relation, other, evidence, claim.modality, None, claim.confidence, claim.qualifiers)
        )
        at += len(sentence) + 1
    return Reading(document, tuple(claims))


def linked(*readings: Reading) -> Linking:
    """Link all names of the readings."""
    names = [name for reading in readings for name in local_entities(reading, gazetteer=GAZETTEER)]
    return resolve(names, gazetteer=GAZETTEER)


def fused(*readings: Reading) -> list[Statement]:
    return list(fuse(readings, linked(*readings)).statements)


def only(*readings: Reading) -> Statement:
    (statement,) = fused(*readings)
    return statement


MOVE = ("Ilya Sutskever", "movedTo", "OpenAI")
REPORTED, RUMOURED, PLANNED, DENIED = Modality.REPORTED, Modality.RUMOURED, Modality.PLANNED, Modality.DENIED


def test_two_articles_that_say_the_same_make_one_statement() -> None:
    statement = only(
        article("The Wire", say(*MOVE, confidence=0.8, words="He joined.")),
        article("The Post", say(*MOVE, confidence=0.5, words="OpenAI hired him.")),
    )
    assert statement.confidence == pytest.approx(0.9)
    assert statement.sources == 2
    assert statement.status is Status.ACCEPTED
    assert statement.reasons == (
        "asserted by The Wire: 0.80",
        "independently asserted by The Post: 0.50; together 0.90",
    )


def test_copies_of_one_sentence_are_one_source() -> None:
    copies = [article(f"Mirror {n}", say(*MOVE, confidence=0.8, words="OpenAI hired him!")) for n in range(10)]
    statement = only(*copies, article("The Post", say(*MOVE, confidence=0.8, words="« OpenAI  Hired Him »")))
    assert (statement.sources, statement.confidence) == (1, 0.8)
    assert statement.reasons == (
        "asserted by Mirror 0, Mirror 1, Mirror 2 and 8 more: 0.80",
        "11 articles repeat one text or give the same sentence: Mirror 0, Mirror 1, Mirror 2 and 8 more",
    )


def test_sources_that_share_words_in_a_chain_are_one() -> None:
    one = article("One", say(*MOVE, words="A."), say(*MOVE, words="B."))
    two = article("Two", say(*MOVE, words="B."), say(*MOVE, words="C."))
    three = article("Three", say(*MOVE, words="C."))
    claims = [claim for reading in (one, three, two) for claim in reading.claims]
    articles = {reading.document.id: Article.of(reading.document) for reading in (one, two, three)}
    assert [len(source) for source in independent_sources(claims, articles)] == [5]


def test_an_article_read_twice_counts_once() -> None:
    reading = article("The Wire", say(*MOVE))
    assert only(reading, reading) == only(reading)


def test_of_two_copies_of_one_article_the_first_dated_one_counts() -> None:
    said = article("The Wire", say(*MOVE, modality=RUMOURED), published="2015-11")
    denied = [
        article("The Post", say(*MOVE, modality=DENIED), published=day) for day in (None, "soon", "2016", "2015-10")
    ]
    assert fused(said, *denied)[0].status is Status.UNCONFIRMED
    assert fused(said, *denied[:3])[0].status is Status.REFUTED
    assert fused(said, *denied[:2])[0].status is Status.REFUTED


@pytest.mark.parametrize(
    ("modality", "confidence", "status", "reason"),
    [
        (Modality.ASSERTED, 0.8, Status.ACCEPTED, "asserted by The Wire: 0.80"),
        (REPORTED, 0.48, Status.UNCONFIRMED, "reported by The Wire: 0.80 x 0.60 = 0.48"),
        (RUMOURED, 0.32, Status.UNCONFIRMED, "rumoured by The Wire: 0.80 x 0.40 = 0.32"),
        (PLANNED, 0.4, Status.UNCONFIRMED, "planned by The Wire: 0.80 x 0.50 = 0.40"),
        (DENIED, 0.8, Status.REFUTED, "denied by The Wire: 0.80"),
    ],
)
def test_the_modality_sets_status_and_confidence(
    modality: Modality, confidence: float, status: Status, reason: str
) -> None:
    statement = only(article("The Wire", say(*MOVE, modality=modality, confidence=0.8)))
    assert (statement.confidence, statement.status) == (confidence, status)
    assert statement.reasons[-1] == reason


def test_a_rumour_later_confirmed_is_evidence_of_the_same_statement() -> None:
    statement = only(
        article("The Wire", say(*MOVE, modality=RUMOURED), published="2015-11"),
        article("The Post", say(*MOVE), published="2015-12"),
    )
    assert statement.status is Status.ACCEPTED
    assert len(statement.claims) == 2
    assert statement.reasons[-1] == "rumoured in 2015-11 by The Wire; confirmed in 2015-12 by The Post"


@pytest.mark.parametrize(
    ("modality", "said", "denied", "status", "of_denial"),
    [
        (Modality.ASSERTED, "2015-11", "2015-12", Status.DISPUTED, Status.REFUTED),
        (REPORTED, "2015-11", "2015-12", Status.DISPUTED, Status.REFUTED),
        (RUMOURED, "2015-11", "2015-12", Status.REFUTED, Status.REFUTED),
        (PLANNED, "2015-11", "2015-11", Status.REFUTED, Status.REFUTED),
        (RUMOURED, None, "2015-12", Status.REFUTED, Status.REFUTED),
        (Modality.ASSERTED, "2015-12-02", "2015", Status.DISPUTED, Status.REFUTED),
        (Modality.ASSERTED, "2015-12", "2015-11", Status.ACCEPTED, Status.SUPERSEDED),
        (RUMOURED, "2015-12", "2015-11", Status.UNCONFIRMED, Status.REFUTED),
    ],
)
def test_a_denial_weighs_against_what_is_not_newer(
    modality: Modality, said: str | None, denied: str, status: Status, of_denial: Status
) -> None:
    affirmed, denial = fused(
        article("The Wire", say(*MOVE, modality=modality), published=said),
        article("The Post", say(*MOVE, modality=DENIED), published=denied),
    )
    assert (affirmed.status, denial.status) == (status, of_denial)
    assert denial.modality is DENIED
    told = any("denied" in reason and "The Post" in reason for reason in affirmed.reasons)
    assert told == (status in (Status.DISPUTED, Status.REFUTED))
    assert any("halved" in reason for reason in affirmed.reasons) == told


def test_qualifiers_are_united_and_origins_become_entities() -> None:
    statement = only(
        article("The Wire", say(*MOVE, origin="Facebook", role="chief scientist")),
        article("The Post", say(*MOVE, origin="Meta", date="2015-12")),
        article("The Times", say(*MOVE, origin="OpenAI", date="2015-12")),
    )
    assert statement.qualifiers == (
        Qualifier("date", "2015-12", "2015-12"),
        Qualifier("from", "organization/meta", "Meta", type="Organization"),
        Qualifier("role", "chief scientist", "chief scientist"),
    )


def test_what_an_entity_does_to_itself_is_dropped() -> None:
    reading = article("The Wire", say("Meta", "movedTo", "Facebook"))
    names = {("Person", "Meta"): GAZETTEER, ("Organization", "Facebook"): GAZETTEER}
    meta = linked(article("The Wire", say("Sam Altman", "left", "Meta"))).entity("Organization", "Meta")
    assert fuse([reading], Linking(dict.fromkeys(names, meta))).statements == ()


def reasons(statement: Statement) -> str:
    return " | ".join(reason for reason in statement.reasons if reason.startswith("contradicted"))


def head(person: str, company: str, role: str = "CEO", status: str = "current") -> tuple[str, Claim]:
    return say(person, "workedAt", company, role=role, status=status)


def test_what_an_article_has_two_heads_for_is_disputed() -> None:
    said = [head("Sam Altman", "Meta", "PDG"), head("Mark Zuckerberg", "Meta", "PDG"), head("Mark Zuckerberg", "Meta")]
    zuckerberg, altman = fused(article("The Wire", *said))
    assert (altman.status, zuckerberg.status) == (Status.DISPUTED, Status.ACCEPTED)
    assert altman.conflicts == zuckerberg.conflicts != ()
    assert "The Wire has two at the head of Meta: Mark Zuckerberg and Sam Altman" in reasons(altman)
    assert altman.confidence == 0.45


def test_a_detail_in_doubt_is_told_but_the_statement_stands() -> None:
    founding = say("Dario Amodei", "founded", "Anthropic", date="2021")
    statements = fused(
        article("The Wire", say("Joel Pobar", "workedAt", "Anthropic", duration="P11Y")),
        article("The Post", founding, published="2025-07"),
    )
    assert {s.status for s in statements} == {Status.ACCEPTED}
    assert {reasons(s) for s in statements} == {
        "contradicted: Anthropic dates from 2021, and Joel Pobar is said to have spent 11 years there"
    }


CLAIMS = st.builds(
    lambda person, relation, company, modality, words, confidence, details: say(
        person, relation, company, modality=modality, words=words, confidence=confidence, **details
    ),
    st.sampled_from(("Sam Altman", "Altman", "Mira Murati")),
    st.sampled_from(("movedTo", "workedAt", "left")),
    st.sampled_from(("OpenAI", "Meta", "Facebook")),
    st.sampled_from(list(Modality)),
    st.sampled_from(("One.", "Two.", None)),
    st.sampled_from((0.5, 0.9, 1.0)),
    st.sampled_from(({}, {"role": "CEO"}, {"role": "boss", "status": "past"}, {"origin": "Meta"}, {"date": "2023"})),
)
READINGS = st.lists(
    st.builds(
        lambda publisher, said, published: article(publisher, *said, published=published),
        st.sampled_from(("The Wire", "The Post")),
        st.lists(CLAIMS, max_size=4),
        st.sampled_from((None, "2023", "2023-05-02", "2024-01")),
    ),
    max_size=5,
)


@given(READINGS, st.integers(0, 9))
def test_the_order_of_readings_does_not_matter(readings: list[Reading], seed: int) -> None:
    shuffled = list(readings)
    random.Random(seed).shuffle(shuffled)
    assert fused(*shuffled) == fused(*readings)


@given(READINGS)
def test_every_statement_has_evidence_and_one_polarity(readings: list[Reading]) -> None:
    statements = fused(*readings)
    said = {claim.id for reading in readings for claim in reading.claims}
    assert set(itertools.chain.from_iterable((c.id for c in s.claims) for s in statements)) == said
    for statement in statements:
        assert statement.evidence
        assert len({claim.modality is DENIED for claim in statement.claims}) == 1
        assert 1 <= statement.sources <= len(statement.claims)
        assert statement.reasons
    keys = [(s.subject.id, s.relation, s.object.id, s.modality is DENIED) for s in statements]
    assert keys == sorted(set(keys))
