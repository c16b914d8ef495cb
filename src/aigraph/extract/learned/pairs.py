"""The pairs of a person and an organisation or work that a sentence may relate: by name, by reference or by context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from aigraph.extract.background import Background
from aigraph.extract.bearer import bearer
from aigraph.extract.clause import Clause
from aigraph.extract.learned.cues import Classes, cues
from aigraph.language import Language
from aigraph.model import Annotated, Block, Claim, Mention, Sentence, Span

Kind = Literal["person", "organization", "work"]
CLASSES: Mapping[Kind, str] = {"person": "Person", "organization": "Organization", "work": "Artifact"}
"""The class of the ontology of each kind of end."""
# How many organisations of the text before a sentence may stand in for one that it does not name.
_SALIENT = 2
# How many sentences open an article.
_OPENING = 2
# Where an end that stands outside the sentence counts as standing, for the choice of the nearest one.
_FAR_TOKENS = 1000


@dataclass(frozen=True, slots=True)
class End:
    """One end of a pair: what it is, the token that says it (None outside the sentence), and by which way."""

    mention: Mention
    kind: Kind
    at: int | None
    via: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and an organisation or work, in one scene."""

    person: End
    object: End

    @property
    def distance(self) -> int:
        """How many tokens lie between the two; very many when one stands outside the sentence."""
        if self.person.at is None or self.object.at is None:
            return _FAR_TOKENS
        return abs(self.person.at - self.object.at)


class Scene:
    """One sentence with what of its article bears on it: the rules' claims, the heading, who works where.

    `claims` are what the rules read in this sentence.
    """

    def __init__(self, story: Story, sentence: Sentence, claims: Sequence[Claim], before: Scene | None) -> None:
        self.story = story
        self.sentence = sentence
        self.clause = Clause(sentence, story.language, story.background)
        self.said: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            self.said.setdefault((claim.subject.name, claim.object.name), []).append(claim)
        self._before = before
        self._bearers: dict[int, Sequence[Mention]] = {}

    @cached_property
    def classes(self) -> tuple[Classes, ...]:
        """The cue classes of each token."""
        return cues(self.story.language.code).of(self.clause)

    def bearers(self, noun: int) -> Sequence[Mention]:
        """Return the people whom a noun describes."""
        if noun not in self._bearers:
            self._bearers[noun] = self.clause.mentions(bearer(self.clause, noun, "Person"), "Person")
        return self._bearers[noun]

    @cached_property
    def named(self) -> tuple[End, ...]:
        """What the tokens of the sentence refer to, people, organisations and works."""
        return tuple(self._named())

    def _named(self) -> Iterator[End]:
        for i, references in enumerate(self.sentence.references):
            group = i in self.sentence.groups
            for mention in references if group else references[:1]:
                kind = kind_of(self.clause, mention)
                if kind:
                    yield End(mention, kind, i, "group" if group else self._via(i))

    def _via(self, i: int) -> str:
        if self.clause.named(i):
            return "name"
        return "pronoun" if self.clause.tokens[i].upos in ("PRON", "DET", "ADV") else "description"

    @cached_property
    def people(self) -> tuple[End, ...]:
        """The people of the sentence, the topic of its list item, or else who the sentence before was about."""
        found = [end for end in self.named if end.kind == "person"]
        topic = self.sentence.topic
        if topic is not None and all(end.mention.name != topic.name for end in found):
            found.append(End(topic, "person", None, "topic"))
        if not found and self._before is not None and self._before.people:
            found.append(End(self._before.people[0].mention, "person", None, "before"))
        return tuple(found)

    @cached_property
    def objects(self) -> tuple[End, ...]:
        """The organisations and works of the sentence, and those around it that it may be about."""
        found = {end.mention.name: end for end in reversed(self.named) if end.kind != "person"}
        here = [end for end in self.named if end.kind != "person"]
        for mention, via in self._around():
            kind = kind_of(self.clause, mention)
            if mention.name not in found and kind:
                found[mention.name] = End(mention, kind, None, via)
                here.append(found[mention.name])
        return tuple(here)

    def _around(self) -> Iterator[tuple[Mention, str]]:
        for rank, mention in enumerate(self.sentence.salient[:_SALIENT]):
            yield mention, f"salient{rank}"
        if self._before is not None:
            for end in self._before.objects:
                if end.at is not None:
                    yield end.mention, "before"
        for mention in self.story.named_by(self.sentence.heading):
            yield mention, "heading"
        for end in self.people:
            employer = self.story.background.employers.get(end.mention.name)
            if employer is not None:
                yield employer, "employer"
            for station in self.story.background.stations.get(end.mention.name, ())[-1:]:
                yield station, "station"

    def pairs(self) -> Iterator[Pair]:
        """Yield each person with each object once, by the two mentions that stand nearest."""
        nearest: dict[tuple[str, str], Pair] = {}
        for person in self.people:
            for object_ in self.objects:
                pair = Pair(person, object_)
                key = (person.mention.name, object_.mention.name)
                if person.mention.name != object_.mention.name and (
                    key not in nearest or pair.distance < nearest[key].distance
                ):
                    nearest[key] = pair
        yield from nearest.values()


class Story:
    """What the whole article tells that any sentence of it may need."""

    def __init__(self, annotated: Annotated, language: Language, background: Background) -> None:
        self.annotated = annotated
        self.language = language
        self.background = background
        named = Counter(
            references[0].name
            for sentence in annotated.sentences
            for token, references in zip(sentence.tokens, sentence.references, strict=True)
            if references and references[0].type != "Person" and token.upos == "PROPN"
        )
        self.counts: Mapping[str, int] = named
        self.opening = frozenset(
            references[0].name
            for sentence in annotated.sentences[:2]
            for references in sentence.references
            if references
        )
        self._headings: dict[Span, tuple[Sentence, ...]] = {}

    def heading(self, span: Span | None) -> tuple[Sentence, ...]:
        """Return the sentences of a heading or lead-in."""
        if span is None:
            return ()
        if span not in self._headings:
            self._headings[span] = tuple(s for s in self.annotated.sentences if s.span.overlaps(span))
        return self._headings[span]

    def named_by(self, heading: Span | None) -> Iterator[Mention]:
        """Yield the organisations and works that a heading names."""
        for sentence in self.heading(heading):
            for references in sentence.references:
                if references and references[0].type != "Person":
                    yield references[0]


def kind_of(clause: Clause, mention: Mention) -> Kind | None:
    """Return which end of a pair a mention can be."""
    return next((kind for kind, class_ in CLASSES.items() if clause.is_a(mention.type, class_)), None)


def pairs(
    annotated: Annotated, claims: Sequence[Claim], background: Background, language: Language
) -> Iterator[tuple[Scene, Pair]]:
    """Yield every pair of every sentence of an article with its scene, in the order of the text."""
    story = Story(annotated, language, background)
    said: dict[Span, list[Claim]] = {}
    for claim in claims:
        said.setdefault(claim.evidence.span, []).append(claim)
    before: Scene | None = None
    for sentence in annotated.sentences:
        if not sentence.tokens:
            continue
        scene = Scene(story, sentence, said.get(sentence.span, ()), before)
        for pair in scene.pairs():
            yield scene, pair
        if scene.named or sentence.block is not Block.HEADING:
            before = scene if scene.named else before
