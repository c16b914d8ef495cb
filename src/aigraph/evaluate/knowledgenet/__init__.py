"""Scores aigraph on KnowledgeNet, a public benchmark of facts in passages of web pages (Mesquita et al., 2019)."""

from __future__ import annotations

from aigraph.evaluate.knowledgenet.judge import Verdict, judge
from aigraph.evaluate.knowledgenet.lessons import Lesson, lessons
from aigraph.evaluate.knowledgenet.passages import Fact, Page, Passage, load_passages, pages
from aigraph.evaluate.knowledgenet.predictions import Predicted, layout, predict
from aigraph.evaluate.knowledgenet.properties import properties

__all__ = [
    "Fact",
    "Lesson",
    "Page",
    "Passage",
    "Predicted",
    "Verdict",
    "judge",
    "layout",
    "lessons",
    "load_passages",
    "pages",
    "predict",
    "properties",
]
