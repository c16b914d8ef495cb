"""Out to Gephi, edited in its Data Laboratory, saved by its own exporters, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.gephi.gephi import Gephi

from aigraph.adopt import read_saved
from aigraph.cli import program
from aigraph.decisions import Known
from aigraph.pipeline import open as open_graph
from aigraph.revise import fresh
from aigraph.store import Store

LECUN, META = "person/yann-lecun", "organization/meta"
LINES = [
    "same\tPerson\tAlexander Kolesnikov\tAlexandr Wang",
    "different\tPerson\tAlexandre LeBrun\tAndrew Tulloch",
    "same\tPerson\tJoëlle Pineau\tYann LeCun",
    "reject\tleft\tMira Murati\tOpenAI",
]


def test_gephi_saves_what_it_has_read(gephi: Gephi, exported: Callable[..., Path], tmp_path: Path) -> None:
    before = read_saved(exported())
    gephi.open("same.gexf", exported().read_bytes())
    for name in ("again.gexf", "again.graphml"):
        path = tmp_path / name
        path.write_bytes(gephi.saved(name))
        after = read_saved(path)
        assert {key: v.label for key, v in after.vertices.items()} == {
            key: v.label for key, v in before.vertices.items()
        }
        assert sorted((a.id, a.source, a.target, a.kind, a.cells["statement"]) for a in after.arcs) == sorted(
            (a.id, a.source, a.target, a.kind, a.cells["statement"]) for a in before.arcs
        )


@pytest.mark.parametrize(("out", "back"), [("gexf", "edited.graphml"), ("graphml", "edited.gexf")])
def test_what_is_edited_in_gephi_comes_back_as_decisions(
    gephi: Gephi, exported: Callable[..., Path], examples: Store, tmp_path: Path, out: str, back: str
) -> None:
    path = exported(out)
    seen = gephi.open(path.name, path.read_bytes())
    departure = next(
        edge["id"] for edge in seen["edge"] if (edge["source"], edge["kind"]) == ("person/mira-murati", "left")
    )
    edited = tmp_path / back
    edited.write_bytes(
        gephi.saved(
            back,
            ("merge", "type", "person/alexander-kolesnikov", "person/alexandr-wang"),
            ("rename", LECUN, "Joelle Pineau"),
            ("rename", "person/angela-fan", "Angela the Great"),
            ("write", "nodes", "Judgement", "person/andrew-tulloch", "different Alexandre LeBrun"),
            ("write", "edges", "Judgement", departure, "reject"),
            ("remove", "person/amar-subramanya"),
        )
    )
    store = tmp_path / "exports" / "store"
    with Store.open(store, create=True) as kept:
        fresh(kept, examples.readings(), decisions=())

    def decide(*options: str) -> list[str]:
        arguments = ["decide", "from", str(edited), "--who", "Ada", "--store", str(store), *options]
        done = CliRunner().invoke(program, arguments, catch_exceptions=False)
        assert (done.exit_code, done.stdout) == (0, "")
        return done.stderr.splitlines()

    decisions = tmp_path / "exports" / "decisions.tsv"
    said = decide("--dry-run")
    assert not decisions.exists()
    assert sum(line.startswith("would be decided: ") for line in said) == len(LINES)
    assert any("Angela the Great" in line and line.startswith("not decided: ") for line in said)
    assert any(line.startswith("not in the file: nodes: 1, ") for line in said)

    said = decide()
    lines = [line for line in decisions.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert [line.split("\t")[:4] for line in lines] == [line.split("\t") for line in LINES]
    assert {tuple(line.split("\t")[5:]) for line in lines} == {("Ada", back)}
    with open_graph(store) as graph:
        known = Known(graph.store.lookup, graph.entity)
        for one, other in (("Alexander Kolesnikov", "Alexandr Wang"), ("Joëlle Pineau", "Yann LeCun")):
            assert known.find(one) == known.find(other)
        assert [s.status for s in graph.statements() if s.relation == "left" and s.subject.label == "Mira Murati"] == [
            "refuted"
        ]
    # The same file once more changes nothing.
    content = decisions.read_bytes()
    decide()
    assert decisions.read_bytes() == content
