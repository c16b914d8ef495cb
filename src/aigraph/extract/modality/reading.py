"""Read how far a sentence commits itself to one of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigraph.extract.background import Frame
from aigraph.extract.clause import Clause
from aigraph.extract.modality.commitment import ASSERTED, NEGATED, REFUTED, Commitment, weakest
from aigraph.extract.modality.cue import aside, beside, clausal, cued, effects, falls_through, over
from aigraph.extract.modality.governor import governors, marked_infinitive
from aigraph.extract.modality.meaning import by_governor, of_event
from aigraph.extract.modality.mood import by_itself, motion_future
from aigraph.extract.modality.source import hearsay
from aigraph.extract.outline import outline
from aigraph.extract.verb import passive
from aigraph.model import Modality

_HEDGE_LINKS = ("advmod", "amod", "obl", "nmod")
_FINITE = "VerbForm=Fin"
# How many tokens before a noun the words that qualify it may stand.
_DESCRIPTION_TOKENS = 3
_TENTATIVE = (Modality.PLANNED, Modality.REPORTED, Modality.RUMOURED)


def commitment(clause: Clause, trigger: int) -> Commitment:
    """Read the negation, mood, tense and governors of `trigger` and the frame of the sentence; the weakest wins."""
    frame = clause.background.frame(clause.sentence)
    if frame in (Frame.SUPPOSED, Frame.INVENTED):
        return framed(frame)
    own = _in_its_sentence(clause, trigger)
    if frame is Frame.REFUTED and own.modality is not None:
        return _refuted(clause, own)
    return own


def framed(frame: Frame) -> Commitment:
    """Read the frame of a sentence that only says whom a list is of."""
    if frame is Frame.SUPPOSED:
        return Commitment(None, frame)
    return Commitment(Modality.DENIED, frame) if frame in (Frame.INVENTED, Frame.REFUTED) else ASSERTED


def _refuted(clause: Clause, own: Commitment) -> Commitment:
    """Read what the next sentence denies: its least certain part, and who can say whether the rest is meant too."""
    verbs = (k for k, token in enumerate(clause.tokens) if token.upos == "VERB")
    sure = own.modality is Modality.ASSERTED
    doubtful = sure and any(_in_its_sentence(clause, k).modality in (None, *_TENTATIVE) for k in verbs)
    return Commitment(None if doubtful else Modality.DENIED, Frame.REFUTED)


def _in_its_sentence(clause: Clause, trigger: int) -> Commitment:
    if _asks(clause, trigger):
        return Commitment(None, "?")
    if clause.tokens[trigger].deprel.startswith("aux"):
        return _of_auxiliary(clause, trigger)
    above = governors(clause, trigger)
    found = [*by_itself(clause, trigger), *motion_future(clause, trigger)]
    for governor in above:
        found += by_governor(clause, governor)
    if _headline_infinitive(clause, trigger):
        found.append(Commitment(Modality.PLANNED, clause.tokens[trigger].form))
    found += _hedges(clause, [trigger, *(governor.at for governor in above)])
    found += [*cued(clause, trigger), *hearsay(clause, trigger), *_withdrawn(clause, trigger)]
    how = weakest(found)
    return NEGATED if how.modality in _TENTATIVE and falls_through(clause, trigger) else how


def _of_auxiliary(clause: Clause, i: int) -> Commitment:
    """Read a verb that is only an auxiliary: who "has (not) given up her chair" has it or had it."""
    head = clause.tokens[i].head
    words = clause.language.modality
    given_up = {clause.tokens[head].lemma, clause.forms[head]} & (words.failing | words.refusing)
    return ASSERTED if given_up else Commitment(None, clause.tokens[i].form)


def _withdrawn(clause: Clause, trigger: int) -> Iterator[Commitment]:
    """Yield a denial of what a column of corrections quotes: "We wrote that ..."."""
    if clause.background.frame(clause.sentence) is Frame.CORRECTED:
        yield from (REFUTED for cue in over(clause, trigger) if cue.effect == "quoted")


def described(clause: Clause, i: int) -> Commitment:
    """Read a description ("X, founder of Y"): it holds whatever the verb is; only its own qualifying words count."""
    words = clause.language.modality
    if clause.background.frame(clause.sentence) is Frame.INVENTED:
        return Commitment(None, Frame.INVENTED)
    governing = _predicate(clause, i)
    if governing is not None:
        return commitment(clause, governing)
    if "?" in clause.forms[-2:] and not any(map(outline(clause).finite, range(len(clause.tokens)))):
        # "Ada at X?"
        return Commitment(None, "?")
    around = set(clause.forms[max(0, i - _DESCRIPTION_TOKENS) : i])
    opening = clause.forms[outline(clause).piece(i).start]
    found = [*of_event(clause, i), *effects(beside(clause, i)), *hearsay(clause, i, near=True), *_withdrawn(clause, i)]
    if around & words.description_negations or opening in words.auxiliary_negations:
        found.append(NEGATED)
    if (around | set(clause.forms[i + 1 : i + 2])) & words.description_futures:
        found.append(Commitment(Modality.PLANNED, "future"))
    if around & words.description_doubts:
        found.append(Commitment(Modality.REPORTED, "hedge"))
    return weakest(found)


def _predicate(clause: Clause, i: int) -> int | None:
    """Return the word of a description that a copula says of somebody, or the verb of a bare name: "lived at X"."""
    head, deprel = clause.tokens[i].head, clause.tokens[i].deprel
    if deprel == "conj" and clause.named(i) and clause.named(head):
        return _predicate(clause, head)
    if clause.named(i):
        if deprel in ("nmod", "obl") and (clause.has_copula(head) or clause.tokens[head].deprel == "xcomp"):
            return head
        return head if head != i and _goes_with(clause, head, i) else None
    if deprel == "xcomp" and clause.verbal(head):
        return i
    if clause.marker(i) in clause.language.grammar.membership and clause.verbal(head):
        return head
    if deprel == "nmod" and clause.forms[head] in clause.language.grammar.one_of:
        return head if clause.has_copula(head) else None
    return None


def _goes_with(clause: Clause, verb: int, name: int) -> bool:
    """Tell whether a name says where somebody is, lives or takes a post, and not just where something happens."""
    if clause.tokens[verb].upos != "VERB" or outline(clause).number(verb) != outline(clause).number(name):
        return False
    words = clause.language.modality
    return not (words.holding | words.saying).isdisjoint((clause.tokens[verb].lemma, clause.forms[verb]))


def hedged(clause: Clause, i: int) -> Commitment:
    """Read a noun that a verb speaks of: the verb's mood, hedges and rumours count, its negation is another matter."""
    chain = [i, *(governor.at for governor in governors(clause, i))]
    found = [*_hedges(clause, chain), *cued(clause, i), *(one for k in chain for one in by_itself(clause, k))]
    return weakest(one for one in found if one.modality in _TENTATIVE)


def _asks(clause: Clause, i: int) -> bool:
    """Tell whether the sentence asks for what token i says; questions like "why" take it for granted."""
    words = clause.language.modality
    inside = aside(clause, i)
    if "?" not in clause.forms[-2:] or (inside and clausal(clause, range(len(clause.tokens)), inside)):
        return False
    piece = outline(clause).piece(i)
    opening = clause.forms[piece.start : piece.start + 2]
    return words.presuming_questions.isdisjoint(opening) or not _past_tense(clause, i)


def _past_tense(clause: Clause, i: int) -> bool:
    group = (i, *clause.auxiliaries(i))
    return any("Tense=Past" in clause.tokens[k].feats for k in group)


def _headline_infinitive(clause: Clause, trigger: int) -> bool:
    """Tell whether an infinitive is a headline's future: "X to join Y"."""
    if not marked_infinitive(clause, trigger):
        return False
    deprel = clause.tokens[trigger].deprel
    return deprel == "root" or (
        deprel in ("acl", "relcl", "advcl") and not any(_FINITE in token.feats for token in clause.tokens)
    )


def _hedges(clause: Clause, chain: Sequence[int]) -> Iterator[Commitment]:
    """Yield the nearest hedge along the chain from a word up through its governors."""
    words = clause.language.modality
    for i in chain:
        for k in clause.children[i]:
            if clause.forms[k] in words.hedges and clause.tokens[k].deprel in _HEDGE_LINKS:
                yield Commitment(Modality.REPORTED, clause.tokens[k].form)
                return
        governs = i != chain[0] and clause.forms[i] in words.hedges
        if governs and (clause.forms[i] in words.governing_hedges or passive(clause, i)):
            yield Commitment(Modality.REPORTED, clause.tokens[i].form)
            return
