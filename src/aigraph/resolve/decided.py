"""Which names people have judged, by name and by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from aigraph.model import Decision, Judgement, parted


class Bearer(NamedTuple):
    """A name of one type, as one article uses it, or as all do (`document` empty)."""

    type: str
    name: str
    document: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The name without the article."""
        return self.type, self.name


class Pair(NamedTuple):
    """Two bearers of names that someone has judged, and the judgement."""

    one: Bearer
    other: Bearer
    decision: Decision

    @property
    def of_names(self) -> bool:
        """Whether two names are judged, whatever the article."""
        return not (self.one.document or self.other.document) and self.one.name != self.other.name

    @property
    def joins(self) -> bool:
        """Whether the two are judged to be one."""
        return self.decision.judgement is Judgement.SAME

    @property
    def parts(self) -> bool:
        """Whether the two are judged to be different."""
        return self.decision.judgement is Judgement.DIFFERENT

    @property
    def sentence(self) -> str:
        """Who decided, when and why."""
        decision = self.decision
        who = f" by {decision.who}" if decision.who else ""
        when = f" on {decision.when}" if decision.when else ""
        why = f": {decision.why}" if decision.why else ""
        return f"decided{who}{when}{why}"


class Decided:
    """The judgements about names: one of each pair, the latest."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        latest = {d.about: d for d in sorted(decisions, key=lambda d: (d.when, d)) if d.judgement.about_names}
        self._by_name: dict[tuple[str, str], list[Pair]] = {}
        self._pairs: dict[frozenset[tuple[str, str]], list[Pair]] = {}
        for decision in latest.values():
            one, other = (bearer(decision.kind, text) for text in (decision.one, decision.other))
            pair = Pair(one, other, decision)
            for key in {one.key, other.key}:
                self._by_name.setdefault(key, []).append(pair)
            self._pairs.setdefault(frozenset({one.key, other.key}), []).append(pair)

    def about(self, names: Iterable[tuple[str, str]]) -> Iterator[Pair]:
        """Yield the judgements whose names are all among `names`, the latest first."""
        known = dict.fromkeys(names)
        found = {pair.decision: pair for name in known for pair in self._by_name.get(name, ())}
        for decision in sorted(found, key=lambda d: (d.when, d), reverse=True):
            if found[decision].one.key in known and found[decision].other.key in known:
                yield found[decision]

    def beside(self, name: tuple[str, str]) -> frozenset[tuple[str, str]]:
        """Return the other names that a judgement puts beside this one."""
        pairs = self._by_name.get(name, ())
        return frozenset(key for pair in pairs for key in (pair.one.key, pair.other.key) if key != name)

    def between(self, one: tuple[str, str], other: tuple[str, str]) -> Iterator[Pair]:
        """Yield the judgements about two names."""
        yield from self._pairs.get(frozenset({one, other}), ())


def bearer(type: str, operand: str) -> Bearer:
    """Take the operand of a decision apart.

    >>> bearer("Person", "Wei Zhang@0123456789abcdef")
    Bearer(type='Person', name='Wei Zhang', document='0123456789abcdef')
    """
    return Bearer(type, *parted(operand))
