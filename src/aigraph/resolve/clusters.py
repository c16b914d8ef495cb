"""Names that stand for one entity each, joined by judgements, the gazetteer and reasons; no order of names matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from aigraph.gazetteer import Entry
from aigraph.model import Doubt
from aigraph.resolve.decided import Bearer, Pair
from aigraph.resolve.forest import Forest
from aigraph.resolve.lookup import Match
from aigraph.resolve.name import Name
from aigraph.resolve.reasons import DOUBT, THRESHOLD, Likeness, likeness

FEW = 3
"""A name that fits more entities than this is no question to anyone."""

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


def cluster(
    names: Sequence[Name], *, known: Mapping[Name, Match], alike: Pairs, judged: Collection[Pair] = ()
) -> Clustering:
    """Divide names that may influence each other into clusters.

    `known` are those that the gazetteer knows; `alike` the pairs of others that a reason speaks for. Judgements come
    first, then the gazetteer, then the reasons, the weightiest first; two names that are judged to be different never
    meet.
    """
    by_key = {(name.type, name.text): name for name in names}
    pairs = [pair for pair in judged if pair.of_names]
    forest: Forest[Name | str] = Forest(_mark, ((pair.one, pair.other) for pair in pairs if pair.parts))
    found = Clustering()
    for pair in pairs:
        if pair.joins:
            forest.join(by_key[pair.one.key], by_key[pair.other.key])
    for name, entry in sorted(((n, m.entry) for n, m in known.items() if m.entry), key=_by_label):
        if forest.join(name, entry.id):
            found.reasons.setdefault(name, set()).add(known[name].reason)
    _join_by_reasons(alike, forest, pairs, found)
    members: dict[Name | str, list[Name]] = {}
    for name in sorted(names):
        members.setdefault(forest.root(name), []).append(name)
    entries = {m.entry.id: m.entry for m in known.values() if m.entry}
    for root, group in members.items():
        ids = sorted(node for node in forest.members(root) if isinstance(node, str))
        found.clusters.append(Cluster(tuple(group), entries[ids[0]] if ids else None))
    return found


def _join_by_reasons(alike: Pairs, forest: Forest[Name | str], judged: Collection[Pair], found: Clustering) -> None:
    decided = {frozenset({pair.one.key, pair.other.key}) for pair in judged}
    settled = {frozenset({pair.one.key, pair.other.key}) for pair in judged if pair.joins or pair.parts}
    links = {
        (one, other): like
        for (one, other), like in alike.items()
        if like.weight >= THRESHOLD and frozenset({(one.type, one.text), (other.type, other.text)}) not in settled
    }
    rivals = _rivals(links)
    for (one, other), like in sorted(links.items(), key=lambda link: (-link[1].weight, link[0])):
        if other in rivals.get(one, {}) or one in rivals.get(other, {}) or _contradicted(one, other, forest):
            continue
        if forest.join(one, other):
            why = " and ".join(sentence[0].lower() + sentence[1:] for sentence in like.sentences)
            for name, rival in ((one, other), (other, one)):
                found.reasons.setdefault(name, set()).add(f"like “{rival.text}”: {why}")
    for (one, other), like in alike.items():
        if (
            frozenset({(one.type, one.text), (other.type, other.text)}) not in decided
            and forest.root(one) != forest.root(other)
            and max(len(rivals.get(one, ())), len(rivals.get(other, ()))) <= FEW
        ):
            weight = min(like.weight, 0.99 * THRESHOLD)
            found.doubts.append(Doubt(one.type, one.text, other.text, round(weight, 4), like.sentences))


def _rivals(links: Pairs) -> dict[Name, dict[Name, Name]]:
    """Return for each name the names that it is like, but that are not like one another: it may be any or none."""
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


def _mark(node: Name | str) -> Iterator[Bearer]:
    if isinstance(node, Name):
        yield Bearer(node.type, node.text)


def _by_label(match: tuple[Name, Entry]) -> tuple[bool, Name]:
    name, entry = match
    return name.text != entry.label, name
