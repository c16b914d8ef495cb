"""The passages of KnowledgeNet as lessons: what the annotation says of any two mentions of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aigraph.evaluate.knowledgenet.passages import Page, load_passages, pages
from aigraph.model import Document, Span


@dataclass(frozen=True)
class Lesson:
    """A document of the benchmark to learn from."""

    page: Page

    @property
    def document(self) -> Document:
        """The text to annotate; spans count its characters."""
        return self.page.document

    def says(self, property_id: str, subject: Span, object: Span) -> bool | None:
        """Tell whether the annotation joins two mentions by a property; None where it says nothing of them.

        It is silent where the mentions stand in different passages, or where the passage is not annotated for the
        property in full.
        """
        passage = self.page.passage_of(subject)
        if passage is None or passage != self.page.passage_of(object) or property_id not in passage.properties:
            return None
        shift = self.page.shift(passage)
        left, right = (Span(span.start + shift, span.end + shift) for span in (subject, object))
        facts = (fact for fact in passage.facts if fact.property_id == property_id)
        return any(fact.subject.overlaps(left) and fact.object.overlaps(right) for fact in facts)


def lessons(path: Path, *, fold: int | None = None) -> Iterator[Lesson]:
    """Yield the documents of a file of passages, of one fold or all."""
    yield from (Lesson(page) for page in pages(load_passages(path, fold=fold)))
