"""Which places a sentence's event happens at."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of, pointed_to
from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.pipeline import parse_document


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Beirut - Shells hit a school in Homs on Monday.", ["Homs"], "a dateline is where it was written"),
        ("Nine men were hanged on Monday over the Homs massacre.", [], "which deed it was about is not where"),
        ("Nine men were hanged in Hama on Monday for the 2014 Homs bombings.", ["Hama"], "likewise beside a place"),
        ("Nine men died in the Homs bombing on Monday.", ["Homs"], "what they died in was there"),
        ("The league claimed responsibility for the Homs bombing on Monday.", ["Homs"], "and what it says it did"),
        ("Beirut, Morning Courier—Shells hit a school in Homs on Monday.", ["Homs"], "with its newspaper"),
        ("Homs - held by rebels until May - was shelled on Monday.", ["Homs"], "an insertion is no dateline"),
        ("Men were moved on Monday towards Palmyra in the Homs governorate.", ["Palmyra"], "in which it lies"),
        ("Guards seized a commander of Liwa Fajr al-Islam in Homs on Monday.", ["Homs"], "a brigade is no village"),
        ("In Deir e-Zor guards shot nine men on Monday.", ["Deir Ezzor"], "the short article of some papers"),
        ("YARZE, Lebanon: The league was hammered in Homs on Monday.", ["Homs"], "a dateline with its country"),
        (
            "A shell hit the entrance of the Damascus International Fair on Monday.",
            ["Damascus"],
            "a ground called after its town",
        ),
        ("The Damascus International Fair said on Monday that it would open.", [], "which speaks"),
        ("The agency said Monday in Geneva that nine men had been shot in Homs.", ["Homs"], "where it was said"),
        ("A group that wanted Ankara to use its weight seized two men on Monday.", [], "who is to act"),
        ("Men held by the league, the council's affiliate in Iraq, were let go on Monday.", [], "which group it is"),
        ("Guards took the hills of Homs on Monday and cut a supply line for Palmyra.", ["Homs"], "what a road is for"),
        ("In the Roman theatre of Palmyra nine men were shot on Monday.", ["Palmyra"], "an adjective is no town"),
        (
            "The army broke the siege of Homs on Monday and secured the highway leading to Damascus.",
            ["Homs"],
            "which road it is",
        ),
        (
            "Troops attacked on Monday on the road to Homs, on which oil goes to Turkey.",
            ["Homs", "Turkey"],
            "beside a country",
        ),
        ("Gunmen cut the road to Hama on Monday.", ["Hama"], "where nothing else is told"),
        ("Nine guards were freed on Sunday, army officials said on Monday in Manila.", [], "where it was said"),
        ("The premier, who comes from Tripoli, resigned on Monday.", [], "where a man is from"),
        ("Nine men were allowed by Damascus on Monday to leave.", [], "a government does it"),
        ("Fighters on Damascus' side took Homs on Monday.", ["Homs"], "whose side it is"),
        ("The pact between Turkey and Russia was signed in Astana on Monday.", ["Astana"], "states act between them"),
    ],
)
def test_a_dateline_sets_no_scene(sentence: str, names: list[str], remark: str) -> None:
    text = f"The talks ended on Friday.\n\n{sentence}\n"
    events = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    (event,) = [event for event in events if event.reports[0].quote in sentence and "Monday" in event.reports[0].quote]
    assert [where.name for where in pointed_to(event)] == names, remark


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("The council accused Moscow on Monday of bombing a school in Homs.", ["Homs"], "a government is accused"),
        ("The channel of a party that is an ally of Damascus said shells hit Homs on Monday.", ["Homs"], "an ally of it"),
        ("Ankara had halted its flights on Monday after guards in Homs shot at a jet.", ["Homs"], "a town halts no flights"),
        ("Fighters backed by Tehran captured a hill near Homs on Monday.", ["Homs"], "backed by it"),
        ("Shells hit a school in Homs on Monday, a spokesman told Reuters in Beirut.", ["Homs"], "where it was said"),
        ("Nine men were killed in Homs on Monday, the mayor confirmed to Palmyra TV.", ["Homs"], "a channel"),
        ("The party, which came to prop up the Damascus government, left Homs on Monday.", ["Homs"], "a government"),
        ("Moscow, on the other hand, saw rebels at work when shells hit Homs on Monday.", ["Homs"], "a government's part"),
        ("Tel Aviv has beefed up its forces in Homs since Monday.", ["Homs"], "a government has done something"),
        ("Damascus has seen heavy shelling since Monday.", ["Damascus"], "a town has seen it"),
        ("Shells hit Damascus on Monday.", ["Damascus"], "a town is hit"),
        ("Damascus was shelled on Monday.", ["Damascus"], "and shelled"),
        ("The minister told reporters in Beirut on Monday that the talks were useful.", ["Beirut"], "a statement is where it is made"),
        ("On Monday the air force, which is battling the group in Mosul, bombed a depot in Homs.", ["Homs"],
         "what is told beside of the air force"),
        ("Troops cleared the town on Monday, opening the road east to the strongholds of Raqqa and Deir ez-Zor.",
         ["Homs", "Raqqa", "Deir Ezzor"], "whither a road leads is no scene: the town told before is"),
        ("Gunmen shot nine men in Homs on Monday, said the monitor, which has its seat in London.", ["Homs"], "a seat"),
        ("Gunmen shot nine men on Monday, said the monitor, which has its seat in Malta.", [], "nor where no other is"),
        ("Omar Rida, head of a monitor in Malta, said on Monday that troops had fled from there.", [], "whose office it is"),
        ("Omar Rida, head of an agency in Malta, said on Monday that 12 migrants drowned.", ["Malta"], "unless it is all that is told"),
        ("Gunmen on Monday stormed the channel, which has its offices in Homs.", ["Homs"], "of who is hit it is the scene"),
        ("The army lost the town on Monday, a place seen as vital for shielding Palmyra.", ["Homs"], "why a place matters"),
        ("The army took a hill on Monday, a place seen as vital for shielding Palmyra.", ["Palmyra"], "unless no other is told"),
        ("Guards on Monday held Baghdad's western approach.", ["Baghdad"], "land of a capital"),
        ("A deal on Monday lets guards leave Homs and runs against Washington's own past objections.", ["Homs"], "its objections"),
        ("Militants based in Lebanon fought troops on Monday.", [], "where they are from"),
        ("An adviser, resident in Zahle, was shot dead in Homs on Monday.", ["Homs"], "where he lived"),
        ("Ankara was pressing for a truce on Monday when shells hit Homs.", ["Homs"], "a government weighs"),
        ("Jets struck the defence ministry in Damascus on Monday.", ["Damascus"], "where a ministry is that was struck"),
        ("The ministry in Damascus said on Monday that shells hit Homs.", ["Homs"], "its words are no place"),
        ("Shells hit a house on Aleppo Street in Homs on Monday.", ["Homs"], "a street called after a town"),
        ("On Monday the league's posts in northeast Syria came under fire.", ["northeastern Syria"], "a part without its ending"),
        ("Rebels in Syria say that the league took nine men hostage on Monday.", [], "where who speaks is"),
        ("A convoy took nine men to camps on Monday, the agency's reporters in Syria confirmed.", [], "and behind"),
        ("Jets bombed Homs on Monday after warning the guards to leave their posts in Palmyra.", ["Homs"], "what was said before"),
        ("On Monday jets hit a post of the Islamic State of Syria and the Levant near Homs.", ["Homs"], "a group's name"),
        ("Jets dropped food over the enclave on Monday, a UN official in Damascus told Reuters.", ["Homs"], "where he sits"),
        ("On Monday the quarter, on the highway to Damascus, was taken by guards.", [], "on which road it lies"),
        ("On Monday he met the envoy at the Palestinian embassy in Beirut.", ["Beirut"], "at an embassy one is somewhere"),
        ("The league was behind the assault of Nov. 19, 2013 on Iran's embassy in Beirut, it said on Monday.", ["Beirut"],
         "an embassy that was assaulted"),
        ("Jets killed an official in Damascus on Monday.", ["Damascus"], "unless he tells nothing"),
        ("On Monday guards entered the town, a step that Washington had long resisted.", ["Homs"], "what a government resisted"),
        ("A campaign on northwest Syria was launched on Monday.", ["northwestern Syria"], "a part of a country is no government"),
        ("Factions loyal to Turkey raided houses in Homs on Monday.", ["Homs"], "whose friends they are"),
        ("A paper hostile to Iran reported on Monday that nine men were shot in Homs.", ["Homs"], "or are not"),
        ("Palmyra, about 150 km east of Homs, was shelled on Monday.", ["Palmyra"], "how far it lies from another"),
        ("Palmyra, which lies some 90 miles from the Iraqi border, was shelled on Monday.", ["Palmyra"], "in other words"),
        ("Crowds blocked roads across Lebanon on Monday.", ["Lebanon"], "all over it, in no town"),
        ("A convoy was hit in Homs on Monday, the defence ministry in Ankara said.", ["Homs"], "which only tells of it"),
        ("The foreign ministry in Tallinn confirmed that two nurses had been shot in Homs on Monday.", ["Homs"], "of whatever country"),
        ("Swathes of Iraq were seized by the league on Monday.", ["Iraq"], "most of a country"),
    ],
)  # fmt: skip
def test_where_a_name_stands_for_what_is_elsewhere(sentence: str, names: list[str], remark: str) -> None:
    text = f"Gunmen killed two guards in Homs on Sunday.\n\n{sentence}\n"
    events = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    (event,) = [event for event in events if "Monday" in event.reports[0].quote]
    assert [where.name for where in pointed_to(event)] == names, remark


@pytest.mark.parametrize(
    ("sentence", "places", "remark"),
    [
        ("Guards stormed a prison in Syria's northeast on Monday.", [("at", "northeastern Syria")], "whose side it is"),
        ("Guards died in Syria's north-eastern hills on Monday.", [], "hills, no side"),
        ("On Monday guards in Homs told the channel Mayadeen of it.", [("at", "Homs")], "a channel, called one"),
        ("Guards in Homs fled on Monday after joint work with Washington.", [("at", "Homs")], "a government one works with"),
        ("Washington had put its guards on alert on Monday when shells hit Homs.", [("at", "Homs")], "one that has put a price"),
        ("Guards fled on Monday in Homs after a message from Tehran.", [("at", "Homs")], "and one that writes"),
        ("On Monday Mayadeen aired pictures of guards in Homs.", [("at", "Homs")], "a channel"),
        ("Jets shelled northern Syria on Monday.", [("at", "northern Syria")], "a part, reckoned from the whole"),
        ("Guards in the south of Lebanon fled on Monday.", [("at", "southern Lebanon")], "told with 'the south of'"),
        ("Shells fell north of Palmyra on Monday.", [("near", "Palmyra")], "beyond a town is near it"),
        ("The lorries went by way of Palmyra to Homs on Monday.", [("to", "Homs"), ("via", "Palmyra")], "by way of"),
        ("Two families moved out of Palmyra on Monday.", [("from", "Palmyra")], "out of"),
        ("Fighters from Lebanon sealed off Palmyra on Monday.", [("at", "Palmyra")], "who they are"),
        ("Jets bombed Khan Sheikhoun in Idlib province on Monday.", [("at", "Khan Shaykhun")], "the division only holds it"),
        ("Jets bombed Idlib province and Palmyra on Monday.", [("at", "Idlib Governorate"), ("at", "Palmyra")], "unless it holds none"),
        ("Nine guards died in Homs on Monday, said Omar Rida, the head of the Palmyra command.", [("at", "Homs")], "whose words"),
        ("The ministry in Baghdad said on Monday that nine guards had died in Homs.", [("at", "Homs")], "where it is told"),
        ("Russia withdrew its forces from Syria on Monday.", [("from", "Syria")], "whence forces are withdrawn"),
        ("The group carried out the Paris attacks in May.", [("at", "Paris")], "'out' without 'of'"),
        ("A ship sank off Latakia on Monday.", [("near", "Latakia")], "off a coast"),
        ("Troops sealed off Homs on Monday.", [("at", "Homs")], "sealed off"),
        ("In the south-east of Turkey, gunmen killed two.", [("at", "southeastern Turkey")], "the side of a country"),
        ("Nine men were carried from the southwest of Syria to Jordan on Monday.",
         [("to", "Jordan"), ("from", "southwestern Syria")], "a side between two"),
        ("Troops moved to the south of Syria on Monday.", [("to", "southern Syria")], "whither, not beyond"),
        ("Jets bombed southern Lebanon and Damascus on Monday.", [("at", "southern Lebanon"), ("at", "Damascus")], "two scenes"),
        ("Nine buses left for Deir Ezzor in eastern Syria on Monday.", [("to", "Deir Ezzor")], "and one that holds where it leads"),
        ("Jets bombed Manbij in northern Syria on Monday.", [("at", "Manbij")], "a part that holds the town"),
        ("Guards were hit at the Habur gate on Monday.", [("at", "Ibrahim Khalil crossing")], "a gate that is a crossing"),
        ("Nine guards left Palmyra, the oldest city of Syria, on Monday.", [("from", "Palmyra")], "a city of a country"),
        ("AMMAN: Guards shelled Homs on Monday.", [("at", "Homs")], "a dateline with a colon"),
        ("A group of the Middle East shelled Homs on Monday.", [("at", "Homs")], "half a continent only holds it"),
        ("Rockets were fired into areas close to Damascus on Monday.", [("near", "Damascus")], "close to a town"),
        ("Figures close to Damascus fled Homs on Monday.", [("from", "Homs")], "close to a government"),
        ("In Anbar tribal fighters took three villages on Monday.", [("at", "Al-Anbar Governorate")], "where a people is"),
        ("Shells hit guards in Homs, in Hama and in Idlib on Monday.", [("at", "Homs"), ("at", "Hama"), ("at", "Idlib")], "a list"),
        ("Beni Halba gunmen took Palmyra on Monday.", [("at", "Palmyra")], "a people"),
        ("Moscow, which backs the council, said on Monday it had shelled Palmyra.", [("at", "Palmyra")], "a government, put apart"),
        ("Nine guards died in the battle for Palmyra on Monday.", [("at", "Palmyra")], "who fights for a town is there"),
        ("The guards advanced on Palmyra on Monday.", [("to", "Palmyra")], "who advances on it is not yet"),
        ("Jets bombed Salamiyah in the eastern Hama countryside on Monday.", [("at", "Salamiyah")], "land called by a city"),
    ],
)  # fmt: skip
def test_the_role_and_part_that_words_give_a_place(sentence: str, places: list[tuple[str, str]], remark: str) -> None:
    (event,) = parse_document(read_text(f"{sentence}\n", published=date(2017, 9, 2)), load_gazetteer())
    assert [(where.role, where.name) for where in event.where] == places, remark


def test_a_part_of_a_country_is_smaller_lies_that_way_and_keeps_the_whole_as_a_candidate() -> None:
    parts = {}
    for words in ("Syria", "northern Syria", "central Syria", "south-eastern Syria"):
        (event,) = parse_document(read_text(f"Jets bombed a camp in {words}.\n"), load_gazetteer())
        parts[words] = event.where[0]
    whole, north, centre, south_east = parts.values()
    assert all(0 < (part.radius_km or 0) < (whole.radius_km or 0) for part in (north, centre, south_east))
    assert (north.lat or 0) > (whole.lat or 0) > (south_east.lat or 0)
    assert (south_east.lon or 0) > (whole.lon or 0)
    assert (centre.lat or 0, centre.lon or 0) == pytest.approx((whole.lat, whole.lon), abs=0.2)
    assert [candidate.place.name for candidate in north.candidates] == ["Syria"]


def test_the_capital_is_that_of_the_country_told_of() -> None:
    text = (
        "2 May 2013: An envoy flies from Tehran to Tripoli in Lebanon.\n\n3 May 2013: Guards leave Zahle for Sidon.\n\n"
        "6 May 2013: Shells hit Beirut.\n\n9 May 2013: A minister dies in a blast in the centre of the capital.\n"
    )
    events = parse_document(read_text(text, published=date(2013, 6, 2)), load_gazetteer())
    assert [where.name for where in events[-1].where] == ["Beirut"]
    of_both = text.replace("Zahle for Sidon", "Homs for Hama")
    events = parse_document(read_text(of_both, published=date(2013, 6, 2)), load_gazetteer())
    assert [where.name for where in events[-1].where] == []


def test_the_capital_is_the_only_one_a_document_names() -> None:
    text = "Nine men were held in Beirut on Monday.\n\nThe council declared the capital a disaster zone on Tuesday.\n"
    told = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())[-1]
    assert [where.name for where in told.where] == ["Beirut"]
    dated = "DAMASCUS -- A bomb went off in Lebanon's capital on Monday.\n\nNine men were held in Beirut.\n"
    first = parse_document(read_text(dated, published=date(2017, 9, 2)), load_gazetteer())[0]
    assert next(where.name for where in first.where) == "Beirut"
    foreign = "Crowds marched in Tunis. Exiles from Damascus joined them.\n\nPolice fired tear gas in the capital on Tuesday.\n"
    assert not pointed_to(parse_document(read_text(foreign, published=date(2017, 9, 2)), load_gazetteer())[-1])
    text = text.replace("in Beirut", "in Beirut and Damascus")
    assert not pointed_to(parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())[-1])


def test_a_sentence_without_an_event_sets_the_scene_for_those_after_it() -> None:
    text = "About 40,000 people live in Madaya. Government troops sealed it off in July.\n"
    (event,) = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    assert [where.name for where in event.where] == ["Madaya"]


def test_a_river_that_only_runs_by_a_town_is_no_second_scene() -> None:
    (by_a_town,) = events_of(
        "Jets struck near the town of Khasham, on the bank of the Euphrates river, on Monday.", date(2017, 9, 15)
    )
    assert [(where.role, where.name) for where in by_a_town.where] == [("near", "Khasham")]
    (afloat,) = events_of("Boats sank on the Euphrates on Monday.", date(2017, 9, 15))
    assert [where.name for where in afloat.where] == ["Euphrates"]
    (across,) = events_of("Troops crossed the Euphrates and entered Khasham on Monday.", date(2017, 9, 15))
    assert "Khasham" in [where.name for where in across.where]


def test_where_it_was_written_is_lent_where_no_other_place_is_told() -> None:
    (event,) = events_of("Homs - Two guards were killed by a mine on Monday.", date(2017, 9, 2))
    assert [(place.name, place.role, place.is_lent) for place in event.where] == [("Homs", "near", True)]


def test_who_speaks_in_a_town_that_is_no_capital_tells_of_it() -> None:
    (event,) = events_of("Witnesses said on Friday in Homs that shells hit a school.", date(2017, 9, 2))
    assert [place.name for place in event.where] == ["Homs"]
