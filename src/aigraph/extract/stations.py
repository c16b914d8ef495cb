"""The stations of a career that a phrase lists without a verb: "ex-X, then Y and, briefly, Z", "(X, Y)", "Ada: X"."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.extract.bearer import bearer
from aigraph.extract.clause import Clause
from aigraph.extract.coordination import joined
from aigraph.extract.outline import outline

_ORGANIZATION, _PERSON = "Organization", "Person"
_OPENING = ("(", "[")
_LEADS = (":", "—", "–")
_BREAKS = (";", ".", "?", "!", "•", "|")
# How many tokens of description may stand between a name and the mark before its stations: "Ada, finances: X".
_DESCRIPTION_TOKENS = 4
# How many tokens behind the last station a word like "both" may stand: "X, the two of them", "X, both".
_BEHIND_TOKENS = 4


def stations(clause: Clause, i: int) -> list[int]:
    """Return the organisation at token i with those that go on from it in a list of stations."""
    found = [i]
    for k in _going_on(clause, i):
        if not _is_station(clause, k):
            break
        found.append(k)
    return found


def _going_on(clause: Clause, i: int) -> Iterator[int]:
    """Yield the organisations behind token i that marks and words like "then" part from it, and from each other."""
    grammar, depth, linked = clause.language.grammar, clause.brackets[i], False
    for k in range(i + 1, len(clause.tokens)):
        form = clause.forms[k]
        if clause.brackets[k] not in (depth, k) and clause.brackets[k] > depth:
            continue
        if clause.brackets[k] < depth or (clause.named(k) and not (linked and clause.names(k, _ORGANIZATION))):
            return
        if clause.named(k):
            yield k
            linked = False
        elif form in grammar.list_marks | grammar.sequence:
            linked = True
        elif not (outline(clause).in_time(k) or form in ("(", ")") or (linked and _opens_station(clause, k, i))):
            return


def _opens_station(clause: Clause, k: int, first: int) -> bool:
    """Tell whether token k may stand before another station: an article, "ex", the preposition of the first one."""
    grammar, form = clause.language.grammar, clause.forms[k]
    words = grammar.articles | grammar.former | grammar.present | grammar.former_prefixes | {"-"}
    return form in words or clause.preposition(form) == clause.first_marker(first)


def _is_station(clause: Clause, k: int) -> bool:
    """Tell whether an organisation stands for itself: it owns nothing, modifies nothing and does nothing."""
    after = k + 1
    if after >= len(clause.tokens):
        return True
    acts = clause.tokens[k].deprel.startswith("nsubj") and clause.tokens[k].head > k
    owns = clause.forms[after] in clause.language.grammar.possessive_marks
    return not (acts or owns or clause.tokens[after].upos in ("NOUN", "PROPN", "VERB", "AUX"))


def travellers(clause: Clause, i: int) -> list[int]:
    """Return those before the list of stations that token i stands in: "Ada (formerly X)", "Ada and Grace, both of X".

    A description before a bracket stands for whom it describes: "A trader by training (X), Ada".
    """
    k = _introduction(clause, i) - 1
    if k < 0 or k == i - 1:
        return []
    if clause.names(k, _PERSON):
        several = _of_each(clause, k, i) or _of_all(clause, k)
        return [m for m in joined(clause, [k], _PERSON, plural=several) if m <= k]
    return _described(clause, k) if clause.forms[k + 1] in _OPENING else []


def _introduction(clause: Clause, i: int) -> int:
    """Return where the words begin that introduce a list of stations: marks, prepositions, "formerly", "both"."""
    grammar = clause.language.grammar
    words = grammar.former | grammar.present | grammar.articles | grammar.sequence | grammar.distributive | {"(", ","}
    k = i
    while k > 0 and (
        clause.forms[k - 1] in words
        or clause.tokens[k - 1].upos in ("ADP", "ADV")
        or outline(clause).in_time(k - 1)
        or (clause.names(k - 1, _ORGANIZATION) and clause.forms[k] == ",")
    ):
        k -= 1
    return k


def _of_each(clause: Clause, name: int, i: int) -> bool:
    """Tell whether a word like "both" stands with the stations behind a name."""
    last = stations(clause, i)[-1]
    reach = range(name + 1, min(last + 1 + _BEHIND_TOKENS, len(clause.tokens)))
    return any(clause.forms[k] in clause.language.grammar.distributive for k in reach)


def _of_all(clause: Clause, name: int) -> bool:
    """Tell whether what stands behind a name and a comma is said of it and of all that are listed before it.

    "Ada and Grace, of X, lead": not if something stands between the names, or the article tells elsewhere of another
    place of one.
    """
    if clause.forms[name + 1] != "," or name < 2 or clause.forms[name - 1] not in clause.language.grammar.conjunctions:
        return False
    people = [k for k in joined(clause, [name], _PERSON, plural=True) if k <= name]
    references = clause.sentence.references
    here = {references[k][0].name for k in range(len(clause.tokens)) if clause.names(k, _ORGANIZATION)}
    posts = (post for k in people[:-1] for post in clause.background.posts.get(references[k][0].name, ()))
    elsewhere = any(post.name not in here for post in posts)
    marks = clause.language.grammar.list_marks
    bare = all(k in people or clause.forms[k] in marks for k in range(people[0], name))
    return len(people) > 1 and bare and not elsewhere


def _described(clause: Clause, end: int) -> list[int]:
    """Return whom the description that ends with a token describes."""
    people = clause.language.references.person_nouns | clause.language.sets["role"] | clause.language.sets["occupation"]
    piece = outline(clause).piece(end)
    noun = next((k for k in range(end, piece.start - 1, -1) if clause.forms[k] in people), None)
    return [] if noun is None else bearer(clause, noun)


def heads_line(clause: Clause, i: int) -> list[int]:
    """Return those whose names open the line of a station: "Ada, finances: X, Y", "Ada and Grace, X both"."""
    mark = _mark_before(clause, i)
    if mark is None or not _is_station(clause, i):
        return []
    start = next((k + 1 for k in range(mark - 1, -1, -1) if clause.forms[k] in _BREAKS), 0)
    while start < mark and clause.tokens[start].upos in ("PUNCT", "SYM"):
        start += 1
    if not clause.names(start, _PERSON):
        return []
    people = joined(clause, [start], _PERSON, plural=True)
    description = range(max(people) + 1, mark)
    if clause.forms[mark] == "," and (description or not _of_each(clause, mark, i)):
        return []
    # The tagger takes many a bare noun for a verb: "Ada, finances: X".
    apposed = clause.forms[description.start] == "," and not any(clause.named(k) for k in description)
    verbal = any(outline(clause).finite(k) for k in description) and not apposed
    return [] if verbal or len(description) > _DESCRIPTION_TOKENS else people


def _mark_before(clause: Clause, i: int) -> int | None:
    """Return the mark that introduces the list of stations in which token i stands, asides within the list left out."""
    own = outline(clause)
    for k in range(i - 1, -1, -1):
        if clause.brackets[k] != clause.brackets[i] or own.piece(k).relative:
            continue
        if clause.forms[k] in _LEADS:
            return k
        if clause.forms[k] == "," and clause.names(k - 1, _PERSON):
            return k
        if clause.names(k, _PERSON) or own.finite(k) or clause.forms[k] in _BREAKS:
            return None
    return None
