from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decisions.conftest import Made
from tests.decisions.strategies import FEW

from aigraph.decisions import effective, latest, merged, with_decision, withdrawn
from aigraph.model import Decision

LISTS = st.lists(FEW, max_size=8)


def test_the_latest_decision_about_a_pair_holds(made: Made) -> None:
    old, new = made("same", "Ada", "Bo", when="2025-01-01"), made("different", "Ada", "Bo", when="2025-01-02")
    elsewhere = made("same", "Ada", "Cy", when="2024-01-01")
    assert effective([new, elsewhere, old]) == (new, elsewhere)


def test_a_moment_is_later_than_its_day_and_no_time_is_the_oldest(made: Made) -> None:
    times = ["", "2024-12-31T23:59:59Z", "2025-01-01", "2025-01-01T00:00:01Z", "2025-01-02"]
    decisions = [made("same", "Ada", "Bo", when=when) for when in times]
    for end in range(1, len(times)):
        assert effective(decisions[: end + 1]) == (decisions[end],)


def test_names_and_statements_are_judged_apart(made: Made) -> None:
    decisions = [made("same", "Ada", "Bo"), made("same", "Ada", "Bo", kind="Organization")]
    decisions += [made("accept", "Ada", "Bo", kind=kind) for kind in ("movedTo", "not movedTo", "left")]
    assert len(effective(decisions)) == 5


@settings(deadline=None)
@given(LISTS, st.randoms(use_true_random=False))
def test_which_decisions_hold_does_not_depend_on_their_order(decisions: list[Decision], random: random.Random) -> None:
    shuffled = decisions * 2
    random.shuffle(shuffled)
    held = effective(decisions)
    assert effective(shuffled) == held
    assert effective(held) == held
    assert {decision.about for decision in held} == {decision.about for decision in decisions}


@settings(deadline=None)
@given(LISTS, LISTS, LISTS)
def test_merging_loses_nothing_whatever_the_order(a: list[Decision], b: list[Decision], c: list[Decision]) -> None:
    assert merged(a, b) == merged(b, a)
    assert merged(merged(a, b), c) == merged(a, merged(b, c))
    assert merged(a, a) == merged(a)
    assert set(merged(a, b)) == {*a, *b}


@settings(deadline=None)
@given(LISTS, FEW)
def test_to_decide_the_same_again_changes_nothing(decisions: list[Decision], new: Decision) -> None:
    once = with_decision(decisions, new)
    assert set(once) >= set(decisions)
    holds = {decision.about: decision.judgement for decision in effective(once)}
    if holds[new.about] is new.judgement:
        assert with_decision(once, new) == once


@settings(deadline=None)
@given(LISTS, FEW)
def test_to_withdraw_a_decision_is_never_to_have_made_it(decisions: list[Decision], new: Decision) -> None:
    before = merged(decisions)
    after = with_decision(before, new)
    assert withdrawn(after, set(after) - set(before)) == before


def test_the_decisions_made_last_come_first(made: Made) -> None:
    decisions = [made("same", "Ada", name, when=f"2025-01-0{day}") for day, name in ((2, "Bo"), (3, "Cy"), (1, "Di"))]
    assert [decision.other for decision in latest(decisions, 2)] == ["Cy", "Bo"]
