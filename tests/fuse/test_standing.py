from __future__ import annotations

import pytest

from aigraph.fuse import fuse
from aigraph.fuse.example import readings
from aigraph.model import Decision, Judgement, Statement, Status


def settled(text: str, *decisions: Decision) -> list[Statement]:
    return list(fuse(*readings(text), decisions).statements)


@pytest.mark.parametrize(
    ("how", "said", "denied", "status", "of_denial"),
    [
        ("asserted", "2015-11", "2015-12", Status.DISPUTED, Status.REFUTED),
        ("reported", "2015-11", "2015-12", Status.DISPUTED, Status.REFUTED),
        ("asserted", "", "", Status.DISPUTED, Status.REFUTED),
        ("asserted", "2015-11", "", Status.DISPUTED, Status.REFUTED),
        ("rumoured", "2015-11", "2015-12", Status.REFUTED, Status.REFUTED),
        ("planned", "2015-11", "2015-11", Status.REFUTED, Status.REFUTED),
        ("rumoured", "", "2015-12", Status.REFUTED, Status.REFUTED),
        ("asserted", "2015-12", "2015-11", Status.ACCEPTED, Status.SUPERSEDED),
        ("rumoured", "2015-12", "2015-11", Status.UNCONFIRMED, Status.REFUTED),
        ("asserted", "2015-12", "2023-11", Status.ACCEPTED, Status.REFUTED),
    ],
)
def test_a_denial_weighs_against_what_is_not_newer(
    how: str, said: str, denied: str, status: Status, of_denial: Status
) -> None:
    affirmed, denial = settled(
        f"""
        Wire {said}: ({how}) Ilya Sutskever movedTo OpenAI
        Post {denied}: (denied) Ilya Sutskever movedTo OpenAI
        """.replace(" :", ":")
    )
    assert (affirmed.status, denial.status) == (status, of_denial)
    contradicted = status in (Status.DISPUTED, Status.REFUTED)
    assert any("denied" in reason and "Post" in reason for reason in affirmed.reasons) == contradicted
    assert any(reason.startswith("halved, because it is contradicted") for reason in affirmed.reasons) == contradicted


def test_what_is_contradicted_is_half_as_sure() -> None:
    (affirmed, _) = settled("Wire: Ilya Sutskever movedTo OpenAI\nPost: (denied) Ilya Sutskever movedTo OpenAI")
    assert affirmed.confidence == 0.45
    assert affirmed.reasons == (
        "asserted by Wire: 0.90",
        "contradicted: Ilya Sutskever moved to OpenAI: asserted by Wire, denied by Post",
        "halved, because it is contradicted: 0.45",
    )


def test_a_denial_that_news_has_overtaken_says_so() -> None:
    _, denial = settled(
        """
        Wire 2023-11-18: (denied) Sam Altman movedTo Microsoft
        Post 2023-11-20: Sam Altman movedTo Microsoft
        """
    )
    assert denial.status is Status.SUPERSEDED
    assert "superseded: a newer article asserts it, Post" in denial.reasons


@pytest.mark.parametrize(
    ("text", "course"),
    [
        (
            """
            Wire 2025-06-10: (rumoured) Shengjia Zhao movedTo Meta
            Star 2025-06-12: (rumoured) Shengjia Zhao movedTo Meta
            Post 2025-07-01: Shengjia Zhao movedTo Meta
            """,
            "rumoured on 2025-06-10 by Wire, Star; confirmed on 2025-07-01 by Post",
        ),
        (
            """
            Wire 2025-06: (planned) Shengjia Zhao movedTo Meta
            Post 2025: Shengjia Zhao movedTo Meta
            """,
            "asserted in 2025 by Post; planned in 2025-06 by Wire",
        ),
        (
            """
            Wire: (reported) Shengjia Zhao movedTo Meta
            Post: Shengjia Zhao movedTo Meta
            """,
            "asserted by Post; reported by Wire",
        ),
        (
            """
            Wire 2025-06: (rumoured) Shengjia Zhao movedTo Meta
            Post 2025-07: (planned) Shengjia Zhao movedTo Meta
            """,
            "rumoured in 2025-06 by Wire; planned in 2025-07 by Post",
        ),
    ],
)
def test_what_became_of_a_rumour_is_told_by_date(text: str, course: str) -> None:
    (statement,) = settled(text)
    assert course in statement.reasons


MOVE = "Wire: (rumoured) Shengjia Zhao movedTo Meta"


def judged(judgement: Judgement, kind: str = "movedTo", one: str = "Shengjia Zhao", **more: str) -> Decision:
    return Decision(judgement, kind, one, "Meta", **more)


@pytest.mark.parametrize(
    ("judgement", "status", "verb"),
    [(Judgement.ACCEPT, Status.ACCEPTED, "accepted"), (Judgement.REJECT, Status.REFUTED, "rejected")],
)
def test_a_decision_overrides_and_is_told(judgement: Judgement, status: Status, verb: str) -> None:
    (statement,) = settled(MOVE, judged(judgement, who="ana", when="2025-07-02", why="she told us"))
    assert statement.status is status
    assert statement.reasons[-1] == f"{verb} by ana on 2025-07-02: she told us"


@pytest.mark.parametrize(
    "decision",
    [
        judged(Judgement.REJECT, one="shengjia zhao"),
        judged(Judgement.REJECT, one="person/shengjia-zhao"),
    ],
)
def test_a_decision_names_what_it_is_about_in_any_spelling(decision: Decision) -> None:
    assert [statement.status for statement in settled(MOVE, decision)] == [Status.REFUTED]


@pytest.mark.parametrize(
    "decision",
    [
        judged(Judgement.REJECT, kind="not movedTo"),
        judged(Judgement.REJECT, kind="left"),
        judged(Judgement.REJECT, one="Hongyu Ren"),
        judged(Judgement.REJECT, one="Shengjia Zhao@0123456789abcdef"),
        judged(Judgement.DIFFERENT),
    ],
)
def test_a_decision_about_something_else_changes_nothing(decision: Decision) -> None:
    assert settled(MOVE, decision) == settled(MOVE)


def test_a_decision_about_a_namesake_is_about_whom_the_article_means() -> None:
    (told,), _ = readings(MOVE)
    (statement,) = settled(MOVE, judged(Judgement.ACCEPT, one=f"Shengjia Zhao@{told.document.id}"))
    assert statement.status is Status.ACCEPTED


def test_a_denial_can_be_rejected_by_itself() -> None:
    text = "Wire: Shengjia Zhao movedTo Meta\nPost: (denied) Shengjia Zhao movedTo Meta"
    affirmed, denial = settled(text, judged(Judgement.ACCEPT, kind="not movedTo"))
    assert (affirmed.status, denial.status) == (Status.DISPUTED, Status.ACCEPTED)


def test_what_someone_has_accepted_is_not_halved() -> None:
    text = "Wire: Shengjia Zhao movedTo Meta\nPost: (denied) Shengjia Zhao movedTo Meta"
    affirmed, _ = settled(text, judged(Judgement.ACCEPT, who="ana"))
    assert (affirmed.status, affirmed.confidence) == (Status.ACCEPTED, 0.9)
    assert [reason.partition(" ")[0] for reason in affirmed.reasons] == ["asserted", "contradicted:", "accepted"]


def test_of_several_decisions_the_latest_holds() -> None:
    (statement,) = settled(
        MOVE, judged(Judgement.ACCEPT, when="2025-07-03"), judged(Judgement.REJECT, when="2025-07-02")
    )
    assert statement.status is Status.ACCEPTED


def test_a_decision_taken_back_leaves_what_was() -> None:
    assert settled(MOVE, *()) == settled(MOVE)
