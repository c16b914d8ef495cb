"""The judge: which claims are right, wrong or neutral, and which facts are missed.

- A claim is right when relation, subject and object agree with a fact, names compared by `names.normal`; any name that
  the claim's entities go by may agree, and any alternative that the fact allows. One fact makes one claim right.
- A claim that a fact entails is neutral (`_entailed`). So is a second claim that agrees with a fact already found.
- Every other claim is wrong. A fact that no claim got right is missed.
- Claims of one article about the same fact are one: the strongest modality is judged, with the origins of all.
- Modality and origins are judged on the right claims only, and change nothing in the counts.
- A fact that the text negates is never missed. To deny it is right, outside the counts; to affirm it is wrong, unless
  the same article's denial was read too: then it is the rumour that the text reports before it denies it.
- A denial finds no affirmed fact. Where the fact is not found otherwise, the denial contradicts the text and is wrong;
  any other denial is neutral.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from aigraph.evaluate.gold import GoldArticle, GoldFact
from aigraph.evaluate.names import normal
from aigraph.evaluate.prediction import Prediction
from aigraph.evaluate.report import Accuracy, Counts, FalseClaim, Miss, Origins, Report, Slip
from aigraph.model import Modality

CORE_RELATIONS = ("workedAt", "movedTo", "left", "founded", "coCreated")
"""The relations that are scored unless others are asked for."""

ALL_RELATIONS = (*CORE_RELATIONS, "declined", "approached", "developed", "investedIn", "acquired")
"""Every relation that articles are annotated with."""


def score(
    gold: Sequence[GoldArticle],
    predicted: Mapping[str, Sequence[Prediction]],
    *,
    relations: Iterable[str] = CORE_RELATIONS,
) -> Report:
    """Judge the predictions of each article, looked up by its path or else its id, against its facts.

    An article without predictions has all its facts missed; predictions for other articles are not looked at.
    """
    relations = tuple(relations)
    tally = _Tally()
    for article in gold:
        found = predicted.get(article.path, predicted.get(article.id, ()))
        _Judge(article, relations, tally).judge(p for p in found if p.relation in relations)
    n = tally.numbers
    return Report(
        counts={r: Counts(*(n[r, kind] for kind in ("right", "wrong", "missed", "neutral"))) for r in relations},
        modality=Accuracy(n["modality", "right"], n["modality", "right"] + n["modality", "wrong"]),
        origins=Origins(*(n["origin", kind] for kind in ("right", "missing", "wrong", "extra"))),
        negated=Accuracy(n["negated", "denied"], n["negated", "facts"]),
        negated_asserted=n["negated", "asserted"],
        misses=tuple(tally.misses),
        false_claims=tuple(tally.false_claims),
        slips=tuple(tally.slips),
        articles=len(gold),
    )


@dataclass
class _Tally:
    numbers: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)
    false_claims: list[FalseClaim] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)


class _Judge:
    """Judges the claims of one article into a tally."""

    def __init__(self, article: GoldArticle, relations: Sequence[str], tally: _Tally) -> None:
        self.article = article
        self.tally = tally
        self.facts = [fact for fact in article.facts if fact.relation in relations]
        self.parents: dict[str, set[str]] = {}
        for fact in article.facts:
            if fact.parent:
                self.parents.setdefault(normal(fact.object), set()).add(normal(fact.parent))

    def judge(self, predictions: Iterable[Prediction]) -> None:
        claims = _distinct(predictions)
        affirmed = [claim for claim in claims if claim.modality is not Modality.DENIED]
        denied = [claim for claim in claims if claim.modality is Modality.DENIED]
        facts = [fact for fact in self.facts if not fact.negated]
        negated = [fact for fact in self.facts if fact.negated]
        found = dict(_matched(affirmed, facts))
        refused = dict(_matched(denied, negated))
        for index, claim in enumerate(affirmed):
            if index in found:
                self._right(claim, facts[found[index]])
            elif reason := self._wrong(claim, facts, negated, {negated[at] for at in refused.values()}):
                self._false(claim, reason)
            else:
                self.tally.numbers[claim.relation, "neutral"] += 1
        missed = [fact for at, fact in enumerate(facts) if at not in found.values()]
        for index, claim in enumerate(denied):
            if index in refused:
                self.tally.numbers["negated", "denied"] += 1
                self.tally.numbers["modality", "right"] += 1
            elif any(_agree(claim, fact) for fact in missed):
                self._false(claim, "the text affirms it")
            else:
                self.tally.numbers[claim.relation, "neutral"] += 1
        for fact in missed:
            self.tally.numbers[fact.relation, "missed"] += 1
            self.tally.misses.append(Miss(self.article.path, fact))
        self.tally.numbers["negated", "facts"] += len(negated)

    def _right(self, claim: Prediction, fact: GoldFact) -> None:
        numbers = self.tally.numbers
        numbers[claim.relation, "right"] += 1
        right = claim.modality in fact.modalities
        numbers["modality", "right" if right else "wrong"] += 1
        if not right:
            self._slip(claim, fact, f"{claim.modality}, though the text has it as {fact.certainty}")
        if claim.relation == "movedTo" and (verdict := _origin_verdict(claim, fact)):
            numbers["origin", verdict] += 1
            if verdict != "right":
                said = ", ".join(names[0] for names in claim.origins) or "nowhere"
                self._slip(claim, fact, f"from {said}, though the text has {', '.join(fact.origins) or 'nowhere'}")

    def _wrong(
        self, claim: Prediction, facts: Sequence[GoldFact], negated: Sequence[GoldFact], refused: set[GoldFact]
    ) -> str | None:
        """Return why an affirming claim that found no fact is wrong, or None when it is neutral."""
        if any(_agree(claim, fact) for fact in facts):
            return None
        if denials := [fact for fact in negated if _agree(claim, fact)]:
            if any(fact in refused for fact in denials):
                return None
            self.tally.numbers["negated", "asserted"] += claim.modality is Modality.ASSERTED
            return "the text denies it"
        if any(self._entailed(claim, fact) for fact in self.article.facts):
            return None
        return "no such fact"

    def _entailed(self, claim: Prediction, fact: GoldFact) -> bool:
        """Tell whether the fact, whatever its relation, entails the claim.

        A move entails a job at its destination, and a job at, and a departure from, each origin. A departure entails
        a job, and so does a departure that the text denies. Founding entails no job. What is true of a named unit is
        true of the organisation that the article's facts give as its parent. What is only reported or planned entails
        no assertion, except the job that the person then still holds.
        """
        if normal(fact.subject) not in _normals(claim.subject):
            return False
        at_object = self._holds_at(claim, fact.object)
        if fact.negated:
            return fact.relation == "left" and claim.relation == "workedAt" and at_object
        if claim.relation == fact.relation and at_object:
            return True
        at_origin = any(self._holds_at(claim, origin) for origin in fact.origins)
        sure = fact.certainty == "asserted" or claim.modality is not Modality.ASSERTED
        if claim.relation == "workedAt":
            return at_origin or (at_object and (fact.relation == "left" or (fact.relation == "movedTo" and sure)))
        return claim.relation == "left" and at_origin and sure

    def _holds_at(self, claim: Prediction, organization: str) -> bool:
        name = normal(organization)
        return not _normals(claim.object).isdisjoint({name} | self.parents.get(name, set()))

    def _false(self, claim: Prediction, reason: str) -> None:
        self.tally.numbers[claim.relation, "wrong"] += 1
        self.tally.false_claims.append(FalseClaim(self.article.path, claim, reason))

    def _slip(self, claim: Prediction, fact: GoldFact, detail: str) -> None:
        self.tally.slips.append(Slip(self.article.path, fact, claim, detail))


def _distinct(predictions: Iterable[Prediction]) -> list[Prediction]:
    """Return one claim for each fact and polarity: the strongest, with the origins of all."""
    groups: dict[tuple[str, str, str, bool], list[Prediction]] = {}
    for prediction in predictions:
        denied = prediction.modality is Modality.DENIED
        groups.setdefault((prediction.relation, prediction.subject[0], prediction.object[0], denied), []).append(
            prediction
        )
    return [
        replace(
            min(group, key=lambda claim: claim.modality.rank),
            origins=tuple(dict.fromkeys(origin for claim in group for origin in claim.origins)),
        )
        for group in groups.values()
    ]


def _matched(claims: Sequence[Prediction], facts: Sequence[GoldFact]) -> Iterator[tuple[int, int]]:
    """Pair claims with facts, one to one, by the fact's own name of the object first and then by its alternatives."""
    claimed: set[int] = set()
    found: set[int] = set()
    tests: tuple[Callable[[Prediction, GoldFact], bool], ...] = (_agree_by_name, _agree)
    for test in tests:
        for at, fact in enumerate(facts):
            if at in found:
                continue
            for index, claim in enumerate(claims):
                if index not in claimed and test(claim, fact):
                    claimed.add(index)
                    found.add(at)
                    yield index, at
                    break


def _agree_by_name(claim: Prediction, fact: GoldFact) -> bool:
    return _agree(claim, replace(fact, alternatives=()))


def _agree(claim: Prediction, fact: GoldFact) -> bool:
    return (
        claim.relation == fact.relation
        and normal(fact.subject) in _normals(claim.subject)
        and not _normals(claim.object).isdisjoint(_normals((fact.object, *fact.alternatives)))
    )


def _origin_verdict(claim: Prediction, fact: GoldFact) -> str | None:
    """Say how the origins of a right move compare with the fact's: as sets, each by any of its names."""
    if not fact.origins:
        return "extra" if claim.origins else None
    if not claim.origins:
        return "missing"
    wanted = _normals(fact.origins)
    named = [_normals(names) for names in claim.origins]
    known = wanted <= frozenset().union(*named)
    return "right" if known and not any(names.isdisjoint(wanted) for names in named) else "wrong"


@cache
def _normals(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(normal(name) for name in names)
