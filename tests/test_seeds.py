"""What the graph of the two seed articles must show; they are not part of the project, so this runs where they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aigraph import pipeline
from aigraph.fuse import fuse
from aigraph.model import Conflict, Statement

SEEDS = next((p / "shared" / "seeds" for p in Path(__file__).parents if (p / "shared" / "seeds").is_dir()), None)
pytestmark = pytest.mark.skipif(SEEDS is None, reason="the seed articles are not here")

Fused = tuple[list[Statement], list[Conflict]]


@pytest.fixture(scope="module")
def fused() -> Fused:
    assert SEEDS is not None
    extraction = pipeline.extract_claims(sorted(SEEDS.glob("*.txt")))
    found = fuse(extraction.readings, extraction.linking)
    return list(found.statements), list(found.conflicts)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    assert SEEDS is not None
    data: dict[str, Any] = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    return data


def topics(conflict: Conflict, statements: list[Statement]) -> Iterator[str]:
    """Yield what of the gold a conflict is about, by the people and organisations of its statements."""
    concerned = [s for s in statements if s.id in conflict.statements]
    ends = {end.label for s in concerned for end in (s.subject, s.object)}
    if "Joel Pobar" in ends:
        yield "Joel Pobar's eleven years"
    if "Anthropic" in ends and {"founded", "hasFigure"} <= {s.relation for s in concerned}:
        yield "who founded Anthropic"
    if {"Sam Altman", "Meta"} <= ends:
        yield "Sam Altman's employer"


def test_shengjia_zhao_is_one_node_with_the_claims_of_both_articles(fused: Fused) -> None:
    statements, _ = fused
    about = [s for s in statements if "Zhao" in s.subject.label]
    assert {(s.subject.id, s.subject.label) for s in about} == {("person/shengjia-zhao", "Shengjia Zhao")}
    for relation, target in (("movedTo", "Meta"), ("coCreated", "ChatGPT")):
        (one,) = (s for s in about if (s.relation, s.object.label) == (relation, target))
        assert len({evidence.document for evidence in one.evidence}) == 2


def test_the_three_conflicts_are_found_and_no_other(fused: Fused, gold: dict[str, Any]) -> None:
    statements, conflicts = fused
    told = {conflict.what: list(topics(conflict, statements)) for conflict in conflicts}
    assert all(len(found) == 1 for found in told.values()), told
    assert {topic for found in told.values() for topic in found} == {conflict["what"] for conflict in gold["conflicts"]}


def test_what_anthropic_hires_for_each_who_leaves_is_there(fused: Fused) -> None:
    statements, _ = fused
    (figure,) = (s for s in statements if s.relation == "hasFigure" and "2.68" in s.values("value"))
    assert figure.subject.label == "Anthropic"
    assert figure.value("measure") == "ratio"
    assert "2,68 fois" in figure.evidence[0].quote
