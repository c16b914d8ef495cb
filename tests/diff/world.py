"""States of a small graph, built by hand: articles of a few sentences, and whom the names in them stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from aigraph.diff import State
from aigraph.model import (
    Claim,
    Conflict,
    Decision,
    Document,
    Entity,
    Evidence,
    Mention,
    Qualifier,
    Span,
    Statement,
    Status,
)

Told = tuple[str, str, str]
"""A sentence: who, what, whom or where."""


def article(*told: Told, path: str) -> Document:
    """Return an article that tells so, in a sentence each."""
    return Document(" ".join(f"{' '.join(each)}." for each in told), path=path, title=path.title())


def claims(document: Document) -> list[Claim]:
    """Return what an article of such sentences says."""
    found, start = [], 0
    for sentence in document.text.split(". "):
        words = sentence.rstrip(".")
        subject, relation, target = words.split()
        evidence = Evidence(document.id, Span(start, start + len(words)), words, "test")
        place = start + len(words) - len(target)
        ends = (
            Mention.at(document.text, start, start + len(subject), "Person"),
            Mention.at(document.text, place, place + len(target), "Organization"),
        )
        found.append(Claim(ends[0], relation, ends[1], evidence))
        start += len(sentence) + 2
    return found


def state(
    *documents: Document,
    people: Mapping[str, str] | None = None,
    conflicts: Iterable[Conflict] = (),
    decisions: Iterable[Decision] = (),
    qualifiers: Iterable[Qualifier] = (),
) -> State:
    """Return the graph of some articles; `people` gives whom a name stands for, or else it stands for itself."""
    linking = people or {}
    said = [claim for document in documents for claim in claims(document)]
    names: dict[str, set[str]] = {}
    for name in {mention.name for claim in said for mention in (claim.subject, claim.object)}:
        names.setdefault(linking.get(name, name), set()).add(name)
    entities = {
        name: Entity(f"thing/{key.lower()}", "Person", key, tuple(sorted(those - {key})))
        for key, those in names.items()
        for name in those
    }
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in said:
        ends = entities[claim.subject.name], entities[claim.object.name]
        groups.setdefault((ends[0].id, claim.relation, ends[1].id), []).append(claim)
    statements = [
        Statement(
            entities[group[0].subject.name],
            group[0].relation,
            entities[group[0].object.name],
            tuple(sorted(group, key=lambda claim: claim.id)),
            Status.ACCEPTED,
            min(0.5 + 0.1 * len(group), 1.0),
            tuple(qualifiers),
            sources=len({claim.evidence.document for claim in group}),
        )
        for _, group in sorted(groups.items())
    ]
    by_id = {document.id: document for document in documents}
    return State(tuple(statements), by_id, tuple(conflicts), tuple(decisions))


def marked(given: State, status: Status) -> State:
    """Return a state with all statements of another status."""
    return replace(given, statements=tuple(replace(each, status=status) for each in given.statements))
