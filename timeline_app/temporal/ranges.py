"""Two dates with a word between them that make one span: "from March to June", "28-31 August"."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.model import When
from timeline_app.temporal import say
from timeline_app.temporal.almanac import shift_days
from timeline_app.temporal.scene import Reading, Scene
from timeline_app.temporal.words import CLASSES

_JOINTS = frozenset({"to", "-", "until", "till", "through", "/"})


def join_ranges(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """The readings, with both ends of each range carrying the whole range as their `when`."""
    joined = _appositions(scene, _date_clocks(scene, readings))
    for n in range(len(joined) - 1):
        pair = _range(scene, joined[n], joined[n + 1])
        if pair is not None:
            joined[n], joined[n + 1] = pair
    return joined


_BESIDE = frozenset({"later", "earlier", "next", "following", "previous", "after", "before", "same"})
_UNITS = frozenset({"day", "days", "week", "weeks", "month", "months", "night"})


def _appositions(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """Relative days whose date is told right after them: "the next day, August 10", "a week earlier (on 6 April)"."""
    said = _days_in_weeks(scene, readings)
    for n in range(len(said) - 1):
        a, b = said[n], said[n + 1]
        words = set(scene.tokens.words[a.i : a.j])
        between = scene.tokens.words[a.j : b.i]
        beside = words & _BESIDE and words & _UNITS and between in ([","], ["("], [",", "on"], ["(", "on"])
        if not beside and not (between == ["("] and _falls_on(scene, a, b.when)):
            continue
        if b.timex_type == "DATE" and b.when is not None and b.when.is_single_day and a.timex_type == "DATE":
            text = scene.tokens.text[scene.tokens.starts[a.i] : scene.tokens.ends[a.j - 1]]
            reason = f"'{text}' is the day told right after it: {b.reason}"
            when = b.when.with_(text=text, reason=reason)
            said[n] = replace(a, timex_value=b.timex_value, when=when, reason=reason, tells=True)
    return said


def _days_in_weeks(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """The readings, a weekday and the week told right behind it as one: "before dawn on Friday last week"."""
    joined: list[Reading] = []
    for reading in readings:
        day = _in_week(scene, joined[-1], reading) if joined else None
        if day is None:
            joined.append(reading)
        else:
            joined[-1] = day
    return joined


def _in_week(scene: Scene, day: Reading, week: Reading) -> Reading | None:
    weekday, when = _weekday_of(scene, day), week.when
    if day.j != week.i or weekday is None or when is None or when.precision != "week":
        return None
    moment = shift_days(when.earliest, (weekday - when.earliest.weekday()) % 7)
    if moment is None or moment > when.latest:
        return None
    text = scene.tokens.text[scene.tokens.starts[day.i] : scene.tokens.ends[week.j - 1]]
    reason = f"'{' '.join(text.split())}' is {say.day(moment)}: {week.reason}"
    told = When.on_day(moment, basis=when.basis, text=text, anchor=when.anchor, reason=reason)
    return replace(week, i=day.i, timex_type="DATE", timex_value=moment.isoformat(), when=told, reason=reason)


def _weekday_of(scene: Scene, reading: Reading) -> int | None:
    """The day of the week that the words of a reading name, Monday is 0; None where they name none."""
    words = (CLASSES["WEEKDAY"].get(word) for word in scene.tokens.words[reading.i : reading.j])
    return next((word for word in words if isinstance(word, int)), None)


def _falls_on(scene: Scene, reading: Reading, when: When | None) -> bool:
    """Whether a day of the week is that of the day in brackets behind it: "on Sunday (August 31)"."""
    return when is not None and when.is_single_day and when.earliest.weekday() == _weekday_of(scene, reading)


def since(scene: Scene, reading: Reading) -> Reading:
    """After "since" a date opens a span that lasts until publication."""
    when, published = reading.when, scene.published
    if when is None or published is None or scene.tokens.word(reading.i - 1) != "since" or when.earliest > published:
        return reading
    if scene.anchors.narrative:
        return reading
    if when.is_single_day and when.earliest == published and scene.tokens.word(reading.j - 1) in CLASSES["WEEKDAY"]:
        before = shift_days(published, -7)  # what is said on a Thursday to go on since Thursday began the week before
        when = when if before is None else when.with_(earliest=before, latest=before, edtf=before.isoformat())
    reason = f"{reading.reason}, and 'since' makes it last until {say.publication(published)}"
    lasting = When.throughout(
        when.earliest, published, text=f"since {when.text}", approximate=when.approximate, basis="relative",
        anchor=when.anchor or say.publication(published), reason=reason,
    )  # fmt: skip
    return Reading(reading.i, reading.j, reading.timex_type, reading.timex_value, lasting, reason, tells=False)


def _date_clocks(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """Clock times with the day named right after them: "at 11 a.m. on 11 November 1918"."""
    dated = list(readings)
    for n in range(len(dated) - 1):
        clock, day = dated[n], dated[n + 1]
        near = day.i - clock.j <= 1 and scene.tokens.word(clock.j) in {"on", ",", day and scene.tokens.word(day.i)}
        if clock.timex_type != "TIME" or "T" not in clock.timex_value or not near or day.timex_type != "DATE":
            continue
        if day.when is None or not day.when.is_single_day:
            continue
        time = clock.timex_value.partition("T")[2]
        text = scene.tokens.text[scene.tokens.starts[clock.i] : scene.tokens.ends[clock.j - 1]]
        dated[n] = replace(
            clock, timex_value=f"{day.timex_value}T{time}", when=day.when.with_(time=text), reason=day.reason
        )
    return dated


def _range(scene: Scene, a: Reading, b: Reading) -> tuple[Reading, Reading] | None:
    if a.when is None or b.when is None or a.timex_type != "DATE" or b.timex_type != "DATE" or b.i - a.j != 1:
        return None
    joint, opener = scene.tokens.words[a.j], scene.tokens.word(a.i - 1)
    between = joint == "and" and opener == "between"
    if not between and joint not in _JOINTS and not (joint == "and" and opener == "from"):
        return None
    if a.when.earliest > b.when.latest or a.when.extent == "throughout":
        return None
    if joint == "-" and "\n" in scene.tokens.text[scene.tokens.ends[a.j - 1] : scene.tokens.starts[b.i]]:
        return None  # "- 2012 -" and the entry under that heading
    start = a.i - 1 if opener in {"between", "from"} else a.i
    text = scene.tokens.text[scene.tokens.starts[start] : scene.tokens.ends[b.j - 1]]
    make = When.within if between else When.throughout
    reason = f"'{' '.join(text.split())}' is {say.of(a.when)} to {say.of(b.when)}"
    reason += ", on some day between them" if between else ", from the first to the last"
    when = make(
        a.when.earliest, b.when.latest, text=text, reason=reason, basis=b.when.basis, anchor=b.when.anchor,
        approximate=a.when.approximate or b.when.approximate,
    )  # fmt: skip
    return replace(a, when=when, reason=reason), replace(b, when=when, reason=reason)
