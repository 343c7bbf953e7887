"""Names of outlets as they stand over their pages: "GULF POST", "The Syrian Observatory For Human Rights"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline_app.documents.formulas import bare
from timeline_app.documents.menus import is_menu, is_section, menu_words, page_words
from timeline_app.documents.stamp_lines import NOBODY, stamp_of

LEAST = 1.4
"""Likelihood from which a name above a headline is the outlet's: neither first on the page nor in capitals is none."""
_MOST_WORDS = 6
_SHORT_NAME = 2
"""Words of a name that stands before what an outlet says of itself: "Syria Truths - what they will not tell"."""

_NAME_ENDS = re.compile(r"\s{2,}|\s{0,2}[|•·»>→]{1,2}\s{0,2}|\t|\s[-–—]\s")
_KIND = re.compile(
    r"(?:News|Post|Times|Monitor|Daily|Weekly|Herald|Journal|Tribune|Observer|Agency|Press|Media|Network|Today|Online"
    r"|Watch|Gazette|Star|Telegraph|Chronicle|Mail|Wire|Radio|TV|Channel|Courier|Mirror|Voice|Blog|Review|Report|World"
    r"|Standard|Guardian|Independent|Globe|Sun|Examiner|Inquirer|Bulletin|Dispatch|Record|Newspaper|Magazine)",
    re.I,
)
# "The Syrian Observatory For Human Rights", "Syrian Network for Human Rights"
_BODY = re.compile(
    r"\b(?:(?:Observatory|Network|Institute|Foundation|Cent(?:re|er)|Forum|Agency|Committee|Bureau|Office|Ministry|Mission)"
    r"\s(?:for|of|on)\s|Human\sRights(?:\sWatch)?$|United\sNations\b)",
    re.I,
)
# "Source: The Daily Star"
_NAMED_SO = re.compile(r"^(?:source|publisher|via)\s?:\s*", re.I)
_KICKERS = frozenset("for exclusive breaking opinion analysis comment editorial special press".split())
"""What lines over a headline begin with that name nobody: "FOR IMMEDIATE RELEASE", "SPECIAL REPORT"."""
# "United Nations S/2016/1093"
_CODE = re.compile(r"\S*[\d/]\S*")
_SMALL = frozenset("and of the for de al von van der in at &".split())
_LARGE = re.compile(r"[^\W\d_a-z]|\d")


def is_large(words: str, small: frozenset[str] = _SMALL) -> bool:
    """Whether words are written as names are: all large but the little ones."""
    return all(_LARGE.match(word) or word.casefold() in small for word in words.split())


def is_outlet(name: str) -> bool:
    """Whether a name says itself that it is an outlet's or a body's: "Gulf Post", "Office of the Commissioner"."""
    words = name.split()
    return (len(words) > 1 and _KIND.fullmatch(words[-1]) is not None) or _BODY.search(name) is not None


def begins_with_outlet(words: str) -> bool:
    """Whether a line is an outlet's name, or one with what it says of itself or with a section behind it."""
    name, *further = _NAME_ENDS.split(bare(words), maxsplit=1)
    if is_outlet(name):
        return True
    short = len(name.split()) <= _SHORT_NAME and is_large(name, frozenset())
    return bool(further) and (short or (is_section(further[0]) and len(name.split()) <= _MOST_WORDS))


def names_in(words: str) -> Iterator[str]:
    """The names that a line above a headline begins with, without the entries of a menu behind them."""
    for part in _NAME_ENDS.split(_NAMED_SO.sub("", bare(words)))[:2]:
        name = " ".join(_without_menu(part.split()))
        few = 0 < len(name.split()) <= _MOST_WORDS and is_large(name)
        if few and not is_menu(name) and not stamp_of(part) and name.split()[0].casefold() not in _KICKERS | NOBODY:
            yield name


def _without_menu(words: list[str]) -> list[str]:
    """The words without the menu, if they are its name and more than one of its entries, and without a page's code."""
    menu = len(words)
    while menu and words[menu - 1].casefold().strip(".,&") in menu_words():
        menu -= 1
    if len(words) - menu > 1 or (len(words) > menu and words[-1].casefold() in page_words()):
        one_more = words[: menu + 1]
        words = one_more if is_outlet(" ".join(one_more)) else words[: max(menu, 1)]
    while words and _CODE.fullmatch(words[-1]) and not words[-1].isdigit():
        words = words[:-1]
    return words
