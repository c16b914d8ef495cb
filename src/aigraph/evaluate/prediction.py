"""What the scorer sees of a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aigraph.model import Claim, Linking, Modality, Reading


@dataclass(frozen=True, slots=True)
class Prediction:
    """A claim with every name that its ends go by: the entity's label first, its aliases, the article's own form.

    `origins` holds the names of each organisation that a move leaves, in the same way.
    """

    relation: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    modality: Modality
    claim: Claim
    origins: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        return f"{self.relation}({self.subject[0]}, {self.object[0]})"


def predictions(reading: Reading, linking: Linking) -> tuple[Prediction, ...]:
    """Return what the claims of one article predict, in their order; figures are no facts between names."""
    return tuple(_predictions(reading, linking))


def _predictions(reading: Reading, linking: Linking) -> Iterator[Prediction]:
    for claim in reading.claims:
        if claim.relation == "hasFigure":
            continue
        yield Prediction(
            relation=claim.relation,
            subject=_names(linking, claim.subject.type, claim.subject.name),
            object=_names(linking, claim.object.type, claim.object.name),
            modality=claim.modality,
            claim=claim,
            origins=tuple(_names(linking, q.type, q.value) for q in claim.qualifiers if q.name == "from" and q.type),
        )


def _names(linking: Linking, type: str, name: str) -> tuple[str, ...]:
    entity = linking.entity(type, name)
    return tuple(dict.fromkeys((entity.label, *entity.aliases, name)))
