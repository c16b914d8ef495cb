"""The graph of the articles in `examples/`, made anew from the claims that `exports/` keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.view.payloads import FEW

from aigraph.revise import fresh
from aigraph.store import Store, load
from aigraph.story import Sources, Story, tell
from aigraph.workspace import Graph

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sources() -> Sources:
    readings = Graph(load(ROOT / "exports/graph.nq")).readings()
    return Sources(fresh(Store.open(None, create=True), readings, decisions=()))


@pytest.fixture(scope="session")
def payloads() -> tuple[str, ...]:
    return FEW


@pytest.fixture
def told(sources: Sources) -> Callable[[str], Story]:
    """Tell a story whose title stands on its first line; what it says begins on the third."""
    return lambda text: tell(f"# Moves\n\n{text}", sources, name="moves.md")
