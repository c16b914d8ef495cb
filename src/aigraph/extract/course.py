"""The course of events: who has gone where, as far as an article has told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from aigraph.model import Annotated, Claim, Mention, Modality, Sentence

_TOLD = ("movedTo", "left")
# How many sentences back an event is still in mind.
_IN_MIND = 3
# What may stand in a line before the name that it opens with.
_BULLETS, _BULLET_TOKENS = "-–—*•· \t\n", 2


@dataclass(frozen=True, slots=True)
class Event:
    """That a person goes to or leaves an organisation (`relation`), said from character `start` on.

    With `origin`, it is left for a new one that the text names.
    """

    relation: str
    person: str
    organization: Mention
    start: int
    origin: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """What has been told before a sentence. What is told from character `opening` on is still in mind there.

    `labels` are the organisations that lines open with, by where the line begins: "Cohere: Ada arrives".
    """

    organizations: Mapping[str, Mention] = field(default_factory=dict)
    starts: tuple[int, ...] = ()
    events: tuple[Event, ...] = ()
    opening: int = 0
    labels: Mapping[int, Mention] = field(default_factory=dict)
    label: Mention | None = None

    @classmethod
    def of(cls, annotated: Annotated) -> Course:
        """Return the beginning of an article, where nothing has been told."""
        named: dict[str, Mention] = {}
        for sentence in annotated.sentences:
            for mention in (first for references in sentence.references for first in references[:1]):
                if not mention.how and mention.type == "Organization":
                    named.setdefault(mention.name, mention)
        starts = tuple(sentence.span.start for sentence in annotated.sentences)
        return cls(named, starts, labels=dict(_labels(annotated)))

    def at(self, sentence: Sentence, text: str) -> Course:
        """Return what has been told when a sentence begins; in mind is what its paragraph told just before."""
        number = bisect_left(self.starts, sentence.span.start)
        recent = self.starts[max(0, number - _IN_MIND)] if self.starts else 0
        return replace(
            self,
            opening=max(recent, text.rfind("\n\n", 0, sentence.span.start) + 1),
            label=self.labels.get(_line(text, sentence.span.start)),
        )

    def told(self, claims: Iterable[Claim]) -> Course:
        """Return the course with what claims add to it."""
        added = [event for claim in claims for event in self._events(claim)]
        return replace(self, events=(*self.events, *added)) if added else self

    def before(self, start: int, relation: str) -> Iterator[Event]:
        """Yield the events of a relation that are told before a place in the text, the last one first."""
        for event in reversed(self.events):
            if event.start < start and event.relation == relation:
                yield event

    def home(self, person: str, start: int) -> Mention | None:
        """Return where a person went, as told last before a place in the text."""
        return next((e.organization for e in self.before(start, "movedTo") if e.person == person), None)

    def in_mind(self, event: Event) -> bool:
        """Tell whether an event is told in the same paragraph, not long before."""
        return event.start >= self.opening

    def _events(self, claim: Claim) -> Iterator[Event]:
        if claim.modality in (Modality.DENIED, Modality.RUMOURED):
            return
        own = claim.subject.span in claim.evidence.span
        start = (claim.subject if own else claim.evidence).span.start
        if claim.relation in _TOLD:
            yield Event(claim.relation, claim.subject.name, claim.object, start)
        if claim.relation == "movedTo":
            for origin in claim.values("from"):
                if origin in self.organizations:
                    yield Event("left", claim.subject.name, self.organizations[origin], start, origin=True)


def _labels(annotated: Annotated) -> Iterator[tuple[int, Mention]]:
    """Yield the organisations that lines open with, a mark behind them, with where the lines begin."""
    text = annotated.document.text
    for sentence in annotated.sentences:
        first = next((i for i, references in enumerate(sentence.references) if references), None)
        if first is not None and first <= _BULLET_TOKENS and first + 1 < len(sentence.tokens):
            mention, line = sentence.references[first][0], _line(text, sentence.span.start)
            opens = not text[line : sentence.tokens[first].span.start].strip(_BULLETS)
            if opens and not mention.how and mention.type == "Organization" and sentence.tokens[first + 1].form == ":":
                yield line, mention


def _line(text: str, start: int) -> int:
    return text.rfind("\n", 0, start) + 1
