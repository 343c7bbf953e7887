"""Pages as somebody copies them whole: headline, outlet and day among menus, tickers and pleas. All made up."""

from __future__ import annotations

import pytest

from tests.growth import grows_in_proportion
from timeline_app.documents import dated_text, read_bytes, read_text
from timeline_app.documents.menus import is_menu
from timeline_app.documents.stamp_lines import stamp_of

STORY = """Guards of the harbour town freed nine sailors on Tuesday after talks with the crew of a stranded ferry, the mayor said.

The sailors had been held in a warehouse for two weeks while both sides argued over an unpaid bill.

A doctor who looked at them said that all nine were tired but in good health when they left the warehouse.
"""
TITLE = "Guards set nine sailors free after two weeks in a warehouse"


@pytest.mark.parametrize(
    ("head", "outlet", "shows"),
    [
        (f"HARBOUR 24\nLive  News  Programmes\nCoast\n{TITLE}", "HARBOUR 24", "a name, a menu and a section"),
        (f"Coastwatch\nHome  About  Situation Reports  Contact\n{TITLE}", "Coastwatch", "a name over its menu"),
        (f"THE GULF POST | Gulf News  Business  Opinion\nFOLLOW US\n{TITLE}", "THE GULF POST", "both in one line"),
        (f"Gulf Times - what the others leave out\n{TITLE}", "Gulf Times", "what an outlet says of itself"),
        (f"Shipping Office for the Northern Ports\nPress releases\n{TITLE}", "Shipping Office for the Northern Ports",
         "a body"),
        (f"0 $\n2,350 $\nSupport Coastwatch\n{TITLE}\nLoading the video player...", "", "a bar of donations"),
        (f"Subscribe from $4.99 a month | 19 striking pictures\n{TITLE}\nBy our Northern correspondent", "", "a plea"),
        (f"Don't miss\nHow the lighthouse was rebuilt\nRead more\nFilm show: a drama divides critics\nRead more\n{TITLE}", "",
         "headlines of other articles"),
        (f"Off the wire\nUrgent: sailors freed from warehouse\nFeature: bamboo brings money\nYou are here: Home\n{TITLE}", "",
         "a ticker over a trail"),
        (f"{TITLE}\nNine tired sailors left the warehouse in good health", "", "a line that tells more stands below"),
        (f"{TITLE} | Coast News | Gulf Post\n", "Gulf Post", "a page's name as browsers show it"),
        (f"{TITLE} | Gulf Post\n\nDaniel McLaughlin", "Gulf Post", "a site's name behind it"),
    ],
)  # fmt: skip
def test_the_headline_is_the_line_that_tells_of_the_story(head: str, outlet: str, shows: str) -> None:
    document = read_text(f"{head}\n\n{STORY}")
    assert document.title == TITLE, shows
    assert document.publisher == outlet, shows
    kinds = {document.text[zone.start : zone.end]: zone.kind for zone in document.zones}
    above = head.partition(TITLE)[0].splitlines()
    assert [line for line in above if line and kinds.get(line) in ("body", "headline")] == [], shows
    assert all(kinds[part] == "body" for part in STORY.strip().split("\n\n"))


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("0 Comment(s)  Print  E-mail  Gulf News, December 2, 2015", "2015-12-02"),
        ("Gulf News, September 18, 2016 Adjust font size: + -", "2016-09-18"),
        ("politics | Mar 10, 2014 | By M. Doe", "2014-03-10"),
        ("Posted on October 15, 2017 by reefwatcher", "2017-10-15"),
        ("teleGULF English | Published 17 February 2023", "2023-02-17"),
        ("Posted on 25th October 2017 in Security. Tags: Coast, ferries, sailors, warehouse, talks", "2017-10-25"),
        ("June 5, 2013 at 9:45 pm (coast, ferries, human rights, Jim D, sailors, talks)", "2013-06-05"),
        ("Source: Gulf News| 2018-06-20 00:14:50|Editor: yan", "2018-06-20"),
        ("Latest update : 2017-08-28", "2017-08-28"),
        ("All times GMT, 8 January 2020", "2020-01-08"),
        ("29 Nov 2016 | By a Coast.com staff writer", "2016-11-29"),
        ("By Coast Desk | Friday, 06.07.2013", "2013-06-07"),
        ("Saturday, 06.07.2013", "2013-07-06"),
        ("This article was published May 18, 2015 at 3:02 a.m.", "2015-05-18"),
        ("Published date: 16 January 2017 13:22 UTC | Last update: 2 years 1 month ago", "2017-01-16"),
        ("20 May، 2017", "2017-05-20"),
        ("All times stated are UK. Last updated 16 December 2016", "2016-12-16"),
        ("November 11, 2021 at 2:00 a.m. EST", "2021-11-11"),
        ("By Jane Doe on January 26, 2022 in Coast Live, Harbours and Ferries", "2022-01-26"),
        ("BY JANE DOE | August 3, 2017 | jane.doe@example.org", "2017-08-03"),
        ("December 2, 2015 / 1:04 AM / 2 years ago", "2015-12-02"),
        ("BY JANE DOE | December 16, 2016 | jane@example.org | @janedoe", "2016-12-16"),
        ("By Coast Editorial Team    On Feb 9, 2019    Reading time 2 min", "2019-02-09"),
        ("August 30, 2017 · Harbour Reports, Coast · 3 minute read", "2017-08-30"),
    ],
)
def test_the_day_is_found_in_the_stamps_of_many_sites(stamp: str, day: str) -> None:
    document = read_text(f"{TITLE}\n{stamp}\n\n{STORY}")
    assert [str(found.day) for found in document.publications] == [day]
    assert document.title == TITLE


@pytest.mark.parametrize(
    "stamp",
    [
        "20 August 2017",
        "Published: 20 August 2017 06:31 AM",
        "Sunday 20/08/2017",
        "Sunday, August 20, 2017; Page A12",
        "Gulf Post / By Post staff, 20 August 2017 11:02, updated at 20:47",
        "A caption of nobody\n\nJane Doe\n\n@janedoe\n\n20 August 2017",
        "20 Aug 2017 07:45 GMT | Coast, Ferries",
    ],
)
def test_the_day_may_stand_under_the_first_lines(stamp: str) -> None:
    deck = "The bargain ends a quarrel that had kept the small harbour town awake for two weeks."
    document = read_text(f"{TITLE}\n{deck}\n{stamp}\n\n{STORY}")
    assert [str(found.day) for found in document.publications] == ["2017-08-20"]


def test_what_says_when_a_text_was_changed_is_no_day_of_publication() -> None:
    stamps = "This article was updated on 22 August 2017\nPublished date: 20 August 2017"
    document = read_text(f"{TITLE}\n{stamps}\n\n{STORY}")
    assert [str(found.day) for found in document.publications] == ["2017-08-20", "2017-08-22"]
    assert "updated" in document.publications[0].reason


def test_days_that_head_the_parts_of_a_chronicle_are_no_stamps() -> None:
    entries = "\n\n".join(
        f"{day} August 2017\n\nGuards and sailors talked for {day} hours in the warehouse that day." for day in (20, 21)
    )
    document = read_text(f"{TITLE}\n\n{STORY}\n\n{entries}")
    assert document.publications == ()


def test_the_headline_of_a_report_gives_its_day() -> None:
    document = read_text(f"Coast Report - March 16, 2018: Guards Free Nine Sailors\n\n{STORY}")
    (found,) = document.publications
    assert (str(found.day), document.text[found.start : found.end]) == ("2018-03-16", "March 16, 2018")
    dated = read_text(f"Sailors of the North in brief - 2 February 2022\n\nFerries\n\n{STORY}")
    assert dated.title == "Sailors of the North in brief - 2 February 2022"
    assert [str(found.day) for found in dated.publications] == ["2022-02-02"]


def test_news_behind_the_name_of_a_country_is_no_site() -> None:
    document = read_text(f"Coast - Guards free nine sailors\n\n{STORY}")
    assert (document.title, document.publisher) == ("Coast - Guards free nine sailors", "")


def test_a_headline_may_ask() -> None:
    for title in ("Sailors Free: Who Locked Them Up in the Warehouse, and for What Bill?",
                  "Nine sailors are free again: what do we know of those who held them?"):  # fmt: skip
        document = read_text(f"Gulf Post\nHome  News  Sport  Contact\n{title}\nBy Jane Doe\n\n{STORY}")
        assert document.title == title


@pytest.mark.parametrize(
    "line",
    [
        "The US will support Turkey with jets, the minister said, and nine sailors were freed from the warehouse.",
        "“Support our sailors,” the mayor told your reporter after guards had freed nine of them from the warehouse.",
        "Germany donated nine boats to the guards, who freed the sailors from the warehouse on Tuesday evening.",
        "Cookies and bread were all that the nine sailors had in the warehouse for two weeks.",
        "Authorities on Monday revoked the licence of a ferry, the ministry told us.",
        "Donations worth $5m reached the harbour on Monday after a fire had killed 40 people there.",
        "By Sunday the guards had lost the warehouse.",
        "By Monday evening Mayor Doe's guards had freed nine sailors.",
        "From the Golan Heights guards watched the ferry on Tuesday.",
        "Powered by new engines, the ferry left on Sunday.",
        "Accessibility is poor: the storm cut two roads on Sunday.",
    ],
)
def test_words_of_a_story_are_kept(line: str) -> None:
    for text in (f"{TITLE}\n\n{line}\n\n{STORY}", f"{TITLE}\n\n{STORY}\n\n{line}\n\n{line}"):
        document = read_text(text)
        kinds = {zone.kind for zone in document.zones if document.text[zone.start : zone.end] == line}
        assert kinds <= {"body", "headline"}
        assert kinds


def test_lines_with_their_source_and_day_are_captions_above_a_story_only() -> None:
    line = "Guards free nine sailors from the warehouse (Gulf News, April 28, 2016)"
    for text, kind in (
        (f"{TITLE}\n\n{line}\n\n{STORY}", "caption"),
        (f"{TITLE}\n\n{STORY}\n\n{line}\n\n{line}", "body"),
    ):
        document = read_text(text)
        assert {zone.kind for zone in document.zones if document.text[zone.start : zone.end] == line} == {kind}


@pytest.mark.parametrize(
    "title",
    [
        "Support Grows for Nine Sailors in Warehouse",
        "Our work is not done, say freed sailors",
        "Donations pour in for sailors",
    ],
)
def test_a_headline_is_no_plea(title: str) -> None:
    assert read_text(f"{title}\n\n{STORY}").title == title


def test_a_headline_of_other_words_stands_over_the_line_that_tells_of_the_story() -> None:
    deck = "Nine sailors are free again after two weeks in the warehouse of a small harbour town"
    document = read_text(f"Out of the ashes\n\n{deck}\n\nJane Doe\n\n2 September 2017\n\n{STORY}")
    assert document.title == "Out of the ashes"


@pytest.mark.parametrize("kicker", ["FOR IMMEDIATE RELEASE", "EXCLUSIVE", "HARBOURS AT WAR", "ROBERT DOE"])
def test_a_line_in_capitals_is_no_outlet_by_itself(kicker: str) -> None:
    document = read_text(f"{kicker}\n\n{TITLE}\n\n{STORY}")
    assert (document.title, document.publisher) == (TITLE, "")


def test_a_heading_with_its_day_is_no_stamp_below_another_and_none_of_several() -> None:
    old = "Four years ago the people of the harbour town woke up in the dark, and many of them never slept again."
    under = read_text(f"{TITLE}\n2 September 2017\n\n{old}\n\n21 August 2013\n\n{STORY}")
    assert [str(found.day) for found in under.publications] == ["2017-09-02"]
    several = read_text(f"{TITLE}\n\n{old}\n\n21 August 2013\n\n{STORY}\n\n22 August\n\n{STORY}")
    assert several.publications == ()
    pictured = read_text(f"{TITLE}\n\n{old}\n\nThe harbour, 16 August 2015\n\n{STORY}")
    assert pictured.publications == ()


def test_a_day_of_the_event_in_a_headline_is_no_day_of_publication() -> None:
    assert read_text(f"What happened on 21 August 2013 to nine sailors\n\n{STORY}").publications == ()
    entries = "28 March 2015: Seizure of a ferry by rebels\n23 February 2017: Capture of al-Bab\n17 October 2017: Release of nine men"
    assert read_text(f"The quarrel in dates\n\n{entries}\n\n{STORY}").publications == ()


def test_only_what_dates_a_story_is_left_for_its_dates() -> None:
    text = f"{TITLE}\n20 August 2017\nPhoto: the harbour on 1 October 2015\n\n{STORY}"
    left = dated_text(read_text(text))
    assert len(left) == len(text)
    assert "2017" in left
    assert "2015" not in left


def test_lines_below_a_story_are_headlines_of_others_and_lists_go_on() -> None:
    below = "Minister refuses to resign in TV address\nJets strike boats near the lighthouse"
    document = read_text(f"{TITLE}\n\n{STORY}\n\n{below}")
    kinds = {document.text[zone.start : zone.end]: zone.kind for zone in document.zones}
    assert [kinds[line] for line in below.splitlines()] == ["furniture", "furniture"]
    told = ("- Guards take the mill", "3 May: guards take the mill", "Guards took the mill.",
            "Guards took the mill above the harbour town from the crew of the ferry, the mayor of the town said on")  # fmt: skip
    for line in told:
        document = read_text(f"{TITLE}\n\n{STORY}\n\n{line}")
        assert {zone.kind for zone in document.zones if document.text[zone.start : zone.end] == line} == {"body"}
    note = read_text(f"{TITLE}\n\n{STORY.split(chr(10), maxsplit=1)[0]}\n\nGuards took the mill")
    assert [zone.kind for zone in note.zones] == ["headline", "body", "body"]  # of a short note nothing is cut


def test_a_stamp_under_the_story_that_says_published_goes_before_the_day_of_the_page() -> None:
    page = f"Gulf Post\nFriday, March 06, 2015\nHome | City | Sports\n{TITLE}\n\n{STORY}\n\n{STORY}\n\nPublished: 12:00 am Saturday, May 10, 2014"
    assert str(read_text(page).published) == "2014-05-10"


def test_what_the_file_styles_as_its_title_is_its_title() -> None:
    words = ["Gulf Post", "Nine sailors are free again after two weeks in the warehouse", *STORY.strip().split("\n\n")]
    page = f"<article><h1>{words[0]}</h1>" + "".join(f"<p>{line}</p>" for line in words[1:]) + "</article>"
    (document,) = read_bytes(page.encode(), "page.html")
    assert document.title == "Gulf Post"
    kinds = {document.text[zone.start : zone.end]: zone.kind for zone in document.zones}
    assert kinds[words[0]] == "headline"
    assert kinds[words[1]] in ("body", "headline")


def test_who_wrote_it_is_no_outlet() -> None:
    assert read_text(f"{TITLE}\nby Jane Doe 14 September 2017\n\n{STORY}").publisher == ""
    assert read_text(f"{TITLE}\nby Gulf Newsdesk 14 September 2017\n\n{STORY}").publisher == "Gulf Newsdesk"
    assert read_text(f"{TITLE}\nFriday, 15 September 2017\n\n{STORY}").publisher == ""


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("Home  About  Contact", True),
        ("World | Middle East", True),
        ("Middle East", True),
        ("UAE  World  Business  Opinion  Sport  Arts & Culture", True),
        ("LIVE  Sailors walk out of a warehouse on the coast", False),
        ("Sailors freed", False),
        ("Report: news of the world's last lighthouse", False),
    ],
)
def test_menus(line: str, menu: bool) -> None:
    assert is_menu(line) is menu


@pytest.mark.parametrize("unit", ["A", "Aa", "Ab, ", "Ab and "])
def test_sections_behind_a_stamp_are_read_in_proportion(unit: str) -> None:
    """A stamp line has 300 characters at most: names without a space in it must not be parted in every way."""
    assert grows_in_proportion(lambda text: stamp_of(f"3 May 2018 in {text}!"), unit, 60)


def test_a_day_may_be_told_in_a_sentence_or_stand_alone_below() -> None:
    issued = read_text(f"{TITLE}\n\nThis report was prepared with partners. Date of issue: 11 May 2015.\n\n{STORY}")
    assert [str(found.day) for found in issued.publications] == ["2015-05-11"]
    below = read_text(f"{TITLE}\n\n{STORY}\n\nDecember/03/2013\n\nPRINTER FRIENDLY    MORE NEWS\n")
    assert [str(found.day) for found in below.publications] == ["2013-12-03"]
    told = read_text(
        f"{TITLE}\n\n{STORY}\n\n{STORY}\n\n{STORY}\n\n{STORY}\n\n3 December 2013\n\nOn that day the sailors went home to their town.\n"
    )
    assert told.publications == ()


def test_days_that_head_entries_are_no_stamps_beside_one_that_says_published() -> None:
    entries = "".join(
        f"\n\n{day} Dec 2016\n\nThe sailors were seen in the harbour on that morning by many." for day in (14, 17, 20)
    )
    document = read_text(f"{TITLE}\nWritten by Jane Doe | Published on 03 Mar 2017, 07:12 pm{entries}\n")
    assert [str(found.day) for found in document.publications] == ["2017-03-03"]
