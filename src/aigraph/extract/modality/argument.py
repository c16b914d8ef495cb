"""Arguments that a sentence sets aside: "works for Arm, not Intel", "chez Apple plutôt que chez Google"."""

from __future__ import annotations

from aigraph.extract.clause import Clause
from aigraph.extract.modality.cue import aside
from aigraph.extract.modality.lead import led_by
from aigraph.extract.outline import outline
from aigraph.model import Mention

# What may stand between the words that set a name aside and the name.
_PHRASE = frozenset({"ADP", "DET", "NUM", "PART"})


def excluded(clause: Clause, trigger: int, mention: Mention) -> bool:
    """Tell whether a name is only named as the one that is not meant by the trigger."""
    i = _place(clause, mention)
    if i is None or clause.language.grammar.possessive_marks & set(clause.forms[i + 1 : i + 2]):
        # "not Meta's first hire" sets no company aside.
        return False
    return (_led_aside(clause, i) and not _apart(clause, i, trigger)) or _cleft(clause, i, trigger)


def _cleft(clause: Clause, i: int, trigger: int) -> bool:
    """Tell whether a cleft says that it is not the name of whom the trigger is true: "it was not Ada who joined"."""
    relative = clause.forms[i + 1 : i + 2] and clause.forms[i + 1] in clause.language.references.relative_pronouns
    return bool(relative) and 0 < i < trigger and clause.forms[i - 1] in clause.language.modality.auxiliary_negations


def _place(clause: Clause, mention: Mention) -> int | None:
    return next((k for k, token in enumerate(clause.tokens) if token.span.overlaps(mention.span)), None)


def _led_aside(clause: Clause, i: int) -> bool:
    return led_by(clause, i, clause.language.modality.contrasts, across=_PHRASE)


def _apart(clause: Clause, i: int, trigger: int) -> bool:
    """Tell whether the name is set aside in another clause: "I am not Ada, whom X hired"."""
    if trigger < i or "," not in clause.forms[i:trigger]:
        return False
    if "VerbForm=Part" in clause.tokens[trigger].feats and not clause.auxiliaries(trigger):
        return True
    inside = aside(clause, trigger)
    own = outline(clause).piece(i)
    return bool(inside and inside.start >= i) or any(clause.verbal(k) for k in range(own.start, i))
