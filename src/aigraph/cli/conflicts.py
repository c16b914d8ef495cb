"""`aigraph conflicts`: what the sources contradict in each other, sentence against sentence."""

from __future__ import annotations

from collections.abc import Iterator

import click

from aigraph.cli.options import store_option
from aigraph.cli.screen import emit, emit_data, say
from aigraph.errors import InputError

_FORMATS = ("text", "csv", "json", "tsv", "xml")


def _complete(_context: click.Context, _parameter: click.Parameter, start: str) -> list[str]:
    from aigraph.fuse import KINDS

    return [kind.name for kind in KINDS if kind.name.startswith(start)]


@click.command(short_help="List what articles contradict each other about.")
@click.option("--kind", metavar="KIND", shell_complete=_complete, help="Only conflicts of this kind.")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="text", show_default=True)
@store_option
def conflicts(kind: str | None, format_: str, store: str) -> None:
    """List what cannot hold together, by kind: the sentences side by side, and what would settle it.

    Where a person has decided about one of the statements, the conflict is told as decided.
    """
    from aigraph import pipeline
    from aigraph.query import FORMATS

    explained = _explained(kind)
    with pipeline.open(store) as graph:
        answer = graph.query("conflicts", **({"only": kind} if kind else {}))
    if format_ != "text":
        emit_data(FORMATS[format_](answer).encode("utf-8"))
        return
    if not answer.rows:
        say("aigraph: nothing contradicts anything else")
    told = ""
    for row in answer.rows:
        cells = {column: cell or "" for column, cell in zip(answer.columns, row, strict=True)}
        if cells["kind"] != told:
            if told:
                emit()
            emit(f"{cells['kind']}: {explained.get(cells['kind'], '')}")
            told = cells["kind"]
        for line in _lines(cells):
            emit(f"  {line}".rstrip())


def _explained(kind: str | None) -> dict[str, str]:
    """Return what each kind is; raises InputError when the one asked for is none."""
    from aigraph.fuse import KINDS

    explained = {known.name: known.en for known in KINDS}
    if kind is not None and kind not in explained:
        raise InputError(f"there is no kind of conflict {kind!r}; there are {', '.join(explained)}")
    return explained


def _lines(conflict: dict[str, str]) -> Iterator[str]:
    yield ""
    yield conflict["what"] + (" (decided)" if conflict["state"] == "decided" else "")
    sides = (conflict[column].split("\n") for column in ("sentence", "article", "published"))
    for sentence, article, published in zip(*sides, strict=True):
        yield f"    « {sentence} »  {article}, {published}"
    yield f"    would settle it: {conflict['settled_by']}"
