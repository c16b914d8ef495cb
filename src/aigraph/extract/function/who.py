"""Who acts, who or what is acted upon, and whom a phrase is about, by the tree.

Each function's docstring says what it finds.
"""

from __future__ import annotations

from collections.abc import Sequence

from aigraph.extract import wordorder
from aigraph.extract.bearer import bearer
from aigraph.extract.coordination import opening
from aigraph.extract.search import Search
from aigraph.extract.stretch import bracketed
from aigraph.extract.verb import bare_participle, deep_object, deep_subject, denoted_subject, has_object, passive
from aigraph.model import Block, Mention


def subject(search: Search) -> Sequence[Mention]:
    """Find who acts, whatever the voice of the verb; in a list, whom the item is about."""
    clause, verb, class_ = search.clause, search.at, search.class_
    found = [] if passive(clause, verb) else bracketed(clause, verb, class_)
    return search.mentions(found or deep_subject(clause, verb, class_)) or topic(search)


def intransitive(search: Search) -> Sequence[Mention]:
    """Find who acts by a verb that acts upon nothing: "the company started in 2023"."""
    return subject(search) if acts_upon_nothing(search) else []


def acts_upon_nothing(search: Search) -> bool:
    """Tell whether the trigger is a verb in the active voice without an object."""
    clause, verb = search.clause, search.at
    return clause.verbal(verb) and not passive(clause, verb) and not has_object(clause, verb, search.phrase)


def acted_upon(search: Search) -> Sequence[Mention]:
    """Find who or what is acted upon, whatever the voice of the verb."""
    clause, verb, class_ = search.clause, search.at, search.class_
    found = bracketed(clause, verb, class_) if bare_participle(clause, verb) else []
    return search.mentions(found or deep_object(clause, verb, class_, units=search.units))


def described(search: Search) -> Sequence[Mention]:
    """Find whom the noun describes; in a list, whom the item is about."""
    clause, noun, class_ = search.clause, search.at, search.class_
    return search.mentions(bracketed(clause, noun, class_) or bearer(clause, noun, class_)) or topic(search)


def team(search: Search) -> Sequence[Mention]:
    """Find who is of the team that a relative clause tells of: "Ada led the group that built X"."""
    clause = search.clause
    relative = clause.language.references.relative_pronouns
    subjects = [k for k in clause.children[search.at] if clause.tokens[k].deprel.startswith("nsubj")]
    if not subjects or any(clause.forms[k] not in relative for k in subjects):
        return []
    return search.mentions(_person_above(search))


def holder(search: Search) -> Sequence[Mention]:
    """Find the person whom a phrase like "chez Google" is about: by the noun or verb above, or the list item."""
    found = bracketed(search.clause, search.at, search.class_)
    return search.mentions(found or (_person_above(search) if search.class_ == "Person" else [])) or topic(search)


def _person_above(search: Search) -> list[int]:
    clause = search.clause
    for j in clause.up(search.at):
        if clause.verbal(j):
            # "created by Ada on her return": who acts, if the verb acts upon no person.
            patients = denoted_subject(clause, j, "Person") if passive(clause, j) else []
            return patients or deep_subject(clause, j, "Person")
        if clause.names(j, "Person"):
            return [j]
        if clause.tokens[j].upos == "NOUN" and not clause.named(j):
            found = bearer(clause, j)
            if found:
                return found
    return []


def topic(search: Search) -> Sequence[Mention]:
    """Find whom the list item is about, unless the sentence names another person before the trigger."""
    clause, sentence = search.clause, search.clause.sentence
    if sentence.block is not Block.ITEM or sentence.topic is None:
        return []
    topics = [mention for mention in opening(clause) if clause.is_a(mention.type, search.class_)]
    known = {mention.name for mention in topics}
    people = (sentence.references[k][0].name for k in range(search.at) if clause.names(k, "Person"))
    return topics if all(name in known for name in people) else []


def giver(search: Search) -> Sequence[Mention]:
    """Find who gives the thing: the agent of its passive verb, or the subject of the verb that it is an object of."""
    clause, noun = search.clause, search.at
    verb = next((k for k in clause.children[noun] if clause.verbal(k) and passive(clause, k)), None)
    if verb is None:
        verb = next((k for k in clause.up(noun) if clause.verbal(k)), None)
    return [] if verb is None else search.mentions(deep_subject(clause, verb, search.class_))


def held(search: Search) -> Sequence[Mention]:
    """Find what the verb that the noun is the subject of acts upon: "Her résumé lists X and Y"."""
    clause, noun = search.clause, search.at
    verb = next((k for k in clause.up(noun) if clause.verbal(k)), None)
    if verb is None or verb < noun or passive(clause, verb):
        return []
    tokens = deep_object(clause, verb, search.class_) or wordorder.patient(clause, verb, search.class_)
    return search.mentions([k for k in tokens if k > verb])


def raiser(search: Search) -> Sequence[Mention]:
    """Find who acts by the verb above the one that the trigger hangs on: "X closed a round led by Y"."""
    clause = search.clause
    above = (k for k in clause.up(search.at) if clause.verbal(k))
    return next((found for k in above if (found := search.mentions(deep_subject(clause, k, search.class_)))), [])
