from __future__ import annotations

from collections.abc import Iterable

from aigraph.gazetteer import Entry, Gazetteer
from aigraph.model import Decision, Judgement, Linking, LocalEntity, Profile, Stay
from aigraph.resolve import resolve

A, B, C, D = (f"{letter * 16}" for letter in "abcd")
GAZETTEER = Gazetteer(
    {"organization/meta": Entry("organization/meta", "Organization", "Meta", aliases=("Facebook",), wikidata="Q380")}
)


def person(name: str, article: str = A, **profile: object) -> LocalEntity:
    return LocalEntity("Person", name, article, Profile(**profile))  # type: ignore[arg-type]


def decide(judgement: Judgement, one: str, other: str, kind: str = "Person") -> Decision:
    one, other = sorted((one, other))
    return Decision(judgement, kind, one, other, "Ada", "2025-07-01", "she knows")


def link(local_entities: Iterable[LocalEntity], *decisions: Decision) -> Linking:
    return resolve(local_entities, gazetteer=GAZETTEER, decisions=decisions)


def test_names_that_no_reason_joins_are_one_when_someone_says_so() -> None:
    linking = link([person("Ye"), person("Kanye West")], decide(Judgement.SAME, "Ye", "Kanye West"))
    assert linking.entity("Person", "Ye").label == "Kanye West"
    assert linking.reasons["Person", "Ye"] == ("one with “Kanye West”: decided by Ada on 2025-07-01: she knows",)


def test_what_is_judged_to_be_different_does_not_meet_through_a_third_name() -> None:
    names = [person(name) for name in ("Sam Altman", "SAM ALTMAN", "Sam  Altman")]
    linking = link(names, decide(Judgement.DIFFERENT, "Sam Altman", "SAM ALTMAN"))
    assert linking.entity("Person", "Sam Altman").id != linking.entity("Person", "SAM ALTMAN").id
    assert any(reason.startswith("not “SAM ALTMAN”") for reason in linking.reasons["Person", "Sam Altman"])


def test_an_unsure_judgement_changes_no_entity() -> None:
    names = [person("Sam Altman"), person("SAM ALTMAN"), person("Mira Murati")]
    linking = link(names, decide(Judgement.UNSURE, "SAM ALTMAN", "Sam Altman"))
    assert linking.entities == link(names).entities


def test_the_latest_of_two_judgements_holds() -> None:
    names = [person("Ye"), person("Kanye West")]
    same = decide(Judgement.SAME, "Ye", "Kanye West")
    later = Decision(Judgement.DIFFERENT, "Person", "Kanye West", "Ye", "Bo", "2025-08-01")
    assert link(names, same, later) == link(names, later, same) == link(names, later)


def test_a_name_of_an_entry_that_is_judged_to_be_another_is_one_of_its_own() -> None:
    names = [LocalEntity("Organization", name, A) for name in ("Facebook", "Meta")]
    linking = link(names, decide(Judgement.DIFFERENT, "Facebook", "Meta", "Organization"))
    assert linking.entity("Organization", "Meta").id == "organization/meta"
    assert linking.entity("Organization", "Facebook").id == "organization/facebook"


def test_a_new_spelling_of_an_entry_is_one_with_it_when_someone_says_so() -> None:
    names = [LocalEntity("Organization", name, A) for name in ("The social network", "Meta")]
    linking = link(names, decide(Judgement.SAME, "The social network", "Meta", "Organization"))
    assert linking.entity("Organization", "The social network").same_as == ("Q380",)


OLD = {"first": "1936-01-01", "last": "1952-12-31", "context": ("organization:bletchley park",)}
NEW = {"first": "2019-01-01", "last": "2024-12-31", "context": ("organization/meta",)}


def test_two_people_of_one_name_whose_lives_lie_far_apart_stay_two() -> None:
    linking = link([person("John Smith", A, **OLD), person("John Smith", B, **NEW), person("John Smith", C, **NEW)])
    assert linking.entity("Person", "John Smith").id == "person/john-smith"
    assert linking.entity("Person", "John Smith", C).id == "person/john-smith"
    assert linking.entity("Person", "John Smith", A).id.startswith("person/john-smith-")
    assert "66 years apart" in linking.reasons["Person", "John Smith"][0]


def test_articles_with_something_in_common_speak_of_one_person_whatever_else_they_say() -> None:
    both = OLD | {"context": ("organization/meta", "organization:bletchley park")}
    assert link([person("John Smith", A, **both), person("John Smith", B, **NEW)]).apart == {}


AT_META = {"context": ("organization/meta",), "stays": (Stay("organization/meta", "2012-01-01", "2018-01-01"),)}
AT_ACME = {"context": ("organization:acme",), "stays": (Stay("organization:acme", "2014-01-01", "2020-01-01"),)}


def test_two_stays_at_one_time_tell_the_bearers_of_a_common_name_apart() -> None:
    linking = link([person("Wei Zhang", A, **AT_META), person("Wei Zhang", B, **AT_ACME)])
    assert linking.entity("Person", "Wei Zhang", A).id != linking.entity("Person", "Wei Zhang", B).id
    assert "from 2014-01-01 to 2018-01-01" in linking.reasons["Person", "Wei Zhang"][0]


def test_two_stays_at_one_time_are_a_contradiction_about_the_bearer_of_a_rare_name() -> None:
    assert link([person("Joel Pobar", A, **AT_META), person("Joel Pobar", B, **AT_ACME)]).apart == {}


def test_articles_of_one_name_can_be_judged_one_by_one() -> None:
    names = [person("Wei Zhang", article) for article in (A, B, C, D)]
    apart = link(names, decide(Judgement.DIFFERENT, f"Wei Zhang@{A}", "Wei Zhang"))
    assert apart.entity("Person", "Wei Zhang", A).id != apart.entity("Person", "Wei Zhang", B).id
    assert len({apart.entity("Person", "Wei Zhang", article).id for article in (B, C, D)}) == 1


def test_an_article_can_be_judged_to_speak_of_the_bearer_of_another_name() -> None:
    names = [person("J. Smith", A), person("J. Smith", B), person("John Smith", C), person("Jane Smith", D)]
    linking = link(
        names,
        decide(Judgement.SAME, f"J. Smith@{A}", "John Smith"),
        decide(Judgement.SAME, f"J. Smith@{B}", "Jane Smith"),
    )
    assert linking.entity("Person", "J. Smith", A) == linking.entity("Person", "John Smith")
    assert linking.entity("Person", "J. Smith", B) == linking.entity("Person", "Jane Smith")
    assert linking.entity("Person", "John Smith") != linking.entity("Person", "Jane Smith")
