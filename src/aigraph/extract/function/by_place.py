"""Who acts, who is acted upon and whom a noun describes by the order of words, where the tree names nobody.

Each function's docstring says what it finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aigraph.extract import wordorder
from aigraph.extract.apposition import beside_mark
from aigraph.extract.apposition import described as described_beside
from aigraph.extract.bearer import acts_itself, alongside
from aigraph.extract.clause import Clause
from aigraph.extract.function.who import acts_upon_nothing
from aigraph.extract.outline import outline
from aigraph.extract.place import introduces_others
from aigraph.extract.search import Search
from aigraph.extract.stretch import behind_copula, cleft_object, dated, described_before
from aigraph.extract.verb import names_object, names_subject
from aigraph.model import Mention


def subject(search: Search) -> Sequence[Mention]:
    """Find who acts by the order of words, unless the tree names something else."""
    clause, verb, class_ = search.clause, search.at, search.class_
    if names_subject(clause, verb):
        return []
    return search.mentions(wordorder.agent(clause, verb, class_) or behind_copula(clause, verb, class_))


def intransitive(search: Search) -> Sequence[Mention]:
    """Find who acts by a verb that acts upon nothing, by the order of words."""
    return subject(search) if acts_upon_nothing(search) else []


def acted_upon(search: Search) -> Sequence[Mention]:
    """Find who or what is acted upon by the order of words, unless the tree names something else."""
    clause, verb, class_ = search.clause, search.at, search.class_
    if "object" not in clause.language.grammar.placed_first and names_object(clause, verb):
        return []
    found = cleft_object(clause, verb, class_) or wordorder.patient(clause, verb, class_)
    return search.mentions([k for k in found if search.units or not _of_part(clause, k)])


def _of_part(clause: Clause, name: int) -> bool:
    """Tell whether a name only says whose part something is: "a division of X", "X's car project"."""
    above = clause.tokens[name].head
    units = clause.language.names.organization_units
    return clause.owns(name) or (
        clause.tokens[name].deprel in ("nmod", "nmod:poss", "compound") and clause.forms[above] in units
    )


def described(search: Search) -> Sequence[Mention]:
    """Find whom a noun describes by the order of words, or else whom it stands for: "The co-founder of X left"."""
    clause, noun, class_ = search.clause, search.at, search.class_
    itself = [] if clause.named(noun) or _points_back(clause, noun) else [noun]
    if acts_itself(clause, noun):
        return search.mentions(itself)
    found = described_beside(clause, noun, class_)
    above = None if found else alongside(clause, noun)
    if above is not None:
        return described(replace(search, at=above))
    if not found and not introduces_others(clause, noun) and (not clause.marker(noun) or dated(clause, noun)):
        found = described_before(clause, noun, class_)
    found = found or behind_copula(clause, noun, class_)
    return search.mentions(found or itself)


def _points_back(clause: Clause, noun: int) -> bool:
    """Tell whether a noun stands for a group named before: "these engineers of X", not "three engineers of X"."""
    references = clause.language.references
    phrase = clause.forms[outline(clause).edge(noun) : noun]
    return noun in clause.sentence.groups and not (references.definite - references.contracted).isdisjoint(phrase)


def holder(search: Search) -> Sequence[Mention]:
    """Find the person beside whose name the phrase stands, or the only one of the sentence, no semicolon between."""
    clause = search.clause
    found = beside_mark(clause, search.at, search.class_)
    if found:
        return search.mentions(found)
    people = [k for k in range(len(clause.tokens)) if clause.refers(k, search.class_)]
    names = {clause.sentence.references[k][0].name for k in people}
    beyond = {k for k in people if ";" in clause.forms[min(k, search.at) : max(k, search.at)]}
    return search.mentions([k for k in people if k not in beyond][:1]) if len(names) == 1 else []
