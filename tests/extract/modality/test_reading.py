from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aigraph.model import Claim, Modality

Read = Callable[[str, str], tuple[Claim, ...]]

ASSERTED, REPORTED, RUMOURED, PLANNED, DENIED = Modality
NOTHING = None
"""The sentence only asks, supposes or attempts: there is no claim of this relation."""

LEIKE = "[Person Jan Leike]"
META = "[Organization Meta]"
OPENAI = "[Organization OpenAI]"
CHEN = "[Person Mark Chen]"


FIXED = "the rule fixes the modality, whatever the sentence says"


def not_yet(sentence: str, relation: str, modality: Modality | None, *, why: str) -> Any:
    return pytest.param(sentence, relation, modality, marks=pytest.mark.xfail(strict=True, reason=why))


FRENCH = [
    # what is asserted
    (f"{LEIKE} a rejoint {META} en mai 2024.", "movedTo", ASSERTED),
    (f"{LEIKE} vient de rejoindre {META}.", "movedTo", ASSERTED),
    (f"{META} a réussi à recruter {LEIKE}.", "movedTo", ASSERTED),
    (f"{META} a fini par recruter {LEIKE}.", "movedTo", ASSERTED),
    (f"{LEIKE} a été recruté par {META}.", "movedTo", ASSERTED),
    (f"{LEIKE} a rejoint {META} sans hésiter.", "movedTo", ASSERTED),
    (f"{LEIKE} n'a rejoint {META} qu'en 2025.", "movedTo", ASSERTED),
    (f"{LEIKE} a annoncé avoir rejoint {META}.", "movedTo", ASSERTED),
    (f"{LEIKE} a quitté {OPENAI}.", "left", ASSERTED),
    # the journalistic conditional and other reports
    (f"{LEIKE} aurait rejoint {META}.", "movedTo", REPORTED),
    (f"{LEIKE} aurait été recruté par {META}.", "movedTo", REPORTED),
    (f"{META} recruterait {LEIKE}.", "movedTo", REPORTED),
    (f"{LEIKE} aurait quitté {OPENAI}.", "left", REPORTED),
    (f"{LEIKE} serait chercheur chez {META}.", "workedAt", REPORTED),
    (f"{LEIKE} semble avoir rejoint {META}.", "movedTo", REPORTED),
    (f"{LEIKE} a probablement rejoint {META}.", "movedTo", REPORTED),
    (f"{LEIKE} aurait refusé une offre de {META}.", "declined", REPORTED),
    # rumours
    (f"Selon des rumeurs, {LEIKE} a rejoint {META}.", "movedTo", RUMOURED),
    (f"Selon des rumeurs, {LEIKE} aurait rejoint {META}.", "movedTo", RUMOURED),
    (f"La rumeur veut que {LEIKE} ait rejoint {META}.", "movedTo", RUMOURED),
    (f"Le bruit court que {LEIKE} a rejoint {META}.", "movedTo", RUMOURED),
    # plans
    (f"{LEIKE} rejoindra {META}.", "movedTo", PLANNED),
    (f"{LEIKE} va rejoindre {META}.", "movedTo", PLANNED),
    (f"{LEIKE} doit rejoindre {META} en septembre.", "movedTo", PLANNED),
    (f"{LEIKE} sera recruté par {META}.", "movedTo", PLANNED),
    (f"{LEIKE} s'apprête à rejoindre {META}.", "movedTo", PLANNED),
    (f"{LEIKE} a accepté de rejoindre {META}.", "movedTo", PLANNED),
    (f"{LEIKE} prévoit de quitter {OPENAI}.", "left", PLANNED),
    (f"{LEIKE} sera chercheur chez {META}.", "workedAt", PLANNED),
    # denials
    (f"{LEIKE} n'a pas rejoint {META}.", "movedTo", DENIED),
    (f"{LEIKE} n’a pas rejoint {META}.", "movedTo", DENIED),
    (f"{LEIKE} n'a jamais rejoint {META}.", "movedTo", DENIED),
    (f"{LEIKE} ne rejoindra finalement pas {META}.", "movedTo", DENIED),
    (f"{LEIKE} n'a pas été recruté par {META}.", "movedTo", DENIED),
    (f"{LEIKE} n'est pas parti chez {META}.", "movedTo", DENIED),
    (f"{LEIKE}, qui n'a jamais rejoint {META}, est parti.", "movedTo", DENIED),
    (f"{LEIKE} n'a pas quitté {OPENAI} pour {META}.", "movedTo", DENIED),
    (f"{LEIKE} a décidé de ne pas rejoindre {META}.", "movedTo", DENIED),
    (f"{LEIKE} a renoncé à rejoindre {META}.", "movedTo", DENIED),
    (f"{LEIKE} a démenti avoir rejoint {META}.", "movedTo", DENIED),
    (f"{LEIKE} nie avoir quitté {OPENAI}.", "left", DENIED),
    (f"{META} assure ne pas avoir recruté {LEIKE}.", "movedTo", DENIED),
    (f"Il n'est pas vrai que {LEIKE} a rejoint {META}.", "movedTo", DENIED),
    (f"{LEIKE} n'a pas fondé {META}.", "founded", DENIED),
    (f"{LEIKE} n'est pas le fondateur de {META}.", "founded", DENIED),
    (f"{LEIKE} n'est pas chercheur chez {META}.", "workedAt", DENIED),
    (f"Ni {LEIKE} ni {CHEN} n'ont rejoint {META}.", "movedTo", DENIED),
    # refusals are refusals
    (f"{LEIKE} a refusé de rejoindre {META}.", "declined", ASSERTED),
    (f"{LEIKE} a refusé l'offre de {META}.", "declined", ASSERTED),
    (f"{LEIKE} n'a pas refusé l'offre de {META}.", "declined", DENIED),
    # attempts are approaches
    (f"{META} a tenté de débaucher {LEIKE}.", "movedTo", NOTHING),
    (f"{META} a tenté de débaucher {LEIKE}.", "approached", ASSERTED),
    (f"{META} a cherché à recruter {LEIKE}.", "movedTo", NOTHING),
    (f"{META} a échoué à recruter {LEIKE}.", "movedTo", DENIED),
    (f"{LEIKE} veut rejoindre {META}.", "movedTo", NOTHING),
    (f"{LEIKE} espère rejoindre {META}.", "movedTo", NOTHING),
    # questions and suppositions
    (f"{LEIKE} a-t-il rejoint {META} ?", "movedTo", NOTHING),
    (f"Est-ce que {LEIKE} a rejoint {META} ?", "movedTo", NOTHING),
    (f"Si {LEIKE} rejoint {META}, le marché réagira.", "movedTo", NOTHING),
    (f"{CHEN} ignore si {LEIKE} a rejoint {META}.", "movedTo", NOTHING),
    # what the parser or the rule's own modality could hide
    (f"{LEIKE} rejoindrait {META}.", "movedTo", REPORTED),
    (f"{LEIKE} quitterait {OPENAI} pour {META}.", "movedTo", REPORTED),
    (f"{LEIKE} partirait chez {META}.", "movedTo", REPORTED),
    (f"{LEIKE} négocie sans rejoindre {META}.", "movedTo", DENIED),
    (f"{LEIKE} est pressenti pour rejoindre {META}.", "movedTo", REPORTED),
    (f"{LEIKE} a failli rejoindre {META}.", "movedTo", NOTHING),
    (f"{LEIKE} aimerait rejoindre {META}.", "movedTo", NOTHING),
    (f"{LEIKE} hésite à rejoindre {META}.", "movedTo", NOTHING),
    (f"{META} n'a pas tenté de débaucher {LEIKE}.", "approached", DENIED),
    (f"{META} aurait tenté de débaucher {LEIKE}.", "approached", REPORTED),
    (f"{META} a-t-il tenté de débaucher {LEIKE} ?", "approached", NOTHING),
    (f"{LEIKE} a refusé l'offre de {META}.", "approached", ASSERTED),
    # not yet
    (f"{LEIKE} dément avoir rejoint {META}.", "movedTo", DENIED),
    (f"{META} dément avoir recruté {LEIKE}.", "movedTo", DENIED),
    (f"Il est faux que {META} a recruté {LEIKE}.", "movedTo", DENIED),
    (f"{LEIKE} compte rejoindre {META}.", "movedTo", PLANNED),
    (f"{LEIKE} n'hésite pas à rejoindre {META}.", "movedTo", ASSERTED),
    not_yet(f"Le recrutement de {LEIKE} par {META} a échoué.", "movedTo", NOTHING, why="the verb above is not read"),
    (f"{META} dément avoir tenté de débaucher {LEIKE}.", "approached", DENIED),
]

ENGLISH = [
    # what is asserted
    (f"{LEIKE} joined {META} in May 2024.", "movedTo", ASSERTED),
    (f"{LEIKE} managed to join {META}.", "movedTo", ASSERTED),
    (f"{LEIKE} was hired by {META}.", "movedTo", ASSERTED),
    (f"{LEIKE} said he had joined {META}.", "movedTo", ASSERTED),
    (f"{META} confirmed that it had hired {LEIKE}.", "movedTo", ASSERTED),
    (f"{LEIKE} is leaving {OPENAI}.", "left", ASSERTED),
    (f"{LEIKE} joined {META} last week and will lead its lab.", "movedTo", ASSERTED),
    (f"{LEIKE} joined {META} instead of {OPENAI}.", "movedTo", ASSERTED),
    # reports
    (f"{LEIKE} reportedly joined {META}.", "movedTo", REPORTED),
    (f"{LEIKE} has reportedly joined {META}.", "movedTo", REPORTED),
    (f"{LEIKE} is said to have joined {META}.", "movedTo", REPORTED),
    (f"{LEIKE} is believed to have joined {META}.", "movedTo", REPORTED),
    (f"{LEIKE} might have joined {META}.", "movedTo", REPORTED),
    (f"{LEIKE} reportedly turned down an offer from {META}.", "declined", REPORTED),
    # rumours
    (f"{LEIKE} is rumoured to have joined {META}.", "movedTo", RUMOURED),
    (f"{LEIKE} was rumored to be joining {META}.", "movedTo", RUMOURED),
    (f"Rumours say that {LEIKE} joined {META}.", "movedTo", RUMOURED),
    # plans
    (f"{LEIKE} will join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} plans to join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} intends to join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} agreed to join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} is set to join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} is going to join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} is expected to join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} to join {META}", "movedTo", PLANNED),
    (f"{LEIKE} will leave {OPENAI} in June.", "left", PLANNED),
    # denials
    (f"{LEIKE} did not join {META}.", "movedTo", DENIED),
    (f"{LEIKE} didn't join {META}.", "movedTo", DENIED),
    (f"{LEIKE} has never joined {META}.", "movedTo", DENIED),
    (f"{LEIKE} won't join {META}.", "movedTo", DENIED),
    (f"{LEIKE} will not join {META}.", "movedTo", DENIED),
    (f"{LEIKE} isn't joining {META}.", "movedTo", DENIED),
    (f"{LEIKE} decided not to join {META}.", "movedTo", DENIED),
    (f"{LEIKE}, who never joined {META}, left.", "movedTo", DENIED),
    (f"{LEIKE} denied having joined {META}.", "movedTo", DENIED),
    (f"{LEIKE} denied that he had joined {META}.", "movedTo", DENIED),
    (f"{META} denies that it hired {LEIKE}.", "movedTo", DENIED),
    (f"{META} has not hired {LEIKE}.", "movedTo", DENIED),
    (f"{META} did not poach {LEIKE} from {OPENAI}.", "movedTo", DENIED),
    (f"It is not true that {LEIKE} joined {META}.", "movedTo", DENIED),
    (f"Nobody believes that {LEIKE} joined {META}.", "movedTo", DENIED),
    (f"{LEIKE} did not leave {OPENAI}.", "left", DENIED),
    (f"{LEIKE} denied that he had left {OPENAI}.", "left", DENIED),
    (f"{LEIKE} did not found {META}.", "founded", DENIED),
    (f"{LEIKE} is not the founder of {META}.", "founded", DENIED),
    (f"{LEIKE} is not a researcher at {META}.", "workedAt", DENIED),
    (f"{LEIKE} never worked at {META}.", "workedAt", DENIED),
    # refusals are refusals
    (f"{LEIKE} declined to join {META}.", "declined", ASSERTED),
    (f"{LEIKE} turned down an offer from {META}.", "declined", ASSERTED),
    (f"{CHEN} has not declined to join {META}.", "declined", DENIED),
    # attempts are approaches
    (f"{META} tried to hire {LEIKE}.", "movedTo", NOTHING),
    (f"{META} tried to hire {LEIKE}.", "approached", ASSERTED),
    (f"{META} attempted to poach {LEIKE}.", "movedTo", NOTHING),
    (f"{META} failed to hire {LEIKE}.", "movedTo", DENIED),
    (f"{META} has no plans to hire {LEIKE}.", "movedTo", NOTHING),
    (f"{LEIKE} wants to join {META}.", "movedTo", NOTHING),
    (f"{LEIKE} was unable to join {META}.", "movedTo", NOTHING),
    # questions and suppositions
    (f"Did {LEIKE} join {META}?", "movedTo", NOTHING),
    (f"Will {LEIKE} join {META}?", "movedTo", NOTHING),
    (f"If {LEIKE} joins {META}, the market will react.", "movedTo", NOTHING),
    (f"Unless {LEIKE} joins {META}, the deal is off.", "movedTo", NOTHING),
    (f"Whether {LEIKE} joined {META} is unknown.", "movedTo", NOTHING),
    (f"{CHEN} doubts that {LEIKE} joined {META}.", "movedTo", NOTHING),
    # what the parser or the rule's own modality could hide
    (f"{LEIKE} appears to have joined {META}.", "movedTo", REPORTED),
    (f"{META} did not try to poach {LEIKE}.", "approached", DENIED),
    (f"{META} reportedly tried to poach {LEIKE}.", "approached", REPORTED),
    (f"If {META} tries to poach {LEIKE}, he will stay.", "approached", NOTHING),
    (f"Did {META} try to poach {LEIKE}?", "approached", NOTHING),
    (f"{META} denied having tried to poach {LEIKE}.", "approached", DENIED),
    (f"{LEIKE} refused {META}'s offer.", "approached", ASSERTED),
    # not yet
    (f"Neither {LEIKE} nor {CHEN} joined {META}.", "movedTo", DENIED),
    (f"It is false that {META} hired {LEIKE}.", "movedTo", DENIED),
    (f"Reports that {LEIKE} joined {META} are false.", "movedTo", DENIED),
    (f"{LEIKE}, not a founder of {META}, left.", "founded", DENIED),
    (f"{LEIKE} almost joined {META}.", "movedTo", NOTHING),
    (f"{LEIKE} has yet to join {META}.", "movedTo", NOTHING),
    (f"{LEIKE} considered joining {META}.", "movedTo", NOTHING),
    not_yet(f"{META} hopes to hire {LEIKE}.", "movedTo", NOTHING, why="the chain of verbs is lost"),
    (f"{LEIKE} is about to join {META}.", "movedTo", PLANNED),
    (f"{LEIKE} did not hesitate to join {META}.", "movedTo", ASSERTED),
    (f"Had {LEIKE} joined {META}, he would be rich.", "movedTo", NOTHING),
    not_yet(f"{LEIKE} joined {META} if the report is right.", "movedTo", NOTHING, why="a condition behind is not read"),
    (f"{LEIKE} refused {META}'s offer.", "declined", ASSERTED),
]  # fmt: skip


def modalities(claims: tuple[Claim, ...], relation: str) -> set[Modality]:
    return {claim.modality for claim in claims if claim.relation == relation}


@pytest.mark.parametrize(("sentence", "relation", "modality"), FRENCH)
def test_a_french_sentence_commits_itself_so_far(
    sentence: str, relation: str, modality: Modality | None, read: Read
) -> None:
    assert modalities(read(sentence, "fr"), relation) == ({modality} - {None})


@pytest.mark.parametrize(("sentence", "relation", "modality"), ENGLISH)
def test_an_english_sentence_commits_itself_so_far(
    sentence: str, relation: str, modality: Modality | None, read: Read
) -> None:
    assert modalities(read(sentence, "en"), relation) == ({modality} - {None})


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("fr", f"{LEIKE} a refusé de rejoindre {META}."),
        ("fr", f"{LEIKE} a décliné l'offre de {META}."),
        ("fr", f"{META} a tenté de débaucher {LEIKE}, en vain."),
        ("en", f"{LEIKE} refused to join {META}."),
        ("en", f"{LEIKE} turned down {META}."),
        ("en", f"{LEIKE}, who did not want to join {META}, stayed at {OPENAI}."),
    ],
)
def test_a_refused_offer_is_not_a_move(code: str, sentence: str, read: Read) -> None:
    assert modalities(read(sentence, code), "movedTo") <= {DENIED}


def still_there(claims: tuple[Claim, ...]) -> bool:
    return any(c.relation == "workedAt" and c.value("status") == "current" and c.modality is ASSERTED for c in claims)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("fr", f"{LEIKE} ne travaille plus chez {OPENAI}."),
        ("fr", f"{LEIKE} n'est plus chez {OPENAI}."),
        ("en", f"{LEIKE} no longer works at {OPENAI}."),
        ("en", f"{LEIKE} is no longer at {OPENAI}."),
    ],
)
def test_who_no_longer_works_there_does_not_work_there_now(code: str, sentence: str, read: Read) -> None:
    assert not still_there(read(sentence, code))


@pytest.mark.parametrize(
    ("code", "sentence", "source"),
    [
        ("fr", f"Selon [Organization Bloomberg], {LEIKE} a rejoint {META}.", "Bloomberg"),
        ("fr", f"D’après deux proches, {META} a recruté {LEIKE}.", "deux proches"),
        ("fr", f"{META} a recruté {LEIKE}, selon [Organization Reuters].", "Reuters"),
        ("fr", f"[Person Sam Altman] affirme que {LEIKE} a rejoint {META}.", "Sam Altman"),
        ("fr", f"{LEIKE} a rejoint {META}.", None),
        ("en", f"According to [Organization Reuters], {LEIKE} joined {META}.", "Reuters"),
        ("en", f"{META} hired {LEIKE}, according to two people.", "two people"),
        ("en", f"[Person Sam Altman] says that {LEIKE} joined {META}.", "Sam Altman"),
        ("en", f"{LEIKE} joined {META}.", None),
        pytest.param(
            "fr",
            f"{META} a recruté {LEIKE}, a déclaré [Person Sam Altman].",
            "Sam Altman",
            marks=pytest.mark.xfail(strict=True, reason="a source that stands behind its verb is missed"),
        ),
        pytest.param(
            "fr",
            f"Personne ne croit que {LEIKE} a rejoint {META}.",
            None,
            marks=pytest.mark.xfail(strict=True, reason="“nobody” is taken for a source"),
        ),
    ],
)
def test_a_claim_names_the_source_that_the_sentence_gives(
    code: str, sentence: str, source: str | None, read: Read
) -> None:
    (claim,) = [claim for claim in read(sentence, code) if claim.relation == "movedTo"]
    assert claim.attributed_to == source
