"""`aigraph diff`: two states of a graph side by side."""

from __future__ import annotations

import json

import click

from aigraph.cli.screen import emit_data, emit_table, say


@click.command(short_help="Show what changed between two graphs, and why.")
@click.argument("old")
@click.argument("new")
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--exit-code", is_flag=True, help="End with 1 when the graphs differ, with 0 when they do not.")
@click.pass_context
def diff(context: click.Context, old: str, new: str, format_: str, exit_code: bool) -> None:
    """Show what changed from the graph OLD to the graph NEW, and because of which articles and decisions.

    OLD and NEW are folders of stores, or files of `aigraph export nquads` or `aigraph export trig`, such as two
    versions of exports/graph.nq that git has kept. Articles and decisions that came (+), went (-) or changed (~) come
    first; then what follows from them: entities that were merged, split or renamed, statements, and conflicts.
    """
    from aigraph.diff import COLUMNS, load_state, record, rows
    from aigraph.diff import diff as compare

    found = compare(load_state(old), load_state(new))
    if format_ == "json":
        emit_data(json.dumps(record(found), ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n")
    elif found:
        emit_table(COLUMNS, rows(found))
    else:
        say("aigraph: nothing differs")
    context.exit(1 if found and exit_code else 0)
