"""Which documents are one source: wire copies, reprints, shortened articles, and what tables note of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rensa import RMinHash

from aigraph.fuse.article import Article
from aigraph.fuse.groups import Groups
from aigraph.model import Document, Form, content_id

_WORD = re.compile(r"\w+")
_SCHEME = re.compile(r"https?://(www\.)?", re.IGNORECASE)

# Shorter texts say too little to be told from others that say the same of someone else: all their words must agree.
_SHORTEST_WORDS = 30
_SHINGLE_WORDS = 3
# Half of the shingles in common is what is left when each tenth word is changed.
_COMMON = 0.5
_CONTAINED = 0.8

# With 4 rows a band, 24 bands find 93 of 100 pairs that have half of their shingles in common, 99.8 of those with 0.7.
_ROWS = 4
_BANDS = 16
# A shortened copy shares little of the whole, but all of its opening.
_OPENING_WORDS = 100
_OPENING_BANDS = 8
_SEED = 1


def bands(text: str) -> tuple[str, ...]:
    """Return the keys of a text: near-copies share at least one, with high probability; other texts hardly ever."""
    words = _words(text)
    if len(words) < _SHORTEST_WORDS:
        return (content_id("text", *words),)
    return (*_sketch("whole", words, _BANDS), *_sketch("opening", words[:_OPENING_WORDS], _OPENING_BANDS))


def are_copies(one_text: str, other_text: str) -> bool:
    """Tell whether two texts are one but for small changes, or one a shortened copy of the other."""
    one, other = _content(one_text), _content(other_text)
    if min(one[0], other[0]) < _SHORTEST_WORDS:
        return _words(one_text) == _words(other_text)
    common = len(one[1] & other[1])
    smaller = min(len(one[1]), len(other[1]))
    return common >= _CONTAINED * smaller or common >= _COMMON * (len(one[1]) + len(other[1]) - common)


def source_keys(document: Document) -> tuple[str, ...]:
    """Return the keys of a document: two of one source share at least one, with high probability."""
    address = (content_id("url", _address(document.url)),) if document.url else ()
    return address if document.form is Form.TABLE else (*bands(document.text), *address)


def are_one_source(one: Document, other: Document) -> bool:
    """Tell whether two documents repeat one text; a table of facts is one with whatever is at its address."""
    if Form.TABLE in (one.form, other.form):
        return bool(one.url and other.url) and _address(one.url or "") == _address(other.url or "")
    return are_copies(one.text, other.text)


def sources(documents: Iterable[Document]) -> dict[str, str]:
    """Return, by document, the id of the first published one that it is one source with; mostly its own.

    They are joined in chains, so that what is joined depends on nothing but these documents. Of those published on one
    day, the one with the least id counts as the first; a table of facts comes after the articles.
    """
    found: dict[str, Document] = {}
    for document in documents:
        found[document.id] = min(document, found.get(document.id, document), key=_age)
    groups = Groups()
    near: dict[str, dict[str, list[str]]] = {}
    for one in sorted(found):
        for band in source_keys(found[one]):
            # By band, what has been seen, group by group: one copy in a group is enough to join it.
            seen = near.setdefault(band, {})
            for group in [group for group in seen if groups.of(group) != group]:
                seen.setdefault(groups.of(group), []).extend(seen.pop(group))
            for group, members in seen.items():
                if group != groups.of(one) and any(are_one_source(found[member], found[one]) for member in members):
                    groups.join(one, group)
            seen.setdefault(groups.of(one), []).append(one)
    first: dict[str, str] = {}
    for document in sorted(found.values(), key=_age):
        first.setdefault(groups.of(document.id), document.id)
    return {one: first[groups.of(one)] for one in found}


def _age(document: Document) -> tuple[bool, bool, str, str]:
    article = Article.of(document)
    return document.form is Form.TABLE, not article.earliest, article.earliest, article.id


def _address(url: str) -> str:
    """Return a web address as it is compared: people copy one with and without the marks of where they found it."""
    rest = _SCHEME.sub("", url).partition("#")[0]
    path, _, query = rest.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("utm_")]
    return "?".join(filter(None, (path.rstrip("/"), "&".join(kept))))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1))


@lru_cache(maxsize=256)
def _content(text: str) -> tuple[int, frozenset[str]]:
    words = _words(text)
    return len(words), frozenset(_shingles(words))


def _sketch(name: str, words: Sequence[str], count: int) -> Iterator[str]:
    minhash = RMinHash(num_perm=count * _ROWS, seed=_SEED)
    minhash.update(list(_shingles(words)))
    rows = [str(value) for value in minhash.digest()]
    for band in range(count):
        yield content_id(name, str(band), *rows[band * _ROWS : (band + 1) * _ROWS])
