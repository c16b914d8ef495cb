"""Values as FollowTheMoney takes them: what its own cleaning would drop does not come so far."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

from aigraph.model import content_id

Properties: TypeAlias = dict[str, tuple[str, ...]]

# followthemoney.types: the length of names, strings, texts and addresses. Nothing but a name is that long.
NAME, STRING, TEXT, URL = 384, 1024, 65000, 4096

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]{0,148}[0-9a-zA-Z])?")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_ADDRESS = re.compile(rf"https?://(?:{_LABEL}\.)+[^\W\d_]{{2,63}}(?::\d{{1,4}})?(?:[/?#]\S*)?", re.IGNORECASE)
_DATE = re.compile(r"[12]\d{3}(?:-\d{2}){0,2}")
_LANGUAGES = {"en": "eng", "fr": "fra"}


def entity_id(kind: str, id: str) -> str:
    """Return the id of an entity: letters, digits, dots and hyphens, at most 200; unlike those of other datasets.

    >>> entity_id("person", "yann-lecun"), entity_id("person", "é")
    ('aig-person-yann-lecun', 'aig-person-3eae9d57bd79c2fa')
    """
    return f"aig-{kind}-{id if _ID.fullmatch(id) else content_id(id)}"


def fit(texts: Iterable[str | None], most: int = STRING) -> tuple[str, ...]:
    """Return the texts in which anything can be seen, without repeats, none longer than `most` characters."""
    cut = (text if len(text) <= most else f"{text[: most - 1]}…" for text in texts if text and _seen(text))
    return tuple(dict.fromkeys(cut))


def addresses(urls: Iterable[str | None]) -> tuple[str, ...]:
    """Return the addresses of the web among some texts."""
    return tuple(dict.fromkeys(url for url in urls if url and len(url) < URL and _ADDRESS.fullmatch(url)))


def dates(*values: str | None) -> tuple[str, ...]:
    """Return the ISO days, months and years among some texts.

    >>> dates("2024-08", "2024-08-05T10:00:00Z", "0999", None)
    ('2024-08', '2024-08-05')
    """
    return tuple(dict.fromkeys(v[:10] for v in values if v and _DATE.fullmatch(v[:10]) and _is_day(v[:10])))


def within(earliest: str, latest: str) -> tuple[str, ...]:
    """Return the year, month or day that two days share, as FollowTheMoney writes a date that is not exact.

    >>> within("2024-08-01", "2024-08-31"), within("2024-09-01", "2024-12-31"), within("2024-12-31", "2025-01-01")
    (('2024-08',), ('2024',), ())
    """
    if not (earliest and latest):
        return ()
    same = next((earliest[:length] for length in (10, 7, 4) if earliest[:length] == latest[:length]), None)
    return dates(same)


def language(code: str) -> tuple[str, ...]:
    """Return the three letters of a language."""
    return (_LANGUAGES[code],) if code in _LANGUAGES else ()


def _seen(text: str) -> bool:
    return any(unicodedata.category(character)[0] not in "CZ" and character not in "'\"" for character in text)


def _is_day(value: str) -> bool:
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True
