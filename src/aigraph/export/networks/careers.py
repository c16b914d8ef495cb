"""People and organisations: who was where, one edge a stay."""

from __future__ import annotations

from collections.abc import Iterator

from aigraph.export.networks.link import Link
from aigraph.export.networks.subject import Subject
from aigraph.export.spells import stays
from aigraph.vocabulary import vocabulary

STAY = "tenure"
"""The kind of every edge."""


def careers(subject: Subject) -> Iterator[Link]:
    """Yield an edge for each stay of a person, which ends when the stay does."""
    statements = {statement.id: statement for statement in subject.statements}
    for tenure in subject.tenures:
        # A graph that was cut down to a day lacks what happened later, and a stay may rest on that, too.
        told = tuple(statements[key] for key in tenure.statements if key in statements)
        if not told:
            continue
        when = stays([tenure])
        yield Link(
            id=tenure.id,
            source=tenure.person,
            target=tenure.organization,
            kind=STAY,
            label=vocabulary().class_labels["Tenure"]["en"],
            weight=1.0,
            statements=told,
            spells=when.spells,
            bounds=when.bounds,
            roles=tenure.roles,
        )
