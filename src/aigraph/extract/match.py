"""Apply one rule to one sentence: find its trigger, fill its slots, say what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aigraph.extract.clause import Clause, mention_at
from aigraph.extract.modality import Commitment, attribution, commitment
from aigraph.extract.rules import Rule
from aigraph.model import Block, Claim, Evidence, Mention, Modality, Qualifier, Span
from aigraph.vocabulary import vocabulary

# How many tokens before a name its number may stand: "8.2 people from OpenAI".
_NEAR = 4
_PARTICIPLE = ("é", "ée", "és", "ées")
_ER_ENDINGS = (
    "e", "es", "ent", "ons", "ez", "a", "ai", "ait", "aient", "ant", "èrent", "era", "erai", "eront", "erait",
    "eraient", "er", *_PARTICIPLE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attempt:
    """A rule whose trigger stands in the sentence: its claims, or what kept it from making any."""

    rule: Rule
    trigger: str
    claims: tuple[Claim, ...]
    missing: str = ""


def attempts(rule: Rule, clause: Clause, document: str, text: str) -> Iterator[Attempt]:
    """Yield what the rule makes of each trigger in the sentence."""
    for i in triggers(rule, clause):
        yield _attempt(rule, clause, i, document, text)


def triggers(rule: Rule, clause: Clause) -> list[int]:
    """Return the tokens that can set the rule off."""
    found = []
    for i, token in enumerate(clause.tokens):
        if rule.trigger == "verb":
            if not clause.named(i) and _is_verb(rule, clause, i):
                found.append(i)
        elif rule.trigger == "noun":
            if (
                not clause.named(i)
                and token.upos in ("NOUN", "ADJ", "PROPN", "X", "VERB")
                and _is_noun(rule, clause, i)
            ):
                found.append(i)
        elif rule.trigger == "name" and clause.named(i) and any(clause.refers(i, type) for type in rule.words):
            if not rule.marker or _markers(clause, i) & rule.marker:
                found.append(i)
    return found


def _is_verb(rule: Rule, clause: Clause, i: int) -> bool:
    token = clause.tokens[i]
    form = clause.forms[i]
    if token.upos in ("VERB", "AUX"):
        if token.lemma in rule.words or form in rule.words:
            return True
        return clause.language.code == "fr" and _conjugates(form, _ER_ENDINGS, rule)
    if token.upos not in ("ADJ", "NOUN", "PROPN"):
        return False
    # The tagger takes some verb forms for adjectives or nouns; their subject or auxiliary gives them away.
    governs = any(clause.tokens[k].deprel.startswith(("nsubj", "aux")) for k in clause.children[i])
    if token.upos == "ADJ" and (form in rule.words or token.lemma in rule.words):
        return True
    if clause.language.code != "fr":
        return governs and token.lemma in rule.words
    return _conjugates(form, _ER_ENDINGS if governs else _PARTICIPLE if token.upos == "ADJ" else (), rule)


def _conjugates(form: str, endings: Sequence[str], rule: Rule) -> bool:
    """Tell whether a French form is that of one of the rule's verbs in -er, "co-" put aside."""
    for word in {form, re.sub(r"^co-?(?=[a-zà-ÿ]{4})", "", form)}:
        if any(word.endswith(ending) and word[: -len(ending)] + "er" in rule.words for ending in endings):
            return True
    return False


def _is_noun(rule: Rule, clause: Clause, i: int) -> bool:
    form = clause.forms[i]
    for prefix in clause.language.grammar.former_prefixes:
        form = form.removeprefix(prefix)
    return form in rule.words or (clause.tokens[i].upos != "VERB" and clause.tokens[i].lemma in rule.words)


def _markers(clause: Clause, i: int) -> set[str]:
    found = {clause.marker(i), (clause.marker(i).split() or [""])[0]}
    before = clause.forms[i - 1] if i else ""
    if before == "(" or (i > 1 and clause.forms[i - 2] == "(" and before in clause.language.grammar.former):
        found.add("(")
    if i > 0 and before.rstrip("-") == "ex":
        found.add("ex")
    if i > 1 and before in ("de", "d'", "of", "from") and clause.forms[i - 2] == ",":
        found.add(", " + clause.preposition(before))
    return found - {""}


def _attempt(rule: Rule, clause: Clause, i: int, document: str, text: str) -> Attempt:
    word = clause.tokens[i].form
    blocked = _blocked(rule, clause, i)
    if blocked:
        return Attempt(rule, word, (), blocked)
    objects = _fill(rule, clause, i, "object", rule.object_type, ())
    subjects = _fill(rule, clause, i, "subject", rule.subject_type, objects)
    if subjects and objects and {m.name for m in subjects} & {m.name for m in objects}:
        objects = _fill(rule, clause, i, "object", rule.object_type, subjects)
    for slot, mentions, type in (("object", objects, rule.object_type), ("subject", subjects, rule.subject_type)):
        if not mentions:
            return Attempt(rule, word, (), f"no {type} as its {slot} ({' or '.join(rule.slots[slot])})")
    how = _commitment(rule, clause, i)
    if how.modality is None:
        return Attempt(rule, word, (), f"only supposed, asked or attempted: {how.reason!r}")
    if how.modality is Modality.DENIED and rule.trigger != "verb":
        how = Commitment(Modality.DENIED, how.reason)
    qualifiers = _qualifiers(rule, clause, i, text, (*objects, *subjects))
    if rule.object_type == "Figure":
        qualifiers = tuple(sorted((*qualifiers, *_measured(clause, objects)), key=lambda q: (q.name, q.value)))
    evidence = Evidence(document, clause.sentence.span, clause.sentence.span.of(text), rule.id)
    said_by = attribution(clause, i, text)
    claims = tuple(
        Claim(
            subject=subject,
            relation=rule.relation,
            object=object_,
            evidence=evidence,
            modality=how.modality,
            attributed_to=said_by,
            confidence=_confidence(rule, subject, object_),
            qualifiers=qualifiers,
        )
        for subject in subjects
        for object_ in objects
        if subject.name != object_.name
    )
    return Attempt(rule, word, claims, "" if claims else "its subject is its object")


def _confidence(rule: Rule, subject: Mention, object_: Mention) -> float:
    """A pronoun or description makes a reading less sure than a name."""
    confidence = rule.confidence
    for mention in (subject, object_):
        if mention.text != mention.name and mention.text.casefold() not in mention.name.casefold():
            confidence *= 0.9
    return round(confidence, 4)


def _commitment(rule: Rule, clause: Clause, i: int) -> Commitment:
    if rule.modality is not None:
        return Commitment(rule.modality, rule.id)
    if rule.trigger == "noun" and not any(clause.tokens[k].deprel == "cop" for k in clause.children[i]):
        if rule.relation in ("workedAt", "founded", "coCreated"):
            return _description(clause, i)
    if rule.trigger == "name":
        return _description(clause, i)
    how = commitment(clause, i)
    if how.modality is Modality.PLANNED and rule.relation == "workedAt" and rule.trigger == "noun":
        return how
    return how


def _description(clause: Clause, i: int) -> Commitment:
    """A description ("X, founder of Y") holds whatever the verb of its sentence is; only its own negation counts."""
    around = clause.forms[max(0, i - 3) : i]
    if any(form in ("jamais", "never", "non") for form in around):
        return Commitment(Modality.DENIED, "negation")
    if any(
        form in ("futur", "future", "futurs", "prochain", "incoming", "soon-to-be")
        for form in (*around, *clause.forms[i + 1 : i + 2])
    ):
        return Commitment(Modality.PLANNED, "future")
    if any(form in ("présumé", "supposé", "alleged", "rumoured", "potentiel", "would-be") for form in around):
        return Commitment(Modality.REPORTED, "hedge")
    return Commitment(Modality.ASSERTED, "")


def _blocked(rule: Rule, clause: Clause, i: int) -> str:
    if rule.block and clause.sentence.block.value != rule.block:
        return f"it does not stand in a list {rule.block}"
    near = [*clause.descendants(i), *range(max(0, i - 2), min(len(clause.tokens), i + 4))]
    words = {clause.forms[k] for k in near} | {clause.tokens[k].lemma for k in near}
    below = range(len(clause.tokens)) if rule.trigger == "name" else clause.descendants(i, within_clause=False)
    needed = words | {w for k in below for w in (clause.forms[k], clause.tokens[k].lemma)}
    if rule.with_words and not needed & rule.with_words:
        return f"none of {', '.join(sorted(rule.with_words))} beside it"
    if words & rule.without_words:
        return f"{sorted(words & rule.without_words)[0]!r} beside it"
    above = {clause.tokens[k].lemma for k in clause.up(i)} | {clause.forms[k] for k in clause.up(i)}
    if above & rule.unless:
        return f"it stands under {sorted(above & rule.unless)[0]!r}"
    if rule.under and not above & rule.under:
        return f"it does not stand under {' or '.join(sorted(rule.under))}"
    if rule.voice == "passive" and not clause.passive(i):
        return "it is not passive"
    if rule.voice == "active" and clause.passive(i):
        return "it is passive"
    return ""


def _fill(rule: Rule, clause: Clause, i: int, slot: str, type: str, avoid: Sequence[Mention]) -> tuple[Mention, ...]:
    functions = rule.slots[slot]
    if rule.trigger == "noun":
        # The nearest complement wins, whichever of the prepositions leads to it.
        nearest = clause.complement(i, functions, type)
        mentions = [m for k in nearest for m in mention_at(clause, k, type, avoid=avoid)]
        if mentions:
            return tuple(mentions)
    for function in functions:
        found = _function(clause, i, function, type, units=rule.units)
        mentions = [m for k in found for m in mention_at(clause, k, type, avoid=avoid)]
        if type == "Figure":
            mentions = _figures(clause, i, function)
        elif function == "employer":
            mentions = _employers(clause, i)
        elif function == "salient":
            mentions = _salient(clause, i)
        elif function == "in-question":
            mentions = list(clause.sentence.salient[:1])
        elif function in ("topic", "bearer", "holder", "subject") and not mentions:
            mentions = _topic(clause, i, type)
        mentions = [m for m in mentions if m.name not in {a.name for a in avoid}]
        if mentions:
            return tuple({m.name: m for m in reversed(mentions)}.values())[::-1]
    return ()


def _function(clause: Clause, i: int, function: str, type: str, *, units: bool) -> list[int]:
    match function:
        case "subject":
            return clause.subject(i, type)
        case "object":
            return clause.object(i, type, units=units)
        case "bearer":
            return clause.bearer(i, type)
        case "holder":
            return clause.holder(i) if type == "Person" else []
        case "possessor":
            return clause.possessor(i, type)
        case "modifier":
            return clause.modifier(i, type)
        case "giver":
            return clause.giver(i, type)
        case "listed":
            return _listed(clause, i, type)
        case "before-list":
            return _before_list(clause, i, type)
        case "elsewhere":
            return _elsewhere(clause, i, type)
        case "owned":
            return clause.owned(i, type)
        case "self":
            return [i] if clause.refers(i, type) else []
        case "before":
            return _before(clause, i, type)
        case "topic":
            return []
        case _:
            found = [] if clause.verbal(i) or clause.named(i) else clause.complement(i, (function,), type)
            found = found or clause.oblique(i, (function,), type)
            if not found and clause.named(i):
                # "the work for Gopher at DeepMind": both hang on the noun above.
                above = next((k for k in clause.up(i) if not clause.named(k)), None)
                if above is not None and not clause.verbal(above):
                    return clause.oblique(above, (function,), type)
            return found


def _figures(clause: Clause, i: int, kind: str) -> list[Mention]:
    """The number or sum of money that stands nearest to the trigger, or just before it ("8.2 from OpenAI")."""
    at = clause.tokens[i].span.start
    if kind == "number-before":
        start = clause.tokens[max(0, i - _NEAR)].span.start
        near = [q for q in clause.sentence.quantities if q.kind == "number" and start <= q.span.start < at][-1:]
    else:
        near = [q for q in clause.sentence.quantities if q.kind == kind]
        near.sort(key=lambda q: (abs(q.span.start - at), q.span))
    return [Mention(q.span, q.text, "Figure", q.text, q.span) for q in near[:1]]


def _measured(clause: Clause, figures: Sequence[Mention]) -> list[Qualifier]:
    """The value of a figure: the number, or the sum of money."""
    spans = {figure.span for figure in figures}
    return [
        Qualifier("amount" if q.kind == "money" else "value", q.value, q.text, q.span)
        for q in clause.sentence.quantities
        if q.span in spans
    ]


def _listed(clause: Clause, i: int, type: str) -> list[int]:
    """The names of the list that "including" opens behind the trigger."""
    including = clause.language.grammar.including
    start = next((k for k in range(i + 1, len(clause.tokens)) if clause.forms[k] in including), None)
    if start is None:
        return []
    first = next((k for k in range(start + 1, len(clause.tokens)) if clause.named(k)), None)
    return clause.coordinated(first, type) if first is not None and clause.refers(first, type) else []


def _before_list(clause: Clause, i: int, type: str) -> list[int]:
    """The last name between the trigger and the list that "including" opens: where the listed people come from."""
    listed = _listed(clause, i, "Person")
    found = [k for k in range(i + 1, listed[0] if listed else i + 1) if clause.named(k) and clause.refers(k, type)]
    return found[-1:]


def _elsewhere(clause: Clause, i: int, type: str) -> list[int]:
    """The one other name of class `type` in the sentence that no number stands before."""
    found = {
        clause.sentence.references[k][0].name: k
        for k in range(len(clause.tokens))
        if k != i and clause.named(k) and clause.refers(k, type) and not _figures(clause, k, "number-before")
    }
    return list(found.values()) if len(found) == 1 else []


def _employers(clause: Clause, i: int) -> list[Mention]:
    """The organisation for which the person who acts acts: the one that the article says he or she works for."""
    people = [m for k in clause.subject(i, "Person") for m in mention_at(clause, k, "Person")]
    return [clause.employers[m.name] for m in people if m.name in clause.employers][:1]


def _salient(clause: Clause, i: int) -> list[Mention]:
    """The organisation in question, for a post that names none: "Le PDG Ada Lovelace", "Ada Lovelace, the chief executive"."""
    if not clause.sentence.salient or clause.forms[i] not in clause.language.sets["post"]:
        return []
    if any(clause.named(k) and clause.refers(k, "Organization") for k in clause.descendants(i, within_clause=False)):
        return []
    titled = i + 1 < len(clause.tokens) and clause.named(i + 1) and clause.refers(i + 1, "Person")
    left = min([i, *(k for k in clause.children[i] if clause.tokens[k].deprel in ("det", "amod", "compound"))])
    definite = clause.forms[left] in clause.language.references.definite
    apposed = left > 0 and clause.forms[left - 1] in clause.language.grammar.apposition_marks
    return list(clause.sentence.salient[:1]) if definite and (titled or apposed) else []


def _before(clause: Clause, i: int, type: str) -> list[int]:
    """The name that stands directly before a parenthesis or a comma: "Ada Lovelace (OpenAI)"."""
    k = i - 1
    while k >= 0 and (
        clause.forms[k] in ("(", ",", "de", "d'", "of", "from") or clause.forms[k] in clause.language.grammar.former
    ):
        k -= 1
    return [k] if k >= 0 and clause.named(k) and clause.refers(k, type) else []


def _topic(clause: Clause, i: int, type: str) -> list[Mention]:
    """Whom the list item is about, unless the sentence names another person before the trigger."""
    topic = clause.sentence.topic
    if clause.sentence.block is not Block.ITEM or topic is None or not clause.is_a(topic.type, type):
        return []
    others = [
        k
        for k in range(i)
        if clause.named(k) and clause.refers(k, "Person") and clause.sentence.references[k][0].name != topic.name
    ]
    return [] if others else [topic]


def _qualifiers(rule: Rule, clause: Clause, i: int, text: str, taken: Sequence[Mention]) -> tuple[Qualifier, ...]:
    found = [Qualifier(name, value, "", None) for name, value in sorted(rule.constants.items())]
    names = vocabulary().relations[rule.relation].qualifiers
    for slot, functions in rule.slots.items():
        if slot in ("subject", "object"):
            continue
        type = rule.type_of(slot)
        if type is None:
            found += _words(clause, i, slot, functions, text)
            continue
        mentions = _fill(rule, clause, i, slot, type, taken)
        found += [Qualifier(slot, m.name, m.text, m.span, m.type) for m in mentions]
    if "status" in names and "status" not in rule.constants:
        found.append(Qualifier("status", rule.status or _status(rule, clause, i), "", None))
    if "role" in names and "role" not in rule.slots and rule.trigger == "noun":
        role = _role(clause, i)
        if role:
            found.append(Qualifier("role", " ".join(role.of(text).split()), role.of(text), role))
    found += _quantities(clause, i, names)
    return tuple(sorted(found, key=lambda q: (q.name, q.span or Span(0, 1), q.value)))


def _words(clause: Clause, i: int, slot: str, functions: Sequence[str], text: str) -> list[Qualifier]:
    for function in functions:
        if function == "phrase":
            end = i
            while (
                end + 1 < len(clause.tokens)
                and not clause.named(end + 1)
                and clause.forms[end + 1] not in (",", ".", ";", ":", "(")
            ):
                end += 1
            while end > i and clause.tokens[end].upos in ("ADP", "DET", "CCONJ"):
                end -= 1
            span = Span(clause.tokens[i].span.start, clause.tokens[end].span.end)
            return [Qualifier(slot, " ".join(span.of(text).split()), span.of(text), span)]
        heads = [
            k
            for k in clause.descendants(i)
            if clause.marker(k) == function and not clause.named(k) and clause.tokens[k].upos in ("NOUN", "PROPN")
        ]
        if heads:
            span = _role(clause, heads[0])
            if span:
                return [Qualifier(slot, " ".join(span.of(text).split()), span.of(text), span)]
    return []


def _status(rule: Rule, clause: Clause, i: int) -> str:
    former = clause.language.grammar.former
    near = [
        k for k in clause.children[i] if clause.tokens[k].deprel in ("amod", "advmod", "compound", "det", "nmod", "obl")
    ]
    window = [*near, *range(max(0, i - 2), i)]
    if any(clause.forms[k] in former for k in window) or clause.forms[i].startswith(
        tuple(clause.language.grammar.former_prefixes)
    ):
        return "past"
    if rule.trigger == "noun":
        cop = [k for k in clause.children[i] if clause.tokens[k].deprel in ("cop", "aux")]
        past = any("Tense=Past" in clause.tokens[k].feats or "Tense=Imp" in clause.tokens[k].feats for k in cop)
        return "past" if past else "current"
    verbs = [i] if rule.trigger == "verb" else [k for k in clause.up(i) if clause.verbal(k)][:1]
    for verb in verbs:
        group = [verb, *(k for k in clause.children[verb] if clause.tokens[k].deprel.startswith(("aux", "cop")))]
        if any(clause.forms[k] in former for k in clause.children[verb]):
            return "past"
        if any(t in clause.tokens[k].feats for k in group for t in ("Tense=Past", "Tense=Imp")):
            if clause.language.code == "en" and any(clause.forms[k] in ("has", "have") for k in group):
                return "current"
            return "past"
    if rule.trigger == "name" and any(form in former for form in clause.forms[:i]):
        return "past"
    return "current"


def _role(clause: Clause, noun: int) -> Span | None:
    """The words of a post: from its modifiers up to the organisation that it is a post of."""
    former = clause.language.grammar.former
    start = noun
    while (
        start > 0
        and clause.tokens[start - 1].upos in ("ADJ", "NOUN", "PROPN")
        and not clause.named(start - 1)
        and clause.tokens[start - 1].head <= noun
        and clause.forms[start - 1] not in former
        and clause.tokens[start - 1].head >= start - 1
    ):
        start -= 1
    end = noun
    subtree = {noun, *clause.descendants(noun)}
    while (
        end + 1 < len(clause.tokens)
        and end + 1 in subtree
        and not clause.named(end + 1)
        and clause.forms[end + 1] not in (",", "(", ")", ";", ":", "et", "and")
    ):
        end += 1
    while (
        end > noun
        and clause.tokens[end].upos in ("ADP", "DET", "ADJ", "ADV")
        and clause.tokens[end].head not in range(start, end)
    ):
        end -= 1
    while end > noun and clause.tokens[end].upos in ("ADP", "DET"):
        end -= 1
    return Span(clause.tokens[start].span.start, clause.tokens[end].span.end)


def _quantities(clause: Clause, i: int, names: Sequence[str]) -> list[Qualifier]:
    """Dates, durations and sums of the trigger's own clause, or those that open a clause for all its verbs."""
    inside = {i, *clause.descendants(i)}
    head = clause.tokens[i].head
    if clause.named(i) and not clause.named(head):
        # "at Meta for eleven years": the duration stands beside the name, not below it.
        inside |= {head, *clause.descendants(head)}
    shared = _opening(clause, i)
    found: list[Qualifier] = []
    for kind in ("date", "start", "end", "duration", "money"):
        slot = "amount" if kind == "money" else kind
        if slot not in names:
            continue
        near = [
            q
            for tokens in (inside, shared)
            for q in clause.sentence.quantities
            if q.kind == kind and any(clause.tokens[k].span.overlaps(q.span) for k in tokens)
        ]
        found += [Qualifier(slot, q.value, q.text, q.span) for q in near[:1]]
    return found


def _opening(clause: Clause, i: int) -> set[int]:
    """What stands before both of two coordinated verbs belongs to the second as well: "In May she left X and joined Y"."""
    head = clause.tokens[i].head
    if clause.tokens[i].deprel != "conj" or not clause.verbal(i) or not clause.verbal(head):
        return set()
    return {k for k in clause.descendants(head) if k < head}
