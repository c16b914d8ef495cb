"""Phrases as the language data writes them, and the places of a sentence where they stand.

A phrase is a row of words: `{name}` stands for any word of that table, `a|b` for either, a final `?` makes a word
optional, and what stands in round brackets is needed but is no part of the quantity. A word with a capital is matched
as written or in capitals, any other in every case.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from aigraph.annotate.quantities.numbers import BUILT_IN, IN_WORDS
from aigraph.annotate.quantities.words import Lexer, Word
from aigraph.errors import DataError
from aigraph.language import LANGUAGES_DIR, Language

_SLOT = re.compile(r"\{(\w+)\}")
# Slots that hold whole phrases, and the lists that those come from.
_NESTED: Mapping[str, tuple[str, ...]] = {
    "period": ("period",),
    "bare": ("bare",),
    "moment": ("date", "bare"),
    "first": ("date", "bare"),
    "last": ("date", "bare"),
}
# A phrase that could stand in itself would be read without end.
_PARTS: Mapping[str, tuple[str, ...]] = {"period": (), "bare": (), "date": ("period", "bare")}
# Tables that hold the same kind of value as another, for phrases of their own.
_READ_AS: Mapping[str, str] = {
    "abbreviated_month": "month",
    "month_number": "month",
    "part_of_year": "season",
    "this": "shift",
    "calendar_now": "calendar",
}

Entry = tuple[tuple[str, ...], bool, Any]


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase in a sentence: the words that it covers, those that are the quantity, and what its slots hold."""

    start: int
    end: int
    core: tuple[int, int]
    slots: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Element:
    """One word of a phrase: its alternatives are rows of slots (their names) and literal words (entries)."""

    alternatives: tuple[tuple[str | Entry, ...], ...]
    optional: bool
    context: bool


Phrase = tuple[_Element, ...]
_DIGITS = "0"


def _key(form: str) -> str:
    return _DIGITS if "0" <= form[0] <= "9" else form


class Grammar:
    """The phrases and tables of one language, ready to be matched; raises DataError for a phrase with an unknown slot."""

    def __init__(self, language: Language) -> None:
        data = language.quantities
        self.where = f"{LANGUAGES_DIR / language.code / 'language.toml'}: quantities"
        self.lexer = Lexer(decimal=data.decimal, grouping=data.grouping)
        tables: dict[str, Mapping[str, Any]] = {name: dict.fromkeys(words, True) for name, words in data.words.items()}
        tables |= data.values
        self._entries = {name: self._index(table) for name, table in tables.items()}
        known = {*tables, *BUILT_IN}
        self._phrases = {
            field.name: tuple(
                self._phrase(phrase, {*known, *_PARTS.get(field.name, _NESTED)}, field.name)
                for phrase in getattr(data.phrases, field.name)
            )
            for field in dataclasses.fields(data.phrases)
        }
        self._by_first = {section: self._sorted_by_first(phrases) for section, phrases in self._phrases.items()}

    def phrases(self, section: str, word: Word) -> Sequence[Phrase]:
        """Return the phrases of `section` that can begin with `word`."""
        return self._by_first[section].get(_key(word.form), ())

    def entries(self, name: str, form: str) -> Sequence[Entry]:
        """Return the entries of the table `name` that begin with the word `form`, longest first."""
        return self._entries[name].get(form, ()) if name in self._entries else ()

    def endings(self, name: str) -> tuple[str, ...]:
        """Return the entries of the table `name`, sorted, as ends of words."""
        return tuple(sorted(self._entries.get(name, ())))

    def _index(self, table: Mapping[str, Any]) -> dict[str, list[Entry]]:
        index: dict[str, list[Entry]] = {}
        for text, value in table.items():
            entry = self._entry(text, value)
            index.setdefault(entry[0][0], []).append(entry)
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return index

    def _entry(self, text: str, value: Any = None) -> Entry:
        words = self.lexer.words(text)
        return tuple(word.form for word in words), words[0].capital, value

    def _sorted_by_first(self, phrases: Sequence[Phrase]) -> Mapping[str, Sequence[Phrase]]:
        found: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            for key in sorted(self._firsts(phrase)):
                found.setdefault(key, []).append(phrase)
        return found

    def _firsts(self, phrase: Phrase) -> set[str]:
        """The keys of the words that a phrase can begin with."""
        found: set[str] = set()
        for element in phrase:
            for first, *_ in element.alternatives:
                found |= self._slot_firsts(first) if isinstance(first, str) else {_key(first[0][0])}
            if not element.optional:
                break
        return found

    def _slot_firsts(self, name: str) -> set[str]:
        if name in _NESTED:
            return {key for section in _NESTED[name] for phrase in self._phrases[section] for key in self._firsts(phrase)}
        if name in BUILT_IN:
            tables = ("number", "scale", "a") if name in IN_WORDS else ()
            return {_DIGITS, *(key for table in tables for key in self._slot_firsts(table))}
        return {_key(form) for form in self._entries[name]}

    def _phrase(self, phrase: str, known: Iterable[str], section: str) -> Phrase:
        elements = []
        for written in phrase.split():
            body = written.removesuffix("?")
            inner = body[1:-1] if body.startswith("(") and body.endswith(")") else body
            alternatives = tuple(self._row(part, known, f"{section}: {phrase!r}") for part in inner.split("|"))
            elements.append(_Element(alternatives, body != written, inner != body))
        return tuple(elements)

    def _row(self, part: str, known: Iterable[str], where: str) -> tuple[str | Entry, ...]:
        row: list[str | Entry] = []
        for i, piece in enumerate(_SLOT.split(part)):
            if i % 2 and piece not in known:
                raise DataError(f"{self.where}: {where} names the unknown table {piece!r}")
            if piece:
                row.append(piece if i % 2 else self._entry(piece))
        if not row:
            raise DataError(f"{self.where}: {where} has an empty word")
        return tuple(row)


@cache
def grammar(language: Language) -> Grammar:
    """Return the grammar of `language`, made once."""
    return Grammar(language)


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
        if (section, i) not in self._longest:
            found = (self._match(phrase, i) for phrase in self.grammar.phrases(section, self.words[i]))
            self._longest[section, i] = max((m for m in found if m), key=lambda m: m.end, default=None)
        return self._longest[section, i]

    def _has(self, entry: Entry, i: int) -> bool:
        forms, capital, _ = entry
        if len(forms) == 1:
            return self.words[i].form == forms[0] and (self.words[i].capital or not capital)
        here = self.words[i : i + len(forms)]
        return tuple(word.form for word in here) == forms and (here[0].capital or not capital)

    def _slot(self, name: str, i: int) -> tuple[Any, int] | None:
        if name in _NESTED:
            found = [m for m in (self.longest(section, i) for section in _NESTED[name]) if m]
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

    def _row(self, row: Sequence[str | Entry], i: int) -> tuple[int, tuple[int, int], tuple[tuple[str, Any], ...]] | None:
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
