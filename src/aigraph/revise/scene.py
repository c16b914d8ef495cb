"""What a revision looks at: the articles and decisions that come and go, in front of what the store holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from aigraph.fuse import Article
from aigraph.gazetteer import Gazetteer
from aigraph.model import Claim, Decision, Document, Reading
from aigraph.store import Arrival, Lookup


class Scene:
    """The store as it is, and what comes and goes.

    `gone` are the ids of the articles whose present state goes, those that are replaced among them; `sources` says of
    articles whose source changes which one they repeat from now on.
    """

    def __init__(
        self,
        lookup: Lookup,
        arrivals: Sequence[Arrival],
        departures: Iterable[str],
        decisions: Sequence[Decision],
        gazetteer: Gazetteer,
    ) -> None:
        self.lookup = lookup
        self.arriving: Mapping[str, Arrival] = {a.reading.document.id: a for a in arrivals}
        self.gone = frozenset(d for d in {*departures, *self.arriving} if lookup.fingerprint(d) is not None)
        self.decisions = tuple(sorted(decisions))
        self.gazetteer = gazetteer
        self.sources: Mapping[str, str] = {}
        self._articles: dict[str, Article] = {}

    @cached_property
    def arriving_with(self) -> Mapping[str, list[str]]:
        """The articles that come, by the bands of their texts."""
        found: dict[str, list[str]] = {}
        for document, arrival in self.arriving.items():
            for band in arrival.bands:
                found.setdefault(band, []).append(document)
        return found

    @cached_property
    def gone_readings(self) -> tuple[Reading, ...]:
        """The articles whose present state goes, with their claims."""
        return tuple(reading for d in sorted(self.gone) if (reading := self.lookup.reading(d)) is not None)

    @cached_property
    def decisions_changed(self) -> frozenset[Decision]:
        """The decisions that hold from now on and did not, and those that did and no longer do."""
        return frozenset(self.decisions) ^ frozenset(self.lookup.decisions())

    @cached_property
    def arriving_claims(self) -> tuple[Claim, ...]:
        """The claims of the articles that come."""
        return tuple(claim for arrival in self.arriving.values() for claim in arrival.reading.claims)

    def document(self, document_id: str) -> Document:
        """Return an article as it will be; raises LookupError when there will be none."""
        if document_id in self.arriving:
            return self.arriving[document_id].reading.document
        if document_id in self.gone or (document := self.lookup.document(document_id)) is None:
            raise LookupError(f"there is no article {document_id}")
        return document

    def articles(self, claims: Iterable[Claim]) -> dict[str, Article]:
        """Return what fusing needs of the articles that make some claims, by id."""
        documents = {claim.evidence.document for claim in claims}
        for document_id in documents - self._articles.keys():
            source = self.sources.get(document_id) or self.lookup.source(document_id)
            self._articles[document_id] = Article.of(self.document(document_id), source)
        return {document_id: self._articles[document_id] for document_id in sorted(documents)}
