"""Lists whose heading or lead-in carries the relation for all their items: "The new hires of Meta:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigraph.extract.background import Background
from aigraph.extract.clause import Clause
from aigraph.extract.modality import framed
from aigraph.extract.modality.commitment import weakest
from aigraph.extract.rules import Rule, rules
from aigraph.extract.wordorder import opening
from aigraph.language import Language
from aigraph.model import Annotated, Block, Claim, Evidence, Mention, Sentence, Span

# How many tokens behind the trigger its organisation may stand: "have joined the labs of Meta".
_NEAR_TOKENS = 5


def list_claims(annotated: Annotated, background: Background, data: Language) -> list[Claim]:
    """Return the claims that the headings of lists make about the people whom each item opens with."""
    listing = [rule for rule in rules(data.code) if rule.trigger == "list"]
    # What each heading says of its items: the same for all of them, however many they are.
    said: dict[Span, list[tuple[Rule, Mention]]] = {}
    found = []
    seen: set[str] = set()
    for item in annotated.sentences:
        if item.block is not Block.ITEM or item.topic is None or item.heading is None or item.topic.name in seen:
            continue
        seen.add(item.topic.name)
        headings = list(_headings(annotated.sentences, item.heading))
        if item.heading not in said:
            said[item.heading] = _said(listing, headings, background, data)
        how = weakest(framed(background.frame(sentence)) for sentence in (item, *headings))
        if how.modality is None:
            continue
        for person in opening(Clause(item, data)):
            quote = item.span.of(annotated.document.text)
            found += [
                Claim(
                    person,
                    rule.relation,
                    organization,
                    Evidence(annotated.document.id, item.span, quote, rule.id),
                    modality=how.modality,
                    confidence=rule.confidence,
                )
                for rule, organization in said[item.heading]
                if organization.name != person.name
            ]
    return found


def _headings(sentences: Sequence[Sentence], heading: Span) -> Iterator[Sentence]:
    """Yield the last sentence of a heading or lead-in, and of each heading above if it is one itself."""
    above: Span | None = heading
    while above is not None:
        place = above
        last = next((sentence for sentence in reversed(sentences) if sentence.span.overlaps(place)), None)
        if last is None:
            return
        yield last
        above = last.heading if last.block is Block.HEADING and last.heading != above else None


def _said(
    listing: Sequence[Rule], headings: Sequence[Sentence], background: Background, data: Language
) -> list[tuple[Rule, Mention]]:
    """Return the rules that the nearest telling heading sets off, each with its organisation.

    A heading that denies ("They have not moved") sets nothing off, whatever stands above it.
    """
    for heading in headings:
        words = {word for token in heading.tokens for word in (token.form.casefold(), token.lemma)}
        if words & (data.modality.auxiliary_negations | data.modality.continuing):
            return []
        telling = [rule for rule in listing if words & rule.words]
        if telling:
            fired = [rule for rule in telling if not words & rule.without_words]
            return [
                (rule, organization)
                for rule in fired
                if (organization := _organization(rule, heading, background)) is not None
            ]
    return []


def _organization(rule: Rule, heading: Sentence, background: Background) -> Mention | None:
    """Return the organisation that alone is named or that the trigger leads to.

    Where none is named, it is the employer of whom the heading names, or the organisation in question.
    """
    first = {i: references[0] for i, references in enumerate(heading.references) if references}
    named = {i: mention for i, mention in first.items() if mention.type == "Organization"}
    if not named:
        employers = background.employers
        people = {mention.name for mention in first.values() if mention.type == "Person"}
        known = {employers[name].name: employers[name] for name in sorted(people) if name in employers}
        return next(iter(known.values())) if len(known) == 1 else next(iter(heading.salient), None)
    if len({mention.name for mention in named.values()}) == 1:
        return next(iter(named.values()))
    triggers = [i for i, token in enumerate(heading.tokens) if {token.form.casefold(), token.lemma} & rule.words]
    behind = [i for i in named if triggers and 0 < i - triggers[-1] <= _NEAR_TOKENS]
    if not behind or (len(behind) > 1 and heading.tokens[behind[0] + 1].upos in ("CCONJ", "PUNCT")):
        # "The hires of X and Y" does not say who went where.
        return None
    return named[behind[0]]
