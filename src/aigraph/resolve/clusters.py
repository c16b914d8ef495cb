"""Names that stand for one entity each, joined by judgements, the gazetteer and reasons; no order of names matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from aigraph.gazetteer import Entry
from aigraph.model import Doubt
from aigraph.resolve.decided import Bearer, Pair
from aigraph.resolve.forest import Forest
from aigraph.resolve.name import Name, likeness
from aigraph.resolve.reasons.reason import DOUBT, THRESHOLD, Likeness

FEW = 3
"""A name that fits more entities than this is no question to anyone."""

SURE = 0.99
"""The most that the confidence of a doubt comes to."""

Pairs = Mapping[tuple[Name, Name], Likeness]
"""Pairs of names, the lesser first, and what speaks for and against them."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The names of one entity, sorted, and the entry of the gazetteer that it is, if any."""

    names: tuple[Name, ...]
    entry: Entry | None = None


@dataclass
class Clustering:
    """The clusters of some names, sorted; for each name the sentences that say why it is where it is."""

    clusters: list[Cluster] = field(default_factory=list)
    reasons: dict[Name, set[str]] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def cluster(names: Sequence[Name], *, alike: Pairs, judged: Collection[Pair] = ()) -> Clustering:
    """Divide names that may influence each other into clusters; `alike` are the pairs that reasons speak for.

    Judgements come first, then the gazetteer, then the reasons, the weightiest first. A name that is like two others
    that are not like each other is joined to neither. Two that are judged to be different never meet.
    """
    by_key = {name.key: name for name in names}
    pairs = [pair for pair in judged if pair.of_names]
    forest: Forest[Name | str] = Forest(_marks, ((pair.one, pair.other) for pair in pairs if pair.parts))
    found = Clustering()
    for pair in pairs:
        if pair.joins:
            forest.join(by_key[pair.one.key], by_key[pair.other.key])
    for name in sorted(names, key=_label_first):
        if name.match.entry and forest.join(name, name.match.entry.id):
            found.reasons.setdefault(name, set()).add(name.match.reason)
    _join_by_reasons(alike, forest, {frozenset({pair.one.key, pair.other.key}): pair for pair in pairs}, found)
    members: dict[Name | str, list[Name]] = {}
    for name in sorted(names):
        members.setdefault(forest.root(name), []).append(name)
    entries = {name.match.entry.id: name.match.entry for name in names if name.match.entry}
    for root, group in members.items():
        ids = sorted(node for node in forest.members(root) if isinstance(node, str))
        found.clusters.append(Cluster(tuple(group), entries[ids[0]] if ids else None))
    return found


def _join_by_reasons(
    alike: Pairs, forest: Forest[Name | str], judged: Mapping[frozenset[tuple[str, str]], Pair], found: Clustering
) -> None:
    settled = {pair for pair in alike if (said := judged.get(_keys(pair))) and (said.joins or said.parts)}
    links = {pair: like for pair, like in alike.items() if like.weight >= THRESHOLD and pair not in settled}
    rivals = _rivals(links)
    for (one, other), like in sorted(links.items(), key=lambda link: (-link[1].weight, link[0])):
        if other in rivals.get(one, {}) or one in rivals.get(other, {}) or _contradicted(one, other, forest):
            continue
        if forest.join(one, other):
            why = " and ".join(sentence[0].lower() + sentence[1:] for sentence in like.sentences)
            for name, twin in ((one, other), (other, one)):
                found.reasons.setdefault(name, set()).add(f"like “{twin.text}”: {why}")
    for (one, other), like in sorted(alike.items()):
        against = [rivals[a][b] for a, b in ((one, other), (other, one)) if b in rivals.get(a, {})]
        few = max(len(rivals.get(one, ())), len(rivals.get(other, ()))) <= FEW
        if few and _keys((one, other)) not in judged and forest.root(one) != forest.root(other):
            told = (*like.sentences, *(f"“{rival.text}” is as near" for rival in sorted(set(against))))
            found.doubts.append(Doubt(one.type, one.text, other.text, round(min(like.weight, SURE), 4), told))


def _rivals(links: Pairs) -> dict[Name, dict[Name, Name]]:
    """Return for each name those that it is like and that are unlike another such name, with the first of those."""
    near: dict[Name, list[Name]] = {}
    for one, other in links:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    rivals: dict[Name, dict[Name, Name]] = {}
    for name, others in near.items():
        for one, other in combinations(sorted(others), 2):
            told = rivals.setdefault(name, {})
            if not (one in told and other in told) and likeness(one, other).weight < DOUBT:
                told.setdefault(one, other)
                told.setdefault(other, one)
    return rivals


def _contradicted(one: Name, other: Name, forest: Forest[Name | str]) -> bool:
    """Tell whether two clusters have names that are surely not of one entity."""
    return any(
        likeness(a, b).weight < 0
        for a in forest.members(one)
        for b in forest.members(other)
        if isinstance(a, Name) and isinstance(b, Name)
    )


def _marks(node: Name | str) -> Iterator[Bearer]:
    if isinstance(node, Name):
        yield Bearer(*node.key)


def _keys(pair: tuple[Name, Name]) -> frozenset[tuple[str, str]]:
    return frozenset({pair[0].key, pair[1].key})


def _label_first(name: Name) -> tuple[bool, Name]:
    return name.match.entry is None or name.text != name.match.entry.label, name
