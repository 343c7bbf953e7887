"""Words as search sees them, and that the index and the plain way find the same."""

from __future__ import annotations

import doctest
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline_app.model import Event
from timeline_app.store import MemoryStore, open_store, words

CASES = [
    ("Deir ez-Zor", "deir ez zor", "hyphens part words"),
    ("Sana'a Sana’a Ṣanʿāʾ", "sanaa sanaa sana", "apostrophes for ayn and hamza are left out, accents too"),
    ("دَيْر الزّور", "دير الزور", "Arabic vowel signs are left out"),
    ("أبو إبراهيم آل", "ابو ابراهيم ال", "alef is one letter"),
    ("القلمـــون", "القلمون", "a stretched word is the same word"),
    ("حمیمة", "حميمه", "Persian yeh and ta marbuta as writers exchange them"),
    ("ＩＳＩＳ ﬁghters", "isis fighters", "width and ligatures do not matter"),
    ("Straße STRASSE", "strasse strasse", "case folding"),
    ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen", "invisible characters are nothing"),
    ("nul\x00nul \ud800 _x_", "nul nul x", "control characters part words; lone surrogates are nothing"),
    ("在北京", "在 北 京", "scripts without spaces sign by sign"),
    ("1,500 fighters", "1 500 fighters", "digits are words"),
    ("!? --", "", "punctuation is nothing"),
]


@pytest.mark.parametrize(("text", "folded", "why"), CASES)
def test_words(text: str, folded: str, why: str) -> None:
    assert words.words_of(text) == folded, why
    assert words.words_of(folded) == folded


def test_examples_in_the_docstrings_run() -> None:
    assert doctest.testmod(words).failed == 0


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(), max_size=8), min_size=1, max_size=3), st.text(st.characters(), max_size=3))
@example(["𞤀𞤁 ᲀ ꟸ 𝟘 ½ ৳"], "𞤀")
@example(["a NOT b"], "NOT b")
def test_the_index_finds_what_the_plain_way_finds(titles: list[str], query: str) -> None:
    events = [Event(str(n), title) for n, title in enumerate(titles)]
    plain = MemoryStore()
    plain.add(events=events)
    with tempfile.TemporaryDirectory() as folder:
        indexed = open_store(Path(folder) / "t.sqlite")
        indexed.add(events=events)
        for text in (query, *titles, *(title[:2] for title in titles)):
            assert indexed.search(text) == plain.search(text)
        indexed.close()
