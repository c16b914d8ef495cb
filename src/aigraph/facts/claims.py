"""A table of facts to claims: a pure function of its text."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from aigraph.facts.fact import Fact, Refused, fact
from aigraph.facts.line import Cell, parsed
from aigraph.model import Claim, Document, Evidence, Mention, Qualifier, Reading, Span
from aigraph.model.claim import QUOTED_ROW, ROW


def reading(document: Document) -> Reading:
    """Return what the rows of a table of facts say, in their order."""
    return Reading(document, tuple(_claims(document)))


def _claims(document: Document) -> Iterator[Claim]:
    start = 0
    for line in document.text.split("\n"):
        # No fact is in what is left of a row when a person has been forgotten.
        with contextlib.suppress(Refused):
            yield _claim(document.id, fact(parsed(line, start)), Cell(line, Span(start, start + len(line))))
        start += len(line) + 1


def _claim(document: str, said: Fact, line: Cell) -> Claim:
    quote = said.quote
    proof = quote or line
    return Claim(
        subject=_mention(said.subject, said.subject_type, quote),
        relation=said.relation,
        object=_mention(said.object, said.object_type, quote),
        evidence=Evidence(document, proof.span, proof.text, QUOTED_ROW if quote else ROW),
        modality=said.modality,
        attributed_to=said.attributed_to,
        confidence=said.confidence,
        qualifiers=tuple(
            Qualifier(detail.name, detail.value, place.text, place.span, detail.type)
            for detail in said.details
            for place in (_in_quote(detail.cell, quote) or detail.cell,)
        ),
    )


def _mention(cell: Cell, type: str, quote: Cell | None) -> Mention:
    """Return the name where the quote has it, or a person's family name there, or else the cell itself."""
    found = _in_quote(cell, quote)
    if found is None and type == "Person":
        found = _in_quote(_last_word(cell), quote)
    place = found or cell
    return Mention(place.span, place.text, type, cell.text, cell.span)


def _last_word(cell: Cell) -> Cell:
    word = cell.text.split()[-1]
    return Cell(word, Span(cell.span.end - len(word), cell.span.end))


def _in_quote(cell: Cell, quote: Cell | None) -> Cell | None:
    """Return the first place of a quote that has the words of a cell, as whole words."""
    found = re.search(rf"(?<!\w){re.escape(cell.text)}(?!\w)", quote.text) if quote else None
    if found is None or quote is None:
        return None
    start = quote.span.start + found.start()
    return Cell(found.group(), Span(start, start + len(found.group())))
