"""The gates that text leaves by: screen, spreadsheet, XML, script. HTML leaves by Jinja's autoescape, RDF by terms."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from functools import cache
from itertools import groupby

_UNSAFE_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_NOT_PLAIN_XML = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
# What starts a formula, also as the wide and the small forms that an input method gives, and what spreadsheets pass
# over before it. Where a comma separates nothing (a French Excel), a cell is cut at semicolons, tabs and ends of line:
# what follows them may start a formula, too.
_STARTS = "=+\\-@＝＋－＠﹦﹢﹣﹫"
_SEPARATORS = frozenset("\t\r\n")
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

    A `'` goes before each place that could start one, whether some stand there already or not: `csv_text` undoes it.

    >>> csv_cell("=cmd()"), csv_cell("'=cmd()"), csv_cell("a;=cmd()"), csv_cell("-2.5")
    ("'=cmd()", "''=cmd()", "a;'=cmd()", '-2.5')
    """
    return text if _NUMBER.fullmatch(text) else _guards("").sub("'", text)


def csv_text(cell: str) -> str:
    """Return the text of a cell that `csv_cell` wrote: the same, whatever the text.

    >>> csv_text("'=cmd()"), csv_text("'quoted'"), csv_text("-2.5")
    ('=cmd()', "'quoted'", '-2.5')
    """
    return _guards("'").sub("", cell)


@cache
def _guards(guard: str) -> re.Pattern[str]:
    """Return the pattern of the places that could start a formula, each with a guard before it."""
    formula = rf"(?=[{_passed_over()}]*+[{_STARTS}])"
    return re.compile(rf"(?:(?<=[;\t\r\n])|^){guard}{formula}|^{guard}(?='*[\t\r\n\0])")


@cache
def _passed_over() -> str:
    """Return, as ranges of a character class, quotes, spaces, and every character that nobody sees."""
    unseen = (i for i in range(sys.maxunicode + 1) if not chr(i).isprintable() and chr(i) not in _SEPARATORS)
    # Neighbours have the same distance from their place in the row.
    rows = ([i for _, i in row] for _, row in groupby(enumerate(unseen), key=lambda pair: pair[1] - pair[0]))
    return " \"'" + "".join(f"\\U{row[0]:08x}-\\U{row[-1]:08x}" for row in rows)


def xml(text: str) -> str:
    """Return `text` without the characters that XML 1.0 cannot hold; the writer escapes the rest."""
    return _UNSAFE_XML.sub("\ufffd", text)


def xml_text(text: str) -> str:
    r"""Return `text` as it can stand in XML 1.0, between tags and between quotes, where lines stay lines.

    >>> xml_text('<b title="a & b">'), xml_text("\0\n")
    ('&lt;b title=&quot;a &amp; b&quot;&gt;', '\ufffd&#10;')
    """
    return _NOT_PLAIN_XML.sub(lambda found: _MARKUP.get(found[0], "\ufffd"), text)


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
