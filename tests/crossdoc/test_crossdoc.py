"""The articles about the same events, read and linked for real: names and events meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigraph import pipeline
from aigraph.evaluate.crossdoc import CrossReport, load_crossdoc, score_crossdoc

HERE = Path(__file__).parent
HALVES = ("dev", "heldout")
BAR = 0.97


@pytest.fixture(scope="session")
def reports() -> dict[str, CrossReport]:
    """The report of each half, in the graph of both."""
    gold = {half: load_crossdoc(HERE / half) for half in HALVES}
    with pipeline.build([article.path for articles in gold.values() for article in articles]) as graph:
        assert not graph.report.issues
        readings, statements = list(graph.readings()), list(graph.statements())
    return {half: score_crossdoc(articles, readings, statements) for half, articles in gold.items()}


def test_each_half_tells_many_events_in_several_articles_of_both_languages() -> None:
    for half in HALVES:
        tellers: dict[tuple[str, str, str], set[str]] = {}
        for article in load_crossdoc(HERE / half):
            for event in article.events:
                tellers.setdefault(event, set()).add(Path(article.path).stem)
        several = [event for event, stems in tellers.items() if len({"-fr-" in stem for stem in stems}) == 2]
        assert len(several) >= 60, half


@pytest.mark.parametrize("half", HALVES)
def test_the_names_of_one_entity_meet_and_no_others_do(reports: dict[str, CrossReport], half: str) -> None:
    report = reports[half]
    cubed = report.cubed
    assert min(cubed[kind].f1 for kind in ("all", "person", "organization", "work")) >= BAR, report.rows()
    # Most of what is told must be read: a measure of names that nobody sees says nothing.
    assert cubed["all"].entities >= 0.85 * report.entities_told
    assert cubed["all"].names >= 0.9 * (cubed["all"].names + len(report.unknown))


@pytest.mark.parametrize(
    "half",
    ["dev", pytest.param("heldout", marks=pytest.mark.xfail(reason="1 of 113 is in two statements", strict=True))],
)
def test_each_event_is_one_statement_with_all_its_sentences(reports: dict[str, CrossReport], half: str) -> None:
    report = reports[half]
    faults = [line for line in report.lines() if line.startswith("event")]
    # What is held out is not to be looked at, not even when it fails.
    assert not faults, faults if half == "dev" else len(faults)
    assert sum(len(event.read) > 1 for event in report.found) >= 60
    assert len(report.found) >= 0.9 * len(report.events)
