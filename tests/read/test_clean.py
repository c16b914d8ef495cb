from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigraph.read.clean import MAX_MARKS, clean

ANY_TEXT = st.text(
    st.characters(codec=None) | st.sampled_from("\r\n\t\0\x85\ufeff\u0301\u0344\u0f73\ud800\ufffe\u200d")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e\u0301te\u0301", "été"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffa\tb", "a\tb"),
        ("a\0b\x1b[31m\x7f\x85\x9f", "ab[31m"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufdd0\ufffe\U0010ffffb", "ab"),
        ("e\0\u0301", "é"),
        ("\r\0\n", "\n"),
    ],
)
def test_what_no_text_holds_is_dropped(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "« l’IA »",
        "10\u202f%\xa0!",
        "“so” – it… went—on",
        "می\u200cخواهم",
        "👩\u200d💻",
        "a\u202eb\u2066c",
        "\u2028",
        "ﬁn Ａ ½",
    ],
)
def test_what_an_author_wrote_is_kept(text: str) -> None:
    assert clean(text) == text


@settings(max_examples=500)
@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in once)
    once.encode("utf-8")


@settings(max_examples=200)
@given(st.lists(st.sampled_from("a\u0301\u0323\u0344\u0f73é\u1100\u1161 "), max_size=150).map("".join))
def test_heaps_of_marks_are_cut_once_and_for_all(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_no_mark_can_hide_from_the_cut() -> None:
    for code in range(0x110000):
        if unicodedata.category(chr(code)).startswith("M") or unicodedata.combining(chr(code)):
            assert unicodedata.category(chr(code)).startswith("M")
            assert code >= 0x300
            assert not chr(code).isalnum()


def test_a_million_marks_take_no_time() -> None:
    start = time.process_time()
    assert len(clean("a" + "\u0301\u0323" * 500_000)) <= 1 + MAX_MARKS
    assert time.process_time() - start < 5
