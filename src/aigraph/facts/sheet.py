"""The rows of a sheet to documents: one for each source that it gives, its rows in the order of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aigraph.escape import csv_text
from aigraph.facts.fact import Refused, ends_of, fact, relation_of
from aigraph.facts.header import HEADER_ROWS, Header, is_ours
from aigraph.facts.line import one_line, parsed, written
from aigraph.facts.values import WANTED, date
from aigraph.facts.words import SOURCE
from aigraph.model import Form
from aigraph.read.admit import web_address
from aigraph.read.clean import clean
from aigraph.read.decode import Unreadable, repair
from aigraph.read.language import language_of
from aigraph.read.source import Draft, Source

MAX_ROWS = 100_000
"""How many rows of a file are read."""

DOCUMENT_ROWS = 200
"""So many rows of one source are one document; those of one subject are never parted."""

_TOLD_COLUMNS = 10
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].{0,20})?", re.IGNORECASE)
_WEB = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that says a fact: its number, its line of text, whom it is about, its source, the header's language."""

    number: int
    line: str
    subject: str
    source: Mapping[str, str]
    language: str


def drafts(source: Source, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Draft]:
    """Yield a draft for each source that the numbered rows give, and note each row that says no fact.

    Raises Unreadable when none of the first rows is a header, or when no row says a fact.
    """
    taken = list(_taken(source, rows))
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in taken:
        url = row.source.get("url")
        # Without an address, only what is of one publisher and day can be of one source.
        groups.setdefault((url,) if url else tuple(row.source.get(n, "") for n in SOURCE), []).append(row)
    for group in groups.values():
        fields = _fields(source, group)
        for part in _parted(sorted(group, key=lambda row: row.line)):
            yield _draft(part, fields)


def _parted(rows: Iterable[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        if len(part) >= DOCUMENT_ROWS and row.subject != part[-1].subject:
            yield part
            part = []
        part.append(row)
    yield part


def _taken(source: Source, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Row]:
    numbered = iter(rows)
    header = _header(numbered)
    if header is None:
        raise Unreadable(
            "no table of facts: none of its first rows names a column for the relation and two for what it joins "
            "(such as person, relation, organisation); see docs/facts.md"
        )
    if header.unknown:
        named = ", ".join(clean(name)[:60] for name in header.unknown[:_TOLD_COLUMNS])
        more = len(header.unknown) - _TOLD_COLUMNS
        source.note(f"columns that are not read: {named}{f' and {more} more' if more > 0 else ''}")
    seen: dict[str, int] = {}
    for count, (number, cells) in enumerate(numbered):
        if count == MAX_ROWS:
            source.note(f"has more than {MAX_ROWS} rows; the rest was left out, split the file", line=number)
            return
        try:
            row = _row(source, header, number, cells)
        except Refused as error:
            source.note(f"{error}; the row was left out", line=number)
            continue
        if row is None:
            continue
        if (first := seen.setdefault(row.line, number)) != number:
            source.note(f"says what row {first} says; it counts once", line=number)
        else:
            yield row


def _header(rows: Iterator[tuple[int, Sequence[str]]]) -> Header | None:
    for _, (_, cells) in zip(range(HEADER_ROWS), rows, strict=False):
        if is_ours(cells):
            # What an article says does not become surer when it is read again.
            raise Unreadable(
                "a table that aigraph wrote of what it has read; `aigraph export facts` writes one to read"
            )
        if header := Header.of(cells):
            return header
    return None


def _row(source: Source, header: Header, number: int, cells: Sequence[str]) -> Row | None:
    """Return the row of some cells, None when all that are read are empty; raises Refused when it says no fact."""
    if any(cell.strip() for cell in cells[len(header.columns) :]):
        raise Refused("more cells than the header has; put a cell with a separator in it in quotation marks")
    given = {c: one_line(clean(csv_text(cell))) for c, cell in zip(header.columns, cells, strict=False) if c}
    given = {column: cell for column, cell in given.items() if cell}
    if not given:
        return None
    relation = relation_of(given.get("relation", ""))
    subject, object_ = ends_of(given, relation)
    _place_source(given)
    cited = _source(given)
    # What is kept is judged, so that what is read from it later cannot be judged otherwise.
    line, repaired = repair(written({**given, "subject": subject, "object": object_}))
    line = clean(line)
    said = fact(parsed(line, 0))
    for remark in (*said.remarks, *(["text decoded wrongly (as in Ã©) was repaired"] * bool(repaired))):
        source.note(remark, line=number)
    return Row(number, line, said.subject.text, cited, header.language)


def _place_source(given: dict[str, str]) -> None:
    """Take what stands in a column "source" for an address or for a publisher."""
    if cell := given.pop("source", ""):
        given.setdefault("url" if _WEB.match(cell) else "publisher", cell)


def _source(given: Mapping[str, str]) -> dict[str, str]:
    """Return the cells that say where a fact is from, checked; raises Refused."""
    found = {name: given[name] for name in SOURCE if name in given}
    if "url" in found:
        address = web_address(found["url"])
        if address is None:
            raise Refused(f"url {found['url'][:60]!r} is not an http or https address; write it in full")
        found["url"] = address
    if "published" in found:
        day = date(found["published"])
        if day is None or "/" in day:
            raise Refused(f"published {found['published'][:60]!r} is not {WANTED['date']}, without an interval")
        found["published"] = day
    if "language" in found:
        code = _LANGUAGE.fullmatch(found["language"])
        if code is None:
            raise Refused(f"language {found['language'][:60]!r} is no code such as en or fr")
        found["language"] = code[1].lower()
    return found


def _fields(source: Source, rows: Iterable[Row]) -> dict[str, str]:
    """Return what rows say of their source; where they say different things, the first holds."""
    fields: dict[str, tuple[str, int]] = {}
    for row in rows:
        for name, said in row.source.items():
            first, number = fields.setdefault(name, (said, row.number))
            if said != first:
                source.note(
                    f"{name} {said[:60]!r} was left out: row {number} has {first[:60]!r} for it", line=row.number
                )
    return {name: said for name, (said, _) in fields.items()}


def _draft(rows: Sequence[Row], fields: Mapping[str, str]) -> Draft:
    """Return the document of some rows of one source."""
    quotes = " ".join(cell.text for row in rows if (cell := parsed(row.line, 0).get("quote")))
    spoken = rows[0].language
    return Draft(
        **{
            "text": "\n".join(row.line for row in rows),
            "language": language_of(quotes, markup=spoken) if quotes else spoken,
            **fields,
        },
        line=min(row.number for row in rows),
        form=Form.TABLE,
    )
