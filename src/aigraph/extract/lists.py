"""Lists whose heading or lead-in carries the relation for all their items: "The new hires of Meta:"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aigraph.extract.rules import Rule, rules
from aigraph.language import Language
from aigraph.model import Annotated, Block, Claim, Evidence, Mention, Sentence, Span


def list_claims(annotated: Annotated, employers: Mapping[str, Mention], data: Language) -> list[Claim]:
    """Return the claims that the headings of lists make about the items' topics."""
    found = []
    seen: set[str] = set()
    for sentence in annotated.sentences:
        if sentence.block is not Block.ITEM or sentence.topic is None or sentence.heading is None:
            continue
        if sentence.topic.name in seen:
            continue
        seen.add(sentence.topic.name)
        above = [s for s in annotated.sentences if s.span.overlaps(sentence.heading)]
        for rule in rules(data.code):
            if rule.trigger == "list":
                found += _claim(rule, sentence, above, employers, annotated)
    return found


def _claim(
    rule: Rule, item: Sentence, above: Sequence[Sentence], employers: Mapping[str, Mention], annotated: Annotated
) -> list[Claim]:
    words = {w for s in above for t in s.tokens for w in (t.form.casefold(), t.lemma)}
    if not words & rule.words or item.topic is None or words & rule.without_words:
        return []
    organization = _organization(above, employers)
    if organization is None or organization.name == item.topic.name:
        return []
    span = item.span
    text = annotated.document.text
    evidence = Evidence(annotated.document.id, Span(span.start, span.end), span.of(text), rule.id)
    return [Claim(item.topic, rule.relation, organization, evidence, confidence=rule.confidence)]


def _organization(above: Sequence[Sentence], employers: Mapping[str, Mention]) -> Mention | None:
    """The one organisation that the heading names, or the one that the person it names works for in this article."""
    named = {m.name: m for s in above for refs in s.references for m in refs[:1] if m.type == "Organization"}
    if len(named) == 1:
        return next(iter(named.values()))
    if not named:
        people = {m.name for s in above for refs in s.references for m in refs[:1] if m.type == "Person"}
        known = {employers[name].name: employers[name] for name in people if name in employers}
        if len(known) == 1:
            return next(iter(known.values()))
    return None
