"""A block that asks the graph: its answer as a table whose names open the panel of the page."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from markupsafe import Markup

from aigraph.errors import InputError
from aigraph.query import Table
from aigraph.story.cite import Sources, Target
from aigraph.story.place import at
from aigraph.story.view import lines

ROWS = 12
"""How many rows of an answer a page shows, unless the block says `rows: 40`."""

MAX_ROWS = 200

_MORE = ("{} more rows", "{} lignes de plus")
_NONE = ("The graph has no answer to this.", "Le graphe n'a pas de réponse à cela.")


def named(said: str, block: str, sources: Sources, *, name: str, line: int, language: str) -> Markup:
    """Answer `who-moved-to org=Meta`; the block may say which columns, how many rows, and a caption."""
    try:
        question, *given = shlex.split(said)
    except ValueError as error:
        raise InputError(f"```query is followed by the name of a question, as in ```query flows ({error})") from error
    parameters = {}
    for parameter in given:
        key, equals, value = parameter.partition("=")
        if not key or not equals:
            raise InputError(f"{parameter}: a parameter is written name=value, or name='two words'")
        parameters[key] = value
    columns: Sequence[str] = ()
    rows, caption = ROWS, ""
    for number, setting, value in lines(block, line):
        with at(name, number):
            if setting == "columns":
                columns = value.split(",")
            elif setting == "rows":
                rows = _count(value)
            elif setting == "caption":
                caption = value
            else:
                raise InputError(f"a query has no {setting!r}; it has columns, rows, caption")
    if not question.replace("-", "").replace("_", "").isalnum():
        raise InputError(f"{question!r} is no question; SPARQL stands in a block of its own, ```sparql")
    table = sources.answer(question, parameters)
    return _table(_chosen(table, columns), sources, rows=rows, caption=caption, language=language)


def sparql(query: str, sources: Sources, *, language: str) -> Markup:
    """Answer SPARQL."""
    # A line, so that it is never taken for the name of a question.
    return _table(sources.answer(f"{query}\n#", {}), sources, rows=ROWS, caption="", language=language)


def _count(value: str) -> int:
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= MAX_ROWS:
        raise InputError(f"rows: a number up to {MAX_ROWS}, not {value!r}")
    return int(value)


def _chosen(table: Table, columns: Sequence[str]) -> Table:
    if not columns:
        return table
    places, heads = [], []
    for column in columns:
        name, _, head = map(str.strip, column.partition("="))
        if name not in table.columns:
            raise InputError(f"the answer has no column {name!r}; it has {', '.join(table.columns)}")
        places.append(table.columns.index(name))
        heads.append(head or name)
    return Table(tuple(heads), tuple(tuple(row[place] for place in places) for row in table.rows))


def _table(table: Table, sources: Sources, *, rows: int, caption: str, language: str) -> Markup:
    if not table.rows:
        return Markup("<p>{}</p>\n").format(_NONE[language == "fr"])
    held = [i for i in range(len(table.columns)) if any(row[i] for row in table.rows)]
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(_words(table.columns[i])) for i in held)
    body = Markup("\n").join(
        Markup("<tr>{}</tr>").format(Markup("").join(_cell(row[i], sources, language) for i in held))
        for row in table.rows[:rows]
    )
    left = len(table.rows) - rows
    return Markup(
        '<div class="story-table" tabindex="0" role="group" aria-label="{}"><table>\n{}{}</table></div>\n{}'
    ).format(
        caption or ", ".join(_words(table.columns[i]) for i in held),
        Markup("<caption>{}</caption>\n").format(caption) if caption else "",
        Markup("<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n").format(head, body),
        Markup('<p class="story-note">{}</p>\n').format(_MORE[language == "fr"].format(left)) if left > 0 else "",
    )


def _words(column: str) -> str:
    return column.replace("_", " ")


def _cell(text: str | None, sources: Sources, language: str) -> Markup:
    text = text or ""
    # A date or a number is not broken.
    start = Markup("<td>") if any(map(str.isalpha, text)) else Markup('<td class="story-fact">')
    return start + Markup("<br>").join(_part(line, sources, language) for line in text.splitlines()) + Markup("</td>")


def _part(text: str, sources: Sources, language: str) -> Markup:
    target = sources.of_cell(text)
    return Markup("{}").format(text) if target is None else link(target, target.labels[language])


def link(target: Target, text: str) -> Markup:
    """Return a link that opens the panel."""
    return Markup('<a href="{}" data-show="{}">{}</a>').format(target.hash, target.selection, text)
