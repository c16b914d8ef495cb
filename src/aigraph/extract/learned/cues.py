"""The words of a language by what they say of people and organisations: `lang/<code>/cues.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from aigraph.errors import DataError
from aigraph.extract.clause import Clause
from aigraph.language import LANGUAGES_DIR

Classes = frozenset[str]
_STEPS = (0, 1, 2, 3, 5, 8, 12, 20, 40)


@dataclass(frozen=True, slots=True)
class Cues:
    """The classes of single words and of phrases, these by their first word, and the names of the little words."""

    words: Mapping[str, Classes]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    markers: Mapping[str, str]

    def of(self, clause: Clause) -> tuple[Classes, ...]:
        """Return the classes of each token of a sentence, by its form or lemma; names have none."""
        spelled = [(form, token.lemma.casefold()) for form, token in zip(clause.forms, clause.tokens, strict=True)]
        found = [set[str]().union(*(self.words.get(word, ()) for word in pair)) for pair in spelled]
        for i, pair in enumerate(spelled):
            for word in dict.fromkeys(pair):
                for phrase, class_ in self.phrases.get(word, ()):
                    window = spelled[i : i + len(phrase)]
                    if len(window) == len(phrase) and all(p in w for p, w in zip(phrase, window, strict=True)):
                        found[i].add(class_)
        return tuple(frozenset() if clause.named(i) else frozenset(classes) for i, classes in enumerate(found))


@cache
def cues(code: str) -> Cues:
    """Return the cues of a language. Raises DataError when its file is malformed."""
    path = LANGUAGES_DIR / code / "cues.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        words: dict[str, set[str]] = {}
        phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for class_, members in data["classes"].items():
            for member in members:
                first, *others = member.split(" ")
                if others:
                    phrases.setdefault(first, []).append(((first, *others), class_))
                else:
                    words.setdefault(member, set()).add(class_)
        markers = {str(word): str(name) for word, name in data["markers"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise DataError(f"{path}: not a file of cue words ({error})") from error
    return Cues({word: frozenset(classes) for word, classes in words.items()}, phrases, markers)


def telling(clause: Clause, classes: Classes, i: int) -> list[str]:
    """Return what token i tells: its classes, or else its name as a marker, or else itself when it is no word."""
    form = clause.forms[i]
    marker_ = cues(clause.language.code).markers.get(form)
    return sorted(classes) or ([marker_] if marker_ else [] if form.isalnum() else [form])


def marker(clause: Clause, i: int) -> str:
    """Return what leads to token i, by the name that all languages share."""
    led = clause.first_marker(i)
    return cues(clause.language.code).markers.get(led, "other") if led else "none"


def steps(number: int) -> str:
    """Return a number in coarse steps."""
    return next((str(step) for step in _STEPS if number <= step), "many")
