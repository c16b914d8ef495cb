from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aigraph.gazetteer import Entry, Gazetteer
from aigraph.model import Modality, Profile, Stay
from aigraph.resolve import local_entities

if TYPE_CHECKING:
    from tests.conftest import Draft

GAZETTEER = Gazetteer(
    {
        entry.id: entry
        for entry in (
            Entry("model/gemini", "Model", "Gemini", maker="organization/google-deepmind"),
            Entry("organization/google", "Organization", "Google", kind="company"),
            Entry("organization/google-deepmind", "Organization", "Google DeepMind", parent="organization/google"),
            Entry("organization/nyu", "Organization", "New York University", kind="university"),
        )
    }
)
START, END = ("2010", "2010"), ("2015", "2015")


def profile(draft: Draft, name: str) -> Profile:
    found = {local.name: local for local in local_entities(draft.reading, gazetteer=GAZETTEER)}
    return found[name].profile


def test_the_context_is_of_the_topmost_organisations_and_of_the_makers_of_works(draft: type[Draft]) -> None:
    text = "Wei Zhang joined Google DeepMind from Acme Robotics. Wei Zhang made Gemini."
    said = draft(text).says("Wei Zhang joined", "Wei Zhang", "movedTo", "Google DeepMind", from_="Acme Robotics")
    said = said.says("Wei Zhang made", "Wei Zhang", "coCreated", "Gemini")
    assert profile(said, "Wei Zhang").context == ("model/gemini", "organization/google", "organization:acme robotics")


def test_a_stay_is_the_time_that_is_certain(draft: type[Draft]) -> None:
    said = draft("Wei Zhang was at Google from 2010 to 2015.").says(
        "Wei Zhang was", "Wei Zhang", "workedAt", "Google", start=START, end=END
    )
    assert profile(said, "Wei Zhang") == Profile(
        context=("organization/google",),
        stays=(Stay("organization/google", "2010-12-31", "2015-01-01"),),
        first="2010-01-01",
        last="2015-12-31",
    )


def test_what_is_current_lasts_until_the_article_is_published(draft: type[Draft]) -> None:
    said = draft("Wei Zhang has been at Google since 2010.", published="2025-07").says(
        "Wei Zhang has", "Wei Zhang", "workedAt", "Google", start=START, status=("current", "has been")
    )
    assert profile(said, "Wei Zhang").stays == (Stay("organization/google", "2010-12-31", "2025-07-01"),)


@pytest.mark.parametrize(
    ("place", "role", "modality"),
    [
        ("New York University", "engineer", Modality.ASSERTED),
        ("Acme School", "engineer", Modality.ASSERTED),
        ("Google", "board member", Modality.ASSERTED),
        ("Google", "engineer", Modality.RUMOURED),
        ("Google", "engineer", Modality.DENIED),
    ],
)
def test_what_leaves_room_for_other_work_or_is_unsure_is_no_stay(
    draft: type[Draft], place: str, role: str, modality: Modality
) -> None:
    said = draft(f"Wei Zhang was {role} at {place} from 2010 to 2015.").says(
        "Wei Zhang was", "Wei Zhang", "workedAt", place, modality=modality, start=START, end=END, role=role
    )
    assert profile(said, "Wei Zhang").stays == ()


def test_only_people_have_a_profile(draft: type[Draft]) -> None:
    said = draft("Wei Zhang joined Google.").says("Wei Zhang", "Wei Zhang", "movedTo", "Google", date=("2015", "Wei"))
    assert profile(said, "Google") == Profile()
    assert profile(said, "Wei Zhang") != Profile()
