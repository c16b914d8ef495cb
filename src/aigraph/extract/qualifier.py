"""The qualifiers of a claim: role, status, dates, durations and sums, and the organisations that a rule names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from aigraph.extract.clause import Clause
from aigraph.extract.function import find
from aigraph.extract.implied import IMPLIED, implied
from aigraph.extract.rules import PHRASE, Rule
from aigraph.extract.search import Search
from aigraph.model import Mention, Qualifier, Span
from aigraph.vocabulary import vocabulary

# The qualifier that each kind of quantity in the text fills.
_SLOTS = {"date": "date", "start": "start", "end": "end", "duration": "duration", "money": "amount"}
_PAST = ("Tense=Past", "Tense=Imp")
_ROLE_STOPS = frozenset({",", "(", ")", ";", ":"})
_PHRASE_STOPS = frozenset({",", ".", ";", ":", "("})


def qualifiers(
    rule: Rule, clause: Clause, i: int, text: str, *, subjects: Sequence[Mention], objects: Sequence[Mention]
) -> tuple[Qualifier, ...]:
    """Return the qualifiers of what a rule reads at token i, sorted by name and place."""
    names = vocabulary().relations[rule.relation].qualifiers
    taken = frozenset(mention.name for mention in (*objects, *subjects))
    found = [Qualifier(name, value, "", None) for name, value in sorted(rule.constants.items())]
    for slot, functions in rule.slots.items():
        if slot in ("subject", "object"):
            continue
        class_ = rule.type_of(slot)
        if class_ is None:
            found += _words(clause, i, slot, functions, text)
            continue
        search = Search(clause, i, class_, taken, rule.units)
        here = [function for function in functions if function not in IMPLIED]
        mentions = find(search, here, nearest=rule.trigger == "noun").mentions or implied(search, functions, subjects)
        found += [Qualifier(slot, m.name, m.text, m.span, m.type) for m in mentions]
    if "status" in names and "status" not in rule.constants:
        past = _past(rule.trigger, clause, i)
        found.append(Qualifier("status", rule.status or ("past" if past else "current"), "", None))
    if "role" in names and "role" not in rule.slots and rule.trigger == "noun":
        found.append(_said("role", _role(clause, i), text))
    found += _quantities(clause, i, names)
    found += _measured(clause, objects)
    return tuple(sorted(set(found), key=lambda q: (q.name, q.span or Span(0, 1), q.value)))


def _said(slot: str, span: Span, text: str) -> Qualifier:
    return Qualifier(slot, " ".join(span.of(text).split()), span.of(text), span)


def _words(clause: Clause, i: int, slot: str, functions: Sequence[str], text: str) -> list[Qualifier]:
    """Return the words that a preposition leads to below the trigger, or the trigger's own phrase."""
    for function in functions:
        if function == PHRASE:
            return [_said(slot, _phrase(clause, i), text)]
        for k in clause.descendants(i):
            if clause.marker(k) == function and not clause.named(k) and clause.tokens[k].upos in ("NOUN", "PROPN"):
                return [_said(slot, _role(clause, k), text)]
    return []


def _phrase(clause: Clause, i: int) -> Span:
    """Return the words from token i to the next mark or name."""
    end = i
    while end + 1 < len(clause.tokens) and not clause.named(end + 1) and clause.forms[end + 1] not in _PHRASE_STOPS:
        end += 1
    while end > i and clause.tokens[end].upos in ("ADP", "DET", "CCONJ"):
        end -= 1
    return Span(clause.tokens[i].span.start, clause.tokens[end].span.end)


def _role(clause: Clause, noun: int) -> Span:
    """Return the words of a post: from its modifiers up to the organisation that it is a post of."""
    tokens, forms, grammar = clause.tokens, clause.forms, clause.language.grammar
    noun = _post(clause, noun)
    start = noun
    while (
        start > 0
        and tokens[start - 1].upos in ("ADJ", "NOUN", "PROPN")
        and start - 1 <= tokens[start - 1].head <= noun
        and not clause.named(start - 1)
        and forms[start - 1] not in grammar.former
    ):
        start -= 1
    end = noun
    inside = {noun, *clause.descendants(noun)}
    stops = _ROLE_STOPS | grammar.conjunctions
    while (
        end + 1 in inside and not clause.named(end + 1) and forms[end + 1] not in stops and not _dates(clause, end + 1)
    ):
        end += 1
    while end > noun and tokens[end].upos in ("ADP", "DET", "ADJ", "ADV") and tokens[end].head not in range(start, end):
        end -= 1
    while end > noun and tokens[end].upos in ("ADP", "DET"):
        end -= 1
    return Span(tokens[start].span.start, tokens[end].span.end)


def _post(clause: Clause, i: int) -> int:
    """Return the last word of the post that a word begins: "officer" for "chief" in "chief executive officer"."""
    roles, last = clause.language.sets["role"], i
    while last + 1 < len(clause.tokens) and clause.forms[last + 1] in roles and not clause.named(last + 1):
        last += 1
    return last if clause.forms[i] in roles and clause.tokens[i].head in range(i + 1, last + 1) else i


def _dates(clause: Clause, i: int) -> bool:
    """Tell whether token i is part of a date or duration: "director of research in June" is no post."""
    span = clause.tokens[i].span
    return any(
        span.overlaps(q.span) for q in clause.sentence.quantities if q.kind in ("date", "start", "end", "duration")
    )


def _past(trigger: str, clause: Clause, i: int) -> bool:
    """Tell whether what a post or a stay is said of is over: by a word like "former", or by the tense."""
    grammar = clause.language.grammar
    links = ("amod", "advmod", "compound", "det", "nmod", "obl")
    near = [*(k for k in clause.children[i] if clause.tokens[k].deprel in links), *range(max(0, i - 2), i)]
    if any(clause.forms[k] in grammar.former for k in near):
        return True
    if clause.forms[i].startswith(tuple(grammar.former_prefixes)) or _over(clause, i):
        return True
    if trigger == "noun":
        return _in_past(clause, (k for k in clause.children[i] if clause.tokens[k].deprel in ("cop", "aux")))
    verb = i if trigger == "verb" else next((k for k in clause.up(i) if clause.verbal(k)), None)
    if verb is not None:
        if any(clause.forms[k] in grammar.former for k in clause.children[verb]):
            return True
        group = [verb, *(k for k in clause.children[verb] if clause.tokens[k].deprel.startswith(("aux", "cop")))]
        if _in_past(clause, group):
            return not any(clause.forms[k] in grammar.perfect_auxiliaries for k in group)
    return trigger == "name" and any(form in grammar.former for form in clause.forms[:i])


def _over(clause: Clause, i: int) -> bool:
    """Tell whether a word or the verb above it is negated for the present alone: "no longer works", "n'est plus"."""
    particles = clause.language.modality.negation_particles
    kids: list[int] = []
    for k in (i, *clause.up(i)):
        kids += clause.children[k]
        if clause.verbal(k):
            break
    ended = any(
        " ".join(clause.forms[: m + 1]).endswith(tuple(f" {words}" for words in clause.language.grammar.no_longer))
        for m in kids
    )
    return ended and (not particles or any(clause.forms[m] in particles for m in kids))


def _in_past(clause: Clause, verbs: Iterable[int]) -> bool:
    return any(tense in clause.tokens[k].feats for k in verbs for tense in _PAST)


def _quantities(clause: Clause, i: int, names: Collection[str]) -> Iterator[Qualifier]:
    """Yield the first of each kind in the trigger's own clause, or in what opens a clause for all its verbs."""
    inside = {i, *clause.descendants(i)}
    head = clause.tokens[i].head
    if clause.named(i) and not clause.named(head):
        # "at Meta for eleven years": the duration stands beside the name, not below it.
        inside |= {head, *clause.descendants(head)}
    for kind, slot in _SLOTS.items():
        if slot not in names:
            continue
        near = (
            quantity
            for tokens in (inside, _opening(clause, i))
            for quantity in clause.sentence.quantities
            if quantity.kind == kind and any(clause.tokens[k].span.overlaps(quantity.span) for k in tokens)
        )
        first = next(near, None)
        if first is not None:
            yield Qualifier(slot, first.value, first.text, first.span)


def _opening(clause: Clause, i: int) -> set[int]:
    """Return what stands before two coordinated verbs, if token i is the second: "In May she left X and joined Y"."""
    head = clause.tokens[i].head
    if clause.tokens[i].deprel != "conj" or not clause.verbal(i) or not clause.verbal(head):
        return set()
    return {k for k in clause.descendants(head) if k < head}


def _measured(clause: Clause, objects: Sequence[Mention]) -> Iterator[Qualifier]:
    """Yield the value of each figure among the objects: the number, or the sum of money."""
    figures = {mention.span for mention in objects if mention.type == "Figure"}
    for quantity in clause.sentence.quantities:
        if quantity.span in figures:
            name = "amount" if quantity.kind == "money" else "value"
            yield Qualifier(name, quantity.value, quantity.text, quantity.span)
