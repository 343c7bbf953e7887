"""Dated lines and dated headings, found in a text: the entries of a chronology, and the days in force under them.

"6 March 2011: arrest of ...", "* July 2012 - ...", "30 November - the fall of the town" above its paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline_app.events.verbs.signals import find_signals
from timeline_app.events.years import following, in_year
from timeline_app.model import DateMention, Document, When

_LINE = re.compile(r"[^\r\n]+")
# What may stand before the date: bullets, numbering, heading and table marks, emphasis, "On".
_DRESSED = r"[ \t\u00a0]{0,8}(?:(?:[-*•–—▪●■◦►·|#>»›]{1,6}|::)[ \t]{0,4}|\d{1,3}[.)][ \t]{1,3}){0,2}[*_\[(]{0,3}"
_BEFORE = re.compile(_DRESSED + r"(?:On |In |UPDATED?[,:]? |Updated?[,:]? )?")
# "2. Zabadani and Foua, September 2015:": the place a line is of, before its date
_PLACE_FIRST = re.compile(
    _DRESSED + r"(?:(?:al|el|ash|as|ad|at|an|ar|az)-)?[A-Z][^:.;!?\d\n“”\"()]{2,60}?(?:,| [-–—]) (?:on |in )?"
)
# What parts it from the entry.
_COLON = re.compile(r"[*_\])]{0,3}\s{0,2}(?:[:|\t])[*_]{0,3}\s{0,3}")
_DASH = re.compile(r"[*_\])]{0,3}\s{1,2}[-–—]{1,2}\s{1,2}")
_POINT = re.compile(r"[*_\])]{0,3}\.[*_]{0,3}\s{1,3}(?=[\"“'‘(]?(?:[^\W\da-z_]|\d))")  # "3 May. Four mortar rounds"
# "21:30 - Shells hit a farm", under the heading of its day
_CLOCK = re.compile(r"[-*•\s]{0,4}\d{1,2}[:.h]\d{2}(?:\s?(?:hrs|hours|h|[ap]\.?m\.?))?\s{0,2}[-–—:|.]{0,2}\s{1,2}")
# "11 Nov. Rebels retake the town": the point of the month parts it, too
_MONTH_S_POINT = re.compile(r"(?<=[a-z]{2}\.)[*_]{0,3}\s{1,3}(?=[\"“'‘(]?[^\W\da-z_])")
_PARTINGS = (_COLON, _DASH, _POINT, _MONTH_S_POINT)
# Between the two ends of a range: "22nd-23rd March 2017", "from 3 to 9 May".
_JOINT = re.compile(r"\s{0,2}(?:-|–|—|to|and|,|/)\s{0,2}")
_REST_OF_HEADING = re.compile(r"[*_#|:.=~–—\s\])-]{0,8}(?:\[edit\]\s?)?")

DATED_LINE = "the dated line above"
"""What the day of an entry is called where "last night" is reckoned from it."""

LEAST_LINES = 2
"""Lines with a date and a dash or full stop, or dated headings, that make a chronology; one alone may be a stamp."""

LONGEST_ENTRY = 3_000
"""Characters of an entry; what is longer is prose under a heading and read by its sentences."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated line, or a dated heading and the paragraph under it.

    Attributes:
        start, end: offsets of the whole, its date included.
        words: where its words begin.
        dates: the mentions that date it.
        by_colon: parted from its date by a colon or a cell border, which nothing but a chronology does.
        year_told: its year stands in its date or in the heading above it.
    """

    start: int
    end: int
    words: int
    dates: tuple[DateMention, ...]
    by_colon: bool
    year_told: bool = False


def entries_of(document: Document, dates: Sequence[DateMention]) -> list[Entry]:
    """The dated entries of a document, in its order; none where too few are dated for a chronology."""
    entries = _in_order(list(_entries(document.text, _lines(document), dates)), document.written)
    loose = len({entry.dates[0].start for entry in entries if not entry.by_colon})
    return [entry for entry in entries if entry.by_colon or loose >= LEAST_LINES]


def _in_order(entries: list[Entry], published: date | None) -> list[Entry]:
    """The entries, days without a year put in the year in which they follow those above them."""
    moved = following([(entry.dates, entry.year_told) for entry in entries], published)
    return [replace(entry, dates=dates) for entry, dates in zip(entries, moved, strict=True)]


_READ_KINDS = frozenset({"body", "headline", "stamp", "dateline"})
"""Zones that may hold entries: a first entry looks like a headline, a dated heading like a stamp."""


def _lines(document: Document) -> list[tuple[int, int]]:
    """The lines of the article, white space at their ends left out; no comments and nothing of the site's own."""
    zones = sorted((zone.start, zone.end) for zone in document.zones if zone.kind in _READ_KINDS)
    starts = [start for start, _ in zones]
    stamps = {zone.start for zone in document.zones if zone.kind == "stamp"}
    lines = []
    for match in _LINE.finditer(document.text):
        zone = bisect_right(starts, match.start() + len(match[0]) - len(match[0].lstrip())) - 1
        if zone >= 0 and starts[zone] in stamps and "|" in match[0]:
            continue  # "May 2, 2015 | 4:41 PM | Reporting from Baghdad"
        if not document.zones or (zone >= 0 and match.start() < zones[zone][1]):
            lines.append((match.start(), match.start() + len(match[0].rstrip())))
    return [(start, end) for start, end in lines if end > start]


def _entries(text: str, lines: list[tuple[int, int]], dates: Sequence[DateMention]) -> Iterator[Entry]:
    starts = [mention.start for mention in dates]
    heading: tuple[DateMention, ...] = ()
    above: When | None = None
    month: When | None = None
    day: When | None = None
    heading_year = by_clock = False
    titled = _titled(text, lines, dates)
    for at, (first, last) in enumerate(lines):
        bare = dates_told(text, (first, last), dates, starts) or _behind_place(text, (first, last), dates, starts)
        bare = bare or titled.get(first, ())
        told = tuple(_on_day(day, _under(above, mention)) for mention in bare)
        after = told[-1].end if told else first
        parting = next((m for mark in _PARTINGS if (m := mark.match(text, after, last)) is not None), None)
        heads = bool(told) and _REST_OF_HEADING.fullmatch(text, after, last) is not None
        heads = heads or (parting is not None and _is_titled_year(text, told, parting.end(), lines[at : at + 2]))
        clock = None if heads else _CLOCK.match(text, first, last)
        number = None if told or month is None else _DAY_NUMBER.match(text, first, last)
        numbered = () if number is None or month is None or not heading else _in_month(month, heading[0], number)
        if numbered and number is not None and _says_something(text[number.end() : last]):
            yield Entry(first, last, number.end(), numbered, by_colon=True, year_told=True)
        elif heading and clock is not None and _says_something(text[clock.end() : last]):
            by_clock = True
            yield Entry(first, last, clock.end(), heading, by_colon=False, year_told=heading_year)
        elif told and not heads and parting is not None and _says_something(text[parting.end() : last]):
            by_colon = parting.re is _COLON and _BEFORE.fullmatch(text, first, told[0].start) is not None
            yield Entry(first, _end_of(text, lines, at, starts), parting.end(), told, by_colon, _year_told(bare, told))
            heading = ()
        elif heads:
            heading, heading_year, by_clock = told, _year_told(bare, told), False
            above = _span_of(told) or above
            month = _month_of(told, month)
            day = _day_of(told, day) if told[0].timex_type == "DATE" else day
        elif (
            heading
            and not (by_clock or told)
            and last - first <= LONGEST_ENTRY
            and not text.startswith("#", first)
            and not text[first:last].isupper()  # "HOW WE GOT HERE"
            and _is_told(text[first:last])
        ):
            yield Entry(first, last, first, heading, by_colon=False, year_told=heading_year)
        else:
            heading = ()


def _is_of_a_year(heading: tuple[DateMention, ...]) -> bool:
    """Whether a heading is a year."""
    when = heading[0].when
    return when is not None and when.precision == "year"


def _is_titled_year(text: str, told: tuple[DateMention, ...], words: int, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is a year with the title of what is told in prose under it: "2015: THE TIDE TURNS"."""
    if len(told) != 1 or not _is_of_a_year(told) or len(lines) < LEAST_LINES:
        return False
    (_, last), below = lines
    title = last - words <= LONGEST_HEADING and _ENDS.search(text[words:last]) is None
    return title and below[1] - below[0] > LONGEST_HEADING and _ENDS.search(text[slice(*below)]) is not None


# "- 21: The army attacks": a day of the month above; not "2. Attacks on markets"
_DAY_NUMBER = re.compile(_DRESSED + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[*_\])]{0,3}\s{0,2}[:–—-]\s{1,3}(?=\S)")


def _month_of(heading: tuple[DateMention, ...], before: When | None) -> When | None:
    """The month that a heading names; one without a year is of the year of the month above it."""
    mention = heading[0] if before is None else in_year(before, heading[0])
    when = mention.when
    return when if len(heading) == 1 and when is not None and when.precision == "month" else None


def _in_month(month: When, heading: DateMention, number: re.Match[str]) -> tuple[DateMention, ...]:
    """The day of a month that a line begins with, as a mention; () where the month has none."""
    try:
        day = month.earliest.replace(day=int(number["day"]))
    except ValueError:
        return ()
    start, end = number.span("day")
    reason = f"'{number['day']}' under the heading '{heading.text}' is {day.day} {day:%B %Y}"
    when = When.on_day(day, basis="relative", text=number["day"], anchor=heading.text, reason=reason)
    told = replace(heading, start=start, end=end, text=number["day"], timex_value=day.isoformat())
    return (replace(told, when=when, reason=reason),)


def _year_told(bare: tuple[DateMention, ...], told: tuple[DateMention, ...]) -> bool:
    """Whether a date states its year or has it from the heading above."""
    when = bare[0].when
    return told != bare or (when is not None and (when.basis == "stated" or when.anchor.strip().isdigit()))


def _says_something(words: str) -> bool:
    """Whether words are more than a label of the page: "September 2016 | Dispatches", "Sep. 07, 2017 | 12:10 AM"."""
    plain = words.strip(" .*_|")
    if _HOUR.fullmatch(plain):
        return False
    return " " in plain or any(
        signal.form == "noun" for hit in find_signals(plain) for signal in (hit.signal, *hit.others)
    )


def _is_told(words: str) -> bool:
    """Whether a line under a dated heading is more than the name of a page of the site: "Middle East", "Opinion"."""
    return words.count(" ") >= _LEAST_SPACES or bool(find_signals(words)) or _ENDS.search(words) is not None


_LEAST_SPACES = 2


def _span_of(heading: tuple[DateMention, ...]) -> When | None:
    """The month or year that a heading states, within which the days of the headings under it lie."""
    when = heading[0].when
    return when if when is not None and when.basis == "stated" and when.precision in ("month", "year") else None


def _day_of(heading: tuple[DateMention, ...], before: When | None) -> When | None:
    """The day of a heading, on which the hours of those under it lie; one without a year is of the year before it."""
    mention = heading[0] if before is None else in_year(before, heading[0])
    when = mention.when
    return when if len(heading) == 1 and when is not None and when.precision == "day" else None


def _on_day(day: When | None, mention: DateMention) -> DateMention:
    """An hour without a day under the heading of its day: "22:18 GMT" under "19 September 2023"."""
    if day is None or mention.timex_type != "TIME" or not _HOUR.fullmatch(mention.text):
        return mention
    return replace(mention, when=day.with_(text=mention.text, reason=f"{day.reason}, in the heading above"))


_HOUR = re.compile(
    r"\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?\(?(?:GMT|UTC|CET|EET|EST|EDT|local\stime)(?:\s?[+-]\d{1,2})?\)?)?",
    re.IGNORECASE,
)


def _under(above: When | None, mention: DateMention) -> DateMention:
    """A day without a year under the heading of its month or year: "4 January" under "January 2016"."""
    when = mention.when
    if above is None or when is None or not above.earliest.month <= when.earliest.month <= above.latest.month:
        return mention
    return in_year(above, mention)


def dates_told(
    text: str, line: tuple[int, int], dates: Sequence[DateMention], starts: list[int]
) -> tuple[DateMention, ...]:
    """The mentions a line begins with, behind a bullet or a mark."""
    before = _BEFORE.match(text, *line)
    begin = before.end() if before else line[0]
    return _told_at(text, dates, bisect_left(starts, begin), begin, line[1])


def _behind_place(
    text: str, line: tuple[int, int], dates: Sequence[DateMention], starts: list[int]
) -> tuple[DateMention, ...]:
    """The mentions behind the place that a line begins with, where a colon parts them from its words."""
    first, last = line
    at = bisect_left(starts, first)
    if at == len(dates) or not first < dates[at].start < first + _LONGEST_PLACE:
        return ()
    place = _PLACE_FIRST.fullmatch(text, first, dates[at].start)
    if place is None or place.group().isupper():  # "HOMS, Jan 26: Guards", a dateline
        return ()
    told = _told_at(text, dates, at, place.end(), last)
    return told if told and _COLON.match(text, told[-1].end, last) else ()


_LONGEST_PLACE = 90


def _titled(
    text: str, lines: Sequence[tuple[int, int]], dates: Sequence[DateMention]
) -> dict[int, tuple[DateMention, ...]]:
    """The days of headings that end in theirs, by where the line begins: "The town falls — 14 January 2014".

    Of a text with three of them at least: one alone is the line of a writer and the day of publication.
    """
    ends = {mention.end: mention for mention in dates if mention.timex_type == "DATE" and mention.when is not None}
    found: dict[int, tuple[DateMention, ...]] = {}
    for first, last in lines:
        mention = ends.get(last)
        if last - first > LONGEST_HEADING or mention is None or not first < mention.start:
            continue
        if _TITLE_BEFORE.fullmatch(text, first, mention.start):
            found[first] = (mention,)
    return found if len({told[0].when for told in found.values()}) >= LEAST_DATED else {}


# "Mosul in Iraq captured — "; not "By Omar Rida - "
_TITLE_BEFORE = re.compile(
    r"(?!(?:by|from|posted|published|updated|source|photo)\b)[^.:;!?|\n]{6,80}?\s[–—-]{1,2}\s", re.IGNORECASE
)


def _told_at(text: str, dates: Sequence[DateMention], at: int, start: int, last: int) -> tuple[DateMention, ...]:
    """The mention that begins at a place, with the other end of its range; days, months and years only."""
    told: list[DateMention] = []
    while at < len(dates) and dates[at].end <= last and len(told) < 3:
        mention = dates[at]
        begins = mention.start == start if not told else bool(_JOINT.fullmatch(text, told[-1].end, mention.start))
        if not begins or mention.timex_type not in ("DATE", "TIME") or mention.timex_value.endswith("_REF"):
            break
        told.append(mention)
        at += 1
    return tuple(told)


def _end_of(text: str, lines: list[tuple[int, int]], number: int, starts: list[int]) -> int:
    """The end of the last line that goes on with an entry: indented, and begun by no date or bullet of its own."""
    end = lines[number][1]
    for first, last in lines[number + 1 : number + 6]:
        goes_on = text[first] in " \t" and not re.match(r"\s+(?:[-*•–—▪●■◦►|»›]|::|\d{1,3}[.)])", text[first:last])
        begins = bisect_left(starts, first)
        if not goes_on or text[end:first].count("\n") > 1 or (begins < len(starts) and starts[begins] < first + 12):
            break
        end = last
    return end


def years_of(document: Document, dates: Sequence[DateMention]) -> list[tuple[int, When]]:
    """The years that head the parts of a text, alone or with a title, and where each begins; none of a text with one.

    Args:
        document: it, with its zones.
        dates: its expressions of time, in order.
    """
    text, lines = document.text, _lines(document)
    starts = [mention.start for mention in dates]
    found: list[tuple[int, When]] = []
    for at, line in enumerate(lines):
        told = dates_told(text, line, dates, starts)
        if len(told) != 1 or told[0].when is None or not _is_of_a_year(told):
            continue
        alone = _REST_OF_HEADING.fullmatch(text, told[0].end, line[1]) is not None
        parting = _COLON.match(text, told[0].end, line[1])
        if alone or (parting is not None and _is_titled_year(text, told, parting.end(), lines[at : at + 2])):
            found.append((line[0], told[0].when))
    return found if len(found) >= LEAST_LINES else []


# -- what stands under an entry -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs under a dated line, and its day.

    Attributes:
        start, end: offsets, behind the line and before the next dated one.
        when: the date of the line.
    """

    start: int
    end: int
    when: When


LEAST_DATED = 3
"""Dated lines from which what stands between them is taken to be of their days."""

LONGEST_HEADING = 90
"""Characters of a line that heads paragraphs ("30 November - the fall of the town")."""

_DRESS = 24
"""Characters of bullets, numbers and emphasis before the date of a line, at most."""

_ENDS = re.compile(r"[.!?…][\"”'’)\]]{0,2}$")


def stretches_of(document: Document, dates: Sequence[DateMention]) -> list[Stretch]:
    """The paragraphs between the dated lines of a chronology, each under the date of the line above.

    Behind the last one only the next paragraph, with its heading, belongs to it: what comes then may be the
    end of the article.

    Args:
        document: it, with its zones.
        dates: its expressions of time, in order.
    """
    text = document.text
    if sum("\n" in text[max(0, one.start - _DRESS) : one.start] or one.start < _DRESS for one in dates) < LEAST_DATED:
        return []  # most articles: no line is looked at twice
    stamps = _stamps(text, dates)
    if len(stamps) >= LEAST_DATED:
        return _under_stamps(text, stamps)
    entries = entries_of(document, dates)
    if len({entry.dates[0].start for entry in entries}) < LEAST_DATED:
        return []
    found = []
    for entry, after in zip(entries, [*entries[1:], None], strict=True):
        when = next((mention.when for mention in entry.dates if mention.when is not None), None)
        if when is None:
            continue
        if after is not None:
            found.append(Stretch(entry.end, min(after.start, entry.end + LONGEST_ENTRY), when))
        elif _is_heading(text, entry):
            found.append(Stretch(entry.end, _end_below(text, entry.end), when))
    return [stretch for stretch in found if stretch.start < stretch.end]


# "16:45 16 December 2016": when something was put on a live page
_STAMP_BEFORE = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:posted|published|updated)[ \t](?:at[ \t])?)?"
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?,?[ \t]{1,2}(?:on[ \t])?$",
    re.IGNORECASE,
)
_STAMP_BEHIND = re.compile(r"(?:,?[ \t]\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)?[ \t]*(?:\r?\n|$)", re.IGNORECASE)


def _stamps(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """The days that stand alone on a line with an hour before them."""
    return [
        mention
        for mention in dates
        if mention.when is not None
        and mention.when.precision == "day"
        and _STAMP_BEFORE.search(text, max(0, mention.start - _DRESS), mention.start)
        and _STAMP_BEHIND.match(text, mention.end)
    ]


def _under_stamps(text: str, stamps: Sequence[DateMention]) -> list[Stretch]:
    """What stands under the stamps of a live page; under the last one its heading and one paragraph."""
    found = []
    for stamp, after in zip(stamps, [*stamps[1:], None], strict=True):
        end = _end_below(text, stamp.end) if after is None else min(after.start, stamp.end + LONGEST_ENTRY)
        if stamp.when is not None and end > stamp.end:
            found.append(Stretch(stamp.end, end, stamp.when))
    return found


def _end_below(text: str, start: int) -> int:
    """Where the paragraph behind a dated line ends, or the one behind its heading."""
    below = _PARAGRAPH.match(text, start)
    if below is None:
        return start
    if len(below.group()) < LONGEST_HEADING and _ENDS.search(below.group().rstrip()) is None:
        below = _PARAGRAPH.match(text, below.end()) or below
    return below.end()


_PARAGRAPH = re.compile(r"\s*[^\r\n]+")


def _is_heading(text: str, entry: Entry) -> bool:
    words = text[entry.words : entry.end].rstrip()
    return len(words) <= LONGEST_HEADING and _ENDS.search(words) is None
