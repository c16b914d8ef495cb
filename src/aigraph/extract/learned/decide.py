"""Let the model add what the rules missed and veto what they over-read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aigraph.extract.background import Background
from aigraph.extract.learned.features import features
from aigraph.extract.learned.pairs import Kind, Pair, Scene, pairs
from aigraph.extract.learned.scorer import scorer
from aigraph.extract.modality import attribution, commitment
from aigraph.gazetteer import fold, gazetteer
from aigraph.language import Language
from aigraph.model import Annotated, Claim, Evidence, Mention, Modality, Qualifier, Span

_FROM = "from"

OBJECT_KIND: Mapping[str, Kind] = {
    "workedAt": "organization",
    "movedTo": "organization",
    "left": "organization",
    "founded": "organization",
    "coCreated": "work",
    _FROM: "organization",
}
"""What the model scores, each with what its object is: relations, and where a move starts."""

ADDS, VETOES = 0.7, 0.1
"""The model adds a claim as likely as the first at least, and takes back what is less likely than the second."""

ENTAILED_BY: Mapping[str, Sequence[str]] = {"workedAt": ("movedTo", "left", _FROM), "left": (_FROM,)}
"""What need not be said of a pair of which another relation is said: who joined a company worked there."""

# An origin of a move that is certain matters less than none: a likely one is given.
_ORIGIN = 0.6


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model makes of one relation between the ends of a pair, and what the rules made of it."""

    scene: Scene
    pair: Pair
    relation: str
    probability: float
    features: frozenset[str]
    ruled: tuple[Claim, ...]

    @property
    def verdict(self) -> str:
        """What follows: "adds", "vetoes", "starts" for the origin of a move, or ""."""
        if self.relation == _FROM:
            return "starts" if self.probability >= _ORIGIN else ""
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


def opinions(
    annotated: Annotated, claims: Sequence[Claim], background: Background, language: Language
) -> Iterator[Opinion]:
    """Yield the opinions from which something follows, in the order of the text."""
    model = scorer()
    for scene, pair in pairs(annotated, claims, background, language):
        said = scene.said.get((pair.person.mention.name, pair.object.mention.name), ())
        known = features(scene, pair)
        for relation, kind in OBJECT_KIND.items():
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
    origins: dict[str, list[_Origin]] = {}
    for opinion in opinions(annotated, claims, background, language):
        if opinion.verdict == "starts":
            origin = _Origin(opinion.probability, opinion.scene.sentence.span, opinion.pair.object.mention)
            origins.setdefault(opinion.pair.person.mention.name, []).append(origin)
        elif opinion.verdict == "vetoes":
            vetoed |= {id(claim) for claim in opinion.ruled if claim.modality is not Modality.DENIED}
        else:
            added += _claims(opinion, annotated)
    kept = [claim for claim in claims if id(claim) not in vetoed]
    moved = [_with_origin(claim, origins.get(claim.subject.name, ())) for claim in kept + added]
    said = {(claim.relation, claim.subject.name, claim.object.name) for claim in moved}
    said |= {(_FROM, claim.subject.name, origin) for claim in moved for origin in claim.values(_FROM)}
    wholes = {(claim.relation, claim.subject.name, whole) for claim in moved for whole in _wholes(claim.object)}
    entailed = {
        id(claim)
        for claim in added
        if (claim.relation, claim.subject.name, fold(claim.object.name)) in wholes
        or any((other, claim.subject.name, claim.object.name) in said for other in ENTAILED_BY.get(claim.relation, ()))
    }
    return [after for before, after in zip(kept + added, moved, strict=True) if id(before) not in entailed]


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a person comes from, as one sentence says, and how likely it is."""

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


def _with_origin(claim: Claim, origins: Sequence[_Origin]) -> Claim:
    """Return a move with the likeliest of its origins, one that its own sentence says before any other."""
    if claim.relation != "movedTo" or claim.values("from"):
        return claim
    likely = [origin for origin in origins if origin.organization.name != claim.object.name]
    if not likely:
        return claim
    best = max(likely, key=lambda o: (o.sentence == claim.evidence.span, o.probability, o.organization.name))
    mention = best.organization
    origin = Qualifier("from", mention.name, mention.text, mention.span, mention.type)
    return replace(claim, qualifiers=tuple(sorted((*claim.qualifiers, origin), key=lambda q: (q.name, q.value))))


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
    """Return the word that says it: the verb above the end that the sentence itself names, or the root."""
    clause = scene.clause
    at = pair.object.at if pair.object.at is not None else pair.person.at
    if at is None:
        return next((i for i, token in enumerate(clause.tokens) if token.head == i), 0)
    return next((k for k in clause.up(at) if clause.verbal(k)), at)
