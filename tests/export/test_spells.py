from __future__ import annotations

import datetime
from itertools import permutations

import pytest

from aigraph.export.spells import OPEN, spells
from aigraph.model import Claim, Evidence, Mention, Qualifier, Span

TEXT = "Andrej Karpathy worked at OpenAI."


def claim(said: str) -> Claim:
    """A claim with the dates of "start=2015 end=2017"."""
    person, company = Mention.at(TEXT, 0, 15, "Person"), Mention.at(TEXT, 26, 32, "Organization")
    qualifiers = tuple(
        Qualifier(name, value, pair) for pair in said.split() for name, _, value in [pair.partition("=")]
    )
    return Claim(person, "workedAt", company, Evidence("0", Span(0, len(TEXT)), TEXT, "test"), qualifiers=qualifiers)


def shown(day: datetime.date) -> str:
    return ".." if day in OPEN else day.isoformat()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], ""),
        ([""], ""),
        (["role=engineer"], ""),
        (["start=2015 end=2017"], "2015-01-01/2017-12-31"),
        (["date=2024-08"], "2024-08-01/.."),
        (["end=2023"], "../2023-12-31"),
        (["date=2025-06-01/2025-08-31"], "2025-06-01/.."),
        (["end=2018/.."], ""),
        (["start=2024 end=2023"], ""),
        (["start=2015 end=2017", "start=2023 end=2024"], "2015-01-01/2017-12-31 2023-01-01/2024-12-31"),
        (["start=2015 end=2017", "start=2016 end=2018"], "2015-01-01/2018-12-31"),
        (["start=2015 end=2017", "start=2015-12"], "2015-01-01/2017-12-31"),
        (["start=2015 end=2017", "start=2023-02"], "2015-01-01/2017-12-31 2023-02-01/.."),
        (["start=2023", "start=2023-04"], "2023-04-01/.."),
        (["start=recently"], ""),
        (["start=2017 end=2017-01-01"], "2017-01-01/2017-01-01"),
        (["start=2018", "end=2020"], "2018-01-01/2020-12-31"),
        (["start=2018", "end=2020", "start=2022"], "2018-01-01/2020-12-31 2022-01-01/.."),
        (["end=2020", "start=2022"], "../2020-12-31 2022-01-01/.."),
    ],
)
def test_the_dates_of_all_claims_make_spells_that_never_overlap(said: list[str], expected: str) -> None:
    for order in permutations(said):
        found = spells(claim(dates) for dates in order)
        assert " ".join(f"{shown(first)}/{shown(last)}" for first, last in found) == expected
