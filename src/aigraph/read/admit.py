"""The door between drafts and documents: text is repaired and cleaned here, fields are checked here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

from aigraph.model import Document, Form
from aigraph.read.clean import clean
from aigraph.read.decode import Unreadable, repair
from aigraph.read.language import language_of
from aigraph.read.published import iso_date
from aigraph.read.source import Draft, Source

MAX_FIELD_CHARS = 1000
"""The longest title, name or address that is kept."""

_HOST = re.compile(r"[\w.\-:@\[\]%]+")
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def admit(draft: Draft, *, source: Source, languages: Sequence[str]) -> Document:
    """Return the document of `draft`; raises Unreadable when it has no text, or none in `languages`.

    Faulty fields are noted and left out.
    """

    def note(what: str) -> None:
        source.note(what, line=draft.line)

    def field(name: str, value: str | None) -> str | None:
        line = " ".join(clean(repair(value)[0]).split()) if value else ""
        check, wanted = _CHECKS.get(name, _WORDS)
        checked = check(line) if len(line) <= MAX_FIELD_CHARS else None
        if line and checked is None:
            note(f"{name} {line[:60]!r} was left out: it is not {wanted}")
        return checked or None

    text, repaired = repair(draft.text)
    if repaired:
        note(f"text decoded wrongly (as in Ã©) was repaired in {repaired} line{'s' * (repaired > 1)}")
    text = clean(text)
    if not any(map(str.isalnum, text)):
        raise Unreadable("there is no text in it; remove it or write an article in it")
    language = language_of(text, declared=draft.language, markup=draft.markup_language, languages=languages)
    # Tables of facts are not read as prose: what they quote may be in any language.
    if draft.form is Form.ARTICLE and language not in languages:
        raise Unreadable(f"language {clean(language)!r} is not read yet ({', '.join(languages)})")
    return Document(
        text=text,
        path=source.place(draft.line),
        title=field("title", draft.title),
        url=field("url", draft.url),
        publisher=field("publisher", draft.publisher),
        author=field("author", draft.author),
        published=field("published", draft.published),
        language=language,
        form=draft.form,
    )


def _words(value: str) -> str:
    return value


def web_address(value: str) -> str | None:
    """Return an http or https address with everything but its own signs percent-encoded; None for anything else."""
    try:
        scheme, host, path, query, fragment = urlsplit(value)
    except ValueError:
        return None
    if scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    rest = (_BARE_PERCENT.sub("%25", quote(part, safe="%/:=&?~+!$,;'@()*")) for part in (path, query, fragment))
    return urlunsplit((scheme, host, *rest))


_Check: TypeAlias = tuple[Callable[[str], str | None], str]
_WORDS: _Check = (_words, f"a line of at most {MAX_FIELD_CHARS} characters")
_CHECKS: dict[str, _Check] = {
    "url": (web_address, "an http or https address"),
    "published": (iso_date, "a date such as 2025, 2025-06 or 2025-06-30"),
}
