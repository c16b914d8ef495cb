"""Markdown with views and queries in it -> the text of a page, in steps, each with what the page shows beside it.

Nothing of a story runs: HTML in it is text, pictures are their words, and links lead to the web or into the graph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from aigraph.errors import InputError
from aigraph.story.answer import named, sparql
from aigraph.story.cite import KINDS, Sources
from aigraph.story.place import at
from aigraph.story.view import View, view

LANGUAGES = ("en", "fr")

_WEB = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)
_FRONT = re.compile(r"---[ \t]*\n(?P<lines>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_SHOW = ("Show", "Afficher")


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its title, its language, and its text as HTML."""

    title: str
    language: str
    html: Markup


@dataclass(slots=True)
class _Step:
    view: View | None = None
    tokens: list[Token] = field(default_factory=list)


class _Markdown(MarkdownIt):
    """Markdown without HTML, whose links are checked by us, who know the line."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "linkify": False, "typographer": False})
        self.enable(["table", "strikethrough"])

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 (markdown-it calls it so)
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (markdown-it calls it so)
        return url


def tell(text: str, sources: Sources, *, name: str, language: str | None = None) -> Story:
    """Read a story; `name` is its file, for mistakes. Without `language` the story says its own, or is in English.

    Raises InputError, with the line, on a name that the graph does not know, a view or a question that is none, a link
    to somewhere else, and a story without a title.
    """
    text, declared = _front_matter(text.replace("\r\n", "\n").replace("\r", "\n"), name)
    language = language or declared or "en"
    if language not in LANGUAGES:
        raise InputError(f"{name}: a story is in {' or '.join(LANGUAGES)}, not {language!r}")
    return _Teller(sources, name, language).tell(text)


def _front_matter(text: str, name: str) -> tuple[str, str | None]:
    """Return the text with its front matter blanked, so that lines keep their numbers, and the language it declares."""
    found = _FRONT.match(text)
    if not found:
        return text, None
    language = None
    for number, line in enumerate(found["lines"].splitlines(), 2):
        key, colon, value = line.partition(":")
        if line.strip() and (key.strip() != "language" or not colon):
            raise InputError(f"{name}:{number}: the front matter of a story has a language only, as in 'language: fr'")
        language = value.strip().strip("\"'") or language
    return "\n" * found[0].count("\n") + text[found.end() :], language


class _Teller:
    def __init__(self, sources: Sources, name: str, language: str) -> None:
        self._sources = sources
        self._name = name
        self._language = language
        self._markdown = _Markdown()

    def tell(self, text: str) -> Story:
        tokens = self._markdown.parse(text)
        title = _title(tokens)
        if not title:
            raise InputError(f"{self._name}: a story has a title: a line '# …'")
        for token in tokens:
            self._make_safe(token)
        steps = [step for step in self._steps(tokens) if step.tokens or step.view]
        html = Markup("").join(self._section(step) for step in steps)
        return Story(title, self._language, html)

    def _steps(self, tokens: Sequence[Token]) -> Iterator[_Step]:
        """Cut the text where the view changes: at a block, or at the heading right above it."""
        step = _Step()
        for token in tokens:
            if not _is_view(token):
                step.tokens.append(token)
                continue
            line = _line(token)
            with at(self._name, line):
                if token.level:
                    raise InputError("a view stands by itself, not in a list or a quotation")
                shown = view(token.content, self._sources, name=self._name, line=line + 1, language=self._language)
            heading = step.tokens[-3:] if _ends_with_heading(step.tokens) else []
            del step.tokens[len(step.tokens) - len(heading) :]
            yield step
            step = _Step(shown, heading)
        yield step

    def _section(self, step: _Step) -> Markup:
        html = self._markdown.renderer.render(step.tokens, self._markdown.options, {})
        body = Markup(html)  # noqa: S704 - markdown-it escapes; what it does not is `Markup` already
        if step.view is None:
            return Markup("<section>\n{}</section>\n").format(body)
        show = Markup('<p class="story-view"><a href="#{}">{} <b>{}</b></a></p>\n').format(
            step.view.hash, _SHOW[self._language == "fr"], step.view.caption
        )
        return Markup('<section data-state="{}">\n{}{}</section>\n').format(step.view.hash, body, show)

    def _make_safe(self, token: Token) -> None:
        if token.type == "fence":
            self._ask(token)
        elif token.type == "inline":
            self._read_inline(token)
        elif token.type in ("th_open", "td_open"):
            # markdown-it aligns with a style, which the policy of the page forbids.
            if style := token.attrs.pop("style", ""):
                token.attrs["class"] = f"story-{str(style).rpartition(':')[2]}"
        elif token.type.startswith("heading_") and token.tag == "h1" and not token.meta.get("title"):
            token.tag = "h2"

    def _ask(self, token: Token) -> None:
        """Put the answer in the place of a question."""
        kind, _, said = token.info.strip().partition(" ")
        line = _line(token)
        ask: Callable[[], Markup] | None = {
            "query": lambda: named(
                said, token.content, self._sources, name=self._name, line=line + 1, language=self._language
            ),
            "sparql": lambda: sparql(token.content, self._sources, language=self._language),
        }.get(kind)
        if ask is not None:
            with at(self._name, line):
                token.content = str(ask())
            token.type, token.tag, token.info = "html_block", "", ""

    def _read_inline(self, inline: Token) -> None:
        """Turn links into links that may be followed, and pictures into their words."""
        children = inline.children or []
        line = _line(inline)
        for place, child in enumerate(children):
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "image":
                child.type, child.tag, child.content = "text", "", _text(child.children or [], -1)
            elif child.type == "link_open":
                with at(self._name, line):
                    child.attrs = self._link(str(child.attrs["href"]), _text(children, place))

    def _link(self, href: str, text: str) -> dict[str, str | int | float]:
        if _WEB.fullmatch(href):
            return {"href": href, "target": "_blank", "rel": "noopener noreferrer"}
        kind, colon, said = href.partition(":")
        if not colon or kind not in KINDS:
            raise InputError(f"a link leads to https://… or to {', '.join(f'{k}:…' for k in KINDS)}, not to {href!r}")
        target = self._sources.target(href if said.strip() else f"{kind}:{text}")
        return {"href": target.hash, "data-show": target.selection}


def _title(tokens: Sequence[Token]) -> str:
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0:
            for part in (token, tokens[place + 2]):
                part.meta["title"] = True
            return _text(tokens[place + 1].children or [], -1).strip()
    return ""


def _text(children: Sequence[Token], after: int) -> str:
    """Return the words of a link, or of all."""
    words = []
    for child in children[after + 1 :]:
        if child.type == "link_close" and after >= 0:
            break
        words.append(" " if child.type in ("softbreak", "hardbreak") else child.content)
    return "".join(words)


def _is_view(token: Token) -> bool:
    return token.type == "fence" and token.info.strip() == "view"


def _ends_with_heading(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[-1].type == "heading_close" and tokens[-1].tag != "h1"


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
