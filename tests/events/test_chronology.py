"""Dated lines and headings: one event an entry, with the entry's date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.model import Event
from timeline_app.pipeline import parse_document

PUBLISHED = date(2017, 9, 2)


def events(text: str) -> list[Event]:
    return events_of(text, PUBLISHED)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(event.when.edtf if event.when else "-", event.type, event.title) for event in events(text)]


def test_lines_that_begin_with_their_date() -> None:
    assert told(
        "Timeline of the siege\n\n6 March 2011: arrest of fifteen schoolboys in Daraa\n"
        "18 March 2011: Security forces kill four protesters in Daraa.\n25 April 2011 - The army besieges the city.\n"
        "* July 2012 - Rebels capture the Bab al-Hawa crossing\nSept 23: talks in Geneva end without a deal\n"
    ) == [
        ("2011-03-06", "detention", "Arrest of fifteen schoolboys in Daraa"),
        ("2011-03-18", "attack", "Security forces kill four protesters in Daraa"),
        ("2011-04-25", "offensive", "The army besieges the city"),
        ("2012-07", "territory", "Rebels capture the Bab al-Hawa crossing"),
        ("2012-09-23", "talks", "Talks in Geneva end without a deal"),
    ]


def test_entries_parted_from_their_date_by_a_full_stop() -> None:
    text = (
        "Incidents of May 2017\n\n1 May. Gunmen fired on a post near Homs.\n\n2 May. Shells hit a farm. A guard died.\n"
    )
    assert [(edtf, kind) for edtf, kind, _ in told(text)] == [
        ("2017-05-01", "attack"), ("2017-05-02", "strike"), ("2017-05-02", "attack"),
    ]  # fmt: skip
    alone = "The siege\n\n1 May. Gunmen fired on a post near Homs.\n"
    assert [event.reports[0].quote[:6] for event in events(alone)] == ["Gunmen"], "one line makes no chronology"


def test_the_point_of_a_month_parts_an_entry_from_its_date() -> None:
    text = "Incidents of 2016\n\n11 Nov. Gunmen fired on a post near Homs. A guard died.\n\n9 Nov. Shells hit a farm.\n"
    assert [(edtf, title) for edtf, _, title in told(text)] == [
        ("2016-11-11", "Gunmen fired on a post near Homs"),
        ("2016-11-11", "A guard died"),
        ("2016-11-09", "Shells hit a farm"),
    ]


def test_what_an_entry_tells_on_happened_where_it_told_of_last() -> None:
    text = (
        "6 March 2011: A mayor was seized near Homs. Two days later his body was found in a canal.\n7 May 2011: Rain.\n"
    )
    assert [[where.name for where in event.where] for event in events(text)][:2] == [["Homs"], ["Homs"]]


def test_a_place_may_head_a_dated_line() -> None:
    text = """Deals of the war

1. Homs, May 7, 2014: Some 2,000 people leave the Old City.

2. Zabadani and Foua, September 2015: A truce is agreed. On December 28, more than 450 fighters are moved through Beirut.

3. East Aleppo, December 15-22, 2016: Neighbours broker the exit of 35,000 people.

4. Hama, April 2016: Some 300 men are taken to Idlib on April 9.
"""
    assert [(event.when and event.when.edtf, [where.name for where in event.where]) for event in events(text)] == [
        ("2014-05-07", ["Homs"]), ("2015-09", ["Zabadani", "Fuah"]), ("2015-12-28", ["Beirut"]),
        ("2016-12-15/2016-12-22", ["Eastern Aleppo"]), ("2016-04-09", ["Hama", "Idlib"]),
    ]  # fmt: skip
    line = (
        "HOMS, Jan 26, 2016: Guards took the mill. They left it.\n\nHOMS, Jan 27, 2016: Guards came back to the mill.\n"
    )
    assert len(events(line)) == 3  # datelines head a story, no entries


def test_rows_of_a_table() -> None:
    rows = "| Date | Event |\n|---|---|\n| 6 March 2011 | Arrest of boys in Daraa |\n| 18 March 2011 | Four killed in Daraa |\n"
    assert [(edtf, kind) for edtf, kind, _ in told(rows)] == [("2011-03-06", "detention"), ("2011-03-18", "attack")]
    assert [where.name for event in events(rows) for where in event.where] == ["Daraa", "Daraa"]


def test_an_entry_is_cut_at_the_days_it_tells() -> None:
    text = (
        "March 2014: Rebels overrun the depot at Homs. On March 9, guards fire at a crowd in Hama. The crowd flees.\n"
        "May 2014: The rebels leave the depot, which they had held since 2012.\n"
    )
    assert [edtf for edtf, _, _ in told(text)] == ["2014-03", "2014-03-09", "2014-05"]
    assert [event.reports[0].quote[:14] for event in events(text)] == [
        "March 2014: Re",
        "On March 9, gu",
        "May 2014: The ",
    ]


@pytest.mark.parametrize(
    ("further", "edtf"),
    [
        ("Guards shoot the mayor on 3 March.", "2017-03-03"),
        ("Guards shot the mayor on 3 March 2017.", "2017-03-03"),
        ("The mayor, shot dead on 3 March, is buried.", "2017-03-12"),
        ("Guards shot the mayor on 30 March.", "2017-03-12"),
    ],
)
def test_what_an_entry_tells_of_an_earlier_day_was_then(further: str, edtf: str) -> None:
    text = f"12 March 2017: The army takes Homs. {further}\n13 March 2017: Rain falls on Homs.\n"
    assert [edtf for edtf, _, title in told(text) if "mayor" in title.lower()] == [edtf]


HEADED = """How the province fell

26 August – attack on Homs
The attack began last Saturday, from the hills above the city of Homs.

27 August – Homs captured
One day later the army left the city.

28 August – the road bombed
Jets bombed the road to Hama the following day. On Tuesday others took the mill, and will take the bridge.
Guards have fled.

29 August – Hama falls
Rebels entered Hama at dawn. A day later they took a mill.

Follow us on our pages. The owner of this site left school at 15.
"""


def test_what_stands_under_dated_lines_is_of_their_days() -> None:
    assert [(edtf, title) for edtf, _, title in told(HEADED)] == [
        ("2017-08-26", "Attack on Homs"),
        ("2017-08-26", "The attack began last Saturday, from the hills above the city of Homs"),
        ("2017-08-27", "Homs captured"),
        ("2017-08-27", "One day later the army left the city (Homs)"),
        ("2017-08-28", "The road bombed"),
        ("2017-08-28", "Jets bombed the road to Hama the following day (Homs)"),
        ("2017-08-29", "Others took the mill, and will take the bridge (Homs)"),
        ("2017-08-28", "Guards have fled (Homs)"),
        ("2017-08-29", "Hama falls"),
        ("2017-08-29", "Rebels entered Hama at dawn"),
        ("2017-08-30", "A day later they took a mill (Hama)"),
        ("2017-09-02~", "The owner of this site left school at 15 (Homs)"),
    ]


def test_names_of_a_site_s_pages_are_no_entries() -> None:
    text = "The siege\n\nGuards left Homs on Friday, after a siege of a year.\n\nAmerica\nJuly 2017\nMiddle East\nAugust 2017\nAfrica\nJuly 2017\n"
    assert [title for _, _, title in told(text)] == ["Guards left Homs on Friday, after a siege of a year"]


def test_two_dated_lines_date_nothing_between_them() -> None:
    text = "The siege\n\n26 August: a truce\n\nThe army left the city.\n\n30 August: a raid\n"
    assert [edtf for edtf, _, _ in told(text)] == ["2017-08-26", "2017-09-02~", "2017-08-30"]


def test_every_event_of_a_long_entry_is_one_of_its_own() -> None:
    filler = (
        "Its bakers had worked by night for years, and its schools had long stood empty in the heat of the plain. " * 5
    )
    text = f"May 2014: Rebels stormed the town. {filler}The army shelled the bridge.\nJune 2014: A truce is signed.\n"
    assert [edtf for edtf, _, _ in told(text)][-2:] == ["2014-05", "2014-06"]
    assert max(len(event.reports[0].quote) for event in events(text)) < 700
    assert "The army shelled the bridge." in {event.reports[0].quote for event in events(text)}


def test_paragraphs_under_dated_headings() -> None:
    text = (
        "## 6 March 2011\nFifteen boys are arrested in Daraa.\n\n## 18 March 2011\nFour protesters are shot dead.\n\n"
        "Thousands attend the funeral in Homs.\n"
    )
    assert [edtf for edtf, _, _ in told(text)] == ["2011-03-06", "2011-03-18", "2011-03-18"]


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("March 22nd-23rd 2017: (S533) Tabaqa, Raqqa governorate", "2017-03-22/2017-03-23"),
        ("In May 2016: a truce", "2016-05"),
        ("1) 3 May 2016: a truce", "2016-05-03"),
        ("**3 May 2016**: a truce", "2016-05-03"),
        ("2016: a truce", "2016"),
        (":: 3 May 2016: a truce", "2016-05-03"),
        ("■ 3 May 2016: a truce", "2016-05-03"),
    ],
)
def test_the_date_in_any_dress(line: str, edtf: str) -> None:
    assert [event.when.edtf for event in events(line) if event.when] == [edtf]


def test_a_continued_line_belongs_to_its_entry() -> None:
    first, second = events("6 March 2011: arrest of boys\n   in the town of Daraa\n18 March 2011: a protest\n")
    assert first.reports[0].quote.endswith("in the town of Daraa")
    assert [where.name for where in first.where] == ["Daraa"]
    assert second.title == "A protest"


@pytest.mark.parametrize(
    "text",
    [
        "BEIRUT, 1 September 2017 - Troops left the town on Wednesday.\n\nThey returned on Friday.",
        "30 August 2017 - Troops left the town on Wednesday.\n\nThey returned on Friday.",
        "September 2, 2017\n\nTroops left the town on Wednesday. They returned on Friday.",
    ],
)
def test_a_dateline_or_a_stamp_makes_no_chronology(text: str) -> None:
    assert [edtf for edtf, _, _ in told(text)] == ["2017-08-30", "2017-09-01"]


DIARY = """Diary of a camp

1 April 2015
Gunmen stormed Yarmouk camp, coming in through the southern quarter of Hajar al-Aswad. By 2PM they held half of it.

2 April 2015
Guards hit back and took a hospital. Jets dropped barrel bombs on the camp.

3 April 2015
Two people were killed by shells.
"""


def test_entries_without_a_place_are_where_all_the_others_are() -> None:
    found = events(DIARY)
    assert [str(event.when and event.when.edtf) for event in found] == ["2015-04-01"] * 2 + ["2015-04-02"] * 2 + [
        "2015-04-03"
    ]
    assert [event.where[0].name for event in found] == ["Yarmouk camp"] * 5
    assert {(where.name, where.role) for where in found[0].where} == {("Yarmouk camp", "at"), ("Hajar al-Aswad", "via")}
    assert [event.type for event in found[2:]] == ["clash", "strike", "strike"]
    elsewhere = events(DIARY + "\n4 April 2015\nShells hit Homs.\n\n5 April 2015\nNine people were killed by shells.\n")
    assert elsewhere[-1].where == ()  # of two places nobody can tell


def test_a_chronicle_does_not_point_to_where_somebody_spoke() -> None:
    found = events(
        "Dates of the war\n\n10 January 2014: Russia vetoes a resolution in New York.\n12 January 2014: Rebels shell the city from the hill.\n"
        "15 January 2014: The army storms the village and kills ten.\n"
    )
    assert [[where.name for where in event.where] for event in found] == [["New York City"], [], []]


def test_talks_named_by_a_heading_are_no_place_of_what_stands_under_it() -> None:
    lead = "Rebels and soldiers fought over the river for the whole of August, a monitor of the war said in a report."
    text = f"The war in brief\n\n{lead}\n\nThe Geneva talks\n\nOn Thursday a car bomb killed nine people at a checkpoint of the army, a monitor said.\n"
    assert [where.name for event in events(text) for where in event.where] == []


def test_a_heading_that_names_one_place_places_what_stands_under_it() -> None:
    text = """The week in brief

Soldiers and their allies ended a long campaign in the desert on Sunday, a statement of the army said.

How Sukhnah was taken

- On 11 August guards took the town back.
- On 18 August a general was killed there by a shell.

What comes next

- On 19 August nine men were killed by a shell in Aleppo.
"""
    where = {event.when.edtf: [place.name for place in event.where] for event in events(text) if event.when}
    assert where["2017-08-11"] == where["2017-08-18"] == ["Sukhnah"]
    assert where["2017-08-19"] == ["Aleppo"]


def test_an_entry_without_a_known_year_stays_undated() -> None:
    document = read_text("October 1st: shelling of Homs\nOctober 2nd: shelling of Hama\n")
    found = parse_document(document, load_gazetteer())
    assert [(event.when, event.type) for event in found] == [(None, "strike"), (None, "strike")]


def test_a_day_lies_in_the_month_and_year_of_the_heading_above() -> None:
    text = (
        "Timeline\n\nJanuary 2014\n\n4 January\n\nRebels seize the town of Salamiyah.\n\n17 January[edit]\n\n"
        "A car bomb explodes in Homs. The police arrest two men.\n\n2015\n\n3 May\n\nJets bomb Aleppo.\n"
    )
    assert [edtf for edtf, _, _ in told(text)] == ["2014-01-04", "2014-01-17", "2014-01-17", "2015-05-03"]


TIMELINE = (
    "15 March 2011 - Protesters march in Damascus.\n19 April - The army shells Homs.\n28 December - Rebels seize Azaz.\n"
    "3 January - The army shells Azaz.\n9 May 2012 - A bomb explodes in Homs.\n1 June - Rebels seize Manbij.\n"
)


@pytest.mark.parametrize("published", [None, date(2014, 3, 3)])
def test_days_without_a_year_follow_the_entry_above(published: date | None) -> None:
    found = parse_document(read_text(TIMELINE, published=published), load_gazetteer())
    days = [event.when.edtf for event in found if event.when]
    assert days == ["2011-03-15", "2011-04-19", "2011-12-28", "2012-01-03", "2012-05-09", "2012-06-01"]


def test_days_told_backwards_do_not_follow() -> None:
    backwards = (
        "9 May 2012 - A bomb explodes in Homs.\n3 January - The army shells Azaz.\n28 December - Rebels seize Azaz.\n"
    )
    found = parse_document(read_text(backwards, published=date(2012, 5, 20)), load_gazetteer())
    assert [event.when.edtf for event in found if event.when] == ["2012-05-09", "2012-01-03", "2011-12-28"]


def test_a_heading_s_year_is_not_moved_by_the_entry_above() -> None:
    text = "2011\n\n15 March 2011 - Protesters march in Homs.\n\n2012\n\n3 May - The army shells Homs.\n4 May - Jets bomb Homs.\n"
    assert [edtf for edtf, _, _ in told(text)] == ["2011-03-15", "2012-05-03", "2012-05-04"]


def test_each_happening_of_an_entry_is_an_event_with_its_date_and_scene() -> None:
    text = "6 March 2012: Troops storm Homs. Snipers killed nine people. Observers will come.\n8 March 2012: A truce begins.\n"
    assert told(text)[:2] == [
        ("2012-03-06", "attack", "Troops storm Homs"),
        ("2012-03-06", "attack", "Snipers killed nine people"),
    ]
    assert [[where.name for where in event.where] for event in events(text)][:2] == [["Homs"], ["Homs"]]


def test_actors_of_an_entry_have_their_roles() -> None:
    (event,) = events("6 March 2012: The Syrian army captures Homs from the Free Syrian Army.\n")
    assert [(actor.name, actor.role) for actor in event.actors] == [
        ("Syrian army", "source"),
        ("Free Syrian Army", "target"),
    ]


def test_a_country_that_votes_is_the_place() -> None:
    (event,) = events("30 April 2014: Iraq holds its third national elections.\n")
    assert [where.name for where in event.where] == ["Iraq"]


def test_years_stand_between_dashes_and_hold_days_spans_and_months() -> None:
    text = (
        "A chronology\n\nThe main dates:\n\n- 2011 -\n\n- June 17: Rebels storm Homs.\n\n- August: Jets bomb Aleppo.\n\n"
        "- December 28 - January 3: Guards fight in Homs.\n\n- 2012 -\n\n- May 20-26: Gunmen fight in Tripoli.\n\n- June 23-24: The police arrest two men in Sidon.\n\n"
    )
    found = events(text)
    assert [event.when and event.when.edtf for event in found] == [
        "2011-06-17", "2011-08", "2011-12-28/2012-01-03", "2012-05-20/2012-05-26", "2012-06-23/2012-06-24",
    ]  # fmt: skip


def test_the_headline_s_one_place_is_that_of_deeds_told_without_one() -> None:
    entries = "\n\nThe main dates:\n\n3 May 2016: Troops storm the Old City.\n\n4 May 2016: The minister announces an offensive.\n\n"
    of_one = [[where.name for where in event.where] for event in events(f"The fight for Mosul: a chronology{entries}")]
    assert of_one == [["Mosul"], ["Mosul"]]
    assert [event.where[0].is_lent for event in events(f"The fight for Mosul: a chronology{entries}")] == [False, True]
    of_two = [[where.name for where in event.where] for event in events(f"From Mosul to Raqqa: a chronology{entries}")]
    assert of_two == [[], []]


def test_days_by_their_number_under_the_heading_of_their_month() -> None:
    text = (
        "-- AUGUST 2013 --\n\n- 21: Troops attack Homs.\n\n- 29: The plan is voted down in Idlib.\n\n-- SEPTEMBER --\n\n"
        "- 6: Envoys meet in Hama.\n\n- 31: Nobody comes.\n"
    )
    assert [event.when.edtf for event in events(text) if event.when][:3] == ["2013-08-21", "2013-08-29", "2013-09-06"]
    listed = "August 2013\n\n1. Troops attacked Homs.\n\n2. Guards fled from Idlib.\n"
    assert not {event.when.edtf for event in events(listed) if event.when} & {"2013-08-01", "2013-08-02"}


def test_a_shouted_heading_ends_what_stands_under_a_day() -> None:
    text = "3 May 2016\n\nTroops storm the Old City.\n\nHOW WE GOT HERE\n\nGuards took the mill in 2014.\n\n4 May 2016\n\nShells hit a farm.\n"
    assert [event.when.edtf for event in events(text) if event.when and "mill" in event.title] == ["2014"]


def test_a_label_of_the_page_behind_a_month_is_no_entry() -> None:
    assert told("More to read\n\nSeptember 2016 | Dispatches\n") == []
    assert told("Timeline\n\nSeptember 2016 | Arrests\n") == [("2016-09", "detention", "Arrests")]


def test_a_log_of_days_and_hours() -> None:
    text = (
        "Incident log, 24-25 August 2017\nIssued 26 August 2017\n\nThu 24/08\n21:30 - Homs. Rockets hit houses.\n"
        "23:50 - Hama. Guards shot a driver.\n\nFri 25/08\n02:00 - Palmyra. A mine killed two guards.\n\n"
        "Rebels took the town in May 2015.\n"
    )
    found = parse_document(read_text(text), load_gazetteer())
    assert [(event.when and event.when.edtf, [where.name for where in event.where]) for event in found] == [
        ("2017-08-24", ["Homs"]), ("2017-08-24", ["Hama"]), ("2017-08-25", ["Palmyra"]), ("2015-05", ["Palmyra"]),
    ]  # fmt: skip


def test_under_a_live_page_s_last_stamp_stand_its_heading_and_its_words() -> None:
    stamps = ("16:45 16 December 2016", "13:20 16 December 2016", "08:45 15 December 2016")
    told = (
        "The mayor left the city.",
        "Talks were held in the town.",
        "The evacuation was broken off as a team was shot at.",
    )
    text = "Live Page\n\n" + "\n\n".join(f"{at}\nWhat is new\n{words}" for at, words in zip(stamps, told, strict=True))
    found = events_of(text + "\n", date(2016, 12, 16))
    assert [event.when.edtf if event.when else None for event in found] == ["2016-12-16", "2016-12-16", "2016-12-15"]


def test_a_day_told_under_a_clock_is_its_own_and_a_label_is_no_event() -> None:
    text = (
        "Daily, May 8\n\n1510 GMT: Convoy. The trucks were let through today. They had been sent back yesterday.\n\n"
        "0700 GMT: Homs. Insurgents began on Wednesday to quit the city. 980 people were moved yesterday.\n"
    )
    found = events_of(text, date(2014, 5, 8))
    assert [(event.reports[0].quote.split()[0], event.when.edtf) for event in found if event.when] == [
        ("The", "2014-05-08"),
        ("They", "2014-05-07"),
        ("Insurgents", "2014-05-07"),
        ("980", "2014-05-07"),
    ]


def test_one_sentence_under_a_clock_has_the_day_its_verb_tells() -> None:
    text = "Daily, May 8\n\n1510 GMT: Talks go on in the city.\n\n0700 GMT: Rebels overran the headquarters of the guards yesterday.\n"
    found = events_of(text, date(2014, 5, 8))
    assert found[-1].when is not None
    assert found[-1].when.edtf == "2014-05-07"


def test_a_year_looked_back_to_under_a_clock_is_only_its_sentence_s() -> None:
    text = "Daily, May 8\n\n1510 GMT: Talks go on in the city.\n\n0700 GMT: Rebels rose in 2011. Jets began bombing in September 2013.\n"
    found = events_of(text, date(2014, 5, 8))
    assert [event.when.edtf for event in found if event.when][-2:] == ["2011", "2013-09"]


def test_hours_under_the_heading_of_their_day_are_of_that_day() -> None:
    """A live page puts the day over its first entry only; its publication is the day of the last."""
    text = (
        "20 September 2023\n\n09:22 GMT\nRebels declared a ceasefire.\n\n"
        "19 September 2023\n\n22:18 GMT\nThe minister met the envoy.\n\n9:50 pm\nProtesters pitched tents.\n"
    )
    found = events_of(text, date(2023, 9, 20))
    assert [event.when and event.when.edtf for event in found] == ["2023-09-20", "2023-09-19", "2023-09-19"]


def test_hours_under_a_heading_without_a_year_are_of_the_year_above() -> None:
    text = "19 September 2013\n\n22:18 GMT\nJets bombed a village.\n\n20 September\n\n08:10 GMT\nRebels shelled a market.\n"
    document = read_text(f"What was seen in the valley.\n\n{text}")
    found = parse_document(document, load_gazetteer())
    assert [event.when and event.when.edtf for event in found][-2:] == ["2013-09-19", "2013-09-20"]


def test_an_hour_behind_a_day_is_no_entry() -> None:
    assert events("Sep. 07, 2017 | 12:10 AM\nSep. 08, 2017 | 1 PM\n") == []


def test_in_a_chronicle_a_verb_that_looks_the_same_in_the_past_narrates_on() -> None:
    text = "The campaign opens on June 13, when troops get the order.\n\nAir strikes hit the port.\n\nBritain asks for a meeting."
    found = events_of(text, date(2018, 6, 19))
    assert [event.when and event.when.edtf for event in found] == ["2018-06-13"] * 3


def test_what_is_told_under_a_stamp_is_reckoned_from_its_day() -> None:
    """A live page of days ago: its "last night" is not the one before the page was saved."""
    text = (
        "Posted at 08:45 15 December 2016\n\nA team was shot at in Aleppo.\n\n"
        "Posted at 15:35 14 December 2016\n\nJets bombed Aleppo. A truce that was announced last night collapsed.\n\n"
        "Posted at 12:35 14 December 2016\n\nTwo guards were killed in Aleppo yesterday. On Thursday a child was killed.\n"
    )
    found = [event.when for event in events_of(text, date(2016, 12, 16))]
    assert [when and when.edtf for when in found] == [
        "2016-12-15",
        "2016-12-14",
        "2016-12-13",
        "2016-12-13",
        "2016-12-08",
    ]
    assert found[2] is not None
    assert "the dated line above on 14 December 2016" in found[2].reason


def test_a_weekday_under_a_day_of_this_week_may_be_the_one_after_it() -> None:
    text = (
        "26 August - Homs attacked\nJets bombed Homs.\n\n27 August - Homs falls\nOn Tuesday others took the mill of Homs.\n\n"
        "28 August - Hama falls\nRebels entered Hama.\n"
    )
    by_publication = {str(day): [event.when and event.when.edtf for event in events_of(text, day)]
                      for day in (date(2017, 9, 2), date(2017, 10, 20))}  # fmt: skip
    assert "2017-08-29" in by_publication["2017-09-02"]
    assert "2017-08-22" in by_publication["2017-10-20"]


def test_hours_and_days_alone_on_a_line_are_no_events() -> None:
    text = (
        "4:15 p.m., October 16, 2017\nTrucks reached Kirkuk.\n\n1:00 p.m., October 16, 2017\nThe governor left Kirkuk.\n\n"
        "9:20 a.m., October 16, 2017\nFive trucks were destroyed in Kirkuk.\n"
    )
    assert len(events_of(text, date(2017, 10, 17))) == 3


@pytest.mark.parametrize(
    ("further", "edtf"),
    [
        ("On October 19, others are driven to Idlib.", "2016-10-19"),
        ("The army moves others to Idlib on October 19.", "2016-10-19"),
        ("Others were driven to Idlib on October 19.", "2016-09-02"),
    ],
)
def test_an_entry_goes_on_to_later_days_that_it_tells_as_it_tells_its_own(further: str, edtf: str) -> None:
    text = f"September 2, 2016: Some men are driven to Hama. {further}\nOctober 13, 2016: Rain falls on Homs.\n"
    assert [edtf for edtf, _, title in told(text) if "Idlib" in title] == [edtf]


def test_the_first_sentence_under_a_day_may_look_back_from_it() -> None:
    text = (
        "UPDATE, JAN 25:\nGuards were attacked in Homs on January 6.\n\nUPDATE, JAN 24:\nJets bombed Hama.\n\n"
        "UPDATE, JAN 23:\nRebels left Palmyra.\n"
    )
    found = [event.when and event.when.edtf for event in events_of(text, date(2022, 1, 26))]
    assert found == ["2022-01-06", "2022-01-24", "2022-01-23"]


def test_violence_told_after_a_deed_named_by_its_day_was_then() -> None:
    text = (
        "{} broke the quiet of the town.\n\nFour bombers blew themselves up in Homs.\n\n"
        "On Thursday nine men were buried.\n\nGunmen shot a guard in Hama.\n"
    )
    for deed, edtf in (("Wednesday's attack", "2018-07-25~"), ("Last month's raid on the mill", "2018-06~"),
                       ("Last month's talks", "2018-07-26~"), ("The attack", "2018-07-26~")):  # fmt: skip
        found = {
            event.reports[0].quote.split()[0]: event.when for event in events_of(text.format(deed), date(2018, 7, 26))
        }
        bombers = found["Four"]
        assert bombers is not None
        assert bombers.edtf == edtf
        guard = found["Gunmen"]
        assert guard is not None
        assert "the story calls" not in guard.reason, "a day told puts an end to it"


def test_yesterday_in_an_entry_of_long_ago_is_the_day_before_it() -> None:
    text = "14 December 2016: Jets bombed Aleppo. Guards shot a man yesterday.\n15 December 2016: Rain fell on Homs.\n"
    found = [event.when and event.when.edtf for event in events_of(text, date(2017, 2, 1))]
    assert found == ["2016-12-14", "2016-12-13", "2016-12-15"]


def test_headings_that_end_in_their_day_date_what_stands_under_them() -> None:
    text = (
        "Dates of the war\n\nThe league is formed — April 9, 2013\nIts leader announces a league of two valleys.\n\n"
        "Raqqa falls — Jan 14, 2014\nThe league conquers the town of Raqqa.\n\n"
        "Defeats — Jan 26, 2015\nGuards drive the league from Kobani.\n\n"
    )
    told = parse_document(read_text(text, published=date(2017, 7, 10)), load_gazetteer())
    days = {event.title: event.when.edtf for event in told if event.when}
    assert days["The league conquers the town of Raqqa"] == "2014-01-14"
    assert days["Guards drive the league from Kobani"] == "2015-01-26"
    assert not any("2014" in title or "2015" in title for title in days)


def test_two_lines_that_end_in_a_day_are_no_chronology() -> None:
    text = (
        "Guards leave Raqqa\n\nDesk for the valleys — June 9, 2017\nGuards burned a mill of Raqqa.\n\n"
        "Desk for the hills — June 8, 2017\nGuards shelled a school of Raqqa.\n"
    )
    told = parse_document(read_text(text, published=date(2017, 7, 10)), load_gazetteer())
    assert not any(event.when and event.when.edtf.startswith("2017-06") for event in told[-2:])


def test_a_part_that_begins_anew_keeps_the_year_above_it() -> None:
    text = (
        "Dates\n\nFeb 9, 2016: Guards take Ramadi.\n\nJune 26: Guards take Fallujah.\n\n"
        "March 27, 2015: Guards take Palmyra.\n\nAug 6: Guards take Manbij.\n\n"
    )
    told = parse_document(read_text(text, published=date(2017, 7, 10)), load_gazetteer())
    assert [event.when.edtf for event in told if event.when] == ["2016-02-09", "2016-06-26", "2015-03-27", "2015-08-06"]


def test_a_year_with_a_title_heads_the_prose_under_it() -> None:
    text = (
        "The siege of Homs\n\n2014: THE TIDE TURNS\n\nRebels take the fort of Homs in March after a siege that had lasted for two whole winters."
        " Jets bomb Homs on September 30.\n\n2015: THE END\n\nIn February the army takes back Homs, and the last of the rebels"
        " leave the town by bus for the hills in the north.\n"
    )
    assert [(edtf, title.split()[0]) for edtf, _, title in told(text)] == [
        ("2014-03", "Rebels"), ("2014-09-30", "Jets"), ("2015-02", "In"),
    ]  # fmt: skip


def test_what_an_hour_tells_of_earlier_years_was_then() -> None:
    text = (
        "Live\n\n1:50 p.m.\n\nJets struck Homs on Friday.\n\n1:45 p.m.\n\nRussia has helped since the war began. It began bombing Homs in September 2015."
        "\n\n1:30 p.m.\n\nRebels left Homs.\n"
    )
    assert "2015-09" in [edtf for edtf, _, _ in told(text)]


def test_later_that_day_is_the_entry_s_day() -> None:
    text = "2 August 2016: Rebels free nine men in Homs. Later in the day, buses roll out toward Hama.\n3 August 2016: Rain.\n"
    assert [edtf for edtf, _, _ in told(text)][:2] == ["2016-08-02", "2016-08-02"]


def test_items_of_a_list_are_of_the_day_that_heads_it() -> None:
    text = (
        "Strikes of the week\n\nOn Aug. 20, jets flew two raids:\n\n-- Near Homs, a bunker was destroyed.\n\n-- Near Hama, a bridge was hit.\n\n"
        "The army shelled a mill.\n"
    )
    assert [edtf for edtf, _, _ in told(text)][-3:-1] == ["2017-08-20", "2017-08-20"]
