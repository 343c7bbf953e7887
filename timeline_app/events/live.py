"""Live pages: lines that begin with an hour, over one midnight or several, and the day each is of.

"[0:24] ... [23:42] ...": such a page gives a day once, or only its publication. Its newest line is of that day; every
time the clock turns back (or, where the newest stands last, jumps ahead) another midnight lies between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from timeline_app.events.entries import LONGEST_ENTRY, Stretch
from timeline_app.model import DateMention, Document, When

LEAST_HOURS = 3
"""Lines with an hour from which they make a live page."""

# "[8:50] ", "1845 GMT: ", "9.15 pm - ", "22:18 GMT" alone on its line
_ZONES = r"(?:GMT|UTC|EET|EEST|CET|CEST|BST|EST|EDT|hrs|hours|local(?:\stime)?)"
_HOUR = re.compile(
    r"^[ \t]{0,4}(?:[-*•][ \t])?(?P<open>[\[(])?"
    r"(?:(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h])(?P<minute>[0-5]\d)|(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|hrs|hours|h\b)))"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>{_ZONES})(?:\s?[+-]\d{{1,2}})?)?[\])]?[ \t]{{0,2}}"
    r"(?:[-–—:|.][ \t]|(?=\r?$)|(?<=[\])])[ \t])",
    re.MULTILINE | re.IGNORECASE,
)
_LEAST_TURN = 6 * 60
"""Minutes that a clock turns over a midnight; less is a line out of its order."""
_NOON = 12
_DAY = 24 * 60


def live_stretches(document: Document, dates: Sequence[DateMention]) -> list[Stretch]:
    """What stands under each hour of a live page, with its day; none where too few lines have one, or no day is known.

    None either where the page tells of another day above its first hour: what happened then, hour by hour.

    Args:
        document: it, with its zones and the day it was written.
        dates: its expressions of time, in order.
    """
    written = document.written
    if written is None or written.toordinal() <= _MOST_DAYS:
        return []
    found = _hours(document)
    if len(found) < LEAST_HOURS or not any(map(_is_surely_one, found)) or _is_of_another_day(found[0], dates, written):
        return []
    ends = [*(hour.start() for hour in found[1:]), _last_end(document, found[-1].end())]
    days = _days([_minutes(hour) for hour in found], written)
    told = any(hour["open"] or hour["clock"] or hour["half"] or hour["zone"] for hour in found)
    live = told or _LIVE.search(document.text, 0, found[0].end()) is not None
    return [
        Stretch(hour.start(), min(end, hour.start() + LONGEST_ENTRY), _on(day, hour, written, live))
        for hour, end, day in zip(found, ends, days, strict=True)
    ]


_MOST_DAYS = 400
"""Midnights that the lines of a page may lie apart, more than any has."""
_LIVE = re.compile(r"\b(?:live|updates?|latest|as\sit\shappened|minute\sby\sminute|rolling)\b", re.IGNORECASE)
_READ_KINDS = ("body", "stamp", "headline")


def _hours(document: Document) -> list[re.Match[str]]:
    """The hours at the head of lines that are read, or that are a stamp's or a heading's own line."""
    read = sorted((zone.start, zone.end) for zone in document.zones if zone.kind in _READ_KINDS)
    starts, found = [start for start, _ in read], []
    for hour in _HOUR.finditer(document.text):
        zone = bisect_left(starts, hour.end()) - 1
        plain = hour["mark"] != "." or hour["half"] or hour["zone"] or hour["open"]  # "12.30 - " may be a share
        if plain and (not document.zones or (zone >= 0 and hour.start() < read[zone][1])):
            found.append(hour)
    return found[:_MOST_DAYS]


def _is_surely_one(hour: re.Match[str]) -> bool:
    """Whether a number is an hour and no verse or share of votes: "[3:16]", "3:16 pm", "13:16"."""
    return bool(hour["open"] or hour["clock"] or hour["half"] or hour["zone"]) or int(hour["hour"]) >= _TWO_DIGITS


_TWO_DIGITS = 10


def _is_of_another_day(first: re.Match[str], dates: Sequence[DateMention], written: date) -> bool:
    """Whether days are told above the first hour, none of them the day of writing or the one before."""
    days = [
        mention.when for mention in dates
        if mention.end <= first.start() and mention.when is not None and mention.when.precision == "day"
    ]  # fmt: skip
    near = (written, written - timedelta(days=1))
    return bool(days) and not any(when.earliest in near for when in days)


def _minutes(hour: re.Match[str]) -> int:
    """The time as minutes since midnight."""
    clock = hour["clock"]
    hours, minutes = (int(clock[:2]), int(clock[2:])) if clock else (int(hour["hour"]), int(hour["minute"]))
    if hour["half"]:
        hours = hours % _NOON + (_NOON if hour["half"].lower() == "p" else 0)
    return hours * 60 + minutes


def _days(clocks: list[int], written: date) -> Iterator[date]:
    """The day of each line: the newest is of the day it was written."""
    pairs = list(pairwise(clocks))
    back, forth = (sum((one - other) % _DAY for one, other in way) for way in (pairs, [pair[::-1] for pair in pairs]))
    backwards = back <= forth  # the reading in which less time goes by
    turns = [(later - earlier if backwards else earlier - later) >= _LEAST_TURN for earlier, later in pairs]
    day = written if backwards else written - timedelta(days=sum(turns))
    yield day
    for turned in turns:
        day += timedelta(days=(-1 if backwards else 1) * turned)
        yield day


def _on(day: date, hour: re.Match[str], written: date, live: bool) -> When:
    words = hour.group().strip(" \t[]():-–—|.")
    reason = f"{words}, of a live page written until {written.day} {written:%B %Y}"
    return When.on_day(
        day, approximate=not live, basis="relative", text=words, anchor="the hours of the page", reason=reason
    )


def _last_end(document: Document, start: int) -> int:
    """Where the paragraph behind the last hour ends."""
    line = document.text.find("\n", start)
    end = document.text.find("\n\n", line + 1) if line >= 0 else -1
    return len(document.text) if end < 0 else end
