"""A linear model for each relation: the weights of features, read from one versioned file."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aigraph.errors import DataError

MODEL = Path(__file__).with_name("model.json")
"""The weights that aigraph comes with; `tools/train.py` writes them."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of each relation's features."""

    weights: Mapping[str, Mapping[str, float]]

    def probability(self, relation: str, features: Iterable[str]) -> float:
        """Return how likely the relation holds between the ends of a pair with these features."""
        weights = self.weights[relation]
        score = math.fsum(weights[feature] for feature in features if feature in weights)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))

    def reasons(self, relation: str, features: Iterable[str], count: int = 5) -> tuple[tuple[str, float], ...]:
        """Return the features that weigh most, heaviest first."""
        weights = self.weights[relation]
        weighed = sorted(
            ((f, weights[f]) for f in features if f in weights and f != "bias"), key=lambda one: (-abs(one[1]), one[0])
        )
        return tuple(weighed[:count])


@cache
def scorer(path: Path = MODEL) -> Scorer:
    """Read a model. Raises DataError when its file is malformed."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Scorer({name: {f: float(w) for f, w in weights.items()} for name, weights in data["weights"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path}: not a model that tools/train.py wrote ({error})") from error
