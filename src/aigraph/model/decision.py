"""What people have judged: which names are one, and which statements stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_IN_ARTICLE = re.compile(r"(?P<name>.+)@(?P<article>[0-9a-f]{16})", re.DOTALL)


class Judgement(StrEnum):
    """What a person said of two names (the first three) or of a statement."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"

    @property
    def about_names(self) -> bool:
        """Whether two names are judged, rather than a statement."""
        return self in (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One judgement, with who made it, when (an ISO date) and why.

    Of names: `kind` is their class ("Person"), `one` and `other` the names, the lesser first. A name that stands for
    several people is told apart by an article, as "Wei Zhang@0123456789abcdef" (the article's id). Of a statement:
    `kind` is the relation ("movedTo", or "not movedTo" for a denial), `one` names the subject and `other` the object.
    """

    judgement: Judgement
    kind: str
    one: str
    other: str
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def about(self) -> tuple[bool, str, str, str]:
        """What is judged: of several decisions about the same, one holds (see `decisions.effective`)."""
        return self.judgement.about_names, self.kind, self.one, self.other


def parted(operand: str) -> tuple[str, str]:
    """Return the name that a decision judges, and the id of the article that it is told apart by, or "".

    >>> parted("Wei Zhang@0123456789abcdef"), parted("Wei Zhang"), parted("Ada@Home")
    (('Wei Zhang', '0123456789abcdef'), ('Wei Zhang', ''), ('Ada@Home', ''))
    """
    found = _IN_ARTICLE.fullmatch(operand)
    return (found["name"], found["article"]) if found else (operand, "")
