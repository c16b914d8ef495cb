"""JSON-LD in the words of schema.org: terms that exist, facts that are accepted, and nothing that ends a script."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pyld import jsonld
from rdflib import SDO
from tests.conftest import keep
from tests.graph.made import Graph, graphs

from aigraph.export import EXPORTERS, LICENCE, Options
from aigraph.model import Document, Modality, Reading, Statement, Status
from aigraph.store import Store
from aigraph.vocabulary import ID

Nodes = dict[str, dict[str, Any]]
Save = Callable[[list[Statement]], Store]

KEYWORDS = {"@id", "@type", "@context", "@graph"}


def written(store: Store) -> str:
    stream = io.BytesIO()
    EXPORTERS["schemaorg"].write(store, Options(), stream)
    return stream.getvalue().decode("utf-8")


def nodes(store: Store) -> Nodes:
    return {node["@id"].removeprefix(ID): node for node in json.loads(written(store))["@graph"]}


@pytest.fixture
def save(articles: tuple[Document, ...]) -> Iterator[Save]:
    stores = []

    def saved(statements: list[Statement]) -> Store:
        claims = [claim for statement in statements for claim in statement.claims]
        readings = [Reading(a, tuple(c for c in claims if c.evidence.document == a.id)) for a in articles]
        stores.append(Store.open(None, create=True))
        keep(stores[-1], readings, statements)
        return stores[-1]

    yield saved
    for store in stores:
        store.close()


@pytest.fixture
def found(save: Save, statements: tuple[Statement, ...]) -> Nodes:
    return nodes(save(list(statements)))


def test_every_term_is_one_of_schema_org(save: Save, statements: tuple[Statement, ...]) -> None:
    # rdflib's copy of schema.org knows every term of it.
    used = set(terms(json.loads(written(save(list(statements))))["@graph"]))
    assert {"Claim", "EmployeeRole", "NewsArticle", "worksFor", "alumniOf", "appearance"} <= used
    assert {term for term in {*used, "worksAt"} if term not in SDO} == {"worksAt"}


def terms(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from terms(inner)
    elif isinstance(value, dict):
        yield value.get("@type", "Thing")
        yield from value.keys() - KEYWORDS
        for inner in value.values():
            yield from terms(inner)


def test_a_move_is_a_role_with_its_date_and_a_claim_with_its_sentence(found: Nodes) -> None:
    person = found["person/john-schulman"]
    assert (person["@type"], person["name"]) == ("Person", "John Schulman")
    roles = {role["worksFor"]["@id"]: role for role in person["worksFor"]}
    role = roles[f"{ID}organization/anthropic"]
    assert (role["@type"], role["startDate"]) == ("EmployeeRole", "2024-08")
    (claim,) = (found[one["@id"].removeprefix(ID)] for one in role["subjectOf"])
    assert (claim["@type"], claim["text"]) == ("Claim", "John Schulman left OpenAI for Anthropic in August 2024.")
    article = found[claim["appearance"]["@id"].removeprefix(ID)]
    assert (article["@type"], article["headline"]) == ("NewsArticle", "Two researchers, three laboratories")
    assert (article["datePublished"], article["publisher"]["name"]) == ("2025-02-07", "Example News")
    assert article["url"] == "https://example.org/articles/1?a=1&b=2"


def test_who_was_somewhere_until_a_day_no_longer_works_there(found: Nodes) -> None:
    (role,) = found["person/arthur-mensch"]["alumniOf"]
    assert (role["alumniOf"]["@id"], role["endDate"]) == (f"{ID}organization/deepmind", "2023")
    assert "worksFor" not in found["person/arthur-mensch"]


def test_an_organisation_has_its_founders_other_names_wikidata_and_parent(found: Nodes) -> None:
    company = found["organization/safe-superintelligence"]
    assert (company["foundingDate"], company["alternateName"]) == ("2024-06", ["SSI"])
    assert [role["founder"]["@id"] for role in company["founder"]] == [f"{ID}person/ilya-sutskever"]
    assert found["organization/openai"]["sameAs"] == ["https://www.wikidata.org/wiki/Q21708200"]
    assert found["organization/deepmind"]["parentOrganization"] == [{"@id": f"{ID}organization/google"}]


def test_a_work_has_its_makers(found: Nodes) -> None:
    work = found["model/llama"]
    assert (work["@type"], work["additionalType"]) == ("CreativeWork", "https://w3id.org/aigraph/ontology#Model")
    assert [(role["creator"]["@id"], role["roleName"]) for role in work["creator"]] == [
        (f"{ID}person/guillaume-lample", ["author"])
    ]


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ACCEPTED])
def test_what_is_not_accepted_is_not_there(save: Save, statements: tuple[Statement, ...], status: Status) -> None:
    found = nodes(save([replace(statements[0], status=status), statements[1]]))
    (role,) = found["person/john-schulman"]["worksFor"]
    assert role["worksFor"]["@id"] == f"{ID}organization/thinking-machines-lab"
    assert sum(node["@type"] == "Claim" for node in found.values()) == 1


@pytest.mark.parametrize("modality", [Modality.RUMOURED, Modality.PLANNED, Modality.DENIED])
def test_what_is_rumoured_planned_or_denied_is_not_there(
    save: Save, statements: tuple[Statement, ...], modality: Modality
) -> None:
    claims = tuple(replace(claim, modality=modality) for claim in statements[0].claims)
    assert "person/john-schulman" not in nodes(save([replace(statements[0], claims=claims)]))


def test_the_data_set_says_who_may_use_it_and_what_it_is_based_on(found: Nodes, articles: tuple[Document, ...]) -> None:
    (data,) = (node for name, node in found.items() if name.startswith("dataset/"))
    assert (data["@type"], data["copyrightNotice"]) == ("Dataset", LICENCE)
    assert data["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert {source["@id"] for source in data["isBasedOn"]} == {f"{ID}article/{article.id}" for article in articles}
    assert data["creator"]["name"].startswith("aigraph ")
    assert data["temporalCoverage"] == "2024-02/2025-02-07"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_every_accepted_sentence_comes_back_and_no_text_ends_a_script(graph: Graph) -> None:
    with graph.store() as store:
        text = written(store)
        facts = [s for s in store.statements() if s.status is Status.ACCEPTED and s.modality.rank <= 1]
    assert not set("<>&\u2028\u2029") & set(text)
    # Any reader of JSON-LD: the words are under the IRIs of schema.org.
    document = json.loads(text) | {"@context": {"@vocab": str(SDO)}}
    expanded = jsonld.expand(document)
    claims = {node["@id"]: node[str(SDO.text)][0]["@value"] for node in expanded if str(SDO.Claim) in node["@type"]}
    assert claims == {f"{ID}claim/{c.id}": c.evidence.quote for s in facts for c in s.claims}
    addresses = [value["@value"] for node in expanded for value in node.get(str(SDO.url), ())]
    assert all(address.lower().startswith(("http://", "https://")) for address in addresses)
