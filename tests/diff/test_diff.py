from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.diff.world import article, claims, marked, state

from aigraph.diff import Change, Diff, State, diff, record, rows
from aigraph.model import Conflict, Decision, Judgement, Qualifier, Status

NG = article(("Ng", "movedTo", "Baidu"), path="ng.txt")
AGAIN = article(("Ng", "movedTo", "Baidu"), ("Ng", "left", "Google"), path="again.txt")
LECUN = article(("LeCun", "movedTo", "Meta"), path="lecun.txt")
LE_CUN = article(("Le-Cun", "movedTo", "Meta"), path="le-cun.txt")
SAME = Decision(Judgement.SAME, "Person", "Le-Cun", "LeCun", who="Ada")


def names(found: Diff) -> list[tuple[str, str, str]]:
    return [(what, change, which) for what, change, which, _, _ in rows(found)]


def because(found: Diff) -> list[str]:
    return [cause for what, _, _, _, cause in rows(found) if what not in ("article", "decision")]


def test_an_article_that_comes_brings_its_statements() -> None:
    found = diff(state(NG), state(NG, LECUN))
    assert names(found) == [("article", "added", "Lecun.Txt"), ("statement", "added", "LeCun movedTo Meta")]
    assert because(found) == ["+ Lecun.Txt"]


def test_an_article_that_goes_takes_what_rests_on_it_alone() -> None:
    found = diff(state(NG, AGAIN), state(NG))
    assert names(found) == [
        ("article", "gone", "Again.Txt"),
        ("statement", "gone", "Ng left Google"),
        ("statement", "changed", "Ng movedTo Baidu"),
    ]
    assert because(found) == ["- Again.Txt", "- Again.Txt"]
    details = [(each.name, each.old, each.new) for each in found.statements[1].details]
    assert details == [("confidence", "0.70", "0.60"), ("sources", "2", "1"), ("sentences", "2", "1")]


def test_an_article_whose_text_changed_is_replaced() -> None:
    now = article(("Ng", "movedTo", "Baidu"), ("Ng", "left", "Baidu"), path="ng.txt")
    found = diff(state(NG), state(now))
    assert names(found) == [
        ("article", "replaced", "Ng.Txt"),
        ("statement", "added", "Ng left Baidu"),
        ("statement", "changed", "Ng movedTo Baidu"),
    ]
    assert because(found) == ["~ Ng.Txt", "~ Ng.Txt"]
    assert found.statements[1].details[0].new == "1, 1 new"


def test_two_articles_of_standard_input_do_not_replace_each_other() -> None:
    found = diff(state(replace(NG, path="-")), state(replace(LECUN, path="-")))
    assert {each.change for each in found.articles} == {Change.ADDED, Change.GONE}


def test_an_article_of_the_same_text_is_changed() -> None:
    dated = replace(NG, published="2014-05")
    assert list(rows(diff(state(NG), state(dated)))) == [
        ("article", "changed", "Ng.Txt", "published none → 2014-05", "")
    ]
    silent = State((), {NG.id: NG})
    found = diff(state(NG), silent)
    assert names(found) == [("article", "changed", "Ng.Txt"), ("statement", "gone", "Ng movedTo Baidu")]


def test_an_article_that_only_has_another_path_is_no_cause() -> None:
    moved = replace(NG, path="elsewhere/ng.txt")
    found = diff(state(NG), state(moved, AGAIN))
    assert [each.details[0].new for each in found.articles if each.details] == ["elsewhere/ng.txt"]
    assert because(found) == ["+ Again.Txt", "+ Again.Txt"]


def test_a_decision_merges_two_and_their_statements() -> None:
    apart, together = state(LECUN, LE_CUN), state(LECUN, LE_CUN, people={"Le-Cun": "LeCun"}, decisions=[SAME])
    found = diff(apart, together)
    assert names(found) == [
        ("decision", "added", "'Le-Cun' and 'LeCun' are one person"),
        ("entity", "merged", "Le-Cun (thing/le-cun) and LeCun (thing/lecun)"),
        ("statement", "merged", "Le-Cun movedTo Meta"),
        ("statement", "changed", "LeCun movedTo Meta"),
    ]
    assert set(because(found)) == {"+ 'Le-Cun' and 'LeCun' are one person"}
    back = diff(together, apart)
    assert [each.change for each in back.entities] == [Change.SPLIT]
    assert [(each.change, each.statement.subject.label) for each in back.statements] == [
        (Change.SPLIT, "Le-Cun"),
        (Change.CHANGED, "LeCun"),
    ]


def test_a_fuller_name_renames_an_entity_and_is_no_new_statement() -> None:
    fuller = article(("Yann-LeCun", "left", "Meta"), path="fuller.txt")
    found = diff(state(LECUN), state(LECUN, fuller, people={"LeCun": "Yann-LeCun"}))
    assert names(found) == [
        ("article", "added", "Fuller.Txt"),
        ("entity", "renamed", "LeCun (thing/lecun)"),
        ("statement", "added", "Yann-LeCun left Meta"),
        ("statement", "changed", "Yann-LeCun movedTo Meta"),
    ]
    assert because(found) == ["+ Fuller.Txt"] * 3


def test_a_change_without_a_cause_of_its_own_has_that_of_what_contradicts_it() -> None:
    other = article(("Ng", "movedTo", "Apple"), path="other.txt")
    before, after = state(NG), state(NG, other)
    told = tuple(claim.id for document in (NG, other) for claim in claims(document))
    concerned = tuple(each.id for each in after.statements)
    conflict = Conflict("two-destinations", "ng", "Ng cannot have gone to both.", "Where is Ng?", told, concerned)
    found = diff(before, replace(marked(after, Status.DISPUTED), conflicts=(conflict,)))
    assert names(found)[1:] == [
        ("statement", "added", "Ng movedTo Apple"),
        ("statement", "changed", "Ng movedTo Baidu"),
        ("conflict", "opened", "two-destinations"),
    ]
    assert because(found) == ["+ Other.Txt"] * 3
    assert [(each.old, each.new) for each in found.statements[1].details] == [("accepted", "disputed")]
    closed = diff(replace(after, conflicts=(conflict,)), before)
    assert names(closed)[-1] == ("conflict", "closed", "two-destinations")


def test_a_conflict_whose_group_has_another_name_is_the_same() -> None:
    conflict = Conflict("kind", "person/a", "what", "settle", ("1", "2"), ())
    renamed = replace(conflict, key="person/b")
    assert not diff(State(conflicts=(conflict,)), State(conflicts=(renamed,)))


def test_a_decision_about_a_statement_is_why_its_status_changed() -> None:
    decision = Decision(Judgement.REJECT, "movedTo", "Ng", "Baidu")
    before = state(NG, LECUN)
    rejected = replace(before.statements[1], status=Status.REFUTED)
    found = diff(before, replace(before, statements=(before.statements[0], rejected), decisions=(decision,)))
    assert because(found) == ["+ it does not stand that 'Ng' moved to 'Baidu'"]


def test_qualifiers_are_compared_by_name() -> None:
    dates = [Qualifier("date", value, value) for value in ("2014-05", "2014")]
    found = diff(state(NG, qualifiers=dates[:1]), state(NG, qualifiers=dates))
    assert [(each.name, each.old, each.new) for each in found.statements[0].details] == [
        ("date", "2014-05", "2014, 2014-05")
    ]


def test_the_record_is_plain_data() -> None:
    found = diff(state(LECUN, LE_CUN), state(LECUN, NG, people={"Le-Cun": "LeCun"}, decisions=[SAME]))
    plain = json.loads(json.dumps(record(found)))
    assert list(plain) == ["articles", "decisions", "entities", "statements", "conflicts"]
    (added,) = (each for each in plain["statements"] if each["change"] == "added")
    assert added["new"]["subject"] == {"id": "thing/ng", "label": "Ng"}
    assert added["old"] is None
    assert added["because"][0]["article"]["new"]["path"] == "ng.txt"


PEOPLE, PLACES = ["Ada", "Bo", "Cy"], ["Acme", "Bell"]
TOLD = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["movedTo", "left"]), st.sampled_from(PLACES))


def built(told: list[list[tuple[str, str, str]]], people: dict[str, str]) -> State:
    articles = {"|".join(map(str, each)): article(*each, path=f"{i}.txt") for i, each in enumerate(told) if each}
    return state(*articles.values(), people={name: people.get(whole, whole) for name, whole in people.items()})


STATES = st.builds(
    built,
    st.lists(st.lists(TOLD, max_size=2), max_size=4),
    st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)),
)


@settings(deadline=None)
@given(STATES)
def test_a_state_does_not_differ_from_itself(one: State) -> None:
    assert not diff(one, one)


@settings(deadline=None)
@given(STATES, STATES)
def test_every_difference_is_told_and_no_other(old: State, new: State) -> None:
    found = diff(old, new)
    gone = {each.old.id for each in found.statements if each.old and each.change is not Change.SPLIT}
    come = {each.new.id for each in found.statements if each.new and each.change is not Change.MERGED}
    was = {each.id: each for each in old.statements}
    now = {each.id: each for each in new.statements}
    assert was.keys() - gone == now.keys() - come
    assert all(was[key].claims == now[key].claims for key in was.keys() - gone)
    assert all(each.causes for each in found.statements if each.change in (Change.ADDED, Change.GONE))


@settings(deadline=None)
@given(STATES, STATES)
def test_the_way_back_is_the_mirror_of_the_way_there(old: State, new: State) -> None:
    there, back = diff(old, new), diff(new, old)
    for kind in ("articles", "entities", "statements"):
        one = sorted((each.change.mirrored, repr(each.new), repr(each.old)) for each in getattr(there, kind))
        other = sorted((each.change, repr(each.old), repr(each.new)) for each in getattr(back, kind))
        assert one == other
