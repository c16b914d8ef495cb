"""A decision as a person would say it."""

from __future__ import annotations

from aigraph.model import Decision, Judgement
from aigraph.vocabulary import vocabulary

_PHRASES = {
    Judgement.SAME: "{one!r} and {other!r} are one {kind}",
    Judgement.DIFFERENT: "{one!r} and {other!r} are two, not one {kind}",
    Judgement.UNSURE: "{one!r} and {other!r} may be one {kind} or two",
    Judgement.ACCEPT: "it stands that {one!r} {kind} {other!r}",
    Judgement.REJECT: "it does not stand that {one!r} {kind} {other!r}",
}


def in_words(decision: Decision) -> str:
    """Return a decision as a clause.

    >>> in_words(Decision(Judgement.SAME, "Person", "A. Lovelace", "Ada Lovelace"))
    "'A. Lovelace' and 'Ada Lovelace' are one person"
    >>> in_words(Decision(Judgement.REJECT, "not movedTo", "Ada", "Acme"))
    "it does not stand that 'Ada' (denied: moved to) 'Acme'"
    """
    return _PHRASES[decision.judgement].format(one=decision.one, other=decision.other, kind=kind_in_words(decision))


def kind_in_words(decision: Decision) -> str:
    """Return the class that a decision is about, or the relation as a verb."""
    if decision.judgement.about_names:
        return decision.kind.lower()
    relation = decision.kind.removeprefix("not ")
    verb = vocabulary().relations[relation].labels["en"]
    return verb if relation == decision.kind else f"(denied: {verb})"
