"""What aigraph reads in the passages, as facts of KnowledgeNet, and the file in the benchmark's own layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aigraph.evaluate.knowledgenet.passages import Page, Passage
from aigraph.evaluate.knowledgenet.properties import End, properties
from aigraph.model import Claim, Linking, Span
from aigraph.vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class Predicted:
    """One fact that aigraph reads in a passage; the spans count the characters of the benchmark's document."""

    property_id: str
    subject: End
    object: End
    claim: Claim


def predict(page: Page, claims: Iterable[Claim]) -> dict[Passage, tuple[Predicted, ...]]:
    """Return what the claims of a page say in each of its passages.

    A fact counts where both its ends stand in one passage, by a name or a pronoun: the benchmark has no descriptions.
    """
    found: dict[Passage, list[Predicted]] = {passage: [] for passage in page.passages}
    for claim in claims:
        for name, subject, object_ in _said_by(claim):
            passage = page.passage_of(subject.span)
            if passage is not None and passage == page.passage_of(object_.span):
                shift = page.shift(passage)
                found[passage].append(Predicted(name, _moved(subject, shift), _moved(object_, shift), claim))
    return {passage: tuple(dict.fromkeys(facts)) for passage, facts in found.items()}


def _said_by(claim: Claim) -> Iterator[tuple[str, End, End]]:
    """Yield each property that a claim says, with its ends."""
    for name, sources in properties().items():
        for subject, object_ in (ends for source in sources for ends in source.said_by(claim)):
            if not subject.described and not object_.described:
                yield name, subject, object_


def _moved(end: End, shift: int) -> End:
    return replace(end, span=Span(end.span.start + shift, end.span.end + shift))


def layout(
    pages: Sequence[Page], predicted: Mapping[Passage, Sequence[Predicted]], linking: Linking
) -> Iterator[dict[str, object]]:
    """Yield one record for each document, in the benchmark's layout."""
    for page in pages:
        first = page.passages[0]
        yield {
            "documentId": first.document,
            "fold": first.fold,
            "documentText": _document_text(page),
            "passages": [
                {
                    "passageId": f"{first.document}:{passage.span.start}:{passage.span.end}",
                    "passageStart": passage.span.start,
                    "passageEnd": passage.span.end,
                    "passageText": passage.text,
                    "exhaustivelyAnnotatedProperties": [{"propertyId": name} for name in sorted(passage.properties)],
                    "facts": [_fact(fact, passage, linking) for fact in predicted[passage]],
                }
                for passage in page.passages
            ],
        }


def _document_text(page: Page) -> str:
    """Return the document as far as its passages give it, each at its own place."""
    text = ""
    for passage in page.passages:
        text = text[: passage.span.start].ljust(passage.span.start) + passage.text
    return text


def _fact(fact: Predicted, passage: Passage, linking: Linking) -> dict[str, object]:
    return {
        "propertyId": fact.property_id,
        "subjectStart": fact.subject.span.start,
        "subjectEnd": fact.subject.span.end,
        "objectStart": fact.object.span.start,
        "objectEnd": fact.object.span.end,
        "subjectUri": _uri(fact.subject, linking),
        "objectUri": _uri(fact.object, linking),
        "subjectText": passage.of(fact.subject.span),
        "objectText": passage.of(fact.object.span),
    }


def _uri(end: End, linking: Linking) -> str:
    """Return the Wikidata address of an end, "" where it is not known."""
    entity = linking.entities.get((end.type, end.name))
    return PREFIXES["wd"] + entity.same_as[0] if entity and entity.same_as else ""
