"""What the meaning of a word makes of the one below it: it plans, tries, refuses, denies or doubts it."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.extract.clause import Clause
from aigraph.extract.modality.commitment import NEGATED, Commitment
from aigraph.extract.modality.governor import Governor, is_infinitive
from aigraph.extract.modality.mood import by_itself, makes_future, mood
from aigraph.extract.modality.negation import negated
from aigraph.model import Modality

_OBJECTS = ("obj", "obl", "nmod")


def by_governor(clause: Clause, governor: Governor) -> Iterator[Commitment]:
    """Yield what a word makes of the one below it that leads to what is said."""
    # The lemmatiser does not know every form; those that it misses stand in the lists themselves.
    either = {clause.tokens[governor.at].lemma, clause.forms[governor.at]}
    if clause.tokens[governor.governed].deprel.startswith("nsubj"):
        yield from of_event(clause, governor.governed)
        return
    words = clause.language.modality
    reports = bool(either & words.saying) and not is_infinitive(clause, governor.governed)
    # "will tell you that X joined": when somebody says it is no matter of when it happened.
    yield from (one for one in mood(clause, governor.at) if one.modality is None or not reports)
    if negated(clause, governor.at):
        beside = {clause.forms[k] for k in clause.children[governor.at] if clause.tokens[k].deprel == "amod"}
        if (either | beside) & words.factive:
            return
        yield from _negation(clause, governor, either)
    if not governor.purpose:
        yield from _by_meaning(clause, governor, either)


def of_event(clause: Clause, noun: int) -> Iterator[Commitment]:
    """Yield what the verb of an event says of it: "his arrival fell through", "the sale never took place"."""
    head = clause.tokens[noun].head
    words = clause.language.modality
    event = {clause.forms[noun], clause.tokens[noun].lemma} & (words.events | words.stories)
    if event and clause.tokens[noun].deprel.startswith("nsubj"):
        yield from _happens(clause, head, {clause.tokens[head].lemma, clause.forms[head]})


def _happens(clause: Clause, i: int, either: set[str]) -> Iterator[Commitment]:
    words = clause.language.modality
    if either & words.failing:
        yield Commitment(Modality.DENIED, clause.tokens[i].form)
    elif either & words.happening:
        yield from by_itself(clause, i)


def _negation(clause: Clause, governor: Governor, either: set[str]) -> Iterator[Commitment]:
    """Yield what is left of a word when what governs it is negated: a definite noun stays what it is."""
    words = clause.language.modality
    noun = not clause.verbal(governor.governed) and clause.tokens[governor.governed].deprel in _OBJECTS
    if noun and _definite(clause, governor.governed) and not either & words.holding:
        return
    doubtful = either & (words.saying | words.doubting) and not either & words.believing
    yield Commitment(None, clause.tokens[governor.at].form) if doubtful or governor.purpose else NEGATED


def _definite(clause: Clause, noun: int) -> bool:
    references = clause.language.references
    articles = references.definite | references.possessive | references.plural_possessive
    return any(clause.forms[k] in articles for k in clause.children[noun])


def _by_meaning(clause: Clause, governor: Governor, either: set[str]) -> Iterator[Commitment]:
    words = clause.language.modality
    form = clause.tokens[governor.at].form
    if either & (words.refusing | words.denying):
        yield Commitment(None if negated(clause, governor.at) else Modality.DENIED, form)
    elif either & words.doubting:
        yield Commitment(None, form)
    elif is_infinitive(clause, governor.governed):
        if either & words.failing:
            yield Commitment(Modality.DENIED, form)
        elif either & words.planning and _without(clause, governor.at):
            yield NEGATED
        elif either & words.attempting:
            yield Commitment(None, form)
        elif either & words.planning:
            # Who chooses to stay is there.
            if clause.tokens[governor.governed].lemma not in words.continuing:
                yield Commitment(Modality.PLANNED, form)
        else:
            yield from makes_future(clause, governor.at, governor.governed)


def _without(clause: Clause, noun: int) -> bool:
    """Tell whether a noun is said not to be there: "no plans", "aucune intention"."""
    words = clause.language.modality
    return any(clause.forms[k] in words.lacking for k in (*clause.children[noun], max(0, noun - 1)))
