"""What sets a rule off: the verbs, nouns and names of a sentence, looked up in an index of all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from aigraph.extract.clause import Clause
from aigraph.extract.outline import outline
from aigraph.extract.rules import Rule, rules
from aigraph.language import Conjugation

# The tagger takes some verb forms for adjectives or nouns.
_TAGGED_FOR_NOUNS = ("NOUN", "ADJ", "PROPN", "X", "VERB")
# A prefix is put aside only when so many letters follow.
_STEM_LETTERS = 4
# How many tokens may stand between the words of a phrase: "set it up", "jumped the sinking ship".
_GAP_TOKENS = 3


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """The positions of rules by (trigger, word), so that a sentence without triggers costs next to nothing.

    A trigger of more than one word is found by its verb, the first, or its noun, the last; its other words go with the
    position.
    """

    rules: Sequence[Rule]
    positions: Mapping[tuple[str, str], Sequence[tuple[int, tuple[str, ...]]]]

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> TriggerIndex:
        """Index rules by their trigger words."""
        positions: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = {}
        for position, rule in enumerate(rules):
            for phrase in sorted(rule.words):
                *others, head = phrase.split() if rule.trigger == "noun" else reversed(phrase.split())
                positions.setdefault((rule.trigger, head), []).append((position, tuple(others)))
        return cls(rules, positions)

    def fired(self, clause: Clause) -> list[tuple[Rule, int]]:
        """Return each rule that a token sets off, with the token, in the order of the rules."""
        classes = [word for trigger, word in self.positions if trigger == "name"]
        found = {
            (position, _anchor(clause, i) if others else i)
            for i in range(len(clause.tokens))
            for key in _keys(clause, i, classes)
            for position, others in self.positions.get(key, ())
            if _led(self.rules[position], clause, i) and goes_with(clause, i, others, behind=key[0] == "verb")
        }
        return [(self.rules[position], i) for position, i in sorted(found)]


@cache
def trigger_index(code: str) -> TriggerIndex:
    """Return the index of all rules of a language."""
    return TriggerIndex.of(rules(code))


def _keys(clause: Clause, i: int, classes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what token i may set off: (trigger, word)."""
    if clause.named(i):
        yield from (("name", class_) for class_ in classes if clause.refers(i, class_))
        return
    yield from (("verb", word) for word in _verbs(clause, i))
    token = clause.tokens[i]
    if token.upos in _TAGGED_FOR_NOUNS and not _qualifies(clause, i):
        form = clause.forms[i]
        for prefix in clause.language.grammar.former_prefixes:
            form = form.removeprefix(prefix)
        yield "noun", form
        if token.upos != "VERB":
            yield "noun", token.lemma


def goes_with(clause: Clause, i: int, others: Sequence[str], *, behind: bool) -> bool:
    """Tell whether the other words of a phrase stand behind its verb, with gaps, or right before its noun.

    A noun may stand farther: "a claqué en mars, après douze ans, la porte de Meta".
    """
    if not others:
        return True
    if not behind:
        return tuple(clause.forms[max(0, i - len(others)) : i]) == tuple(others)
    far = [k for k in outline(clause).rightward(i) if clause.tokens[k].upos in ("NOUN", "PROPN", "ADJ")]
    at = i
    for word in reversed(others):
        near = range(at + 1, min(at + 2 + _GAP_TOKENS, len(clause.tokens)))
        reach = sorted({*near, *(k for k in far if k > at)})
        found = next((k for k in reach if word in (clause.forms[k], clause.tokens[k].lemma)), -1)
        # "brought him to X in May" is no "bring in": a preposition of its own stands between.
        led = any(clause.tokens[k].upos == "ADP" for k in range(at + 1, found))
        # "compte puiser dans ses rangs" is no "compter dans ses rangs".
        another = any("VerbForm=Inf" in clause.tokens[k].feats for k in range(at + 1, found))
        if (
            found < 0
            or another
            or (led and _particle(clause, found))
            or (_copula(clause, i) and not _complements(clause, i, found))
        ):
            return False
        at = found
    return True


def _anchor(clause: Clause, i: int) -> int:
    """Return the word that governs a clause whose copula is token i: "gone" in "was gone"."""
    head = clause.tokens[i].head
    above = clause.tokens[i].deprel.startswith(("aux", "cop")) and clause.tokens[head].upos != "NOUN"
    return head if above and _copula(clause, i) else i


def _copula(clause: Clause, i: int) -> bool:
    return clause.tokens[i].lemma in clause.language.grammar.copulas


def _complements(clause: Clause, copula: int, at: int) -> bool:
    """Tell whether a noun, or a word like "out" with only adverbs between, completes the copula: "was long gone"."""
    between = range(copula + 1, at)
    return clause.tokens[at].upos == "NOUN" or all(clause.tokens[k].upos in ("ADV", "PART") for k in between)


def _particle(clause: Clause, i: int) -> bool:
    return clause.tokens[i].upos in ("ADP", "ADV")


def _qualifies(clause: Clause, i: int) -> bool:
    """Tell whether a word like "ancien" only says that the post behind it is a past one."""
    head = clause.tokens[i].head
    return (
        head > i and clause.forms[i] in clause.language.grammar.former and clause.tokens[head].upos in ("NOUN", "PROPN")
    )


def _verbs(clause: Clause, i: int) -> set[str]:
    """Return the words, mostly infinitives, that token i may be a form of as a verb."""
    token, form = clause.tokens[i], clause.forms[i]
    if _only_dates(clause, i):
        return set()
    conjugation = clause.language.conjugation
    endings = (*conjugation.endings, *conjugation.participles)
    if token.deprel == "amod" and "Aspect=Prog" in token.feats:
        # "the founding director" founds nothing.
        return set()
    if token.upos in ("VERB", "AUX"):
        return {token.lemma, form, *_infinitives(form, endings, conjugation)}
    if token.upos == "ADP" and token.deprel not in ("case", "mark", "fixed"):
        return {token.lemma}
    if token.upos not in ("ADJ", "NOUN", "PROPN"):
        return set()
    # A subject or auxiliary gives away a verb form that the tagger takes for something else.
    governs = any(clause.tokens[k].deprel.startswith(("nsubj", "aux")) for k in clause.children[i])
    governs = governs or _headline_verb(clause, i) or outline(clause).opens_verb(i)
    if token.upos == "ADJ":
        return {token.lemma, form, *_infinitives(form, endings if governs else conjugation.participles, conjugation)}
    return {token.lemma, *_infinitives(form, endings, conjugation)} if governs else set()


def _only_dates(clause: Clause, i: int) -> bool:
    """Tell whether a verb only says when the infinitive behind it happened: "vient de recruter"."""
    if clause.tokens[i].lemma not in clause.language.grammar.semi_auxiliaries:
        return False
    behind = range(i + 2, min(i + 2 + _GAP_TOKENS, len(clause.tokens)))
    if i + 1 >= len(clause.tokens) or clause.tokens[i + 1].upos != "ADP":
        return False
    verb = next((k for k in behind if clause.forms[k] not in clause.language.grammar.weak_pronouns), None)
    return verb is not None and "VerbForm=Inf" in clause.tokens[verb].feats


def _headline_verb(clause: Clause, i: int) -> bool:
    """Tell whether what looks like a noun between two names may be their verb: "Apple poaches Google's chief"."""
    return (
        clause.language.grammar.noun_adjuncts
        and 0 < i < len(clause.tokens) - 1
        and clause.named(i - 1)
        and clause.tokens[i - 1].head == i
    )


def _infinitives(form: str, endings: Sequence[str], conjugation: Conjugation) -> Iterator[str]:
    """Yield the infinitives of the regular verbs that a form can be of, a prefix kept and put aside."""
    for word in (form, _without_prefix(form, conjugation.prefixes)):
        for ending in endings:
            if word.endswith(ending):
                yield word.removesuffix(ending) + conjugation.infinitive


def _without_prefix(form: str, prefixes: Sequence[str]) -> str:
    for prefix in prefixes:
        stem = form.removeprefix(prefix)
        if stem != form and len(stem) >= _STEM_LETTERS and stem[:_STEM_LETTERS].isalpha():
            return stem
    return form


def _led(rule: Rule, clause: Clause, i: int) -> bool:
    """Tell whether what leads to a name is what the rule wants there."""
    return rule.trigger != "name" or not rule.marker or bool(_markers(clause, i) & rule.marker)


def _markers(clause: Clause, i: int) -> set[str]:
    """Return what leads to a name: its prepositions, a bracket, "ex", "former", "present", a mark and a preposition.

    "copula à" is the preposition of a name that a copula joins to its subject: "is at X".
    """
    grammar = clause.language.grammar
    left = i - 1
    while left > 0 and clause.forms[left] in grammar.articles - grammar.origin_prepositions:
        left -= 1
    before = clause.forms[left] if i else ""
    mark = left - 1
    while mark > 0 and _dates_station(clause, mark):
        mark -= 1
    earlier = clause.forms[mark] if mark >= 0 else ""
    found = {clause.marker(i), clause.first_marker(i)}
    if clause.has_copula(i) or clause.tokens[clause.tokens[i].head].lemma in grammar.copulas:
        found |= {f"copula {marker}" for marker in found}
    if before == "(" or (earlier == "(" and before in grammar.former):
        found.add("(")
    if before in grammar.former:
        found.add("former")
    if before in grammar.present and mark >= 0 and clause.forms[mark] in (",", "("):
        found.add("present")
    if before.rstrip("-") + "-" in grammar.former_prefixes:
        found.add(before.rstrip("-"))
    if earlier in (",", "(") and clause.tokens[left].upos == "ADP":
        found.add(", " + clause.preposition(before))
    if clause.tokens[left].upos == "ADP" and left and clause.forms[left - 1] in grammar.former:
        found.add("former " + clause.preposition(before))
    if _alone(clause, i):
        found.add("alone")
    return found - {""}


def _dates_station(clause: Clause, i: int) -> bool:
    """Tell whether token i says when someone was somewhere: "still at X", "until May with X", "both formerly of X"."""
    grammar = clause.language.grammar
    words = grammar.former | grammar.present | grammar.sequence | grammar.distributive
    return clause.forms[i] in words or outline(clause).in_time(i)


def _alone(clause: Clause, i: int) -> bool:
    """Tell whether between two marks only names stand, and words that say when: "auparavant Google Research"."""
    piece = outline(clause).piece(i)
    grammar = clause.language.grammar
    return all(
        clause.named(k)
        or clause.forms[k] in grammar.list_marks | grammar.articles
        or clause.tokens[k].upos in ("ADV", "CCONJ")
        or _dates_station(clause, k)
        for k in range(piece.start, piece.end)
    )
