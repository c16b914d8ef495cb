"""How far a sentence commits itself to what a word says: it asserts, reports, plans or denies it, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from aigraph.extract.clause import Clause
from aigraph.extract.outline import outline
from aigraph.extract.verb import passive
from aigraph.language import Language
from aigraph.model import Modality, Sentence

# The relations by which what a word says is the content of what governs it.
_CONTENT = (
    "xcomp", "ccomp", "advcl", "acl", "conj", "obl", "csubj", "obj", "nmod", "obl:mod", "dep", "nsubj", "nsubj:pass",
)  # fmt: skip
_HEDGE_LINKS = ("advmod", "amod", "obl", "nmod")
# What no governor reaches across.
_BREAKS = (";", "?", "!")
_FINITE = "VerbForm=Fin"
_VERDICT_WORDS = 4
# How many tokens before an infinitive its mark may stand.
_MARK_TOKENS = 3
# How many tokens around a verb the partner of a negation particle may stand: "n'a toujours pas".
_PARTNER_TOKENS = 4
# How many tokens before a noun the words that qualify it may stand.
_DESCRIPTION_TOKENS = 3


@dataclass(frozen=True, slots=True)
class Commitment:
    """The modality, or None when the sentence only asks, supposes or attempts; and the words that decided."""

    modality: Modality | None
    reason: str


_ASSERTED = Commitment(Modality.ASSERTED, "")
_NEGATED = Commitment(Modality.DENIED, "negation")


def commitment(clause: Clause, trigger: int) -> Commitment:
    """Read negation, mood, tense and the governing verbs of `trigger`; the weakest commitment wins."""
    if clause.forms and clause.forms[-1] == "?":
        return Commitment(None, "?")
    chain = [trigger, *_governors(clause, trigger)]
    found = list(_by_itself(clause, trigger))
    for governed, i in pairwise(chain):
        own = list(_by_itself(clause, i))
        if {clause.tokens[i].lemma, clause.forms[i]} & clause.language.modality.factive:
            # "nobody forgets that Ada left": she did.
            own = [one for one in own if one is not _NEGATED]
        found += [*own, *_as_governor(clause, i, governed)]
    if _headline_infinitive(clause, trigger):
        found.append(Commitment(Modality.PLANNED, clause.tokens[trigger].form))
    found += _hedges(clause, chain)
    if _contradicted(clause, trigger):
        found.append(Commitment(Modality.DENIED, "verdict"))
    for one in found:
        if one.modality is None:
            return one
    denials = [one for one in found if one.modality is Modality.DENIED]
    if len(denials) == 2 and denials[0].reason != denials[1].reason:
        return Commitment(None, "double negation")
    return max(found, key=lambda one: one.modality.rank if one.modality else 0, default=_ASSERTED)


def described(clause: Clause, i: int) -> Commitment:
    """Read a description ("X, founder of Y"): it holds whatever the verb is; only its own qualifying words count."""
    words = clause.language.modality
    around = set(clause.forms[max(0, i - _DESCRIPTION_TOKENS) : i])
    if around & words.description_negations:
        return _NEGATED
    if (around | set(clause.forms[i + 1 : i + 2])) & words.description_futures:
        return Commitment(Modality.PLANNED, "future")
    if around & words.description_doubts:
        return Commitment(Modality.REPORTED, "hedge")
    return _ASSERTED


def hedged(clause: Clause, i: int) -> Commitment:
    """Read a noun that a verb speaks of: the verb's mood, hedges and rumours count, its negation is another matter."""
    chain = [i, *_governors(clause, i)]
    found = [*_hedges(clause, chain), *(one for k in chain for one in _by_itself(clause, k))]
    said = [one for one in found if one.modality in (Modality.REPORTED, Modality.RUMOURED, Modality.PLANNED)]
    return max(said, key=lambda one: one.modality.rank if one.modality else 0, default=_ASSERTED)


def _governors(clause: Clause, trigger: int) -> list[int]:
    """Return the words above the trigger that commit themselves to it: verbs of which it is the content, and nouns."""
    chain = []
    current = trigger
    for i in clause.up(trigger):
        deprel = clause.tokens[current].deprel
        if any(form in _BREAKS for form in clause.forms[min(i, current) : max(i, current)]):
            break
        if deprel == "conj" and (current == trigger or clause.verbal(current)):
            # A coordinated verb stands beside its head, not below it; what governs the head governs both.
            current = i
            continue
        if deprel not in _CONTENT or clause.named(i):
            break
        infinitive = _infinitive(clause, current)
        if deprel == "advcl" and not infinitive:
            break
        if deprel == "acl" and not clause.verbal(i) and not infinitive:
            break
        if deprel in ("advcl", "acl") and clause.verbal(i) and not _wills(clause, i):
            # "recruited X to lead the lab": the purpose is not what the main verb reports.
            break
        chain.append(i)
        current = i
    return chain or _governor_by_place(clause, trigger)


def _contradicted(clause: Clause, trigger: int) -> bool:
    """Tell whether the sentence ends by saying that what it told is false: ", ce qui est faux", ": démenti"."""
    own, words = outline(clause), clause.language.modality
    behind = own.pieces[own.number(trigger) + 1 :]
    for piece in behind[-1:]:
        inside = range(piece.start, piece.end)
        if any(clause.named(k) or clause.forms[k] in words.negations for k in inside):
            return False
        if own.piece(trigger).aside and piece.verbal and not piece.aside:
            # "Ada, who left X, calls that fake": the main clause is about something else.
            return False
        return any(clause.forms[k] in words.verdicts | words.denying for k in inside)
    return False


def _governor_by_place(clause: Clause, trigger: int) -> list[int]:
    """Return the word that an infinitive follows, where the tree has lost it: "has no plans to hire"."""
    marks = clause.language.grammar.infinitive_marks
    if not marks and _infinitive(clause, trigger):
        return _verb_before(clause, trigger)
    mark = next((k for k in range(trigger - 1, max(-1, trigger - _MARK_TOKENS), -1) if clause.forms[k] in marks), 0)
    before = mark - 1
    while before > 0 and clause.tokens[before].upos == "ADV":
        before -= 1
    return [before] if mark and before >= 0 and not clause.named(before) else []


def _verb_before(clause: Clause, infinitive: int) -> list[int]:
    """Return the verb that an infinitive without a mark of its own follows: "irait, dit-on, enseigner"."""
    for k in outline(clause).leftward(infinitive):
        if clause.verbal(k):
            return [k]
        if clause.named(k):
            return []
    return []


def _by_itself(clause: Clause, i: int) -> Iterator[Commitment]:
    """Yield what a word's own negation, conjunction, mood, tense and auxiliaries make of it."""
    words = clause.language.modality
    if _negated(clause, i):
        yield _NEGATED
    before = " " + " ".join(clause.forms[max(0, i - _PARTNER_TOKENS) : i])
    averting = next((phrase for phrase in words.averting if before.endswith(f" {phrase}")), None)
    if averting is not None:
        yield Commitment(Modality.DENIED, averting)
    for k in (*clause.children[i], i):
        token = clause.tokens[k]
        conjunction = token.deprel in ("mark", "advmod") and token.upos in ("SCONJ", "ADV")
        if conjunction and clause.forms[k] in words.conditional_conjunctions:
            yield Commitment(None, token.form)
    helpers = [k for k in clause.children[i] if clause.tokens[k].deprel.startswith(("aux", "cop"))]
    for k in [i, *helpers] if helpers or clause.verbal(i) else []:
        token = clause.tokens[k]
        if _conditional(clause, k):
            yield Commitment(Modality.REPORTED, token.form)
        if "Tense=Fut" in token.feats:
            yield Commitment(Modality.PLANNED, token.form)
        if token.deprel.startswith("aux") and clause.forms[k] in words.future_auxiliaries:
            yield Commitment(_outlook(clause, k), token.form)


def _outlook(clause: Clause, auxiliary: int) -> Modality | None:
    """Return what an auxiliary of the future makes of its verb; "could have left" only supposes it."""
    words, form = clause.language.modality, clause.forms[auxiliary]
    after = clause.forms[auxiliary + 1 : auxiliary + 2]
    if form in words.unreal_auxiliaries and not clause.language.grammar.perfect_auxiliaries.isdisjoint(after):
        return None
    return Modality.REPORTED if form in words.possibility_auxiliaries else Modality.PLANNED


def _as_governor(clause: Clause, i: int, governed: int) -> Iterator[Commitment]:
    """Yield what a word makes of the one below it that is its content."""
    words = clause.language.modality
    form = clause.tokens[i].form
    # The lemmatiser does not know every form; those that it misses stand in the lists themselves.
    either = {clause.tokens[i].lemma, clause.forms[i]}
    if either & words.denying or (either & words.refusing and governed > i):
        yield Commitment(Modality.DENIED, form)
    elif either & words.doubting:
        yield Commitment(None, form)
    elif _infinitive(clause, governed):
        if either & words.attempting or (either & words.planning and _without(clause, i)):
            yield Commitment(None, form)
        elif either & (words.planning | words.future_auxiliaries):
            yield Commitment(Modality.PLANNED, form)


def _without(clause: Clause, noun: int) -> bool:
    """Tell whether a noun is said not to be there: "no plans", "aucune intention"."""
    words = clause.language.modality
    return any(clause.forms[k] in words.lacking for k in (*clause.children[noun], max(0, noun - 1)))


def _wills(clause: Clause, i: int) -> bool:
    words = clause.language.modality
    willing = words.planning | words.attempting | words.refusing | words.denying | words.future_auxiliaries
    return not willing.isdisjoint((clause.tokens[i].lemma, clause.forms[i]))


def _infinitive(clause: Clause, i: int) -> bool:
    """Tell whether a verb is an infinitive, with a mark or without, or a gerund."""
    feats = clause.tokens[i].feats
    return "VerbForm=Inf" in feats or feats.endswith("VerbForm=Ger") or _marked_infinitive(clause, i)


def _marked_infinitive(clause: Clause, i: int) -> bool:
    return any(k < i and clause.forms[k] in clause.language.grammar.infinitive_marks for k in clause.children[i])


def _conditional(clause: Clause, i: int) -> bool:
    """Tell whether a verb is in the conditional, which is its infinitive with an ending: "partir", "partirait"."""
    token, form, conjugation = clause.tokens[i], clause.forms[i], clause.language.conjugation
    built = form.endswith(tuple(token.lemma.rstrip("e") + ending for ending in conjugation.behind_infinitive))
    return "Mood=Cnd" in token.feats or built or form.endswith(conjugation.conditional)


def _negated(clause: Clause, i: int) -> bool:
    words = clause.language.modality
    if "VerbForm=Inf" in clause.tokens[i].feats and i > 0 and clause.forms[i - 1] in words.negations & words.lacking:
        return True
    kids = {clause.forms[k] for k in clause.children[i] if not _focused(clause, k)}
    if kids & words.negations:
        return True
    below = (m for k in clause.auxiliaries(i) for m in clause.children[k] if not _focused(clause, m))
    if any(clause.forms[m] in words.auxiliary_negations for m in below):
        return True
    around = clause.forms[max(0, i - _PARTNER_TOKENS) : i + _PARTNER_TOKENS]
    partners = [k for k, form in enumerate(around) if form in words.negation_partners]
    stressed = any(around[k + 1 : k + 2] and around[k + 1] in words.emphases for k in partners)
    return bool(kids & words.negation_particles) and bool(partners) and not stressed


def _focused(clause: Clause, k: int) -> bool:
    """Tell whether a negation only says that there is more: "not only the chief executive"."""
    after = k + 1
    return after < len(clause.tokens) and clause.forms[after] in clause.language.modality.emphases


def _headline_infinitive(clause: Clause, trigger: int) -> bool:
    """Tell whether an infinitive is a headline's future: "X to join Y"."""
    if not _marked_infinitive(clause, trigger):
        return False
    deprel = clause.tokens[trigger].deprel
    return deprel == "root" or (
        deprel in ("acl", "relcl", "advcl") and not any(_FINITE in token.feats for token in clause.tokens)
    )


def _hedges(clause: Clause, chain: Sequence[int]) -> Iterator[Commitment]:
    """Yield the nearest hedge along the chain; failing one, a rumour anywhere in the sentence."""
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
    rumour = next((i for i, form in enumerate(clause.forms) if form in words.rumours), None)
    if rumour is not None:
        yield Commitment(Modality.RUMOURED, clause.tokens[rumour].form)


@cache
def _source_patterns(language: Language) -> Sequence[re.Pattern[str]]:
    phrases = sorted(language.modality.sources)
    return [re.compile(rf"\b{re.escape(phrase)}\s+([^,;.»]{{2,80}})", re.IGNORECASE) for phrase in phrases]


def attribution(clause: Clause, trigger: int, text: str) -> str | None:
    """Return whom the sentence gives as its source, in its own words: after "according to", or who says it."""
    body = clause.sentence.span.of(text)
    straight = body.replace("’", "'")
    for pattern in _source_patterns(clause.language):
        match = pattern.search(straight)
        if match:
            return body[match.start(1) : match.end(1)].strip()
    for i in clause.up(trigger):
        if clause.tokens[i].lemma not in clause.language.modality.saying:
            continue
        for k in clause.children[i]:
            if clause.tokens[k].deprel == "nsubj":
                named = clause.sentence.references[k]
                return named[0].name if named else clause.tokens[k].form
    return None


def refuted_by(verdict: Sentence, language: Language) -> bool:
    """Tell whether a sentence only says that the one before it is false: "False.", "C'est faux.", "He never did."."""
    tokens = [token for token in verdict.tokens if token.upos != "PUNCT"]
    words = {token.form.casefold().replace("’", "'") for token in tokens}
    if not 0 < len(tokens) <= _VERDICT_WORDS:
        return False
    if words & language.modality.verdicts:
        return True
    # A pronoun, an auxiliary and a negation, and nothing that would say what is denied.
    pro_verbs = language.modality.pro_verbs
    bare = all(token.upos in ("PRON", "AUX", "PART", "ADV", "CCONJ") or token.lemma in pro_verbs for token in tokens)
    helped = any(token.upos == "AUX" or token.lemma in pro_verbs for token in tokens)
    return bare and helped and bool(words & language.modality.negations)
