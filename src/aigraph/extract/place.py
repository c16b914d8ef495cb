"""Find the name that a description goes with by where it stands, when the tree does not say."""

from __future__ import annotations

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import described_list, list_described
from aigraph.extract.outline import outline

# How far before a name the words that introduce a speaker may begin: "according to".
_SOURCE_TOKENS = 3


def beside(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the name that stands just before the noun's phrase behind a mark, or just after the phrase."""
    before = behind_mark(clause, noun, class_)
    if before:
        return before
    right = max([noun, *(k for k in clause.descendants(noun) if k > noun and not clause.verbal(k))])
    after = right + 1
    if after < len(clause.tokens) and clause.forms[after] == ",":
        after += 1
    stop = min(after + 1, len(clause.tokens))
    name = next((k for k in range(noun + 1, stop) if clause.names(k, class_)), None)
    if name is None or clause.marker(name) or _speaks(clause, name):
        return []
    between = range(noun + 1, name)
    if [clause.forms[k] for k in between].count(",") > 1 or any(clause.verbal(k) for k in between):
        return []
    return described_list(clause, name, noun, class_)


def behind_mark(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the name before the noun's phrase that a comma, colon or bracket parts from it."""
    if outline(clause).finite(min(noun + 1, len(clause.tokens) - 1)):
        # "at Google, her employer said"
        return []
    left = noun
    while left > 0 and _in_phrase(clause, left - 1, noun):
        left -= 1
    before = left - 2
    if before < 0 or clause.forms[left - 1] not in clause.language.grammar.apposition_marks:
        return []
    if not clause.names(before, class_) or introduces(clause, before):
        return []
    return list_described(clause, before, noun, class_)


def _in_phrase(clause: Clause, i: int, noun: int) -> bool:
    """Tell whether token i can stand before a noun in its phrase."""
    grammar = clause.language.grammar
    token = clause.tokens[i]
    references = clause.language.references
    if clause.forms[i] in references.relative_pronouns | references.possessive | references.plural_possessive:
        return False
    return (
        token.upos in ("DET", "ADJ", "ADV", "NUM")
        or clause.forms[i] in grammar.former
        or (token.head == noun and token.deprel == "compound")
        or (grammar.noun_adjuncts and clause.names(i, "Organization"))
    )


def _speaks(clause: Clause, i: int) -> bool:
    """Tell whether a name is the subject of a verb of saying."""
    token = clause.tokens[i]
    says = clause.tokens[token.head].lemma in clause.language.modality.saying
    return says and token.deprel.startswith("nsubj")


def introduces(clause: Clause, i: int) -> bool:
    """Tell whether a name only says who speaks: "According to Ada, the chief of X has left"."""
    before = " ".join(clause.forms[max(0, i - _SOURCE_TOKENS) : i]).replace("' ", "'")
    return before.endswith(tuple(clause.language.modality.sources))


def introduces_others(clause: Clause, noun: int) -> bool:
    """Tell whether a phrase brings in other people than the name before it: "Ada, and several engineers of X"."""
    if "Number=Plur" not in clause.tokens[noun].feats:
        return False
    first = noun
    while first > 0 and clause.tokens[first - 1].upos in ("ADJ", "ADV", "DET", "NUM") and not clause.named(first - 1):
        first -= 1
    coordinated = first > 0 and clause.tokens[first - 1].upos == "CCONJ"
    definite = clause.forms[first] in clause.language.references.definite | clause.language.grammar.one_of
    return coordinated and clause.tokens[first].upos in ("DET", "NUM", "ADJ") and not definite
