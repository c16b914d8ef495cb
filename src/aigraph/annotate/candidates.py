"""Find what may be a name that no gazetteer knows: runs of capitalised words, cut where a name cannot go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from aigraph.annotate.segment import Piece
from aigraph.annotate.spans import SpanIndex
from aigraph.annotate.typography import SPACES, UPPER, previous_word
from aigraph.gazetteer import fold, gazetteer
from aigraph.language import Language
from aigraph.model import Block, Span
from aigraph.people import is_chinese, is_given, likeness, may_begin

_ADDRESS = r"[a-z][\w-]*\.(?:ai|app|ch|co|com|de|dev|eu|fr|io|me|net|org|tech|xyz)\b(?![/@.]\w)"
_VERSIONED = r"(?<![\w.-])[a-z]{1,8}\d{1,2}(?:[a-z]{1,4}|-[a-z]+)?(?![\w-])"
_WORD = re.compile(rf"(?<![/@.\w]){_ADDRESS}|{UPPER}(?:[\w’'&-]|\.(?=\w))*\.?|(?<!\d)\d+[A-Za-z][\w-]*|{_VERSIONED}")
_POSSESSIVE = re.compile(r"[’']s?$")
_GLUED = re.compile(rf"(?<=\w)({UPPER}[^\W\d_A-Z]+)$")
_INITIAL = re.compile(r"(?:^|[.-])[A-Z]\.$")
_LOWER_WORD = re.compile(r"\b[a-zà-öø-ÿ]{2,}\b")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_OPENING = re.compile(r"[\W\d]*")
_LEGAL_COMMA = re.compile(rf",[{SPACES}]?")
_OPENERS, _CLOSERS = "(\"“'‘", ")\"”'’"
_NICKNAME = re.compile(rf"[{SPACES}][{_OPENERS}]|[{_CLOSERS}][{SPACES}]")
_NICKNAME_END = re.compile(rf"[{_CLOSERS}][{SPACES}]{UPPER}")
# A nickname stands behind so many words of a name at the most.
_NICKNAME_WORDS = 2
_AMPERSAND = re.compile(rf"[{SPACES}]&[{SPACES}]")
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.6
_HEADLINE_COMMON_WORDS = 2
_HEADLINE_COMMON_SHARE = 0.25
# How much a title and a word must look like a person's name to be one: "Dean Li", but not "Dean Lovelace".
_TITLE_LIKENESS = 0.5
# A longer run is a list or a page's furniture.
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name: its words without particles, whether a title stands before it, and if it is in a headline.

    `spans` are all its words, `sentence` is where it stands; `opens` tells that this begins with it.
    """

    span: Span
    text: str
    words: tuple[str, ...]
    titled: bool
    headline: bool
    opens: bool
    spans: tuple[Span, ...]
    sentence: Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Where a run stands: its sentence, where the letters of this begin, and what kind of sentence it is."""

    span: Span
    start: int
    headline: bool
    title: bool
    question: bool

    def opens(self, span: Span) -> bool:
        return span.start <= self.start


class CandidateFinder:
    """The candidates of one article. `stop_words` are the function words of its language."""

    def __init__(self, text: str, language: Language, stop_words: frozenset[str]) -> None:
        self._text = text
        self._names = language.names
        self._origins = language.names.origins | language.references.demonyms
        self._acronyms = language.sets["role"]
        self._elision = _elision(language)
        self._lower_words = frozenset(_LOWER_WORD.findall(text))
        self._stop_words = stop_words
        self._common_words = self._lower_words | stop_words

    def find(self, pieces: Sequence[Piece], taken: SpanIndex) -> Iterator[Candidate]:
        """Yield the candidates in the order of the text, none where a span is taken."""
        for piece in pieces:
            sentence = self._sentence(piece)
            for run in self._runs(piece, taken):
                for spans, titled in self._split(run, sentence):
                    span = Span(spans[0].start, spans[-1].end)
                    text, opens = span.of(self._text), sentence.opens(span)
                    words = self._words(text)
                    if len(text) > 1 and not self._no_name(text, words):
                        yield Candidate(
                            span, text, words, titled, sentence.headline, opens, tuple(spans), sentence.span
                        )

    def _sentence(self, piece: Piece) -> _Sentence:
        opening = _OPENING.match(self._text, piece.span.start, piece.span.end)
        headline = self._in_headline(piece.span.of(self._text))
        return _Sentence(
            piece.span,
            start=opening.end() if opening else piece.span.start,
            headline=headline,
            title=headline or piece.block is Block.HEADING,
            question=self._text[piece.span.end - 1] == "?",
        )

    def cut(self, candidate: Candidate, first: int) -> Candidate:
        """Return a candidate without its first words."""
        span = Span(candidate.spans[first].start, candidate.span.end)
        text = span.of(self._text)
        spans = candidate.spans[first:]
        return replace(candidate, span=span, text=text, words=self._words(text), opens=False, spans=spans)

    def _words(self, text: str) -> tuple[str, ...]:
        words = (word.strip(_OPENERS + _CLOSERS) for word in _SEPARATOR.split(text))
        return tuple(word for word in words if word and word not in self._names.particles)

    def _no_name(self, text: str, words: Sequence[str]) -> bool:
        """Tell whether words are nothing but what names of organisations are made with."""
        names = self._names
        folded = text.casefold()
        if folded in names.not_names:
            return True
        keys = [word.casefold().rstrip(".,") for word in words]
        if len(keys) > 1 and keys[0] in self._origins and keys[-1] in names.institution_heads:
            return False
        alone = names.organization_words | names.not_names | names.title_modifiers | self._origins
        return all(key in alone for key in keys)

    def _in_headline(self, body: str) -> bool:
        """Tell a Headline With Capitals from a list of names: common words bear capitals in it."""
        if body.isupper():
            return True
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
            span = self._word(match, runs[-1][-1].end if runs else -1)
            if span is None or taken.touches(span):
                continue
            if runs and self._joins(runs[-1], span):
                runs[-1].append(span)
            else:
                runs.append([span])
        return runs

    def _word(self, match: re.Match[str], last_end: int) -> Span | None:
        """Return the word of a match without elided article, final dot and possessive ending, if a name may have it.

        What follows another word of a name keeps its apostrophe ("Adam D'Angelo").
        """
        start, end = match.span()
        before = self._text[max(0, start - 1) : start]
        if before.isalnum() or before == "_":
            return None
        elided = self._elision.match(self._text, start, end)
        if elided and not (0 < last_end == start - 1 and before in SPACES):
            start = elided.end()
        word = self._text[start:end]
        if not word or not (word[0].isupper() or any(c.isdigit() or c == "." for c in word)):
            return None
        initial = _INITIAL.search(word) and end < match.endpos
        if word.endswith(".") and not initial and word.casefold() not in self._names.dotted:
            end -= 1
        if possessive := _POSSESSIVE.search(self._text, start, end):
            end = possessive.start()
        # A page's furniture sticks to the sentence before it: "Sam Altman, head of OpenAIRead more".
        glued = _GLUED.search(self._text, start, end)
        if glued and glued[1].casefold() in self._stop_words and gazetteer().find(self._text[start : glued.start()]):
            end = glued.start()
        return Span(start, end) if start < end else None

    def _joins(self, run: Sequence[Span], right: Span) -> bool:
        """Tell whether a word goes on a run: behind a space, or particles that belong to names."""
        between = self._text[run[-1].end : right.start]
        if len(between) == 1 and between in f"{SPACES}\n":
            return True
        if _NICKNAME.fullmatch(between):
            return self._nickname(run, right, between)
        if _LEGAL_COMMA.fullmatch(between):
            return right.of(self._text).casefold().rstrip(".") in self._names.legal_forms
        if _AMPERSAND.fullmatch(between):
            return not any(is_given(span.of(self._text)) for span in (run[0], right))
        words = between.split()
        if not words:
            return False
        if " ".join(words).replace("’", "'") in self._names.given_particles and self._takes_particle(run):
            return True
        return (
            len(words) <= 2
            and between[0] in SPACES
            and (between[-1] in SPACES or words[-1][-1] in "'’")
            and all(word.casefold() in self._names.particles for word in words)
            and words[0] not in self._names.outer_particles
        )

    def _nickname(self, run: Sequence[Span], right: Span, between: str) -> bool:
        """Tell whether a bracket or quotation mark within a name begins or ends a nickname: "Robert (Bob) Dylan"."""
        text = self._text
        if between[0] in SPACES:
            closes = _NICKNAME_END.match(text, right.end)
            return len(run) <= _NICKNAME_WORDS and is_given(run[0].of(text)) and closes is not None
        return len(run) > 1 and text[run[-1].start - 1] in _OPENERS

    def _takes_particle(self, run: Sequence[Span]) -> bool:
        """Tell whether a run goes on behind "de": a given name, or one that has a particle already."""
        text = Span(run[0].start, run[-1].end).of(self._text)
        return self._given_name(run[0]) and (len(run) == 1 or self._words(text) != tuple(text.split()))

    def _given_name(self, span: Span) -> bool:
        """Tell given names ("Nando de Freitas") from nouns ("PDG de Meta")."""
        word = span.of(self._text)
        known = word.casefold() in self._names.person_titles or word.casefold() in self._lower_words
        return is_given(word) or (not known and len(word) > 2)

    def _split(self, run: Sequence[Span], sentence: _Sentence) -> Iterator[tuple[list[Span], bool]]:
        """Cut a run at words that are no part of a name; each part goes with whether a title stands before it."""
        parts: list[tuple[list[Span], bool]] = [([], False)]
        for index, span in enumerate(run):
            part = parts[-1][0]
            if self._is_title(run, index, part, sentence):
                while part and part[-1].of(self._text).casefold() in self._names.title_modifiers:
                    part.pop()
                parts.append(([], True))
            elif self._breaks(run, index, part, sentence):
                parts.append(([], False))
            else:
                part.append(span)
        for spans, titled in parts:
            spans = self._without_opening(spans, sentence)
            if 0 < len(spans) <= _MOST_WORDS:
                yield spans, titled

    def _is_title(self, run: Sequence[Span], index: int, part: Sequence[Span], sentence: _Sentence) -> bool:
        word = run[index].of(self._text)
        folded = word.casefold()
        acronym = word.isupper() and len(word) > 2 and "." not in word
        if folded not in self._names.person_titles or (acronym and folded not in self._acronyms):
            return False
        if index == 0 and len(run) > 1 and is_given(word) and likeness([word, run[1].of(self._text)]) > _TITLE_LIKENESS:
            return False
        # "Jane Chief": what stands behind a given name only and ends the run may be a surname, whatever it means.
        last = index == len(run) - 1 and not sentence.opens(run[index])
        surname = last and len(part) == 1 and is_given(part[0].of(self._text))
        return not surname or folded in self._lower_words

    def _breaks(self, run: Sequence[Span], index: int, part: Sequence[Span], sentence: _Sentence) -> bool:
        """Tell whether a word is no part of a name: a name ends before it, and another begins behind it."""
        word = run[index].of(self._text).casefold()
        if word in self._names.not_names:
            after = run[index + 1].of(self._text).casefold() if index + 1 < len(run) else ""
            heads = self._names.institution_heads | self._names.unit_heads
            return not (part and (word in self._names.organization_words or after in heads))
        if sentence.title and word in self._stop_words:
            return True
        return index == 0 and sentence.opens(run[0]) and self._no_opening(run, word, sentence)

    def _no_opening(self, run: Sequence[Span], word: str, sentence: _Sentence) -> bool:
        """Tell whether the word that opens a sentence only bears a capital because of that."""
        words = [span.of(self._text) for span in run]
        if word in self._stop_words:
            # "Will Smith left": a question would begin like that, too.
            return sentence.question or len(run) == 1 or not (is_given(word) or _is_eastern_name(words))
        if len(run) > 1 and likeness(words) == 1.0:
            return False
        return word in self._lower_words or (len(run) > 1 and word.endswith(self._names.opening_endings))

    def _without_opening(self, spans: list[Span], sentence: _Sentence) -> list[Span]:
        """Leave out the words before a person's name that bear a capital for another reason.

        They open the sentence ("Consider Ada Lovelace"), stand in a title, follow an article ("la Sétoise Ada
        Lovelace") or are places.
        """
        words = [span.of(self._text) for span in spans]
        if len(words) > 2 and words[0].casefold() in self._origins and self._behind_article(spans[0]):
            return spans[1:]
        given = next((i for i in range(1, len(words) - 1) if likeness(words[i:]) == 1.0), 0)
        if not given or may_begin(words):
            return spans
        common = self._common_words | self._names.places | self._origins
        loose = sentence.title or sentence.opens(spans[0]) or self._behind_article(spans[0])
        return spans[given:] if loose or all(word.casefold() in common for word in words[:given]) else spans

    def _behind_article(self, span: Span) -> bool:
        return previous_word(self._text, span.start) in self._names.articles


def _is_eastern_name(words: Sequence[str]) -> bool:
    """Tell "He Kaiming" from "He Smith"."""
    return len(words) == 2 and likeness(words) == 1.0 and (is_chinese(fold(words[1])) or "-" in words[1])


_SEPARATOR = re.compile(rf"[{SPACES}\n]+")


@cache
def _elision(language: Language) -> re.Pattern[str]:
    words = "|".join(word.capitalize() for word in sorted(language.names.elisions))
    return re.compile(rf"(?:{words})[’'](?=\w)" if words else "(?!)")
