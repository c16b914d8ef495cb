"""Find what a preposition leads to: below a word in the tree, or to the right of a noun within its phrase."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import coordinated
from aigraph.extract.nominal import denoted, first_denoted
from aigraph.extract.outline import outline

_PHRASE_TOKENS = 13
# How many tokens may stand between a phrase like "au sein de" and the name that it leads to.
_AFTER_PHRASE_TOKENS = 6
_STOP_TAGS = ("PRON", "SCONJ")
_VERBS = ("VERB", "AUX")
_PARTICIPLE = "VerbForm=Part"
_STOPS = (",", ";", ":", "(", ")", ".", "«", "»", '"')


def oblique(clause: Clause, i: int, prepositions: Collection[str], class_: str) -> list[int]:
    """Return what of a class one of the prepositions leads to, among the dependents of token i."""
    simple = {preposition for preposition in prepositions if " " not in preposition}
    within = subject_phrase(clause, i) | _with_another_verb(clause, i, class_)
    below = (
        j
        for j in clause.descendants(i)
        if j not in within and (clause.marker(j) in simple or clause.first_marker(j) in simple)
        if not (_elsewhere if clause.verbal(i) else _of_another)(clause, j, i)
    )
    found = first_denoted(clause, below, class_)
    if found:
        return found
    phrases = (preposition.split() for preposition in prepositions if " " in preposition)
    return next((found for phrase in phrases if (found := _after_phrase(clause, i, phrase, class_))), [])


def _with_another_verb(clause: Clause, i: int, class_: str) -> set[int]:
    """Return what goes with other verbs joined to a verb: "lost his job and led at Y", "studied at X and led at Y".

    Verbs that stand together share their places, unless the first has its own: "courted and hired by X".
    """
    own = any(k > i and clause.prepositional(k) and clause.names(k, class_) for k in clause.children[i])
    if not clause.verbal(i):
        return set()
    others = [k for k in clause.children[i] if clause.tokens[k].deprel == "conj" and clause.verbal(k)]
    return {m for k in others if own or not stand_together(clause, i, k) for m in (k, *clause.descendants(k))}


def stand_together(clause: Clause, first: int, second: int) -> bool:
    """Tell whether nothing but words that join stands between two verbs: "courted and then hired"."""
    return all(
        clause.tokens[m].upos in ("CCONJ", "ADV", "AUX", "PUNCT", "PART", "ADP") for m in range(first + 1, second)
    )


def _elsewhere(clause: Clause, j: int, verb: int) -> bool:
    """Tell whether token j is part of what only surrounds the verb, or is led to by another verb before it.

    "After a detour to X, she followed"; "She led a team at X with Ada, who left".
    """
    own = outline(clause)
    if clause.tokens[j].upos == "DET" or (j < verb and own.piece(j).verbal and own.number(j) != own.number(verb)):
        return True
    path = list(clause.up(j))
    circumstances = clause.language.grammar.circumstances
    between = path[: path.index(verb)]
    return any(clause.first_marker(k) in circumstances and not clause.verbal(k) for k in between)


def _of_another(clause: Clause, j: int, i: int) -> bool:
    """Tell whether token j is part of what goes with another than token i above it.

    That is a person's name, or another post behind a mark: "co-founder, once a professor at X".
    """
    path = list(clause.up(j))
    posts = clause.language.sets["role"] | clause.language.sets["founder"]
    return any(
        clause.names(k, "Person")
        or (
            k > i + 1
            and not posts.isdisjoint((clause.forms[k], clause.tokens[k].lemma))
            and outline(clause).number(k) != outline(clause).number(i)
        )
        for k in path[: path.index(i)]
    )


def subject_phrase(clause: Clause, verb: int) -> set[int]:
    """Return what the subject of an active verb contains: "Ada, a researcher at X, left" has no place."""
    if not clause.verbal(verb):
        return set()
    subjects = [
        k for k in clause.children[verb] if k < verb and clause.tokens[k].deprel == "nsubj" and not clause.marker(k)
    ]
    return {m for k in subjects for m in (k, *clause.below(k))}


def _after_phrase(clause: Clause, i: int, phrase: Sequence[str], class_: str) -> list[int]:
    forms = [clause.preposition(form) for form in clause.forms]
    words = [clause.preposition(word) for word in phrase]
    starts = [k for k in range(len(forms) - len(words)) if forms[k : k + len(words)] == words]
    inside = {i, *clause.below(i)} if starts else set()
    for start in starts:
        end = start + len(words)
        for j in range(end, min(end + _AFTER_PHRASE_TOKENS, len(forms))):
            if j in inside and clause.refers(j, class_):
                return coordinated(clause, j, class_)
            if clause.verbal(j) or clause.forms[j] in (",", ";"):
                break
    return []


def complement(clause: Clause, noun: int, prepositions: Collection[str], class_: str) -> list[int]:
    """Return the first name of a class to the right that a preposition leads to within the noun's own phrase."""
    led = parted = False
    for j in range(noun + 1, min(noun + 1 + _PHRASE_TOKENS, len(clause.tokens))):
        token = clause.tokens[j]
        form = clause.preposition(clause.forms[j])
        if clause.means_another(j):
            continue
        if clause.named(j):
            if clause.refers(j, class_):
                return coordinated(clause, j, class_) if led else []
            if clause.refers(j, "Person"):
                return []
        elif token.upos == "ADP" or form in prepositions:
            led, parted = form in prepositions and not clause.compounded(j), True
        elif parted and token.upos == "CCONJ" and _begins_phrase(clause, j + 1):
            # "adviser to the mayor and one of the founders of X": what goes on from there is of another noun.
            return []
        elif form in _STOPS or token.upos in _STOP_TAGS or (token.upos in _VERBS and _PARTICIPLE not in token.feats):
            return []
        elif led and clause.refers(j, class_):
            return denoted(clause, j, class_)
    return []


def _begins_phrase(clause: Clause, j: int) -> bool:
    return j < len(clause.tokens) and clause.tokens[j].upos in ("DET", "NUM") and not clause.named(j)


def _beyond(clause: Clause, name: int, preposition: str, class_: str) -> list[int]:
    """Return what a preposition leads to from the noun that a name hangs on: "the work for Gopher at DeepMind"."""
    above = next((k for k in clause.up(name) if not clause.named(k)), None)
    if above is None or clause.verbal(above):
        return []
    return oblique(clause, above, (preposition,), class_)


def led_to(clause: Clause, i: int, preposition: str, class_: str) -> list[int]:
    """Return what of a class a preposition leads to from token i, be it a verb, a noun or a name."""
    named = clause.named(i)
    found = [] if named or clause.verbal(i) else complement(clause, i, (preposition,), class_)
    found = found or oblique(clause, i, (preposition,), class_)
    return found or (_beyond(clause, i, preposition, class_) if named else [])
