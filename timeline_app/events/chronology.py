"""Chronologies: lines that begin with their date, and dated headings with what stands under them.

"6 March 2011: arrest of ...", "* July 2012 - ...", the rows of a table. One entry is one event, whether or not it
has a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline_app.events.dating import continues, own_date
from timeline_app.events.placing.named import places_of
from timeline_app.events.placing.scenes import (
    headline_places,
    inherited_places,
    on_the_spot,
    scene_of,
    told_of,
)
from timeline_app.events.quantities import find_quantities
from timeline_app.events.reading import Reading, read_sentence
from timeline_app.events.sentences import Sentence, split_sentences
from timeline_app.events.titles.making import make_title, phrase_title
from timeline_app.events.verbs.signals import find_signals
from timeline_app.events.who.actors import find_actors
from timeline_app.events.who.roles import actors_in
from timeline_app.events.years import following, in_year, lacks_only_its_year
from timeline_app.model import Actor, DateMention, Document, Event, PlaceMention, Report, When, Where, report_id

_LINE = re.compile(r"[^\r\n]+")
# What may stand before the date: bullets, numbering, heading and table marks, emphasis, "On".
_BEFORE = re.compile(
    r"[ \t\u00a0]{0,8}(?:[-*•–—▪●·|#>]{1,6}[ \t]{0,4}|\d{1,3}[.)][ \t]{1,3}){0,2}[*_\[(]{0,3}(?:On |In )?"
)
# What parts it from the entry.
_COLON = re.compile(r"[*_\])]{0,3}\s{0,2}(?:[:|\t])[*_]{0,3}\s{0,3}")
_DASH = re.compile(r"[*_\])]{0,3}\s{1,2}[-–—]{1,2}\s{1,2}")
_POINT = re.compile(r"[*_\])]{0,3}\.[*_]{0,3}\s{1,3}(?=[\"“'‘(]?(?:[^\W\da-z_]|\d))")  # "3 May. Four mortar rounds"
# "21:30 - Shells hit a farm", under the heading of its day
_CLOCK = re.compile(r"[-*•\s]{0,4}\d{1,2}[:.h]\d{2}(?:\s?(?:hrs|hours|h|[ap]\.?m\.?))?\s{0,2}[-–—:|.]{0,2}\s{1,2}")
_PARTINGS = (_COLON, _DASH, _POINT)
# Between the two ends of a range: "22nd-23rd March 2017", "from 3 to 9 May".
_JOINT = re.compile(r"\s{0,2}(?:-|–|—|to|and|,|/)\s{0,2}")
_REST_OF_HEADING = re.compile(r"[*_#|:.=~–—\s\])-]{0,8}(?:\[edit\]\s?)?")

LEAST_LINES = 2
"""Lines with a date and a dash or full stop, or dated headings, that make a chronology; one alone may be a stamp."""

LEAST_SENTENCES = 2
"""Sentences of an entry that may tell more than one event."""

LONGEST_ENTRY = 3_000
"""Characters of an entry; what is longer is prose under a heading and read by its sentences."""


@dataclass(frozen=True, slots=True)
class _Entry:
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


def extract_chronology(document: Document, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Event]:
    """One event for each dated entry of a document that holds some."""
    entries = _in_order(list(_entries(document.text, _lines(document), dates)), document.published)
    loose = len({entry.dates[0].start for entry in entries if not entry.by_colon})
    kept = [entry for entry in entries if entry.by_colon or loose >= LEAST_LINES]
    named = headline_places(document, places)
    headline = named[:1] if len({place.place_id for place in named}) == 1 else ()
    return [event for entry in kept for event in _events(document, entry, dates, places, headline)]


def _in_order(entries: list[_Entry], published: date | None) -> list[_Entry]:
    """The entries, days without a year put in the year in which they follow those above them."""
    moved = following([(entry.dates, entry.year_told) for entry in entries], published)
    return [replace(entry, dates=dates) for entry, dates in zip(entries, moved, strict=True)]


def _events(
    document: Document,
    entry: _Entry,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    headline: tuple[Where, ...],
) -> Iterator[Event]:
    """The events of one entry; what is told on without a place happened where the entry told of last."""
    scene: tuple[Where, ...] = ()
    for part in _parts(document.text, entry, dates):
        event = _event(document, part, dates, places, scene, headline)
        scene = scene_of(event.where) or scene
        yield event


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


def _entries(text: str, lines: list[tuple[int, int]], dates: Sequence[DateMention]) -> Iterator[_Entry]:
    starts = [mention.start for mention in dates]
    heading: tuple[DateMention, ...] = ()
    above: When | None = None
    heading_year = by_clock = False
    for number, (first, last) in enumerate(lines):
        bare = _told(text, (first, last), dates, starts)
        told = tuple(_under(above, mention) for mention in bare)
        after = told[-1].end if told else first
        parting = next((m for mark in _PARTINGS if (m := mark.match(text, after, last)) is not None), None)
        clock = _CLOCK.match(text, first, last)
        if heading and clock is not None and _says_something(text[clock.end() : last]):
            by_clock = True
            yield _Entry(first, last, clock.end(), heading, by_colon=False, year_told=heading_year)
        elif told and parting is not None and _says_something(text[parting.end() : last]):
            by_colon = parting.re is _COLON
            yield _Entry(
                first, _end_of(text, lines, number, starts), parting.end(), told, by_colon, _year_told(bare, told)
            )
            heading = ()
        elif told and _REST_OF_HEADING.fullmatch(text, after, last):
            heading, heading_year, by_clock = told, _year_told(bare, told), False
            above = _span_of(told) or above
        elif (
            heading and not by_clock and not told and last - first <= LONGEST_ENTRY and not text.startswith("#", first)
        ):
            yield _Entry(first, last, first, heading, by_colon=False, year_told=heading_year)
        else:
            heading = ()


def _year_told(bare: tuple[DateMention, ...], told: tuple[DateMention, ...]) -> bool:
    """Whether a date states its year or has it from the heading above."""
    when = bare[0].when
    return told != bare or (when is not None and when.basis == "stated")


def _says_something(words: str) -> bool:
    """Whether words are more than a label of the page: "September 2016 | Dispatches"."""
    plain = words.strip(" .*_|")
    return " " in plain or any(
        signal.form == "noun" for hit in find_signals(plain) for signal in (hit.signal, *hit.others)
    )


def _span_of(heading: tuple[DateMention, ...]) -> When | None:
    """The month or year that a heading states, within which the days of the headings under it lie."""
    when = heading[0].when
    return when if when is not None and when.basis == "stated" and when.precision in ("month", "year") else None


def _under(above: When | None, mention: DateMention) -> DateMention:
    """A day without a year under the heading of its month or year: "4 January" under "January 2016"."""
    when = mention.when
    if above is None or when is None or not above.earliest.month <= when.earliest.month <= above.latest.month:
        return mention
    return in_year(above, mention)


def _parts(text: str, entry: _Entry, dates: Sequence[DateMention]) -> Iterator[_Entry]:
    """An entry, cut where a further sentence tells an event or a day of its own; the day told last goes on.

    "March 2011: protests erupt in Daraa. On March 18, forces fire at a protest. The army seals the town": three events.
    """
    sentences = split_sentences(text, entry.words, entry.end)
    if len(sentences) < LEAST_SENTENCES:
        yield entry
        return
    starts = [mention.start for mention in dates]
    part, read_until, tells = entry, entry.words, False
    for sentence in sentences:
        read = read_sentence(sentence.text) is not None
        if sentence.start > entry.words:
            own = _day_of(text, sentence, entry, dates, starts)
            if own or (tells and read):
                yield replace(part, end=read_until)
                part = replace(entry, start=sentence.start, words=sentence.start, dates=own or part.dates)
                tells = False
        tells = tells or read or bool(find_signals(sentence.text))
        read_until = sentence.end
    yield replace(part, end=max(part.end, read_until))


def _day_of(
    text: str, sentence: Sentence, entry: _Entry, dates: Sequence[DateMention], starts: list[int]
) -> tuple[DateMention, ...]:
    """The day that a further sentence of an entry begins with or tells for its verb; it belongs to the entry's time."""
    inside = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    if not inside:
        return ()
    told = _told(text, (sentence.start, sentence.end), dates, starts)
    reading = None if told else read_sentence(sentence.text)
    own = None if reading is None else own_date(sentence, reading, inside)
    found = told or (() if own is None else (own,))
    found = tuple(_in_year_of(entry, mention) for mention in found)
    of_another_day = own is not None and _looks_back(found[0], entry)
    return found if found and (of_another_day or _lies_within(found[0], entry)) else ()


def _looks_back(own: DateMention, entry: _Entry) -> bool:
    """Whether a sentence's verb is dated to a day before its entry: what it tells was then."""
    told = next((mention.when for mention in entry.dates if mention.when is not None), None)
    if told is None or own.when is None or own.when.precision != "day":
        return False
    return own.when.latest < told.earliest and (own.when.basis == "stated" or lacks_only_its_year(own))


def _in_year_of(entry: _Entry, mention: DateMention) -> DateMention:
    """A day without a year takes the entry's: "March 2014: ... On March 9, guards fire" is in 2014."""
    told = next((date.when for date in entry.dates if date.when is not None), None)
    return in_year(told, mention)


def _lies_within(own: DateMention, entry: _Entry) -> bool:
    """Whether a sentence's date is a day of the entry's own month or year, or soon after its day."""
    told = next((mention.when for mention in entry.dates if mention.when is not None), None)
    if told is None or own.when is None or own.when.precision != "day":
        return False
    return told.earliest <= own.when.earliest and (own.when.latest - told.latest).days <= _SOON_DAYS


_SOON_DAYS = 14  # "10 May: the town falls. On 12 May its people flee."


def _told(text: str, line: tuple[int, int], dates: Sequence[DateMention], starts: list[int]) -> tuple[DateMention, ...]:
    """The mentions a line begins with, behind a bullet or a mark."""
    before = _BEFORE.match(text, *line)
    begin = before.end() if before else line[0]
    return _told_at(text, dates, bisect_left(starts, begin), begin, line[1])


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
        goes_on = text[first] in " \t" and not re.match(r"\s+(?:[-*•–—▪●|]|\d{1,3}[.)])", text[first:last])
        begins = bisect_left(starts, first)
        if not goes_on or text[end:first].count("\n") > 1 or (begins < len(starts) and starts[begins] < first + 12):
            break
        end = last
    return end


# -- events ---------------------------------------------------------------------------------------


def _event(
    document: Document,
    entry: _Entry,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    scene: tuple[Where, ...],
    headline: tuple[Where, ...],
) -> Event:
    text = document.text
    whole = Sentence(entry.words, entry.end, text[entry.words : entry.end], 0)
    place_starts = [mention.start for mention in places]
    inside = places[bisect_left(place_starts, entry.words) : bisect_left(place_starts, entry.end)]
    when = next((mention.when for mention in entry.dates if mention.when is not None), None)
    told, sentence = _reading(text, entry)
    kind = told.type if told else _type_of(whole.text)
    goes_on = told is not None and continues(told)
    here = inherited_places(scene) if goes_on else on_the_spot(kind, scene)
    where = places_of(whole, inside) or here or told_of(kind, headline, "named by the headline of the chronology")
    actors = _actors(whole, told, sentence)
    starts = [mention.start for mention in dates]
    told_dates = dates[bisect_left(starts, entry.words) : bisect_left(starts, entry.end)]
    spans = [(one.start, one.end) for one in told_dates] + [(one.start, one.end) for one in inside]
    taken = [(start - entry.words, end - entry.words) for start, end in spans]
    quantities = tuple(find_quantities(whole.text, taken))
    modality = told.modality if told else "asserted"
    report = Report(
        id=report_id(document.sha256, entry.start, entry.end),
        document=document.id,
        start=entry.start,
        end=entry.end,
        quote=text[entry.start : entry.end],
        when=when,
        where=where,
        quantities=quantities,
        actors=actors,
        modality=modality,
    )
    published = document.published
    return Event(
        id=report.id,
        title=make_title(sentence.text, told, None, None) if told else phrase_title(whole.text),
        type=kind,
        modality=modality,
        when=_worded(when, entry, text),
        where=where,
        actors=report.actors,
        quantities=quantities,
        reports=(report,),
        published=None if published is None else (published, published),
    )


def _actors(whole: Sentence, told: Reading | None, sentence: Sentence) -> tuple[Actor, ...]:
    """The actors of an entry, with their roles in the sentence that tells it."""
    found = (
        {} if told is None else {one.name: one for one in actors_in(sentence.text, told, find_actors(sentence.text))}
    )
    for named in find_actors(whole.text):
        found.setdefault(named.name, Actor(named.name))
    return tuple(found.values())


def _worded(when: When | None, entry: _Entry, text: str) -> When | None:
    if when is None:
        return None
    return when.with_(text=text[entry.dates[0].start : entry.dates[-1].end])


def _reading(text: str, entry: _Entry) -> tuple[Reading | None, Sentence]:
    """The first sentence of an entry that reports something, else its first."""
    sentences = split_sentences(text, entry.words, entry.end) or [Sentence(entry.words, entry.end, "", 0)]
    for sentence in sentences:
        reading = read_sentence(sentence.text)
        if reading is not None:
            return reading, sentence
    return None, sentences[0]


def _type_of(words: str) -> str:
    """The type the first noun or verb speaks for: "arrest of three officers"."""
    found = find_signals(words)
    return found[0].signal.type if found else "other"
