"""Which place of a story is lent to what names none: weighed among all that the story names."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.events.lending import choice
from timeline_app.events.lending.story import NEAR_SENTENCES, Story, Telling
from timeline_app.events.sentences import split_sentences
from timeline_app.model import LENT, Where
from timeline_app.pipeline.parsing import read_mentions

PRISON = (
    "Rebels stormed the prison in Idlib on Monday. In Idlib, the prison burned.\n\n"
    "The army took two villages near Palmyra on Tuesday.\n\n"
)
DIED = "Nine captives died in the prison when it burned."


def places_of_last(text: str) -> list[tuple[str, str]]:
    """Role and name of the places of the last event of a text."""
    event = events_of(text + "\n", date(2017, 9, 2))[-1]
    return [(place.role, place.name) for place in event.where]


def story_of(text: str, words: str, kind: str = "attack") -> tuple[Story, Telling]:
    """A text as a story, and some of its words as an event."""
    document = read_text(text, published=date(2017, 9, 2))
    _, places = read_mentions(document, load_gazetteer())
    start = document.text.rindex(words)
    return Story(split_sentences(document.text, 0, len(document.text)), places), Telling(
        start, start + len(words), words, kind
    )


@pytest.mark.parametrize(
    ("sentence", "places", "remark"),
    [
        (DIED, [("near", "Idlib")], "where the story tells of a prison that burned"),
        ("The army razed both villages.", [("near", "Palmyra")], "where it told its last deed, and of villages"),
        ("Nine captives died in the prison in Homs when it burned.", [("at", "Homs")], "its own words name one"),
        ("In 2012 the council said that captives had died in the prison.", [], "the rules hand on none"),
    ],
)
def test_what_names_no_place_is_where_the_story_tells_of_its_like(
    sentence: str, places: list[tuple[str, str]], remark: str
) -> None:
    assert places_of_last(PRISON + sentence) == places, remark


def test_a_place_weighed_is_said_to_be_lent_with_the_words_that_speak_for_it() -> None:
    place = events_of(f"{PRISON}{DIED}\n", date(2017, 9, 2))[-1].where[0]
    assert place.is_lent
    assert place.reasons[-1] == f"{LENT}it also tells of prison, burned there"


def test_what_stands_under_a_heading_is_of_its_place() -> None:
    text = f"{PRISON}SARAQEB\n\n{DIED}"
    assert [name for _, name in places_of_last(text)] == ["Saraqib"]


def test_what_is_named_only_as_whither_is_lent_to_nothing() -> None:
    text = (
        "Captives of the prison were driven to Homs on Monday. Buses took the captives of the prison to Homs.\n\n"
        f"The army took two villages near Palmyra on Tuesday.\n\n{DIED}"
    )
    assert places_of_last(text) == [("near", "Palmyra")]


def test_several_places_that_the_rules_hand_on_stay() -> None:
    story, telling = story_of(PRISON + DIED, DIED)
    place = handed("Palmyra", story, telling, f"{LENT}it told its last deed there")
    assert choice.options(story, telling, (place, Where("to", "Syria", name="Syria", lat=35.0, lon=38.0))) == []


def test_no_border_is_lent() -> None:
    text = (
        "The prison on the Lebanon-Syria border burned on Monday. Captives of the prison on the Lebanon-Syria border died.\n\n"
        f"The army took two villages near Palmyra on Tuesday.\n\n{DIED}"
    )
    assert places_of_last(text) == [("near", "Palmyra")]


def handed(name: str, story: Story, telling: Telling, reason: str) -> Where:
    """A place of a story as the rules hand it on."""
    place = next(place for place in story.places_for(telling) if place.name == name)
    return place.with_(reasons=(reason,))


def test_the_option_that_the_rules_hand_on_is_first_and_marked_with_how() -> None:
    story, telling = story_of(PRISON + DIED, DIED)
    place = handed("Palmyra", story, telling, f"{LENT}it told its last deed there")
    first, *others = choice.options(story, telling, (place,))
    assert first.place is place
    assert first.aspects["lent by rule"] == 1
    assert [(one.place.name, one.aspects["lent by rule"]) for one in others] == [("Idlib", 0)]


@pytest.mark.parametrize("reasons", [(), ("the town",)])
def test_what_words_point_to_stays(reasons: tuple[str, ...]) -> None:
    story, telling = story_of(PRISON + DIED, DIED)
    place = handed("Palmyra", story, telling, "").with_(reasons=reasons)
    assert choice.lend(story, telling, (place,)) == (place,)


@pytest.mark.parametrize(
    ("area", "places", "remark"),
    [
        ("Syria", ["Idlib", "Syria"], "a town within the area named, which stays"),
        ("Iraq", ["Iraq"], "the town lies not within it"),
    ],
)
def test_a_town_lent_to_what_names_an_area_lies_within_it(area: str, places: list[str], remark: str) -> None:
    text = f"{PRISON}In {area}, nine captives died in the prison when it burned on Tuesday."
    assert [name for _, name in places_of_last(text)] == places, remark


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Captives died in prisons that burned in Syria and Iraq on Tuesday.", ["Syria", "Iraq"]),
        ("In 2012, captives died in Syria when a prison burned.", ["Syria"]),
    ],
)
def test_what_was_in_several_areas_or_in_other_years_was_in_no_town_of_them(sentence: str, names: list[str]) -> None:
    assert [name for _, name in places_of_last(PRISON + sentence)] == names


def test_words_that_only_count_or_join_speak_for_no_place() -> None:
    story, telling = story_of(f"{PRISON}{DIED}", DIED)
    assert story.words_shared(story.places_for(telling)[0], telling) == ["prison", "burned"]
    counted = "More than nine of them had been there, when others were."
    story, telling = story_of(f"More than nine of them were there in Idlib, when others died. {counted}", counted)
    assert story.words_shared(story.places_for(telling)[0], telling) == []


def test_every_aspect_has_its_weight_and_every_weight_its_aspect() -> None:
    story, telling = story_of(PRISON + DIED, DIED)
    place = handed("Palmyra", story, telling, f"{LENT}it told its last deed there")
    for option in choice.options(story, telling, (place,)):
        assert option.aspects.keys() == choice.weights().keys()


def test_what_is_named_far_from_an_event_is_not_lent_unless_the_story_begins_with_it() -> None:
    between = "It rained. " * (NEAR_SENTENCES + 1)
    opening = "It rained. " * 3
    for text, near in ((f"{PRISON}{between}{DIED}", ["Idlib"]), (f"{opening}{PRISON}{between}{DIED}", [])):
        story, telling = story_of(text, DIED)
        assert [place.name for place in story.places_for(telling)][:1] == near


def test_what_a_story_told_where_speaks_for_a_place() -> None:
    story, telling = story_of(PRISON + DIED, DIED)
    idlib, palmyra = story.places_for(telling)
    assert story.aspects(idlib, telling)["events told there"] == 0
    story.tell("attack", (idlib,))
    story.tell("statement", (palmyra.with_(role="to"),))
    told = story.aspects(idlib, telling)
    assert (told["events told there"], told["an event of its type there"]) == (1 / 3, 1)
    assert story.aspects(palmyra, telling)["events told there"] == 0


def test_no_town_is_lent_to_what_has_gone_on_for_years_or_all_over_a_country() -> None:
    story = "Jets struck a depot in Homs on Thursday. In Homs, the depot burned.\n\n"
    assert places_of_last(f"{story}More than 200,000 people have been killed in Syria since 2011.") == [("at", "Syria")]
    assert places_of_last(f"{story}On Friday crowds protested against the strike on the depot across Syria.") == [
        ("at", "Syria")
    ]
