"""Dates that name a day: 28 August 2017, 2017-08-28, 28/8/17, 24-25 January."""

from __future__ import annotations

from datetime import date

from timeline_app.model import When
from timeline_app.temporal import almanac, say
from timeline_app.temporal.numeric import choose, read_numeric
from timeline_app.temporal.reckoning import whole
from timeline_app.temporal.rules.months import read_month
from timeline_app.temporal.scene import Found, Reading, Rule, Scene
from timeline_app.temporal.which_year import short_year, year_after, year_anchor, year_for, year_of
from timeline_app.temporal.words import AMBIGUOUS_NAMES


def read_iso(scene: Scene, found: Found) -> list[Reading]:
    """2017-08-28, 2017-08-28T09:30Z."""
    surface = found.text
    day = almanac.day_or_none(int(surface[:4]), int(surface[5:7]), int(surface[8:10]))
    clock = surface[11:]
    if day is None or (clock and (int(clock[:2]) > 24 or int(clock[3:5]) > 59)):
        return []
    reading = whole(scene, found, (day, day), day.isoformat(), "day")
    if clock and reading.when:
        value = f"{day.isoformat()}T{clock.replace(' ', '').replace('UTC', 'Z')}"
        return [Reading(found.i, found.j, "TIME", value, reading.when.with_(time=clock), reading.reason, stated=True)]
    return [reading]


def read_digits(scene: Scene, found: Found) -> list[Reading]:
    """28/8/2017, 12-02-19."""
    numeric = choose(read_numeric(found.text, scene.published), scene.proven, scene.published, scene.language)
    if not numeric.readings:
        return []
    day = numeric.readings[0][1]
    reading = whole(scene, found, (day, day), day.isoformat(), "day")
    if reading.when is None:
        return []
    others = [other for _, other in numeric.readings[1:] if other != day] + _other_century(scene, found.text, day)
    reason = f"'{found.text}' is {say.day(day)}: {numeric.why}"
    if others:
        reason += f"; it may also be {' or '.join(say.day(other) for other in others)}"
    alternatives = tuple(When.on_day(other, text=found.text, reason=reason) for other in others)
    when = reading.when.with_(alternatives=alternatives, reason=reason)
    return [Reading(found.i, found.j, "DATE", day.isoformat(), when, reason, stated=True)]


def _other_century(scene: Scene, surface: str, day: date) -> list[date]:
    """The doubt of a two-digit year: certain only close to the day of publication."""
    parts = surface.replace(".", "/").replace("-", "/").split("/")
    if len(parts[0]) == 4 or len(parts[2]) == 4 or (scene.published and abs(scene.published.year - day.year) <= 20):
        return []
    other = almanac.day_or_none(day.year + (100 if day.year < 2000 else -100), day.month, day.day)
    return [other] if other else []


def read_day(scene: Scene, found: Found) -> list[Reading] | None:
    """28 August 2017, August 28th, the 28th of August, 24, 25 and 26 January."""
    months = list(found.having("MONTH"))
    month = found.number("MONTH")
    days = [(k, d) for k, d in found.digits(1, 31) if not scene.tokens.words[k].startswith("'")]
    if month is None or not days or _lower_case_verb(scene, months[0], found):
        return None
    if _names_something(scene, found):
        return []
    year, named = year_of(scene, found)
    anchor = ""
    if not named or scene.tokens.words[found.j - 1] == "year":
        lookahead = year_after(scene, found) if not named else year
        if lookahead is not None and not named:
            year, named = lookahead, True
        elif not named:
            year, anchor = year_for(scene, found, month, days[-1][1])
        else:
            anchor = year_anchor(scene, found)
    readings: list[Reading] = []
    for n, (k, day) in enumerate(days):
        i, j = (found.i if n == 0 else k, k + 1) if len(days) > 1 else (found.i, found.j)
        if len(days) > 1:
            i = found.i if n == 0 else k
            j = found.j if n == len(days) - 1 else (k + 1)
        readings += _one_day(scene, found, (year, month, day), named, anchor, i, j)
    return readings


_NAMED_AFTER_DAYS = frozenset(
    """hospital bridge street square school university college brigade brigades movement alliance coalition stadium mosque
    dam base camp division battalion avenue tunnel park neighborhood neighbourhood district barracks airport highway road
    factory institute theatre theater hall bloc""".split()
)
_ALLIANCES = frozenset({"alliance", "bloc", "coalition", "movement", "camp"})


def _names_something(scene: Scene, found: Found) -> bool:
    """Whether a day without a year is part of a name: "the 22 May Hospital", "the March 14 alliance"."""
    after = scene.tokens.word(found.j)
    if after not in _NAMED_AFTER_DAYS or any(found.digits(1000, 2999)):
        return False
    return scene.tokens.capital(found.j) or (after in _ALLIANCES and scene.tokens.word(found.i - 1) == "the")


def read_hyphenated(scene: Scene, found: Found) -> list[Reading] | None:
    """3-Mar-2005, 3-Mar-05."""
    day, month = next((n for _, n in found.digits(1, 31)), None), found.number("MONTH")
    digits = scene.tokens.words[found.j - 1]
    if day is None or month is None or not scene.tokens.glued(found.j - 1):
        return None
    year = int(digits) if len(digits) > 2 else short_year(scene, digits)
    return _one_day(scene, found, (year, month, day), True, "", found.i, found.j)


def read_weekday_and_figures(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as Thu 09/04, Monday 13/4: day and month in the order that makes it that weekday."""
    weekday = found.number("WEEKDAY")
    figures = [int(scene.tokens.words[k]) for k in range(found.i, found.j) if scene.tokens.words[k].isdigit()]
    if weekday is None or len(figures) != _DAY_AND_MONTH or scene.tokens.word(found.j) == "/":
        return None
    for day, month in (figures, figures[::-1]):
        if not 1 <= month <= _MONTHS:
            continue
        year, anchor = year_for(scene, found, month, day)
        moment = None if year is None else almanac.day_or_none(year, month, day)
        if moment is not None and moment.weekday() == weekday:
            return [whole(scene, found, (moment, moment), moment.isoformat(), "day", anchor=anchor, stated=False)]
    return None


_DAY_AND_MONTH = 2
_MONTHS = 12


def _one_day(
    scene: Scene, found: Found, ymd: tuple[int | None, int, int], named: bool, anchor: str, i: int, j: int
) -> list[Reading]:
    year, month, day = ymd
    if year is None:
        if day > 29 and almanac.day_or_none(2000, month, day) is None:
            return []
        missing = "no year is told and there is no publication date"
        return [
            whole(scene, found, None, f"XXXX-{month:02d}-{day:02d}", "day", i=i, j=j, missing=missing, stated=False)
        ]
    moment = almanac.day_or_none(year, month, day)
    if moment is None:
        if 1 <= year <= 9999:
            return []  # 30 February: nothing happened then
        return [whole(scene, found, None, f"{year:04d}-{month:02d}-{day:02d}", "day", i=i, j=j)]
    return [
        whole(
            scene,
            found,
            (moment, moment),
            moment.isoformat(),
            "day",
            i=i,
            j=j,
            anchor=anchor,
            stated=named or scene.anchors.year_stated,
        )
    ]


def _lower_case_verb(scene: Scene, k: int, found: Found) -> bool:
    """Whether "may" or "march" beside a number is a verb after all: "12 may be", "5 march on"."""
    word = scene.tokens.words[k]
    if word not in AMBIGUOUS_NAMES or scene.tokens.capital(k):
        return False
    return not any(found.digits(1000, 2999))


def read_no_day(_scene: Scene, _found: Found) -> list[Reading]:
    """32 May 2024: no such day, and "May 2024" inside it is not meant either."""
    return []


def read_odd_year(scene: Scene, found: Found) -> list[Reading] | None:
    """1 January 0000, March 10000: a date without a place on the calendar."""
    year = scene.tokens.words[found.j - 1]
    if len(year) == 4 and int(year) > 0:
        return read_day(scene, found) if any(found.digits(1, 31)) else read_month(scene, found)
    return [whole(scene, found, None, year, "year")]


RULES = (
    Rule("iso", "ISO", "2017-08-28T09:30Z", read_iso),
    Rule("numeric", "NUMERIC", "28/8/17", read_digits),
    Rule("no such day", "( BADDAY of? MONTH ,? YEAR? | MONTH BADDAY ,? YEAR )", "32 May 2024", read_no_day),
    Rule("odd year", "the? $dom? of? MONTH ,? ODDYEAR", "1 January 0000", read_odd_year),
    Rule("day month", "$dayname? $edge? the? $dom of? MONTH $year?", "Monday, 28 August 2017", read_day),
    Rule("weekday day/month", "WEEKDAY ,? DAY ( / | . ) DAY", "Thu 09/04", read_weekday_and_figures),
    Rule("day-month-year", "$dom - MONTH - ( YEAR | YY )", "3-Mar-2005", read_hyphenated),
    Rule("month day", "$dayname? $edge? MONTH the? $dom $year?", "August 28th, 2017", read_day),
    Rule("month, day, year", "$dayname? MONTH , $dom ,? YEAR", "March, 5, 2016", read_day),
    Rule("day in words", "$dayname? the ORDWORD of MONTH $year?", "the seventh of March 2016", read_day),
    Rule("days month", "the? $dom ( , $dom )? ( , $dom )? $join the? $dom of? MONTH $year?", "24-25 January", read_day),
    Rule("month days", "MONTH the? $dom ( , $dom )? ( , $dom )? $join the? $dom $year?", "July 1-3, 1863", read_day),
)
