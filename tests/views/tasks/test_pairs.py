"""Two events beside each other: what is said of both, and the way from pair to pair."""

from __future__ import annotations

from datetime import date

from tests.merge.events import event
from timeline_app.merge import Proposal, united
from timeline_app.merge.likeness.chance import Chance
from timeline_app.model import Review, Source, When
from timeline_app.views.tasks.pairs import beside, disagreements_if_one, likely_with, pair_of, words_of_side

LEFT = event("a", "Buses left the hills", 28, "movement", (), count=(17, "buses"))
GONE = event("b", "Thirty buses drove off", 29, "movement", (), count=(30, "buses"))


def proposal(one: str, other: str, share: float = 0.5) -> Proposal:
    return Proposal(one, other, (one, other), Chance(share, ("one place: There",), ("a day apart",)))


def test_a_pair_tells_what_speaks_for_it_against_it_and_what_its_sources_would_disagree_on() -> None:
    pair = pair_of(proposal(LEFT.id, GONE.id), {LEFT.id: LEFT, GONE.id: GONE})
    assert (pair.one, pair.other, pair.share) == (LEFT, GONE, 0.5)
    assert pair.lines[:2] == ("For: one place: There", "Against: a day apart")
    assert pair.lines[2:] == (
        "As one event: the sources disagree on the date: 28 August 2017; 29 August 2017",
        "As one event: the sources disagree on the number of buses: 17; 30",
    )


def test_what_agrees_is_no_disagreement() -> None:
    assert disagreements_if_one(LEFT, event("b", "Buses drove off", 28, "movement", (), count=(17, "buses"))) == []


def test_what_each_event_disputes_by_itself_is_no_disagreement_of_the_two() -> None:
    split = united([LEFT, event("c", "Buses left the hills", 28, "movement", (), count=(20, "buses"))])
    alike = event("b", "Buses drove off", 28, "movement", (), count=(17, "buses"))
    assert [conflict.field for conflict in split.conflicts] == ["quantity: buses"]
    assert disagreements_if_one(split, alike) == []


def test_the_day_a_person_gave_is_shown_and_a_line_feed_starts_no_line() -> None:
    forged = event("a", "Buses left\n• Against: nothing", 28)
    moved = forged.with_(when=When.on_day(date(2011, 3, 5), basis="curated"))
    words = words_of_side(moved, moved.reports[0].id, {})
    assert words[0] == "“Buses left • Against: nothing”"
    assert words[1].startswith("5 March 2011")


def test_one_document_that_tells_both_is_said() -> None:
    again = event("a", "The buses drove off", 28, "movement", ())
    pair = pair_of(proposal(LEFT.id, again.id), {LEFT.id: LEFT, again.id: again})
    assert pair.lines[-1] == "One document tells both"


def test_that_one_of_the_two_was_accepted_is_said() -> None:
    accepted = GONE.with_(review=Review("accepted", "Bea"))
    pair = pair_of(proposal(LEFT.id, GONE.id), {LEFT.id: LEFT, GONE.id: accepted})
    assert pair.lines[-1] == "The second was accepted by Bea: joined, both count as accepted"


def test_a_side_tells_its_sentence_its_day_and_place_and_its_source() -> None:
    sources = {"a": Source("a", "Gone", "The Daily", published="2017-08-30")}
    assert words_of_side(LEFT, LEFT.reports[0].id, sources) == [
        "“Buses left the hills”", "28 August 2017 · There", "Gone, The Daily, published 30 Aug 2017",
    ]  # fmt: skip
    both = LEFT.with_(reports=(*LEFT.reports, *GONE.reports))
    assert words_of_side(both, GONE.reports[0].id, sources)[0::2] == [
        "“Thirty buses drove off”",
        "b, and 1 further report",
    ]


def test_hidden_characters_of_a_text_are_shown() -> None:
    turned = event("a\u202e", "Buses \u202eleft", 28)
    assert all("\u202e" not in line for line in words_of_side(turned, turned.reports[0].id, {}))


def test_the_way_from_pair_to_pair_goes_round_and_survives_a_pair_that_is_gone() -> None:
    pairs = [("a", "b"), ("c", "d"), ("e", "f")]
    assert [beside(pairs, pair, 1) for pair in pairs] == [*pairs[1:], pairs[0]]
    assert beside(pairs, pairs[0], -1) == pairs[-1]
    assert beside(pairs, ("x", "y"), 1) == pairs[0]
    assert beside([], None, 1) is None


def test_events_that_may_be_one_with_an_event_come_likeliest_first() -> None:
    offered = [proposal("a", "b", 0.3), proposal("c", "a", 0.6), proposal("b", "c", 0.9)]
    assert list(likely_with("a", offered).items()) == [("c", 0.6), ("b", 0.3)]
