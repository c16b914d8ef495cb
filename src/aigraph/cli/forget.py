"""`aigraph forget`: an article or a person goes, with everything that rests on them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aigraph.cli.options import decisions_option, store_option
from aigraph.cli.screen import emit, say

if TYPE_CHECKING:
    from aigraph.forget import Receipt


@click.command(short_help="Take an article or a person out of the graph.")
@click.argument("what", metavar="SOURCE|PERSON")
@click.option("--source", "kind", flag_value="source", help="It is a file, address, publisher or id of articles.")
@click.option("--person", "kind", flag_value="person", help="It is a person.")
@store_option
@decisions_option
def forget(what: str, kind: str | None, store: str, decisions: str | None) -> None:
    """Take an article or a person out of the graph, with everything that rests on them alone, and print what went.

    SOURCE is a file, an address, a publisher, or the id of an article; given again, it comes back. PERSON is a label,
    an alias or an id: every claim goes, every mention in the articles, every decision. The articles stay, and are read
    without the name, now and whenever they are given again: the store keeps a keyed hash of it, which tells nobody.

    The database is written anew, and so are the files beside it that `aigraph build` wrote. Copies elsewhere, and the
    articles themselves, are yours to delete.
    """
    from aigraph.forget import forget

    _print(forget(what, store=store, decisions=decisions, kind=kind))


def _print(receipt: Receipt) -> None:
    for name in receipt.articles:
        emit(f"gone     article {name}")
    for name in receipt.read_again:
        emit(f"redacted article {name}")
    for statement in receipt.statements:
        emit(f"gone     {statement.subject.label} {statement.relation} {statement.object.label}")
    counts = [(len(receipt.articles), "articles"), (len(receipt.statements), "statements")]
    counts += [(receipt.decisions, "decisions")]
    say("gone: " + (", ".join(f"{count} {what}" for count, what in counts if count) or "nothing but the name"))
    if receipt.files:
        say(f"written anew: {', '.join(str(file) for file in receipt.files)}")
    for file in receipt.left:
        say(f"aigraph: warning: {file} in the folder of the store still holds the name")
