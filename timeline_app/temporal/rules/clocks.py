"""Times of day, kept as written; they say which day only through the words around them."""

from __future__ import annotations

from timeline_app.temporal.reckoning import Unit, present, publication, told, undated
from timeline_app.temporal.rules.weekdays import read_weekday
from timeline_app.temporal.scene import Found, Reading, Rule, Scene
from timeline_app.temporal.words import CLASSES

_SIGNALS = frozenset(
    {
        "at",
        "around",
        "about",
        "by",
        "from",
        "until",
        "till",
        "before",
        "after",
        "between",
        "to",
        "-",
        "and",
        "since",
        "near",
    }
)


def read_clock(scene: Scene, found: Found) -> list[Reading] | None:
    """14:58 UTC, 6:40 p.m., 0800 GMT, 11 a.m., five o'clock."""
    clock = _hours_minutes(scene, found)
    marked = (
        found.value("AMPM") is not None
        or found.value("ZONE") is not None
        or found.has("hours", "clock", "local", "hrs")
    )
    if clock is None or (not marked and scene.tokens.word(found.i - 1) not in _SIGNALS):
        return None
    hours, minutes, seconds = clock
    value = f"T{hours:02d}:{minutes:02d}{seconds}" + ("Z" if found.has("utc", "gmt") else "")
    return [_on_its_day(scene, found, value)]


def _hours_minutes(scene: Scene, found: Found) -> tuple[int, int, str] | None:
    first = scene.tokens.words[
        next(
            k
            for k in range(found.i, found.j)
            if scene.tokens.words[k][0].isdigit() or scene.tokens.words[k] in CLASSES["COUNT"]
        )
    ]
    seconds = ""
    if ":" in first:
        parts = first.split(":")
        hours, minutes = int(parts[0]), int(parts[1])
        seconds = f":{parts[2]}" if len(parts) > 2 else ""
    elif first.isdigit() and len(first) == 4:
        hours, minutes = int(first[:2]), int(first[2:])
    else:
        count = CLASSES["COUNT"].get(first, first)
        hours, minutes = int(str(count)) if str(count).isdigit() else 99, 0
    shift = found.number("AMPM")
    if shift is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + shift
    return (hours, minutes, seconds) if hours <= 24 and minutes < 60 else None


def _on_its_day(scene: Scene, found: Found, value: str) -> Reading:
    """The time on the day told in its sentence, else in a story the day told, in news publication's."""
    anchor = told(scene)
    near = anchor is not None and scene.anchors.sentence == scene.sentences[found.i]
    if not near and not scene.anchors.retells:
        anchor = publication(scene)
    if anchor is None or anchor.first != anchor.last:
        return undated(found, f"XXXX-XX-XX{value}", "no day goes with it", "TIME")
    iso = anchor.first.isoformat()
    reading = present(found, Unit((anchor.first, anchor.last), iso, "day"), anchor, how="on the day of")
    when = reading.when.with_(time=found.text) if reading.when else None
    return Reading(found.i, found.j, "TIME", iso + value, when, reading.reason, tells=False)


def read_clock_weekday(scene: Scene, found: Found) -> list[Reading] | None:
    """12:00 UTC Monday."""
    clock, days = _hours_minutes(scene, found), read_weekday(scene, found)
    if clock is None or not days:
        return None
    day = days[0]
    time = f"T{clock[0]:02d}:{clock[1]:02d}{clock[2]}" + ("Z" if found.has("utc", "gmt") else "")
    when = day.when.with_(time=found.text) if day.when else None
    return [Reading(found.i, found.j, "TIME", day.timex_value.split("T")[0] + time, when, day.reason, day.tells)]


def read_midnight(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as midnight, noon, dawn."""
    word = scene.tokens.words[found.j - 1]
    code = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00", "dawn": "TMO", "dusk": "TEV"}.get(word)
    if code is None or scene.tokens.word(found.i - 1) not in _SIGNALS:
        return None
    return [_on_its_day(scene, found, code)]


RULES = (
    Rule("clock", "$clock $zone?", "14:58 UTC", read_clock),
    Rule("clock weekday", "$clock $zone? ( on )? WEEKDAY", "12:00 UTC Monday", read_clock_weekday),
    Rule("noon", "PART", "at midnight", read_midnight),
)
