"""Chronologies: lines that begin with their date, and dated headings with what stands under them.

"6 March 2011: arrest of ...", "* July 2012 - ...", the rows of a table. One entry is one event, whether or not it
has a verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline_app.events.capitals import find_named
from timeline_app.events.dating.handed_on import continues, narrates_now
from timeline_app.events.dating.own import is_clock_alone, own_date
from timeline_app.events.entries import DATED_LINE, Entry, dates_told, entries_of
from timeline_app.events.placing.handing import inherited_places, on_the_spot, told_of, where_the_story_is
from timeline_app.events.placing.headings import headline_places, placed_in, sections_of
from timeline_app.events.placing.homes import home_of
from timeline_app.events.placing.named import places_of
from timeline_app.events.placing.on_the_spot import TOLD_ELSEWHERE, kind_on_the_ground
from timeline_app.events.placing.pointing import meant_places
from timeline_app.events.placing.scenes import Told, scene_of
from timeline_app.events.placing.seats import seat_meant, without_seats
from timeline_app.events.placing.the_capital import Capitals, capital_meant, capitals_named
from timeline_app.events.quantities import find_quantities
from timeline_app.events.reading.sentence import Reading, read_sentence
from timeline_app.events.sentences import Sentence, split_sentences
from timeline_app.events.titles.making import make_title, phrase_title
from timeline_app.events.verbs.signals import find_signals
from timeline_app.events.who.roles import actors_in
from timeline_app.events.years import in_year, lacks_only_its_year
from timeline_app.model import Actor, DateMention, Document, Event, PlaceMention, Report, When, Where, report_id

LEAST_SENTENCES = 2
"""Sentences of an entry that may tell more than one event."""


def extract_chronology(document: Document, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Event]:
    """One event for each dated entry of a document that holds some."""
    named = headline_places(document, places)
    headline = named[:1] if len({place.place_id for place in named}) == 1 else ()
    home = home_of(document, places)
    sections = sections_of(document, places)
    capitals = capitals_named(places)
    told: dict[int, Told] = defaultdict(Told)
    events: list[Event] = []
    for entry in entries_of(document, dates):
        above = bisect_left([section.start for section in sections], entry.start)
        heading = sections[above - 1].where if above else ()
        events += _events(document, entry, dates, places, heading or headline, told[above], capitals, home)
    return events


def _events(
    document: Document,
    entry: Entry,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    headline: tuple[Where, ...],
    told: Told,
    capitals: Capitals,
    home: tuple[Where, ...],
) -> Iterator[Event]:
    """The events of one entry; what is told on without a place happened where the entry told of last.

    What no words of the entry place is where the entries before point: "the camp", or the one place of all of them.
    """
    scene: tuple[Where, ...] = ()
    for part in _parts(document.text, entry, dates):
        event = _event(document, part, dates, places, scene, headline, told, capitals, home)
        scenes = without_seats(event.where)
        if event.type not in TOLD_ELSEWHERE:
            told.add(scenes)
        scene = scene_of(scenes) or scene
        yield event


def _parts(text: str, entry: Entry, dates: Sequence[DateMention]) -> Iterator[Entry]:
    """An entry, cut where a further sentence tells an event or a day of its own; the day told last goes on.

    "March 2011: protests erupt in Daraa. On March 18, forces fire at a protest. The army seals the town": three events.
    """
    sentences = split_sentences(text, entry.words, entry.end)
    starts = [mention.start for mention in dates]
    under_heading = entry.start == entry.words
    by_hour = entry.dates[0].timex_type == "TIME"
    part = entry
    if sentences and _is_coarse(entry):
        part = entry = replace(entry, dates=_day_of(text, sentences[0], entry, dates, starts) or entry.dates)
    elif sentences and (under_heading or by_hour):
        own = _day_of(text, sentences[0], entry, dates, starts)
        part = replace(entry, dates=own) if own and _looks_back(own[0], entry) else entry
    if len(sentences) < LEAST_SENTENCES:
        yield part
        return
    read_until, tells = entry.words, False
    for sentence in sentences:
        read = read_sentence(sentence.text) is not None
        if sentence.start > entry.words:
            own = _day_of(text, sentence, entry, dates, starts)
            if own or (tells and read):
                if not _is_label(text[part.words : read_until]):
                    yield replace(part, end=read_until)
                part = replace(entry, start=sentence.start, words=sentence.start, dates=own or part.dates)
                tells = False
        tells = tells or read or bool(find_signals(sentence.text))
        read_until = sentence.end
    yield replace(part, end=max(part.end, read_until))


def _is_coarse(entry: Entry) -> bool:
    """Whether an entry is dated to a month, a year or a stretch."""
    when = next((mention.when for mention in entry.dates if mention.when is not None), None)
    return when is not None and when.precision != "day" and len(entry.dates) == 1


def _is_label(words: str) -> bool:
    """Whether words only name what the next sentence tells: "Convoy.", "Last buses held up."."""
    return words.count(" ") < _LABEL_WORDS and words.rstrip().endswith(".") and read_sentence(words) is None


_LABEL_WORDS = 5


def _day_of(
    text: str, sentence: Sentence, entry: Entry, dates: Sequence[DateMention], starts: list[int]
) -> tuple[DateMention, ...]:
    """The day that a further sentence of an entry begins with or tells for its verb; it belongs to the entry's time."""
    inside = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    if all(map(is_clock_alone, inside)):
        return ()
    told = dates_told(text, (sentence.start, sentence.end), dates, starts)
    reading = None if told else read_sentence(sentence.text)
    own = None if reading is None else own_date(sentence, reading, inside)
    found = told or (() if own is None else (own,))
    found = tuple(_in_year_of(entry, mention) for mention in found)
    of_another_day = own is not None and _looks_back(found[0], entry)
    goes_on = bool(told) or (reading is not None and narrates_now(reading))
    return found if found and (of_another_day or _lies_within(found[0], entry, goes_on=goes_on)) else ()


def _looks_back(own: DateMention, entry: Entry) -> bool:
    """Whether a sentence's verb is dated to a day before its entry: what it tells was then."""
    told = next((mention.when for mention in entry.dates if mention.when is not None), None)
    if told is None or own.when is None or own.when.precision not in _LOOKED_BACK_TO:
        return False
    of_line = own.when.anchor.startswith(DATED_LINE) or entry.dates[0].timex_type == "TIME"
    known = own.when.basis == "stated" or lacks_only_its_year(own) or of_line
    return own.when.latest < told.earliest and known  # under "1845 GMT" yesterday is that of the day it was written


_LOOKED_BACK_TO = frozenset({"day", "month", "year"})


def _in_year_of(entry: Entry, mention: DateMention) -> DateMention:
    """A day without a year takes the entry's: "March 2014: ... On March 9, guards fire" is in 2014."""
    told = next((date.when for date in entry.dates if date.when is not None), None)
    return in_year(told, mention)


def _lies_within(own: DateMention, entry: Entry, *, goes_on: bool) -> bool:
    """Whether a sentence's date is a day of the entry's own month or year, or soon after its day.

    Args:
        own: the sentence's date.
        entry: the dated line.
        goes_on: whether the sentence begins with its date or tells in the present: "On 19 October, others leave".
    """
    told = next((mention.when for mention in entry.dates if mention.when is not None), None)
    if told is None or own.when is None or own.when.precision != "day":
        return False
    later = (goes_on or told.precision != "day") and (lacks_only_its_year(own) or own.when.basis == "stated")
    most = _SAME_STORY_DAYS if later else _SOON_DAYS
    return told.earliest <= own.when.earliest and (own.when.latest - told.latest).days <= most


_SOON_DAYS = 14  # "10 May: the town falls. On 12 May its people flee."
_SAME_STORY_DAYS = 120  # "September 2015: a truce is agreed. On December 28 men leave.": of the year told


# -- events ---------------------------------------------------------------------------------------


def _event(
    document: Document,
    entry: Entry,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    scene: tuple[Where, ...],
    headline: tuple[Where, ...],
    before: Told,
    capitals: Capitals,
    home: tuple[Where, ...],
) -> Event:
    text = document.text
    whole = Sentence(entry.words, entry.end, text[entry.words : entry.end], 0)
    place_starts = [mention.start for mention in places]
    inside = places[bisect_left(place_starts, entry.words) : bisect_left(place_starts, entry.end)]
    when = next((mention.when for mention in entry.dates if mention.when is not None), None)
    told, sentence = _reading(text, entry)
    kind = told.event_type if told else _type_of(whole.text)
    goes_on = told is not None and continues(told)
    here = inherited_places(scene) if goes_on else on_the_spot(kind, scene)
    ground = kind_on_the_ground(kind, whole.text)
    where = places_of(whole, inside) or capital_meant(whole.text, capitals) or seat_meant(sentence.text, kind)
    pointed = () if where else meant_places(whole.text, (), scene or before.last() or headline, before)
    head = places[bisect_left(place_starts, entry.start) : bisect_left(place_starts, entry.words)]
    if not any(place.is_placed and place.role in ("at", "near", "from") for place in where):
        where = (*placed_in(head), *where)
    where = where or pointed or here or before.only(ground, headline)
    where = where or told_of(ground, headline, "named by the heading above")
    where = where or where_the_story_is(scene, home)
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
    found = {} if told is None else {one.name: one for one in actors_in(sentence.text, told, find_named(sentence.text))}
    for named in find_named(whole.text):
        found.setdefault(named.name, Actor(named.name))
    return tuple(found.values())


def _worded(when: When | None, entry: Entry, text: str) -> When | None:
    if when is None:
        return None
    return when.with_(text=text[entry.dates[0].start : entry.dates[-1].end])


def _reading(text: str, entry: Entry) -> tuple[Reading | None, Sentence]:
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
