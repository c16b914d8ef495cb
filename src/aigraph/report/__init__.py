"""Reports: what the graph as a whole says of itself and of the market, as tables; every row leads to its sentences.

To add a report: one module beside this file with a `Report`, and one line in `REPORTS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process

from aigraph.errors import InputError
from aigraph.report.corroboration import CORROBORATION
from aigraph.report.dossier import Dossier, dossier
from aigraph.report.facts import Facts, Known
from aigraph.report.flows import FLOWS
from aigraph.report.gaps import GAPS
from aigraph.report.kind import Answer, Options, Report
from aigraph.report.period import period
from aigraph.report.single_source import SINGLE_SOURCE

REPORTS: Mapping[str, Report] = {r.name: r for r in (CORROBORATION, FLOWS, GAPS, SINGLE_SOURCE)}
"""Every report, by name."""


def report(name: str, graph: Known, options: Options | None = None) -> Answer:
    """Make a report on a graph; raises InputError when there is no such report."""
    if name not in REPORTS:
        near = [match for match, _, _ in process.extract(name, list(REPORTS), limit=3, score_cutoff=60)]
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(REPORTS)}"
        raise InputError(f"there is no report {name!r}; {hint}")
    return REPORTS[name].make(Facts.of(graph), options or Options())


__all__ = ["REPORTS", "Answer", "Dossier", "Facts", "Known", "Options", "Report", "dossier", "period", "report"]
