"""Reports of one happening become one event; different happenings stay apart; order does not matter."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from importlib import resources
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.merge.events import event
from timeline_app.merge import apart, merge, united
from timeline_app.merge.joining import merging
from timeline_app.merge.likeness import pairs
from timeline_app.merge.likeness.marks import Rarity, marks
from timeline_app.merge.telling.places import place_ids
from timeline_app.model import LENT, Actor, Event, Judgement, Quantity, Review, When, Where

STRIKE = "Coalition jets bombed the road ahead of the convoy near the crossing"
STRIKE_TOO = "The coalition bombed a road near the crossing to stop the convoy"
DENIAL = "The coalition has not bombed the convoy near the crossing road"
OTHER = "Militants handed over the remains of an officer"


def test_two_sources_of_one_strike_become_one_event_with_two_reports() -> None:
    merged = merge([event("a", STRIKE, 30), event("b", STRIKE_TOO, 31)])
    assert len(merged.events) == 1
    assert [report.document for report in merged.events[0].reports] == ["a", "b"]
    assert merged.judgements[0].verdict == "same"


def test_the_disagreement_of_the_sources_is_kept() -> None:
    merged = merge([event("a", STRIKE, 30, count=(10, "trucks")), event("b", STRIKE_TOO, 31, count=(17, "trucks"))])
    fields = {conflict.field: [value.value for value in conflict.values] for conflict in merged.events[0].conflicts}
    assert fields["quantity: trucks"] == ["10 trucks", "17 trucks"]
    assert fields["when"] == ["2017-08-30", "2017-08-31"]


def test_what_differs_stays_apart() -> None:
    for other, remark in (
        (event("b", OTHER, 30, "detention", ("Hezbollah",)), "another thing on the same day"),
        (event("b", STRIKE_TOO, 10), "weeks earlier"),
        (event("b", STRIKE_TOO, 30, lat=31.0), "hundreds of kilometres away"),
        (event("b", DENIAL, 30, modality="denied", lat=None), "a denial that names no place"),
        (event("b", DENIAL, 29, modality="denied"), "a denial of the day before"),
        (
            event("b", "The convoy has not bombed the coalition near the crossing road", 30, modality="denied"),
            "the other way round",
        ),
        (event("b", DENIAL.replace("convoy", "bakery"), 30, modality="denied"), "a denial of another strike"),
        (event("b", DENIAL, 30, modality="denied", count=(90, "trucks")), "a denial of ten times as many"),
        (event("a", STRIKE_TOO, 30), "one source does not tell one thing twice"),
    ):
        assert len(merge([event("a", STRIKE, 30, count=(5, "trucks")), other]).events) == 2, remark


def test_a_denial_of_a_deed_is_the_largest_disagreement_there_is() -> None:
    deed, denial = event("a", STRIKE, 30), event("b", DENIAL, 30, modality="denied")
    (merged,) = merge([denial, deed]).events
    assert (merged.title, merged.modality) == (STRIKE, "asserted")
    fields = {conflict.field: [value.value for value in conflict.values] for conflict in merged.conflicts}
    assert sorted(fields["modality"]) == ["asserted", "denied"]
    days = When.within(date(2017, 8, 29), date(2017, 8, 31))
    vague = replace(deed, when=days, reports=tuple(replace(report, when=days) for report in deed.reports))
    (merged,) = merge([denial, vague]).events
    assert merged.title == STRIKE, "it tells the event also where the denial knows the day better"
    refusal = event("b", DENIAL, 31, kind="refusal", modality="denied")
    assert len(merge([deed, refusal]).events) == 1, "who refuses to have done it may do so a day later"
    third = event("c", STRIKE_TOO, 30)
    assert len(merge([deed, denial, third]).events) == 1, "and a third who tells it stays with both"


def test_words_that_mean_the_same_are_the_same() -> None:
    one = event(
        "a", "Militants and their families left the camp after an accord on prisoners", 30, "movement", lat=None
    )
    other = event(
        "b", "Jihadists and relatives departed from the base under a pact on detainees", 30, "movement", lat=None
    )
    assert len(merge([one, other]).events) == 1
    unlike = event("b", "Refugees and traders departed from the base under a plan on grain", 30, "movement", lat=None)
    assert len(merge([one, unlike]).events) == 2


def test_no_word_stands_in_two_groups_of_synonyms() -> None:
    table = tomllib.loads(resources.files("timeline_app.merge.telling").joinpath("synonyms.toml").read_text("utf-8"))
    words = [word for group in table["groups"] for word in group.split()]
    assert sorted(words) == sorted(set(words))
    assert all(len(group.split()) > 1 and group == group.lower() for group in table["groups"])


def test_a_city_and_the_province_of_its_name_meet() -> None:
    def at(document: str, name: str, place_id: str, kind: str) -> Event:
        made = event(document, f"Item {document}", 30, "statement", lat=None)
        return replace(made, where=(Where("at", name, name, place_id, 32.7, 36.6, 60.0, kind),))

    city, province = at("a", "Suwayda", "c", "city"), at("b", "Suwayda Governorate", "g", "governorate")
    other, village = at("b", "Daraa Governorate", "d", "governorate"), at("b", "Suwayda", "v", "village")
    assert place_ids(city) & place_ids(province)
    assert not place_ids(city) & place_ids(other)
    assert not place_ids(city) & place_ids(village)


def test_the_order_of_documents_does_not_matter() -> None:
    events = [event("a", STRIKE, 30), event("b", STRIKE_TOO, 31), event("c", OTHER, 31, "detention", ("Hezbollah",))]
    results = {tuple(one.id for one in merge(order).events) for order in permutations(events)}
    assert len(results) == 1


def test_a_person_s_verdict_goes_before_the_reckoned_one() -> None:
    one, other = event("a", STRIKE, 30), event("b", STRIKE_TOO, 31)
    different = Judgement((one.id, other.id), "different", "Nadia", "2026-01-01T00:00:00Z")
    assert len(merge([one, other], [different]).events) == 2
    far = event("b", OTHER, 1, "detention", ("Hezbollah",))
    same = Judgement((far.id, one.id), "same", "Nadia", "2026-01-01T00:00:00Z")
    assert len(merge([one, far], [same]).events) == 1


def test_nothing_is_lost_in_a_merge() -> None:
    events = [event("a", STRIKE, 30), event("b", STRIKE_TOO, 31), event("c", STRIKE, 30)]
    merged = merge(events)
    kept = {report.id for one in merged.events for report in one.reports}
    assert kept == {report.id for one in events for report in one.reports}


def told(merged: tuple[Event, ...]) -> list[list[str]]:
    """The documents of each event."""
    return [[report.document for report in one.reports] for one in merged]


# -- what never becomes one event by rule -----------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "remark"),
    [
        (event("b", STRIKE_TOO, 28), "both give the day, two days apart"),
        (event("b", STRIKE_TOO, 30, count=(40, "people")), "5 killed and 40 killed"),
        (event("b", STRIKE_TOO, 30, doer="Russia"), "another's deed"),
    ],
)
def test_what_contradicts_in_kind_is_another_happening(other: Event, remark: str) -> None:
    one = event("a", STRIKE, 30, count=(5, "people"), doer="US-led coalition")
    assert len(merge([one, other]).events) == 2, remark


def test_what_pages_of_two_days_leave_undated_is_one_happening_only_in_one_wording() -> None:
    def guessed(document: str, quote: str, day: int) -> Event:
        told = event(document, quote, day, "talks", ())
        assert told.when is not None
        return replace(told, when=replace(told.when, basis="publication"))

    met = "The minister chaired a long meeting of the mill council in the hall about the broken bridge"
    again = "The minister called a meeting of the mill council about its new bridge"
    one = guessed("a", met, 30)
    assert len(merge([one, guessed("b", again, 31)]).events) == 2
    assert len(merge([one, guessed("b", again, 30)]).events) == 1
    assert len(merge([one, event("b", again, 31, "talks", ())]).events) == 1
    assert len(merge([one, guessed("b", met, 31)]).events) == 1


def test_what_was_printed_days_before_is_no_report_of_it() -> None:
    told = event("a", STRIKE, 28)
    assert told.when is not None
    guess = replace(told, when=replace(told.when, basis="publication"))
    assert len(merge([guess, event("b", STRIKE_TOO, 29)]).events) == 1
    assert len(merge([guess, event("b", STRIKE_TOO, 30)]).events) == 2


def test_counts_that_differ_as_sources_do_are_a_disagreement() -> None:
    one, other = event("a", STRIKE, 30, count=(5, "people")), event("b", STRIKE_TOO, 30, count=(12, "people"))
    assert len(merge([one, other]).events) == 1


def test_copied_wording_is_one_report_whatever_was_changed() -> None:
    one, other = event("a", STRIKE, 30, count=(5, "people")), event("b", STRIKE, 30, count=(50, "people"))
    assert [conflict.field for conflict in merge([one, other]).events[0].conflicts] == ["quantity: people"]


def test_an_unplaced_report_does_not_chain_two_places() -> None:
    homs, nowhere, aleppo = (event(d, STRIKE, 30, lat=lat) for d, lat in (("a", 34.7), ("b", None), ("c", 36.2)))
    merged = merge([homs, nowhere, aleppo]).events
    assert not any({"a", "c"} <= set(documents) for documents in told(merged))
    assert len(merged) == 2


def lent(one: Event) -> Event:
    """The event with its place lent by the story it stands in."""
    where = tuple(place.with_(role="near", reasons=(f"{LENT}it told its last deed there",)) for place in one.where)
    return one.with_(where=where, reports=tuple(replace(report, where=where) for report in one.reports))


def test_a_place_the_story_lends_neither_joins_nor_parts_nor_disagrees() -> None:
    one = event("a", STRIKE, 30)
    for lat in (None, 31.0, 34.5):
        other = event("b", STRIKE_TOO, 30, lat=lat)
        assert len(merge([one, lent(other)]).events) == len(merge([one, event("b", STRIKE_TOO, 30, lat=None)]).events)
    (joined,) = merge([one, lent(event("b", STRIKE, 30, lat=31.0))]).events
    assert [place.lat for place in joined.where] == [34.5]
    assert "where" not in [conflict.field for conflict in joined.conflicts]
    (copied,) = merge([lent(one), lent(event("b", STRIKE, 30))]).events
    assert [place.lat for place in copied.where] == [34.5]


def test_a_lent_place_that_a_person_confirmed_is_one_like_any_other() -> None:
    (place,) = lent(event("a", STRIKE, 30)).where
    assert place.is_lent
    assert not place.with_(status="confirmed").is_lent


# -- merging again ----------------------------------------------------------------------------------


def test_what_the_rule_found_does_not_bind_it() -> None:
    one, far = event("a", STRIKE, 30), event("b", OTHER, 1, "detention", ("Hezbollah",))
    by_rule = Judgement((one.id, far.id), "same", "timeline_app (0.91)", "")
    merged = merge([one, far], [by_rule])
    assert len(merged.events) == 2
    assert merged.judgements == ()


def test_a_verdict_parts_what_was_merged_before() -> None:
    one, other = event("a", STRIKE, 30, count=(10, "trucks")), event("b", STRIKE_TOO, 31, count=(17, "trucks"))
    before = merge([one, other])
    assert len(before.events) == 1
    different = Judgement((one.id, other.id), "different", "Nadia", "2026-01-01T00:00:00Z")
    assert merge(before.events, [*before.judgements, different]).events == merge([one, other], [different]).events


@given(st.permutations(range(6)))
def test_merging_what_is_merged_changes_nothing(order: list[int]) -> None:
    texts = [STRIKE, STRIKE_TOO, OTHER, STRIKE, DENIAL, OTHER]
    events = [event("abcdef"[i], texts[i], 28 + i % 3, count=(i + 3, "trucks") if i % 2 else None) for i in range(6)]
    once = merge([events[i] for i in order])
    assert once == merge(events)
    assert merge(reversed(once.events), once.judgements) == once


def test_a_report_joined_to_a_hand_made_event_can_be_taken_from_it() -> None:
    own = event("list", "Convoy stopped", 30).with_(origin="curated")
    parsed = event("a", STRIKE, 30, count=(10, "trucks"))
    same = Judgement((own.id, parsed.id), "same", "Nadia", "2026-01-01T00:00:00Z")
    (joined,) = merge([own, parsed], [same]).events
    assert (joined.origin, joined.title) == ("curated", "Convoy stopped")
    assert sorted(one.id for one in apart(joined)) == sorted([own.id, parsed.id])
    assert merge([joined]).events == merge([own, parsed]).events


# -- what a person decided --------------------------------------------------------------------------


def test_nothing_vanishes_into_a_rejected_event() -> None:
    one, other = event("a", STRIKE, 30), event("b", STRIKE_TOO, 30)
    rejected = one.with_(review=Review("rejected", "Nadia", "2026-01-01T00:00:00Z"))
    assert len(merge([one, other], reviewed=[rejected]).events) == 2


def test_a_reviewed_event_stays_whole_until_a_person_parts_it() -> None:
    one, other = event("a", STRIKE, 30), event("b", OTHER, 30)
    same = Judgement((one.id, other.id), "same", "Nadia", "2026-01-01T00:00:00Z")
    (both,) = merge([one, other], [same]).events
    accepted = both.with_(review=Review("accepted", "Nadia", "2026-01-01T00:00:00Z"))
    assert len(merge([both]).events) == 2
    assert len(merge([both], reviewed=[accepted]).events) == 1
    different = Judgement((one.id, other.id), "different", "Omar", "2026-02-01T00:00:00Z")
    assert len(merge([both], [different], reviewed=[accepted]).events) == 2


# -- how much is compared -----------------------------------------------------------------------------


def test_comparisons_grow_with_the_events_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alike sentences in four documents: the worst case, for every pair shares its words."""
    compared = []
    real = merging.compare
    monkeypatch.setattr(merging, "compare", lambda *pair: compared.append(1) or real(*pair))
    counts = []
    for number in (30, 60, 120):
        compared.clear()
        merge([event(d, f"{STRIKE} number {n}", 1 + n % 28) for d in "abcd" for n in range(number)])
        counts.append(len(compared))
    assert all(later <= 2.2 * earlier for earlier, later in pairwise(counts)), counts
    assert counts[-1] <= 4 * 120 * pairs.MOST


# -- told in other words ------------------------------------------------------------------------------


DEAL = event("a", "Under the deal about 300 fighters and 331 relatives were let go", 30, "movement", ("Hezbollah",))
DEAL_TOO = event("b", "The bargain covers 308 armed men together with their 320 kin", 29, "agreement", ("Hezbollah",))


def counted(one: Event, *counts: tuple[float, float, str]) -> Event:
    quantities = tuple(Quantity(what, low, high, what) for low, high, what in counts)
    report = replace(one.reports[0], quantities=quantities)
    return one.with_(quantities=quantities, reports=(report,))


def test_sharp_counts_that_agree_tell_one_happening_in_other_words() -> None:
    one = counted(DEAL, (270, 330, "fighters"), (331, 331, "relatives"))
    other = counted(DEAL_TOO, (308, 308, "men"), (320, 340, "kin"))
    told_by = (Actor("Islamic State", "target"), Actor("civilians", "target"))
    one, other = (event.with_(actors=told_by) for event in (one, other))
    assert len(merge([one, other]).events) == 1
    assert len(merge([one, counted(other, (40, 40, "men"), (900, 900, "kin"))]).events) == 2


def test_a_whole_and_its_parts_agree() -> None:
    whole = counted(DEAL_TOO, (540, 660, "people")).with_(
        actors=(Actor("Islamic State", "target"), Actor("civilians", "target"))
    )
    parts = counted(DEAL, (270, 330, "fighters"), (270, 550, "relatives")).with_(actors=whole.actors)
    found = marks(whole, parts, Rarity.of([whole, parts]))
    assert found.totals
    assert found.counts == 0
    assert len(merge([whole, parts]).events) == 1


def test_one_mark_alone_is_chance() -> None:
    """A spokesman speaks every day."""
    said = event(
        "a", "The road is open again, the spokesman told reporters", 30, "statement", (), lat=None, doer="Ryan Dillon"
    )
    also = event(
        "b", "Nothing new can be reported from the front line", 30, "statement", (), lat=None, doer="Ryan Dillon"
    )
    assert marks(said, also, Rarity.of([said, also])).independent == 1
    assert len(merge([said, also]).events) == 2


def test_who_said_it_and_where_together_are_enough() -> None:
    place = "the crossing at Qwert"
    said = event("a", f"He blamed both sides over {place}", 30, "accusation", (), doer="Ryan Dillon")
    also = event("b", f"It was wrong, he stated on {place}", 30, "statement", (), doer="Ryan Dillon")
    (merged,) = merge([said, also]).events
    assert [report.document for report in merged.reports] == ["a", "b"]


def test_other_names_in_like_sentences_are_other_happenings() -> None:
    one = event(
        "a",
        "The driver, John Miller, was arrested on Thursday for possession of weapons",
        30,
        "detention",
        (),
        lat=None,
    )
    other = event(
        "b", "The driver, Paul Baker, was arrested on Thursday for possession of weapons", 30, "detention", (), lat=None
    )
    same = event(
        "c", "The driver, John Miller, was arrested Thursday over possession of weapons", 30, "detention", (), lat=None
    )
    assert told(merge([one, other, same]).events) in ([["a", "c"], ["b"]], [["b"], ["a", "c"]])


def toll(document: str, quote: str, day: int, count: tuple[float, str], basis: str = "inherited") -> Event:
    told = event(document, quote, day, "attack", (), count=count)
    where = tuple(replace(one, text="Zaytun", place_id="z") for one in told.where)
    when = told.when.with_(basis=basis) if told.when else None
    reports = tuple(replace(report, when=when, where=where) for report in told.reports)
    return replace(told, when=when, where=where, reports=reports)


TOLLS = [
    # words of both, days, how they are known, whether it is one toll
    ("At least 40 fighters died in the battle for Zaytun", "The battle for the town of Zaytun cost 25 militants their lives",
     (2, 3), "inherited", True, "a battle they both name, whose day neither sentence gives"),
    ("At least 40 fighters died in the battle for Zaytun", "The battle for Zaytun killed 25 militants",
     (2, 3), "stated", False, "a battle kills every day: two days stated are two"),
    ("The shelling of Zaytun killed 40 fighters", "Some 25 gunmen died in the bombardment of Zaytun", (2, 2), "stated", True,
     "one day's strike"),
    ("The shelling of Zaytun killed 40 fighters", "Some 25 gunmen died in the bombardment of Zaytun", (2, 3), "inherited",
     False, "the next day's strike is the next"),
    ("The shelling of Zaytun killed 40 fighters", "25 gunmen were killed trying to leave Zaytun", (2, 2), "stated", False,
     "only one names a deed"),
    ("The shelling of Zaytun killed 40 fighters", "A bombardment of Zaytun killed 25 gunmen", (2, 2), "stated", False,
     "any bombardment is not the one known"),
    ("The siege of Zaytun was eased by 40 fighters", "The battle for Zaytun drew in 25 gunmen", (2, 2), "stated", False,
     "no tolls"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "days", "basis", "same"), [row[:5] for row in TOLLS], ids=[row[5] for row in TOLLS]
)
def test_two_tolls_of_a_happening_both_name_are_a_dispute(
    one: str, other: str, days: tuple[int, int], basis: str, same: bool
) -> None:
    tolls = [
        toll("a", one, days[0], (40, "fighters"), basis),
        toll("b", other, days[1], (25, "militants"), basis),
        *(event(f"c{n}", f"Item {n} {OTHER} {n}", 20 + n, "detention", ("Hezbollah",)) for n in range(3)),
    ]
    found = [one for one in merge(tolls).events if {"a", "b"} <= set(one.sources)]
    assert len(found) == same
    if same:
        assert "quantity: fighters" in [conflict.field for conflict in found[0].conflicts]


def test_an_army_and_its_government_are_no_two_doers() -> None:
    army, state = (
        event(name, STRIKE, 30, doer=doer) for name, doer in (("a", "Syrian army"), ("b", "Syrian government"))
    )
    (merged,) = merge([army, state]).events
    assert not any(conflict.field == "actors" for conflict in merged.conflicts)
    other = event("b", STRIKE_TOO, 30, doer="Turkish army")
    assert len(merge([army, other]).events) == 2


def test_of_a_disputed_day_the_one_most_sources_agree_on_tells_the_event() -> None:
    """A later day that one source states would else win over the day that two reckon."""
    reckoned = [event(name, STRIKE, 12) for name in "ab"]
    late = event("c", "Days after jets bombed the road the toll rose, officials said", 15)
    stated = late.with_(when=When.on_day(date(2017, 8, 15), basis="stated"))
    (report,) = stated.reports
    stated = stated.with_(reports=(replace(report, when=stated.when),))
    one = united([stated, *reckoned])
    assert one.when == reckoned[0].when
    assert one.title == STRIKE


def test_that_people_were_killed_is_no_count_of_one_thing() -> None:
    """Two guards and seven visitors are the nine people of another source, which no factor parts."""
    one = event("a", STRIKE, 30, count=(2, "guards killed"))
    assert len(merge([one, event("b", STRIKE_TOO, 30, count=(9, "people killed"))]).events) == 1
    assert len(merge([one, event("b", STRIKE_TOO, 30, count=(9, "guards killed"))]).events) == 2


def test_what_is_said_on_two_days_is_said_twice() -> None:
    said = "The ministry warned on that day that the post near the river would not be moved"
    again = "The ministry warned that the post near the river must not be moved at all"
    days = [merge([event("a", said, 29, "statement"), event("b", again, day, "statement")]).events for day in (29, 30)]
    assert [len(events) for events in days] == [1, 2]
