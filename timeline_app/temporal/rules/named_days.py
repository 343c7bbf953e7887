"""Holidays and named days: fixed ones by their date, movable ones through dateutil (Easter) and hijridate.

Islamic feasts follow the Umm al-Qura calendar; where the new moon is sighted locally they may be a day later.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache

from timeline_app.temporal import almanac
from timeline_app.temporal.reckoning import whole
from timeline_app.temporal.scene import Found, Reading, Rule, Scene
from timeline_app.temporal.which_year import year_of

_FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "bastille day": (7, 14),
    "independence day": (7, 4), "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11),
    "veterans day": (11, 11), "may day": (5, 1), "nowruz": (3, 20),
}  # fmt: skip

# Feasts of the Islamic year: month and day there.
_ISLAMIC = {"eid al fitr": (10, 1), "eid al adha": (12, 10), "ashura": (1, 10)}

# Days from Easter Sunday of the western churches.
_FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0,
    "easter monday": 1, "ascension day": 39, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip

# Days of the United States: month, weekday (Monday is 0) and which of them in the month, -1 for the last;
# as the law has it since 1971 (memorial day), 1942 (thanksgiving) and 1894 (labor day).
_OF_WEEKDAY = {"thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1)}
_SINCE = {"thanksgiving": 1942, "labor day": 1894, "memorial day": 1971}


def read_named_day(scene: Scene, found: Found) -> list[Reading] | None:
    """Christmas Day, New Year's Eve, Eid al-Fitr 2017: of the year said, else the last (or next) one."""
    name = _name(found)
    digits = next((value for _, value in found.digits(1000, 2999)), None)
    year, named = (digits, True) if digits else year_of(scene, found) if found.has("that") else (None, False)
    if name is None or not scene.tokens.capital(found.i):
        return None
    published = scene.published
    if year is None and scene.anchors.narrative:
        year = scene.anchors.year_in_force
    if year is None and published is None:
        value = "XXXX-{:02d}-{:02d}".format(*_FIXED[name]) if name in _FIXED else "XXXX-XX-XX"
        return [
            whole(
                scene,
                found,
                None,
                value,
                "day",
                missing="no year is told and there is no publication date",
                stated=False,
            )
        ]
    if year is not None:
        return _answer(scene, found, _day(name, year), named)
    if published is None:
        return None
    days = [day for y in (published.year - 1, published.year, published.year + 1) if (day := _day(name, y))]
    forward = scene.looks_forward(found)
    side = [day for day in days if (day >= published if forward else day <= published)]
    return _answer(scene, found, (side[0] if forward else side[-1]) if side else None, False)


def _answer(scene: Scene, found: Found, day: date | None, named: bool) -> list[Reading] | None:
    if day is None:
        return None
    anchor = "" if named else scene.publication
    return [whole(scene, found, (day, day), day.isoformat(), "day", anchor=anchor, stated=named)]


def _name(found: Found) -> str | None:
    words = " ".join(w for w in found.tokens.words[found.i : found.j] if w not in {"-", "the"} and not w.isdigit())
    words = (
        words.replace(" 's", "'s")
        .replace("s ' ", "s' ")
        .replace(" of that year", "")
        .replace("eid ul", "eid al")
        .strip(" ,")
    )
    words = words.removesuffix(" of")
    words = words.replace("thanksgiving day", "thanksgiving")
    return words if any(words in days for days in (_FIXED, _ISLAMIC, _FROM_EASTER, _OF_WEEKDAY)) else None


def _day(name: str, year: int) -> date | None:
    if not date.min.year <= year <= date.max.year:
        return None
    if name in _FIXED:
        return almanac.day_or_none(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _from_easter(year, _FROM_EASTER[name])
    if name in _OF_WEEKDAY:
        return _of_weekday(year, *_OF_WEEKDAY[name]) if year >= _SINCE[name] else None
    return _islamic(name, year)


def _from_easter(year: int, days: int) -> date | None:
    from dateutil.easter import easter  # noqa: PLC0415  (needed for these days only)

    return easter(year) + timedelta(days) if 1583 <= year <= 4099 else None  # what the Gregorian reckoning covers


def _of_weekday(year: int, month: int, weekday: int, which: int) -> date:
    days = [d for d in calendar.Calendar().itermonthdates(year, month) if d.month == month and d.weekday() == weekday]
    return days[which - 1 if which > 0 else which]


@cache
def _islamic(name: str, year: int) -> date | None:
    """The first day of a feast, in the few years that hold two (2000) the earlier; None outside 1925 to 2076."""
    from hijridate import Gregorian, Hijri  # noqa: PLC0415  (needed for these days only)

    try:
        at_new_year = Gregorian(year, 1, 1).to_hijri().year
        days = (Hijri(at_new_year + later, *_ISLAMIC[name]).to_gregorian() for later in (0, 1))
        return next((date(day.year, day.month, day.day) for day in days if day.year == year), None)
    except OverflowError:
        return None


_OF_YEAR = " ( ,? YEAR | of that year )?"

RULES = (
    Rule(
        "fixed day",
        "( christmas ( eve | day )? | boxing day | new year 's ( eve | day ) | valentine 's day | bastille day | halloween"
        " | armistice day | veterans day | independence day | nowruz | may day )" + _OF_YEAR,
        "Christmas Day",
        read_named_day,
    ),
    Rule(
        "movable day",
        "( eid ( al | ul ) - ( fitr | adha ) | ashura | ash wednesday | palm sunday | maundy thursday | good friday"
        " | easter ( sunday | monday ) | ascension day | whit ( sunday | monday ) | thanksgiving ( day )? | labor day | memorial day )"
        + _OF_YEAR,
        "Eid al-Fitr 2017",
        read_named_day,
    ),
)
