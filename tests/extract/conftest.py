"""Sentences with their names marked, so that what the rules make of them depends on no recogniser."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from aigraph.annotate import annotate_marked
from aigraph.extract import read_by_rules
from aigraph.model import Claim, Document, Mention

_MARK = re.compile(r"\[(Person|Organization|Model|System) ([^\]]+)\]")

Read = Callable[[str, str], Sequence[Claim]]


def read(text: str, code: str) -> Sequence[Claim]:
    """Return what the rules read in a text like "[Person Jan Leike] left [Organization OpenAI]."."""
    plain, mentions, position = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        mentions.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        position = match.end()
    plain += text[position:]
    found = [Mention.at(plain, *mention) for mention in mentions]
    return read_by_rules(annotate_marked(Document(plain, language=code, published="2025-07-15"), found))[0]


@pytest.fixture(scope="session", name="read")
def _read() -> Read:
    return read
