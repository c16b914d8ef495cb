"""`aigraph report`: what the graph as a whole says, as tables."""

from __future__ import annotations

from typing import Unpack

import click

from aigraph.cli.options import When, parsed_day, shown, store_option, time_options
from aigraph.cli.query import emit_answer
from aigraph.cli.screen import emit, emit_data

_FORMATS = ("table", "csv", "json")


def _complete_names(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    from aigraph.report import REPORTS

    return [name for name in REPORTS if name.startswith(start)]


@click.command(short_help="Report on flows, gaps and sources.")
@click.argument("name", required=False, shell_complete=_complete_names)
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("--parents", is_flag=True, help="Let units count as the organisations that they belong to.")
@click.option("--day", metavar="DATE", help="For who stayed: the day to look a year ahead from.  [default: a year ago]")
@time_options
@store_option
def report(
    name: str | None,
    format_: str,
    parents: bool,
    day: str | None,
    store: str,
    **when: Unpack[When],
) -> None:
    """Make the report NAME; without NAME, list the reports.

    Every row holds, or leads to, the sentences that it rests on.
    """
    from aigraph import pipeline
    from aigraph.query import FORMATS
    from aigraph.report import REPORTS, Options
    from aigraph.report import report as make

    if name is None:
        for known in REPORTS.values():
            emit(f"{known.name}: {known.title}")
            emit(f"    -> {', '.join(column.name for column in known.columns)}")
        return
    options = Options(parents=parents, day=parsed_day("--day", day))
    with pipeline.open(store) as whole, shown(whole, **when) as graph:
        answer = make(name, graph, options)
    if format_ != "table":
        emit_data(FORMATS[format_](answer.whole).encode("utf-8"))
        return
    emit_answer(answer.table)
    for note in answer.notes:
        emit(note)
