"""When a text was published: found with its evidence, never invented."""

from datetime import date

import pytest

from timeline_app.documents import read_bytes, read_text

STORY = (
    "Soldiers entered the town on Tuesday after a week of fighting, an army spokesman said in the capital.\n\n"
    "Residents told reporters that most shops had been closed since the attack of 12 May 2011 on the market.\n"
)

STAMPS = [
    ("date 2017-08-23", date(2017, 8, 23), "labelled ISO day"),
    ("Published: 2 September 2017", date(2017, 9, 2), "label and day month year"),
    ("Example News, September 04, 2017", date(2017, 9, 4), "publisher and American order"),
    ("Saturday, 2 September 2017 14:05 GMT", date(2017, 9, 2), "weekday and clock"),
    ("By Jane Doe | Sept. 4, 2017 | 10:33am EDT", date(2017, 9, 4), "author and abbreviation"),
    ("Harbour blog, by T. Reed | 4 September 2017", date(2017, 9, 4), "a word that is no name, beside a last cell"),
    ("Reporting period 5-11 May 2017 | Issued 12 May 2017", date(2017, 5, 12), "a report of a period"),
    ("Ten men killed by snipers | 11 May 2017", None, "an event of a table is no stamp"),
    ("Compiled by the Incident Desk | 11 May 2017", date(2017, 5, 11), "who compiled it"),
    ("Gepubliceerd op 2 maart 2019", date(2019, 3, 2), "Dutch"),
    ("Publié le 2 août 2018 à 14h55", date(2018, 8, 2), "French"),
    ("Veröffentlicht am 3. März 2018", date(2018, 3, 3), "German"),
    ("Опубликовано: 5 сентября 2017", date(2017, 9, 5), "Russian"),
    ("نشر في: 23 آب 2017", date(2017, 8, 23), "Levantine month"),
    ("تاريخ النشر: 23 أغسطس 2017", date(2017, 8, 23), "Arabic"),
    ("September 13, 2017 / 4:12 PM / Updated 2 hours ago", date(2017, 9, 13), "how long ago it was changed is no name"),
    ("Posted on 09/15/2017 by Staff | Tags: Aleppo, air strikes", date(2017, 9, 15), "what it is filed under"),
    ("Made public in Geneva on 6 September 2017", date(2017, 9, 6), "what a body made public"),
    ("12 March 2011 – Section of the Tabqa dam collapses", None, "an event of a chronology"),
    ("One year ago, 4 April 2017", None, "an anniversary"),
    ("Omar Rida   January 21-2018   05:48 PM", date(2018, 1, 21), "a hyphen before the year"),
    ("14 / December / 2016 11:02", date(2016, 12, 14), "strokes with spaces"),
    ("Written on Sunday, April 16th 2017 at 22:47   Read 214 times", date(2017, 4, 16), "how often it was read"),
    ("This page was last edited on 14 March 2019, at 09:21 (UTC).", date(2019, 3, 14), "an encyclopedia's"),
    ("25/12/2018 08:00", date(2018, 12, 25), "only one order is possible"),
    ("12/25/2018 08:00", date(2018, 12, 25), "only the other order is possible"),
]


@pytest.mark.parametrize(("line", "day", "remark"), STAMPS)
def test_a_stamp_line_gives_the_day(line, day, remark):
    text = f"Town entered after a week\n\n{line}\n\n{STORY}"
    document = read_text(text)
    assert document.published == day, remark
    if day:
        chosen = document.publications[0]
        assert text[chosen.start : chosen.end] == chosen.text
        assert chosen.source == "stamp"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY + "\nCopyright 2018 Example Media. All rights reserved.",
        "The town was taken in October 2017, a report said, and lost on 3 March 2018 after a long siege of the hills.",
        STORY
        + "\nJane Doe • 3 years ago\n\nlol you said the same on 4 June 2016! I was there :)\n\nyou dont know anything dude!!",
        STORY + "\n— Jane Doe (@janedoe) September 1, 2017\n",
        "On 01/02/2024 shelling in Kyiv. On 02/01/2024 shelling in Lviv.",
        "BEIRUT, Aug 30 (Reuters) - " + STORY,
        "2026-01-01 00:00:00 INFO somebody logged in\n" + STORY,
        "Published: 30 February 2018\n\n" + STORY,
    ],
)
def test_a_day_told_in_the_story_or_by_a_reader_is_no_publication_day(text):
    assert read_text(text).publications == ()


@pytest.mark.parametrize(
    ("opening", "day", "source"),
    [
        (" date 2017-08-23 BEIRUT, LEBANON (1:55 P.M.) – ", date(2017, 8, 23), "stamp"),
        ("BEIRUT, Aug. 30, 2017 (Reuters) - ", date(2017, 8, 30), "dateline"),
        ("DAMASCUS, 30 August 2017 — ", date(2017, 8, 30), "dateline"),
        ("AUGUST 30, 2017  TARA, MALTA—", date(2017, 8, 30), "stamp"),
        ("Damascus, August 30, 2017: ", date(2017, 8, 30), "dateline"),
    ],
)
def test_a_dateline_gives_the_day_and_is_apart_from_the_story(opening, day, source):
    document = read_text(opening + STORY)
    assert (document.published, document.publications[0].source) == (day, source)
    zone = document.zones[0]
    assert (zone.kind, document.text[zone.end :].startswith("Soldiers")) == ("dateline", True)


@pytest.mark.parametrize(
    "opening",
    [
        "Provinces, SANA –",
        "Homs, SANA- ",
        "Beirut- ",
        "ERBIL, Kurdistan Region – ",
        "Beirut (Lebanon) (AFP) – ",
        "(New York) – ",
    ],
)
def test_a_dateline_of_an_agency_is_apart_from_the_story(opening):
    document = read_text(opening + STORY, published=date(2017, 8, 30))
    zone = document.zones[0]
    assert (zone.kind, document.text[zone.end :].startswith("Soldiers")) == ("dateline", True)


def test_a_dateline_without_a_year_takes_it_from_better_evidence():
    document = read_text("BEIRUT, Aug 30 (Reuters) - " + STORY, published=date(2017, 9, 1))
    assert [p.day for p in document.publications] == [date(2017, 9, 1), date(2017, 8, 30)]


def test_the_original_publication_is_chosen_and_the_republication_kept():
    head = "Convoy stopped\n\nMirror Site, September 04, 2017\n\n[First Paper](#) 2 September 2017\n\n"
    document = read_text(head + STORY)
    assert [p.day for p in document.publications] == [date(2017, 9, 2), date(2017, 9, 4)]
    assert "earlier of two dates" in document.publications[0].reason
    assert "First Paper" in document.publications[0].reason


def test_a_later_update_does_not_move_the_day():
    document = read_text(f"Town entered\n\nUpdated: 5 May 2018\nPublished: 3 May 2018\n\n{STORY}")
    assert [p.day for p in document.publications] == [date(2018, 5, 3), date(2018, 5, 5)]
    assert "updated" in document.publications[0].reason


AMBIGUOUS = [
    ("On February 9, the army announced the start of its push, and on February 10 it took nineteen positions there.\n\nLees verder", date(2019, 2, 12), "Dutch", "the page's language"),
    ("On February 9, the army announced the start of its push, and on February 10 it took nineteen positions there.", date(2019, 2, 12), "tells of days", "the days told"),
    ("On December 1, the army announced the start of its push, and by night it had taken nineteen positions there.", date(2019, 12, 2), "tells of days", "the days told, other order"),
    ("The army announced the start of its push last week, and by night it had taken nineteen positions there.", date(2019, 2, 12), "nothing in the text tells", "a visible guess"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "day", "why", "remark"), AMBIGUOUS)
def test_the_order_of_figures_is_decided_by_evidence_and_the_others_are_kept(story, day, why, remark):
    document = read_text(f"A new push is announced\n\n12-02-19 12:56:00,\n\n{story}\n")
    chosen = document.publications[0]
    assert chosen.day == day, remark
    assert why in chosen.reason
    assert {chosen.day, *chosen.alternatives} == {date(2019, 2, 12), date(2019, 12, 2), date(2012, 2, 19)}


def test_the_file_name_is_the_last_resort():
    (document,) = read_bytes(STORY.encode(), "2017-08-23-town.txt")
    assert (document.published, document.publications[0].source) == (date(2017, 8, 23), "file name")
    (dated,) = read_bytes(b"Published: 2 September 2017\n\n" + STORY.encode(), "20170823.txt")
    assert [p.day for p in dated.publications] == [date(2017, 9, 2), date(2017, 8, 23)]


def test_a_date_right_under_the_headline_is_a_stamp() -> None:
    text = "Officials declare victory over the group in the city\nJuly 10, 2017 / 9:02 PM\n\nMOSUL, Iraq (Agency) - It was over on Monday.\n\nMen cheered."
    document = read_text(text)
    assert document.published == date(2017, 7, 10)
    assert [zone.kind for zone in document.zones][:2] == ["headline", "stamp"]


def test_a_dateline_in_brackets_dates_the_text() -> None:
    document = read_text(
        "(Beirut, July 23, 2019) – Airstrikes on a market killed at least 31 civilians on July 22.\n\nMore follows."
    )
    assert document.published == date(2019, 7, 23)
    assert [zone.kind for zone in document.zones][:2] == ["dateline", "body"]


def test_the_name_of_an_outlet_over_a_date_or_a_trail_is_no_title() -> None:
    for name, between in (
        ("Syria Daily Monitor", "Posted on 09/15/2017 by Staff"),
        ("GULF POST", "Home > News > Syria"),
    ):
        document = read_text(f"{name}\n{between}\nRussia and allies trade blame over bombing\n\n{STORY}")
        assert document.title == "Russia and allies trade blame over bombing"
        assert document.publisher == name
    for line in ("ISIS BOMBS BAGHDAD", "Blast hits Radio station", "Red Star Killed"):
        page = read_text(f"{line}\nPublished: 15 September 2017\nTwelve killed as market is hit\n\n{STORY}")
        assert page.title == line
    plain = read_text(f"Aleppo falls\n13 December 2016\nThousands leave in the snow\n\n{STORY}")
    assert plain.title == "Aleppo falls"


def test_the_name_of_a_body_over_its_menu_is_no_title() -> None:
    page = "The Syrian Observatory For Human Rights\nHome | Syria News | Videos | Contact\nOctober 23, 2017\n\nToll rises in the town"
    document = read_text(f"{page}\n\n{STORY}")
    assert document.title == "Toll rises in the town"
    assert document.publisher == "The Syrian Observatory For Human Rights"
