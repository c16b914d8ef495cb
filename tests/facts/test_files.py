"""Which files are tables of facts, wherever they lie; and the table that aigraph itself writes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.facts.workbooks import xlsx

import aigraph
from aigraph.model import Statement
from aigraph.pipeline import build

SHEET = "person,relation,organisation,url\nAndrew Ng,left,Baidu,https://example.org/a\n"
ARTICLES = {
    "ng.txt": "---\ntitle: Ng; a move\nurl: https://example.org/ng\npublished: 2014-05-16\nlanguage: en\n---\n"
    "In May 2014, the researcher Andrew Ng joined the search company Baidu from Google as chief scientist.\n",
    "gpt.md": "# =Formulas\n\nThe researcher Alec Radford created GPT-2 at OpenAI. He has left OpenAI.\n",
    "lecun.txt": "D'après la rumeur, Yann LeCun quitterait Meta.\nYann LeCun a cofondé AMI Labs en décembre 2025.\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("data", [SHEET.encode(), SHEET.replace(",", "\t").encode("utf-16"), b"", None])
def test_a_sheet_can_come_by_standard_input(data: bytes | None) -> None:
    data = xlsx({"A": [line.split(",") for line in SHEET.splitlines()]}) if data is None else data
    if not data:
        with pytest.raises(aigraph.InputError):
            build(["-"], stdin=io.BytesIO(data))
        return
    with build(["-"], stdin=io.BytesIO(data)) as graph:
        assert [statement.relation for statement in graph.statements()] == ["left"]


def test_prose_with_a_relation_in_it_is_an_article() -> None:
    prose = b"The relation, said Andrew Ng, is over.\nIn March 2017, the researcher Andrew Ng left Baidu.\n"
    with build(["-"], stdin=io.BytesIO(prose)) as graph:
        (document,) = graph.documents().values()
        assert document.form == "article"


def test_a_folder_may_hold_other_tables_and_our_own(tmp_path: Path) -> None:
    write(tmp_path, {**ARTICLES, "facts.csv": SHEET, "counts.csv": "a,b\n1,2\n"})
    issues: list[str] = []
    with build(tmp_path, store=tmp_path / "exports" / "store") as graph:
        for name in ("evidence.csv", "edges.csv", "nodes.csv"):
            graph.export(tmp_path / "exports" / name)
        before = [statement.id for statement in graph.statements()]
    with build(
        tmp_path, store=tmp_path / "exports" / "store", on_issue=lambda issue: issues.append(str(issue))
    ) as graph:
        assert [statement.id for statement in graph.statements()] == before
        assert not graph.report.touched
    said = sorted(issue.removeprefix(f"{tmp_path}/").partition(":")[0] for issue in issues)
    assert said == ["counts.csv", "exports/edges.csv", "exports/evidence.csv", "exports/nodes.csv"]
    assert any("a table that aigraph wrote of what it has read" in issue for issue in issues)


def test_what_is_exported_as_facts_comes_back_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, ARTICLES)
    issues: list[aigraph.Issue] = []
    with build(tmp_path) as graph:
        graph.export(tmp_path / "facts.csv")
        said = told(graph.statements())
    with build(tmp_path / "facts.csv", on_issue=issues.append) as graph:
        assert told(graph.statements()) == said
        again = io.BytesIO()
        graph.export(again, "facts")
    assert issues == []
    assert len(said) > 5
    assert again.getvalue() == (tmp_path / "facts.csv").read_bytes()


def test_the_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs/facts.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```csv\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    issues: list[aigraph.Issue] = []
    with build(write(tmp_path, {"facts.csv": example}), on_issue=issues.append) as graph:
        assert sorted(statement.subject.label for statement in graph.statements()) == [
            *("Ilya Sutskever", "Noam Shazeer", "Yann LeCun")
        ]
    assert issues == []


def told(statements: Iterable[Statement]) -> list[tuple[object, ...]]:
    return [
        (s.id, s.status, s.modality, s.confidence, s.sources, [(q.name, q.value, q.type) for q in s.qualifiers])
        for s in statements
    ]
