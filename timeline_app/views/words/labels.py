"""Dates, places and counts in the words a person reads."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline_app.model import Event, Query, When, Where
from timeline_app.views.words.ledger import Ledger
from timeline_app.views.words.text import visible

UNDATED = "Undated"
NO_PLACE = "No place"
SOME_TIME = "some time unknown"
REVIEWS = {"draft": "Not reviewed", "accepted": "Accepted", "rejected": "Rejected", "unsure": "Not sure"}
"""What a person made of an event."""
ORIGINS = {"curated": "Made by hand", "parsed": "Read from documents"}
"""How an event came here."""
MODALITIES = {
    "asserted": "told as a fact", "claimed": "claimed by a side", "denied": "denied", "planned": "planned or expected",
}  # fmt: skip
"""How a source tells of an event."""
ACTOR_ROLES = {"source": "acting", "target": "acted upon", "speaker": "speaking", "other": "taking part"}
"""What somebody did in an event; "source" is said of nobody here, for a source is a text."""
DAY_FOUND = {
    "option": "given",
    "sidecar": "given in a file beside it",
    "front matter": "in the text",
    "stamp": "in the text",
    "dateline": "in the text",
    "meta": "in the metadata",
    "file name": "in the file's name",
}
"""Where a day of publication was found."""
_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "it": "Italian", "ku": "Kurdish", "nl": "Dutch", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian",
}  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of"}


def when_label(when: When | None) -> str:
    """The date as known and no finer: "30 August 2017", "August 2017", "16–23 August 2017".

    A happening on some day of an interval reads "between 16 and 23 August 2017"; other readings of an
    ambiguous date follow after "or"; no date reads "Undated".
    """
    if when is None:
        return UNDATED
    return " or ".join(dict.fromkeys(_reading(one) for one in (when, *when.alternatives)))


def _reading(when: When) -> str:
    words = _open_ended(when) or _one_of(when) or _one_unit(when) or _interval(when)
    if not when.approximate or words == SOME_TIME:
        return words
    return f"{'roughly' if words.startswith('between ') else 'about'} {words}"


@dataclass(frozen=True, slots=True)
class _Unit:
    """One end of an interval in the unit it was said in: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def grain(self) -> int:
        """How fine it is: 1 a year, 2 a month, 3 a day."""
        return 1 + (self.month is not None) + (self.day is not None)

    @property
    def name(self) -> str:
        """Its words: "28 August 2017", "August 2017" or "2017"."""
        month = "" if self.month is None else f"{calendar.month_name[self.month]} "
        return f"{'' if self.day is None else f'{self.day} '}{month}{self.year}"


# "2017", "2017-08", "2017-08-28", each perhaps with a qualifier before or after it.
_UNIT = re.compile(r"[?~%]?(\d{4})(?:-[?~%]?(0[1-9]|1[0-2])(?:-[?~%]?(\d\d))?)?[?~%]?")


def _unit(edtf: str) -> _Unit | None:
    match = _UNIT.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = match.groups()
    return _Unit(int(year), int(month) if month else None, int(day) if day else None)


def _of_day(day: date) -> _Unit:
    return _Unit(day.year, day.month, day.day)


def _open_ended(when: When) -> str | None:
    """Words such as "August 2017 or later" for an interval that goes to the end of the calendar.

    No date typed here is open-ended, for EDTF's are refused; files of other programs hold such dates.
    """
    is_open, was_open = when.latest == date.max, when.earliest == date.min
    if is_open and was_open:
        return SOME_TIME
    if is_open:
        return f"{(_end_said(when, 0) or _of_day(when.earliest)).name} or later"
    if was_open:
        return f"{(_end_said(when, -1) or _of_day(when.latest)).name} or earlier"
    return None


def _end_said(when: When, at: int) -> _Unit | None:
    """One end of an open interval in the unit it was said in, if that end is told and fits."""
    unit = _unit(re.split(r"\.\.|/", when.edtf.strip("[]{}"))[at])
    if unit is None:
        return None
    known = (when.earliest if at == 0 else when.latest).isoformat()
    said = "-".join(f"{part:02}" for part in (unit.year, unit.month, unit.day) if part is not None)
    return unit if known.startswith(said) else None


def _one_of(when: When) -> str | None:
    """Words such as "28 August 2017 or 8 September 2017" for EDTF's `[2017-08-28,2017-09-08]`."""
    if not (when.edtf.startswith("[") and "," in when.edtf) or ".." in when.edtf:
        return None
    units = [_unit(part.strip()) for part in when.edtf.strip("[]").split(",")]
    names = [unit.name for unit in units if unit is not None]
    return " or ".join(names) if len(names) == len(units) else None


def _one_unit(when: When) -> str | None:
    """The interval as one day, month, season, quarter, year, decade or century, when it is just that."""
    said = _unit(when.edtf)
    if said is not None:
        return said.name
    if when.is_single_day:
        return _of_day(when.earliest).name
    if _is_whole_month(when):
        return _Unit(when.earliest.year, when.earliest.month).name
    if _is_whole_years(when, 1):
        return str(when.earliest.year)
    return _part_of_year(when) or _many_years(when)


def _is_whole_month(when: When) -> bool:
    same = _of_month(when.earliest) == _of_month(when.latest)
    return same and _is_whole_months(when) and when.precision not in ("day", "range")


def _is_whole_years(when: When, count: int) -> bool:
    first, last = when.earliest, when.latest
    return (
        (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        and last.year - first.year == count - 1
        and when.precision not in ("day", "range")
    )


def _part_of_year(when: When) -> str | None:
    """Words such as "summer 2017", "third quarter of 2017": EDTF keeps them as months 21 to 24 and 33 to 36."""
    match = re.match(r"(\d{4})-(2[1-4]|3[3-6])", when.edtf)
    if match is None or when.precision not in ("season", "quarter"):
        return None
    names = _SEASONS if when.precision == "season" else _QUARTERS
    name = names.get(int(match[2]))
    return None if name is None else f"{name} {int(match[1])}"


def _many_years(when: When) -> str | None:
    year = when.earliest.year
    if when.precision == "decade" and year % 10 == 0 and _is_whole_years(when, 10):
        return f"the {year}s"
    if when.precision == "century" and year % 100 in (0, 1) and _is_whole_years(when, 100):
        return f"the {_ordinal(year // 100 + 1)} century"
    return None


def _ordinal(number: int) -> str:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{suffix}"


def _interval(when: When) -> str:
    """Words such as "16–23 August 2017" for what lasted, "between 16 and 23 August 2017" for some day within."""
    first, last = _ends(when)
    start, end = _without_shared(first, last), last.name
    dash = "–" if " " not in start and first.grain == last.grain else " – "
    if when.precision == "week":
        return f"the week of {start}{dash}{end}"
    return f"{start}{dash}{end}" if when.extent == "throughout" else f"between {start} and {end}"


def _ends(when: When) -> tuple[_Unit, _Unit]:
    """Both ends in the unit they were said in, so that "August to October" names no day."""
    body = when.edtf.strip("[]{}")
    for mark in ("..", "/"):
        left, found, right = body.partition(mark)
        first, last = _unit(left), _unit(right)
        if found and first is not None and last is not None and when.precision in ("day", "week", "range"):
            return first, last
    if when.precision not in ("day", "week", "range") and _is_whole_months(when):
        return _of_month(when.earliest), _of_month(when.latest)
    return _of_day(when.earliest), _of_day(when.latest)


def _is_whole_months(when: When) -> bool:
    last = when.latest
    return when.earliest.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _of_month(day: date) -> _Unit:
    return _Unit(day.year, day.month)


def _without_shared(first: _Unit, last: _Unit) -> str:
    """The first end without the year or month it shares with the last."""
    if first.grain != last.grain or first.year != last.year or first.grain == 1:
        return first.name
    if first.grain == 3 and first.month == last.month:
        return str(first.day)
    return first.name.removesuffix(f" {first.year}")


def where_label(event: Event) -> str:
    """The places in their roles: "from Qalamoun via Homs to Deir Ezzor", "No place" when none is named."""
    way = " ".join(filter(None, (_phrase(role, event.where) for role in ("at", "from", "via", "to"))))
    near = _phrase("near", event.where)
    return visible(", ".join(filter(None, (way, near)))) or NO_PLACE


def _phrase(role: str, places: Iterable[Where]) -> str:
    names = dict.fromkeys(place_name(place) for place in places if place.role == role)
    listed = ", ".join(name for name in names if name)
    return listed if role == "at" or not listed else f"{role} {listed}"


def place_name(place: Where) -> str:
    """The resolved name, else the words as written."""
    return place.name or place.text


def summary_line(ledger: Ledger, query: Query, span: tuple[date, date] | None = None) -> str:
    """The header: "23 of 61 events, 14 Aug to 14 Sep 2017, 4 undated, 2 more without place".

    Each event is counted once: of the undated ones, too, some may have no place.

    Args:
        ledger: the counts of the view.
        query: its filter, whose date range is named.
        span: first and last day of the events in view, named where the filter leaves an end open.
    """
    noun = "event" if ledger.total == 1 else "events"
    parts = [f"{ledger.shown:,} of {ledger.total:,} {noun}", range_words(query, span)]
    parts += [f"{ledger.undated:,} undated"] if ledger.undated else []
    more = " more" if ledger.undated else ""
    parts += [f"{ledger.unplaced:,}{more} without place"] if ledger.unplaced else []
    parts += [f"{ledger.rejected:,} rejected"] if ledger.rejected else []
    return ", ".join(part for part in parts if part)


def inside_words(ledger: Ledger, query: Query) -> str:
    """How many events may lie in the range and the area, and how many certainly do: "23 possibly inside, 18 of them
    certainly"; "" where neither is asked for, or none is inside."""  # noqa: D205, D209 - longer than a line
    if (query.first is None and query.last is None and query.area is None) or not ledger.possible:
        return ""
    certainly = "all" if ledger.certain == ledger.possible else "none" if not ledger.certain else f"{ledger.certain:,}"
    return f"{ledger.possible:,} possibly inside, {certainly} of them certainly"


def range_words(query: Query, span: tuple[date, date] | None = None) -> str:
    """The filter's date range in words: "14 Aug to 2 Sep 2017", "from 14 Aug 2017", "" without one.

    Args:
        query: the filter.
        span: first and last day to name where the filter leaves an end open.
    """
    first = query.first or (span[0] if span else None)
    last = query.last or (span[1] if span else None)
    if first is None or last is None or first > last:
        return _half_open(query.first, query.last)
    if first == last:
        return short_day(first)
    same_year = first.year == last.year
    return f"{short_day(first, with_year=not same_year)} to {short_day(last)}"


def _half_open(first: date | None, last: date | None) -> str:
    if first is not None:
        return f"from {short_day(first)}"
    return "" if last is None else f"up to {short_day(last)}"


def short_day(day: date, with_year: bool = True) -> str:
    """The day in short: "14 Aug 2017"."""
    words = f"{day.day} {calendar.month_abbr[day.month]}"
    return f"{words} {day.year}" if with_year else words


def gap_words(days: int) -> str:
    """The distance in words: "3 days earlier" for -3, "11 years later" for 3960, "in the range" for 0."""
    if days == 0:
        return "in the range"
    count, unit = _in_unit(abs(days))
    return f"{count:,} {unit}{'' if count == 1 else 's'} {'earlier' if days < 0 else 'later'}"


def _in_unit(days: int) -> tuple[int, str]:
    """A number of days in the unit a person would say it in, rounded: 45 days, 4 months, 11 years."""
    if days <= 60:
        return days, "day"
    months = round(days / 30.4375)
    return (months, "month") if months < 24 else (round(days / 365.25), "year")


def language_words(tag: str) -> str:
    """A language by its BCP 47 tag: "English" for "en", "English (en-GB)"; the tag where this module has no word."""
    name = _LANGUAGES.get(tag.partition("-")[0].casefold())
    if name is None:
        return visible(tag)
    return f"{name} ({visible(tag)})" if "-" in tag else name
