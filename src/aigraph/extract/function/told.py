"""What the sentence leaves unsaid and the rest of the article tells: whom someone works for, who is in question.

Each function's docstring says what it finds.
"""

from __future__ import annotations

from collections.abc import Sequence

from aigraph.extract import wordorder
from aigraph.extract.clause import Clause
from aigraph.extract.function.fellow import fellows
from aigraph.extract.post import heading, lacks_organization, organization_acting, sole_founded
from aigraph.extract.search import Search
from aigraph.extract.verb import deep_object, deep_subject
from aigraph.gazetteer import gazetteer
from aigraph.model import Mention

# How likely an organisation must be the one in question.
_CLEAR = 0.5


def employer(search: Search) -> Sequence[Mention]:
    """Find the organisation for which the person who acts does: where he or she works, or what he or she founded."""
    clause = search.clause
    actors = deep_subject(clause, search.at, "Person") or wordorder.agent(clause, search.at, "Person")
    houses = (clause.background.house(actor.name) for actor in clause.mentions(actors, "Person"))
    return [house for house in houses if house is not None][:1]


def predecessor(search: Search) -> Sequence[Mention]:
    """Find where the one worked who is acted upon: what he or she left last, joined last, or the only place told."""
    clause, start = search.clause, search.clause.tokens[search.at].span.start
    for person in clause.mentions(deep_object(clause, search.at, "Person"), "Person"):
        left = next((e.organization for e in clause.course.before(start, "left") if e.person == person.name), None)
        found = left or clause.course.home(person.name, start) or clause.background.sole(person.name)
        if found is not None:
            return [found]
    return []


def salient(search: Search) -> Sequence[Mention]:
    """Find the organisation in question for a post that names none: "Le PDG Ada Lovelace", "Ada Lovelace, the CEO"."""
    clause, noun = search.clause, search.at
    if not lacks_organization(clause, noun):
        return []
    others = fellows(clause, noun)
    if others:
        houses = (clause.background.founded(other.name) or clause.background.house(other.name) for other in others)
        return [house for house in houses if house and not gazetteer().established(house.name)][:1]
    named = heading(clause, noun)
    sole = sole_founded(clause, noun) if named is None else named
    if sole is not None:
        return search.mentions([sole])
    acting = organization_acting(clause, noun)
    found = search.mentions([acting]) if acting is not None else in_question(search)
    return [mention for mention in found if search.fits(mention)]


def in_question(search: Search, least: float = _CLEAR) -> Sequence[Mention]:
    """Find the organisation that the article so far is about, if `least` so likely, but not one people come from."""
    clause, sentence = search.clause, search.clause.sentence
    origins = {
        sentence.references[k][0].name for k in range(len(sentence.tokens)) if leads_from(clause, k, search.class_)
    }
    likely = [mention for mention in sentence.salient if mention.name not in origins | search.taken]
    # With those out of the question, the others share their odds.
    rest = sum(mention.confidence for mention in sentence.salient if mention not in likely)
    return [mention for mention in likely[:1] if mention.confidence >= least * (1 - rest)]


def leads_from(clause: Clause, k: int, class_: str) -> bool:
    """Tell whether a verb has a name for where someone comes from: "hired from X", not "an engineer of X"."""
    led = clause.names(k, class_) and clause.first_marker(k) in clause.language.grammar.origin_prepositions
    return led and clause.verbal(clause.tokens[k].head)
