"""Find the names in an article and tell what they are: from the gazetteer, from their shape, from the words around."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from aigraph.annotate.acronyms import acronyms
from aigraph.annotate.candidates import Candidate, CandidateFinder
from aigraph.annotate.contexts import affiliation, hiring, membership
from aigraph.annotate.institutions import institutions
from aigraph.annotate.known import known_mentions, known_names
from aigraph.annotate.reasons import Vote, scores, sightings
from aigraph.annotate.segment import Piece
from aigraph.annotate.short_forms import ShortForms
from aigraph.annotate.spans import SpanIndex, longest
from aigraph.annotate.typography import previous_word
from aigraph.annotate.weak import Roll
from aigraph.gazetteer import fold
from aigraph.language import Language
from aigraph.model import Mention, Span
from aigraph.people import likeness, may_begin

__all__ = ["NameFinder", "Vote", "known_names"]

# What tips a name towards a class; below it the name is left alone, because a wrong person is worse than none.
_ENOUGH = {"Person": 2.0, "Organization": 2.0, "Model": 1.5, "System": 2.4}
# What the occurrences of a name beside the best of them count.
_OTHER_OCCURRENCES = 0.25
# What a sure person adds to the next name of an enumeration.
_VOUCHED = 0.8
# As many characters can stand between two names of an enumeration.
_BETWEEN_CHARS = 8
# As many characters can stand between an employer and whom it hires.
_HIRING_CHARS = 40
_POSSESSIVE = re.compile(r"[’']s?\s")
# How much a name must look like a person's to speak for what it is linked to.
_LIKELY = 0.5


class NameFinder:
    """The names of one article. `stop_words` are the function words of its language."""

    def __init__(self, text: str, pieces: Sequence[Piece], language: Language, stop_words: frozenset[str]) -> None:
        self._text = text
        self._pieces = pieces
        self._language = language
        self._finder = CandidateFinder(text, language, stop_words)

    def mentions(self, votes: Iterable[Vote]) -> list[Mention]:
        """Return every mention of a person, organisation or work, in order, with its fullest name in the article."""
        votes = list(votes)
        found = known_mentions(self._text, self._language)
        found += [
            Mention.at(self._text, span.start, span.end, "Organization")
            for piece in self._pieces
            for span in institutions(self._text, piece.span, self._language)
        ]
        found = _longest(found)
        candidates = list(self._finder.find(self._pieces, SpanIndex(mention.span for mention in found)))
        candidates = list(self._trimmed(candidates, votes))
        classes = _classes(candidates, self._scores(candidates, votes, found))
        named = _longest(found + list(self._named(candidates, classes, found)))
        short = acronyms(self._text, (mention for mention in named if mention.type == "Organization"))
        return _longest([*short, *named])

    def _named(
        self, candidates: Sequence[Candidate], classes: Mapping[str, str], found: Sequence[Mention]
    ) -> Iterator[Mention]:
        """Yield the candidates that are names; a single word is first of all a part of a full name of the article."""
        sure = [(c, classes[fold(c.text)]) for c in candidates if fold(c.text) in classes]
        people = _Within((c.text, class_) for c, class_ in sure if class_ == "Person" and len(c.words) > 1)
        # "Consider Ada Lovelace" and a headline's "Meta Hires Ada Lovelace" hold the name of somebody named elsewhere.
        sure = [(c, class_) for c, class_ in sure if not ((c.opens or c.headline) and people.holds(self._text, c))]
        full = [self._mention(candidate.span, class_) for candidate, class_ in sure if len(candidate.words) > 1]
        known = ShortForms(m for m in (*found, *full) if m.type == "Person" and not _loose(m.text.split()))
        # "Remained Lovelace" is no name where the article has an Ada Lovelace.
        behind = {c.span: bearer for c, _ in sure if c.opens and (bearer := self._bearer_behind(c, known))}
        sure = [(candidate, class_) for candidate, class_ in sure if candidate.span not in behind]
        full = [mention for mention in full if mention.span not in behind]
        forms = ShortForms(mention for mention in (*found, *full) if mention.type == "Person")
        yield from behind.values()
        named = {candidate.span for candidate, _ in sure}
        for candidate, class_ in sure:
            short = class_ == "Person" or len(candidate.words) == 1
            bearer = forms.bearer(candidate.text, candidate.span.start) if short else None
            if bearer:
                yield Mention(candidate.span, candidate.text, "Person", bearer.text, bearer.span)
            else:
                yield self._mention(candidate.span, class_)
        within = _Within((m.text, m.type) for m in full if m.type in ("Person", "Organization"))
        for candidate in candidates:
            if candidate.span in named or candidate.span in behind:
                continue
            if bearer := forms.bearer(candidate.text, candidate.span.start):
                yield Mention(candidate.span, candidate.text, "Person", bearer.text, bearer.span)
            else:
                yield from (self._mention(span, class_) for span, class_ in within.find(self._text, candidate))

    def _bearer_behind(self, candidate: Candidate, known: ShortForms) -> Mention | None:
        """Return the mention that is left of a candidate without the word that opens its sentence."""
        if len(candidate.spans) != len(candidate.words) or not _loose(candidate.words):
            return None
        span = candidate.spans[-1]
        bearer = known.bearer(span.of(self._text), span.start)
        return None if bearer is None else Mention(span, span.of(self._text), "Person", bearer.text, bearer.span)

    def _mention(self, span: Span, class_: str) -> Mention:
        return Mention.at(self._text, span.start, span.end, class_)

    def _trimmed(self, candidates: Iterable[Candidate], votes: Sequence[Vote]) -> Iterator[Candidate]:
        """Yield the candidates without the words that open a sentence, where the recogniser leaves them out."""
        people = {(vote.span.start, vote.span.end) for vote in votes if vote.type == "Person"}
        for candidate in candidates:
            starts = range(1, len(candidate.spans) - 1) if candidate.opens and not may_begin(candidate.words) else ()
            first = next((i for i in starts if (candidate.spans[i].start, candidate.span.end) in people), 0)
            yield self._finder.cut(candidate, first) if first else candidate

    def _scores(
        self, candidates: Sequence[Candidate], votes: Iterable[Vote], found: Sequence[Mention]
    ) -> list[dict[str, float]]:
        """Return what speaks for each class, candidate by candidate."""
        topics = {piece.topic for piece in self._pieces if piece.topic}
        listed = self._listed(candidates, found)
        roll = Roll(self._text, (mention.span for mention in found if mention.type == "Organization"))
        for candidate in candidates:
            if roll.holds(candidate.span):
                listed.setdefault(candidate.span, set()).add("Roll")
        seen = sightings(
            self._text,
            candidates,
            topics=topics,
            listed=listed,
            linked=self._linked(candidates, found),
            votes=votes,
            language=self._language,
        )
        scored = [scores(sighting) for sighting in seen]
        # In an enumeration one person vouches for the next: "Lucas, Alexander and Xiaohua".
        order = range(len(candidates))
        for one, other in (*pairwise(order), *pairwise(order[::-1])):
            vouches = scored[one].get("Person", 0.0) >= _ENOUGH["Person"] and scored[other].get("Person", 0.0) > 0
            if (
                vouches
                and " " in candidates[other].text
                and self._enumerates(candidates[one].span, candidates[other].span)
            ):
                scored[other]["Person"] += _VOUCHED
        return scored

    def _listed(self, candidates: Iterable[Candidate], found: Sequence[Mention]) -> dict[Span, set[str]]:
        """Return the classes of the known organisations and works that candidates stand in an enumeration with."""
        index = SpanIndex(mention.span for mention in found)
        listed: dict[Span, set[str]] = defaultdict(set)
        for candidate in candidates:
            start, end = candidate.span.start, candidate.span.end
            for i in index.overlapping(Span(max(0, start - _BETWEEN_CHARS), end + _BETWEEN_CHARS)):
                if found[i].type == "Person" or self._closes(found[i].span, candidate.span):
                    continue
                if self._enumerates(found[i].span, candidate.span):
                    listed[candidate.span].add("Organization" if found[i].type == "Organization" else "Artifact")
        return listed

    def _linked(self, candidates: Sequence[Candidate], found: Sequence[Mention]) -> dict[Span, set[str]]:
        """Return how candidates are linked to people and organisations: as in `reasons.Sighting`."""
        people = [mention.span for mention in found if mention.type == "Person"]
        people += [candidate.span for candidate in candidates if likeness(candidate.words) >= _LIKELY]
        ends = {span.end for span in people}
        organizations = [mention.span for mention in found if mention.type == "Organization"]
        return {
            candidate.span: {
                *self._to_people(candidate.span, ends),
                *self._to_organizations(candidate.span, organizations),
            }
            for candidate in candidates
        }

    def _to_people(self, span: Span, ends: Set[int]) -> Iterator[str]:
        """Yield the links to the people whose names end at `ends`."""
        link = affiliation(self._language)
        for end in range(max(0, span.start - _BETWEEN_CHARS), span.start):
            if end in ends and link.fullmatch(self._text, end, span.start):
                yield "Person"
            if end in ends and _POSSESSIVE.fullmatch(self._text, end, span.start):
                yield "Owner"

    def _to_organizations(self, span: Span, organizations: Sequence[Span]) -> Iterator[str]:
        """Yield the links to organisations: it belongs to one, joins, leaves or heads one, or one hires it."""
        text, owned = self._text, _POSSESSIVE.match(self._text, span.end)
        starts = {one.start for one in organizations}
        owners = {one.start for one in organizations if _POSSESSIVE.match(text, one.end)}
        of = affiliation(self._language).match(text, span.end)
        if of and of.end() in starts:
            yield "Organization"
        joins = membership(self._language).match(text, span.end)
        if joins and joins.end() in starts - owners:
            yield "Member"
        hired = hiring(self._language).search(text, max(0, span.start - _HIRING_CHARS), span.start)
        if hired and not owned and any(one.end == hired.start() for one in organizations):
            yield "Hired"

    def _closes(self, one: Span, other: Span) -> bool:
        """Tell whether an enumeration ends with the first of two names: "at Meta and Google, Ada Lovelace led"."""
        before = previous_word(self._text, one.start)
        return self._text[one.end : other.start].startswith(",") and before in self._language.grammar.conjunctions

    def _enumerates(self, one: Span, other: Span) -> bool:
        """Tell whether only a comma or a conjunction, and perhaps a preposition, stand between two names."""
        first, second = sorted((one, other))
        between = self._text[first.end : second.start].strip().casefold().replace("’", "'")
        first_word, _, rest = between.removeprefix(",").lstrip().partition(" ")
        joined = first_word in self._language.grammar.conjunctions | {",", ";", "&", "/", ""}
        return bool(between) and joined and (not rest or rest in self._language.names.repeated)


class _Within:
    """Full names, with their classes, that are looked for inside longer runs of capitals, as in headlines."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._classes = {tuple(fold(text).split()): class_ for text, class_ in names}
        self._first = {words[0] for words in self._classes}
        self._longest = max(map(len, self._classes), default=0)

    def holds(self, text: str, candidate: Candidate) -> bool:
        """Tell whether a name is a part of a candidate."""
        return next(self.find(text, candidate, longest=len(candidate.spans) - 1), None) is not None

    def find(self, text: str, candidate: Candidate, *, longest: int | None = None) -> Iterator[tuple[Span, str]]:
        """Yield the names in a candidate, the longest first where two begin with one word."""
        words = [fold(span.of(text)) for span in candidate.spans]
        most = self._longest if longest is None else min(longest, self._longest)
        start = 0
        while start < len(words):
            ends = range(min(len(words), start + most), start + 1, -1) if words[start] in self._first else ()
            end = next((end for end in ends if tuple(words[start:end]) in self._classes), None)
            if end is None:
                start += 1
                continue
            span = Span(candidate.spans[start].start, candidate.spans[end - 1].end)
            yield span, self._classes[tuple(words[start:end])]
            start = end


def _loose(words: Sequence[str]) -> bool:
    """Tell whether the first of two words may be a common one that opens a sentence."""
    return len(words) == 2 and not may_begin(words)


def _classes(candidates: Sequence[Candidate], scores: Sequence[Mapping[str, float]]) -> dict[str, str]:
    """Decide once for each name: its occurrences vote together, and the best of them counts most."""
    all_scores: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for candidate, by_class in zip(candidates, scores, strict=True):
        for class_, score in by_class.items():
            all_scores[fold(candidate.text)][class_].append(score)
    classes = {}
    for text, occurrences in all_scores.items():
        totals = {
            class_: max(values) + _OTHER_OCCURRENCES * (sum(values) - max(values))
            for class_, values in occurrences.items()
        }
        best = max(sorted(totals), key=lambda class_: totals[class_])
        if best in _ENOUGH and totals[best] >= _ENOUGH[best]:
            classes[text] = best
        elif best != "Place" and totals.get("Person", 0.0) >= _ENOUGH["Person"]:
            classes[text] = "Person"
    return classes


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the longest of overlapping mentions, the first of those with one span, in the order of the text."""
    by_span: dict[Span, Mention] = {}
    for mention in mentions:
        by_span.setdefault(mention.span, mention)
    return [by_span[span] for span in longest(by_span)]
