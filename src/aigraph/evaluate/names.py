"""When two spellings are one name, for the scorer alone.

The scorer folds names by itself, not with the gazetteer's key, so that a fault of that key shows in the scores.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_APOSTROPHES = re.compile("['’‘ʼ`´]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NOT_WORD = re.compile(r"[^\w+#]+|_")
_ARTICLE = re.compile(r"^(?:l'|d'|the\s|le\s|la\s|les\s)\s*")
# NFKD leaves these letters whole, though readers and typists take them for the plain ones.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "œ": "oe", "æ": "ae"})
_LEGAL = re.compile("inc|incorporated|corp|corporation|ltd|limited|llc|plc|gmbh|ag|sa|sas|sarl|nv|bv|ab")


@cache
def normal(name: str) -> str:
    """Return the name without case, accents, apostrophes, punctuation, a leading article and a legal form.

    >>> normal("L’Institut d'Optique"), normal("OpenAI, Inc."), normal("Karén Simonyan")
    ('institut doptique', 'openai', 'karen simonyan')
    >>> normal("GPT-4o mini") == normal("gpt-4o-mini"), normal("o3") == normal("o3-mini")
    (True, False)
    """
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    text = _APOSTROPHES.sub("'", text.translate(_LETTERS)).strip()
    text = _ARTICLE.sub("", text).replace("'", "")
    text = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), text)
    words = _NOT_WORD.sub(" ", text).split()
    while len(words) > 1 and _LEGAL.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)
