"""What a noun, a name or a pronoun denotes, as tokens: itself, the name beside it, or the name below it."""

from __future__ import annotations

from collections.abc import Iterable

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import coordinated, listed_with
from aigraph.extract.outline import outline
from aigraph.extract.place import beside

_NAME_LINKS = ("appos", "flat", "nmod", "compound", "conj", "amod", "dep", "obl", "nmod:poss", "obj")
_NOUN_LINKS = ("nmod", "obl", "conj", "amod")
_APPOSITION_LINKS = ("appos", "flat", "conj", "nmod", "dep", "compound", "acl:relcl")


def denoted(clause: Clause, i: int, class_: str, *, units: bool = True) -> list[int]:
    """Return the tokens of a class that the nominal headed by token i stands for, coordination included.

    With `units`, a part of an organisation ("the research team of X") stands for the organisation.
    """
    if clause.tokens[i].upos == "PRON" and clause.forms[i] in clause.language.references.relative_pronouns:
        stands_for = antecedent(clause, i)
        found = [] if stands_for is None else denoted(clause, stands_for, class_, units=units)
        if not found and class_ == "Organization":
            found = _named_before(clause, i, class_)
        # "Ada, who runs X, and Grace": who is named behind the clause is not meant by it.
        meant = [k for k in found if k < i] or found
        # "to X, to Y and to Z, which she left": an organisation is the nearest.
        return meant[-1:] if class_ == "Organization" or _singular(clause, i) else meant
    if clause.named(i):
        return coordinated(clause, i, class_) if clause.refers(i, class_) else []
    if i in clause.sentence.groups and clause.refers(i, class_):
        return [i]
    name = _brought_along(clause, i, class_)
    if name is not None and class_ != "Person":
        return [name]
    found = _apposed(clause, i, class_)
    if not found and class_ == "Person" and clause.tokens[i].upos in ("NOUN", "ADJ", "PROPN") and not clause.verbal(i):
        found = beside(clause, i, class_)
    if not found and class_ == "Organization":
        name = outline(clause).name_behind_relative(i, class_)
        found = [] if name is None else [name]
    if found:
        return found
    if clause.refers(i, class_):
        return listed_with(clause, i, class_) if clause.tokens[i].upos == "PRON" else [i]
    if clause.has_copula(i):
        # "Ada is an engineer who worked at X": whoever is one.
        subjects = (k for k in clause.children[i] if clause.tokens[k].deprel == "nsubj")
        return first_denoted(clause, subjects, class_)
    if clause.tokens[i].upos in ("NUM", "DET", "PRON"):
        # "three of its founders, Ada, Grace and Alan": whom the noun below the number stands for.
        return first_denoted(clause, (k for k in clause.children[i] if clause.tokens[k].deprel == "nmod"), class_)
    if class_ != "Person" and _leads_into(clause, i, class_, units=units):
        return _below(clause, i, class_, units=units)
    return []


def _named_before(clause: Clause, relative: int, class_: str) -> list[int]:
    """Return the name that stands just before a relative pronoun: "the head of X, which Ada founded"."""
    before = relative - 1
    while before >= 0 and clause.tokens[before].upos in ("PUNCT", "ADP"):
        before -= 1
    return [before] if before >= 0 and clause.names(before, class_) else []


def _singular(clause: Clause, i: int) -> bool:
    """Tell whether a relative pronoun stands for one alone: "Ada and Grace, who has led X"."""
    verb = clause.tokens[i].head
    numbers = {
        number
        for k in (verb, *clause.auxiliaries(verb))
        if "VerbForm=Fin" in clause.tokens[k].feats
        for number in ("Number=Sing", "Number=Plur")
        if number in clause.tokens[k].feats
    }
    return clause.tokens[i].deprel == "nsubj" and numbers == {"Number=Sing"}


def _brought_along(clause: Clause, i: int, class_: str) -> int | None:
    """Return the name that a noun has in its own phrase, or that its phrase describes."""
    if clause.tokens[i].upos not in ("NOUN", "ADJ"):
        return None
    own = outline(clause)
    name = own.name_behind(i, class_)
    return own.name_before(i, class_) if name is None else name


def first_denoted(clause: Clause, heads: Iterable[int], class_: str, *, units: bool = True) -> list[int]:
    """Return what the first of the heads that denotes something of the class stands for."""
    return next((found for head in heads if (found := denoted(clause, head, class_, units=units))), [])


def antecedent(clause: Clause, i: int) -> int | None:
    """Return what a relative pronoun stands for."""
    relative = next((k for k in [i, *clause.up(i)] if clause.tokens[k].deprel in ("acl:relcl", "acl")), None)
    if relative is None or clause.tokens[relative].head == relative:
        return None
    # The parser likes the last noun of "a friend of Ada, who": the name that the comma closes is the likelier one.
    before = i - 1
    while before >= 0 and clause.tokens[before].upos in ("PUNCT", "ADP"):
        before -= 1
    personal = clause.language.grammar.personal_relatives
    impersonal = bool(personal) and clause.forms[i] not in personal
    nearer = clause.names(before, "Person") or (impersonal and clause.names(before, "Organization"))
    return before if before >= 0 and nearer else clause.tokens[relative].head


def _leads_into(clause: Clause, i: int, class_: str, *, units: bool) -> bool:
    """Tell whether a noun stands for the name below it: "the company X", "the team of X", not "the critics of X"."""
    names, references = clause.language.names, clause.language.references
    words = {clause.forms[i], clause.tokens[i].lemma}
    if clause.is_a(class_, "Artifact"):
        return bool(words & names.artifact_cues)
    if not units and words & names.organization_units:
        return False
    if words & (references.organization_nouns | names.organization_cues):
        return True
    return units and bool(words & names.organization_units)


def _below(clause: Clause, i: int, class_: str, *, units: bool) -> list[int]:
    """Return the name that depends on a noun, directly, by a verb of naming, or by way of other nouns."""
    for child in clause.children[i]:
        if clause.tokens[child].deprel in _NAME_LINKS and clause.names(child, class_):
            return coordinated(clause, child, class_)
    for child in clause.children[i]:
        if clause.tokens[child].lemma in clause.language.grammar.naming:
            called = [k for k in clause.children[child] if clause.names(k, class_) and not clause.marker(k)]
            if called:
                return called[:1]
        if child > i and clause.tokens[child].deprel in _NOUN_LINKS and not clause.named(child):
            deeper = denoted(clause, child, class_, units=units)
            if deeper:
                return deeper
    return []


def _apposed(clause: Clause, i: int, class_: str) -> list[int]:
    """Return names that stand beside a description without a preposition, or in the list that "dont" opens."""
    found: list[int] = []
    for j in clause.below(i):
        if j not in found and clause.names(j, class_) and (_bare(clause, i, j) or _included(clause, i, j, class_)):
            found += [k for k in coordinated(clause, j, class_) if k not in found]
    return sorted(found)


def _bare(clause: Clause, i: int, j: int) -> bool:
    """Tell whether the way from a description down to a name is one of apposition, without a preposition."""
    path = [j, *clause.up(j)]
    path = path[: path.index(i)]
    if any(clause.tokens[k].deprel not in _APPOSITION_LINKS for k in path):
        return False
    top = path[-1]
    if clause.marker(top) or clause.tokens[top].deprel == "acl:relcl":
        return False
    return top == j or clause.tokens[top].deprel == "appos"


def _included(clause: Clause, i: int, j: int, class_: str) -> bool:
    """Tell whether a person's name is in a list that "including" opens behind token i."""
    between = range(i + 1, j)
    return (
        class_ == "Person" and any(clause.opens_list(k) for k in between) and not any(clause.verbal(k) for k in between)
    )
