"""Find the names that the gazetteer knows, with their versions and units ("Gemini 3 Pro", "Google Quantum AI")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from aigraph.annotate.spans import longest
from aigraph.annotate.typography import SPACES, UPPER
from aigraph.annotate.weak import Calls
from aigraph.gazetteer import Entry, fold, gazetteer
from aigraph.language import Language
from aigraph.model import Mention, Span
from aigraph.people import is_given, likeness

_VERSION = re.compile(rf"[{SPACES}-]+(?:v?\d+(?:\.\d+)*[a-z]{{0,2}}|\d+B)\b")
_VERSION_WORD = re.compile(rf"[{SPACES}-](\w+)")
_REST = re.compile(rf"(?:[{SPACES}]{UPPER}[\w&-]+){{1,3}}")
# What stands behind the place of a unit: "Amazon India", but not "Amazon's Berlin office".
_NEXT_WORD = re.compile(rf"[{SPACES}-](\w+)")
# Organisations of these kinds have no units whose names begin with theirs.
_WITHOUT_UNITS = ("university", "fund", "media")
# How much two words must look like a person's name to be one, whatever else one of them names.
_SURE = 0.75
# A name of so few characters is often a part of another.
_SHORT_CHARS = 4
# Where the words just before and behind a name end.
_NEAR_CHARS = 30
_WORD_BEFORE = re.compile(rf"({UPPER}[^\W\d_]+(?:-[^\W\d_]+)?)[{SPACES}]$")
_WORD_AFTER = re.compile(rf"[{SPACES}]({UPPER}[^\W\d_]+)")


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(list(_names_by_key()), matchkind=MatchKind.Standard)


@cache
def _names_by_key() -> Mapping[str, Sequence[tuple[str, Entry, bool]]]:
    found: dict[str, list[tuple[str, Entry, bool]]] = defaultdict(list)
    for name, entry, weak in gazetteer().names():
        if len(fold(name)) > 1 or entry.case:
            found[_folded(name)[0]].append((name, entry, weak))
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the matching form of `text` and, for each of its characters, the offset in `text`."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        folded = " " if character.isspace() else character.lower() if character.isascii() else fold(character)
        characters.extend(folded)
        offsets.extend([offset] * len(folded))
    return "".join(characters), offsets


def known_names(text: str) -> list[tuple[Span, Entry, bool]]:
    """Return the gazetteer names in `text`: span, entry and whether the name counts only in context."""
    folded, offsets = _folded(text)
    found = []
    for _, start, end in _automaton().find_matches_as_indexes(folded, overlapping=True):
        span = Span(offsets[start], offsets[end - 1] + 1)
        written = span.of(text)
        options = [
            (entry, weak or not _case_agrees(name, written, entry))
            for name, entry, weak in _names_by_key()[folded[start:end]]
            if _case_agrees(name, written, entry) or _shouted(written, entry)
        ]
        if options and _bounded(text, span):
            entry, weak = min(options, key=lambda option: (option[1], option[0].id))
            found.append((span, entry, weak))
    kept = set(longest(span for span, _, _ in found))
    return sorted((one for one in found if one[0] in kept), key=lambda one: one[0])


def _bounded(text: str, span: Span) -> bool:
    """Tell whether a span is whole words, no part of a number, a version or an address."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 2]
    if before.isalnum() or before == "_" or after[:1].isalnum() or after[:1] == "_":
        return False
    if after[:1] in "-." and len(after) == 2 and after[1].isdigit():
        return False
    if after[:1] == "-" and after[1:].isupper() and span.end - span.start < _SHORT_CHARS:
        return False
    return not (before == "." and span.start > 1 and text[span.start - 2].isalnum() and text[span.start].islower())


def _case_agrees(name: str, written: str, entry: Entry) -> bool:
    if entry.case:
        return fold(name, case=True) == fold(written, case=True)
    return not name[0].isupper() or written[0].isupper()


def _shouted(written: str, entry: Entry) -> bool:
    """Tell whether a name that has its own case stands in capitals, as in a heading: it counts only in context."""
    return entry.case and written.isupper() and len(written) > _SHORT_CHARS


def known_mentions(text: str, language: Language) -> list[Mention]:
    """Return the mentions of what the gazetteer knows, weak names only where the text around calls for them."""
    names = [
        (span, entry, weak) for span, entry, weak in known_names(text) if not _part_of_more(text, span, entry, language)
    ]
    calls = Calls(text, language, names)
    found = []
    for span, entry, weak in names:
        if not weak or calls.for_name(span, entry):
            end_of = _unit_end if entry.type == "Organization" else _version_end
            found.append(Mention.at(text, span.start, end_of(text, span.end, entry, language), entry.type))
    return found


def _part_of_more(text: str, span: Span, entry: Entry, language: Language) -> bool:
    """Tell whether a name of one word is but a part of another: "Bing" in "Bing Xu", "Block" in "Zorbal Block"."""
    if not span.of(text).isalpha():
        return False
    before = _WORD_BEFORE.search(text, max(0, span.start - _NEAR_CHARS), span.start)
    after = _WORD_AFTER.match(text, span.end)
    if before and (is_given(before[1]) or (entry.case and _begins_name(text, before, span, language))):
        return True
    return after is not None and likeness([span.of(text), after[1]]) >= _SURE and not known_names(after[1])


def _begins_name(text: str, before: re.Match[str], span: Span, language: Language) -> bool:
    """Tell whether a capitalised word that opens no sentence begins a name that a common word ends."""
    names = language.names
    known = names.person_titles | names.title_modifiers | names.places | names.origins | names.not_names
    if before[1].casefold() in known | language.references.demonyms or known_names(before.group()):
        return False
    return text[: before.start()].rstrip(f'{SPACES}«“"(')[-1:].isalpha() and not text[span.end :][:1].isalpha()


def _version_end(text: str, end: int, entry: Entry, language: Language) -> int:
    """Return where the version behind the name of a work ends: "Gemini" + "3 Pro"."""
    start = end
    version = _VERSION.match(text, end) if entry.type == "Model" else None
    if version and not _counts(text, version.end(), language):
        end = version.end()
    while word := _VERSION_WORD.match(text, end):
        if word[1].casefold() not in language.names.versions:
            break
        if end == start and text[end] != "-" and not word[1][0].isupper():
            break
        end = word.end()
    return end


def _counts(text: str, end: int, language: Language) -> bool:
    """Tell whether what stands behind a number makes it one of something counted, and no version."""
    start = end + text[end : end + 1].isspace()
    return text.startswith(tuple(language.names.counted), start)


def _unit_end(text: str, end: int, entry: Entry, language: Language) -> int:
    """Return where the name of a unit behind the name of its organisation ends: "Google" + "Quantum AI"."""
    rest = _REST.match(text, end)
    if rest is None or entry.kind in _WITHOUT_UNITS:
        return end
    words = [*re.finditer(rf"[^{SPACES}]+", rest.group())]
    names = language.names
    last = next((word for word in reversed(words) if word.group().casefold() in names.organization_words), None)
    if last is None and words[0].group().casefold() in names.places:
        office = _NEXT_WORD.match(text, end + words[0].end())
        last = None if office and office[1] in names.organization_units else words[0]
    return end + last.end() if last else end
