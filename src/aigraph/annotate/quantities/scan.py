"""The places of a sentence where phrases stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aigraph.annotate.quantities.numbers import BUILT_IN
from aigraph.annotate.quantities.phrases import NESTED, Entry, Grammar, Phrase
from aigraph.annotate.quantities.words import Word

# Tables that hold the same kind of value as another, for phrases of their own.
_READ_AS: Mapping[str, str] = {
    "abbreviated_month": "month",
    "month_number": "month",
    "part_of_year": "season",
    "this": "shift",
    "calendar_now": "calendar",
}


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase in a sentence: the words that it covers, those that are the quantity, and what its slots hold."""

    start: int
    end: int
    core: tuple[int, int]
    slots: Mapping[str, Any]


class Scan:
    """One sentence under one grammar. Every place is read once for each list of phrases."""

    def __init__(self, grammar: Grammar, words: Sequence[Word]) -> None:
        self.grammar = grammar
        self.words = words
        self._longest: dict[tuple[str, int], Match | None] = {}

    def lookup(self, name: str, i: int) -> tuple[Any, int] | None:
        """Return the value that the table `name` gives to the words from `i`, and the index after them."""
        if i >= len(self.words):
            return None
        for entry in self.grammar.entries(name, self.words[i].form):
            if self._has(entry, i):
                return entry[2], i + len(entry[0])
        return None

    def ends(self, name: str, i: int) -> bool:
        """Tell whether word `i` ends like a verb form that the table `name` lists."""
        return self.words[i].form.endswith(self.grammar.endings(name))

    def longest(self, section: str, i: int) -> Match | None:
        """Return the match of the list `section` at word `i` that covers most, or None."""
        phrases = self.grammar.phrases(section, self.words[i])
        if not phrases:
            return None
        if (section, i) not in self._longest:
            best = None
            for phrase in phrases:
                match = self._match(phrase, i)
                if match and (best is None or match.end > best.end):
                    best = match
            self._longest[section, i] = best
        return self._longest[section, i]

    def _has(self, entry: Entry, i: int) -> bool:
        forms, capital, _ = entry
        if len(forms) == 1:
            return self.words[i].form == forms[0] and (self.words[i].capital or not capital)
        here = self.words[i : i + len(forms)]
        return tuple(word.form for word in here) == forms and (here[0].capital or not capital)

    def _slot(self, name: str, i: int) -> tuple[Any, int] | None:
        if name in NESTED:
            found = [m for m in (self.longest(section, i) for section in NESTED[name]) if m]
            best = max(found, key=lambda m: m.end, default=None)
            return (best, best.end) if best else None
        built_in: Callable[[Scan, int], tuple[Any, int] | None] | None = BUILT_IN.get(name)
        return built_in(self, i) if built_in else self.lookup(name, i)

    def _match(self, phrase: Phrase, i: int) -> Match | None:
        found = next(self._elements(phrase, 0, i), None)
        if found is None:
            return None
        end, cores, slots = found
        return Match(i, end, (min(a for a, _ in cores), max(b for _, b in cores)), dict(slots)) if cores else None

    def _elements(
        self, phrase: Phrase, k: int, i: int
    ) -> Iterator[tuple[int, tuple[tuple[int, int], ...], tuple[tuple[str, Any], ...]]]:
        """Yield the ends of the elements from the `k`-th when they begin at `i`, their cores and their slots."""
        if k == len(phrase):
            yield i, (), ()
            return
        element = phrase[k]
        for row in element.alternatives:
            read = self._row(row, i)
            if read is None:
                continue
            j, core, slots = read
            for end, cores, more in self._elements(phrase, k + 1, j):
                yield end, cores if element.context else (core, *cores), (*slots, *more)
        if element.optional:
            yield from self._elements(phrase, k + 1, i)

    def _row(
        self, row: Sequence[str | Entry], i: int
    ) -> tuple[int, tuple[int, int], tuple[tuple[str, Any], ...]] | None:
        slots: list[tuple[str, Any]] = []
        j, core = i, (i, i)
        for item in row:
            if j >= len(self.words):
                return None
            if isinstance(item, str):
                found = self._slot(item, j)
                if found is None:
                    return None
                value, after = found
                slots.append((_READ_AS.get(item, item), value))
                # The words around a phrase within a phrase are no part of the quantity either.
                core = value.core if isinstance(value, Match) and len(row) == 1 else (core[0], after)
                j = after
            elif self._has(item, j):
                j += len(item[0])
                core = (core[0], j)
            else:
                return None
        return j, core, tuple(slots)
