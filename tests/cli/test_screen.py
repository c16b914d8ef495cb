from __future__ import annotations

import io
from contextlib import redirect_stdout

import pytest

from aigraph.cli.screen import IssueCount, emit_data, emit_table, progress, say
from aigraph.model import Issue


class Terminal(io.TextIOWrapper):
    """A standard output that says it is a terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def isatty(self) -> bool:
        return True

    @property
    def shown(self) -> str:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


def test_a_table_for_another_program_has_aligned_columns_and_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    emit_table(("person", "to"), [("Yann LeCun", "Meta"), ("李飞飞", None), ("O", "[bold]\x1b[31m\n[/bold]")])
    assert capsys.readouterr().out.splitlines() == [
        "person      to",
        "Yann LeCun  Meta",
        "李飞飞",
        "O           [bold]\\x1b[31m | [/bold]",
    ]


def test_a_long_cell_for_another_program_is_not_cut(capsys: pytest.CaptureFixture[str]) -> None:
    emit_table(("sentence",), [("word " * 1000,)])
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_table_without_rows_shows_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    emit_table(("person", "to"), [])
    assert capsys.readouterr().out == "person  to\n"


def test_a_table_on_a_terminal_fits_it_and_takes_nothing_for_markup(terminal: Terminal) -> None:
    with redirect_stdout(terminal):
        emit_table(("person", "sentence"), [("Joel Pobar", "« [s]on départ » \x1b[31m" + " x" * 60)])
    assert "[s]on" in terminal.shown
    assert "\\x1b[31m" in terminal.shown
    assert "\x1b[31m" not in terminal.shown
    assert "\x1b[1m" in terminal.shown


def test_no_color_is_honoured(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with redirect_stdout(terminal):
        emit_table(("person",), [("Joel Pobar",)])
    assert "\x1b[3" not in terminal.shown


def test_data_reaches_another_program_unchanged(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    emit_data("a\tb\r\n\u202eé\x1b\n".encode())
    assert capsysbinary.readouterr().out == "a\tb\r\n\u202eé\x1b\n".encode()


def test_data_cannot_steer_a_terminal(terminal: Terminal) -> None:
    with redirect_stdout(terminal):
        emit_data("a\tb\r\n\u202eé\x1b\n".encode())
    assert terminal.shown == "a\tb\n\\u202eé\\x1b\n"


def test_what_is_said_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    say("[red]x\x07")
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "[red]x\\x07\n")


def test_only_the_first_faults_of_the_input_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    issues = IssueCount()
    for number in range(1000):
        issues(Issue(f"{number}.txt", "the file is empty"))
    issues.close()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "aigraph: warning: 0.txt: the file is empty"
    assert lines[-1] == "1000 issues with the input, the first 20 of them above"
    assert len(lines) == 21


def test_there_is_no_progress_bar_but_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as on_progress:
        on_progress("read", 1)
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")
