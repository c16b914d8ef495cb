"""The gates that text leaves by: screen, spreadsheet, XML, script. HTML leaves by Jinja's autoescape, RDF by terms."""

from __future__ import annotations

import json
import re
import unicodedata

_UNSAFE_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
# Bidirectional controls can make a terminal or a page show one name and mean another.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def tty(text: str) -> str:
    r"""Return `text` with everything that could steer a terminal shown as an escape.

    >>> tty("Ren\x1b[31m")
    'Ren\\x1b[31m'
    """
    return "".join(
        c if c == "\n" or (c not in _BIDI and unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp")) else _visible(c)
        for c in text
    )


def _visible(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def csv_cell(text: str) -> str:
    """Return `text` as a spreadsheet cell that no spreadsheet runs as a formula; a bare number stays bare.

    >>> csv_cell("=cmd()"), csv_cell("-2.5")
    ("'=cmd()", '-2.5')
    """
    return "'" + text if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def xml(text: str) -> str:
    """Return `text` without the characters that XML 1.0 cannot hold; the writer escapes the rest."""
    return _UNSAFE_XML.sub("\ufffd", text)


def json_in_script(value: object) -> str:
    r"""Return JSON that can stand inside a script element of a page: no `<`, `>`, `&` or line separators.

    >>> json_in_script("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def slug(text: str) -> str:
    """Return the readable, safe end of an IRI for a name: ASCII letters, digits, dots and hyphens; may be empty.

    >>> slug("Shengjia Zhao"), slug("GPT-4.1"), slug("L'Oréal S.A."), slug("<script>")
    ('shengjia-zhao', 'gpt-4.1', 'l-oreal-s.a', 'script')
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(c for c in folded if not unicodedata.combining(c)).replace("œ", "oe").replace("æ", "ae")
    return re.sub(r"[^a-z0-9.]+", "-", ascii_only).strip("-.")
