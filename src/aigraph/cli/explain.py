"""`aigraph explain`: how one sentence is read."""

from __future__ import annotations

import click

from aigraph.cli.screen import emit


@click.command(short_help="Show how a sentence is read.")
@click.argument("sentence")
@click.option("--lang", metavar="CODE", help="The language of the sentence.  [default: found from its words]")
@click.option("--published", metavar="DATE", help='When it was published, for dates such as "last month".')
def explain(sentence: str, lang: str | None, published: str | None) -> None:
    """Show how a sentence is read: its words and names, the rules that fire, and those that nearly do.

    A rule that nearly fires comes with the condition that the sentence does not meet.
    """
    from aigraph.extract import explain as explanation
    from aigraph.language import languages
    from aigraph.read.clean import clean
    from aigraph.read.language import language_of

    text = clean(sentence)
    code = lang or language_of(text, languages=languages())
    for line in explanation.explain(text, code, published=published).lines():
        emit(line)
