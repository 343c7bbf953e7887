"""What documents of one story tell in words of their own: one deed of one doer on one day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.merge.events import event
from timeline_app.merge import merge
from timeline_app.merge.likeness.stories import stories
from timeline_app.model import Event, Judgement

DEAL = "Fighters and their families left the hills for the east under a deal with the militia"
ROAD = "The coalition launched raids against the routes taken by the fleeing convoy"
CONVOY = "That convoy was allowed in but was attacked by the coalition while crossing open desert"
COALITION = "US-led coalition"


def deal(document: str) -> Event:
    """What makes two documents one story."""
    return event(document, DEAL, 27, "agreement", ("Hezbollah",))


def deed(document: str, quote: str, day: int, kind: str = "strike", doer: str = COALITION, lat: float | None = None,
         modality: str = "asserted") -> Event:  # fmt: skip
    """What somebody did, told by one document."""
    return event(document, quote, day, kind, ("civilians",), lat=lat, doer=doer, modality=modality)


def together(*events: Event) -> bool:
    """Whether the deeds of the two documents have become one event."""
    return any({"a", "b"} <= set(one.sources) and one.type != "agreement" for one in merge(events).events)


def test_one_deed_told_by_documents_of_one_story_is_one_event() -> None:
    assert together(deal("a"), deal("b"), deed("a", CONVOY, 30, "attack"), deed("b", ROAD, 30))


def test_without_a_common_story_their_words_have_too_little_in_common() -> None:
    assert not together(deed("a", CONVOY, 30, "attack"), deed("b", ROAD, 30))
    assert not together(deal("a"), deed("a", CONVOY, 30, "attack"), deed("b", ROAD, 30))


def test_a_person_s_verdict_makes_a_story_too() -> None:
    one, other = deal("a"), event("b", "Remains were handed over", 26, "detention", ("Hezbollah",))
    same = Judgement((one.id, other.id), "same", "Nadia", "2026-01-01T00:00:00Z")
    merged = merge([one, other, deed("a", CONVOY, 30, "attack"), deed("b", ROAD, 30)], [same])
    assert sorted(len(one.reports) for one in merged.events) == [2, 2]


@pytest.mark.parametrize(
    ("other", "remark"),
    [
        (deed("b", ROAD, 30, doer="Russia"), "another's deed"),
        (deed("b", ROAD, 31), "both give the day, and it is another"),
        (deed("b", ROAD, 30, modality="denied", lat=34.5), "a denial"),
        (deed("b", ROAD, 30, "statement"), "a spokesman says many things on a day"),
        (deed("b", ROAD.replace("convoy", "column"), 30), "they speak of no common thing"),
        (deed("b", ROAD, 30, lat=30.0), "hundreds of kilometres away"),
        (deed("b", "The coalition struck a convoy of fuel tankers in the west", 30), "some convoy, not the story's"),
    ],
)
def test_what_differs_in_one_story_stays_apart(other: Event, remark: str) -> None:
    assert not together(deal("a"), deal("b"), deed("a", CONVOY, 30, "attack", lat=34.5), other), remark


def test_a_day_guessed_from_publication_may_be_the_one_before() -> None:
    guessed = deed("b", ROAD, 31)
    assert guessed.when is not None
    when = guessed.when.with_(basis="publication")
    report = replace(guessed.reports[0], when=when)
    told = guessed.with_(when=when, reports=(report,))
    assert together(deal("a"), deal("b"), deed("a", CONVOY, 30, "attack"), told)


def test_a_document_that_tells_of_many_deeds_does_not_say_which() -> None:
    many = [deed("b", f"The coalition struck the {place} held against the convoy", 30) for place in ("ridge", "mill")]
    assert not together(deal("a"), deal("b"), deed("a", CONVOY, 30, "attack"), deed("b", ROAD, 30), *many)


def test_merging_anew_what_a_story_brought_together_changes_nothing() -> None:
    events = [deal("a"), deal("b"), deed("a", CONVOY, 30, "attack"), deed("b", ROAD, 30)]
    once = merge(events)
    assert merge(once.events, once.judgements) == once
    assert merge(reversed(events)) == once


def test_a_story_is_told_by_every_two_documents_of_an_event() -> None:
    (joined,) = merge([deal("a"), deal("b"), deal("c")]).events
    assert stories([[joined]]) == {frozenset("ab"), frozenset("ac"), frozenset("bc")}


def test_what_the_doer_is_called_in_short_is_no_thing_both_speak_of() -> None:
    bakery = deed(
        "a", "Before dawn the ISIS gunners shelled a bakery where women queued", 30, "attack", "Islamic State"
    )
    patrol = deed("b", "Before dusk the ISIS gunmen ambushed a patrol of volunteers", 30, "attack", "Islamic State")
    assert not together(deal("a"), deal("b"), bakery, patrol)


def test_a_hand_made_deed_without_a_source_stops_nothing() -> None:
    bare = deed("list", ROAD, 30).with_(reports=(), origin="curated")
    assert together(deal("a"), deal("b"), deed("a", CONVOY, 30, "attack"), deed("b", ROAD, 30), bare)
