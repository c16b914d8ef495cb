"""The explorer's columns, made small: `explorer/src/unpack.ts` is the inverse, and the two must change together.

Numbers become text, one or two characters each; what the page can work out by itself is left out: ids that are spelt
like their labels, times that stand with a stay, names inside sentences and reasons, and where they stand in them.
"""

from __future__ import annotations

import datetime
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Columns = Mapping[str, Any]
Pair = tuple[int | None, int | None]

_DIGITS = [chr(code) for code in range(35, 127) if chr(code) != "\\"]
"""What numbers are written with: characters that JSON leaves as they are."""
_LAST = 61
"""So many of them end a number; the others go before."""
_MORE = len(_DIGITS) - _LAST
_BETWEEN = "\x7f"
_SLOTS = [chr(code) for code in range(0x80, 0xA0)]
"""What stands in a text for a name that the page knows: controls, which no text holds."""
_TOLD = 20
"""So many slots are for the articles that tell something: publisher, name and date of each, and how sure it is."""
_STRAY = re.compile("[\x7f-\x9f]")


def number(value: int) -> str:
    """Write a whole number from 0 on.

    >>> [number(n) for n in (0, 60, 61, 1890, 1891)]
    ['#', '`', 'a#', '~`', 'aa#']
    """
    value, last = divmod(value, _LAST)
    text = _DIGITS[last]
    while value:
        value, digit = divmod(value - 1, _MORE)
        text = _DIGITS[_LAST + digit] + text
    return text


def numbers(values: Iterable[int]) -> str:
    """Write whole numbers from 0 on."""
    return "".join(map(number, values))


def signed(values: Iterable[int]) -> str:
    """Write whole numbers, negative ones, too."""
    return numbers(2 * value if value >= 0 else -2 * value - 1 for value in values)


def steps(values: Iterable[int]) -> str:
    """Write each number as its distance from the one before."""
    found = [0, *values]
    return signed(after - before for before, after in itertools.pairwise(found))


def strings(values: Sequence[str]) -> str | list[str]:
    """Write texts as one; as a list when one of them holds what stands between them, or when there is none."""
    return list(values) if not values or any(_BETWEEN in value for value in values) else _BETWEEN.join(values)


def rows(lists: Sequence[Sequence[Any]]) -> tuple[str, list[Any]]:
    """Write lists as their lengths, and all that is in them."""
    return numbers(map(len, lists)), [value for values in lists for value in values]


def exceptions(values: Sequence[str], expected: Iterable[str]) -> list[Any]:
    """Write only the texts that are not as expected, and their places."""
    other = [(at, value) for at, (value, usual) in enumerate(zip(values, expected, strict=True)) if value != usual]
    return [steps(at for at, _ in other), strings([value for _, value in other])]


def table(values: Iterable[str]) -> list[Any]:
    """Write texts that come again and again as a list of them, the most frequent first, and their numbers in it."""
    values = list(values)
    distinct = [value for value, _ in Counter(values).most_common()]
    place = {value: at for at, value in enumerate(distinct)}
    return [strings(distinct), numbers(place[value] for value in values)]


def spelt(label: str) -> str:
    """Return how a label is spelt in an id, for the letters of which any browser knows the same.

    >>> spelt("Timothée Lacroix"), spelt("GPT-4.1"), spelt("中")
    ('timothee-lacroix', 'gpt-4.1', '')
    """
    if any(char > "\u024f" for char in label):
        return ""
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", label.lower()))
    return re.sub(r"^[-.]+|[-.]+$", "", re.sub(r"[^a-z0-9.]+", "-", plain))


def plain(text: str) -> str:
    """Return a text without the characters that mean something here; cleaned texts have none."""
    return _STRAY.sub("\ufffd", text)


def fold(text: str, names: Sequence[str]) -> str:
    """Put slots where names stand that the page knows.

    >>> ascii(fold("Ada left Q for P.", ["Ada", "P."])).replace(chr(92), "")
    "'x80 left Q for x81'"
    """
    text = plain(text)
    for slot, name in zip(_SLOTS, names, strict=False):
        if len(name) > 1 and name in text and not _STRAY.search(name):
            text = text.replace(name, slot)
    return text


class Known:
    """What the page knows when it reads sentences and reasons, from the columns of the core."""

    def __init__(self, core: Columns, sureness: Sequence[int]) -> None:
        entities, statements, claims = core["entities"], core["statements"], core["claims"]
        self.labels: list[str] = entities["label"]
        self.aliases: list[list[str]] = entities["aliases"]
        documents = core["documents"]
        self.articles = list(zip(documents["publisher"], documents["name"], documents["published"], strict=True))
        self.ends: list[tuple[int, int]] = list(zip(statements["subject"], statements["object"], strict=True))
        self.origins: list[list[int]] = statements["origins"]
        self.words: list[str] = statements["words"]
        self.qualifiers: list[list[list[int]]] = statements["qualifiers"]
        self.statement_of = [at for at, count in enumerate(claims["count"]) for _ in range(count)]
        self.sureness: list[int] = statements["confidence"]
        self.told: list[dict[int, int]] = [{} for _ in self.ends]
        for statement, document, sure in zip(self.statement_of, claims["document"], sureness, strict=True):
            if document >= 0:
                self.told[statement].setdefault(document, sure)

    def details(self, statement: int) -> list[str]:
        """Return the words of where someone came from, and of the other details."""
        texts = [self.labels[origin] for origin in self.origins[statement]]
        return texts + [self.words[text] or self.words[value] for _, value, text in self.qualifiers[statement]]

    def in_quote(self, statements: Iterable[int], by: Iterable[str]) -> list[str]:
        """Return the names that a sentence is likely to hold, by what it proves and whom it gives as a source."""
        statements = list(statements)
        ends = [self.labels[end] for statement in statements for end in self.ends[statement]]
        last = [label.rpartition(" ")[2] for label in ends]
        details = [text for statement in statements for text in self.details(statement)]
        return list(dict.fromkeys([*ends, *by, *last, *details]))

    def in_reasons(self, statements: Iterable[int], *names: str) -> list[str]:
        """Return the names that the reasons for something are likely to hold, by what they speak of."""
        statements = list(statements)
        articles: dict[int, int] = {}
        for statement in statements:
            for article, sure in self.told[statement].items():
                articles.setdefault(article, sure)
        told = [text for article, sure in articles.items() for text in (*self.articles[article], _share(sure))][:_TOLD]
        values = (self.words[value] for statement in statements for _, value, _ in self.qualifiers[statement])
        names = (*names, *(_share(self.sureness[statement]) for statement in statements[:1]))
        return [*names, *told, *("" for _ in range(_TOLD - len(told))), *dict.fromkeys(values)]

    def marks(self, statement: int, quote: str) -> list[int]:
        """Return where the page would find the words of a statement in a sentence."""
        found = []
        forms = [*(self._forms(end) for end in self.ends[statement]), *([text] for text in self.details(statement))]
        for part, names in enumerate(forms):
            name = next((name for name in names if name and name in quote), None)
            if name is not None:
                start = quote.index(name)
                found.append((start, start + len(name), min(part, 2)))
        marks: list[int] = []
        done = 0
        for start, end, part in sorted(found):
            if start >= done:
                marks += [utf16(quote, start), utf16(quote, end), part]
                done = end
        return marks

    def _forms(self, entity: int) -> Iterator[str]:
        yield self.labels[entity]
        yield from self.aliases[entity]
        yield self.labels[entity].rpartition(" ")[2]


def _share(percent: int) -> str:
    return f"{percent / 100:.2f}"


def utf16(text: str, offset: int) -> int:
    """Return where JavaScript counts a character."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def pack_core(core: Columns) -> dict[str, Any]:
    """Make the columns small that the views draw and filter by."""
    spans = _Spans(core)
    return {
        **core,
        "entities": _entities(core["entities"]),
        "documents": _documents(core["documents"]),
        "statements": _statements(core, spans),
        "claims": {
            "count": numbers(core["claims"]["count"]),
            "document": numbers(document + 1 for document in core["claims"]["document"]),
            "modality": numbers(core["claims"]["modality"]),
        },
        "tenures": _tenures(core, spans),
        "spans": spans.columns(),
    }


def pack_texts(core: Columns, texts: Columns) -> dict[str, Any]:
    """Make the columns small that a reader sees on a click."""
    known = Known(core, texts["claims"]["confidence"])
    claims, tenures = texts["claims"], core["tenures"]
    sentences = [plain(quote) for quote in texts["quotes"]]
    shown: dict[int, list[int]] = {}
    back = []
    for claim, quote in enumerate(claims["quote"]):
        back.append(0 if quote not in shown else len(shown) - quote)
        shown.setdefault(quote, []).append(claim)
    quotes = [
        fold(
            sentences[quote],
            known.in_quote((known.statement_of[claim] for claim in proven), (claims["by"][claim] for claim in proven)),
        )
        for quote, proven in shown.items()
    ]
    marks = [
        [] if marks == known.marks(statement, sentences[quote]) else [0, *marks]
        for marks, quote, statement in zip(claims["marks"], claims["quote"], known.statement_of, strict=True)
    ]
    reasons = []
    for at, found in enumerate(texts["statements"]["reasons"]):
        names = known.in_reasons([at])
        reasons.append([fold(texts["reasons"][reason], names) for reason in found])
    stays = zip(tenures["person"], tenures["organization"], tenures["statements"], tenures["roles"], strict=True)
    bounds = []
    for (person, place, ground, roles), found in zip(stays, texts["tenures"]["reasons"], strict=True):
        names = known.in_reasons(ground, known.labels[place], known.labels[person], *[*roles, "", ""][:2])
        bounds += [fold(texts["reasons"][reason], names) for reason in found]
    counts, flat_reasons = rows(reasons)
    lengths, flat_marks = rows(marks)
    return {
        "quote": numbers(back),
        "quotes": strings(quotes),
        "marks": [lengths, numbers(flat_marks)],
        "rule": [texts["rules"], numbers(claims["rule"])],
        "by": table(claims["by"]),
        "confidence": signed(
            confidence - core["statements"]["confidence"][statement]
            for confidence, statement in zip(claims["confidence"], known.statement_of, strict=True)
        ),
        "reasons": [counts, *table(flat_reasons)],
        "bounds": table(bounds),
        "conflicts": texts["conflicts"],
    }


class _Spans:
    """Pairs of days, first and last, by number, the most frequent first."""

    def __init__(self, core: Columns) -> None:
        self.times = _times(core)
        found: Counter[Pair] = Counter()
        for time in (*core["tenures"]["time"], *(time for times in self.times if times for time in times)):
            found.update(_pairs(time))
        self.pairs = sorted(
            found, key=lambda pair: (-found[pair] if found[pair] > 1 else 0, pair[0] or 0, pair[1] or 0)
        )
        self.number = {pair: at for at, pair in enumerate(self.pairs)}

    def columns(self) -> list[str]:
        """Return the first days, and how much later the last ones are."""
        first = [day for day, _ in self.pairs if day is not None]
        later = [last - (day or 0) for day, last in self.pairs if last is not None]
        known = [(day is not None) + 2 * (last is not None) for day, last in self.pairs]
        return [numbers(known), steps(first), signed(later)]


def _pairs(time: Sequence[int | None]) -> list[Pair]:
    return [(time[at], time[at + 1]) for at in range(0, len(time), 2)]


def _times(core: Columns) -> list[list[list[int | None]] | None]:
    """Return the times of each statement, None where they are those of the stays that rest on it."""
    statements, tenures = core["statements"], core["tenures"]
    stays: list[list[list[int | None]]] = [[] for _ in statements["object"]]
    for place, time, ground in zip(tenures["organization"], tenures["time"], tenures["statements"], strict=True):
        for at in ground:
            relation = core["relations"][statements["relation"][at]]
            held = time if relation["lasts"] else time[2:] if relation["id"] == "left" else time[:2]
            if place == statements["object"][at] and any(day is not None for day in held):
                stays[at].append(held)
    return [None if times == stay else times for times, stay in zip(statements["times"], stays, strict=True)]


def _entities(entities: Columns) -> dict[str, Any]:
    keys, labels, types = entities["id"], entities["label"], entities["type"]
    folders = Counter((kind, f"{key.partition('/')[0]}/") for kind, key in zip(types, keys, strict=True))
    usual = {kind: folder for (kind, folder), _ in reversed(folders.most_common())}
    spelled = [usual[kind] + spelt(label) for kind, label in zip(types, labels, strict=True)]
    aliases, flat_aliases = rows(entities["aliases"])
    wikidata, flat_wikidata = rows(entities["wikidata"])
    return {
        "folders": [usual[kind] for kind in sorted(usual)],
        "id": exceptions(keys, spelled),
        "label": strings(labels),
        "type": numbers(types),
        "parent": numbers(parent + 1 for parent in entities["parent"]),
        "aliases": [aliases, strings(flat_aliases)],
        "wikidata": [wikidata, strings(flat_wikidata)],
        "x": signed(entities["x"]),
        "y": signed(entities["y"]),
    }


def _documents(documents: Columns) -> dict[str, Any]:
    out: list[int | None] = documents["out"]
    return {
        "id": strings(documents["id"]),
        "name": strings(documents["name"]),
        "publisher": table(documents["publisher"]),
        "published": exceptions(documents["published"], map(_iso, out)),
        "out": [numbers(int(day is None) for day in out), steps(day for day in out if day is not None)],
        "url": strings(documents["url"]),
        "language": table(documents["language"]),
    }


def _iso(day: int | None) -> str:
    return "" if day is None else (datetime.date(1970, 1, 1) + datetime.timedelta(day)).isoformat()


def _statements(core: Columns, spans: _Spans) -> dict[str, Any]:
    statements = core["statements"]
    origins, flat_origins = rows(statements["origins"])
    counts, flat = rows(statements["qualifiers"])
    triples = [triple for triple, _ in Counter(map(tuple, flat)).most_common()]
    place = {triple: at for at, triple in enumerate(triples)}
    return {
        "subject": steps(statements["subject"]),
        **{
            name: numbers(statements[name])
            for name in ("relation", "object", "modality", "status", "confidence", "sources")
        },
        "origins": [origins, numbers(flat_origins)],
        "qualifiers": [counts, numbers(place[tuple(triple)] for triple in flat)],
        "details": [numbers(triple[at] for triple in triples) for at in range(3)],
        "words": strings(statements["words"]),
        "times": [
            numbers(0 if times is None else 1 + len(times) for times in spans.times),
            numbers(spans.number[pair] for times in spans.times if times for time in times for pair in _pairs(time)),
        ],
    }


def _tenures(core: Columns, spans: _Spans) -> dict[str, Any]:
    tenures, objects = core["tenures"], core["statements"]["object"]
    roles, flat_roles = rows(tenures["roles"])
    counts, flat = rows(tenures["statements"])
    there = zip(tenures["organization"], tenures["statements"], strict=True)
    return {
        "person": steps(tenures["person"]),
        "organization": numbers(
            0 if ground and objects[ground[0]] == organization else organization + 1 for organization, ground in there
        ),
        "time": numbers(spans.number[pair] for time in tenures["time"] for pair in _pairs(time)),
        "current": numbers(tenures["current"]),
        "roles": [roles, *table(flat_roles)],
        "statements": [counts, steps(flat)],
    }
