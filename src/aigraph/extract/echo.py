"""What is said of one person and repeated of another in a word: "So did Ada", "as is Grace", "Alan followed"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from aigraph.extract.background import Background
from aigraph.extract.clause import Clause
from aigraph.extract.coordination import coordinated
from aigraph.extract.modality import commitment, weakness
from aigraph.extract.preposition import subject_phrase
from aigraph.extract.rules import Rule, rules
from aigraph.extract.trigger import goes_with
from aigraph.extract.verb import deep_object, deep_subject, has_object, passive
from aigraph.language import Language
from aigraph.model import Annotated, Claim, Evidence, Mention, Modality, Sentence, Span

# An echo says no more than what it echoes, and what that is, is less sure.
_ECHO = 0.85
# How many tokens behind the word of echo its name may stand: "so too has".
_NAME_TOKENS = 6
_SHARED = ("status", "contribution")
# What a word without a verb repeats.
_EVENTS = ("movedTo", "left", "declined")


@dataclass(frozen=True, slots=True)
class _Echo:
    """A person of whom something said before token `at` holds as well; `being` if a copula says so, None if neither.

    `modality` is how far the sentence commits itself to the echo. What it echoes stands in its own sentence if `near`.
    With `denied`, only what is denied holds as well: "Ada hasn't left. Nor has Grace."
    """

    at: int
    person: Mention
    being: bool | None
    modality: Modality = Modality.ASSERTED
    near: bool = False
    denied: bool = False


def echoed(annotated: Annotated, claims: Sequence[Claim], background: Background, language: Language) -> list[Claim]:
    """Return the claims that echo others: of the same sentence, or else of the one before."""
    of: dict[Span, list[Claim]] = {}
    for claim in claims:
        of.setdefault(claim.evidence.span, []).append(claim)
    found = []
    blank = annotated.sentences[:1]
    for before, sentence in pairwise((*blank, *annotated.sentences)):
        for echo in _echoes(Clause(sentence, language, background)):
            here = [c for c in of.get(sentence.span, ()) if c.subject.span.start < sentence.tokens[echo.at].span.start]
            earlier = () if echo.near else of.get(before.span, ())
            said = _said(here, echo, language) or _said(earlier, echo, language)
            found += [_repeated(claim, echo, sentence, annotated.document.text) for claim in said]
    return found


def _echoes(clause: Clause) -> Iterator[_Echo]:
    grammar = clause.language.grammar
    for i, form in enumerate(clause.forms):
        if form in grammar.echo_openings:
            yield from _behind_opening(clause, i)
        phrase = _echo_verb(clause, i)
        if phrase:
            yield from _by_verb(clause, i, phrase[1:])
    yield from _closing(clause)


def _echo_verb(clause: Clause, i: int) -> Sequence[str]:
    """Return the longest phrase of echo whose verb token i is, or ()."""
    phrases = (phrase.split() for phrase in clause.language.grammar.echo_verbs)
    own = [words for words in phrases if words[0] == clause.tokens[i].lemma]
    return max((words for words in own if goes_with(clause, i, words[:0:-1], behind=True)), key=len, default=())


def _closing(clause: Clause) -> Iterator[_Echo]:
    """Yield the echo of names that a word closes without a verb: "Ada too.", "Ada et Grace aussi.", "Ada non plus."."""
    if not clause.names(0, "Person") or any("VerbForm=Fin" in token.feats for token in clause.tokens):
        return
    grammar, text = clause.language.grammar, " ".join(clause.forms).rstrip(" .!…")
    denied = _ends_with(text, grammar.denied_echo_closings)
    if denied or _ends_with(text, grammar.echo_closings):
        for mention in clause.mentions(coordinated(clause, 0, "Person"), "Person"):
            yield _Echo(0, mention, being=None, denied=denied)


def _ends_with(text: str, closings: Iterable[str]) -> bool:
    return any(text.endswith(f" {words}") for words in closings)


def _behind_opening(clause: Clause, i: int) -> Iterator[_Echo]:
    """Yield the echo that a word like "so", "as" or "ditto" opens, its auxiliary between it and the name."""
    helper = None
    for k in range(i + 1, min(i + 1 + _NAME_TOKENS, len(clause.tokens))):
        if clause.names(k, "Person"):
            being = None if helper is None else clause.tokens[helper].lemma in clause.language.grammar.copulas
            past = helper is not None and "Tense=Past" in clause.tokens[helper].feats
            perfect = helper is not None and clause.forms[helper] in clause.language.grammar.perfect_auxiliaries
            bare = helper is None and clause.forms[i] in clause.language.grammar.bare_echo_openings
            near = not (being or past or perfect or bare)
            if not near or _repeats(clause, helper):
                for mention in clause.mentions(coordinated(clause, k, "Person"), "Person"):
                    yield _Echo(i, mention, being, near=near)
            return
        if clause.tokens[k].upos in ("AUX", "VERB") and helper is None:
            helper = k
        elif clause.tokens[k].upos not in ("ADV", "PUNCT", "ADP"):
            return


def _repeats(clause: Clause, helper: int | None) -> bool:
    """Tell whether an auxiliary stands for the verb before it: "so does Ada"."""
    verbs = {phrase.split()[0] for phrase in clause.language.grammar.echo_verbs}
    return helper is not None and clause.tokens[helper].lemma in verbs


def _by_verb(clause: Clause, verb: int, phrase: Sequence[str]) -> Iterator[_Echo]:
    """Yield the echo of a verb like "follow", unless it says by itself where to or what, or is denied."""
    below = {verb, *clause.below(verb)} - subject_phrase(clause, verb)
    named = (k for k in below if clause.refers(k, "Organization") and not clause.refers(k, "Person"))
    if any(not _circumstance(clause, k, verb) for k in named):
        return
    people = deep_subject(clause, verb, "Person")
    if not passive(clause, verb):
        followed = deep_object(clause, verb, "Person")
        besides = {*phrase, *clause.language.grammar.weak_pronouns}
        if set(people) & set(followed) or (not followed and has_object(clause, verb, besides)):
            return
    how = commitment(clause, verb).modality
    if how is None or how is Modality.DENIED:
        return
    first = min([verb, *people])
    for mention in clause.mentions(people, "Person"):
        yield _Echo(first, mention, being=None, modality=how)


def _circumstance(clause: Clause, k: int, verb: int) -> bool:
    """Tell whether token k is part of what only surrounds a verb: "Ada, after a detour to X, followed"."""
    path = [k, *clause.up(k)]
    between = path[: path.index(verb)] if verb in path else path
    return any(clause.first_marker(m) in clause.language.grammar.circumstances for m in between)


def _said(claims: Sequence[Claim], echo: _Echo, language: Language) -> list[Claim]:
    """Return what an echo repeats: what the last verb or description of another person says."""
    by_id = _by_id(language.code)
    fit = [
        claim
        for claim in claims
        if claim.subject.name != echo.person.name
        and (rule := by_id.get(claim.evidence.rule)) is not None
        and (rule.trigger != "verb") == bool(echo.being)
        and (echo.being is not None or claim.relation in _EVENTS)
        and (claim.modality is Modality.DENIED or not echo.denied)
    ]
    last = max((claim.subject.span.start for claim in fit), default=-1)
    return [claim for claim in fit if claim.subject.span.start == last]


@cache
def _by_id(code: str) -> Mapping[str, Rule]:
    return {rule.id: rule for rule in rules(code)}


def _repeated(claim: Claim, echo: _Echo, sentence: Sentence, text: str) -> Claim:
    start = min(claim.evidence.span.start, sentence.span.start)
    span = Span(start, max(claim.evidence.span.end, sentence.span.end))
    return replace(
        claim,
        subject=echo.person,
        modality=max(claim.modality, echo.modality, key=weakness),
        evidence=Evidence(claim.evidence.document, span, span.of(text), claim.evidence.rule),
        confidence=round(claim.confidence * _ECHO, 4),
        qualifiers=tuple(q for q in claim.qualifiers if q.name in _SHARED),
    )
