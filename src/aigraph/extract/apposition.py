"""Whom a noun describes, by the order of words: what stands before its phrase, in it or behind it."""

from __future__ import annotations

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import joined, several
from aigraph.extract.outline import outline
from aigraph.extract.place import introduces, introduces_others
from aigraph.extract.verb import passive
from aigraph.extract.wordorder import patient, subject

# So many pieces may stand between a name and a description: an age, other posts, a relative clause.
_PIECES_BETWEEN = 4


def described(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return those of a class whom a noun describes."""
    for find in (_by_verb, _within, _before, _behind, _opening):
        found = find(clause, noun, class_)
        if found:
            return found
    return []


def phrase(clause: Clause, noun: int) -> int:
    """Return where a description begins, words like "former" and "also" before its article included."""
    own, grammar = outline(clause), clause.language.grammar
    first = own.edge(noun)
    start = own.piece(noun).start
    while first > start and (
        clause.tokens[first - 1].upos in ("ADV", "DET", "ADJ")
        or clause.forms[first - 1] in grammar.former | grammar.one_of | grammar.strong_pronouns
        or (clause.forms[first - 1] in grammar.articles and clause.forms[first - 2] in grammar.one_of)
    ):
        first -= 1
    return first


def _plural(clause: Clause, noun: int) -> bool:
    return several(clause, noun) or clause.forms[noun].endswith("s")


def _by_verb(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the subject or object of a verb that says what someone is: "est devenu directeur", "nommé directeur"."""
    own, grammar = outline(clause), clause.language.grammar
    before = phrase(clause, noun) - 1
    if before < own.piece(noun).start:
        return []
    token = clause.tokens[before]
    if token.upos == "CCONJ":
        verbs = [k for k in range(own.piece(noun).start, before) if own.finite(k)]
        copular = verbs and clause.tokens[verbs[-1]].lemma in grammar.copulas
        return subject(clause, verbs[-1], class_) if copular else []
    if clause.forms[before] in grammar.among:
        verbs = [k for k in range(own.piece(noun).start, before) if own.finite(k)]
        return subject(clause, verbs[-1], class_) if verbs else []
    if token.lemma in grammar.copulas:
        return subject(clause, before, class_)
    if clause.verbal(before) and token.lemma in grammar.object_control:
        return patient(clause, before, class_) if passive(clause, before) else []
    return []


def _within(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the name that the phrase ends with: "le professeur de Stanford Andrew Ng"."""
    name = outline(clause).name_behind(noun, class_)
    return [] if name is None else joined(clause, [name], class_, plural=_plural(clause, noun))


def _before(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the name that the phrase stands behind, other descriptions between them put aside."""
    own = outline(clause)
    piece = own.piece(noun)
    start = phrase(clause, noun)
    if noun + 1 < piece.end and own.finite(noun + 1):
        # "of Google, his employer said"
        return []
    if start > piece.start and clause.tokens[start - 1].upos == "CCONJ":
        if any(own.finite(k) for k in range(piece.start, start)) or introduces_others(clause, noun):
            return []
    elif start > piece.start:
        return []
    last = piece
    n = own.number(noun)
    for before in reversed(own.pieces[max(0, n - _PIECES_BETWEEN) : n]):
        if last.mark not in clause.language.grammar.apposition_marks and not last.relative:
            return []
        name = before.end - 1
        while name > before.start and clause.forms[name] in ("»", '"', "”"):
            name -= 1
        if not before.aside and before.depth <= piece.depth and clause.names(name, class_):
            if introduces(clause, name):
                return []
            return joined(clause, [name], class_, plural=_plural(clause, noun))
        if before.verbal and not before.aside and before.depth == piece.depth:
            return []
        last = before
    return []


def _behind(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the name behind the phrase and a mark: "Le patron de Meta, Mark Zuckerberg"."""
    own = outline(clause)
    n = own.number(noun)
    piece = own.pieces[n]
    if n + 1 >= len(own.pieces) or any(own.finite(k) or clause.names(k, class_) for k in range(noun, piece.end)):
        return []
    after = own.pieces[n + 1]
    if (
        after.mark not in clause.language.grammar.apposition_marks
        or after.depth != piece.depth
        or after.aside
        or after.verbal
    ):
        return []
    for k in range(after.start, after.end):
        if clause.names(k, class_):
            return joined(clause, [k], class_, plural=_plural(clause, noun))
        if clause.tokens[k].upos not in ("DET", "ADJ", "NOUN"):
            return []
    return []


def _opening(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the subject of the clause that a bare description opens: "Chercheur chez Meta, il enseigne"."""
    own = outline(clause)
    n = own.number(noun)
    piece = own.pieces[n]
    if piece.verbal or piece.aside or (own.edge(noun) != noun and clause.tokens[own.edge(noun)].upos == "DET"):
        return []
    if n and not piece.apart and any(p.verbal and not p.aside for p in own.pieces[:n]):
        return []
    for after in own.pieces[n + 1 :]:
        if after.apart or after.depth:
            return []
        if after.aside:
            continue
        for k in range(after.start, after.end):
            if own.finite(k):
                return subject(clause, k, class_)
    return []


def beside_mark(clause: Clause, i: int, class_: str) -> list[int]:
    """Return whom a phrase without a verb is said of: "Ada, jadis chez X", "Chez X, Ada", "après deux ans chez X, Ada".

    Token i is what the phrase leads to.
    """
    own = outline(clause)
    n = own.number(i)
    piece = own.pieces[n]
    if any(clause.verbal(k) or clause.names(k, class_) for k in range(piece.start, i)):
        return []
    before = piece.start - 2
    if before >= 0 and not piece.apart and clause.names(before, class_) and not introduces(clause, before):
        return joined(clause, [before], class_, plural=False)
    after = own.pieces[n + 1] if n + 1 < len(own.pieces) and (n == 0 or piece.apart) else None
    if after is None or after.apart or after.depth != piece.depth:
        return []
    if clause.names(after.start, class_):
        return joined(clause, [after.start], class_, plural=True)
    verb = next((k for k in range(after.start, after.end) if own.finite(k)), None)
    return [] if verb is None else subject(clause, verb, class_)
