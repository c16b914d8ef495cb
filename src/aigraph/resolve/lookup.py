"""Names that the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aigraph.gazetteer import Entry, Gazetteer
from aigraph.resolve.name import Name
from aigraph.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Match:
    """The entry that a name stands for, or None, and the sentence that says why (empty: the name is not there)."""

    entry: Entry | None
    reason: str


def look_up(gazetteer: Gazetteer, type: str, text: str) -> Match:
    """Find the one entry of this type that bears the name, or bears it without its legal form.

    A model called a system, or the reverse, is still the entry of that name; a name of several entries is none.
    """
    for name, how in _spellings(type, text):
        for wanted in (type, "Artifact") if vocabulary().is_a(type, "Artifact") else (type,):
            entries = gazetteer.find(name, type=wanted)
            if len(entries) == 1:
                kind = "a name" if entries[0].bears(name, weak=False) else "a name in context"
                return Match(entries[0], f"{kind} of {entries[0].label} in the gazetteer{how}")
            if entries:
                several = ", ".join(entry.label for entry in entries)
                return Match(None, f"the gazetteer has several of this name: {several}")
    return Match(None, "")


def _spellings(type: str, text: str) -> Iterator[tuple[str, str]]:
    yield text, ""
    if (name := Name.of(type, text)).legal:
        yield name.key, ", but for the legal form"
    if text.lower().startswith("the "):
        yield text[4:], ", but for the article"
