"""One revision of a graph: articles and decisions come and go, and all that follows from it changes with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aigraph.fuse import source_keys
from aigraph.gazetteer import gazetteer
from aigraph.model import Decision, Document, Reading, Statement
from aigraph.resolve import local_entities
from aigraph.revise.contradictions import Contradictions
from aigraph.revise.linking import Relinking
from aigraph.revise.scene import Scene
from aigraph.revise.sources import changed_sources
from aigraph.revise.statements import Restatement
from aigraph.store import Arrival, Revision, Store

_LINE = re.compile(r":[0-9]+$")


@dataclass(frozen=True, slots=True)
class Change:
    """What a revision did to statements: those that nothing says any more, and by id those that came or changed."""

    gone: tuple[Statement, ...] = ()
    came: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def arrival(reading: Reading, *, fingerprint: str) -> Arrival:
    """Return an article as a store takes it in."""
    return Arrival(
        reading=reading,
        fingerprint=fingerprint,
        file=file_of(reading.document),
        bands=source_keys(reading.document),
        local_entities=local_entities(reading, gazetteer=gazetteer()),
    )


def file_of(document: Document) -> str:
    """Return the file that holds an article: its path without the line, which changes as articles are added above."""
    return _LINE.sub("", document.path)


def revise(
    store: Store,
    *,
    arrivals: Sequence[Arrival] = (),
    departures: Iterable[str] = (),
    decisions: Sequence[Decision],
    program: str,
    judge: bool = True,
) -> Change:
    """Take articles into a store and out of it, let the decisions hold, and return what that changed.

    One transaction: it all happens or nothing does. An arrival replaces the article of its id; departures that are not
    there are passed over. `decisions` are those in effect, of names and statements; `program` is what makes the graph,
    "" for a part of it. Raises InvalidGraphError as `Store.commit` does.
    """
    lookup = store.lookup
    scene = Scene(lookup, arrivals, departures, decisions, gazetteer())
    scene.sources = changed_sources(scene)
    relinking = Relinking(scene)
    restatement = Restatement(scene, relinking)
    contradictions = Contradictions(scene, restatement)
    statements = contradictions.settled()
    revision = Revision(
        arrivals=tuple(arrivals),
        departures=scene.gone - scene.arriving.keys(),
        occurrences_gone=relinking.occurrences_gone,
        sources=scene.sources,
        names=relinking.records,
        doubts=relinking.doubts,
        statements=statements,
        groups=contradictions.groups,
        conflicts_gone=frozenset(conflict.id for conflict in contradictions.before),
        conflicts=contradictions.now,
        tenures=contradictions.tenures(statements),
        decisions=None if scene.decisions == lookup.decisions() else scene.decisions,
        program="" if store.program == program else program,
    )
    gone = (lookup.statement(statement) for statement, now in statements.items() if now is None)
    was = {statement: lookup.ends(statement) is not None for statement, now in statements.items() if now is not None}
    change = Change(
        gone=tuple(statement for statement in gone if statement is not None),
        came=tuple(statement for statement, known in was.items() if not known),
        changed=tuple(statement for statement, known in was.items() if known),
    )
    store.commit(revision, judge=judge)
    return change
