from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pytest

from aigraph.fuse.article import Article
from aigraph.fuse.career import tenures
from aigraph.fuse.moment import moment
from aigraph.model import Reading, Statement

TEXT = (
    "Andrew Ng joined Baidu from Google in May 2014. Andrew Ng left Baidu in March 2017. "
    "Andrew Ng founded Landing AI in December 2017. Andrew Ng once taught. DeepMind was sold to Google in 2014."
)

if TYPE_CHECKING:
    from tests.conftest import Draft

Fused = Callable[[Iterable[Reading]], list[Statement]]


@pytest.fixture
def article(draft: type[Draft]) -> Reading:
    said = draft(TEXT, published="2018-01-15")
    said.says("Andrew Ng joined Baidu", "Andrew Ng", "movedTo", "Baidu", date=("2014-05", "May 2014"), from_="Google")
    said.says("Andrew Ng left Baidu", "Andrew Ng", "left", "Baidu", date=("2017-03", "March 2017"))
    said.says("Andrew Ng left Baidu in", "Andrew Ng", "workedAt", "Baidu")
    said.says("Andrew Ng founded", "Andrew Ng", "founded", "Landing AI", date=("2017-12", "December 2017"))
    said.says("Andrew Ng once taught", "Andrew Ng", "educatedAt", "Google")
    said.says("DeepMind was sold", "DeepMind", "subsidiaryOf", "Google", date=("2014", "2014"))
    return said.reading


@pytest.mark.parametrize(
    ("day", "held", "sure"),
    [
        ("2013-06-30", "educatedAt Google", ""),
        ("2014-05-10", "educatedAt Google, movedTo Baidu, subsidiaryOf Google, workedAt Baidu", ""),
        (
            "2016-01-01",
            "educatedAt Google, movedTo Baidu, subsidiaryOf Google, workedAt Baidu",
            "movedTo Baidu, workedAt Baidu",
        ),
        (
            "2017-03-15",
            "educatedAt Google, left Baidu, movedTo Baidu, subsidiaryOf Google, workedAt Baidu",
            "movedTo Baidu",
        ),
        (
            "2018-01-01",
            "educatedAt Google, founded Landing AI, left Baidu, movedTo Baidu, subsidiaryOf Google",
            "founded Landing AI, left Baidu, movedTo Baidu",
        ),
    ],
)
def test_what_lasts_holds_while_it_lasts_and_what_happens_from_then_on(
    day: str, held: str, sure: str, article: Reading, fused: Fused
) -> None:
    statements = fused([article])
    career = tenures(
        (s for s in statements if s.subject.label == "Andrew Ng"), {article.document.id: Article.of(article.document)}
    )

    def at(*, surely: bool) -> str:
        found = moment(statements, career, datetime.date.fromisoformat(day), surely=surely)
        return ", ".join(sorted(f"{s.relation} {s.object.label}" for s in statements if s.id in found.statements))

    assert at(surely=False) == held
    assert at(surely=True) == sure


def test_the_tenures_are_those_of_the_day(article: Reading, fused: Fused) -> None:
    statements = [s for s in fused([article]) if s.subject.label == "Andrew Ng"]
    career = tenures(statements, {article.document.id: Article.of(article.document)})
    found = moment(statements, career, datetime.date(2015, 1, 1))
    assert [tenure.organization.label for tenure in found.tenures] == ["Baidu"]
