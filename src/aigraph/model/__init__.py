"""The words of the house: what flows from an article to a statement. No input, no output, no libraries.

All spans are half-open and count code points of `Document.text`.
"""

from __future__ import annotations

from aigraph.model.claim import Claim, Evidence, Modality, Qualifier, Reading, distinct_names
from aigraph.model.dates import DateBounds, agreed
from aigraph.model.identity import content_id
from aigraph.model.network import Edge, Network, Node
from aigraph.model.statement import Entity, Linking, Statement, Status
from aigraph.model.text import Annotated, Block, Document, Issue, Mention, Quantity, Sentence, Span, Token

__all__ = [
    "Annotated",
    "Block",
    "Claim",
    "DateBounds",
    "Document",
    "Edge",
    "Entity",
    "Evidence",
    "Issue",
    "Linking",
    "Mention",
    "Modality",
    "Network",
    "Node",
    "Qualifier",
    "Quantity",
    "Reading",
    "Sentence",
    "Span",
    "Statement",
    "Status",
    "Token",
    "agreed",
    "content_id",
    "distinct_names",
]
