from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from aigraph.decisions import Known, about, of_names, of_statement
from aigraph.errors import InputError
from aigraph.gazetteer import fold
from aigraph.model import (
    Claim,
    Decision,
    Document,
    Entity,
    Evidence,
    Judgement,
    LocalEntity,
    Mention,
    Modality,
    Span,
    Statement,
    Status,
)

A1, A2, A3 = "a" * 16, "b" * 16, "c" * 16
LECUN = Entity("person/yann-lecun", "Person", "Yann LeCun", ("Y. LeCun", "Yann Le Cun"))
ZHANG = Entity("person/wei-zhang", "Person", "Wei Zhang")
OTHER_ZHANG = Entity("person/wei-zhang-2", "Person", "Wei Zhang")
META = Entity("organization/meta", "Organization", "Meta", ("Facebook",))
MISTRAL = Entity("organization/mistral-ai", "Organization", "Mistral")
MISTRAL_MODEL = Entity("model/mistral", "Model", "Mistral")
USES = {
    ("Person", "Yann LeCun", A1): LECUN,
    ("Person", "Yann Le Cun", A2): LECUN,
    ("Person", "Wei Zhang", A1): ZHANG,
    ("Person", "Wei Zhang", A2): OTHER_ZHANG,
    ("Person", "Wei Zhang", A3): OTHER_ZHANG,
    ("Organization", "Facebook", A1): META,
    ("Organization", "Mistral", A1): MISTRAL,
    ("Model", "Mistral", A1): MISTRAL_MODEL,
}


def statement(
    subject: Entity, relation: str, target: Entity, modality: Modality = Modality.ASSERTED, article: str = A1
) -> Statement:
    words = f"{subject.label} {target.label}"
    ends = (
        Mention.at(words, 0, len(subject.label), subject.type),
        Mention.at(words, len(subject.label) + 1, len(words), target.type),
    )
    evidence = Evidence(article, Span(0, len(words)), words, "test")
    claim = Claim(ends[0], relation, ends[1], evidence, modality)
    return Statement(subject, relation, target, (claim,), Status.ACCEPTED, 0.9)


SAID = {
    each.id: each
    for each in (
        statement(LECUN, "movedTo", META),
        statement(LECUN, "left", META, Modality.DENIED),
        statement(OTHER_ZHANG, "movedTo", META, article=A3),
    )
}


class Lookup:
    """What a graph knows of the names in `USES` and the statements in `SAID`."""

    def names_folded(self, folded: str) -> list[tuple[str, str]]:
        return sorted({(kind, name) for kind, name, _ in USES if fold(name) == folded})

    def occurrences(self, type: str, name: str) -> list[LocalEntity]:
        return [LocalEntity(*use) for use in USES if use[:2] == (type, name)]

    def denoted(self, type: str, name: str, document_id: str = "") -> Entity | None:
        uses = [entity for use, entity in USES.items() if use[:2] == (type, name)]
        return USES.get((type, name, document_id)) or next(iter(uses), None)

    def documents_apart(self, type: str, name: str) -> dict[str, str]:
        uses = {use[2]: entity.id for use, entity in USES.items() if use[:2] == (type, name)}
        return uses if len(set(uses.values())) > 1 else {}

    def entity(self, entity_id: str) -> Entity | None:
        return next((entity for entity in USES.values() if entity.id == entity_id), None)

    def document(self, document_id: str) -> Document | None:
        return Document("", path="a.txt") if document_id == A1 else None

    def statements_about(self, entity_id: str) -> list[str]:
        return [key for key, each in SAID.items() if each.subject.id == entity_id]

    def statement(self, statement_id: str) -> Statement | None:
        return SAID.get(statement_id)


def find(text: str) -> Entity:
    for entity in USES.values():
        if text in (entity.id, entity.label):
            return entity
    raise InputError(f"the graph knows nothing called {text!r}")


KNOWN = Known(Lookup(), find)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Yann LeCun", "Yann LeCun"),
        ("yann lecún", "Yann LeCun"),
        ("person/yann-lecun", "Yann LeCun"),
        ("person/wei-zhang", f"Wei Zhang@{A1}"),
        ("person/wei-zhang-2", f"Wei Zhang@{A2}"),
        (f"wei zhang@{A3}", f"Wei Zhang@{A3}"),
    ],
)
def test_names_aliases_and_ids_lead_to_a_name_of_the_graph(given: str, name: str) -> None:
    decision = of_names(KNOWN, Judgement.SAME, given, "Yann Le Cun")
    assert {decision.one, decision.other} == {name, "Yann Le Cun"}
    assert decision.kind == "Person"


def test_an_entity_is_judged_by_a_name_that_an_article_uses() -> None:
    for given in ("organization/meta", "Meta"):
        assert of_names(KNOWN, Judgement.DIFFERENT, given, "organization/mistral-ai").one == "Facebook"


def test_the_class_of_a_name_is_that_of_the_other() -> None:
    assert of_names(KNOWN, Judgement.DIFFERENT, "Mistral", "Facebook") == Decision(
        Judgement.DIFFERENT, "Organization", "Facebook", "Mistral"
    )


@pytest.mark.parametrize(
    ("one", "other", "kind", "message"),
    [
        ("Nobody", "Yann LeCun", None, "the graph knows nothing called 'Nobody'"),
        ("Yann LeCun", "Facebook", "Person", "the graph has no name 'Facebook' of class Person"),
        (f"Yann LeCun@{A3}", "Facebook", None, "the graph knows nothing called 'Yann LeCun@cccc"),
        ("Yann LeCun", "Facebook", None, "not names of one class"),
        ("Mistral", "mistral", None, "names of several classes; say --kind Model or Organization"),
        ("Yann LeCun", "person/yann-lecun", None, f"tell bearers apart as Yann LeCun@ARTICLE: {A1} (a.txt)"),
        (f"Wei Zhang@{A2}", f"Wei Zhang@{A2}", None, f"are one name; tell bearers apart as Wei Zhang@ARTICLE: {A1}"),
        ("Wei Zhang", "Yann LeCun", None, f"say which: Wei Zhang@{A1} (person/wei-zhang); Wei Zhang@{A2} (person/"),
    ],
)
def test_a_pair_that_cannot_be_judged_says_why(one: str, other: str, kind: str | None, message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        of_names(KNOWN, Judgement.SAME, one, other, kind=kind)


@pytest.mark.parametrize("relation", ["movedTo", "movedto", "moved to", "a rejoint"])
def test_a_statement_is_judged_by_the_names_of_its_ends(relation: str) -> None:
    decision = of_statement(KNOWN, Judgement.ACCEPT, "Yann Le Cun", relation, "facebook")
    assert decision == Decision(Judgement.ACCEPT, "movedTo", "Yann Le Cun", "Facebook")
    assert of_statement(None, Judgement.ACCEPT, "Yann Le Cun", relation, "Facebook") == decision


def test_a_statement_of_one_of_several_bearers_names_an_article_that_says_so() -> None:
    for given in ("person/wei-zhang-2", f"Wei Zhang@{A2}"):
        decision = of_statement(KNOWN, Judgement.REJECT, given, "movedTo", "Facebook")
        assert (decision.one, decision.other) == (f"Wei Zhang@{A3}", "Facebook")


def test_a_denial_is_judged_apart() -> None:
    assert of_statement(KNOWN, Judgement.ACCEPT, "Yann LeCun", "left", "Facebook", denied=True).kind == "not left"
    with pytest.raises(InputError, match=r"does not say Yann LeCun left Facebook; it says: left --denied, movedTo$"):
        of_statement(KNOWN, Judgement.ACCEPT, "Yann LeCun", "left", "Facebook")


@pytest.mark.parametrize("graph", [None, KNOWN])
def test_what_is_no_relation_is_no_statement(graph: Known | None) -> None:
    with pytest.raises(InputError, match="there is no relation 'hired'; there are acquired, "):
        of_statement(graph, Judgement.REJECT, "Yann LeCun", "hired", "Facebook")


@pytest.mark.parametrize(
    ("given", "denied", "is_about"),
    [
        (("Ada", "Böll"), False, (True, False, False)),
        (("boll", "ADA"), False, (True, False, False)),
        (("Ada", "movedTo", "boll"), False, (False, True, False)),
        (("Ada", "moved to", "boll"), True, (False, False, True)),
        (("boll", "movedTo", "Ada"), False, (False, False, False)),
        (("Ada",), False, (False, False, False)),
    ],
)
def test_a_decision_is_found_by_what_it_is_about(
    given: Sequence[str], denied: bool, is_about: tuple[bool, ...]
) -> None:
    decisions = [
        Decision(Judgement.SAME, "Person", "Ada", "Böll"),
        Decision(Judgement.ACCEPT, "movedTo", "Ada", "Böll"),
        Decision(Judgement.ACCEPT, "not movedTo", "Ada", "Böll"),
    ]
    assert tuple(about(decision, given, denied=denied) for decision in decisions) == is_about
