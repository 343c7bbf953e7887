"""Units counted from publication or the date told: two days ago, the past two weeks, recent months."""

from __future__ import annotations

from datetime import date

from timeline_app.temporal import almanac
from timeline_app.temporal.reckoning import (
    BEYOND,
    NO_DATE_TOLD,
    NO_PUBLICATION,
    Anchor,
    Unit,
    present,
    publication,
    told,
    told_just_now,
    undated,
    unit_at,
    unknown_value,
)
from timeline_app.temporal.rules.weekdays import with_part
from timeline_app.temporal.scene import Found, Reading, Rule, Scene
from timeline_app.temporal.words import CLASSES

_RECENT_DAYS = {"D": 7, "N": 7, "W": 21, "F": 28, "M": 92, "Y": 1096, "DE": 7305, "WE": 28, "H": 1, "Q": 366}
"""How far "recent days, weeks, months ..." reach back: about three of the unit, a week for days."""

_FEW = (2, 5)
"""What "a few" and "several" are taken for."""


def count_in(scene: Scene, found: Found) -> int | str | None:
    """How many: 3, "X" for several, 1 for "a"; halves are cut off."""
    words = scene.tokens.words[found.i : found.j]
    total: int | None = None
    for word in words:
        if word.isdigit() and len(word) < 5 and not (len(word) == 4 and total is not None):
            return int(word)  # not the year behind it: "the first nine months of 1989"
        if word in CLASSES["VAGUE"] and total is None and word != "some":
            return 2 if word == "couple" else "X"
        if word in CLASSES["COUNT"]:
            value = CLASSES["COUNT"][word]
            total = (total or 0) + value if isinstance(value, int) else total
    if total is not None:
        return total
    if any(word in {"a", "an", "the", "one", "another"} for word in words):
        return 1
    return "X"


HALVES = {"CE": ("Y", 50), "DE": ("Y", 5), "Y": ("M", 6), "D": ("H", 12), "H": ("m", 30), "m": ("S", 30)}
"""Half of a unit, in a smaller one."""


def is_half(found: Found) -> bool:
    """Whether it counts half a unit: "half a century"."""
    words = found.tokens.words
    return any(words[k] == "half" and words[k + 1] in {"a", "an"} for k in range(found.i, found.j - 1))


def read_ago(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as three days ago, more than two years ago, two days earlier, a week later, months before."""
    unit = found.word("UNIT") or found.word("UNITS")
    direction = -1 if found.has("ago", "earlier", "before", "previously", "prior") else 1
    if unit is None:
        return None
    from_told = not found.has("ago")
    days = unit in {"D", "N", "W", "F"}
    anchor = (told_just_now(scene, found.i) if days else told(scene)) if from_told else publication(scene)
    if from_told and anchor is None and direction < 0 and not scene.anchors.narrative:
        anchor = publication(scene)  # "from a year earlier" compares with now; nothing is later than now but plans
    n = count_in(scene, found)
    if is_half(found):
        unit, n = HALVES.get(unit, ("H", 1))
    if unit in {"S", "m", "H"} or (found.has("before", "after", "prior") and _goes_on(scene, found)):
        return None
    if anchor is None:
        value = "PAST_REF" if direction < 0 and n == "X" else "FUTURE_REF" if n == "X" else unknown_value(unit)
        return [undated(found, value, NO_DATE_TOLD if from_told else NO_PUBLICATION)]
    if not isinstance(n, int):
        return [_vague_ago(found, unit, direction, anchor)]
    rough = bool(found.value("ABOUT")) or found.has("more", "less", "least", "half")
    return [_counted_ago(found, unit, n * direction, anchor, rough)]


def read_ago_this(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as a year ago this week, two months ago today: the same week, month or day so long before publication."""
    words = scene.tokens.words
    back = words.index("ago", found.i)
    far = _shift_of(words[back - 1])
    n = count_in(scene, Found(scene.tokens, found.i, back))
    unit = "D" if "today" in words[back : found.j] else str(CLASSES["UNIT"].get(words[found.j - 1], ""))
    if far is None or not isinstance(n, int) or unit not in {"D", "W", "M"}:
        return None
    anchor = publication(scene)
    day = _shift(anchor.first, far, -n) if anchor else None
    if anchor is None or day is None:
        return [undated(found, unknown_value(unit), NO_PUBLICATION if anchor is None else BEYOND)]
    return [present(found, unit_at(day, unit, 0), anchor, approximate=unit == "W")]


def _shift_of(word: str) -> str | None:
    """The calendar unit of a word, in one or many."""
    unit = CLASSES["UNIT"].get(word) or CLASSES["UNITS"].get(word)
    return unit if isinstance(unit, str) else None


def _goes_on(scene: Scene, found: Found) -> bool:
    """Whether an event follows: "two days after the vote" is a length of time beside an undated event."""
    after = scene.tokens.word(found.j)
    if after in {"that", "this"} and _stands_alone(scene, found.j + 1):
        return False  # "a week before that 18 people died"
    return after[:1].isalnum() and after not in {"and", "but", "in", "at"}


def _stands_alone(scene: Scene, k: int) -> bool:
    """Whether "that" in front of token k points back by itself: no noun of its own follows it."""
    word = scene.tokens.word(k)
    return not word.isalpha() or word in _AFTER_THAT or word in CLASSES["COUNT"] or scene.tokens.capital(k)


_AFTER_THAT = frozenset("the a an in on at he she they it there had was were several dozens hundreds some".split())


def _counted_ago(found: Found, unit: str, n: int, anchor: Anchor, rough: bool) -> Reading:
    """Days give a day, weeks the day so many weeks off, months a month, years a year."""
    if unit in {"W", "F"} and anchor.first == anchor.last:
        weeks = n * (2 if unit == "F" else 1)
        day = almanac.shift_days(anchor.first, 7 * weeks)
        target = Unit(_about(day, min(abs(weeks), _MOST_ROUNDED)), day.isoformat() if day else "", "week")
        return present(found, target, anchor, approximate=True)
    step = _DAYS.get(unit, 0)
    most = _WEEK if step == 1 else _MONTH
    if step and 1 < (anchor.last - anchor.first).days + 1 <= most:
        shifted = almanac.shift_days(anchor.first, n * step), almanac.shift_days(anchor.last, n * step)
        return present(found, Unit(_both(*shifted), unknown_value(unit), "range"), anchor, approximate=True)
    if step and anchor.first != anchor.last:
        why = "the date told before is no single day"
        return undated(found, unknown_value(unit), why)
    if unit == "M" and anchor.precision not in {"day", "month", "week"}:
        why = "the date told before names no month"
        return undated(found, "XXXX-XX", why)
    if unit in {"DE", "CE"}:
        years = n * (10 if unit == "DE" else 100)
        target = unit_at(anchor.first, "Y", years)
        return present(found, target, anchor, approximate=True)
    target = unit_at(anchor.first, "D" if unit == "N" else unit, n)
    if unit == "Y" and n == -1 and found.has("ago"):
        months = (almanac.shift_months(anchor.first, -12 + way * _AROUND_A_YEAR) for way in (-1, 1))
        return present(found, Unit(_both(*months), target.value, "range"), anchor, approximate=True)
    return present(found, target, anchor, approximate=rough)


_DAYS = {"D": 1, "N": 1, "W": 7, "F": 14}
_WEEK = 7
"""Days of the longest stretch from which days are counted: "Last week a bomb went off. Two days later, ..."."""
_MONTH = 31
"""Days of the longest stretch from which weeks are counted: "in late November", "in June"."""
_AROUND_A_YEAR = 3
"""Months by which "a year ago" may be meant; whoever says so of what was half a year off says otherwise."""


def _both(first: date | None, last: date | None) -> almanac.Span | None:
    return (first, last) if first is not None and last is not None else None


_MOST_ROUNDED = 3
"""Days by which a count of whole weeks is rounded at most, half a week; "a week later" is meant to about a day, and
each further week to a day more."""


def _about(day: date | None, off: int) -> almanac.Span | None:
    """The days around one, some days either way."""
    return _both(*(almanac.shift_days(day, way * off) if day else None for way in (-1, 1)))


def _vague_ago(found: Found, unit: str, direction: int, anchor: Anchor) -> Reading:
    near = _shift(anchor.first, unit, direction * _FEW[0])
    far = _shift(anchor.first, unit, direction * _FEW[1])
    value = "PAST_REF" if direction < 0 else "FUTURE_REF"
    if near is None or far is None:
        return undated(found, value, BEYOND)
    span = (min(near, far), max(near, far))
    reading = present(found, Unit(span, value, "range"), anchor, approximate=True)
    return Reading(found.i, found.j, "DATE", value, reading.when, reading.reason, tells=False)


def _shift(day: date, unit: str, n: int) -> date | None:
    days = {"D": 1, "N": 1, "W": 7, "F": 14, "WE": 7}.get(unit)
    if days is not None:
        return almanac.shift_days(day, n * days)
    if unit in {"H", "m", "S"}:
        hours = {"H": 1, "m": 1 / 60, "S": 1 / 3600}[unit] * n
        return almanac.shift_days(day, -int(-hours // 24) if hours > 0 else int(hours // 24))
    return almanac.shift_months(day, n * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit])


def read_day_beside(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the day before, the night before: beside the day told, when nothing else is named."""
    after = scene.tokens.word(found.j)
    if found.has("following") or (after == "that" and _stands_alone(scene, found.j + 1)):
        after = ""
    of_speech = after == "of" and found.word("PART") is not None  # "spoke the night before of a massacre"
    if (
        after.isalpha()
        and not of_speech
        and after
        not in {
            "in",
            "at",
            "and",
            "by",
            "when",
            "was",
            "were",
            "on",
            "near",
            "with",
            "from",
            "he",
            "she",
            "they",
            "but",
        }
    ):
        return None
    part = found.word("PART")
    if part is not None and not found.has("night", "morning", "afternoon", "evening"):
        return None
    anchor = told_just_now(scene, found.i)
    direction = -1 if found.has("before", "previously", "earlier") else 1
    if anchor is None or anchor.first != anchor.last:
        unknown = "XXXX-XX-XX" if part is None else f"XXXX-XX-XXT{part}"
        return [undated(found, unknown, NO_DATE_TOLD, "DATE" if part is None else "TIME")]
    beside = present(found, unit_at(anchor.first, "D", direction), anchor)
    return [beside if part is None else with_part(scene, found, beside)]


def read_period(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the past two weeks, the last 24 hours, the next four years, the first ten months."""
    unit = found.word("UNITS") or found.word("UNIT")
    if unit is None:
        return None
    n = count_in(scene, found)
    direction = -1 if found.value("PAST") else 1
    return [period(scene, found, unit, n if n is not None else "X", direction)]


def period(scene: Scene, found: Found, unit: str, n: int | str, direction: int) -> Reading:
    """So many units up to publication or from it on; in a story a length of time."""
    value = duration_value(unit, n)
    anchor = publication(scene)
    if scene.anchors.narrative or anchor is None:
        why = "it is a length of time, counted from no day of the calendar"
        return undated(found, value, why, "DURATION")
    other = _shift(anchor.first, unit, direction * (n if isinstance(n, int) else _FEW[1]))
    if other is None:
        return undated(found, value, BEYOND, "DURATION")
    span = (min(other, anchor.first), max(other, anchor.first))
    reading = present(found, Unit(span, value, "range"), anchor, approximate=n == "X")
    return Reading(found.i, found.j, "DATE", value, reading.when, reading.reason, tells=False)


def duration_value(unit: str, n: int | str) -> str:
    """`P3W`, `PT2H`, `PXM`."""
    if unit in {"S", "m", "H"}:
        return f"PT{n}{unit.upper()}"
    if unit == "DE" and isinstance(n, int):
        return f"P{n * 10}Y"
    if unit == "F":
        return f"P{n * 2 if isinstance(n, int) else n}W"
    return f"P{n}{unit}"


def read_recent(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as recent weeks, recent days: about three of the unit before publication (a week for days)."""
    unit = found.word("UNITS")
    anchor = publication(scene)
    if unit is None or unit not in _RECENT_DAYS:
        return None
    first = almanac.shift_days(anchor.first, -_RECENT_DAYS[unit]) if anchor else None
    if first is None or anchor is None or scene.anchors.narrative:
        return [undated(found, "PAST_REF", NO_PUBLICATION)]
    reading = present(found, Unit((first, anchor.first), "PAST_REF", "range"), anchor, approximate=True)
    return [Reading(found.i, found.j, "DATE", "PAST_REF", reading.when, reading.reason, tells=False)]


RULES = (
    Rule("ago this", "$num ( UNIT | UNITS ) ago ( this UNIT | today )", "a year ago this week", read_ago_this),
    Rule("ago", "$about? $num ( UNIT | UNITS ) ( AGO | LATER )", "more than two years ago", read_ago),
    Rule("ago", "UNITS ( AGO | LATER )", "months later", read_ago),
    Rule("day beside", "the day ( before | after | following )", "the day after", read_day_beside),
    Rule("day beside", "the ( PART ) ( before | after )", "the night before", read_day_beside),
    Rule(
        "period",
        "the ( PAST | NEXT | AFTER | BEFORE ) ( $num ) STRAIGHT? ( UNITS | UNIT )",
        "the past two weeks",
        read_period,
    ),
    Rule("recent", "recent UNITS", "recent weeks", read_recent),
)
