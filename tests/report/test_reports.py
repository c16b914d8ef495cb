from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from aigraph.errors import InputError
from aigraph.model import Document, Modality, Reading, Statement, Tenure
from aigraph.query import FORMATS
from aigraph.report import REPORTS, Answer, Facts, Options, report

if TYPE_CHECKING:
    from tests.conftest import Draft

MakeFacts = Callable[..., Facts]
Rows = list[dict[str, str]]
Said = tuple[str, str, str, str, dict[str, tuple[str, str] | str]]

MOVE = "Andrew Ng joined Baidu from Google in May 2014."
AGAIN = "It was Baidu that Andrew Ng joined in May 2014."
LEFT = "Andrew Ng left Baidu in March 2017."
RATIO = "Baidu hires 2.68 engineers for each one who leaves, says SignalFire."


def rows(answer: Answer) -> Rows:
    return list(csv.DictReader(io.StringIO(answer.whole.to_csv())))


def made(name: str, facts: Facts, *, parents: bool = False, day: datetime.date | None = None) -> Rows:
    return rows(REPORTS[name].make(facts, Options(parents=parents, day=day)))


def article(draft: type[Draft], text: str, published: str | None, *claims: Said) -> Reading:
    """An article; a claim is its sentence, subject, relation, object, and a mapping of details."""
    said = draft(text, published=published)
    for sentence, subject, relation, target, details in claims:
        said = said.says(sentence, subject, relation, target, **details)  # type: ignore[arg-type]
    return said.reading


@pytest.fixture
def news(draft: type[Draft]) -> tuple[Reading, ...]:
    move: Said = (MOVE, "Andrew Ng", "movedTo", "Baidu", {"from_": "Google", "date": ("2014-05", "May 2014")})
    again: Said = (AGAIN, "Andrew Ng", "movedTo", "Baidu", {"date": ("2014-05", "May 2014")})
    left: Said = (LEFT, "Andrew Ng", "left", "Baidu", {"date": ("2017-03", "March 2017")})
    ratio: Said = (RATIO, "Baidu", "hasFigure", "2.68", {"measure": ("ratio", "for each"), "value": ("2.68", "2.68")})
    return (
        article(draft, f"{MOVE} A first article.", "2014-05-16", move),
        article(draft, f"{LEFT} {RATIO} A second article.", "2017-03-22", left, ratio),
        article(draft, f"A third one, later. {AGAIN}", "2017-04-01", again),
    )


# ------------------------------------------------------------------ the registry


def test_every_report_has_the_columns_that_it_announces(news: tuple[Reading, ...], facts: MakeFacts) -> None:
    for made_by in REPORTS.values():
        answer = made_by.make(facts(*news), Options())
        assert answer.table.columns == tuple(column.name for column in made_by.columns)
        assert all(made_by.titles)


def test_an_unknown_report_is_one_clear_line(facts: MakeFacts) -> None:
    class Empty:
        def statements(self) -> tuple[Statement, ...]:
            return ()

        def documents(self) -> dict[str, Document]:
            return {}

        def tenures(self) -> tuple[Tenure, ...]:
            return ()

    assert report("flows", Empty()).table.rows == ()
    with pytest.raises(InputError, match="there is no report 'flow'; did you mean flows"):
        report("flow", Empty())


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_a_report_on_nothing_is_an_empty_table(name: str, facts: MakeFacts) -> None:
    assert made(name, facts()) == []


# ------------------------------------------------------------------ flows


def test_flows_count_both_directions(news: tuple[Reading, ...], facts: MakeFacts) -> None:
    baidu, google = (row for row in made("flows", facts(*news)) if row["other"] == "all together")
    assert {name: baidu[name] for name in ("organization", "came", "left", "net", "ratio", "people")} == {
        "organization": "Baidu",
        "came": "1",
        "left": "1",
        "net": "0",
        "ratio": "1.00",
        "people": "1",
    }
    assert (google["came"], google["left"], google["net"], google["ratio"]) == ("0", "1", "-1", "0.00")
    (pair,) = (row for row in made("flows", facts(*news)) if row["other"] == "Google")
    assert (pair["came"], pair["left"], pair["who_came"]) == ("1", "0", "Andrew Ng")
    assert sorted(pair["sentence"].splitlines()) == [MOVE, AGAIN]
    assert (pair["sources"], pair["articles"]) == ("2", "2")


def test_flows_stand_beside_the_figures_of_the_sources(news: tuple[Reading, ...], facts: MakeFacts) -> None:
    baidu = made("flows", facts(*news))[0]
    assert baidu["source_figure"] == "Baidu hires 2.68 for each who leaves"
    assert baidu["figure_sentence"] == RATIO
    assert baidu["figure_article"].endswith("(2017-03-22)")


def test_a_figure_without_a_count_has_a_row_of_its_own(draft: type[Draft], facts: MakeFacts) -> None:
    text = "For each one who leaves, 8.2 come to Anthropic from OpenAI."
    said = draft(text, published="2025-07-01").says(
        text, "Anthropic", "hasFigure", "8.2", measure=("ratio", "each"), value=("8.2", "8.2"), from_="OpenAI"
    )
    (row,) = made("flows", facts(said.reading))
    assert (row["organization"], row["other"], row["came"], row["left"]) == ("Anthropic", "OpenAI", "0", "0")
    assert row["source_figure"] == "8.2 come to Anthropic from OpenAI for each who leaves"


def test_every_flow_says_that_it_is_a_sample(news: tuple[Reading, ...], facts: MakeFacts) -> None:
    answer = REPORTS["flows"].make(facts(*news), Options())
    assert answer.notes[0] == (
        "This is a sample of news, not a census. "
        "It counts 1 people, by accepted statements of 3 articles from 3 sources."
    )
    assert "note" not in answer.table.columns
    for name in ("csv", "json"):
        assert "not a census" in FORMATS[name](answer.whole)


def test_units_count_as_their_parents_on_demand(draft: type[Draft], facts: MakeFacts) -> None:
    text = "Andrew Ng joined Google DeepMind from Baidu. Yann LeCun joined Google DeepMind from Google."
    said = draft(text)
    said.says(text, "Andrew Ng", "movedTo", "Google DeepMind", from_="Baidu")
    said.says("Yann LeCun joined", "Yann LeCun", "movedTo", "Google DeepMind", from_="Google")
    found = facts(said.reading)
    apart = {(row["organization"], row["other"]) for row in made("flows", found)}
    assert ("Google DeepMind", "Google") in apart
    together = made("flows", found, parents=True)
    assert [(row["organization"], row["other"], row["came"], row["left"]) for row in together] == [
        ("Baidu", "all together", "0", "1"),
        ("Baidu", "Google", "0", "1"),
        ("Google", "all together", "1", "0"),
        ("Google", "Baidu", "1", "0"),
    ]


def test_a_rumoured_move_is_not_counted(draft: type[Draft], facts: MakeFacts) -> None:
    said = draft(MOVE).says(MOVE, "Andrew Ng", "movedTo", "Baidu", modality=Modality.RUMOURED, from_="Google")
    assert made("flows", facts(said.reading)) == []


def test_retention_counts_those_of_whom_the_bounds_tell(news: tuple[Reading, ...], facts: MakeFacts) -> None:
    found = facts(*news)

    def stayed(day: str) -> str:
        return made("flows", found, day=datetime.date.fromisoformat(day))[0]["stayed"]

    assert stayed("2015-01-01") == "1 of 1, 100%"
    assert stayed("2016-12-01") == "0 of 1, 0%"
    assert stayed("2016-03-15") == "0 of 0 (1 more unknown)"
    assert stayed("2013-01-01") == ""


# ------------------------------------------------------------------ gaps


def test_gaps_are_told_with_what_is_known(draft: type[Draft], facts: MakeFacts) -> None:
    text = "Andrew Ng joined Baidu. He once was at Google. Yann LeCun left Meta."
    said = draft(text, published="2017-03-22")
    said.says("Andrew Ng joined Baidu", "Andrew Ng", "movedTo", "Baidu")
    said.says("He once was at Google", "Andrew Ng", "workedAt", "Google", status=("past", "once"))
    said.says("Yann LeCun left Meta", "Yann LeCun", "left", "Meta")
    found = {(row["gap"], row["subject"], row["organization"]): row for row in made("gaps", facts(said.reading))}
    assert sorted(found) == [
        ("a departure without a date", "Yann LeCun", "Meta"),
        ("a departure without a destination", "Yann LeCun", "Meta"),
        ("a move without a date", "Andrew Ng", "Baidu"),
        ("a move without an origin", "Andrew Ng", "Baidu"),
        ("a post without a start", "Andrew Ng", "Baidu"),
        ("a post without a start", "Andrew Ng", "Google"),
        ("a post without a start", "Yann LeCun", "Meta"),
    ]
    origin = found["a move without an origin", "Andrew Ng", "Baidu"]
    assert origin["known"] == "the career has Google before it"
    assert origin["sentence"] == "Andrew Ng joined Baidu"
    assert found["a move without a date", "Andrew Ng", "Baidu"]["known"] == "told by 2017-03-22"
    assert found["a post without a start", "Andrew Ng", "Google"]["known"].startswith(
        "until 2017-03-22 at the latest; "
    )


def test_a_tenure_without_any_bound_is_a_gap(draft: type[Draft], facts: MakeFacts) -> None:
    said = draft(MOVE).says(MOVE, "Andrew Ng", "workedAt", "Baidu")
    (row,) = made("gaps", facts(said.reading))
    assert row["gap"] == "a tenure with no bound at all"
    assert row["article"].endswith("(undated)")


# ------------------------------------------------------------------ sources


def test_single_source_lists_what_one_source_says(news: tuple[Reading, ...], facts: MakeFacts) -> None:
    answer = REPORTS["single-source"].make(facts(*news), Options())
    assert answer.notes == ("2 of 3 statements rest on one independent source.",)
    assert {(row["subject"], row["relation"]) for row in rows(answer)} == {
        ("Andrew Ng", "left"),
        ("Baidu", "hasFigure"),
    }


def test_corroboration_counts_sources_by_month(draft: type[Draft], facts: MakeFacts) -> None:
    def says(text: str, published: str | None, modality: Modality) -> Reading:
        said = draft(text, published=published)
        return said.says(text, "Andrew Ng", "movedTo", "Baidu", modality=modality).reading

    found = facts(
        says("Andrew Ng is said to join Baidu soon.", "2014-04-01", Modality.RUMOURED),
        says("Baidu has hired Andrew Ng, who joined Baidu today.", "2014-05-16", Modality.ASSERTED),
        says("Another paper: Andrew Ng has moved to Baidu, of China.", "2014-05-20", Modality.ASSERTED),
        says("Somewhere without a date: Andrew Ng went to Baidu.", None, Modality.ASSERTED),
    )
    columns = ("month", "articles", "first", "second", "third", "rumours", "confirmed", "days")
    answer = REPORTS["corroboration"].make(found, Options())
    assert [tuple(row[name] for name in columns) for row in rows(answer)] == [
        ("2014-04", "1", "1", "0", "0", "1", "1", "45"),
        ("2014-05", "2", "0", "1", "1", "0", "0", ""),
        ("undated", "1", "0", "0", "0", "0", "0", ""),
    ]
    assert answer.notes == (
        "Of 1 statements, 1 have a second independent source and 1 a third; "
        "rumours were confirmed after 45 days (median of 1).",
    )


def test_a_rumour_that_is_denied_is_no_longer_open(draft: type[Draft], facts: MakeFacts) -> None:
    def says(text: str, published: str, modality: Modality) -> Reading:
        said = draft(text, published=published)
        return said.says(text, "Andrew Ng", "movedTo", "Baidu", modality=modality).reading

    found = facts(
        says("Andrew Ng is said to join Baidu soon.", "2014-04-01", Modality.RUMOURED),
        says("Baidu denies that it has hired Andrew Ng.", "2014-05-16", Modality.DENIED),
    )
    (april, _) = made("corroboration", found)
    assert (april["rumours"], april["denied"], april["open"]) == ("1", "1", "0")
