"""What a small linear model makes of two names that stand near each other, where the rules say nothing or too much."""

from __future__ import annotations

from aigraph.extract.learned.decide import Opinion, opinions, second_opinion
from aigraph.extract.learned.features import features
from aigraph.extract.learned.pairs import Pair, Scene, pairs
from aigraph.extract.learned.scorer import Scorer, scorer

__all__ = ["Opinion", "Pair", "Scene", "Scorer", "features", "opinions", "pairs", "scorer", "second_opinion"]
