"""Where someone works or goes: the organisation of a post, its owner, what "there" stands for.

Each function's docstring says what it finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from aigraph.extract import wordorder
from aigraph.extract.clause import Clause
from aigraph.extract.nominal import first_denoted
from aigraph.extract.office import of_office, office_held
from aigraph.extract.outline import outline
from aigraph.extract.search import Search
from aigraph.extract.stretch import place_of
from aigraph.model import Mention

_MODIFIER_TOKENS = 4
# How many tokens behind "as" the organisation of a post may stand.
_POST_TOKENS = 8
# How far behind a post another may stand that shares its complement.
_SHARING_TOKENS = 8
# How far behind a word "there" may stand.
_THERE_TOKENS = 6


def possessor(search: Search) -> Sequence[Mention]:
    """Find the owner of the noun, or of the one that it goes on from: "Google's director", "its founder and chief"."""
    clause, noun = search.clause, search.at
    found = search.mentions(first_denoted(clause, owners(clause, noun), search.class_))
    if not found and clause.tokens[noun].deprel == "conj" and not clause.named(clause.tokens[noun].head):
        before = (k for k in owners(clause, clause.tokens[noun].head) if k < noun)
        found = search.mentions(first_denoted(clause, before, search.class_))
    return found


def owners(clause: Clause, noun: int) -> Iterator[int]:
    """Yield whose a noun is: the names and possessives before it."""
    references = clause.language.references
    for k in clause.children[noun]:
        owns = clause.forms[k] in references.possessive | references.plural_possessive
        if owns or clause.tokens[k].deprel in ("nmod:poss", "poss"):
            yield k


def sharing(clause: Clause, noun: int) -> Iterator[int]:
    """Yield the post that is joined to one and has its complement: "founder and, until 2020, boss of X"."""
    grammar, sets = clause.language.grammar, clause.language.sets
    behind = range(noun + 1, min(noun + 1 + _SHARING_TOKENS, len(clause.tokens)))
    if noun + 1 not in behind or clause.forms[noun + 1] not in grammar.conjunctions:
        return
    for k in behind:
        if clause.named(k) or clause.verbal(k):
            return
        if {clause.forms[k], clause.tokens[k].lemma} & (sets["founder"] | sets["role"]):
            yield k
            return


def modifier(search: Search) -> Sequence[Mention]:
    """Find the name that stands before the noun as its modifier: "an OpenAI researcher", "Google Fellow"."""
    clause, noun = search.clause, search.at
    for k in clause.children[noun]:
        if k >= noun or clause.tokens[k].deprel not in ("compound", "nmod", "amod", "flat", "nsubj", "appos"):
            continue
        parted = any(clause.forms[m] in clause.language.grammar.apposition_marks for m in range(k, noun))
        if clause.names(k, search.class_) and not clause.marker(k) and not parted:
            return search.mentions(_modifiers(clause, k, noun, search.class_))
    if not clause.language.grammar.noun_adjuncts:
        return []
    left = noun - 1
    while (
        left >= 0 and clause.tokens[left].upos in ("ADJ", "NOUN") and clause.tokens[left].head in range(left, noun + 1)
    ):
        left -= 1
    near = left >= 0 and noun - left <= _MODIFIER_TOKENS
    return search.mentions(
        _modifiers(clause, left, noun, search.class_) if near and clause.names(left, search.class_) else []
    )


def _modifiers(clause: Clause, name: int, noun: int, class_: str) -> list[int]:
    """Return a name before a noun, both of a pair that opens its phrase: "the former Xiaomi and Google executive"."""
    grammar = clause.language.grammar
    for first in (name - 2, name):
        link, second = first + 1, first + 2
        pair = first >= 0 and second < noun and clause.forms[link] in grammar.conjunctions | {"/", "&"}
        if pair and clause.names(first, class_) and clause.names(second, class_):
            before = first - 1
            former = before >= 0 and clause.forms[before] in grammar.former
            opens = before < 0 or former or clause.tokens[before].upos in ("DET", "PUNCT")
            return [first, second] if opens else [second]
    return [name]


def signed(search: Search) -> Sequence[Mention]:
    """Find the name that only a comma parts from a post, nothing behind it: "(co-founder, Google)"."""
    clause, name = search.clause, search.at + 2
    if name >= len(clause.tokens) or clause.forms[name - 1] != "," or not clause.names(name, search.class_):
        return []
    closed = all(clause.tokens[k].upos == "PUNCT" for k in range(name + 1, min(name + 2, len(clause.tokens))))
    listed = name + 1 < len(clause.tokens) and clause.forms[name + 1] in clause.language.grammar.list_marks
    return search.mentions([name] if closed and not listed else [])


def office(search: Search) -> Sequence[Mention]:
    """Find the organisation of the post that the verb has for its object: "gave up his chair at X"."""
    clause, verb = search.clause, search.at
    held = office_held(clause, verb)
    if held is None:
        return []
    at = replace(search, at=held)
    return possessor(at) or modifier(at) or search.mentions(of_office(clause, held, search.class_))


def there(search: Search) -> Sequence[Mention]:
    """Find what a word of place stands for: "a director there", "worked there until May", "où elle dirigeait"."""
    clause = search.clause
    reach = range(search.at + 1, min(search.at + 1 + _THERE_TOKENS, len(clause.tokens)))
    adverbs = (k for k in reach if clause.forms[k] in clause.language.grammar.place_adverbs)
    found = [k for k in adverbs if clause.refers(k, search.class_)][:1]
    places = clause.language.grammar.place_adverbs
    return search.mentions(found or wordorder.pronominal(clause, search.at, places, search.class_))


def post(search: Search) -> Sequence[Mention]:
    """Find the organisation of the post that "as" leads to: "as OpenAI's president", "as head of the lab at Meta"."""
    clause = search.clause
    behind = list(outline(clause).rightward(search.at))
    at = next((n for n, k in enumerate(behind) if clause.forms[k] in clause.language.grammar.as_role), len(behind))
    for k in behind[at + 1 : at + 1 + _POST_TOKENS]:
        if clause.tokens[k].upos == "CCONJ" and clause.tokens[k - 1].upos == "PUNCT":
            return []
        if clause.refers(k, search.class_):
            return search.mentions([k])
        if clause.tokens[k].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "PART", "CCONJ"):
            return []
    return []


def where(search: Search) -> Sequence[Mention]:
    """Find the organisation whose relative clause the trigger stands in: "Google, where she was a researcher"."""
    return search.mentions(place_of(search.clause, search.at, search.class_))


def suitor(search: Search) -> Sequence[Mention]:
    """Find the one organisation before the trigger that asks someone to come: "courted by X, she declined"."""
    clause = search.clause
    asks = clause.language.sets["courting"]
    if not any({clause.tokens[k].lemma, clause.forms[k]} & asks for k in range(search.at)):
        return []
    before = [k for k in range(search.at) if clause.names(k, search.class_)]
    of_people = {k for k in before if clause.first_marker(k) in clause.language.grammar.origin_prepositions}
    found = clause.mentions([k for k in before if k not in of_people], search.class_)
    return found[:1] if len({mention.name for mention in found}) == 1 else []
