"""A document and its mentions into events: one a sentence, or one a clause where a sentence tells several."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from timeline_app.events.anchoring import reckoned_in_entries
from timeline_app.events.capitals import named_in
from timeline_app.events.chronology import extract_chronology
from timeline_app.events.clauses.clause import Clause
from timeline_app.events.clauses.parting import clauses_of, told_behind_colon, told_beside
from timeline_app.events.dating.handed_on import day_of_deed_named, points_to_deed_beside, so_long_before
from timeline_app.events.entries import stretches_of
from timeline_app.events.lending.choice import lend
from timeline_app.events.lending.story import Story, Telling
from timeline_app.events.live import live_stretches
from timeline_app.events.narrative.days_told import day_of_headline, tells_what_had_been, when_of
from timeline_app.events.narrative.harm import kind_in_story
from timeline_app.events.narrative.openings import with_eve_for_guess, with_openings_placed
from timeline_app.events.narrative.places_told import where_lent, where_of_clause, where_they_fought
from timeline_app.events.narrative.thread import (
    SHORT_DAYS,
    Thread,
    carry_on,
    chronicled,
    goes_on_still,
    is_of_now,
    keep_fight,
    look_at,
    looks_back,
    meet,
    turn_to_day,
)
from timeline_app.events.placing.backgrounds import told_in_front
from timeline_app.events.placing.borders import borders_among, with_border_meant
from timeline_app.events.placing.governments import is_where_they_speak
from timeline_app.events.placing.headings import dateline_places, headline_places, headlined, sections_of
from timeline_app.events.placing.homes import home_of, not_in_a_capital
from timeline_app.events.placing.named import ends_of_roads, places_of, story_start
from timeline_app.events.placing.on_the_spot import ON_THE_SPOT, TOLD_ELSEWHERE
from timeline_app.events.placing.pointing import (
    is_of_the_town,
    listed_towns,
    points_to_dateline,
)
from timeline_app.events.placing.scenes import scene_of
from timeline_app.events.placing.seats import seat_meant, without_seats
from timeline_app.events.placing.the_capital import Capitals, capital_meant, capitals_named
from timeline_app.events.quantities import find_quantities
from timeline_app.events.reading.sentence import Reading, read_sentence
from timeline_app.events.sentences import Sentence, split_sentences
from timeline_app.events.titles.making import make_title
from timeline_app.events.titles.plain import plain_title
from timeline_app.events.titles.speech import told_by_pronoun
from timeline_app.events.titles.topics import topics_of, with_topic
from timeline_app.events.verbs.signals import REPORTING, VIOLENT
from timeline_app.events.who.meant import Cast
from timeline_app.events.who.roles import actors_in, speaker_of
from timeline_app.model import (
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
    dates = reckoned_in_entries(document, dates)
    for extractor in EXTRACTORS.values():
        taken = sorted((event.reports[0].start, event.reports[0].end) for event in events)
        found = extractor(document, dates, places)
        events += [event for event in found if not _overlaps_any(event.reports[0], taken)]
    return sorted(events, key=lambda event: event.reports[0].start)


def _overlaps_any(report: Report, taken: list[tuple[int, int]]) -> bool:
    """Whether a report's words were read before; the stretches are sorted and apart."""
    after = bisect_left(taken, (report.end, -1))
    return after > 0 and taken[after - 1][1] > report.start


def extract_sentences(document: Document, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Event]:
    """One event for each sentence of running text that reports something, more where its clauses tell several."""
    date_starts = [mention.start for mention in dates]
    place_starts = [mention.start for mention in places]
    capitals = capitals_named(places)
    thread = Thread(
        headline=headline_places(document, places)[:1],
        home=home_of(document, places),
        sections=deque(sections_of(document, places)),
        lead=day_of_headline(document, dates),
        stretches=deque(stretches_of(document, dates) or live_stretches(document, dates)),
        listed=listed_towns(document.text, headlined(document, places)),
        borders=borders_among(places),
    )
    cast = Cast(document.text)
    story = Story([*_heads(document), *(sentences := _sentences(document))], places)
    events = []
    told: set[tuple[str, When | None, tuple[Where, ...]]] = set()
    for whole in sentences:
        sentence = whole
        if sentence.paragraph != thread.paragraph:
            thread.turn_to(sentence.paragraph)
            thread.go_on_in_list(sentence.text)
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
        own_places = with_border_meant(sentence, own_places, thread.borders, thread.things.here)
        own_dates = dates[bisect_left(date_starts, story_start(sentence)) : bisect_left(date_starts, sentence.end)]
        thread.head_list(sentence, own_dates)
        aside = told_beside(sentence, own_dates, own_places) if reading is None else []
        deed = day_of_deed_named(sentence, own_dates, document.written)
        if reading is None and not aside:
            thread.retold = deed or thread.retold
            first = bisect_left(date_starts, sentence.start)
            _pass_by(thread, sentence, dates[first : first + 1], here or places_of(sentence, own_places), here)
            meet(thread, named_in(sentence, own_places, cast))
            thread.person = cast.he
            continue
        clauses = aside if reading is None else clauses_of(sentence, reading, own_dates, own_places)
        events += _events(document, sentence, clauses, thread, cast, story, capitals, tells=reading is not None)
        thread.retold = deed or thread.retold
        if reading is None:
            continue
        thread.spoke = reading.event_type in ON_THE_SPOT and _is_said(sentence, reading)
        thread.entry_told = thread.entry_told or sentence.text.rstrip().endswith((".", "”", '"'))
    return with_openings_placed(document.text, with_eve_for_guess(events, document.written))


def _events(
    document: Document,
    sentence: Sentence,
    clauses: Sequence[Clause],
    thread: Thread,
    cast: Cast,
    story: Story,
    capitals: Capitals,
    *,
    tells: bool,
) -> list[Event]:
    """The events of a sentence's clauses, in order; what is told beside is read from a copy of the thread."""
    events: list[Event] = []
    of_deed_beside = thread.deed_beside is not None and points_to_deed_beside(sentence.text)
    for clause in clauses:
        capital = capital_meant(clause.sentence.text, capitals) or seat_meant(
            clause.sentence.text, clause.reading.event_type
        )
        beside = clause.background and (tells or is_of_the_town(sentence.text))
        told_in = thread.on_what_was_beside() if of_deed_beside else thread.copy() if beside else thread
        events.append(_event(document, clause, told_in, cast, story, capital, events[-1] if events else None))
        thread.learn(told_in)
    thread.keep_beside(events[-1] if clauses and clauses[-1].background else None)
    return events


def _pass_by(
    thread: Thread,
    sentence: Sentence,
    dates: Sequence[DateMention],
    named: tuple[Where, ...],
    here: tuple[Where, ...],
) -> None:
    """Go on from a sentence that reports nothing: its day, its places, what it is about."""
    thread.spoke = False
    thread.things.look_at(sentence.text, named)
    if here or not (_IS_TO_COME.search(sentence.text) or is_of_the_town(sentence.text)):
        look_at(thread, named)
    turn_to_day(thread, sentence, dates)
    thread.topics = partial(_topics_of, sentence.text)


def _is_said(sentence: Sentence, reading: Reading) -> bool:
    """Whether somebody is named who told what a sentence reports."""
    return reading.speech is not None or reading.type in REPORTING or _BY_WHOM.search(sentence.text) is not None


_BY_WHOM = re.compile(r"\b[Aa]ccording\sto\b")


# "are to be freed when the buses reach Idlib": where something is to happen is not where the story is
_IS_TO_COME = re.compile(r"\b(?:will|would|(?:is|are|was|were)\s(?:then\s|also\s|later\s)?to)\s[a-z]")


def _topics_of(sentence: str, *title: str) -> Sequence[str]:
    return topics_of(plain_title(sentence), *title)


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


def _heads(document: Document) -> list[Sentence]:
    """The headlines and datelines before the body, whose paragraph is none of its own."""
    body = next((zone.start for zone in document.zones if zone.kind == "body"), 0)
    heads = [zone for zone in document.zones if zone.kind in ("headline", "dateline") and zone.start < body]
    return [one for zone in heads for one in split_sentences(document.text, zone.start, zone.end, _NO_PARAGRAPH)]


_NO_PARAGRAPH = -1_000


def _event(
    document: Document,
    clause: Clause,
    thread: Thread,
    cast: Cast,
    story: Story,
    capital: tuple[Where, ...] = (),
    in_front: Event | None = None,
) -> Event:
    sentence, reading, dates, places = clause.sentence, clause.reading, clause.dates, clause.places
    when = when_of(document, sentence, reading, dates, thread, not any(place.use == "place" for place in places))
    dated = any(one.when is not None for one in dates)
    if clause.before is not None and not dated and in_front is not None and in_front.when is not None:
        when = so_long_before(in_front.when, clause.before)
    named = named_in(sentence, places, cast)
    actors = actors_in(sentence.text, reading, named, document.text[sentence.start : sentence.end])
    cast.heard(next((actor.name for actor in actors if actor.role == "speaker"), None))
    where = (
        where_of_clause(document, clause, thread, capital, when, () if in_front is None else in_front.where)
        or where_they_fought(thread, reading, actors, when, document)
        or where_lent(document, clause, thread, when)
    )
    if not any(place.is_placed and place.kind != "country" for place in where):
        where = (*ends_of_roads(sentence, places), *where)
    where = not_in_a_capital(reading.event_type, sentence.text, where, thread.told, thread.headline)
    looked_back = tells_what_had_been(sentence, reading, when, thread)
    thread.looks_back = looks_back(thread, when, document)
    kind = kind_in_story(sentence.text, reading, when, thread)
    scenes = told_in_front(sentence.text, without_seats(where), reading.verb.hit.start)
    # "Aid reached Homs. A spokesman said in Geneva": the story stays in Homs
    only_said = reading.event_type in TOLD_ELSEWHERE and bool(thread.scene) and all(map(is_where_they_speak, scenes))
    if not only_said:
        thread.told.add(scenes)
    thread.things.tell(sentence.text, reading.event_type, scene_of(scenes))
    thread.things.go_to(() if looked_back else without_seats(where))
    thread.things.show(sentence.text, scenes, when)
    keep_fight(thread, reading, actors, scenes)
    thread.keep_day(when, scenes)
    thread.keep_violence(reading.event_type, when)
    if reading.event_type in ON_THE_SPOT and is_of_now(when, document):
        thread.stand_on(scene_of(place for place in scenes if place.role in ("at", "near")))
    before = thread.person
    day, to_come = None if looked_back else when, reading.modality == "planned"
    carry_on(thread, day, () if only_said else scenes, named, dates, planned=to_come)
    if (
        reading.event_type in VIOLENT
        and not looked_back
        and when is not None
        and when.basis in ("stated", "relative")
        and is_of_now(when, document)
    ):
        thread.deed = when if when.days <= SHORT_DAYS else thread.deed
    if when is not None and when.basis in ("stated", "relative"):
        thread.chronicle = chronicled(when, reading, document)
    thread.person = cast.he or thread.named_in(sentence.text)
    thread.meet_speaker(sentence.text)
    subject = (
        thread.person_meant(sentence.text)
        or speaker_of(actors, named)
        or (before if reading.type != "statement" or told_by_pronoun(sentence.text) else thread.person)
    )
    quote = document.text[clause.start : clause.end]
    if not thread.section:  # what stands under a heading is of its place
        telling = Telling(clause.start, clause.end, quote, kind, is_of_now=_is_of_these_days(when, document))
        where = lend(story, telling, where)
    story.tell(kind, where)
    report = Report(
        id=report_id(document.sha256, clause.start, clause.end),
        document=document.id,
        start=clause.start,
        end=clause.end,
        quote=quote,
        when=when,
        where=where,
        quantities=tuple(find_quantities(sentence.text, _taken(sentence, dates, places))),
        actors=actors,
        modality=reading.modality,
    )
    said = reading.event_type in TOLD_ELSEWHERE
    scene = next((place for place in where if place.role in ("at", "near") and place.is_placed), None)
    scene = None if scene is not None and said and scene.is_lent else scene  # what is said is said elsewhere
    published = document.published
    named_scene = (None, "") if scene is None else (scene.name, scene.text)
    title = make_title(sentence.text, reading, subject, named_scene[0], thread.topics, named_scene[1])
    thread.topics = partial(_topics_of, with_topic(sentence.text, thread.topics), title)
    return Event(
        id=report.id,
        title=title,
        type=kind,
        modality=reading.modality,
        when=when,
        where=where,
        actors=actors,
        quantities=report.quantities,
        reports=(report,),
        published=None if published is None else (published, published),
    )


def _is_of_these_days(when: When | None, document: Document) -> bool:
    """Whether something was in the story's own days and has not gone on for years."""
    return is_of_now(when, document) and not (when is not None and goes_on_still(when))


def _taken(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[tuple[int, int]]:
    spans = [(m.start, m.end) for m in dates] + [(m.start, m.end) for m in places]
    return [(start - sentence.start, end - sentence.start) for start, end in spans]


EXTRACTORS: dict[str, Extractor] = {"chronology": extract_chronology, "sentences": extract_sentences}
"""Every extractor by name; a further one is a function of the same signature and a line here."""
