"""`aigraph explain`: how one sentence is read."""

from __future__ import annotations

import click

from aigraph.cli.screen import emit


@click.command(short_help="Show how a sentence is read.")
@click.argument("sentence")
@click.option("--lang", metavar="CODE", help="The language of the sentence.  [default: found from its words]")
def explain(sentence: str, lang: str | None) -> None:
    """Show how a sentence is read: its words and names, the rules that fire, and those that nearly do.

    A rule that nearly fires comes with the condition that the sentence does not meet.
    """
    from aigraph.extract import explain as reader

    for line in reader.explain(sentence, lang).lines():
        emit(line)
