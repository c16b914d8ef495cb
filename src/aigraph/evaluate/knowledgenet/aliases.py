"""Which mentions of an annotated passage stand for the same thing; the annotation does not say so itself.

Two names do if they have the same URI, or, where one has none, if they are written alike, if one is a part of the
other or its initials, or if one stands in brackets behind the other. A pronoun stands for the name with its URI, or
for the nearest name before it (else behind it) that is annotated with the same facts, or for the only name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aigraph.evaluate.knowledgenet.passages import Passage
from aigraph.evaluate.names import normal
from aigraph.model import Span

_PRONOUNS = re.compile(
    "s?he|her|hi[ms]|hers|(?:him|her|my|it)self|i|me|my|mine|who|whom|whose|its?|which|that|where|t?here|we|us|ours?|"
    "ourselves|they|them|theirs?"
)
_BRACKET = re.compile(r"\s*[(\[][^)\]]{0,40}")


@dataclass(slots=True)
class _Mention:
    """A mention of one end of some facts, with the other ends that it is annotated with."""

    span: Span
    uri: str = ""
    others: set[Span] = field(default_factory=set)


def clusters(passage: Passage, ends: Iterable[tuple[Span, str, Span]]) -> Mapping[Span, Span]:
    """Return for each mention the first of those that stand for the same thing; `ends` are mention, URI, other end."""
    by_span: dict[Span, _Mention] = {}
    for span, uri, other in ends:
        mention = by_span.setdefault(span, _Mention(span))
        mention.uri = mention.uri or uri
        mention.others.add(other)
    mentions = [by_span[span] for span in sorted(by_span)]
    first: dict[Span, Span] = {}
    names: list[_Mention] = []
    for mention in (m for m in mentions if not _is_pronoun(passage, m)):
        same = next((name for name in names if _same(passage, name, mention)), None)
        first[mention.span] = first[same.span] if same else mention.span
        names.append(mention)
    for mention in (m for m in mentions if _is_pronoun(passage, m)):
        meant = _meant(mention, names) or next((m for m in mentions if m.span in first and _alike(m, mention)), None)
        first[mention.span] = first[meant.span] if meant else mention.span
    return first


def _is_pronoun(passage: Passage, mention: _Mention) -> bool:
    return _PRONOUNS.fullmatch(passage.of(mention.span).casefold()) is not None


def _same(passage: Passage, one: _Mention, other: _Mention) -> bool:
    """Tell whether two names, the first before the second, are names of the same thing."""
    if one.uri and other.uri:
        return one.uri == other.uri
    left, right = passage.of(one.span), passage.of(other.span)
    short, long = sorted((normal(left).split(), normal(right).split()), key=len)
    if not short or short == long[: len(short)] or short == long[-len(short) :]:
        return True
    initials = "".join(word[0] for word in long)
    if len(short) == 1 and len(long) > 1 and short[0] in (initials, re.sub("[ofatd]", "", initials)):
        return True
    if one.span.end >= other.span.start:
        return False
    return _BRACKET.fullmatch(passage.of(Span(one.span.end, other.span.start))) is not None


def _meant(pronoun: _Mention, names: Sequence[_Mention]) -> _Mention | None:
    """Return the name that a pronoun stands for."""
    if pronoun.uri:
        same = next((name for name in names if name.uri == pronoun.uri), None)
        if same is not None:
            return same
    alike = [name for name in names if _alike(name, pronoun)] or (names if len(names) == 1 else [])
    before = [name for name in alike if name.span < pronoun.span]
    return before[-1] if before else alike[0] if alike else None


def _alike(one: _Mention, other: _Mention) -> bool:
    """Tell whether two mentions are annotated with the same facts and are not known to be different things."""
    return one.others == other.others and (not one.uri or not other.uri or one.uri == other.uri)
