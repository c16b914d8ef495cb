"""The labelled pairs of names: what people know to be one, and what they know to be two."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from aigraph.gazetteer import Gazetteer, gazetteer
from aigraph.model import LocalEntity
from aigraph.resolve import Linker

PAIRS = Path(__file__).with_name("pairs.tsv")
ARTICLE = "0123456789abcdef"


def pairs(part: str) -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row["part"] == part]


def scores(part: str, linker: Linker) -> tuple[float, float]:
    """Return the precision and the recall of "same"."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in pairs(part):
        names = [LocalEntity(row["type"], row[end], ARTICLE) for end in ("one", "other")]
        linking = linker.resolve(names)
        one, other = (linking.entity(name.type, name.name) for name in names)
        counts[row["verdict"], "same" if one.id == other.id else "different"] += 1
    right = counts["same", "same"]
    return right / (right + counts["different", "same"]), right / (right + counts["same", "different"])


@pytest.mark.parametrize("part", ["dev", "test"])
@pytest.mark.parametrize("known", [True, False], ids=["with the gazetteer", "by the names alone"])
def test_names_are_told_to_be_one_or_two(part: str, known: bool) -> None:
    precision, recall = scores(part, Linker(gazetteer() if known else Gazetteer({})))
    assert precision >= 0.97
    assert recall >= 0.90


def test_the_pairs_are_many_of_every_kind_and_none_stands_there_twice() -> None:
    rows = [*pairs("dev"), *pairs("test")]
    kinds = Counter((row["type"], row["verdict"]) for row in rows)
    assert (
        min(kinds[kind, verdict] for kind in ("Person", "Organization", "Model") for verdict in ("same", "different"))
        > 100
    )
    assert len({(row["type"], *sorted((row["one"], row["other"]))) for row in rows}) == len(rows) >= 1300
