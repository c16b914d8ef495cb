"""What follows when articles or decisions come and go: only what they touch is made anew.

The graph is a function of its articles and of the decisions. Here it is kept as one, by small steps: the same pure
functions that make the whole are given just what may come out differently, and all of it is committed at once. A graph
that is built from nothing takes the same way. The order of the work is that of the stages: sources, names, statements,
contradictions, tenures.
"""

from __future__ import annotations

from aigraph.revise.check import check
from aigraph.revise.fresh import BATCH_ARTICLES, BATCH_CLAIMS, fresh
from aigraph.revise.revision import Change, arrival, file_of, revise

__all__ = ["BATCH_ARTICLES", "BATCH_CLAIMS", "Change", "arrival", "check", "file_of", "fresh", "revise"]
