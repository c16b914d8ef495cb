"""Posts that one person holds at a time."""

from __future__ import annotations

import re
from functools import cache

from aigraph.gazetteer import fold
from aigraph.language import language, languages


def is_exclusive(role: str) -> bool:
    """Tell whether a role is the first post of a company, alone or joined to others.

    >>> is_exclusive("CEO"), is_exclusive("patron et cofondateur"), is_exclusive("deputy CEO")
    (True, True, False)
    """
    return _exclusive().fullmatch(fold(role)) is not None


@cache
def _exclusive() -> re.Pattern[str]:
    posts = sorted({re.escape(fold(post)) for code in languages() for post in language(code).sets["exclusive"]})
    ands = "|".join(sorted(word for code in languages() for word in language(code).grammar.conjunctions))
    return re.compile(rf"(?:.* (?:{ands}) )?(?:{'|'.join(posts)})(?: (?:{ands}) .*)?")
