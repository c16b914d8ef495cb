"""The flow matrix: who came from where and left for where, both ways, beside the figures that the sources give."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aigraph.fuse import Flow
from aigraph.fuse import flows as ways
from aigraph.model import Claim
from aigraph.query import Column
from aigraph.report.facts import Facts, sentences, titles
from aigraph.report.figures import Figure, figures
from aigraph.report.kind import SAMPLE, Answer, Options, Report, table
from aigraph.report.retention import Retention, retention

COLUMNS = (
    Column("organization", "the organisation"),
    Column("other", "the organisation on the other side, or all of them together"),
    Column("came", "how many people came from there"),
    Column("left", "how many people left for there; of all together, also those who left and no one says for where"),
    Column("net", "those who came less those who left"),
    Column("ratio", "how many came for each who left"),
    Column("people", "how many people this counts (n)"),
    Column("sources", "on how many independent sources"),
    Column("articles", "in how many articles"),
    Column("stayed", "how many of those known to be there on a day still were a year later"),
    Column("source_figure", "what sources say of the same, in short, one a line"),
    Column("figure_sentence", "the sentences with these figures, one a line"),
    Column("figure_article", "the articles of these sentences, one a line"),
    Column("who_came", "the names of those who came, one a line"),
    Column("who_left", "the names of those who left, one a line"),
    Column("sentence", "the sentences that the count rests on, one a line"),
    Column("article", "the articles of these sentences, one a line"),
)

ALL = "all together"


@dataclass
class _Flow:
    """Those who came to an organisation from another and those who went the other way: label by id."""

    came: dict[str, str] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def add(self, flow: Flow, *, came: bool) -> None:
        """Add those who went one way."""
        (self.came if came else self.left).update(flow.people)
        self.claims |= flow.claims


def flows(facts: Facts, options: Options) -> Answer:
    """Return each organisation with all others together, then with each; the most people first."""
    found = _counted(facts, options)
    said = figures(facts, parents=options.parents)
    for figure in said:
        found.setdefault((figure.organization, figure.other), _Flow())
    day = options.day or _a_year_before(facts.newest)
    stays = retention(facts, day, parents=options.parents) if day else {}
    sizes = {key[0]: _size(flow) for key, flow in found.items() if not key[1]}
    ordered = sorted(
        found.items(),
        key=lambda item: (-sizes.get(item[0][0], 0), item[0][0], bool(item[0][1]), -_size(item[1]), item[0][1]),
    )
    rows = [_row(key, flow, said, stays, facts) for key, flow in ordered]
    return Answer(table(COLUMNS, rows), tuple(_notes(facts, found, day)))


def _counted(facts: Facts, options: Options) -> dict[tuple[str, str], _Flow]:
    """Count accepted moves and departures; people who stay within a house have not moved when units count as one."""
    found: dict[tuple[str, str], _Flow] = {}
    for (origin, there), flow in ways(facts.statements, facts.house if options.parents else str).items():
        for here, other, came in ((there, origin, True), (origin, there, False)):
            for key in dict.fromkeys(((here, ""), (here, other)) if here else ()):
                found.setdefault(key, _Flow()).add(flow, came=came)
    return found


def _row(
    key: tuple[str, str],
    flow: _Flow,
    said: Iterable[Figure],
    stays: Mapping[str, Retention],
    facts: Facts,
) -> Sequence[object]:
    organization, other = key
    claims = sorted(flow.claims.values(), key=lambda claim: (claim.evidence.document, claim.evidence.span, claim.id))
    beside = [figure for figure in said if (figure.organization, figure.other) == key]
    quoted = [claim for figure in beside for claim in figure.claims]
    came, left = len(flow.came), len(flow.left)
    return (
        facts.label(organization),
        facts.label(other) if other else ALL,
        came,
        left,
        f"{came - left:+d}" if came != left else "0",
        f"{came / left:.2f}" if left else "",
        _size(flow),
        len(facts.independent(claims)),
        len({claim.evidence.document for claim in claims}),
        stays.get(organization) if not other else "",
        "\n".join(dict.fromkeys(figure.words for figure in beside)),
        sentences(quoted),
        titles(quoted, facts.documents),
        "\n".join(sorted(flow.came.values())),
        "\n".join(sorted(flow.left.values())),
        sentences(claims),
        titles(claims, facts.documents),
    )


def _size(flow: _Flow) -> int:
    return len(flow.came.keys() | flow.left.keys())


def _notes(facts: Facts, found: Mapping[tuple[str, str], _Flow], day: datetime.date | None) -> Iterator[str]:
    whole = [flow for (_, other), flow in found.items() if not other]
    people = {person for flow in whole for person in (*flow.came, *flow.left)}
    claims = {claim.id: claim for flow in whole for claim in flow.claims.values()}
    articles = {claim.evidence.document for claim in claims.values()}
    sources = {facts.articles[document].source for document in articles}
    yield (
        f"{SAMPLE} It counts {len(people)} people, by accepted statements of {len(articles)} articles "
        f"from {len(sources)} sources."
    )
    if day:
        yield (
            f"Who stayed is asked of those who surely were there on {day}, for the same day a year later; "
            "news tells of those who leave rather than of those who stay."
        )


def _a_year_before(day: datetime.date | None) -> datetime.date | None:
    return day.replace(year=day.year - 1, day=min(day.day, 28)) if day and day.year > 1 else None


FLOWS = Report(
    "flows",
    (
        "From organisation to organisation, both ways, beside the sources' own figures",
        "D'organisation à organisation, dans les deux sens, en regard des chiffres des sources",
    ),
    COLUMNS,
    flows,
)
