from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from aigraph.fuse import KINDS, Article, Fused, fuse, gathered, settled
from aigraph.fuse.conflicts import conflicts
from aigraph.fuse.example import readings
from aigraph.model import Conflict, Decision, Judgement, Linking, Modality, Reading, Statement

# What somebody says in an article: few names and many details, so that much of it meets.
_PEOPLE = ("Sam Altman", "Mira Murati & Sam Altman", "Mira Murati", "Mira Murati [she]")
_DETAILS = {
    "workedAt": ("", "; role CEO", "; role CEO; status past", "; duration P11Y", "; duration P6Y", "; start 2001"),
    "movedTo": ("", "; from Google", "; from Google; date 2023", "; from Meta; role CEO"),
    "left": ("", "; date 2023", "; role CEO"),
    "founded": ("", "; date 2015", "; date 2019-05"),
    "declined": ("",),
}
_PLACES = ("OpenAI", "Meta", "Google", "Google DeepMind")
LINES = st.one_of(
    st.sampled_from(tuple(_DETAILS)).flatmap(
        lambda relation: st.builds(
            lambda how, person, place, detail: f"{how}{person} {relation} {place}{detail}",
            st.sampled_from(("", "", "", "(reported) ", "(rumoured) ", "(denied) ")),
            st.sampled_from(_PEOPLE),
            st.sampled_from(_PLACES),
            st.sampled_from(_DETAILS[relation]),
        )
    ),
    st.sampled_from(
        (
            "OpenAI hasFigure three; measure founders; value 3; date 2016",
            "OpenAI foundedOn 2015; date 2015",
            "Meta approached Mira Murati",
            "Google approached Sam Altman; date 2024",
        )
    ),
)
ARTICLES = st.lists(
    st.tuples(st.sampled_from(("", " 2023", " 2023-05-02", " 2024-01")), st.lists(LINES, min_size=1, max_size=4)),
    max_size=6,
).map(lambda articles: [f"A{n}{date}: {line}" for n, (date, lines) in enumerate(articles) for line in lines])
DECISIONS = st.lists(
    st.builds(
        Decision,
        st.sampled_from((Judgement.ACCEPT, Judgement.REJECT)),
        st.sampled_from(("movedTo", "not movedTo", "workedAt")),
        st.sampled_from(("Sam Altman", "mira murati")),
        st.sampled_from(("OpenAI", "Meta")),
        when=st.sampled_from(("", "2024", "2025")),
    ),
    max_size=3,
)


def told(lines: list[str]) -> tuple[tuple[Reading, ...], Linking]:
    return readings("\n".join(lines))


def articles_of(said: tuple[Reading, ...]) -> dict[str, Article]:
    return {reading.document.id: Article.of(reading.document) for reading in said}


@settings(deadline=None)
@given(ARTICLES, DECISIONS, st.randoms(use_true_random=False))
def test_the_order_of_articles_claims_and_decisions_does_not_matter(
    lines: list[str], decisions: list[Decision], chance: random.Random
) -> None:
    said, linking = told(lines)
    shuffled = [replace(r, claims=tuple(chance.sample(r.claims, len(r.claims)))) for r in said]
    chance.shuffle(shuffled)
    assert fuse(shuffled, linking, chance.sample(decisions, len(decisions))) == fuse(said, linking, decisions)


@settings(deadline=None)
@given(ARTICLES)
def test_every_claim_is_in_one_statement_of_its_polarity(lines: list[str]) -> None:
    said, linking = told(lines)
    statements = fuse(said, linking).statements
    claims = [claim.id for statement in statements for claim in statement.claims]
    assert sorted(claims) == sorted({claim.id for reading in said for claim in reading.claims})
    for statement in statements:
        assert len({claim.modality is Modality.DENIED for claim in statement.claims}) == 1
        assert 1 <= statement.sources <= len(statement.claims)
        assert statement.reasons
    keys = [(s.subject.id, s.relation, s.object.id, s.modality is Modality.DENIED) for s in statements]
    assert keys == sorted(set(keys))


@settings(deadline=None)
@given(ARTICLES)
def test_a_statement_depends_on_its_own_claims_alone(lines: list[str]) -> None:
    said, linking = told(lines)
    articles = articles_of(said)
    for statement in gathered([claim for reading in said for claim in reading.claims], linking, articles):
        of_its_own = {claim.evidence.document: articles[claim.evidence.document] for claim in statement.claims}
        assert gathered(reversed(statement.claims), linking, of_its_own) == [statement]


@settings(deadline=None)
@given(ARTICLES)
def test_what_a_kind_finds_depends_on_the_group_alone(lines: list[str]) -> None:
    said, linking = told(lines)
    articles = articles_of(said)
    raw = gathered([claim for reading in said for claim in reading.claims], linking, articles)
    found: set[Conflict] = set()
    for kind in KINDS:
        for key in {key for statement in raw for key in kind.keys(statement)}:
            group = [statement for statement in raw if key in kind.keys(statement)]
            claims = [claim for statement in group for claim in statement.claims]
            nearby = {claim.evidence.document: articles[claim.evidence.document] for claim in claims}
            conflicts_here = list(kind.find(gathered(claims, linking, nearby), nearby))
            assert all((conflict.kind, conflict.key) == (kind.name, key) for conflict in conflicts_here)
            found |= set(conflicts_here)
    assert tuple(sorted(found)) == conflicts(raw, articles)


@settings(deadline=None)
@given(ARTICLES)
def test_statements_and_conflicts_know_of_each_other(lines: list[str]) -> None:
    said, linking = told(lines)
    fused: Fused = fuse(said, linking)
    claims = {claim.id: statement.id for statement in fused.statements for claim in statement.claims}
    for statement in fused.statements:
        expected = sorted(conflict.id for conflict in fused.conflicts if statement.id in conflict.statements)
        assert list(statement.conflicts) == expected
        assert set(statement.outcomes) <= {s.id for s in fused.statements} - {statement.id}
    for conflict in fused.conflicts:
        assert {claims[claim] for claim in conflict.claims} <= set(conflict.statements)
        assert set(conflict.disputed) <= set(conflict.statements)
    assert len({conflict.id for conflict in fused.conflicts}) == len(fused.conflicts)


@settings(deadline=None)
@given(ARTICLES)
def test_a_statement_that_nothing_contradicts_keeps_its_status(lines: list[str]) -> None:
    said, linking = told(lines)
    articles = articles_of(said)
    for statement in gathered([claim for reading in said for claim in reading.claims], linking, articles):
        alone: Statement = settled(statement, None, (), (), articles)
        assert (alone.status, alone.confidence) == (statement.status, statement.confidence)
        assert alone.reasons[: len(statement.reasons)] == statement.reasons


def test_copies_of_one_article_do_not_make_a_second_source() -> None:
    post = "one of eleven researchers who are to build its new laboratory under Alexandr Wang and Nat Friedman, who "
    post += "worked before on the models of OpenAI, Anthropic and Google, according to a note that went to the staff"
    (one,), linking = readings(f"A: Shengjia Zhao movedTo Meta; role {post}")
    (other,), _ = readings(f"B 2025-07-01: Shengjia Zhao movedTo Meta; role {post} on Monday")
    (statement,) = fuse((one, other), linking).statements
    assert statement.sources == 1
    assert "2 articles repeat one text: A, B" in statement.reasons


def test_of_two_copies_of_one_document_the_first_dated_one_counts() -> None:
    (rumour,), _ = readings("Wire 2015-11: (rumoured) Ilya Sutskever movedTo OpenAI")
    (denial,), linking = readings("Post: (denied) Ilya Sutskever movedTo OpenAI")
    dated = [replace(denial, document=replace(denial.document, published=day)) for day in (None, "2016", "2015-10")]
    assert fuse((rumour, *dated), linking).statements[0].status == "unconfirmed"
    assert fuse((rumour, *dated[:2]), linking).statements[0].status == "refuted"
