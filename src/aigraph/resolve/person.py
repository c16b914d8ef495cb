"""The name of a person, taken apart, and how the parts of two names compare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from aigraph.gazetteer import fold
from aigraph.people import people
from aigraph.resolve.known_names import known_names
from aigraph.resolve.pinyin import is_pinyin
from aigraph.resolve.sound import sound

_TITLES = re.compile("dr|prof|professor|professeur|pr|mr|mrs|ms|mme|mlle|monsieur|madame|sir|dame|lord|lady|maitre|me")
_DEGREES = re.compile("phd|md|mba|cbe|obe|mbe|esq|jd|dphil|frs|kbe")
_GENERATIONS = {"jr": "Jr", "junior": "Jr", "fils": "Jr", "sr": "Sr", "senior": "Sr", "pere": "Sr"} | {
    numeral: numeral.upper() for numeral in ("i", "ii", "iii", "iv")
}
_PARTICLES = re.compile(
    "abu|al|as|ash|at|ap|ben|bin|bint|da|dal|de|del|della|den|der|des|di|do|dos|du|el|ibn|la|le|les|lo|mac|mc|o|san"
    "|st|te|ten|ter|van|vom|von|zu|zum"
)
_SPELLED = re.compile(r"(?<![^\W\d_])[A-Z]{2,3}(?![^\W\d_])")
_INITIALS = re.compile(r"((?:[^\W\d_]\.[ -]?)+)(?=[^\W\d_]|$)")
_LONG_CHARS = 6
_VERY_LONG_CHARS = 8


@dataclass(frozen=True)
class PersonName:
    """A person's name, folded: `given` names, particles and `family` name; titles and degrees are left out.

    `compound` are the parts of a double family name ("bankman", "fried"), else the family name alone; `generation` is
    "Jr", "II"... or empty.
    """

    text: str
    given: tuple[str, ...]
    particles: tuple[str, ...]
    compound: tuple[str, ...]
    generation: str

    @classmethod
    def of(cls, text: str) -> PersonName:
        """Take a name apart.

        >>> name = PersonName.of("Dr. J.-B. van der Berg, Jr.")
        >>> name.given, name.particles, name.family, name.generation
        (('j', 'b'), ('van', 'der'), 'berg', 'Jr')
        """
        spaced = _INITIALS.sub(lambda found: re.sub(r"[.\s-]+", " ", found[1]) + " ", text)
        if text != text.upper():
            spaced = _SPELLED.sub(_spelled, spaced)
        words = [word.strip(".,") for word in fold(spaced).replace("'", "").split()]
        words = [word for word in words if word and word != "-"] or [fold(text) or text]
        generation = ""
        while len(words) > 2 and (words[-1] in _GENERATIONS or _DEGREES.fullmatch(words[-1])):
            generation = _GENERATIONS.get(words.pop(), generation)
        while len(words) > 1 and _TITLES.fullmatch(words[0]):
            words = words[1:]
        first = len(words) - 1
        compound = tuple(part for part in words[-1].split("-") if part) or (words[-1],)
        if len(compound) > 1 and first > 0 and _PARTICLES.fullmatch(compound[0]):
            words[-1:] = [compound[0], "-".join(compound[1:])]
            compound, first = compound[1:], first + 1
        while first > 0 and _PARTICLES.fullmatch(words[first - 1]) and (first > 1 or words[0] not in people().given):
            first -= 1
        given = tuple(part for word in words[:first] for part in word.split("-") if part)
        return cls(text, given, tuple(words[first:-1]), compound, generation)

    @property
    def family(self) -> str:
        """The family name, without its particles and in one word."""
        return "".join(self.compound)

    @cached_property
    def families(self) -> frozenset[str]:
        """The family name, with and without its particles."""
        return frozenset({self.family, "".join(self.particles) + self.family})

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words, in their order."""
        return (*self.given, *self.particles, *self.compound)

    @cached_property
    def letters(self) -> str:
        """All letters in one word."""
        return "".join(self.words)

    @cached_property
    def is_chinese(self) -> bool:
        """Whether every word could be Chinese in Latin letters."""
        return all(map(is_pinyin, self.words))

    @cached_property
    def is_frequent(self) -> bool:
        """Whether so many people bear the family name that it says little."""
        known = people()
        return (
            self.family in known_names().frequent
            or self.family in known.eastern
            or self.family in known.given
            or is_pinyin(self.family)
        )

    @cached_property
    def is_common(self) -> bool:
        """Whether many people may bear the whole name."""
        known = people()
        family = self.is_frequent or self.family in known.surnames
        return self.is_chinese or (
            family and bool(self.given) and (self.given[0] in known.given or self.given[0] in known.eastern)
        )

    @cached_property
    def fullness(self) -> tuple[int, int, bool]:
        """How full the name is: words in full, words, and whether the first is none that is short for others."""
        parts = (*self.given, *self.compound)
        full = sum(len(part) > 1 for part in parts)
        return full, len(parts), bool(self.given) and self.given[0] not in known_names().full

    @property
    def is_short(self) -> bool:
        """Whether this is a family name alone."""
        return not self.given

    def blocks(self) -> Iterator[str]:
        """Yield what names that may be one with this have in common with it."""
        yield f"letters/{''.join(sorted(self.letters))}"
        if self.is_short or not self.is_frequent:
            yield f"short/{self.family}"
        if self.is_short or self.is_chinese:
            return
        # Some go by their second name, and some write the first as an initial.
        firsts = self.given[:2]
        bases = {base for given in firsts for base in known_names().bases(given) | {given}}
        sounds = {sound(base) for base in bases}
        starts = {start[0] for start in bases | sounds}
        for family in {*self.compound[:1], *self.compound[-1:], *self.families}:
            yield from (f"family/{sound(family)}/{start}" for start in starts)
        for word in (*self.given[1:], *self.families):
            if len(word) >= _LONG_CHARS - 1:
                yield from (f"near/{heard}/{word[:3]}" for heard in sounds)
                yield from (f"near/{heard}/-{word[-3:]}" for heard in sounds)


def _spelled(found: re.Match[str]) -> str:
    """Part initials that are written together ("JB"), unless they are a word."""
    word = found[0]
    key = fold(word)
    kept = is_pinyin(key) or key in _GENERATIONS or _DEGREES.fullmatch(key)
    return word if kept else " ".join(word) + " "


def one_edit(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter, or by two that have changed places."""
    return one != other and OSA.distance(one, other, score_cutoff=1) <= 1


def slip(one: str, other: str) -> bool:
    """Tell whether two words differ by a letter that is doubled or not, or by letters that have changed places."""
    if len(one) == len(other):
        return one != other and one[0] == other[0] and sorted(one) == sorted(other)
    single = [re.sub(r"(.)\1", r"\1", word) for word in (one, other)]
    return one != other and single[0] == single[1]


def alike_given(one: str, other: str) -> bool:
    """Tell whether two given names may be one: equal, an initial, a spelling, a short form."""
    if one == other:
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    known = known_names()
    return not known.bases(one).isdisjoint(known.bases(other)) or sound(one) == sound(other)


def compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the fewer middle names are the first of the others, or among them in full, in their order."""
    fewer, more = sorted((one, other), key=len)
    if all(alike_given(name, rival) for name, rival in zip(fewer, more, strict=False)):
        return True
    rest = iter(more)
    return all(len(name) > 1 and name in rest for name in fewer)
