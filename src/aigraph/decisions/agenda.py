"""What a person could decide: the names and statements in doubt, what matters most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aigraph.decisions.concerns import concerns_statement
from aigraph.decisions.ledger import effective
from aigraph.decisions.line import checked
from aigraph.decisions.words import kind_in_words
from aigraph.model import (
    Claim,
    Conflict,
    Decision,
    Doubt,
    Entity,
    Evidence,
    Judgement,
    Mention,
    Modality,
    Statement,
    Status,
    content_id,
    parted,
)

_ASKED = frozenset({Status.DISPUTED, Status.UNCONFIRMED})


_Name = tuple[str, str, str]
"""A class, a name, and the article that uses it, or "" for all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One part of the evidence: what it shows, and the sentences that do."""

    title: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person could decide.

    `about` is a decision of the kind that would answer it, whatever its judgement; `title` asks in a few words;
    `weight` is the number of statements that hang on the answer; `reasons` speak for it and against.
    """

    about: Decision
    title: str
    weight: int
    confidence: float
    reasons: tuple[str, ...]
    sides: tuple[Side, ...]


def agenda(
    statements: Iterable[Statement],
    *,
    doubts: Iterable[Doubt] = (),
    conflicts: Iterable[Conflict] = (),
    decisions: Iterable[Decision] = (),
    unsure_too: bool = False,
) -> tuple[Question, ...]:
    """Return the questions that are open: doubts about names, disputed statements, and unconfirmed ones.

    What was decided is not asked again; with `unsure_too`, pairs are that someone was unsure about. Most statements
    first, then by kind and names.
    """
    held = [
        decision for decision in effective(decisions) if not (unsure_too and decision.judgement is Judgement.UNSURE)
    ]
    answered = {decision.about for decision in held}
    said = _Said(statements, conflicts)
    questions = [question for question in map(said.of_names, doubts) if question.about.about not in answered]
    questions += [
        said.of_statement(each)
        for each in said.statements.values()
        if each.status in _ASKED and not any(concerns_statement(decision, each) for decision in held)
    ]
    return tuple(sorted(questions, key=lambda question: (-question.weight, question.about.about)))


class _Said:
    """Statements by what they are asked for: their names, what denies them, the conflicts that they have part in."""

    def __init__(self, statements: Iterable[Statement], conflicts: Iterable[Conflict]) -> None:
        self.statements = {statement.id: statement for statement in statements}
        self.claims: dict[str, Claim] = {}
        self.bearers: dict[_Name, set[str]] = {}
        self.uses: dict[_Name, dict[str, Evidence]] = {}
        self.hanging: dict[_Name, set[str]] = {}
        self.conflicts: dict[str, list[Conflict]] = {}
        for statement in self.statements.values():
            for claim in statement.claims:
                self.claims[claim.id] = claim
                self._use(claim.subject, statement.subject, statement, claim)
                self._use(claim.object, statement.object, statement, claim)
        for conflict in sorted(conflicts):
            for key in conflict.statements:
                self.conflicts.setdefault(key, []).append(conflict)

    def _use(self, mention: Mention, entity: Entity, statement: Statement, claim: Claim) -> None:
        self.bearers.setdefault((mention.type, mention.name, ""), set()).add(entity.id)
        for article in ("", claim.evidence.document):
            name = (mention.type, mention.name, article)
            self.uses.setdefault(name, {})[claim.id] = claim.evidence
            self.hanging.setdefault(name, set()).add(statement.id)

    def of_names(self, doubt: Doubt) -> Question:
        names = [(doubt.type, *parted(name)) for name in (doubt.one, doubt.other)]
        return Question(
            about=checked(Decision(Judgement.UNSURE, doubt.type, doubt.one, doubt.other)),
            title=f"Are {doubt.one!r} and {doubt.other!r} one {doubt.type.lower()}?",
            weight=len(set().union(*(self.hanging.get(name, ()) for name in names))),
            confidence=doubt.confidence,
            reasons=doubt.reasons,
            sides=tuple(
                Side(text, _in_order(self.uses.get(name, {}).values()))
                for text, name in zip((doubt.one, doubt.other), names, strict=True)
            ),
        )

    def of_statement(self, statement: Statement) -> Question:
        denied = statement.modality is Modality.DENIED
        relation = f"not {statement.relation}" if denied else statement.relation
        first = statement.claims[0]
        ends = (
            self._end(statement.subject, first.subject.name, first.evidence.document),
            self._end(statement.object, first.object.name, first.evidence.document),
        )
        conflicts = self.conflicts.get(statement.id, [])
        hanging = {statement.id, *statement.outcomes, *(key for conflict in conflicts for key in conflict.statements)}
        about = checked(Decision(Judgement.ACCEPT, relation, *ends))
        said = f"{statement.subject.label} {kind_in_words(about)} {statement.object.label}"
        return Question(
            about=about,
            title=f"Does it stand that {said}? It is {statement.status}.",
            weight=len(hanging),
            confidence=statement.confidence,
            reasons=statement.reasons,
            sides=(Side("said", _in_order(statement.evidence)), *self._against(statement, conflicts)),
        )

    def _end(self, entity: Entity, mention: str, document_id: str) -> str:
        several = len(self.bearers.get((entity.type, entity.label, ""), ())) > 1
        return f"{mention}@{document_id}" if several else entity.label

    def _against(self, statement: Statement, conflicts: Iterable[Conflict]) -> Iterator[Side]:
        denied = statement.modality is Modality.DENIED
        ends = statement.subject.id, statement.relation, statement.object.id
        if opposite := self.statements.get(content_id(*ends, "+" if denied else "-")):
            yield Side("affirmed" if denied else "denied", _in_order(opposite.evidence))
        for conflict in conflicts:
            others = (self.claims[key] for key in conflict.claims if key in self.claims)
            evidence = (claim.evidence for claim in others if claim not in statement.claims)
            yield Side(f"{conflict.what}; what would settle it: {conflict.settle}", _in_order(evidence))


def _in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(set(evidence), key=lambda each: (each.document, each.span, each.rule)))
