"""The names that stand beside the trigger, in the list that it opens, or alone in the sentence.

Each function's docstring says what it finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aigraph.extract.apposition import beside_mark
from aigraph.extract.clause import Clause
from aigraph.extract.coordination import coordinated
from aigraph.extract.figure import number_before
from aigraph.extract.place import introduces
from aigraph.extract.search import Search
from aigraph.extract.stations import heads_line, stations, travellers
from aigraph.model import Mention


def owned(search: Search) -> Sequence[Mention]:
    """Find the name that the owner's name leads to: "Meta's Yann LeCun", "the Meta team's Yann LeCun"."""
    clause, mark = search.clause, search.at + 1
    while mark < len(clause.tokens) and clause.forms[mark] in clause.language.names.organization_units:
        mark += 1
    after = mark + 1
    if after >= len(clause.tokens) or clause.forms[mark] not in clause.language.grammar.possessive_marks:
        return []
    return search.mentions([after] if clause.names(after, search.class_) else [])


def itself(search: Search) -> Sequence[Mention]:
    """Find what the trigger itself refers to, with the works that are listed behind it ("on HHVM, Hack and Flow")."""
    return search.mentions(_same_kind(search.clause, search.at, search.class_))


def _same_kind(clause: Clause, i: int, class_: str) -> Sequence[int]:
    """Return a name, of a work with those listed with it."""
    return coordinated(clause, i, class_) if clause.is_a(class_, "Artifact") else [i]


def before_mark(search: Search) -> Sequence[Mention]:
    """Find the name before the mark behind which stations are listed: "Ada Lovelace (ex-OpenAI)", "Ada, late of X"."""
    return search.mentions(travellers(search.clause, search.at))


def set_apart(search: Search) -> Sequence[Mention]:
    """Find whom a phrase that marks set apart is said of: "Formerly with X, Ada leads", "Ada, once at X"."""
    return search.mentions(beside_mark(search.clause, search.at, search.class_))


def heading_line(search: Search) -> Sequence[Mention]:
    """Find the name that opens the line in which stations are listed: "Ada Lovelace, finances: X, Y"."""
    return search.mentions(heads_line(search.clause, search.at))


def listed_stations(search: Search) -> Sequence[Mention]:
    """Find what the trigger itself refers to, with the stations that follow it: "ex-X, then Y and, briefly, Z"."""
    return search.mentions(stations(search.clause, search.at))


def name_before(search: Search) -> Sequence[Mention]:
    """Find the name right before the preposition that leads to the trigger: "Ada Lovelace of the University of X".

    Of works it is the whole list: "o1 and o3 at X".
    """
    clause, k = search.clause, search.at - 1
    while k > 0 and clause.forms[k] in clause.language.grammar.articles:
        k -= 1
    led = k > 0 and clause.tokens[k].upos == "ADP"
    if not led or not clause.names(k - 1, search.class_):
        return []
    first = k - 1
    while clause.tokens[first].deprel == "conj" and clause.names(clause.tokens[first].head, "Artifact"):
        first = clause.tokens[first].head
    return search.mentions(_same_kind(clause, first, search.class_))


def enumerated(search: Search) -> Sequence[Mention]:
    """Find the first name of the class behind the trigger, with the list that it opens: "whose employers include X"."""
    clause = search.clause
    for k in range(search.at + 1, len(clause.tokens)):
        if clause.named(k):
            return search.mentions(coordinated(clause, k, search.class_) if clause.refers(k, search.class_) else [])
        if clause.tokens[k].upos in ("PUNCT", "SCONJ", "ADP") and clause.forms[k] not in (":", "("):
            return []
    return []


def listed(search: Search) -> Sequence[Mention]:
    """Find the names of the list that "including" opens behind the trigger."""
    return search.mentions(_list_behind(search, search.class_))


def before_list(search: Search) -> Sequence[Mention]:
    """Find the last name before the list that "including" opens: where the listed people come from."""
    listed = _list_behind(search, "Person")
    between = range(search.at + 1, listed[0]) if listed else ()
    return search.mentions([k for k in between if search.clause.names(k, search.class_)][-1:])


def _list_behind(search: Search, class_: str) -> list[int]:
    clause = search.clause
    behind = range(search.at + 1, len(clause.tokens))
    start = next((k for k in behind if clause.opens_list(k)), len(clause.tokens))
    first = next((k for k in behind if k > start and clause.named(k)), None)
    return coordinated(clause, first, class_) if first is not None and clause.refers(first, class_) else []


def elsewhere(search: Search) -> Sequence[Mention]:
    """Find the one other name of the class in the sentence that no number stands before and that is no source."""
    clause = search.clause
    found = {
        clause.sentence.references[k][0].name: k
        for k in range(len(clause.tokens))
        if k != search.at and clause.names(k, search.class_)
        if not introduces(clause, k) and not number_before(replace(search, at=k))
    }
    return search.mentions(list(found.values()) if len(found) == 1 else [])
