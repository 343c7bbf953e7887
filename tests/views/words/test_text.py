"""Invisible characters become visible, search forgives spelling, only honest links are links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.views import fold_text, safe_url, visible

SEEN = [
    ("plain\ttext\nstays", "plain\ttext\nstays", "tab and line feed are layout"),
    ("a\x00b\x01c", "a␀b␁c", "NUL has a picture of its own"),
    ("\x7f", "␡", "delete"),
    ("x\u202egpj.exe", "x⟦RLO⟧gpj.exe", "a name that reads backwards"),
    ("\ufefftitle", "⟦BOM⟧title", "a byte order mark in the middle"),
    ("pass\u200bword", "pass⟦ZWSP⟧word", "zero width space"),
    ("so\u00adft", "so⟦SHY⟧ft", "soft hyphen"),
    ("a\ud800b", "a⟦U+D800⟧b", "half a character"),
    ("line\u2028end", "line⟦U+2028⟧end", "line separator"),
    ("C1 \x85", "C1 ⟦U+0085⟧", "next line"),
    ("می\u200cخواهم", "می\u200cخواهم", "Persian needs its non-joiner"),
    ("👩\u200d🚒", "👩\u200d🚒", "an emoji of two parts"),
    ("ad\u200dmin", "ad⟦ZWJ⟧min", "Latin letters never join"),
    ("دير الزور", "دير الزور", "Arabic as it is"),
]


@pytest.mark.parametrize(("text", "shown"), [row[:2] for row in SEEN], ids=[row[2] for row in SEEN])
def test_what_cannot_be_seen_is_marked(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(alphabet=st.characters()))
def test_visible_text_can_be_written_and_is_settled(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert visible(shown) == shown


FOLDS = [("Évènement", "evenement"), ("Deir ez-Zor", "deir ez zor"), ("Ra’s al-ʿAyn", "ras al ayn"),
         ("أبو كمال", "ابو كمال"), ("ŁÓDŹ", "lodz"), ("STRASSE", "strasse"), ("Straße", "strasse"),
         ("مـوصل", "موصل")]  # fmt: skip


@pytest.mark.parametrize(("text", "folded"), FOLDS)
def test_search_forgets_case_accents_and_apostrophes(text: str, folded: str) -> None:
    assert fold_text(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


LINKS = [
    ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("http://[::1]/", "http://[::1]/"),
    ("http://аpple.com/x", "http://xn--pple-43d.com/x"),
    ("javascript:alert(1)", None),
    ("JaVaScRiPt:alert(1)", None),
    ("\x01javascript:alert(1)", None),
    ("java\tscript:alert(1)", None),
    ("data:text/html,x", None),
    ("file:///etc/hostname", None),
    ("//example.org/x", None),
    ("http://user:pass@example.org/", None),
    ("https://example.org/\u202egpj.exe", None),
    ('http://example.org" onmouseover="x', None),
    ("\\\\example.org\\share", None),
    ("http://", None),
    ("http://[broken", None),
    ("http://example.org:port/", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "link"), LINKS)
def test_only_plain_web_addresses_become_links(url: str, link: str | None) -> None:
    assert safe_url(url) == link
