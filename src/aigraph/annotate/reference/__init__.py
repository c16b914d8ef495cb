"""Say what pronouns and descriptions stand for, and which organisations the text is about where it names none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aigraph.annotate.reference.expression import Expression, Finder, Kind
from aigraph.annotate.reference.gender import Genders
from aigraph.annotate.reference.organizations import Organizations
from aigraph.annotate.reference.parsed import Parsed
from aigraph.annotate.reference.people import People
from aigraph.annotate.reference.speech import INTERVIEWED, Speech
from aigraph.annotate.reference.works import Works
from aigraph.language import Language
from aigraph.model import Mention, Span

# How sure it is who says "I".
_SPOKEN = 0.85
# What a pronoun stands for that nobody and nothing named in the text can be meant by.
_UNNAMED = {
    Kind.PERSON: "Person",
    Kind.SPEAKER: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.SPEAKERS: "Organization",
}
# Below this a guess is none.
_LIKELY = 0.5

__all__ = ["Parsed", "Resolved", "refer", "topic_mention"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What each token of a sentence denotes, best guess first; which tokens denote a whole group; and `salient`."""

    references: tuple[tuple[Mention, ...], ...]
    groups: frozenset[int]
    salient: tuple[Mention, ...]


def refer(text: str, sentences: Sequence[Parsed], language: Language, *, unnamed: bool = False) -> list[Resolved]:
    """Resolve the expressions of an article, twice: what is sure at first tells who is a man and who a woman.

    With `unnamed`, a pronoun stands for itself where nobody else is meant, and later ones may stand for it.
    """
    finder = Finder(language)
    expressions = [list(finder.find(parsed)) for parsed in sentences]
    genders = Genders(sentences, language)
    speech = Speech(text, sentences, expressions, language)
    for _ in range(2):
        reader = _Reader(text, sentences, language, genders, speech, unnamed=unnamed)
        resolved = [reader.read(parsed, found) for parsed, found in zip(sentences, expressions, strict=True)]
    return resolved


def topic_mention(text: str, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that a list item opens with, if it names a person."""
    found = next((mention for mention in mentions if mention.span.overlaps(span)), None)
    return found if found and found.type == "Person" and text[found.span.start].isalpha() else None


class _Reader:
    """Reads the sentences of an article in order."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Parsed],
        language: Language,
        genders: Genders,
        speech: Speech,
        *,
        unnamed: bool,
    ) -> None:
        self._text = text
        self._unnamed = unnamed
        self._speakers: dict[Kind, Mention] = {}
        self._speech = speech
        self._number = -1
        self._people = People(sentences, language, genders)
        self._organizations = Organizations(sentences, language)
        self._works = Works(sentences, language)

    def read(self, parsed: Parsed, expressions: Sequence[Expression]) -> Resolved:
        """Return what the tokens of the next sentence denote."""
        self._number += 1
        salient = tuple(self._organizations.salient(parsed, self._number))
        self._people.open(parsed, self._number)
        self._organizations.open(parsed, self._number)
        self._works.open(parsed, self._number)
        by_token = {expression.index: expression for expression in expressions}
        references: list[tuple[Mention, ...]] = []
        groups: set[int] = set()
        for i, token in enumerate(parsed.tokens):
            mention, expression = parsed.mentions.get(i), by_token.get(i)
            if mention is not None:
                self._people.name(i, mention)
                self._organizations.name(i, mention)
                self._works.name(i, mention)
                references.append((mention,))
                continue
            found: Sequence[Mention] = ()
            if expression is not None:
                found = self._resolve(parsed, expression, references)
                if self._unnamed and (not found or found[0].confidence < _LIKELY):
                    found = self._itself(parsed, expression)
                if expression.kind is Kind.GROUP and found:
                    groups.add(i)
            references.append(tuple(replace(m, span=token.span, text=token.span.of(self._text)) for m in found))
        self._people.close(references, groups)
        return Resolved(tuple(references), frozenset(groups), salient)

    def _resolve(
        self, parsed: Parsed, expression: Expression, references: Sequence[Sequence[Mention]]
    ) -> Sequence[Mention]:
        match expression.kind:
            case Kind.GROUP:
                return self._people.group(expression)
            case Kind.SPEAKER | Kind.ADDRESSEE:
                return self._spoken(parsed, expression, references)
            case Kind.SPEAKERS:
                return self._organizations.own() if self._speech.interviewee is not None else ()
            case Kind.PLACE:
                return self._organizations.place(expression)
            case Kind.ORDINAL:
                return self._people.ordinal(expression)
            case Kind.PERSON:
                return self._people.one(expression)
            case Kind.WORK:
                return self._works.one(expression)
            case Kind.ORGANIZATION:
                return [*self._organizations.one(expression), *self._works.one(expression)]
        if expression.attached and (organizations := self._organizations.one(expression)):
            return organizations
        people = self._people.one(expression)
        rival = people[0].confidence if people else 0.0
        return [*people, *self._organizations.one(expression, rival), *self._works.one(expression)]

    def _itself(self, parsed: Parsed, expression: Expression) -> Sequence[Mention]:
        """Return whom a pronoun brings into the text unnamed: itself, but for "I" and "we" the first of their kind."""
        kind, token = expression.kind, parsed.tokens[expression.index]
        if expression.noun is not None or kind not in _UNNAMED:
            return ()
        own = replace(
            Mention.at(self._text, token.span.start, token.span.end, _UNNAMED[kind]), how="nobody named is meant"
        )
        if kind in (Kind.SPEAKER, Kind.SPEAKERS):
            own = self._speakers.setdefault(kind, own)
        elif kind is Kind.PERSON:
            self._people.unnamed(expression, own)
        else:
            self._organizations.unnamed(expression, own)
        return (own,)

    def _spoken(
        self, parsed: Parsed, expression: Expression, references: Sequence[Sequence[Mention]]
    ) -> Sequence[Mention]:
        """Return who says "I", or whom an interview's question addresses."""
        speaker: Mention | int | None
        if expression.kind is Kind.ADDRESSEE:
            quoted = self._speech.quoted(self._number, expression.index)
            speaker, reason = (None if quoted else self._speech.interviewee), INTERVIEWED
        else:
            speaker, reason = self._speech.speaker(parsed, self._number, expression.index)
        if isinstance(speaker, int):
            mention = parsed.mentions.get(speaker)
            said = [mention] if mention is not None else references[speaker][:1] if speaker < len(references) else []
        else:
            said = [] if speaker is None else [speaker]
        return [
            replace(one, confidence=round(_SPOKEN * one.confidence, 3), how=reason)
            for one in said
            if one.type == "Person"
        ]
