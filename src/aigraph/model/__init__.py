"""The words of the house: what flows from an article to a statement. No input, no output, no libraries.

All spans are half-open and count code points of `Document.text`.
"""

from __future__ import annotations

from aigraph.model.claim import Claim, Evidence, Modality, Qualifier, Reading
from aigraph.model.conflict import Conflict
from aigraph.model.dates import DateBounds, agreed
from aigraph.model.decision import Decision, Judgement, parted
from aigraph.model.identity import content_id
from aigraph.model.local import LocalEntity, Profile, Stay, distinct_names, names_in
from aigraph.model.network import Edge, Network, Node
from aigraph.model.statement import Doubt, Entity, Linking, Statement, Status
from aigraph.model.tenure import Bound, Tenure
from aigraph.model.text import Annotated, Block, Document, Form, Issue, Mention, Quantity, Sentence, Span, Token

__all__ = [
    "Annotated",
    "Block",
    "Bound",
    "Claim",
    "Conflict",
    "DateBounds",
    "Decision",
    "Document",
    "Doubt",
    "Edge",
    "Entity",
    "Evidence",
    "Form",
    "Issue",
    "Judgement",
    "Linking",
    "LocalEntity",
    "Mention",
    "Modality",
    "Network",
    "Node",
    "Profile",
    "Qualifier",
    "Quantity",
    "Reading",
    "Sentence",
    "Span",
    "Statement",
    "Status",
    "Stay",
    "Tenure",
    "Token",
    "agreed",
    "content_id",
    "distinct_names",
    "names_in",
    "parted",
]
