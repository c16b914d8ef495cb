"""The posts that verbs of coming and going speak of, and where they are held: "left his job at X for a chair at Y"."""

from __future__ import annotations

from aigraph.extract.clause import Clause
from aigraph.extract.preposition import complement
from aigraph.extract.verb import passive

_HELD, _HELD_PASSIVE = ("obj", "dep"), ("nsubj:pass",)


def office_held(clause: Clause, verb: int) -> int | None:
    """Return the post that an active verb has for its object, or that the subject of a passive one is."""
    links = _HELD_PASSIVE if passive(clause, verb) else _HELD
    return next((k for k in clause.children[verb] if clause.tokens[k].deprel in links and _office(clause, k)), None)


def of_office(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return where a post is held: what the first preposition behind it leads to."""
    grammar = clause.language.grammar
    first = next((k for k in range(noun + 1, len(clause.tokens)) if clause.tokens[k].upos == "ADP"), None)
    if first is None or clause.preposition(clause.forms[first]) not in grammar.office_prepositions | grammar.as_role:
        return []
    return complement(clause, noun, sorted(grammar.office_prepositions), class_)


def office_led_to(clause: Clause, i: int, preposition: str, class_: str) -> list[int]:
    """Return where the post is held that a preposition leads to from a verb: "left for a job at X"."""
    if not clause.verbal(i):
        return []
    posts = (k for k in clause.children[i] if clause.first_marker(k) == preposition and _office(clause, k))
    return next((found for k in posts if (found := of_office(clause, k, class_))), [])


def _office(clause: Clause, k: int) -> bool:
    words = clause.language.sets["office"]
    return not clause.named(k) and bool({clause.forms[k], clause.tokens[k].lemma} & words)
