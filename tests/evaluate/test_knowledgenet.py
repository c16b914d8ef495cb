"""The scoring of a public benchmark, on passages of our own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from aigraph.errors import InputError
from aigraph.evaluate.knowledgenet import (
    Fact,
    Lesson,
    Page,
    Passage,
    judge,
    layout,
    load_passages,
    pages,
    predict,
    properties,
)
from aigraph.evaluate.knowledgenet.judge import grouped
from aigraph.evaluate.knowledgenet.properties import End
from aigraph.evaluate.report import Counts
from aigraph.model import Claim, Entity, Evidence, Linking, Mention, Modality, Qualifier, Span

WORKS = "EMPLOYEE_OR_MEMBER_OF"
_PLACE = 50


def passage(text: str, *facts: tuple[str, str], at: int = _PLACE, name: str = WORKS, document: str = "1") -> Passage:
    """Return a passage whose facts are given by their words."""
    found = tuple(Fact(name, _span(text, subject, at), _span(text, object_, at)) for subject, object_ in facts)
    return Passage(1, document, Span(at, at + len(text)), text, frozenset({name}), found)


def _span(text: str, words: str, at: int) -> Span:
    found = re.search(rf"\b{re.escape(words)}\b", text)
    assert found
    return Span(at + found.start(), at + found.end())


def claim(page: Page, subject: str, relation: str, object_: str, **details: str) -> Claim:
    text = page.document.text
    ends = []
    for words, type_ in ((subject, "Person"), (object_, "Organization")):
        span = _span(text, words, 0)
        ends.append(Mention.at(text, span.start, span.end, type_))
    evidence = Evidence(page.document.id, Span(0, len(text)), text, f"en.{relation}.test")
    modality = Modality(details.pop("modality", "asserted"))
    qualifiers = tuple(
        Qualifier(name, words, words, _span(text, words, 0), "Organization" if name == "from" else None)
        for name, words in details.items()
    )
    return Claim(ends[0], relation, ends[1], evidence, modality=modality, qualifiers=qualifiers)


def counts(one: Passage, *said: tuple[str, str]) -> Counts:
    (page,) = pages([one])
    predicted = predict(page, [claim(page, subject, "workedAt", object_) for subject, object_ in said])
    return sum((verdict.counts for verdict in judge(predicted)), Counts())


def test_passages_next_to_each_other_are_read_together_and_others_apart() -> None:
    first, second, third = (passage(text, at=at) for text, at in (("Ada left.", 0), ("She won.", 10), ("He.", 90)))
    (page,) = pages([third, first, second])
    assert page.document.text == "Ada left. She won.\n\nHe."
    assert [page.document.text[page.places[one] :][: len(one.text)] for one in (first, second, third)] == [
        "Ada left.", "She won.", "He.",
    ]  # fmt: skip
    assert [page.passage_of(Span(start, start + 1)) for start in (10, 20)] == [second, third]
    assert page.passage_of(Span(8, 11)) is None
    assert page.shift(third) == 70


def test_the_documents_of_different_folds_are_different(tmp_path: Path) -> None:
    empty = {"doc": "1", "start": 0, "end": 4, "text": "Ada.", "properties": [], "facts": []}
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(json.dumps(empty | {"fold": fold}) for fold in (1, 2)), encoding="utf-8")
    assert [page.document.path for page in pages(load_passages(path))] == ["1/1", "2/1"]
    assert len(load_passages(path, fold=2)) == 1
    with pytest.raises(InputError, match="no passages of fold 3"):
        load_passages(path, fold=3)


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"fold": 1}'])
def test_a_line_that_is_no_passage_is_named(line: str, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match="line 1 is no passage"):
        load_passages(tmp_path / "x.jsonl")


@pytest.mark.parametrize(
    ("text", "facts", "groups"),
    [
        ("Andrew Ng was at Google, where he led.", [("Andrew Ng", "Google"), ("he", "where")], 1),
        ("Andrew Ng was at Google, then he led Baidu.", [("Andrew Ng", "Google"), ("Andrew Ng", "Baidu")], 2),
        ("Andrew Ng was at Google, then Ng led.", [("Andrew Ng", "Google"), ("Ng", "Google")], 1),
        ("He was at New York University (NYU).", [("He", "New York University"), ("He", "NYU")], 1),
        ("He was at Facebook (now Meta).", [("He", "Facebook"), ("He", "Meta")], 1),
        ("Larry Page and Sergey Brin run Google.", [("Larry Page", "Google"), ("Sergey Brin", "Google")], 2),
    ],
)
def test_facts_that_differ_only_by_mention_are_one(text: str, facts: list[tuple[str, str]], groups: int) -> None:
    one = passage(text, *facts)
    assert len(grouped(one, one.facts)) == groups


def test_any_mention_finds_a_fact_and_repetitions_count_once() -> None:
    one = passage("Andrew Ng was at Google, where he led.", ("Andrew Ng", "Google"), ("he", "where"))
    assert counts(one, ("he", "where")) == Counts(1, 0, 0)
    assert counts(one, ("Andrew", "Google"), ("he", "where")) == Counts(1, 0, 0)
    assert counts(one, ("Google", "Andrew Ng")) == Counts(0, 1, 1)
    assert counts(one) == Counts(0, 0, 1)


def test_a_passage_is_judged_for_its_own_properties_only() -> None:
    one = passage("Andrew Ng was at Google.", name="CEO")
    assert counts(one, ("Andrew Ng", "Google")) == Counts()


def test_a_claim_says_what_the_mapping_says() -> None:
    (page,) = pages([passage("Andrew Ng, chief executive, came to Baidu from Google.")])
    (one,) = page.passages

    def said(relation: str, **details: str) -> set[tuple[str, str, str]]:
        found = predict(page, [claim(page, "Andrew Ng", relation, "Baidu", **details)])[one]
        return {(fact.property_id, one.of(fact.subject.span), one.of(fact.object.span)) for fact in found}

    works = (WORKS, "Andrew Ng", "Baidu")
    assert said("movedTo", **{"from": "Google"}) == {works, (WORKS, "Andrew Ng", "Google")}
    assert said("workedAt", role="chief executive") == {works, ("CEO", "Baidu", "Andrew Ng")}
    assert said("founded") == {works, ("FOUNDED_BY", "Baidu", "Andrew Ng")}
    assert said("movedTo", modality="planned") == set()
    assert said("declined") == set()


def test_the_benchmark_has_pronouns_but_no_descriptions() -> None:
    text = "The company hired her."
    for words, described in (("company", True), ("her", False)):
        span = _span(text, words, 0)
        assert End.of_mention(Mention(span, words, "Person", "Ada", Span(0, 3), how="")).described is False
        assert End.of_mention(Mention(span, words, "Person", "Ada", Span(0, 3), how="so")).described is described


def test_predictions_keep_the_offsets_of_the_benchmark() -> None:
    one = passage("Andrew Ng was at Google.", ("Andrew Ng", "Google"))
    (page,) = pages([one])
    predicted = predict(page, [claim(page, "Andrew Ng", "workedAt", "Google")])
    google = Entity("organization/google", "Organization", "Google", same_as=("Q95",))
    (record,) = layout([page], predicted, Linking({("Organization", "Google"): google}))
    assert record["documentId"] == "1"
    written = json.loads(json.dumps(record))["passages"][0]
    assert written["passageStart"] == _PLACE
    assert written["facts"] == [
        {
            "propertyId": WORKS,
            "subjectStart": _PLACE,
            "subjectEnd": _PLACE + 9,
            "objectStart": _PLACE + 17,
            "objectEnd": _PLACE + 23,
            "subjectUri": "",
            "objectUri": "http://www.wikidata.org/entity/Q95",
            "subjectText": "Andrew Ng",
            "objectText": "Google",
        }
    ]
    text = str(record["documentText"])
    assert text[_PLACE : _PLACE + 9] == "Andrew Ng"


def test_every_property_is_said_by_some_relation() -> None:
    assert list(properties()) == [WORKS, "CEO", "FOUNDED_BY", "EDUCATED_AT", "SUBSIDIARY_OF", "DATE_FOUNDED"]
    assert all(properties().values())


def test_a_lesson_is_silent_where_the_annotation_is() -> None:
    first = passage("Andrew Ng was at Google and met Meta.", ("Andrew Ng", "Google"), at=0)
    (page,) = pages([first, passage("He left Baidu.", at=90, name="CEO")])
    lesson, text = Lesson(page), page.document.text
    ng, google, meta, he, baidu = (_span(text, words, 0) for words in ("Andrew Ng", "Google", "Meta", "He", "Baidu"))
    assert lesson.says(WORKS, ng, google) is True
    assert lesson.says(WORKS, ng, meta) is False
    assert lesson.says("CEO", ng, google) is None
    assert lesson.says(WORKS, he, baidu) is None
    assert lesson.says(WORKS, ng, baidu) is None
