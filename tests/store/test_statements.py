"""Statements come out of a store one subject at a time, and are the same as those of all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Draft, keep

from aigraph.fuse import Fused
from aigraph.model import Modality
from aigraph.store import Store, load


@pytest.fixture
def made(draft: type[Draft], fusing: Callable[..., Fused]) -> tuple[Fused, Store]:
    one = (
        draft("Yann LeCun left Meta for AMI Labs in 2025. Yann LeCun did not join OpenAI.", title="One")
        .says("Yann LeCun left Meta", "Yann LeCun", "movedTo", "AMI Labs", from_="Meta", date=("2025", "2025"))
        .says("Yann LeCun did not", "Yann LeCun", "movedTo", "OpenAI", modality=Modality.DENIED)
    )
    other = (
        draft("It is said that Yann LeCun joined OpenAI. Google acquired DeepMind. Yann LeCun worked at Meta.")
        .says("It is said", "Yann LeCun", "movedTo", "OpenAI", modality=Modality.RUMOURED)
        .says("Google acquired", "Google", "acquired", "DeepMind")
        .says("Yann LeCun worked", "Yann LeCun", "workedAt", "Meta")
    )
    readings = [one.reading, other.reading]
    fused = fusing(readings)
    store = Store.open(None, create=True)
    keep(store, readings, fused.statements, conflicts=fused.conflicts, tenures=fused.tenures)
    return fused, store


def test_they_come_back_whole_and_in_order(made: tuple[Fused, Store]) -> None:
    fused, store = made
    found = list(store.statements())
    assert {statement.id: statement for statement in found} == {
        statement.id: statement for statement in fused.statements
    }
    order = [(s.subject.id, s.relation, s.object.id, s.modality is Modality.DENIED) for s in found]
    assert order == sorted(order)
    assert len(order) == len(fused.statements) == 5


def test_a_graph_without_an_index_gives_the_same(made: tuple[Fused, Store], tmp_path: Path) -> None:
    _, store = made
    file = tmp_path / "graph.nq"
    file.write_bytes(store.dump("nquads"))
    with load(file) as loaded:
        assert list(loaded.statements()) == list(store.statements())


def test_articles_come_one_by_one(made: tuple[Fused, Store]) -> None:
    _, store = made
    assert dict(store.articles()) == store.documents()
    assert [name for name, _ in store.articles()] == sorted(store.fingerprints())
