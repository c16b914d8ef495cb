"""What the program prints: results to standard output, everything else to standard error.

Whatever comes from an article, a file name or a store passes `escape.tty` here, and rich never reads it as markup.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from aigraph.escape import tty
from aigraph.model import Issue

_SHOWN_ISSUES = 20


def say(line: str = "") -> None:
    """Print a line about the work."""
    click.echo(tty(line), err=True)


def emit(line: str = "") -> None:
    """Print a line of the result."""
    click.echo(tty(line))


def emit_paragraph(text: str, *, first: str = "", indent: int = 0) -> None:
    """Print a text after `first`, its lines indented: folded to a terminal's width, or as one line of its own."""
    from rich.console import Console
    from rich.text import Text

    words = " ".join(tty(text).split())
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    lines = [words]
    if console.is_terminal:
        width = max(console.width - indent - 1, 20)
        lines = [line.plain.rstrip() for line in Text(words).wrap(console, width)] or [""]
    click.echo((" " * (indent - len(first)) + tty(first) + lines[0]).rstrip())
    for line in lines[1:]:
        click.echo(" " * indent + line)


def emit_data(data: bytes) -> None:
    """Print data for another program: its bytes as they are, unless a terminal would read them."""
    if sys.stdout.isatty():
        for line in data.decode("utf-8", "backslashreplace").splitlines():
            click.echo("\t".join(tty(part) for part in line.split("\t")))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def emit_table(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
    """Print a table: fitted to a terminal, or a line for each row, as wide as its cells, for another program."""
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    between = "\n" if console.is_terminal else " | "
    cells = [[_cell(cell or "", between) for cell in row] for row in (columns, *rows)]
    if not console.is_terminal:
        widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
            click.echo("  ".join(padded).rstrip())
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in cells[0]:
        table.add_column(Text(name), overflow="fold")
    for row in cells[1:]:
        table.add_row(*map(Text, row))
    console.print(table)


def _cell(text: str, between: str) -> str:
    return between.join(" ".join(line.split()) for line in tty(text).splitlines())


class IssueCount:
    """Prints the first faults of the input as they come, and counts them all."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, issue: Issue) -> None:
        """Take one fault."""
        self.count += 1
        if self.count <= _SHOWN_ISSUES:
            say(f"aigraph: warning: {issue}")

    def close(self) -> None:
        """Say how many there were, and whether all of them were shown."""
        if self.count:
            shown = "above" if self.count <= _SHOWN_ISSUES else f"the first {_SHOWN_ISSUES} of them above"
            say(f"{self.count} {'issue' if self.count == 1 else 'issues'} with the input, {shown}")


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """Show, on a terminal only, how far the work is; yields what to call with each stage and count of articles."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    count = TextColumn("{task.completed} articles")
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (TextColumn("{task.description}"), BarColumn(), count, TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("read", total=None)
        yield lambda stage, done: bar.update(task, description=stage, completed=done)
