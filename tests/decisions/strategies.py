"""Decisions of every shape, for property tests."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from aigraph.decisions.line import checked
from aigraph.model import Decision, Judgement

WORDS = st.text(st.characters(codec=None), max_size=12) | st.sampled_from(
    ["\t", "\\t", "# a", "=1+1", " x ", "\u202e", "a\nb"]
)
NAMES = WORDS.filter(bool)
DAYS = st.dates(datetime.date(1, 1, 1)).map(str)
MOMENTS = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat() + "Z")
WHEN = st.just("") | DAYS | MOMENTS


def _decisions(names: st.SearchStrategy[str], when: st.SearchStrategy[str]) -> st.SearchStrategy[Decision]:
    pairs = st.lists(names, min_size=2, max_size=2, unique=True)
    of_names = st.tuples(
        st.sampled_from([j for j in Judgement if j.about_names]), st.sampled_from(["Person", "Organization"])
    )
    of_statements = st.tuples(
        st.sampled_from([j for j in Judgement if not j.about_names]), st.sampled_from(["movedTo", "not movedTo"])
    )
    return st.builds(
        lambda head, pair, when, who, why: checked(Decision(head[0], head[1], pair[0], pair[1], who, when, why)),
        of_names | of_statements,
        pairs,
        when,
        WORDS,
        WORDS,
    )


DECISIONS = _decisions(NAMES, WHEN)
"""Any decision at all."""

FEW = _decisions(st.sampled_from(["Ada", "Bo", "Cy"]), st.sampled_from(["", "2025-01-01", "2025-01-02"]))
"""Decisions about few things, so that many meet."""
