from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import BinaryIO

import pytest

from aigraph.export.options import Options
from aigraph.export.tables import write_edges, write_evidence, write_nodes
from aigraph.model import Statement, Status
from aigraph.store import Store

Write = Callable[[Store, Options, BinaryIO], None]
Shelve = Callable[[Iterable[Statement]], Store]


def rows(write: Write, store: Store) -> list[dict[str, str]]:
    stream = io.BytesIO()
    write(store, Options(), stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8"), newline=""), strict=True))


def one(found: list[dict[str, str]], **cells: str) -> dict[str, str]:
    (row,) = [row for row in found if cells.items() <= row.items()]
    return row


def test_nodes_are_every_entity_that_a_statement_names(statements: Sequence[Statement], shelve: Shelve) -> None:
    found = rows(write_nodes, shelve(statements))
    assert [row["Id"] for row in found] == sorted(row["Id"] for row in found)
    assert one(found, Id="organization/openai") == {
        "Id": "organization/openai",
        "Label": "OpenAI",
        "Type": "Organization",
        "Aliases": "Open AI | OpenAI Inc",
        "Wikidata": "Q21708200",
        "Parent": "",
    }
    assert one(found, Label="DeepMind")["Parent"] == "organization/google"


def test_the_origin_of_a_move_is_a_node_even_when_nothing_else_names_it(
    statements: Sequence[Statement], shelve: Shelve
) -> None:
    (move,) = (s for s in statements if s.value("from"))
    assert one(rows(write_nodes, shelve([move])), Id="organization/openai")["Label"] == "OpenAI"


def test_edges_are_one_row_a_statement_with_its_evidence(statements: Sequence[Statement], shelve: Shelve) -> None:
    found = rows(write_edges, shelve(statements))
    assert sorted(row["statement"] for row in found) == sorted(s.id for s in statements)
    move = one(found, subject="John Schulman", object="Anthropic")
    assert (move["Source"], move["Target"]) == ("person/john-schulman", "organization/anthropic")
    assert (move["Type"], move["Kind"], move["relation"], move["Weight"]) == ("Directed", "movedTo", "movedTo", "3")
    assert (move["from"], move["date"]) == ("OpenAI", "2024-08")
    assert (move["start_earliest"], move["start_latest"], move["end_latest"]) == ("2024-08-01", "2024-08-31", "")
    assert move["sentence"] == "John Schulman left OpenAI for Anthropic in August 2024."
    assert (move["publisher"], move["published"]) == ("Example News", "2025-02-07")


def test_several_sentences_stand_in_one_cell_and_repeats_do_not(
    statements: Sequence[Statement], shelve: Shelve
) -> None:
    stay = one(rows(write_edges, shelve(statements)), subject="Andrej Karpathy", relation="workedAt")
    assert stay["sentence"] == (
        "Andrej Karpathy worked at OpenAI from 2015 to 2017. | "
        "Andrej Karpathy worked at OpenAI again, from 2023 to 2024."
    )
    assert stay["article"] == "Aller et retour"


@pytest.mark.parametrize(
    ("change", "kind"),
    [({}, "movedTo"), ({"status": Status.REFUTED}, "movedTo (refuted)"), ({"status": Status.DISPUTED}, "movedTo")],
)
def test_what_is_refuted_is_of_another_kind(
    change: dict[str, Status], kind: str, statements: Sequence[Statement], shelve: Shelve
) -> None:
    (row,) = rows(write_edges, shelve([replace(statements[0], **change)]))  # type: ignore[arg-type]
    assert row["Kind"] == kind


def test_what_is_denied_is_of_another_kind(statements: Sequence[Statement], shelve: Shelve) -> None:
    denied = one(rows(write_edges, shelve(statements)), subject="Yann LeCun")
    assert (denied["Kind"], denied["relation"], denied["modality"]) == ("founded (denied)", "founded", "denied")


def test_no_weight_is_zero(statements: Sequence[Statement], shelve: Shelve) -> None:
    assert {float(row["Weight"]) for row in rows(write_edges, shelve(statements))} == {0.01, 1.0, 2.0, 3.0}


def test_evidence_is_one_row_a_claim_and_its_offsets_find_the_sentence(
    statements: Sequence[Statement], shelve: Shelve
) -> None:
    store = shelve(statements)
    documents = store.documents()
    found = rows(write_evidence, store)
    assert len(found) == sum(len(statement.claims) for statement in statements)
    for row in found:
        assert documents[row["document"]].text[int(row["start"]) : int(row["end"])] == row["sentence"]
    assert one(found, relation="left")["attributed_to"] == "A colleague"


def test_a_spreadsheet_runs_no_cell(statements: Sequence[Statement], shelve: Shelve) -> None:
    formula = '=HYPERLINK("https://example.org","x")'
    subject = replace(statements[0].subject, label=formula, aliases=("@SUM(A1)", "+1"))
    store = shelve([replace(statements[0], subject=subject), statements[3]])
    assert one(rows(write_nodes, store), Id=subject.id)["Label"] == "'" + formula
    assert one(rows(write_nodes, store), Id=subject.id)["Aliases"] == "'@SUM(A1) | +1"
    assert one(rows(write_edges, store), Source=subject.id)["subject"] == "'" + formula
    assert one(rows(write_edges, store), relation="workedAt")["role"] == "'=researcher"


def test_a_cell_holds_no_more_than_spreadsheets_do(statements: Sequence[Statement], shelve: Shelve) -> None:
    subject = replace(statements[0].subject, label="=" + "x" * 40_000)
    (row,) = rows(write_edges, shelve([replace(statements[0], subject=subject)]))
    assert len(row["subject"]) <= 32_767
    assert row["subject"].endswith("…")


def test_lines_end_as_rfc_4180_says(statements: Sequence[Statement], shelve: Shelve) -> None:
    stream = io.BytesIO()
    write_nodes(shelve(statements), Options(), stream)
    lines = stream.getvalue().split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line for line in lines)
    assert len(lines) == len(rows(write_nodes, shelve(statements))) + 2
