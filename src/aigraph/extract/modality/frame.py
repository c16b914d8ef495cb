"""What a whole sentence of an article stands in: a dream, a satire, a correction, or a denial behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache

from aigraph.extract.background import Frame
from aigraph.extract.modality.cue import phrases, spoken
from aigraph.extract.modality.phrase import Phrases, compiled
from aigraph.language import Language
from aigraph.model import Annotated, Block, Sentence
from aigraph.tree import Tree

# How long a sentence may be that only says that the one before it is false, and where it must say so.
_VERDICT_TOKENS = 14
_VERDICT_CHARS = 15
_MARKS = ",;:—–(-"
_LABEL_MARKS = tuple(":—–-|")
_ELLIPSIS_TOKENS = 7
_LITTLE = ("PRON", "AUX", "PART", "ADV", "CCONJ", "PUNCT", "INTJ")


@cache
def _phrases(language: Language) -> dict[str, Phrases]:
    data, lists = language.modality.frames, language.modality.lists
    return {field.name: compiled(getattr(data, field.name), lists) for field in fields(data)}


def frames(annotated: Annotated, language: Language) -> tuple[Frame, ...]:
    """Return the frame of each sentence of an article, in their order."""
    reader = _Reader(annotated, language)
    return tuple(reader.frame(n) for n in range(len(annotated.sentences)))


class _Reader:
    def __init__(self, annotated: Annotated, language: Language) -> None:
        self.sentences = annotated.sentences
        self.text = annotated.document.text
        self.language = language
        self.phrases = _phrases(language)
        self.spoken = [spoken(sentence) for sentence in annotated.sentences]
        self.supposed = set(self._supposed())
        self.invented = set(self._invented())
        self.corrections = set(self._corrections())

    def frame(self, n: int) -> Frame:
        """Return the frame of the nth sentence."""
        if n in self.invented:
            return Frame.INVENTED
        if n in self.supposed:
            return Frame.SUPPOSED
        if n + 1 < len(self.sentences) and self._refutes(n + 1):
            return Frame.REFUTED
        return Frame.CORRECTED if n in self.corrections or self._contradicted(n) else Frame.NONE

    def _contradicted(self, n: int) -> bool:
        """Tell whether the nth sentence quotes somebody and the next one says how it really is."""
        quotes = any(pattern.search(self.spoken[n]) for pattern in phrases(self.language)["quoted_after"])
        return quotes and n + 1 < len(self.sentences) and self._says(n + 1, "contradicting")

    def _says(self, n: int, key: str) -> bool:
        return any(pattern.search(self.spoken[n]) for pattern in self.phrases[key])

    def _new_paragraph(self, n: int) -> bool:
        between = self.text[self.sentences[n - 1].span.end : self.sentences[n].span.start]
        return "\n" in between

    def _supposed(self) -> Iterator[int]:
        """Yield the sentences behind one that opens a dream or supposition, up to what closes it or the paragraph."""
        open_ = False
        for n in range(len(self.sentences)):
            if n and self._new_paragraph(n):
                open_ = False
            if open_ and self._says(n, "closing"):
                open_ = False
            if open_:
                yield n
            open_ = open_ or self._says(n, "supposing")

    def _invented(self) -> Iterator[int]:
        """Yield the sentences that the article gives out for invented."""
        last = len(self.sentences) - 1
        for n in range(last + 1):
            if self._says(n, "inventing"):
                if self._labelled(n):
                    yield n
                yield from self._until_closed(n)
            if self._says(n, "unmasking"):
                yield from range(self._section(n), n)

    def _labelled(self, n: int) -> bool:
        """Tell whether a label like "Satire:" opens the nth sentence."""
        found = (pattern.match(self.spoken[n]) for pattern in self.phrases["inventing"])
        return any(match is not None and match[0].rstrip()[-1:] in _LABEL_MARKS for match in found)

    def _until_closed(self, opening: int) -> Iterator[int]:
        for n in range(opening + 1, len(self.sentences)):
            if self._says(n, "closing"):
                return
            yield n

    def _section(self, n: int) -> int:
        """Return the first sentence behind the heading above the nth."""
        while n > 0 and self.sentences[n - 1].block is not Block.HEADING:
            n -= 1
        return n

    def _corrections(self) -> Iterator[int]:
        """Yield the sentences under a heading like "Corrections", or in a paragraph that opens with the word."""
        column = titled = False
        for n, sentence in enumerate(self.sentences):
            opens = n == 0 or self._new_paragraph(n)
            if opens and any(pattern.match(self.spoken[n].strip()) for pattern in self.phrases["correcting"]):
                column, titled = True, titled or n == 0
            elif sentence.block is Block.HEADING and opens and not titled:
                column = False
            if column:
                yield n

    def _refutes(self, n: int) -> bool:
        """Tell whether the nth sentence only says that the one before it is false."""
        sentence = self.sentences[n]
        if len(sentence.tokens) > _VERDICT_TOKENS or sentence.block is not self.sentences[n - 1].block:
            return False
        text = self.spoken[n].strip(' "«»“”()–—-')
        verdicts = (*self.phrases["verdicts"], *phrases(self.language)["denied_before"])
        found = (match.start() for pattern in verdicts if (match := pattern.search(text)))
        if any(start < _VERDICT_CHARS and text[start] not in _MARKS for start in found):
            return True
        return _elliptical(sentence, self.language)


def _elliptical(sentence: Sentence, language: Language) -> bool:
    """Tell whether a sentence denies without its verb: "They never did.", "He will not."."""
    words = language.modality
    forms = Tree(sentence.tokens).forms
    if len(forms) > _ELLIPSIS_TOKENS or forms[-1:] == ["?"]:
        return False
    pronouns = language.references.person_pronouns | language.references.group_pronouns
    opening = next((form for form, token in zip(forms, sentence.tokens, strict=True) if token.upos == "PRON"), "")
    little = all(token.upos in _LITTLE or token.lemma in words.pro_verbs for token in sentence.tokens)
    return little and opening in pronouns and not words.negations.isdisjoint(forms)
