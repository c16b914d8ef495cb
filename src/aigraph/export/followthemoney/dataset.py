"""The files of a FollowTheMoney dataset: the entities, one a line, and what the dataset is."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from aigraph.export.articles import Articles
from aigraph.export.followthemoney.links import links
from aigraph.export.followthemoney.things import Record, Things, articles, is_told
from aigraph.export.options import Options
from aigraph.export.provenance import DESCRIPTION, provenance
from aigraph.store import Store
from aigraph.version import __version__

ENTITIES = "entities.ftm.json"
_NAME = "aigraph"
_LINKS = frozenset({"Employment", "Membership", "Ownership", "ProjectParticipant", "UnknownLink"})
_ADDRESS = re.compile(r"https?://[^\s()<>\"]*[^\s()<>\".,;]")


def write_entities(store: Store, _options: Options, stream: BinaryIO) -> None:
    """Write the entities, one a line: articles, then what they are about, then the links between."""
    for record in _records(store):
        stream.write(_line(record))


def write_dataset(store: Store, options: Options, stream: BinaryIO) -> None:
    """Write what the dataset is, and from what it was made, as FollowTheMoney describes datasets."""
    source = provenance(store, options)
    digest, size, entities, linked = hashlib.sha1(usedforsecurity=False), 0, 0, 0
    for record in _records(store):
        line = _line(record)
        digest.update(line)
        size, entities, linked = size + len(line), entities + 1, linked + (record[1] in _LINKS)
    licence = _ADDRESS.search(source.licence)
    described = {
        "name": _NAME,
        "title": "aigraph",
        "summary": DESCRIPTION,
        "description": source.line,
        "license": licence.group() if licence else None,
        "version": __version__,
        # The dataset is as new as the newest article: the clock has no say in it.
        "updated_at": f"{source.last}T00:00:00Z" if len(source.last) == len("2025-06-30") else None,
        "coverage": {"start": source.first, "end": source.last} if source.first else None,
        "entity_count": entities,
        "thing_count": entities - linked,
        "resources": [
            {"name": ENTITIES, "mime_type": "application/json+ftm", "size": size, "checksum": digest.hexdigest()}
        ],
    }
    known = {name: value for name, value in described.items() if value is not None}
    stream.write(json.dumps(known, ensure_ascii=False, indent=2).encode("utf-8") + b"\n")


def _records(store: Store) -> Iterator[Record]:
    documents = Articles(store)
    statements = sorted(filter(is_told, store.statements()), key=lambda statement: statement.id)
    tenures = store.tenures()
    things = Things.of(statements, tenures)
    yield from articles(documents)
    yield from things.records()
    yield from links(statements, tenures, things, documents)


def _line(record: Record) -> bytes:
    key, schema, properties = record
    filled = {name: values for name, values in sorted(properties.items()) if values}
    entity = {"id": key, "schema": schema, "properties": filled, "datasets": [_NAME], "referents": []}
    return json.dumps(entity, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
