"""A network file that another program has saved, GEXF or GraphML, read without trust: of its cells, those of use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from aigraph.errors import InputError

MAX_BYTES = 512 * 2**20
"""The largest file that is read."""

COLUMNS = frozenset({"decision", "judgement", "kind", "label", "relation", "statement"})
"""The columns that are read, whatever their case; the others are for the eye."""

_CHUNK_BYTES = 2**20
_FORBIDDEN = re.compile(rb"<!(DOCTYPE|ENTITY)")
_LONGEST_MARK = len("<!DOCTYPE")


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node: its id, its label, and what its columns hold, by name."""

    id: str
    label: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge: its id and ends, its kind (without the number that keeps parallel ones apart), and its columns."""

    id: str
    source: str
    target: str
    kind: str
    cells: Mapping[str, str]


@dataclass(slots=True)
class Saved:
    """All nodes and edges of a file, in its order; of nodes with one id, the last."""

    vertices: dict[str, Vertex] = field(default_factory=dict)
    arcs: list[Arc] = field(default_factory=list)


def read_saved(path: str | Path) -> Saved:
    """Return the network of a GEXF or GraphML file.

    Raises InputError when the file cannot be read: it is too large, no such XML, or defines entities of its own.
    """
    place = Path(path)
    try:
        if not place.is_file():
            raise InputError(f"{path}: is no file; give a GEXF or GraphML file")
        if place.stat().st_size > MAX_BYTES:
            raise InputError(f"{path}: is larger than {MAX_BYTES // 2**20} MB; save the part that you have edited")
        with place.open("rb") as stream:
            _refuse_definitions(stream, path)
            stream.seek(0)
            return _parsed(stream, path)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error


def _refuse_definitions(stream: BinaryIO, path: str | Path) -> None:
    """Raise InputError when a file has definitions: no program that draws writes any, and they can be bombs."""
    before = b""
    while chunk := stream.read(_CHUNK_BYTES):
        if _FORBIDDEN.search(before + chunk):
            raise InputError(f"{path}: has a DOCTYPE or ENTITY, which is not read; save it anew with Gephi")
        before = chunk[-_LONGEST_MARK:]


def _parsed(stream: BinaryIO, path: str | Path) -> Saved:
    from lxml import etree

    # The encoding is not left to the file: what was looked through for definitions is what is read.
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return _collected(events, path)
    except etree.XMLSyntaxError as error:
        fault = " ".join(error.msg.split())
        raise InputError(f"{path}: is no whole XML in UTF-8 ({fault}); save it anew as GEXF or GraphML") from error


def _collected(events: Iterator[tuple[str, Any]], path: str | Path) -> Saved:
    saved = Saved()
    columns: dict[tuple[str, str], str] = {}
    of = ""
    root = None
    for event, element in events:
        name = _local(element)
        if event == "start":
            if root is None:
                root = name
                if root not in ("gexf", "graphml"):
                    raise InputError(f"{path}: is neither GEXF nor GraphML, but {root!r}")
            if name == "attributes":
                of = element.get("class", "")
            continue
        if name in ("attribute", "key"):
            title = element.get("title") or element.get("attr.name") or element.get("id", "")
            columns[element.get("for") or of, element.get("id", "")] = title.casefold().strip()
        elif name == "node" and (key := element.get("id")):
            cells = _cells(element, "node", columns)
            saved.vertices[key] = Vertex(key, element.get("label") or cells.get("label", ""), cells)
        elif name == "edge" and (source := element.get("source")) and (target := element.get("target")):
            cells = _cells(element, "edge", columns)
            # Gephi keeps the kind of an edge as `label` in GraphML.
            kind = element.get("kind") or cells.get("kind") or (element.get("label", "") if root == "graphml" else "")
            kind = cells.get("relation") or re.sub(r" \d+$", "", kind)
            saved.arcs.append(Arc(element.get("id", ""), source, target, kind, cells))
        if name in ("node", "edge"):
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    if not saved.vertices:
        raise InputError(f"{path}: holds no nodes")
    return saved


def _cells(element: Any, of: str, columns: Mapping[tuple[str, str], str]) -> dict[str, str]:
    cells = {}
    for cell in element.iter():
        name = _local(cell)
        if name == "attvalue":
            key, value = cell.get("for") or cell.get("id", ""), cell.get("value", "")
        elif name == "data":
            key, value = cell.get("key", ""), "".join(cell.itertext())
        else:
            continue
        column = columns.get((of, key)) or columns.get(("all", key), "")
        if column in COLUMNS and value.strip():
            cells[column] = value.strip()
    return cells


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
