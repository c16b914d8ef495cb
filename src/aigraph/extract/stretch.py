"""Find what a word goes with by where it stands: behind a bracket, after other descriptions, in a relative clause."""

from __future__ import annotations

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import coordinated, list_described
from aigraph.extract.place import introduces

# What parts one stretch of a sentence from the next.
_BREAKS = (";", ":", "?", "!", ".", "|", "·", "•")
_AFTER_NAMES = (",", "(", ")")


def bracketed(clause: Clause, i: int, class_: str) -> list[int]:
    """Return the name in front of the bracket that token i stands in: "Ada (hired from X)"."""
    opening = clause.brackets[i]
    if opening < 1 or any(clause.refers(k, class_) for k in range(opening + 1, i)):
        return []
    return list_described(clause, opening - 1, i, class_) if clause.names(opening - 1, class_) else []


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
        finite = "VerbForm=Fin" in clause.tokens[k].feats
        if finite or clause.forms[k] in _BREAKS or clause.forms[k] in references.relative_pronouns:
            return []
    return []


def behind_copula(clause: Clause, i: int, class_: str) -> list[int]:
    """Return whom a sentence names behind its copula, if token i opens it: "Joining X are Ada and Grace"."""
    copulas = clause.language.grammar.copulas
    for k in range(len(clause.tokens) - 1):
        if clause.refers(k, class_):
            return []
        if clause.tokens[k].lemma in copulas and "VerbForm=Fin" in clause.tokens[k].feats:
            return coordinated(clause, k + 1, class_) if i < k and clause.names(k + 1, class_) else []
    return []


def cleft(clause: Clause, verb: int, preposition: str, class_: str) -> list[int]:
    """Return what stands out at the head of a sentence: "It was to X that she went"."""
    name = _singled_out(clause, verb, preposition)
    return [name] if name is not None and clause.names(name, class_) else []


def cleft_object(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return what stands out at the head of a sentence as the object of its verb: "C'est Ada que X a choisie"."""
    name = _singled_out(clause, verb, "")
    if name is None or not clause.names(name, class_):
        return []
    relatives = clause.language.grammar.object_relatives
    relative = next((k for k in range(name + 1, verb) if clause.forms[k] in relatives), None)
    if relative is None or any("VerbForm=Fin" in clause.tokens[k].feats for k in range(name, relative)):
        return []
    return coordinated(clause, name, class_)


def _singled_out(clause: Clause, verb: int, preposition: str) -> int | None:
    """Return the word behind "it is", a preposition or none and articles put aside: "c'est pourtant chez X"."""
    grammar = clause.language.grammar
    for k in range(1, verb - 2):
        if clause.forms[k - 1] not in grammar.expletives or clause.tokens[k].lemma not in grammar.copulas:
            continue
        at = k + 1
        while at < verb and clause.tokens[at].upos == "ADV":
            at += 1
        led = clause.tokens[at].upos == "ADP"
        if led == bool(preposition) and (not led or clause.preposition(clause.forms[at]) == preposition):
            at += led
            while at < verb and clause.forms[at] in grammar.articles:
                at += 1
            return at
    return None


def dated(clause: Clause, noun: int) -> bool:
    """Tell whether what leads to a noun is a date: "since January chief of X", "until June the head of Y"."""
    markers = [k for k in clause.children[noun] if k < noun and clause.tokens[k].deprel in ("case", "mark")]
    return any(q.span.overlaps(clause.tokens[k].span) for q in clause.sentence.quantities for k in markers)


def place_of(clause: Clause, i: int, class_: str) -> list[int]:
    """Return what of a class a relative clause that token i stands in is about: "X, where she led", "X, of which"."""
    phrases = [phrase.split() for phrase in clause.language.grammar.relative_places]
    for k in range(i - 1, 0, -1):
        if clause.forms[k] in _BREAKS:
            return []
        if any(list(clause.forms[k : k + len(words)]) == words for words in phrases):
            before = k - 1
            while before > 0 and clause.forms[before] in _AFTER_NAMES:
                before -= 1
            return [place for place in (before, k) if clause.refers(place, class_)][:1]
    return []
