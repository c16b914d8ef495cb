from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim, Modality

Read = Callable[[str, str], tuple[Claim, ...]]

ITEMS_FR = (
    "- [Person Jack Rae] : ingénieur, spécialiste du préentraînement ;\n"
    "- [Person Pei Sun] : chercheur, spécialiste du raisonnement ;\n"
)
ITEMS_EN = (
    "- [Person Jack Rae]: engineer, a specialist of pre-training;\n"
    "- [Person Pei Sun]: researcher, a specialist of reasoning;\n"
)
BOTH = [("Jack Rae", "Meta"), ("Pei Sun", "Meta")]


def moves(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return sorted((c.subject.name, c.object.name) for c in claims if c.relation == "movedTo")


@pytest.mark.parametrize(
    ("code", "lead", "items"),
    [
        ("fr", "Les recrues de [Organization Meta] :", ITEMS_FR),
        ("fr", "Les nouvelles recrues de [Organization Meta]", ITEMS_FR),
        ("fr", "# Les débauchages de [Organization Meta]", ITEMS_FR),
        ("en", "The new hires of [Organization Meta]:", ITEMS_EN),
        ("en", "New arrivals at [Organization Meta]", ITEMS_EN),
    ],
)
def test_what_heads_a_list_of_recruits_says_where_they_went(code: str, lead: str, items: str, read: Read) -> None:
    claims = read(f"{lead}\n\n{items}", code)
    assert moves(claims) == BOTH
    for claim in claims:
        if claim.relation == "movedTo":
            assert claim.evidence.quote.startswith(claim.subject.name)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", f"Les départs de [Organization Meta] :\n\n{ITEMS_FR}"),
        ("fr", f"Les recrues qui ont quitté [Organization Meta] :\n\n{ITEMS_FR}"),
        ("fr", f"Les recrues :\n\n{ITEMS_FR}"),
        ("fr", f"Les recrues de [Organization Meta] et de [Organization OpenAI] :\n\n{ITEMS_FR}"),
        ("fr", f"[Organization Meta] publie un rapport :\n\n{ITEMS_FR}"),
        ("fr", ITEMS_FR),
        ("en", f"The departures from [Organization Meta]:\n\n{ITEMS_EN}"),
        ("en", f"The hires of [Organization Meta] and [Organization OpenAI]:\n\n{ITEMS_EN}"),
        ("en", f"[Organization Meta] published a report:\n\n{ITEMS_EN}"),
    ],
)
def test_a_list_of_others_is_no_list_of_recruits(code: str, text: str, read: Read) -> None:
    assert moves(read(text, code)) == []


def test_the_heading_may_name_the_person_who_hires_for_the_organisation(read: Read) -> None:
    text = (
        "[Person Mark Zuckerberg] est le PDG de [Organization Meta].\n\n"
        f"Les recrues de [Person Mark Zuckerberg] :\n\n{ITEMS_FR}"
    )
    assert moves(read(text, "fr")) == BOTH


def test_a_person_who_stands_twice_in_the_list_moved_once(read: Read) -> None:
    again = "- [Person Jack Rae]: an engineer from London;\n"
    assert moves(read(f"The hires of [Organization Meta]:\n\n{ITEMS_EN}{again}", "en")) == BOTH


def test_an_item_says_more_about_its_own_person(read: Read) -> None:
    text = (
        "The hires of [Organization Meta]:\n\n"
        "- [Person Jack Rae]: research engineer at [Organization DeepMind], he co-created [Model Gemini];\n"
        "- [Person Pei Sun]: engineer at [Organization Google];\n"
    )
    said = {(c.subject.name, c.relation, c.object.name) for c in read(text, "en")}
    assert said == {
        ("Jack Rae", "movedTo", "Meta"),
        ("Jack Rae", "workedAt", "DeepMind"),
        ("Jack Rae", "coCreated", "Gemini"),
        ("Pei Sun", "movedTo", "Meta"),
        ("Pei Sun", "workedAt", "Google"),
    }


@pytest.mark.parametrize(("text", "relation", "facts"), [
    ("Les cofondateurs d'[Organization Anthropic] :\n\n• [Person Dario Amodei], président ;\n• [Person Jared Kaplan]\n",
     "founded", [("Dario Amodei", "Anthropic"), ("Jared Kaplan", "Anthropic")]),
    ("Les départs d'[Organization OpenAI] :\n\n- [Person Jan Leike] : chercheur ;\n", "left",
     [("Jan Leike", "OpenAI")]),
    ("Les recrues de [Organization Meta]\n\nLes chefs\n\n- [Person Nat Friedman], pour les produits\n", "movedTo",
     [("Nat Friedman", "Meta")]),
    ("Les recrues de [Organization Meta] :\n\n- [Person Jack Rae] et [Person Pei Sun] : chercheurs\n", "movedTo", BOTH),
    ("[Organization Meta] recrute :\n\n- [Person Huiwen Chang] : [Organization OpenAI] ; inventrice\n", "workedAt",
     [("Huiwen Chang", "OpenAI")]),
])  # fmt: skip
def test_a_list_tells_what_its_heading_and_items_say(
    text: str, relation: str, facts: list[tuple[str, str]], read: Read
) -> None:
    claims = read(text, "fr")
    assert sorted((c.subject.name, c.object.name) for c in claims if c.relation == relation) == facts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", f"Satire: nothing in this story has happened.\n\nThe new hires of [Organization Meta]:\n\n{ITEMS_EN}"),
        ("fr", f"Ceci est une fiction.\n\nLes recrues de [Organization Meta] :\n\n{ITEMS_FR}"),
    ],
)
def test_a_list_in_an_invented_story_moves_nobody(code: str, text: str, read: Read) -> None:
    claims = read(text, code)
    assert {claim.modality for claim in claims if claim.relation == "movedTo"} <= {Modality.DENIED}


@pytest.mark.parametrize(
    "lead",
    [
        "[Organization Meta] en deux noms\n\nSur la dizaine d'embauches, deux comptent. La garde rapprochée :",
        "[Organization Meta], mode d'emploi\n\nLe laboratoire promet de tout publier. Revue d'effectif des recrues.",
    ],
)
def test_the_paragraph_before_a_list_says_what_it_is_of(lead: str, read: Read) -> None:
    assert moves(read(f"{lead}\n\n{ITEMS_FR}", "fr")) == BOTH


def test_founders_are_no_recruits_of_their_own(read: Read) -> None:
    text = "[Person Jack Rae] a fondé [Organization Meta].\n\nLes recrues de [Organization Meta] :\n\n" + ITEMS_FR
    assert moves(read(text, "fr")) == [("Pei Sun", "Meta")]
