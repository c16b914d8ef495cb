"""Lists whose heading or lead-in carries the relation for all their items: "The new hires of Meta:"."""

from __future__ import annotations

from collections.abc import Sequence

from aigraph.extract.background import Background
from aigraph.extract.rules import Rule, rules
from aigraph.language import Language
from aigraph.model import Annotated, Block, Claim, Evidence, Mention, Sentence, Span

# How many tokens behind the trigger its organisation may stand: "have joined the labs of Meta".
_NEAR_TOKENS = 5


def list_claims(annotated: Annotated, background: Background, data: Language) -> list[Claim]:
    """Return the claims that the headings of lists make about the items' topics."""
    listing = [rule for rule in rules(data.code) if rule.trigger == "list"]
    # What each heading says of its items: the same for all of them, however many they are.
    said: dict[Span, list[tuple[Rule, Mention]]] = {}
    found = []
    seen: set[str] = set()
    for item in annotated.sentences:
        if item.block is not Block.ITEM or item.topic is None or item.heading is None or item.topic.name in seen:
            continue
        seen.add(item.topic.name)
        if item.heading not in said:
            said[item.heading] = _said(listing, _last_within(annotated.sentences, item.heading), background)
        for rule, organization in said[item.heading]:
            if organization.name != item.topic.name:
                quote = item.span.of(annotated.document.text)
                evidence = Evidence(annotated.document.id, item.span, quote, rule.id)
                found.append(Claim(item.topic, rule.relation, organization, evidence, confidence=rule.confidence))
    return found


def _last_within(sentences: Sequence[Sentence], heading: Span) -> Sentence | None:
    """Return the last sentence of a heading or lead-in."""
    return next((sentence for sentence in reversed(sentences) if sentence.span.overlaps(heading)), None)


def _said(listing: Sequence[Rule], heading: Sentence | None, background: Background) -> list[tuple[Rule, Mention]]:
    """Return the rules that a heading sets off, each with its organisation."""
    if heading is None:
        return []
    found = []
    words = {word for token in heading.tokens for word in (token.form.casefold(), token.lemma)}
    for rule in listing:
        if words & rule.words and not words & rule.without_words:
            organization = _organization(rule, heading, background)
            if organization is not None:
                found.append((rule, organization))
    return found


def _organization(rule: Rule, heading: Sentence, background: Background) -> Mention | None:
    """Return the organisation that alone is named or that the trigger leads to, else the employer of whom it names."""
    first = {i: references[0] for i, references in enumerate(heading.references) if references}
    named = {i: mention for i, mention in first.items() if mention.type == "Organization"}
    if not named:
        employers = background.employers
        people = {mention.name for mention in first.values() if mention.type == "Person"}
        known = {employers[name].name: employers[name] for name in sorted(people) if name in employers}
        return next(iter(known.values())) if len(known) == 1 else None
    if len({mention.name for mention in named.values()}) == 1:
        return next(iter(named.values()))
    triggers = [i for i, token in enumerate(heading.tokens) if {token.form.casefold(), token.lemma} & rule.words]
    behind = [i for i in named if triggers and 0 < i - triggers[-1] <= _NEAR_TOKENS]
    if not behind or (len(behind) > 1 and heading.tokens[behind[0] + 1].upos in ("CCONJ", "PUNCT")):
        # "The hires of X and Y" does not say who went where.
        return None
    return named[behind[0]]
