"""Find what a word goes with by where it stands, in its own stretch of the sentence, when the tree does not say."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import coordinated, list_described
from aigraph.extract.nominal import denoted, leads_into
from aigraph.extract.place import introduces

# What parts one stretch of a sentence from the next.
_BREAKS = (";", ":", "?", "!", ".", "|", "·", "•")
# How many tokens may stand between a preposition and the name that it leads to: "to the Paris labs of Meta".
_PHRASE_TOKENS = 7
_PHRASE_TAGS = ("DET", "ADJ", "PROPN", "NUM", "ADV", "PART", "PUNCT")
_CLOSED = (",", "—", "–")
_AFTER_NAMES = (",", "(", ")")


def bracketed(clause: Clause, i: int, class_: str) -> list[int]:
    """Return the name in front of the bracket that token i stands in: "Ada (hired from X)"."""
    opening = clause.brackets[i]
    if opening < 1 or any(clause.refers(k, class_) for k in range(opening + 1, i)):
        return []
    return [opening - 1] if clause.names(opening - 1, class_) else []


def only_before(clause: Clause, i: int, class_: str) -> list[int]:
    """Return what alone of a class stands before token i in its stretch, the list that it ends included.

    What a preposition leads to does not count, nor does an owner or what stands in brackets.
    """
    found = list(_before(clause, i, class_))
    if not found:
        return []
    first = min(found)
    together = denoted(clause, first, class_) if clause.named(first) else [first]
    names = {_name(clause, k) for k in together}
    return together if all(_name(clause, k) in names for k in found) else []


def just_before(clause: Clause, i: int, class_: str) -> list[int]:
    """Return what of a class token i follows, marks and adverbs aside: "Ada, recently hired by X"."""
    k = i - 1
    while k >= 0 and clause.tokens[k].upos in ("ADV", "PUNCT") and clause.forms[k] not in _BREAKS:
        k -= 1
    return [k] if k >= 0 and clause.names(k, class_) else []


def described_before(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return whom a noun describes, whatever stands between: "Ada, until June a lecturer at X, then head of Y".

    Between them may be other descriptions, but no verb of another subject, no relative clause and no other name.
    """
    grammar, references = clause.language.grammar, clause.language.references
    for k in range(noun - 1, -1, -1):
        if clause.brackets[k] > clause.brackets[noun]:
            continue
        if clause.names(k, class_):
            apposed = clause.forms[k + 1] in grammar.apposition_marks and not introduces(clause, k)
            return list_described(clause, k, noun, class_) if apposed else []
        if clause.tokens[k].lemma in grammar.copulas and clause.tokens[k].upos in ("VERB", "AUX"):
            return only_before(clause, k, class_)
        finite = "VerbForm=Fin" in clause.tokens[k].feats
        if finite or clause.forms[k] in _BREAKS or clause.forms[k] in references.relative_pronouns:
            return []
    return []


def first_behind(clause: Clause, i: int, class_: str) -> list[int]:
    """Return what of a class stands first behind token i in its stretch, before any other verb or preposition."""
    for k in _behind(clause, i):
        if clause.refers(k, class_):
            if clause.tokens[k].deprel.startswith("nsubj") and clause.tokens[k].head != i:
                return []
            return coordinated(clause, k, class_) if clause.named(k) else [k]
        if clause.tokens[k].upos in ("ADP", "SCONJ") and clause.tokens[k].deprel != "compound:prt":
            return []
    return []


def led_behind(clause: Clause, i: int, preposition: str, class_: str) -> list[int]:
    """Return what of a class a preposition leads to behind token i in its stretch, before any other verb."""
    words = [clause.preposition(word) for word in preposition.split()]
    reach = list(_behind(clause, i))
    for at, k in enumerate(reach):
        if [clause.preposition(form) for form in clause.forms[k : k + len(words)]] == words:
            found = _end_of_phrase(clause, reach[at + len(words) :][:_PHRASE_TOKENS], class_)
            if found:
                return found
    return []


def place_of(clause: Clause, i: int, class_: str) -> list[int]:
    """Return what of a class a relative clause that token i stands in is about: "X, where she led", "X, of which"."""
    phrases = [phrase.split() for phrase in clause.language.grammar.relative_places]
    for k in range(i - 1, 0, -1):
        if clause.forms[k] in _BREAKS:
            return []
        begins = [words for words in phrases if list(clause.forms[k : k + len(words)]) == words]
        if begins:
            before = k - 1
            while before > 0 and clause.forms[before] in _AFTER_NAMES:
                before -= 1
            return [before] if clause.refers(before, class_) else []
    return []


def _end_of_phrase(clause: Clause, phrase: list[int], class_: str) -> list[int]:
    """Return the name that a phrase leads to, or the owner of what it leads to."""
    owner: list[int] = []
    for k in phrase:
        if clause.refers(k, class_):
            if not _owns(clause, k):
                return coordinated(clause, k, class_) if clause.named(k) else [k]
            owner = [k]
        elif clause.named(k) or clause.forms[k] in _CLOSED or not _continues(clause, k, class_):
            break
    return owner


def _continues(clause: Clause, k: int, class_: str) -> bool:
    """Tell whether a word may stand between a preposition and the name that it leads to: "the Paris lab of"."""
    tag = clause.tokens[k].upos
    return tag in _PHRASE_TAGS or leads_into(clause, k, class_) or (tag == "ADP" and leads_into(clause, k - 1, class_))


def _owns(clause: Clause, k: int) -> bool:
    marks = clause.language.grammar.possessive_marks
    return clause.tokens[k].deprel == "nmod:poss" or (k + 1 < len(clause.forms) and clause.forms[k + 1] in marks)


def _name(clause: Clause, k: int) -> str:
    return clause.sentence.references[k][0].name


def _before(clause: Clause, i: int, class_: str) -> Iterator[int]:
    """Yield what of a class may act, going left from token i to the beginning of its stretch."""
    for k in range(i - 1, clause.brackets[i], -1):
        if clause.brackets[k] != clause.brackets[i]:
            continue
        if clause.forms[k] in _BREAKS:
            return
        led = any(clause.marker(m) for m in (k, *_coordinates(clause, k)))
        if clause.refers(k, class_) and not led and not _owns(clause, k):
            yield k


def _coordinates(clause: Clause, k: int) -> Iterator[int]:
    """Yield the heads of the coordination that token k continues."""
    while clause.tokens[k].deprel == "conj" and clause.tokens[k].head != k:
        k = clause.tokens[k].head
        yield k


def _behind(clause: Clause, i: int) -> Iterator[int]:
    """Yield the tokens behind token i to the end of its stretch, what stands in brackets left out."""
    for k in range(i + 1, len(clause.tokens)):
        if clause.brackets[k] != clause.brackets[i]:
            if clause.brackets[k] < clause.brackets[i]:
                return
            continue
        finite = "VerbForm=Fin" in clause.tokens[k].feats
        if clause.forms[k] in _BREAKS or finite or clause.forms[k] in clause.language.references.relative_pronouns:
            return
        yield k
