"""The network as pyvis holds it: what vis-network draws, with places given and physics off."""

from __future__ import annotations

import json
import math
from collections import Counter
from importlib.resources import files
from typing import Any

from aigraph.graph.network import FROM, MOVES, to_networkx
from aigraph.model import Network
from aigraph.vocabulary import vocabulary

SHAPES = {"person": "dot", "organization": "square", "artifact": "diamond"}
"""Kinds of nodes and their shapes: told apart without colours too."""

DASHES: dict[str, bool | list[int]] = {"asserted": False, "reported": [9, 4], "planned": [4, 5], "rumoured": [1, 5]}
"""How sure an edge looks: a full line for what is stated as fact."""

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "selectConnectedEdges": False, "hoverConnectedEdges": False, "multiselect": False},
    "nodes": {"borderWidth": 2, "chosen": False},
    "edges": {"chosen": False, "arrowStrikethrough": False, "selectionWidth": 0, "hoverWidth": 0},
}


def kind(type: str) -> str:
    """Return "person", "organization" or "artifact" (everything else) for a class of the ontology."""
    words = vocabulary()
    return next((k for k in ("person", "organization") if words.is_a(type, k.capitalize())), "artifact")


def picture(network: Network) -> dict[str, Any]:
    """Return `nodes`, `edges` and `options` for vis-network, filled from networkx by pyvis."""
    from pyvis.network import Network as Pyvis  # takes a quarter of a second to load, for this page only

    graph = to_networkx(network)
    drawing = Pyvis(cdn_resources="in_line", directed=True)
    for key, node in graph.nodes(data=True):
        what = kind(node["type"])
        drawing.add_node(
            key,
            label=node["label"],
            shape=SHAPES[what],
            kind=what,
            x=node["x"],
            y=node["y"],
            size=round(min((5 if what == "person" else 8) + 2.2 * math.sqrt(node["size"]), 26.0), 1),
        )
    lanes: Counter[frozenset[str]] = Counter()
    pairs = Counter(frozenset((edge.source, edge.target)) for edge in network.edges)
    statements = {edge.id: edge.statement.id for edge in network.edges}
    relations = vocabulary().relations
    for source, target, key, edge in graph.edges(keys=True, data=True):
        pair = frozenset((source, target))
        drawing.add_edge(
            source,
            target,
            id=key,
            statement=statements[key],
            relation=edge["relation"],
            color=relations["movedTo" if edge["relation"] == FROM else edge["relation"]].color,
            width=_width(edge["relation"]),
            dashes=DASHES[edge["modality"]],
            arrows={"to": {"enabled": edge["relation"] != FROM, "scaleFactor": 0.55}},
            smooth=_bend(lanes[pair], forward=source < target) if pairs[pair] > 1 else False,
        )
        lanes[pair] += 1
    drawing.set_options(json.dumps(_OPTIONS))
    nodes, edges, *_, options = drawing.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def script() -> str:
    """Return the text of vis-network, which comes with pyvis (Apache 2.0 or MIT), without the link to its map."""
    code = (files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    return code.partition("//# sourceMappingURL=")[0]


def _width(relation: str) -> float:
    return {"movedTo": 2.6, FROM: 1.4}.get(relation, 1.9 if relation in MOVES else 1.3)


def _bend(lane: int, *, forward: bool) -> dict[str, Any]:
    # Edges that join the same two nodes bow out, each pair further than the last, to both sides in turn; clockwise is
    # the other side for an edge that runs the other way.
    side = "curvedCW" if (lane % 2 == 0) == forward else "curvedCCW"
    return {"enabled": True, "type": side, "roundness": round(0.12 + 0.1 * (lane // 2), 2)}
