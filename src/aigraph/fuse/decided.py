"""What people have decided of statements, matched by names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aigraph.gazetteer import fold
from aigraph.model import Decision, Entity, Judgement, Modality, Statement, parted

_VERBS: Mapping[Judgement, str] = {Judgement.ACCEPT: "accepted", Judgement.REJECT: "rejected"}


class Decided:
    """Decisions about statements, to be found by statement."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._by_kind: dict[str, dict[str, list[Decision]]] = {}
        for decision in decisions:
            if decision.judgement in _VERBS:
                by_name = self._by_kind.setdefault(decision.kind, {})
                by_name.setdefault(fold(parted(decision.one)[0]), []).append(decision)

    def of(self, statement: Statement) -> tuple[Decision, ...]:
        """Return the decisions about a statement, the latest last.

        A decision names the relation ("not movedTo" for a denial), and both ends by label, alias or id, without
        regard to case and accents. "Wei Zhang@<article>" names only who is called so in that article.
        """
        denied = statement.modality is Modality.DENIED
        by_name = self._by_kind.get(f"not {statement.relation}" if denied else statement.relation)
        if not by_name:
            return ()
        documents = {claim.evidence.document for claim in statement.claims}
        objects = _keys(statement.object)
        found = {
            decision
            for key in _keys(statement.subject)
            for decision in by_name.get(key, ())
            if fold(parted(decision.other)[0]) in objects
            and {parted(decision.one)[1], parted(decision.other)[1]} <= {"", *documents}
        }
        return tuple(sorted(found, key=lambda decision: (decision.when, decision)))


def told(decision: Decision) -> str:
    """Say a decision: "accepted by WHO on WHEN: WHY", as far as it was noted."""
    parts = [_VERBS[decision.judgement], f" by {decision.who}" * bool(decision.who)]
    parts += [f" on {decision.when}" * bool(decision.when), f": {decision.why}" * bool(decision.why)]
    return "".join(parts)


def _keys(entity: Entity) -> set[str]:
    return {fold(name) for name in (entity.id, entity.label, *entity.aliases)}
