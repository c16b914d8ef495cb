"""A large network as GEXF, beside networkx.write_gexf with the same edges: `python -m benchmarks.gexf --help`.

Each writer works in a process of its own and reads the same made-up statements, one after the other, from no store.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

from aigraph.model import Claim, Document, Entity, Evidence, Mention, Qualifier, Span, Statement, Status

PER_ARTICLE = 5
SENTENCE_CHARS = 130


class Source:
    """What a network is made from, of any size and in hardly any memory: two statements of each person."""

    def __init__(self, edges: int, seed: int = 7) -> None:
        self.edges, self.seed = edges, seed
        count = max(round(3 * math.sqrt(edges)), 2)
        self.organizations = [
            Entity(f"organization/laboratory-{number}", "Organization", f"Laboratory {number}")
            for number in range(count)
        ]
        # Zipf: few are in the news often, and many seldom.
        self.weights = [sum(1 / (rank + 1) for rank in range(number + 1)) for number in range(count)]

    @property
    def lookup(self) -> Source:
        """What finds one thing without looking at the others: the source itself."""
        return self

    def tenures_of(self, _person_id: str) -> tuple[()]:
        """Return nothing: that stays are made from statements is not what is measured here."""
        return ()

    def document(self, document_id: str) -> Document:
        """Return an article."""
        return Document(
            "",
            title=f"Who moved where, part {document_id}",
            url=f"https://news.example/articles/{document_id}?lang=en&page=1",
            publisher="The Example",
            published=f"{2012 + int(document_id) % 13}-06-30",
        )

    def entity(self, _entity_id: str) -> None:
        """Return nothing: all that is known of an entity stands in the statements."""

    def articles(self) -> Iterator[tuple[str, Document]]:
        """Yield all articles with their ids."""
        return ((str(n), self.document(str(n))) for n in range(math.ceil(self.edges / PER_ARTICLE)))

    def statements(self) -> Iterator[Statement]:
        """Yield the statements, sorted by subject; always the same."""
        draw = random.Random(self.seed)
        for number in range(self.edges):
            if number % 2 == 0:
                person = Entity(f"person/researcher-{number // 2:07d}", "Person", f"Researcher {number // 2}")
                laboratories = draw.choices(self.organizations, cum_weights=self.weights, k=2)
                if laboratories[0] is laboratories[1]:
                    laboratories[1] = self.organizations[(self.organizations.index(laboratories[0]) + 1) % 2]
            yield self._statement(number, person, laboratories[number % 2], draw)

    def _statement(self, number: int, person: Entity, laboratory: Entity, draw: random.Random) -> Statement:
        date = f"{draw.randint(2012, 2025)}-{draw.randint(1, 12):02d}"
        quote = f"{person.label} moved to {laboratory.label} in {date}, said people who know & asked not to be named"
        quote = quote.ljust(SENTENCE_CHARS - 1, "…") + "."
        subject = Mention.at(quote, 0, len(person.label), "Person")
        start = len(person.label) + len(" moved to ")
        place = Mention.at(quote, start, start + len(laboratory.label), "Organization")
        evidence = Evidence(str(number // PER_ARTICLE), Span(0, len(quote)), quote, "en.movedTo.test")
        when = (Qualifier("date", date, date),)
        confidence = draw.randint(50, 100) / 100
        claim = Claim(subject, "movedTo", place, evidence, confidence=confidence, qualifiers=when)
        return Statement(person, "movedTo", laboratory, (claim,), Status.ACCEPTED, confidence, when)
