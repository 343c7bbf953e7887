"""What is in force while a story is told on: its day, its scene, who was named last, what it has told so far."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from timeline_app.events.dating.handed_on import narrates_now
from timeline_app.events.entries import Stretch
from timeline_app.events.placing.borders import Borders
from timeline_app.events.placing.containing import is_near
from timeline_app.events.placing.headings import Section
from timeline_app.events.placing.scenes import Told, scene_of
from timeline_app.events.placing.things import Things
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.sentences import Sentence
from timeline_app.events.titles.speech import speaker_named
from timeline_app.events.verbs.signals import VIOLENT
from timeline_app.events.who.actors import Named, find_actors
from timeline_app.model import (
    Actor,
    DateMention,
    Document,
    Event,
    When,
    Where,
)


@dataclass(slots=True)
class Thread:
    """What is in force while the narrative runs on: date, scene, last person; it ends with the paragraph.

    The last scene and day told stay in force behind it for words that point back: "the town", "at 4:30 pm"; the ground,
    where the last deed of the story's own days was, for what it tells without a place.
    """

    paragraph: int = -1
    when: When | None = None
    words: str = ""
    where: tuple[Where, ...] = ()
    person: str | None = None
    surnames: dict[str, str] = field(default_factory=dict)
    scene: tuple[Where, ...] = ()
    scene_age: int = 0
    day: When | None = None
    told: Told = field(default_factory=Told)
    things: Things = field(default_factory=Things)
    headline: tuple[Where, ...] = ()
    chronicle: When | None = None
    topics: Callable[[], Sequence[str]] = tuple
    told_last: When | None = None
    told_in: int = 0
    day_beside: When | None = None
    looks_back: bool | None = None
    lead: When | None = None
    opening: When | None = None
    retold: When | None = None
    has_told: bool = False
    home: tuple[Where, ...] = ()
    ground: tuple[Where, ...] = ()
    days_at_home: set[int] = field(default_factory=set)
    sections: deque[Section] = field(default_factory=deque)
    section: tuple[Where, ...] = ()
    stretches: deque[Stretch] = field(default_factory=deque)
    entry: When | None = None
    entry_told: bool = False
    spoke: bool = False
    deed: When | None = None
    violence: When | None = None
    fights: dict[tuple[str, str], tuple[Where, ...]] = field(default_factory=dict)
    listed: tuple[Where, ...] = ()
    struck: tuple[int, When | None] | None = None
    borders: Borders = field(default_factory=Borders)
    day_of_list: When | None = None
    deed_beside: tuple[When, tuple[Where, ...]] | None = None

    def copy(self) -> Thread:
        """The same, for a clause that tells what was before: nothing goes on from it."""
        return replace(
            self,
            surnames=dict(self.surnames),
            told=self.told.copy(),
            things=self.things.copy(),
            fights=dict(self.fights),
        )

    def keep_beside(self, event: Event | None) -> None:
        """Remember when and where the deed was that a sentence told beside its own: "two days after rebels hit X"."""
        scene = () if event is None or event.type not in VIOLENT else scene_of(event.where)
        self.deed_beside = None if event is None or event.when is None or not scene else (event.when, scene)

    def on_what_was_beside(self) -> Thread:
        """The same, to go on from the deed that was only told beside: "That attack was claimed by"."""
        other = self.copy()
        if self.deed_beside is not None:
            when, where = self.deed_beside
            other.when = other.day = when
            words = when.text or f"{when.earliest.day} {when.earliest:%B %Y}"
            other.words, other.where, other.scene, other.scene_age = words, where, where, 0
        return other

    def keep_day(self, when: When | None, where: Sequence[Where]) -> None:
        """Remember the single day of what was in the story's town."""
        there = bool(self.home) and any(is_near(self.home[0], place) for place in scene_of(where))
        if there and when is not None and when.is_single_day and when.basis in ("stated", "relative"):
            self.days_at_home.add(when.earliest.toordinal())

    def keep_violence(self, kind: str, when: When | None) -> None:
        """Remember the single day of the last violence told, of whatever year."""
        if kind in VIOLENT and when is not None and when.is_single_day and when.basis in ("stated", "relative"):
            self.violence = when

    def stand_on(self, scene: tuple[Where, ...]) -> None:
        """Remember where a deed was, if it was told to be anywhere."""
        self.ground = tuple(place for place in scene if not place.is_lent) or self.ground

    def learn(self, aside: Thread) -> None:
        """Remember what only a clause beside has told: the day of a deed, and where a thing was."""
        self.deed = self.deed or aside.deed
        self.day_beside = aside.day if aside.day != self.day else self.day_beside
        self.things.learn(aside.things)

    def day_of_hours(self) -> When | None:
        """The day of what happened hours after what was told: the latest that the sentence before told."""
        days = [one for one in (self.day, self.day_beside) if one is not None]
        return max(days, key=lambda one: one.latest, default=None) if self.day == self.told_last else None

    def turn_to(self, paragraph: int) -> None:
        """Leave behind what ends with its paragraph."""
        self.paragraph, self.when, self.words, self.where = paragraph, None, "", ()
        self.day_beside = None
        self.scene_age += 1

    def head_list(self, sentence: Sentence, dates: Sequence[DateMention]) -> None:
        """Remember the one day of a sentence that a list follows: "On Nov. 13, there were three strikes:"."""
        days = [one.when for one in dates if one.when is not None and one.when.is_single_day]
        if sentence.text.rstrip().endswith(":"):
            self.day_of_list = days[0] if len(days) == 1 else None

    def go_on_in_list(self, words: str) -> None:
        """Go on, in a new paragraph, from the day that heads its list; behind the list's last item it ends."""
        self.day_of_list = self.day_of_list if _ITEM.match(words) else None
        if self.day_of_list is not None:
            self.when, self.words = self.day_of_list, self.day_of_list.text

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

    def person_meant(self, sentence: str) -> str | None:
        """Whom "he" or "she" at its head means: the subject of the sentence before, a name that no table knows."""
        topics = self.topics() if _HE_OR_SHE.match(sentence) else ()
        return next((topic for topic in topics if _NAME.fullmatch(topic) and not find_actors(topic)), None)

    def named_in(self, sentence: str) -> str | None:
        """The last person of the document whose surname alone stands in the sentence ("Dillon added")."""
        known = [(sentence.rfind(surname), name) for surname, name in self.surnames.items()]
        return max((found for found in known if found[0] >= 0), default=(0, None))[1]


# "-- Near the mill, two strikes destroyed a bunker."
_ITEM = re.compile(r"\s{0,4}(?:[-–—]{1,3}|[•*▪●■◦►>])\s")

_HE_OR_SHE = re.compile(r"\W{0,3}(?:He|She)\s")


# "Kouchner", "Rami Abdel Rahman": nothing but a name
_NAME = re.compile(r"[^\W\da-z_][\w’'-]{2,20}(?:\s(?:(?:al|el|abu|bin|van|de)[\s-])?[^\W\da-z_][\w’'-]{2,20}){0,3}")


def sides_of(actors: Sequence[Actor]) -> tuple[str, str] | None:
    """Who did it to whom, where one actor each is named."""
    did, was = ([actor.name for actor in actors if actor.role == role] for role in ("source", "target"))
    return (did[0], was[0]) if did and was else None


def keep_fight(thread: Thread, reading: Reading, actors: Sequence[Actor], where: tuple[Where, ...]) -> None:
    """Remember where one did violence to another: the story will tell of it again."""
    sides = sides_of(actors)
    scene = scene_of(where)
    if sides is not None and scene and reading.event_type in VIOLENT:
        thread.fights[sides] = scene


SHORT_DAYS = 3
"""Days of the longest stretch on which one raid may be dated."""


_OF_NOW_DAYS = 31
"""Days before publication that belong to a story; what is older is told from further away."""


def is_of_now(when: When | None, document: Document) -> bool:
    """Whether something may be of the story's own days, which its town saw."""
    if when is None or document.written is None:
        return document.written is None
    return 0 <= (document.written - when.latest).days <= _OF_NOW_DAYS


_LOOKS_BACK_DAYS = 60
"""Days before publication from which a story that begins with a date tells of what is past."""


def looks_back(thread: Thread, when: When | None, document: Document) -> bool:
    """Whether a story tells of another time than its publication's: it begins with an old date and tells no recent one.

    Its sentences without a date go on from the last one told, also in a further paragraph.
    """
    if document.written is None or thread.looks_back is False or when is None:
        return False
    if when.basis not in ("stated", "relative"):
        return bool(thread.looks_back)
    return (document.written - when.latest).days > _LOOKS_BACK_DAYS


def chronicled(when: When, reading: Reading, document: Document) -> When | None:
    """The day of a chronicle in the narrative present, for what it tells next: "On 3 May, rebels storm the town"."""
    past = document.written is not None and when.latest < document.written
    return when if past and when.precision in ("day", "month") and narrates_now(reading) else None


def carry_on(
    thread: Thread,
    when: When | None,
    where: tuple[Where, ...],
    named: list[Named],
    dates: Sequence[DateMention],
    *,
    planned: bool = False,
) -> None:
    """Go on from an event that was told: its day where it gives one, its scene unless it only is to come.

    Args:
        thread: what was in force.
        when: when the event was; None where it only looked back.
        where: where it was.
        named: who is named with it.
        dates: the expressions of time of its clause.
        planned: whether it is to come.
    """
    if when is not None and goes_on_still(when):
        thread.told_last = None
    elif when is not None and when.basis in ("stated", "relative"):
        thread.when, thread.retold = when, None
        thread.words = when.text or (dates[0].text if dates else "")
        thread.day = when if when.precision == "day" else thread.day
        thread.told_last, thread.told_in = when, thread.paragraph
        thread.lead = thread.lead or when
        thread.opening = thread.opening or (None if thread.has_told else when)
    if where:
        thread.where = where
    if not planned:  # where the buses are to go is not where the story is
        come_upon(thread, scene_of(where))
    thread.has_told, thread.day_beside = True, None
    meet(thread, named)


def goes_on_still(when: When) -> bool:
    """Whether it has gone on for longer than a story: "has been held since 2016" dates nothing told next."""
    return when.extent == "throughout" and when.days > _OF_NOW_DAYS


def look_at(thread: Thread, where: tuple[Where, ...]) -> None:
    """Go on from the place that a sentence without an event describes, as "Some 40,000 live in Madaya" does."""
    if scene := scene_of(where):
        thread.where = where
        come_upon(thread, scene)


def come_upon(thread: Thread, scene: tuple[Where, ...]) -> None:
    """Go on from a scene, if there is one."""
    if scene:
        thread.scene, thread.scene_age = scene, 0


def turn_to_day(thread: Thread, sentence: Sentence, dates: Sequence[DateMention]) -> None:
    """Go on from the day that a sentence without an event begins with: "Thursday was no better."."""
    when = dates[0].when if dates else None
    opens = when is not None and when.precision == "day" and dates[0].start - sentence.start < OPENING
    if opens and when is not None and _WAS.search(sentence.text) and not _is_far(thread.told_last, when):
        thread.when, thread.words, thread.day, thread.told_last = when, dates[0].text, when, when
        thread.told_in = thread.paragraph


# "Thursday was no better."; not "Friday is the day of rest"
_WAS = re.compile(r"\b(?:was|were|saw|brought|began|passed|ended|came)\b")


def _is_far(told: When | None, when: When) -> bool:
    return told is not None and abs((when.earliest - told.earliest).days) > _OF_NOW_DAYS


OPENING = 5
"""Characters before a day that opens its sentence: "On ", a quotation mark."""


def meet(thread: Thread, named: list[Named]) -> None:
    """Remember the last person named: "he" is likely that one, also where the sentence told no event."""
    persons = [actor.name for actor in named if actor.kind == "person"]
    if persons:
        thread.person = persons[-1]
        thread.surnames.update((person.split()[-1], person) for person in persons)
