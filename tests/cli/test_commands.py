from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigraph.cli import program
from aigraph.export import EXPORTERS, NETWORKS

MOVE = "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google as its chief scientist."
NG = f"{MOVE} Andrew Ng left Baidu in March 2017.\n"
LECUN = "Yann LeCun a rejoint Facebook en décembre 2013. Yann LeCun a quitté Meta en novembre 2025.\n"

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles, their graph and its exports."""
    folder = tmp_path_factory.mktemp("commands")
    (folder / "articles").mkdir()
    (folder / "articles" / "ng.txt").write_text(NG, encoding="utf-8")
    (folder / "articles" / "lecun.txt").write_text(LECUN, encoding="utf-8")
    with chdir(folder):
        done = CliRunner().invoke(program, ["build", "articles"])
    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("2 articles (2 new)\n")
    assert done.stderr.endswith("and the page: exports/index.html\n")
    return folder


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)

    def run(*arguments: str, input: str | None = None) -> Result:
        return CliRunner().invoke(program, arguments, input=input, catch_exceptions=False)

    return run


def test_a_second_build_says_that_nothing_changed(run: Run) -> None:
    done = run("build", "articles")
    assert done.exit_code == 0
    assert done.stderr.startswith("nothing changed: 2 articles, ")


def test_a_build_shows_the_faults_of_the_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ng.txt").write_text(NG, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = run("build", str(tmp_path), "-o", str(tmp_path / "exports"))
    assert done.exit_code == 0
    assert f"aigraph: warning: {tmp_path / 'empty.txt'}: " in done.stderr


def test_extract_prints_one_line_of_json_a_claim(run: Run) -> None:
    done = run("extract", "articles", "--format", "jsonl")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    places = [(claim["document"], claim["evidence"]["start"]) for claim in claims]
    assert places == sorted(places)
    (move,) = (claim for claim in claims if claim["subject"] == "Andrew Ng" and claim["relation"] == "movedTo")
    rule, confidence = move.pop("rule"), move.pop("confidence")
    assert rule.startswith("en.movedTo.")
    assert 0 < confidence <= 1
    assert move == {
        "document": "articles/ng.txt",
        "relation": "movedTo",
        "subject": "Andrew Ng",
        "subject_type": "Person",
        "subject_text": "Andrew Ng",
        "object": "Baidu",
        "object_type": "Organization",
        "object_text": "Baidu",
        "from": "Google",
        "date": "2014-05",
        "role": "chief scientist",
        "modality": "asserted",
        "attributed_to": None,
        "evidence": {"start": 0, "end": len(MOVE), "quote": MOVE},
    }


def test_a_move_from_nowhere_has_no_origin_and_the_article_s_own_names(run: Run) -> None:
    done = run("extract", "articles/lecun.txt", "--format", "jsonl")
    move = json.loads(done.stdout.splitlines()[0])
    assert (move["object"], move["object_text"], move["from"]) == ("Meta", "Facebook", None)


def test_extract_says_on_request_where_the_ends_of_a_claim_stand(run: Run) -> None:
    text = "In May 2014, the researcher Andrew Ng joined Baidu. He left the company in March 2017."
    done = run("extract", "-", "--format", "jsonl", "--spans", input=text)
    ends = [
        (claim["relation"], claim["subject_span"], claim["object_span"])
        for claim in map(json.loads, done.stdout.splitlines())
    ]
    words = [(name, *(text[span["start"] : span["end"]] for span in spans)) for name, *spans in ends]
    assert words == [("movedTo", "Andrew Ng", "Baidu"), ("left", "He", "company")]
    assert run("extract", "articles", "--spans").exit_code == 2


def test_extract_takes_in_the_unnamed_on_request(run: Run) -> None:
    assert run("extract", "-", input="He joined Baidu in May 2014.").stdout.count("Baidu") == 0
    assert "He  " in run("extract", "-", "--unnamed", input="He joined Baidu in May 2014.").stdout


def test_extract_reads_standard_input(run: Run) -> None:
    done = run("extract", "-", input=NG)
    assert done.stdout.splitlines()[1].startswith("-")
    assert "Andrew Ng  movedTo" in done.stdout


def test_show_tells_the_path_with_its_proofs(run: Run) -> None:
    lines = run("show", "andrew ng").stdout.splitlines()
    assert lines[0].startswith("Andrew Ng: person")
    move = "  Andrew Ng moved to Baidu, date 2014-05, from Google, role chief scientist  [accepted, "
    assert any(line.startswith(move) for line in lines)
    assert f"      « {MOVE} »  " in "\n".join(lines)
    assert "\n".join(lines).index("moved to Baidu") < "\n".join(lines).index("left Baidu")


def test_show_tells_who_came_to_an_organisation_and_who_left_it(run: Run) -> None:
    shown = run("show", "Facebook").stdout
    assert "Yann LeCun moved to Meta" in shown
    assert "Yann LeCun left Meta" in shown
    assert "Andrew Ng" in run("show", "Google").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "Nobody"), "Nobody"),
        (("show", "Andrew Ng", "--store", "nowhere"), "nowhere"),
        (("build", "nowhere.txt"), "nowhere.txt"),
        (("export", "docx"), "docx"),
        (("export", "turtle", "-o", "articles"), "articles"),
        (("query", "SELECT ?x WHERE {"), "SPARQL"),
        (("query", "nothing-of-the-kind"), "nothing-of-the-kind"),
        (("query", "missing.rq"), "missing.rq"),
        (("query", "ASK {}", "--param", "x"), "NAME=VALUE"),
        (("evaluate", "articles"), "articles"),
        (("explain", "Bonjour.", "--lang", "xx"), "xx"),
    ],
)
def test_a_mistake_is_one_line_on_standard_error(run: Run, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_the_store_can_be_named_in_the_environment(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIGRAPH_STORE", str(folder / "exports" / "store"))
    monkeypatch.chdir("/")
    assert run("show", "Andrew Ng").exit_code == 0


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads", "jsonld", "nodes", "edges", "evidence", "gexf", "html"])
def test_every_format_can_be_exported_to_standard_output(run: Run, name: str) -> None:
    assert "Andrew Ng" in run("export", name).stdout


def test_the_help_names_every_format_and_every_network(run: Run) -> None:
    words = set(re.findall(r"[a-z0-9]+", run("export", "--help").stdout))
    assert {*EXPORTERS, *NETWORKS, "html", "explorer", "ontology"} <= words


def test_a_table_is_written_for_spreadsheets_or_for_programs(run: Run) -> None:
    assert run("export", "entities", "--bom").stdout.startswith("\ufeffid,label,")
    assert run("export", "entities", "--raw").stdout.startswith("id,label,")
    assert "turtle has no raw" in run("export", "turtle", "--raw").stderr


def test_all_tables_are_a_folder_with_their_description(run: Run, tmp_path: Path) -> None:
    run("export", "csv", "--licence", "Ask us first.", "-o", str(tmp_path / "tables"))
    assert "Andrew Ng" in (tmp_path / "tables" / "statements.csv").read_text(encoding="utf-8")
    assert "Ask us first." in (tmp_path / "tables" / "datapackage.json").read_text(encoding="utf-8")


def test_an_export_to_a_file_is_what_build_wrote(run: Run, folder: Path, tmp_path: Path) -> None:
    run("export", "turtle", "-o", str(tmp_path / "moves.ttl"))
    assert (tmp_path / "moves.ttl").read_bytes() == (folder / "exports" / "graph.ttl").read_bytes()


def test_a_page_has_a_title_and_a_language(run: Run) -> None:
    page = run("export", "html", "--title", "Départs", "--language", "fr").stdout
    assert '<html lang="fr">' in page
    assert "<title>Départs</title>" in page


def test_the_explorer_has_a_title_and_a_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aigraph.view.explorer.page._built", lambda name: "")
    page = run("export", "explorer", "--title", "Départs", "--language", "fr").stdout
    assert '<html lang="fr">' in page
    assert "<title>Départs</title>" in page


def test_a_format_without_a_title_says_so(run: Run) -> None:
    done = run("export", "turtle", "--title", "Moves")
    assert done.exit_code == 2
    assert done.stderr == "aigraph: turtle has no title and no language; html and explorer do\n"


def test_what_the_quick_page_leaves_out_is_said(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("aigraph.view.quick.limit.LIMIT", 2)
    done = run("export", "html", "-o", str(tmp_path / "page.html"))
    assert done.stderr.splitlines()[1].startswith("aigraph: the quick page leaves out ")
    assert "aigraph export explorer" in done.stderr
    assert "“aigraph export explorer” draws them all" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_question_in_sparql_is_answered_as_a_table(run: Run) -> None:
    done = run("query", "SELECT ?name WHERE { ?p aig:movedTo ?to . ?p rdfs:label ?name } ORDER BY ?name")
    assert done.stdout.splitlines() == ["name", "Andrew Ng", "Yann LeCun"]


def test_a_named_question_is_answered(run: Run) -> None:
    done = run("query", "who-moved-to", "--param", "org=baidu", "--format", "csv")
    header, row = done.stdout.splitlines()
    assert header.startswith("person,")
    assert row.startswith("Andrew Ng,")
    assert MOVE in row


def test_a_question_without_an_answer_says_so_on_standard_error(run: Run) -> None:
    done = run("query", "SELECT ?p WHERE { ?p aig:declined ?o }")
    assert (done.exit_code, done.stdout) == (0, "p\n")
    assert "no answer" in done.stderr


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "xml"])
def test_an_answer_has_the_formats_of_sparql(run: Run, format: str) -> None:
    query = "SELECT ?name WHERE { ?p aig:movedTo ?to . ?p rdfs:label ?name }"
    assert "Andrew Ng" in run("query", query, "--format", format).stdout


def test_a_graph_that_is_asked_for_comes_as_turtle(run: Run) -> None:
    query = "CONSTRUCT { ?p aig:movedTo ?o } WHERE { ?p aig:movedTo ?o }"
    assert "aig:movedTo" in run("query", query, "--format", "turtle").stdout


def test_a_question_in_a_file_is_answered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "moves.rq").write_text("ASK { ?person aig:movedTo ?organization }", encoding="utf-8")
    assert "true" in run("query", str(tmp_path / "moves.rq")).stdout


def test_every_named_question_says_what_it_asks(run: Run) -> None:
    done = run("questions")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 5


def test_explain_shows_the_rule_that_fires(run: Run) -> None:
    assert "en.movedTo." in run("explain", MOVE, "--lang", "en").stdout


def test_evaluate_scores_the_passages_of_a_benchmark(run: Run, tmp_path: Path) -> None:
    text = "Before that, he worked for Google."
    fact = {"p": "EMPLOYEE_OR_MEMBER_OF", "ss": 113, "se": 115, "os": 127, "oe": 133}
    passage = {
        "fold": 1,
        "doc": "7",
        "start": 100,
        "end": 134,
        "text": text,
        "properties": [fact["p"]],
        "facts": [fact],
    }
    path, out = tmp_path / "passages.jsonl", tmp_path / "out.json"
    path.write_text(json.dumps(passage) + "\n", encoding="utf-8")
    lines = run("evaluate", "--knowledgenet", str(path), "--predictions", str(out), "--misses").stdout.splitlines()
    assert lines[1].split() == ["EMPLOYEE_OR_MEMBER_OF", "1", "0", "0", "0", "1.000", "1.000", "1.000"]
    (written,) = json.loads(out.read_text(encoding="utf-8"))["passages"]
    assert [{key: one[key] for key in ("subjectStart", "objectEnd")} for one in written["facts"]] == [
        {"subjectStart": 113, "objectEnd": 133}
    ]


def test_evaluate_takes_articles_or_passages(run: Run, tmp_path: Path) -> None:
    for arguments in ((), ("articles", "--knowledgenet", "x"), ("articles", "--fold", "1")):
        assert run("evaluate", *arguments).exit_code == 2
    (tmp_path / "passages.jsonl").write_text("{}", encoding="utf-8")
    assert "is no passage" in run("evaluate", "--knowledgenet", str(tmp_path / "passages.jsonl")).stderr


def test_evaluate_scores_annotated_articles(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ng.txt").write_text(NG, encoding="utf-8")
    right = {"p": "movedTo", "s": "Andrew Ng", "o": "Baidu", "from": "Google", "evidence": MOVE}
    missed = {"p": "founded", "s": "Andrew Ng", "o": "Coursera", "evidence": MOVE}
    gold = {"id": "ng", "lang": "en", "facts": [right, missed]}
    (tmp_path / "ng.json").write_text(json.dumps(gold), encoding="utf-8")
    lines = run("evaluate", str(tmp_path), "--misses").stdout.splitlines()
    scores = {line.split()[0]: line.split()[1:] for line in lines if line}
    assert scores["movedTo"][-1] == "1.000"
    assert scores["founded"][2] == "1"
    assert any(line.startswith("missed ") and "founded(Andrew Ng, Coursera)" in line for line in lines)


def test_check_proves_the_data_and_shows_the_rules_by_language(run: Run) -> None:
    done = run("check")
    assert done.exit_code == 0, done.stdout
    assert done.stdout.splitlines()[0].split() == ["relation", "en", "fr"]
    assert any(line.startswith("movedTo ") for line in done.stdout.splitlines())


def test_check_can_also_prove_a_graph(run: Run) -> None:
    done = run("check", "--store", "exports/store")
    assert done.exit_code == 0, done.stdout
