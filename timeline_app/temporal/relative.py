"""Dates reckoned from publication or from the date told before: weekdays, "last month", "two days later"."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_app.model import Precision, When
from timeline_app.temporal import almanac, say
from timeline_app.temporal.absolute import edged, interval, read_day, whole, year_for, year_of
from timeline_app.temporal.scene import Found, Reader, Reading, Rule, Scene
from timeline_app.temporal.words import CLASSES

_RECENT_DAYS = {"D": 7, "N": 7, "W": 21, "F": 28, "M": 92, "Y": 1096, "DE": 7305, "WE": 28, "H": 1, "Q": 366}
"""How far "recent days, weeks, months ..." reach back: about three of the unit, a week for days."""

_FEW = (2, 5)
"""What "a few" and "several" are taken for."""

_NO_PUBLICATION = "there is no publication date to reckon from"
_NO_DATE_TOLD = "no day was told before to reckon from"


class Anchor(NamedTuple):
    """A day to reckon from and its name."""

    first: date
    last: date
    name: str
    precision: Precision = "day"


class Unit(NamedTuple):
    """A calendar unit: its span, TIMEX3 value and precision."""

    span: almanac.Span | None
    value: str
    precision: Precision


def publication(scene: Scene) -> Anchor | None:
    """Publication as an anchor."""
    day = scene.published
    return Anchor(day, day, say.publication(day)) if day else None


def told(scene: Scene) -> Anchor | None:
    """The date told last as an anchor."""
    a = scene.anchors
    return Anchor(a.first, a.last, say.told(a.first, a.last), a.precision) if a.first and a.last else None


def unit_at(day: date, unit: str, n: int) -> Unit:
    """The calendar unit that lies n units from the one around a day."""
    if unit in {"D", "N"}:
        moment = almanac.shift_days(day, n)
        return Unit((moment, moment) if moment else None, moment.isoformat() if moment else "", "day")
    if unit in {"W", "F", "WE"}:
        moment = almanac.shift_days(day, n * (14 if unit == "F" else 7))
        week = almanac.week_span(moment) if moment else None
        if moment is None or week is None:
            return Unit(None, "", "week")
        if unit == "WE":
            saturday = almanac.shift_days(week[1], -1)
            return Unit((saturday, week[1]) if saturday else None, almanac.iso_week(moment) + "-WE", "range")
        return Unit(week, almanac.iso_week(moment), "week")
    if unit == "M":
        moment = almanac.shift_months(day, n)
        return Unit(
            almanac.month_span(moment.year, moment.month) if moment else None,
            moment.isoformat()[:7] if moment else "",
            "month",
        )
    if unit == "Q":
        moment = almanac.shift_months(day, 3 * n)
        if moment is None:
            return Unit(None, "", "quarter")
        quarter = (moment.month + 2) // 3
        return Unit(almanac.quarter_span(moment.year, quarter), f"{moment.year:04d}-Q{quarter}", "quarter")
    if unit == "Y":
        return Unit(almanac.year_span(day.year + n), f"{max(day.year + n, 0):04d}", "year")
    years = 10 if unit == "DE" else 100
    first = day.year // years * years + n * years
    precision: Precision = "decade" if years == 10 else "century"
    return Unit(almanac.year_span(first, years), f"{max(first, 0):04d}"[: 3 if years == 10 else 2], precision)


def present(
    found_text: str, i: int, j: int, unit: Unit, anchor: Anchor | None, missing: str, **more: object
) -> Reading:
    """A reading of a unit reckoned from an anchor, or of nothing when there is no anchor."""
    if anchor is None or unit.span is None:
        why = missing if anchor is None else "it lies outside the years 1 to 9999"
        return Reading(i, j, "DATE", unit.value, None, say.unknown(found_text, why), tells=False)
    approximate = bool(more.get("approximate", False))
    reason = str(more.get("reason", "")) or say.reckoned(
        found_text, anchor.name, *unit.span, how=str(more.get("how", "reckoned from"))
    )
    when = interval(unit.span, unit.precision, found_text, approximate, "relative", anchor.name, reason)
    return Reading(i, j, "DATE", unit.value, when, reason, stated=bool(more.get("stated", False)))


# ---------------------------------------------------------------- weekdays


def read_weekday(scene: Scene, found: Found) -> list[Reading] | None:
    """Wednesday, last Friday, Monday night, late Tuesday, the following Sunday, Monday last week."""
    k = next(found.having("WEEKDAY"))
    weekday = found.number("WEEKDAY")
    if weekday is None or _weekday_is_no_day(scene, k):
        return None
    from_told = found.has("previous", "preceding", "following", "ensuing", "subsequent", "same", "that") or (
        scene.anchors.retells and scene.anchors.told_day is not None
    )
    anchor = told(scene) if from_told else publication(scene)
    if anchor is None:
        missing = _NO_DATE_TOLD if from_told else _NO_PUBLICATION
        reading = Reading(
            found.i, found.j, "DATE", f"XXXX-WXX-{weekday + 1}", None, say.unknown(found.text, missing), tells=False
        )
        return [with_part(scene, found, reading)]
    day, how = _weekday(scene, found, anchor.first, weekday, from_told)
    if day is None:
        return []
    unit = Unit((day, day), day.isoformat(), "day")
    reading = present(found.text, found.i, found.j, unit, anchor, "", how=how)
    return [with_part(scene, found, reading)]


def _weekday(scene: Scene, found: Found, anchor: date, weekday: int, from_told: bool) -> tuple[date | None, str]:
    """The day and how it lies to the anchor."""
    if found.has("week"):
        shift = -7 if found.value("PAST") else 7 if found.value("NEXT") else 0
        return almanac.shift_days(anchor, weekday - anchor.weekday() + shift), "in the week named by"
    before, after = almanac.shift_days(anchor, -1), almanac.shift_days(anchor, 1)
    if found.value("PAST") or found.value("BEFORE"):
        return (almanac.nearest_weekday(before, weekday, -1) if before else None), "before"
    if found.value("NEXT") or found.value("AFTER"):
        return (almanac.nearest_weekday(after, weekday, 1) if after else None), "after"
    if weekday == anchor.weekday():
        return anchor, "on the day of"
    if found.has("this"):
        return almanac.shift_days(anchor, weekday - anchor.weekday()), "in the week of"
    forward = from_told or scene.looks_forward(found)
    return almanac.nearest_weekday(anchor, weekday, 1 if forward else -1), "after" if forward else "before"


def _weekday_is_no_day(scene: Scene, k: int) -> bool:
    """Whether it is none, such as "the Sun" and "sat".

    An abbreviation alone needs a capital, and its dot or "on", "last" or "next" before it.
    """
    word = scene.tokens.words[k]
    if len(word) > 5:
        after = scene.tokens.word(k + 1)
        return after in {"times", "prayers", "herald", "telegraph", "mail"} and scene.tokens.capital(k + 1)
    dotted = scene.tokens.ends[k] - scene.tokens.starts[k] > len(word)
    return not scene.tokens.capital(k) or not (dotted or scene.tokens.word(k - 1) in {"on", "last", "next", "since"})


def since(scene: Scene, reading: Reading) -> Reading:
    """After "since" a date opens a span that lasts until publication."""
    when, published = reading.when, scene.published
    if when is None or published is None or scene.tokens.word(reading.i - 1) != "since" or when.earliest > published:
        return reading
    if scene.anchors.narrative:
        return reading
    reason = f"{reading.reason}, and 'since' makes it last until {say.publication(published)}"
    lasting = When.throughout(
        when.earliest, published, text=f"since {when.text}", approximate=when.approximate, basis="relative",
        anchor=when.anchor or say.publication(published), reason=reason,
    )  # fmt: skip
    return Reading(reading.i, reading.j, reading.timex_type, reading.timex_value, lasting, reason, tells=False)


def with_part(scene: Scene, found: Found, reading: Reading) -> Reading:
    """The same day with its morning or night, as TIMEX3 writes it."""
    part = found.word("PART")
    if part is None:
        return reading
    text = next(scene.tokens.words[k] for k in found.having("PART"))
    when = reading.when.with_(time=text) if reading.when else None
    return Reading(
        reading.i,
        reading.j,
        "TIME",
        f"{reading.timex_value}T{part}",
        when,
        reading.reason,
        reading.tells,
        reading.stated,
    )


# ---------------------------------------------------------------- today, yesterday


def read_today(scene: Scene, found: Found) -> list[Reading]:
    """Such as today, earlier today, yesterday morning, tonight, the day before yesterday."""
    days = found.number("TODAY") or 0
    if found.has("before", "after") and found.has("day"):
        days += 1 if found.has("after") else -1
    anchor = publication(scene)
    if anchor is None:
        reading = Reading(
            found.i,
            found.j,
            "DATE",
            "PRESENT_REF" if days == 0 else "XXXX-XX-XX",
            None,
            say.unknown(found.text, _NO_PUBLICATION),
            tells=False,
        )
        return [reading]
    unit = unit_at(anchor.first, "D", days)
    reading = with_part(scene, found, present(found.text, found.i, found.j, unit, anchor, _NO_PUBLICATION))
    if found.has("tonight"):
        when = reading.when.with_(time="tonight") if reading.when else None
        return [Reading(found.i, found.j, "TIME", f"{unit.value}TNI", when, reading.reason)]
    return [reading]


def read_part(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as this morning, last night, that afternoon, the next morning, early the following evening."""
    from_told = (
        found.has("that", "same")
        or bool(found.value("BEFORE") or found.value("AFTER"))
        or (found.has("next", "the") and not found.value("PAST"))
    )
    shift = (
        -1 if found.value("PAST") or found.value("BEFORE") else 1 if found.value("NEXT") or found.value("AFTER") else 0
    )
    anchor = told(scene) if from_told else publication(scene)
    part = found.word("PART")
    if anchor is None or anchor.first != anchor.last:
        reason = say.unknown(found.text, _NO_DATE_TOLD if from_told else _NO_PUBLICATION)
        return [Reading(found.i, found.j, "TIME", f"XXXX-XX-XXT{part}", None, reason, tells=False)]
    reading = present(found.text, found.i, found.j, unit_at(anchor.first, "D", shift), anchor, _NO_DATE_TOLD)
    return [with_part(scene, found, reading)]


_AFTER_ADVERB = frozenset(
    {"", ".", ",", ";", ":", ")", "\n", "and", "but", "in", "on", "at", "by", "as", "after", "into", "to", "with", "from",
     "near", "when", "while", "that", "for", "between", "against", "across", "around", "outside"}
)  # fmt: skip


def read_overnight(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as "shelling went on overnight", the night that ends on the day of writing; not "an overnight train"."""
    before, after = scene.tokens.word(found.i - 1), scene.tokens.word(found.j)
    if after not in _AFTER_ADVERB or before in {"the", "a", "an", "stay", "stayed", "remain", "almost", "not", "'s"}:
        return None
    anchor = publication(scene)
    if anchor is None or scene.anchors.narrative:
        return None
    reading = present(found.text, found.i, found.j, unit_at(anchor.first, "D", -1), anchor, _NO_PUBLICATION)
    return [with_part(scene, found, reading)]


def read_part_of_day(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the night of 20 June 1791, 5 May 1945 morning."""
    readings = read_day(scene, found)
    return readings and [with_part(scene, found, reading) for reading in readings]


# ---------------------------------------------------------------- units


def read_unit(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as last week, this year, next month, the following day, later this month, the end of last year."""
    tokens = scene.tokens
    unit = found.word("UNIT")
    if unit is None or unit in {"S", "m", "H"}:
        return None
    bare = (
        found.has("the")
        and not found.has("this", "that", "same")
        and not any(found.value(c) for c in ("PAST", "NEXT", "BEFORE", "AFTER"))
    )
    from_told = bare or found.has("that", "same") or bool(found.value("BEFORE") or found.value("AFTER"))
    if (found.has("next") and found.has("the")) or (scene.anchors.retells and (found.has("this", "last", "next"))):
        from_told = True
    anchor = told(scene) if from_told else publication(scene)
    if from_told and anchor is None and not found.has("that", "same"):
        ahead = tokens.word(found.i - 1) in {"over", "in", "within", "during", "for", "throughout"}
        anchor = publication(scene) if ahead or not found.has("following", "next") else None
    shift = (
        -1 if found.value("PAST") or found.value("BEFORE") else 1 if found.value("NEXT") or found.value("AFTER") else 0
    )
    missing = _NO_DATE_TOLD if from_told else _NO_PUBLICATION
    if (
        anchor is None
        or (unit in {"D", "N"} and anchor.first != anchor.last)
        or (unit == "W" and anchor.precision not in {"day", "week"})
    ):
        reason = say.unknown(found.text, missing)
        return [Reading(found.i, found.j, "DATE", _unknown_value(unit), None, reason, tells=False)]
    if (
        shift == -1
        and found.value("PAST")
        and found.has("the")
        and tokens.word(found.i - 1) in {"over", "in", "for", "within", "throughout"}
        and found.value("EDGE") is None
    ):
        return [_period(scene, found, unit, 1, -1)]
    origin = anchor.last if shift > 0 else anchor.first
    target = unit_at(origin, unit, shift)
    return [_edged_unit(found, target, anchor)]


def _edged_unit(found: Found, target: Unit, anchor: Anchor) -> Reading:
    """The unit or, after "earlier", "late" and the like, its part."""
    edge = found.word("EDGE")
    span, approximate = target.span, False
    if span and found.has("earlier") and span[0] <= anchor.first <= span[1]:
        span = (span[0], anchor.first)
    elif span and found.has("later") and span[0] <= anchor.first <= span[1]:
        span = (anchor.first, span[1])
    elif edge:
        span, approximate = edged(span, edge)
    part = Unit(span, target.value, target.precision)
    return present(found.text, found.i, found.j, part, anchor, "", approximate=approximate)


def _unknown_value(unit: str) -> str:
    return {
        "D": "XXXX-XX-XX",
        "N": "XXXX-XX-XXTNI",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Y": "XXXX",
        "WE": "XXXX-WXX-WE",
        "Q": "XXXX-QX",
    }.get(unit, "XXXX")


def read_named(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as last March, next summer, the previous April, this autumn: a month or season by its place."""
    anchor = (
        told(scene) if found.value("BEFORE") or found.value("AFTER") or scene.anchors.retells else publication(scene)
    )
    month, season = found.number("MONTH"), found.word("SEASON")
    if month is None and season is None:
        return None
    if month is not None and not scene.tokens.capital(found.j - 1):
        return None
    if anchor is None:
        return [
            Reading(
                found.i,
                found.j,
                "DATE",
                f"XXXX-{season or f'{month:02d}'}",
                None,
                say.unknown(found.text, _NO_PUBLICATION),
                tells=False,
            )
        ]
    number = month or almanac.SEASON_MONTHS[season or "SU"][0]
    shift = (
        -1 if found.value("PAST") or found.value("BEFORE") else 1 if found.value("NEXT") or found.value("AFTER") else 0
    )
    year = anchor.first.year
    if shift < 0 and number >= anchor.first.month:
        year -= 1
    elif shift > 0 and number <= anchor.first.month:
        year += 1
    elif shift < 0 and season == "WI":
        year -= 1
    if month is not None:
        return [
            present(
                found.text,
                found.i,
                found.j,
                Unit(almanac.month_span(year, month), f"{year:04d}-{month:02d}", "month"),
                anchor,
                "",
            )
        ]
    return [
        present(
            found.text,
            found.i,
            found.j,
            Unit(almanac.season_span(year, season or "SU"), f"{year:04d}-{season}", "season"),
            anchor,
            "",
        )
    ]


# ---------------------------------------------------------------- so many units ago or later


def count_in(scene: Scene, found: Found) -> int | str | None:
    """How many: 3, "X" for several, 1 for "a"; halves are cut off."""
    words = scene.tokens.words[found.i : found.j]
    total: int | None = None
    for word in words:
        if word.isdigit() and len(word) < 5:
            return int(word)
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
    anchor = told(scene) if from_told else publication(scene)
    if from_told and anchor is None and direction < 0 and not scene.anchors.narrative:
        anchor = publication(scene)  # "from a year earlier" compares with now; nothing is later than now but plans
    n = count_in(scene, found)
    if is_half(found):
        unit, n = HALVES.get(unit, ("H", 1))
    if unit in {"S", "m", "H"} or (found.has("before", "after", "prior") and _goes_on(scene, found)):
        return None
    if anchor is None:
        reason = say.unknown(found.text, _NO_DATE_TOLD if from_told else _NO_PUBLICATION)
        value = "PAST_REF" if direction < 0 and n == "X" else "FUTURE_REF" if n == "X" else _unknown_value(unit)
        return [Reading(found.i, found.j, "DATE", value, None, reason, tells=False)]
    if not isinstance(n, int):
        return [_vague_ago(found, unit, direction, anchor)]
    rough = bool(found.value("ABOUT")) or found.has("more", "less", "least", "half")
    return [_counted_ago(found, unit, n * direction, anchor, rough)]


def _goes_on(scene: Scene, found: Found) -> bool:
    """Whether an event follows: "two days after the vote" is a length of time beside an undated event."""
    after = scene.tokens.word(found.j)
    return after[:1].isalnum() and after not in {"and", "but", "in", "at"}


def _counted_ago(found: Found, unit: str, n: int, anchor: Anchor, rough: bool) -> Reading:
    """Days give a day, weeks the day so many weeks off, months a month, years a year."""
    if unit in {"W", "F"} and anchor.first == anchor.last:
        day = almanac.shift_days(anchor.first, n * (14 if unit == "F" else 7))
        week = almanac.week_span(day) if day else None
        target = Unit(week, day.isoformat() if day else "", "week")
        return present(found.text, found.i, found.j, target, anchor, "", approximate=True)
    if unit in {"D", "N"} and anchor.first != anchor.last:
        why = "the date told before is no single day"
        return Reading(found.i, found.j, "DATE", "XXXX-XX-XX", None, say.unknown(found.text, why), tells=False)
    if unit == "M" and anchor.precision not in {"day", "month", "week"}:
        why = "the date told before names no month"
        return Reading(found.i, found.j, "DATE", "XXXX-XX", None, say.unknown(found.text, why), tells=False)
    if unit in {"DE", "CE"}:
        years = n * (10 if unit == "DE" else 100)
        target = unit_at(anchor.first, "Y", years)
        return present(found.text, found.i, found.j, target, anchor, "", approximate=True)
    target = unit_at(anchor.first, "D" if unit == "N" else unit, n)
    return present(found.text, found.i, found.j, target, anchor, "", approximate=rough)


def _vague_ago(found: Found, unit: str, direction: int, anchor: Anchor) -> Reading:
    near = _shift(anchor.first, unit, direction * _FEW[0])
    far = _shift(anchor.first, unit, direction * _FEW[1])
    value = "PAST_REF" if direction < 0 else "FUTURE_REF"
    if near is None or far is None:
        return Reading(
            found.i,
            found.j,
            "DATE",
            value,
            None,
            say.unknown(found.text, "it lies outside the years 1 to 9999"),
            tells=False,
        )
    span = (min(near, far), max(near, far))
    reading = present(found.text, found.i, found.j, Unit(span, value, "range"), anchor, "", approximate=True)
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
    """Such as the day before, the day after: beside the day told, when nothing else is named."""
    after = scene.tokens.word(found.j)
    if found.has("following"):
        after = ""
    if after.isalpha() and after not in {
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
    }:
        return None
    anchor = told(scene)
    direction = -1 if found.has("before", "previously", "earlier") else 1
    if anchor is None or anchor.first != anchor.last:
        return [
            Reading(found.i, found.j, "DATE", "XXXX-XX-XX", None, say.unknown(found.text, _NO_DATE_TOLD), tells=False)
        ]
    return [present(found.text, found.i, found.j, unit_at(anchor.first, "D", direction), anchor, "")]


# ---------------------------------------------------------------- periods up to or from publication


def read_period(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the past two weeks, the last 24 hours, the next four years, the first ten months."""
    unit = found.word("UNITS") or found.word("UNIT")
    if unit is None:
        return None
    n = count_in(scene, found)
    direction = -1 if found.value("PAST") else 1
    return [_period(scene, found, unit, n if n is not None else "X", direction)]


def _period(scene: Scene, found: Found, unit: str, n: int | str, direction: int) -> Reading:
    value = duration_value(unit, n)
    published = scene.published
    if scene.anchors.narrative or published is None:
        why = "it is a length of time, counted from no day of the calendar"
        return Reading(found.i, found.j, "DURATION", value, None, say.unknown(found.text, why), tells=False)
    other = _shift(published, unit, direction * (n if isinstance(n, int) else _FEW[1]))
    if other is None:
        return Reading(
            found.i,
            found.j,
            "DURATION",
            value,
            None,
            say.unknown(found.text, "it lies outside the years 1 to 9999"),
            tells=False,
        )
    span = (min(other, published), max(other, published))
    reading = present(
        found.text, found.i, found.j, Unit(span, value, "range"), publication(scene), "", approximate=n == "X"
    )
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
    published = scene.published
    if unit is None or unit not in _RECENT_DAYS:
        return None
    first = almanac.shift_days(published, -_RECENT_DAYS[unit]) if published else None
    if first is None or published is None or scene.anchors.narrative:
        return [
            Reading(found.i, found.j, "DATE", "PAST_REF", None, say.unknown(found.text, _NO_PUBLICATION), tells=False)
        ]
    reading = present(
        found.text,
        found.i,
        found.j,
        Unit((first, published), "PAST_REF", "range"),
        publication(scene),
        "",
        approximate=True,
    )
    return [Reading(found.i, found.j, "DATE", "PAST_REF", reading.when, reading.reason, tells=False)]


# ---------------------------------------------------------------- the same time, the 20th


def read_that_time(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as at the time, this time, that day: the date told last."""
    anchor = told(scene)
    before = scene.tokens.word(found.i - 1)
    if before not in {"at", "by", "during", "since", "from", "until", "around", "about", "of", "before", "after"}:
        return None
    if found.has("the") and not found.has("same") and (before != "at" or scene.tokens.word(found.j) == "of"):
        return None
    if anchor is None:
        return [
            Reading(
                found.i,
                found.j,
                "DATE",
                "PRESENT_REF",
                None,
                say.unknown(found.text, "no date was told before"),
                tells=False,
            )
        ]
    value = _value_of(anchor)
    reading = present(
        found.text, found.i, found.j, Unit((anchor.first, anchor.last), value, anchor.precision), anchor, ""
    )
    return [Reading(found.i, found.j, "DATE", value, reading.when, reading.reason, tells=False)]


def _value_of(anchor: Anchor) -> str:
    iso = anchor.first.isoformat()
    return {
        "month": iso[:7],
        "year": iso[:4],
        "decade": iso[:3],
        "century": iso[:2],
        "week": almanac.iso_week(anchor.first),
    }.get(anchor.precision, iso)


_AFTER_ORDINAL_DAY = frozenset(
    {"", ".", ",", ";", ":", ")", "\n", "and", "the", "when", "after", "to", "in", "at", "he", "she", "they", "it",
     "was", "were", "with", "by", "of", "for", "but", "until", "a", "-", "as", "while"}
)  # fmt: skip


def read_ordinal_day(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as on the 20th: a day of the month in force."""
    day = next((n for _, n in found.digits(1, 31)), None)
    before, after = scene.tokens.word(found.i - 1), scene.tokens.word(found.j)
    if (
        day is None
        or before not in {"on", "by", "until", "since", "and", "from", "to", "of", "till"}
        or after not in _AFTER_ORDINAL_DAY
    ):
        return None
    month = scene.anchors.month_in_force
    anchor = told(scene)
    if month is None and not scene.anchors.narrative and scene.published:
        anchor = publication(scene)
        month = scene.published.year, scene.published.month
        if day > scene.published.day and not scene.looks_forward(found):
            back = almanac.shift_months(scene.published, -1)
            month = (back.year, back.month) if back else month
    if month is None or anchor is None:
        return [
            Reading(
                found.i,
                found.j,
                "DATE",
                f"XXXX-XX-{day:02d}",
                None,
                say.unknown(found.text, "no month was told before"),
                tells=False,
            )
        ]
    moment = almanac.day_or_none(*month, day)
    if moment is None:
        return []
    return [
        present(
            found.text,
            found.i,
            found.j,
            Unit((moment, moment), moment.isoformat(), "day"),
            anchor,
            "",
            how="in the month of",
        )
    ]


# ---------------------------------------------------------------- now, recently, in the past


def read_reference(value: str) -> Reader:
    """A reader that answers PRESENT_REF, PAST_REF or FUTURE_REF."""

    def read(scene: Scene, found: Found) -> list[Reading] | None:
        if scene.tokens.word(found.i - 1) in {"most", "-"}:
            return None  # "the most recent model" compares, it does not date
        why = {
            "PRESENT_REF": "it means the time of writing",
            "PAST_REF": "it means some time before",
            "FUTURE_REF": "it means some time to come",
        }
        return [Reading(found.i, found.j, "DATE", value, None, say.unknown(found.text, why[value]), tells=False)]

    return read


def read_past(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as in the past: not "the past week" or "the past five trading days"."""
    before, after = scene.tokens.word(found.i - 1), scene.tokens.word(found.j)
    opens_clause = before == "in" and after in {
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "people",
        "there",
    }
    if (
        after[:1].isalnum()
        and not opens_clause
        and after
        not in {
            "and",
            "but",
            "when",
            "to",
            "is",
            "was",
            "has",
            "had",
            "as",
            "for",
            "by",
            "it",
            "he",
            "they",
            "we",
        }
    ):
        return None
    return [
        Reading(
            found.i,
            found.j,
            "DATE",
            "PAST_REF",
            None,
            say.unknown(found.text, "it means some time before"),
            tells=False,
        )
    ]


def read_day_of_month(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the 28th of that month."""
    day, month, anchor = next((n for _, n in found.digits(1, 31)), None), scene.anchors.month_in_force, told(scene)
    if found.has("this") and scene.published and not scene.anchors.narrative:
        anchor, month = publication(scene), (scene.published.year, scene.published.month)
    if day is None:
        return None
    moment = almanac.day_or_none(*month, day) if month else None
    if moment is None or anchor is None:
        return [
            Reading(
                found.i,
                found.j,
                "DATE",
                f"XXXX-XX-{day:02d}",
                None,
                say.unknown(found.text, "no month was told before"),
                tells=False,
            )
        ]
    return [
        present(
            found.text,
            found.i,
            found.j,
            Unit((moment, moment), moment.isoformat(), "day"),
            anchor,
            "",
            how="in the month of",
        )
    ]


_WEEK_DAYS = {"first": (1, 7), "second": (8, 14), "third": (15, 21)}


def read_week_of_month(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the last week of August, the first days of May: about seven days at that end of the month."""
    k, month = next(found.having("MONTH")), found.number("MONTH")
    if month is None or not scene.tokens.capital(k):
        return None
    year, named = year_of(scene, found)
    anchor = ""
    if not named:
        year, anchor = year_for(scene, found, month)
    span = almanac.month_span(year, month) if year else None
    if year is None or span is None:
        return [whole(scene, found, None, f"XXXX-{month:02d}", "week", missing="no year is told", stated=False)]
    which = scene.tokens.words[found.i + 1]
    first, last = _WEEK_DAYS.get(which, (span[1].day - 6, span[1].day))
    days = (span[0].replace(day=first), span[0].replace(day=last))
    return [whole(scene, found, days, almanac.iso_week(days[0]), "week", anchor=anchor, approximate=True, stated=named)]


def read_the_unit(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as for the week, to end the day, over the weekend: the one in force."""
    unit = found.word("UNIT")
    before, after = scene.tokens.word(found.i - 1), scene.tokens.word(found.j)
    if unit not in {"D", "W", "WE", "M", "Y", "Q"} or after in {
        "of",
        "when",
        "before",
        "after",
        "that",
        "-",
        "following",
        "a",
        "he",
        "they",
        "it",
        "'s",
    }:
        return None
    if scene.anchors.narrative or before not in {
        "for",
        "during",
        "end",
        "ended",
        "ending",
        "finish",
        "finished",
        "closed",
        "over",
        "in",
    }:
        return None
    if before == "in" and unit != "Q" and after != ".":
        return None
    near = told(scene) if unit == "D" and scene.sentences[found.i] - scene.anchors.sentence <= 1 else None
    anchor = near or publication(scene)
    if anchor is None or (unit == "D" and anchor.first != anchor.last):
        return None
    shift = -1 if unit == "WE" and anchor.first.weekday() < 5 and not scene.looks_forward(found) else 0
    return [present(found.text, found.i, found.j, unit_at(anchor.first, unit, shift), anchor, "", how="in the time of")]


MACROS = {
    "num": "( half ( a | an ) | NUM | COUNT ( -? COUNT )? ( and a half )? | a dozen | a? VAGUE of? | a | an )",
    "about": "( ABOUT | more than | less than | at least | at most | up to | a little more than"
    " | as many as | no more than )",
    "which": "( PAST | NEXT | BEFORE | AFTER | this )",
}

RULES = (
    Rule(
        "weekday",
        "( ( late | early ) ( on | PAST | NEXT )? )? ( the? $which | the same )? WEEKDAY ( ,? PART )?",
        "late Tuesday, Monday night",
        read_weekday,
    ),
    Rule("weekday of week", "WEEKDAY ( of )? ( PAST | NEXT | this ) week", "Monday last week", read_weekday),
    Rule("part of weekday", "( the? PART of | PART on ) WEEKDAY", "the night of Wednesday", read_weekday),
    Rule("today", "( early | late | earlier | later )? TODAY PART?", "yesterday morning", read_today),
    Rule("day beside today", "the day ( before | after ) TODAY", "the day before yesterday", read_today),
    Rule(
        "part of day",
        "( early | late )? ( this | that | PAST | the ( same | next | BEFORE | AFTER ) ) PART",
        "last night",
        read_part,
    ),
    Rule("overnight", "overnight", "went on overnight", read_overnight),
    Rule("part of date", "the? ( PART ) of the? $dom of? MONTH $year?", "the night of 20 June 1791", read_part_of_day),
    Rule("part of date", "the? ( PART ) of MONTH the? $dom $year?", "the night of June 20, 1791", read_part_of_day),
    Rule("date and part", "( $dom of? MONTH | MONTH $dom ) $year? ,? PART", "5 May 1945 morning", read_part_of_day),
    Rule(
        "unit",
        "$edge? the? ( ( very )? $which | ( that same | this same | that | the same | same ) ) UNIT",
        "last week",
        read_unit,
    ),
    Rule("part of the unit", "the EDGE of the UNIT", "the end of the year", read_unit),
    Rule("unit earlier", "the? EDGE in the UNIT", "later in the year", read_unit),
    Rule("named unit", "the? $edge? the? $which ( MONTH | SEASON )", "the previous April", read_named),
    Rule("ago", "$about? $num ( UNIT | UNITS ) ( AGO | LATER )", "more than two years ago", read_ago),
    Rule("ago", "UNITS ( AGO | LATER )", "months later", read_ago),
    Rule("day beside", "the day ( before | after | following )", "the day after", read_day_beside),
    Rule(
        "period",
        "the ( PAST | NEXT | AFTER | BEFORE ) ( $num ) STRAIGHT? ( UNITS | UNIT )",
        "the past two weeks",
        read_period,
    ),
    Rule("recent", "recent UNITS", "recent weeks", read_recent),
    Rule("that time", "( this | that | the same | the ) time", "at that time", read_that_time),
    Rule(
        "day of that month",
        "the ORD of ( that | the same | this | the ) month",
        "the 28th of that month",
        read_day_of_month,
    ),
    Rule(
        "week of month",
        "the ( first | second | third | last | final ) ( week | days ) of MONTH $year?",
        "the last week of August",
        read_week_of_month,
    ),
    Rule("the unit", "the UNIT", "for the week", read_the_unit),
    Rule("ordinal day", "the ( ORD )", "on the 20th", read_ordinal_day),
    Rule(
        "now",
        "( NOW | at present | at the moment | the present ( day | time )? | the time being | present -? day"
        " | modern -? day | these days )",
        "currently",
        read_reference("PRESENT_REF"),
    ),
    Rule("recently", "( more? RECENT | recent )", "recently", read_reference("PAST_REF")),
    Rule("past", "the past", "in the past", read_past),
    Rule("future", "( the? future | the ( near | long ) term )", "in the future", read_reference("FUTURE_REF")),
)
