"""French sentences that say where someone works or has worked, in the wordings of careers, posts and groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim, Modality

Read = Callable[[str, str], tuple[Claim, ...]]

LEIKE, SCHULMAN, KINGMA = "[Person Jan Leike]", "[Person John Schulman]", "[Person Durk Kingma]"
META, OPENAI, GOOGLE = "[Organization Meta]", "[Organization OpenAI]", "[Organization Google]"
LEIKE_META, LEIKE_GOOGLE = ("Jan Leike", "Meta"), ("Jan Leike", "Google")
ALL_OPENAI = {("Jan Leike", "OpenAI"), ("John Schulman", "OpenAI"), ("Durk Kingma", "OpenAI")}


def employed(text: str, read: Read) -> set[tuple[str, str]]:
    return {
        (claim.subject.name, claim.object.name)
        for claim in read(text, "fr")
        if claim.relation == "workedAt" and claim.modality is not Modality.DENIED
    }


@pytest.mark.parametrize(("text", "expected"), [
    # posts given up, kept, given
    (f"{LEIKE} a cédé la direction de la recherche de {META}.", {LEIKE_META}),
    (f"{LEIKE} n'a pas renoncé à la présidence de {META}.", {LEIKE_META}),
    (f"{LEIKE} a démissionné de son poste de directeur chez {META}.", {LEIKE_META}),
    (f"{LEIKE}, lui, garde son poste de prof chez {META}.", {LEIKE_META}),
    (f"{LEIKE}, à qui {META} avait confié son laboratoire, se tait.", {LEIKE_META}),
    (f"{META} a pour directeur général {LEIKE}.", {LEIKE_META}),
    # where someone is
    (f"{LEIKE} est désormais à {META}.", {LEIKE_META}),
    (f"{LEIKE} jongle entre {GOOGLE} et sa chaire à {META}.", {LEIKE_META, LEIKE_GOOGLE}),
    # stations of a career
    (f"{LEIKE} avait fait un détour par {META}.", {LEIKE_META}),
    (f"{LEIKE} a écumé {META} puis {GOOGLE}.", {LEIKE_META, LEIKE_GOOGLE}),
    (f"{LEIKE} s'était fait un nom à {META}.", {LEIKE_META}),
    (f"{LEIKE} est passé par {META}, puis une première fois par {GOOGLE}.", {LEIKE_META, LEIKE_GOOGLE}),
    (f"{LEIKE} a fait un stage à {META}, puis un autre à {GOOGLE}.", {LEIKE_META, LEIKE_GOOGLE}),
    (f"{META} et {GOOGLE} figurent au CV de {LEIKE}.", {LEIKE_META, LEIKE_GOOGLE}),
    (f"{LEIKE}, échappé de {META}, se tait.", {LEIKE_META}),
    # groups that are announced
    (f"Trois anciens d'{OPENAI} l'accompagnent : {LEIKE}, {SCHULMAN} et {KINGMA}.", ALL_OPENAI),
    (f"Trois chercheurs travaillent chez {OPENAI} : {LEIKE}, {SCHULMAN} et {KINGMA}.", ALL_OPENAI),
    (f"Un ancien d'{OPENAI} l'accompagne : {LEIKE}.", {("Jan Leike", "OpenAI")}),
    (f"Le conseil de {META} réunit {LEIKE}.", {LEIKE_META}),
    # each his own, or both
    (f"{LEIKE} et {SCHULMAN}, respectivement passés par {META} et {GOOGLE}, se taisent.",
     {LEIKE_META, ("John Schulman", "Google")}),
    (f"{LEIKE} et {SCHULMAN} travaillaient l'un chez {META}, l'autre chez {GOOGLE}.",
     {LEIKE_META, ("John Schulman", "Google")}),
    (f"{LEIKE} et {SCHULMAN}, de {META}, approuvent.", {LEIKE_META, ("John Schulman", "Meta")}),
    # what someone sees to
    (f"{LEIKE} s'occupait de la recherche chez {META}.", {LEIKE_META}),
    (f"{LEIKE} a la haute main sur les applications de {META}.", {LEIKE_META}),
])  # fmt: skip
def test_where_someone_works(text: str, expected: set[tuple[str, str]], read: Read) -> None:
    assert employed(text, read) == expected


@pytest.mark.parametrize("text", [
    f"{LEIKE} quitte la scène, direction {META}.",
    f"Le projet qu'admire {LEIKE} est à {META}.",
    f"{META} a reçu le CV de {LEIKE}.",
    f"Trois ans d'{OPENAI}, cela se résume : {LEIKE}, {SCHULMAN} et {KINGMA} bâillent.",
    f"Le conseil de {META} a renvoyé le dossier que {LEIKE} avait préparé.",
    f"{LEIKE} chez {META} ?",
    f"{LEIKE} lorgnerait chez {META}.",
    f"{LEIKE}, pressenti chez {META}, se tait.",
    f"{META} compte bien puiser dans les rangs de {GOOGLE} : {LEIKE} réfléchit.",
    f"{META} a reçu le président américain {LEIKE}.",
])  # fmt: skip
def test_what_is_no_employment(text: str, read: Read) -> None:
    assert employed(text, read) == set()
