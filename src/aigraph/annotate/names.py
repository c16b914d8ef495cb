"""Find the names in an article and tell what they are: from the gazetteer, from their shape, from the words around."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from aigraph.annotate.candidates import Candidate, CandidateFinder
from aigraph.annotate.known import known_mentions, known_names
from aigraph.annotate.reasons import Vote, scores, sightings
from aigraph.annotate.segment import Piece
from aigraph.annotate.spans import SpanIndex, longest
from aigraph.gazetteer import fold
from aigraph.language import Language
from aigraph.model import Mention, Span

__all__ = ["NameFinder", "Vote", "known_names"]

# What tips a name towards a class; below it the name is left alone, because a wrong person is worse than none.
_ENOUGH = {"Person": 2.0, "Organization": 2.0, "Model": 1.5, "System": 2.4}
# What the occurrences of a name beside the best of them count.
_OTHER_OCCURRENCES = 0.25
# What a sure person adds to the next name of an enumeration.
_VOUCHED = 0.8


class NameFinder:
    """The names of one article. `stop_words` are the function words of its language."""

    def __init__(self, text: str, pieces: Sequence[Piece], language: Language, stop_words: frozenset[str]) -> None:
        self._text = text
        self._pieces = pieces
        self._language = language
        self._candidates = CandidateFinder(text, language, stop_words)

    def mentions(self, votes: Iterable[Vote]) -> list[Mention]:
        """Return every mention of a person, organisation or work, in order, with its fullest name in the article."""
        found = known_mentions(self._text, self._language)
        candidates = list(self._candidates.find(self._pieces, SpanIndex(mention.span for mention in found)))
        classes = _classes(candidates, self._scores(candidates, votes))
        alone: list[Mention] = []
        for candidate in candidates:
            class_ = classes.get(candidate.text)
            if class_ is not None:
                mention = Mention.at(self._text, candidate.span.start, candidate.span.end, class_)
                (alone if class_ == "Person" and len(candidate.words) == 1 else found).append(mention)
        # "Professor Hinton" is whoever the article names in full; only without one is he a person of his own.
        found += _short_forms(candidates, found)
        found += alone
        by_span: dict[Span, Mention] = {}
        for mention in found:
            by_span.setdefault(mention.span, mention)
        return [by_span[span] for span in longest(by_span)]

    def _scores(self, candidates: Sequence[Candidate], votes: Iterable[Vote]) -> list[dict[str, float]]:
        """Return what speaks for each class, candidate by candidate."""
        topics = {piece.topic for piece in self._pieces if piece.topic}
        seen = sightings(self._text, candidates, topics=topics, votes=votes, language=self._language)
        found = [scores(sighting) for sighting in seen]
        # In an enumeration one person vouches for the next: "Lucas, Alexander and Xiaohua".
        order = range(len(candidates))
        for one, other in (*pairwise(order), *pairwise(order[::-1])):
            vouches = found[one].get("Person", 0.0) >= _ENOUGH["Person"] and found[other].get("Person", 0.0) > 0
            if vouches and " " in candidates[other].text and self._enumerates(candidates[one], candidates[other]):
                found[other]["Person"] += _VOUCHED
        return found

    def _enumerates(self, one: Candidate, other: Candidate) -> bool:
        first, second = sorted((one.span, other.span))
        between = self._text[first.end : second.start].strip().casefold()
        conjunctions = self._language.grammar.conjunctions
        return between in {",", ";", "&"} or between.removeprefix(",").lstrip() in conjunctions


def _classes(candidates: Sequence[Candidate], scores: Sequence[Mapping[str, float]]) -> dict[str, str]:
    """Decide once for each written name: its occurrences vote together, and the best of them counts most."""
    all_scores: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for candidate, by_class in zip(candidates, scores, strict=True):
        for class_, score in by_class.items():
            all_scores[candidate.text][class_].append(score)
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


def _short_forms(candidates: Sequence[Candidate], found: Sequence[Mention]) -> list[Mention]:
    """Return surnames, given names and initials of the people whom the article names in full, with that full name."""
    full: dict[str, Mention] = {}
    for mention in found:
        if mention.type == "Person" and " " in fold(mention.text):
            full.setdefault(fold(mention.text), mention)
    surnames: dict[str, list[Mention]] = defaultdict(list)
    given_names: dict[str, list[Mention]] = defaultdict(list)
    for key, mention in full.items():
        given, *rest = key.split()
        for index in range(len(rest)):
            surnames[" ".join(rest[index:])].append(mention)
        given_names[given].append(mention)
    taken = SpanIndex(mention.span for mention in found)
    shorts = []
    for candidate in candidates:
        key = fold(candidate.text)
        # A part that several people share is the one's whose surname it is.
        owners = surnames[key] if len(surnames[key]) == 1 else [*surnames[key], *given_names[key]]
        if len(owners) == 1 and not taken.touches(candidate.span):
            shorts.append(Mention(candidate.span, candidate.text, "Person", owners[0].text, owners[0].span))
    return shorts
