from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigraph.gazetteer import Entry, Gazetteer
from aigraph.model import Linking, LocalEntity
from aigraph.resolve import resolve

GAZETTEER = Gazetteer(
    {
        entry.id: entry
        for entry in (
            Entry("model/gpt-4.1", "Model", "GPT-4.1", weak=("4.1",), maker="organization/openai"),
            Entry("model/gpt-4o-mini", "Model", "GPT-4o mini", aliases=("4o-mini",)),
            Entry("organization/adept", "Organization", "Adept", case=True),
            Entry("organization/fair", "Organization", "FAIR", parent="organization/meta"),
            Entry("organization/meta", "Organization", "Meta", aliases=("Facebook",), wikidata="Q380"),
            Entry("organization/openai", "Organization", "OpenAI"),
            Entry("system/operator", "System", "Operator"),
        )
    }
)

ARTICLE = "0123456789abcdef"


def people(*texts: str) -> list[tuple[str, str]]:
    return [("Person", text) for text in texts]


def link(names: Iterable[tuple[str, str]]) -> Linking:
    return resolve([LocalEntity(*name, ARTICLE) for name in names], gazetteer=GAZETTEER)


def ids(names: list[tuple[str, str]]) -> list[str]:
    linking = link(names)
    return [linking.entity(*name).id for name in names]


def test_names_of_the_gazetteer_are_its_entries_with_all_names_seen() -> None:
    linking = link([("Organization", "Facebook"), ("Organization", "META"), ("Organization", "OpenAI, Inc.")])
    meta = linking.entity("Organization", "META")
    assert meta is linking.entity("Organization", "Facebook")
    assert (meta.id, meta.label, meta.aliases, meta.same_as) == (
        "organization/meta",
        "Meta",
        ("Facebook", "META"),
        ("Q380",),
    )
    assert linking.entity("Organization", "OpenAI, Inc.").id == "organization/openai"
    assert linking.reasons["Organization", "Facebook"] == ("a name of Meta in the gazetteer",)
    assert "like “OpenAI”, a name of OpenAI" in linking.reasons["Organization", "OpenAI, Inc."][0]


def test_the_parent_of_a_unit_is_described_too() -> None:
    linking = link([("Organization", "FAIR")])
    assert linking.entity("Organization", "FAIR").parent == "organization/meta"
    assert linking.entity("Organization", "Meta").id == "organization/meta"
    assert linking.entity("Organization", "Meta").aliases == ("Facebook",)


def test_a_weak_name_stands_for_its_entry() -> None:
    linking = link([("Model", "4.1"), ("Model", "GPT-4.1")])
    assert linking.entity("Model", "4.1") is linking.entity("Model", "GPT-4.1")
    assert linking.reasons["Model", "4.1"] == ("a name in context of GPT-4.1 in the gazetteer",)


@pytest.mark.parametrize("text", ["GPT-4o mini", "GPT‑4o Mini", "4o-mini"])
def test_a_model_is_found_by_any_spelling(text: str) -> None:
    assert ids([("Model", text)]) == ["model/gpt-4o-mini"]


def test_a_system_called_a_model_is_still_the_entry_of_that_name() -> None:
    assert ids([("Model", "Operator"), ("Organization", "Operator")]) == ["system/operator", "organization/operator"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Sam Altman", "Altman"), ["person/sam-altman"] * 2),
        (
            ("Dario Amodei", "Amodei", "Daniela Amodei"),
            ["person/dario-amodei", "person/amodei", "person/daniela-amodei"],
        ),
        (("D. Amodei", "Dario Amodei"), ["person/dario-amodei"] * 2),
        (
            ("D. Amodei", "Dario Amodei", "Daniela Amodei"),
            ["person/d.-amodei", "person/dario-amodei", "person/daniela-amodei"],
        ),
        (("S. Altman", "Altman", "Sam Altman"), ["person/sam-altman"] * 3),
        (("Daniel De Freitas", "De Freitas", "Freitas"), ["person/daniel-de-freitas"] * 3),
        (("Fei-Fei Li", "Jia Li", "Li"), ["person/fei-fei-li", "person/jia-li", "person/li"]),
        (("Ian Goodfellow", "Ian J. Goodfellow", "Goodfellow"), ["person/ian-j.-goodfellow"] * 3),
        (("Ying Ma", "Wei-Ying Ma"), ["person/ying-ma", "person/wei-ying-ma"]),
        (("Dario", "Dario Amodei"), ["person/dario", "person/dario-amodei"]),
        (("ARTHUR MENSCH", "Arthur Mensch"), ["person/arthur-mensch"] * 2),
    ],
)
def test_people_are_joined_only_when_one_person_fits(texts: tuple[str, ...], expected: list[str]) -> None:
    assert ids(people(*texts)) == expected


def test_the_label_is_the_fullest_name_and_the_others_are_aliases() -> None:
    names = people("Altman", "SAM ALTMAN", "Sam Altman")
    entity = link(names).entity("Person", "Altman")
    assert (entity.label, entity.aliases) == ("Sam Altman", ("Altman", "SAM ALTMAN"))
    assert link(people("Joelle Pineau", "Joëlle Pineau")).entity("Person", "Joelle Pineau").label == "Joëlle Pineau"


def test_who_may_go_by_a_middle_name_is_in_doubt() -> None:
    (doubt,) = link(people("Robert Oppenheimer", "Julius Robert Oppenheimer")).doubts
    assert {doubt.one, doubt.other} == {"Robert Oppenheimer", "Julius Robert Oppenheimer"}
    assert "One goes by a name that is the middle name of the other" in doubt.reasons


def test_reasons_are_sentences_about_the_other_name() -> None:
    reasons = link(people("Altman", "Sam Altman", "Mira Murati")).reasons
    assert reasons["Person", "Altman"] == ("like “Sam Altman”: only one person in the corpus bears this family name",)
    assert reasons["Person", "Mira Murati"] == ("no other name stands for the same",)


def test_the_same_name_of_two_types_is_two_entities() -> None:
    assert ids([("Organization", "Sesame"), ("System", "Sesame")]) == ["organization/sesame", "system/sesame"]


def test_entities_never_share_an_id() -> None:
    found = ids([("System", "C"), ("System", "C++"), ("Organization", "adept")])
    assert found[0] == "system/c"
    assert found[1].startswith("system/c-")
    assert found[2].startswith("organization/adept-")


def test_a_name_without_latin_letters_has_an_id_of_its_own() -> None:
    one, other = ids(people("姚顺雨", "梁文锋"))
    assert one != other
    assert one.startswith("person/")
    assert len(one) > len("person/")


def test_figures_are_one_entity_a_wording() -> None:
    assert ids([("Figure", "2,68"), ("Figure", "10,6")]) == ["figure/2-68", "figure/10-6"]


FIRST = ("Sam", "S.", "Sara", "Li", "Dario", "Daniela", "D.", "Ian J.", "Ian", "")
LAST = ("Altman", "ALTMAN", "Amodei", "Amodéi", "Fei", "Wang", "Goodfellow", "De Freitas", "Freitas")
TEXTS = st.builds(lambda first, last: f"{first} {last}".strip(), st.sampled_from(FIRST), st.sampled_from(LAST))
NAMES = st.lists(
    st.tuples(st.sampled_from(("Person", "Organization")), TEXTS)
    | st.tuples(st.just("Organization"), st.sampled_from(("FAIR", "Facebook", "Meta Inc.", "Adept", "adept")))
    | st.tuples(st.just("System"), st.text(min_size=1, max_size=4).filter(str.strip)),
    max_size=25,
)


@given(NAMES, st.randoms(use_true_random=False))
def test_the_order_of_names_does_not_matter(names: list[tuple[str, str]], random: st.DataObject) -> None:
    shuffled = names * 2
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(shuffled) == link(names)


@given(NAMES)
def test_every_name_has_an_entity_of_its_own_that_knows_the_name(names: list[tuple[str, str]]) -> None:
    linking = link(names)
    for name in names:
        entity = linking.entity(*name)
        assert name[1] in (entity.label, *entity.aliases)
        assert linking.reasons[name]
    by_id = {entity.id: entity for entity in linking.entities.values()}
    assert all(by_id[entity.id] == entity for entity in linking.entities.values())
