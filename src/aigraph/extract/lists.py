"""Lists whose heading or lead-in carries the relation for all their items: "The new hires of Meta:"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aigraph.extract.rules import Rule, rules
from aigraph.language import Language
from aigraph.model import Annotated, Block, Claim, Evidence, Mention, Sentence, Span

# How many tokens behind the trigger its organisation may stand: "have joined the labs of Meta".
_NEAR = 5


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
        above = [s for s in annotated.sentences if s.span.overlaps(sentence.heading)][-1:]
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
    organization = _organization(rule, above, employers)
    if organization is None or organization.name == item.topic.name:
        return []
    span = item.span
    text = annotated.document.text
    evidence = Evidence(annotated.document.id, Span(span.start, span.end), span.of(text), rule.id)
    return [Claim(item.topic, rule.relation, organization, evidence, confidence=rule.confidence)]


def _organization(rule: Rule, above: Sequence[Sentence], employers: Mapping[str, Mention]) -> Mention | None:
    """The organisation that the trigger leads to or that alone is named, else the employer of the person it names."""
    for sentence in above:
        named = {i: refs[0] for i, refs in enumerate(sentence.references) if refs and refs[0].type == "Organization"}
        if len({m.name for m in named.values()}) == 1:
            return next(iter(named.values()))
        triggers = [i for i, t in enumerate(sentence.tokens) if {t.form.casefold(), t.lemma} & rule.words]
        after = [i for i in named if triggers and 0 < i - triggers[-1] <= _NEAR]
        if after:
            return named[after[0]]
        if not named:
            people = {refs[0].name for refs in sentence.references if refs and refs[0].type == "Person"}
            known = {employers[name].name: employers[name] for name in people if name in employers}
            if len(known) == 1:
                return next(iter(known.values()))
    return None
