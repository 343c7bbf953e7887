"""Lengths of time and repeated times: recognised, so that they never become dates."""

from __future__ import annotations

from timeline_app.temporal.reckoning import undated
from timeline_app.temporal.rules.counted import HALVES, count_in, duration_value, is_half
from timeline_app.temporal.scene import Found, Reading, Rule, Scene

_LENGTH = "it is a length of time"
_REPEATED = "it comes again and again"


def read_duration(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as three weeks, the six-day battle, about a year, two and a half years."""
    unit = found.word("UNITS") or found.word("UNIT")
    n = count_in(scene, found)
    if unit is None or n is None or unit == "WE":
        return None
    if found.word("UNIT") and not _fits_singular(scene, found, unit, n):
        return None
    if unit == "N" and not found.word("UNITS"):
        return None
    if is_half(found):
        return [_duration(found, duration_value(*HALVES[unit]))] if unit in HALVES else None
    shown = f"{n}.5" if found.has("half") and isinstance(n, int) else n
    return [_duration(found, duration_value(unit if unit != "N" else "D", shown))]


def _fits_singular(scene: Scene, found: Found, unit: str, n: int | str) -> bool:
    """Whether it measures: "a second" and "a minute" are said of much; "three day" only before a noun."""
    if found.has("-"):
        return True
    if n == 1:
        return unit in {"D", "W", "M", "Y", "DE", "CE", "H", "F"} and not (
            unit == "D" and scene.tokens.word(found.j) in {"of", "when"}
        )
    return isinstance(n, int) and scene.tokens.word(found.j).isalpha() and unit != "S"


def read_either(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as between 60 and 90 days: two lengths."""
    unit = found.word("UNITS")
    if unit is None or unit in {"N", "WE"}:
        return None
    ends = [k for k in range(found.i, found.j) if scene.tokens.words[k] not in {"and", "to", "-", "or"}]
    first, second = Found(found.tokens, found.i, ends[0] + 1), Found(found.tokens, ends[1], found.j)
    counts = count_in(scene, first), count_in(scene, second)
    return [_duration(part, duration_value(unit, n or "X")) for part, n in zip((first, second), counts, strict=True)]


def read_bare_units(_scene: Scene, found: Found) -> list[Reading] | None:
    """Such as months, for years."""
    unit = found.word("UNITS")
    if unit is None or unit in {"S", "m", "N", "Q", "WE"}:
        return None
    return [_duration(found, duration_value(unit, "X"))]


def read_long(_scene: Scene, found: Found) -> list[Reading] | None:
    """Such as month-long, decades-old."""
    unit = found.word("UNIT") or found.word("UNITS")
    return (unit and [_duration(found, duration_value(unit, 1 if found.word("UNIT") else "X"))]) or None


def _duration(found: Found, value: str) -> Reading:
    return undated(found, value, _LENGTH, "DURATION")


def read_every(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as every Friday, each day, per month, every two weeks."""
    weekday, unit = found.number("WEEKDAY"), found.word("UNIT") or found.word("UNITS")
    if weekday is not None:
        value = f"XXXX-WXX-{weekday + 1}"
    elif found.word("PART"):
        value = f"XXXX-XX-XXT{found.word('PART')}"
    elif found.word("SEASON"):
        value = f"XXXX-{found.word('SEASON')}"
    elif unit is not None:
        n = count_in(scene, found) if found.value("COUNT") or any(found.digits(1, 999)) else 1
        value = duration_value("D" if unit == "N" else unit, n or 1)
    else:
        return None
    return [_set(found, value)]


def read_every_other(_scene: Scene, found: Found) -> list[Reading] | None:
    """Such as every other week."""
    unit = found.word("UNIT")
    return None if unit is None else [_set(found, duration_value(unit, 2))]


def read_often(_scene: Scene, found: Found) -> list[Reading] | None:
    """Such as once a year, three times per week."""
    unit = found.word("UNIT")
    return None if unit is None else [_set(found, duration_value(unit, 1))]


def read_ly(_scene: Scene, found: Found) -> list[Reading] | None:
    """Such as daily, weekly, annually."""
    value = found.word("LY")
    return [_set(found, value)] if value else None


def read_weekdays(_scene: Scene, found: Found) -> list[Reading] | None:
    """Such as on Fridays."""
    weekday = found.number("WEEKDAYS")
    return None if weekday is None else [_set(found, f"XXXX-WXX-{weekday + 1}")]


def _set(found: Found, value: str) -> Reading:
    return undated(found, value, _REPEATED, "SET")


RULES = (
    Rule(
        "duration",
        "$about? $num -? STRAIGHT? ( UNIT | UNITS ) ( -? ( long | old ) )?",
        "about three weeks",
        read_duration,
    ),
    Rule("either", "( NUM | COUNT ) ( and | to | - | or ) ( NUM | COUNT ) ( UNITS )", "60 to 90 days", read_either),
    Rule(
        "length of the span",
        "the ( first | last | final | PAST | next ) $num -? ( UNIT | UNITS ) ( of MONTH? YEAR )?",
        "the first ten months",
        read_duration,
    ),
    Rule(
        "duration of all",
        "( the | these | those ) ( COUNT | NUM | VAGUE ) UNITS",
        "the six-day battle",
        read_duration,
    ),
    Rule("units", "UNITS", "for months", read_bare_units),
    Rule("unit long", "( UNIT | UNITS ) - ( long | old )", "month-long", read_long),
    Rule("every", "EVERY ( COUNT | NUM )? ( UNIT | UNITS | WEEKDAY | PART | SEASON )", "every Friday", read_every),
    Rule("every other", "EVERY other UNIT", "every other week", read_every_other),
    Rule(
        "so often",
        "( once | twice | COUNT times | NUM times ) ( a | an | per | each | every ) UNIT",
        "twice a month",
        read_often,
    ),
    Rule("-ly", "LY", "annually", read_ly),
    Rule("weekdays", "WEEKDAYS", "on Fridays", read_weekdays),
)
