from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from aigraph.fuse import Article, tenures
from aigraph.model import Reading, Statement
from aigraph.report import Facts

MakeFacts = Callable[..., Facts]


@pytest.fixture
def facts(fused: Callable[[Iterable[Reading]], list[Statement]]) -> MakeFacts:
    """What readings say together, as reports take it."""

    def make(*readings: Reading) -> Facts:
        statements = fused(readings)
        documents = {reading.document.id: reading.document for reading in readings}
        articles = {name: Article.of(document) for name, document in documents.items()}
        people: dict[str, list[Statement]] = {}
        for statement in statements:
            if statement.subject.type == "Person":
                people.setdefault(statement.subject.id, []).append(statement)
        careers = [tenure for said in people.values() for tenure in tenures(said, articles)]
        return Facts(tuple(statements), documents, tuple(careers))

    return make
