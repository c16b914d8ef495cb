"""Whether names and events of several articles meet in one graph: B-cubed of entities, and one statement an event.

- An article (`X.md`) has beside it (`X.json`) the names in it by whom they stand for, and the events that it tells. An
  event is a relation between two of them ("not movedTo" for a denial), and is the same in every article.
- A name that a claim mentions is looked up among those of its article, by `names.normal`; one that is not there is not
  scored. Each (article, type, name) counts once, and only among names that stand for something in the gold.
- What no claim tells of an event is a miss of the extraction and no fault of the linking.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aigraph.errors import InputError
from aigraph.evaluate.names import normal
from aigraph.evaluate.report import Accuracy
from aigraph.model import Claim, Modality, Reading, Statement

CROSSDOC_COLUMNS = ("type", "names", "entities", "precision", "recall", "F1")
"""The heads of `CrossReport.rows()`."""

_KINDS = {"Person": "person", "Organization": "organization"}

Event = tuple[str, str, str]
"""A relation between two keys: ("movedTo", "person/ilya-sutskever", "organization/openai")."""

Item = tuple[str, str, str]
"""A name as one article uses it: path, type, name."""


@dataclass(frozen=True, slots=True)
class CrossArticle:
    """One article: `entities` maps (kind, normal name) to a key; `events` are those that it tells, with their words."""

    path: str
    entities: Mapping[tuple[str, str], str]
    events: Mapping[Event, str]

    def key(self, type: str, name: str) -> str | None:
        """Return whom a name of this article stands for, or None when the gold does not know."""
        return self.entities.get((_KINDS.get(type, "work"), normal(name)))


@dataclass(frozen=True, slots=True)
class Cubed:
    """B-cubed: for each name, the share of its cluster that is right, and of its entity that is there; the means."""

    names: int
    entities: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class EventFound:
    """What became of one event: the articles that tell it and that were read so, and the statements about it.

    `statements` are ids, `lost` the articles whose claim no statement rests on, `merged` other events that share one.
    """

    event: Event
    told: frozenset[str]
    read: frozenset[str]
    lost: frozenset[str]
    statements: frozenset[str]
    merged: frozenset[Event]

    @property
    def whole(self) -> bool:
        """Whether one statement, of this event alone, rests on every article that was read so."""
        return len(self.statements) == 1 and not self.lost and not self.merged


@dataclass(frozen=True)
class CrossReport:
    """How well names and events of several articles meet."""

    cubed: Mapping[str, Cubed]
    unknown: tuple[Item, ...]
    entities_told: int
    events: tuple[EventFound, ...]
    split: Mapping[str, Mapping[str, tuple[Item, ...]]]
    mixed: Mapping[str, Mapping[str, tuple[Item, ...]]]

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return one row a type and one for all, with the columns of `CROSSDOC_COLUMNS`."""
        return tuple(
            (name, str(c.names), str(c.entities), f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}")
            for name, c in self.cubed.items()
        )

    def accuracies(self) -> dict[str, Accuracy]:
        """Return what is judged of the names and the events, by the words that say what it is."""
        several = [event for event in self.found if len(event.read) > 1]
        told = [(event, path) for event in self.events for path in event.told]
        return {
            "names that are known": Accuracy(self.cubed["all"].names, self.cubed["all"].names + len(self.unknown)),
            "entities that a claim names": Accuracy(self.cubed["all"].entities, self.entities_told),
            "tellings of an event that were read": Accuracy(sum(p in e.read for e, p in told), len(told)),
            "events that were read": Accuracy(len(self.found), len(self.events)),
            "events read that are one statement": Accuracy(sum(e.whole for e in self.found), len(self.found)),
            "of those in several articles": Accuracy(sum(e.whole for e in several), len(several)),
            "events that share a statement": Accuracy(sum(bool(e.merged) for e in self.found), len(self.found)),
        }

    def lines(self) -> Iterator[str]:
        """Yield a line for each fault of the linking, then for each miss of the extraction."""
        for word, groups in (("split", self.split), ("mixed", self.mixed)):
            for name, parts in groups.items():
                told = "; ".join(f"{part}: {', '.join(sorted({i[2] for i in parts[part]}))}" for part in parts)
                yield f"{word:8}{name}: {told}"
        for found in self.found:
            if not found.whole:
                lost = f", lost of {', '.join(sorted(found.lost))}" if found.lost else ""
                other = f", shared with {'; '.join(' '.join(e) for e in sorted(found.merged))}" if found.merged else ""
                yield f"event   {' '.join(found.event)}: {len(found.statements)} statements{lost}{other}"
        for found in self.events:
            yield from (f"missed  {path}: {' '.join(found.event)}" for path in sorted(found.told - found.read))

    @property
    def found(self) -> tuple[EventFound, ...]:
        """The events that at least one claim tells."""
        return tuple(event for event in self.events if event.read)


def load_crossdoc(folder: Path) -> tuple[CrossArticle, ...]:
    """Read the articles under a folder that have their names and events beside them, sorted by path.

    Raises InputError when there is none, or on a malformed one.
    """
    articles = tuple(_article(path) for path in sorted(folder.rglob("*.json")))
    if not articles:
        raise InputError(f"{folder}: no articles (X.md with X.json that has 'entities' and 'events')")
    return articles


def _article(path: Path) -> CrossArticle:
    text_path = path.with_suffix(".md")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text = text_path.read_text(encoding="utf-8")
        names = {
            (key.partition("/")[0], normal(name)): key for key, names in data["entities"].items() for name in names
        }
        events = {(event["relation"], event["subject"], event["object"]): event["evidence"] for event in data["events"]}
        quotes = [*(name for names in data["entities"].values() for name in names), *events.values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: 'entities' and 'events' cannot be read ({error!r})") from error
    if missing := next((quote for quote in quotes if quote not in text), None):
        raise InputError(f"{path}: {text_path.name} does not have the words {missing!r}")
    if stranger := next((end for event in events for end in event[1:] if end not in names.values()), None):
        raise InputError(f"{path}: an event is about {stranger!r}, which is none of the 'entities'")
    return CrossArticle(str(text_path), names, events)


def score_crossdoc(
    gold: Iterable[CrossArticle], readings: Iterable[Reading], statements: Iterable[Statement]
) -> CrossReport:
    """Judge a graph by the articles of `gold` in it; other articles of the graph are not looked at."""
    articles = {article.path: article for article in gold}
    read = {reading.document.id: reading for reading in readings if reading.document.path in articles}
    homes = {document: articles[reading.document.path] for document, reading in read.items()}
    clusters: dict[Item, str] = {}
    keys: dict[Item, str] = {}
    unknown: set[Item] = set()
    found: dict[str, Statement] = {}
    for statement in statements:
        for claim in statement.claims:
            if article := homes.get(claim.evidence.document):
                found[claim.id] = statement
                ends = ((claim.subject, statement.subject), (claim.object, statement.object))
                for mention, entity in ends:
                    if mention.type == "Date":
                        continue
                    item = (article.path, mention.type, mention.name)
                    if key := article.key(mention.type, mention.name):
                        clusters[item], keys[item] = entity.id, key
                    else:
                        unknown.add(item)
    kinds = sorted({key.partition("/")[0] for key in keys.values()})
    cubed = {
        kind: _cubed({item: key for item, key in keys.items() if key.startswith(kind)}, clusters) for kind in kinds
    }
    told = [(event, article.path) for article in articles.values() for event in article.events]
    return CrossReport(
        cubed={**cubed, "all": _cubed(keys, clusters)},
        unknown=tuple(sorted(unknown)),
        entities_told=len({key for article in articles.values() for key in article.entities.values()}),
        events=tuple(_events(told, [(homes[i], c) for i, r in read.items() for c in r.claims], found)),
        split=_several(keys, clusters),
        mixed=_several(clusters, keys),
    )


def _cubed(keys: Mapping[Item, str], clusters: Mapping[Item, str]) -> Cubed:
    sizes, clustered = Counter(keys.values()), Counter(clusters[item] for item in keys)
    both = Counter((keys[item], clusters[item]) for item in keys)
    count = len(keys) or 1
    return Cubed(
        names=len(keys),
        entities=len(sizes),
        precision=sum(both[keys[item], clusters[item]] / clustered[clusters[item]] for item in keys) / count,
        recall=sum(both[keys[item], clusters[item]] / sizes[keys[item]] for item in keys) / count,
    )


def _several(outer: Mapping[Item, str], inner: Mapping[Item, str]) -> dict[str, dict[str, tuple[Item, ...]]]:
    """Return what has items in more than one group of the other kind, with its items by that group."""
    groups: dict[str, dict[str, list[Item]]] = {}
    for item in sorted(outer):
        groups.setdefault(outer[item], {}).setdefault(inner[item], []).append(item)
    return {
        name: {other: tuple(items) for other, items in sorted(parts.items())}
        for name, parts in sorted(groups.items())
        if len(parts) > 1
    }


def _events(
    told: Sequence[tuple[Event, str]], claims: Sequence[tuple[CrossArticle, Claim]], found: Mapping[str, Statement]
) -> Iterator[EventFound]:
    tellers: dict[Event, set[str]] = {}
    for event, path in told:
        tellers.setdefault(event, set()).add(path)
    read: dict[Event, set[str]] = {}
    rests: dict[Event, dict[str, set[str]]] = {}
    for article, claim in claims:
        claimed = _event(article, claim)
        if claimed is not None and claimed in tellers:
            read.setdefault(claimed, set()).add(article.path)
            if claim.id in found:
                rests.setdefault(claimed, {}).setdefault(found[claim.id].id, set()).add(article.path)
    events_of: dict[str, set[Event]] = {}
    for event, parts in rests.items():
        for statement in parts:
            events_of.setdefault(statement, set()).add(event)
    for event, paths in sorted(tellers.items()):
        parts = rests.get(event, {})
        yield EventFound(
            event=event,
            told=frozenset(paths),
            read=frozenset(read.get(event, ())),
            lost=frozenset(read.get(event, set()).difference(*parts.values())),
            statements=frozenset(parts),
            merged=frozenset(other for statement in parts for other in events_of[statement]) - {event},
        )


def _event(article: CrossArticle, claim: Claim) -> Event | None:
    subject = article.key(claim.subject.type, claim.subject.name)
    target = article.key(claim.object.type, claim.object.name)
    if subject is None or target is None:
        return None
    denied = "not " if claim.modality is Modality.DENIED else ""
    return f"{denied}{claim.relation}", subject, target
