"""Menus and section names of web pages: "Home  About  Contact", "World | Middle East"."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

_ENTRY = re.compile(r"\s{2,}|\s{0,2}[|•·»>→/]{1,2}\s{0,2}|\t")
WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
"""A word of a line, such as "Op-Ed", "U.S." or "TV&Showbiz"."""
_MOST_ENTRY_WORDS = 3
"""Words of an entry of a menu, at most."""
_MOST_SECTION_WORDS = 4
_JOINS = frozenset("and of the for in at & to".split())


@cache
def page_words() -> frozenset[str]:
    """Words of the ways about a site, casefolded: "home", "subscribe"."""
    return _table()["page"]


@cache
def menu_words() -> frozenset[str]:
    """Those and the names of sections and editions: "world", "politics", "lebanon"."""
    return _table()["page"] | _table()["section"]


@cache
def _table() -> dict[str, frozenset[str]]:
    table = resources.files("timeline_app.documents").joinpath("menus.tsv").read_text(encoding="utf-8")
    return {row["kind"]: frozenset(row["words"].split()) for row in csv.DictReader(table.splitlines(), delimiter="\t")}


def entries(words: str) -> list[str]:
    """A line cut where menus and trails part their entries: at bars, arrows and wide gaps."""
    return [entry for entry in _ENTRY.split(words.strip()) if entry]


def is_menu(words: str) -> bool:
    """Whether a line of a page's head is a menu, a trail of pages or the name of a section."""
    parts = entries(words)
    if len(parts) > _MOST_ENTRY_WORDS and all(len(part.split()) <= _MOST_ENTRY_WORDS for part in parts):
        return True
    if len(parts) > 1 and is_section(parts[0]) and all(len(part.split()) <= _MOST_SECTION_WORDS for part in parts):
        return True
    plain = _plain(words)
    if not plain or words.rstrip().endswith((".", "!")):
        return False
    known = sum(word in menu_words() for word in plain)
    if known == len(plain):
        return True
    on_page = any(word in page_words() for word in plain) or len(parts) > 1
    return on_page and len(plain) > 1 and known >= 0.5 * len(plain)


def is_section(words: str) -> bool:
    """Whether words are nothing but menu words: "Middle East", "Log in"."""
    plain = _plain(words)
    return bool(plain) and all(word in menu_words() for word in plain)


def _plain(words: str) -> list[str]:
    return [word.casefold().rstrip(".,:") for word in WORD.findall(words) if word.casefold() not in _JOINS]
