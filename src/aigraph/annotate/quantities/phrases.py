"""Phrases as the language data writes them.

A phrase is a row of words: `{name}` stands for any word of that table, `a|b` for either, a final `?` makes a word
optional, and what stands in round brackets is needed but is no part of the quantity. A word with a capital is matched
as written or in capitals, any other in every case.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from aigraph.annotate.quantities.numbers import BUILT_IN, IN_WORDS, READ_BY_RULE
from aigraph.annotate.quantities.words import Lexer, Word
from aigraph.errors import DataError
from aigraph.language import LANGUAGES_DIR, Language

_SLOT = re.compile(r"\{(\w+)\}")
# A phrase that could stand in itself would be read without end.
_PARTS: Mapping[str, tuple[str, ...]] = {"period": (), "bare": (), "date": ("period", "bare")}

NESTED: Mapping[str, tuple[str, ...]] = {
    "period": ("period",),
    "bare": ("bare",),
    "moment": ("date", "bare"),
    "first": ("date", "bare"),
    "last": ("date", "bare"),
}
"""The slots that hold whole phrases, and the lists that those come from."""


Entry = tuple[tuple[str, ...], bool, Any]
"""The forms of one or more words, whether the first needs a capital, and what they stand for."""


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a phrase: its alternatives are rows of slots (their names) and of words as they stand (entries)."""

    alternatives: tuple[tuple[str | Entry, ...], ...]
    optional: bool
    context: bool


Phrase = tuple[Element, ...]
_DIGITS = "0"


def _key(form: str) -> str:
    return _DIGITS if "0" <= form[0] <= "9" else form


class Grammar:
    """The phrases and tables of one language; raises DataError for a table that is unknown or that nothing names."""

    def __init__(self, language: Language) -> None:
        data = language.quantities
        self.where = f"{LANGUAGES_DIR / language.code / 'language.toml'}: quantities"
        self.lexer = Lexer(decimal=data.decimal, grouping=data.grouping)
        tables: dict[str, Mapping[str, Any]] = {name: dict.fromkeys(words, True) for name, words in data.words.items()}
        tables |= data.values
        self._entries = {name: self._index(table) for name, table in tables.items()}
        unused = set(tables).difference(_SLOT.findall(str(data.phrases)), READ_BY_RULE)
        if unused:
            raise DataError(f"{self.where}: no phrase names the table {min(unused)!r}")
        known = {*tables, *BUILT_IN}
        self._phrases = {
            field.name: tuple(
                self._phrase(phrase, {*known, *_PARTS.get(field.name, NESTED)}, field.name)
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
        """Return the keys of the words that a phrase can begin with."""
        found: set[str] = set()
        for element in phrase:
            for first, *_ in element.alternatives:
                found |= self._slot_firsts(first) if isinstance(first, str) else {_key(first[0][0])}
            if not element.optional:
                break
        return found

    def _slot_firsts(self, name: str) -> set[str]:
        if name in NESTED:
            return {
                key for section in NESTED[name] for phrase in self._phrases[section] for key in self._firsts(phrase)
            }
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
            elements.append(Element(alternatives, body != written, inner != body))
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
