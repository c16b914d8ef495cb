"""Whatever comes and goes in whatever order: the graph is that of what is left."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Draft

from aigraph.facts import reading
from aigraph.fuse import fuse
from aigraph.gazetteer import gazetteer
from aigraph.model import Decision, Document, Form, Judgement, Modality, Reading
from aigraph.program import maker
from aigraph.resolve import local_entities, resolve
from aigraph.revise import arrival, fresh, revise
from aigraph.store import Store

WIRE = (
    "The company said on Monday that the researcher, who had led the group for a good part of a decade, would go to "
    "the rival across the bay with several of his closest colleagues, and that nobody was named to follow him yet. "
)


def pool() -> list[Reading]:
    """Return articles that repeat, confirm, deny and contradict one another, and that name people in many ways."""
    drafts = [
        Draft("Andrew Ng joined Baidu from Google in May 2014.", path="a", published="2014-05-16").says(
            "Andrew Ng joined Baidu from Google in May 2014.",
            "Andrew Ng", "movedTo", "Baidu", from_="Google", date=("2014-05", "May 2014"),
        ),
        Draft("A. Ng left Baidu. Andrew Y. Ng founded Landing AI.", path="b", published="2017")
        .says("A. Ng left Baidu.", "A. Ng", "left", "Baidu")
        .says("Andrew Y. Ng founded Landing AI.", "Andrew Y. Ng", "founded", "Landing AI"),
        Draft("Ng did not join Baidu.", path="c").says(
            "Ng did not join Baidu.", "Ng", "movedTo", "Baidu", modality=Modality.DENIED
        ),
        Draft("Alice Ng joined Apple. Andrew Ng may join Apple.", path="d", published="2013-01-01")
        .says("Alice Ng joined Apple.", "Alice Ng", "movedTo", "Apple")
        .says("Andrew Ng may join Apple.", "Andrew Ng", "movedTo", "Apple", modality=Modality.RUMOURED),
        Draft(WIRE + "Joel Pobar worked at Anthropic for 11 years.", path="e", published="2025-07-02").says(
            "Joel Pobar worked at Anthropic for 11 years.",
            "Joel Pobar", "workedAt", "Anthropic", duration=("P11Y", "11 years"), status=("past", "worked"),
        ),
        Draft(WIRE + "Joel Pobar worked at Anthropic for 11 years!", path="f", published="2025-07-01").says(
            "Joel Pobar worked at Anthropic for 11 years!",
            "Joel Pobar", "workedAt", "Anthropic", duration=("P11Y", "11 years"), status=("past", "worked"),
        ),
        Draft("Joel Pobar was at Meta for 11 years. Anthropic was founded in 2021.", path="g", published="2025-07-05")
        .says("Joel Pobar was at Meta for 11 years.", "Joel Pobar", "workedAt", "Meta", duration=("P11Y", "11 years"))
        .says("Anthropic was founded in 2021.", "Anthropic", "foundedOn", "2021", date="2021"),
        Draft("Dario Amodei founded Anthropic in 2021. Facebook approached Joel Pobar.", path="h")
        .says("Dario Amodei founded Anthropic in 2021.", "Dario Amodei", "founded", "Anthropic", date="2021")
        .says("Facebook approached Joel Pobar.", "Facebook", "approached", "Joel Pobar"),
        Draft("Joel Pobar joined Meta from Anthropic.", path="l", published="2025-07-09").says(
            "Joel Pobar joined Meta from Anthropic.", "Joel Pobar", "movedTo", "Meta", from_="Anthropic"
        ),
        Draft("Sam Altman is CEO of Meta. Mark Zuckerberg is CEO of Meta. Sam Altman is CEO of OpenAI.", path="i")
        .says("Sam Altman is CEO of Meta.", "Sam Altman", "workedAt", "Meta", role="CEO", status=("current", "is"))
        .says(
            "Mark Zuckerberg is CEO of Meta.",
            "Mark Zuckerberg", "workedAt", "Meta", role="CEO", status=("current", "is"),
        )
        .says("Sam Altman is CEO of OpenAI.", "Sam Altman", "workedAt", "OpenAI", role="CEO", status=("current", "is")),
        Draft("Samuel Altman was CEO of Loopt from 2005 to 2012.", path="j", published="2012-03-13").says(
            "Samuel Altman was CEO of Loopt from 2005 to 2012.",
            "Samuel Altman", "workedAt", "Loopt", role="CEO", start=("2005", "2005"), end=("2012", "2012"),
        ),
        Draft("Sam Altman was a hand at the Erie Canal from 1901 to 1903.", path="k", published="1903-05-01").says(
            "Sam Altman was a hand at the Erie Canal from 1901 to 1903.",
            "Sam Altman", "workedAt", "Erie Canal", start=("1901", "1901"), end=("1903", "1903"),
        ),
    ]  # fmt: skip
    return [draft.reading for draft in drafts] + noted()


def noted() -> list[Reading]:
    """Return what people have noted in tables: of one article, and of two pages of which nobody has the text."""
    page = "https://example.org/pobar"
    article = Document("Joel Pobar has left Meta.", path="m", url=page, published="2025-07-03")
    rows = {
        "n": (f"Joel Pobar\u2003movedTo\u2003Anthropic\u2003date: 2025-07\u2003url: {page}", page),
        "o": ("Joel Pobar\u2003left\u2003Meta\u2003modality: denied\u2003publisher: Meta", None),
        "p": (
            "J. Pobar\u2003workedAt\u2003Meta\u2003end: 2025-06\u2003publisher: Meta\u2003quote: He was with us.",
            None,
        ),
    }
    tables = [Document(text, path=path, url=url, form=Form.TABLE) for path, (text, url) in rows.items()]
    return [Reading(article, ()), *map(reading, tables)]


POOL = pool()
DECISIONS = [
    Decision(Judgement.SAME, "Person", "Alice Ng", "Andrew Ng", "me", "2025-01-01", "one and the same"),
    Decision(Judgement.DIFFERENT, "Person", "Sam Altman", "Samuel Altman", "me", "2025-01-01"),
    Decision(Judgement.ACCEPT, "movedTo", "Andrew Ng", "Apple", "me", "2025-01-01"),
    Decision(Judgement.REJECT, "workedAt", "Sam Altman", "Meta", "me", "2025-01-01"),
]

articles = st.lists(st.sampled_from(range(len(POOL))), unique=True, max_size=len(POOL))
decided = st.lists(st.sampled_from(DECISIONS), unique=True)
steps = st.lists(st.tuples(articles, articles, decided), min_size=1, max_size=4)


def new() -> Store:
    return Store.open(None, create=True)


def quads(store: Store) -> list[str]:
    """Return all that a store holds, the index too."""
    return sorted(map(str, store._opened()))


def step(store: Store, come: Sequence[int], go: Sequence[int], decisions: Sequence[Decision]) -> None:
    revise(
        store,
        arrivals=[arrival(POOL[at], fingerprint="f") for at in come],
        departures=[POOL[at].document.id for at in go if at not in come],
        decisions=decisions,
        program=maker(),
        judge=False,
    )


def made_of(left: Sequence[int], decisions: Sequence[Decision]) -> list[str]:
    with new() as store:
        step(store, sorted(left), [], decisions)
        return quads(store)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_the_graph_is_that_of_what_is_left(given_steps: list[tuple[list[int], list[int], list[Decision]]]) -> None:
    left: set[int] = set()
    with new() as store:
        for come, go, decisions in given_steps:
            step(store, come, go, decisions)
            left = (left - set(go)) | set(come)
            assert quads(store) == made_of(sorted(left), decisions)


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(POOL))), st.integers(1, 5))
def test_the_order_of_articles_does_not_matter(order: list[int], at_a_time: int) -> None:
    with new() as store:
        for start in range(0, len(order), at_a_time):
            step(store, order[start : start + at_a_time], [], ())
        assert quads(store) == made_of(range(len(POOL)), ())


def test_all_that_comes_and_goes_leaves_nothing() -> None:
    everything = range(len(POOL))
    with new() as store:
        step(store, everything, [], DECISIONS)
        step(store, [], everything, [])
        assert {str(quad.graph_name) for quad in store._opened()} <= {
            "<https://w3id.org/aigraph/id/graph/ontology>",
            "<https://w3id.org/aigraph/id/graph/index>",
        }
        assert store.is_empty


def test_the_pool_has_what_the_laws_are_about() -> None:
    with new() as store:
        step(store, range(len(POOL)), [], ())
        assert {conflict.kind for conflict in store.conflicts()} >= {"heads", "lifetime"}
        assert any(statement.sources < len(statement.claims) for statement in store.statements())
        assert any(statement.outcomes for statement in store.statements())
        assert {label for label, _ in store.lookup.why("person/andrew-ng")} or store.lookup.entity(
            "person/andrew-y.-ng"
        )
        assert len({e.id for s in store.statements() if "Altman" in (e := s.subject).label}) == 2
        assert store.tenures()


def test_a_decision_that_is_taken_back_leaves_no_trace() -> None:
    with new() as store:
        step(store, range(len(POOL)), [], ())
        before = quads(store)
        for decision in DECISIONS:
            step(store, [], [], [decision])
            assert quads(store) != before
            once = quads(store)
            step(store, [], [], [decision])
            assert quads(store) == once
            step(store, [], [], ())
            assert quads(store) == before


@pytest.mark.parametrize("batch", [1, 4])
def test_a_graph_made_in_batches_is_complete(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["aigraph.revise.fresh"], "BATCH_ARTICLES", batch)
    with fresh(new(), POOL, decisions=DECISIONS) as store:
        assert store.program == maker()
        ours = [quad for quad in quads(store) if "fingerprint" not in quad]
        assert ours == [quad for quad in made_of(range(len(POOL)), DECISIONS) if "fingerprint" not in quad]


@pytest.mark.parametrize("decisions", [(), DECISIONS])
def test_revisions_make_what_resolving_and_fusing_everything_at_once_makes(decisions: Sequence[Decision]) -> None:
    names = (local for reading in POOL for local in local_entities(reading, gazetteer=gazetteer()))
    fused = fuse(POOL, resolve(names, gazetteer=gazetteer(), decisions=decisions), decisions)
    with new() as store:
        for at in range(len(POOL)):
            step(store, [at], [], decisions)
        assert list(store.statements()) == list(fused.statements)
        assert store.conflicts() == fused.conflicts
        # Where someone comes from is known to a statement by id and label only, and to the store whole.
        by_id = {end.id: end for tenure in store.tenures() for end in (tenure.person, tenure.organization)}
        whole = (replace(tenure, organization=by_id[tenure.organization.id]) for tenure in fused.tenures)
        assert store.tenures() == tuple(sorted(whole, key=lambda t: (t.person.id, t.rank, t.id)))
