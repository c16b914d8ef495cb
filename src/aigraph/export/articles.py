"""The articles of a store, one by one: their texts together can be larger than the memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from aigraph.model import Document
from aigraph.store import Store

_KEPT = 1024


class Articles(Mapping[str, Document]):
    """The articles by id, each read when it is asked for; those that were asked for last stay in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read = lru_cache(_KEPT)(store.lookup.document)

    def __getitem__(self, document_id: str) -> Document:
        if (found := self._read(document_id)) is None:
            raise KeyError(document_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.fingerprints())

    def __len__(self) -> int:
        return len(self._store.fingerprints())
