"""What a command that writes says when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from aigraph.cli.screen import say

if TYPE_CHECKING:
    from aigraph.workspace import Graph, Report


def summarise(report: Report) -> None:
    """Say what became of the articles, and what the graph holds now."""
    statements = sum(report.statements.values())
    if not report.touched:
        say(f"nothing changed: {report.articles} articles, {statements} statements")
        return
    fates = {"new": report.new, "replaced": report.replaced, "unchanged": report.unchanged, "dropped": report.dropped}
    say(f"{report.articles} articles ({_listed({name: len(ids) for name, ids in fates.items()})})")
    say(f"{sum(report.claims.values())} claims ({_listed(report.claims)})")
    say(f"{statements} statements ({_listed(report.statements)})")


def summarise_changes(report: Report) -> None:
    """Say what became of the articles given, and of the statements that follow from them."""
    fates = {"new": report.new, "replaced": report.replaced, "unchanged": report.unchanged, "dropped": report.dropped}
    say(f"articles: {_listed({name: len(ids) for name, ids in fates.items()})}")
    say(f"statements: {_listed({'new': report.came, 'changed': report.changed, 'gone': report.gone})}")


def say_undrawn(graph: Graph) -> None:
    """Say what the quick page of a large graph leaves out, and what shows it."""
    if undrawn := graph.undrawn():
        say(f"aigraph: the quick page leaves out {undrawn} lines, the least sure; `aigraph export explorer` draws all")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "none"
