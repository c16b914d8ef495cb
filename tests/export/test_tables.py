"""The tables: what each holds, and that a CSV file is safe for spreadsheets and gives back what the graph holds."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.made import CELLS, EMPTY, ROWS, made, watched

from aigraph.escape import csv_text
from aigraph.export.details import SEPARATOR, columns
from aigraph.export.options import Options
from aigraph.export.tables import TABLES
from aigraph.export.tables.separated import write_csv
from aigraph.export.tables.table import TYPES, Cell, Row, Table
from aigraph.export.tables.written import SHEET_CHARS, cut, listed
from aigraph.fuse import flows
from aigraph.model import Bound, Document, Statement, Status, Tenure
from aigraph.report import report
from aigraph.store import Store

Shelve = Callable[..., Store]
RAW = Options(raw=True)

READ: dict[str, Callable[[str], Cell]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": datetime.date.fromisoformat,
    "list": lambda text: tuple(item.replace("||", "|") for item in text.split(" | ")),
}
"""Each type as whoever reads the description of a Data Package would read it."""


def content(table: Table, store: Store, options: Options = Options()) -> bytes:  # noqa: B008
    stream = io.BytesIO()
    write_csv(table, store, options, stream)
    assert not stream.closed
    return stream.getvalue()


def rows(name: str, store: Store, options: Options = RAW) -> list[dict[str, str]]:
    text = content(TABLES[name], store, options).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def one(found: list[dict[str, str]], **cells: str) -> dict[str, str]:
    (row,) = [row for row in found if cells.items() <= row.items()]
    return row


# ---------------------------------------------------------------------- what each table holds


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_a_table_says_what_it_is_and_every_cell_is_of_the_type_of_its_column(
    table: Table, statements: Sequence[Statement], shelve: Shelve
) -> None:
    assert table.titles.keys() == {"en", "fr"}
    names = [column.name.lower() for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.description and column.type in TYPES for column in table.columns)
    assert set(table.references) <= {column.name for column in table.columns}
    assert set(table.references.values()) <= TABLES.keys()
    types: dict[str, type | tuple[type, ...]] = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "date": datetime.date,
        "list": tuple,
    }
    found = list(table.rows(shelve(statements, [_stay(statements[0])]), Options()))
    for row in found:
        for value, column in zip(row, table.columns, strict=True):
            assert value is None or (isinstance(value, types[column.type]) and value not in ("", ()))
    keys = [row[: table.key] for row in found]
    assert not table.key or len(set(keys)) == len(keys)


def _stay(move: Statement) -> Tenure:
    day = datetime.date(2024, 8, 1)
    return Tenure(move.subject, move.object, 0, Bound(day, "it says so"), Bound(day), roles=("a", "b|c"), current=True)


def test_nodes_and_edges_are_those_of_the_network(statements: Sequence[Statement], shelve: Shelve) -> None:
    store = shelve(statements)
    nodes = rows("nodes", store)
    assert [row["Id"] for row in nodes] == sorted(row["Id"] for row in nodes)
    known = {"Id": "organization/openai", "Label": "OpenAI", "type": "Organization", "degree": "3"}
    assert one(nodes, **known)["aliases"] == "Open AI | OpenAI Inc"
    edges = rows("edges", store)
    assert {row[end] for row in edges for end in ("Source", "Target")} == {row["Id"] for row in nodes}
    move = one(edges, source_label="John Schulman", target_label="Anthropic")
    assert (move["Type"], move["Kind"], move["Weight"]) == ("Directed", "movedTo", "3")
    assert (move["from"], move["started"], move["ended"]) == ("OpenAI", "2024-08-01/2024-08-31", "")
    assert move["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."
    stay = one(edges, source_label="Andrej Karpathy", Kind="workedAt")
    assert stay["Timeset"] == "<[2015-01-01, 2017-12-31]; [2023-01-01, 2024-12-31]>"


def test_what_is_denied_or_refuted_is_a_statement_but_no_edge(statements: Sequence[Statement], shelve: Shelve) -> None:
    refuted = replace(statements[0], status=Status.REFUTED)
    store = shelve([refuted, *statements[1:]])
    found = rows("statements", store)
    assert one(found, subject="Yann LeCun")["modality"] == "denied"
    assert one(found, statement=refuted.id)["standing"] == "refuted"
    drawn = {row["statement"] for row in rows("edges", store)}
    assert not drawn & {refuted.id, one(found, subject="Yann LeCun")["statement"]}


def test_a_network_on_choice_has_tables_of_its_own(statements: Sequence[Statement], shelve: Shelve) -> None:
    options = Options(network="moves", raw=True)
    (edge,) = rows("edges", shelve(statements), options)
    assert (edge["Source"], edge["Target"], edge["people"]) == (
        "organization/openai",
        "organization/anthropic",
        "John Schulman",
    )
    assert {row["Id"] for row in rows("nodes", shelve(statements), options)} == {edge["Source"], edge["Target"]}


def test_statements_are_one_row_each_with_all_that_is_known(statements: Sequence[Statement], shelve: Shelve) -> None:
    found = rows("statements", shelve(statements))
    assert sorted(row["statement"] for row in found) == sorted(s.id for s in statements)
    assert set(columns()) <= found[0].keys()
    move = one(found, subject="John Schulman", object="Anthropic")
    assert (move["start_earliest"], move["start_latest"], move["end_latest"]) == ("2024-08-01", "2024-08-31", "")
    assert (move["publisher"], move["published"]) == ("Example News", "2025-02-07")
    stay = one(found, subject="Andrej Karpathy", relation="workedAt")
    assert stay["sentence"] == (
        "Andrej Karpathy worked at OpenAI from 2015 to 2017. | "
        "Andrej Karpathy worked at OpenAI again, from 2023 to 2024."
    )


def test_entities_are_all_that_a_statement_names(statements: Sequence[Statement], shelve: Shelve) -> None:
    (move,) = (s for s in statements if s.value("from"))
    assert one(rows("entities", shelve([move])), id="organization/openai")["label"] == "OpenAI"
    found = rows("entities", shelve(statements))
    assert one(found, id="organization/openai")["wikidata"] == "Q21708200"
    assert one(found, label="DeepMind")["parent"] == "organization/google"
    assert {row["subject_id"] for row in rows("statements", shelve(statements))} <= {row["id"] for row in found}


def test_evidence_is_one_row_a_claim_and_its_offsets_find_the_sentence(
    statements: Sequence[Statement], shelve: Shelve, documents: dict[str, Document]
) -> None:
    found = rows("evidence", shelve(statements))
    assert len(found) == sum(len(statement.claims) for statement in statements)
    for row in found:
        assert documents[row["document"]].text[int(row["start"]) : int(row["end"])] == row["sentence"]
    assert one(found, relation="left")["attributed_to"] == "A colleague"


def test_articles_are_here_without_their_texts(statements: Sequence[Statement], shelve: Shelve) -> None:
    found = rows("articles", shelve(statements))
    assert one(found, publisher="Exemple")["title"] == "Aller et retour"
    assert one(found, publisher="")["title"].startswith("Arthur Mensch worked at DeepMind until 2023.")
    assert not any("joined Thinking Machines" in value for row in found for value in row.values())


def test_flows_count_those_who_went_from_one_organisation_to_another(
    statements: Sequence[Statement], shelve: Shelve
) -> None:
    accepted = [replace(s, status=Status.ACCEPTED) for s in statements if s.relation == "left"]
    found = rows("flows", shelve([*(s for s in statements if s.relation != "left"), *accepted]))
    assert {(row["origin"], row["destination"]): (row["people"], row["who"]) for row in found} == {
        ("OpenAI", "Anthropic"): ("1", "John Schulman"),
        ("", "Thinking Machines Lab"): ("1", "John Schulman"),
        ("OpenAI", ""): ("1", "Andrej Karpathy"),
    }


def test_flows_are_those_of_the_report(examples: Store) -> None:
    people = {(row["origin"], row["destination"]): row["people"] for row in rows("flows", examples)}
    table = report("flows", examples).table
    told = [dict(zip(table.columns, row, strict=True)) for row in table.rows if row[1] != "all together"]
    assert sum(row["came"] != "0" for row in told) > 10
    for row in told:
        here, other = row["organization"] or "", row["other"] or ""
        assert (row["came"], row["left"]) == (people.get((other, here), "0"), people.get((here, other), "0"))


def test_who_stays_within_a_house_has_not_moved(statements: Sequence[Statement]) -> None:
    (move,) = (s for s in statements if s.value("from"))
    assert list(flows([move])) == [("organization/openai", "organization/anthropic")]
    assert flows([move], lambda _: "house") == {}


def test_tenures_have_four_bounds_and_their_reasons(statements: Sequence[Statement], shelve: Shelve) -> None:
    (row,) = rows("tenures", shelve(statements, [_stay(statements[0])]))
    assert (row["person"], row["organization"], row["current"]) == ("John Schulman", "Anthropic", "true")
    assert (row["start_earliest"], row["start_earliest_reason"], row["end_latest"]) == ("2024-08-01", "it says so", "")
    assert row["roles"] == "a | b||c"


# ---------------------------------------------------------------------- what a CSV file is


@pytest.mark.parametrize("options", [Options(), RAW, Options(bom=True)], ids=["guarded", "raw", "bom"])
@settings(deadline=None)
@given(given=ROWS)
def test_every_cell_comes_back_from_a_csv_file_as_it_went_in(options: Options, given: list[Row]) -> None:
    written = content(made(given, *CELLS), EMPTY, options)
    text = written.decode("utf-8-sig" if options.bom else "utf-8")
    _, *found = csv.reader(io.StringIO(text, newline=""), strict=True)
    frame = pd.read_csv(io.BytesIO(written), dtype=str, keep_default_na=False, lineterminator=None)
    for read in (found, frame.values.tolist()):
        assert [_typed(cells, options) for cells in read] == given


def _typed(cells: Sequence[str], options: Options) -> Row:
    plain = cells if options.raw else [csv_text(cell) for cell in cells]
    return tuple(READ[of](cell) if cell else None for of, cell in zip(CELLS, plain, strict=True))


def test_a_spreadsheet_runs_no_cell(statements: Sequence[Statement], shelve: Shelve) -> None:
    formula = '=HYPERLINK("https://example.org","x")'
    subject = replace(statements[0].subject, label=formula, aliases=("@SUM(A1)", "+1"))
    store = shelve([replace(statements[0], subject=subject), statements[3]])
    guarded = Options()
    assert one(rows("nodes", store, guarded), Id=subject.id)["Label"] == "'" + formula
    assert one(rows("nodes", store, guarded), Id=subject.id)["aliases"] == "'@SUM(A1) | +1"
    assert one(rows("statements", store, guarded), subject_id=subject.id)["subject"] == "'" + formula
    assert one(rows("statements", store, guarded), relation="workedAt")["role"] == "'=researcher"
    assert one(rows("nodes", store, RAW), Id=subject.id)["Label"] == formula


def test_a_cell_holds_no_more_than_spreadsheets_do_unless_it_is_raw(
    statements: Sequence[Statement], shelve: Shelve
) -> None:
    label = "=" + "😀" * 40_000
    store = shelve([replace(statements[0], subject=replace(statements[0].subject, label=label))])
    (row,) = rows("statements", store, Options())
    assert len(row["subject"].encode("utf-16-le")) <= 2 * 32_767
    assert row["subject"].endswith("😀…")
    assert rows("statements", store, RAW)[0]["subject"] == label


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 20))
def test_a_text_is_cut_to_what_fits_and_no_more(text: str, chars: int) -> None:
    units = len(text.encode("utf-16-le")) // 2
    short = cut(text, chars)
    assert short == text if units <= chars else chars - 1 <= len(short.encode("utf-16-le")) // 2 <= chars
    assert text.startswith(short.removesuffix("…")) or short == text


def test_lines_end_as_rfc_4180_says_and_what_other_separators_would_cut_is_quoted() -> None:
    table = made([("a;b", 1), ("a\tb", None), (" a", 2), ("a,b", 3), ("plain", 4)], "string", "integer")
    lines = content(table, EMPTY).split(b"\r\n")
    assert lines == [b"c0,c1", b'"a;b",1', b'"a\tb",', b'" a",2', b'"a,b",3', b"plain,4", b""]


def test_the_items_of_a_list_are_told_apart_whatever_bars_they_hold() -> None:
    assert listed(("a|", "|b", "c | d", "|")) == "a|| | ||b | c || d | ||"
    assert len(listed(["x"] * 3).split(SEPARATOR)) == 3
    assert SHEET_CHARS == 32_767


def test_rows_are_written_while_they_are_made() -> None:
    rows, most = watched(5_000)
    assert content(made(rows, "string"), EMPTY).count(b"\r\n") == 5_001
    assert most() < 10
