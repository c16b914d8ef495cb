"""How far a sentence commits itself to what a word of it says: asserted, reported, rumoured, planned, denied, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aigraph.extract.clause import Clause
from aigraph.language import Language
from aigraph.model import Modality, Sentence

_LINKS = (
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "conj",
    "obl",
    "csubj",
    "obj",
    "nmod",
    "obl:mod",
    "dep",
    "nsubj",
    "nsubj:pass",
)

_VERDICT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Commitment:
    """The modality, or None when the sentence only asks, supposes or attempts; and the words that decided."""

    modality: Modality | None
    reason: str


def commitment(clause: Clause, trigger: int) -> Commitment:
    """Read negation, mood, tense and the governing verbs of `trigger`; the weakest commitment wins."""
    words = clause.language.modality
    found: list[Commitment] = []
    if clause.forms and clause.forms[-1] == "?":
        return Commitment(None, "?")
    chain = [trigger, *_governors(clause, trigger)]
    for step, i in enumerate(chain):
        token = clause.tokens[i]
        kids = clause.children[i]
        aux = [k for k in kids if clause.tokens[k].deprel.startswith(("aux", "cop"))]
        if _negated(clause, i):
            found.append(Commitment(Modality.DENIED, "negation"))
        for k in (*kids, i):
            if (
                clause.forms[k] in words.conditional_conjunctions
                and clause.tokens[k].deprel in ("mark", "advmod")
                and clause.tokens[k].upos in ("SCONJ", "ADV")
            ):
                return Commitment(None, clause.tokens[k].form)
        verb_group = [i, *aux] if clause.verbal(i) or aux else []
        for k in verb_group:
            feats = clause.tokens[k].feats
            if "Mood=Cnd" in feats:
                found.append(Commitment(Modality.REPORTED, clause.tokens[k].form))
            if "Tense=Fut" in feats:
                found.append(Commitment(Modality.PLANNED, clause.tokens[k].form))
            if clause.tokens[k].deprel.startswith("aux") and clause.forms[k] in words.future_auxiliaries:
                reported = clause.forms[k] in ("may", "might", "could")
                found.append(Commitment(Modality.REPORTED if reported else Modality.PLANNED, clause.tokens[k].form))
        if step == 0:
            continue
        lemma = token.lemma
        if lemma in words.refusing:
            found.append(Commitment(Modality.DENIED, token.form))
        elif lemma in words.denying:
            found.append(Commitment(Modality.DENIED, token.form))
        elif lemma in words.doubting:
            return Commitment(None, token.form)
        elif _infinitive(clause, chain[step - 1]):
            if lemma in words.attempting and clause.verbal(i):
                return Commitment(None, token.form)
            if lemma in words.planning or lemma in words.future_auxiliaries:
                found.append(Commitment(Modality.PLANNED, token.form))
    if clause.language.code == "en" and _headline_infinitive(clause, trigger):
        found.append(Commitment(Modality.PLANNED, "to"))
    hedge = _hedge(clause, chain)
    if hedge:
        found.append(hedge)
    if not found:
        return Commitment(Modality.ASSERTED, "")
    denials = [c for c in found if c.modality is Modality.DENIED]
    if len(denials) == 2 and len({c.reason for c in denials}) == 2:
        return Commitment(None, "double negation")
    return max(found, key=lambda c: c.modality.rank if c.modality else 9)


def _governors(clause: Clause, trigger: int) -> list[int]:
    """Return the words above the trigger that commit themselves to it: verbs of which it is the content, and nouns."""
    chain = []
    current = trigger
    for i in clause.up(trigger):
        deprel = clause.tokens[current].deprel
        if deprel == "conj" and (clause.verbal(current) or current == trigger):
            # A coordinated verb stands beside its head, not below it; what governs the head governs both.
            if not _own_finite(clause, current):
                current = i
                continue
            deprel = clause.tokens[i].deprel
            current = i
            continue
        if deprel not in _LINKS or (deprel == "advcl" and not _infinitive(clause, current)):
            break
        if deprel == "acl" and not clause.verbal(i) and not _infinitive(clause, current):
            break
        if deprel in ("advcl", "acl") and clause.verbal(i) and not _wills(clause, i):
            # "recruited X to lead the lab": the purpose is not what the main verb reports.
            break
        if clause.named(i):
            break
        chain.append(i)
        current = i
    return chain


def _own_finite(clause: Clause, i: int) -> bool:
    return "VerbForm=Fin" in clause.tokens[i].feats or any(
        "VerbForm=Fin" in clause.tokens[k].feats
        for k in clause.children[i]
        if clause.tokens[k].deprel.startswith("aux")
    )


def _wills(clause: Clause, i: int) -> bool:
    words = clause.language.modality
    return (
        clause.tokens[i].lemma
        in words.planning | words.attempting | words.refusing | words.denying | words.future_auxiliaries
    )


def _infinitive(clause: Clause, i: int) -> bool:
    token = clause.tokens[i]
    if "VerbForm=Inf" in token.feats:
        return True
    return any(clause.forms[k] == "to" and k < i for k in clause.children[i]) or token.feats.endswith("VerbForm=Ger")


def _negated(clause: Clause, i: int) -> bool:
    negations = clause.language.modality.negations
    kids = [k for k in clause.children[i] if clause.forms[k] in negations]
    strong = [
        k
        for k in kids
        if clause.forms[k]
        not in ("ne", "n'", "plus", "personne", "rien", "ni", "no", "neither", "nor", "none", "nobody")
    ]
    if strong:
        return True
    for k in clause.children[i]:
        if clause.tokens[k].deprel.startswith("aux") and any(
            clause.forms[m] in ("not", "n't", "pas", "jamais") for m in clause.children[k]
        ):
            return True
    pair = any(clause.forms[k] in ("ne", "n'") for k in kids)
    if pair:
        return any(
            clause.forms[k] in ("pas", "jamais", "aucun", "aucune", "ni", "nullement", "guère")
            for k in range(i - 4 if i > 4 else 0, min(i + 4, len(clause.forms)))
        )
    return any(clause.forms[k] in ("neither", "nor", "nobody") for k in kids)


def _headline_infinitive(clause: Clause, trigger: int) -> bool:
    token = clause.tokens[trigger]
    to = any(clause.forms[k] == "to" for k in clause.children[trigger])
    return (
        to
        and token.deprel in ("root", "acl", "relcl", "advcl")
        and (token.deprel == "root" or not any("VerbForm=Fin" in t.feats for t in clause.tokens))
    )


def _hedge(clause: Clause, chain: list[int]) -> Commitment | None:
    words = clause.language.modality
    for i in chain:
        for k in clause.children[i]:
            if clause.forms[k] in words.hedges and clause.tokens[k].deprel in ("advmod", "amod", "obl", "nmod"):
                return Commitment(Modality.REPORTED, clause.tokens[k].form)
        if i != chain[0] and clause.forms[i] in words.hedges and clause.passive(i):
            return Commitment(Modality.REPORTED, clause.tokens[i].form)
        if i != chain[0] and clause.forms[i] in words.hedges and clause.language.code == "fr":
            return Commitment(Modality.REPORTED, clause.tokens[i].form)
    for i, form in enumerate(clause.forms):
        if form in words.rumours:
            return Commitment(Modality.RUMOURED, clause.tokens[i].form)
    return None


def attribution(clause: Clause, trigger: int, text: str) -> str | None:
    """Return whom the sentence gives as its source, in its own words: after "according to", or who says it."""
    sentence = clause.sentence
    body = sentence.span.of(text)
    for phrase in sorted(clause.language.modality.sources):
        match = re.search(rf"\b{re.escape(phrase)}\s+([^,;.»]{{2,80}})", body.replace("’", "'"), re.IGNORECASE)
        if match:
            start = match.start(1)
            return body[start : start + len(match.group(1))].strip()
    for i in clause.up(trigger):
        if clause.tokens[i].lemma in clause.language.modality.saying and i != trigger:
            for k in clause.children[i]:
                if clause.tokens[k].deprel == "nsubj":
                    named = [m for m in sentence.references[k]]
                    return named[0].name if named else clause.tokens[k].form
    return None


def refuted_by(verdict: Sentence, language: Language) -> bool:
    """Tell whether a sentence only says that the one before it is false: "False.", "C'est faux."."""
    words = [token.form.casefold() for token in verdict.tokens if token.upos != "PUNCT"]
    return 0 < len(words) <= _VERDICT_WORDS and any(word in language.modality.verdicts for word in words)
