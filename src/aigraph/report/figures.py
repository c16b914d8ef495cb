"""The figures that sources give about flows, each put beside the organisations that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aigraph.gazetteer import fold
from aigraph.model import Claim, Modality, Statement, Status
from aigraph.report.facts import Facts

_WORDS: Mapping[tuple[str, bool], str] = {
    ("ratio", False): "{organization} hires {value} for each who leaves",
    ("ratio", True): "{value} come to {organization} from {other} for each who leaves",
    ("count", False): "{organization}: {value} {unit}",
    ("count", True): "{organization}: {value} {unit} from {other}",
    ("rate", False): "{organization}: {value} {unit}",
    ("rate", True): "{organization}: {value} {unit}, {other}",
}
"""What a figure says, by its measure and whether it is about another organisation, too."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: the ids of its organisation and of the other one ("" for none), what it says, and its claims."""

    organization: str
    other: str
    words: str
    claims: tuple[Claim, ...]


def figures(facts: Facts, *, parents: bool = False) -> tuple[Figure, ...]:
    """Return the figures about flows that sources give and nobody refutes, in the order of the statements."""
    return tuple(
        figure
        for statement in facts.statements
        if statement.relation == "hasFigure" and statement.status is not Status.REFUTED
        for figure in _of(statement, facts, parents=parents)
    )


def _of(statement: Statement, facts: Facts, *, parents: bool) -> Iterator[Figure]:
    others = {fold(q.text): q.value for q in statement.qualifiers if q.name == "from" and q.type}
    for claim in statement.claims:
        measure = claim.value("measure") or ""
        if claim.modality is Modality.DENIED or (measure, False) not in _WORDS:
            continue
        named = sorted({others[fold(name)] for name in claim.values("from") if fold(name) in others})
        # One origin may go by another name in this article than in the graph.
        for other in named or sorted(others.values())[:1] if claim.values("from") else [""]:
            words = _WORDS[measure, bool(other)].format(
                organization=statement.subject.label,
                other=facts.label(other) if other else "",
                value=claim.value("value") or statement.object.label,
                unit=claim.value("measuredIn") or ("people" if measure == "count" else ""),
            )
            said = f", says {claim.attributed_to}" if claim.attributed_to else ""
            hedged = "" if claim.modality is Modality.ASSERTED else f" ({claim.modality})"
            ends = (statement.subject.id, other)
            organization, there = (facts.house(end) if parents and end else end for end in ends)
            yield Figure(organization, there, " ".join(words.split()) + said + hedged, (claim,))
