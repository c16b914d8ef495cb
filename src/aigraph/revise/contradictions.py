"""What contradicts what, where statements stand, and who was where, when statements come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from aigraph.fuse import KINDS, Article, Decided, Kind, outcomes, pair, settled
from aigraph.fuse.career import tenures
from aigraph.gazetteer import fold
from aigraph.model import Conflict, Modality, Statement, Tenure, parted
from aigraph.revise.scene import Scene
from aigraph.revise.statements import Restatement, statement_id

_KINDS: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
_OUTCOME = "outcome "


class Contradictions:
    """The conflicts in every group that a statement joins, leaves, or has changed in.

    `before` and `now` are the conflicts of these groups; `groups` those of each statement touched.
    """

    def __init__(self, scene: Scene, restatement: Restatement) -> None:
        self.scene = scene
        self.restatement = restatement
        self._told: dict[str, Mapping[str, tuple[str, ...]]] = {}
        made = restatement.now
        self.groups: dict[str, tuple[str, ...]] = {
            statement: _groups(made[statement]) if statement in made else () for statement in restatement.touched
        }
        self._joining: dict[str, list[str]] = {}
        for statement, groups in self.groups.items():
            for group in groups:
                self._joining.setdefault(group, []).append(statement)
        lookup = scene.lookup
        self._revised = {group for groups in self.groups.values() for group in groups}
        self._revised.update(group for statement in restatement.touched for group in lookup.groups_of(statement))
        self.before = tuple(sorted({c for group in self._revised for c in self._stored(group)}))
        self.now = tuple(sorted({c for group in sorted(self._revised) for c in self._found(group)}))
        self._open: dict[str, list[Conflict]] = {}
        for conflict in self.now:
            for statement in set(conflict.statements):
                self._open.setdefault(statement, []).append(conflict)

    def _stored(self, group: str) -> Iterator[Conflict]:
        kind, _, key = group.partition(" ")
        return (conflict for conflict in self.scene.lookup.conflicts_in(key) if conflict.kind == kind)

    def _members(self, group: str) -> list[Statement]:
        """Return the raw statements of a group, sorted."""
        stay = (s for s in self.scene.lookup.statements_in(group) if s not in self.groups)
        return sorted(self.restatement.raw({*stay, *self._joining.get(group, ())}).values(), key=_order)

    def _articles(self, statements: Iterable[Statement]) -> Mapping[str, Article]:
        return self.scene.articles(claim for statement in statements for claim in statement.claims)

    def _found(self, group: str) -> Iterator[Conflict]:
        if kind := _KINDS.get(group.partition(" ")[0]):
            members = self._members(group)
            yield from kind.find(members, self._articles(members))

    def _outcomes(self, group: str) -> Mapping[str, tuple[str, ...]]:
        if group not in self._told:
            members = self._members(group)
            self._told[group] = outcomes(members, self._articles(members))
        return self._told[group]

    # ------------------------------------------------------------------ where statements stand

    def settled(self) -> dict[str, Statement | None]:
        """Return every statement that stands otherwise from now on, by id; None for one that nothing says any more."""
        decided = Decided(self.scene.decisions)
        unsettled = set(self.restatement.touched) | set(self._contradicted())
        unsettled |= {self._opposite(statement) for statement in self.restatement.touched} - {""}
        unsettled.update(self._decided())
        unsettled |= {s.id for group in self._revised if group.startswith(_OUTCOME) for s in self._members(group)}
        raw = self.restatement.raw(unsettled)
        opposites = {statement: _opposite_id(made) for statement, made in raw.items()}
        others = self.restatement.raw(set(opposites.values()))
        found: dict[str, Statement | None] = dict.fromkeys(sorted(self.restatement.touched))
        for statement, made in sorted(raw.items()):
            opposite = others.get(opposites[statement])
            found[statement] = settled(
                made,
                opposite,
                self._conflicts_of(statement),
                decided.of(made),
                self._articles([made] if opposite is None else [made, opposite]),
                outcomes=[o for key in pair(made) for o in self._outcomes(_OUTCOME + key).get(statement, ())],
            )
        return found

    def _contradicted(self) -> Iterator[str]:
        """Yield the statements in conflicts that are new, gone or told otherwise."""
        for conflict in {*self.before} ^ {*self.now}:
            yield from conflict.statements

    def _opposite(self, statement: str) -> str:
        """Return the id of the statement that says the contrary, "" for one that never was."""
        made = self.restatement.now.get(statement)
        if made is not None:
            return _opposite_id(made)
        ends = self.scene.lookup.ends(statement)
        return statement_id(*ends[:3], denied=not ends[3]) if ends else ""

    def _conflicts_of(self, statement: str) -> list[Conflict]:
        stored = self.scene.lookup.conflicts_of(statement)
        stay = [conflict for conflict in stored if f"{conflict.kind} {conflict.key}" not in self._revised]
        return stay + self._open.get(statement, [])

    def _decided(self) -> Iterator[str]:
        """Yield the ids that statements judged by changed decisions have, or would have."""
        for decision in self.scene.decisions_changed:
            if not decision.judgement.about_names:
                relation = decision.kind.removeprefix("not ")
                denied = relation != decision.kind
                for subject in self._called(decision.one):
                    for object_ in self._called(decision.other):
                        yield statement_id(subject, relation, object_, denied=denied)

    def _called(self, operand: str) -> set[str]:
        """Return the ids of the entities that a decision may mean."""
        name, _ = parted(operand)
        lookup, relinking = self.scene.lookup, self.restatement.relinking
        found = {name, *(entry.id for entry in self.scene.gazetteer.find(name))}
        for same in lookup.names_folded(fold(name)):
            found |= {*lookup.documents_apart(*same).values()}
            found |= {entity.id for entity in [lookup.denoted(*same)] if entity}
        for key, record in relinking.records.items():
            if record is not None and fold(key[1]) == fold(name):
                found |= {record.entity.id, *(entity.id for entity in record.apart.values())}
        return found

    # ------------------------------------------------------------------ careers

    def tenures(self, statements: Mapping[str, Statement | None]) -> dict[str, tuple[Tenure, ...]]:
        """Return the tenures of everyone whom the statements are about, given as they stand from now on."""
        people = {s.subject.id for s in statements.values() if s is not None and s.subject.type == "Person"}
        for statement in statements:
            ends = self.scene.lookup.ends(statement)
            if ends and ends[0].startswith("person/"):
                people.add(ends[0])
        about: dict[str, list[Statement]] = {person: [] for person in sorted(people)}
        for made in statements.values():
            if made is not None and made.subject.id in about:
                about[made.subject.id].append(made)
        lookup = self.scene.lookup
        for person, found in about.items():
            stay = (lookup.statement(s) for s in lookup.statements_about(person) if s not in statements)
            found += [s for s in stay if s is not None and s.subject.id == person]
        return {person: tenures(sorted(found, key=_order), self._articles(found)) for person, found in about.items()}


def _groups(statement: Statement) -> tuple[str, ...]:
    kinds = {f"{kind.name} {key}" for kind in KINDS for key in kind.keys(statement)}
    return tuple(sorted(kinds | {_OUTCOME + key for key in pair(statement)}))


def _opposite_id(statement: Statement) -> str:
    denied = statement.modality is Modality.DENIED
    return statement_id(statement.subject.id, statement.relation, statement.object.id, denied=not denied)


def _order(statement: Statement) -> tuple[str, str, str, bool]:
    denied = statement.modality is Modality.DENIED
    return statement.subject.id, statement.relation, statement.object.id, denied
