from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decisions.conftest import Made
from tests.decisions.strategies import DECISIONS

from aigraph.decisions import effective, format_line, merged, read, update, with_decision, withdrawn
from aigraph.errors import InputError
from aigraph.model import Decision


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "decisions.tsv"


def add(path: Path, *decisions: Decision) -> None:
    update(path, lambda before: (*before, *decisions))


def test_the_file_says_what_its_columns_are(path: Path, made: Made) -> None:
    add(path, made("same", "Ada Lovelace", "A. Lovelace", when="2025-11-22", why="one life"))
    assert path.read_text(encoding="utf-8").splitlines() == [
        "# aigraph decisions: which names are one, and which statements stand. A line a decision; the latest holds.",
        "# judgement\tkind\tone\tother\twhen\twho\twhy",
        "same\tPerson\tA. Lovelace\tAda Lovelace\t2025-11-22\tAda\tone life",
    ]


def test_lines_are_sorted_by_what_is_judged_and_then_by_time(path: Path, made: Made) -> None:
    told = [("same", "2025-01-02"), ("different", "2025-01-03"), ("unsure", "2025-01-01")]
    add(path, *(made(judgement, "Ada", "Cy", when=when) for judgement, when in told), made("same", "Ada", "Bo"))
    lines = path.read_text(encoding="utf-8").splitlines()[2:]
    assert [line.split("\t")[0] for line in lines] == ["same", "unsure", "same", "different"]


@settings(deadline=None)
@given(st.lists(DECISIONS, max_size=6))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, decisions: list[Decision]) -> None:
    path = tmp_path_factory.mktemp("decisions") / "decisions.tsv"
    add(path, *decisions)
    assert read(path, absent_ok=True) == merged(decisions)
    backwards = path.with_name("backwards.tsv")
    for decision in reversed(decisions):
        add(backwards, decision)
    assert not decisions or backwards.read_bytes() == path.read_bytes()


COMMENTS = st.lists(st.sampled_from(["# note", "", "#"]), max_size=2)


@settings(deadline=None)
@given(st.lists(DECISIONS, max_size=4), st.lists(COMMENTS, min_size=6, max_size=6), DECISIONS)
def test_undoing_the_last_decision_restores_every_byte(
    tmp_path_factory: pytest.TempPathFactory, decisions: list[Decision], comments: list[list[str]], new: Decision
) -> None:
    path = tmp_path_factory.mktemp("decisions") / "decisions.tsv"
    lines = list(comments[0])
    for decision, above in zip(merged(decisions), comments[1:], strict=False):
        lines += [*above, format_line(decision)]
    path.write_bytes("".join(f"{line}\n" for line in (*lines, *comments[-1])).encode())
    before = path.read_bytes()
    had, has = update(path, lambda decisions: with_decision(decisions, new))
    update(path, lambda decisions: withdrawn(decisions, set(has) - set(had)))
    assert path.read_bytes() == before


def test_a_file_that_comes_with_a_decision_goes_with_it(path: Path, made: Made) -> None:
    add(path, made("same", "Ada", "Bo"))
    update(path, lambda _: ())
    assert list(path.parent.iterdir()) == []


def test_comments_stay_with_the_decision_below_them(path: Path, made: Made) -> None:
    path.write_text("# ours\n\n# on Cy\nsame\tPerson\tAda\tCy\n# on Zoe\nsame\tPerson\tAda\tZoe\n# the end\n")
    add(path, made("same", "Ada", "Bo"), made("same", "Ada", "Di"))
    assert [line.partition("\tAda\t")[2][:3].rstrip() or line for line in path.read_text().splitlines()] == [
        "# ours", "", "# on Cy", "Bo", "Cy", "Di", "# on Zoe", "Zoe", "# the end",
    ]  # fmt: skip
    update(path, lambda decisions: [d for d in decisions if d.other != "Zoe"])
    assert path.read_text().splitlines()[-2:] == ["# on Zoe", "# the end"]


def test_lines_may_come_in_any_order_twice_and_with_the_ends_of_another_system(path: Path, made: Made) -> None:
    path.write_bytes("\ufeffsame\tPerson\tCy\tAda\r\n\r\nsame\tPerson\tAda\tBo\r\nsame\tPerson\tAda\tCy".encode())
    assert [(decision.one, decision.other) for decision in read(path)] == [("Ada", "Bo"), ("Ada", "Cy")]


def test_nothing_is_written_when_nothing_changes(path: Path, made: Made) -> None:
    path.write_text("same\tPerson\tZoe\tAda\n")
    before = path.stat()
    update(path, lambda decisions: (*decisions, *decisions))
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
def test_a_merge_that_git_left_open_is_named(path: Path, mark: str) -> None:
    path.write_text(f"# head\nsame\tPerson\tAda\tBo\n{mark}\n")
    with pytest.raises(InputError, match=r"decisions\.tsv, line 3: is a mark of a merge .* merge=union"):
        read(path)


def test_the_first_bad_line_is_shown_and_the_others_counted(path: Path) -> None:
    path.write_text("same\tPerson\tAda\tBo\nequal\tPerson\tAda\tBo\nsame Person\n")
    with pytest.raises(InputError, match=r"line 2: 'equal' is no judgement; .* \(and 1 more such lines\)$"):
        read(path)


def test_a_bad_file_is_left_as_it_is(path: Path, made: Made) -> None:
    path.write_text("equal\tPerson\tAda\tBo\n")
    with pytest.raises(InputError, match="equal"):
        add(path, made("same", "Ada", "Bo"))
    assert path.read_text() == "equal\tPerson\tAda\tBo\n"


def test_a_decision_that_is_none_is_refused(path: Path, made: Made) -> None:
    with pytest.raises(InputError, match=r"decisions\.tsv: 'Ada' is judged against itself"):
        add(path, made("same", "Ada", "Ada"))
    assert not path.exists()


def test_what_is_no_file_of_decisions_is_refused(path: Path, made: Made) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(path)
    assert read(path, absent_ok=True) == ()
    path.mkdir()
    for use in (lambda: read(path, absent_ok=True), lambda: add(path, made("same", "Ada", "Bo"))):
        with pytest.raises(InputError, match="is no file"):
            use()
    (path / "latin.tsv").write_bytes(b"same\tPerson\tRen\xe9\tAda\n")
    with pytest.raises(InputError, match="cannot be read"):
        read(path / "latin.tsv")
    with pytest.raises(InputError, match="cannot hold decisions"):
        add(path / "latin.tsv" / "decisions.tsv", made("same", "Ada", "Bo"))


def test_a_link_to_the_file_stays_a_link_and_permissions_stay(path: Path, made: Made) -> None:
    add(path, made("same", "Ada", "Bo"))
    path.chmod(0o640)
    link = path.with_name("link.tsv")
    link.symlink_to(path)
    add(link, made("same", "Ada", "Cy"))
    assert link.is_symlink()
    assert len(read(path)) == 2
    assert path.stat().st_mode & 0o777 == 0o640


def test_several_processes_lose_nothing(path: Path) -> None:
    code = (
        "import sys\n"
        "from aigraph.decisions import update\n"
        "from aigraph.model import Decision, Judgement\n"
        "for i in range(20):\n"
        "    new = Decision(Judgement.SAME, 'Person', sys.argv[2], f'x{i}')\n"
        "    update(sys.argv[1], lambda before: (*before, new))\n"
    )
    processes = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in ("a", "b", "c")]
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    assert len(read(path)) == 60
    assert list(path.parent.iterdir()) == [path]


def test_two_branches_that_both_decide_merge_by_themselves(path: Path, made: Made) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *identity, *arguments], cwd=path.parent, check=True, capture_output=True)

    def commit(*decisions: Decision) -> None:
        add(path, *decisions)
        git("add", "-A")
        git("commit", "-m", "decide")

    git("init")
    (path.parent / ".gitattributes").write_text("decisions.tsv merge=union\n")
    commit(made("same", "Ada", "Bo", when="2025-01-01"))
    git("checkout", "-b", "theirs")
    theirs = [made("different", "Ada", "Bo", when="2025-01-03"), made("same", "Cy", "Di"), made("same", "Ada", "Zoe")]
    commit(*theirs)
    git("checkout", "main")
    ours = [made("unsure", "Ada", "Bo", when="2025-01-02"), made("same", "Cy", "Ed"), made("same", "Ada", "Zoe")]
    commit(*ours)
    before = read(path)
    git("merge", "theirs")
    assert read(path) == merged(before, theirs)
    assert {decision.judgement for decision in effective(read(path)) if decision.other == "Bo"} == {"different"}
