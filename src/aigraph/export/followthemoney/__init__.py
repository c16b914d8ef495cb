"""A graph -> FollowTheMoney, the model of OpenAleph's and OpenSanctions' tools: entities, and the dataset of them.

What the articles hold for true comes out as what an analyst looks for: stays as Employment, purchases as Ownership.
What is only rumoured, planned or disputed comes out as an UnknownLink whose role says so ("moved to (rumoured)"), so
that no tool takes it for a fact; what is denied or refuted does not come out. The `proof` of a link are its articles,
its `description` the sentences, its `recordId` the statements.
"""

from __future__ import annotations

from aigraph.export.exporter import folder
from aigraph.export.followthemoney.dataset import ENTITIES, write_dataset, write_entities

__all__ = ["FOLLOW_THE_MONEY"]

FOLLOW_THE_MONEY = folder(
    "ftm",
    "FollowTheMoney entities and their dataset, for OpenAleph and the tools of OpenSanctions",
    {ENTITIES: write_entities, "index.json": write_dataset},
)
"""A file of entities, one a line, beside the description of the dataset."""
