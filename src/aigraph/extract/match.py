"""Apply one rule to one sentence: check its conditions, fill its slots, say what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from aigraph.extract.clause import Clause
from aigraph.extract.function import Found, find
from aigraph.extract.gap import with_gaps
from aigraph.extract.implied import IMPLIED, implied
from aigraph.extract.modality import Commitment, attribution, commitment, described, excluded, hedged
from aigraph.extract.outline import outline
from aigraph.extract.preposition import subject_phrase
from aigraph.extract.qualifier import qualifiers
from aigraph.extract.respective import paired
from aigraph.extract.rules import Rule
from aigraph.extract.search import Search
from aigraph.extract.trigger import TriggerIndex
from aigraph.extract.verb import deep_object, has_object, passive
from aigraph.model import Claim, Evidence, Mention, Modality

# How many tokens before and behind a trigger count as beside it, whatever the tree says.
_BESIDE_BEFORE, _BESIDE_BEHIND = 2, 3
# What each argument costs that only its place gives away.
_PLACED = 0.9


@dataclass(frozen=True, slots=True)
class Attempt:
    """A rule whose trigger stands in the sentence: its claims, or what kept it from making any."""

    rule: Rule
    trigger: str
    claims: tuple[Claim, ...]
    missing: str = ""


def attempts(rule: Rule, clause: Clause, document: str, text: str) -> Iterator[Attempt]:
    """Yield what a rule makes of each trigger in the sentence; `document` is the id of the article, `text` its text."""
    for fired, i in TriggerIndex.of([rule]).fired(clause):
        yield attempt(fired, clause, i, document, text)


def attempt(rule: Rule, clause: Clause, i: int, document: str, text: str) -> Attempt:
    """Return what a rule makes of a token that sets it off."""
    word = clause.tokens[i].form
    if rule.trigger == "verb" and clause.tokens[i].deprel == "cop" and clause.tokens[i].lemma in rule.words:
        # "became director of X": all that goes with the verb hangs on what it says of its subject.
        i = clause.tokens[i].head
    blocked = _blocked(rule, clause, i)
    if blocked:
        return Attempt(rule, word, (), blocked)
    found = _arguments(rule, clause, i)
    subjects, objects = (one.mentions for one in found)
    for slot, mentions, class_ in (("object", objects, rule.object_type), ("subject", subjects, rule.subject_type)):
        if not mentions:
            return Attempt(rule, word, (), f"no {class_} as its {slot} ({' or '.join(rule.slots[slot])})")
    how = _commitment(rule, clause, i)
    if how.modality is None:
        return Attempt(rule, word, (), f"only supposed, asked or attempted: {how.reason!r}")
    details = qualifiers(rule, clause, i, text, subjects=subjects, objects=objects)
    missing = rule.needs - {qualifier.name for qualifier in details}
    if missing:
        return Attempt(rule, word, (), f"no {min(missing)}")
    evidence = Evidence(document, clause.sentence.span, clause.sentence.span.of(text), rule.id)
    said_by = attribution(clause, i, text)
    claims = tuple(
        Claim(
            subject=subject,
            relation=rule.relation,
            object=object_,
            evidence=evidence,
            modality=Modality.DENIED if any(excluded(clause, i, end) for end in (subject, object_)) else how.modality,
            attributed_to=said_by,
            confidence=_confidence(rule, subject, object_, placed=sum(one.placed for one in found)),
            qualifiers=details,
        )
        for subject, object_ in paired(clause, i, subjects, objects)
        if subject.name != object_.name
    )
    if clause.verbal(i):
        claims = with_gaps(claims, rule, clause, i)
    return Attempt(rule, word, claims, "" if claims else "its subject is its object")


def _arguments(rule: Rule, clause: Clause, i: int) -> tuple[Found, Found]:
    """Return what fills subject and object; where both find the same, the subject keeps it."""

    def fill(slot: str, class_: str, taken: Sequence[Mention]) -> Found:
        search = Search(clause, i, class_, frozenset(mention.name for mention in taken), rule.units, rule.phrase)
        return find(search, said[slot], nearest=rule.trigger == "noun")

    said = {slot: [one for one in rule.slots[slot] if one not in IMPLIED] for slot in ("subject", "object")}
    objects = fill("object", rule.object_type, _left_behind(rule, clause, i))
    subjects = _acting(rule, clause, fill("subject", rule.subject_type, objects.mentions))
    if {mention.name for mention in subjects.mentions} & {mention.name for mention in objects.mentions}:
        objects = fill("object", rule.object_type, subjects.mentions)
    if subjects.mentions and not objects.mentions:
        search = Search(clause, i, rule.object_type, frozenset(), rule.units, rule.phrase)
        objects = Found(implied(search, rule.slots["object"], subjects.mentions))
    return subjects, objects


def _acting(rule: Rule, clause: Clause, subjects: Found) -> Found:
    """Leave out of a verb's organisations the pronouns that rather stand for a person: "il a conçu Swift"."""
    if rule.trigger != "verb" or rule.subject_type != "Organization":
        return subjects
    people = {
        (other.span, mention)
        for references in clause.sentence.references
        for mention in references
        for other in references
        if mention.how and other.type == "Person" and other.confidence >= mention.confidence
    }
    return Found(tuple(m for m in subjects.mentions if (m.span, m) not in people), subjects.placed)


def _left_behind(rule: Rule, clause: Clause, i: int) -> Sequence[Mention]:
    """Return the organisation that the object of a verb of leaving names: it is no destination."""
    if "object" not in rule.slots.get("from", ()):
        return ()
    return clause.mentions(deep_object(clause, i, rule.object_type), rule.object_type)


def _confidence(rule: Rule, subject: Mention, object_: Mention, *, placed: int) -> float:
    """Return how sure a reading is: as sure as the rule, where its arguments stand and what they are taken for."""
    return round(rule.confidence * _PLACED**placed * subject.confidence * object_.confidence, 4)


def _commitment(rule: Rule, clause: Clause, i: int) -> Commitment:
    if rule.modality is Modality.DENIED:
        # "stays": what is plain, reported or planned denies; what is asked, doubted or denied itself does not.
        how = commitment(clause, i)
        affirmed = how.modality not in (None, Modality.DENIED, Modality.RUMOURED)
        return Commitment(Modality.DENIED if affirmed else None, rule.id)
    if rule.modality is not None:
        # "tried to hire": the attempt is what is said, and what may be denied, doubted or reported.
        above = next((k for k in clause.up(i) if clause.tokens[k].lemma in rule.under), None)
        how = commitment(clause, above) if above is not None else Commitment(rule.modality, rule.id)
        return Commitment(rule.modality, rule.id) if how.modality is Modality.ASSERTED else how
    if rule.object_type == "Figure" and rule.trigger == "noun":
        return hedged(clause, i)
    head = clause.tokens[i].head
    if rule.trigger == "name" and head != i and clause.verbal(head):
        # "could have worked at X": what is only supposed happened nowhere.
        supposed = commitment(clause, head)
        if supposed.modality is None:
            return supposed
    apposed = rule.trigger == "noun" and clause.tokens[i].deprel == "appos"
    if rule.trigger == "name" or ((rule.describes or apposed) and not clause.has_copula(i)):
        return described(clause, i)
    return commitment(clause, i)


def _blocked(rule: Rule, clause: Clause, i: int) -> str:
    """Say which of the rule's conditions does not hold at token i, or ""."""

    def words(tokens: Iterable[int]) -> set[str]:
        return {word for k in tokens for word in (clause.forms[k], clause.tokens[k].lemma)}

    if rule.block and clause.sentence.block.value != rule.block:
        return f"it does not stand in a list {rule.block}"
    everywhere = range(len(clause.tokens))
    near = everywhere[max(0, i - _BESIDE_BEFORE) : i + _BESIDE_BEHIND + 1]
    beside = words(clause.descendants(i)) | words(near)
    below = everywhere if rule.trigger == "name" else clause.below(i)
    if rule.with_words and not rule.with_words & (beside | words(below) | words(outline(clause).rightward(i))):
        return f"none of {', '.join(sorted(rule.with_words))} beside it"
    own = set(clause.descendants(i)) - _of_joined_verbs(clause, i) - subject_phrase(clause, i)
    hindering = rule.without_words & words({*own, *near} - subject_phrase(clause, i))
    if hindering:
        return f"{min(hindering)!r} beside it"
    if not rule.timed and _lasts(clause, i):
        return "a duration beside it"
    if rule.bare and not _led_at_once(rule, clause, i) and has_object(clause, i, rule.phrase):
        return "it has an object"
    above = words(takewhile(lambda k: not clause.names(k, "Person"), clause.up(i)))
    if above & rule.unless:
        return f"it stands under {min(above & rule.unless)!r}"
    if rule.under and not above & rule.under:
        return f"it does not stand under {' or '.join(sorted(rule.under))}"
    if rule.voice is not None and passive(clause, i) != (rule.voice == "passive"):
        return "it is not passive" if rule.voice == "passive" else "it is passive"
    return ""


def _of_joined_verbs(clause: Clause, i: int) -> set[int]:
    """Return what goes with the verbs that are joined to a trigger: "X, set up by Ada, landed money in a round"."""
    verbs = [k for k in clause.children[i] if clause.tokens[k].deprel == "conj" and clause.verbal(k)]
    return {m for k in verbs for m in (k, *clause.descendants(k))}


def _led_at_once(rule: Rule, clause: Clause, i: int) -> bool:
    """Tell whether one of the prepositions of the rule's object stands right behind its verb: what follows is led."""
    behind = clause.forms[i + 1 : i + 2]
    return any(clause.preposition(form) in rule.slots["object"] for form in behind)


def _lasts(clause: Clause, i: int) -> bool:
    """Tell whether a duration stands beside a trigger."""
    near = {*clause.descendants(i), *range(i + 1, min(i + 1 + _BESIDE_BEHIND, len(clause.tokens)))}
    lasting = [quantity.span for quantity in clause.sentence.quantities if quantity.kind == "duration"]
    return any(span.overlaps(clause.tokens[k].span) for span in lasting for k in near)
