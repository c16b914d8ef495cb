"""Rows of a sheet become claims, and a row that says no fact one line."""

from __future__ import annotations

import pytest
from tests.facts.conftest import Note

from aigraph.model import Form, Modality

HEADER = "person,relation,organisation,from,role,date,url,quote"
WEB = "https://example.org/a"


def test_a_row_with_a_quote_is_a_claim_that_the_quote_proves(note: Note) -> None:
    quote = "Schulman has left OpenAI and will join Anthropic."
    documents, claims, issues = note(
        HEADER, f"John Schulman,moved to,Anthropic,OpenAI,researcher,August 2024,{WEB},{quote}"
    )
    (document,), (claim,) = documents, claims
    assert issues == []
    assert (document.form, document.url, document.published, document.language) == (Form.TABLE, WEB, None, "en")
    assert (claim.subject.name, claim.relation, claim.object.name) == ("John Schulman", "movedTo", "Anthropic")
    assert (claim.evidence.quote, claim.evidence.rule, claim.confidence) == (quote, "table.quote", 1.0)
    assert [claim.value(name) for name in ("from", "role", "date")] == ["OpenAI", "researcher", "2024-08"]
    # What the quote names is marked in it; what it does not say stands in its cell.
    assert claim.subject.text == "Schulman"
    assert claim.subject.span in claim.evidence.span
    assert [q.name for q in claim.qualifiers if q.span and q.span in claim.evidence.span] == ["from"]


def test_a_row_without_a_quote_is_proved_by_its_own_words(note: Note) -> None:
    (document,), (claim,), issues = note(HEADER, f"Yann LeCun,left,Meta,,,2025-11,{WEB},")
    assert issues == []
    assert claim.evidence.quote == document.text == f"Yann LeCun\u2003left\u2003Meta\u2003date: 2025-11\u2003url: {WEB}"
    assert claim.evidence.rule == "table.row"


def test_the_rows_of_one_address_are_one_document_whatever_their_order(note: Note) -> None:
    rows = [
        f"Yann LeCun,left,Meta,,,,{WEB},",
        "Andrew Ng,left,Baidu,,,,,He left.",
        f"Lucas Beyer,left,OpenAI,,,,{WEB},",
    ]
    documents, claims, _ = note(HEADER, *rows)
    assert [(document.url, document.path.rpartition(":")[2]) for document in documents] == [(WEB, "2"), (None, "3")]
    assert [claim.subject.name for claim in claims] == ["Lucas Beyer", "Yann LeCun", "Andrew Ng"]
    again, _, _ = note(HEADER, *reversed(rows))
    assert {document.id for document in again} == {document.id for document in documents}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("person,relation,organisation,url", f"Andrew Ng,movedTo,Baidu,{WEB}"),
        ("Subject;RELATION;Object;Source", f"Andrew Ng;Moved To;Baidu;{WEB}"),
        ("Personne;Relation;Organisation;Lien source", f"Andrew Ng;a rejoint;Baidu;{WEB}"),
        ("url\tqui\trelation\tvers", f"{WEB}\tAndrew Ng\tMOVEDTO\tBaidu"),
        ("sep=;\nqui;relation;chez;source", f"Andrew Ng;joined;Baidu;{WEB}"),
        ("Our facts,,,\n,,,\nwho,relation,what,link", f"Andrew Ng,moved  to,Baidu,{WEB}"),
        ('\ufeff"person","relation","organisation","url"', f'"Andrew Ng","movedTo","Baidu","{WEB}"'),
    ],
)
def test_columns_and_relations_go_by_many_names(header: str, row: str, note: Note) -> None:
    (document,), (claim,), issues = note(header, row)
    assert (claim.subject.name, claim.relation, claim.object.name) == ("Andrew Ng", "movedTo", "Baidu")
    assert (document.url, issues) == (WEB, [])


def test_a_french_excel_writes_windows_1252_and_semicolons(note: Note) -> None:
    text = "personne;relation;organisation;début;source;citation\r\n"
    text += "Noël Été;a travaillé chez;École normale supérieure;été 2024;Le Monde;Noël Été y est entré à l’été.\r\n"
    (document,), (claim,), issues = note(data=text.encode("cp1252"))
    assert (claim.subject.name, claim.object.name) == ("Noël Été", "École normale supérieure")
    assert (claim.value("start"), document.publisher, document.language) == ("2024-06-01/2024-08-31", "Le Monde", "fr")
    assert len(issues) == 1
    assert "Windows-1252" in issues[0]


@pytest.mark.parametrize(
    ("relation", "columns", "ends"),
    [
        ("approached", {"person": "Lucas Beyer", "organisation": "Meta"}, ("Meta", "Lucas Beyer", "Person")),
        ("acquired", {"subject": "Meta", "object": "PlayAI"}, ("Meta", "PlayAI", "Organization")),
        ("coCreated", {"person": "Alec Radford", "work": "GPT-2"}, ("Alec Radford", "GPT-2", "Model")),
        ("coCreated", {"person": "Ada L", "object": "Note G", "type": "système"}, ("Ada L", "Note G", "System")),
        ("coCreated", {"person": "Alec Radford", "organisation": "GPT-2"}, ("Alec Radford", "GPT-2", "Model")),
        ("developed", {"organisation": "OpenAI", "modèle": "Whisper"}, ("OpenAI", "Whisper", "Model")),
        ("foundedOn", {"organisation": "Anthropic", "object": "2021"}, ("Anthropic", "2021", "Date")),
        ("hasFigure", {"organisation": "Anthropic", "object": "8 to 1"}, ("Anthropic", "8 to 1", "Figure")),
    ],
)
def test_ends_are_what_the_ontology_says_that_they_are(
    relation: str, columns: dict[str, str], ends: tuple[str, str, str], note: Note
) -> None:
    _, (claim,), issues = note(
        ["relation", "publisher", *columns], [relation, "Le Monde", *columns.values()], name=f"{relation}.csv"
    )
    assert (claim.subject.name, claim.object.name, claim.object.type) == ends
    assert issues == []
    assert relation != "foundedOn" or claim.value("date") == "2021"


@pytest.mark.parametrize(
    ("column", "relation", "cell", "values"),
    [
        ("date", "movedTo", "2025-06-30", {"date": "2025-06-30"}),
        ("date", "movedTo", "30/06/2025", {"date": "2025-06-30"}),
        ("date", "movedTo", "2025-06-30 00:00:00", {"date": "2025-06-30"}),
        ("date", "movedTo", "juin 2025", {"date": "2025-06"}),
        ("date", "movedTo", "2024-01/2024-03", {"date": "2024-01/2024-03"}),
        ("start", "movedTo", "2025", {"date": "2025"}),
        ("end", "workedAt", "2025", {"end": "2025"}),
        ("end", "workedAt", "aujourd’hui", {"status": "current"}),
        ("status", "workedAt", "ancien", {"status": "past"}),
        ("duration", "workedAt", "11 ans", {"duration": "P11Y"}),
        ("amount", "declined", "$100 million", {"amount": "100000000 USD"}),
        ("amount", "declined", "100000000 USD", {"amount": "100000000 USD"}),
    ],
)
def test_details_are_read_as_in_articles(
    column: str, relation: str, cell: str, values: dict[str, str], note: Note
) -> None:
    _, (claim,), issues = note(f"person;relation;organisation;url;{column}", f"Andrew Ng;{relation};Baidu;{WEB};{cell}")
    assert {q.name: q.value for q in claim.qualifiers} == values
    assert {q.text for q in claim.qualifiers} == {cell}
    assert issues == []


def test_modality_confidence_and_who_said_it_are_the_curators(note: Note) -> None:
    _, claims, issues = note(
        "person;relation;organisation;url;modality;confidence;according to",
        f"A B;movedTo;Baidu;{WEB};;;",
        f"A C;movedTo;Baidu;{WEB};démenti;80 %;a spokesman",
        f"A D;movedTo;Baidu;{WEB};Rumoured;0,25;",
    )
    assert [(c.modality, c.confidence, c.attributed_to) for c in claims] == [
        (Modality.ASSERTED, 1.0, None),
        (Modality.DENIED, 0.8, "a spokesman"),
        (Modality.RUMOURED, 0.25, None),
    ]
    assert issues == []


BAD = {
    "who": (f",movedTo,Baidu,,,,{WEB},", "the subject of movedTo, a person, is missing; fill in the column person"),
    "where": (f"Andrew Ng,movedTo,,,,,{WEB},", "the object of movedTo, an organisation, is missing"),
    "no name": (f"—,movedTo,Baidu,,,,{WEB},", "the subject is no name: '—'"),
    "no relation": (f"Andrew Ng,,Baidu,,,,{WEB},", "no relation; write one of acquired, "),
    "relation": (f"Andrew Ng,movdTo,Baidu,,,,{WEB},", "'movdTo' is no relation; did you mean movedTo?"),
    "two dates": (f"Andrew Ng,movedTo,Baidu,,,03/04/2025,{WEB},", "date '03/04/2025' is not a date such as 2025"),
    "no day": (f"Andrew Ng,movedTo,Baidu,,,2025-02-30,{WEB},", "date '2025-02-30' is not a date"),
    "when": (f"Andrew Ng,movedTo,Baidu,,,last month,{WEB},", "date 'last month' is not a date"),
    "nothing": ("Andrew Ng,movedTo,Baidu,,,,,", "no source and no quote; give at least one of url, publisher"),
    "quote": (f"Andrew Ng,movedTo,Baidu,,,,{WEB},«…»", "the quote '«…»' has no words"),
    "address": ("Andrew Ng,movedTo,Baidu,,,,javascript:alert(1),", "url 'javascript:alert(1)' is not an http or https"),
    "itself": (f"Baidu,movedTo,Baidu,,,,{WEB},", "'Baidu' is both the subject and the object"),
    "work": (f"Andrew Ng,coCreated,Frobnicator,,,,{WEB},", "what is 'Frobnicator'? Write Model, System, "),
    "more cells": (
        f"Andrew Ng,movedTo,Baidu,,,,{WEB},,x",
        "more cells than the header has; put a cell with a separator",
    ),
    "open quotation mark": (f'Andrew Ng,movedTo,Baidu,,,,{WEB},"He left', "a quotation mark is not closed"),
    "long name": (f"{'Ng' * 200},movedTo,Baidu,,,,{WEB},", "the subject is longer than 200 characters"),
}


@pytest.mark.parametrize(("row", "line"), BAD.values(), ids=BAD)
def test_a_bad_row_is_one_line_and_loses_nothing_else(row: str, line: str, note: Note) -> None:
    good = f"Yann LeCun,left,Meta,,,,{WEB},"
    _, claims, issues = note(HEADER, good, row, f"Lucas Beyer,left,OpenAI,,,,{WEB},")
    assert [claim.subject.name for claim in claims] == ["Lucas Beyer", "Yann LeCun"]
    (issue,) = issues
    assert issue.startswith(f"facts.csv:3: {line}")
    assert issue.endswith("the row was left out")


@pytest.mark.parametrize(
    ("column", "relation", "cell", "line"),
    [
        ("modality", "left", "perhaps", "'perhaps' is no modality; write one of asserted, reported, rumoured"),
        ("confidence", "left", "7", "the confidence '7' is no number from 0 to 1"),
        ("published", "left", "yesterday", "published 'yesterday' is not a date"),
        ("published", "left", "2024/2025", "published '2024/2025' is not a date"),
        ("language", "left", "the French one", "language 'the French one' is no code such as en or fr"),
        ("status", "workedAt", "maybe", "status 'maybe' is not one of current, past"),
        ("amount", "declined", "much", "amount 'much' is not a sum with its currency"),
        ("duration", "workedAt", "long", "duration 'long' is not a duration such as 11 years"),
        ("type", "left", "Model", "the type 'Model' is none of Organization"),
        ("end", "workedAt", "2020", "it ends (2020) before it starts (2021)"),
    ],
)
def test_a_cell_that_means_nothing_is_told(column: str, relation: str, cell: str, line: str, note: Note) -> None:
    _, claims, (issue,) = note(
        f"person;relation;organisation;url;start;{column}", f"Andrew Ng;{relation};Baidu;{WEB};2021;{cell}"
    )[:3]
    assert claims == []
    assert line in issue


def test_what_a_relation_does_not_have_is_left_out_and_told(note: Note) -> None:
    _, (claim,), issues = note(HEADER, f"Andrew Ng,founded,Coursera,Google,,2012,{WEB},")
    assert [q.name for q in claim.qualifiers] == ["date"]
    assert issues == ["facts.csv:2: founded has no from; 'Google' was left out"]


def test_columns_that_mean_nothing_are_told_once(note: Note) -> None:
    _, claims, issues = note("person,relation,organisation,url,mood,Person", f"Andrew Ng,left,Baidu,{WEB},sad,Someone")
    assert [claim.subject.name for claim in claims] == ["Andrew Ng"]
    assert issues == ["facts.csv: columns that are not read: mood, Person"]


def test_a_row_that_is_there_twice_counts_once(note: Note) -> None:
    row = f"Andrew Ng,left,Baidu,,,,{WEB},"
    _, claims, issues = note(HEADER, row, row)
    assert len(claims) == 1
    assert issues == ["facts.csv:3: says what row 2 says; it counts once"]


def test_of_what_rows_say_of_one_address_the_first_holds(note: Note) -> None:
    (document,), claims, issues = note(
        "person,relation,organisation,url,publisher,published",
        f"Andrew Ng,left,Baidu,{WEB},,",
        f"Lucas Beyer,left,OpenAI,{WEB},Wired,2025-06",
        f"Yann LeCun,left,Meta,{WEB},WIRED,2025-06",
    )
    assert (document.publisher, document.published, len(claims)) == ("Wired", "2025-06", 3)
    assert issues == ["facts.csv:4: publisher 'WIRED' was left out: row 3 has 'Wired' for it"]


def test_many_rows_of_one_source_are_several_documents_and_a_subject_is_in_one(note: Note) -> None:
    rows = [f"Person {n % 130:03},left,Company {n:03},,,,{WEB}," for n in range(520)]
    documents, claims, issues = note(HEADER, *rows)
    assert (len(claims), issues) == (520, [])
    assert [len(document.text.split("\n")) for document in documents] == [200, 200, 120]
    assert {document.url for document in documents} == {WEB}
    found = [{claim.subject.name for claim in claims if claim.evidence.document == d.id} for d in documents]
    assert sum(map(len, found)) == len(set().union(*found)) == 130


def test_the_guard_of_a_spreadsheet_is_undone(note: Note) -> None:
    _, (claim,), issues = note(HEADER, f"'=SUM(A1),left,'@Home,,,,{WEB},'-5 people left.")
    assert (claim.subject.name, claim.object.name, claim.evidence.quote) == ("=SUM(A1)", "@Home", "-5 people left.")
    assert issues == []


def test_a_cell_of_several_lines_is_one_line_of_text(note: Note) -> None:
    _, claims, issues = note(HEADER, f'Andrew Ng,left,Baidu,,,,{WEB},"He left', 'on Monday."', f"A B,left,,,,,{WEB},")
    assert [claim.evidence.quote for claim in claims] == ["He left on Monday."]
    assert [issue.partition(": ")[0] for issue in issues] == ["facts.csv:4"]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"Id,Label,Type\n1,Meta,Organization\n", "no table of facts"),
        (b"person,organisation\nAndrew Ng,Baidu\n", "no table of facts"),
        (b"\x00\x01\x02" * 50, "not text"),
        (b"x" * 10_000_001, "larger than 10 MB"),
        (b"person,relation,organisation\n", ""),
        (b'"' * 5000, "no table of facts"),
        (b"," * 500_000, "no table of facts"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value or "header alone",
)
def test_what_is_no_table_of_facts_is_one_line(data: bytes, line: str, note: Note) -> None:
    documents, _, issues = note(data=data)
    assert documents == []
    assert [issue.startswith(f"facts.csv: {line}") for issue in issues] == [True] * bool(line)
