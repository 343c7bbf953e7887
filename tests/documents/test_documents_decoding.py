"""Bytes become text without anything being replaced or dropped in silence."""

import codecs

import pytest

from timeline_app.documents import read_bytes
from timeline_app.errors import UnreadableFile

SENTENCE = "On 5 January 2024 shelling was reported in München – “no” … €5m."


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32"),
        ("utf-16-le", b"", "utf-16-le"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_text_is_read_in_its_encoding_and_the_mark_is_consumed(encoding, mark, named):
    (document,) = read_bytes(mark + SENTENCE.encode(encoding), "a.txt")
    assert document.text == SENTENCE
    assert document.encoding == named


def test_a_guessed_encoding_is_named_in_a_problem():
    (document,) = read_bytes(SENTENCE.encode("cp1252"), "a.txt")
    assert "Windows-1252" in str(document.problems[0])


def test_cyrillic_in_a_legacy_encoding_is_recognised():
    text = "Сирийская армия сообщила о начале наступления в провинции Хомс, говорится в заявлении. " * 3
    (document,) = read_bytes(text.encode("cp1251"), "a.txt")
    assert document.text == text


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\nd", "no\u00a0break\u202fspaces", "NUL \x00 and \x1b[2J stay\x07 here", "\u0661\u0662 آب"]
)
def test_the_text_is_kept_as_it_is(text):
    assert read_bytes(text.encode(), "a.txt")[0].text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        ("\ufeff \u200b\u00a0\r\n\t".encode(), "white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        (bytes(range(256)) * 8, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (codecs.BOM_UTF16_LE + b"a", "breaks at byte"),
        (b"x" * (20 * 1024 * 1024 + 1), "20"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line_that_names_the_file(data, says):
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(data, "junk.txt")
    assert str(refused.value).startswith("junk.txt: ")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
