"""Time expressions by phenomenon: one row a sentence. Anyone can add a row.

A row is (sentence, published, expected, remark); expected mentions are "words = TIMEX3 value = EDTF",
where "-" for EDTF says that there is no interval; published "" means unknown.
"""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.temporal import find_dates

Row = tuple[str, str, list[str], str]
P = "2017-09-02"  # a Saturday

ABSOLUTE: list[Row] = [
    ("The town fell on 28 August 2017.", "", ["28 August 2017 = 2017-08-28 = 2017-08-28"], "day month year"),
    ("The town fell on August 28, 2017.", "", ["August 28, 2017 = 2017-08-28 = 2017-08-28"], "month day, year"),
    ("The town fell on Aug. 28th, 2017.", "", ["Aug. 28th, 2017 = 2017-08-28 = 2017-08-28"], "abbreviation, ordinal"),
    ("It was the 28th of August 2017.", "", ["the 28th of August 2017 = 2017-08-28 = 2017-08-28"], "the 28th of"),
    ("It was the seventh of March 2016.", "", ["the seventh of March 2016 = 2016-03-07 = 2016-03-07"], "in words"),
    ("It began on Monday, 28 August 2017.", "", ["Monday, 28 August 2017 = 2017-08-28 = 2017-08-28"], "weekday named"),
    ("BEIRUT, 3 SEPT 2016 - Shops closed.", "", ["3 SEPT 2016 = 2016-09-03 = 2016-09-03"], "capitals in a dateline"),
    ("It rained on 28 august 2017.", "", ["28 august 2017 = 2017-08-28 = 2017-08-28"], "small letter"),
    ("Issued 2017-08-28.", "", ["2017-08-28 = 2017-08-28 = 2017-08-28"], "ISO 8601"),
    ("Logged 2017-08-28T09:30Z.", "", ["2017-08-28T09:30Z = 2017-08-28T09:30Z = 2017-08-28"], "ISO with time"),
    ("Logged 2017-08-28 09:30.", "", ["2017-08-28 09:30 = 2017-08-28T09:30 = 2017-08-28"], "ISO with a space"),
    ("Due 13/02/2024.", "", ["13/02/2024 = 2024-02-13 = 2024-02-13"], "only day first is possible"),
    ("Due 02/13/2024.", "", ["02/13/2024 = 2024-02-13 = 2024-02-13"], "only month first is possible"),
    ("Am 3.4.2015 in Trier.", "", ["3.4.2015 = 2015-04-03 = 2015-04-03"], "dots mean day first"),
    ("Shelling in August 2017 went on.", "", ["August 2017 = 2017-08 = 2017-08"], "a month stays a month"),
    ("It ended in August, 2017.", "", ["August, 2017 = 2017-08 = 2017-08"], "comma"),
    ("He fled in 2014.", "", ["2014 = 2014 = 2014"], "a year stays a year"),
    ("In 1914-18 they served.", "", ["1914 = 1914 = 1914-01-01/1918-12-31", "18 = 1918 = 1914-01-01/1918-12-31"], "short second year"),
    ("The 1870s were calm.", "", ["The 1870s = 187 = 187X"], "decade"),
    ("The early 1990s were not.", "", ["The early 1990s = 199 = [1990-01-01..1993-05-01]"], "first third of a decade"),
    ("It is of the nineteenth century.", "", ["the nineteenth century = 18 = 18XX"], "century in words"),
    ("A 9th-century wall.", "", ["9th-century = 08 = 08XX"], "century as an adjective"),
    ("Built in the 3rd century BC.", "", ["the 3rd century BC = BC02 = -"], "century BC"),
    ("Killed in 44 BC in Rome.", "", ["44 BC = BC0044 = -"], "never the year 44"),
    ("From 149 to 146 B.C. it burned.", "", ["149 = BC0149 = -", "146 B.C. = BC0146 = -"], "BC counts for both"),
    ("Opened in AD 70.", "", ["AD 70 = 0070 = 0070"], "AD"),
    ("In the spring of 1862 they marched.", "", ["the spring of 1862 = 1862-SP = [1862-03-01..1862-05-31]"], "season"),
    ("In winter 2016 it froze.", "", ["winter 2016 = 2016-WI = [2016-12-01..2017-02-28]"], "winter runs into the next year"),
    ("By the end of 2016 it was over.", "", ["the end of 2016 = 2016 = [2016-09-01..2016-12-31]"], "last third of a year"),
    ("In early August 2017 they came.", "", ["early August 2017 = 2017-08 = [2017-08-01..2017-08-10]"], "first third of a month"),
    ("In mid-2016 they left.", "", ["mid-2016 = 2016 = [2016-05-02..2016-08-31]"], "middle third"),
    ("Profit in the first quarter of 2009 fell.", "", ["the first quarter of 2009 = 2009-Q1 = [2009-01-01..2009-03-31]"], "quarter"),
    ("In the second half of 1917 bread was short.", "", ["the second half of 1917 = 1917-H2 = [1917-07-01..1917-12-31]"], "half"),
]  # fmt: skip

DOUBTFUL: list[Row] = [
    ("On 30 February 2024 in Kyiv.", "", [], "there is no such day, nor is February 2024 meant"),
    ("On 31/04/2024 in Lviv.", "", [], "April has 30 days"),
    ("On 29 February 2023 in Odesa.", "", [], "no leap year"),
    ("On 00/00/0000 in Sumy.", "", [], "a form left empty"),
    ("On 13/13/2024 in Rivne.", "", [], "no order helps"),
    ("On 2024-02-30T25:61 in Lutsk.", "", [], "neither day nor hour"),
    ("On 32 May 2024 in Poltava.", "", [], "nor is May 2024 meant"),
    ("On 1 January 0000 in Rome.", "", ["1 January 0000 = 0000 = -"], "before the calendar"),
    ("In March 10000 in Paris.", "", ["March 10000 = 10000 = -"], "after the calendar"),
    ("On 31 December 9999 in Paris.", "", ["31 December 9999 = 9999-12-31 = 9999-12-31"], "the last day"),
    ("At 2016-12-31T23:59:60Z it ticked.", "", ["2016-12-31T23:59:60Z = 2016-12-31T23:59:60Z = 2016-12-31"], "leap second kept"),
    ("On ٠٥/٠١/٢٠٢٤ there.", "", ["٠٥/٠١/٢٠٢٤ = 2024-01-05 = 2024-01-05"], "Arabic-Indic digits"),
    ("On ०५ January २०२४ there.", "", ["०५ January २०२४ = 2024-01-05 = 2024-01-05"], "Devanagari digits"),
    ("On ０５ January ２０２４ there.", "", ["０５ January ２０２４ = 2024-01-05 = 2024-01-05"], "full-width digits"),
    ("On 5² January 2024 there.", "", ["5² January 2024 = 2024-01-05 = 2024-01-05"], "a footnote mark is no digit"),
    ("On 5\u200b Jan\u00aduary 20\u206024 there.", "", ["5\u200b Jan\u00aduary 20\u206024 = 2024-01-05 = 2024-01-05"], "unseen characters"),
    ("On \u202e4202/10/60\u202c there.", "", [], "shown in another order than stored"),
    ("On 5\u00a0January\u00a02024 there.", "", ["5\u00a0January\u00a02024 = 2024-01-05 = 2024-01-05"], "no-break spaces"),
]  # fmt: skip

PUBLICATION: list[Row] = [
    ("He was shot on Wednesday.", P, ["Wednesday = 2017-08-30 = 2017-08-30"], "the last Wednesday"),
    ("He was shot on Saturday.", P, ["Saturday = 2017-09-02 = 2017-09-02"], "publication day's own name"),
    ("The talks will resume on Wednesday.", P, ["Wednesday = 2017-09-06 = 2017-09-06"], "the verb looks forward"),
    ("He said on Monday that talks will resume on Thursday.", P, ["Monday = 2017-08-28 = 2017-08-28", "Thursday = 2017-09-07 = 2017-09-07"], "each weekday has its own verb"),
    ("The trial is set to begin on Wednesday.", P, ["Wednesday = 2017-09-06 = 2017-09-06"], "set to"),
    ("Roads have been shut since Thursday.", P, ["Thursday = 2017-08-31 = 2017-08-31/2017-09-02"], "lasts until publication"),
    ("Roads have been shut since 2014.", P, ["2014 = 2014 = 2014-01-01/2017-09-02"], "any date after since lasts"),
    ("Last Friday shops closed.", P, ["Last Friday = 2017-09-01 = 2017-09-01"], "last Friday"),
    ("Last Saturday shops closed.", P, ["Last Saturday = 2017-08-26 = 2017-08-26"], "last Saturday is not today"),
    ("They meet next Friday.", P, ["next Friday = 2017-09-08 = 2017-09-08"], "next"),
    ("Shells fell late Tuesday.", P, ["late Tuesday = 2017-08-29 = 2017-08-29"], "late"),
    ("Shells fell Monday night.", P, ["Monday night = 2017-08-28TNI = 2017-08-28"], "a part of the day"),
    ("They came yesterday.", P, ["yesterday = 2017-09-01 = 2017-09-01"], "yesterday"),
    ("They came yesterday morning.", P, ["yesterday morning = 2017-09-01TMO = 2017-09-01"], "yesterday morning"),
    ("They came earlier today.", P, ["earlier today = 2017-09-02 = 2017-09-02"], "earlier today"),
    ("They leave tomorrow.", P, ["tomorrow = 2017-09-03 = 2017-09-03"], "tomorrow"),
    ("They play tonight.", P, ["tonight = 2017-09-02TNI = 2017-09-02"], "tonight"),
    ("They left last night.", P, ["last night = 2017-09-01TNI = 2017-09-01"], "last night"),
    ("They left this morning.", P, ["this morning = 2017-09-02TMO = 2017-09-02"], "this morning"),
    ("They left the day before yesterday.", P, ["the day before yesterday = 2017-08-31 = 2017-08-31"], "two days back"),
    ("They left last week.", "2019-02-12", ["last week = 2019-W06 = [2019-02-04..2019-02-10]"], "the calendar week before"),
    ("They left over the last week.", "2017-08-23", ["the last week = P1W = [2017-08-16..2017-08-23]"], "seven days up to publication"),
    ("They left earlier this week.", P, ["earlier this week = 2017-W35 = [2017-08-28..2017-09-02]"], "Monday to publication"),
    ("They vote later this month.", P, ["later this month = 2017-09 = [2017-09-02..2017-09-30]"], "publication to the end"),
    ("They fled in recent weeks.", "2017-08-31", ["recent weeks = PAST_REF = [2017-08-10..2017-08-31]"], "about three weeks"),
    ("They fled in recent days.", P, ["recent days = PAST_REF = [2017-08-26..2017-09-02]"], "about a week"),
    ("They fled last month.", P, ["last month = 2017-08 = 2017-08"], "last month"),
    ("They fled last year.", P, ["last year = 2016 = 2016"], "last year"),
    ("They vote next year.", P, ["next year = 2018 = 2018"], "next year"),
    ("It was dry this year.", P, ["this year = 2017 = 2017"], "this year"),
    ("At the end of last year it snowed.", P, ["the end of last year = 2016 = [2016-09-01..2016-12-31]"], "edge of a relative year"),
    ("They fled last March.", P, ["last March = 2017-03 = 2017-03"], "last March"),
    ("They fled last December.", P, ["last December = 2016-12 = 2016-12"], "last December lies in the year before"),
    ("They fled three days ago.", P, ["three days ago = 2017-08-30 = 2017-08-30"], "days give a day"),
    ("They fled two weeks ago.", P, ["two weeks ago = 2017-08-19 = [2017-08-14..2017-08-20]"], "weeks give about a week"),
    ("They fled five months ago.", P, ["five months ago = 2017-04 = 2017-04"], "months give a month"),
    ("They fled more than two years ago.", P, ["more than two years ago = 2015 = 2015~"], "approximate"),
    ("Forty died in the past 24 hours.", P, ["the past 24 hours = PT24H = [2017-09-01..2017-09-02]"], "a period up to publication"),
    ("Many died in the past two weeks.", P, ["the past two weeks = P2W = [2017-08-19..2017-09-02]"], "a period up to publication"),
    ("They fled in March.", P, ["March = 2017-03 = 2017-03"], "a month without year is past"),
    ("They fled in November.", P, ["November = 2016-11 = 2016-11"], "last year's, for it is past"),
    ("They will vote in November.", P, ["November = 2017-11 = 2017-11"], "this year's, for it is to come"),
    ("They fled on 28 August.", P, ["28 August = 2017-08-28 = 2017-08-28"], "day and month against publication"),
    ("They fled on December 30.", P, ["December 30 = 2016-12-30 = 2016-12-30"], "past"),
    ("It may be signed on September 12.", P, ["September 12 = 2017-09-12 = 2017-09-12"], "a modal looks forward"),
    ("They left on the 20th.", P, ["the 20th = 2017-08-20 = 2017-08-20"], "the month before, for it is past"),
    ("Sold 12-02-19 12:56:00.", "2019-02-12", ["12-02-19 = 2019-02-12 = 2019-02-12"], "publication decides the order"),
]  # fmt: skip

UNDATED: list[Row] = [
    ("He was shot on Wednesday.", "", ["Wednesday = XXXX-WXX-3 = -"], "nothing to reckon from"),
    ("They came yesterday.", "", ["yesterday = XXXX-XX-XX = -"], "nothing to reckon from"),
    ("They fled last month.", "", ["last month = XXXX-XX = -"], "nothing to reckon from"),
    ("They fled on 28 August.", "", ["28 August = XXXX-08-28 = -"], "no year is told"),
    ("They fled in March.", "", ["March = XXXX-03 = -"], "no year is told"),
    ("On 3 May 2016 he fled. On Wednesday he died.", "", ["3 May 2016 = 2016-05-03 = 2016-05-03", "Wednesday = XXXX-WXX-3 = -"], "a guess would be an invention"),
]  # fmt: skip

TOLD: list[Row] = [
    ("It began on 14 June 2015. Two days later they left.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "Two days later = 2015-06-16 = 2015-06-16"], "against the date told"),
    ("It began on 14 June 2015. The following day it rained.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "The following day = 2015-06-15 = 2015-06-15"], "the following day"),
    ("It began on 14 June 2015. They had met the day before.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "the day before = 2015-06-13 = 2015-06-13"], "the day before"),
    ("It began on 14 June 2015. A month later it ended.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "A month later = 2015-07 = 2015-07"], "a month"),
    ("It began on 14 June 2015. On the 20th it ended.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "the 20th = 2015-06-20 = 2015-06-20"], "the month in force"),
    ("It began on 14 June 2015. On 3 July it ended.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "3 July = 2015-07-03 = 2015-07-03"], "the year in force"),
    ("It began on 14 December 2015. In January it ended.", "", ["14 December 2015 = 2015-12-14 = 2015-12-14", "January = 2016-01 = 2016-01"], "over the turn of the year"),
    ("It began on 14 June 2015. In July of that year it ended.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "July of that year = 2015-07 = 2015-07"], "of that year"),
    ("It began on 14 June 2015 at 06:30.", "", ["14 June 2015 = 2015-06-14 = 2015-06-14", "06:30 = 2015-06-14T06:30 = 2015-06-14"], "clock time of that day"),
    ("At 11 a.m. on 11 November 1918 it ended.", "", ["11 a.m. = 1918-11-11T11:00 = 1918-11-11", "11 November 1918 = 1918-11-11 = 1918-11-11"], "the day follows the time"),
    ("It fell on the night of 20 June 1791.", "", ["the night of 20 June 1791 = 1791-06-20TNI = 1791-06-20"], "night of a day"),
    ("It fell two days after the vote.", P, ["two days = P2D = -"], "beside an event that is not dated here"),
]  # fmt: skip

RANGES: list[Row] = [
    ("They held out from March to June 2016.", "", ["March = 2016-03 = 2016-03-01/2016-06-30", "June 2016 = 2016-06 = 2016-03-01/2016-06-30"], "the year counts for both"),
    ("It happened between 28 and 31 August 2017.", "", ["28 = 2017-08-28 = [2017-08-28..2017-08-31]", "31 August 2017 = 2017-08-31 = [2017-08-28..2017-08-31]"], "on some day between"),
    ("The fair of 24-25 January 2017 was full.", "", ["24 = 2017-01-24 = 2017-01-24/2017-01-25", "25 January 2017 = 2017-01-25 = 2017-01-24/2017-01-25"], "both days"),
    ("They fought from 17 August to 2 September 1914.", "", ["17 August = 1914-08-17 = 1914-08-17/1914-09-02", "2 September 1914 = 1914-09-02 = 1914-08-17/1914-09-02"], "the year comes at the end"),
    ("They fought July 1-3, 1863.", "", ["July 1 = 1863-07-01 = 1863-07-01/1863-07-03", "3, 1863 = 1863-07-03 = 1863-07-01/1863-07-03"], "month first"),
    ("He ruled 1939-1945.", "", ["1939 = 1939 = 1939-01-01/1945-12-31", "1945 = 1945 = 1939-01-01/1945-12-31"], "years"),
]  # fmt: skip

NO_DATES: list[Row] = [
    (sentence, P, [], remark)
    for sentence, remark in [
        ("Some 300-500 members, 12 fighters, 17 buses and 26 wounded.", "numbers of people and things"),
        ("A T-72 and a MiG-21 were lost.", "model names"),
        ("They won 3-1 and lost 2-0.", "scores"),
        ("It cost $2000 or €1999.", "prices"),
        ("Call +961 1 234 567 or 555-1234.", "phone numbers"),
        ("See section 2.3.14 and page 12/3.", "section numbers"),
        ("Theresa May said it may rain.", "the surname and the verb"),
        ("Mrs May spoke to reporters.", "the surname"),
        ("They march to the square.", "the verb"),
        ("The Sun rises and he sat down.", "the star and the verb"),
        ("Prices fall and spring back.", "verbs that look like seasons"),
        ("About 1500 troops crossed.", "a number of people"),
        ("It lies 2017 km away.", "a distance"),
        ("They fled in their 1000s.", "thousands"),
        ("Up 12% to 1,914.", "a share and an index"),
        ("Wait a second.", "no length of time worth telling"),
    ]
]

LENGTHS: list[Row] = [
    ("They held out for three weeks.", P, ["three weeks = P3W = -"], "a length of time"),
    ("The six-day battle ended.", P, ["six-day = P6D = -"], "as an adjective"),
    ("It took about two and a half years.", P, ["about two and a half years = P2.5Y = -"], "a half"),
    ("It took months.", P, ["months = PXM = -"], "unknown number"),
    ("They pray every Friday.", P, ["every Friday = XXXX-WXX-5 = -"], "a set"),
    ("They pray on Fridays.", P, ["Fridays = XXXX-WXX-5 = -"], "a set"),
    ("It is paid annually.", P, ["annually = P1Y = -"], "a set"),
    ("It is paid every two weeks.", P, ["every two weeks = P2W = -"], "a set"),
    ("He is now in Homs.", P, ["now = PRESENT_REF = -"], "now"),
    ("He currently lives there.", P, ["currently = PRESENT_REF = -"], "currently"),
    ("He recently left.", P, ["recently = PAST_REF = -"], "recently"),
    ("In the past he did not.", P, ["the past = PAST_REF = -"], "in the past"),
]  # fmt: skip

NAMED: list[Row] = [
    ("He died on Christmas Day 2016.", "", ["Christmas Day 2016 = 2016-12-25 = 2016-12-25"], "fixed"),
    ("He died on New Year's Eve.", P, ["New Year's Eve = 2016-12-31 = 2016-12-31"], "the last one"),
    ("They met on Eid al-Fitr 2017.", "", ["Eid al-Fitr 2017 = 2017-06-25 = 2017-06-25"], "movable"),
    ("They met on Good Friday 2019.", "", ["Good Friday 2019 = 2019-04-19 = 2019-04-19"], "movable"),
]  # fmt: skip

OTHER_LANGUAGES: list[Row] = [
    ("قتل خمسة في 28 آب 2017.", "", ["28 آب 2017 = 2017-08-28 = 2017-08-28"], "Levantine month"),
    ("قتل خمسة في 3 سبتمبر 2017.", "", ["3 سبتمبر 2017 = 2017-09-03 = 2017-09-03"], "Egyptian month"),
    ("وصلوا يوم الأربعاء.", P, ["يوم الأربعاء = 2017-08-30 = 2017-08-30"], "Arabic weekday"),
    ("Le convoi est parti le 28 août 2017 vers la ville.", "", ["28 août 2017 = 2017-08-28 = 2017-08-28"], "French"),
    ("Le convoi est parti mercredi vers la ville.", P, ["mercredi = 2017-08-30 = 2017-08-30"], "French weekday"),
]  # fmt: skip

ALL_ROWS = [
    pytest.param(*row, id=f"{group}: {row[3]} ({row[0][:30]!a})")
    for group, rows in (
        ("absolute", ABSOLUTE), ("doubtful", DOUBTFUL), ("publication", PUBLICATION), ("undated", UNDATED), ("told", TOLD),
        ("ranges", RANGES), ("no dates", NO_DATES), ("lengths", LENGTHS), ("named", NAMED), ("languages", OTHER_LANGUAGES),
    )
    for row in rows
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "published", "expected", "remark"), ALL_ROWS)
def test_row(sentence: str, published: str, expected: list[str], remark: str) -> None:
    mentions = find_dates(sentence, date.fromisoformat(published) if published else None)
    found = [f"{m.text} = {m.timex_value} = {m.when.edtf if m.when else '-'}" for m in mentions]
    assert found == expected, remark
