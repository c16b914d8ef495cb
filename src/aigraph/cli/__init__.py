"""The command line: each command parses, calls the library once, and prints."""

from __future__ import annotations

import signal
from typing import IO, Any

import click

from aigraph import __version__
from aigraph.cli.adopt import adopt
from aigraph.cli.build import build
from aigraph.cli.check import check
from aigraph.cli.conflicts import conflicts
from aigraph.cli.decide import decide
from aigraph.cli.diff import diff
from aigraph.cli.evaluate import evaluate
from aigraph.cli.explain import explain
from aigraph.cli.export import export
from aigraph.cli.extract import extract
from aigraph.cli.forget import forget
from aigraph.cli.ingest import ingest
from aigraph.cli.query import query, questions
from aigraph.cli.report import report
from aigraph.cli.review import review
from aigraph.cli.show import show
from aigraph.cli.story import story
from aigraph.errors import AigraphError, BusyError
from aigraph.escape import tty

_EPILOG = """\b
Completion for bash, zsh or fish:
eval "$(_AIGRAPH_COMPLETE=bash_source aigraph)"

Results go to standard output, everything else to standard error; "-" is standard input. aigraph ends with 0 when all
went well, 2 when something you gave has to change, 75 when another process is writing to the store, 130 when it is
interrupted.
"""


class _Failure(click.ClickException):
    """A mistake of the user's, said in one line; the exit code is 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line, to standard error unless told otherwise."""
        click.echo(f"aigraph: {tty(self.message)}", file=file, err=file is None)


class _Busy(_Failure):
    """A store that another process is writing to; the exit code is the one that tells scripts to try again."""

    exit_code = 75


class _Program(click.Group):
    """The group of commands, which turns aigraph's errors into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click calls it so)
        """Return the commands in the order of use."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; mistakes end with 2 or 75, an interruption with 130, and bugs keep their traceback."""
        try:
            return super().invoke(ctx)
        except AigraphError as error:
            failure = _Busy if isinstance(error, BusyError) else _Failure
            raise failure(str(error)) from error
        except KeyboardInterrupt:
            click.echo("aigraph: interrupted", err=True)
            raise click.exceptions.Exit(130) from None


@click.group(cls=_Program, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def program() -> None:
    """Read news articles about who moved where in AI, in French and in English, into a graph.

    Every edge of the graph leads back to the sentence that proves it.

    \b
    aigraph build articles/      read the articles, write exports/ and its page
    aigraph query flows          ask the graph a question
    aigraph show "Yann LeCun"    see all that is known, with the proofs
    """  # noqa: D301 (click reads the character, not the escape)


for _command in (
    build,
    ingest,
    forget,
    extract,
    query,
    questions,
    report,
    show,
    conflicts,
    review,
    decide,
    diff,
    export,
    story,
    explain,
    evaluate,
    check,
):
    program.add_command(_command)
decide.add_command(adopt)


def main() -> None:
    """Run the program."""
    # A reader that has seen enough (`aigraph query moves | head`) ends the program without a word.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    program(prog_name="aigraph")
