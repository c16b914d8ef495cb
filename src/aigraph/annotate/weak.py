"""Tell where a name that is also a common word, a place or a number is a name: where the text around calls for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from aigraph.annotate.contexts import Context, affiliation
from aigraph.annotate.typography import SPACES, UPPER
from aigraph.gazetteer import Entry
from aigraph.language import Language
from aigraph.model import Span
from aigraph.people import likeness

# How far apart two names of an enumeration may stand.
_ENUMERATION_CHARS = 6
# Where somebody who is of an organisation stands before it, and how much he must look like a person.
_NEAR_CHARS = 40
_NAME_BEFORE = re.compile(rf"(?:{UPPER}[\w.’'-]*[{SPACES}]){{1,2}}{UPPER}[\w’'-]*$")
_LIKELY = 0.5
_SENTENCE_END = re.compile(r"(?:^|[.!?…:;\n«“\"(—–-])\s*$")
_ROLL = re.compile(
    rf"(?P<place>[{SPACES}]\([^()\n]{{1,40}}\))?(?:[{SPACES}]?(?P<mark>[:.])\s|[{SPACES}]*$)", re.MULTILINE
)
_ORGANIZATION_SIGNS = (
    "organization noun",
    "organization told of",
    "organization lead",
    "organization move",
    "founder of",
    "post of",
    "its head",
    "organization behind",
    "founding",
)
_WORK_SIGNS = ("work noun", "work lead", "maker of", "work behind")


class Roll:
    """Paragraphs that open with organisations in one manner: "Zorbal: Ada Lovelace", "ZORBAL (Paris)"."""

    def __init__(self, text: str, organizations: Iterable[Span]) -> None:
        self._text = text
        self._manners = {manner for span in organizations if (manner := self._manner(span)) is not None}

    def holds(self, span: Span) -> bool:
        """Tell whether a name opens a paragraph as organisations do in this text."""
        return bool(self._manners) and self._manner(span) in self._manners

    def _manner(self, span: Span) -> tuple[bool, str] | None:
        line = self._text[self._text.rfind("\n", 0, span.start) + 1 : span.start]
        match = _ROLL.match(self._text, span.end) if not line.strip("#*•-–— \t") else None
        return (
            (match["place"] is not None, match["mark"] or "") if match and (match["place"] or match["mark"]) else None
        )


class Calls:
    """The weak names of an article that something calls for: at their own place, or at another."""

    def __init__(self, text: str, language: Language, names: Sequence[tuple[Span, Entry, bool]]) -> None:
        self._text = text
        self._language = language
        self._strong = {entry.id for _, entry, weak in names if not weak}
        self._roll = Roll(text, (span for span, entry, weak in names if not weak and entry.type == "Organization"))
        self._called: set[Span] = set()
        before: tuple[Span, Entry] | None = None
        for span, entry, weak in names:
            if weak and self._here(span, entry, before):
                self._called.add(span)
            if not weak or span in self._called:
                before = (span, entry)
        self._ids = {entry.id for span, entry, _ in names if span in self._called}

    def for_name(self, span: Span, entry: Entry) -> bool:
        """Tell whether a weak name counts: a name of the same thing or of its maker does, or something calls for it."""
        if {entry.id, entry.maker, entry.parent} & self._strong or span in self._called:
            return True
        return entry.id in self._ids and span.of(self._text)[0].isupper() and not self._opens_sentence(span)

    def _opens_sentence(self, span: Span) -> bool:
        return _SENTENCE_END.search(self._text[max(0, span.start - _ENUMERATION_CHARS) : span.start]) is not None

    def _here(self, span: Span, entry: Entry, before: tuple[Span, Entry] | None) -> bool:
        """Tell whether a cue, a person, a roll or an enumeration calls for a name where it stands."""
        if before and before[1].type == entry.type and self._enumerates(before[0], span):
            return True
        if not span.of(self._text)[0].isupper():
            return False
        organization = entry.type == "Organization"
        start = self._text.rfind("\n", 0, span.start) + 1
        end = self._text.find("\n", span.end)
        context = Context.of(self._text, span, Span(start, end if end >= 0 else len(self._text)))
        if any(context.has(sign, self._language) for sign in (_ORGANIZATION_SIGNS if organization else _WORK_SIGNS)):
            return True
        return organization and (self._of_person(span) or self._roll.holds(span))

    def _enumerates(self, before: Span, span: Span) -> bool:
        if span.start - before.end > _ENUMERATION_CHARS or span.start < before.end:
            return False
        return self._text[before.end : span.start].strip().casefold() in _joints(self._language)

    def _of_person(self, span: Span) -> bool:
        """Tell whether somebody is said to be of an organisation: "Stuart Russell, of Berkeley"."""
        before = self._text[max(0, span.start - _NEAR_CHARS) : span.start]
        link = next((link for link in affiliation(self._language).finditer(before) if link.end() == len(before)), None)
        name = _NAME_BEFORE.search(before, 0, link.start()) if link else None
        return name is not None and likeness(name.group().split()) >= _LIKELY


@cache
def _joints(language: Language) -> Collection[str]:
    """Return what can stand between two names of an enumeration."""
    grammar = language.grammar
    commas = {f", {conjunction}" for conjunction in grammar.conjunctions}
    return {"", ",", "/"} | grammar.conjunctions | grammar.disjunctions | commas
