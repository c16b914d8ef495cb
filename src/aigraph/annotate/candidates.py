"""Find what may be a name that no gazetteer knows: runs of capitalised words, cut where a name cannot go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from aigraph.annotate.segment import Piece
from aigraph.annotate.spans import SpanIndex
from aigraph.annotate.typography import SPACES, UPPER, previous_word
from aigraph.language import Language
from aigraph.model import Span

_WORD = re.compile(rf"{UPPER}(?:[\w’'&-]|\.(?=\w))*\.?|(?<!\d)\d+[A-Za-z][\w-]*")
_POSSESSIVE = re.compile(r"[’']s?$")
_INITIAL = re.compile(r"[A-Z]\.$")
_LOWER_WORD = re.compile(r"\b[a-zà-öø-ÿ]{2,}\b")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_OPENING = re.compile(r"[\W\d]*")
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.6
_HEADLINE_COMMON_WORDS = 2
_HEADLINE_COMMON_SHARE = 0.25
# A longer run is a list or a page's furniture.
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name: its words without particles, whether a title stands before it, and if it is in a headline."""

    span: Span
    text: str
    words: tuple[str, ...]
    titled: bool
    headline: bool


class CandidateFinder:
    """The candidates of one article. `stop_words` are the function words of its language."""

    def __init__(self, text: str, language: Language, stop_words: frozenset[str]) -> None:
        self._text = text
        self._names = language.names
        self._elision = _elision(language)
        self._lower_words = frozenset(_LOWER_WORD.findall(text))
        self._common_words = self._lower_words | stop_words

    def find(self, pieces: Sequence[Piece], taken: SpanIndex) -> Iterator[Candidate]:
        """Yield the candidates in the order of the text, none where a span is taken."""
        for piece in pieces:
            headline = self._in_headline(piece.span.of(self._text))
            opening = _OPENING.match(self._text, piece.span.start, piece.span.end)
            start = opening.end() if opening else piece.span.start
            for run in self._runs(piece, taken):
                for spans, titled in self._split(run, start):
                    candidate = self._candidate(spans, titled=titled, headline=headline)
                    if candidate is not None:
                        yield candidate

    def _in_headline(self, body: str) -> bool:
        """Tell a Headline With Capitals from a list of names: common words bear capitals in it."""
        words = _LONG_WORD.findall(body)[1:]
        capitals = [word.lower() for word in words if word[0].isupper()]
        if len(words) < _HEADLINE_WORDS or len(capitals) / len(words) <= _HEADLINE_SHARE:
            return False
        common = sum(word in self._common_words for word in capitals)
        return common >= _HEADLINE_COMMON_WORDS and common / len(capitals) >= _HEADLINE_COMMON_SHARE

    def _runs(self, piece: Piece, taken: SpanIndex) -> list[list[Span]]:
        """Return runs of capitalised words that only spaces, initials and particles stand between."""
        runs: list[list[Span]] = []
        for match in _WORD.finditer(self._text, piece.span.start, piece.span.end):
            span = self._word(match)
            if span is None or taken.touches(span):
                continue
            if runs and self._joins(runs[-1], span):
                runs[-1].append(span)
            else:
                runs.append([span])
        return runs

    def _word(self, match: re.Match[str]) -> Span | None:
        """Return the word of a match without elided article, final dot and possessive ending, if a name may have it."""
        start, end = match.span()
        before = self._text[max(0, start - 1) : start]
        if before.isalnum() or before == "_":
            return None
        if elided := self._elision.match(self._text, start, end):
            start = elided.end()
        word = self._text[start:end]
        if not word or not (word[0].isupper() or word[0].isdigit()):
            return None
        if word.endswith(".") and not _INITIAL.search(word) and word.casefold() not in self._names.dotted:
            end -= 1
        if possessive := _POSSESSIVE.search(self._text, start, end):
            end = possessive.start()
        return Span(start, end) if start < end else None

    def _joins(self, run: Sequence[Span], right: Span) -> bool:
        """Tell whether a word goes on a run: behind a space, or particles that belong to names."""
        between = self._text[run[-1].end : right.start]
        if len(between) == 1 and between in f"{SPACES}\n":
            return True
        words = between.split()
        if not words:
            return False
        if len(run) == 1 and " ".join(words) in self._names.given_particles and self._given_name(run[0]):
            return True
        return (
            len(words) <= 2
            and between[0] in SPACES
            and (between[-1] in SPACES or words[-1].endswith("'"))
            and all(word.casefold() in self._names.particles for word in words)
            and words[0] not in self._names.outer_particles
        )

    def _given_name(self, span: Span) -> bool:
        """Tell given names ("Nando de Freitas") from nouns ("PDG de Meta")."""
        word = span.of(self._text).casefold()
        return word not in self._names.person_titles and word not in self._lower_words and len(word) > 2

    def _split(self, run: Sequence[Span], start: int) -> list[tuple[list[Span], bool]]:
        """Cut a run at words that are no part of a name; each part goes with whether a title stands before it."""
        parts: list[tuple[list[Span], bool]] = [([], False)]
        for index, span in enumerate(run):
            word = span.of(self._text).casefold()
            opens = index == 0 and span.start <= start
            part = parts[-1][0]
            # "Jane Chief": what stands behind one word only and ends the run may be a surname, whatever it means.
            surname = len(part) == 1 and index == len(run) - 1 and not opens and word not in self._lower_words
            if word in self._names.person_titles and not surname:
                parts.append(([], True))
            elif word in self._names.not_names or (opens and self._no_opening(word, alone=len(run) == 1)):
                parts.append(([], False))
            else:
                part.append(span)
        return [(spans, titled) for spans, titled in parts if 0 < len(spans) <= _MOST_WORDS]

    def _no_opening(self, word: str, *, alone: bool) -> bool:
        """Tell whether the word that opens a sentence only bears a capital because of that."""
        return word in self._common_words or (not alone and word.endswith(self._names.opening_endings))

    def _candidate(self, spans: Sequence[Span], *, titled: bool, headline: bool) -> Candidate | None:
        span = Span(spans[0].start, spans[-1].end)
        text = span.of(self._text)
        if len(text) < 2 or text.casefold() in self._names.not_names:
            return None
        words = tuple(word for word in _SEPARATOR.split(text) if word.casefold() not in self._names.particles)
        titled = titled or previous_word(self._text, span.start) in self._names.person_titles
        return Candidate(span, text, words, titled, headline)


_SEPARATOR = re.compile(rf"[{SPACES}\n]+")


@cache
def _elision(language: Language) -> re.Pattern[str]:
    words = "|".join(word.capitalize() for word in sorted(language.names.elisions))
    return re.compile(rf"(?:{words})[’'](?=\w)" if words else "(?!)")
