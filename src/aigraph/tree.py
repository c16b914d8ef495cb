"""The tree of a sentence: who governs whom. Tokens are named by their index."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property

from aigraph.model import Token


class Tree:
    """The tree over a sentence's tokens; a root is its own head."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    @cached_property
    def children(self) -> Sequence[Sequence[int]]:
        """The dependents of each token, in the order of the text."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found[token.head].append(i)
        return found

    @cached_property
    def forms(self) -> Sequence[str]:
        """The tokens' forms, case-folded, with straight apostrophes."""
        return [token.form.casefold().replace("’", "'") for token in self.tokens]

    def up(self, i: int) -> Iterator[int]:
        """Yield the governors of token i, nearest first."""
        seen = {i}
        while self.tokens[i].head not in seen:
            i = self.tokens[i].head
            seen.add(i)
            yield i

    def below(self, i: int) -> Iterator[int]:
        """Yield everything that depends on token i, breadth first."""
        queue = deque(self.children[i])
        while queue:
            j = queue.popleft()
            yield j
            queue.extend(self.children[j])
