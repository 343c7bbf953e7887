"""Where the event of a clause was, by the clause itself and by what the story told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.clauses.clause import Clause
from timeline_app.events.dating.handed_on import continues
from timeline_app.events.dating.own import is_hours_later
from timeline_app.events.narrative.thread import Thread, is_of_now, sides_of
from timeline_app.events.placing.borders import is_border_elsewhere, tells_border
from timeline_app.events.placing.containing import is_near
from timeline_app.events.placing.handing import inherited_places, told_of, where_along, where_the_story_is
from timeline_app.events.placing.homes import finer, tells_unnamed
from timeline_app.events.placing.named import places_of, story_start
from timeline_app.events.placing.on_the_spot import ON_THE_SPOT, TOLD_ELSEWHERE, kind_on_the_ground
from timeline_app.events.placing.origins import whence
from timeline_app.events.placing.pointing import (
    called_by_its_area,
    gone_on_from,
    meant_places,
    quarters_elsewhere,
    taken_in_front,
    town_before_area,
    towns_meant,
)
from timeline_app.events.placing.roles import is_all_over
from timeline_app.events.placing.seats import beside_seat, without_seats
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.verbs.signals import VIOLENT
from timeline_app.model import (
    Actor,
    Document,
    When,
    Where,
)


def where_of_clause(
    document: Document,
    clause: Clause,
    thread: Thread,
    capital: tuple[Where, ...],
    when: When | None,
    in_front: Sequence[Where] = (),
) -> tuple[Where, ...]:
    """Where the event of a clause happened: as it names, as it points back to, else where its story is."""
    sentence, reading = clause.sentence, clause.reading
    where = _where_named(clause, thread, capital, when) or taken_in_front(sentence.text, in_front)
    where = town_before_area(sentence, where, clause.places, thread.scene, thread.told) or where
    if not any(place.role in ("at", "near") and place.is_placed for place in where):
        where = (*towns_meant(sentence.text, thread.listed), *where)
    where = where or inherited_places(thread.things.scene(sentence.text, when))
    if not where and not _is_elsewhere(clause, thread):
        goes_on = continues(reading) or reading.event_type in ON_THE_SPOT
        where = gone_on_from(sentence.text, thread.where, thread.told) if goes_on else ()
    if not any(place.is_placed and place.kind != "country" and place.role in ("at", "near") for place in where):
        unknown = () if any(place.is_placed for place in where) else where
        meant = () if tells_border(where) else meant_places(sentence.text, unknown, thread.scene, thread.told, where)
        thing = () if unknown or _says_whence(where) else thread.things.scene(sentence.text, when)
        where = (*(meant or inherited_places(thing)), *where)
    where = where_along(where, thread.scene if thread.where or reading.event_type in VIOLENT else ())
    if where and thread.scene_age <= _NEAR_PARAGRAPHS:
        where = (*where, *whence(sentence.text, reading.event_type, where, thread.scene))
    where = where or told_of(reading.type, thread.section, "the heading above names it")
    kind = kind_on_the_ground(reading.type, sentence.text)
    if not where and (when is None or is_of_now(when, document) or document.written is None):
        where = thread.told.only(kind, thread.headline)
    if not where and (
        is_hours_later(sentence.text)
        or (thread.spoke and reading.event_type in ON_THE_SPOT and _GOES_ON_TELLING.match(sentence.text))
    ):
        where = inherited_places(thread.scene)
    if not where and (
        is_of_now(when, document) or _OF_THE_TOWN.search(sentence.text) or _is_of_days_there(reading, when, thread)
    ):
        where = told_of(kind, thread.home, "the town it is of")
    in_a_town = not any(is_all_over(sentence.text, place) for place in where)
    if in_a_town and (reading.type in ON_THE_SPOT or tells_unnamed(sentence.text)) and is_of_now(when, document):
        where = finer(where, thread.home)
    return where


def where_lent(document: Document, clause: Clause, thread: Thread, when: When | None) -> tuple[Where, ...]:
    """The place that the story lends to what it tells without one; () for what is elsewhere.

    To what is of its own days the scene of its last deed, or else its town; to a deed of other days its town, where
    it was last told to be there. Measured on 22 retold folders: of 29 deeds of other days so placed, 27 are right.
    """
    if _is_elsewhere(clause, thread):
        return ()
    if is_of_now(when, document):
        return where_the_story_is(thread.ground, (*thread.home, *thread.headline))
    of_one_town = not thread.ground or any(is_near(thread.ground[0], town) for town in thread.home)
    is_deed = when is not None and clause.reading.event_type not in TOLD_ELSEWHERE
    return where_the_story_is((), thread.home) if of_one_town and is_deed else ()


def _is_of_days_there(reading: Reading, when: When | None, thread: Thread) -> bool:
    """Whether a deed of other years was in the days of which the story told deeds in its town."""
    if when is None or reading.event_type not in ON_THE_SPOT:
        return False
    day = when.earliest.toordinal()
    return any(other in thread.days_at_home for other in range(day - _THOSE_DAYS, day + _THOSE_DAYS + 1))


_THOSE_DAYS = 7
"""Days around those of the town's deeds in which what is told without a place was there, too."""


# "from late 2013 a siege was laid around the villages": of the story's town in other years, too
_OF_THE_TOWN = re.compile(
    r"\bthe\s(?:same\s|whole\s|entire\s|besieged\s|old\s)?(?:city|town|village|villages|valley|camp|district|quarters?|enclave|neighbou?rhoods?)\b"
    r"(?!\s(?:of|called|named|in|near)\b|['’])"
)


def _is_elsewhere(clause: Clause, thread: Thread) -> bool:
    """Whether a clause is of other days and names no place, or speaks of a site or border that the story left."""
    here = thread.things.here
    return (
        clause.elsewhere
        or thread.things.is_elsewhere(clause.sentence.text)
        or is_border_elsewhere(clause.sentence, thread.borders, here)
    )


def _says_whence(where: Sequence[Where]) -> bool:
    """Whether a place that was left is named: the convoy that left it was there, wherever it was told of before."""
    return any(place.role == "from" and place.is_placed and place.kind != "country" for place in where)


_NEAR_PARAGRAPHS = 2
"""Paragraphs behind a scene within which who only is said to go somewhere sets out from it."""


# "He added that the guards had fled", "It said nine more had died": told on by who told a deed right before
_GOES_ON_TELLING = re.compile(
    r"\W{0,3}(?:He|She|It|They)\s(?:also\s|further\s|then\s|later\s)?(?:said|says|added|adds|went\son\sto\ssay|continued|reported|noted"
    r"|told\s[^,;]{2,30}?)\s"
)


def where_they_fought(
    thread: Thread, reading: Reading, actors: Sequence[Actor], when: When | None, document: Document
) -> tuple[Where, ...]:
    """Where the story told before that the same one did violence to the same other, for what it tells again."""
    sides = sides_of(actors)
    if sides is None or reading.event_type not in VIOLENT or not is_of_now(when, document):
        return ()
    return told_of(reading.type, thread.fights.get(sides, ()), "it told of these two there")


def _where_named(clause: Clause, thread: Thread, capital: tuple[Where, ...], when: When | None) -> tuple[Where, ...]:
    """The places that a clause names, the capital it speaks of, or the town it calls by its province."""
    sentence = clause.sentence
    begins = story_start(sentence) if capital else sentence.start  # "BEIRUT -- A bomb went off in Syria's capital"
    called = [
        *called_by_its_area(sentence, clause.places, thread.scene),
        *quarters_elsewhere(sentence, clause.places, thread.scene),
    ]
    own = [place for place in clause.places if place.start >= begins and place not in called]
    if without_seats(capital) != capital:
        verb_end = clause.reading.verb.hit.end
        own = [place for place in own if not beside_seat(sentence.text, place, sentence.start, verb_end)]
    where = places_of(sentence, own, clause.reading.verb.hit.start)
    if called and not any(place.is_placed for place in where):
        where = (*inherited_places(thread.scene), *where)
    placed = any(place.is_placed and place.kind != "country" for place in where)
    if placed:
        return where
    # "jets hit the springs, so that nobody in the capital had water": at the springs told before
    return (*(inherited_places(thread.things.site(sentence.text, when)) or capital), *where)
