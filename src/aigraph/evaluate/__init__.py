"""Scores what aigraph reads in annotated articles against what a careful reader takes from them."""

from __future__ import annotations

from aigraph.evaluate.gold import GoldArticle, GoldFact, load_gold
from aigraph.evaluate.prediction import Prediction, predictions
from aigraph.evaluate.report import COLUMNS, Accuracy, Counts, FalseClaim, Miss, Origins, Report
from aigraph.evaluate.scoring import ALL_RELATIONS, CORE_RELATIONS, score

__all__ = [
    "ALL_RELATIONS",
    "COLUMNS",
    "CORE_RELATIONS",
    "Accuracy",
    "Counts",
    "FalseClaim",
    "GoldArticle",
    "GoldFact",
    "Miss",
    "Origins",
    "Prediction",
    "Report",
    "load_gold",
    "predictions",
    "score",
]
