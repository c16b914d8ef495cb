from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from aigraph.model import Conflict, Document, Entity, Modality, Statement, Tenure
from aigraph.report import Dossier, Facts, dossier

if TYPE_CHECKING:
    from tests.conftest import Draft

MakeFacts = Callable[..., Facts]

TEXT = (
    "Andrew Ng joined Baidu from Google in May 2014 and left in March 2017. He had spent three years at Google. "
    "He may go to Meta, we hear. He wrote CS229. Baidu hires 2.68 for each one who leaves."
)


@dataclass(frozen=True)
class Graph:
    """Facts as a graph gives them."""

    facts: Facts

    def statements(self) -> tuple[Statement, ...]:
        return self.facts.statements

    def documents(self) -> Mapping[str, Document]:
        return self.facts.documents

    def tenures(self) -> tuple[Tenure, ...]:
        return self.facts.tenures

    def conflicts(self) -> tuple[Conflict, ...]:
        left, at_google = (s for s in self.facts.statements if s.relation in ("workedAt", "left"))
        claims = (left.claims[0].id, at_google.claims[0].id)
        return (Conflict("lifetime", "key", "what", "settle", claims, (at_google.id, left.id)),)

    def why(self, entity_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return ((entity_id, ("its own name",)),)

    def entity(self, name: str) -> Entity:
        ends = (end for s in self.facts.statements for end in (s.subject, s.object))
        return next(end for end in ends if end.label == name)


@pytest.fixture
def card(draft: type[Draft], facts: MakeFacts) -> Callable[[str], Dossier]:
    said = draft(TEXT, published="2017-04-01")
    said.says("Andrew Ng joined", "Andrew Ng", "movedTo", "Baidu", from_="Google", date=("2014-05", "May 2014"))
    said.says("left in March 2017", "Andrew Ng", "left", "Baidu", date=("2017-03", "March 2017"))
    said.says("He had spent", "Andrew Ng", "workedAt", "Google", duration=("P3Y", "three years"))
    said.says("He may go to Meta", "Andrew Ng", "movedTo", "Meta", modality=Modality.RUMOURED)
    said.says("He wrote", "Andrew Ng", "coCreated", "CS229")
    said.says("Baidu hires", "Baidu", "hasFigure", "2.68", measure=("ratio", "each"), value=("2.68", "2.68"))
    graph = Graph(facts(said.reading))
    return lambda name: dossier(graph, name)


def test_a_person_has_a_career_and_works(card: Callable[[str], Dossier]) -> None:
    found = card("Andrew Ng")
    assert [(tenure.organization.label, long) for tenure, long in found.career] == [
        ("Google", "3 years"),
        ("Baidu", ""),
    ]
    assert list(found.sections) == ["path", "models and other works"]
    assert [s.object.label for s in found.sections["models and other works"]] == ["CS229"]
    assert found.names == (("person/andrew-ng", ("its own name",)),)


def test_an_organisation_has_those_who_came_and_those_who_left(card: Callable[[str], Dossier]) -> None:
    found = card("Baidu")
    assert [(tenure.person.label, other) for tenure, other in found.came] == [("Andrew Ng", "Google")]
    assert [(tenure.person.label, other) for tenure, other in found.left] == [("Andrew Ng", "")]
    assert [(tenure.person.label, other) for tenure, other in card("Google").left] == [("Andrew Ng", "Baidu")]
    assert list(found.sections) == ["path", "figures"]
    assert found.career == ()


def test_what_is_not_sure_is_told_with_what_became_of_it(card: Callable[[str], Dossier]) -> None:
    (rumour,) = card("Andrew Ng").rumours
    assert (rumour.statement.object.label, rumour.outcomes) == ("Meta", ())
    assert card("Google").rumours == ()


def test_a_conflict_is_told_with_its_sentences_in_their_order(card: Callable[[str], Dossier]) -> None:
    (found,) = card("Google").contradictions
    assert [claim.evidence.quote for claim in found.claims] == ["left in March 2017", "He had spent"]
    assert card("CS229").contradictions == ()


def test_a_unit_names_its_parent(draft: type[Draft], facts: MakeFacts) -> None:
    said = draft("Andrew Ng left Baidu, where he worked, and joined Google DeepMind.")
    said.says(said.document.text, "Andrew Ng", "movedTo", "Google DeepMind")
    said.says(said.document.text, "Andrew Ng", "left", "Baidu")
    said.says(said.document.text, "Andrew Ng", "workedAt", "Baidu")
    assert dossier(Graph(facts(said.reading)), "Google DeepMind").parent == "Google"
