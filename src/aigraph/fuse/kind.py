"""A kind of conflict: how it is found, what it means, and examples that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aigraph.errors import DataError
from aigraph.fuse.article import Article
from aigraph.model import Conflict, Statement

Keys = Callable[[Statement], Iterable[str]]
"""Return the groups that a raw statement is in; none when the kind does not concern it."""

Find = Callable[[Sequence[Statement], Mapping[str, Article]], Iterator[Conflict]]
"""Yield the conflicts in a group: all raw statements that share a key, sorted, and nothing else."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of conflict; `en` and `fr` say what it is.

    `conflict` are examples that it finds one conflict in, `no_conflict` those that it finds none in: lines as
    `fuse.example` reads them. Raises DataError without examples of both sorts.
    """

    name: str
    en: str
    fr: str
    keys: Keys
    find: Find
    conflict: tuple[str, ...]
    no_conflict: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.conflict and self.no_conflict):
            raise DataError(f"fuse/conflicts/{self.name}.py: a kind needs examples of what conflicts and what does not")
