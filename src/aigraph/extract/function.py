"""The grammatical functions by which rules find their subject, object and qualifiers, in one table.

What the table does not name is a preposition: a lower-case word or phrase that leads to what is sought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aigraph.extract import wordorder
from aigraph.extract.apposition import beside_mark, described
from aigraph.extract.bearer import alongside, bearer
from aigraph.extract.clause import Clause
from aigraph.extract.coordination import coordinated
from aigraph.extract.figure import date, money, number, number_before
from aigraph.extract.nominal import first_denoted
from aigraph.extract.outline import outline
from aigraph.extract.place import introduces, introduces_others
from aigraph.extract.post import lacks_organization, organization_acting
from aigraph.extract.preposition import complement, led_to
from aigraph.extract.search import Search
from aigraph.extract.stretch import behind_copula, bracketed, cleft, dated, described_before, place_of
from aigraph.extract.verb import (
    bare_participle,
    deep_object,
    deep_subject,
    denoted_subject,
    has_object,
    names_object,
    names_subject,
    passive,
)
from aigraph.model import Block, Mention

_MODIFIER_TOKENS = 4
# How many tokens behind "as" the organisation of a post may stand.
_POST_TOKENS = 8
# How far behind a word "there" may stand.
_THERE_TOKENS = 6
# How likely an organisation must be the one in question.
_CLEAR = 0.5


Function = Callable[[Search], Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found; `placed` when only the place of the words told, not the tree."""

    mentions: tuple[Mention, ...] = ()
    placed: bool = False


def find(search: Search, functions: Sequence[str], *, nearest: bool = False) -> Found:
    """Return what the first of the functions that leads to anything leads to, each name once.

    With `nearest`, the prepositions among them are looked for together first, and the nearest complement wins. What
    no function finds in the tree is looked for by its place, and then by what the rest of the article tells.
    """
    if nearest:
        prepositions = [function for function in functions if function not in FUNCTIONS]
        near = search.mentions(complement(search.clause, search.at, prepositions, search.class_))
        if near:
            return Found(tuple(near))
    said = [function for function in functions if function not in INFERRED]
    found = _by_tree(search, said) or _by_place(search, said)
    if found is not None:
        return found
    unsaid = (_free(search, INFERRED[function](search)) for function in functions if function in INFERRED)
    return Found(next((free for free in unsaid if free), ()))


def _by_tree(search: Search, functions: Sequence[str]) -> Found | None:
    for function in functions:
        if function in search.clause.language.grammar.placed_first:
            free = _free(search, PLACES[function](search))
            if free:
                return Found(free)
        free = _free(search, FUNCTIONS[function](search) if function in FUNCTIONS else _preposition(search, function))
        if free:
            return Found(free)
    return None


def _by_place(search: Search, functions: Sequence[str]) -> Found | None:
    for function in functions:
        if function in PLACES or function not in FUNCTIONS:
            free = _free(search, PLACES[function](search) if function in PLACES else _led(search, function))
            if free:
                return Found(free, placed=True)
    return None


def _free(search: Search, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    distinct: dict[str, Mention] = {}
    for mention in mentions:
        distinct.setdefault(mention.name, mention)
    return tuple(mention for name, mention in distinct.items() if name not in search.taken)


def _preposition(search: Search, preposition: str) -> Sequence[Mention]:
    return search.mentions(led_to(search.clause, search.at, preposition, search.class_))


def _led(search: Search, preposition: str) -> Sequence[Mention]:
    clause, at, class_ = search.clause, search.at, search.class_
    return search.mentions(wordorder.led(clause, at, (preposition,), class_) or cleft(clause, at, preposition, class_))


def _subject(search: Search) -> Sequence[Mention]:
    """Find who acts, whatever the voice of the verb; in a list, whom the item is about."""
    clause, verb, class_ = search.clause, search.at, search.class_
    found = [] if passive(clause, verb) else bracketed(clause, verb, class_)
    return search.mentions(found or deep_subject(clause, verb, class_)) or _topic(search)


def _intransitive(search: Search) -> Sequence[Mention]:
    """Find who acts by a verb that acts upon nothing: "the company started in 2023"."""
    return _subject(search) if _acts_upon_nothing(search) else []


def _acts_upon_nothing(search: Search) -> bool:
    clause, verb = search.clause, search.at
    return clause.verbal(verb) and not passive(clause, verb) and not has_object(clause, verb, search.phrase)


def _object(search: Search) -> Sequence[Mention]:
    """Find who or what is acted upon, whatever the voice of the verb."""
    clause, verb, class_ = search.clause, search.at, search.class_
    found = bracketed(clause, verb, class_) if bare_participle(clause, verb) else []
    return search.mentions(found or deep_object(clause, verb, class_, units=search.units))


def _bearer(search: Search) -> Sequence[Mention]:
    """Find whom the noun describes; in a list, whom the item is about."""
    clause, noun, class_ = search.clause, search.at, search.class_
    return search.mentions(bracketed(clause, noun, class_) or bearer(clause, noun, class_)) or _topic(search)


def _team(search: Search) -> Sequence[Mention]:
    """Find who is of the team that a relative clause tells of: "Ada led the group that built X"."""
    clause = search.clause
    relative = clause.language.references.relative_pronouns
    subjects = [k for k in clause.children[search.at] if clause.tokens[k].deprel.startswith("nsubj")]
    if not subjects or any(clause.forms[k] not in relative for k in subjects):
        return []
    return search.mentions(_person_above(search))


def _holder(search: Search) -> Sequence[Mention]:
    """Find the person whom a phrase like "chez Google" is about: by the noun or verb above, or the list item."""
    found = bracketed(search.clause, search.at, search.class_)
    return search.mentions(found or (_person_above(search) if search.class_ == "Person" else [])) or _topic(search)


def _person_above(search: Search) -> list[int]:
    clause = search.clause
    for j in clause.up(search.at):
        if clause.verbal(j):
            return denoted_subject(clause, j, "Person") if passive(clause, j) else deep_subject(clause, j, "Person")
        if clause.names(j, "Person"):
            return [j]
        if clause.tokens[j].upos == "NOUN" and not clause.named(j):
            found = bearer(clause, j)
            if found:
                return found
    return []


def _topic(search: Search) -> Sequence[Mention]:
    """Find whom the list item is about, unless the sentence names another person before the trigger."""
    clause, sentence = search.clause, search.clause.sentence
    if sentence.block is not Block.ITEM or sentence.topic is None:
        return []
    topics = [mention for mention in wordorder.opening(clause) if clause.is_a(mention.type, search.class_)]
    known = {mention.name for mention in topics}
    people = (sentence.references[k][0].name for k in range(search.at) if clause.names(k, "Person"))
    return topics if all(name in known for name in people) else []


def _possessor(search: Search) -> Sequence[Mention]:
    """Find the owner of the noun, or of the one that it goes on from: "Google's director", "its founder and chief"."""
    clause, noun = search.clause, search.at
    found = search.mentions(first_denoted(clause, _owners(clause, noun), search.class_))
    if not found and clause.tokens[noun].deprel == "conj" and not clause.named(clause.tokens[noun].head):
        owners = (k for k in _owners(clause, clause.tokens[noun].head) if k < noun)
        found = search.mentions(first_denoted(clause, owners, search.class_))
    return found


def _owners(clause: Clause, noun: int) -> Iterator[int]:
    references = clause.language.references
    for k in clause.children[noun]:
        owns = clause.forms[k] in references.possessive | references.plural_possessive
        if owns or clause.tokens[k].deprel in ("nmod:poss", "poss"):
            yield k


def _modifier(search: Search) -> Sequence[Mention]:
    """Find the name that stands before the noun as its modifier: "an OpenAI researcher", "Google Fellow"."""
    clause, noun = search.clause, search.at
    for k in clause.children[noun]:
        if k >= noun or clause.tokens[k].deprel not in ("compound", "nmod", "amod", "flat", "nsubj", "appos"):
            continue
        parted = any(clause.forms[m] in clause.language.grammar.apposition_marks for m in range(k, noun))
        if clause.names(k, search.class_) and not clause.marker(k) and not parted:
            return search.mentions([k])
    if not clause.language.grammar.noun_adjuncts:
        return []
    left = noun - 1
    while (
        left >= 0 and clause.tokens[left].upos in ("ADJ", "NOUN") and clause.tokens[left].head in range(left, noun + 1)
    ):
        left -= 1
    near = left >= 0 and noun - left <= _MODIFIER_TOKENS
    return search.mentions([left]) if near and clause.names(left, search.class_) else []


def _giver(search: Search) -> Sequence[Mention]:
    """Find who gives the thing: the agent of its passive verb, or the subject of the verb that it is an object of."""
    clause, noun = search.clause, search.at
    verb = next((k for k in clause.children[noun] if clause.verbal(k) and passive(clause, k)), None)
    if verb is None:
        verb = next((k for k in clause.up(noun) if clause.verbal(k)), None)
    return [] if verb is None else search.mentions(deep_subject(clause, verb, search.class_))


def _owned(search: Search) -> Sequence[Mention]:
    """Find the name that the owner's name leads to: "Meta's Yann LeCun"."""
    clause, after = search.clause, search.at + 2
    if after >= len(clause.tokens) or clause.forms[after - 1] not in clause.language.grammar.possessive_marks:
        return []
    return search.mentions([after] if clause.names(after, search.class_) else [])


def _there(search: Search) -> Sequence[Mention]:
    """Find what a word of place stands for: "a director there", "worked there until May", "où elle dirigeait"."""
    clause = search.clause
    reach = range(search.at + 1, min(search.at + 1 + _THERE_TOKENS, len(clause.tokens)))
    adverbs = (k for k in reach if clause.forms[k] in clause.language.grammar.place_adverbs)
    found = [k for k in adverbs if clause.refers(k, search.class_)][:1]
    places = clause.language.grammar.place_adverbs
    return search.mentions(found or wordorder.pronominal(clause, search.at, places, search.class_))


def _self(search: Search) -> Sequence[Mention]:
    """Find what the trigger itself refers to, with the works that are listed behind it ("on HHVM, Hack and Flow")."""
    work = search.clause.is_a(search.class_, "Artifact")
    return search.mentions(coordinated(search.clause, search.at, search.class_) if work else [search.at])


def _before_mark(search: Search) -> Sequence[Mention]:
    """Find the name just before a bracket or a comma, words of origin put aside: "Ada Lovelace (ex-OpenAI)"."""
    clause, grammar = search.clause, search.clause.language.grammar
    k = search.at - 1
    passed = {"(", ","} | grammar.former | grammar.present | grammar.articles
    while k >= 0 and (clause.forms[k] in passed or clause.tokens[k].upos == "ADP"):
        k -= 1
    return search.mentions([k] if k >= 0 and clause.names(k, search.class_) else [])


def _post(search: Search) -> Sequence[Mention]:
    """Find the organisation of the post that "as" leads to: "as OpenAI's president", "as head of the lab at Meta"."""
    clause = search.clause
    behind = list(outline(clause).rightward(search.at))
    at = next((n for n, k in enumerate(behind) if clause.forms[k] in clause.language.grammar.as_role), len(behind))
    for k in behind[at + 1 : at + 1 + _POST_TOKENS]:
        if clause.refers(k, search.class_):
            return search.mentions([k])
        if clause.tokens[k].upos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "PART", "CCONJ"):
            return []
    return []


def _name_before(search: Search) -> Sequence[Mention]:
    """Find the name right before the preposition that leads to the trigger: "Ada Lovelace of the University of X"."""
    clause, k = search.clause, search.at - 1
    while k > 0 and clause.forms[k] in clause.language.grammar.articles:
        k -= 1
    led = k > 0 and clause.tokens[k].upos == "ADP"
    return search.mentions([k - 1] if led and clause.names(k - 1, search.class_) else [])


def _enumerated(search: Search) -> Sequence[Mention]:
    """Find the first name of the class behind the trigger, with the list that it opens: "whose employers include X"."""
    clause = search.clause
    for k in range(search.at + 1, len(clause.tokens)):
        if clause.named(k):
            return search.mentions(coordinated(clause, k, search.class_) if clause.refers(k, search.class_) else [])
        if clause.tokens[k].upos in ("PUNCT", "SCONJ", "ADP") and clause.forms[k] not in (":", "("):
            return []
    return []


def _listed(search: Search) -> Sequence[Mention]:
    """Find the names of the list that "including" opens behind the trigger."""
    return search.mentions(_list_behind(search, search.class_))


def _before_list(search: Search) -> Sequence[Mention]:
    """Find the last name before the list that "including" opens: where the listed people come from."""
    listed = _list_behind(search, "Person")
    between = range(search.at + 1, listed[0]) if listed else ()
    return search.mentions([k for k in between if search.clause.names(k, search.class_)][-1:])


def _list_behind(search: Search, class_: str) -> list[int]:
    clause = search.clause
    behind = range(search.at + 1, len(clause.tokens))
    start = next((k for k in behind if clause.forms[k] in clause.language.grammar.including), len(clause.tokens))
    first = next((k for k in behind if k > start and clause.named(k)), None)
    return coordinated(clause, first, class_) if first is not None and clause.refers(first, class_) else []


def _elsewhere(search: Search) -> Sequence[Mention]:
    """Find the one other name of the class in the sentence that no number stands before and that is no source."""
    clause = search.clause
    found = {
        clause.sentence.references[k][0].name: k
        for k in range(len(clause.tokens))
        if k != search.at and clause.names(k, search.class_)
        if not introduces(clause, k) and not number_before(replace(search, at=k))
    }
    return search.mentions(list(found.values()) if len(found) == 1 else [])


def _employer(search: Search) -> Sequence[Mention]:
    """Find the organisation for which the person who acts does: where he or she works, or what he or she founded."""
    clause = search.clause
    actors = deep_subject(clause, search.at, "Person") or wordorder.agent(clause, search.at, "Person")
    houses = (clause.background.house(actor.name) for actor in clause.mentions(actors, "Person"))
    return [house for house in houses if house is not None][:1]


def _salient(search: Search) -> Sequence[Mention]:
    """Find the organisation in question for a post that names none: "Le PDG Ada Lovelace", "Ada Lovelace, the CEO"."""
    clause, noun = search.clause, search.at
    if not lacks_organization(clause, noun):
        return []
    acting = organization_acting(clause, noun)
    found = search.mentions([acting]) if acting is not None else in_question(search)
    return [mention for mention in found if search.fits(mention)]


def in_question(search: Search) -> Sequence[Mention]:
    """Find the organisation that the article so far is about, if that is clear, but not one that people come from."""
    clause, sentence = search.clause, search.clause.sentence
    origins = {
        sentence.references[k][0].name for k in range(len(sentence.tokens)) if leads_from(clause, k, search.class_)
    }
    likely = [mention for mention in sentence.salient if mention.name not in origins | search.taken]
    # With those out of the question, the others share their odds.
    rest = sum(mention.confidence for mention in sentence.salient if mention not in likely)
    return [mention for mention in likely[:1] if mention.confidence >= _CLEAR * (1 - rest)]


def leads_from(clause: Clause, k: int, class_: str) -> bool:
    """Tell whether a verb has a name for where someone comes from: "hired from X", not "an engineer of X"."""
    led = clause.names(k, class_) and clause.first_marker(k) in clause.language.grammar.origin_prepositions
    return led and clause.verbal(clause.tokens[k].head)


def _suitor(search: Search) -> Sequence[Mention]:
    """Find the one organisation before the trigger that asks someone to come: "courted by X, she declined"."""
    clause = search.clause
    asks = clause.language.sets["courting"]
    if not any({clause.tokens[k].lemma, clause.forms[k]} & asks for k in range(search.at)):
        return []
    before = [k for k in range(search.at) if clause.names(k, search.class_)]
    of_people = {k for k in before if clause.first_marker(k) in clause.language.grammar.origin_prepositions}
    found = clause.mentions([k for k in before if k not in of_people], search.class_)
    return found[:1] if len({mention.name for mention in found}) == 1 else []


def _where(search: Search) -> Sequence[Mention]:
    """Find the organisation whose relative clause the trigger stands in: "Google, where she was a researcher"."""
    return search.mentions(place_of(search.clause, search.at, search.class_))


def _subject_by_place(search: Search) -> Sequence[Mention]:
    """Find who acts by the order of words, unless the tree names something else."""
    clause, verb, class_ = search.clause, search.at, search.class_
    if names_subject(clause, verb):
        return []
    return search.mentions(wordorder.agent(clause, verb, class_) or behind_copula(clause, verb, class_))


def _intransitive_by_place(search: Search) -> Sequence[Mention]:
    """Find who acts by a verb that acts upon nothing, by the order of words."""
    return _subject_by_place(search) if _acts_upon_nothing(search) else []


def _object_by_place(search: Search) -> Sequence[Mention]:
    """Find who or what is acted upon by the order of words, unless the tree names something else."""
    clause, verb, class_ = search.clause, search.at, search.class_
    if "object" not in clause.language.grammar.placed_first and names_object(clause, verb):
        return []
    return search.mentions(wordorder.patient(clause, verb, class_))


def _bearer_by_place(search: Search) -> Sequence[Mention]:
    """Find whom a noun describes by the order of words, or else whom it stands for: "The co-founder of X left"."""
    clause, noun, class_ = search.clause, search.at, search.class_
    found = described(clause, noun, class_)
    above = None if found else alongside(clause, noun)
    if above is not None:
        return _bearer_by_place(replace(search, at=above))
    if not found and not introduces_others(clause, noun) and (not clause.marker(noun) or dated(clause, noun)):
        found = described_before(clause, noun, class_)
    found = found or behind_copula(clause, noun, class_)
    itself = [] if noun in clause.sentence.groups or clause.named(noun) else [noun]
    return search.mentions(found or itself)


def _holder_by_place(search: Search) -> Sequence[Mention]:
    """Find the person beside whose name the phrase stands, or the only one whom the sentence speaks of."""
    clause = search.clause
    found = beside_mark(clause, search.at, search.class_)
    if found:
        return search.mentions(found)
    people = [k for k in range(len(clause.tokens)) if clause.refers(k, search.class_)]
    names = {clause.sentence.references[k][0].name for k in people}
    return search.mentions(people[:1]) if len(names) == 1 else []


PLACES: Mapping[str, Function] = {
    "subject": _subject_by_place,
    "intransitive": _intransitive_by_place,
    "object": _object_by_place,
    "bearer": _bearer_by_place,
    "holder": _holder_by_place,
}
"""Where to look for what a function of the same name has not found in the tree."""

INFERRED: Mapping[str, Function] = {
    "employer": _employer,
    "salient": _salient,
    "in-question": in_question,
}
"""What the sentence does not say, by functions that are asked last."""

FUNCTIONS: Mapping[str, Function] = {
    "subject": _subject,
    "intransitive": _intransitive,
    "object": _object,
    "bearer": _bearer,
    "holder": _holder,
    "team": _team,
    "topic": _topic,
    "possessor": _possessor,
    "modifier": _modifier,
    "giver": _giver,
    "owned": _owned,
    "self": _self,
    "there": _there,
    "before": _before_mark,
    "post": _post,
    "name-before": _name_before,
    "enumerated": _enumerated,
    "listed": _listed,
    "before-list": _before_list,
    "elsewhere": _elsewhere,
    "suitor": _suitor,
    "where": _where,
    "money": money,
    "number": number,
    "number-before": number_before,
    "date": date,
    **INFERRED,
}
"""Every function by the name that rule files call it; its docstring says what it finds."""
