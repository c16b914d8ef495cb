"""French sentences whose arguments the order of words tells, whatever the tree says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim, Modality

Read = Callable[[str, str], tuple[Claim, ...]]

LEIKE, SCHULMAN, KINGMA = "[Person Jan Leike]", "[Person John Schulman]", "[Person Durk Kingma]"
META, OPENAI, GOOGLE = "[Organization Meta]", "[Organization OpenAI]", "[Organization Google]"
KERAS, GPT = "[System Keras]", "[Model GPT-4]"


def said(claims: tuple[Claim, ...], relation: str) -> set[tuple[str, str]]:
    return {
        (claim.subject.name, claim.object.name)
        for claim in claims
        if claim.relation == relation and claim.modality is not Modality.DENIED
    }


@pytest.mark.parametrize(("text", "relation", "facts"), [
    # relative clauses
    (f"{META}, où travaillaient aussi {LEIKE} et {SCHULMAN}, recrute.", "workedAt",
     {("Jan Leike", "Meta"), ("John Schulman", "Meta")}),
    (f"Il restera chez {META}, dont {LEIKE}, ancien président de {GOOGLE}, est directeur général.", "workedAt",
     {("Jan Leike", "Meta"), ("Jan Leike", "Google")}),
    (f"{META}, la société que {LEIKE} avait fondée et dirigeait, recrute.", "founded", {("Jan Leike", "Meta")}),
    (f"{META}, la société que {LEIKE} avait fondée et dirigeait, recrute.", "workedAt", {("Jan Leike", "Meta")}),
    (f"{META}, la division que pilote {LEIKE}, recrute.", "workedAt", {("Jan Leike", "Meta")}),
    (f"{LEIKE} et {SCHULMAN}, avec lesquels {KINGMA} avait créé {META}, recrutent.", "founded",
     {("Jan Leike", "Meta"), ("John Schulman", "Meta"), ("Durk Kingma", "Meta")}),
    (f"{LEIKE}, {SCHULMAN} et {KINGMA}, qu'{OPENAI} avait recrutés en mai, enseignent.", "movedTo",
     {("Jan Leike", "OpenAI"), ("John Schulman", "OpenAI"), ("Durk Kingma", "OpenAI")}),
    # participles and what they describe
    (f"{META}, société fondée cette année à Paris par {LEIKE}, ancien de {GOOGLE}, et {SCHULMAN}, recrute.", "founded",
     {("Jan Leike", "Meta"), ("John Schulman", "Meta")}),
    (f"{META}, la société créée par {LEIKE} à sa sortie d'{OPENAI}, recrute.", "founded", {("Jan Leike", "Meta")}),
    # clefts and what opens a sentence
    (f"C'est {LEIKE} qui pilote {META}.", "workedAt", {("Jan Leike", "Meta")}),
    (f"C'est à {LEIKE} que l'on doit {KERAS}.", "coCreated", {("Jan Leike", "Keras")}),
    (f"Chercheur chez {META}, {LEIKE} enseigne.", "workedAt", {("Jan Leike", "Meta")}),
    # what two commas put in between
    (f"{LEIKE} cofonde en 2005, avec {SCHULMAN} et {KINGMA}, {META}.", "founded",
     {("Jan Leike", "Meta"), ("John Schulman", "Meta"), ("Durk Kingma", "Meta")}),
    (f"{LEIKE} a lancé {META} avec, entre autres, {SCHULMAN} et {KINGMA}.", "founded",
     {("Jan Leike", "Meta"), ("John Schulman", "Meta"), ("Durk Kingma", "Meta")}),
    (f"{LEIKE} a claqué en décembre, après douze ans, la porte de {META}.", "left", {("Jan Leike", "Meta")}),
    # series
    (f"{LEIKE}, fondateur de {OPENAI}, et {SCHULMAN} ont rejoint {META}.", "movedTo",
     {("Jan Leike", "Meta"), ("John Schulman", "Meta")}),
    (f"{LEIKE} et l'ingénieur {SCHULMAN} ont rejoint {META}.", "movedTo",
     {("Jan Leike", "Meta"), ("John Schulman", "Meta")}),
    (f"{LEIKE} a effectué deux stages chez {GOOGLE} et un autre chez {OPENAI}.", "workedAt",
     {("Jan Leike", "Google"), ("Jan Leike", "OpenAI")}),
    # nouns that bring their name along
    (f"{LEIKE}, cofondateur de la plateforme de cours en ligne {META}, enseigne.", "founded", {("Jan Leike", "Meta")}),
    (f"Le professeur de {META} {LEIKE} enseigne.", "workedAt", {("Jan Leike", "Meta")}),
    (f"{LEIKE}, jadis chez {META}, enseigne.", "workedAt", {("Jan Leike", "Meta")}),
])  # fmt: skip
def test_the_order_of_words_tells_who_does_what(
    text: str, relation: str, facts: set[tuple[str, str]], read: Read
) -> None:
    assert said(read(text, "fr"), relation) == facts


@pytest.mark.parametrize(("text", "relation"), [
    (f"{LEIKE} vient de convaincre {META}.", "workedAt"),
    (f"{LEIKE} doit présenter {GPT} à {SCHULMAN}.", "coCreated"),
    (f"{LEIKE}, patron de {META}, et quelques anciens de {OPENAI} ont investi.", "founded"),
    (f"{LEIKE} a rejoint {META}, ce qui est faux.", "movedTo"),
    (f"{LEIKE} irait chez {META} : démenti.", "movedTo"),
])  # fmt: skip
def test_the_order_of_words_tells_no_more(text: str, relation: str, read: Read) -> None:
    assert said(read(text, "fr"), relation) == set()


def test_other_people_in_a_series_are_not_described(read: Read) -> None:
    claims = read(f"{LEIKE}, patron de {META}, et quelques anciens de {OPENAI} ont investi.", "fr")
    assert said(claims, "workedAt") == {("Jan Leike", "Meta")}
