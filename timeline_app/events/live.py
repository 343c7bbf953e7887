"""Live pages: lines that begin with an hour, over one midnight or several, and the day each is of.

"[0:24] ... [23:42] ...": such a page gives a day once, or only its publication. Its newest line is of that day; every
time the clock turns back (or, where the newest stands last, jumps ahead) another midnight lies between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from timeline_app.events.entries import LONGEST_ENTRY, Stretch
from timeline_app.model import Document, When

LEAST_HOURS = 3
"""Lines with an hour from which they make a live page."""

# "[8:50] ", "1845 GMT: ", "9.15 pm - ", "22:18 GMT" alone on its line
_ZONES = r"(?:GMT|UTC|EET|EEST|CET|CEST|BST|EST|EDT|hrs|hours|local(?:\stime)?)"
_HOUR = re.compile(
    r"^[ \t]{0,4}(?:[-*•][ \t])?[\[(]?"
    r"(?:(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)|(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|hrs|hours|h\b)))"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?{_ZONES}(?:\s?[+-]\d{{1,2}})?)?[\])]?[ \t]{{0,2}}"
    r"(?:[-–—:|.][ \t]|(?=\r?$)|(?<=[\])])[ \t])",
    re.MULTILINE | re.IGNORECASE,
)
_NOON = 12
_DAY = 24 * 60


def live_stretches(document: Document) -> list[Stretch]:
    """What stands under each hour of a live page, with its day; none where too few lines have one, or no day is known.

    Args:
        document: it, with its zones and the day it was written.
    """
    if document.written is None:
        return []
    found = [hour for hour in _HOUR.finditer(document.text) if _is_read(document, hour)]
    if len(found) < LEAST_HOURS:
        return []
    ends = [*(hour.start() for hour in found[1:]), _last_end(document, found[-1].end())]
    days = _days([_minutes(hour) for hour in found], document.written)
    return [
        Stretch(hour.start(), min(end, hour.start() + LONGEST_ENTRY), _on(day, hour, document.written))
        for hour, end, day in zip(found, ends, days, strict=True)
    ]


def _is_read(document: Document, hour: re.Match[str]) -> bool:
    """Whether an hour stands in what is read of a page, or heads it: it may be a stamp's or a heading's own line."""
    read = [zone for zone in document.zones if zone.kind in _READ_KINDS]
    return not document.zones or any(zone.start < hour.end() and hour.start() < zone.end for zone in read)


_READ_KINDS = ("body", "stamp", "headline")


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
    turns = [(later > earlier) if backwards else (later < earlier) for earlier, later in pairs]
    day = written if backwards else written - timedelta(days=sum(turns))
    yield day
    for turned in turns:
        day += timedelta(days=(-1 if backwards else 1) * turned)
        yield day


def _on(day: date, hour: re.Match[str], written: date) -> When:
    words = hour.group().strip(" \t[]():-–—|.")
    reason = f"{words}, of a live page written until {written.day} {written:%B %Y}"
    return When.on_day(day, basis="relative", text=words, anchor="the hours of the page", reason=reason)


def _last_end(document: Document, start: int) -> int:
    """Where the paragraph behind the last hour ends."""
    end = document.text.find("\n\n", document.text.find("\n", start) + 1)
    return len(document.text) if end < 0 else end
