"""What a scoring finds: counts, accuracies, and the facts and claims behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.evaluate.gold import GoldFact
from aigraph.evaluate.prediction import Prediction

COLUMNS = ("relation", "right", "wrong", "missed", "neutral", "precision", "recall", "F1")
"""The heads of `Report.rows()`."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Right claims (tp), wrong claims (fp), missed facts (fn), and claims that count neither way (neutral)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    neutral: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.neutral + other.neutral)

    @property
    def precision(self) -> float | None:
        """The share of judged claims that are right; None when no claim was judged."""
        return _share(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """The share of the facts that were found; None when there is no fact."""
        return _share(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there is neither claim nor fact."""
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How many of how many are right."""

    right: int
    total: int

    @property
    def share(self) -> float | None:
        """Right over total; None when there is nothing to judge."""
        return _share(self.right, self.total)


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the right moves start, against the facts that say so; `extra` moves have an origin that the fact lacks."""

    right: int
    missing: int
    wrong: int
    extra: int

    @property
    def accuracy(self) -> Accuracy:
        """The right origins among the right moves whose fact gives an origin."""
        return Accuracy(self.right, self.right + self.missing + self.wrong)


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that no claim found."""

    article: str
    fact: GoldFact


@dataclass(frozen=True, slots=True)
class FalseClaim:
    """A claim that no fact supports, and why it counts as wrong."""

    article: str
    prediction: Prediction
    reason: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A right claim that gets a detail wrong: its modality or its origin."""

    article: str
    fact: GoldFact
    prediction: Prediction
    detail: str


@dataclass(frozen=True)
class Report:
    """The scores of a set of articles, by relation and over all.

    `negated` says how many of the facts that the text denies were read as denied; `negated_asserted` how many were
    asserted all the same, the worst of the false claims.
    """

    counts: Mapping[str, Counts]
    modality: Accuracy
    origins: Origins
    negated: Accuracy
    negated_asserted: int
    misses: tuple[Miss, ...]
    false_claims: tuple[FalseClaim, ...]
    slips: tuple[Slip, ...]
    articles: int

    @property
    def total(self) -> Counts:
        """The sum over the relations (micro average)."""
        return sum(self.counts.values(), Counts())

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return one row a relation and one for all, with the columns of `COLUMNS`."""
        return tuple(row(name, counts) for name, counts in (*self.counts.items(), ("all", self.total)))


def row(name: str, counts: Counts) -> tuple[str, ...]:
    """Return one row of a table with the columns of `COLUMNS`."""
    shares = ("-" if s is None else f"{s:.3f}" for s in (counts.precision, counts.recall, counts.f1))
    return (name, *(str(n) for n in (counts.tp, counts.fp, counts.fn, counts.neutral)), *shares)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
