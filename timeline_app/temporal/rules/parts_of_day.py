"""Today and its neighbours, mornings and nights."""

from __future__ import annotations

from timeline_app.temporal.reckoning import (
    NO_DATE_TOLD,
    NO_PUBLICATION,
    present,
    publication,
    told,
    told_just_now,
    undated,
    unit_at,
)
from timeline_app.temporal.rules.days import read_day
from timeline_app.temporal.rules.weekdays import with_part
from timeline_app.temporal.scene import Found, Reading, Rule, Scene


def read_today(scene: Scene, found: Found) -> list[Reading]:
    """Such as today, earlier today, yesterday morning, tonight, the day before yesterday."""
    days = found.number("TODAY") or 0
    if found.has("before", "after") and found.has("day"):
        days += 1 if found.has("after") else -1
    anchor = publication(scene)
    if anchor is None:
        return [undated(found, "PRESENT_REF" if days == 0 else "XXXX-XX-XX", NO_PUBLICATION)]
    unit = unit_at(anchor.first, "D", days)
    reading = with_part(scene, found, present(found, unit, anchor))
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
    anchor = publication(scene)
    if from_told:
        anchor = told_just_now(scene, found.i) if found.has("that") else told(scene)
    part = found.word("PART")
    if anchor is None or anchor.first != anchor.last:
        return [undated(found, f"XXXX-XX-XXT{part}", NO_DATE_TOLD if from_told else NO_PUBLICATION, "TIME")]
    reading = present(found, unit_at(anchor.first, "D", shift), anchor)
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
    reading = present(found, unit_at(anchor.first, "D", -1), anchor)
    return [with_part(scene, found, reading)]


def read_part_of_day(scene: Scene, found: Found) -> list[Reading] | None:
    """Such as the night of 20 June 1791, 5 May 1945 morning."""
    readings = read_day(scene, found)
    return readings and [with_part(scene, found, reading) for reading in readings]


RULES = (
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
)
