"""`aigraph decide from`: decisions out of a drawing that someone has edited in Gephi."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aigraph.cli.decide import author, now, settle, who_option
from aigraph.cli.options import decisions_file, decisions_option, store_option
from aigraph.cli.screen import say
from aigraph.model import Decision

if TYPE_CHECKING:
    from aigraph.adopt import Adoption

_SHOWN = 20


@click.command("from", short_help="Take decisions from a drawing that was edited in Gephi.")
@click.argument("file", metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Only say what would be decided.")
@click.option(
    "--gone",
    type=click.Choice(("keep", "reject")),
    default="keep",
    help="What becomes of statements of the network that FILE leaves out.  [default: keep]",
)
@click.option("--network", metavar="KIND", default="all", help="The network that FILE was made of.  [default: all]")
@click.option("--why", help="The reason, for those who read it later.  [default: the name of FILE]")
@who_option
@decisions_option
@store_option
def adopt(
    file: str,
    dry_run: bool,
    gone: str,
    network: str,
    why: str | None,
    who: str | None,
    decisions: str | None,
    store: str,
) -> None:
    """Take decisions from a GEXF or GraphML file that Gephi saved of an export, after you edited it there.

    Nodes that you merged (Data Laboratory) are one; so are a node and the other known name that you gave it as label.
    In a column `judgement` that you add, "accept" or "reject" of an edge judges its statements; "same NAME", "different
    NAME" or "unsure NAME" judges a node. Nodes and edges that are missing are left alone, for a filter may have left
    them out. New ones are refused: a fact needs a source. Nothing else in the file is read.
    """
    from aigraph import pipeline
    from aigraph.adopt import adopt as compared
    from aigraph.adopt import expected, read_saved
    from aigraph.decisions import Known, dated, in_words, read, update, with_decision

    path = decisions_file(decisions, store)
    saved = read_saved(file)
    with pipeline.open(store) as graph:
        known = Known(graph.store.lookup, graph.entity)
        found = compared(saved, expected(graph.store, network), known, reject_missing=gone == "reject")
    made = [replace(d, why=Path(file).name if why is None else why, who=author(who)) for d in found.decisions]

    def add(before: tuple[Decision, ...]) -> tuple[Decision, ...]:
        for decision in made:
            before = with_decision(before, dated(before, replace(decision, when=now())))
        return before

    if dry_run:
        before = read(path, absent_ok=True)
        after = add(before)
    else:
        before, after = update(path, add)
    new = sorted(set(after) - set(before), key=lambda decision: decision.when)
    for decision in new:
        say(f"{'would be ' * dry_run}decided: {in_words(decision)}")
    _say_rest(found, len(made) - len(new), gone)
    if new and not dry_run:
        say(f"kept in {path}")
        settle(store, path)


def _say_rest(found: Adoption, known: int, gone: str) -> None:
    for line in found.refused[:_SHOWN]:
        say(f"not decided: {line}")
    if len(found.refused) > _SHOWN:
        say(f"not decided: {len(found.refused) - _SHOWN} more")
    if known:
        say(f"{known} decided already")
    if not found.decisions:
        say("nothing in the file is a decision")
    if found.missing_statements or found.missing_entities:
        left = "left alone, for a filter may leave them out (--gone reject rejects the statements)"
        say(
            f"not in the file: nodes: {found.missing_entities}, statements: {found.missing_statements}; "
            + ("the statements are rejected" if gone == "reject" else left)
        )
