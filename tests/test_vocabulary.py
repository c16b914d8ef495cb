from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from aigraph import vocabulary as module
from aigraph.errors import DataError
from aigraph.vocabulary import AIG, PREFIXES, Vocabulary, ontology_dir, vocabulary

RELATIONS = {
    "acquired",
    "approached",
    "coCreated",
    "declined",
    "developed",
    "educatedAt",
    "founded",
    "foundedOn",
    "hasFigure",
    "investedIn",
    "left",
    "movedTo",
    "subsidiaryOf",
    "workedAt",
}
KINDS = {"choice", "date", "duration", "entity", "money", "number", "words"}


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary()


def test_the_relations_are_the_ones_that_articles_speak_of(words: Vocabulary) -> None:
    assert set(words.relations) >= RELATIONS
    assert list(words.relations) == sorted(words.relations)


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_a_relation_is_complete_in_both_languages(relation: str, words: Vocabulary) -> None:
    found = words.relations[relation]
    for texts in (found.labels, found.definitions):
        assert set(texts) >= {"en", "fr"}
        assert all(text.strip() for text in texts.values())
    assert found.domain in words.class_labels
    assert found.range in words.class_labels
    assert set(found.qualifiers) <= set(words.qualifiers)
    assert found.iri == AIG + relation
    for iri in (found.node_class, found.subject_property, found.object_property):
        assert iri.startswith(tuple(PREFIXES.values()))
    assert found.color.startswith("#")
    assert len(found.color) == 7
    assert found.weight >= 0


def test_what_is_no_move_or_work_is_not_drawn_and_a_move_pulls_most(words: Vocabulary) -> None:
    weights = {relation.id: relation.weight for relation in words.relations.values()}
    assert {name for name, weight in weights.items() if not weight} == {
        "educatedAt", "foundedOn", "hasFigure", "subsidiaryOf",
    }  # fmt: skip
    assert max(weights, key=lambda name: weights[name]) == "movedTo"


def test_a_qualifier_has_a_known_kind_and_a_choice_its_values(words: Vocabulary) -> None:
    for qualifier in words.qualifiers.values():
        assert qualifier.kind in KINDS, qualifier.id
        assert set(qualifier.labels) >= {"en", "fr"}
        assert bool(qualifier.choices) == (qualifier.kind == "choice"), qualifier.id
        assert qualifier.bounds in (None, "start", "end")
        assert qualifier.bounds is None or qualifier.kind == "date"
    assert words.qualifiers["status"].choices == ("current", "past")
    assert words.qualifiers["end"].bounds == "end"


@pytest.mark.parametrize(
    ("type", "ancestor", "expected"),
    [
        ("Model", "Artifact", True),
        ("Model", "Model", True),
        ("Artifact", "Model", False),
        ("Person", "Organization", False),
        ("Move", "Statement", True),
        ("Nothing", "Artifact", False),
    ],
)
def test_classes_know_their_ancestors(type: str, ancestor: str, expected: bool, words: Vocabulary) -> None:
    assert words.is_a(type, ancestor) is expected


def test_who_moves_or_leaves_has_worked_there(words: Vocabulary) -> None:
    assert words.entails == {"from": ("left", "workedAt"), "left": ("workedAt",), "movedTo": ("workedAt",)}


def test_what_is_learned_has_the_class_of_its_object(words: Vocabulary) -> None:
    assert set(words.learned) <= set(words.relations) | set(words.qualifiers)
    assert words.learned["coCreated"] == "Artifact"
    assert words.learned["from"] == "Organization"


def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> str:
    """Return what the loader says of a copy of the ontology in which `new` stands for `old`."""
    text = (ontology_dir() / "aigraph.ttl").read_text(encoding="utf-8")
    assert old in text, "the block to break has changed; break another"
    (tmp_path / "aigraph.ttl").write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(module, "ontology_dir", lambda: tmp_path)
    # The function under the cache, so that no other test ever meets a broken vocabulary.
    with pytest.raises(DataError) as caught:
        vocabulary.__wrapped__()
    message = str(caught.value)
    assert str(tmp_path / "aigraph.ttl") in message
    return message


MOVED = 'aig:color "#d1495b" ; aig:weight 3'


@pytest.mark.parametrize(
    ("old", "new", "term"),
    [
        pytest.param('"moved to"@en , "a rejoint"@fr', '"moved to"@en', "movedTo", id="no French label"),
        pytest.param('"moved to"@en , "a rejoint"@fr', '"moved to"', "movedTo", id="a label without a language"),
        pytest.param('"person"@en , "personne"@fr', '"person"@en', "Person", id="a class without a French label"),
        pytest.param('"amount"@en , "montant"@fr', '"montant"@fr', "amount", id="a qualifier without an English label"),
        pytest.param(MOVED, 'aig:color "#d1495b"', "movedTo", id="no weight"),
        pytest.param(MOVED, f'{MOVED} ; aig:color "#000000"', "movedTo", id="two colours"),
        pytest.param("aig:nodeClass aig:Move ", "aig:nodeClas aig:Move ", "movedTo", id="a misspelt property"),
        pytest.param("aig:qualifier aig:from ,", "aig:qualifier aig:fro ,", "fro", id="an unknown qualifier"),
        pytest.param("aig:entails aig:workedAt ,", "aig:entails aig:worked ,", "from", id="an unknown entailment"),
        pytest.param('aig:kind "money"', 'aig:kin "money"', "amount", id="a qualifier without a kind"),
        pytest.param("@prefix aig:", "@prefx aig:", "", id="no Turtle at all"),
        pytest.param(
            MOVED,
            'aig:color "#d1495b" ; aig:weight "heavy"',
            "movedTo",
            id="a weight that is no number",
        ),
        pytest.param(
            "rdfs:domain aig:Person ; rdfs:range aig:Artifact ;\n    aig:qualifier",
            "rdfs:domain aig:Persn ; rdfs:range aig:Artifact ;\n    aig:qualifier",
            "coCreated",
            id="a domain that is no class",
        ),
        pytest.param(
            'aig:kind "money"',
            'aig:kind "mony"',
            "amount",
            id="an unknown kind",
        ),
        pytest.param(
            'aig:choices ( "current" "past" )',
            "aig:choices ( )",
            "status",
            id="a choice of nothing",
        ),
    ],
)
def test_a_malformed_ontology_is_refused_with_file_and_term(
    old: str, new: str, term: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert term in broken(tmp_path, monkeypatch, old, new)


def test_a_missing_ontology_is_refused_with_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ontology_dir", lambda: tmp_path)
    with pytest.raises(DataError, match=r"aigraph\.ttl"):
        vocabulary.__wrapped__()


def test_an_empty_ontology_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "aigraph.ttl").write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "ontology_dir", lambda: tmp_path)
    with pytest.raises(DataError, match=r"aigraph\.ttl"):
        vocabulary.__wrapped__()


def test_every_term_has_a_label_and_says_what_it_is_in_both_languages() -> None:
    graph = rdflib.Graph().parse(ontology_dir() / "aigraph.ttl")
    own = {term for triple in graph for term in triple if str(term).startswith(AIG)}
    assert len(own) > 100
    for term in own:
        for saying in (rdflib.RDFS.label, rdflib.SKOS.definition):
            texts = [text for text in graph.objects(term, saying) if isinstance(text, rdflib.Literal)]
            assert sorted(text.language or "" for text in texts) == ["en", "fr"], (term, saying)
            assert all(text.strip() for text in texts)
