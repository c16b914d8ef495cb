"""Whatever stands in a sheet: every row says a fact or is told of, and nothing else happens."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from aigraph.facts import reading
from aigraph.facts.delimited import read_delimited
from aigraph.facts.sheet import drafts
from aigraph.model import Document, Issue
from aigraph.read.admit import admit
from aigraph.read.decode import Unreadable
from aigraph.read.source import Draft, Source
from aigraph.read.worker import Worker

_GONE = ("the row was left out", "it counts once")
HEADER = ["person", "relation", "organisation", "work", "type", "date", "start", "end", "role", "amount", "status"]
HEADER += ["url", "publisher", "published", "quote", "modality", "confidence", "language", "note"]
NAMES = ["Andrew Ng", "Yann LeCun", "Baidu", "Meta", "GPT-4", "é", "’", "Zoë | Ng", "a: b", "quote: x", "Ã©cole", "[…]"]
RELATIONS = ["movedTo", "a rejoint", "Left", "coCreated", "founded on", "acquired", "approached", "moved", "hasFigure"]
VALUES = ["2025", "June 2025", "03/04/2025", "today", "$5 million", "past", "80 %", "1.5", "denied", "fr", "Model"]
WEBS = ["https://example.org/a", "www.example.org", "http://[", "https://example.org/é?a=b c", "Le Monde"]
cells = st.one_of(st.sampled_from(["", *NAMES, *RELATIONS, *VALUES, *WEBS]), st.text(max_size=12))
GOOD = dict.fromkeys(HEADER, "") | {
    "person": "Andrew Ng",
    "relation": "left",
    "organisation": "Baidu",
    "date": "2017",
    "url": WEBS[0],
    "quote": "Ng leaves, Baidu stays.",
}
changes = st.dictionaries(st.sampled_from(HEADER), cells, max_size=3)
rows = st.lists(
    st.one_of(changes.map(lambda change: [*(GOOD | change).values()]), st.lists(cells, max_size=len(HEADER))),
    max_size=12,
)


def taken(read: Callable[[Source], Iterator[Draft]], data: bytes = b"") -> tuple[list[Document], list[Issue]]:
    issues: list[Issue] = []
    with Worker() as worker:
        source = Source("facts.csv", io.BytesIO(data), worker, issues.append)
        documents = [admit(draft, source=source, languages=("en", "fr")) for draft in read(source)]
    assert all("\n" not in str(issue) for issue in issues)
    return documents, issues


@settings(max_examples=150, deadline=None)
@given(rows)
def test_every_row_says_a_fact_or_is_told_of(rows: list[list[str]]) -> None:
    documents, issues = taken(lambda source: drafts(source, enumerate([HEADER, *rows], start=1)))
    places = [issue.where.rpartition(":")[2] for issue in issues if issue.what.endswith(_GONE)]
    claims = [claim for document in documents for claim in reading(document).claims]
    lines = [line for document in documents for line in document.text.split("\n")]
    assert len(claims) == len(lines) == len(set(lines)) == len({claim.id for claim in claims})
    assert len(places) == len(set(places))
    # A row of nothing but spaces, and of characters that no text keeps, is no row.
    told = len(places) + len(lines)
    assert sum(any(map(str.isalnum, "".join(row))) for row in rows) <= told <= len(rows)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_no_file_ends_the_program(data: bytes, headed: bool) -> None:
    with contextlib.suppress(Unreadable):
        taken(read_delimited, b"person,relation,organisation,url\n" * headed + data)
