"""Sets of people that the text names together: what "they", "both" and "the three founders" stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from aigraph.annotate.reference.parsed import Parsed
from aigraph.language import Language
from aigraph.model import Mention

# How far back a plural reaches.
_REACH = 4
_MOST = 8


@dataclass(frozen=True, slots=True)
class Group:
    """People named together; `joined` tells whether they are coordinated rather than merely in one sentence."""

    members: tuple[Mention, ...]
    sentence: int
    paragraph: int
    joined: bool


class Groups:
    """The groups of an article so far."""

    def __init__(self, language: Language) -> None:
        self._list_marks = language.grammar.list_marks
        self._seen: list[Group] = []
        self._people: list[tuple[int, int, Mention]] = []

    def see(self, parsed: Parsed, people: Sequence[tuple[int, Mention]], sentence: int) -> None:
        """Take in the people of a sentence, each with its token."""
        distinct = _distinct(mention for _, mention in people)
        if len(distinct) >= 2:
            self._seen.append(Group(distinct, sentence, parsed.paragraph, joined=False))
        for chain in _chains(parsed, people, self._list_marks):
            self._seen.append(Group(chain, sentence, parsed.paragraph, joined=True))
        self._people += [(sentence, parsed.paragraph, mention) for mention in distinct]

    def meant(
        self, size: int | None, parsed: Parsed, sentence: int, here: Sequence[tuple[int, Mention]]
    ) -> tuple[tuple[Mention, ...], float, str]:
        """Return the people whom a plural stands for, how sure that is and why; `here` are those just spoken of."""
        near = [group for group in reversed(self._seen) if sentence - group.sentence <= _REACH]
        so_far = _distinct(mention for _, mention in here)
        joined = list(_chains(parsed, here, self._list_marks))
        if size is None:
            return self._unsized(near, so_far, joined, sentence, parsed.paragraph)
        for chain in reversed(joined):
            if len(chain) == size:
                return chain, 0.9, f"the {size} named together in the same sentence"
        if len(so_far) == size:
            return so_far, 0.8, f"the {size} of the same sentence"
        for coordinated in (True, False):
            for group in near:
                if group.joined == coordinated and len(group.members) == size:
                    return group.members, 0.9 if coordinated else 0.75, f"the last {size} named together"
        for back in range(1, _REACH + 1):
            members = _distinct(m for s, _, m in self._people if 0 < sentence - s <= back)
            if len(members) == size:
                return members, 0.75, f"the {size} of the sentences before"
        members = _distinct(m for _, p, m in self._people if p == parsed.paragraph)
        if len(members) == size:
            return members, 0.7, f"the {size} of the paragraph"
        return (), 0.0, ""

    def _unsized(
        self,
        near: Sequence[Group],
        here: tuple[Mention, ...],
        joined: Sequence[tuple[Mention, ...]],
        sentence: int,
        paragraph: int,
    ) -> tuple[tuple[Mention, ...], float, str]:
        if joined:
            return joined[0], 0.8, "those named together in the same sentence"
        if here:
            return (), 0.0, ""
        for coordinated in (True, False):
            for group in near:
                if group.joined == coordinated and sentence - group.sentence <= 1 and len(group.members) <= _MOST:
                    return group.members, 0.75 if coordinated else 0.5, "those named together one sentence before"
        for group in near:
            if group.joined and group.paragraph == paragraph and len(group.members) <= _MOST:
                return group.members, 0.6, "the last people named together in the paragraph"
        return (), 0.0, ""

    def ordinal(self, place: int, sentence: int) -> Mention | None:
        """Return the one whom "the former" or "the second" stands for; the last person named for -1."""
        if place < 0:
            return self._people[-1][2] if self._people and sentence - self._people[-1][0] <= 2 else None
        for joined in (True, False):
            for group in reversed(self._seen):
                if sentence - group.sentence <= _REACH and group.joined == joined and place <= len(group.members) <= 4:
                    # "The first ... The second ...": they go on being spoken of.
                    self._seen.append(replace(group, sentence=sentence))
                    return group.members[place - 1]
        return None


def _distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.name, mention)
    return tuple(found.values())


def _chains(
    parsed: Parsed, people: Sequence[tuple[int, Mention]], list_marks: Set[str]
) -> Iterator[tuple[Mention, ...]]:
    """Yield the people between whom only commas and conjunctions stand, chain by chain."""
    chain: list[tuple[int, Mention]] = []
    for i, mention in people:
        if chain and not all(parsed.forms[k] in list_marks for k in range(chain[-1][0] + 1, i)):
            yield from _several(chain)
            chain = []
        chain.append((i, mention))
    yield from _several(chain)


def _several(chain: Sequence[tuple[int, Mention]]) -> Iterator[tuple[Mention, ...]]:
    found = _distinct(mention for _, mention in chain)
    if len(found) > 1:
        yield found
