"""Who founds an organisation with whom, and whose an organisation of one's own is.

Each function's docstring says what it finds.
"""

from __future__ import annotations

from collections.abc import Sequence

from aigraph.extract.clause import Clause
from aigraph.extract.function.where import owners
from aigraph.extract.nominal import first_denoted
from aigraph.extract.preposition import oblique
from aigraph.extract.search import Search
from aigraph.extract.verb import deep_subject, passive
from aigraph.extract.wordorder import led
from aigraph.model import Mention


def partner(search: Search) -> Sequence[Mention]:
    """Find with whom someone joins forces to do what the trigger says: "teamed up with Ada to found X"."""
    clause = search.clause
    words = clause.language.sets["partnering"]
    for verb in clause.up(search.at):
        if clause.verbal(verb) and clause.tokens[verb].lemma in words:
            return search.mentions(_companions(clause, verb, search.class_))
    return []


def _companions(clause: Clause, verb: int, class_: str) -> list[int]:
    links = clause.language.sets["companionship"]
    return oblique(clause, verb, links, class_) or led(clause, verb, links, class_)


def initiator(search: Search) -> Sequence[Mention]:
    """Find who acts by a participle that only says with whom: "Ada sold X, co-founded with Grace"."""
    clause, verb = search.clause, search.at
    agents = clause.language.grammar.agent
    if not passive(clause, verb) or clause.auxiliaries(verb) or oblique(clause, verb, agents, search.class_):
        return []
    companions = _companions(clause, verb, search.class_)
    above = next((k for k in clause.up(verb) if clause.verbal(k)), None)
    if not companions or above is None:
        return []
    return search.mentions([k for k in deep_subject(clause, above, search.class_) if k not in companions])


def owner(search: Search) -> Sequence[Mention]:
    """Find whose own the noun is: of who acts, whomever "her" may mean elsewhere: "Ada left X, her own firm"."""
    own = search.clause.language.sets["own"]
    said = any(search.clause.forms[k] in own for k in search.clause.children[search.at])
    return _bound(search) if said else []


def apposed_owner(search: Search) -> Sequence[Mention]:
    """Find whose the noun is that explains an object by a pronoun: of who acts: "Ada left X, her second firm"."""
    clause, noun = search.clause, search.at
    pronoun = any(clause.tokens[k].upos in ("PRON", "DET") for k in owners(clause, noun))
    return _bound(search) if pronoun and clause.tokens[noun].deprel == "appos" else []


def _bound(search: Search) -> Sequence[Mention]:
    """Return who acts by the verb that the noun goes with, else to whom its possessive refers."""
    clause, noun = search.clause, search.at
    acting = (deep_subject(clause, above, search.class_) for above in clause.up(noun) if clause.verbal(above))
    found = next((found for found in acting if found and noun not in found), [])
    return search.mentions(found) or search.mentions(first_denoted(clause, owners(clause, noun), search.class_))


def fellows(clause: Clause, noun: int) -> list[Mention]:
    """Return the people whose fellow a noun is: "her co-founder", "Ada's co-founder", "a founder with her"."""
    found = clause.mentions(first_denoted(clause, owners(clause, noun), "Person"), "Person")
    return found or clause.mentions(oblique(clause, noun, clause.language.sets["companionship"], "Person"), "Person")
