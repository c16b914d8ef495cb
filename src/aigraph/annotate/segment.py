"""Cut an article's text into headings, list items and sentences; every piece is a span of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aigraph.annotate.dateline import behind_dateline
from aigraph.annotate.items import items
from aigraph.annotate.paragraphs import ends_heading, is_bullet, paragraphs, trim
from aigraph.language import Language
from aigraph.model import Block, Span

# A sentence longer than this is page furniture or a table; it is cut so that no pattern meets unbounded input.
MAX_SENTENCE_CHARS = 2_000
_HEADING_CHARS = 140
_TERMINAL = re.compile(r"[.!?…]+(?P<close>[ \u00a0\u202f]?[»”\"')\]*_]+)?")
_CLOSERS = "»”\"')]*_"
_OPENERS = " \u00a0\u202f\n«“\"'("
_LAST_WORD = re.compile(r"[\w.&'-]*$")
_SPELLED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_WORD_BEFORE_LETTER = re.compile(r"(\w+)\s\w$")
_CAPITAL_THEN_SMALL = re.compile(r"\s([A-ZÀ-Þ]\w*['’]?)\s?[a-zß-ÿ]")
# As many characters before and behind a mark as tell whether it ends a sentence.
_BEFORE_CHARS = 20
_AFTER_CHARS = 16


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
    seen: set[str] = set()
    for span in paragraphs(text):
        listed = list(items(text, span, language))
        if listed:
            lead = trim(text, span.start, listed[0][0].start)
            if lead and not is_bullet(lead.of(text)) and _key(text, lead) not in seen:
                yield from _sentences(text, lead, language, Block.TEXT, None, heading)
                heading = lead
            for item, topic in listed:
                if _item_key(text, item) not in seen:
                    seen.add(_item_key(text, item))
                    if topic.end < item.end:
                        seen.add(_key(text, Span(topic.end, item.end)))
                    yield from _sentences(text, item, language, Block.ITEM, topic, heading)
        elif _is_heading(text, span):
            yield from _cut(span, Block.HEADING, None, heading)
            heading = span
        elif _key(text, span) not in seen:
            yield from _sentences(text, behind_dateline(text, span), language, Block.TEXT, None, heading)
            if text[span.end - 1] == ":":
                heading = Span(max(span.start, span.end - MAX_SENTENCE_CHARS), span.end)


def _item_key(text: str, item: Span) -> str:
    return " ".join(item.of(text).split()).rstrip(" ;.,")


def _key(text: str, span: Span) -> str:
    """Return what is the same in two copies of a list item, wherever its name went."""
    return " ".join(span.of(text).split()).strip(" ;.,:")


def _is_heading(text: str, span: Span) -> bool:
    if text[span.start] == "#":
        return True
    short = span.end - span.start <= _HEADING_CHARS
    return short and text[span.start] != ":" and text[span.end - 1] != ":" and not ends_heading(text, span.end)


def _sentences(
    text: str, span: Span, language: Language, block: Block, topic: Span | None, heading: Span | None
) -> Iterator[Piece]:
    start = span.start
    for match in _TERMINAL.finditer(text, span.start, span.end):
        if match.end() < span.end and _ends_sentence(text, match, language):
            sentence = trim(text, start, match.end())
            if sentence:
                yield from _cut(sentence, block, topic, heading)
            start = match.end()
    rest = trim(text, start, span.end)
    if rest:
        yield from _cut(rest, block, topic, heading)


def _cut(span: Span, block: Block, topic: Span | None, heading: Span | None) -> Iterator[Piece]:
    for start in range(span.start, span.end, MAX_SENTENCE_CHARS):
        yield Piece(Span(start, min(start + MAX_SENTENCE_CHARS, span.end)), block, topic, heading)


def _ends_sentence(text: str, mark: re.Match[str], language: Language) -> bool:
    """Tell whether a mark inside a paragraph ends a sentence."""
    before = _LAST_WORD.search(text[max(0, mark.start() - _BEFORE_CHARS) : mark.start()])
    word = before.group() if before else ""
    after = text[mark.end() : mark.end() + _AFTER_CHARS]
    return _parts(mark, word, after, language) if after[:1].isspace() else _fuses(text, mark, word, after)


def _parts(mark: re.Match[str], word: str, after: str, language: Language) -> bool:
    """Tell whether a mark that a space follows ends a sentence; no abbreviation, initial or mark within one does."""
    following = after.lstrip(_OPENERS)[:1]
    if mark.group().startswith("."):
        if {word, word.rpartition("-")[2]} & language.segmentation.abbreviations:
            return False
        if len(word) == 1 and word.isupper():
            return _is_letter(mark, after, language)
        if _SPELLED.fullmatch(word):
            return not following.islower() and not following.isupper()
    return not following.islower() and (not following or following not in ",;:)")


def _is_letter(mark: re.Match[str], after: str, language: Language) -> bool:
    """Tell a letter that is a name ("wrote on X. Then he left") from an initial: what stands before or behind it."""
    before = _WORD_BEFORE_LETTER.search(mark.string[max(0, mark.start() - _BEFORE_CHARS) : mark.start()])
    behind = _CAPITAL_THEN_SMALL.match(after)
    if before and before[1].casefold() in language.segmentation.before_letters:
        return after.lstrip(_OPENERS)[:1].isupper()
    return behind is not None and behind[1].casefold() in _opening_words(language)


@cache
def _opening_words(language: Language) -> frozenset[str]:
    grammar, words = language.grammar, language.references
    function_words = grammar.articles | grammar.conjunctions | grammar.origin_prepositions | words.organization_pronouns
    return function_words | words.person_pronouns | words.group_pronouns | words.definite


def _fuses(text: str, mark: re.Match[str], word: str, after: str) -> bool:
    """Tell whether two sentences lost the space between them: "IA.Dans", "ans ».Selon".

    A dot inside a name is followed by capitals or comes after one ("Character.AI", "U.S.A.").
    """
    if len(word) == 1 and word.isupper() and mark.group("close"):
        return False
    begins = after[:1].isupper() and len(after) > 1 and (after[1].islower() or after[1] in "'’ ")
    if not begins and after[:1] not in ("«", "“"):
        return False
    last = re.split(r"['’]", word)[-1]
    ended = mark.group()[0] in "?!" or (bool(last) and (last[-1].islower() or last[-1].isdigit() or last.isupper()))
    return ended or mark.group("close") is not None or text[mark.start() - 1 : mark.start()] in tuple(_CLOSERS)
