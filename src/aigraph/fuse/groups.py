"""Sets that grow together."""

from __future__ import annotations


class Groups:
    """Keys in disjoint groups; each key is in a group of its own until it is joined to another (union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, key: str) -> str:
        """Return the key that stands for the group of `key`."""
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def join(self, one: str, other: str) -> None:
        """Make the groups of two keys one."""
        self._above[self.of(one)] = self.of(other)
