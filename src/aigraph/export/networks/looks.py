"""How nodes and edges look, whatever the file."""

from __future__ import annotations

from aigraph.export.networks.link import Link
from aigraph.model import Node, Status
from aigraph.vocabulary import vocabulary

_COLORS = {"Person": "#0072b2", "Organization": "#23304a", "Artifact": "#00876c"}
_OTHER = "#a0a0a0"


def node_color(node: Node) -> str:
    """Return the colour of a node's class, as in "#0072b2"."""
    words = vocabulary()
    return next((color for kind, color in _COLORS.items() if words.is_a(node.entity.type, kind)), _OTHER)


def link_color(link: Link) -> str:
    """Return the colour of an edge's relation; what is not more than a report, a rumour or a plan is grey."""
    if all(statement.status is Status.UNCONFIRMED for statement in link.statements):
        return _OTHER
    return vocabulary().relations[link.statements[0].relation].color
