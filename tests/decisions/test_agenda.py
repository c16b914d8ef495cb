from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from aigraph.decisions import agenda
from aigraph.model import (
    Claim,
    Conflict,
    Decision,
    Document,
    Doubt,
    Entity,
    Evidence,
    Judgement,
    Mention,
    Modality,
    Span,
    Statement,
    Status,
)

NG, LECUN = Entity("person/ng", "Person", "Andrew Ng", ("A. Ng",)), Entity("person/lecun", "Person", "Yann LeCun")
SHORT = Entity("person/y-lecun", "Person", "Y. LeCun")
BAIDU, META = Entity("organization/baidu", "Organization", "Baidu"), Entity("organization/meta", "Organization", "Meta")


def said(
    subject: Entity,
    relation: str,
    target: Entity,
    *documents: str,
    status: Status = Status.ACCEPTED,
    modality: Modality = Modality.ASSERTED,
) -> Statement:
    """Return a statement that each article makes in a sentence of its own."""
    claims = []
    for name in documents or ("one",):
        text = f"{subject.label} {target.label}, says {name}."
        ends = (
            Mention.at(text, 0, len(subject.label), subject.type),
            Mention.at(text, len(subject.label) + 1, len(subject.label) + 1 + len(target.label), target.type),
        )
        evidence = Evidence(Document(name).id, Span(0, len(text)), text, "test")
        claims.append(Claim(ends[0], relation, ends[1], evidence, modality))
    return Statement(subject, relation, target, tuple(claims), status, 0.6, reasons=("a reason",))


DOUBT = Doubt("Person", "Y. LeCun", "Yann LeCun", 0.5, ("for: initials", "against: another company"))
MOVED = said(LECUN, "movedTo", META, "one", "two")
LEFT = said(SHORT, "left", META)
RUMOUR = said(NG, "movedTo", BAIDU, status=Status.UNCONFIRMED)


def titles(*args: Iterable[Statement], **options: Iterable[object]) -> list[str]:
    return [question.title for question in agenda(*args, **options)]  # type: ignore[arg-type]


def test_what_is_settled_is_not_asked() -> None:
    settled = [replace(RUMOUR, status=status) for status in (Status.ACCEPTED, Status.REFUTED, Status.SUPERSEDED)]
    assert agenda(settled) == ()


def test_names_in_doubt_come_with_reasons_and_sentences_of_both() -> None:
    (question,) = agenda([MOVED, LEFT], doubts=[DOUBT])
    assert question.title == "Are 'Y. LeCun' and 'Yann LeCun' one person?"
    assert (question.weight, question.reasons) == (2, DOUBT.reasons)
    assert [(side.title, len(side.evidence)) for side in question.sides] == [("Y. LeCun", 1), ("Yann LeCun", 2)]
    assert replace(question.about, judgement=Judgement.SAME) == Decision(
        Judgement.SAME, "Person", "Y. LeCun", "Yann LeCun"
    )


def test_bearers_of_one_name_have_the_sentences_of_their_own_article() -> None:
    one, two = (f"Yann LeCun@{Document(name).id}" for name in ("one", "two"))
    (question,) = agenda([MOVED], doubts=[Doubt("Person", one, two, 0.5, ())])
    assert {evidence.quote for side in question.sides for evidence in side.evidence} == {
        "Yann LeCun Meta, says one.",
        "Yann LeCun Meta, says two.",
    }
    assert all(len(side.evidence) == 1 for side in question.sides)


def test_a_statement_comes_with_what_denies_and_contradicts_it() -> None:
    disputed = replace(MOVED, status=Status.DISPUTED)
    denial = said(LECUN, "movedTo", META, "three", modality=Modality.DENIED)
    conflict = Conflict(
        "kind", "key", "two destinations", "his own word", (MOVED.claims[0].id, LEFT.claims[0].id), (MOVED.id, LEFT.id)
    )
    (question,) = agenda([disputed, denial, LEFT], conflicts=[conflict])
    assert question.title == "Does it stand that Yann LeCun moved to Meta? It is disputed."
    assert [(side.title, len(side.evidence)) for side in question.sides] == [
        ("said", 2),
        ("denied", 1),
        ("two destinations; what would settle it: his own word", 1),
    ]
    assert question.weight == 2


def test_a_statement_about_a_namesake_names_an_article() -> None:
    namesake = replace(LECUN, id="person/lecun-2")
    rumour = said(namesake, "movedTo", BAIDU, "nine", status=Status.UNCONFIRMED)
    (question,) = agenda([MOVED, rumour])
    assert question.about.one == f"Yann LeCun@{Document('nine').id}"
    assert question.about.other == "Baidu"


def test_what_most_statements_hang_on_comes_first() -> None:
    asked = titles([MOVED, LEFT, RUMOUR], doubts=[DOUBT])
    assert asked == [
        "Are 'Y. LeCun' and 'Yann LeCun' one person?",
        "Does it stand that Andrew Ng moved to Baidu? It is unconfirmed.",
    ]
    assert titles([RUMOUR, LEFT, MOVED], doubts=[DOUBT]) == asked


@pytest.mark.parametrize("judgement", ["same", "different", "unsure"])
def test_a_pair_that_was_decided_is_not_asked_again(judgement: str) -> None:
    decided = Decision(Judgement(judgement), "Person", "Y. LeCun", "Yann LeCun")
    assert agenda([MOVED], doubts=[DOUBT], decisions=[decided]) == ()
    again = agenda([MOVED], doubts=[DOUBT], decisions=[decided], unsure_too=True)
    assert len(again) == (judgement == "unsure")


def test_a_statement_that_was_decided_by_any_of_its_names_is_not_asked_again() -> None:
    decided = Decision(Judgement.REJECT, "movedTo", "a. ng", "Baidu")
    assert agenda([RUMOUR], decisions=[decided]) == ()
    assert len(agenda([RUMOUR], decisions=[replace(decided, kind="not movedTo")])) == 1
    assert len(agenda([RUMOUR], decisions=[replace(decided, other="Meta")])) == 1
