"""Dates that point back: at the time, on the 20th, the 28th of that month, the last week of August."""

from __future__ import annotations

from datetime import date

from timeline_app.temporal import almanac
from timeline_app.temporal.reckoning import Anchor, Unit, present, publication, told, undated, whole
from timeline_app.temporal.scene import Found, Reading, Rule, Scene, number_at
from timeline_app.temporal.which_year import year_for, year_of
from timeline_app.temporal.words import CLASSES


def read_that_time(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as at the time, this time, that day: the date told last."""
    anchor = told(scene)
    before = scene.tokens.word(found.i - 1)
    if before not in {"at", "by", "during", "since", "from", "until", "around", "about", "of", "before", "after"}:
        return None
    if found.has("the") and not found.has("same") and (before != "at" or scene.tokens.word(found.j) == "of"):
        return None
    if anchor is None:
        return [undated(found, "PRESENT_REF", "no date was told before")]
    value = _value_of(anchor)
    reading = present(found, Unit((anchor.first, anchor.last), value, anchor.precision), anchor)
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
     "was", "were", "with", "by", "of", "for", "but", "until", "a", "-", "as", "while", "against", "from", "on", "over",
     "near", "before", "because", "where", "who", "which", "that", "his", "its", "their", "an", "some", "several",
     "about", "around", "into", "across", "during", "through"}
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
    month = scene.anchors.before_aside.month_in_force
    anchor = told(scene, scene.anchors.before_aside)
    if month is None and not scene.anchors.narrative and scene.published:
        anchor = publication(scene)
        month = scene.published.year, scene.published.month
        if day > scene.published.day and not scene.looks_forward(found):
            back = almanac.shift_months(scene.published, -1)
            month = (back.year, back.month) if back else month
    if month is None or anchor is None:
        return [undated(found, f"XXXX-XX-{day:02d}", "no month was told before")]
    moment = _moved_on(scene, found, almanac.day_or_none(*month, day), day)
    if moment is None:
        return []
    return [present(found, Unit((moment, moment), moment.isoformat(), "day"), anchor, how="in the month of")]


def _moved_on(scene: Scene, found: Found, moment: date | None, day: int) -> date | None:
    """The day in another month where the one in force cannot be meant: it is still to come, or the story is past it.

    Under "Posted on 5 September" "the 20th" is of August; "on 24 August they stopped, and on the 2nd" of September.
    """
    published, told_day = scene.published, scene.anchors.told_day
    if moment is None or published is None or scene.anchors.narrative:
        return moment
    if moment > published and not scene.looks_forward(found):
        return _in_month_off(moment, -1, day) or moment
    later = _in_month_off(moment, 1, day)
    passed = told_day is not None and (told_day - moment).days >= _PASSED_DAYS and told_day.month == moment.month
    return later if passed and later is not None and later <= published else moment


_PASSED_DAYS = 14
"""Days by which a story has left a day of its month behind, so that the next month's is meant."""


def _in_month_off(moment: date, months: int, day: int) -> date | None:
    """The same day of a month some months off; None where that has none."""
    other = almanac.shift_months(moment.replace(day=1), months)
    return almanac.day_or_none(other.year, other.month, day) if other is not None else None


def read_day_of_month(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the 28th of that month."""
    day, month, anchor = next((n for _, n in found.digits(1, 31)), None), scene.anchors.month_in_force, told(scene)
    if found.has("this") and scene.published and not scene.anchors.narrative:
        anchor, month = publication(scene), (scene.published.year, scene.published.month)
    if day is None:
        return None
    moment = almanac.day_or_none(*month, day) if month else None
    if moment is None or anchor is None:
        return [undated(found, f"XXXX-XX-{day:02d}", "no month was told before")]
    return [present(found, Unit((moment, moment), moment.isoformat(), "day"), anchor, how="in the month of")]


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


_WHICH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def read_weekday_of_month(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the first Sunday of the month, the last Friday in May."""
    weekday, which = found.number("WEEKDAY"), _WHICH.get(scene.tokens.words[found.i + 1])
    if weekday is None or which is None:
        return None
    month, anchor = found.number("MONTH"), ""
    if month is not None:
        year, named = year_of(scene, found)
        if not named:
            year, anchor = year_for(scene, found, month)
        day = _weekday_in(year, month, weekday, which)
    else:
        if scene.published is None:
            return [undated(found, f"XXXX-WXX-{weekday + 1}", "no month was told and there is no publication date")]
        before = almanac.shift_months(scene.published, -1)
        base = before if scene.tokens.words[found.j - 2] == "last" else scene.published
        day = None if base is None else _weekday_in(base.year, base.month, weekday, which)
        ahead = day is not None and day > scene.published and not scene.looks_forward(found)
        day = _weekday_in(before.year, before.month, weekday, which) if ahead and before is not None else day
        anchor = scene.publication
    if day is None:
        return []
    return [whole(scene, found, (day, day), day.isoformat(), "day", anchor=anchor, stated=False)]


def read_days_of_month(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the first ten days of January 2019, the last two weeks of May: that many days at that end of the month."""
    words, month = scene.tokens.words, found.number("MONTH")
    count = number_at(scene.tokens, found.i + 2) or CLASSES["COUNT"].get(words[found.i + 2])
    if month is None or not isinstance(count, int) or not scene.tokens.capital(next(found.having("MONTH"))):
        return None
    days = count * (7 if words[found.i + 3] == "weeks" else 1)
    year, named = year_of(scene, found)
    anchor = ""
    if not named:
        year, anchor = year_for(scene, found, month)
    span = almanac.month_span(year, month) if year else None
    if span is None:
        return [whole(scene, found, None, f"XXXX-{month:02d}", "range", missing="no year is told", stated=False)]
    last = span[1].day
    if not 1 < days < last:
        return None
    first, until = (1, days) if words[found.i + 1] == "first" else (last - days + 1, last)
    between = (span[0].replace(day=first), span[0].replace(day=until))
    return [whole(scene, found, between, f"{span[0]:%Y-%m}", "range", anchor=anchor, stated=named)]


def _weekday_in(year: int | None, month: int, weekday: int, which: int) -> date | None:
    """The first, second ... or last weekday of a month; None where it has none."""
    span = almanac.month_span(year, month) if year else None
    if span is None:
        return None
    days = range((weekday - span[0].weekday()) % 7 + 1, span[1].day + 1, 7)
    return span[0].replace(day=days[which]) if which < len(days) else None


def read_that_month(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as that August: the month in the year told last, or the next one behind the day told in it."""
    number, anchor = found.number("MONTH"), told(scene)
    if number is None or not scene.tokens.capital(found.j - 1):
        return None
    if anchor is None:
        return [undated(found, f"XXXX-{number:02d}", "no year was told before")]
    later = anchor.precision != "year" and number < anchor.first.month
    span = almanac.month_span(anchor.first.year + later, number)
    return [present(found, Unit(span, f"{anchor.first.year + later:04d}-{number:02d}", "month"), anchor)]


RULES = (
    Rule("that month named", "( that | the following ) MONTH", "that August", read_that_month),
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
    Rule(
        "days of month",
        "the ( first | last | final ) ( NUM | COUNT ) ( days | weeks ) ( of | in ) MONTH $year?",
        "the first ten days of January 2019",
        read_days_of_month,
    ),
    Rule(
        "weekday of month",
        "the ( first | second | third | fourth | last ) WEEKDAY ( of | in ) ( ( the | this | last ) month | MONTH $year? )",
        "the first Sunday of the month",
        read_weekday_of_month,
    ),
    Rule("ordinal day", "the ( ORD )", "on the 20th", read_ordinal_day),
)
