"""Lists whose heading or lead-in carries the relation for all their items: "The new hires of Meta:"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aigraph.extract.background import Background
from aigraph.extract.clause import Clause
from aigraph.extract.coordination import opening
from aigraph.extract.modality import framed
from aigraph.extract.modality.commitment import weakest
from aigraph.extract.rules import Rule, rules
from aigraph.language import Language
from aigraph.model import Annotated, Block, Claim, Evidence, Mention, Sentence, Span

# How many tokens behind the trigger its organisation may stand: "have joined the labs of Meta".
_NEAR_TOKENS = 5
# How many of the last sentences before a list tell what it is of.
_LEAD_SENTENCES = 3
# How likely the organisation in question must be to be that of a list.
_CLEAR = 0.5


def list_claims(annotated: Annotated, background: Background, data: Language) -> list[Claim]:
    """Return the claims that the headings of lists make about the people whom each item opens with."""
    listing = [rule for rule in rules(data.code) if rule.trigger == "list"]
    # What the lead-in of each run of items says of them: the same for all, however many they are.
    said: dict[int, list[tuple[Rule, Mention]]] = {}
    found = []
    seen: set[str] = set()
    for number, item in enumerate(annotated.sentences):
        if item.block is not Block.ITEM or item.topic is None or item.topic.name in seen:
            continue
        seen.add(item.topic.name)
        start = _run(annotated.sentences, number)
        headings = [*_lead(annotated, start), *_headings(annotated.sentences, item.heading)]
        if start not in said:
            said[start] = _said(listing, headings, annotated.sentences[0], background, data)
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
                for rule, organization in said[start]
                if organization.name != person.name and not _own(background, person, organization)
            ]
    return found


def _run(sentences: Sequence[Sentence], number: int) -> int:
    """Return the number of the sentence that the list of an item begins with."""
    while number > 0 and sentences[number - 1].block is Block.ITEM:
        number -= 1
    return number


def _lead(annotated: Annotated, start: int) -> Iterator[Sentence]:
    """Yield the last sentences of the paragraph before a list, nearest first: "Here are the recruits."."""
    after = annotated.sentences[start].span.start
    for sentence in reversed(annotated.sentences[max(0, start - _LEAD_SENTENCES) : start]):
        lead_in = after == annotated.sentences[start].span.start
        parted = "\n" in annotated.document.text[sentence.span.end : after]
        if sentence.block is not Block.TEXT or (parted and not lead_in):
            return
        yield sentence
        after = sentence.span.start


def _headings(sentences: Sequence[Sentence], heading: Span | None) -> Iterator[Sentence]:
    """Yield the last sentence of a heading or lead-in, and of each heading above."""
    above = heading
    while above is not None:
        place = above
        last = next((sentence for sentence in reversed(sentences) if sentence.span.overlaps(place)), None)
        if last is None:
            return
        yield last
        above = last.heading if last.block is Block.HEADING and last.heading != above else None


def _said(
    listing: Sequence[Rule], headings: Sequence[Sentence], title: Sentence, background: Background, data: Language
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
                if (organization := _organization(rule, heading, title, background)) is not None
            ]
    return []


def _own(background: Background, person: Mention, organization: Mention) -> bool:
    """Tell whether a person has founded an organisation: founders are no recruits."""
    return any(founded.name == organization.name for founded in background.foundings.get(person.name, ()))


def _organization(rule: Rule, heading: Sentence, title: Sentence, background: Background) -> Mention | None:
    """Return the organisation that alone is named or that the trigger leads to.

    Where none is named, it is the employer of whom the heading names, what the title names, or what is in question.
    """
    named = _organizations(heading)
    if not named:
        return _employer(heading, background) or _sole(_organizations(title)) or _clear(heading)
    alone = _sole(named)
    if alone is not None:
        return alone
    triggers = [i for i, token in enumerate(heading.tokens) if {token.form.casefold(), token.lemma} & rule.words]
    behind = [i for i in named if triggers and 0 < i - triggers[-1] <= _NEAR_TOKENS]
    if not behind or (len(behind) > 1 and heading.tokens[behind[0] + 1].upos in ("CCONJ", "PUNCT")):
        # "The hires of X and Y" does not say who went where.
        return None
    return named[behind[0]]


def _organizations(sentence: Sentence) -> dict[int, Mention]:
    first = {i: references[0] for i, references in enumerate(sentence.references) if references}
    return {i: mention for i, mention in first.items() if mention.type == "Organization"}


def _sole(named: Mapping[int, Mention]) -> Mention | None:
    return next(iter(named.values())) if len({mention.name for mention in named.values()}) == 1 else None


def _employer(heading: Sentence, background: Background) -> Mention | None:
    """Return whom all those named in a heading work for."""
    employers = background.employers
    people = {references[0].name for references in heading.references if references}
    known = {employers[name].name: employers[name] for name in sorted(people) if name in employers}
    return next(iter(known.values())) if len(known) == 1 else None


def _clear(heading: Sentence) -> Mention | None:
    return next((mention for mention in heading.salient if mention.confidence >= _CLEAR), None)
