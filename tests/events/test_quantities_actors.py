"""Numbers with what they count; actors under one name."""

from __future__ import annotations

import csv
from datetime import date
from importlib import resources

import pytest

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.events.capitals import STATES
from timeline_app.events.placing.governments import CAPITALS
from timeline_app.events.quantities import find_quantities
from timeline_app.events.reading.sentence import read_sentence
from timeline_app.events.who.actors import find_actors
from timeline_app.events.who.roles import actors_in
from timeline_app.pipeline import parse_document


@pytest.mark.parametrize(
    ("sentence", "what", "low", "high"),
    [
        ("It killed 26 soldiers.", "soldiers killed", 26, 26),
        ("About 300 fighters left.", "fighters", 270, 330),
        ("Some 300-500 family members left.", "family members", 270, 550),
        ("More than 2,000 families fled.", "families", 2001, None),
        ("At least five people died.", "people killed", 5, None),
        ("Up to 40 buses came.", "buses", None, 40),
        ("Dozens of rockets fell.", "rockets", 24, None),
        ("Twelve armed men came.", "armed men", 12, 12),
        ("They regained control over two villages.", "villages", 2, 2),
        ("Nine troops loyal to the president were killed.", "troops", 9, 9),
        ("Thousands of miners start leaving.", "miners", 2000, None),
        ("The bodies of 9 soldiers, kidnapped in 2014, came back.", "soldiers", 9, 9),
        ("The death toll rose to 83 on Monday.", "dead", 83, 83),
        ("It put the number of dead at 83.", "dead", 83, 83),
        ("The death toll rose from 40 to 83.", "dead", 83, 83),
        ("The toll of wounded reached 20 thousand.", "wounded", 20_000, 20_000),
        ("The number of wounded is 10 to 15.", "wounded", 10, 15),
        ("The number of wounded soldiers stood at more than 120.", "wounded soldiers", 121, None),
        ("The toll from the strikes has since climbed to at least 31.", "dead", 31, None),
    ],
)
def test_counts_are_read_with_their_bounds(sentence: str, what: str, low: int | None, high: int | None) -> None:
    assert [(q.what, q.low, q.high) for q in find_quantities(sentence)] == [(what, low, high)]


@pytest.mark.parametrize(
    "sentence",
    ["It took three weeks.", "On 28 August they left.", "A T-72 tank burnt.", "It cost $300 million.", "They won 3:1 there.",
     "The death toll rose to 5 dollars.", "The death toll is one of the worst.", "The number of days was 20.",
     "Some 40% of it fell.", "Jets hit it three times.", "It was shut for five nights.", "The number of flights rose to 12%.", "The road is 5.30 long."],
)  # fmt: skip
def test_durations_dates_models_and_prices_are_no_counts(sentence: str) -> None:
    assert find_quantities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Daesh and ISIS fighters left.", ["Islamic State", "Islamic State"]),
        ("Col. Ryan Dillon spoke for the US-led coalition.", ["Ryan Dillon", "US-led coalition"]),
        ("The SDF, said Nasrallah, withdrew.", ["Syrian Democratic Forces", "Hassan Nasrallah"]),
        ("Major General Karim Haddad left.", ["Karim Haddad"]),
        ("Lebanese General Security received them.", ["Lebanese General Security"]),
        ("The General Assembly received them.", []),
        ("Israel bombed a road that leads from Turkey to Iran.", ["Israel"]),
        ("Israel, citing a threat, carried out a raid, and Jordan has closed a crossing.", ["Israel", "Jordan"]),
        ("They accused Iran of it, and fled to Lebanon.", ["Iran"]),
        ("Nine died in Israeli air strikes; Israeli settlers left.", ["Israel"]),
        ("Turkey’s shelling went on in Syria.", ["Turkey"]),
        ("Meanwhile Israel late on Monday attacked Iran with missiles.", ["Israel"]),
        (
            "Israel and the United States bombed a port; Russia's air force did not.",
            ["Israel", "United States", "Russian military"],
        ),
        ("The coalition government of Lebanon resigned near Trump Tower.", ["Lebanese government"]),
        ("The US struck a port. Syrian jets did too.", ["United States", "Syrian army"]),
        ("This is nobody.", []),
    ],
)
def test_actors_meet_under_one_name(sentence: str, names: list[str]) -> None:
    assert [actor.name for actor in find_actors(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "what", "low", "high"),
    [
        ("Two hundred people fled.", "people", 200, 200),
        ("One hundred and twenty buses left.", "buses", 120, 120),
        ("Two thousand five hundred men left.", "men", 2500, 2500),
        ("Twenty-five men left.", "men", 25, 25),
        ("Between 20 and 30 fighters surrendered.", "fighters", 20, 30),
        ("Three to five civilians were hurt.", "civilians wounded", 3, 5),
        ("Dozens were killed.", "killed", 24, None),
        ("At least five were wounded.", "wounded", 5, None),
        ("Some 40 others were injured.", "injured", 36, 44),
        ("Two wounded when the wall fell.", "wounded", 2, 2),
        ("They handed over three prisoners.", "prisoners", 3, 3),
        (
            "The death toll of the blast that tore through the old vegetable market in the middle of the town rose to 31.",
            "dead",
            31,
            31,
        ),
    ],
)
def test_numbers_in_words_ranges_and_people_without_a_noun(
    sentence: str, what: str, low: float, high: float | None
) -> None:
    assert [(count.what, count.low, count.high) for count in find_quantities(sentence)] == [(what, low, high)]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Jets hit a convoy, killing at least 17 people and wounding 30, a monitor said.",
         [("people killed", 17, None), ("wounded", 30, 30)]),
        ("At least 34 civilians, among them nine children, were killed when jets hit a convoy.",
         [("civilians killed", 34, None), ("children", 9, 9)]),
        ("The attack killed five soldiers and three civilians.", [("soldiers killed", 5, 5), ("civilians killed", 3, 3)]),
        ("Two car bombs left 12 people dead and dozens wounded.",
         [("car bombs", 2, 2), ("people dead", 12, 12), ("wounded", 24, None)]),
        ("Twelve people, most of them women, lost their lives.", [("people killed", 12, 12)]),
        ("The blast claimed 30 lives and injured 55 others.", [("dead", 30, 30), ("wounded", 55, 55)]),
        ("Rescuers saved 30 lives.", [("lives", 30, 30)]),
        ("Air strike kills 7 in Idlib", [("killed", 7, 7)]),
        ("Eleven of the dead were civilians.", [("of the dead", 11, 11)]),
        ("Some 40 militants died, including 3 commanders.", [("militants killed", 36, 44), ("commanders", 3, 3)]),
        ("A mortar round killed a woman and her two children.", [("children", 2, 2)]),
        ("They brought home the bodies of 9 soldiers killed in 2014.", [("soldiers", 9, 9)]),
        ("Ten fighters killed five soldiers at a checkpoint.", [("fighters", 10, 10), ("soldiers killed", 5, 5)]),
        ("Two gunmen, one of them masked, killed four people.", [("gunmen", 2, 2), ("people killed", 4, 4)]),
        ("It killed three policemen and 11 people were arrested.", [("policemen killed", 3, 3), ("people", 11, 11)]),
        ("It killed five soldiers and three tanks.", [("soldiers killed", 5, 5), ("tanks", 3, 3)]),
        ("Two soldiers and five civilians were killed by a bomb.", [("soldiers killed", 2, 2), ("civilians killed", 5, 5)]),
        ("More than 100 people were killed or wounded.", [("people", 101, None)]),
        ("The attack killed and injured more than 200 civilians.", [("civilians", 201, None)]),
        ("Twelve suicide bombers killed 40 people.", [("suicide bombers", 12, 12), ("people killed", 40, 40)]),
        ("Three attackers were killed on Monday.", [("attackers killed", 3, 3)]),
        ("They executed 12 air strikes on Monday.", [("air strikes", 12, 12)]),
        ("Several wounded soldiers were taken away.", [("wounded soldiers", 3, 10)]),
        ("He was killed along with two guards and four others were wounded.", [("guards", 2, 2), ("wounded", 4, 4)]),
    ],
)  # fmt: skip
def test_a_count_of_people_says_what_befell_them(
    sentence: str, counts: list[tuple[str, float | None, float | None]]
) -> None:
    assert [(count.what, count.low, count.high) for count in find_quantities(sentence)] == counts


@pytest.mark.parametrize(
    "sentence",
    [
        "Flight 17 families mourned.",
        "Article 5 guarantees rights.",
        "Brigade 93 soldiers left.",
        "Resolution 1701 members met.",
        "The men seized in August 2014 would be honoured.",
    ],
)
def test_a_number_that_names_counts_nothing(sentence: str) -> None:
    assert find_quantities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "scenes"),
    [
        ("Russia and Turkey agreed on a truce.", []),
        ("The truce covers villages in Syria and Iraq, and rebels signed it.", ["Syria", "Iraq"]),
        ("Rebels left from Iraq's Anbar on Monday.", ["Anbar"]),
    ],
)
def test_states_that_act_are_no_scenes(sentence: str, scenes: list[str]) -> None:
    (event,) = parse_document(read_text(sentence, published=date(2017, 9, 2)), load_gazetteer())
    assert [where.text for where in event.where] == scenes


def test_whom_words_are_ascribed_to_is_their_speaker() -> None:
    sentence = "According to Hezbollah, rebels shelled the town on Monday."
    (event,) = parse_document(read_text(sentence, published=date(2017, 9, 2)), load_gazetteer())
    assert {actor.name: actor.role for actor in event.actors}["Hezbollah"] == "speaker"


def test_who_reports_in_the_end_is_the_speaker_and_where_words_come_from_no_scene() -> None:
    text = "According to a source in Palmyra, jets struck a market, the Syrian Observatory for Human Rights reported."
    (event,) = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    assert {actor.name: actor.role for actor in event.actors}["Syrian Observatory for Human Rights"] == "speaker"
    assert event.where == ()


@pytest.mark.parametrize(
    ("sentence", "roles", "remark"),
    [
        ("Nine men were killed in Turkish air strikes on Homs.", {"Turkey": "source"}, "whose strikes they were"),
        ("The Houthis attacked Israeli drones.", {"Houthis": "source", "Israeli military": "target"}, "whose drones were hit"),
        ("The Syrian government has fallen to rebel forces.", {"Syrian government": "target"}, "who falls does nothing"),
        ("Ten people were killed, a medic said Tuesday, as Hezbollah sent fighters.", {"Hezbollah": "source"},
         "another clause lies between"),
        ("Nine men were killed, said Hezbollah.", {"Hezbollah": "speaker"}, "who spoke stands behind the verb"),
        ("Nine rebels died in the attack.", {"rebels": "target"}, "who dies does nothing"),
        ("A medic told Hezbollah that shells killed nine men.", {"Hezbollah": "target"}, "who was told"),
        ("A fighter for Hezbollah said the group had cleared rebels from the town.",
         {"Hezbollah": "speaker", "rebels": "target"}, "who was cleared out did not speak"),
    ],
)  # fmt: skip
def test_who_speaks_is_near_the_word_for_it(sentence: str, roles: dict[str, str], remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    found = {one.name: one.role for one in actors_in(sentence, reading, find_actors(sentence))}
    assert {name: found[name] for name in roles} == roles, remark


def test_a_capital_that_speaks_is_the_actor_it_stands_for() -> None:
    text = "Moscow says its jets killed 40 militants near Mayadin on Monday.\n\nShells hit Damascus on Monday."
    told, hit = parse_document(read_text(text, published=date(2017, 9, 15)), load_gazetteer())
    assert {(actor.name, actor.role) for actor in told.actors} == {("Russia", "source"), ("militants", "target")}
    assert not hit.actors


def test_two_capitals_that_act_together_are_two_states() -> None:
    text = "A truce that Moscow and Washington negotiated took effect on Monday.\n\nOn Sunday Paris and Berlin accused Damascus."
    events = parse_document(read_text(text, published=date(2017, 9, 15)), load_gazetteer())
    assert [where.name for event in events for where in event.where] == []
    assert [{actor.name for actor in event.actors} for event in events] == [
        {"Russia", "US government"}, {"France", "Germany"},
    ]  # fmt: skip


def test_every_capital_s_state_is_in_the_table_of_actors() -> None:
    assert set(STATES) <= CAPITALS
    table = resources.files("timeline_app.events.who").joinpath("actors.csv").read_text("utf-8")
    assert set(STATES.values()) <= {row["name"] for row in csv.DictReader(table.splitlines())}


@pytest.mark.parametrize(
    "sentence",
    ["The US embassy in Baghdad came under rocket fire on Monday.", "Rebels attacked fighters backed by Moscow on Monday.",
     "Gunmen killed a leader opposed to Damascus on Monday.", "Flights between Damascus and Amman resumed on Monday."],
)  # fmt: skip
def test_a_capital_that_does_nothing_is_no_actor(sentence: str) -> None:
    found = parse_document(read_text(sentence, published=date(2017, 9, 15)), load_gazetteer())
    assert not {actor.name for event in found for actor in event.actors} & set(STATES.values())


def test_who_publishes_what_he_says_says_it() -> None:
    sentence = (
        "The Syrian Observatory for Human Rights, in a report it published on Monday, said jets had bombed Idlib."
    )
    reading = read_sentence(sentence)
    assert reading is not None
    assert [one.role for one in actors_in(sentence, reading, find_actors(sentence))] == ["speaker"]


def test_who_is_told_of_is_not_who_says_so() -> None:
    sentence = "Eleven of the dead were civilians, it said."
    reading = read_sentence(sentence)
    assert reading is not None
    assert all(one.role != "speaker" for one in actors_in(sentence, reading, find_actors(sentence)))
