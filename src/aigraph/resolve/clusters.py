"""Names that stand for one entity each, joined by reasons; nothing depends on the order of the names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from aigraph.resolve.name import Name
from aigraph.resolve.reasons import REASONS, SHORT_FORMS, THRESHOLD, Reason


@dataclass(frozen=True, slots=True)
class Cluster:
    """The names of one entity, sorted, and for each the sentences that say why it is among them."""

    names: tuple[Name, ...]
    reasons: Mapping[Name, tuple[str, ...]]


@dataclass
class _Forest:
    """Disjoint sets of names; the first name of a set, in sorting order, represents it."""

    parents: dict[Name, Name] = field(default_factory=dict)
    reasons: dict[Name, set[str]] = field(default_factory=dict)

    def root(self, name: Name) -> Name:
        while (parent := self.parents.setdefault(name, name)) != name:
            self.parents[name] = self.parents[parent]
            name = parent
        return name

    def join(self, one: Name, other: Name, sentences: Sequence[str]) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self.parents[second] = first
        why = " and ".join(sentence[0].lower() + sentence[1:] for sentence in sentences)
        for name, like in ((one, other), (other, one)):
            self.reasons.setdefault(name, set()).add(f"like “{like.text}”: {why}")


def clusters(names: Iterable[Name]) -> tuple[Cluster, ...]:
    """Group names by the reasons of the two tables, sorted by their first names."""
    ordered = sorted(set(names))
    forest = _Forest()
    for one, other in _candidates(ordered):
        if reasons := _enough(one, other):
            forest.join(one, other, [reason.sentence for reason in reasons])
    # Listed before the first join: which entities a short name fits must not depend on the other short names.
    for short, full, reason in list(_short_forms(ordered, forest)):
        forest.join(short, full, [reason.sentence])
    members: dict[Name, list[Name]] = {}
    for name in ordered:
        members.setdefault(forest.root(name), []).append(name)
    return tuple(
        Cluster(tuple(group), {n: tuple(sorted(forest.reasons[n])) for n in group if n in forest.reasons})
        for group in members.values()
    )


def _enough(one: Name, other: Name) -> list[Reason]:
    """Return the first reasons of the table that reach the threshold together; none when all do not."""
    found: list[Reason] = []
    for reason in REASONS:
        if reason.holds(one, other):
            found.append(reason)
            if sum(reason.weight for reason in found) >= THRESHOLD:
                return found
    return []


def _candidates(names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Yield the pairs of names that share a block: only these are compared."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    for at, name in enumerate(names):
        for block in _blocks(name):
            blocks.setdefault(block, []).append(at)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for pair in combinations(members, 2):
            if pair not in seen:
                seen.add(pair)
                yield names[pair[0]], names[pair[1]]


def _blocks(name: Name) -> Iterator[tuple[str, ...]]:
    yield name.type, "words", *sorted(name.words)
    # Chinese family names are few and their blocks huge, and no reason but the order of words compares such names.
    if name.type != "Person" or len(name.words) < 2:
        return
    yield name.type, "ends", name.words[0], name.words[-1]
    if not name.is_chinese:
        yield name.type, "given", name.words[0]
        yield name.type, "family", name.words[-1]


def _short_forms(names: Sequence[Name], forest: _Forest) -> Iterator[tuple[Name, Name, Reason]]:
    """Yield each short name with the first name of the only entity it fits, and why.

    The entities are those of the full names: a name that is itself a short form decides nothing, unless no full one is
    there.
    """
    endings: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        endings.setdefault((name.type, name.words[-1]), []).append(name)
    fitting: dict[Name, dict[Name, Reason]] = {}
    for short in (name for name in names if name.may_be_short):
        for full in endings[short.type, short.words[-1]]:
            if reason := next((r for r in SHORT_FORMS if r.holds(short, full) and r.test(short, full)), None):
                fitting.setdefault(short, {})[full] = reason
    for short, reasons in fitting.items():
        full_names = [name for name in reasons if name not in fitting] or list(reasons)
        homes = {forest.root(name) for name in full_names} - {forest.root(short)}
        if len(homes) == 1:
            full = min(name for name in full_names if forest.root(name) in homes)
            if reasons[full].weight >= THRESHOLD:
                yield short, full, reasons[full]
