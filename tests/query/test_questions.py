"""Every named question, over three articles, with the rows that a careful reader expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.conftest import keep

from aigraph.errors import DataError, InputError
from aigraph.fuse import Fused
from aigraph.model import Decision, Judgement, Reading, Statement
from aigraph.query import Table, ask, questions
from aigraph.query.named import read_question
from aigraph.store import Store

RIVALS = "Joel Pobar joined Meta from Anthropic, where he had spent eleven years. Seven p…"
NAMES = (
    "brain-drain", "career", "co-creators", "colleagues-again", "conflicts", "evidence", "figures", "flows", "founders",
    "known-on", "offers", "rumours", "single-source", "tenures", "who-left", "who-moved-to",
)  # fmt: skip
PARAMETERS = {
    "career": {"person": "Joel Pobar"},
    "co-creators": {"model": "o3"},
    "evidence": {"entity": "Anthropic"},
    "known-on": {"date": "2025-12"},
    "who-left": {"org": "OpenAI"},
    "who-moved-to": {"org": "Meta"},
}


def cells(table: Table, *columns: str) -> list[tuple[str | None, ...]]:
    places = [table.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in table.rows]


def test_there_are_exactly_these_questions() -> None:
    assert tuple(question.name for question in questions()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_has_the_columns_that_the_question_tells_of(name: str, store: Store) -> None:
    (question,) = (q for q in questions() if q.name == name)
    table = ask(store, name, PARAMETERS.get(name))
    assert table.columns == tuple(column.name for column in question.columns)
    assert table.rows
    assert question.title == question.titles["en"] != question.titles["fr"]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_carries_its_sentences_and_the_article_of_each(name: str, store: Store) -> None:
    table = ask(store, name, PARAMETERS.get(name))
    texts = {document.name: document.text for document in store.documents().values()}
    for sentences, articles in cells(table, "sentence", "article"):
        assert sentences
        assert articles
        for sentence, article in zip(sentences.split("\n"), articles.split("\n"), strict=True):
            assert sentence in texts[article]


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_does_not_depend_on_the_order_of_the_articles(
    name: str, store: Store, articles: list[Reading], fusing: Callable[[Iterable[Reading]], Fused]
) -> None:
    said = fusing(articles)
    with Store.open(None, create=True) as other:
        keep(other, articles[::-1], said.statements[::-1], conflicts=said.conflicts[::-1], tenures=said.tenures[::-1])
        assert ask(other, name, PARAMETERS.get(name)) == ask(store, name, PARAMETERS.get(name))


def test_who_moved_to_tells_from_where_when_and_how_certain(store: Store) -> None:
    table = ask(store, "who-moved-to", {"org": "meta"})
    assert cells(table, "person", "destination", "from", "date", "said") == [
        ("Alexandr Wang", "Meta", "Scale AI", None, "asserted"),
        ("Hongyu Ren", "Meta", "OpenAI", "2025-06", "asserted"),
        ("Jack Rae", "Meta", "Google DeepMind", None, "asserted\nreported"),
        ("Jiahui Yu", "Meta", "OpenAI", "2025-06", "asserted"),
        ("Joel Pobar", "Meta", "Anthropic", None, "asserted"),
        ("Shengjia Zhao", "Meta", "OpenAI", "2025-06", "asserted"),
    ]


def test_who_left_tells_for_where_and_never_what_was_denied(store: Store) -> None:
    table = ask(store, "who-left", {"org": "Open AI"})
    assert cells(table, "person", "to", "date") == [
        ("Hongyu Ren", "Meta", "2025-06"),
        ("Jiahui Yu", "Meta", "2025-06"),
        ("Logan Kilpatrick", "Google", "2024"),
        ("Shengjia Zhao", "Meta", "2025-06"),
    ]
    assert cells(ask(store, "who-left", {"org": "Meta"}), "person", "to", "standing", "said") == [
        ("Yann LeCun", None, "disputed", "asserted")
    ]


def test_the_units_of_an_organisation_count_as_it(store: Store) -> None:
    table = ask(store, "who-left", {"org": "Google"})
    assert cells(table, "person", "origin", "to") == [
        ("Barret Zoph", "Google", "OpenAI"),
        ("Jack Rae", "Google DeepMind", "Meta"),
    ]
    assert cells(ask(store, "who-left", {"org": "DeepMind"}), "person") == [("Jack Rae",)]


def test_flows_count_people_and_those_who_went_the_other_way(store: Store) -> None:
    assert cells(ask(store, "flows"), "from", "to", "people", "net", "sources", "who") == [
        ("OpenAI", "Meta", "3", "3", "1", "Hongyu Ren\nJiahui Yu\nShengjia Zhao"),
        ("Anthropic", "Meta", "1", "1", "1", "Joel Pobar"),
        ("Google", "OpenAI", "1", "0", "1", "Barret Zoph"),
        ("Google DeepMind", "Meta", "1", "1", "2", "Jack Rae"),
        ("OpenAI", "Google", "1", "0", "1", "Logan Kilpatrick"),
        ("Scale AI", "Meta", "1", "1", "1", "Alexandr Wang"),
    ]


def test_a_career_is_in_order_and_says_what_contradicts_it(store: Store) -> None:
    table = ask(store, "career", {"person": "Joel Pobar"})
    assert cells(table, "relation", "organization", "from", "duration", "status") == [
        ("workedAt", "Meta", None, "P11Y", "past"),
        ("workedAt", "Anthropic", None, "P11Y", "past"),
        ("movedTo", "Meta", "Anthropic", None, None),
    ]
    assert "contradicted" in str(cells(table, "reason")[1])


def test_a_career_has_bounds_on_its_dates(store: Store) -> None:
    table = ask(store, "career", {"person": "Logan Kilpatrick"})
    assert cells(table, "relation", "start_earliest", "start_latest", "end_latest") == [
        ("movedTo", "2024-01-01", "2024-12-31", None)
    ]


def test_tenures_are_in_the_order_of_the_career_with_their_reasons(store: Store) -> None:
    table = ask(store, "tenures", {"person": "Joel Pobar"})
    assert cells(table, "place", "organization", "end_latest", "current") == [
        ("1", "Meta", "2025-07-01", "false"),
        ("2", "Anthropic", "2025-07-01", "false"),
        ("3", "Meta", None, "false"),
    ]
    assert "calls the post at Meta past" in str(cells(table, "reason")[0])
    everyone = {name for (name,) in cells(ask(store, "tenures"), "name")}
    assert {"Joel Pobar", "Logan Kilpatrick"} <= everyone


def test_co_creators_tells_the_part(store: Store) -> None:
    assert cells(ask(store, "co-creators", {"model": "gpt-4o"}), "person", "work", "contribution", "part") == [
        ("Hongyu Ren", "GPT-4o", "creator", None),
        ("Jiahui Yu", "GPT-4o", "lead", "perception"),
    ]


def test_brain_drain_counts_the_co_creators_who_have_gone(store: Store) -> None:
    both = "Hongyu Ren → Meta\nJiahui Yu → Meta"
    assert cells(ask(store, "brain-drain"), "model", "creators", "moved", "who") == [
        ("o3", "3", "2", both),
        ("GPT-4o", "2", "2", both),
    ]


def test_colleagues_again_are_pairs_with_their_models(store: Store) -> None:
    table = ask(store, "colleagues-again")
    assert cells(table, "person", "colleague", "organization", "models") == [
        ("Hongyu Ren", "Jiahui Yu", "Meta", "GPT-4o\no3")
    ]


def test_founders_tells_where_they_had_been(store: Store) -> None:
    expected = [
        ("Anthropic", "7 founders", None, "OpenAI"),
        ("Anthropic", "Daniela Amodei", "2021", None),
        ("Anthropic", "Dario Amodei", "2021", "OpenAI"),
    ]
    columns = ("organization", "founder", "date", "formerly")
    assert cells(ask(store, "founders", {"org": "Anthropic"}), *columns) == expected
    everywhere = cells(ask(store, "founders"), *columns)
    assert everywhere[:3] == expected
    assert [row[0] for row in everywhere[3:]] == ["Mistral AI", "Scale AI"]


def test_conflicts_are_told_with_their_sentences_side_by_side(store: Store) -> None:
    table = ask(store, "conflicts")
    assert cells(table, "kind", "article", "published", "state") == [
        ("denial", f"Summer at Meta\n{RIVALS}", "2025-07-01\nundated", "open"),
        ("durations", f"{RIVALS}\nSummer at Meta", "undated\n2025-07-01", "open"),
        ("founders", f"{RIVALS}\nSummer at Meta", "undated\n2025-07-01", "open"),
        ("foundings", f"{RIVALS}\nSummer at Meta", "undated\n2025-07-01", "open"),
        ("heads", "Summer at Meta\nSummer at Meta", "2025-07-01\n2025-07-01", "open"),
        ("itself", "Summer at Meta\nSummer at Meta", "2025-07-01\n2025-07-01", "open"),
        ("lifetime", f"{RIVALS}\nSummer at Meta", "undated\n2025-07-01", "open"),
    ]
    (founders,) = (row for row in cells(table, "kind", "what", "settled_by", "sentence") if row[0] == "founders")
    assert founders[1:] == (
        "7 founders of Anthropic are counted, and 2 are named: Daniela Amodei, Dario Amodei",
        "the full list of the founders of Anthropic, from itself or from the register",
        "Seven people from OpenAI founded Anthropic.\nDario Amodei and Daniela Amodei founded Anthropic in 2021.",
    )


def test_conflicts_of_one_kind_can_be_asked_for(store: Store) -> None:
    assert cells(ask(store, "conflicts", {"only": "heads"}), "kind") == [("heads",)]
    assert ask(store, "conflicts", {"only": "no such kind"}).rows == ()


@pytest.mark.parametrize(
    ("judgement", "relation", "state"),
    [
        (Judgement.ACCEPT, "left", "decided"),
        (Judgement.REJECT, "left", "decided"),
        (Judgement.ACCEPT, "not left", "decided"),
        (Judgement.REJECT, "workedAt", "open"),
    ],
)
def test_a_conflict_that_someone_has_decided_says_so(
    articles: list[Reading],
    fusing: Callable[..., Fused],
    judgement: Judgement,
    relation: str,
    state: str,
) -> None:
    said = fusing(articles, [Decision(judgement, relation, "Yann LeCun", "Meta")])
    with Store.open(None, create=True) as decided:
        keep(decided, articles, said.statements, conflicts=said.conflicts)
        assert cells(ask(decided, "conflicts", {"only": "denial"}), "state") == [(state,)]


def test_rumours_tell_who_says_so_and_never_what_is_asserted_elsewhere(store: Store) -> None:
    assert cells(ask(store, "rumours"), "subject", "object", "amount", "modality", "attributed_to") == [
        ("Anthropic", "2.68 engineers", None, "reported", "SignalFire"),
        ("Meta", "100 million dollars", "100000000 USD", "rumoured", None),
    ]


def test_single_source_leaves_out_what_two_sources_say(store: Store) -> None:
    found = cells(ask(store, "single-source"), "subject", "relation", "object")
    assert ("Jack Rae", "movedTo", "Meta") not in found
    assert ("Joel Pobar", "movedTo", "Meta") in found


def test_figures_tell_what_is_measured_and_by_whom(store: Store) -> None:
    columns = ("organization", "measure", "figure", "value", "amount", "from", "concerning", "attributed_to")
    assert cells(ask(store, "figures"), *columns) == [
        ("Anthropic", "founders", "Seven people", "7", None, "OpenAI", None, None),
        ("Anthropic", "ratio", "2.68 engineers", "2.68", None, None, None, "SignalFire"),
        ("Meta", "offer", "100 million dollars", None, "100000000 USD", None, None, None),
        ("Meta", "spending", "14 billion dollars", None, "14000000000 USD", None, "Alexandr Wang", None),
    ]


def test_offers_tell_the_outcome_and_its_sentence(store: Store) -> None:
    joined = "Alexandr Wang joined Meta from Scale AI."
    assert cells(ask(store, "offers"), "organization", "person", "amount", "outcome", "sentence") == [
        ("Meta", None, "100000000 USD", "", "Meta is rumoured to offer 100 million dollars."),
        ("Meta", "Alexandr Wang", None, "joined", f"Meta approached Alexandr Wang.\n{joined}"),
        (
            "Meta",
            "Alexandr Wang",
            "14000000000 USD",
            "joined",
            f"Meta spent 14 billion dollars to recruit Alexandr Wang.\n{joined}",
        ),
        ("Meta", "Andrew Tulloch", None, "declined", "Andrew Tulloch declined Meta."),
    ]


@pytest.mark.parametrize(
    ("date", "people"),
    [
        ("2024-05-30", []),
        ("2024-05", ["Barret Zoph", "Logan Kilpatrick"]),
        ("2025-06-30", ["Barret Zoph", "Logan Kilpatrick"]),
        ("2025", ["Barret Zoph", "Hongyu Ren", "Jack Rae", "Jiahui Yu", "Logan Kilpatrick", "Shengjia Zhao"]),
    ],
)
def test_known_on_tells_only_what_had_been_published(date: str, people: list[str], store: Store) -> None:
    assert [row[0] for row in cells(ask(store, "known-on", {"date": date}), "person")] == people


def test_known_on_tells_how_certain_it_then_was(store: Store) -> None:
    table = ask(store, "known-on", {"date": "2025"})
    assert ("Jack Rae", "reported", "2025-07-01") in cells(table, "person", "said", "published")


def test_evidence_leads_to_the_place_in_the_article(store: Store) -> None:
    table = ask(store, "evidence", {"entity": "anthropic"})
    assert len(table.rows) == 7
    files = {Path(document.path).name: document.text for document in store.documents().values()}
    for file, start, end, sentence in cells(table, "file", "start", "end", "sentence"):
        assert files[str(file)][int(str(start)) : int(str(end))] == sentence


# ------------------------------------------------------------------ names and parameters


@pytest.mark.parametrize(
    "name",
    ["OpenAI", "openai", "OPEN AI", "organization/openai", "https://w3id.org/aigraph/id/organization/openai"],
)
def test_an_entity_is_found_by_any_of_its_names(name: str, store: Store) -> None:
    assert len(ask(store, "who-left", {"org": name}).rows) == 4


@pytest.mark.parametrize(
    ("query", "parameters", "message"),
    [
        ("who-left", {}, "who-left needs org=..., the organisation"),
        ("who-left", {"org": "Metta"}, "the graph knows no organization called 'Metta'; did you mean Meta"),
        ("who-left", {"org": "Joel Pobar"}, "no organization called 'Joel Pobar'"),
        ("evidence", {"entity": "§§"}, "the graph knows nothing called '§§'$"),
        ("who-left", {"org": "Meta", "when": "now"}, "who-left has no parameter 'when'; it takes org"),
        ("flows", {"org": "Meta"}, "flows has no parameter 'org'; it takes none"),
        ("known-on", {"date": "last week"}, "date is a date such as 2025-06-30, 2025-06 or 2025, not 'last week'"),
        ("known-on", {"date": "2025/.."}, "is a date such as"),
        ("who-move-to", {}, "there is no question 'who-move-to'; did you mean who-moved-to"),
        ("xyzzy", {}, "there is no question 'xyzzy'; there are brain-drain, career"),
    ],
)
def test_a_mistake_is_one_line_that_helps(query: str, parameters: dict[str, str], message: str, store: Store) -> None:
    with pytest.raises(InputError, match=message) as caught:
        ask(store, query, parameters)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?x {}", "has a title, a titre and columns"),
        ("# title: T\n# titre: T\nSELECT ?x {}", "has a title, a titre and columns"),
        ("# title: T\n# author: me\nSELECT ?x {}", r"bad\.rq:2: neither title"),
        (
            "# title: T\n# titre: T\n# parameter: org (Planet, required): it\n# column: x: it",
            r"bad\.rq:3: Planet is no class",
        ),
        ("# title: T\n# titre: T\n# parameter: org: it\n# column: x: it", r"bad\.rq:3: neither"),
    ],
)
def test_a_question_that_does_not_say_what_it_asks_does_not_load(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_question(tmp_path / "bad.rq")


def test_a_name_of_several_things_is_not_guessed(
    draft: Callable[..., object], store: Store, fused: Callable[[Iterable[Reading]], list[Statement]]
) -> None:
    from aigraph.model import Entity, Status

    (claim, *_) = next(iter(store.readings())).claims
    one, two = Entity("organization/h-1", "Organization", "H"), Entity("organization/h-2", "Organization", "H")
    person = Entity("person/h", "Person", "H")
    posts = [Statement(person, "workedAt", place, (claim,), Status.ACCEPTED, 0.5) for place in (one, two)]
    keep(store, (), posts, names=[("Organization", "H", one), ("Organization", "H.", two), ("Person", "H", person)])
    with pytest.raises(InputError, match="'h' names several, say which: organization/h-1, organization/h-2"):
        ask(store, "who-left", {"org": "h"})
    assert len(ask(store, "career", {"person": "h"}).rows) == 2
