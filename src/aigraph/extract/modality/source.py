"""Who says what a sentence says: after "according to", or as the subject of a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from aigraph.extract.clause import Clause
from aigraph.extract.modality.commitment import Commitment
from aigraph.extract.modality.cue import aside, spoken, sum_near
from aigraph.extract.outline import outline
from aigraph.language import Language
from aigraph.model import Modality

_WORD = re.compile(r"\w+")


@cache
def _source_patterns(language: Language) -> Sequence[re.Pattern[str]]:
    phrases = sorted(language.modality.sources)
    return [re.compile(rf"\b{re.escape(phrase)}\s+([^,;.»]{{2,80}})", re.IGNORECASE) for phrase in phrases]


def attribution(clause: Clause, trigger: int, text: str) -> str | None:
    """Return whom the sentence gives as its source, in its own words: after "according to", or who says it."""
    body = clause.sentence.span.of(text)
    straight = body.replace("’", "'")
    for pattern in _source_patterns(clause.language):
        match = pattern.search(straight)
        if match:
            return body[match.start(1) : match.end(1)].strip()
    for i in clause.up(trigger):
        if clause.tokens[i].lemma not in clause.language.modality.saying:
            continue
        for k in clause.children[i]:
            if clause.tokens[k].deprel == "nsubj":
                named = clause.sentence.references[k]
                return named[0].name if named else clause.tokens[k].form
    return None


def hearsay(clause: Clause, trigger: int, *, near: bool = False) -> Iterator[Commitment]:
    """Yield a report when the sentence, or with `near` its own piece, gives a source that only hands on what it heard.

    What the people concerned say of themselves, by their statements and pages, is no report.
    """
    text = spoken(clause.sentence)
    start = clause.sentence.span.start
    for pattern in _source_patterns(clause.language):
        for match in pattern.finditer(text):
            first = next((k for k, t in enumerate(clause.tokens) if t.span.start - start >= match.start()), None)
            if first is None or (near and outline(clause).number(first) != outline(clause).number(trigger)):
                continue
            if sum_near(clause, match.start(), match.start(1)):
                continue
            if aside(clause, first) != aside(clause, trigger) or _apart(clause, first, trigger):
                continue
            if not set(_WORD.findall(match[1].casefold())) & clause.language.modality.authorities:
                yield Commitment(Modality.REPORTED, match[0])


def _apart(clause: Clause, source: int, trigger: int) -> bool:
    """Tell whether the source stands in another clause: "joined X and is now, according to Y, on his way"."""
    own = outline(clause)
    if source < trigger and own.piece(trigger).subordinate and own.number(source) not in (0, own.number(trigger)):
        return True
    between = range(trigger + 1, source)
    verb = any("VerbForm=Fin" in clause.tokens[k].feats and not aside(clause, k) for k in between)
    return verb or ";" in clause.forms[min(source, trigger) : max(source, trigger)]
