from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from aigraph.errors import InputError
from aigraph.evaluate.crossdoc import CrossReport, load_crossdoc, score_crossdoc
from aigraph.model import Entity, Linking, Reading, Statement

ENGLISH = "Geoffrey Hinton left Google. Ilya Sutskever left OpenAI."
FRENCH = "Geoff Hinton a quitté Google. Ilya Sutskever n'a pas quitté OpenAI."
HINTON, SUTSKEVER = "person/geoffrey-hinton", "person/ilya-sutskever"
GOOGLE, OPENAI = "organization/google", "organization/openai"


def told(relation: str, subject: str, object: str, evidence: str) -> dict[str, str]:
    return {"relation": relation, "subject": subject, "object": object, "evidence": evidence}


def write(folder: Path, name: str, text: str, **gold: Any) -> None:
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    write(
        tmp_path,
        "en",
        ENGLISH,
        entities={
            HINTON: ["Geoffrey Hinton"],
            SUTSKEVER: ["Ilya Sutskever"],
            GOOGLE: ["Google"],
            OPENAI: ["OpenAI"],
        },
        events=[told("left", HINTON, GOOGLE, "Geoffrey Hinton left"), told("left", SUTSKEVER, OPENAI, "left OpenAI")],
    )
    write(
        tmp_path,
        "fr",
        FRENCH,
        entities={HINTON: ["Geoff Hinton"], SUTSKEVER: ["Ilya Sutskever"], GOOGLE: ["Google"], OPENAI: ["OpenAI"]},
        events=[
            told("left", HINTON, GOOGLE, "Geoff Hinton a quitté"),
            told("not left", SUTSKEVER, OPENAI, "n'a pas quitté OpenAI"),
        ],
    )
    return tmp_path


@pytest.fixture
def scored(gold: Path, draft: Any) -> Callable[[dict[str, str]], CrossReport]:
    """Return the report on a graph in which each name stands for what a mapping says, or for itself."""
    from aigraph.fuse import fuse

    en = draft(ENGLISH, path=str(gold / "en.md")).says("Geoffrey Hinton left", "Geoffrey Hinton", "left", "Google")
    fr = draft(FRENCH, path=str(gold / "fr.md")).says("Geoff Hinton a quitté", "Geoff Hinton", "left", "Google")
    en.says("Ilya Sutskever left", "Ilya Sutskever", "left", "OpenAI")
    readings: list[Reading] = [en.reading, fr.reading]

    def report(same: dict[str, str]) -> CrossReport:
        names = {(m.type, m.name) for r in readings for c in r.claims for m in (c.subject, c.object)}
        linking = Linking({key: Entity(same.get(key[1], key[1]), key[0], key[1]) for key in names})
        statements: Iterable[Statement] = fuse(readings, linking).statements
        return score_crossdoc(load_crossdoc(gold), readings, statements)

    return report


def numbers(report: CrossReport) -> tuple[float, float, float]:
    cubed = report.cubed["all"]
    return round(cubed.precision, 3), round(cubed.recall, 3), round(cubed.f1, 3)


def test_names_that_meet_make_one_event_of_two_sentences(scored: Callable[[dict[str, str]], CrossReport]) -> None:
    report = scored({"Geoff Hinton": "Geoffrey Hinton"})
    assert numbers(report) == (1.0, 1.0, 1.0)
    event = next(e for e in report.events if e.event == ("left", HINTON, GOOGLE))
    assert event.whole
    assert len(event.read) == 2
    assert list(report.lines()) == [f"missed  {next(iter(report.events[-1].told))}: not left {SUTSKEVER} {OPENAI}"]


def test_one_person_under_two_names_costs_recall_and_splits_the_event(
    scored: Callable[[dict[str, str]], CrossReport],
) -> None:
    report = scored({})
    # Two of the six names of the two articles find half of their entity.
    assert numbers(report) == (1.0, round((4 + 2 * 0.5) / 6, 3), 0.909)
    assert list(report.split) == [HINTON]
    assert [len(event.statements) for event in report.found] == [2, 1]
    assert [event.whole for event in report.found] == [False, True]


def test_two_people_under_one_name_cost_precision_and_share_a_statement(
    scored: Callable[[dict[str, str]], CrossReport],
) -> None:
    report = scored(
        {"Geoff Hinton": "Geoffrey Hinton", "Ilya Sutskever": "Geoffrey Hinton", "OpenAI": "Google"},
    )
    assert report.cubed["all"].precision < 1.0 == report.cubed["all"].recall
    assert sorted(report.mixed) == ["Geoffrey Hinton", "Google"]
    assert [sorted(event.merged) for event in report.found] == [
        [("left", SUTSKEVER, OPENAI)],
        [("left", HINTON, GOOGLE)],
    ]


def test_a_claim_that_no_statement_rests_on_is_a_fault_and_not_a_miss(
    scored: Callable[[dict[str, str]], CrossReport],
) -> None:
    report = scored({"Geoffrey Hinton": "Google"})
    event = next(e for e in report.events if e.event == ("left", HINTON, GOOGLE))
    assert [Path(path).name for path in event.lost] == ["en.md"]
    assert len(event.read) == 2
    assert not event.whole


def test_the_rows_tell_the_types_apart(scored: Callable[[dict[str, str]], CrossReport]) -> None:
    rows = scored({"Geoff Hinton": "Geoffrey Hinton"}).rows()
    assert rows == (
        ("organization", "3", "2", "1.000", "1.000", "1.000"),
        ("person", "3", "2", "1.000", "1.000", "1.000"),
        ("all", "6", "4", "1.000", "1.000", "1.000"),
    )


@pytest.mark.parametrize(
    ("entities", "events", "message"),
    [
        ({HINTON: ["Geoffrey Hilton"]}, [], "does not have the words 'Geoffrey Hilton'"),
        ({HINTON: ["Geoffrey Hinton"]}, [told("left", HINTON, GOOGLE, "left")], "none of the 'entities'"),
        ({HINTON: ["Geoffrey Hinton"]}, [{"relation": "left"}], "cannot be read"),
    ],
)
def test_gold_that_the_text_does_not_bear_out_is_refused(
    tmp_path: Path, entities: dict[str, list[str]], events: list[dict[str, str]], message: str
) -> None:
    write(tmp_path, "en", ENGLISH, entities=entities, events=events)
    with pytest.raises(InputError, match=message):
        load_crossdoc(tmp_path)


def test_a_folder_without_such_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no articles"):
        load_crossdoc(tmp_path)
