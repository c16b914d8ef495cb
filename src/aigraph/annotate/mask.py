"""Replace every name in a sentence by a stand-in, so that how it is read never depends on whom it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from aigraph.annotate.segment import Piece
from aigraph.language import Language
from aigraph.model import Mention

_WRITTEN = {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " ", "\t": " "}
# How far behind the name that opens a list item the mark may stand that a comma replaces: "Ada (Meta): engineer".
_TOPIC_MARK_CHARS = 70
# As many characters before a name as tell whether a description can stand in its place.
_BEFORE_CHARS = 24
_LAST_WORD = re.compile(r"([^\W\d_]+) *$")
_LAST_ELIDED = re.compile(r"[^\W\d_]+'$")
# The parser would take a word, and whatever mark it ends with, for one with the stand-in behind it: "now?OpenAI".
_GLUED = re.compile(r"[^\W_][^\w\s'-]?$")

_BRACKET = re.compile(r"[ \u00a0]?\([^()]{4,160}\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b\d{4}\b")
# Two years so far apart are those of a birth and a death.
_BIRTH_AND_DEATH = 2
_LIFE_YEARS = 30

Kind = Literal["person", "organization", "artifact"]


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence as the parser sees it: the text with stand-ins, and what of `article` each of its characters is.

    `mentions` gives for each mention the place in `text` of the word that stands for it.
    """

    article: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: tuple[tuple[int, Mention], ...]


def mask(article: str, piece: Piece, mentions: Sequence[Mention], language: Language) -> Masked:
    """Replace the mentions of a piece, in order, by stand-ins of their kind, a different one for each name."""
    copy = _Copy()
    copied: dict[Kind, dict[str, int]] = {"person": {}, "organization": {}, "artifact": {}}
    placed: list[tuple[int, Mention]] = []
    position = piece.span.start
    topic_end = piece.topic.end if piece.topic else None
    for mention in mentions:
        if mention.span.start < position:
            continue
        topic_end = _copy_gap(copy, article, position, mention.span.start, language, topic_end, named=True)
        position = mention.span.end
        names = copied[_kind(mention)]
        number = names.setdefault(mention.name, len(names))
        stand_ins = _stand_ins(copy, _kind(mention), article[position : position + 1], language)
        stand_in = stand_ins[number % len(stand_ins)]
        if _GLUED.search(copy.last(2)):
            copy.add(" ", mention.span.start, mention.span.start + 1)
        placed.append((len(copy.characters) + stand_in.rfind(" ") + 1, mention))
        copy.add(stand_in, mention.span.start, mention.span.end)
        if article[position : position + 1].isalnum():
            copy.add(" ", position, position + 1)
        if mention.type == "Person":
            position = _behind_life(article, position, piece.span.end, language)
    _copy_gap(copy, article, position, piece.span.end, language, topic_end, named=False)
    return Masked(article, "".join(copy.characters), tuple(copy.starts), tuple(copy.ends), tuple(placed))


def _behind_life(article: str, start: int, stop: int, language: Language) -> int:
    """Return where a person's dates end that stand at `start` in brackets, if they do: "(born 1906)", "(1906–1992)".

    The parser does not see them: it would take the birth for what the sentence is about.
    """
    bracket = _BRACKET.match(article, start, stop)
    if bracket is None:
        return start
    words = set(_LETTERS.findall(bracket.group().casefold()))
    years = [int(year) for year in _YEAR.findall(bracket.group())]
    lived = len(years) == _BIRTH_AND_DEATH and years[1] - years[0] >= _LIFE_YEARS
    return bracket.end() if years and (lived or words & language.masks.births) else start


@dataclass(slots=True)
class _Copy:
    """Characters, with the range of the article that each stands for."""

    characters: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, string: str, start: int, end: int) -> None:
        self.characters.extend(string)
        self.starts.extend([start] * len(string))
        self.ends.extend([end] * len(string))

    def last(self, count: int) -> str:
        return "".join(self.characters[-count:])


def _kind(mention: Mention) -> Kind:
    if mention.type == "Person":
        return "person"
    return "organization" if mention.type == "Organization" else "artifact"


def _copy_gap(
    copy: _Copy, article: str, start: int, stop: int, language: Language, topic_end: int | None, *, named: bool
) -> int | None:
    """Copy what stands between two names in plain typography; `named` tells whether a name follows.

    Returns `topic_end`, or None once the mark behind the topic has become a comma.
    """
    gap = article[start:stop]
    dropped = {k for match in _prefix(language).finditer(gap) for k in range(match.start(), match.end())}
    known = {match.start(): match for match in _unknown(language).finditer(gap)}
    first_dropped: int | None = None
    replaced = 0
    for k, character in enumerate(gap):
        offset = start + k
        if k in known:
            replaced = known[k].end()
            copy.add(_known_word(known[k].group(), language), offset, start + replaced)
        if k < replaced:
            continue
        if k in dropped:
            first_dropped = offset if first_dropped is None else first_dropped
            continue
        written = _WRITTEN.get(character, character)
        if named and offset == stop - 1 and character in "-\u2011":
            written = " "
        elif named and offset == stop - 1 and character == "/":
            written = " , "
        elif topic_end is not None and character in ":–—" and topic_end <= offset <= topic_end + _TOPIC_MARK_CHARS:
            written, topic_end = ",", None
        copy.add(written, offset if first_dropped is None else first_dropped, offset + 1)
        first_dropped = None
    return topic_end


@cache
def _prefix(language: Language) -> re.Pattern[str]:
    first, rest = language.masks.prefix[0], re.escape(language.masks.prefix[1:])
    stems = "|".join(re.escape(stem) for stem in language.masks.prefixed)
    return re.compile(rf"\b[{first}{first.upper()}]{rest}(?:[-\u2011](?=[a-zà-ÿ])|(?={stems}))")


@cache
def _unknown(language: Language) -> re.Pattern[str]:
    """Return what matches the words that the parser does not know; nothing where there are none."""
    words = sorted((word.replace("-", "[-\u2011]") for word in language.masks.known), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words) or '(?!)'})\b(?![-\u2011])", re.IGNORECASE)


def _known_word(word: str, language: Language) -> str:
    """Return the word that stands for one that the parser does not know, with its capital."""
    known = language.masks.known[word.casefold().replace("\u2011", "-")]
    return known.capitalize() if word[0].isupper() else known


def _stand_ins(copy: _Copy, kind: Kind, after: str, language: Language) -> Sequence[str]:
    """Return the stand-ins that suit the place; `after` is the character behind the name."""
    masks = language.masks
    if kind == "person":
        return masks.person
    if kind == "organization":
        for article, nouns in masks.behind.items():
            written = article if article.endswith("'") else f"{article} "
            before = copy.last(len(written) + 1).casefold()
            if before.endswith(written) and not re.match(r"\w", before.removesuffix(written)):
                return nouns
    phrases = masks.organization_phrase if kind == "organization" else masks.artifact_phrase
    if phrases and _phrase_fits(copy.last(_BEFORE_CHARS), after, language):
        elided = _LAST_ELIDED.search(copy.last(_BEFORE_CHARS))
        if elided:
            copy.characters[-1] = masks.elisions[elided.group().casefold()][-1]
            copy.add(" ", copy.starts[-1], copy.ends[-1])
        return phrases
    return masks.organization if kind == "organization" else masks.artifact


def _phrase_fits(before: str, after: str, language: Language) -> bool:
    """Tell whether a description can stand where the name stands: not behind an article, a noun or an adjective."""
    if (after and after in "'’-") or before.rstrip(" ").endswith(("(", "«", '"')):
        return False
    if before.endswith("'"):
        elided = _LAST_ELIDED.search(before)
        return elided is not None and elided.group().casefold() in language.masks.elisions
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    last = word[1].casefold()
    if last.endswith(language.masks.after_endings) or last in language.masks.after:
        return False
    names = language.names
    nouns = names.organization_cues | names.artifact_cues | names.person_titles | language.references.organization_nouns
    return last in language.masks.before or last not in nouns
