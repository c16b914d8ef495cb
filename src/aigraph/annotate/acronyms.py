"""Find the acronyms that an article introduces in brackets: "Society of Zorbal Studies (SZS)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aigraph.annotate.typography import SPACES
from aigraph.model import Mention, Span

_BRACKET = re.compile(rf"[{SPACES}]?\([\"“'‘]?([A-Z][A-Za-z&]{{1,8}})[\"”'’]?\)")
# So many letters of an acronym must be capitals.
_CAPITALS = 2


def acronyms(text: str, organizations: Iterable[Mention]) -> Iterator[Mention]:
    """Yield all the places of the acronyms that stand in brackets behind organisations, as mentions of these."""
    seen: set[str] = set()
    for organization in organizations:
        match = _BRACKET.match(text, organization.span.end)
        if match is None or match[1] in seen or not _abbreviates(match[1], organization.text):
            continue
        seen.add(match[1])
        for place in re.finditer(rf"(?<![\w&-]){re.escape(match[1])}(?![\w&])", text):
            yield Mention(Span(*place.span()), match[1], "Organization", organization.name, organization.name_span)


def _abbreviates(acronym: str, name: str) -> bool:
    """Tell whether the capitals of an acronym are initials of a name, in their order.

    >>> _abbreviates("SZS", "Society of Zorbal Studies"), _abbreviates("UofA", "University of Alabama")
    (True, True)
    >>> _abbreviates("NYSE", "Society of Zorbal Studies")
    False
    """
    capitals = [letter for letter in acronym if letter.isupper()]
    initials = iter(word[0].upper() for word in re.split(rf"[{SPACES}-]", name) if word)
    return len(capitals) >= _CAPITALS and all(letter in initials for letter in capitals)
