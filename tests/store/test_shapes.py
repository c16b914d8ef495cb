"""Each rule of shapes.ttl lets good data pass and catches the damage that it is there for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from functools import cache

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, SH, XSD, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node
from tests.conftest import Draft, keep

from aigraph.graph.rdf import RESOLVED
from aigraph.model import Bound, Conflict, Modality, Reading, Statement, Status, Tenure
from aigraph.store import Store
from aigraph.store.validate import validate
from aigraph.vocabulary import AIG, ontology_dir, vocabulary

NOWHERE = ox.NamedNode("https://example.org/nowhere")
TYPE = ox.NamedNode(str(RDF.type))
Value = ox.Literal | ox.NamedNode


@cache
def shapes() -> Graph:
    return Graph().parse(ontology_dir() / "shapes.ttl")


@cache
def ontology() -> Graph:
    return Graph().parse(ontology_dir() / "aigraph.ttl")


def literal(value: str, datatype: URIRef = XSD.string) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(str(datatype)))


def several(datatype: Node | None) -> list[Value]:
    values: dict[Node | None, list[Value]] = {
        None: [NOWHERE, ox.NamedNode(NOWHERE.value + "/too")],
        XSD.string: [literal("one"), literal("two")],
        XSD.integer: [literal("1", XSD.integer), literal("2", XSD.integer)],
        XSD.decimal: [literal("0.1", XSD.decimal), literal("0.2", XSD.decimal)],
        XSD.date: [literal("2020-01-01", XSD.date), literal("2021-01-01", XSD.date)],
    }
    return values[datatype]


def bad_values(constraint: URIRef, datatype: Node | None) -> list[Value]:
    """Return values that break a constraint, for a property with values of this type."""
    values: dict[URIRef, list[Value]] = {
        SH.minCount: [],
        SH.maxCount: several(datatype),
        SH.datatype: [literal("true", XSD.boolean)],
        SH["class"]: [NOWHERE],
        SH["or"]: [NOWHERE],
        SH["in"]: [literal("something else")],
        SH.pattern: [literal("§/§")],
        SH.minLength: [literal("")],
        SH.minInclusive: [literal("-1", XSD.integer if datatype == XSD.integer else XSD.decimal)],
        SH.maxInclusive: [literal("1.5", XSD.decimal)],
        SH.lessThan: [literal("999999", XSD.integer)],
        SH.lessThanOrEquals: [literal("9999-12-31", XSD.date)],
        SH.nodeKind: [literal("words")],
        SH.hasValue: [NOWHERE],
        SH.equals: [NOWHERE],
    }
    return values[constraint]


def rules() -> list[tuple[str, URIRef]]:
    """Return the rules about one property, and their names."""
    found = ((str(name), shape) for shape, name in shapes().subject_objects(SH.name))
    return sorted(
        (name, shape) for name, shape in found if isinstance(shape, URIRef) and shapes().value(shape, SH.path)
    )


def constraints(shape: URIRef) -> set[URIRef]:
    settings = {SH.targetClass, SH.path, SH.name, SH.message, SH.description, RDF.type}
    return {p for p in shapes().predicates(shape) if isinstance(p, URIRef)} - settings


@pytest.fixture
def quads(articles: list[Reading], fused: Callable[[Iterable[Reading]], list[Statement]]) -> list[ox.Quad]:
    with Store.open(None, create=True) as store:
        statements = fused(articles)
        post = next(statement for statement in statements if statement.relation == "workedAt")
        conflict = Conflict("a-kind", "a key", "What it is.", "What settles it.", (post.claims[0].id,), (post.id,))
        day = Bound(datetime.date(1988, 1, 1), "because")
        tenure = Tenure(post.subject, post.object, 0, day, day, day, day, statements=(post.id,))
        keep(store, articles, statements, conflicts=(conflict,), tenures=(tenure,))
        return list(store._opened())


def test_good_data_breaks_no_rule(quads: list[ox.Quad]) -> None:
    assert validate(quads) == []


@pytest.mark.parametrize("constraint", sorted({c for _, shape in rules() for c in constraints(shape)}))
def test_every_rule_catches_its_damage(constraint: URIRef, quads: list[ox.Quad]) -> None:
    damaged, expected = quads, set()
    for name, shape in rules():
        if constraint in constraints(shape):
            path = ox.NamedNode(str(shapes().value(shape, SH.path)))
            node = target(shape, quads, shapes().value(shape, constraint) if "lessThan" in constraint else None)
            damaged = [q for q in damaged if (q.subject, q.predicate) != (node, path)]
            bad = bad_values(constraint, shapes().value(shape, SH.datatype))
            damaged += [ox.Quad(node, path, value, RESOLVED) for value in bad]
            expected.add((node.value, name))
    found = {(violation.node, violation.rule) for violation in validate(damaged)}
    assert expected <= found


def target(shape: URIRef, quads: list[ox.Quad], other: Node | None) -> ox.NamedNode:
    """Return a node that a rule is about, and that has the other property that the rule compares with."""
    above = shapes().objects(shape, SH.targetClass)
    classes = {str(c) for one in above for c in ontology().transitive_subjects(RDFS.subClassOf, one)}
    with_other = {q.subject for q in quads if other is None or q.predicate.value == str(other)}
    nodes = (
        q.subject
        for q in quads
        if q.predicate == TYPE and isinstance(q.object, ox.NamedNode) and q.object.value in classes
    )
    found = min((node for node in nodes if node in with_other), key=str)
    assert isinstance(found, ox.NamedNode)
    return found


def test_what_is_denied_of_one_time_may_hold_of_another(
    draft: type[Draft], fused: Callable[[Iterable[Reading]], list[Statement]]
) -> None:
    left = draft("Greg Brockman left OpenAI.", published="2023-11-20").says(
        "Greg Brockman left", "Greg Brockman", "left", "OpenAI"
    )
    stays = draft("Greg Brockman never left OpenAI.", published="2025-02-20").says(
        "Greg Brockman never", "Greg Brockman", "left", "OpenAI", modality=Modality.DENIED
    )
    readings = [left.reading, stays.reading]
    statements = fused(readings)
    assert [statement.status for statement in statements] == [Status.ACCEPTED, Status.REFUTED]
    with Store.open(None, create=True) as store:
        keep(store, readings, statements)
        assert validate(store._opened()) == []


def test_the_choices_of_the_rules_are_those_of_the_ontology() -> None:
    for name, qualifier in vocabulary().qualifiers.items():
        if qualifier.choices:
            (rule,) = (s for s in shapes().subjects(SH.path, URIRef(AIG + name)))
            listed = Collection(shapes(), shapes().value(rule, SH["in"]))  # type: ignore[arg-type]
            assert tuple(map(str, listed)) == qualifier.choices


def test_every_relation_has_its_rules() -> None:
    for relation in vocabulary().relations.values():
        targets = set(shapes().subjects(SH.targetClass, URIRef(relation.node_class)))
        paths = {str(path) for target in targets for path in shapes().objects(target, SH.path)}
        assert {AIG + "relation", relation.subject_property, relation.object_property} <= paths
        assert len(targets) == 3


def test_every_rule_says_in_a_sentence_of_each_language_what_it_asks_for() -> None:
    for shape in set(shapes().subjects(SH.targetClass)):
        message = str(shapes().value(shape, SH.message))
        assert message.endswith(".")
        (french,) = shapes().objects(shape, SH.description)
        assert str(french).endswith(".")
        assert getattr(french, "language", None) == "fr"
        assert str(shape).endswith("#" + str(shapes().value(shape, SH.name)))
