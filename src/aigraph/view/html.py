"""A network -> one HTML page that holds all it needs: script, style, data. Nothing in it can run but its own script."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from aigraph.escape import json_in_script
from aigraph.graph.network import MOVES
from aigraph.model import Edge, Network, Statement
from aigraph.view.data import facts
from aigraph.view.inline import inline, source
from aigraph.view.picture import picture, script
from aigraph.view.words import LANGUAGES, words

LIMIT = 1500
"""How many edges a page draws at most; a browser stays quick, and a reader may still see something."""


def page(network: Network, *, title: str, language: str = "en") -> str:
    """Return one HTML page of who moved where that works from a file, without network, in English and in French.

    Beyond `LIMIT` edges it draws the surest, moves first, and says so. The same network gives the same bytes; write
    them as UTF-8. Raises ValueError when `language` is neither "en" nor "fr".
    """
    if language not in LANGUAGES:
        raise ValueError(f"the page speaks {' and '.join(LANGUAGES)}, not {language!r}")
    total = len(network.edges)
    network = _strongest(network)
    data = {
        **picture(network),
        **facts(network),
        "language": language,
        "words": {code: words(code) for code in LANGUAGES},
        "limit": {"shown": len(network.edges), "total": total},
    }
    scripts = [inline(script(), "</script"), inline(_text("page.js"), "</script")]
    style = inline(_text("page.css"), "</style")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_text("page.html.j2")).render(
        title=title,
        language=language,
        words=words(language),
        policy=_policy(scripts, style),
        scripts=scripts,
        style=style,
        data=Markup(json_in_script(data)),  # noqa: S704 - `<`, `>` and `&` are escaped
    )


def _strongest(network: Network) -> Network:
    """Keep the surest statements of a network, moves first, with what they join and quote."""
    if len(network.edges) <= LIMIT:
        return network
    drawn: dict[str, list[Edge]] = {}
    for edge in sorted(network.edges, key=lambda edge: _standing(edge.statement)):
        drawn.setdefault(edge.statement.id, []).append(edge)
    kept: list[Edge] = []
    for edges in drawn.values():
        # A statement is drawn whole, with the edges to where its mover came from, or not at all.
        if len(kept) + len(edges) > LIMIT:
            break
        kept += edges
    kept.sort(key=lambda edge: edge.id)
    degrees = Counter(end for edge in kept for end in (edge.source, edge.target))
    quoted = {evidence.document for edge in kept for evidence in edge.statement.evidence}
    return Network(
        tuple(replace(node, size=float(degrees[key])) for node in network.nodes if (key := node.entity.id) in degrees),
        tuple(kept),
        {key: document for key, document in network.documents.items() if key in quoted},
    )


def _standing(statement: Statement) -> tuple[bool, bool, int, float, str]:
    # "movedTo" before the other moves: it is what the page is for.
    return (
        statement.relation not in MOVES,
        statement.relation != "movedTo",
        statement.modality.rank,
        -statement.confidence,
        statement.id,
    )


def _text(name: str) -> str:
    return (files("aigraph.view") / name).read_text(encoding="utf-8")


def _policy(scripts: list[Markup], style: Markup) -> str:
    """Return the Content-Security-Policy: these scripts and this style, nothing else from anywhere."""
    allowed = " ".join(source(text) for text in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {source(style)}; base-uri 'none'; form-action 'none'"
