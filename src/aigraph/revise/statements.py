"""Which statements are made anew, when articles come and go and names stand for something else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from aigraph.fuse import gathered
from aigraph.model import Claim, Modality, Statement, content_id
from aigraph.revise.linking import Relinking
from aigraph.revise.scene import Scene


def statement_id(subject: str, relation: str, object: str, *, denied: bool) -> str:
    """Return the id of the statement of two entities, as `Statement.id` gives it."""
    return content_id(subject, relation, object, "-" if denied else "+")


class Restatement:
    """The statements that rest on other claims from now on, or on claims that read otherwise.

    `touched` are their ids, those that nothing says any more among them; `raw` finds any statement as its claims alone
    make it, whatever contradicts it.
    """

    def __init__(self, scene: Scene, relinking: Relinking) -> None:
        self.scene = scene
        self.relinking = relinking
        self._raw: dict[str, Statement | None] = {}
        changed = {claim.id: claim for claim in relinking.claims_changed()}
        gone = {claim.id for reading in scene.gone_readings for claim in reading.claims}
        self._moved = gone | changed.keys()
        before = {statement for claim in self._moved for statement in scene.lookup.statements_on(claim)}
        self._joining: dict[str, dict[str, Claim]] = {}
        for claim in (*scene.arriving_claims, *changed.values()):
            if (statement := self._id(claim)) is not None:
                self._joining.setdefault(statement, {})[claim.id] = claim
        for document in scene.sources:
            if document not in scene.arriving:
                for claim_id in scene.lookup.claim_ids(document):
                    before.update(scene.lookup.statements_on(claim_id))
        self.touched = frozenset(before | self._joining.keys())

    def _id(self, claim: Claim) -> str | None:
        document = claim.evidence.document
        subject = self.relinking.entity(claim.subject.type, claim.subject.name, document)
        object_ = self.relinking.entity(claim.object.type, claim.object.name, document)
        if subject.id == object_.id:
            return None
        denied = claim.modality is Modality.DENIED
        return statement_id(subject.id, claim.relation, object_.id, denied=denied)

    def raw(self, statements: Collection[str]) -> dict[str, Statement]:
        """Return statements as their claims make them, by id; those that nothing says are left out."""
        claims: list[Claim] = []
        for statement in sorted(set(statements) - self._raw.keys()):
            self._raw[statement] = None
            claims += self._claims(statement)
        if claims:
            for made in gathered(claims, self.relinking.of(claims), self.scene.articles(claims)):
                self._raw[made.id] = made
        found = ((statement, self._raw[statement]) for statement in sorted(statements))
        return {statement: raw for statement, raw in found if raw is not None}

    def _claims(self, statement: str) -> Iterable[Claim]:
        stay = (claim for claim in self.scene.lookup.claims_of(statement) if claim not in self._moved)
        found = {claim_id: claim for claim_id in stay if (claim := self.scene.lookup.claim(claim_id)) is not None}
        return (found | self._joining.get(statement, {})).values()

    @cached_property
    def now(self) -> Mapping[str, Statement]:
        """The statements touched that something still says, as their claims make them."""
        return self.raw(self.touched)
