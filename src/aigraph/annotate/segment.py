"""Cut an article's text into headings, list items and sentences; every piece is a span of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aigraph.language import Language
from aigraph.model import Block, Span

# A sentence longer than this is page furniture or a table; it is cut so that no pattern meets unbounded input.
MAX_SENTENCE_CHARS = 2_000
_HEADING_CHARS = 140
_WRAPPED_LINE_CHARS = 50
_WRAPPED_SHARE = 0.4

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-*•▪◦‣·–—]|\d{1,2}[.)])\s+")
_NAME_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
_ITEM_HEAD = re.compile(
    rf"(?P<name>{_NAME_WORD}(?:[ \u00a0\u202f](?:(?:de|du|la|le|van|von|der|den|di|da|el|al|bin)[ \u00a0\u202f]){{0,2}}{_NAME_WORD}){{0,3}})"
    r"(?:[ \u00a0\u202f]*\([^()\n]{1,60}\))?[ \u00a0\u202f]*(?P<colon>:|–|—|-(?=[ \u00a0\u202f]))[ \u00a0\u202f]*(?=\S)"
)
_TERMINAL = re.compile(r"[.!?…]+(?P<close>[ \u00a0\u202f]?[»”\"')\]*_]+)?")
_CLOSERS = "»”\"')]*_"
_HEADING_END = re.compile(r"[.!?…;,»”\"]\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence before parsing. `topic` is the span of the name that a list item opens with, if it does."""

    span: Span
    block: Block
    topic: Span | None = None
    heading: Span | None = None


def segment(text: str, language: Language) -> Iterator[Piece]:
    """Yield the pieces of `text` in order; repeated list items (scraped twice) are yielded once."""
    heading: Span | None = None
    seen_items: set[str] = set()
    for paragraph in _paragraphs(text):
        span = _trim(text, paragraph)
        if span is None:
            continue
        items = list(_items(text, span))
        if items:
            if items[0][0].start > span.start:
                lead = _trim(text, Span(span.start, items[0][0].start))
                if lead and not _BULLET.fullmatch(lead.of(text) + " ") and not _repeats(text, lead, seen_items):
                    yield from _sentences(text, lead, language, Block.TEXT, None, heading)
                    heading = lead
            for item, topic in items:
                key = " ".join(item.of(text).split()).rstrip(" ;.,")
                if key in seen_items:
                    continue
                seen_items.add(key)
                seen_items.add(" ".join(text[topic.end : item.end].split()).strip(" ;.,:"))
                yield from _sentences(text, item, language, Block.ITEM, topic, heading)
        elif _is_heading(text, span):
            yield Piece(span, Block.HEADING, None, heading)
            heading = span
        elif not _repeats(text, span, seen_items):
            yield from _sentences(text, span, language, Block.TEXT, None, heading)
            if span.of(text).endswith(":"):
                heading = Span(max(span.start, span.end - MAX_SENTENCE_CHARS), span.end)


def _repeats(text: str, span: Span, seen_items: set[str]) -> bool:
    return " ".join(span.of(text).split()).strip(" ;.,:") in seen_items


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield runs of lines: a line that a wrapped one goes on from is one paragraph with it."""
    wrapped = _is_wrapped(text)
    start = end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        goes_on = (
            start >= 0
            and match.start() == end + 1
            and end - text.rfind("\n", 0, end) > _WRAPPED_LINE_CHARS
            and (wrapped or line.lstrip()[0].islower())
            and not _HEADING_END.search(text, start, end)
            and not text[start:end].lstrip().startswith("#")
            and not _BULLET.match(line)
            and not line.lstrip().startswith(("#", ":"))
        )
        if start >= 0 and not goes_on:
            yield Span(start, end)
        if not goes_on:
            start = match.start()
        end = match.end()
    if start >= 0:
        yield Span(start, end)


def _is_wrapped(text: str) -> bool:
    """Tell whether the lines of a text were cut at a width: many of them go on in lower case."""
    lines = text.split("\n")
    pairs = [
        (a, b.lstrip()) for a, b in zip(lines, lines[1:], strict=False) if len(a) > _WRAPPED_LINE_CHARS and b.strip()
    ]
    return len(pairs) > 1 and sum(b[0].islower() for _, b in pairs) / len(pairs) >= _WRAPPED_SHARE


def _items(text: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """Yield `(item, topic)` for each "Name: description" of a paragraph that is a list of them."""
    body = span.of(text)
    bullet = _BULLET.match(body)
    heads: list[tuple[int, re.Match[str]]] = []
    position = bullet.end() if bullet else 0
    while position < len(body):
        head = _ITEM_HEAD.match(body, position)
        if head and _describes(body, head, bulleted=bullet is not None):
            heads.append((position, head))
        cut = body.find(";", position)
        if cut < 0:
            break
        position = cut + 1
        while position < len(body) and body[position].isspace():
            position += 1
    stops = [start for start, _ in heads[1:]] + [len(body)]
    for (start, head), stop in zip(heads, stops, strict=False):
        item = _trim(text, Span(span.start + start, span.start + stop))
        if item:
            yield item, Span(span.start + head.start("name"), span.start + head.end("name"))


def _describes(body: str, head: re.Match[str], *, bulleted: bool) -> bool:
    """Tell a description ("Name: engineer at") from a headline, a speaker's turn or a ratio."""
    after = body[head.end()] if head.end() < len(body) else ""
    words = len(head.group("name").split())
    if head.group("colon") != ":" and not bulleted:
        return False
    return 2 <= words <= 5 and (bulleted or after.islower())


def _is_heading(text: str, span: Span) -> bool:
    body = span.of(text)
    if body.startswith("#"):
        return True
    return len(body) <= _HEADING_CHARS and not _HEADING_END.search(body) and not body.endswith(":") and body[0] != ":"


def _sentences(
    text: str, span: Span, language: Language, block: Block, topic: Span | None, heading: Span | None
) -> Iterator[Piece]:
    start = span.start
    for match in _TERMINAL.finditer(text, span.start, span.end):
        end = match.end()
        if end < span.end and not _ends_sentence(text, match, language):
            continue
        piece = _trim(text, Span(start, end)) if start < end else None
        if piece:
            yield from _cut(piece, block, topic, heading)
        start = end
    rest = _trim(text, Span(start, span.end)) if start < span.end else None
    if rest:
        yield from _cut(rest, block, topic, heading)


def _cut(span: Span, block: Block, topic: Span | None, heading: Span | None) -> Iterator[Piece]:
    for start in range(span.start, span.end, MAX_SENTENCE_CHARS):
        yield Piece(Span(start, min(start + MAX_SENTENCE_CHARS, span.end)), block, topic, heading)


def _ends_sentence(text: str, match: re.Match[str], language: Language) -> bool:
    before = re.search(r"[\w.&'-]*$", text[max(0, match.start() - 20) : match.start()])
    word = before.group() if before else ""
    after = text[match.end() : match.end() + 3]
    if after[:1].isspace():
        following = text[match.end() : match.end() + 12].lstrip(" \u00a0\u202f\n«“\"'(")
        if match.group().startswith("."):
            last = word.rpartition("-")[2]
            if word in language.segmentation.abbreviations or last in language.segmentation.abbreviations:
                return False
            if len(word) == 1 and word.isupper():
                return False
            if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word):
                return not following[:1].islower() and not following[:1].isupper()
        return not following[:1].islower() and following[:1] not in set(",;:)")
    # Two sentences that lost the space between them: "IA.Dans", "ans ».Selon". A dot inside a name is followed by
    # capitals or comes after one ("Character.AI", "U.S.A.").
    fused = len(after) >= 2 and after[0].isupper() and (after[1].islower() or after[1] in "'’ ")
    opening = after[:1] in "«“"
    closed = match.group("close") is not None
    last = re.split(r"['’]", word)[-1]
    spelled = match.group()[0] in "?!" or (bool(last) and (last[-1].islower() or last[-1].isdigit() or last.isupper()))
    return (fused or opening) and (closed or spelled or text[match.start() - 1 : match.start()] in tuple(_CLOSERS))
