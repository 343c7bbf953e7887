"""Calendar units beside one in force: last week, the following day, last March, over the weekend."""

from __future__ import annotations

from datetime import date, timedelta

from timeline_app.temporal import almanac
from timeline_app.temporal.reckoning import (
    NO_DATE_TOLD,
    NO_PUBLICATION,
    Anchor,
    Unit,
    edged,
    present,
    publication,
    told,
    told_beside,
    told_just_now,
    undated,
    unit_at,
    unknown_value,
)
from timeline_app.temporal.rules.counted import period
from timeline_app.temporal.scene import Found, Reading, Rule, Scene


def read_unit(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as last week, this year, next month, the following day, later this month, the end of last year."""
    tokens = scene.tokens
    unit = found.word("UNIT")
    if unit is None or unit in {"S", "m", "H"} or (unit == "Q" and _is_of_a_town(scene, found)):
        return None
    if found.value("PAST") and found.has("last") and unit == "D" and _ends_something(scene, found):
        return None
    bare = (
        found.has("the")
        and not found.has("this", "that", "same")
        and not any(found.value(c) for c in ("PAST", "NEXT", "BEFORE", "AFTER"))
    )
    from_told = bare or found.has("that", "same") or bool(found.value("BEFORE") or found.value("AFTER"))
    if (found.has("next") and found.has("the")) or (
        scene.anchors.retells and (found.has("this", "next") or (found.has("last") and not _opens(scene, found)))
    ):
        from_told = True
    beside = unit in {"D", "N"} and not found.has("that", "same")
    anchor = publication(scene)
    if from_told:
        anchor = told_just_now(scene, found.i) if beside else _pointed_to(scene, found, unit)
    if from_told and anchor is None and not found.has("that", "same"):
        ahead = tokens.word(found.i - 1) in {"over", "in", "within", "during", "for", "throughout"}
        anchor = publication(scene) if ahead or not found.has("following", "next") else None
    shift = (
        -1 if found.value("PAST") or found.value("BEFORE") else 1 if found.value("NEXT") or found.value("AFTER") else 0
    )
    if (
        anchor is None
        or (unit in {"D", "N"} and anchor.first != anchor.last)
        or (unit == "W" and anchor.precision not in {"day", "week"})
    ):
        return [undated(found, unknown_value(unit), NO_DATE_TOLD if from_told else NO_PUBLICATION)]
    if (
        shift == -1
        and found.value("PAST")
        and found.has("the")
        and tokens.word(found.i - 1) in {"over", "in", "for", "within", "throughout", "of", "during"}
        and found.value("EDGE") is None
    ):
        return [period(scene, found, unit, 1, -1)]
    origin = anchor.last if shift > 0 else anchor.first
    target = unit_at(origin, unit, shift)
    if unit == "W" and found.value("PAST") and not from_told:
        target = _week_gone_by(target, anchor)
    return [_edged_unit(found, target, anchor)]


def _week_gone_by(target: Unit, anchor: Anchor) -> Unit:
    """Last week: on a Sunday the seven days before it, whether the writer's week ends or begins with that day."""
    if anchor.first != anchor.last or anchor.first.weekday() != _SUNDAY:
        return target
    begins = almanac.shift_days(anchor.first, -7)
    return Unit((begins, anchor.first - _ONE_DAY) if begins else None, target.value, "week")


_SUNDAY = 6


def _opens(scene: Scene, found: Found) -> bool:
    """Whether it opens its sentence: "Last month, deputies came to see them" is of publication in any text."""
    opens = found.i == 0 or scene.sentences[found.i - 1] != scene.sentences[found.i]
    return opens and scene.tokens.word(found.j) == ","


def _pointed_to(scene: Scene, found: Found, unit: str) -> Anchor | None:
    """What "that month" and "the same day" point to: the date told last.

    Also one told beside in the sentence before ("held since June 2014", "had stormed it on May 8"); of a day no month
    looked back to ("an officer who was captured in August").
    """
    if not found.has("that", "same"):
        return told(scene)
    if unit in {"D", "N"}:
        return told_just_now(scene, found.i) if found.has("that") else told(scene, scene.anchors.before_aside)
    beside = told_beside(scene, found.i) if unit in {"M", "Y"} else None
    return beside if beside is not None and scene.anchors.beside_sentence > scene.anchors.sentence else told(scene)


def _ends_something(scene: Scene, found: Found) -> bool:
    """Whether the last day is that of something: "on the third and last day of an exchange"."""
    return scene.tokens.word(found.j) == "of" and scene.tokens.word(found.j + 1) in _DETERMINERS


_DETERMINERS = frozenset("a an the its his her their this that".split())
_ONE_DAY = timedelta(days=1)


def _before_now(first: date, now: date, in_month: bool) -> date:
    """The last day that "earlier" in a unit may mean: the one before now.

    Of a month it ends before last week, or this one where the month is young: of those a writer says "last week".
    """
    sundays = [almanac.shift_days(now, -now.weekday() - weeks * 7 - 1) for weeks in (1, 0)] if in_month else []
    return next((day for day in sundays if day and day > first), now - _ONE_DAY if now > first else first)


def _edged_unit(found: Found, target: Unit, anchor: Anchor) -> Reading:
    """The unit or, after "earlier", "late" and the like, its part; what was earlier or will be later is not today."""
    edge = found.word("EDGE")
    span, approximate = target.span, False
    if span == (anchor.first, anchor.last):
        pass  # "in June, and later that month": of all that is known of it
    elif span and found.has("earlier") and span[0] <= anchor.first <= span[1]:
        span = (span[0], _before_now(span[0], anchor.first, found.has("month")))
    elif span and found.has("later") and span[0] <= anchor.first <= span[1]:
        span = (anchor.last + _ONE_DAY if anchor.last < span[1] else span[1], span[1])
    elif edge:
        span, approximate = edged(span, edge)
    part = Unit(span, target.value, target.precision)
    return present(found, part, anchor, approximate=approximate)


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
        return [undated(found, f"XXXX-{season or f'{month:02d}'}", NO_PUBLICATION)]
    number = month or almanac.SEASON_MONTHS[season or "SU"][0]
    shift = (
        -1 if found.value("PAST") or found.value("BEFORE") else 1 if found.value("NEXT") or found.value("AFTER") else 0
    )
    year = anchor.first.year
    over = month or almanac.SEASON_MONTHS[season or "SU"][-1]  # "last summer", said in July, is of the year before
    if shift < 0 and (over >= anchor.first.month or number >= anchor.first.month):
        year -= 1
    elif shift > 0 and number <= anchor.first.month:
        year += 1
    elif shift < 0 and season == "WI":
        year -= 1
    if month is not None:
        return [present(found, Unit(almanac.month_span(year, month), f"{year:04d}-{month:02d}", "month"), anchor)]
    return [present(found, Unit(almanac.season_span(year, season or "SU"), f"{year:04d}-{season}", "season"), anchor)]


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
    during = before in _DURING or (before == "at" and unit == "WE")
    if scene.anchors.narrative or not during:
        return None
    if before == "in" and unit != "Q" and after != ".":
        return None
    near = told(scene) if unit == "D" and scene.sentences[found.i] - scene.anchors.sentence <= 1 else None
    anchor = near or publication(scene)
    if anchor is None or (unit == "D" and anchor.first != anchor.last):
        return None
    shift = -1 if unit == "WE" and anchor.first.weekday() < 5 and not scene.looks_forward(found) else 0
    return [present(found, unit_at(anchor.first, unit, shift), anchor, how="in the time of")]


_DURING = frozenset("for during end ended ending finish finished closed over in".split())
_BEFORE_A_TIME = frozenset(
    {"in", "during", "for", "from", "over", "throughout", "since", "until", "by", "of", "than", "with", "to", "through"}
)


def _is_of_a_town(scene: Scene, found: Found) -> bool:
    """Whether a quarter is a part of a town: "the last quarter of the city", "had left the same quarter in May"."""
    before, after = scene.tokens.word(found.i - 1), scene.tokens.word(found.j)
    if after == "of":
        whose = scene.tokens.word(found.j + 1)
        whose = scene.tokens.word(found.j + 2) if whose == "the" else whose
        return not (whose[:1].isdigit() or whose in {"last", "this", "next", "year", "fiscal", "financial", "season"})
    return found.has("same") and before not in _BEFORE_A_TIME


RULES = (
    Rule(
        "unit",
        "$edge? ( the | this )? ( ( very )? $which | ( that same | this same | that | the same | same ) ) UNIT",
        "last week",
        read_unit,
    ),
    Rule("part of the unit", "the EDGE of the UNIT", "the end of the year", read_unit),
    Rule("unit earlier", "the? EDGE in the UNIT", "later in the year", read_unit),
    Rule("named unit", "the? $edge? ( the | this )? $which ( MONTH | SEASON )", "the previous April", read_named),
    Rule("the unit", "the UNIT", "for the week", read_the_unit),
)
