"""What a grammatical function is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aigraph.extract.clause import Clause
from aigraph.gazetteer import gazetteer
from aigraph.model import Mention


@dataclass(frozen=True, slots=True)
class Search:
    """What is sought: something of a class, by a function of token `at`, none of the `taken` names if that can be.

    With `units`, a part of an organisation stands for the organisation; `phrase` are the words that go with the trigger
    ("rendre badge"), which are none of its arguments.
    """

    clause: Clause
    at: int
    class_: str
    taken: frozenset[str] = field(default_factory=frozenset)
    units: bool = True
    phrase: frozenset[str] = frozenset()

    def mentions(self, tokens: Sequence[int]) -> list[Mention]:
        """Return what of the class the tokens refer to."""
        return self.clause.mentions(tokens, self.class_, taken=self.taken, fits=self.fits)

    def fits(self, mention: Mention) -> bool:
        """Tell whether what is only referred to can be meant: without units, no giant is "the company" of a founder.

        Nor is one that buys others.
        """
        if self.units or not mention.how:
            return True
        return not gazetteer().established(mention.name) and not self.clause.background.buys(mention.name)
