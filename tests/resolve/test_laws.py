"""What holds of the resolution of any names: order, locality, decisions that can be taken back."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable

from hypothesis import given
from hypothesis import strategies as st

from aigraph.gazetteer import Entry, Gazetteer
from aigraph.model import Decision, Judgement, Linking, LocalEntity, Profile, Stay
from aigraph.resolve import Linker, resolve
from aigraph.resolve.decided import bearer

Key = tuple[str, str]
Case = tuple[list[LocalEntity], list[Decision]]

GAZETTEER = Gazetteer(
    {
        entry.id: entry
        for entry in (
            Entry("model/gpt-4o-mini", "Model", "GPT-4o mini", aliases=("4o-mini",)),
            Entry("organization/adept", "Organization", "Adept", case=True),
            Entry("organization/fair", "Organization", "FAIR", parent="organization/meta"),
            Entry("organization/meta", "Organization", "Meta", aliases=("Facebook",), wikidata="Q380"),
            Entry("organization/mit", "Organization", "Massachusetts Institute of Technology", aliases=("MIT",)),
            Entry("system/operator", "System", "Operator"),
        )
    }
)
FIRST = ("Sam", "Samuel", "Samantha", "S.", "Wei", "Wei-Ying", "Weiying", "Jean Baptiste", "J.-B.", "Dario", "D.", "")
LAST = ("Altman", "ALTMAN", "Altmann", "H. Altman", "J. Altman", "Zhang", "Ma", "Le Cun", "LeCun", "Sutskever")
ORGANISATIONS = (
    *("FAIR", "Facebook", "Meta Inc.", "Meta", "Adept", "adept", "MIT", "M.I.T.", "Deep Mind", "DeepMind"),
    *("Deepmind SA", "Mistral", "Mistral AI", "Institut Pasteur", "Pasteur Institute", "C", "C++", "Operator"),
    *("WHO", "World Health Organization", "Massachusetts Institute of Technology", "Pasteur"),
)
WORKS = ("GPT-4o mini", "GPT 4o mini", "4o-mini", "GPT-4", "gpt4", "GPT-4.1", "Llama 2", "Llama-2", "Operator")
ARTICLES = tuple(f"{number:016x}" for number in range(6))
PEOPLE = st.builds(
    lambda first, last: ("Person", f"{first} {last}".strip()), st.sampled_from(FIRST), st.sampled_from(LAST)
)
NAMES = (
    PEOPLE
    | st.tuples(st.just("Organization"), st.sampled_from(ORGANISATIONS))
    | st.tuples(st.sampled_from(("Model", "System")), st.sampled_from(WORKS))
    | st.tuples(st.just("System"), st.text(min_size=1, max_size=4).filter(str.strip))
)
CONTEXTS = st.sets(st.sampled_from(("organization/meta", "organization/mit", "organization:acme")), max_size=2)
STAYS = ((), (Stay("organization/mit", "2010-01-01", "2014-01-01"),), (Stay("x:y", "2011-01-01", "2013-01-01"),))
TIMES = (("", ""), ("1931-01-01", "1936-12-31"), ("1980-01-01", "1989-01-01"), ("2019-01-01", "2020-01-01"))
PROFILES = st.builds(
    lambda keys, stays, time: Profile(tuple(sorted(keys)), stays, *time),
    *(CONTEXTS, st.sampled_from(STAYS), st.sampled_from(TIMES)),
)


def local_entities(names: st.SearchStrategy[Key]) -> st.SearchStrategy[list[LocalEntity]]:
    return st.lists(
        st.builds(lambda name, *rest: LocalEntity(*name, *rest), names, st.sampled_from(ARTICLES), PROFILES),
        max_size=25,
        unique_by=lambda local: (local.type, local.name, local.document),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw names, often of people alone, and decisions about some of them, with and without articles."""
    locals_ = draw(local_entities(PEOPLE) | local_entities(NAMES))
    decisions = []
    for _ in range(draw(st.integers(0, 5)) if locals_ else 0):
        ends = [draw(st.sampled_from(locals_)) for _ in range(2)]
        by_article = st.booleans() if ends[0].type == "Person" else st.just(False)
        one, other = sorted(f"{e.name}@{e.document}" if draw(by_article) else e.name for e in ends)
        judgement = draw(st.sampled_from((Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)))
        when = draw(st.sampled_from(("2025-01-01", "2025-06-30")))
        if ends[0].type == ends[1].type:
            decisions.append(Decision(judgement, ends[0].type, one, other, "Ada", when))
    return locals_, decisions


def link(locals_: Iterable[LocalEntity], decisions: Iterable[Decision] = ()) -> Linking:
    return resolve(locals_, gazetteer=GAZETTEER, decisions=decisions)


def restricted(linking: Linking, names: Collection[Key]) -> Linking:
    return Linking(
        {name: entity for name, entity in linking.entities.items() if name in names},
        {name: reasons for name, reasons in linking.reasons.items() if name in names},
        {key: entity for key, entity in linking.apart.items() if key[:2] in names},
        tuple(d for d in linking.doubts if (d.type, d.one) in names or (d.type, d.other) in names),
    )


def closure(seed: Key, names: Collection[Key], linker: Linker) -> set[Key]:
    """Return all that is related to a name, found as one finds it in a large store: by blocks, then by `related`."""
    blocks = {name: set(linker.blocks(*name)) for name in names}
    found, waiting = {seed}, [seed]
    while waiting:
        name = waiting.pop()
        near = {other for other in names if blocks[name] & blocks[other]} | (linker.beside(*name) & set(names))
        waiting += sorted(other for other in near - found if linker.related(name, other))
        found |= set(waiting)
    return found


@given(cases(), st.integers(0, 2**16))
def test_no_order_matters(case: Case, seed: int) -> None:
    locals_, decisions = case
    shuffled, reordered = locals_ * 2, decisions * 2
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(reordered)
    assert link(shuffled, reordered) == link(locals_, decisions)


@given(cases())
def test_names_closed_under_related_resolve_alone_as_among_all(case: Case) -> None:
    locals_, decisions = case
    names = sorted({(local.type, local.name) for local in locals_})
    linker, whole = Linker(GAZETTEER, decisions), link(locals_, decisions)
    for seed in names[:3]:
        near = closure(seed, names, linker)
        alone = link([local for local in locals_ if (local.type, local.name) in near], decisions)
        assert restricted(alone, near) == restricted(whole, near)


@given(cases())
def test_related_is_symmetric_and_shares_a_block_or_a_judgement(case: Case) -> None:
    locals_, decisions = case
    linker = Linker(GAZETTEER, decisions)
    names = sorted({(local.type, local.name) for local in locals_})
    for one in names[:6]:
        for other in names:
            assert linker.related(one, other) == linker.related(other, one)
            if linker.related(one, other) and other not in linker.beside(*one):
                assert set(linker.blocks(*one)) & set(linker.blocks(*other))


@given(cases())
def test_a_decision_made_again_changes_nothing(case: Case) -> None:
    locals_, decisions = case
    again = [Decision(d.judgement, d.kind, d.one, d.other, d.who, d.when, d.why) for d in decisions]
    assert link(locals_, [*decisions, *again]) == link(locals_, decisions)


@given(cases())
def test_names_that_are_judged_to_be_different_never_meet(case: Case) -> None:
    locals_, decisions = case
    linking = link(locals_, decisions)
    latest = {d.about: d for d in sorted(decisions, key=lambda d: (d.when, d))}
    for decision in latest.values():
        one, other = (bearer(decision.kind, end) for end in (decision.one, decision.other))
        if decision.judgement is Judgement.DIFFERENT and (one.name != other.name or (one.document and other.document)):
            ids = [
                {
                    linking.entity(local.type, local.name, local.document).id
                    for local in locals_
                    if (local.type, local.name) == end.key and end.document in ("", local.document)
                }
                for end in (one, other)
            ]
            assert one == other or ids[0].isdisjoint(ids[1])


@given(cases())
def test_names_that_are_judged_to_be_one_are_one_whatever_the_reasons(case: Case) -> None:
    locals_, _ = case
    by_type: dict[str, list[LocalEntity]] = {}
    for local in locals_:
        by_type.setdefault(local.type, []).append(local)
    for kind, members in by_type.items():
        one, other = sorted((members[0].name, members[-1].name))
        linking = link(locals_, [Decision(Judgement.SAME, kind, one, other)])
        ends = {linking.entity(kind, m.name, m.document).id for m in members if m.name in (one, other)}
        assert len(ends) == 1


@given(cases())
def test_no_two_entities_share_an_id_and_every_entity_knows_its_names(case: Case) -> None:
    locals_, decisions = case
    linking = link(locals_, decisions)
    by_id = {entity.id: entity for entity in (*linking.entities.values(), *linking.apart.values())}
    for local in locals_:
        entity = linking.entity(local.type, local.name, local.document)
        assert by_id[entity.id] == entity
        assert local.name in (entity.label, *entity.aliases)
        assert linking.reasons[local.type, local.name]


ODD = st.text("abAB éñÉ.-'’, JrMD&+0123xv×李\u00ad\u200b@", min_size=1, max_size=14) | st.text(min_size=1, max_size=8)


@given(st.lists(st.tuples(st.sampled_from(("Person", "Organization", "Model", "Figure")), ODD), max_size=8))
def test_any_text_may_be_a_name(names: list[Key]) -> None:
    linking = link(LocalEntity(*name, ARTICLES[0]) for name in names)
    assert all(name[1] in (entity.label, *entity.aliases) for name in names if (entity := linking.entity(*name)))
