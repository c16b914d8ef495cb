from __future__ import annotations

import json
import re
import unicodedata
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigraph.escape import csv_cell, csv_text, json_in_script, slug, tty, xml

ANY_TEXT = st.text(alphabet=st.characters())
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Noam Shazeer", "Noam Shazeer"),
        ("Timothée Lacroix, œuvre, 李飞飞 🧠", "Timothée Lacroix, œuvre, 李飞飞 🧠"),
        ("two\nlines", "two\nlines"),
        ("Ren\x1b[31m", "Ren\\x1b[31m"),
        ("back\rover", "back\\rover"),
        ("a\tb", "a\\tb"),
        ("\x1b]8;;https://evil.example\x07link", "\\x1b]8;;https://evil.example\\x07link"),
        ("Altman\u202egnp.exe", "Altman\\u202egnp.exe"),
        ("a\u2066b\u2069c", "a\\u2066b\\u2069c"),
        ("a\u2028b", "a\\u2028b"),
        ("\ud800", "\\ud800"),
        ("\x9b31m", "\\x9b31m"),
    ],
)
def test_nothing_steers_a_terminal(text: str, shown: str) -> None:
    assert tty(text) == shown


@given(ANY_TEXT)
def test_what_a_terminal_gets_is_printable_whatever_the_text(text: str) -> None:
    shown = tty(text)
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown)
    assert tty(shown) == shown


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+1 more", "'+1 more"),
        ("-2 of them", "'-2 of them"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("\0=1", "'\0=1"),
        ("-2.5", "-2.5"),
        ("+33", "+33"),
        ("1=2", "1=2"),
        ("Anthropic", "Anthropic"),
        ("", ""),
        ("-2.5=1", "'-2.5=1"),
        ("+1\n", "'+1\n"),
        ("-٣", "'-٣"),
        ("\n", "'\n"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("﹦1", "'﹦1"),
        (" =1", "' =1"),
        ("\u202e=1", "'\u202e=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ('"=1', "'\"=1"),
        ("'=1", "''=1"),
        ("''-2", "'''-2"),
        ("'quoted'", "'quoted'"),
        ("said;=1;-2", "said;'=1;'-2"),
        ("one\n=1\r\n@two", "one\n'=1\r\n'@two"),
        ("one\t+two", "one\t'+two"),
        ("a; b - c", "a; b - c"),
        ("\x80=1;\ue000=1;\U000e0001+1", "'\x80=1;'\ue000=1;'\U000e0001+1"),
    ],
)
def test_no_cell_is_a_formula_and_a_number_stays_a_number(text: str, cell: str) -> None:
    assert csv_cell(text) == cell


NEAR_FORMULAS = st.text(alphabet=st.sampled_from("=+-@＝－﹦'\";,\t\r\n\0 \u202e\ufeff12.a"))


@given(ANY_TEXT | NEAR_FORMULAS)
def test_a_cell_gives_back_its_text(text: str) -> None:
    assert csv_text(csv_cell(text)) == text


@given(ANY_TEXT | NEAR_FORMULAS)
def test_no_piece_of_a_cell_starts_a_formula(text: str) -> None:
    cell = csv_cell(text)
    assert not cell.startswith(("=", "@", "\t", "\r", "\n", "\0"))
    assert not cell.startswith(("+", "-")) or (float(cell) is not None and cell.isascii())
    for piece in re.split("[;\t\r\n]", cell):
        seen = "".join(c for c in piece if c.isprintable() and c not in ' "')
        assert seen == cell or unicodedata.normalize("NFKC", seen)[:1] not in ("=", "+", "-", "@")


def test_a_cell_of_nothing_but_what_is_passed_over_takes_no_time() -> None:
    for text in ("'" * 1_000_000, "\n" * 1_000_000, ("'" * 500 + "\n") * 2_000, " \ufeff" * 500_000):
        assert csv_text(csv_cell(text)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x00b", "a\ufffdb"),
        ("\x1b[31m", "\ufffd[31m"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\ud800", "\ufffd"),
        ("tab\tline\n", "tab\tline\n"),
        ("🧠 é <&>", "🧠 é <&>"),
    ],
)
def test_xml_never_gets_a_character_that_it_cannot_hold(text: str, written: str) -> None:
    assert xml(text) == written


@given(ANY_TEXT)
def test_an_xml_parser_reads_back_what_was_written(text: str) -> None:
    element = ET.Element("name", {"label": xml(text)})
    assert ET.fromstring(ET.tostring(element, encoding="utf-8")).get("label") == xml(text)


@pytest.mark.parametrize("payload", ["</script><script>alert(1)</script>", "<!--", "]]>", "&lt;", "\u2028", "\u2029"])
def test_nothing_ends_the_script_that_holds_the_data(payload: str) -> None:
    written = json_in_script({"name": payload})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"name": payload}


@given(JSON)
def test_data_in_a_script_comes_back_the_same(value: Any) -> None:
    written = json_in_script(value)
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029")


def test_data_in_a_script_does_not_depend_on_the_order_of_keys() -> None:
    assert json_in_script({"b": 1, "a": 2}) == json_in_script({"a": 2, "b": 1}) == '{"a":2,"b":1}'


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("Shengjia Zhao", "shengjia-zhao"),
        ("GPT-4.1", "gpt-4.1"),
        ("Timothée Lacroix", "timothee-lacroix"),
        ("Jean-Baptiste O’Neil", "jean-baptiste-o-neil"),
        ("Cœur Æther", "coeur-aether"),
        ("ＯｐｅｎＡＩ", "openai"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("李飞飞", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_the_end_of_an_iri_is_readable_and_safe(name: str, end: str) -> None:
    assert slug(name) == end


@given(ANY_TEXT)
def test_the_end_of_an_iri_is_made_of_letters_digits_dots_and_hyphens(name: str) -> None:
    end = slug(name)
    assert re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)?", end)
    assert slug(end) == end
