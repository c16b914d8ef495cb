from __future__ import annotations

import pytest

from aigraph.evaluate import ALL_RELATIONS, GoldArticle, GoldFact, Prediction, Report, score
from aigraph.model import Claim, Evidence, Mention, Modality, Span

TEXT = "x" * 80
CLAIM = Claim(
    Mention.at(TEXT, 0, 1, "Person"),
    "left",
    Mention.at(TEXT, 2, 3, "Organization"),
    Evidence("d", Span(0, 4), "xxxx", "r"),
)


def fact(
    relation: str,
    object: str,
    *origins: str,
    subject: str = "Ilya Sutskever",
    certainty: str = "asserted",
    also: tuple[str, ...] = (),
    parent: str | None = None,
) -> GoldFact:
    return GoldFact(relation, subject, object, certainty, "…", also, origins, parent)


def claim(
    relation: str,
    object: str | tuple[str, ...],
    *origins: str,
    subject: str = "Ilya Sutskever",
    modality: Modality = Modality.ASSERTED,
) -> Prediction:
    names = (object,) if isinstance(object, str) else object
    return Prediction(relation, (subject,), names, modality, CLAIM, tuple((origin,) for origin in origins))


def judge(facts: list[GoldFact], claims: list[Prediction], *relations: str) -> Report:
    return score([GoldArticle("a", "a.txt", "en", tuple(facts))], {"a": claims}, relations=relations or ALL_RELATIONS)


def numbers(report: Report) -> tuple[int, int, int, int]:
    total = report.total
    return total.tp, total.fp, total.fn, total.neutral


MOVE = fact("movedTo", "OpenAI", "Google Brain")


@pytest.mark.parametrize(
    ("facts", "claims", "expected"),
    [
        pytest.param([MOVE], [claim("movedTo", "OPENAI, Inc.")], (1, 0, 0, 0), id="the same names, written otherwise"),
        pytest.param([MOVE], [claim("movedTo", ("OpenAI LP", "OpenAI"))], (1, 0, 0, 0), id="any name of the entity"),
        pytest.param([MOVE], [claim("left", "OpenAI")], (0, 1, 1, 0), id="another relation"),
        pytest.param([MOVE], [claim("movedTo", "Google Brain")], (0, 1, 1, 0), id="the wrong direction"),
        pytest.param([MOVE], [claim("movedTo", "OpenAI", subject="Sutskever")], (0, 1, 1, 0), id="a surname alone"),
        pytest.param([MOVE], [], (0, 0, 1, 0), id="nothing"),
        pytest.param([], [claim("movedTo", "OpenAI")], (0, 1, 0, 0), id="out of nothing"),
        pytest.param([MOVE], [claim("movedTo", "OpenAI")] * 3, (1, 0, 0, 0), id="repeats count once"),
        pytest.param([MOVE], [claim("workedAt", "OpenAI")], (0, 0, 1, 1), id="a move entails the job"),
        pytest.param([MOVE], [claim("workedAt", "Google Brain")], (0, 0, 1, 1), id="a move entails the former job"),
        pytest.param([MOVE], [claim("left", "Google Brain")], (0, 0, 1, 1), id="a move entails the departure"),
        pytest.param(
            [fact("left", "OpenAI")], [claim("workedAt", "OpenAI")], (0, 0, 1, 1), id="a departure entails the job"
        ),
        pytest.param([fact("founded", "OpenAI")], [claim("workedAt", "OpenAI")], (0, 1, 1, 0), id="founding is no job"),
        pytest.param([fact("workedAt", "OpenAI")], [claim("left", "OpenAI")], (0, 1, 1, 0), id="a job is no departure"),
        pytest.param([fact("workedAt", "OpenAI")], [claim("movedTo", "OpenAI")], (0, 1, 1, 0), id="a job is no move"),
        pytest.param(
            [fact("movedTo", "OpenAI", certainty="planned")],
            [claim("workedAt", "OpenAI")],
            (0, 1, 1, 0),
            id="a planned move entails no job yet",
        ),
        pytest.param(
            [fact("movedTo", "OpenAI", "Google Brain", certainty="planned")],
            [claim("workedAt", "Google Brain")],
            (0, 0, 1, 1),
            id="a planned move entails the job still held",
        ),
        pytest.param(
            [fact("workedAt", "Google Brain", parent="Google")],
            [claim("workedAt", "Google")],
            (0, 0, 1, 1),
            id="the parent of a named unit",
        ),
        pytest.param(
            [fact("workedAt", "Google Brain", parent="Google", subject="Quoc Le"), MOVE],
            [claim("workedAt", "Google")],
            (0, 0, 2, 1),
            id="the parent of a unit, given elsewhere in the article",
        ),
        pytest.param(
            [fact("workedAt", "Google")], [claim("workedAt", "Google Brain")], (0, 1, 1, 0), id="a unit for its parent"
        ),
    ],
)
def test_a_claim_is_right_wrong_or_neutral(
    facts: list[GoldFact], claims: list[Prediction], expected: tuple[int, int, int, int]
) -> None:
    assert numbers(judge(facts, claims)) == expected


def test_an_alternative_name_serves_only_when_no_claim_has_the_name_itself() -> None:
    voice = fact("coCreated", "GPT-4o voice mode", also=("GPT-4o",))
    assert numbers(judge([voice], [claim("coCreated", "GPT-4o")])) == (1, 0, 0, 0)
    both = [claim("coCreated", "GPT-4o"), claim("coCreated", "GPT-4o voice mode")]
    assert numbers(judge([voice], both)) == (1, 0, 0, 1)
    assert numbers(judge([voice, fact("coCreated", "GPT-4o")], both)) == (2, 0, 0, 0)


@pytest.mark.parametrize(
    ("modality", "expected", "asserted"),
    [
        (Modality.DENIED, (0, 0, 0, 0), 0),
        (Modality.ASSERTED, (0, 1, 0, 0), 1),
        (Modality.RUMOURED, (0, 1, 0, 0), 0),
    ],
)
def test_what_the_text_denies_must_not_be_affirmed(
    modality: Modality, expected: tuple[int, int, int, int], asserted: int
) -> None:
    report = judge([fact("left", "OpenAI", certainty="negated")], [claim("left", "OpenAI", modality=modality)])
    assert numbers(report) == expected
    assert report.negated_asserted == asserted
    assert report.negated.right == (modality is Modality.DENIED)
    assert report.negated.total == 1


def test_a_denied_fact_is_never_missed_and_entails_that_the_job_goes_on() -> None:
    denied = fact("left", "OpenAI", certainty="negated")
    assert numbers(judge([denied], [])) == (0, 0, 0, 0)
    assert numbers(judge([denied], [claim("workedAt", "OpenAI")])) == (0, 0, 0, 1)


def test_a_rumour_read_together_with_its_denial_is_neutral() -> None:
    denied = fact("movedTo", "Meta", certainty="negated")
    rumour = claim("movedTo", "Meta", modality=Modality.RUMOURED)
    denial = claim("movedTo", "Meta", modality=Modality.DENIED)
    assert numbers(judge([denied], [rumour, denial])) == (0, 0, 0, 1)


def test_a_denial_of_what_the_text_affirms_is_wrong_and_finds_nothing() -> None:
    denial = claim("movedTo", "OpenAI", modality=Modality.DENIED)
    report = judge([MOVE], [denial])
    assert numbers(report) == (0, 1, 1, 0)
    assert report.false_claims[0].reason == "the text affirms it"
    assert numbers(judge([MOVE], [denial, claim("movedTo", "OpenAI")])) == (1, 0, 0, 1)
    assert numbers(judge([], [denial])) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("certainty", "modality", "right"),
    [
        ("asserted", Modality.ASSERTED, 1),
        ("asserted", Modality.REPORTED, 0),
        ("reported", Modality.RUMOURED, 1),
        ("reported", Modality.REPORTED, 1),
        ("planned", Modality.PLANNED, 1),
        ("planned", Modality.ASSERTED, 0),
    ],
)
def test_the_modality_of_right_claims_is_judged_apart(certainty: str, modality: Modality, right: int) -> None:
    report = judge([fact("left", "OpenAI", certainty=certainty)], [claim("left", "OpenAI", modality=modality)])
    assert numbers(report) == (1, 0, 0, 0)
    assert (report.modality.right, report.modality.total) == (right, 1)
    assert len(report.slips) == 1 - right


def test_the_strongest_claim_is_judged_with_the_origins_of_all() -> None:
    weak = claim("movedTo", "OpenAI", "Google Brain", modality=Modality.RUMOURED)
    report = judge([MOVE], [weak, claim("movedTo", "OpenAI")])
    assert report.modality.share == 1.0
    assert report.origins.accuracy.share == 1.0


@pytest.mark.parametrize(
    ("origins", "said", "verdict"),
    [
        (("MIT",), ("M.I.T.",), "right"),
        (("MIT", "Broad Institute"), ("Broad Institute", "MIT"), "right"),
        (("MIT", "Broad Institute"), ("MIT",), "wrong"),
        (("MIT",), ("MIT", "Broad Institute"), "wrong"),
        (("MIT",), (), "missing"),
        ((), ("MIT",), "extra"),
    ],
)
def test_the_origins_of_right_moves_are_compared_as_sets(
    origins: tuple[str, ...], said: tuple[str, ...], verdict: str
) -> None:
    found = judge([fact("movedTo", "Genentech", *origins)], [claim("movedTo", "Genentech", *said)]).origins
    assert {kind: getattr(found, kind) for kind in ("right", "missing", "wrong", "extra") if getattr(found, kind)} == {
        verdict: 1
    }


def test_only_the_relations_asked_for_are_scored_but_all_facts_entail() -> None:
    facts = [MOVE, fact("acquired", "DeepMind", subject="Google")]
    claims = [claim("workedAt", "OpenAI"), claim("acquired", "Wit.ai", subject="Meta")]
    report = judge(facts, claims, "workedAt")
    assert list(report.counts) == ["workedAt"]
    assert numbers(report) == (0, 0, 0, 1)


def test_an_article_that_was_not_read_is_missed_whole() -> None:
    report = score([GoldArticle("a", "a.txt", "en", (MOVE,))], {"b": [claim("movedTo", "OpenAI")]})
    assert numbers(report) == (0, 0, 1, 0)
    assert report.misses[0].fact is MOVE


def test_the_rows_give_each_relation_and_the_whole() -> None:
    report = judge(
        [MOVE, fact("left", "Google Brain")], [claim("movedTo", "OpenAI"), claim("left", "Tesla")], "movedTo", "left"
    )
    assert report.rows() == (
        ("movedTo", "1", "0", "0", "0", "1.000", "1.000", "1.000"),
        ("left", "0", "1", "1", "0", "0.000", "0.000", "0.000"),
        ("all", "1", "1", "1", "0", "0.500", "0.500", "0.500"),
    )
    assert judge([], [], "left").rows()[0] == ("left", "0", "0", "0", "0", "-", "-", "-")
