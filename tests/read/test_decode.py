from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigraph.read.decode import MAX_REPAIR_CHARS, Unreadable, decode, repair

TEXT = "Été 2024 : l’équipe « pose » ses valises à Zürich."


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode("utf-8"), None),
        (TEXT.encode("utf-8-sig"), "iso-8859-1"),
        (TEXT.encode("utf-16"), None),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None),
        (TEXT.encode("utf-32"), None),
        (TEXT.encode("cp1252"), "ISO-8859-1"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("utf-8"), "unicode_escape"),
        (TEXT.encode("utf-8"), "no-such-charset"),
    ],
)
def test_a_declared_or_plain_encoding_needs_no_remark(data: bytes, charset: str | None) -> None:
    assert decode(data, charset=charset) == (TEXT, None)


@pytest.mark.parametrize("charset", [None, "utf-8"])
def test_a_guessed_encoding_is_said(charset: str | None) -> None:
    text, remark = decode(TEXT.encode("cp1252"), charset=charset)
    assert text == TEXT
    assert remark
    assert "Windows-1252" in remark


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_few_broken_bytes_do_not_undo_utf8(encoding: str) -> None:
    text, remark = decode(TEXT.encode(encoding) + b"\xe2\x80")
    assert text == TEXT + "\ufffd"
    assert remark
    assert "broken UTF-8" in remark


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0", b"a\0b", bytes(range(256)), b"\x01\x02\x03" * 9, codecs.BOM_UTF16_LE + b"a"]
)
def test_binary_data_is_not_text(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not text"):
        decode(data)


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin1", "utf-7", ""]))
def test_any_bytes_are_text_or_unreadable(data: bytes, charset: str | None) -> None:
    try:
        text, _ = decode(data, charset=charset)
    except Unreadable:
        return
    assert isinstance(text, str)


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("La start-up franÃ§aise parie sur lâ€™IA", "La start-up française parie sur l’IA"),
        ("Â« Ã€ Paris Â», dit-elle", "« À Paris », dit-elle"),
        ("l\x92IA, \x93dit-on\x94", "l’IA, “dit-on”"),
        ("sain\r\nfranÃ§ais\r\n", "sain\r\nfrançais\r\n"),
    ],
)
def test_mojibake_is_repaired(broken: str, sound: str) -> None:
    assert repair(broken) == (sound, 1)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "« l’IA »\xa0: 10\u202f% – “oui” … Ａ ﬁn",
        "SÃO PAULO, À L’ÉCOLE «À»",
        "Tom &amp; Jerry &lt;b&gt;",
        "plain",
        "bro\ufffdken",
    ],
)
def test_sound_text_is_never_touched(text: str) -> None:
    assert repair(text) == (text, 0)


def test_repair_has_a_budget() -> None:
    line = "franÃ§aise " * 1000
    lines = MAX_REPAIR_CHARS // len(line)
    text, changed = repair("\n".join([line] * (lines + 5)))
    assert changed == lines
    assert text.endswith("Ã§aise ")
