"""Holidays and named days: fixed ones by their date, movable ones through the holidays library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from timeline_app.temporal import almanac, say
from timeline_app.temporal.absolute import whole, year_of
from timeline_app.temporal.scene import Found, Reading, Rule, Scene

_FIXED = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "bastille day": (7, 14),
    "independence day": (7, 4), "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11),
    "veterans day": (11, 11), "may day": (5, 1), "nowruz": (3, 20),
}  # fmt: skip

# Movable days: country and the library's English name (lower case, without what it says of estimates).
_MOVABLE = {
    "eid al fitr": ("JO", "eid al-fitr"), "eid al adha": ("JO", "eid al-adha"), "ashura": ("IQ", "day of ashura"),
    "easter monday": ("GB", "easter monday"), "good friday": ("GB", "good friday"),
    "easter sunday": ("CY", "easter"), "thanksgiving": ("US", "thanksgiving"),
    "labor day": ("US", "labor day"), "memorial day": ("US", "memorial day"),
}  # fmt: skip


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
    anchor = "" if named or scene.published is None else say.publication(scene.published)
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
    return words if words in _FIXED or words in _MOVABLE else None


def _day(name: str, year: int) -> date | None:
    if name in _FIXED:
        return almanac.day_or_none(year, *_FIXED[name])
    return next(iter(sorted(_movable(name, year))), None)


@cache
def _movable(name: str, year: int) -> tuple[date, ...]:
    """The first day of a movable feast; Islamic ones are estimates where not yet announced."""
    country, wanted = _MOVABLE[name]
    return tuple(day for day, label in _calendar(country, year) if wanted in label)


def _calendar(country: str, year: int) -> Iterator[tuple[date, str]]:
    import holidays  # noqa: PLC0415  (slow to import, needed for named days only)

    try:
        days = holidays.country_holidays(country, years=year, language="en_US")
    except (NotImplementedError, ValueError):
        return iter(())
    return ((day, label.lower()) for day, label in days.items())


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
        "( eid ( al | ul ) - ( fitr | adha ) | ashura | good friday | easter ( sunday | monday )"
        " | thanksgiving ( day )? | labor day | memorial day )" + _OF_YEAR,
        "Eid al-Fitr 2017",
        read_named_day,
    ),
)
