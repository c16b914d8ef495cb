"""A network -> DOT, for Graphviz: `dot`, `sfdp` and the like place it anew, `neato -n` keeps the places of the page."""

from __future__ import annotations

import colorsys
import math
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import BinaryIO
from urllib import parse

from aigraph import escape
from aigraph.export.details import joined, number, text
from aigraph.export.networks import Drawing, Link, draw
from aigraph.export.networks.attributes import edge_values, node_values
from aigraph.export.networks.drawing import Spot
from aigraph.export.networks.looks import link_color, node_color
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, Provenance, provenance
from aigraph.model import Document, Modality
from aigraph.store import Store

_WIDTH = 100
_STYLES = {Modality.ASSERTED: "solid", Modality.REPORTED: "dashed"}
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})
_ENTITY = re.compile(r"&(?=#?\w+;)")


def write_graphviz(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write a network as DOT, UTF-8, node by node and edge by edge; the same graph gives the same bytes."""
    drawing, source = draw(store, options), provenance(store, options)
    stream.writelines(f"{line}\n".encode() for line in _lines(drawing, source))


def _lines(drawing: Drawing, source: Provenance) -> Iterator[str]:
    yield f"// {escape.xml(f'{DESCRIPTION}. {source.line}')}"
    yield "digraph aigraph {"
    for node in drawing.nodes:
        yield f"  {quoted(node.entity.id)} [{_attributes(_node(node))}];"
    for link in drawing.links():
        ends = f"{quoted(link.source.id)} -> {quoted(link.target.id)}"
        yield f"  {ends} [{_attributes(_edge(link, drawing.documents))}];"
    # Gephi reads no further than this: so it stands at the end.
    yield f"  graph [{_attributes(_graph(source))}];"
    yield "}"


def quoted(text: str) -> str:
    r"""Return text as a string of DOT on one line, in which nothing stands for anything else.

    Graphviz reads such a string twice. First `\"` becomes a quote; then, where it is shown, `\\` becomes a backslash,
    `\n` ends a line, `\N` would be the name of the node, and so on. What is never shown keeps these escapes.

    >>> print(quoted('AC\\DC "live"'))
    "AC\\DC \"live\""
    """
    return f'"{escape.xml(text).translate(_ESCAPES)}"'


def shown(text: str) -> str:
    """Return text for an attribute that is shown, where Graphviz reads the entities of HTML.

    >>> shown("R&D &eacute; &#8217;")
    'R&D &amp;eacute; &amp;#8217;'
    """
    return _ENTITY.sub("&amp;", text)


def address(url: str) -> str:
    """Return the address of a page as a string of DOT: some versions of Graphviz write it into a drawing as it is.

    >>> address('https://example.org/?a=1&b="><script>')
    '"https://example.org/?a=1&amp;b=%22%3E%3Cscript%3E"'
    """
    return quoted(parse.quote(url, safe="%/:?#[]@!$&()*+,;=~").replace("&", "&amp;"))


def tooltip(words: str) -> str:
    """Return what shows when the mouse rests; Graphviz reads its backslashes once too often, so wide ones stand in."""
    return quoted(shown(words.replace("\\", "＼")))


def _attributes(values: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in values.items())


def _graph(source: Provenance) -> dict[str, str]:
    lines = textwrap.wrap(source.line, _WIDTH)
    said = {
        "fontname": '"Helvetica"',
        "fontsize": "10",
        "labelloc": "b",
        "labeljust": "l",
    }
    # Only here do we mean an escape: the end of a line that is set to the left.
    return said | {"label": '"' + "".join(quoted(shown(line))[1:-1] + r"\l" for line in lines) + '"'}


def _node(node: Spot) -> dict[str, str]:
    entity = node.entity
    values = {name: quoted(text(value)) for name, value in node_values(node).items()}
    looks = {
        "shape": "ellipse" if entity.type == "Person" else "box",
        "color": _color(node_color(node)),
        "fontname": '"Helvetica"',
        "pos": f'"{number(node.x)},{number(node.y)}"',
        "tooltip": tooltip(", ".join((entity.type, *entity.aliases))),
    }
    if entity.same_as:
        looks["URL"] = address(f"https://www.wikidata.org/wiki/{entity.same_as[0]}")
    return {"label": quoted(shown(entity.label))} | values | looks


def _edge(link: Link, documents: Mapping[str, Document]) -> dict[str, str]:
    said = edge_values(link, documents)
    evidence = [item for statement in link.statements for item in statement.evidence]
    pages = [
        url for item in evidence if (url := documents[item.document].url or "").startswith(("https://", "http://"))
    ]
    looks = {
        "key": quoted(link.id),
        "kind": quoted(link.kind),
        "weight": number(link.weight),
        "penwidth": number(math.sqrt(link.weight)),
        "color": _color(link_color(link)),
        "style": _STYLES.get(link.modality, "dotted"),
        "fontname": '"Helvetica"',
        "fontsize": "9",
        "tooltip": tooltip(joined(item.quote for item in evidence)),
    }
    if pages:
        looks["URL"] = address(pages[0])
    return {"label": quoted(shown(link.label))} | {name: quoted(text(value)) for name, value in said.items()} | looks


def _color(color: str) -> str:
    # As hue, saturation and brightness: Gephi sees "#rrggbb" as a colour that shines through.
    channels = (channel / 255 for channel in bytes.fromhex(color.removeprefix("#")))
    return '"' + " ".join(f"{part:.3f}" for part in colorsys.rgb_to_hsv(*channels)) + '"'
