"""What a person has noted stands in the graph like what an article says: beside it, against it, and gone with it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import aigraph
from aigraph.decisions import update, with_decision
from aigraph.forget import forget
from aigraph.model import Decision, Form, Judgement, Status
from aigraph.pipeline import build, extract_claims, ingest

HEADER = "person,relation,organisation,from,date,url,publisher,published,quote,modality\n"
WEB = "https://example.org/{}"
NG = "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google."
ARTICLE = f"---\nurl: {WEB.format('ng')}\npublished: 2014-05-16\npublisher: The Daily\n---\n{NG}\n"
SAME = f"Andrew Ng,movedTo,Baidu,Google,2014-05,{WEB.format('ng')},The Daily,2014-05-16,,\n"
OTHER = f"Andrew Ng,movedTo,Baidu,Google,2014-05-16,{WEB.format('baidu')},Baidu,2014-05-16,Ng joins Baidu.,\n"
DENIAL = f"Andrew Ng,movedTo,Baidu,,,{WEB.format('no')},The Weekly,2014-05-20,Ng does not join Baidu.,denied\n"


def dump(store: Path) -> bytes:
    with aigraph.open(store) as graph:
        stream = io.BytesIO()
        graph.export(stream, "nquads")
        return stream.getvalue()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "graph" / "store"


def write(folder: Path, **files: str) -> list[Path]:
    paths = [folder / name.replace("_", ".") for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def move(graph: aigraph.Graph) -> aigraph.Statement:
    (found,) = (s for s in graph.statements() if s.relation == "movedTo" and s.modality != "denied")
    return found


def test_a_row_about_an_article_is_one_source_with_it_and_replaces_nothing(tmp_path: Path, store: Path) -> None:
    article, sheet = write(tmp_path, ng_txt=ARTICLE, facts_csv=HEADER + SAME)
    for number, (first, second) in enumerate(((article, sheet), (sheet, article))):
        ingest(first, store=store / str(number)).close()
        with ingest(second, store=store / str(number)) as graph:
            assert sorted(document.form for document in graph.documents().values()) == [Form.ARTICLE, Form.TABLE]
            statement = move(graph)
            assert (len(statement.claims), statement.sources, statement.status) == (2, 1, Status.ACCEPTED)
            assert "2 articles are one source: The Daily, The Daily" in statement.reasons
            assert graph.check() == []


def test_a_row_from_elsewhere_is_a_second_source(tmp_path: Path) -> None:
    with build(write(tmp_path, ng_txt=ARTICLE, facts_csv=HEADER + OTHER)) as graph:
        statement = move(graph)
        assert (statement.sources, statement.values("date")) == (2, ("2014-05", "2014-05-16"))
        assert statement.confidence == 1.0
        assert {evidence.rule for evidence in statement.evidence} >= {"table.quote"}


def test_rows_of_two_sources_are_two_though_their_words_are_one(tmp_path: Path) -> None:
    rows = "".join(f"Andrew Ng,left,Baidu,,,{WEB.format(page)},,,,\n" for page in "ab")
    with build(write(tmp_path, facts_csv=HEADER + rows)) as graph:
        assert [statement.sources for statement in graph.statements()] == [2]


def test_a_row_that_quotes_an_article_from_another_address_is_one_source_with_it(tmp_path: Path) -> None:
    row = f'Andrew Ng,movedTo,Baidu,,,{WEB.format("reprint")},,,"{NG}",\n'
    with build(write(tmp_path, ng_txt=ARTICLE, facts_csv=HEADER + row)) as graph:
        assert (len(move(graph).claims), move(graph).sources) == (2, 1)


def test_a_row_that_denies_what_an_article_says_is_a_conflict_that_shows_both(tmp_path: Path) -> None:
    with build(write(tmp_path, ng_txt=ARTICLE, facts_csv=HEADER + DENIAL)) as graph:
        assert move(graph).status is Status.DISPUTED
        (conflict,) = graph.conflicts()
        assert conflict.kind == "denial"
        said = {claim.id: claim.evidence.quote for s in graph.statements() for claim in s.claims}
        assert [said[claim] for claim in conflict.claims] == [NG, "Ng does not join Baidu."]


def test_a_row_confirms_a_rumour(tmp_path: Path) -> None:
    rumour = "---\npublished: 2014-05-01\npublisher: Gossip\n---\nAndrew Ng is rumoured to be joining Baidu.\n"
    with build(write(tmp_path, rumour_txt=rumour)) as graph:
        assert move(graph).status is Status.UNCONFIRMED
    with build(write(tmp_path, rumour_txt=rumour, facts_csv=HEADER + OTHER)) as graph:
        assert move(graph).status is Status.ACCEPTED
        assert any("confirmed on 2014-05-16 by Baidu" in reason for reason in move(graph).reasons)


def test_rows_of_two_heads_of_one_company_contradict_each_other(tmp_path: Path) -> None:
    rows = "person,relation,organisation,role,status,published,url\n" + "".join(
        f"{name},workedAt,Loopt,CEO,current,2010-01-01,{WEB.format(n)}\n" for n, name in enumerate(("Sam A", "Nick S"))
    )
    with build(write(tmp_path, facts_csv=rows)) as graph:
        assert [conflict.kind for conflict in graph.conflicts()] == ["heads"]


def test_someone_may_head_two_companies_in_one_sheet(tmp_path: Path) -> None:
    rows = "person,relation,organisation,role,status,publisher\n" + "".join(
        f"Elon Musk,workedAt,{name},CEO,current,Reuters\n" for name in ("Tesla", "xAI", "SpaceX")
    )
    with build(write(tmp_path, facts_csv=rows)) as graph:
        assert graph.conflicts() == ()
        assert {tenure.organization.label for tenure in graph.tenures()} == {"Tesla", "xAI", "SpaceX"}


def test_dates_in_cells_bound_the_stays(tmp_path: Path) -> None:
    rows = "person,relation,organisation,start,end,publisher\nAndrew Ng,workedAt,Baidu,2014-05,2017-03,Baidu\n"
    with build(write(tmp_path, facts_csv=rows)) as graph:
        (tenure,) = graph.tenures()
        assert [str(b.day) for b in (tenure.start_earliest, tenure.start_latest, tenure.end_earliest)] == [
            *("2014-05-01", "2014-05-31", "2017-03-01")
        ]


def test_names_meet_and_decisions_apply(tmp_path: Path, store: Path) -> None:
    files = write(tmp_path, ng_txt=ARTICLE, facts_csv=HEADER + OTHER.replace("Andrew Ng", "Andrew Y. Ng"))
    with build(files, store=store) as graph:
        assert (len(move(graph).claims), move(graph).subject.label) == (2, "Andrew Y. Ng")
    rejected = Decision(Judgement.REJECT, "movedTo", "Andrew Ng", "Baidu", "me", "2025-01-01", "no")
    update(store.parent / "decisions.tsv", lambda made: with_decision(made, rejected))
    with build(files, store=store) as graph:
        assert move(graph).status is Status.REFUTED


def test_a_sheet_that_is_unchanged_is_left_alone_and_a_row_taken_out_is_gone(tmp_path: Path, store: Path) -> None:
    (sheet,) = write(tmp_path, facts_csv=HEADER + SAME + OTHER + DENIAL)
    ingest(sheet, store=store).close()
    before = dump(store)
    with ingest(sheet, store=store) as graph:
        assert (len(graph.report.unchanged), graph.report.touched) == (3, 0)
    assert dump(store) == before
    write(tmp_path, facts_csv=HEADER + SAME + OTHER)
    with ingest(sheet, store=store) as graph:
        assert len(graph.documents()) == 2
        assert all(statement.modality != "denied" for statement in graph.statements())
    built = tmp_path / "built" / "store"
    build(sheet, store=built).close()
    assert dump(store) == dump(built)


def test_two_sheets_about_one_address_stand_side_by_side(tmp_path: Path, store: Path) -> None:
    files = write(tmp_path, one_csv=HEADER + SAME, two_csv=HEADER + SAME.replace("movedTo", "left"))
    for file in files:
        ingest(file, store=store).close()
    with aigraph.open(store) as graph:
        assert sorted(statement.relation for statement in graph.statements()) == ["left", "movedTo"]


@pytest.mark.parametrize("what", ["{file}", WEB.format("baidu"), "Baidu Inc", "Andrew Ng"])
def test_what_is_noted_is_forgotten_by_file_address_publisher_and_person(
    what: str, tmp_path: Path, store: Path
) -> None:
    (sheet,) = write(tmp_path, facts_csv=HEADER + OTHER.replace(",Baidu,2014-05-16,Ng", ",Baidu Inc,2014-05-16,Ng"))
    ingest(sheet, store=store).close()
    forget(what.format(file=sheet), store=store)
    with aigraph.open(store) as graph:
        assert list(graph.statements()) == []
        assert all("Andrew" not in document.text for document in graph.documents().values())


def test_whoever_was_forgotten_does_not_come_back_with_a_sheet_nor_takes_others_along(
    tmp_path: Path, store: Path
) -> None:
    other = f'Yann LeCun,left,Meta,,,{WEB.format("y")},,,"LeCun, whom Andrew Ng knows, left.",\n'
    (sheet,) = write(tmp_path, facts_csv=HEADER + OTHER + other)
    ingest(sheet, store=store).close()
    forget("Andrew Ng", store=store)
    ingest(sheet, store=store).close()
    with aigraph.open(store) as graph:
        (statement,) = graph.statements()
        assert statement.subject.label == "Yann LeCun"
        assert statement.evidence[0].quote == "LeCun, whom […] knows, left."
        assert graph.check() == []


def test_claims_can_be_printed_without_a_graph(tmp_path: Path) -> None:
    found = extract_claims(write(tmp_path, facts_csv=HEADER + OTHER, ng_txt=ARTICLE))
    assert [len(reading.claims) for reading in found.readings] == [1, 1]


BAD = "x,y,z,,,,,,,\n"
ROWS = [SAME, OTHER, DENIAL, SAME.replace("movedTo", "left"), OTHER.replace("Andrew", "A."), BAD]
one = st.lists(st.sampled_from(ROWS), min_size=1, max_size=4, unique=True)
# Of a text that two files hold, one is kept: what only one of them holds comes and goes with it.
other = st.lists(st.sampled_from([row.replace("Ng", "Nguyen") for row in ROWS]), min_size=1, max_size=4, unique=True)


@settings(max_examples=4, deadline=None)
@given(sheets=st.tuples(one, one, other), order=st.permutations(range(3)), again=st.permutations(range(2)))
def test_sheets_and_articles_in_any_order_are_one_build(
    sheets: tuple[list[str], ...], order: list[int], again: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assume(all(rows != [BAD] for rows in sheets))  # a file without a sound row is refused
    folder = tmp_path_factory.mktemp("laws")
    former, *last = ("".join((HEADER, *rows)) for rows in sheets)
    good = {"a_csv": last[0], "b_csv": last[1]}
    files = write(folder, **good, ng_txt=ARTICLE)
    files[0].write_text(former)
    store, built = folder / "one" / "store", folder / "other" / "store"
    for at in order:
        ingest(files[at], store=store).close()
    files[0].write_text(last[0])
    for at in again:
        ingest(files[at], store=store).close()
    build(files, store=built).close()
    assert dump(store) == dump(built)
