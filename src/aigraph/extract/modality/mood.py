"""What a verb's own forms say: conditions, the conditional, the future and what only looks like one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Sequence

from aigraph.extract.clause import Clause
from aigraph.extract.modality.commitment import NEGATED, Commitment
from aigraph.extract.modality.lead import led_by
from aigraph.extract.modality.negation import negated, stray
from aigraph.model import DateBounds, Modality

_YEAR = re.compile(r"\d{4}")
_DATED = ("date", "start", "end")
# A future that is dated so long before the article is that of a story.
_LONG_AGO = datetime.timedelta(days=31)
# How many tokens behind "is" an infinitive may stand: "is also to join".
_NEAR_TOKENS = 3


def by_itself(clause: Clause, i: int) -> Iterator[Commitment]:
    """Yield what a word's own negation, conjunction, mood, tense and auxiliaries make of it."""
    if negated(clause, i):
        yield NEGATED
    yield from mood(clause, i)


def mood(clause: Clause, i: int) -> Iterator[Commitment]:
    """Yield what a word's conjunction, mood, tense and auxiliaries make of it, its negation left out."""
    condition = _condition(clause, i)
    if condition is not None:
        yield Commitment(None, clause.tokens[condition].form)
    helpers = [k for k in clause.children[i] if clause.tokens[k].deprel.startswith(("aux", "cop"))]
    if not helpers and not clause.verbal(i):
        return
    for k in stray(clause, i):
        if clause.forms[k] in clause.language.modality.future_auxiliaries:
            yield Commitment(Modality.PLANNED, clause.tokens[k].form)
    if _unreal(clause, i, helpers) or led_by(clause, i, clause.language.modality.approximations):
        yield Commitment(None, "unreal")
    for k in (i, *helpers):
        if _conditional(clause, k):
            yield _conditional_reading(clause, i, k)
        elif _future(clause, k, i) and not _told(clause, i, helpers):
            possible = clause.forms[k] in clause.language.modality.possibility_auxiliaries
            yield Commitment(Modality.REPORTED if possible else Modality.PLANNED, clause.tokens[k].form)
    if _present(clause, i, helpers) and ahead(clause, {i, *clause.descendants(i)}):
        yield Commitment(Modality.PLANNED, "date")


def makes_future(clause: Clause, i: int, infinitive: int) -> Iterator[Commitment]:
    """Yield what a verb like "doit", "va" or "is" makes of an infinitive that depends on it."""
    words = clause.language.modality
    either = {clause.tokens[i].lemma, clause.forms[i]}
    form = clause.tokens[i].form
    if either & words.possibility_auxiliaries:
        yield Commitment(Modality.REPORTED, form)
    elif _told(clause, i, ()) or _told(clause, infinitive, ()):
        return
    elif either & words.motion_futures:
        if "Tense=Past" not in clause.tokens[i].feats and not any(
            clause.forms[k] in words.motion_marks for k in clause.children[i]
        ):
            yield Commitment(Modality.PLANNED, form)
    elif either & words.future_copulas:
        subject = next((k for k in clause.children[i] if clause.tokens[k].deprel.startswith("nsubj")), None)
        near = infinitive - i <= _NEAR_TOKENS
        if subject is not None and clause.sentence.references[subject] and near:
            yield Commitment(Modality.PLANNED, form)
    elif either & words.future_auxiliaries:
        yield Commitment(Modality.PLANNED, form)


def motion_future(clause: Clause, i: int) -> Iterator[Commitment]:
    """Yield a plan when token i is itself such a verb of motion: "is going to work for X"."""
    if {clause.tokens[i].lemma, clause.forms[i]} & clause.language.modality.motion_futures:
        for k in clause.children[i]:
            if clause.tokens[k].deprel == "xcomp" and "VerbForm=Inf" in clause.tokens[k].feats:
                yield from makes_future(clause, i, k)


def _present(clause: Clause, i: int, helpers: Sequence[int]) -> bool:
    finite = next((k for k in (i, *helpers) if "VerbForm=Fin" in clause.tokens[k].feats), None)
    perfect = any("Tense=Past" in clause.tokens[k].feats for k in (i, *helpers))
    return finite is not None and "Tense=Pres" in clause.tokens[finite].feats and not perfect


def _condition(clause: Clause, i: int) -> int | None:
    """Return the conjunction that makes a verb a condition, not "si bien que", "même si" or "if anything"."""
    words = clause.language.modality
    for k in (*clause.children[i], i):
        token = clause.tokens[k]
        conjunction = token.deprel in ("mark", "advmod") and token.upos in ("SCONJ", "ADV")
        if conjunction and clause.forms[k] in words.conditional_conjunctions:
            near = {*clause.forms[max(0, k - 1) : k], *clause.forms[k + 1 : k + 2]}
            if near.isdisjoint(words.concessions):
                return k
    return None


def _unreal(clause: Clause, i: int, helpers: list[int]) -> bool:
    """Tell whether a verb says what did not come to pass: "would have joined", "aurait dû", "Had he joined"."""
    words = clause.language.modality
    forms = [clause.forms[k] for k in helpers]
    if any(form in words.unreal_auxiliaries for form in forms) and any(form in words.perfect_marks for form in forms):
        return True
    subject = next((k for k in clause.children[i] if clause.tokens[k].deprel.startswith("nsubj")), None)
    opens = next(iter(helpers), i)
    inverted = subject is not None and opens < subject < i and clause.forms[opens] in words.inverted
    return inverted and (opens == 0 or clause.tokens[opens - 1].upos in ("PUNCT", "CCONJ", "ADJ", "NOUN", "PROPN"))


def _conditional(clause: Clause, k: int) -> bool:
    """Tell whether a verb is in the conditional, which is its infinitive with an ending: "partir", "partirait"."""
    token, form, conjugation = clause.tokens[k], clause.forms[k], clause.language.conjugation
    built = form.endswith(tuple(token.lemma.rstrip("e") + ending for ending in conjugation.behind_infinitive))
    known = form in clause.language.modality.conditional_forms or form.endswith(conjugation.conditional)
    return "Mood=Cnd" in token.feats or built or known


def _conditional_reading(clause: Clause, i: int, k: int) -> Commitment:
    """Read a conditional as hearsay, or as the future that somebody spoke of: "a annoncé que X rejoindrait Y"."""
    words = clause.language.modality
    head = clause.tokens[i].head
    said = clause.tokens[i].deprel == "ccomp" and {clause.tokens[head].lemma, clause.forms[head]} & words.announcing
    due = clause.tokens[k].lemma in words.future_auxiliaries
    return Commitment(Modality.PLANNED if said or due else Modality.REPORTED, clause.tokens[k].form)


def _future(clause: Clause, k: int, verb: int) -> bool:
    """Tell whether a verb form is a future; "aura passé deux ans" looks back."""
    words = clause.language.modality
    token = clause.tokens[k]
    if token.deprel.startswith("aux") and clause.forms[k] in words.future_auxiliaries:
        return True
    if "Tense=Fut" not in token.feats or not clause.forms[k].endswith(words.future_endings):
        return False
    if token.lemma.endswith(words.regular_infinitives) and not clause.forms[k].endswith(words.regular_futures):
        # "il attira" is a past, whatever the tagger says.
        return False
    return k == verb or clause.forms[k] not in words.perfect_futures or ahead(clause, range(len(clause.tokens)))


def _told(clause: Clause, i: int, helpers: Sequence[int]) -> bool:
    """Tell whether a future is that of a story: "en 2013, il rejoindra", "would later found"; or says who stays."""
    words = clause.language.modality
    if any({clause.tokens[k].lemma, clause.forms[k]} & words.continuing for k in (i, *helpers)):
        return True
    around = {clause.forms[k] for k in (*clause.children[i], min(i + 1, len(clause.tokens) - 1))}
    return bool(around & words.narrative_adverbs) or _past(clause, i)


def _past(clause: Clause, i: int) -> bool:
    """Tell whether a verb is dated, with the year, well before the day of the article."""
    day = _published(clause)
    below = {i, *clause.descendants(i)}
    latest = [date.latest for text, date in _dates(clause, below) if _YEAR.search(text)]
    return day is not None and bool(latest) and all(last is not None and last < day - _LONG_AGO for last in latest)


def ahead(clause: Clause, tokens: Collection[int]) -> bool:
    """Tell whether one of the tokens gives a date behind the day of the article."""
    day = _published(clause)
    dates = _dates(clause, tokens)
    return day is not None and any(date.earliest is not None and date.earliest > day for _, date in dates)


def _published(clause: Clause) -> datetime.date | None:
    published = DateBounds.read(clause.background.published or "")
    return published.latest if published else None


def _dates(clause: Clause, tokens: Collection[int]) -> Sequence[tuple[str, DateBounds]]:
    """Return the dates among some tokens that could be read, with their words."""
    found = (
        (quantity.text, DateBounds.read(quantity.value))
        for quantity in clause.sentence.quantities
        if quantity.kind in _DATED and any(clause.tokens[k].span.overlaps(quantity.span) for k in tokens)
    )
    return [(text, date) for text, date in found if date is not None]
