"""One gazetteer and one set of decisions, and what they make of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from aigraph.escape import slug
from aigraph.gazetteer import Gazetteer
from aigraph.model import Decision, Entity, Linking, LocalEntity
from aigraph.resolve.clusters import Clustering, Pairs, cluster
from aigraph.resolve.decided import Decided, Pair
from aigraph.resolve.entities import Bearer, described, known_entity, parents
from aigraph.resolve.forest import Forest
from aigraph.resolve.lives import Life, lives
from aigraph.resolve.name import Name, likeness
from aigraph.resolve.reasons.reason import DOUBT, Likeness

_Key = tuple[str, str]


class Linker:
    """Resolves names. What it says of a name depends on the names that are related to it, and on nothing else."""

    def __init__(self, gazetteer: Gazetteer, decisions: Iterable[Decision] = ()) -> None:
        self.gazetteer = gazetteer
        self.decided = Decided(decisions)
        self._names: dict[_Key, Name] = {}
        self._blocks: dict[_Key, tuple[str, ...]] = {}

    def blocks(self, type: str, name: str) -> tuple[str, ...]:
        """Return the keys of a name: two names that may influence each other share one, or a judgement joins them."""
        key = (type, name)
        if key not in self._blocks:
            self._blocks[key] = tuple(sorted(self._name(key).blocks()))
        return self._blocks[key]

    def beside(self, type: str, name: str) -> frozenset[_Key]:
        """Return the names, `(type, name)`, that a judgement puts beside this one."""
        return self.decided.beside((type, name))

    def related(self, one: _Key, other: _Key) -> bool:
        """Tell whether of two names, `(type, name)`, one may influence what the other stands for, or its id."""
        first, second = self._name(one), self._name(other)
        if first.match.entry and second.match.entry and first.match.entry.id == second.match.entry.id:
            return True
        if first.type != second.type:
            return False
        if other in self.decided.beside(one) or slug(first.text) == slug(second.text) != "":
            return True
        like = likeness(first, second).weight >= DOUBT
        return like and not set(self.blocks(*one)).isdisjoint(self.blocks(*other))

    def resolve(self, local_entities: Iterable[LocalEntity]) -> Linking:
        """Return the entity of each name, with the reasons; see `aigraph.resolve.resolve`."""
        articles: dict[_Key, dict[str, LocalEntity]] = {}
        for local in local_entities:
            # Only people have namesakes that articles tell apart.
            use = local if local.type == "Person" else LocalEntity(local.type, local.name, "")
            articles.setdefault((use.type, use.name), {})[use.document] = use
        found = [self._resolve(names, alike, articles) for names, alike in self._components(sorted(articles))]
        entities = {name: entity for linking in found for name, entity in linking.entities.items()}
        by_id = {entity.id: entity for entity in entities.values()}
        for entity in tuple(by_id.values()):
            for above in parents(self.gazetteer.entries[entity.id], self.gazetteer) if entity.parent else ():
                entities.setdefault((above.type, above.label), by_id.get(above.id) or known_entity(above))
        return Linking(
            dict(sorted(entities.items())),
            dict(sorted(pair for linking in found for pair in linking.reasons.items())),
            dict(sorted(pair for linking in found for pair in linking.apart.items())),
            tuple(sorted(doubt for linking in found for doubt in linking.doubts)),
        )

    def _resolve(
        self, names: Sequence[Name], alike: Pairs, articles: Mapping[_Key, Mapping[str, LocalEntity]]
    ) -> Linking:
        """Resolve names that may influence each other."""
        pairs = tuple(self.decided.about(name.key for name in names))
        found = cluster(names, alike=alike, judged=pairs)
        groups = [[m for n in c.names for m in articles[n.key].values()] for c in found.clusters]
        common = {g for g, c in enumerate(found.clusters) if any(name.is_common for name in c.names)}
        borne = lives(groups, pairs, common=common)
        bearers, taken = [], set[str]()
        for life in borne:
            entries = [e for g in sorted(life.groups) if (e := found.clusters[g].entry) and e.id not in taken]
            taken.update(entry.id for entry in entries[:1])
            uses = Counter(self._name((member.type, member.name)) for member in life.members)
            documents = tuple(sorted({member.document for member in life.members}))
            bearers.append(Bearer(uses, documents, entries[0] if entries else None))
        entities: dict[_Key, Entity] = {}
        apart: dict[tuple[str, str, str], Entity] = {}
        for entity, life in zip(described(bearers, taken=self.gazetteer.entries), borne, strict=True):
            for member in life.members:
                key = (member.type, member.name)
                entities.setdefault(key, entity)
                apart[(*key, member.document)] = entity
        several = {key[:2] for key, entity in apart.items() if entity != entities[key[:2]]}
        return Linking(
            entities,
            {name.key: _told(name, found, pairs, borne) for name in names},
            {key: entity for key, entity in apart.items() if key[:2] in several},
            tuple(found.doubts),
        )

    def _components(self, names: Sequence[_Key]) -> Iterator[tuple[list[Name], Pairs]]:
        """Yield the names that may influence each other, sorted, with the pairs among them that are alike."""
        blocks: dict[str, list[_Key]] = {}
        known = set(names)
        forest: Forest[_Key] = Forest(lambda _: ())
        for key in names:
            for block in self.blocks(*key):
                blocks.setdefault(block, []).append(key)
            for other in self.decided.beside(key) & known:
                forest.join(key, other)
        alike: dict[tuple[Name, Name], Likeness] = {}
        for block, members in blocks.items():
            if block.startswith(("slug/", "entry/")):
                for other in members[1:]:
                    forest.join(members[0], other)
                continue
            found = [self._name(key) for key in members]
            for pair in _short_pairs(found) if "/short/" in block else combinations(found, 2):
                if pair not in alike and (like := likeness(*pair)).weight >= DOUBT:
                    alike[pair] = like
                    forest.join(pair[0].key, pair[1].key)
        groups: dict[_Key, tuple[list[Name], dict[tuple[Name, Name], Likeness]]] = {}
        for key in names:
            groups.setdefault(forest.root(key), ([], {}))[0].append(self._name(key))
        for pair, like in sorted(alike.items(), key=lambda item: item[0]):
            groups[forest.root(pair[0].key)][1][pair] = like
        yield from groups.values()

    def _name(self, key: _Key) -> Name:
        if key not in self._names:
            self._names[key] = Name.of(*key, self.gazetteer)
        return self._names[key]


def _short_pairs(names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Yield the pairs of names, the lesser first, of which one may be short for the other."""
    for name in names:
        if name.is_short:
            for other in names:
                if name < other:
                    yield name, other
                elif not other.is_short and other < name:
                    yield other, name


def _told(name: Name, found: Clustering, pairs: Sequence[Pair], borne: Sequence[Life]) -> tuple[str, ...]:
    """Return why a name stands for what it stands for, and why not for something else."""
    told = set(found.reasons.get(name, ()))
    key = name.key
    for pair in pairs:
        if key in (pair.one.key, pair.other.key) and (pair.joins or pair.parts):
            other = pair.decision.other if pair.one.key == key else pair.decision.one
            told.add(f"{'one with' if pair.joins else 'not'} “{other}”: {pair.sentence}")
    own = [life for life in borne if any((m.type, m.name) == key for m in life.members)]
    told.update(f"not everyone of this name: {reason}" for life in own[1:] for reason in life.apart)
    return tuple(sorted(told)) or ("no other name stands for the same",)
