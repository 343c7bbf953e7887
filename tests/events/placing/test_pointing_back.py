"""Words that point back to a place or a day told before, and dates that end with the day of telling."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of, pointed_to
from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.model import Event
from timeline_app.pipeline import parse_document

PUBLISHED = date(2017, 9, 2)


def last_event(*paragraphs: str) -> Event:
    document = read_text("\n\n".join(paragraphs) + "\n", published=PUBLISHED)
    return parse_document(document, load_gazetteer())[-1]


def test_nobody_calls_a_capital_the_town() -> None:
    told = (
        "Guards seized Yabroud on Friday.",
        "In Beirut, crowds fired guns into the air.",
        "The army had shelled the town in May.",
    )
    assert [place.name for place in pointed_to(last_event(*told))] == ["Yabroud"]
    assert pointed_to(last_event(told[1], told[2])) == (), "no town was told"


def test_in_the_same_district_is_where_the_story_was() -> None:
    event = last_event(
        "Jets raided the outskirts of Palmyra.", "In the same district, guards chased a car that had come from Iraq."
    )
    assert next(place.name for place in pointed_to(event)) == "Palmyra"


@pytest.mark.parametrize(
    ("told", "sentence", "names", "remark"),
    [
        ("Rebels stormed Palmyra.", "Jets bombed the besieged town.", ["Palmyra"], "what was hit"),
        ("Rebels stormed Palmyra.", "Two guards were wounded in the besieged town.", ["Palmyra"], "in the town"),
        ("Rebels stormed Palmyra.", "The town was shelled.", ["Palmyra"], "the town at the head"),
        ("Rebels stormed Palmyra.", "There the army broke a siege in May.", ["Palmyra"], "there"),
        ("Rebels stormed Palmyra.", "A funeral was held there in May.", ["Palmyra"], "there, at the end"),
        ("Rebels stormed Palmyra.", "There was fighting over the budget in May.", [], "there is no place"),
        (
            "Rebels stormed Palmyra.",
            "Two guards were wounded in the town of Saraqib.",
            ["Saraqib"],
            "a town of its own",
        ),
        (
            "Rebels stormed Palmyra.",
            "Two guards were wounded in the district of Qarzuma.",
            ["Palmyra", ""],
            "its quarter",
        ),
        ("Rebels stormed Palmyra.", "Two guards were wounded.", [], "nothing points back"),
        (
            "A truce was agreed in Palmyra.",
            "The guards said that families were covered by the truce.",
            ["Palmyra"],
            "a deal told of",
        ),
        ("A truce was agreed in Palmyra.", "The league signed a truce with the guards.", [], "another truce"),
        ("Rebels stormed Palmyra.", "The crossing was burned down by two guards.", ["Palmyra"], "a crossing told of"),
        ("Rebels stormed Palmyra.", "Two guards drowned in the crossing to Malta.", ["Malta"], "a journey"),
        ("Rebels stormed Palmyra.", "The agreement was signed by two ministers.", [], "a deal that was never told of"),
        ("Gunmen attacked Palmyra.", "Two guards were among those killed.", ["Palmyra"], "of the attack"),
        (
            "A convoy was hit in Palmyra. Guards met in Homs.",
            "The convoy went on at noon.",
            ["Palmyra"],
            "however many scenes lie between",
        ),
        ("Rebels stormed Palmyra.", "Two guards were also wounded.", ["Palmyra"], "also"),
        (
            "Rebels took Palmyra. Guards left the Jazal oil field.",
            "Fighters entered the northern districts.",
            ["Palmyra"],
            "of a town",
        ),
        ("Rebels stormed Palmyra.", "Since fighting broke out, two guards died.", ["Palmyra"], "the fighting told of"),
        ("Rebels stormed Palmyra.", "Guards found a depot while combing the area.", ["Palmyra"], "the area"),
        ("Rebels stormed Palmyra.", "Allies crossed the river to help capture the town.", ["Palmyra"], "to take it"),
        (
            "Rebels stormed Palmyra.",
            "A truce was agreed across the restive southern region.",
            ["Palmyra"],
            "the region",
        ),
        (
            "Guns were heard in Damascus.",
            "A mine wounded two guards near the Syrian capital.",
            ["Damascus"],
            "the capital",
        ),
        ("Guns were heard in Homs.", "A mine wounded two guards near the Syrian capital.", [], "not named in the text"),
    ],
)
def test_a_place_told_before_is_meant(told: str, sentence: str, names: list[str], remark: str) -> None:
    event = last_event(told, sentence)
    assert event.reports[0].quote == sentence, remark
    assert [where.name for where in pointed_to(event)] == names, remark


def test_a_clock_time_is_of_the_day_told_before() -> None:
    event = last_event("Talks in the hotel broke down on Tuesday.", "At 4:30 pm, a shell hit a bakery.")
    assert event.when is not None
    assert (event.when.edtf, event.when.basis) == ("2017-08-29", "inherited")


@pytest.mark.parametrize(
    ("sentence", "edtf", "remark"),
    [
        ("This month, the army freed two towns.", "[2017-09-01..2017-09-02]", "not after it was told"),
        ("The army will free two towns this month.", "2017-09", "what is to come may be any day"),
        ("The army freed two towns in August 2017.", "2017-08", "a month that is over stays a month"),
    ],
)
def test_what_has_happened_did_so_by_the_day_it_is_told(sentence: str, edtf: str, remark: str) -> None:
    event = last_event(sentence)
    assert event.when is not None
    assert event.when.edtf == edtf, remark


@pytest.mark.parametrize(
    ("text", "place", "remark"),
    [
        ("Rebels retook Kafr Nabudah on Thursday. The army had seized the northern Hama town on Monday.", "Kafr Nabudah",
         "called by its province"),
        ("Rebels retook Kafr Nabudah on Thursday. The army seized the town of Hama on Monday.", "Hama", "a town of its own name"),
        ("Rebels retook Palmyra on Thursday. Shells hit the Tadif town centre on Monday.", "Tadef", "a town's own centre"),
        ("Rebels retook Palmyra on Thursday. The army seized the northern Latakia town on Monday.", "Latakia",
         "another province's"),
        ("Jets struck Palmyra on Thursday.\n\nA second raid minutes later hit an ambulance.", "Palmyra", "minutes later"),
    ],
)  # fmt: skip
def test_a_town_called_by_its_area_and_what_follows_within_minutes(text: str, place: str, remark: str) -> None:
    event = parse_document(read_text(f"{text}\n", published=date(2017, 9, 2)), load_gazetteer())[-1]
    assert [where.name for where in event.where] == [place], remark


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Troops had captured the town, which lies by the Iraqi border in Deir Ezzor province, on Thursday.",
            ["Abu Kamal"],
        ),
        ("Troops won back the points on the mountain on Thursday.", ["Abu Kamal"]),
        ("Troops captured a town which lies near Homs on Thursday.", ["Homs"]),
    ],
)
def test_where_the_town_told_of_lies_is_no_other_scene(sentence: str, names: list[str]) -> None:
    event = events_of(f"Fighters entered Abu Kamal on Tuesday.\n\n{sentence}\n", date(2017, 11, 10))[-1]
    assert [where.name for where in event.where] == names


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Hezbollah also ambushed and killed two men of Hamas, a monitor said.", ["Palmyra"], "the same two"),
        ("Hamas also ambushed and killed two men of Hezbollah, a monitor said.", [], "the other way round"),
        ("Hezbollah also ambushed and killed two men of Hamas in Homs, a monitor said.", ["Homs"], "elsewhere"),
    ],
)
def test_a_fight_is_where_the_story_told_of_it(sentence: str, names: list[str], remark: str) -> None:
    text = f"Hezbollah shelled Hamas in Palmyra on Friday.\n\nThe mayor of Sukhnah was in Aleppo.\n\n{sentence}\n"
    event = events_of(text, date(2017, 9, 2))[-1]
    assert [where.name for where in pointed_to(event)] == names, remark


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Sappers cleared the city's streets of mines, and units still comb the Syrian desert.", ["Palmyra"], "in the city"),
        ("Sappers cleared mines in the city, in the Syrian desert.", ["Syrian desert"], "where it lies"),
        ("Sappers combed the Syrian desert, and mines were cleared in the city.", ["Syrian desert"], "the desert is first"),
        ("Sappers cleared the city's streets, and jets struck Homs.", ["Homs"], "a town of its own"),
    ],
)  # fmt: skip
def test_what_was_done_in_the_city_is_not_in_the_area_told_beside(sentence: str, names: list[str], remark: str) -> None:
    event = last_event("Soldiers captured Palmyra.", sentence)
    assert [where.name or "" for where in event.where if not where.is_lent] == names, remark


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Families went back to Basra, a Christian quarter of the old city.", ["Palmyra"], "no town in Iraq"),
        ("Families went back to Basra, a quarter of a million in all.", ["Basra"], "not called a quarter"),
    ],
)
def test_a_quarter_of_the_town_told_before_is_no_place_far_away(sentence: str, names: list[str], remark: str) -> None:
    event = last_event("Rebels stormed Palmyra.", sentence)
    assert [where.name for where in pointed_to(event)] == names, remark


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops entered the town on Friday after battles in Tigray.", ["Tigray"]),
        ("Rebels entered the village while jets bombed Idlib province.", ["Idlib Governorate"]),
        ("A truce was reached in Yemen. The army left the camp after it had shelled Marib province.", ["Ma’rib"]),
    ],
)
def test_a_town_that_was_never_told_is_no_place(text: str, names: list[str]) -> None:
    assert [where.name for where in last_event(text).where] == names


def test_it_is_the_town_told_in_the_clause_in_front() -> None:
    text = (
        "The army took Palmyra on Monday. Gunmen had entered Homs in August 2015 and seized nine men of the city,"
        " until the army retook it on the 3rd of April 2016."
    )
    assert [event.where[0].name for event in events_of(text, PUBLISHED)] == ["Palmyra", "Homs", "Homs"]
