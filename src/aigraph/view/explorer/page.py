"""A graph -> one HTML page that holds the explorer and all it shows, compressed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from aigraph.errors import InputError
from aigraph.fuse import KINDS
from aigraph.model import Conflict, Document, Statement, Tenure
from aigraph.view.explorer.columns import columns
from aigraph.view.explorer.packing import pack_core, pack_texts
from aigraph.view.inline import inline, source

LANGUAGES = ("en", "fr")


def explorer(
    statements: Iterable[Statement],
    documents: Mapping[str, Document],
    *,
    tenures: Iterable[Tenure] = (),
    conflicts: Iterable[Conflict] = (),
    title: str,
    language: str = "en",
    story: Markup | None = None,
) -> str:
    """Return one HTML page that shows a graph of any size and works from a file, without network.

    With a story, the text that `aigraph.story` made, the page tells it beside the graph. The same graph gives the same
    bytes; write them as UTF-8. Raises InputError when the explorer was not built, and ValueError when `language` is
    neither "en" nor "fr".
    """
    if language not in LANGUAGES:
        raise ValueError(f"the page speaks {' and '.join(LANGUAGES)}, not {language!r}")
    core, texts = columns(tuple(statements), documents, tuple(tenures), tuple(conflicts), KINDS)
    code, loader = _built("explorer.js"), inline(_built("loader.js"), "</script")
    style = inline(_built("explorer.css"), "</style")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = (files("aigraph.view.explorer") / "page.html.j2").read_text(encoding="utf-8")
    return environment.from_string(template).render(
        title=title,
        language=language,
        story=story,
        policy=(
            f"default-src 'none'; script-src {source(loader)} {source(code)}; style-src {source(style)}; "
            "worker-src blob:; img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
        ),
        loader=loader,
        style=style,
        notices=inline(_built("NOTICES.txt"), "-->"),
        code=_packed(code),
        core=_packed(_json({**pack_core(core), "title": title, "language": language})),
        texts=_packed(_json(pack_texts(core, texts))),
    )


def is_built() -> bool:
    """Tell whether the explorer was built when aigraph was installed."""
    return (files("aigraph.view.explorer") / "built" / "explorer.js").is_file()


def _built(name: str) -> str:
    try:
        return (files("aigraph.view.explorer") / "built" / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError(
            "the explorer was not built when aigraph was installed: install Node.js 18 or newer and install aigraph "
            "again, or use the quick page (html)"
        ) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_SIGNS = [chr(code) for code in range(33, 127) if chr(code) not in "&<\\"]
_PAIRS = [first + second for first in _SIGNS for second in _SIGNS]


def _packed(text: str) -> Markup:
    """Return a text, compressed, in characters that need no escape in a script element; the page's loader reads it.

    Two characters hold 13 bits (base64: 12), and the first one says how many of the bytes at the end are padding.
    """
    data = gzip.compress(text.encode("utf-8", "surrogatepass"), 9, mtime=0)
    padding = -len(data) % 13
    data += bytes(padding)
    pairs = [_SIGNS[padding]]
    for at in range(0, len(data), 13):
        bits = int.from_bytes(data[at : at + 13], "big")
        pairs += [_PAIRS[bits >> shift & 8191] for shift in range(91, -1, -13)]
    return Markup("".join(pairs))  # noqa: S704 - neither & nor < is among the signs
