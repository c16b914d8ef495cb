"""Who goes with what where several people and several things are named: each with each, or each with his own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from aigraph.extract.clause import Clause
from aigraph.model import Mention

# How near its word "respectively" stands.
_NEAR_TOKENS = 4


def paired(
    clause: Clause, i: int, subjects: Sequence[Mention], objects: Sequence[Mention]
) -> list[tuple[Mention, Mention]]:
    """Return the pairs that token i relates: all, or one by one ("Ada and Grace, at X and Y respectively")."""
    at = _each_his_own(clause) if len(subjects) > 1 else None
    if at is None:
        return list(product(subjects, objects))
    led = clause.named(i) and not any(clause.verbal(k) for k in range(at, i))
    if abs(i - at) <= _NEAR_TOKENS or led:
        objects = objects if len(objects) == len(subjects) else _behind(clause, at, objects)[: len(subjects)]
        # Who of several has the only thing that is found is not known.
        return list(zip(subjects, objects, strict=True)) if len(subjects) == len(objects) else []
    parted = objects[0].span.start < clause.tokens[at].span.start < objects[-1].span.start
    each = zip(subjects, objects, strict=True) if parted and len(subjects) == len(objects) else None
    return list(each or product(subjects, objects))


def _behind(clause: Clause, at: int, objects: Sequence[Mention]) -> list[Mention]:
    """Return all that is named behind a word like "respectively", where that is what was found and more of its kind."""
    first = [references[0] for references in clause.sentence.references[at:] if references and not references[0].how]
    kinds = {mention.type for mention in objects}
    found = {mention.name: mention for mention in reversed(first) if mention.type in kinds}
    ordered = sorted(found.values(), key=lambda mention: mention.span.start)
    return ordered if {mention.name for mention in objects} <= found.keys() else []


def _each_his_own(clause: Clause) -> int | None:
    """Return the word that says that each of several has his own: "respectively", "one at X, the other at Y"."""
    words = clause.language.grammar.respective
    for k, form in enumerate(clause.forms):
        pair = " ".join(clause.forms[k : k + 2]).replace("' ", "'")
        if form in words or pair in words:
            return k
    return None
