"""What cannot hold together, and where it is said."""

from __future__ import annotations

from dataclasses import dataclass

from aigraph.model.identity import content_id


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """Claims that cannot all hold, with the statements that they make.

    `kind` is the name of the rule that found it (`fuse/conflicts/<kind>`); `key` the group that it was found in;
    `claims` the ids of the claims to be read side by side, at least two, or one that contradicts a date; `statements`
    the ids of all statements concerned, sorted; `disputed` those among them that cannot stand as long as it is open
    (the others only have a detail in doubt). `what` says what the contradiction is, `settle` what would settle it:
    one sentence each, with the names in it.
    """

    kind: str
    key: str
    what: str
    settle: str
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    disputed: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The content hash of kind, key and claims."""
        return content_id(self.kind, self.key, *self.claims)
