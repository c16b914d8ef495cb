from __future__ import annotations

import json
from pathlib import Path

import pytest

from aigraph.annotate import annotate
from aigraph.errors import DataError
from aigraph.extract import read_by_rules
from aigraph.extract.clause import Clause
from aigraph.extract.explain import explain
from aigraph.extract.learned import Scorer, features, pairs, scorer, second_opinion
from aigraph.extract.learned.cues import cues
from aigraph.extract.learned.decide import object_kinds
from aigraph.language import language
from aigraph.model import Annotated, Claim, Document, Modality


def annotated(text: str, code: str = "en") -> Annotated:
    return next(annotate([Document(text, language=code)]))


def pairs_of(text: str, code: str = "en") -> dict[tuple[str, str], frozenset[str]]:
    one, data = annotated(text, code), language(code)
    claims, background = read_by_rules(one)
    return {
        (pair.person.mention.name, pair.object.mention.name): features(scene, pair)
        for scene, pair in pairs(one, claims, background, data)
    }


def reads(text: str, monkeypatch: pytest.MonkeyPatch, **weights: dict[str, float]) -> list[Claim]:
    """Return what is read with a model of these weights, all other relations being unlikely."""
    model = Scorer({relation: weights.get(relation, {"bias": -9.0}) for relation in object_kinds()})
    monkeypatch.setattr("aigraph.extract.learned.decide.scorer", lambda: model)
    one, data = annotated(text), language("en")
    return second_opinion(one, *read_by_rules(one), data)


def test_the_languages_have_the_same_classes_of_cues() -> None:
    classes = [set().union(*cues(code).words.values()) for code in ("en", "fr")]
    assert classes[0] == classes[1]
    assert len(classes[0]) > 30


@pytest.mark.parametrize(
    ("code", "text", "word", "class_"),
    [
        ("en", "The researcher Yann LeCun joined Meta.", "joined", "JOIN"),
        ("fr", "Le chercheur Yann LeCun a rejoint Meta.", "rejoint", "JOIN"),
        ("fr", "Le chercheur Yann LeCun a claqué la porte de Meta.", "claqué", "LEAVE"),
    ],
)
def test_words_and_phrases_have_classes(code: str, text: str, word: str, class_: str) -> None:
    (sentence,) = annotated(text, code).sentences
    clause = Clause(sentence, language(code))
    assert class_ in cues(code).of(clause)[clause.forms.index(word)]


def test_features_never_depend_on_the_names() -> None:
    one = pairs_of("The researcher Yann LeCun, who taught at Stanford, joined Meta.")
    other = pairs_of("The researcher Demis Hassabis, who taught at Princeton, joined Apple.")
    assert one["Yann LeCun", "Meta"] == other["Demis Hassabis", "Apple"]
    assert one["Yann LeCun", "Meta"] != one["Yann LeCun", "Stanford"]


def test_the_same_sentence_has_like_features_in_both_languages() -> None:
    english = pairs_of("The researcher Yann LeCun joined Meta.")["Yann LeCun", "Meta"]
    french = pairs_of("Le chercheur Yann LeCun rejoint Meta.", "fr")["Yann LeCun", "Meta"]
    assert "JOIN(subject,object)" in english & french


def test_a_sentence_without_an_organization_is_read_with_those_around_it() -> None:
    found = pairs_of("Google is in trouble. The researcher Yann LeCun is gone.")
    assert ("Yann LeCun", "Google") in found


def test_the_model_adds_what_it_finds_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The researcher Yann LeCun praised Meta."
    assert reads(text, monkeypatch) == []
    (claim,) = reads(text, monkeypatch, workedAt={"bias": -1.0, "kind=organization": 3.0})
    assert (claim.subject.name, claim.relation, claim.object.name) == ("Yann LeCun", "workedAt", "Meta")
    assert claim.evidence.rule == "learned.workedAt"
    assert claim.evidence.quote == text
    assert claim.confidence == pytest.approx(0.88)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The researcher Yann LeCun never praised Meta.", Modality.DENIED),
        ("The researcher Yann LeCun will praise Meta.", Modality.PLANNED),
        ("Did the researcher Yann LeCun praise Meta?", None),
        ("They never signed: the researcher Yann LeCun of Meta.", Modality.ASSERTED),
    ],
)
def test_what_the_model_adds_is_as_sure_as_its_sentence(
    text: str, modality: Modality | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = reads(text, monkeypatch, workedAt={"bias": 2.0})
    assert [claim.modality for claim in found] == ([modality] if modality else [])


def test_the_model_takes_back_what_it_finds_unlikely(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The researcher Yann LeCun joined Meta."
    assert reads(text, monkeypatch) == []
    (kept,) = reads(text, monkeypatch, movedTo={"bias": 0.0})
    assert not kept.evidence.rule.startswith("learned")


def test_a_move_gets_its_likeliest_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The researcher Yann LeCun saw Google and joined Meta."
    (claim,) = reads(text, monkeypatch, movedTo={"rule=movedTo": 2.0, "bias": -1.0}, **{"from": {"bias": 1.0}})
    assert claim.values("from") == ("Google",)


def test_an_explanation_names_the_features_that_decided() -> None:
    text = "Yann LeCun, a Meta veteran of ten years, is a researcher."
    explanation = explain(text, "en")
    lines = explanation.lines()
    assert any("learned model" in line for line in lines)
    for opinion in explanation.opinions:
        assert opinion.verdict in ("adds", "vetoes", "details")
        assert opinion.line().split(": ", 1)[1]


def test_the_shipped_model_knows_every_relation_it_scores() -> None:
    assert set(scorer().weights) == set(object_kinds())
    assert all(len(weights) > 100 for weights in scorer().weights.values())


@pytest.mark.parametrize("text", ["", "[]", '{"weights": {"left": 3}}', '{"weights": {"left": {"bias": "x"}}}'])
def test_a_malformed_model_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"tools/train\.py"):
        scorer(path)


def test_a_probability_is_the_logistic_of_the_sum_of_weights(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps({"weights": {"left": {"bias": -1.0, "a": 1.0, "b": 2.0}}}), encoding="utf-8")
    model = scorer(path)
    assert model.probability("left", {"bias", "a"}) == pytest.approx(0.5)
    assert model.reasons("left", {"bias", "a", "b", "c"}) == (("b", 2.0), ("a", 1.0))
