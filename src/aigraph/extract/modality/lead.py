"""What leads to a word: the phrase that stands right before it, little words left out."""

from __future__ import annotations

from collections.abc import Collection

from aigraph.extract.clause import Clause

# How many words before a word the phrase may begin, and how many it may have.
_FAR_TOKENS, _PHRASE_TOKENS = 6, 3
_LITTLE = frozenset({"AUX", "ADV", "PART"})


def led_by(clause: Clause, i: int, phrases: Collection[str], *, across: Collection[str] = _LITTLE) -> bool:
    """Tell whether one of the phrases leads to token i; words of the classes `across` may stand between."""
    marks = clause.language.grammar.infinitive_marks | clause.language.grammar.weak_pronouns
    start = i
    while start > max(0, i - _FAR_TOKENS):
        before = " ".join(clause.forms[max(0, start - _PHRASE_TOKENS) : start]).replace("' ", "'")
        if any(before == phrase or before.endswith(f" {phrase}") for phrase in phrases):
            return True
        start -= 1
        if clause.tokens[start].upos not in across and clause.forms[start] not in marks:
            return False
    return False
