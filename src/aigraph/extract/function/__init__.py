"""The grammatical functions by which rules find their subject, object and qualifiers, in one table.

What the table does not name is a preposition: a lower-case word or phrase that leads to what is sought.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from aigraph.extract import wordorder
from aigraph.extract.figure import date, money, number, number_before
from aigraph.extract.function import beside, by_place, fellow, told, where, who
from aigraph.extract.office import office_led_to
from aigraph.extract.preposition import complement, led_to
from aigraph.extract.search import Search
from aigraph.extract.stretch import cleft
from aigraph.model import Mention

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
        for noun in (search.at, *where.sharing(search.clause, search.at)):
            near = search.mentions(complement(search.clause, noun, prepositions, search.class_))
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
    clause, at, class_ = search.clause, search.at, search.class_
    weak = wordorder.clitic(clause, at, (preposition,), class_) if clause.verbal(at) else []
    found = weak or led_to(clause, at, preposition, class_)
    return search.mentions(found or office_led_to(clause, at, preposition, class_))


def _led(search: Search, preposition: str) -> Sequence[Mention]:
    clause, at, class_ = search.clause, search.at, search.class_
    return search.mentions(wordorder.led(clause, at, (preposition,), class_) or cleft(clause, at, preposition, class_))


PLACES: Mapping[str, Function] = {
    "subject": by_place.subject,
    "intransitive": by_place.intransitive,
    "object": by_place.acted_upon,
    "bearer": by_place.described,
    "holder": by_place.holder,
}
"""Where to look for what a function of the same name has not found in the tree."""

INFERRED: Mapping[str, Function] = {
    "employer": told.employer,
    "initiator": fellow.initiator,
    "predecessor": told.predecessor,
    "salient": told.salient,
    "in-question": told.in_question,
}
"""What the sentence does not say, by functions that are asked last."""

FUNCTIONS: Mapping[str, Function] = {
    "subject": who.subject,
    "intransitive": who.intransitive,
    "object": who.acted_upon,
    "bearer": who.described,
    "holder": who.holder,
    "team": who.team,
    "topic": who.topic,
    "possessor": where.possessor,
    "modifier": where.modifier,
    "owner": fellow.owner,
    "apposed-owner": fellow.apposed_owner,
    "partner": fellow.partner,
    "signed": where.signed,
    "giver": who.giver,
    "held": who.held,
    "raiser": who.raiser,
    "owned": beside.owned,
    "self": beside.itself,
    "there": where.there,
    "before": beside.before_mark,
    "set-apart": beside.set_apart,
    "heading-line": beside.heading_line,
    "stations": beside.listed_stations,
    "post": where.post,
    "office": where.office,
    "name-before": beside.name_before,
    "enumerated": beside.enumerated,
    "listed": beside.listed,
    "before-list": beside.before_list,
    "elsewhere": beside.elsewhere,
    "suitor": where.suitor,
    "where": where.where,
    "money": money,
    "number": number,
    "number-before": number_before,
    "date": date,
    **INFERRED,
}
"""Every function by the name that rule files call it; its docstring says what it finds."""
