"""A name taken apart for comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aigraph.gazetteer import fold
from aigraph.people import is_chinese, people

_LEGAL = re.compile("ab|ag|bv|co|corp|corporation|gmbh|inc|incorporated|limited|llc|lp|ltd|nv|pbc|plc|sa|sarl|sas|spa")
_PARTICLES = re.compile("al|bin|da|de|del|den|der|di|do|dos|du|el|la|le|ten|ter|van|von")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name of one type, as written (`text`), and what is compared of it.

    `words` are folded, without apostrophes and legal forms; hyphens part words. `key` is the words in one string: what
    the same name in two spellings has in common. `is_chinese`: every word could be romanised Chinese, where one letter
    makes another name.
    """

    type: str
    text: str
    words: tuple[str, ...] = field(compare=False)
    key: str = field(compare=False)
    legal: bool = field(compare=False)
    is_chinese: bool = field(compare=False)

    @classmethod
    def of(cls, type: str, text: str) -> Name:
        """Take a name apart.

        >>> Name.of("Organization", "L’Aventure S.A.S.").words, Name.of("Person", "Wei-Ying Ma").words
        (('laventure',), ('wei', 'ying', 'ma'))
        """
        folded = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), fold(text))
        words = [word.rstrip(",") for word in folded.replace("'", "").replace("-", " ").split()]
        words = [word for word in words if word] or [folded]
        if type == "Person":
            words = [word.rstrip(".") or word for word in words]
        legal = type == "Organization" and len(words) > 1 and _LEGAL.fullmatch(words[-1].rstrip(".")) is not None
        words = words[:-1] if legal else words
        return cls(type, text, tuple(words), " ".join(words), legal, all(map(is_chinese, words)))

    @property
    def is_common(self) -> bool:
        """Whether many people may bear the name: known given and family names, or romanised Chinese."""
        known = people()
        ends = {self.words[0], self.words[-1]}
        return self.type == "Person" and (
            self.is_chinese
            or (not ends.isdisjoint(known.given) and ends <= known.given | known.surnames | known.eastern)
        )

    @property
    def may_be_short(self) -> bool:
        """Whether the name could be a family name alone ("Altman", "De Freitas") or hold initials ("D. Amodei")."""
        alone = len(self.words) == 1 or _PARTICLES.fullmatch(self.words[0])
        return bool(alone) or any(len(word) == 1 for word in self.words)
