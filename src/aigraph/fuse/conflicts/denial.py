"""What one article says and another denies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aigraph.fuse.article import Article, is_older, speakers
from aigraph.fuse.kind import Kind
from aigraph.fuse.phrase import phrase
from aigraph.fuse.standing import strongest
from aigraph.fuse.witness import witness
from aigraph.model import Conflict, Modality, Statement


def keys(statement: Statement) -> Iterator[str]:
    """Group a statement with its denial."""
    if statement.modality in (Modality.ASSERTED, Modality.REPORTED, Modality.DENIED):
        yield f"{statement.subject.id} {statement.relation} {statement.object.id}"


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find a denial that is not older than what it denies."""
    denials = [statement for statement in statements if statement.modality is Modality.DENIED]
    for said in statements:
        for denial in denials:
            told = strongest(said)
            if said is denial or is_older(denial.claims, told, articles):
                continue
            sides = tuple(witness(side) for side in (told, denial.claims))
            yield Conflict(
                kind="denial",
                key=next(keys(said)),
                what=f"{phrase(said)}: {said.modality} by {speakers(told, articles)}, "
                f"denied by {speakers(denial.claims, articles)}",
                settle=f"word from {said.subject.label} or {said.object.label}, or a later article that says which",
                claims=tuple(claim.id for claim in sides),
                statements=tuple(sorted((said.id, denial.id))),
                disputed=(said.id,),
            )


KIND = Kind(
    name="denial",
    en="one article denies what another (or the same) says, and is not older",
    fr="un article dément ce qu'un autre (ou le même) affirme, et n'est pas plus ancien",
    keys=keys,
    find=find,
    conflict=(
        """
        A 2025-06-20: Lucas Beyer movedTo Meta; from OpenAI
        B 2025-06-21: (denied) Lucas Beyer movedTo Meta
        """,
        """
        A: (reported) Ilya Sutskever left OpenAI
        B: (denied) Ilya Sutskever left OpenAI
        """,
    ),
    no_conflict=(
        """
        A 2023-11-18: (denied) Sam Altman movedTo Microsoft
        B 2023-11-20: Sam Altman movedTo Microsoft
        """,
        """
        A 2025-06-20: (rumoured) Lucas Beyer movedTo Meta
        B 2025-06-21: (denied) Lucas Beyer movedTo Meta
        """,
        """
        A: Lucas Beyer movedTo Meta
        B: (denied) Lucas Beyer movedTo Microsoft
        """,
    ),
)
