from __future__ import annotations

import datetime
import random
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigraph.fuse.article import Article
from aigraph.fuse.career import tenures
from aigraph.model import (
    Bound,
    Claim,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Qualifier,
    Span,
    Statement,
    Status,
    Tenure,
)

NG = Entity("person/andrew-ng", "Person", "Andrew Ng")
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


def place(name: str) -> Entity:
    return Entity(f"organization/{name.casefold().replace(' ', '-')}", "Organization", name)


def article(name: str, published: str | None = None) -> Article:
    return Article.of(Document(f"What {name} wrote.", publisher=name, published=published))


def says(article: Article, at: int = 0, **details: str) -> Claim:
    """One claim of an article, at a place of its text; details are its modality and qualifiers (`origin` is `from`)."""
    modality = Modality(details.pop("modality", Modality.ASSERTED))
    mention = Mention.at("Somebody", 0, 8, "Person")
    qualifiers = tuple(
        Qualifier("from", value, value, type="Organization") if name == "origin" else Qualifier(name, value, value)
        for name, value in sorted(details.items())
    )
    evidence = Evidence(article.id, Span(at, at + 1), "x", "by.hand")
    return Claim(mention, "", mention, evidence, modality, None, 0.9, qualifiers)


def statement(
    relation: str,
    where: str,
    *claims: Claim,
    status: Status = Status.ACCEPTED,
    conflicts: tuple[str, ...] = (),
    subject: Entity = NG,
) -> Statement:
    named = {q.value: q for claim in claims for q in claim.qualifiers}
    qualifiers = tuple(
        Qualifier(q.name, place(q.value).id, q.text, type=q.type) if q.type else q for _, q in sorted(named.items())
    )
    ordered = tuple(sorted(claims, key=lambda claim: (claim.evidence.document, claim.evidence.span)))
    return Statement(subject, relation, place(where), ordered, status, 0.9, qualifiers, conflicts=conflicts)


def career(statements: Iterable[Statement], *articles: Article) -> tuple[Tenure, ...]:
    return tenures(statements, {article.id: article for article in articles})


def days(tenure: Tenure) -> dict[str, str]:
    found = {name: getattr(tenure, name).day for name in BOUNDS}
    return {name: str(day) for name, day in found.items() if day}


def only(tenures: tuple[Tenure, ...]) -> Tenure:
    (tenure,) = tenures
    return tenure


TIMES = article("The Times", "2025-07-01")
POST = article("The Post", "2016-03")
UNDATED = article("Some Blog")


def test_a_dated_move_starts_one_stay_and_ends_the_other() -> None:
    google, baidu = career([statement("movedTo", "Baidu", says(TIMES, origin="Google", date="2014-05"))], TIMES)
    assert (google.organization.label, google.rank, days(google)) == (
        "Google",
        0,
        {"start_latest": "2014-05-31", "end_earliest": "2014-05-01", "end_latest": "2014-05-31"},
    )
    assert (baidu.organization.label, baidu.rank, days(baidu)) == (
        "Baidu",
        1,
        {"start_earliest": "2014-05-01", "start_latest": "2014-05-31"},
    )
    assert baidu.start_latest.reason == "The Times (2025-07-01) dates the move to Baidu 2014-05"
    assert google.end_latest.reason == "The Times (2025-07-01) dates the move from Google 2014-05"


def test_a_departure_ends_the_stay() -> None:
    said = [
        statement("movedTo", "Baidu", says(TIMES, date="2014-05")),
        statement("left", "Baidu", says(TIMES, 1, date="2017-03")),
    ]
    assert days(only(career(said, TIMES))) == {
        "start_earliest": "2014-05-01",
        "start_latest": "2014-05-31",
        "end_earliest": "2017-03-01",
        "end_latest": "2017-03-31",
    }


def test_who_is_called_current_was_there_on_the_day_of_the_article() -> None:
    tenure = only(career([statement("workedAt", "Baidu", says(POST, status="current", role="chief scientist"))], POST))
    assert tenure.current
    assert days(tenure) == {"start_latest": "2016-03-31", "end_earliest": "2016-03-01"}
    assert tenure.end_earliest.reason == "The Post (2016-03) calls the post at Baidu (chief scientist) current"


def test_a_former_member_had_left_by_the_day_of_the_article() -> None:
    tenure = only(career([statement("workedAt", "Baidu", says(TIMES, status="past"))], TIMES))
    assert not tenure.current
    assert tenure.end_latest == Bound(datetime.date(2025, 7, 1), "The Times (2025-07-01) calls the post at Baidu past")


def test_an_announced_move_has_begun_by_the_day_of_the_article() -> None:
    google, baidu = career([statement("movedTo", "Baidu", says(POST, origin="Google"))], POST)
    assert days(google) == {"start_latest": "2016-03-31", "end_latest": "2016-03-31"}
    assert days(baidu) == {"start_latest": "2016-03-31"}


def test_an_article_without_a_date_bounds_nothing() -> None:
    found = career([statement("movedTo", "Baidu", says(UNDATED, origin="Google"))], UNDATED)
    assert [(tenure.organization.label, days(tenure)) for tenure in found] == [("Google", {}), ("Baidu", {})]


def test_a_duration_counts_back_from_the_end_to_about_the_start() -> None:
    said = [
        statement("workedAt", "Google", says(POST, 1, duration="P11Y", status="past")),
        statement("movedTo", "Baidu", says(POST, origin="Google", date="2014-05")),
    ]
    google, _ = career(said, POST)
    assert days(google) == {
        "start_earliest": "2002-05-01",
        "start_latest": "2004-05-31",
        "end_earliest": "2014-05-01",
        "end_latest": "2014-05-31",
    }
    assert google.start_latest.reason == "The Post (2016-03) gives it 11 years, until 2014-05"


def test_a_duration_of_what_goes_on_counts_back_from_the_article() -> None:
    said = [statement("workedAt", "Baidu", says(POST, duration="P1Y6M", status="current"))]
    assert days(only(career(said, POST))) == {
        "start_earliest": "2014-08-01",
        "start_latest": "2014-10-31",
        "end_earliest": "2016-03-01",
    }


def test_a_duration_counts_on_from_the_start() -> None:
    said = [statement("workedAt", "Baidu", says(UNDATED, start="2014", duration="P3Y", status="past"))]
    assert days(only(career(said, UNDATED))) == {
        "start_earliest": "2014-01-01",
        "start_latest": "2014-12-31",
        "end_earliest": "2016-01-01",
        "end_latest": "2018-12-31",
    }


def test_a_duration_without_a_day_to_count_from_is_told_all_the_same() -> None:
    tenure = only(career([statement("workedAt", "Baidu", says(UNDATED, duration="P3Y"))], UNDATED))
    assert tenure.start_latest == Bound(None, "Some Blog (undated) gives it 3 years, but no day is known to count from")


def test_a_contradicted_duration_says_so() -> None:
    said = [statement("workedAt", "Baidu", says(TIMES, duration="P3Y", status="past"), conflicts=("c",))]
    tenure = only(career(said, TIMES))
    assert tenure.start_latest.reason == (
        "The Times (2025-07-01) gives it 3 years, which is contradicted, until 2025-07-01 or earlier"
    )


def test_a_return_is_a_second_tenure() -> None:
    said = [
        statement("workedAt", "Meta", says(TIMES, 2, duration="P11Y", status="past")),
        statement("workedAt", "Anthropic", says(TIMES, 1, status="current"), says(UNDATED, duration="P11Y")),
        statement("movedTo", "Meta", says(TIMES, 0, origin="Anthropic"), says(UNDATED, 0, origin="Anthropic")),
    ]
    found = career(said, TIMES, UNDATED)
    assert [tenure.organization.label for tenure in found] == ["Meta", "Anthropic", "Meta"]
    assert days(found[0]) == {"start_latest": "2015-07-01", "end_latest": "2025-07-01"}
    assert len({tenure.id for tenure in found}) == 3


def test_who_has_just_come_has_not_been_there_for_years() -> None:
    said = [
        statement("workedAt", "Meta", says(TIMES, 1, duration="P11Y", status="current")),
        statement("movedTo", "Meta", says(TIMES, origin="Anthropic")),
    ]
    found = career(said, TIMES)
    assert [tenure.organization.label for tenure in found] == ["Meta", "Anthropic", "Meta"]
    assert days(found[0])["start_latest"] == "2015-07-01"
    assert not found[0].current


def test_a_departure_without_a_date_is_the_one_that_is_known() -> None:
    said = [
        statement("left", "Google", says(POST, date="2014"), says(TIMES, 1)),
        statement("movedTo", "Google", says(TIMES, date="2024-08")),
    ]
    assert [days(tenure).get("end_latest") for tenure in career(said, POST, TIMES)] == ["2014-12-31", None]


@pytest.mark.parametrize(
    ("duration", "elsewhere", "places"),
    [
        ("P11Y", (), "Meta Anthropic Meta"),
        ("P11Y", ("Kyutai",), "Anthropic Meta Kyutai"),
        ("P1Y", (), "Anthropic Meta"),
    ],
)
def test_without_dates_years_are_those_before_the_last_move(
    duration: str, elsewhere: tuple[str, ...], places: str
) -> None:
    said = [
        statement("movedTo", "Meta", says(UNDATED, origin="Anthropic")),
        statement("workedAt", "Meta", says(TIMES, status="past", duration=duration)),
        *(statement("workedAt", place, says(TIMES, 1, status="current")) for place in elsewhere),
    ]
    assert " ".join(tenure.organization.label for tenure in career(said, UNDATED, TIMES)) == places


def test_a_former_member_of_a_later_article_has_not_come_back() -> None:
    said = [
        statement("movedTo", "Baidu", says(POST, origin="Google")),
        statement("workedAt", "Baidu", says(TIMES, status="past")),
    ]
    assert [tenure.organization.label for tenure in career(said, POST, TIMES)] == ["Google", "Baidu"]


def test_who_leaves_after_joining_has_not_come_back() -> None:
    said = [
        statement("movedTo", "Baidu", says(TIMES, origin="Google")),
        statement("movedTo", "Landing AI", says(TIMES, 1, origin="Baidu")),
        statement("workedAt", "Baidu", says(TIMES, 2, status="past")),
    ]
    assert [t.organization.label for t in career(said, TIMES)] == ["Google", "Baidu", "Landing AI"]


def test_who_still_is_called_current_after_leaving_has_not_come_back() -> None:
    said = [
        statement("movedTo", "Baidu", says(POST)),
        statement("left", "Baidu", says(TIMES, date="2017-03")),
        statement("workedAt", "Baidu", says(TIMES, 1, status="current")),
    ]
    assert len(career(said, POST, TIMES)) == 1


def test_who_is_back_after_leaving_has_two_tenures() -> None:
    said = [
        statement("movedTo", "Baidu", says(TIMES)),
        statement("left", "Baidu", says(POST, date="2016-03")),
        statement("workedAt", "Baidu", says(TIMES, 1, status="current")),
    ]
    first, again = career(said, POST, TIMES)
    assert (days(first)["end_latest"], days(again)["end_earliest"]) == ("2016-03-31", "2025-07-01")
    assert again.current


def test_who_was_there_before_leaving_had_come_before() -> None:
    early = article("Early", "2015-12-11")
    said = [
        statement("workedAt", "Baidu", says(early, status="current"), says(TIMES, status="current")),
        statement("left", "Baidu", says(POST, date="2016-03")),
        statement("movedTo", "Baidu", says(TIMES, 1, origin="Google")),
    ]
    google, baidu = career(said, POST, TIMES, early)
    assert (google.organization.label, baidu.organization.label) == ("Google", "Baidu")
    assert days(baidu)["end_latest"] == "2016-03-31"


def test_what_is_told_before_a_departure_is_part_of_the_stay_that_it_ends() -> None:
    early = article("Early", "2015-12-11")
    said = [
        statement("workedAt", "Baidu", says(early, role="head"), says(TIMES, role="adviser")),
        statement("left", "Baidu", says(POST, date="2016-03")),
        statement("movedTo", "Baidu", says(TIMES, 1, date="2024")),
    ]
    first, again = career(said, POST, TIMES, early)
    assert (first.roles, again.roles) == (("head",), ("adviser",))


def test_there_and_back_are_three_tenures() -> None:
    said = [
        statement("movedTo", "Character.AI", says(POST, origin="Google", date="2021-10")),
        statement("movedTo", "Google", says(TIMES, origin="Character.AI", date="2024-08")),
    ]
    found = career(said, POST, TIMES)
    assert [tenure.organization.label for tenure in found] == ["Google", "Character.AI", "Google"]
    assert days(found[0]) == {"start_latest": "2016-03-31", "end_earliest": "2021-10-01", "end_latest": "2021-10-31"}


def test_two_dated_arrivals_far_apart_are_two_tenures_and_two_near_ones_one() -> None:
    apart = [statement("movedTo", "Google", says(TIMES, date="2000"), says(POST, date="2012-05"))]
    near = [statement("movedTo", "Google", says(TIMES, date="2011-12"), says(POST, date="2012-01"))]
    assert len(career(apart, TIMES, POST)) == 2
    assert days(only(career(near, TIMES, POST))) == {"start_earliest": "2011-12-01", "start_latest": "2012-01-31"}


def test_a_later_post_at_one_place_is_no_second_tenure() -> None:
    said = [statement("workedAt", "Google", says(TIMES, start="2011"), says(TIMES, 1, start="2016", role="head"))]
    assert len(career(said, TIMES)) == 1


def test_who_still_is_called_current_after_leaving_has_left() -> None:
    said = [
        statement("left", "Baidu", says(POST, date="2015-03")),
        statement("workedAt", "Baidu", says(TIMES, status="current")),
    ]
    tenure = only(career(said, POST, TIMES))
    assert not tenure.current
    assert days(tenure) == {"start_latest": "2015-03-31", "end_earliest": "2015-03-01", "end_latest": "2015-03-31"}
    assert tenure.end_latest.reason == (
        "The Post (2016-03) dates the departure from Baidu 2015-03; "
        "against it: The Times (2025-07-01) calls the post at Baidu current"
    )


def test_a_founding_is_the_start_only_where_something_else_places_the_founder() -> None:
    founded = statement("founded", "Landing AI", says(TIMES, date="2017-12"))
    works = statement("workedAt", "Landing AI", says(TIMES, 1, status="current"))
    assert career([founded], TIMES) == ()
    assert days(only(career([founded, works], TIMES))) == {
        "start_earliest": "2017-12-01",
        "start_latest": "2017-12-31",
        "end_earliest": "2025-07-01",
    }


@pytest.mark.parametrize(
    ("status", "modality"),
    [
        (Status.UNCONFIRMED, Modality.RUMOURED),
        (Status.UNCONFIRMED, Modality.PLANNED),
        (Status.REFUTED, Modality.RUMOURED),
        (Status.REFUTED, Modality.DENIED),
        (Status.SUPERSEDED, Modality.DENIED),
    ],
)
def test_what_does_not_stand_makes_no_tenure(status: Status, modality: Modality) -> None:
    assert career([statement("movedTo", "Baidu", says(TIMES, modality=modality), status=status)], TIMES) == ()


def test_what_is_disputed_says_so() -> None:
    said = [statement("workedAt", "Baidu", says(TIMES, status="past"), status=Status.DISPUTED)]
    assert only(career(said, TIMES)).end_latest.reason.endswith("past (disputed)")


def test_a_planned_telling_of_a_move_that_happened_dates_nothing() -> None:
    planned = says(POST, date="2014-09", modality=Modality.PLANNED)
    tenure = only(career([statement("movedTo", "Baidu", planned, says(TIMES, date="2014-05"))], POST, TIMES))
    assert days(tenure)["start_earliest"] == "2014-05-01"


def test_a_move_that_another_article_dates_ends_the_stay_that_it_leads_from() -> None:
    said = [statement("movedTo", "Baidu", says(UNDATED, origin="Google"), says(TIMES, date="2014-05"))]
    google, _ = career(said, UNDATED, TIMES)
    assert days(google) == {"end_earliest": "2014-05-01", "end_latest": "2014-05-31"}


def test_who_is_seen_where_a_move_leads_from_has_not_moved_yet() -> None:
    said = [
        statement("workedAt", "Google", says(POST, status="current")),
        statement("movedTo", "Baidu", says(TIMES, origin="Google")),
    ]
    google, baidu = career(said, POST, TIMES)
    assert days(google) == {"start_latest": "2016-03-31", "end_earliest": "2016-03-01", "end_latest": "2025-07-01"}
    assert days(baidu) == {"start_earliest": "2016-03-01", "start_latest": "2025-07-01"}
    assert baidu.start_earliest.reason == "The Post (2016-03) calls the post at Google current"


def test_posts_of_the_past_come_before_the_one_that_a_move_leads_from() -> None:
    said = [
        statement("movedTo", "Baidu", says(UNDATED, origin="Google")),
        statement("workedAt", "Stanford", says(UNDATED, 1, status="past")),
        statement("workedAt", "Coursera", says(UNDATED, 2, status="current")),
    ]
    found = [tenure.organization.label for tenure in career(said, UNDATED)]
    assert found == ["Stanford", "Google", "Baidu", "Coursera"]


def test_what_ends_on_a_day_comes_before_what_starts_then() -> None:
    said = [
        statement("workedAt", "Zhihu", says(UNDATED, end="2017")),
        statement("workedAt", "Baidu", says(UNDATED, 1, start="2017")),
    ]
    assert [tenure.organization.label for tenure in career(said, UNDATED)] == ["Zhihu", "Baidu"]


def test_tenures_are_those_of_one_person() -> None:
    other = Entity("person/yann-lecun", "Person", "Yann LeCun")
    said = [statement("left", "Baidu", says(TIMES)), statement("left", "Meta", says(TIMES), subject=other)]
    with pytest.raises(ValueError, match="one person"):
        career(said, TIMES)


# ------------------------------------------------------------------ laws

ARTICLES = (TIMES, POST, UNDATED, article("Le Monde", "2014"), article("Early", "0001"), article("Late", "9999-12-31"))
BY_ID: Mapping[str, Article] = {article.id: article for article in ARTICLES}
DATES = st.sampled_from(("2010", "2012-03", "2014-05-06", "2016/2018", "../2015", "2020/..", "0001", "9999"))
PLACES = st.sampled_from(("Google", "Baidu", "Meta"))
DETAILS: Mapping[str, Mapping[str, st.SearchStrategy[str]]] = {
    "movedTo": {"origin": PLACES, "date": DATES},
    "left": {"date": DATES},
    "founded": {"date": DATES},
    "workedAt": {
        "start": DATES,
        "end": DATES,
        "duration": st.sampled_from(("P1Y", "P11Y", "P6M", "P99Y", "P3W")),
        "status": st.sampled_from(("current", "past")),
    },
}


@st.composite
def lives(draw: st.DrawFn) -> list[Statement]:
    found = []
    kinds = draw(st.lists(st.tuples(st.sampled_from(sorted(DETAILS)), PLACES), max_size=7, unique=True))
    for relation, where in kinds:
        claims = [
            says(draw(st.sampled_from(ARTICLES)), at, **draw(st.fixed_dictionaries({}, optional=DETAILS[relation])))
            for at in range(draw(st.integers(1, 3)))
        ]
        status = draw(st.sampled_from((Status.ACCEPTED, Status.ACCEPTED, Status.DISPUTED)))
        found.append(statement(relation, where, *claims, status=status, conflicts=draw(st.sampled_from(((), ("c",))))))
    return found


@given(lives(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_statements_does_not_matter(said: list[Statement], chance: random.Random) -> None:
    shuffled = chance.sample(said, len(said))
    assert tenures(shuffled, dict(reversed(list(BY_ID.items())))) == tenures(said, BY_ID)


@given(lives())
@settings(deadline=None, max_examples=300)
def test_no_interval_is_impossible(said: list[Statement]) -> None:
    found = tenures(said, BY_ID)
    assert [tenure.rank for tenure in found] == list(range(len(found)))
    for tenure in found:
        first, by, until, last = (getattr(tenure, name).day for name in BOUNDS)
        for low, high in ((first, by), (until, last), (first, last)):
            assert low is None or high is None or low <= high
        assert all(getattr(tenure, name).reason for name in BOUNDS if getattr(tenure, name).day)
        assert tenure.statements
        assert set(tenure.statements) <= {statement.id for statement in said}
        assert not (tenure.current and tenure.end_latest.day)


@given(lives())
@settings(deadline=None)
def test_a_career_depends_on_the_articles_of_its_own_statements_alone(said: list[Statement]) -> None:
    own = {claim.evidence.document for statement in said for claim in statement.claims}
    assert tenures(said, {name: BY_ID[name] for name in own}) == tenures(said, BY_ID)


@given(lives())
@settings(deadline=None)
def test_every_place_of_a_statement_that_stands_has_a_tenure(said: list[Statement]) -> None:
    places = {s.object.id for s in said if s.relation != "founded"}
    assert places <= {tenure.organization.id for tenure in tenures(said, BY_ID)}
