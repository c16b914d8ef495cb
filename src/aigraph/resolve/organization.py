"""The name of an organisation, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from aigraph.gazetteer import fold
from aigraph.resolve.general_words import general_words

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_DOMAIN = re.compile(r"(?<=[a-z0-9])\.(?:com|fr|org|net|io|co|eu)\b")
_AI_DOMAIN = re.compile(r"(?<=[a-z0-9])\.ai\b")
# Left out of some acronyms that keep other small words.
_SMALLEST = frozenset({"the", "la", "le", "l", "d", "des", "of"})
_ACRONYM_CHARS = range(3, 9)
_ACRONYM_WORDS = 3


@dataclass(frozen=True)
class OrganizationName:
    """An organisation's name, folded: its `words` without articles in front, domains and legal forms behind."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> OrganizationName:
        """Take a name apart.

        >>> OrganizationName.of("L’Aventure S.A.S.").words, OrganizationName.of("The A & B Co., Ltd").words
        (('aventure',), ('a', 'b'))
        """
        known = general_words()
        folded = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), fold(text))
        folded = _AI_DOMAIN.sub(" ai", _DOMAIN.sub("", folded))
        folded = re.sub(r"\b(l|d)'", r"\1 ", folded).replace("'", "").replace("&", " & ")
        plain = re.sub(r"[^\w&+/ ]|_", " ", folded).split() or [folded or text]
        words = [word for word in plain if word not in known.conjunctions] or plain
        while len(words) > 1 and words[-1] in known.legal:
            words = words[:-1]
        while len(words) > 1 and words[0] in known.articles:
            words = words[1:]
        return cls(text, tuple(words))

    @cached_property
    def letters(self) -> str:
        """All words in one."""
        return "".join(self.words)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The words that carry the name, in English where they are general ones, in the order of the name."""
        known = general_words()
        first, *rest = self.words
        return tuple(known.english.get(word, word) for word in (first, *(w for w in rest if w not in known.small)))

    @cached_property
    def is_romance(self) -> bool:
        """Whether the general word stands in front without "of", as in French."""
        return (
            self.key[0] in general_words().heads
            and "of" not in self.words
            and "for" not in self.words
            and len(self.words) > 1
        )

    @cached_property
    def core(self) -> str:
        """The name without general words at its ends, or nothing where they are the name."""
        return self._without(general_words().group)

    @cached_property
    def stem(self) -> str:
        """The name without a word that says what it is (a fund, a laboratory), or nothing."""
        return self._without(general_words().group | general_words().kinds)

    def _without(self, general: frozenset[str]) -> str:
        words = list(self.words)
        while len(words) > 1 and words[-1] in general:
            words = words[:-1]
        while len(words) > 1 and words[0] in general:
            words = words[1:]
        return (
            ""
            if len(words) == 1 and (words[0] in general_words().generic | general or len(words[0]) < 2)
            else "".join(words)
        )

    @cached_property
    def before_ai(self) -> str:
        """What stands before "AI" at the end of the name, or nothing."""
        return "".join(self.words[:-1]) if len(self.words) > 1 and self.words[-1] == "ai" else ""

    @cached_property
    def acronym(self) -> str:
        """The letters of a name that may be an acronym, or nothing."""
        if len(self.words) > 1 or len(self.letters) not in _ACRONYM_CHARS or not self.letters.isalpha():
            return ""
        shown = re.sub(r"[.\-]", "", self.text.split()[-1])
        return self.letters if shown.isupper() or len(shown) > _ACRONYM_WORDS else ""

    @cached_property
    def exact_initials(self) -> str:
        """The initials of the words that carry the name, or nothing for a short name."""
        return (
            self._initials(general_words().small | general_words().conjunctions)
            if len(self.words) >= _ACRONYM_WORDS
            else ""
        )

    @cached_property
    def initials(self) -> frozenset[str]:
        """The acronyms that the name may have: with or without small words, and with one letter left out."""
        if len(self.words) < _ACRONYM_WORDS:
            return frozenset()
        small, joint = general_words().small, general_words().conjunctions
        found = {self._initials(out) for out in (frozenset[str](), joint, small, small | joint, _SMALLEST)}
        for letters in tuple(found):
            found |= {letters[:at] + letters[at + 1 :] for at in range(1, len(letters)) if len(letters) > 4}
        return frozenset(letters for letters in found if len(letters) in _ACRONYM_CHARS)

    def _initials(self, left_out: frozenset[str]) -> str:
        plain = re.sub(r"\b(l|d)'", r"\1 ", fold(self.text)).replace("'", "")
        parts = [part for part in re.sub(r"[^\w& ]|_", " ", plain).split() if part not in general_words().legal]
        parts = parts[1:] if parts and parts[0] in general_words().articles else parts
        return "".join(part[0] for part in parts if part not in left_out)

    @property
    def is_short(self) -> bool:
        """Whether this may be an acronym."""
        return bool(self.acronym)

    def blocks(self) -> Iterator[str]:
        """Yield what names that may be of one organisation with this have in common with it."""
        yield f"letters/{self.letters}"
        yield f"words/{' '.join(sorted(self.key))}"
        yield from (f"letters/{part}" for part in (self.core, self.stem, self.before_ai) if part)
        if self.acronym:
            yield f"short/{self.acronym}"
        yield from (f"short/{letters}" for letters in self.initials)
