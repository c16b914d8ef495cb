from __future__ import annotations

import dataclasses
import datetime
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigraph.model import (
    Claim,
    DateBounds,
    Document,
    Entity,
    Evidence,
    Issue,
    Linking,
    Mention,
    Modality,
    Qualifier,
    Span,
    Statement,
    Status,
    content_id,
    distinct_names,
)

TEXT = "Jan Leike joined Anthropic in May 2024, from OpenAI."
LEIKE = Mention.at(TEXT, 0, 9, "Person")
ANTHROPIC = Mention.at(TEXT, 17, 26, "Organization")
EVIDENCE = Evidence(Document(TEXT).id, Span(0, len(TEXT)), TEXT, "en.movedTo.join")
FROM = Qualifier("from", "OpenAI", "OpenAI", Span(45, 51), "Organization")
DATE = Qualifier("date", "2024-05", "in May 2024", Span(27, 38))
MOVE = Claim(LEIKE, "movedTo", ANTHROPIC, EVIDENCE, qualifiers=(DATE, FROM))


def statement(*claims: Claim, **changes: Any) -> Statement:
    fields: dict[str, Any] = {
        "subject": Entity("person/jan-leike", "Person", "Jan Leike"),
        "relation": "movedTo",
        "object": Entity("organization/anthropic", "Organization", "Anthropic"),
        "claims": claims,
        "status": Status.ACCEPTED,
        "confidence": 0.9,
    }
    return Statement(**{**fields, **changes})


# ---------------------------------------------------------------- spans


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3), (-2, -1)])
def test_a_span_is_never_empty_reversed_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span has 0 <= start < end"):
        Span(start, end)


def test_a_span_is_half_open_and_counts_code_points() -> None:
    assert Span(0, 6).of("LeCun’s 🧠") == "LeCun’"
    assert Span(8, 9).of("LeCun’s 🧠") == "🧠"


@pytest.mark.parametrize(
    ("one", "other", "overlap", "inside"),
    [
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(4, 9), True, False),
        (Span(0, 5), Span(1, 5), True, True),
        (Span(0, 5), Span(0, 5), True, True),
        (Span(2, 3), Span(0, 9), True, False),
    ],
)
def test_spans_overlap_when_they_share_a_code_point(one: Span, other: Span, overlap: bool, inside: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap
    assert (other in one) is inside


def test_only_a_span_lies_in_a_span() -> None:
    assert 3 not in Span(0, 5)


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(2, 3)]


# ---------------------------------------------------------------- ids


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\x1f", exclude_categories=["Cs"])), max_size=4))
def test_an_id_is_16_hexadecimal_digits_and_a_function_of_the_parts(parts: list[str]) -> None:
    found = content_id(*parts)
    assert len(found) == 16
    assert set(found) <= set("0123456789abcdef")
    assert found == content_id(*parts)
    assert found != content_id(*parts, "")
    assert found != content_id("x", *parts)


def test_the_id_of_a_document_is_that_of_its_text_alone() -> None:
    assert Document(TEXT, path="a.txt", title="One").id == Document(TEXT, path="b.txt", url="https://b.example/").id
    assert Document(TEXT).id != Document(TEXT + " ").id


@pytest.mark.parametrize(
    "change",
    [
        {"subject": dataclasses.replace(LEIKE, name="Jan H. Leike")},
        {"subject": dataclasses.replace(LEIKE, span=Span(4, 9))},
        {"object": dataclasses.replace(ANTHROPIC, name="OpenAI")},
        {"object": dataclasses.replace(ANTHROPIC, span=Span(45, 51))},
        {"relation": "workedAt"},
        {"modality": Modality.PLANNED},
        {"evidence": dataclasses.replace(EVIDENCE, document="another")},
        {"evidence": dataclasses.replace(EVIDENCE, span=Span(0, 26), quote=TEXT[:26])},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_id_of_a_claim_changes_with_what_it_says_and_where(change: dict[str, Any]) -> None:
    assert dataclasses.replace(MOVE, **change).id != MOVE.id


def test_the_id_of_a_claim_does_not_change_with_what_is_only_known_about_it() -> None:
    assert dataclasses.replace(MOVE, confidence=0.1, attributed_to="Reuters").id == MOVE.id


def test_the_id_of_a_statement_tells_a_denial_from_an_affirmation_and_nothing_finer() -> None:
    denied = statement(dataclasses.replace(MOVE, modality=Modality.DENIED))
    planned = statement(dataclasses.replace(MOVE, modality=Modality.PLANNED))
    assert statement(MOVE).id == planned.id
    assert statement(MOVE).id != denied.id
    assert statement(MOVE).id != statement(MOVE, relation="left").id


# ---------------------------------------------------------------- documents


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("The year of departures", "Text.", "The year of departures"),
        (None, "\n\nFirst line\nSecond line", "First line"),
        (None, "x" * 80, "x" * 80),
        (None, "x" * 81, "x" * 79 + "…"),
        (None, "", ""),
    ],
)
def test_a_document_is_recognised_by_its_title_or_its_first_words(title: str | None, text: str, name: str) -> None:
    assert Document(text, title=title).name == name


def test_an_issue_says_where_and_what() -> None:
    assert str(Issue("a.txt", "not a text")) == "a.txt: not a text"


def test_a_mention_made_from_a_text_stands_for_itself() -> None:
    assert (LEIKE.text, LEIKE.name, LEIKE.span, LEIKE.name_span) == ("Jan Leike", "Jan Leike", Span(0, 9), Span(0, 9))


# ---------------------------------------------------------------- dates


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-06-30", "2025-06-30", "2025-06-30"),
        ("2023/2024", "2023-01-01", "2024-12-31"),
        ("2023-05/2023-05", "2023-05-01", "2023-05-31"),
        ("2025-06-01/2025-08-31", "2025-06-01", "2025-08-31"),
        ("../2023", None, "2023-12-31"),
        ("2023-03/..", "2023-03-01", None),
        ("../..", None, None),
    ],
)
def test_a_date_allows_all_days_that_its_precision_leaves_open(
    value: str, earliest: str | None, latest: str | None
) -> None:
    assert DateBounds.of(value) == DateBounds(value, day(earliest), day(latest))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "2024-",
        "2024-13",
        "2024-02-30",
        "2024-06-31",
        "0000",
        "2024/",
        "/2024",
        "2024/2025/2026",
        "2025/2024",
        "2024-05-02/2024-05-01",
        "-2024",
        "2024-00",
        "2024-05-00",
        "2024-05-01-03",
        "2024-5",
        "+2024",
        " 2024",
        "24",
    ],
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the calendar's own
        DateBounds.of(value)


def test_an_interval_that_ends_before_it_starts_says_so() -> None:
    with pytest.raises(ValueError, match="'2025/2024' ends before it starts"):
        DateBounds.of("2025/2024")


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_every_day_lies_in_its_month_and_its_year(date: datetime.date) -> None:
    for value in (f"{date:%Y}", f"{date:%Y-%m}", f"{date:%Y-%m-%d}"):
        bounds = DateBounds.of(value)
        assert bounds.earliest is not None
        assert bounds.latest is not None
        assert bounds.earliest <= date <= bounds.latest


# ---------------------------------------------------------------- claims and statements


@pytest.mark.parametrize("confidence", [-0.01, 1.01, math.nan, math.inf])
def test_a_confidence_lies_between_nothing_and_certainty(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence lies in"):
        dataclasses.replace(MOVE, confidence=confidence)
    with pytest.raises(ValueError, match="confidence lies in"):
        statement(MOVE, confidence=confidence)


@pytest.mark.parametrize("confidence", [0.0, 0.5, 1.0])
def test_the_ends_of_the_scale_are_confidences_too(confidence: float) -> None:
    assert dataclasses.replace(MOVE, confidence=confidence).confidence == confidence


def test_there_is_no_statement_without_evidence() -> None:
    with pytest.raises(ValueError, match="no statement without evidence"):
        statement()


def test_a_statement_is_as_committed_as_its_strongest_claim() -> None:
    rumour, report = (dataclasses.replace(MOVE, modality=m) for m in (Modality.RUMOURED, Modality.REPORTED))
    assert statement(rumour, report).modality is Modality.REPORTED
    assert statement(rumour).evidence == (EVIDENCE,)


def test_modalities_rank_from_asserted_to_denied() -> None:
    ranked = sorted(Modality, key=lambda modality: modality.rank)
    assert [modality.value for modality in ranked] == ["asserted", "reported", "rumoured", "planned", "denied"]


def test_the_values_of_a_qualifier_are_found_by_its_name() -> None:
    assert MOVE.values("date") == ("2024-05",)
    assert MOVE.value("from") == "OpenAI"
    assert MOVE.value("role") is None
    assert statement(MOVE, qualifiers=(DATE,)).value("date") == "2024-05"


@pytest.mark.parametrize("value", [LEIKE, MOVE, EVIDENCE, DATE, Document(TEXT), Span(0, 1), DateBounds.of("2024")])
def test_what_flows_cannot_be_changed(value: Any) -> None:
    field = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, field, None)


def test_the_distinct_names_are_those_of_the_ends_and_of_entity_valued_details() -> None:
    again = dataclasses.replace(MOVE, relation="workedAt", qualifiers=())
    assert distinct_names([MOVE, again]) == (
        ("Organization", "Anthropic"),
        ("Organization", "OpenAI"),
        ("Person", "Jan Leike"),
    )


def test_a_name_that_was_not_resolved_has_no_entity() -> None:
    entity = Entity("person/jan-leike", "Person", "Jan Leike")
    linking = Linking({("Person", "Jan Leike"): entity})
    assert linking.entity("Person", "Jan Leike") == entity
    with pytest.raises(KeyError):
        linking.entity("Organization", "Jan Leike")
