"""Who says "I": whom a quotation is by, and whom an interview is with."""

from __future__ import annotations

from collections.abc import Sequence

from aigraph.annotate.reference.expression import Expression, Kind
from aigraph.annotate.reference.parsed import SUBJECTS, Parsed
from aigraph.language import Language
from aigraph.model import Mention, Span

INTERVIEWED = "the one who is interviewed"
"""Why someone is taken to be the speaker."""
_PAIRS = {"«": "»", "“": "”"}
_STRAIGHT = '"'
# An interview's answers say "I", its questions "you", so often at least.
_ANSWERS, _QUESTIONS = 3, 2
# Among the first so many sentences and headings the one who is interviewed is named.
_OPENING = 5


class Speech:
    """The quotations of an article, and whom it interviews."""

    def __init__(
        self, text: str, sentences: Sequence[Parsed], expressions: Sequence[Sequence[Expression]], language: Language
    ) -> None:
        self._quoted = [_quoted(text, parsed) for parsed in sentences]
        self._saying = language.modality.saying
        self.interviewee = self._interviewee(sentences, expressions)

    def speaker(self, parsed: Parsed, number: int, i: int) -> tuple[Mention | int | None, str]:
        """Return who says the word at token i: a mention, or the token of the sentence's own speaker; and why.

        `number` is that of the sentence.
        """
        if i not in self._quoted[number]:
            return self.interviewee, INTERVIEWED
        for k, token in enumerate(parsed.tokens):
            if k in self._quoted[number] or token.lemma not in self._saying:
                continue
            subject = next((c for c in parsed.children[k] if parsed.tokens[c].deprel in SUBJECTS), None)
            if subject is not None and subject not in self._quoted[number]:
                return subject, "the one who says so"
        return None, ""

    def quoted(self, number: int, i: int) -> bool:
        """Tell whether token i of a sentence stands in a quotation."""
        return i in self._quoted[number]

    def _interviewee(self, sentences: Sequence[Parsed], expressions: Sequence[Sequence[Expression]]) -> Mention | None:
        answers = questions = 0
        for number, (parsed, found) in enumerate(zip(sentences, expressions, strict=True)):
            kinds = {one.kind for one in found if one.index not in self._quoted[number]}
            asks = parsed.forms[-1:] == ["?"]
            answers += Kind.SPEAKER in kinds and not asks
            questions += Kind.ADDRESSEE in kinds and asks
        if answers < _ANSWERS or questions < _QUESTIONS:
            return None
        opening = (mention for parsed in sentences[:_OPENING] for _, mention in sorted(parsed.mentions.items()))
        return next((mention for mention in opening if mention.type == "Person"), None)


def _quoted(text: str, parsed: Parsed) -> frozenset[int]:
    """Return the tokens of a sentence that stand between quotation marks, opened or closed outside it or not."""
    span = parsed.piece.span
    spans = _quotations(span.of(text), span.start)
    return frozenset(i for i, token in enumerate(parsed.tokens) if any(token.span in quote for quote in spans))


def _quotations(text: str, offset: int) -> list[Span]:
    found: list[Span] = []
    start: int | None = None
    closing = ""
    for k, character in enumerate(text):
        if start is None and (character in _PAIRS or character == _STRAIGHT):
            start, closing = k, _PAIRS.get(character, _STRAIGHT)
        elif start is not None and character == closing:
            found.append(Span(offset + start, offset + k + 1))
            start = None
        elif start is None and character in _PAIRS.values() and k:
            found.append(Span(offset, offset + k + 1))
    if start is not None and start + 1 < len(text):
        found.append(Span(offset + start, offset + len(text)))
    return found
