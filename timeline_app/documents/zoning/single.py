"""What a paragraph is by its own shape and wording: formulas of pages, links, menus, captions, data."""

from __future__ import annotations

import re

from timeline_app.documents.formulas import match_formula
from timeline_app.documents.paragraphs import Paragraph
from timeline_app.documents.pieces import Piece

_ENDING = 2.0
"""What a formula that stands after stories adds to that sum."""

_LINK_ONLY = re.compile(r"(?:[\w &/'’-]{0,40}:\s{0,3})?(?:\W{0,5}!?\[[^\[\]]{1,200}\]\([^()\s]{0,500}\)){1,30}\W{0,5}")
_URL_ONLY = re.compile(r"[\s<(*]{0,5}(?:https?://|www\.)\S{1,500}[\s>)*]{0,5}")
# "العربية | English": the languages of a page
_MENU = re.compile(r"[^\s|]{1,20}(?:\s{1,2}\|\s{1,2}[^\s|]{1,20}){1,12}")
# "Airline earns 233 mln  • Gold futures rise  • Film festival opens": headlines of other articles
_TICKER = re.compile(r"[^•\n]{3,160}(?:\s{1,3}•\s{1,3}[^•\n]{3,160}){3,40}")
_CRUMBS = re.compile(r"[^.!?>»›|/]{1,40}(?:\s{1,3}[>»›|/→]\s{1,3}[^.!?>»›|/→]{1,60}){2,10}")
# "Army enters the town after a siege | Syria News | Example": a page's name as browsers show it, no trail of pages
_NAMES_ITS_SITE = re.compile(r"(?=[^|]* [a-z]{3,} )(?:[^\s|]+ ){3,20}[^\s|]+\s\|\s")
_RULE = re.compile(r"[\W_]{1,200}")


def first_look(paragraph: Paragraph) -> Piece:
    """What a paragraph is by its own shape and wording."""
    words = paragraph.text
    if _RULE.fullmatch(words):
        return Piece(paragraph, "furniture", "no letters in it")
    formula = match_formula(words)
    if formula:
        reason = f"a formula of web pages, as {formula.example!r}"
        return Piece(paragraph, formula.kind, reason, _ENDING if formula.ends else 0.0)
    for pattern, reason in (
        (_URL_ONLY, "only a link"),
        (_LINK_ONLY, "only links"),
        (_CRUMBS, "a trail of page names"),
        (_MENU, "a menu of the page"),
        (_TICKER, "headlines of other articles in one line"),
    ):
        if pattern.fullmatch(words) and not (pattern is _CRUMBS and _NAMES_ITS_SITE.match(words)):
            return Piece(paragraph, "furniture", reason)
    if _PICTURE.fullmatch(words):
        return Piece(paragraph, "caption", "a line that ends with its day, as captions of pictures do")
    if _is_data(words):
        return Piece(paragraph, "furniture", "data or code of the page")
    return Piece(paragraph, "body")


# "A guard waits beside the buses, April 24, 2017. (Agency)": what is seen in a picture, its day at the end
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_SEEN = (
    r"(?:stands?|sits?|waits?|walks?|looks?|inspects?|poses?|waves?|billows?|rises?|peers?|gestures?|is seen|are seen"
    r"|pictured|(?:Traffic|View|Scene|Smoke|Damage|Ruins|Rubble|Aerial)\b(?=[^,]{0,80}\b(?:in|at|of|on|near)\b))"
)
_CREDIT = r"(?:\s{0,2}(?:\([^()\n]{2,60}\)|(?:Photo(?:graph)?|Picture|Image|Credit|Source)?:?\s?[A-Z/][\w/.: ]{1,50}))"
_PICTURE = re.compile(
    rf"(?=[^\n]{{0,160}}\b{_SEEN})(?!.*\b(?:said|says?|told|according|killed|was|were|had)\b)[A-Z“][^.!?:\n]{{20,220}}"
    r",\s(?:on\s)?(?:[A-Z][a-z]{2,8}day,?\s)?"
    rf"(?:{MONTHS}\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{MONTHS},?\s\d{{4}})\.?{_CREDIT}?\.?"
)
_DATA_SHARE = 0.1
"""Brackets, quotation marks, backslashes and signs of code among the letters of a line that is no prose."""

_OF_DATA = re.compile(r"[{}\[\]\"\\<>=;_|]")
# '"id":', '\\"title\\":', 'function(', '};', 'var x ='
_DATA = re.compile(r"\"\s{0,2}:\s{0,2}[\[{\"\\\d]|\bfunction\s?\(|\}\s?;|\bvar\s\w+\s?=|\{\s?\\?\"|</?\w+[\s>]")


def _is_data(words: str) -> bool:
    """Whether a line is data or code that a page spilt into its text, such as what a dump of a variable prints."""
    if '"' not in words and "{" not in words and "<" not in words:
        return False
    return _DATA.search(words) is not None and len(_OF_DATA.findall(words)) > _DATA_SHARE * len(words)
