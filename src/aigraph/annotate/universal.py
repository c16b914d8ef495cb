"""Turn trees where prepositions and copulas govern (ClearNLP) into ones where they depend (Universal Dependencies)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from aigraph.model import Token

_NOMINALS = ("NOUN", "PROPN", "NUM", "PRON")


def to_universal(tokens: Sequence[Token], copulas: Collection[str]) -> tuple[Token, ...]:
    """Return the tokens with Universal Dependencies; a tree that has them already stays as it is.

    Only `copulas` depend on what they say of their subject; what the parser takes for that of others is an object.
    """
    turned = list(tokens)
    for i, token in enumerate(turned):
        if token.deprel in ("pobj", "pcomp"):
            _turn_preposition(turned, i)
    for i, token in enumerate(turned):
        if token.deprel == "attr" and token.head != i:
            if turned[token.head].lemma in copulas:
                _turn_copula(turned, i)
            else:
                turned[i] = replace(turned[i], deprel="obj")
    _break_circles(turned)
    return tuple(turned)


def _turn_preposition(tokens: list[Token], i: int) -> None:
    """Hang token i, the complement of one or more prepositions, on what they hang on, and them on it."""
    token = tokens[i]
    markers = [token.head]
    while tokens[markers[-1]].deprel == "prep" and tokens[tokens[markers[-1]].head].deprel == "prep":
        markers.append(tokens[markers[-1]].head)
    governor = tokens[markers[-1]].head
    if governor == i:
        return
    if token.deprel == "pcomp":
        deprel = "advcl"
    elif any(tokens[marker].deprel == "agent" for marker in markers):
        deprel = "obl:agent"
    else:
        deprel = "nmod" if tokens[governor].upos in _NOMINALS else "obl"
    tokens[i] = replace(token, head=governor, deprel=deprel)
    for marker in markers:
        tokens[marker] = replace(tokens[marker], head=i, deprel="mark" if deprel == "advcl" else "case")


def _turn_copula(tokens: list[Token], i: int) -> None:
    """Let token i, what a copula says of its subject, take the copula's place; all else hangs on it."""
    verb = tokens[i].head
    old = tokens[verb]
    tokens[i] = replace(tokens[i], head=i if old.head == verb else old.head, deprel=old.deprel)
    tokens[verb] = replace(old, head=i, deprel="cop")
    for j, other in enumerate(tokens):
        if other.head == verb and j not in (i, verb):
            tokens[j] = replace(other, head=i)


def _break_circles(tokens: list[Token]) -> None:
    """Make a root of the first token of every circle that turning heads around has made."""
    safe: set[int] = set()
    for start in range(len(tokens)):
        seen: set[int] = set()
        i = start
        while i not in safe and tokens[i].head != i:
            if i in seen:
                tokens[i] = replace(tokens[i], head=i, deprel="root")
                break
            seen.add(i)
            i = tokens[i].head
        safe |= seen
