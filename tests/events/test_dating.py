"""Which time expression of a sentence dates its event."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.pipeline import parse_document


@pytest.mark.parametrize(
    ("sentence", "edtf", "remark"),
    [
        ("Rebels captured the town on Monday.", "2017-08-28", "its own"),
        ("Troops crossed the river on Monday or Tuesday.", "[2017-08-28..2017-08-29]", "one of two days"),
        ("Fighting broke out late on Sunday or early on Monday.", "[2017-08-27..2017-08-28]", "and of two nights"),
        (
            "A truce in the southwest has held since July 9.",
            "2017-07-09/2017-09-02",
            "a compass point is no superlative",
        ),
        (
            "Bodies of soldiers kidnapped in 2014 were handed over on Friday.",
            "2017-09-01",
            "a participle's date is its own",
        ),
        ("Rebels declared the town freed on August 10.", "2017-08-10", "as what it was declared, then"),
        (
            "Guards revealed on Monday where they had buried the men they shot in 2014.",
            "2017-08-28",
            "what is given away",
        ),
        (
            "Pilgrims kidnapped near the coast and pilots held in a cellar came home on Monday.",
            "2017-08-28",
            "the finite verb's",
        ),
        ("Their hopes seemed to fade last month as rebels overran the town.", "2017-08", "when both happened"),
        ("The army attacked a town it lost two years ago.", "2017-09-02~", "a relative clause without a pronoun"),
        ("Gunmen killed a fighter after kidnapping him on Monday.", "2017-09-02~", "the kidnapping was on Monday"),
        ("Shelling killed 40 people since the escalation of last November.", "2017-09-02~", "the escalation was then"),
        ("The steamer tried to run supplies on Friday and was captured.", "2017-09-01", "tried to is finite"),
        ("143 killed yesterday, including 28 soldiers.", "2017-09-01", "a headline without its auxiliary"),
        ("Guns fell silent when the monitors arrived on Monday.", "2017-08-28", "both happened then"),
        ("Nine have died since August 11, a medic said on Monday.", "2017-08-11/2017-08-28", "up to when it was told"),
        (
            "The bodies of nine miners, seized three years ago by rebels, have been found, it said on Monday.",
            "2017-08-28",
            "an insertion",
        ),
        (
            "Nine died between August 11 and 14, it was announced on Monday.",
            "[2017-08-11..2017-08-14]",
            "by nobody named",
        ),
        (
            "The army said Thursday that it had retaken the mill in the north of the town two days earlier.",
            "2017-08-29",
            "not the day it was said",
        ),
        (
            "Anger boiled over in August, when crowds forced their way into the mill.",
            "2017-08",
            "boiled is no participle",
        ),
        ("Rebels shelled quarters held by the guards on Monday.", "2017-08-28", "whose they are is of no one day"),
        ("Rebels shelled quarters held by the guards since Monday.", "2017-09-02~", "but since one"),
        (
            "Rebels shelled quarters seized by the guards on Monday.",
            "2017-08-28~",
            "the seizure's, no other being told",
        ),
        ("Rebels shelled quarters seized by the guards in May.", "2017-09-02~", "months ago is no guess"),
        ("Rebels fled after shelling quarters seized by the guards on Monday.", "2017-09-02~", "what it came after"),
        (
            "In a letter addressed to the league on Monday he wrote that those moved were few.",
            "2017-08-28",
            "when he wrote",
        ),
        ("The guards managed on Monday to break the siege.", "2017-08-28", "managed is no participle"),
        (
            "The cry, heard since a march reached the sea, came again on Monday.",
            "2017-08-28",
            "the main verb's, resumed",
        ),
        ("A truce agreed by both sides collapses on Monday.", "2017-08-28", "the present's"),
        ("Four men were part of a party lost in 2014, when gunmen overran the mill.", "2014", "of when, its verb's"),
        ("A convoy entered the town for the first time since last November.", "2017-09-02~", "how long there was none"),
        (
            "Six died in the heaviest shelling this year, medics said on Friday.",
            "2017-09-01",
            "of its time the heaviest",
        ),
        (
            "The council condemned Syria for the massacre in the village last Friday.",
            "2017-09-01~",
            "the massacre's day, for want of its own",
        ),
        (
            "Last week, guards found a depot where rebels had hidden guns in 2014.",
            "[2017-08-21..2017-08-27]",
            "a date that opens the sentence, and one of a place's clause",
        ),
        (
            "Troops backed by heavy air support drove the guards out of the town on Friday.",
            "2017-09-01",
            "the day stands behind the verb, not in the participle before it",
        ),
        ("Turkey said on Monday it would keep the crossing shut.", "2017-08-28", "a pronoun opens the next clause"),
        ("The minister declared that Thursday would be a day of mourning.", "2017-09-02~", "the day something will be"),
        ("Three men were handed over late on Tuesday in return for nine.", "2017-08-29", "a return is no verb to come"),
        (
            "A push over the river on August 24, supported by jets, won back the mill.",
            "2017-08-24",
            "before an insertion",
        ),
        ("A league-led push on August 24 won back the mill.", "2017-08-24", "a part of a word is no participle"),
        (
            "At four o'clock in the morning on August 25th, gunmen stormed the mill.",
            "2017-08-25",
            "a clock and its day",
        ),
        ("Before dawn on Friday last week, gunmen stormed the mill.", "2017-08-25", "of last week"),
        ("Nine men have been detained over Thursday's two bombings.", "2017-09-02~", "which deed they are held for"),
        ("Nine men died in Thursday's two bombings.", "2017-08-31", "the deed itself"),
        (
            "Exhausted miners left the hall today, ending a siege that had gone on for 26 days, now almost forgotten.",
            "2017-09-02",
            "how long a siege lasted",
        ),
        ("A day after the Aug. 15 bombing, guards sealed off the mill.", "2017-08-16", "counted from a deed's day"),
        ("Two weeks after the vote of 3 August, crowds stormed the hall.", "2017-08-17~", "weeks are rough"),
        ("Three days before the battle of 3 August, rebels left the mill.", "2017-07-31", "and before it"),
        ("Two months after the battle of 3 May, rebels left the mill.", "2017-07~", "months give a month"),
        ("Guards left the mill two weeks before the vote of 3 August.", "2017-07-20~", "behind the verb"),
        ("Rebels left the mill two days after the 3 August bombing.", "2017-08-05", "an article within the day"),
        ("The army captured the mill in Thursday's raid.", "2017-08-31", "in which it was done"),
        ("Two days after August 15, rebels left the mill.", "2017-08-15", "no deed is named"),
    ],
)
def test_the_event_is_dated_by_its_own_expression(sentence: str, edtf: str, remark: str) -> None:
    (event,) = parse_document(read_text(sentence, published=date(2017, 9, 2)), load_gazetteer())
    assert event.when is not None
    assert event.when.edtf == edtf, remark


def test_what_happened_is_not_dated_by_what_is_hoped_for() -> None:
    sentence = "The envoy said he hopes to hold talks in late November."
    (event,) = parse_document(read_text(sentence, published=date(2017, 9, 2)), load_gazetteer())
    assert event.when is not None
    assert event.when.edtf == "2017-09-02~"


def test_hours_later_are_of_the_day_told() -> None:
    text = "The convoy left the town on Thursday.\n\nIt arrived just over an hour later in the hills.\n"
    left, arrived = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    assert left.when is not None
    assert arrived.when is not None
    assert (left.when.edtf, arrived.when.edtf, arrived.when.basis) == ("2017-08-31", "2017-08-31", "inherited")


def dated(text: str, published: date = date(2017, 9, 2)) -> list[str]:
    events = parse_document(read_text(text, published=published), load_gazetteer())
    return [event.when.edtf if event.when else "-" for event in events]


def test_a_story_that_looks_back_goes_on_from_its_dates() -> None:
    text = "In May 2007, guards stormed the camp.\n\nThe camp fell. The raid killed 40 men.\n\nIn 2009, they left.\n"
    assert dated(text) == ["2007-05", "2007-05", "2007-05", "2009"]
    assert (
        dated("Guards stormed the camp.\n\nThe camp fell in May 2007.\n\nThe raid killed 40 men.\n")[-1]
        == "2017-09-02~"
    )


def test_the_finer_of_two_dates_in_apposition() -> None:
    text = "In May 2007, guards stormed the camp. A decade later, in August 2017, they left it.\n"
    assert dated(text, date(2022, 1, 15)) == ["2007-05", "2017-08"]


def test_the_group_is_no_auxiliary() -> None:
    text = "The town fell in August 2014. During the same push, IS advanced on the hills.\n"
    assert dated(text) == ["2014-08", "2014-08"]


def test_what_was_said_this_week_was_said_by_publication() -> None:
    text = "A commander said this week that the fight is taking longer.\n"
    assert dated(text, date(2018, 10, 19)) == ["[2018-10-15..2018-10-19]"]


@pytest.mark.parametrize(
    ("text", "edtf", "remark"),
    [
        ("Guards stormed the mill on Monday.\n\nBy evening they had captured the hill.", "2017-08-28", "by evening of that day"),
        ("Guards stormed the mill on Monday.\n\nAt dawn jets struck the hill.", "2017-08-28", "dawn of that day"),
        ("Guards stormed the mill on Monday.\n\nWithin hours, jets struck the hill.", "2017-08-28", "within hours"),
        ("Guards stormed the mill on Monday.\n\nJets struck the hill overnight.", "2017-09-01", "the night before publication"),
        ("Jets bombed the mill on Thursday. The minister met reporters in Homs two days after the raid.", "2017-09-02",
         "so many days after the deed told before"),
        ("Jets bombed the mill on Thursday. Three men died two days after the bombing of a market.", "2017-08-31",
         "not after another deed"),
        ("The general was shot on Thursday.\n\nTwo days after his death, guards searched the house.", "2017-09-02",
         "days after what was told"),
        ("The minister declared Saturday a day of mourning.", "2017-09-02~", "what was declared"),
        ("The minister had proclaimed 30 August a day of mourning.", "2017-08-30", "of a day in the past, by then"),
        ("Guards took the mill from IS on Saturday.", "2017-09-02", "IS is no auxiliary"),
        ("Three more were let go under the deal on Tuesday.", "2017-08-29", "nor tells the let of what is to come"),
        ("The town has been split since 27 August following a push that got under way on 25 August.", "2017-08-25",
         "the push's day is its own, and it is told apart"),
        ("Under the terms the league let men leave Tara, a town that guards had laid siege to in 2015.", "2017-09-02~",
         "what somebody had done to it"),
        ("On Thursday, men left Homs. Two days after the departure, jets struck the road.", "2017-09-02", "after a departure"),
        ("The guide, wounded there, died on Thursday in a camp.", "2017-08-31", "a participle put in is not the verb"),
        ("Two of the injured died on Thursday.", "2017-08-31", "the injured are people"),
        ("Guards took the hill on Thursday. Others had seized the mill on 8 May. A bomb opened the assault.", "2017-08-31",
         "what had been moves no story"),
        ("Jets struck the hill on Monday.\n\nThursday was no better. Jets struck the mill.", "2017-08-31",
         "a day that a sentence without an event begins with"),
        ("Jets struck the hill on Monday.\n\n9 June 2011 was a bad day. Jets struck the mill.", "[2017-08-28..2017-09-01]",
         "unless it is years ago"),
        ("Guards and their allies, known as Falcons, on Thursday took the hill, while jets struck on.", "2017-08-31",
         "what is inserted has no day"),
        ("Jets struck a post of a brigade affiliated with the league on Thursday.", "2017-08-31", "what somebody is has none"),
        ("Jets struck the hill on Thursday. The night before, guards had taken the mill.", "2017-08-30", "the night before"),
        ("Jets struck the valley on Monday.\n\nCalm returned.\n\nThe raids killed nine guards.", "2017-08-28", "the raids told of"),
        ("Jets struck the valley on 3 May 2012.\n\nCalm returned.\n\nThe raids killed nine guards.", "2012-05-03", "of a story of then"),
        ("Jets struck the valley on Monday.\n\nThe attack on the mill killed nine guards.", "[2017-08-28..2017-09-01]",
         "another, by its place"),
        ("The league announced on Saturday it had retaken the mill.", "2017-09-02", "the day it was told"),
        ("The league announced the capture of the mill, which was seized by others in 2014.", "2017-09-02~", "a year told beside"),
        ("Jets struck the hill on Monday at dawn.", "2017-08-28", "the day beside the hour"),
        ("Jets struck the hill on 21 August. Friday is a day of rest. A mine then killed two men.", "2017-08-21", "a rule turns no story"),
        ("Jets struck the hill at dawn.", "2017-09-02~", "no day told: publication stands in, as a guess"),
        ("The valley, in the league's hands since 2012, was retaken by the guards.", "2017-09-02~", "since then in whose hands"),
        ("The valley, besieged in 2014, was shelled.", "2017-09-02~", "a participle beside its noun"),
        ("The valley, in May 2014, was retaken by the guards.", "2014-05", "but a day put in is the verb's"),
        ("The strike broke out in May 2017.", "2017-05", "not since"),
        ("The raid was the boldest of the group since the guards and their allies beat it in the field three years ago.",
         "2017-09-02~", "how long there was none such, however it is told"),
        ("The agency said that others were behind the strikes, which hit a mill in Homs on Monday.\n\nNine men died in the strike.",
         "2017-08-28", "in a strike told of beside"),
        ("Jets struck the valley on Friday.\n\n“The enemy attacked the mill from the air today,” the general said.", "2017-09-01",
         "somebody's today is the story's day"),
        ("Jets struck the valley on Monday.\n\n“The enemy attacked the mill from the air today,” the general said.", "2017-09-02",
         "unless that was days ago"),
        ("Jets struck the valley on Monday.\n\nA miner, Omar Rida, was killed in the raid.", "2017-08-28", "in the raid told of"),
        ("About 50 men were believed to sit in the prison when the attack opened on August 20.", "2017-08-20", "when it opened"),
        ("Jets struck the hill on Monday. Guards were firing at the crowd.", "2017-08-28", "was firing narrates on"),
        ("Guards took the mill on 3 March 2012. They lost it in May 2017.\n\nBy nightfall, guards had left.", "2017-09-02~",
         "the nightfall of no day told before"),
        ("On August 19 guards struck the hill. Nine men died before a truce was declared on Sunday. Hours later, guards left.",
         "2017-08-27", "hours after the last day told"),
        ("Guards left on Monday after a truce was declared on Sunday. Hours later, jets struck the hill.", "2017-08-28",
         "hours after the deed, not after what came before it"),
        ("Among those killed in the town in May were nine nurses.", "2017-05", "when they were killed"),
        ("Among 15 people killed on Monday was a nurse.", "2017-08-28", "with a number"),
        ("On Monday – twelve days into the siege – guards took the mill.", "2017-08-28", "a day and an aside are no dateline"),
        ("Guards left under a deal whose first stage began on Thursday, the 24th of August.", "2017-09-02~",
         "commas within a date end no relative clause"),
    ],
)  # fmt: skip
def test_days_told_beside_or_before(text: str, edtf: str, remark: str) -> None:
    event = parse_document(read_text(f"{text}\n", published=date(2017, 9, 2)), load_gazetteer())[-1]
    assert event.when is not None
    assert event.when.edtf == edtf, remark


@pytest.mark.parametrize(
    ("text", "edtf", "remark"),
    [
        ("Jets struck the valley on Thursday.\n\nGuns killed nine guards.", "2017-08-31~", "a story told of two days ago"),
        ("Jets struck the valley on Saturday.\n\nGuns killed nine guards.", "2017-09-02~", "of the day itself"),
        ("Jets struck the valley on Monday.\n\nGuns killed nine guards.", "[2017-08-28..2017-09-01]", "a story of these days"),
        ("Guards took the mill. Jets had struck it on Monday.\n\nGuns killed nine guards.", "2017-09-02~", "of today"),
        ("Jets struck the valley on Thursday.\n\nThe mayor said that it was calm.", "2017-09-02~", "what is said is said later"),
        ("Jets struck the valley on Thursday.\n\nGuards have entered it.", "2017-09-02~", "what has happened by now"),
        ("Guards took the hill, and others struck at the mill, the mayor said Friday.", "2017-09-01", "the day it was told"),
        ("TARA, Aug. 31, 2017 — Guards took the hill.\n\nTARA, Aug. 31, 2017 — Guards took the mill.", "2017-08-31~",
         "a dateline is the day the words were written"),
        ("TARA, Aug. 31 (Agency) — Guards took the hill.\n\nToday they took the mill.", "2017-08-31", "its today as well"),
        ("TARA, Aug. 29 (Agency) — Guards took the hill on Tuesday.\n\nToday they took the mill.", "2017-09-02", "too long ago"),
        ("TARA, Aug. 31 (Agency) — Guards took the hill.\n\nBEIRUT, Sept. 1 (Agency) — Guards took the mill.", "2017-09-02~",
         "a page with dispatches of several days"),
        ("TARA, Aug. 31, 2016 — Guards took the hill.", "2017-09-02~", "not one of another year"),
        ("The camp fell on Saturday. On August 20 guards struck the mill.\n\nGuns killed nine guards.", "2017-08-20~", "a story told day by day of weeks ago"),
        ("The camp fell on Saturday. On August 20 guards struck the mill.\n\nGuns have killed nine guards.", "2017-09-02~", "what has happened is of now"),
        ("The camp fell on Saturday. On May 20 guards struck the mill.\n\nGuns killed nine guards.", "2017-09-02~", "a day of months ago is background"),
        ("The mill has been held by guards since 2014. Gunmen killed nine of them.", "2017-09-02~", "what goes on for years dates nothing told next"),
        ("Guards struck the hill on Friday. The mill has been held by them since 2014. Gunmen killed nine.", "2017-09-01",
         "and the day told before it stays in force"),
        ("Guards struck a post on a road reopened under a truce of March 5.", "2017-09-02~", "the day of what it rests on"),
        ("Photo caption: The mill on Oct. 1, 2015.\n\nGuards took the hill on Sept. 7, the mayor said.", "2016-09-07",
         "a picture's day gives no year"),
    ],
)  # fmt: skip
def test_the_day_that_stands_in_for_one_not_told(text: str, edtf: str, remark: str) -> None:
    event = parse_document(read_text(f"{text}\n", published=date(2017, 9, 2)), load_gazetteer())[-1]
    assert event.when is not None
    assert event.when.edtf == edtf, remark


@pytest.mark.parametrize(
    ("text", "days", "remark"),
    [
        ("Fresh troops reached the hills of Homs on Tuesday, two days after those fighters took back the city of Palmyra.",
         ["2017-08-29", "2017-08-27"], "days"),
        ("The army shelled the old quarters of Homs on Monday, a week after rebels had stormed Hama.",
         ["2017-08-28", "2017-08-21~"], "weeks are seldom to the day"),
        ("Fresh troops reached the hills of Homs on Tuesday, two years after gunmen took the city of Palmyra.",
         ["2017-08-29", "2015~"], "years give a year"),
        ("The ministry said on Friday that two pilots had been let go in Homs, one day after nine hostages were released in Hama.",
         ["2017-09-01", "2017-08-31"], "of what is said"),
    ],
)  # fmt: skip
def test_so_long_after_another_happening(text: str, days: list[str], remark: str) -> None:
    told = parse_document(read_text(f"{text}\n", published=date(2017, 9, 2)), load_gazetteer())
    assert [event.when and event.when.edtf for event in told] == days, remark


def test_within_hours_of_a_deed_is_on_its_day_in_whatever_year() -> None:
    text = (
        "A man blew up his car at a post near Homs on June 21. The group took responsibility five days afterwards."
        " Within hours of the blast the army had shut the bridge."
    )
    told = parse_document(read_text(text, published=date(2017, 12, 2)), load_gazetteer())
    assert [event.when and event.when.edtf for event in told] == ["2017-06-21", "2017-06-26", "2017-06-21"]


def test_that_time_is_of_the_day_told_beside_it() -> None:
    text = "AFP, Tuesday 3 Apr 2018\n\nThe army attacked Tara, at that time a rebel stronghold, on February 18.\n"
    (event,) = events_of(text, date(2018, 4, 3))
    assert event.when is not None
    assert event.when.edtf == "2018-02-18"


def test_a_weekday_in_a_text_of_unknown_day_is_not_the_day_told_before() -> None:
    text = "Jets hit the convoy on 12 September 2017. The buses had left the town on Sunday. Nine people died."
    found = parse_document(read_text(text), load_gazetteer())
    assert [event.when and event.when.edtf for event in found] == ["2017-09-12", None, "2017-09-12"]
    text = "Jets bombed the town on 2 May 2014. The bombs hit the Friday market. A mill burned down on the Friday."
    found = parse_document(read_text(text), load_gazetteer())
    assert [event.when and event.when.edtf for event in found] == ["2014-05-02"] * 3


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 22 December the army took the hill, in rebel hands since 2012.", None),
        ("On Sunday the army took the hill, which rebels had held since 2012.", None),
        ("Rebels took the hill in 2012 and held it until a Sunday in December.", "2012"),
    ],
)
def test_without_a_day_of_publication_a_further_year_dates_nothing_that_has_a_day(text: str, edtf: str | None) -> None:
    (event, *_) = parse_document(read_text(text), load_gazetteer())
    assert (event.when and event.when.edtf) == edtf
