"""A network -> one HTML page that holds all it needs: script, style, data. Nothing in it can run but its own script."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from aigraph.escape import json_in_script
from aigraph.model import Network
from aigraph.view.inline import inline, source
from aigraph.view.quick.data import facts
from aigraph.view.quick.picture import picture, script
from aigraph.view.quick.words import LANGUAGES, words


def page(network: Network, *, title: str, language: str = "en", left_out: int = 0) -> str:
    """Return one HTML page of who moved where that works from a file, without network, in English and in French.

    When edges were left out, the page says so, and where to find them all. The same network gives
    the same bytes; write them as UTF-8. Raises ValueError when `language` is neither "en" nor "fr".
    """
    if language not in LANGUAGES:
        raise ValueError(f"the page speaks {' and '.join(LANGUAGES)}, not {language!r}")
    data = {
        **picture(network),
        **facts(network),
        "language": language,
        "words": {code: words(code) for code in LANGUAGES},
        "limit": {"shown": len(network.edges), "total": len(network.edges) + left_out},
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


def _text(name: str) -> str:
    return (files("aigraph.view.quick") / name).read_text(encoding="utf-8")


def _policy(scripts: list[Markup], style: Markup) -> str:
    """Return the Content-Security-Policy: these scripts and this style, nothing else from anywhere."""
    allowed = " ".join(source(text) for text in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {source(style)}; base-uri 'none'; form-action 'none'"
