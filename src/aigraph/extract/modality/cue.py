"""Phrases of a sentence that deny, suppose or report what stands before or behind them: "ce qui est faux".

The tree often loses such a phrase; where it stands does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from aigraph.extract.clause import Clause
from aigraph.extract.modality.commitment import REFUTED, Commitment
from aigraph.extract.modality.phrase import Phrases, compiled, plain
from aigraph.extract.outline import outline
from aigraph.extract.verb import bare_participle
from aigraph.language import Language
from aigraph.model import Modality, Sentence

# A verdict that opens its own part of a sentence speaks of the part before: "..., il dément".
_OPENING_CHARS = 30
# How near to a sum what is said of it alone may stand.
_NEAR_CHARS = 16
_EFFECTS = {
    "denied": REFUTED,
    "reported": Commitment(Modality.REPORTED, "hearsay"),
    "rumoured": Commitment(Modality.RUMOURED, "rumour"),
    "nothing": Commitment(None, "supposition"),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that was found and where it is, and the stretch of the sentence that it speaks of, in characters."""

    effect: str
    start: int
    end: int
    at: int
    to: int


@cache
def phrases(language: Language) -> dict[str, Phrases]:
    """Return the compiled cues of a language by their keys, "denied_after" and so on."""
    cues, lists = language.modality.cues, language.modality.lists
    return {field.name: compiled(getattr(cues, field.name), lists) for field in fields(cues)}


def spoken(sentence: Sentence) -> str:
    """Return the plain text of a sentence, tokens where they stand."""
    start = sentence.span.start
    characters = [" "] * (sentence.span.end - start)
    for token in sentence.tokens:
        length = token.span.end - token.span.start
        characters[token.span.start - start : token.span.end - start] = token.form[:length].ljust(length)
    return plain("".join(characters))


def cues(clause: Clause) -> Sequence[Cue]:
    """Return all cues of a sentence."""
    return _cues(spoken(clause.sentence), clause.language)


@lru_cache(maxsize=256)
def _cues(text: str, language: Language) -> Sequence[Cue]:
    known = phrases(language)
    return tuple(
        Cue(*_reach(text, key, match, known["stops"]), match.start(), match.end())
        for key, patterns in known.items()
        if key != "stops"
        for pattern in patterns
        for match in pattern.finditer(text)
    )


def _reach(text: str, key: str, match: re.Match[str], stops: Phrases) -> tuple[str, int, int]:
    """Return the effect of a phrase and the stretch of the text that it speaks of."""
    effect, _, reach = key.rpartition("_")
    if reach == "inside":
        return effect, match.start(), match.end()
    if reach == "aside":
        return effect, match.end(), min(_first(text, mark, match.end()) for mark in (",", ";", ":"))
    after = min(_first(text, ";", match.end()), *(_start(stop, text, match.end()) for stop in stops))
    if reach == "after":
        return effect, match.end(), after
    opens = text.rfind(";", 0, match.start()) + 1
    if reach == "around":
        return effect, opens, after
    if opens > 0 and match.start() - opens < _OPENING_CHARS:
        opens = text.rfind(";", 0, opens - 1) + 1
    return effect, opens, match.start()


def _first(text: str, mark: str, start: int) -> int:
    at = text.find(mark, start)
    return len(text) if at < 0 else at


def _start(stop: re.Pattern[str], text: str, start: int) -> int:
    match = stop.search(text, start)
    return len(text) if match is None else match.start()


def cued(clause: Clause, i: int) -> Iterator[Commitment]:
    """Yield what the phrases of the sentence make of token i."""
    yield from effects(over(clause, i))


def effects(found: Iterable[Cue]) -> Iterator[Commitment]:
    """Yield what phrases make of what they speak of."""
    yield from (_EFFECTS[cue.effect] for cue in found if cue.effect in _EFFECTS)


def falls_through(clause: Clause, i: int) -> bool:
    """Tell whether the sentence says that the plan at token i came to nothing."""
    return any(cue.effect == "fallen" for cue in over(clause, i))


def over(clause: Clause, i: int) -> Iterator[Cue]:
    """Yield the cues that speak of token i: not across the bounds of a relative clause that only says more."""
    for cue in cues(clause):
        if cue.start <= _offset(clause, i) < cue.end and _together(clause, i, cue) and not _of_sum(clause, cue):
            yield cue


def _of_sum(clause: Clause, cue: Cue) -> bool:
    """Tell whether hearsay is only about a sum of money beside it: "for, they say, two hundred million"."""
    return cue.effect == "reported" and sum_near(clause, cue.at, cue.to)


def sum_near(clause: Clause, start: int, end: int) -> bool:
    """Tell whether a sum of money stands right before or behind a stretch of the sentence."""
    offset = clause.sentence.span.start
    return any(
        q.kind == "money" and start - q.span.end + offset > -_NEAR_CHARS and q.span.start - offset - end < _NEAR_CHARS
        for q in clause.sentence.quantities
    )


def beside(clause: Clause, i: int) -> Iterator[Cue]:
    """Yield the cues that stand in the same piece of the sentence as token i and speak of it."""
    piece = outline(clause).piece(i)
    for cue in over(clause, i):
        if _offset(clause, piece.start) <= cue.at < _offset(clause, piece.end - 1) + 1:
            yield cue


def _together(clause: Clause, i: int, cue: Cue) -> bool:
    at = next((k for k in range(len(clause.tokens)) if _offset(clause, k) >= cue.at), len(clause.tokens) - 1)
    inside, around = aside(clause, i), aside(clause, at)
    if inside and at not in inside:
        # "X, hired by Y: false": without a verb of its own the sentence is about what the participle says.
        return not clausal(clause, range(at), inside)
    around_itself = cue.start <= cue.at < cue.end
    return not around or i in around or not around_itself


def clausal(clause: Clause, tokens: range, inside: range) -> bool:
    """Tell whether some of the tokens, the inner ones left out, have a finite verb."""
    return any("VerbForm=Fin" in clause.tokens[k].feats for k in tokens if k not in inside)


def aside(clause: Clause, i: int) -> range:
    """Return the tokens of the relative or participle clause around token i that says more of somebody, or nothing."""
    top = next((k for k in (i, *clause.up(i)) if _says_more(clause, k)), None)
    by_tree = [top, *clause.below(top)] if top is not None else []
    piece = outline(clause).piece(i)
    relative = piece.relative and clause.tokens[piece.start].upos != "SCONJ"
    if relative and not _has_content(clause, piece.start - (2 if clause.forms[piece.start - 1] == "," else 1)):
        by_tree += range(piece.start, piece.end)
    return range(min(by_tree), max(by_tree) + 1) if by_tree else range(0)


def _says_more(clause: Clause, i: int) -> bool:
    head = clause.tokens[i].head
    if clause.tokens[i].deprel == "acl:relcl":
        return not _has_content(clause, head)
    modifies = clause.tokens[i].deprel in ("acl", "amod", "advcl") and head != i
    return modifies and bare_participle(clause, i) and not _has_content(clause, head)


def _has_content(clause: Clause, i: int) -> bool:
    """Tell whether a noun has a content, like "the rumour that", or only a pronoun or nothing stands there."""
    stories = clause.language.modality.stories
    if i < 0 or (clause.tokens[i].upos == "PRON" and not clause.sentence.references[i]):
        return True
    return not stories.isdisjoint((clause.forms[i], clause.tokens[i].lemma))


def _offset(clause: Clause, i: int) -> int:
    return clause.tokens[i].span.start - clause.sentence.span.start
