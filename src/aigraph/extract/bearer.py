"""Whom a noun describes: by copula, apposition, title, predicate or place."""

from __future__ import annotations

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import described_list, list_described
from aigraph.extract.nominal import denoted
from aigraph.extract.place import behind_mark, beside, introduces_others
from aigraph.extract.verb import deep_object, denoted_subject

_APPOSED = ("appos", "amod", "nmod", "acl", "dep", "conj", "parataxis")
_TITLES = ("compound", "appos", "amod", "nmod")
_TITLED = ("appos", "flat", "nmod", "compound", "dep", "amod", "conj", "obj")
_PREDICATES = ("xcomp", "attr", "oprd", "obj", "dep", "obl")


def bearer(clause: Clause, noun: int, class_: str = "Person") -> list[int]:
    """Return those of a class whom a noun describes."""
    finders = (_by_title,) if acts_itself(clause, noun) else _FINDERS
    for find in finders:
        found = find(clause, noun, class_)
        if found:
            return [] if found[0] < noun and find is not _by_copula and introduces_others(clause, noun) else found
    above = alongside(clause, noun)
    return [] if above is None else bearer(clause, above, class_)


def acts_itself(clause: Clause, noun: int) -> bool:
    """Tell whether a noun is a subject of its own behind a name: "Named by Ada, the founder of X resigned"."""
    verb = clause.tokens[noun].head
    definite = any(clause.forms[k] in clause.language.references.definite for k in clause.children[noun] if k < noun)
    return (
        definite
        and clause.tokens[noun].deprel == "nsubj"
        and verb > noun
        and not clause.named(verb)
        and clause.tokens[verb].lemma not in clause.language.grammar.copulas
        and "VerbForm=Fin" in clause.tokens[verb].feats
        and not any(clause.forms[k] in clause.language.grammar.apposition_marks for k in range(noun, verb))
    )


def alongside(clause: Clause, noun: int) -> int | None:
    """Return the description that a noun goes on with: "chairman and CEO", "a businessman, CEO of X", "one of"."""
    token = clause.tokens[noun]
    if token.head == noun or clause.named(token.head) or introduces_others(clause, noun):
        return None
    if token.deprel == "nmod":
        return token.head if clause.forms[token.head] in clause.language.grammar.one_of else None
    if token.deprel not in ("conj", "appos"):
        return None
    if not clause.verbal(token.head):
        return token.head
    # "served as head of X and dean of Y": the parser may join the second post to the verb.
    posts = (k for k in clause.children[token.head] if k < noun and clause.marker(k) in clause.language.grammar.as_role)
    return max(posts, default=None) if token.upos in ("NOUN", "PROPN") else None


def _by_copula(clause: Clause, noun: int, class_: str) -> list[int]:
    head = clause.tokens[noun].head
    if clause.tokens[noun].deprel == "nsubj" and clause.has_copula(head) and clause.names(head, class_):
        return denoted(clause, head, class_)
    if not clause.has_copula(noun):
        # "Ada is at X": the parser may take the copula for the verb.
        at = clause.named(noun) and clause.tokens[noun].deprel.startswith("obl")
        return denoted_subject(clause, head, class_) if at and _copula(clause, head) else []
    for k in clause.children[noun]:
        if clause.tokens[k].deprel in ("nsubj", "nsubj:pass"):
            return denoted(clause, k, class_)
    if clause.tokens[noun].deprel in ("acl:relcl", "acl") and head != noun:
        return denoted(clause, head, class_)
    if clause.tokens[noun].deprel == "conj" and head != noun:
        return denoted_subject(clause, head, class_)
    return []


def _copula(clause: Clause, i: int) -> bool:
    return clause.tokens[i].lemma in clause.language.grammar.copulas


def _by_apposition(clause: Clause, noun: int, class_: str) -> list[int]:
    token = clause.tokens[noun]
    if token.deprel not in _APPOSED or not clause.names(token.head, class_):
        return []
    if token.deprel == "nmod" and clause.marker(noun):
        return []
    between = range(min(noun, token.head) + 1, max(noun, token.head))
    if any(clause.forms[k] in clause.language.grammar.apposition_marks for k in between):
        return list_described(clause, token.head, noun, class_)
    return []


def _by_title(clause: Clause, noun: int, class_: str) -> list[int]:
    token = clause.tokens[noun]
    after = noun + 1
    if class_ == "Person" and after < len(clause.tokens) and clause.names(after, class_):
        return described_list(clause, after, noun, class_)
    if token.deprel in _TITLES and token.head > noun and clause.names(token.head, class_):
        return described_list(clause, token.head, noun, class_)
    for k in clause.children[noun]:
        if k > noun and clause.tokens[k].deprel in _TITLED and clause.names(k, class_) and not clause.marker(k):
            return described_list(clause, k, noun, class_)
    return []


def _by_predicate(clause: Clause, noun: int, class_: str) -> list[int]:
    """Return the verb's object or subject: "was named director", "became chief", "hired her as adviser"."""
    grammar = clause.language.grammar
    token = clause.tokens[noun]
    verb, marker = token.head, clause.marker(noun)
    if marker in grammar.as_role and clause.tokens[verb].upos == "NOUN" and clause.tokens[verb].deprel == "obj":
        # "begins her fourth year as president"
        verb = clause.tokens[verb].head
    if verb == noun or not clause.verbal(verb):
        return []
    lemma = clause.tokens[verb].lemma
    controls = lemma in grammar.object_control
    predicate = token.deprel in _PREDICATES and not marker and (controls or lemma in grammar.copulas)
    member = marker in grammar.membership
    if not predicate and not member and marker not in grammar.as_role:
        return []
    found = deep_object(clause, verb, class_) if controls or member else []
    return found or denoted_subject(clause, verb, class_)


_FINDERS = (_by_copula, behind_mark, _by_apposition, _by_title, _by_predicate, beside)
