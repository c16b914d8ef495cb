"""The judge: which of the predicted facts agree with annotated ones, by the overlap of their spans.

- A passage is judged for the properties only for which all its facts are annotated.
- Annotated facts that differ only by the mentions of their ends are one fact, found when any of its mentions is.
- Predicted facts that differ only by mention are one fact, right when one of its mentions agrees with an annotated one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aigraph.evaluate.knowledgenet.aliases import clusters
from aigraph.evaluate.knowledgenet.passages import Fact, Passage
from aigraph.evaluate.knowledgenet.predictions import Predicted
from aigraph.evaluate.knowledgenet.properties import properties
from aigraph.evaluate.report import Counts
from aigraph.model import Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one property of one passage: facts found, facts missed, predictions that are wrong."""

    passage: Passage
    property_id: str
    found: tuple[tuple[Fact, ...], ...]
    missed: tuple[tuple[Fact, ...], ...]
    wrong: tuple[Predicted, ...]

    @property
    def counts(self) -> Counts:
        """The numbers of the judgement."""
        return Counts(len(self.found), len(self.wrong), len(self.missed))

    def lines(self) -> Iterator[str]:
        """Yield a line for each fact that was missed and each prediction that is wrong."""
        words = " ".join(self.passage.text.split())
        for fact, *_ in self.missed:
            subject, object_ = self.passage.of(fact.subject), self.passage.of(fact.object)
            yield f"missed  {self.passage.document}: {self.property_id}({subject}, {object_})  « {words} »"
        for one in self.wrong:
            said = f"{self.property_id}({one.subject.name}, {one.object.name}), {one.claim.evidence.rule}"
            yield f"wrong   {self.passage.document}: {said}  « {words} »"


def judge(predicted: Mapping[Passage, Sequence[Predicted]]) -> Iterator[Verdict]:
    """Yield the verdict on each property that a passage is annotated for."""
    for name in properties():
        for passage, facts in predicted.items():
            if name in passage.properties:
                yield _verdict(passage, name, [fact for fact in facts if fact.property_id == name])


def _verdict(passage: Passage, name: str, predicted: Sequence[Predicted]) -> Verdict:
    groups = grouped(passage, [fact for fact in passage.facts if fact.property_id == name])
    found = [group for group in groups if any(_agree(one, fact) for one in predicted for fact in group)]
    claims: dict[tuple[str, str], list[Predicted]] = {}
    for one in predicted:
        claims.setdefault((one.subject.name.casefold(), one.object.name.casefold()), []).append(one)
    wrong = [
        ones[0]
        for ones in claims.values()
        if not any(_agree(one, fact) for one in ones for group in groups for fact in group)
    ]
    missed = [group for group in groups if group not in found]
    return Verdict(passage, name, tuple(found), tuple(missed), tuple(wrong))


def _agree(one: Predicted, fact: Fact) -> bool:
    return one.subject.span.overlaps(fact.subject) and one.object.span.overlaps(fact.object)


def grouped(passage: Passage, facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """Return the facts, each with those that differ from it only by the mentions of its ends."""
    subjects = clusters(passage, [(fact.subject, fact.subject_uri, fact.object) for fact in facts])
    objects = clusters(passage, [(fact.object, fact.object_uri, fact.subject) for fact in facts])
    groups: dict[tuple[Span, Span], list[Fact]] = {}
    for fact in facts:
        groups.setdefault((subjects[fact.subject], objects[fact.object]), []).append(fact)
    return [tuple(group) for group in groups.values()]
