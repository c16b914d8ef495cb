"""The words above a word that commit themselves to it, or not: "denied having joined", "plans to leave"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aigraph.extract.clause import Clause
from aigraph.extract.verb import bare_participle

# The relations by which what a word says is the content of what governs it.
_CONTENT = (
    "xcomp", "ccomp", "advcl", "acl", "conj", "obl", "csubj", "obj", "nmod", "obl:mod", "dep", "nsubj", "nsubj:pass",
    "acl:relcl",
)  # fmt: skip
_PURPOSES = ("advcl", "acl")
# What no verb reaches across to its content.
_BREAKS = frozenset({";", ":"})
# How many tokens before an infinitive its mark may stand.
_MARK_TOKENS = 3


@dataclass(frozen=True, slots=True)
class Governor:
    """A word and the one below it that leads to what is said; `purpose` when it only says what for."""

    at: int
    governed: int
    purpose: bool = False


def governors(clause: Clause, trigger: int) -> list[Governor]:
    """Return the words above the trigger, nearest first: verbs of which it is the content, and nouns."""
    found: list[Governor] = []
    current = trigger
    for i in clause.up(trigger):
        deprel = clause.tokens[current].deprel
        if deprel == "conj" and (current == trigger or clause.verbal(current)):
            # A coordinated verb stands beside its head, not below it; what governs the head governs both.
            if _broken(clause, current, i):
                break
            current = i
            continue
        if deprel not in _CONTENT or clause.named(i) or _broken(clause, current, i):
            break
        if deprel == "acl:relcl" and (clause.verbal(i) or not _content_noun(clause, i)):
            break
        if deprel == "xcomp" and "VerbForm=Fin" in clause.tokens[current].feats:
            break
        if deprel != "xcomp" and current < i and clause.verbal(current) and bare_participle(clause, current):
            break
        infinitive = is_infinitive(clause, current)
        if deprel == "advcl" and (not infinitive or _adjunct(clause, current)):
            break
        if deprel == "acl" and not clause.verbal(i) and not infinitive and not _content_noun(clause, i):
            break
        # "recruited X to lead the lab": the purpose is not what the main verb reports.
        found.append(Governor(i, current, purpose=deprel in _PURPOSES and clause.verbal(i) and not wills(clause, i)))
        current = i
    return found or list(_by_place(clause, trigger))


def _adjunct(clause: Clause, i: int) -> bool:
    """Tell whether an infinitive or gerund says when or how, not what: "before founding X", ", founding X"."""
    if clause.first_marker(i) in clause.language.modality.adjunct_marks:
        return True
    return not clause.marker(i) and "Aspect=Prog" in clause.tokens[i].feats and clause.forms[i - 1] == ","


def _broken(clause: Clause, low: int, high: int) -> bool:
    """Tell whether a mark that ends a clause stands between a word and what governs it."""
    return not _BREAKS.isdisjoint(clause.forms[min(low, high) : max(low, high)])


def _content_noun(clause: Clause, i: int) -> bool:
    """Tell whether a noun has a content, like "the rumour that"; the parser takes it for a relative clause."""
    return not {clause.forms[i], clause.tokens[i].lemma}.isdisjoint(clause.language.modality.stories)


def _by_place(clause: Clause, trigger: int) -> Iterator[Governor]:
    """Yield the word that an infinitive follows, where the tree has lost it: "has no plans to hire"."""
    marks = clause.language.grammar.infinitive_marks
    mark = next((k for k in range(trigger - 1, max(-1, trigger - _MARK_TOKENS), -1) if clause.forms[k] in marks), 0)
    if not mark and "VerbForm=Inf" not in clause.tokens[trigger].feats:
        return
    before = (mark or trigger) - 1
    weak = clause.language.grammar.weak_pronouns
    while before > 0 and (clause.tokens[before].upos == "ADV" or clause.forms[before] in weak):
        before -= 1
    if before >= 0 and not clause.named(before) and (mark or wills(clause, before)):
        yield Governor(before, trigger)


def wills(clause: Clause, i: int) -> bool:
    """Tell whether a word says what somebody wants, tries, refuses or is going to do."""
    words = clause.language.modality
    willing = words.planning | words.attempting | words.failing | words.refusing | words.denying
    return not (willing | words.future_auxiliaries).isdisjoint((clause.tokens[i].lemma, clause.forms[i]))


def is_infinitive(clause: Clause, i: int) -> bool:
    """Tell whether a verb is an infinitive, with a mark or without, or a gerund."""
    feats = clause.tokens[i].feats
    gerund = feats.endswith("VerbForm=Ger") or ("Aspect=Prog" in feats and not clause.auxiliaries(i))
    return "VerbForm=Inf" in feats or gerund or marked_infinitive(clause, i)


def marked_infinitive(clause: Clause, i: int) -> bool:
    """Tell whether the mark of infinitives stands before a verb."""
    return any(k < i and clause.forms[k] in clause.language.grammar.infinitive_marks for k in clause.children[i])
