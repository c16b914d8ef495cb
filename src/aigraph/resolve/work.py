"""The name of a model, a system, a data set or a publication, taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from aigraph.gazetteer import fold

_PART = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+|\+")
_GENERIC = frozenset(
    ["dataset", "l", "la", "language", "le", "les", "model", "modele", "modeles", "models", "system", "the"]
)
# What tells the versions of one family apart; alone, it names nothing.
_SIZES = frozenset(
    [
        "base",
        "chat",
        "flash",
        "instruct",
        "large",
        "light",
        "lite",
        "max",
        "medium",
        "micro",
        "mini",
        "nano",
        "preview",
        "pro",
        "small",
        "turbo",
        "ultra",
        "xl",
    ]
)
_VERSION = re.compile(r"v(?=\d)|(?<=\d)x(?=\d)")
_TITLE_WORDS = 4
_TITLE_CHARS = 20


@dataclass(frozen=True)
class WorkName:
    """The name of a work: its `parts` are words and numbers, folded, without general words.

    `bare` are the parts without the name of the maker in front; all of them where none is named.
    """

    text: str
    parts: tuple[str, ...]
    bare: tuple[str, ...]

    @classmethod
    def of(cls, text: str, is_maker: Callable[[str], bool] = lambda _: False) -> WorkName:
        """Take a name apart; `is_maker` tells the names of organisations.

        >>> WorkName.of("GPT‑4o mini").parts, WorkName.of("OpenAI o1", lambda name: name == "OpenAI").bare
        (('gpt', '4', 'o', 'mini'), ('o', '1'))
        """
        parts = bare = _parts(text)
        words = text.split()
        for count in range(1, min(3, len(words) - 1) + 1):
            front, behind = " ".join(words[:count]), " ".join(words[count:])
            if is_maker(front.removesuffix("'s").removesuffix("’s")) and _names_something(behind):
                bare = _parts(behind)
        return cls(text, parts, bare)

    @cached_property
    def letters(self) -> str:
        """All parts in one word, numbers apart."""
        return _joined(self.parts)

    @cached_property
    def bare_letters(self) -> str:
        """The parts without the maker in one word."""
        return _joined(self.bare)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in the name, in their order."""
        return tuple(part for part in self.parts if part[0].isdigit())

    @cached_property
    def is_title(self) -> bool:
        """Whether the name is as long as the title of an article."""
        return len(self.parts) >= _TITLE_WORDS and len(self.letters) >= _TITLE_CHARS

    def blocks(self) -> Iterator[str]:
        """Yield what names that may be of one work with this have in common with it."""
        yield from {f"letters/{self.letters}", f"letters/{self.bare_letters}"}
        yield f"parts/{' '.join(sorted(self.parts))}"
        if self.is_title:
            yield f"title/{self.letters[:10]}"
            yield f"title/-{self.letters[-10:]}"


def _parts(text: str) -> tuple[str, ...]:
    spaced = re.sub(r"[×✕]", "x", fold(text)).replace("'", " ")
    spaced = _VERSION.sub(lambda sign: " x " if sign[0] == "x" else " ", spaced)
    parts = [part.removesuffix(".0") for part in _PART.findall(spaced)]
    parts = [part for part in parts if part not in _GENERIC] or parts
    return tuple(parts) or (fold(text) or text,)


def _joined(parts: tuple[str, ...]) -> str:
    return re.sub(r"(?<=\d) (?=\d)", "~", " ".join(parts)).replace(" ", "").replace("~", " ")


def _names_something(text: str) -> bool:
    """Tell whether what is left behind a maker's name is a name: a word that is no size, or a letter and a number."""
    words = [part for part in _parts(text) if part[0].isalpha() and part not in _SIZES]
    return any(len(word) > 2 for word in words) or re.match(r"[a-z]\d", fold(text)) is not None
