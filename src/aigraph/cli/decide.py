"""`aigraph decide`: what a person knows better, kept in a file."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigraph.cli.options import decisions_file, decisions_option, store_option
from aigraph.cli.screen import emit_table, say
from aigraph.model import Decision, Judgement

if TYPE_CHECKING:
    from aigraph.decisions import Known

_NAMES = {
    Judgement.SAME: (
        "Two names stand for one.",
        "A and B stand for one person, organisation or work, whatever else speaks against it.",
    ),
    Judgement.DIFFERENT: (
        "Two names stand for two.",
        "A and B stand for two, whatever else makes them look like one; no later article joins them again.",
    ),
    Judgement.UNSURE: (
        "Two names may stand for one or two.",
        "You have looked at A and B and cannot tell: they are left as they are, and `aigraph review` stops asking.",
    ),
}
_STATEMENTS = {
    Judgement.ACCEPT: ("A statement stands.", "SUBJECT RELATION OBJECT stands, whatever contradicts it."),
    Judgement.REJECT: ("A statement does not stand.", "SUBJECT RELATION OBJECT does not stand, whoever says so."),
}
_OF_NAMES = """

A and B are names, aliases or ids of the graph. Where a name has several bearers, NAME@ARTICLE is the one whom an
article (its id) means."""
_OF_STATEMENTS = """

SUBJECT and OBJECT are names, aliases or ids of the graph, RELATION a relation such as movedTo."""


class _InOrder(click.Group):
    """A group that lists its commands in the order of use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click calls it so)
        """Return the commands in the order that they were added in."""
        return list(self.commands)


@click.group(cls=_InOrder, short_help="Judge names and statements; decisions are kept in a file.")
def decide() -> None:
    """Judge which names are one and which statements stand, where you know better than the program.

    A decision is a line of a plain text file, which you can keep in git, read, and write by hand: judgement, kind, one,
    other, when, who, why. It counts in every build from then on. The latest about a thing holds; the others stay as its
    history. Two branches that both decide merge by themselves with this line in .gitattributes:

    \b
        decisions.tsv merge=union

    `aigraph review` asks you about all that is in doubt.
    """  # noqa: D301 (click reads the character, not the escape)


def author(who: str | None) -> str:
    """Return who decides: as given, or else the user who is logged in."""
    try:
        return who if who is not None else getpass.getuser()
    except (KeyError, OSError):
        return ""


def now() -> str:
    """Return the moment, to the second."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


who_option = click.option(
    "--who", envvar="AIGRAPH_WHO", show_envvar=True, help="Who decides.  [default: the user who is logged in]"
)


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a decision that is made."""
    options = (
        click.option("--why", default="", help="The reason, for those who read it later."),
        who_option,
        click.option("--on", metavar="DATE", help="When it was decided: a day, or a moment in UTC.  [default: now]"),
        decisions_option,
        store_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def _names_command(judgement: Judgement) -> click.Command:
    short, long = _NAMES[judgement]

    @click.command(str(judgement), short_help=short, help=long + _OF_NAMES)
    @click.argument("one", metavar="A")
    @click.argument("other", metavar="B")
    @click.option("--kind", metavar="CLASS", help="Their class, if the graph does not tell.  [default: Person]")
    @_told
    def command(one: str, other: str, kind: str | None, store: str, **given: Any) -> None:
        from aigraph.decisions import of_names

        with _known(store) as known:
            decision = of_names(known, judgement, one, other, kind=kind)
        _record(decision, store=store, **given)

    return command


def _statement_command(judgement: Judgement) -> click.Command:
    short, long = _STATEMENTS[judgement]

    @click.command(str(judgement), short_help=short, help=long + _OF_STATEMENTS)
    @click.argument("subject")
    @click.argument("relation")
    @click.argument("object_", metavar="OBJECT")
    @click.option("--denied", is_flag=True, help="Judge the denial instead: that it is not so.")
    @_told
    def command(subject: str, relation: str, object_: str, denied: bool, store: str, **given: Any) -> None:
        from aigraph.decisions import of_statement

        with _known(store) as known:
            decision = of_statement(known, judgement, subject, relation, object_, denied=denied)
        _record(decision, store=store, **given)

    return command


for _command in (*map(_names_command, _NAMES), *map(_statement_command, _STATEMENTS)):
    decide.add_command(_command)


@contextmanager
def _known(store: str) -> Iterator[Known | None]:
    """Yield the names of the graph in a folder, or None when there is no graph yet."""
    from aigraph import pipeline
    from aigraph.decisions import Known

    if not Path(store).exists():
        say(f"aigraph: there is no graph at {store}; the names are taken as they are written")
        yield None
        return
    with pipeline.open(store) as graph:
        yield Known(graph.store.lookup, graph.entity)


def settle(store: str, path: Path) -> None:
    """Bring the graph in a folder up to date with the decisions of a file, if there is a graph."""
    from aigraph import pipeline

    if not Path(store).exists():
        return
    with pipeline.settle(store=store, decisions=path) as graph:
        report = graph.report
    say(f"the graph: {report.came} statements new, {report.changed} changed, {report.gone} gone")


def _record(
    decision: Decision, *, store: str, decisions: str | None, why: str, who: str | None, on: str | None
) -> None:
    from aigraph.decisions import dated, effective, in_words, update, with_decision

    path = decisions_file(decisions, store)
    made = replace(decision, why=why, who=author(who), when=on if on is not None else now())

    def add(before: tuple[Decision, ...]) -> tuple[Decision, ...]:
        return with_decision(before, made if on is not None else dated(before, made))

    before, after = update(path, add)
    holds = next(held for held in effective(after) if held.about == made.about)
    if before == after:
        say(f"nothing changed: that {in_words(holds)} was decided already{_by(holds)}")
        return
    say(f"decided: {in_words(made)}")
    if holds.judgement is not made.judgement:
        say(f"aigraph: warning: a later decision holds instead{_by(holds)}: {in_words(holds)}")
    say(f"kept in {path}")
    settle(store, path)


def _by(decision: Decision) -> str:
    by = f" by {decision.who}" if decision.who else ""
    when = f" ({decision.when})" if decision.when else ""
    return by + when


@decide.command(short_help="Take back a decision.")
@click.argument("what", nargs=-1, metavar="[A B | SUBJECT RELATION OBJECT]")
@click.option("--last", metavar="N", type=click.IntRange(min=1), help="Take back the last N decisions.  [default: 1]")
@click.option("--denied", is_flag=True, help="With SUBJECT RELATION OBJECT: the decision about the denial.")
@decisions_option
@store_option
def undo(what: tuple[str, ...], last: int | None, denied: bool, decisions: str | None, store: str) -> None:
    """Take back the last decision of all, or the last about two names or a statement, as if it had never been made.

    What was decided before about the same holds again. Git still has the line, if the file is kept there.
    """
    from aigraph.decisions import effective, in_words, update, withdrawn

    if len(what) not in (0, 2, 3) or (what and last is not None) or (denied and len(what) != 3):
        raise click.UsageError("give nothing, --last N, two names, or SUBJECT RELATION OBJECT")
    path = decisions_file(decisions, store)
    gone: tuple[Decision, ...] = ()

    def take_back(before: tuple[Decision, ...]) -> tuple[Decision, ...]:
        nonlocal gone
        gone = _meant(before, what, last or 1, denied=denied)
        return withdrawn(before, gone)

    _, after = update(path, take_back)
    if not gone:
        say(f"nothing changed: {path} holds no such decision")
        return
    held = {decision.about: decision for decision in effective(after)}
    for decision in gone:
        say(f"taken back: {in_words(decision)}{_by(decision)}")
        if decision.about in held:
            say(f"  what holds again{_by(held[decision.about])}: {in_words(held[decision.about])}")
    settle(store, path)


def _meant(decisions: tuple[Decision, ...], what: tuple[str, ...], count: int, *, denied: bool) -> tuple[Decision, ...]:
    """Return the decisions to take back, the last one first."""
    from aigraph.decisions import about, latest

    return latest((d for d in decisions if about(d, what, denied=denied)), count) if what else latest(decisions, count)


@decide.command("list", short_help="List the decisions.")
@click.option("--all", "all_", is_flag=True, help="Also list those that a later one has replaced.")
@decisions_option
@store_option
def list_(all_: bool, decisions: str | None, store: str) -> None:
    """List the decisions that hold, sorted by what they are about."""
    from aigraph.decisions import COLUMNS, effective, read

    path = decisions_file(decisions, store)
    found = read(path, absent_ok=decisions is None)
    held = effective(found)
    rows = [[getattr(decision, column) for column in COLUMNS] for decision in (found if all_ else held)]
    emit_table(COLUMNS, rows)
    say(f"holding: {len(held)}, replaced: {len(found) - len(held)}, in {path}")
