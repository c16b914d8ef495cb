"""What follows when articles or decisions come and go: only what they touch is made anew.

The graph is a function of its articles and of the decisions. Here it is kept as one, by small steps: the same pure
functions that make the whole are given just what may come out differently, and all of it is committed at once. A graph
that is built from nothing takes the same way. The order of the work is that of the stages: sources, names, statements,
contradictions, tenures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aigraph.fuse import bands
from aigraph.gazetteer import Gazetteer
from aigraph.model import Decision, Reading
from aigraph.resolve import local_entities
from aigraph.revise.contradictions import Contradictions
from aigraph.revise.linking import Relinking
from aigraph.revise.scene import Scene
from aigraph.revise.sources import changed_sources
from aigraph.revise.statements import Restatement
from aigraph.store import Arrival, Revision, Store

__all__ = ["arrival", "revise"]


def arrival(reading: Reading, *, fingerprint: str, file: str, gazetteer: Gazetteer) -> Arrival:
    """Return an article as a store takes it in."""
    return Arrival(
        reading=reading,
        fingerprint=fingerprint,
        file=file,
        bands=bands(reading.document.text),
        local_entities=local_entities(reading, gazetteer=gazetteer),
    )


def revise(
    store: Store,
    *,
    arrivals: Sequence[Arrival] = (),
    departures: Iterable[str] = (),
    decisions: Sequence[Decision],
    gazetteer: Gazetteer,
    program: str,
    judge: bool = True,
) -> Revision:
    """Take articles into a store and out of it, let the decisions hold, and return what that changed.

    One transaction: it all happens or nothing does. An arrival replaces the article of its id; departures that are not
    there are passed over. `decisions` are those in effect, of names and statements. Raises InvalidGraphError as
    `Store.commit` does.
    """
    lookup = store.lookup
    scene = Scene(lookup, arrivals, departures, decisions, gazetteer)
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
    store.commit(revision, judge=judge)
    return revision
