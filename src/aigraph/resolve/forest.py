"""Disjoint sets that grow by joins, unless a join would bring together what is judged to be different."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Forest(Generic[T]):
    """Disjoint sets of nodes. A node carries marks; two marks that are `apart` never meet, not even through others."""

    def __init__(self, marks: Callable[[T], Iterable[Any]], apart: Iterable[tuple[Any, Any]] = ()) -> None:
        self._marks = marks
        self._apart: dict[Any, set[Any]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._parents: dict[T, T] = {}
        self._members: dict[T, list[T]] = {}
        self._marked: dict[T, set[Any]] = {}

    def root(self, node: T) -> T:
        """Return the node that represents the set of `node`."""
        while (parent := self._parents.setdefault(node, node)) != node:
            self._parents[node] = self._parents[parent]
            node = parent
        return node

    def members(self, node: T) -> list[T]:
        """Return the set of `node`, in no order that means anything."""
        return self._members.get(self.root(node), [node])

    def may_join(self, one: T, other: T) -> bool:
        """Tell whether no two marks that are apart would meet."""
        if not self._apart:
            return True
        here, there = self._marks_of(self.root(one)), self._marks_of(self.root(other))
        return all(there.isdisjoint(self._apart[mark]) for mark in here)

    def join(self, one: T, other: T) -> bool:
        """Make one set of two, unless that is forbidden; tell whether the two are in one set now."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return True
        if not self.may_join(first, second):
            return False
        if len(self.members(first)) < len(self.members(second)):
            first, second = second, first
        if self._apart:
            self._marks_of(first).update(self._marks_of(second))
        members = self._members.setdefault(first, [first])
        members += self._members.pop(second, [second])
        self._parents[second] = first
        return True

    def _marks_of(self, root: T) -> set[Any]:
        if root not in self._marked:
            self._marked[root] = {mark for mark in self._marks(root) if mark in self._apart}
        return self._marked[root]
