"""People whom a sentence announces and lists behind a colon: "Three former engineers of X follow: Ada, Grace, Alan"."""

from __future__ import annotations

from aigraph.annotate.reference.parsed import Parsed
from aigraph.language import Language

_COLON = ":"
_BREAKS = (";", ".", "?", "!", "…")
_NOUNS = ("NOUN", "ADJ", "PROPN")
_BEFORE_NOUN = ("NUM", "DET", "ADJ", "ADV", "PRON")
# How many tokens before a noun its number may stand: "three former".
_NUMBER_TOKENS = 3


class Announcements:
    """Tells, in one language, whom a plural or a number before a colon announces."""

    def __init__(self, language: Language) -> None:
        self._someone = language.references.person_nouns
        self._people = language.references.person_group_nouns
        self._relatives = language.references.relative_pronouns
        self._units = frozenset(language.quantities.values["unit"])
        self._numbers = {
            word: int(value) for word, value in language.quantities.values["number"].items() if value == int(value)
        }

    def of(self, parsed: Parsed, i: int) -> tuple[int, ...]:
        """Return the people, as tokens, who are listed behind the colon after token i if it announces them."""
        colon = next((k for k in range(i + 1, len(parsed.tokens)) if parsed.forms[k] == _COLON), None)
        if colon is None or any(parsed.forms[k] in _BREAKS for k in range(i, colon)):
            return ()
        size = self._size(parsed, i)
        if size is None and parsed.forms[i] not in self._people:
            return ()
        listed = self._listed(parsed, colon)
        return listed if len(listed) == (size or max(2, len(listed))) else ()

    def _size(self, parsed: Parsed, i: int) -> int | None:
        """Return how many people a noun with its number or a number alone speaks of, None if that is not said."""
        own = self._numbers.get(parsed.forms[i])
        if own is not None:
            after = parsed.tokens[i + 1].upos if i + 1 < len(parsed.tokens) else ""
            return own if own > 1 and after not in (*_NOUNS, "SYM", "NUM") else None
        if parsed.tokens[i].upos not in _NOUNS or parsed.forms[i] in self._units:
            return None
        for k in range(i - 1, max(-1, i - 1 - _NUMBER_TOKENS), -1):
            number = self._numbers.get(parsed.forms[k])
            if number is not None:
                return number if number > 1 or parsed.forms[i] in self._someone else None
            if parsed.tokens[k].upos not in _BEFORE_NOUN:
                return None
        return None

    def _listed(self, parsed: Parsed, colon: int) -> tuple[int, ...]:
        """Return the people behind a colon, none if a clause of its own begins there."""
        found: dict[str, int] = {}
        last = colon
        for k in range(colon + 1, len(parsed.tokens)):
            mention = parsed.mentions.get(k)
            if mention is not None and mention.type == "Person":
                found.setdefault(mention.name, k)
                last = k
            elif "VerbForm=Fin" in parsed.tokens[k].feats and not self._within_relative(parsed, last, k):
                return ()
        first = min(found.values(), default=colon)
        opens = all(parsed.tokens[k].upos in ("DET", "PUNCT") for k in range(colon + 1, first))
        return tuple(found.values()) if opens else ()

    def _within_relative(self, parsed: Parsed, start: int, verb: int) -> bool:
        return any(parsed.forms[k] in self._relatives for k in range(start + 1, verb))
