"""What people are called: given names and who bears them, family names that may stand first, romanised Chinese."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

from aigraph.errors import DataError
from aigraph.gazetteer import fold
from aigraph.vocabulary import ontology_dir

# A syllable of romanised Chinese: an initial and a final, or a final that can stand alone.
_FINAL = "iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v"
_SYLLABLE = f"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:{_FINAL})|ang|ai|an|ao|en|er|ou|a|e|o)"
_CHINESE = re.compile(f"{_SYLLABLE}(?:['-]?{_SYLLABLE}){{0,2}}")
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
_SECTIONS = ("common", "eastern", "endings", "men", "surnames", "unisex", "women")
_GIVEN = ("men", "unisex", "women")
# A family name is told by its end only when something stands before that.
_STEM_CHARS = 2


@dataclass(frozen=True)
class People:
    """The names of `ontology/gazetteer/people.toml`, as they are compared (`gazetteer.fold`)."""

    women: frozenset[str]
    men: frozenset[str]
    unisex: frozenset[str]
    common: frozenset[str]
    eastern: frozenset[str]
    surnames: frozenset[str]
    endings: frozenset[str]

    @cached_property
    def given(self) -> frozenset[str]:
        """All given names."""
        return self.women | self.men | self.unisex


@cache
def people() -> People:
    """Read `ontology/gazetteer/people.toml`, once; raises DataError with the first fault."""
    path = ontology_dir() / "gazetteer" / "people.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error
    if sorted(data) != list(_SECTIONS):
        raise DataError(f"{path}: the tables are {', '.join(_SECTIONS)}, not {', '.join(sorted(data))}")
    found = {section: _names(data[section], f"{path}: {section}") for section in _SECTIONS}
    for one, other in combinations(_GIVEN, 2):
        for name in sorted(found[one] & found[other]):
            raise DataError(f"{path}: {name!r} stands in {one} and in {other}")
    return People(**found)


def _names(lists: object, where: str) -> frozenset[str]:
    if not isinstance(lists, dict):
        raise DataError(f"{where}: write lists of names by language")
    found: set[str] = set()
    for code, names in lists.items():
        for name in names:
            key = fold(name) if isinstance(name, str) else ""
            if not key:
                raise DataError(f"{where}: {code}: {name!r} is no name")
            if key in found:
                raise DataError(f"{where}: {code}: {name!r} stands there twice")
            found.add(key)
    return frozenset(found)


def is_chinese(word: str) -> bool:
    """Tell whether a folded word could be romanised Chinese.

    >>> is_chinese("huiwen"), is_chinese("jia-li"), is_chinese("altman")
    (True, True, False)
    """
    return _CHINESE.fullmatch(word) is not None


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, or several with hyphens, whatever else it may mean.

    >>> is_given("Yoshua"), is_given("Jean-Charles"), is_given("Google")
    (True, True, False)
    """
    given = people().given
    key = fold(word)
    return key in given or ("-" in key and all(part in given for part in key.split("-") if len(part) > 1))


def usual_gender(given: str) -> str | None:
    """Return the gender, "m" or "f", of those who bear a given name; None where that differs or is not known.

    >>> usual_gender("Yann"), usual_gender("Marie-Anne"), usual_gender("Alexis")
    ('m', 'f', None)
    """
    known = people()
    for key in (fold(given), fold(given).partition("-")[0]):
        if key in known.women | known.men:
            return "f" if key in known.women else "m"
    return None


def is_common(word: str) -> bool:
    """Tell whether a word that is a given name is a common word, too ("Grace")."""
    return fold(word) in people().common


def may_begin(words: Sequence[str]) -> bool:
    """Tell whether a person's name may begin with the first of the words: a given name, an initial, a family name.

    >>> may_begin(["Ada", "Lovelace"]), may_begin(["Wang", "Huiwen"]), may_begin(["Consider", "Ada", "Lovelace"])
    (True, True, False)
    """
    return is_given(words[0]) or _INITIALS.fullmatch(words[0]) is not None or likeness(words) == 1.0


def likeness(words: Sequence[str]) -> float:
    """Return how much the words of a name look like a person's, from 0 to 1, by the first and the family name.

    >>> likeness(["Ada", "Lovelace"]), likeness(["Huiwen", "Wang"]), likeness(["Machine", "Learning"])
    (1.0, 1.0, 0.0)
    >>> likeness(["J.", "Schulman"]), likeness(["August", "Tale"]), likeness(["Grace", "Petrosyan"]), likeness(["Ada"])
    (0.5, 0.25, 0.75, 0.0)
    """
    if len(words) < 2:
        return 0.0
    known = people()
    first, last = fold(words[0]), fold(words[-1])
    if is_given(words[0]) and first not in known.common:
        return 1.0
    if any(end in known.eastern for end in (first, last)) and _eastern(words):
        return 1.0
    if _INITIALS.fullmatch(words[0]) or last in known.eastern or _is_surname(last):
        return 0.75 if first in known.common else 0.5
    return 0.25 if first in known.common else 0.0


def _is_surname(key: str) -> bool:
    known = people()
    return key in known.surnames or any(
        key.endswith(end) and len(key) > len(end) + _STEM_CHARS for end in known.endings
    )


def _eastern(words: Sequence[str]) -> bool:
    """Tell whether the other names go with a family name of East Asia."""
    known = people()
    keys = [fold(word) for word in words]
    return all(is_chinese(key) or key in known.eastern or key in known.given or "-" in key for key in keys)
