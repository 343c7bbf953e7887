"""Datelines: "BEIRUT, LEBANON (1:55 P.M.) – ", "BEIRUT, Aug 30 (Reuters) - ", "(Rome, May 3, 2016) – "."""

from __future__ import annotations

import re

from timeline_app.documents.stamp_lines import opening_stamp
from timeline_app.documents.stamps import Stamp, find_stamps, find_yearless

AGENCIES = frozenset(
    "SANA AFP NNA UPI AP DPA KUNA IRNA TASS RIA MENA PETRA WAM QNA SPA INA IANS ANHA ANF KNA BNA XINHUA Xinhua".split()
)
"""News agencies as they stand in the datelines of their region: "Homs, SANA –"."""

_LONGEST = 140
"""Characters a dateline may have."""

_PLACE = r"(?P<place>[^\W\d_a-z][\w.'’-]{1,30}(?:[ /-][\w.'’-]{1,30}){0,3}(?:,\s{1,2}[^\W\d_a-z][\w.'’ -]{1,30}){0,2})"
_WHEN = r"(?P<when>,?\s{1,2}[^\W_a-z]?[\w.]{0,12},?\s{1,2}?[\w.]{1,10}(?:,?\s{1,2}\d{4})?)??"
_BRACKET = r"(?P<bracket>(?:,?\s{0,2}\([^()\n]{2,40}\)){1,2})?"
# a dash may touch the word behind it when a space or capitals stand before: "Homs, SANA –Army", "TARA, MALTA—Far"
_DASH = r"(?:\s{0,3}(?:–|—|--|-|:)\s{1,3}|\s{1,3}[–—-]|(?<=[A-Z])[–—])(?=[\"“'‘«]?[^\W_])"
# "Beirut- An agreement", as papers of the region write it; "Jobs- and", "Qamishli-based" is none
_TOUCHING = re.compile(r"(?P<place>[A-Z][a-z’']{2,15}(?:\s[A-Z][a-z’']{2,15})?)-\s{1,2}(?=[\"“]?[A-Z])")
# "BEIRUT, LEBANON (1:55 P.M.) – The", "BEIRUT, Aug. 30, 2017 (Reuters) - The"
_DATELINE = re.compile(_PLACE + _WHEN + _BRACKET + _DASH)
# "(Beirut, July 23, 2019) – Strikes", as many organisations write it
_IN_BRACKETS = re.compile(r"\((?P<place>[^()\n]{2,60})\)" + _DASH)
# "(New York) – The government", as rights organisations write it
_NAME = re.compile(r"[^\W\da-z_][\w.'’-]{1,20}(?:,? [^\W\da-z_][\w.'’-]{1,20}){0,3}")


def find_dateline(text: str, start: int, end: int) -> int | None:
    """Offset where the story goes on after the dateline (or labelled date) a paragraph begins with, or None."""
    head = text[start : min(end, start + _LONGEST)]
    opening = opening_stamp(head)
    skipped = opening[1].end if opening else 0
    skipped += len(head[skipped:]) - len(head[skipped:].lstrip(" \t\u00a0:,|–—-"))
    match = _DATELINE.match(head, skipped)
    if match and _is_dateline(match):
        return start + match.end()
    touching = _TOUCHING.match(head, skipped)
    if touching is not None:
        return start + touching.end()
    bracketed = _IN_BRACKETS.match(head, skipped)
    if bracketed and (find_stamps(bracketed["place"]) or _NAME.fullmatch(bracketed["place"])):
        return start + bracketed.end()
    return start + skipped if opening else None


def dateline_days(text: str, start: int, end: int) -> tuple[list[Stamp], list[tuple[int, int, int, int]]]:
    """Whole days and days without a year (start, end, month, day) in a dateline; offsets are of the text."""
    return find_stamps(text, start, end), [
        (start + a, start + b, month, day) for a, b, month, day in find_yearless(text[start:end])
    ]


def _is_dateline(match: re.Match[str]) -> bool:
    """A place in capitals, or one with a day or an agency or clock beside it; "Rebels - once strong" is none."""
    first, *further = match["place"].split(",")
    capitals = sum(letter.isupper() for letter in first) > sum(letter.islower() for letter in first)
    capitals = capitals or (bool(further) and further[-1].strip() in AGENCIES)
    behind = match[0][len(first) :]  # "Beirut, March 10, 2014: ", whose month looks like a name
    has_day = any(True for _ in find_yearless(behind)) or bool(find_stamps(behind))
    return capitals or has_day or bool(match["bracket"])
