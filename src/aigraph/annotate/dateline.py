"""Where and when an article was written, and by which agency: what stands before its first word is no sentence."""

from __future__ import annotations

import re

from aigraph.model import Span

_DATE = r"(?:\d{1,2}(?:er)?\s[^\W\d_]{3,}\.?|[A-Z][a-z]{2,}\.?\s\d{1,2})(?:,?\s\d{4})?"
_AGENCY = r"\([^()\n]{2,40}\)"
_PLACE = r"[A-ZÀ-Þ][\w.'’/ -]{1,40}"
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{1,40}"
_DASH = r"\s*[-–—]\s+"
_DATELINE = re.compile(
    rf"(?:{_PLACE},\s)?{_DATE}(?:\s{_AGENCY})?{_DASH}"
    rf"|{_CITY}\s{_AGENCY}{_DASH}"
    rf"|{_AGENCY}(?:{_DASH}|\s(?=[A-ZÀ-Þ]))"
)


def behind_dateline(text: str, span: Span) -> Span:
    """Return a paragraph without its dateline; the whole of it when it has none.

    >>> [behind_dateline(text, Span(0, len(text))).of(text) for text in (
    ...     "PARIS, 17 nov. 2023 (AFP) - Kyutai a été fondé.", "(Reuters) - Google rehires Noam Shazeer.",
    ...     "Meta (2013 - 2023) - the years of FAIR.", "Alexandr Wang (Scale AI) - the new head.")]
    ['Kyutai a été fondé.', 'Google rehires Noam Shazeer.', 'Meta (2013 - 2023) - the years of FAIR.', \
'Alexandr Wang (Scale AI) - the new head.']
    """
    found = _DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found and found.end() < span.end else span
