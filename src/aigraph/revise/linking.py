"""What names stand for, when articles and decisions come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from aigraph.gazetteer import fold
from aigraph.model import Claim, Decision, Doubt, Entity, Linking, LocalEntity, names_in, parted
from aigraph.resolve import Linker
from aigraph.revise.scene import Scene
from aigraph.store import NameRecord

Name = tuple[str, str]
"""The class of what is named, and the name."""


class Relinking:
    """The names that may stand for something else from now on, and what they stand for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._in_block: dict[str, set[Name]] = {}
        self._apart: dict[Name, dict[str, str]] = {}
        self._denoted: dict[Name, Entity] = {}
        self._local: dict[Name, list[LocalEntity]] = {}
        for arrival in scene.arriving.values():
            for local in arrival.local_entities:
                self._local.setdefault((local.type, local.name), []).append(local)
        # Names that were judged to be related, and no longer are, may come out otherwise, too.
        self._near = Linker(scene.gazetteer, self._judgements)
        for name in self._local:
            for block in self._near.blocks(*name):
                self._in_block.setdefault(block, set()).add(name)
        self.names = self._closure(self._seeds())

    # ------------------------------------------------------------------ which names

    def _seeds(self) -> Iterator[Name]:
        """Yield the names in articles that come or go, and those that a changed decision is about."""
        yield from self._local
        for reading in self.scene.gone_readings:
            yield from (name for claim in reading.claims for name in names_in(claim))
        for decision in self.scene.decisions_changed:
            if decision.judgement.about_names:
                yield from ((decision.kind, parted(operand)[0]) for operand in (decision.one, decision.other))

    def _closure(self, seeds: Iterable[Name]) -> frozenset[Name]:
        """Return the seeds, and all names that may be linked otherwise because of them."""
        found: set[Name] = set()
        frontier = sorted(set(seeds))
        while frontier:
            name = frontier.pop()
            if name in found:
                continue
            found.add(name)
            near = set().union(*(self._block(block) for block in self._near.blocks(*name)))
            near |= {other for other in self._near.beside(*name) if self._is_there(other)}
            frontier += sorted(other for other in near - found if self._near.related(name, other))
        return frozenset(found)

    @cached_property
    def _judgements(self) -> tuple[Decision, ...]:
        """Decisions about names, those of before and those from now on."""
        both = {*self.scene.decisions, *self.scene.lookup.decisions()}
        return tuple(sorted(decision for decision in both if decision.judgement.about_names))

    def _is_there(self, name: Name) -> bool:
        return name in self._local or self.scene.lookup.denoted(*name) is not None

    def _block(self, block: str) -> set[Name]:
        stored = f"\0{block}"  # a key of its own, so that the names that come need not be asked for
        if stored not in self._in_block:
            self._in_block[stored] = set(self.scene.lookup.names_in_block(block))
        return self._in_block[stored] | self._in_block.get(block, set())

    # ------------------------------------------------------------------ what they stand for

    @cached_property
    def occurrences_gone(self) -> tuple[LocalEntity, ...]:
        """The uses of names in the articles that go."""
        gone = self.scene.gone
        named = sorted({name for reading in self.scene.gone_readings for c in reading.claims for name in names_in(c)})
        return tuple(use for name in named for use in self.scene.lookup.occurrences(*name) if use.document in gone)

    @cached_property
    def _uses(self) -> Mapping[Name, tuple[LocalEntity, ...]]:
        """The bearers of each name in each article, from now on; only people are told apart by articles."""
        lookup, gone = self.scene.lookup, self.scene.gone
        found = {}
        for name in sorted(self.names):
            uses = self._local.get(name, [])
            if name[0] == "Person":
                uses = uses + [use for use in lookup.occurrences(*name) if use.document not in gone]
            else:
                there = uses or lookup.occurs(*name, besides=gone)
                uses = [LocalEntity(*name, document="")] if there else []
            found[name] = tuple(uses)
        return found

    @cached_property
    def linking(self) -> Linking:
        """What the names stand for from now on."""
        judgements = [decision for decision in self.scene.decisions if decision.judgement.about_names]
        uses = [use for uses in self._uses.values() for use in uses]
        return Linker(self.scene.gazetteer, judgements).resolve(uses)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """The pairs among them that may stand for one thing."""
        return self.linking.doubts

    @cached_property
    def records(self) -> Mapping[Name, NameRecord | None]:
        """What the store is to hold of each name; None for one that no article uses any more."""
        apart: dict[Name, dict[str, Entity]] = {}
        for (*name, document), entity in self.linking.apart.items():
            apart.setdefault((name[0], name[1]), {})[document] = entity
        return {
            name: NameRecord(
                entity=self.linking.entities[name],
                reasons=self.linking.reasons.get(name, ()),
                blocks=tuple(sorted(self._near.blocks(*name))),
                folded=fold(name[1]),
                apart=apart.get(name, {}),
            )
            if self._uses[name]
            else None
            for name in sorted(self.names)
        }

    def entity(self, type: str, name: str, document: str) -> Entity:
        """Return what a name stands for in an article, from now on."""
        if (type, name) in self.names:
            return self.linking.entity(type, name, document)
        return self._before(type, name, document)

    def _before(self, type: str, name: str, document: str) -> Entity:
        key = (type, name)
        lookup = self.scene.lookup
        if key not in self._apart:
            self._apart[key] = lookup.documents_apart(type, name)
            if (entity := lookup.denoted(type, name)) is not None:
                self._denoted[key] = entity
        bearer = self._apart[key].get(document)
        return lookup.known(bearer) if bearer else self._denoted[key]

    def of(self, claims: Iterable[Claim]) -> Linking:
        """Return what the names in some claims stand for, from now on."""
        entities: dict[Name, Entity] = {}
        apart: dict[tuple[str, str, str], Entity] = {}
        for claim in claims:
            document = claim.evidence.document
            for name in names_in(claim):
                entity = self.entity(*name, document)
                if entities.setdefault(name, entity) != entity:
                    apart[*name, document] = entity
        return Linking(entities, apart=apart)

    # ------------------------------------------------------------------ whose claims it changes

    def claims_changed(self) -> Iterator[Claim]:
        """Yield the claims of articles that stay and in which a name stands for something else from now on."""
        names: dict[str, set[Name]] = {}
        for name in sorted(self.names):
            for document in self._documents_changed(name):
                names.setdefault(document, set()).add(name)
        for document in sorted(names):
            for claim_id in self.scene.lookup.claim_ids(document):
                claim = self.scene.lookup.claim(claim_id)
                if claim is not None and not names[document].isdisjoint(names_in(claim)):
                    yield claim

    def _documents_changed(self, name: Name) -> Iterator[str]:
        record, lookup = self.records[name], self.scene.lookup
        before = lookup.denoted(*name)
        if record is None or before is None:
            return
        apart = lookup.documents_apart(*name)
        if not apart and not record.apart and _looks(before) == _looks(record.entity):
            return
        for use in lookup.occurrences(*name):
            if use.document not in self.scene.gone:
                was = lookup.known(apart[use.document]) if use.document in apart else before
                if _looks(was) != _looks(record.apart.get(use.document, record.entity)):
                    yield use.document


def _looks(entity: Entity) -> tuple[str, str, str]:
    """Return what statements show of an entity."""
    return entity.id, entity.type, entity.label
