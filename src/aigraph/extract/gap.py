"""Clauses that leave their verb out: "Ada went to X, Grace to Y"; "Ada came from X and Grace from Y"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from aigraph.extract.clause import Clause
from aigraph.extract.rules import Rule
from aigraph.model import Claim, Mention, Qualifier

# Qualifiers that what is left out shares with what is said.
_SHARED = ("status", "contribution")
# How many tokens what is inserted behind a name may have: "Ada, who built X, from Y".
_INSERTED_TOKENS = 16
# What leads to the object of a verb.
_DIRECT = ""


def with_gaps(claims: Sequence[Claim], rule: Rule, clause: Clause, verb: int) -> tuple[Claim, ...]:
    """Return the claims of a verb, each with its own, and those of the clauses behind it that leave the verb out."""
    led = _led(clause)
    subjects = {claim.subject.name for claim in claims}
    for slot in ("object", "from"):
        prepositions = {_DIRECT if p == "object" else p for p in rule.slots.get(slot, ()) if p in led or p == "object"}
        pairs = list(_pairs(clause, verb, prepositions)) if prepositions and claims else []
        pairs = [(person, organization) for person, organization in pairs if person.name not in subjects]
        if pairs:
            gone = {organization.name for _, organization in pairs}
            own = [claim for claim in claims if claim.object.name not in gone]
            return (*own, *(_claim(claims[0], slot, *pair) for pair in pairs if own))
    return tuple(claims)


def _led(clause: Clause) -> set[str]:
    """Return the prepositions that lead to organisations in the sentence."""
    return {clause.first_marker(k) for k in range(len(clause.tokens)) if clause.names(k, "Organization")}


def _pairs(clause: Clause, verb: int, prepositions: Collection[str]) -> Iterator[tuple[Mention, Mention]]:
    """Yield each person behind the verb with the organisation right behind the name, led to by a preposition or not."""
    for k in range(verb + 2, len(clause.tokens) - 2):
        joined = clause.forms[k - 1] in clause.language.grammar.list_marks | {";"}
        if joined and clause.names(k, "Person"):
            at = _behind(clause, k)
            led = clause.preposition(clause.forms[at]) in prepositions
            if led or (_DIRECT in prepositions and (at == k + 1 or _stands_for_verb(clause, at - 1))):
                j = at + led
                while j < len(clause.tokens) and clause.forms[j] in clause.language.grammar.articles:
                    j += 1
                if j < len(clause.tokens) and clause.names(j, "Organization"):
                    yield clause.sentence.references[k][0], clause.sentence.references[j][0]


def _behind(clause: Clause, name: int) -> int:
    """Return the token behind a name, what two commas close put aside."""
    after = name + 1
    if clause.forms[after] != ",":
        return after
    if _stands_for_verb(clause, after):
        return after + 1
    closing = range(after + 2, min(after + _INSERTED_TOKENS, len(clause.tokens) - 1))
    closes = next((k for k in closing if clause.forms[k] == ","), after)
    return closes + 1


def _stands_for_verb(clause: Clause, comma: int) -> bool:
    """Tell whether a comma stands between nothing but a name and an organisation: "Ada joined X; Grace, Y."."""
    marks = clause.forms[comma - 2], clause.forms[comma], clause.forms[min(comma + 2, len(clause.tokens) - 1)]
    return clause.names(comma + 1, "Organization") and marks in ((";", ",", ";"), (";", ",", "."))


def _claim(said: Claim, slot: str, person: Mention, organization: Mention) -> Claim:
    shared = [q for q in said.qualifiers if q.name in _SHARED]
    if slot == "object":
        return replace(said, subject=person, object=organization, qualifiers=tuple(shared))
    origin = Qualifier("from", organization.name, organization.text, organization.span, organization.type)
    return replace(said, subject=person, qualifiers=tuple(sorted([origin, *shared], key=lambda q: q.name)))
