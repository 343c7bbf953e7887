"""When a text was published: every candidate with its evidence, the best first."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from timeline_app.documents.datelines import dateline_days, find_dateline
from timeline_app.documents.formulas import match_formula
from timeline_app.documents.language import language_of
from timeline_app.documents.stamp_lines import StampRole, labelled_stamps, opening_stamp, stamp_of
from timeline_app.documents.stamps import (
    ORDER_NAMES,
    Order,
    Stamp,
    day_in_year,
    find_stamps,
    find_yearless,
)
from timeline_app.model import Publication, PublicationSource, Zone

RANK: tuple[PublicationSource, ...] = (
    "option", "sidecar", "front matter", "meta", "stamp", "dateline", "file name",
)  # fmt: skip
"""Kinds of evidence, best first."""

_TAIL = 30
"""Zones at the end of a page in which a labelled stamp is looked for."""
_NEAR_DAYS = 62
"""News tells of the last two months; a reading further from the days told speaks against itself."""

# Figures stand day first in every language here (CLDR short dates); English alone goes both ways.
_DAY_FIRST = {
    "nl": "Dutch", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "tr": "Turkish", "ru": "Russian", "ar": "Arabic", "pl": "Polish", "el": "Greek", "he": "Hebrew",
}  # fmt: skip
_YEAR_FIRST = {"sv": "Swedish", "zh": "Chinese"}
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w,]|\.\d)")
_FILE_STAMP = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_WEEKDAY = re.compile(r"\b(?:" + "|".join(_WEEKDAYS) + r")\b", re.IGNORECASE)
_BESIDE = 14
"""Characters beside a stamp in which its weekday may stand."""


@dataclass(frozen=True, slots=True)
class _Found:
    stamp: Stamp
    source: PublicationSource
    role: StampRole
    name: str
    offset: int


def find_publications(
    text: str, zones: Sequence[Zone], told: Sequence[Publication] = (), file_name: str = ""
) -> tuple[Publication, ...]:
    """Every publication date of a text, the chosen one first.

    Args:
        text: the document's text.
        zones: its zones; dates are looked for in stamps, datelines and labelled lines after the story, never
            inside the story's sentences or readers' comments.
        told: what option, sidecar, front matter and meta tags say.
        file_name: the file's name, in which an ISO day may stand.
    """
    found = sorted(_found(text, zones), key=lambda item: (RANK.index(item.source), item.role == "updated"))
    order = _Orders(text, zones)
    dated = [(item, _resolve(item, order)) for item in found]
    publications = [*told, *_chosen_stamps(dated)]
    publications += _file_day(file_name)
    if not publications:
        publications += _told_in_a_sentence(text, zones) or _headline_day(text, zones) or _lone_line(text, zones)
    publications += _yearless_datelines(text, zones, publications)
    publications.sort(key=lambda publication: RANK.index(publication.source))
    return tuple(_once(publications))


def _found(text: str, zones: Sequence[Zone]) -> Iterator[_Found]:
    last_story = max((i for i, zone in enumerate(zones) if zone.kind == "body"), default=-1)
    for i, zone in enumerate(zones):
        words = text[zone.start : zone.end] if zone.end - zone.start < 2_000 else ""
        if zone.kind == "stamp":
            line = stamp_of(words)
        elif i > last_story and zone.kind in ("furniture", "boilerplate", "byline") and len(zones) - i <= _TAIL:
            line = labelled_stamps(words)
        elif zone.kind == "byline":
            line = stamp_of(words)
        else:
            line = None
        for role, stamp in line.stamps if line else ():
            yield _Found(stamp, "stamp", role, line.name if line else "", zone.start)
        if zone.kind == "dateline":
            yield from _dateline(text, zone)


def _dateline(text: str, zone: Zone) -> Iterator[_Found]:
    opening = opening_stamp(text[zone.start : zone.end])
    if opening:
        yield _Found(opening[1], "stamp", opening[0], "", zone.start)
    for stamp in dateline_days(text, zone.start, zone.end)[0]:
        if not opening or stamp.start != zone.start + opening[1].start:
            yield _Found(stamp, "dateline", "plain", "", 0)


def _resolve(item: _Found, orders: _Orders) -> Publication:
    start, end = item.offset + item.stamp.start, item.offset + item.stamp.end
    day, reason = orders.read(item.stamp, item.offset)
    others = tuple(dict.fromkeys(other for _, other in item.stamp.readings if other != day))
    return Publication(day, item.source, item.stamp.text, start, end, reason or _plain_reason(item), others)


def _plain_reason(item: _Found) -> str:
    by = f" beside the name {item.name}" if item.name else ""
    told = {"published": "a line says when it was published", "updated": "a line says when it was updated"}
    return told.get(item.role, "a line of its own near the start" if item.source == "stamp" else "the dateline") + by


def _chosen_stamps(dated: Sequence[tuple[_Found, Publication]]) -> list[Publication]:
    """Stamps, the earliest day of publication first: a site that republishes adds a later one."""
    stamps = [(item, made) for item, made in dated if item.source == "stamp"]
    lines = [made for item, made in dated if item.source != "stamp"]
    stamps.sort(key=lambda pair: (pair[0].role == "updated", pair[1].day))
    if len({made.day for _, made in stamps}) > 1:
        (first, chosen), (second, other) = stamps[0], next(pair for pair in stamps if pair[1].day != stamps[0][1].day)
        stamps[0] = (first, replace(chosen, reason=_compared(first, chosen, second, other)))
    return [made for _, made in stamps] + lines


def _compared(first: _Found, chosen: Publication, second: _Found, other: Publication) -> str:
    if second.role == "updated":
        return f"published {_words(chosen.day)}; {_words(other.day)} is when it was updated"
    mine = f" by the original publisher {first.name}" if first.name else ""
    theirs = f" by {second.name}, the site that republished it" if second.name else " by a site that republished it"
    order = f"; {chosen.reason}" if chosen.alternatives else ""
    return f"the earlier of two dates: {_words(chosen.day)}{mine}, {_words(other.day)}{theirs}{order}"


def _words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _file_day(name: str) -> list[Publication]:
    for match in _FILE_STAMP.finditer(name):
        day = day_in_year(*(int(match[i]) for i in (1, 2, 3)))
        if day:
            return [Publication(day, "file name", match[0], reason="the file's name begins or ends with a day")]
    return []


_REPORT = re.compile(
    r"\b(?:report|update|brief|briefing|bulletin|digest|summary|review|round-?up|newsletter|note|statement|letter|daily|weekly)\b",
    re.I,
)
"""What is named by the day it is of: a log begins its lines with days, a history tells of them."""
_OF_EVENT = re.compile(r"\b(?:on|since|until|before|after|from)\s$", re.I)


def _headline_day(text: str, zones: Sequence[Zone]) -> list[Publication]:
    """The day in the headline of a report on it: "Situation Report - March 16, 2018: Army Advances"."""
    headline = next((zone for zone in zones if zone.kind == "headline"), None)
    found = find_stamps(text, headline.start, headline.end) if headline else []
    if headline is None or len(found) != 1 or found[0].is_ambiguous:
        return []
    (stamp,) = found
    before = text[headline.start : stamp.start]
    if not _REPORT.search(text[headline.start : headline.end]) or _OF_EVENT.search(before) or not before.strip():
        return []
    day = stamp.readings[0][1]
    return [Publication(day, "stamp", stamp.text, stamp.start, stamp.end, "the headline gives the day of the report")]


# "This report was prepared by its office. Date of issue: 11 May 2015."
_SAYS_ISSUED = re.compile(
    r"\b(?:date\sof\s(?:issue|publication|release)|issued\son|published\son|date\spublished|publication\sdate)\s?:?\s?$",
    re.I,
)
_FIRST_PARAGRAPHS = 2


def _told_in_a_sentence(text: str, zones: Sequence[Zone]) -> list[Publication]:
    """The day that one of the first paragraphs calls that of its issue."""
    for zone in [zone for zone in zones if zone.kind == "body"][:_FIRST_PARAGRAPHS]:
        for stamp in find_stamps(text, zone.start, min(zone.end, zone.start + 1_000)):
            if not stamp.is_ambiguous and _SAYS_ISSUED.search(text, max(0, stamp.start - 30), stamp.start):
                reason = "the text says when it was issued"
                return [Publication(stamp.readings[0][1], "stamp", stamp.text, stamp.start, stamp.end, reason)]
    return []


def _lone_line(text: str, zones: Sequence[Zone]) -> list[Publication]:
    """The one day of a page that stands alone on a line, with no text of the story right below it."""
    found = []
    for zone, below in zip(zones, [*zones[1:], None], strict=True):
        words = text[zone.start : zone.end].strip() if zone.end - zone.start <= _LONE_LETTERS else ""
        stamps = find_stamps(text, zone.start, zone.end) if words else []
        alone = zone.kind == "body" and len(stamps) == 1 and words == stamps[0].text and not stamps[0].is_ambiguous
        if alone:
            found.append((stamps[0], below))
    if len(found) != 1:
        return []
    ((stamp, below),) = found
    if below is not None and below.kind == "body" and text[below.start : below.end].rstrip().endswith((".", "”", '"')):
        return []
    return [
        Publication(stamp.readings[0][1], "stamp", stamp.text, stamp.start, stamp.end, "the only line that is a day")
    ]


_LONE_LETTERS = 40


def _yearless_datelines(text: str, zones: Sequence[Zone], known: Sequence[Publication]) -> list[Publication]:
    """A dateline without a year ("BEIRUT, Aug. 30 —") is a day only where better evidence gives the year.

    A dateline lies at most a month before the day of publication.
    """
    if not known:
        return []
    anchor = known[0].day
    made = []
    for opening, close in _datelines(text, zones):
        for start, end, month, number in dateline_days(text, opening, close)[1]:
            for year in (anchor.year, anchor.year - 1):
                day = day_in_year(year, month, number)
                if day and 0 <= (anchor - day).days <= 31:
                    reason = f"the dateline, in the year of {_words(anchor)}"
                    made.append(Publication(day, "dateline", text[start:end], start, end, reason))
                    break
    return made


_MOST_DATELINES = 60


def _datelines(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, int]]:
    """Where datelines stand: before the story, and before further dispatches on the same page."""
    for zone in [zone for zone in zones if zone.kind in ("dateline", "body")][:_MOST_DATELINES]:
        end = zone.end if zone.kind == "dateline" else find_dateline(text, zone.start, zone.end)
        if end:
            yield zone.start, end


def _once(publications: Sequence[Publication]) -> Iterator[Publication]:
    """Each day once (its best evidence), so that a second one is a real second candidate."""
    days: set[date] = set()
    for publication in publications:
        if publication.day not in days:
            days.add(publication.day)
            yield publication


class _Orders:
    """How to read figures such as 12-02-19 in one document."""

    def __init__(self, text: str, zones: Sequence[Zone]) -> None:
        story = [text[zone.start : zone.end] for zone in zones if zone.kind in ("body", "headline", "caption")]
        self._story = "\n".join(story)[:50_000]
        self._text = text
        self._zones = zones

    def read(self, stamp: Stamp, offset: int) -> tuple[date, str]:
        """The day a stamp most likely means, and why ("" when there is only one reading)."""
        readings = dict(stamp.readings)
        if not stamp.is_ambiguous:
            return stamp.readings[0][1], self._impossible(stamp)
        for order, reason in (
            self._of_weekday(stamp, offset),
            self._of_separator(stamp),
            self._of_page(),
            self._of_story(stamp),
            self._of_other_stamps(),
        ):
            if order in readings:
                return readings[order], self._told(stamp, order, reason)
        order, day = stamp.readings[0]
        return day, self._told(
            stamp, order, "nothing in the text tells the order, and day first is the most common in the world"
        )

    def _told(self, stamp: Stamp, order: Order, reason: str) -> str:
        chosen = dict(stamp.readings)[order]
        others = dict.fromkeys(_words(day) for _, day in stamp.readings if day != chosen)
        return f"read {ORDER_NAMES[order]}, since {reason}; it could also mean {' or '.join(others)}"

    def _impossible(self, stamp: Stamp) -> str:
        if len(stamp.readings) == 1 and stamp.readings[0][0] != "ymd":
            return f"read {ORDER_NAMES[stamp.readings[0][0]]}: no other order of the figures gives a day"
        return ""

    def _of_weekday(self, stamp: Stamp, offset: int) -> tuple[Order | None, str]:
        """By the weekday beside it: "Friday, 06.07.2013" is of June."""
        start, end = offset + stamp.start, offset + stamp.end
        beside = self._text[max(0, start - _BESIDE) : start] + "|" + self._text[end : end + _BESIDE]
        found = {_WEEKDAYS[match[0].casefold()] for match in _WEEKDAY.finditer(beside)}
        fitting = [order for order, day in stamp.readings if day.weekday() in found]
        return (fitting[0], "the weekday beside it is that day's") if len(fitting) == 1 else (None, "")

    def _of_separator(self, stamp: Stamp) -> tuple[Order | None, str]:
        if "." in stamp.text and len(stamp.text.rsplit(".", 1)[-1]) in (2, 4):
            return "dmy", "dates with full stops between the figures stand day first"
        return None, ""

    def _of_page(self) -> tuple[Order | None, str]:
        """The language of the page around the story, then of the story itself."""
        for zone in self._zones:
            if zone.kind in ("body", "headline", "comment"):
                continue
            words = self._text[zone.start : min(zone.end, zone.start + 400)]
            formula = match_formula(words)
            language = formula.language if formula else ""
            order, name = _order_of(language)
            if order:
                return order, f"the page around the story is {name} ({' '.join(words.split())[:40]!r})"
        order, name = _order_of(language_of(self._story))
        return order, f"the text is {name}"

    def _of_story(self, stamp: Stamp) -> tuple[Order | None, str]:
        """The reading nearest after the days the story tells of; a text cannot tell of days to come."""
        gaps = {order: gap for order, day in stamp.readings if (gap := self._gap(day)) is not None}
        if not gaps:
            return None, ""
        best, *others = sorted(gaps, key=lambda order: gaps[order])
        if gaps[best] > _NEAR_DAYS or any(
            gaps[o] == gaps[best] and dict(stamp.readings)[o] != dict(stamp.readings)[best] for o in others
        ):
            return None, ""
        return best, f"the story tells of days up to {gaps[best]} days before it"

    def _gap(self, day: date) -> int | None:
        """Days from the latest day told to the day of publication; None when days to come are told."""
        told, years = self._days, (int(year) for year in _YEAR.findall(self._story))
        if any(other > day for other in told) or any(day.year < year < day.year + 50 for year in years):
            return None
        told = told + [other for parts in self._yearless if (other := _last(day, *parts))]
        return min(((day - other).days for other in told), default=None)

    @cached_property
    def _days(self) -> list[date]:
        """The whole days the story tells."""
        return [stamp.readings[0][1] for stamp in find_stamps(self._story) if not stamp.is_ambiguous]

    @cached_property
    def _yearless(self) -> list[tuple[int, int]]:
        """Months and days the story tells without a year."""
        return [(month, day) for _, _, month, day in find_yearless(self._story)]

    def _of_other_stamps(self) -> tuple[Order | None, str]:
        """Figures elsewhere in the text that can be read in one order only."""
        for other in find_stamps(self._text[:50_000]):
            if len(other.readings) == 1 and other.readings[0][0] != "ymd":
                order = other.readings[0][0]
                return order, f"{other.text} in the same text can only be read so"
        return None, ""


def _last(day: date, month: int, number: int) -> date | None:
    """The latest such day of the year that is not after a day."""
    years = (day_in_year(year, month, number) for year in (day.year, day.year - 1))
    return next((other for other in years if other and other <= day), None)


def _order_of(language: str) -> tuple[Order | None, str]:
    if language in _DAY_FIRST:
        return "dmy", _DAY_FIRST[language]
    if language in _YEAR_FIRST:
        return "ymd", _YEAR_FIRST[language]
    return None, ""
