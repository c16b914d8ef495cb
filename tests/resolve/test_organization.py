from __future__ import annotations

import pytest

from aigraph.gazetteer import Entry, Gazetteer
from aigraph.resolve.forms import form, likeness
from aigraph.resolve.lookup import look_up
from aigraph.resolve.organization import OrganizationName
from aigraph.resolve.reasons.reason import DOUBT, THRESHOLD

GAZETTEER = Gazetteer(
    {
        entry.id: entry
        for entry in (
            Entry("model/claude", "Model", "Claude", maker="organization/anthropic"),
            Entry("organization/anthropic", "Organization", "Anthropic", kind="company"),
            Entry("organization/edf", "Organization", "EDF", kind="company"),
            Entry("organization/google", "Organization", "Google", kind="company"),
            Entry(
                "organization/google-cloud", "Organization", "Google Cloud", kind="unit", parent="organization/google"
            ),
            Entry("organization/google-x", "Organization", "Google X", kind="unit", parent="organization/google"),
            Entry("organization/mit", "Organization", "Massachusetts Institute of Technology", aliases=("MIT",)),
            Entry("organization/who", "Organization", "World Health Organization"),
        )
    }
)


def weight(one: str, other: str) -> float:
    forms = [form("Organization", name, Gazetteer({})) for name in (one, other)]
    assert likeness(*forms) == likeness(*reversed(forms))
    return likeness(*forms).weight


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Aventure S.A.S.", ("aventure",)),
        ("The Goldman Sachs Group, Inc.", ("goldman", "sachs", "group")),
        ("Character.AI", ("character", "ai")),
        ("Amazon.com, Inc.", ("amazon",)),
        ("Moët & Chandon", ("moet", "chandon")),
        ("Huawei Technologies Co., Ltd.", ("huawei", "technologies")),
        ("SAS", ("sas",)),
        ("01.AI", ("01", "ai")),
    ],
)
def test_a_name_is_taken_apart(text: str, words: tuple[str, ...]) -> None:
    assert OrganizationName.of(text).words == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Institut national de la santé et de la recherche médicale", "Inserm"),
        ("Société nationale des chemins de fer français", "SNCF"),
        ("Institut Pasteur", "Pasteur Institute"),
        ("Université de Harvard", "Harvard University"),
        ("Groupe Danone", "Danone SA"),
        ("Wal-Mart", "Walmart Inc."),
    ],
)
def test_one_organisation_is_known_by_two_names(one: str, other: str) -> None:
    assert weight(one, other) >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Washington", "Washington University"),
        ("General Motors", "General"),
        ("European Council", "Council of Europe"),
        ("Salesforce", "Salesforce Research"),
        ("IBM", "IBN"),
        ("Université Lyon 1", "Université Lyon 2"),
    ],
)
def test_two_organisations_stay_two(one: str, other: str) -> None:
    assert weight(one, other) < DOUBT


def test_a_name_that_may_be_that_of_a_unit_is_a_question() -> None:
    assert DOUBT <= weight("Poolside Labs", "Poolside") < THRESHOLD


@pytest.mark.parametrize(
    ("type", "name", "id"),
    [
        ("Organization", "the WHO", "organization/who"),
        ("Organization", "Organisation mondiale de la santé", "organization/who"),
        ("Organization", "Électricité de France", "organization/edf"),
        ("Organization", "Miami Institute of Tourism", None),
        ("Organization", "Anthropic AI", "organization/anthropic"),
        ("Organization", "Google AI", None),
        ("Organization", "Google Group", "organization/google"),
        ("Model", "Anthropic's Claude", "model/claude"),
        ("Model", "Claude 2", None),
    ],
)
def test_a_name_that_is_surely_that_of_an_entry_finds_it(type: str, name: str, id: str | None) -> None:
    entry = look_up(GAZETTEER, type, name).entry
    assert (entry.id if entry else None) == id
