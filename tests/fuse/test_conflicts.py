from __future__ import annotations

import dataclasses
import random

import pytest

from aigraph.errors import DataError
from aigraph.fuse import KINDS, Kind
from aigraph.fuse.example import example
from aigraph.model import Conflict


def found(kind: Kind, text: str) -> list[Conflict]:
    """What the kind finds when it is given each group of the example's statements."""
    statements, articles = example(text)
    groups = sorted({key for statement in statements for key in kind.keys(statement)})
    conflicts: list[Conflict] = []
    for key in groups:
        group = [statement for statement in statements if key in kind.keys(statement)]
        conflicts += kind.find(group, articles)
    return conflicts


YES = [pytest.param(kind, text, id=f"{kind.name}-{n}") for kind in KINDS for n, text in enumerate(kind.conflict, 1)]
NO = [pytest.param(kind, text, id=f"{kind.name}-{n}") for kind in KINDS for n, text in enumerate(kind.no_conflict, 1)]


@pytest.mark.parametrize(("kind", "text"), YES)
def test_a_kind_finds_one_conflict_in_each_example_of_one(kind: Kind, text: str) -> None:
    statements, _ = example(text)
    (conflict,) = found(kind, text)
    assert conflict.kind == kind.name
    assert conflict.claims
    assert set(conflict.claims) <= {claim.id for statement in statements for claim in statement.claims}
    assert set(conflict.disputed) <= set(conflict.statements) <= {statement.id for statement in statements}
    assert list(conflict.statements) == sorted(set(conflict.statements))


@pytest.mark.parametrize(("kind", "text"), NO)
def test_a_kind_finds_nothing_in_what_does_not_conflict(kind: Kind, text: str) -> None:
    assert found(kind, text) == []


@pytest.mark.parametrize(("kind", "text"), YES)
def test_the_order_of_lines_changes_no_conflict(kind: Kind, text: str) -> None:
    lines = text.strip().splitlines()
    random.Random(1).shuffle(lines)
    assert len(found(kind, "\n".join(lines))) == 1


def test_a_kind_without_examples_does_not_load() -> None:
    with pytest.raises(DataError, match="needs examples"):
        dataclasses.replace(KINDS[0], conflict=())
    with pytest.raises(DataError, match="needs examples"):
        dataclasses.replace(KINDS[0], no_conflict=())


def test_every_kind_explains_itself_in_both_languages() -> None:
    assert all(kind.en and kind.fr and kind.en != kind.fr for kind in KINDS)
