"""Let the model add what the rules missed and veto what they over-read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from aigraph.extract.background import Background
from aigraph.extract.learned.features import features
from aigraph.extract.learned.pairs import CLASSES, Kind, Pair, Scene, pairs
from aigraph.extract.learned.scorer import scorer
from aigraph.extract.modality import attribution, commitment
from aigraph.gazetteer import fold, gazetteer
from aigraph.language import Language
from aigraph.model import Annotated, Claim, Evidence, Mention, Modality, Qualifier, Span
from aigraph.vocabulary import vocabulary

ADDS, VETOES = 0.6, 0.1
"""The model adds a claim as likely as the first at least, and takes back what is less likely than the second."""

# A detail like the origin of a move is given where it is likely: it matters less than a claim.
_DETAIL = 0.6


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model makes of a relation or qualifier between the ends of a pair, and what the rules made of it."""

    scene: Scene
    pair: Pair
    relation: str
    probability: float
    features: frozenset[str]
    ruled: tuple[Claim, ...]

    @property
    def verdict(self) -> str:
        """What follows: "adds" a claim, "vetoes" one, "details" one, as the origin of a move does, or ""."""
        if self.relation in vocabulary().qualifiers:
            return "details" if self.probability >= _DETAIL else ""
        if self.ruled:
            return "vetoes" if self.probability < VETOES else ""
        return "adds" if self.probability >= ADDS else ""

    def line(self) -> str:
        """Return the opinion with the features that weigh most, for reading on a screen."""
        reasons = ", ".join(
            f"{feature} {weight:+.2f}" for feature, weight in scorer().reasons(self.relation, self.features)
        )
        ends = f"{self.pair.person.mention.name} {self.relation} {self.pair.object.mention.name}"
        return f"{self.verdict} {ends} [{self.probability:.2f}]: {reasons}"


@cache
def object_kinds() -> Mapping[str, Kind]:
    """Return what the model scores, each with what its object is: relations, and qualifiers like "from"."""
    kinds = {class_: kind for kind, class_ in CLASSES.items()}
    return {name: kinds[class_] for name, class_ in vocabulary().learned.items()}


def entailed_by(relation: str) -> frozenset[str]:
    """Return what a relation need not be said beside: who joined a company worked there."""
    return frozenset(name for name, entailed in vocabulary().entails.items() if relation in entailed)


def opinions(
    annotated: Annotated, claims: Sequence[Claim], background: Background, language: Language
) -> Iterator[Opinion]:
    """Yield the opinions from which something follows, in the order of the text."""
    model = scorer()
    for scene, pair in pairs(annotated, claims, background, language):
        said = scene.said.get((pair.person.mention.name, pair.object.mention.name), ())
        known = features(scene, pair)
        for relation, kind in object_kinds().items():
            if kind == pair.object.kind:
                ruled = tuple(claim for claim in said if claim.relation == relation)
                opinion = Opinion(scene, pair, relation, model.probability(relation, known), known, ruled)
                if opinion.verdict:
                    yield opinion


def second_opinion(
    annotated: Annotated, claims: Sequence[Claim], background: Background, language: Language
) -> list[Claim]:
    """Return the claims of the rules that the model lets stand, and those that it adds."""
    vetoed: set[int] = set()
    added: list[Claim] = []
    details: dict[str, list[_Detail]] = {}
    for opinion in opinions(annotated, claims, background, language):
        if opinion.verdict == "details":
            place, mention = opinion.scene.sentence.span, opinion.pair.object.mention
            detail = _Detail(opinion.relation, opinion.probability, place, mention)
            details.setdefault(opinion.pair.person.mention.name, []).append(detail)
        elif opinion.verdict == "vetoes":
            vetoed |= {id(claim) for claim in opinion.ruled if claim.modality is not Modality.DENIED}
        else:
            added += _claims(opinion, annotated)
    kept = [claim for claim in claims if id(claim) not in vetoed]
    detailed = [_with_detail(claim, details.get(claim.subject.name, ())) for claim in kept + added]
    entailed = {id(claim) for claim in _entailed(added, detailed)}
    return [after for before, after in zip(kept + added, detailed, strict=True) if id(before) not in entailed]


def _entailed(added: Sequence[Claim], all_: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the added claims that follow from others, or say of a unit what another says of the whole."""
    said = {(claim.relation, claim.subject.name, claim.object.name) for claim in all_}
    said |= {(q.name, claim.subject.name, q.value) for claim in all_ for q in claim.qualifiers}
    wholes = {(claim.relation, claim.subject.name, whole) for claim in all_ for whole in _wholes(claim.object)}
    for claim in added:
        subject, object_ = claim.subject.name, claim.object.name
        if (claim.relation, subject, fold(object_)) in wholes or any(
            (other, subject, object_) in said for other in entailed_by(claim.relation)
        ):
            yield claim


@dataclass(frozen=True, slots=True)
class _Detail:
    """An organisation that goes with what one sentence says of a person, by a qualifier, and how likely it does."""

    qualifier: str
    probability: float
    sentence: Span
    organization: Mention


def _wholes(organization: Mention) -> Iterator[str]:
    """Yield the folded names of what an organisation is a part of: who is said to work at a unit works there too."""
    known = gazetteer()
    for entry in known.find(organization.name, type=organization.type):
        if entry.parent:
            whole = known.entries[entry.parent]
            yield from (fold(name) for name in (whole.label, *whole.aliases))


def _with_detail(claim: Claim, details: Sequence[_Detail]) -> Claim:
    """Return a claim with the likeliest of the details that it takes, one of its own sentence before any other."""
    open_ = set(vocabulary().relations[claim.relation].qualifiers) - {q.name for q in claim.qualifiers}
    likely = [d for d in details if d.qualifier in open_ and d.organization.name != claim.object.name]
    if not likely:
        return claim
    best = max(likely, key=lambda d: (d.sentence == claim.evidence.span, d.probability, d.organization.name))
    mention = best.organization
    qualifier = Qualifier(best.qualifier, mention.name, mention.text, mention.span, mention.type)
    return replace(claim, qualifiers=tuple(sorted((*claim.qualifiers, qualifier), key=lambda q: (q.name, q.value))))


def _claims(opinion: Opinion, annotated: Annotated) -> Iterator[Claim]:
    """Yield the claim, if the sentence commits itself to the words that govern its ends."""
    scene, pair, text = opinion.scene, opinion.pair, annotated.document.text
    clause, sentence = scene.clause, scene.sentence
    trigger = _trigger(scene, pair)
    how = commitment(clause, trigger)
    if how.modality is not None:
        rule = f"learned.{opinion.relation}"
        yield Claim(
            subject=pair.person.mention,
            relation=opinion.relation,
            object=pair.object.mention,
            evidence=Evidence(annotated.document.id, sentence.span, sentence.span.of(text), rule),
            modality=how.modality,
            attributed_to=attribution(clause, trigger, text),
            confidence=round(opinion.probability, 2),
        )


def _trigger(scene: Scene, pair: Pair) -> int:
    """Return the word that says it: the verb above the end that the sentence itself names, or the root.

    A verb beyond a colon says something else: "Meta confirms: Ada Lovelace of Google is here".
    """
    clause = scene.clause
    at = pair.object.at if pair.object.at is not None else pair.person.at
    if at is None:
        return next((i for i, token in enumerate(clause.tokens) if token.head == i), 0)
    near = takewhile(lambda k: ":" not in clause.forms[min(k, at) : max(k, at)], clause.up(at))
    return next((k for k in near if clause.verbal(k)), at)
