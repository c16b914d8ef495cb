from __future__ import annotations

import datetime

import pytest

from aigraph.model import Bound, Entity, Tenure
from aigraph.report import period

PERSON = Entity("person/yann-lecun", "Person", "Yann LeCun")
META = Entity("organization/meta", "Organization", "Meta")


@pytest.mark.parametrize(
    ("bounds", "current", "words"),
    [
        ("- - - -", False, "at a time that is not known"),
        ("2013-12-01 2013-12-31 - -", False, "from 2013-12"),
        ("2013-12-09 2013-12-09 2025-11-19 -", True, "since 2013-12-09, still there on 2025-11-19"),
        ("- 2025-07-31 2025-07-01 -", True, "since 2025-07 at the latest, still there on 2025-07-01"),
        ("2013-01-01 2013-12-31 2023-01-01 2024-12-31", False, "from 2013 until between 2023 and 2024"),
        ("- 2025-07-31 - 2025-07-31", False, "until 2025-07 at the latest"),
        ("- 2015-07-31 - 2025-07-31", False, "from 2015-07 at the latest until 2025-07 at the latest"),
        ("2014-05-16 - - -", False, "from 2014-05-16 at the earliest"),
        ("- - 2016-03-01 -", False, "until 2016-03 at the earliest"),
        ("2014-05-01 2014-05-16 - -", False, "from between 2014-05-01 and 2014-05-16"),
        ("2013-06-15 2015-02-28 - -", False, "from between 2013-06-15 and 2015-02"),
    ],
)
def test_a_period_says_what_is_known_and_no_more(bounds: str, current: bool, words: str) -> None:
    days = [Bound() if day == "-" else Bound(datetime.date.fromisoformat(day), "said") for day in bounds.split()]
    tenure = Tenure(PERSON, META, 0, days[0], days[1], days[2], days[3], current=current)
    assert period(tenure) == words
