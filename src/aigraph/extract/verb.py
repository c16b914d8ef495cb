"""Who acts and who is acted upon, whatever the voice of the verb and however far its subject is."""

from __future__ import annotations

from collections.abc import Collection

from aigraph.extract.clause import Clause
from aigraph.extract.coordination import ends_list
from aigraph.extract.nominal import antecedent, denoted, first_denoted
from aigraph.extract.preposition import oblique, stand_together

_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
_OBJECTS = ("obj", "iobj", "xcomp", "ccomp")
# What the parser may take the object of a verb for, when no preposition leads to it.
_LOOSE_OBJECTS = ("obl", "dep", "appos", "obl:mod")
_BREAKS = frozenset({":", ";"})
_CONTROLLED = ("xcomp", "advcl", "acl", "conj", "ccomp")


def passive(clause: Clause, verb: int) -> bool:
    """Tell whether the verb is passive, or a bare past participle."""
    grammar = clause.language.grammar
    kids = clause.children[verb]
    if clause.tokens[verb].lemma in grammar.never_passive:
        return False
    links = {clause.tokens[k].deprel for k in kids}
    if not links & {"aux:pass", "nsubj:pass"}:
        return bare_participle(clause, verb)
    compound = bool(grammar.passive_marks) and "aux" in links and "aux:pass" not in links
    return not compound or any(clause.forms[k] in grammar.passive_marks for k in kids)


def bare_participle(clause: Clause, verb: int) -> bool:
    """Tell whether the verb is a past participle without an auxiliary ("hired by Google")."""
    token = clause.tokens[verb]
    participle = "Tense=Past" in token.feats and "VerbForm=Part" in token.feats
    if not participle and token.upos == "ADJ":
        participle = token.form.endswith(clause.language.conjugation.participles)
    if clause.auxiliaries(verb):
        return False
    if not participle:
        return _apposed_participle(clause, verb)
    # "rejoint Anthropic" is a present with an object, whatever the tagger says; "hired by Google" has none.
    if verb + 1 < len(clause.tokens) and clause.named(verb + 1):
        return False
    return not any(
        clause.tokens[k].deprel == "nsubj" and not _just_before(clause, k, verb) for k in clause.children[verb]
    )


def _apposed_participle(clause: Clause, verb: int) -> bool:
    """Tell whether what the tagger takes for a past tense is a participle: "Ada, hired from Google, is"."""
    token, kids = clause.tokens[verb], clause.children[verb]
    acts = any(clause.tokens[k].deprel == "obl:agent" for k in kids)
    objects = ("obj",) if acts else _OBJECTS
    past = "Tense=Past" in token.feats or (acts and token.deprel == "acl")
    if not past or any(clause.tokens[k].deprel in objects for k in kids):
        return False
    apart = verb > 1 and clause.forms[verb - 1] == ","
    if any(clause.tokens[k].deprel.startswith("nsubj") and not _just_before(clause, k, verb) for k in kids):
        return False
    if token.deprel == "acl" or acts:
        return True
    led = verb + 1 < len(clause.tokens) and clause.tokens[verb + 1].upos in ("ADP", "ADV")
    return apart and led and clause.named(verb - 2)


def _just_before(clause: Clause, subject: int, verb: int) -> bool:
    """Tell whether a comma alone parts a subject from its verb: "Ada, hired", but not "Ada, a lecturer at X, left"."""
    return subject == verb - 2 and clause.forms[verb - 1] == ","


def surface_subject(clause: Clause, verb: int) -> list[int]:
    """Return the heads of the verb's grammatical subject, found through coordination, control and participles."""
    seen: set[int] = set()
    current = verb
    while current not in seen:
        seen.add(current)
        children = clause.children[current]
        subjects = [k for k in children if clause.tokens[k].deprel in _SUBJECTS and not ends_list(clause, k, current)]
        if subjects:
            return subjects
        head, deprel = clause.tokens[current].head, clause.tokens[current].deprel
        if head == current:
            break
        beside = _name_beside(clause, current)
        if beside is not None:
            return [beside]
        if _planned(clause, current):
            current = clause.tokens[head].head
            continue
        if deprel in ("acl", "acl:relcl", "amod") and not clause.verbal(head):
            return [head, *_phrase_above(clause, head)] if deprel == "acl" else [head]
        if deprel in _CONTROLLED and clause.verbal(head):
            if deprel in ("xcomp", "advcl") and clause.tokens[head].lemma in clause.language.grammar.object_control:
                objects = deep_object(clause, head, "Person")
                if objects:
                    return objects
        elif deprel not in ("conj", "appos", "nmod", "advcl", "parataxis"):
            break
        current = head
    return []


def _planned(clause: Clause, verb: int) -> bool:
    """Tell whether a verb without an object is somebody's plan, who then would act: "has no intention of leaving"."""
    noun = clause.tokens[verb].head
    words = {clause.forms[noun], clause.tokens[noun].lemma}
    return (
        clause.tokens[verb].deprel in ("acl", "nmod")
        and clause.tokens[noun].deprel == "obj"
        and clause.verbal(clause.tokens[noun].head)
        and not words.isdisjoint(clause.language.modality.planning)
        and all(clause.tokens[k].deprel != "obj" for k in clause.children[verb])
    )


def _phrase_above(clause: Clause, noun: int) -> list[int]:
    """Return the noun of whose phrase another is part: "X, a maker of chips founded by Ada"."""
    above = clause.tokens[noun].head
    part = clause.tokens[noun].deprel == "nmod" and not clause.named(noun) and clause.tokens[above].upos == "NOUN"
    return [above] if part and above < noun else []


def _name_beside(clause: Clause, verb: int) -> int | None:
    """Return the name that stands directly before a verb that has lost its subject to an earlier one.

    "Ada joined X and Grace joined Y": the parser likes to hang Grace on X. "Ada, passée par X": the participle is hers.
    """
    left = verb - 1
    while left > 0 and clause.tokens[left].upos in ("AUX", "ADV"):
        left -= 1
    if left < 1:
        return None
    if (
        clause.tokens[verb].deprel == "conj"
        and clause.tokens[left - 1].upos == "CCONJ"
        and clause.names(left, "Person")
    ):
        return left
    apart = clause.forms[left] == "," and all(clause.tokens[k].upos == "ADV" for k in range(left + 1, verb))
    beside = apart and bare_participle(clause, verb) and clause.names(left - 1, "Person")
    return left - 1 if beside and not _acts_already(clause, left - 1) else None


def _acts_already(clause: Clause, name: int) -> bool:
    """Tell whether a name is the agent of an earlier verb, or coordinated with one: "founded by Ada, bought by X"."""
    head = name
    while clause.tokens[head].deprel == "conj" and clause.tokens[head].head != head:
        head = clause.tokens[head].head
    return clause.first_marker(head) in clause.language.grammar.agent


def denoted_subject(clause: Clause, verb: int, class_: str, *, units: bool = True) -> list[int]:
    """Return what of a class the verb's grammatical subject stands for."""
    heads = [k for k in surface_subject(clause, verb) if k != verb]
    return first_denoted(clause, heads, class_, units=units)


def deep_subject(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return those of a class who act: the subject of an active verb, the agent of a passive one."""
    if passive(clause, verb):
        return oblique(clause, verb, clause.language.grammar.agent, class_)
    found = denoted_subject(clause, verb, class_)
    if found or class_ != "Person" or _has_subject(clause, verb):
        return found
    return _opening_name(clause, verb)


def _opening_name(clause: Clause, verb: int) -> list[int]:
    """Return the name that a long sentence opens with, when the parser lost the way from it to its verb."""
    people = [k for k in range(verb) if clause.names(k, "Person")]
    if len(people) != 1 or clause.marker(people[0]):
        return []
    (first,) = people
    if clause.tokens[first].deprel not in ("root", "nsubj", "nsubj:pass", "dislocated"):
        return []
    start = verb
    while start > first and clause.tokens[start - 1].upos in ("AUX", "ADV"):
        start -= 1
    closed = clause.forms[start - 1] == "," and clause.forms[first + 1] == ","
    return denoted(clause, first, "Person") if closed else []


def deep_object(clause: Clause, verb: int, class_: str, *, units: bool = True) -> list[int]:
    """Return those of a class who are acted upon: the object of an active verb, the subject of a passive one."""
    if passive(clause, verb):
        return denoted_subject(clause, verb, class_, units=units)
    led = clause.language.grammar.prepositional_words
    relative = clause.language.references.relative_pronouns
    has_relative = any(
        clause.tokens[k].deprel == "obj" and clause.forms[k] in relative and k < verb for k in clause.children[verb]
    )
    objects = [
        k
        for k in clause.children[verb]
        if clause.forms[k] not in led
        and (units or not clause.owns(k))
        and (
            clause.tokens[k].deprel in _OBJECTS
            or (
                k > verb
                and not has_relative
                and clause.tokens[k].deprel in _LOOSE_OBJECTS
                and not clause.prepositional(k)
            )
        )
    ]
    # "X, which Ada left Y to start": of two objects the relative pronoun is another verb's.
    objects.sort(key=lambda k: (clause.tokens[k].deprel != "obj", clause.forms[k] in relative, k))
    # "made Ada chief": the parser likes to make a clause of what the object becomes.
    controls = clause.tokens[verb].lemma in clause.language.grammar.object_control
    become = [k for k in objects if controls and clause.tokens[k].deprel == "ccomp" and not clause.verbal(k)]
    objects += [m for k in become for m in clause.children[k] if clause.tokens[m].deprel == "nsubj" and m > verb]
    found = first_denoted(clause, objects, class_, units=units)
    if found:
        return found
    # "that Google hired": the object stands before as the antecedent of a relative pronoun.
    for k in clause.children[verb]:
        if clause.tokens[k].deprel == "obj" and clause.forms[k] in clause.language.references.relative_pronouns:
            stands_for = antecedent(clause, k)
            if stands_for is not None:
                return denoted(clause, stands_for, class_, units=units)
    return _predicated(clause, verb, class_) or ([] if objects else _shared_object(clause, verb, class_, units=units))


def _predicated(clause: Clause, verb: int, class_: str) -> list[int]:
    """Return whom a verb makes something, which the parser takes for the subject of it: "made her head of X"."""
    if clause.tokens[verb].lemma not in clause.language.grammar.object_control:
        return []
    subjects = (
        m
        for k in clause.children[verb]
        if k > verb and clause.tokens[k].deprel in ("ccomp", "xcomp") and not clause.verbal(k)
        for m in clause.children[k]
        if verb < m < k and clause.tokens[m].deprel == "nsubj"
    )
    return first_denoted(clause, subjects, class_)


def _shared_object(clause: Clause, verb: int, class_: str, *, units: bool) -> list[int]:
    """Return the object of a verb that stands together with another: "Meta courted and hired Ada"."""
    for k in clause.children[verb]:
        if clause.tokens[k].deprel == "conj" and clause.verbal(k) and not _has_subject(clause, k):
            shared = deep_object(clause, k, class_, units=units) if stand_together(clause, verb, k) else []
            if shared and shared[0] > k:
                return shared
    return []


def _has_subject(clause: Clause, verb: int) -> bool:
    subjects = (k for k in clause.children[verb] if clause.tokens[k].deprel.startswith("nsubj"))
    return any(not ends_list(clause, k, verb) for k in subjects)


def has_object(clause: Clause, verb: int, besides: Collection[str] = ()) -> bool:
    """Tell whether the tree gives an active verb an object of any kind, besides the words of its own phrase.

    A clause that stands before it is none, nor is a time ("passed last year to X", "the same year"), nor a word like
    "there", which has a preposition in itself.
    """
    led = clause.language.grammar.prepositional_words
    units = clause.language.quantities.values["unit"]
    dated = [quantity.span for quantity in clause.sentence.quantities if quantity.kind == "date"]
    return not passive(clause, verb) and any(
        clause.tokens[k].deprel in _OBJECTS
        and clause.forms[k] not in besides
        and clause.forms[k] not in led
        and (k > verb or clause.tokens[k].deprel != "ccomp")
        and clause.forms[k] not in units
        and not any(span.overlaps(clause.tokens[k].span) for span in dated)
        for k in clause.children[verb]
    )


def names_object(clause: Clause, verb: int) -> bool:
    """Tell whether the tree gives a name to the verb as its object, in either voice."""
    links = ("nsubj:pass",) if passive(clause, verb) else ("obj",)
    return any(clause.tokens[k].deprel in links and clause.named(k) for k in clause.children[verb])


def _person_nearer(clause: Clause, subject: int, verb: int) -> bool:
    """Tell whether a person stands right before a verb of whom the tree makes nothing: "X, the firm Ada started"."""
    near = verb - 1
    while near > subject and clause.tokens[near].upos in ("AUX", "ADV"):
        near -= 1
    return near > subject and not clause.names(subject, "Person") and clause.names(near, "Person")


def names_subject(clause: Clause, verb: int) -> bool:
    """Tell whether the tree gives a name to an active verb as its subject, no mark like a colon between them."""
    subjects = (k for k in clause.children[verb] if clause.tokens[k].deprel == "nsubj" and clause.named(k))
    subjects = (k for k in subjects if not _person_nearer(clause, k, verb))
    return not passive(clause, verb) and any(not _BREAKS & set(clause.forms[k:verb]) for k in subjects)
