from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Decision, Judgement

Made = Callable[..., Decision]


@pytest.fixture
def made() -> Made:
    def made(judgement: str, one: str, other: str, *, kind: str = "Person", when: str = "", why: str = "") -> Decision:
        return Decision(Judgement(judgement), kind, one, other, who="Ada", when=when, why=why)

    return made
