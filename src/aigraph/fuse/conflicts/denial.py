"""What one article says and another denies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aigraph.fuse.article import Article, are_near, is_older, speakers
from aigraph.fuse.kind import Kind
from aigraph.fuse.phrase import phrase
from aigraph.fuse.standing import strongest
from aigraph.fuse.witness import are_apart, bounds_of, is_plain, witness
from aigraph.model import Claim, Conflict, Modality, Statement

# People leave, return and are courted again: what is denied much later is another story.
_SAME_NEWS_DAYS = 183
# Much that reads like a denial is none: what speaks against something must be read surely.
_SURE = 0.75


def keys(statement: Statement) -> Iterator[str]:
    """Group a statement with its denial."""
    if statement.modality in (Modality.ASSERTED, Modality.REPORTED, Modality.DENIED):
        yield f"{statement.subject.id} {statement.relation} {statement.object.id}"


def find(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Iterator[Conflict]:
    """Find a denial that is not older than what it denies, of the same time as far as is known."""
    sides: dict[bool, list[tuple[Statement, Claim]]] = {True: [], False: []}
    for statement in statements:
        denied = statement.modality is Modality.DENIED
        told = statement.claims if denied else strongest(statement)
        sides[denied] += [(statement, c) for c in told if is_plain(c) and c.confidence >= _SURE]
    pairs = [
        ((said, claim), (denial, against))
        for said, claim in sides[False]
        for denial, against in sides[True]
        if _meet(claim, against, articles)
    ]
    if pairs:
        said, denial = pairs[0][0][0], pairs[0][1][0]
        claims = tuple(witness(dict.fromkeys(pair[side][1] for pair in pairs)) for side in (0, 1))
        one, other = (speakers([claim], articles) for claim in claims)
        yield Conflict(
            kind="denial",
            key=next(keys(said)),
            what=f"{phrase(said)}: {said.modality} by {one}, denied by {other}",
            settle=f"word from {said.subject.label} or {said.object.label}, or a later article that says which",
            claims=tuple(claim.id for claim in claims),
            statements=tuple(sorted((said.id, denial.id))),
            disputed=(said.id,),
        )


def _meet(claim: Claim, denial: Claim, articles: Mapping[str, Article]) -> bool:
    """Tell whether a denial speaks of the same news: it is neither older nor much newer, as far as is known."""
    one, other = articles[claim.evidence.document], articles[denial.evidence.document]
    # An article that says both tells of one who says so and one who denies it, or of two times.
    if one.source == other.source:
        return False
    if any(are_apart(a, b) for a in bounds_of(claim, "date") for b in bounds_of(denial, "date")):
        return False
    if not (one.latest and other.latest):
        return True
    return not is_older([denial], [claim], articles) and are_near(one, other, days=_SAME_NEWS_DAYS)


KIND = Kind(
    name="denial",
    en="one article denies what another says, and is not older",
    fr="un article dément ce qu'un autre affirme, et n'est pas plus ancien",
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
        """
        A 2023-11-20: Greg Brockman left OpenAI
        B 2024-08-06: (denied) Greg Brockman left OpenAI
        """,
        """
        A 2025-09-05: Fei-Fei Li [she] founded World Labs
        B 2025-09-05: (denied) Fei-Fei Li founded World Labs
        """,
        """
        A 2024-11-30: (quoted) Andrej Karpathy movedTo Tesla
        B 2024-11-30: (denied) Andrej Karpathy movedTo Tesla
        """,
        """
        A 2025-06-30: Alexandr Wang left Scale AI
        A 2025-06-30: (denied) Alexandr Wang left Scale AI
        """,
    ),
)
