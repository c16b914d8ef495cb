"""An edited drawing beside the graph: what becomes a decision, and what cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from aigraph.adopt.expected import Ends, Expected
from aigraph.adopt.saved import Arc, Saved, Vertex
from aigraph.decisions import Known, in_words, of_names, of_statement, written
from aigraph.errors import InputError
from aigraph.escape import xml
from aigraph.model import Decision, Entity, Judgement, Modality, Statement

_STATEMENT = re.compile(r"\b[0-9a-f]{16}\b")
_SOURCE = "a fact needs a source: `aigraph ingest` takes articles, and tables of facts with their sources"
_OLDER = "is not in the graph, which may have changed since"
_NAME_CHARS = 2_000
_CALLED_CHARS, _LINE_CHARS = 80, 500


@dataclass(slots=True)
class Adoption:
    """What a file asks for: decisions, sorted; what cannot be one, each as a clause; what the file leaves out.

    `missing_entities` and `missing_statements` count those of the network that the file does not have.
    """

    decisions: tuple[Decision, ...] = ()
    refused: list[str] = field(default_factory=list)
    missing_entities: int = 0
    missing_statements: int = 0


def adopt(saved: Saved, graph: Expected, known: Known, *, reject_missing: bool = False) -> Adoption:
    """Return what the changes to a drawing of the graph mean.

    Nodes that were made one are one; a node whose label is another known name is the bearer of that name; the cell
    `judgement` (or `decision`) of an edge says "accept" or "reject" of its statements, and that of a node "same NAME",
    "different NAME" or "unsure NAME". What the file leaves out may only be filtered out; with `reject_missing`, the
    statements that it leaves out are rejected, but for those about nodes that were made one.
    Raises InputError when the file is of another graph.
    """
    return _Comparison(saved, graph, known).adoption(reject_missing=reject_missing)


class _Comparison:
    def __init__(self, saved: Saved, graph: Expected, known: Known) -> None:
        if saved.vertices.keys().isdisjoint(graph.entities):
            raise InputError("none of its nodes is in this graph; give a file that was saved from an export of it")
        self.saved, self.graph = saved, graph
        self.known = Known(known.lookup, lambda name: graph.entities.get(name) or known.find(name))
        self.decisions: set[Decision] = set()
        self.refused: list[str] = []
        # Whom each node stands for: more than one, if it was made of several.
        self.bearers = {key: {key} & graph.entities.keys() for key in saved.vertices}
        self.told: set[str] = set()

    def adoption(self, *, reject_missing: bool) -> Adoption:
        for arc in self.saved.arcs:
            self._follow(arc)
        for vertex in self.saved.vertices.values():
            self._take_vertex(vertex)
        joined = {bearer for bearers in self.bearers.values() if len(bearers) > 1 for bearer in bearers}
        missing = [self.graph.statements[key] for key in sorted(self.graph.drawn - self.told)]
        for statement in missing if reject_missing else ():
            if joined.isdisjoint((statement.subject.id, statement.object.id)):
                self._judge(statement, Judgement.REJECT, f"statement {statement.id}")
        return Adoption(
            decisions=self._agreed(),
            refused=self.refused,
            missing_entities=len(self.graph.entities_drawn.difference(*self.bearers.values())),
            missing_statements=len(missing),
        )

    def _agreed(self) -> tuple[Decision, ...]:
        """Return the decisions, sorted, without those that contradict each other."""
        agreed = []
        for _, group in groupby(sorted(self.decisions, key=lambda d: (d.about, d)), key=lambda d: d.about):
            one, *others = group
            if others:
                self._refuse(f"it is judged in two ways whether {in_words(one)}")
            else:
                agreed.append(one)
        return tuple(agreed)

    def _follow(self, arc: Arc) -> None:
        """Learn from an edge whom its ends stand for, and take what its cell says of its statements."""
        where = f"edge {arc.id or '?'} from {self._called(arc.source)} to {self._called(arc.target)}"
        ids = _STATEMENT.findall(arc.cells.get("statement", ""))
        if not ids:
            self._refuse(f"{where} is new; {_SOURCE}")
            return
        statements = [self.graph.statements[key] for key in ids if key in self.graph.statements]
        self.told.update(statement.id for statement in statements)
        led = [self._leads(arc, statement) for statement in statements]
        if not all(led):
            self._refuse(f"{where} once led elsewhere; {_SOURCE}")
        verb, rest = _judgement(arc.cells)
        if verb and (rest or verb not in (Judgement.ACCEPT, Judgement.REJECT)):
            self._refuse(f"{where} has the judgement {verb!r}; write accept or reject")
        elif verb and not statements:
            self._refuse(f"{where}: what it says {_OLDER}")
        elif verb:
            for statement in statements:
                self._judge(statement, Judgement(verb), where)

    def _leads(self, arc: Arc, statement: Statement) -> bool:
        """Tell whether an edge leads where it did, its ends being who they were or what these were made into."""
        by_kind = self.graph.ends[statement.id]
        known = by_kind.get(arc.kind) or set().union(*by_kind.values())
        if (arc.source, arc.target) in known:
            return True
        # A node that the file still has was made into no other.
        possible = [ends for ends in known if all(self._became(*pair) for pair in _pairs(arc, ends))]
        if len(possible) == 1:
            for end, was in _pairs(arc, possible[0]):
                self.bearers.setdefault(end, set()).add(was)
        # Of a new node, the node itself is told.
        return bool(possible) or not {arc.source, arc.target} <= self.graph.entities.keys()

    def _became(self, end: str, was: str) -> bool:
        return end == was or was not in self.saved.vertices

    def _take_vertex(self, vertex: Vertex) -> None:
        first, *others = sorted(self.bearers[vertex.id], key=lambda key: (key != vertex.id, key)) or [""]
        where = f"node {self._called(vertex.id)}"
        if not first:
            self._refuse(f"{where} {_OLDER}; if it is new, {_SOURCE}")
            return
        for other in others:
            self._judge_names(Judgement.SAME, first, other, where)
        if first == vertex.id and not others:
            self._take_label(vertex, self.graph.entities[first], where)
        verb, name = _judgement(vertex.cells)
        if name and verb in (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE):
            self._judge_names(Judgement(verb), first, name[:_NAME_CHARS], where)
        elif verb:
            self._refuse(f"{where} has the judgement {verb!r}; write same NAME, different NAME or unsure NAME")

    def _take_label(self, vertex: Vertex, entity: Entity, where: str) -> None:
        label = _plain(vertex.label)
        if label in ("", entity.id, _plain(entity.label), _plain(xml(entity.label))):
            return
        try:
            bearers = written(self.known, label[:_NAME_CHARS], (entity.type,))
        except InputError:
            hint = "no article calls anyone so; a name needs one, or a line in the gazetteer"
            self._refuse(f"{where} was called {entity.label}, and {hint}")
            return
        for bearer in bearers:
            if bearer.entity == entity.id:
                self._refuse(f"{where} was called {entity.label}, and is known by both names already")
            else:
                self._judge_names(Judgement.SAME, entity.id, bearer.name, where)

    def _judge_names(self, judgement: Judgement, one: str, other: str, where: str) -> None:
        try:
            self.decisions.add(of_names(self.known, judgement, one, other))
        except InputError as error:
            self._refuse(f"{where}: {error}")

    def _judge(self, statement: Statement, judgement: Judgement, where: str) -> None:
        ends = statement.subject.id, statement.relation, statement.object.id
        try:
            denied = statement.modality is Modality.DENIED
            self.decisions.add(of_statement(self.known, judgement, *ends, denied=denied))
        except InputError as error:
            self._refuse(f"{where}: {error}")

    def _refuse(self, line: str) -> None:
        self.refused.append(_short(line, _LINE_CHARS))

    def _called(self, key: str) -> str:
        label = self.saved.vertices[key].label if key in self.saved.vertices else ""
        names = (key, f"({label})") if label not in ("", key) else (key,)
        return " ".join(_short(name, _CALLED_CHARS) for name in names)


def _pairs(arc: Arc, ends: Ends) -> tuple[tuple[str, str], tuple[str, str]]:
    return (arc.source, ends[0]), (arc.target, ends[1])


def _judgement(cells: Mapping[str, str]) -> tuple[str, str]:
    """Return the verb and the rest of what someone has written of a node or an edge."""
    verb, _, rest = _plain(cells.get("judgement") or cells.get("decision") or "").partition(" ")
    return verb.casefold(), rest


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str, chars: int) -> str:
    return text if len(text) <= chars else text[: chars - 1] + "…"
