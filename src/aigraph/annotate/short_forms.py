"""Tell whom a short form means that an article names in full elsewhere: "Altman", "Sam", "De Freitas"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from aigraph.gazetteer import fold
from aigraph.model import Mention


class ShortForms:
    """The people whom an article names in full, by the parts of their names.

    Full names that agree in the first and the last word are one person's, middle names or not.
    """

    def __init__(self, people: Iterable[Mention]) -> None:
        self._full: dict[tuple[str, str], Mention] = {}
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._bearers: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._given_names: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for mention in _fullest(people):
            given, *rest = fold(mention.text).split()
            if rest:
                person = (given, rest[-1])
                self._full[person] = max(self._full.get(person, mention), mention, key=lambda one: len(one.text))
                self._places[person].append(mention.span.start)
                self._given_names[given].add(person)
                for index in range(len(rest)):
                    self._bearers[" ".join(rest[index:])].add(person)

    def bearer(self, text: str, position: int) -> Mention | None:
        """Return who is called by a part of a name at a place in the article, None if nobody or nobody can tell."""
        key = fold(text)
        bearers, given_names = self._bearers.get(key, set()), self._given_names.get(key, set())
        # A part that several people share is the one's whose family name it is.
        people = bearers if len(bearers) == 1 else bearers | given_names
        if len(people) > 1:
            people = self._foremost(people, position)
        return self._full[next(iter(people))] if len(people) == 1 else None

    def _foremost(self, people: Iterable[tuple[str, str]], position: int) -> set[tuple[str, str]]:
        """Return those of several people whom the article has named most often before a place."""
        counts = {person: bisect_left(self._places[person], position) for person in people}
        most = max(counts.values())
        return {person for person in counts if counts[person] == most} if most else set()


def _fullest(people: Iterable[Mention]) -> list[Mention]:
    """Return the mentions in order without those whose text another one ends with: "Van Rossum", "Guido van Rossum"."""
    ordered = sorted(people, key=lambda mention: mention.span)
    ends = {key[index:] for key in {fold(mention.text) for mention in ordered} for index in _beginnings(key)}
    return [mention for mention in ordered if fold(mention.text) not in ends]


def _beginnings(key: str) -> list[int]:
    """Return where the words of a name begin, the first apart."""
    return [index + 1 for index, character in enumerate(key) if character == " "]
