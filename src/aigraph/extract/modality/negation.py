"""Whether a word is denied: by its own negation, by its subject, or by what leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigraph.extract.clause import Clause
from aigraph.extract.modality.lead import led_by
from aigraph.extract.outline import outline
from aigraph.extract.verb import surface_subject

_DETERMINERS = ("det", "cc", "cc:preconj")
# How many pieces of the sentence lie between an auxiliary and its verb that an insert parts, both counted.
_PIECES = 2
_PHRASE = ("ADP", "DET", "NUM", "PART")


def negated(clause: Clause, i: int) -> bool:
    """Tell whether the sentence negates token i itself."""
    if led_by(clause, i, clause.language.modality.denying_leads):
        return True
    return (_by_adverb(clause, i) or _by_subject(clause, i)) and not _postponed(clause, i)


def _by_adverb(clause: Clause, i: int) -> bool:
    words = clause.language.modality
    if any(clause.forms[k] in words.negations and _denies(clause, k, i) for k in clause.children[i]):
        return True
    if any(clause.forms[k] in words.auxiliary_negations for k in stray(clause, i)) or _nor(clause, i):
        return True
    helpers = [k for k in clause.children[i] if clause.tokens[k].deprel.startswith(("aux", "cop"))]
    below = (m for k in helpers for m in clause.children[k])
    if any(clause.forms[m] in words.auxiliary_negations and _denies(clause, m, i) for m in below):
        return True
    partners = _behind(clause, _particles(clause, i))
    return any(clause.forms[k] in words.negation_partners and _denies(clause, k, i) for k in partners)


def stray(clause: Clause, i: int) -> Sequence[int]:
    """Return the auxiliary and negation that an insert parts from verb i: "has not, he says, resigned"."""
    own = outline(clause)
    n = own.number(i)
    if n < _PIECES or clause.auxiliaries(i) or any(k != i for k in range(own.piece(i).start, i)):
        return ()
    insert, before = own.pieces[n - 1], own.pieces[n - _PIECES]
    comments = any(clause.tokens[k].lemma in clause.language.modality.saying for k in range(insert.start, insert.end))
    last = range(max(before.start, before.end - _PIECES), before.end)
    helped = any(clause.tokens[k].upos == "AUX" or clause.tokens[k].lemma in _helpers(clause) for k in last)
    return last if comments and helped and insert.mark == own.piece(i).mark == "," else ()


def _helpers(clause: Clause) -> frozenset[str]:
    return clause.language.modality.pro_verbs | clause.language.modality.future_auxiliaries


def _nor(clause: Clause, i: int) -> bool:
    """Tell whether a conjunction like "nor" leads from the verb before to verb i: "nor did he ever work there"."""
    head = clause.tokens[i].head
    if clause.tokens[i].deprel != "conj":
        return False
    leads = [k for k in clause.children[head] if head < k < i and clause.tokens[k].deprel == "cc"]
    return bool(leads) and clause.forms[leads[-1]] in clause.language.modality.negations


def _particles(clause: Clause, i: int) -> list[int]:
    return [k for k in clause.children[i] if clause.forms[k] in clause.language.modality.negation_particles]


def _behind(clause: Clause, particles: Sequence[int]) -> Iterator[int]:
    """Yield the tokens between a particle like "ne" and the next mark: "n'ira donc chez aucun des deux"."""
    for k in particles[:1]:
        yield from range(k + 1, outline(clause).piece(k).end)


def _denies(clause: Clause, negation: int, verb: int) -> bool:
    """Tell whether a negation is one of the verb: not that of "not only", "pas moins", nor of "not Intel"."""
    words = clause.language.modality
    after = negation + 1
    if (
        clause.forms[negation] in words.polar_negations
        and not _particles(clause, verb)
        and _perfect_infinitive(clause, verb)
    ):
        return False
    # "a emboîté le pas": what has an article is a noun, whatever the tagger takes it for.
    noun = any(clause.tokens[k].deprel == "det" for k in clause.children[negation])
    if noun or clause.tokens[negation].upos == "NOUN" or _restricts(clause, after):
        return False
    if negation < verb or _particles(clause, verb):
        return True
    while after < len(clause.tokens) and clause.tokens[after].upos in _PHRASE:
        after += 1
    named = after < len(clause.tokens) and clause.named(after)
    return not named and clause.forms[negation - 1] not in words.contrast_marks


def _restricts(clause: Clause, i: int) -> bool:
    """Tell whether a word behind a negation keeps it from denying: "not only", but not "pas que X est parti"."""
    known = clause.forms[i : i + 1] and clause.forms[i] in clause.language.modality.restrictives
    return bool(known) and clause.tokens[i].upos != "SCONJ"


def _perfect_infinitive(clause: Clause, verb: int) -> bool:
    return any("VerbForm=Inf" in clause.tokens[k].feats for k in clause.auxiliaries(verb))


def _by_subject(clause: Clause, i: int) -> bool:
    """Tell whether the subject denies: "none of the founders", "ni Ada ni Grace", "no researcher"."""
    if not clause.verbal(i) and not clause.has_copula(i):
        return False
    words = clause.language.modality.negative_subjects
    for subject in surface_subject(clause, i):
        beside = [
            k
            for k in clause.children[subject]
            if k < subject and (k == subject - 1 or clause.tokens[k].deprel in _DETERMINERS)
        ]
        if any(clause.forms[k] in words and _denies(clause, k, i) for k in (subject, *beside)):
            return True
    return False


def _postponed(clause: Clause, i: int) -> bool:
    """Tell whether the negation only says when: "did not join until 2021" says that he did."""
    delays = clause.language.modality.delays
    return any(
        clause.first_marker(k) in delays and not clause.verbal(k) and _dated(clause, k) for k in clause.children[i]
    )


def _dated(clause: Clause, i: int) -> bool:
    return any(clause.tokens[i].span.overlaps(q.span) for q in clause.sentence.quantities)
