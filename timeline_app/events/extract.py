"""A document and its mentions into events: one a sentence, or one a clause where a sentence tells several."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from timeline_app.events.chronology import extract_chronology
from timeline_app.events.clauses.asides import relative_of
from timeline_app.events.clauses.clause import Clause
from timeline_app.events.clauses.parting import clauses_of, told_behind_colon
from timeline_app.events.dating import (
    continues,
    days_after_that,
    ever_since,
    guessed,
    inherited,
    is_clock_alone,
    is_hours_later,
    is_of_its_entry,
    narrates_now,
    own_date,
    points_to_deed,
    so_far,
    so_long_before,
)
from timeline_app.events.entries import Stretch, stretches_of
from timeline_app.events.placing.named import capital_meant, capitals_named, places_of, story_start
from timeline_app.events.placing.pointing import (
    called_by_its_area,
    gone_on_from,
    listed_towns,
    meant_places,
    points_to_dateline,
    towns_meant,
)
from timeline_app.events.placing.scenes import (
    ON_THE_SPOT,
    Section,
    Told,
    dateline_places,
    finer,
    headline_places,
    headlined,
    home_of,
    inherited_places,
    kind_on_the_ground,
    scene_of,
    sections_of,
    told_of,
    where_along,
)
from timeline_app.events.placing.things import Things
from timeline_app.events.quantities import find_quantities
from timeline_app.events.reading import Reading, read_sentence
from timeline_app.events.sentences import Sentence, split_sentences
from timeline_app.events.titles.making import make_title
from timeline_app.events.titles.plain import plain_title
from timeline_app.events.titles.speech import speaker_named
from timeline_app.events.titles.topics import topics_of, with_topic
from timeline_app.events.verbs.signals import REPORTING, VIOLENT
from timeline_app.events.who.actors import Named, find_actors
from timeline_app.events.who.roles import actors_in, speaker_of
from timeline_app.model import (
    Actor,
    DateMention,
    Document,
    Event,
    PlaceMention,
    Report,
    When,
    Where,
    report_id,
)

Extractor = Callable[[Document, Sequence[DateMention], Sequence[PlaceMention]], list[Event]]
"""(document, its date mentions, its place mentions) -> events, in the order told."""

READ_KINDS = ("body",)
"""Zones that hold sentences. A headline repeats the body; it is read where there is no body."""


def extract_events(document: Document, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Event]:
    """The events of a document, by every extractor; where two read the same words the first one wins."""
    events: list[Event] = []
    for extractor in EXTRACTORS.values():
        taken = sorted((event.reports[0].start, event.reports[0].end) for event in events)
        found = extractor(document, dates, places)
        events += [event for event in found if not _overlaps_any(event.reports[0], taken)]
    return sorted(events, key=lambda event: event.reports[0].start)


def _overlaps_any(report: Report, taken: list[tuple[int, int]]) -> bool:
    """Whether a report's words were read before; the stretches are sorted and apart."""
    after = bisect_left(taken, (report.end, -1))
    return after > 0 and taken[after - 1][1] > report.start


@dataclass(slots=True)
class _Thread:
    """What is in force while the narrative runs on: date, scene, last person; it ends with the paragraph.

    The last scene and day told stay in force behind it for words that point back: "the town", "at 4:30 pm".
    """

    paragraph: int = -1
    when: When | None = None
    words: str = ""
    where: tuple[Where, ...] = ()
    person: str | None = None
    surnames: dict[str, str] = field(default_factory=dict)
    scene: tuple[Where, ...] = ()
    day: When | None = None
    told: Told = field(default_factory=Told)
    things: Things = field(default_factory=Things)
    headline: tuple[Where, ...] = ()
    chronicle: When | None = None
    topics: Callable[[], Sequence[str]] = tuple
    told_last: When | None = None
    looks_back: bool | None = None
    lead: When | None = None
    opening: When | None = None
    has_told: bool = False
    home: tuple[Where, ...] = ()
    sections: deque[Section] = field(default_factory=deque)
    section: tuple[Where, ...] = ()
    stretches: deque[Stretch] = field(default_factory=deque)
    entry: When | None = None
    entry_told: bool = False
    spoke: bool = False
    deed: When | None = None
    fights: dict[tuple[str, str], tuple[Where, ...]] = field(default_factory=dict)
    listed: tuple[Where, ...] = ()

    def copy(self) -> _Thread:
        """The same, for a clause that tells what was before: nothing goes on from it."""
        return replace(
            self,
            surnames=dict(self.surnames),
            told=self.told.copy(),
            things=self.things.copy(),
            fights=dict(self.fights),
        )

    def turn_to(self, paragraph: int) -> None:
        """Leave behind what ends with its paragraph."""
        self.paragraph, self.when, self.words, self.where = paragraph, None, "", ()

    def come_to(self, start: int) -> None:
        """Enter what begins before an offset: what stands under "SARAQEB" happened there, under "6 May -" then."""
        while self.sections and self.sections[0].start <= start:
            self.section = self.sections.popleft().where
            self.where, self.scene = self.section, self.section or self.scene
        while self.stretches and self.stretches[0].end <= start:
            self.stretches.popleft()
        under = self.stretches[0] if self.stretches and self.stretches[0].start <= start else None
        entry = under.when if under else None
        self.entry_told = self.entry_told and entry is self.entry
        self.entry = entry

    def meet_speaker(self, sentence: str) -> None:
        """Remember who is named as the speaker of a quotation, with or without a title."""
        speaker = speaker_named(sentence)
        if speaker is not None and " " in speaker and _NAME.fullmatch(speaker) and not find_actors(speaker):
            self.person = speaker
            self.surnames[speaker.split()[-1]] = speaker

    def named_in(self, sentence: str) -> str | None:
        """The last person of the document whose surname alone stands in the sentence ("Dillon added")."""
        known = [(sentence.rfind(surname), name) for surname, name in self.surnames.items()]
        return max((found for found in known if found[0] >= 0), default=(0, None))[1]


_HE_OR_SHE = re.compile(r"\W{0,3}(?:He|She)\s")
# "Kouchner", "Rami Abdel Rahman": nothing but a name
_NAME = re.compile(r"[^\W\da-z_][\w’'-]{2,20}(?:\s(?:(?:al|el|abu|bin|van|de)[\s-])?[^\W\da-z_][\w’'-]{2,20}){0,3}")


def _person_of(topics: Callable[[], Sequence[str]]) -> str | None:
    """The subject of the sentence before where it is a person's name that no table knows."""
    return next((topic for topic in topics() if _NAME.fullmatch(topic) and not find_actors(topic)), None)


def extract_sentences(document: Document, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Event]:
    """One event for each sentence of running text that reports something, more where its clauses tell several."""
    date_starts = [mention.start for mention in dates]
    place_starts = [mention.start for mention in places]
    capitals = capitals_named(places)
    thread = _Thread(
        headline=headline_places(document, places)[:1],
        home=home_of(document, places),
        sections=deque(sections_of(document, places)),
        lead=_day_of_headline(document, dates),
        stretches=deque(stretches_of(document, dates)),
        listed=listed_towns(document.text, headlined(document, places)),
    )
    events = []
    told: set[tuple[str, When | None, tuple[Where, ...]]] = set()
    for whole in _sentences(document):
        sentence = whole
        if sentence.paragraph != thread.paragraph:
            thread.turn_to(sentence.paragraph)
        thread.come_to(sentence.start)
        words = sentence.text, thread.entry, thread.section
        if words in told:
            continue  # a headline that the page shows again
        told.add(words)
        here = dateline_places(document, places) if points_to_dateline(sentence.text) and not thread.scene else ()
        thread.scene = here or thread.scene
        reading = read_sentence(sentence.text)
        if reading is None and (behind := told_behind_colon(sentence)) is not None:
            sentence, reading = behind, read_sentence(behind.text)
        own_places = places[bisect_left(place_starts, sentence.start) : bisect_left(place_starts, sentence.end)]
        thread.listed = listed_towns(document.text, own_places) or thread.listed
        own_dates = dates[bisect_left(date_starts, story_start(sentence)) : bisect_left(date_starts, sentence.end)]
        aside = relative_of(sentence, own_dates, own_places) if reading is None else []
        if reading is None and not aside:
            thread.spoke = False
            _meet(thread, find_actors(sentence.text))
            if here or not _IS_TO_COME.search(sentence.text):
                _look_at(thread, here or places_of(sentence, own_places))
            first = bisect_left(date_starts, sentence.start)
            _turn_to_day(thread, sentence, dates[first : first + 1])
            thread.topics = partial(_topics_of, sentence.text)
            continue
        in_front: When | None = None
        for clause in aside if reading is None else clauses_of(sentence, reading, own_dates, own_places):
            capital = capital_meant(clause.sentence.text, capitals)
            event = _event(document, clause, thread.copy() if clause.background else thread, capital, in_front)
            in_front = event.when
            events.append(event)
        if reading is None:
            continue
        said = reading.speech is not None or reading.type in REPORTING or _BY_WHOM.search(sentence.text) is not None
        thread.spoke = said and reading.event_type in ON_THE_SPOT
        thread.entry_told = thread.entry_told or sentence.text.rstrip().endswith((".", "”", '"'))
    return events


_BY_WHOM = re.compile(r"\b[Aa]ccording\sto\b")

# "are to be freed when the buses reach Idlib": where something is to happen is not where the story is
_IS_TO_COME = re.compile(r"\b(?:will|would|(?:is|are|was|were)\s(?:then\s|also\s|later\s)?to)\s[a-z]")


def _topics_of(sentence: str, *title: str) -> Sequence[str]:
    return topics_of(plain_title(sentence), *title)


EXTRACTORS: dict[str, Extractor] = {"chronology": extract_chronology, "sentences": extract_sentences}
"""Every extractor by name; a further one is a function of the same signature and a line here."""


def _sentences(document: Document) -> list[Sentence]:
    spans = [(zone.start, zone.end) for zone in document.zones if zone.kind in READ_KINDS]
    if not spans:
        spans = [(zone.start, zone.end) for zone in document.zones if zone.kind == "headline"]
    if not document.zones:
        spans = [(0, len(document.text))]
    found: list[Sentence] = []
    for start, end in spans:
        found.extend(split_sentences(document.text, start, end, found[-1].paragraph + 1 if found else 0))
    return found


def _event(
    document: Document,
    clause: Clause,
    thread: _Thread,
    capital: tuple[Where, ...] = (),
    in_front: When | None = None,
) -> Event:
    sentence, reading, dates, places = clause.sentence, clause.reading, clause.dates, clause.places
    when = _when(document, sentence, reading, dates, thread, not any(place.use == "place" for place in places))
    if clause.days_before is not None and not dates and in_front is not None:
        when = so_long_before(in_front, clause.days_before) or when
    named = find_actors(sentence.text)
    actors = actors_in(sentence.text, reading, named)
    where = _where(document, clause, thread, capital, when) or _where_they_fought(
        thread, reading, actors, when, document
    )
    looked_back = _tells_what_had_been(sentence, reading, when, thread)
    thread.looks_back = _looks_back(thread, when, document)
    thread.told.add(where)
    thread.things.tell(sentence.text, reading.event_type, scene_of(where))
    _keep_fight(thread, reading, actors, where)
    before = thread.person
    _carry_on(thread, None if looked_back else when, where, named, dates, planned=reading.modality == "planned")
    if (
        reading.event_type in VIOLENT
        and when is not None
        and when.basis in ("stated", "relative")
        and _is_of_now(when, document)
    ):
        thread.deed = when if when.days <= _SHORT_DAYS else thread.deed
    if when is not None and when.basis in ("stated", "relative"):
        thread.chronicle = _chronicled(when, reading, document)
    thread.person = thread.named_in(sentence.text) or thread.person
    thread.meet_speaker(sentence.text)
    meant = _person_of(thread.topics) if _HE_OR_SHE.match(sentence.text) else None
    subject = meant or speaker_of(actors, named) or (before if reading.type != "statement" else thread.person)
    report = Report(
        id=report_id(document.sha256, clause.start, clause.end),
        document=document.id,
        start=clause.start,
        end=clause.end,
        quote=document.text[clause.start : clause.end],
        when=when,
        where=where,
        quantities=tuple(find_quantities(sentence.text, _taken(sentence, dates, places))),
        actors=actors,
        modality=reading.modality,
    )
    scene = next((place for place in where if place.role in ("at", "near") and place.is_placed), None)
    published = document.published
    named_scene = (None, "") if scene is None else (scene.name, scene.text)
    title = make_title(sentence.text, reading, subject, named_scene[0], thread.topics, named_scene[1])
    thread.topics = partial(_topics_of, with_topic(sentence.text, thread.topics), title)
    return Event(
        id=report.id,
        title=title,
        type=reading.event_type,
        modality=reading.modality,
        when=when,
        where=where,
        actors=actors,
        quantities=report.quantities,
        reports=(report,),
        published=None if published is None else (published, published),
    )


def _where(
    document: Document, clause: Clause, thread: _Thread, capital: tuple[Where, ...], when: When | None
) -> tuple[Where, ...]:
    """Where the event of a clause happened: as it names, as it points back to, else where its story is."""
    sentence, reading = clause.sentence, clause.reading
    where = _where_named(clause, thread, capital)
    if not any(place.role in ("at", "near") and place.is_placed for place in where):
        where = (*towns_meant(sentence.text, thread.listed), *where)
    if not where:
        goes_on = continues(reading) or reading.event_type in ON_THE_SPOT
        where = gone_on_from(sentence.text, thread.where, thread.told) if goes_on else ()
    if not any(place.is_placed and place.kind != "country" and place.role in ("at", "near") for place in where):
        unknown = () if any(place.is_placed for place in where) else where
        meant = meant_places(sentence.text, unknown, thread.scene, thread.told)
        where = (*(meant or inherited_places(() if unknown else thread.things.scene(sentence.text))), *where)
    where = where_along(where, thread.scene if thread.where or reading.event_type in VIOLENT else ())
    where = where or told_of(reading.type, thread.section, "the heading above names it")
    kind = kind_on_the_ground(reading.type, sentence.text)
    where = where or thread.told.only(kind, thread.headline)
    if not where and (
        is_hours_later(sentence.text)
        or (thread.spoke and reading.event_type in ON_THE_SPOT and _GOES_ON_TELLING.match(sentence.text))
    ):
        where = inherited_places(thread.scene)
    if not where and _is_of_now(when, document):
        where = told_of(kind, thread.home, "the town the story is of")
    if reading.type in ON_THE_SPOT and _is_of_now(when, document):
        where = finer(where, thread.home)
    return where


# "He added that the guards had fled", "It said nine more had died": told on by who told a deed right before
_GOES_ON_TELLING = re.compile(
    r"\W{0,3}(?:He|She|It|They)\s(?:also\s|further\s|then\s|later\s)?(?:said|says|added|adds|went\son\sto\ssay|continued|reported|noted"
    r"|told\s[^,;]{2,30}?)\s"
)


def _sides_of(actors: Sequence[Actor]) -> tuple[str, str] | None:
    """Who did it to whom, where one actor each is named."""
    did, was = ([actor.name for actor in actors if actor.role == role] for role in ("source", "target"))
    return (did[0], was[0]) if did and was else None


def _keep_fight(thread: _Thread, reading: Reading, actors: Sequence[Actor], where: tuple[Where, ...]) -> None:
    """Remember where one did violence to another: the story will tell of it again."""
    sides = _sides_of(actors)
    scene = scene_of(where)
    if sides is not None and scene and reading.event_type in VIOLENT:
        thread.fights[sides] = scene


def _where_they_fought(
    thread: _Thread, reading: Reading, actors: Sequence[Actor], when: When | None, document: Document
) -> tuple[Where, ...]:
    """Where the story told before that the same one did violence to the same other, for what it tells again."""
    sides = _sides_of(actors)
    if sides is None or reading.event_type not in VIOLENT or not _is_of_now(when, document):
        return ()
    return told_of(reading.type, thread.fights.get(sides, ()), "the story told of these two there")


def _where_named(clause: Clause, thread: _Thread, capital: tuple[Where, ...]) -> tuple[Where, ...]:
    """The places that a clause names, the capital it speaks of, or the town it calls by its province."""
    sentence = clause.sentence
    begins = story_start(sentence) if capital else sentence.start  # "BEIRUT -- A bomb went off in Syria's capital"
    called = called_by_its_area(sentence, clause.places, thread.scene)
    own = [place for place in clause.places if place.start >= begins and place not in called]
    where = places_of(sentence, own, clause.reading.verb.hit.start)
    where = where or (inherited_places(thread.scene) if called else ())
    placed = any(place.is_placed and place.kind != "country" for place in where)
    return where if placed else (*capital, *where)


def _when(
    document: Document,
    sentence: Sentence,
    reading: Reading,
    dates: Sequence[DateMention],
    thread: _Thread,
    names_no_place: bool = False,
) -> When | None:
    days = [one for one in dates if not is_clock_alone(one)]  # "on Monday at dawn" is of Monday
    mention = own_date(sentence, reading, days, document.published) or own_date(
        sentence, reading, dates, document.published
    )
    opens = mention is not None and not thread.entry_told and mention.start - sentence.start < _OPENING
    if mention is not None and thread.entry is not None and is_of_its_entry(mention, thread.entry, opens=opens):
        return inherited(thread.entry, thread.entry.text)
    at_an_hour = mention is not None and is_clock_alone(mention)
    if at_an_hour and thread.day is not None:
        return inherited(thread.day, thread.day.text)
    if mention is not None and mention.when is not None and not at_an_hour:
        return ever_since(sentence, reading, mention, document.published) or so_far(
            mention.when, reading, document.published
        )
    counted = None if thread.day is None else days_after_that(sentence.text, thread.day)
    if counted is not None and _is_told(reading):
        return counted
    on_that_day = thread.day is not None and thread.day == thread.told_last
    if thread.day is not None and on_that_day and _is_told(reading) and is_hours_later(sentence.text):
        return inherited(thread.day, thread.day.text)
    if thread.when is not None and continues(reading):
        return inherited(thread.when, thread.words)
    if thread.deed is not None and _is_told(reading) and points_to_deed(sentence.text):
        return inherited(thread.deed, thread.deed.text)
    if thread.entry is not None and reading.modality != "planned":
        return inherited(thread.entry, thread.entry.text)
    if thread.chronicle is not None and narrates_now(reading):
        return inherited(thread.chronicle, thread.chronicle.text)
    if thread.looks_back and thread.told_last is not None and continues(reading):
        return inherited(thread.told_last, thread.told_last.text)
    if document.published is None:
        return None
    told_as_past = continues(reading) and reading.type not in REPORTING  # what was said was said close to publication
    lead = thread.lead if told_as_past else None
    same_story = told_as_past and reading.verb.tense == "past" and names_no_place
    return guessed(document.published, lead, thread.opening if same_story else None)


def _day_of_headline(document: Document, dates: Sequence[DateMention]) -> When | None:
    """The day that a headline states: "Daily summary for Tuesday 6 February 2018"."""
    zone = next((zone for zone in document.zones if zone.kind == "headline"), None)
    told = [one.when for one in dates if zone is not None and zone.start <= one.start < zone.end]
    stated = [when for when in told if when is not None and when.is_single_day and when.basis == "stated"]
    return stated[0] if len(stated) == 1 else None


_SHORT_DAYS = 3
"""Days of the longest stretch on which one raid may be dated."""

_OF_NOW_DAYS = 31
"""Days before publication that belong to a story; what is older is told from further away."""


def _is_of_now(when: When | None, document: Document) -> bool:
    """Whether something may be of the story's own days, which its town saw."""
    if when is None or document.published is None:
        return document.published is None
    return 0 <= (document.published - when.latest).days <= _OF_NOW_DAYS


_HAD = re.compile(r"\bhad\s(?:[a-z]{2,12}\s){0,2}$")


def _tells_what_had_been(sentence: Sentence, reading: Reading, when: When | None, thread: _Thread) -> bool:
    """Whether a sentence only looks back ("had seized it on May 8"): the story goes on from the day before it."""
    if when is None or thread.when is None or when.latest >= thread.when.earliest:
        return False
    at = reading.verb.hit.start
    return reading.verb.tense == "perfect" and _HAD.search(sentence.text, max(0, at - 30), at) is not None


def _is_told(reading: Reading) -> bool:
    return reading.verb.tense in ("past", "perfect")


_LOOKS_BACK_DAYS = 60
"""Days before publication from which a story that begins with a date tells of what is past."""


def _looks_back(thread: _Thread, when: When | None, document: Document) -> bool:
    """Whether a story tells of another time than its publication's: it begins with an old date and tells no recent one.

    Its sentences without a date go on from the last one told, also in a further paragraph.
    """
    if document.published is None or thread.looks_back is False or when is None:
        return False
    if when.basis not in ("stated", "relative"):
        return bool(thread.looks_back)
    return (document.published - when.latest).days > _LOOKS_BACK_DAYS


def _chronicled(when: When, reading: Reading, document: Document) -> When | None:
    """The day of a chronicle in the narrative present, for what it tells next: "On 3 May, rebels storm the town"."""
    past = document.published is not None and when.latest < document.published
    return when if past and when.precision in ("day", "month") and narrates_now(reading) else None


def _carry_on(
    thread: _Thread,
    when: When | None,
    where: tuple[Where, ...],
    named: list[Named],
    dates: Sequence[DateMention],
    *,
    planned: bool = False,
) -> None:
    if when is not None and when.basis in ("stated", "relative"):
        thread.when = when
        thread.words = when.text or (dates[0].text if dates else "")
        thread.day = when if when.precision == "day" else thread.day
        thread.told_last = when
        thread.lead = thread.lead or when
        thread.opening = thread.opening or (None if thread.has_told else when)
    if where:
        thread.where = where
    if not planned:  # where the buses are to go is not where the story is
        thread.scene = scene_of(where) or thread.scene
    thread.has_told = True
    _meet(thread, named)


def _look_at(thread: _Thread, where: tuple[Where, ...]) -> None:
    """Go on from the place that a sentence without an event describes, as "Some 40,000 live in Madaya" does."""
    if scene := scene_of(where):
        thread.where, thread.scene = where, scene


def _turn_to_day(thread: _Thread, sentence: Sentence, dates: Sequence[DateMention]) -> None:
    """Go on from the day that a sentence without an event begins with: "Thursday was no better."."""
    when = dates[0].when if dates else None
    opens = when is not None and when.precision == "day" and dates[0].start - sentence.start < _OPENING
    if opens and when is not None and _WAS.search(sentence.text) and not _is_far(thread.told_last, when):
        thread.when, thread.words, thread.day, thread.told_last = when, dates[0].text, when, when


# "Thursday was no better."; not "Friday is the day of rest"
_WAS = re.compile(r"\b(?:was|were|saw|brought|began|passed|ended|came)\b")


def _is_far(told: When | None, when: When) -> bool:
    return told is not None and abs((when.earliest - told.earliest).days) > _OF_NOW_DAYS


_OPENING = 5
"""Characters before a day that opens its sentence: "On ", a quotation mark."""


def _meet(thread: _Thread, named: list[Named]) -> None:
    """Remember the last person named: "he" is likely that one, also where the sentence told no event."""
    persons = [actor.name for actor in named if actor.kind == "person"]
    if persons:
        thread.person = persons[-1]
        thread.surnames.update((person.split()[-1], person) for person in persons)


def _taken(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[tuple[int, int]]:
    spans = [(m.start, m.end) for m in dates] + [(m.start, m.end) for m in places]
    return [(start - sentence.start, end - sentence.start) for start, end in spans]
