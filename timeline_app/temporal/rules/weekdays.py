"""Weekdays by publication or by the date told before, forwards or back by the verb."""

from __future__ import annotations

from datetime import date

from timeline_app.temporal import almanac
from timeline_app.temporal.reckoning import NO_DATE_TOLD, NO_PUBLICATION, Unit, present, publication, told, undated
from timeline_app.temporal.scene import Found, Reading, Rule, Scene


def read_weekday(scene: Scene, found: Found) -> list[Reading] | None:
    """Wednesday, last Friday, Monday night, late Tuesday, the following Sunday, Monday last week."""
    k = next(found.having("WEEKDAY"))
    weekday = found.number("WEEKDAY")
    if weekday is None or _weekday_is_no_day(scene, k):
        return None
    again = _day_told_again(scene, found, weekday)
    if again is not None:
        return [again]
    in_week = _in_week_told(scene, found, weekday)
    if in_week is not None:
        return [with_part(scene, found, in_week)]
    from_told = found.has(
        "previous", "preceding", "following", "ensuing", "subsequent", "same", "that", "followed"
    ) or (scene.anchors.retells and scene.anchors.told_day is not None)
    anchor = told(scene) if from_told else publication(scene)
    if anchor is None:
        missing = NO_DATE_TOLD if from_told else NO_PUBLICATION
        reading = undated(found, f"XXXX-WXX-{weekday + 1}", missing)
        return [with_part(scene, found, reading)]
    day, how = _weekday(scene, found, anchor.first, weekday, from_told)
    if day is None:
        return []
    unit = Unit((day, day), day.isoformat(), "day")
    reading = present(found, unit, anchor, how=how)
    return [with_part(scene, found, reading)]


def _day_told_again(scene: Scene, found: Found, weekday: int) -> Reading | None:
    """The day just told, of which a weekday says again which it was: "18 April 2011, a Monday,"."""
    words = scene.tokens.word(found.i - 2), scene.tokens.word(found.i - 1)
    anchor, day = told(scene), scene.anchors.told_day
    if words != (",", "a") or anchor is None or day is None or scene.anchors.sentence != scene.sentences[found.i]:
        return None
    if day.weekday() != weekday:
        return None
    return with_part(
        scene, found, present(found, Unit((day, day), day.isoformat(), "day"), anchor, how="on the day of")
    )


def _in_week_told(scene: Scene, found: Found, weekday: int) -> Reading | None:
    """The day in the week that the sentence has named: "Last week, past midnight on Thursday,"."""
    if scene.anchors.precision != "week":
        return None
    anchor, first = told(scene), scene.anchors.first
    same = scene.anchors.sentence == scene.sentences[found.i]
    pointed = any(found.value(name) for name in ("PAST", "NEXT", "BEFORE", "AFTER")) or found.has(
        "week", "same", "that"
    )
    opens = same and _week_opens(scene, found.i)
    if anchor is None or first is None or anchor.precision != "week" or not opens or pointed:
        return None
    day = almanac.shift_days(first, (weekday - first.weekday()) % 7)
    if day is None:
        return None
    return present(found, Unit((day, day), day.isoformat(), "day"), anchor, how="in the week of")


_WEEK_AHEAD = 30
"""Tokens from the head of a sentence to a weekday of the week it begins with, at most."""


def _week_opens(scene: Scene, k: int) -> bool:
    """Whether the sentence of a token begins with its week: "Last week"; not "After last week's shelling"."""
    first = k
    while first and scene.sentences[first - 1] == scene.sentences[k]:
        first -= 1
        if k - first > _WEEK_AHEAD:
            return False
    words = [word for word in scene.tokens.words[first : first + 5] if word.isalnum()]
    return (
        words[1:2] == ["week"]
        and words[:1] in (["last"], ["this"])
        and "'s" not in scene.tokens.words[first : first + 4]
    )


def _weekday(scene: Scene, found: Found, anchor: date, weekday: int, from_told: bool) -> tuple[date | None, str]:
    """The day and how it lies to the anchor."""
    if found.has("week"):
        shift = -7 if found.value("PAST") else 7 if found.value("NEXT") else 0
        return almanac.shift_days(anchor, weekday - anchor.weekday() + shift), "in the week named by"
    before, after = almanac.shift_days(anchor, -1), almanac.shift_days(anchor, 1)
    if found.value("PAST") or found.value("BEFORE"):
        return (almanac.nearest_weekday(before, weekday, -1) if before else None), "before"
    if found.value("NEXT") or found.value("AFTER") or found.has("followed"):
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


RULES = (
    Rule(
        "weekday",
        "( ( late | early ) ( on | PAST | NEXT )? )? ( the? $which | the same )? WEEKDAY ( ,? PART )?",
        "late Tuesday, Monday night",
        read_weekday,
    ),
    Rule("weekday that followed", "the WEEKDAY that followed", "on the Tuesday that followed", read_weekday),
    Rule("weekday of week", "WEEKDAY ( of )? ( PAST | NEXT | this ) week", "Monday last week", read_weekday),
    Rule("part of weekday", "( the? PART of | PART on ) WEEKDAY", "the night of Wednesday", read_weekday),
)
