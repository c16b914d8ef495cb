from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aigraph.cli import program
from aigraph.export import EXPORTERS, Options
from aigraph.revise import fresh
from aigraph.store import Store

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def store(examples: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("adopt") / "store"
    with Store.open(folder, create=True) as kept:
        fresh(kept, examples.readings(), decisions=())
    return folder


@pytest.fixture
def edited(examples: Store, tmp_path: Path) -> Path:
    """A drawing of the careers without its last edge, in which someone says that Yann LeCun is someone else."""
    path = tmp_path / "edited.gexf"
    with path.open("wb") as stream:
        EXPORTERS["gexf"].write(examples, Options(network="careers"), stream)
    text = path.read_text(encoding="utf-8").replace('label="Yann LeCun"', 'label="Joëlle Pineau"')
    start = text.rindex("<edge ")
    path.write_text(text[:start] + text[text.index("</edge>", start) + len("</edge>") :], encoding="utf-8")
    return path


@pytest.fixture
def decide(store: Path, tmp_path: Path) -> Run:
    kept = ("--decisions", str(tmp_path / "decisions.tsv"), "--store", str(store))
    return lambda *words: CliRunner().invoke(program, ("decide", "from", *words, *kept), catch_exceptions=False)


def test_a_dry_run_says_what_would_be_decided_and_writes_nothing(decide: Run, edited: Path, tmp_path: Path) -> None:
    done = decide(str(edited), "--network", "careers", "--dry-run")
    assert (done.exit_code, done.stdout) == (0, "")
    decided, missing = done.stderr.splitlines()
    assert decided == "would be decided: 'Joëlle Pineau' and 'Yann LeCun' are one person"
    assert re.fullmatch(r"not in the file: nodes: 0, statements: [1-9]; left alone, for a filter may .*", missing)
    assert not (tmp_path / "decisions.tsv").exists()


def test_what_is_gone_is_rejected_when_that_is_asked_for(decide: Run, edited: Path) -> None:
    done = decide(str(edited), "--network", "careers", "--gone", "reject", "--dry-run")
    *decided, missing = done.stderr.splitlines()
    rejected = sum(line.startswith("would be decided: it does not stand that ") for line in decided)
    assert missing == f"not in the file: nodes: 0, statements: {rejected}; the statements are rejected"
    assert rejected


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        ("", (), "is no whole XML"),
        ("<!DOCTYPE gexf><gexf/>", (), "has a DOCTYPE"),
        ('<gexf><nodes><node id="a"/></nodes></gexf>', (), "none of its nodes is in this graph"),
        (None, ("--network", "people"), "there is no network 'people'"),
    ],
)
def test_a_file_that_cannot_be_one_is_one_line_and_changes_nothing(
    decide: Run, edited: Path, tmp_path: Path, content: str | None, options: tuple[str, ...], message: str
) -> None:
    if content is not None:
        edited.write_text(content, encoding="utf-8")
    done = decide(str(edited), *options)
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert message in line
    assert not (tmp_path / "decisions.tsv").exists()
