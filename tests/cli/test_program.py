from __future__ import annotations

import os
import subprocess
import sys
import time

import click
import pytest
from click.testing import CliRunner

import aigraph
from aigraph.cli import program
from aigraph.errors import BusyError, DataError, InputError

COMMANDS = (
    "build",
    "ingest",
    "forget",
    "extract",
    "query",
    "questions",
    "report",
    "show",
    "conflicts",
    "review",
    "decide",
    "diff",
    "export",
    "story",
    "explain",
    "evaluate",
    "check",
)


def failing(error: BaseException) -> click.Command:
    def fail() -> None:
        raise error

    return click.Command("fail", callback=fail)


def test_help_lists_the_commands_in_the_order_of_use() -> None:
    lines = CliRunner().invoke(program, ["--help"]).output.splitlines()
    listed = [
        line.split()[0] for line in lines if line.startswith("  ") and line.split()[:1] and line.split()[0] in COMMANDS
    ]
    assert tuple(listed) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_is_not_cut(command: str) -> None:
    done = CliRunner().invoke(program, [command, "--help"])
    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: aigraph {command}") or f" {command} " in done.output.splitlines()[0]
    assert "..." not in program.commands[command].get_short_help_str()


def test_help_imports_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from aigraph.cli import program\n"
        "for arguments in (['--help'], ['build', '--help'], ['query', '--help']):\n"
        "    program(arguments, standalone_mode=False)\n"
        "print(sorted({m.partition('.')[0] for m in sys.modules}\n"
        "    & {'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'rich', 'numpy', 'lxml', 'jinja2'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_is_quick() -> None:
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "aigraph", "--help"], capture_output=True, check=True)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 1, "on an idle machine it is 0.1 s"


def test_the_version_is_the_library_s() -> None:
    assert CliRunner().invoke(program, ["--version"]).output.split()[-1] == aigraph.__version__


@pytest.mark.parametrize("error", [InputError("x.txt: no such file"), DataError("x.toml: no relation")])
def test_a_mistake_is_one_line_and_exit_code_2(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(program.commands, "fail", failing(error))
    done = CliRunner().invoke(program, ["fail"])
    assert done.exit_code == 2
    assert done.stderr == f"aigraph: {error}\n"
    assert done.stdout == ""


def test_a_busy_store_is_one_line_and_exit_code_75(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(program.commands, "fail", failing(BusyError("x: process 1 is writing to it")))
    done = CliRunner().invoke(program, ["fail"])
    assert (done.exit_code, done.stderr) == (75, "aigraph: x: process 1 is writing to it\n")


def test_a_mistake_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(program.commands, "fail", failing(InputError("\x1b[31m[bold]x[/]: no such file")))
    assert CliRunner().invoke(program, ["fail"]).stderr == "aigraph: \\x1b[31m[bold]x[/]: no such file\n"


def test_an_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(program.commands, "fail", failing(KeyboardInterrupt()))
    done = CliRunner().invoke(program, ["fail"])
    assert (done.exit_code, done.stderr) == (130, "aigraph: interrupted\n")


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(program.commands, "fail", failing(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        CliRunner().invoke(program, ["fail"], catch_exceptions=False)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_complete(shell: str) -> None:
    done = completing({"_AIGRAPH_COMPLETE": f"{shell}_source"})
    assert "_AIGRAPH_COMPLETE" in done


@pytest.mark.parametrize(
    ("words", "completion"),
    [("aigraph ex", "explain"), ("aigraph query car", "career"), ("aigraph export nq", "nquads")],
)
def test_commands_questions_and_formats_complete(words: str, completion: str) -> None:
    environment = {"_AIGRAPH_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert f"plain,{completion}" in completing(environment).splitlines()


def completing(environment: dict[str, str]) -> str:
    command = [sys.executable, "-c", "from aigraph.cli import main; main()"]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    return done.stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes end programs on POSIX only")
def test_a_reader_that_stops_early_hears_nothing() -> None:
    script = f"{sys.executable} -m aigraph --help | true"
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""
