"""The year of a date that does not say it: told before, or near publication by the tense of its verb."""

from __future__ import annotations

from datetime import date

from timeline_app.temporal import say
from timeline_app.temporal.anchors import Anchors
from timeline_app.temporal.numeric import full_year
from timeline_app.temporal.scene import Found, Scene, number_at
from timeline_app.temporal.words import CLASSES


def year_of(scene: Scene, found: Found) -> tuple[int | None, bool]:
    """The year the words name (also "of that year") and whether they name one at all."""
    for k in range(found.j - 1, found.i - 1, -1):
        word = scene.tokens.words[k]
        if word == "year" or (word == "'s" and scene.tokens.words[k - 1] == "year" and k - 1 > found.i):
            return _year_meant(scene, k if word == "year" else k - 1), True
        if word.startswith("'") and word[1:].isdigit():
            return short_year(scene, word[1:]), True
        if word.isdigit() and len(word) == 4:
            return int(word), True
    return None, False


_BESIDE_THIS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def _year_meant(scene: Scene, k: int) -> int | None:
    """The year of "of last year" (by publication) or "of that year" (by what was told)."""
    this = scene.published.year if scene.published else None
    beside = _BESIDE_THIS.get(scene.tokens.word(k - 1))
    if beside is not None and not scene.anchors.narrative:
        return None if this is None else this + beside
    return _year_told_last(scene.anchors) or this


def _year_told_last(anchors: Anchors) -> int | None:
    """The year mentioned last, were it only beside the story: "besieged since early 2015. In May of that year"."""
    told = (
        (anchors.sentence, anchors.year_in_force),
        (anchors.background_sentence, anchors.background[0].year if anchors.background else None),
        (anchors.beside_sentence, anchors.beside.year if anchors.beside else None),
    )
    return max((one for one in told if one[1] is not None), key=lambda one: one[0], default=(0, None))[1]


def year_anchor(scene: Scene, found: Found) -> str:
    """What a year told without its number is reckoned from."""
    if scene.published and not scene.anchors.narrative and scene.tokens.word(found.j - 2) in _BESIDE_THIS:
        return scene.publication
    return "the year told before"


def short_year(scene: Scene, digits: str) -> int:
    """The year of '89: in the century told last, else by the pivot of `full_year`."""
    if scene.anchors.narrative and scene.anchors.year_in_force:
        here = scene.anchors.year_in_force
        return min((here // 100 * 100 + c + int(digits) for c in (-100, 0, 100)), key=lambda y: abs(y - here))
    return full_year(digits, scene.published)


def year_for(scene: Scene, found: Found, month: int, day: int | None = None) -> tuple[int | None, str]:
    """The year of a date that does not say it, and what it was reckoned from.

    News: the past unless the verb looks forward. A story: the year in force, turning over where the
    month lies so far back that the story must have gone on into the next year (or so far on that it
    looks back into the last).
    """
    anchors = scene.anchors
    has_day, day = day is not None, day or _MIDDLE
    if (month, day) == (9, 11) and {"attacks", "attack"} & set(scene.tokens.words[found.j : found.j + 3]):
        return 2001, "the attacks known by that name"
    same_sentence = (
        anchors.sentence >= 0
        and anchors.year_stated
        and scene.sentences[found.i] == anchors.sentence
        and anchors.precision in {"day", "month"}
    )
    if anchors.first is not None and (anchors.narrative or anchors.published is None or same_sentence):
        return _year_in_story(anchors.first, anchors.last or anchors.first, month), say.told(
            anchors.first, anchors.last or anchors.first
        )
    if anchors.published is None:
        return None, ""
    year = _year_in_news(scene, found, anchors.published, month, day)
    meant = _day_in(year, month, min(day, 28))
    if meant is None:
        return None, ""
    right_before = scene.sentences[found.i] - anchors.sentence <= 1
    if anchors.first is not None and _goes_on_from(anchors, meant, right_before=right_before):
        return anchors.first.year, say.told(anchors.first, anchors.last or anchors.first)
    back = anchors.looked_back_to
    if back is None or back.first is None or scene.sentences[found.i] - back.sentence != 1:
        return year, scene.publication
    soon = back.last is not None and (meant.replace(year=back.first.year) - back.last).days <= _MONTH_DAYS
    if has_day and soon and _goes_on_from(back, meant, right_before=True):
        return back.first.year, say.told(back.first, back.last or back.first)  # "left in November 2015. On Dec. 16 ..."
    return year, scene.publication


_MIDDLE = 15
"""Day of a month of which none is told."""
_GOES_ON_DAYS = 92
"""Days around a full date within which a day without a year goes on from it, or looks back from it."""
_MONTH_DAYS = 31
_RECENT_DAYS = 60
"""Days around publication within which a day without a year is its."""


def _goes_on_from(anchors: Anchors, by_publication: date, *, right_before: bool) -> bool:
    """Whether a day without a year is near the full date told before, and far from publication.

    "An operation began on 21 July 2017. As of 23 July, ..." of a page written in January 2022. Beside a recent day
    ("May 2015 ... On May 20" of 25 May 2018) it is publication's year.
    """
    first, last, published = anchors.first, anchors.last, anchors.published
    if first is None or last is None or published is None or not anchors.year_stated:
        return False
    if abs((published - by_publication).days) <= _RECENT_DAYS:
        return False
    meant = by_publication.replace(year=first.year)
    of_a_month = (last - first).days < _MONTH_DAYS
    if anchors.precision != "day" and not (right_before and of_a_month and meant >= first):
        return False  # "left late in November 2015. On Dec. 16 men came"
    beside = (meant - last).days if first <= meant else (first - meant).days
    return beside <= _GOES_ON_DAYS and last.year < published.year


def _year_in_story(first: date, last: date, month: int) -> int:
    if first.year != last.year or (last - first).days > 40:
        return first.year
    gap = month - first.month
    return first.year + (1 if gap <= -9 else -1 if gap >= 10 else 0)


_NEAR_DAYS = 190
"""Days around publication within which a weekday told with a day may decide its year; farther off it is a slip."""


def _year_of_weekday(scene: Scene, found: Found, published: date, month: int, day: int) -> int | None:
    """The year beside publication's in which a near day falls on the weekday told with it: "Friday, January 15"."""
    words = scene.tokens.words[found.i : found.j]
    told = next((CLASSES["WEEKDAY"][word] for word in words if word in CLASSES["WEEKDAY"]), None)
    if told is None:
        return None
    near = [
        meant
        for year in (published.year - 1, published.year, published.year + 1)
        if (meant := _day_in(year, month, day)) is not None and abs((meant - published).days) <= _NEAR_DAYS
    ]
    fitting = [meant.year for meant in near if meant.weekday() == told]
    return fitting[0] if len(fitting) == 1 else None


def _day_in(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February, a year before 1 or after 9999
        return None


def _year_in_news(scene: Scene, found: Found, published: date, month: int, day: int) -> int:
    year = published.year
    by_weekday = _year_of_weekday(scene, found, published, month, day)
    if by_weekday is not None:
        return by_weekday
    forward = scene.looks_forward(found)
    if month == published.month and day == 15 and not any(found.digits(1, 31)):
        return year
    months_on = month - published.month + (day - published.day) / 31
    if forward is True:
        return year if months_on >= 0 else year + 1 if months_on < -3 else year
    if forward is False:
        return year if months_on <= 0 else year - 1
    return year - (months_on > 6) + (months_on < -9)


def year_after(scene: Scene, found: Found) -> int | None:
    """The year of a range's second end: "17 August to 2 September 1914", "July 1 - July 3, 1863"."""
    words = scene.tokens.words
    if scene.tokens.word(found.j) not in {"to", "-", "and", "until", "till", "through", "or", "/"}:
        return None
    months = 0
    for k in range(found.j + 1, min(found.j + 7, len(words))):
        word = words[k]
        months += word in CLASSES["MONTH"]
        if word.isdigit() and len(word) == 4 and months == 1:
            return int(word)
        if not (word in CLASSES["MONTH"] or word in {",", "of", "the"} or number_at(scene.tokens, k) is not None):
            return None
    return None
