"""The story apart from readers, adverts, site furniture and boilerplate; nothing cut from a clean report."""

from datetime import date

import pytest

from tests.growth import grows_in_proportion
from timeline_app.documents import read_text, story_spans
from timeline_app.documents.formulas import formulas, match_formula
from timeline_app.documents.voice import comment_score, unquoted
from timeline_app.documents.zoning.zones import find_zones

REPORT = [
    "Government forces entered the town of Qaryat on Tuesday after two weeks of fighting, officials said.",
    "“We are not going to leave our homes, and I told my children so,” said a baker, Abu Omar, 54. “You see the smoke.”",
    "The army's press office announced that 12 fighters had been killed and that two bridges were destroyed.",
    "According to aid workers, some 300 families left the area towards the border between Monday and Wednesday.",
    "Analysts expect the offensive to slow down as winter sets in, since roads through the hills become impassable.",
]
STORY = "\n\n".join(REPORT)

TAILS = {
    "forum talk": "I dont believe a word of this. You guys never learn!\n\n\nlol exactly, same story as last year :)\n\n\nWhy should we care? They had it coming...",
    "Disqus": "12 Comments\n\nJane Doe • 3 years ago\n\nThe mayor sold that bridge long before.\n\n2 · Reply · Share ›\n\nMax_77 • 3 years ago\n\nAnd who paid for it?\n\n1 · Reply · Share ›",
    "numbered": "  1. don’t you think everybody would also leave when they read it? I can’t imagine they stay and wait!\n\n  2. The army tells the families that it will take the town.",
    "blog": "4 Responses to Town entered\n\nJohn says:\n\nMarch 4, 2018 at 3:14 pm\n\nThe next town will be taken by Monday.\n\nReply",
    "WordPress": "Share this:\n\nTwitter Facebook Email\n\nLike this:\n\nLoading...\n\n%d bloggers like this:",
    "German WordPress": "Teilen mit:\n\nGefällt mir:\n\n%d Bloggern gefällt das:",
    "leave a reply": "Leave a Reply\n\nYour email address will not be published. You can use some tags here!",
    "boilerplate": "This article was first published by Example News\n\nCopyright © 2018 Example Media\n\nThe views expressed are those of the author and do not necessarily reflect ours.",
    "book advert": "Example News presents its new book, available in paperback.\n\nISBN: 978-0-00-000000-0\n\nList Price: $10\n\nClick to order",
    "sign-off": "Hopefully they will never come back, and we should not let you or anybody else forget it!\n\nPlease share this with your friends on Facebook.\n\nWhat do you think? Let us know in the comments below!",
    "other articles": "Related Articles\n\nArmy shells town\nRebels attack oil field near river",
    "latest news": "Latest News\n- Army arrests five men on Friday\n- Planes struck convoy in desert",
    "author": "Anna Writer is a reporter who has covered the war since 2012. She was kidnapped in 2013 and released a year later.",
    "comment service": "LOAD MORE COMMENTS\n\nPowered by Disqus\n\nUser123 · 2 days ago\n\nThey attacked the town in 2011 and destroyed it.",
    "video": "Watch: Army enters the town (video)",
    "agency credits": "(Reporting by A. Writer; Editing by B. Editor)",
    "what stands behind them": "(Reporting by the Malta bureau; Editing by B. Editor)\nNext In World News\nThe vote is over, the president says",
    "a reader's name before his words": "Comments (2)\nmiller_1: Let them go. On Monday they bombed a mill.\nAda: They shelled a school on 4 May.",
    "a paper's channel": "Follow Desert Post on Telegram. Subscribe to our newsletter to read what others left out.",
    "a page that is closed": "These live updates are now closed.",
    "a picture's credit": "Fighters who left the old town are seen at a crossing, May 3, 2018. Credit: Jane Doe/AP",
}  # fmt: skip


def told(document):
    return [document.text[start:end] for start, end in story_spans(document)]


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS.keys())
def test_what_follows_the_story_is_not_told_as_story(tail):
    document = read_text(f"{STORY}\n\n{tail}\n")
    assert told(document) == REPORT


CLEAN = [
    (STORY, "quoted first person and no tail"),
    ("\n".join(REPORT), "no empty lines between paragraphs"),
    ("\n\n\n".join(REPORT), "wide gaps everywhere are no rhythm of comments"),
    ("BEIRUT, Aug 30 (Reuters) - " + STORY, "agency copy"),
    ("\n\n".join(REPORT * 4), "a long report"),
    ("\n\n".join([*REPORT[:2], "Heavy losses", *REPORT[2:]]), "a subhead stays"),
    ("\n\n".join([*REPORT[:3], "A baker who is a reporter in his free time covering the siege saw it, he said.", *REPORT[3:]]), "a reporter in the story is not its author"),
    ("\n\n".join([*REPORT[:3], "Update: Jets bombed the town again on Tuesday, activists said.", *REPORT[3:]]), "a word and a colon"),
    ("\n\n".join([*REPORT, "Like Hezbollah on Telegram, the rebels on Monday posted the names of nine men who had been killed."]), "like somebody"),
    ("\n\n".join([*REPORT, "The page is closed after gunmen attacked the newspaper on Monday and killed nine people, its editor said."]), "a page"),
    ("\n\n".join([*REPORT, "Forces captured the town of Rawa on Friday. Photo: an officer raises the flag in the town as others look on."]), "no name"),
    ("\n\n".join([*REPORT, "Will the ceasefire hold? Nobody in the capital would say so on Friday, officials conceded."]), "a reporter's question"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "remark"), CLEAN)
def test_nothing_is_cut_from_a_clean_report(text, remark):
    document = read_text(text)
    assert {zone.kind for zone in document.zones} <= {"body", "headline", "dateline"}, remark


def test_behind_the_first_of_two_stories_credits_the_second_is_read() -> None:
    document = read_text("\n\n".join([*REPORT, "(Reporting by A. Writer; Editing by B. Editor)", *REPORT]))
    assert told(document) == [*REPORT, *REPORT]


def test_a_town_behind_a_count_of_comments_is_no_reader() -> None:
    more = "BEIRUT: The army arrested nine men in the town on Tuesday, the agency said in a statement."
    assert told(read_text("\n\n".join([*REPORT, "12 Comments", more, *REPORT])))[len(REPORT) :] == [more, *REPORT]


def test_the_first_point_of_a_summary_is_no_headline_and_more_from_somebody_goes_on() -> None:
    points = ["- Guards shelled the town early on Friday", "- Nine people died, the council says"]
    more = "More from the mayor. In a statement he says that the town will not accept any breach of its rights, and warns all."
    document = read_text("\n\n".join(["Live: the siege", "Summary", *points, *REPORT, more]))
    assert {*points, more} <= set(told(document))


def test_a_list_under_a_rule_or_a_link_to_read_more_is_the_story_s() -> None:
    dated = "6 March 2011: arrest of a baker in the town"
    for line in ("* * *", "Read more: Convoy leaves"):
        document = read_text("\n\n".join([*REPORT, line, dated]))
        assert told(document) == [*REPORT, dated]


def test_a_column_in_the_first_person_is_not_taken_for_comments():
    column = (
        "I have lived in this town for thirty years, and I never thought I would see my street like this.\n\n"
        "You may say that I am too old to care. But we still have our school, and I still teach in it, you know.\n\n"
        "My neighbours left in May, and I miss them. I write to them, and you would not believe what they answer.\n"
    )
    assert len(told(read_text(column))) == 3


INSIDE = [
    ("Advertisement - story continues below", "advert"),
    ("Artikel gaat verder onder de advertentie", "advert"),
    ("Lire aussi : Le convoi quitte la ville", "furniture"),
    ("Smoke over the town on Tuesday. Photo source: A. Writer, via agency.", "caption"),
    ("A guard waits beside the buses in the valley, April 24, 2017.", "caption"),
    ("Smoke rises over the mill, on Wednesday, 8 October 2014. (Agency)", "caption"),
    ('string(212) "[{\\"id\\":\\"15\\",\\"title\\":\\"Army takes a town\\"} ,{\\"id\\":\\"16\\"}]"', "furniture"),
    ("العربية | English", "furniture"),
    ("[Middle East](#), [Terrorism](#)", "furniture"),
    ("Home > News > World", "furniture"),
    ("https://example.org/more", "furniture"),
    ("* * *", "furniture"),
    ("Facebook Twitter WhatsApp Email", "share"),
]


@pytest.mark.parametrize(
    "line",
    [
        "Rebels captured the mill on Monday, May 5, 2014.",
        "Rebels drove the last guards out of the valley, May 3, 2014.",
        "Guards capture the mill after a week of fighting, monitors say, March 28, 2015.",
        "Rebels captured the mill on Wednesday and the army left",
        "The guards entered the valley by the northern road, 5 May 2014.",
        'The note says: {no quarter}; the guards "will leave" by noon.',
    ],
)
def test_a_dated_report_and_odd_marks_are_no_caption_and_no_code(line):
    assert told(read_text("\n\n".join([*REPORT[:3], line, *REPORT[3:]])))[3] == line


def test_a_line_between_two_paragraphs_is_a_headline():
    document = read_text("\n\n".join([*REPORT[:3], "Guards let go in the north", *REPORT[3:]]))
    assert [zone.kind for zone in document.zones[3:5]] == ["headline", "body"]


def test_lines_that_follow_each_other_are_a_list_and_a_dated_one_a_heading_of_a_chronology():
    for lines in (["Tara and the valley", "Homs and the north"], ["Spring 2014 in the valley"]):
        document = read_text("\n\n".join([*REPORT[:3], *lines, *REPORT[3:]]))
        assert not any(zone.kind == "headline" for zone in document.zones[3:])


def test_a_heading_over_a_subheading_and_a_numbered_one_are_no_story():
    for lines in (["When it happened", "The government of Tara"], ["II. First reports"]):
        document = read_text("\n\n".join([*REPORT[:3], *lines, *REPORT[3:]]))
        heads = [document.text[zone.start : zone.end] for zone in document.zones[3:] if zone.kind == "headline"]
        assert heads == lines
    numbered = [*REPORT[:3], "Annex II of 2018", "I. First reports", REPORT[3], "II. Findings", *REPORT[4:]]
    document = read_text("\n\n".join(numbered))
    heads = [document.text[zone.start : zone.end] for zone in document.zones[3:] if zone.kind == "headline"]
    assert heads == ["I. First reports", "II. Findings"]
    lonely = read_text("\n\n".join([*REPORT[:3], "Annex II of 2018", "A. Khalil was abducted in Tabqa", *REPORT[3:]]))
    assert not any(zone.kind == "headline" for zone in lonely.zones[3:]), "one letter alone numbers nothing"


@pytest.mark.parametrize(("line", "kind"), INSIDE)
def test_what_interrupts_the_story_is_told_apart_and_the_story_goes_on(line, kind):
    document = read_text("\n\n".join([*REPORT[:3], line, *REPORT[3:]]))
    assert told(document) == REPORT
    assert document.zones[3].kind == kind
    assert document.zones[3].reason


def test_a_post_set_into_the_page_is_no_story():
    post = "Look at this convoy\n<https://t.co/abcDEF12>\n\n— Jane Doe (@janedoe) [September 1, 2017](#)"
    document = read_text("\n\n".join([*REPORT[:3], post, *REPORT[3:]]))
    assert told(document) == REPORT
    assert sum(zone.kind == "embed" for zone in document.zones) >= 2


def test_head_of_a_page_is_told_apart_and_the_headline_kept():
    head = "Town entered after two weeks – Example News\n\nBy Jane Doe\n\nRegion: [Middle East](#)\n\nExample News, 4 May 2018\n\n"
    document = read_text(head + STORY)
    assert [zone.kind for zone in document.zones[:4]] == ["headline", "byline", "furniture", "stamp"]
    assert document.title == "Town entered after two weeks"
    assert document.publisher == "Example News"
    assert told(document)[1:] == REPORT


def test_a_date_before_the_stamp_is_no_publisher():
    document = read_text("Town entered after two weeks\n\nNight of 3 May, 4 May 2018\n\n" + STORY)
    assert document.publisher == ""


def test_zones_cover_every_paragraph_once():
    document = read_text(f"{STORY}\n\n{TAILS['Disqus']}")
    covered = "".join(document.text[zone.start : zone.end] for zone in document.zones)
    assert "".join(covered.split()) == "".join(document.text.split())


@pytest.mark.parametrize("formula", formulas(), ids=lambda f: f"{f.language}-{f.example[:30]}")
def test_every_formula_matches_its_example(formula):
    found = match_formula(formula.example)
    assert found is not None
    assert found.kind == formula.kind
    assert formula.pattern.fullmatch(formula.example)


VOICES = [
    ("lol you guys dont even know where that is :)", True, "laughter, address, chat"),
    ("I suppose my taxes paid for this.", True, "first person, no source"),
    ("Haha yes indeed!", True, "laughter"),
    ("Ich glaube dir kein Wort, du warst doch gar nicht dabei!", True, "German"),
    ("Je ne crois pas un mot de ce que vous dites, vous mentez !", True, "French"),
    ("Я не верю ни одному слову, вы все врёте!", True, "Russian"),
    ("“I will not leave my house,” the baker said on Friday.", False, "the person quoted"),
    ("We are unhappy,” Prime Minister Salim said. “It is worrying.”", False, "opening mark lost"),
    ("The army said on Monday that ten people had been killed.", False, "a source"),
    ("Die Armee teilte am Montag mit, dass zehn Menschen getötet wurden.", False, "German report"),
    ("Such problems become important as the operation comes to its end.", False, "analysis without a person"),
]


@pytest.mark.parametrize(("paragraph", "talks", "remark"), VOICES)
def test_talk_is_told_from_report(paragraph, talks, remark):
    assert (comment_score(paragraph) > 0) is talks, remark


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ('He said, "I am here," and left.', "He said,  and left."),
        ("„Ich bin da“ sagte er.", ""),
        ("“An open quotation that goes on", ""),
        ("The 6' man left.", "The 6' man left."),
    ],
)
def test_quoted_words_are_not_the_writers(words, own):
    assert unquoted(words).strip() == own.strip() or "Ich bin" not in unquoted(words)


@pytest.mark.parametrize(
    "unit", ["a", "1", " ", "<", "(", '"', "“", "word ", "A. ", "12-", "May 1 ", "[x](", "— @", "!?", "said ", "I you ", "a\n", "Foo Bar\n\n\n"]
)  # fmt: skip
def test_time_grows_with_length_and_no_faster(unit):
    assert grows_in_proportion(lambda text: read_text(f"x {text}"), unit, 20_000)


@pytest.mark.parametrize(
    "text",
    [
        "Published: 2017-09-02\n\nArmy shelled Homs on Friday.\n",
        "A short note\nPublished: 2017-09-02\n\nArmy shelled Homs on Friday.\n",
        "Published: 2 September 2017\n\nArmy shelled Homs on Friday\n",
    ],
)
def test_a_note_of_one_short_sentence_has_a_stamp_line_too(text: str) -> None:
    document = read_text(text)
    assert [zone.kind for zone in document.zones if "Published" in text[zone.start : zone.end]] == ["stamp"]
    assert document.published == date(2017, 9, 2)


def test_many_links_before_a_word_are_told_apart_from_a_line_of_links() -> None:
    links = "[a](b) " * 30
    kinds = [find_zones(f"{links}{tail}")[0].kind for tail in ("", "and words that follow the links at the end.")]
    assert kinds == ["furniture", "body"]


def test_another_article_at_the_end_of_a_page_is_no_story() -> None:
    story = (
        "Guards found a depot of shells under the old mill on Monday. Two of them were hurt when its roof fell in.\n\n"
    )
    tail = "Check Also\n\nFive hurt in a market fire\n\nHoms - Five traders were hurt on Tuesday when a stall caught fire in the …\n"
    document = read_text(story * 3 + tail)
    body = " ".join(document.text[zone.start : zone.end] for zone in document.zones if zone.kind == "body")
    assert "depot" in body
    assert "traders" not in body


TALK = (
    "\n\n15 August 2015, 00:24\n\nYou people never learn, lol. It is all about money!\n\n15 August 2015, 02:02\n\n"
    "I told you so!! Divided, but not conquered yet.\n"
)


def test_lines_of_day_and_hour_part_readers_talk_below_a_story() -> None:
    story = "\n\n".join([*REPORT[:3], REPORT[0].replace("a", "o")])
    below = find_zones(story + TALK)[4:]
    assert {zone.kind for zone in below} <= {"comment", "stamp", "furniture"}
    live = find_zones(REPORT[0] + TALK.replace("lol", "he said").replace("!", "."))
    assert [zone.kind for zone in live].count("body") > 2, "what is told live begins with a stamp"


@pytest.mark.parametrize(
    "line",
    [
        "Airline earns 233 mln euros  • Gold futures rise  • Film festival opens in town  • New judge for inquiry",
        "3. SOUNDBITE (Arabic) Omar Rida, driver:",
        "12. Various of buses leaving the camp",
        "Clients are reminded to adhere to all listed restrictions and to check the terms of their agreements.",
    ],
)
def test_lists_of_shots_and_of_other_headlines_are_no_story(line: str) -> None:
    document = read_text("\n\n".join([*REPORT[:3], line]))
    assert line not in told(document)
    counted = "3. Various groups left the camp on Monday, officials said."
    assert counted in told(read_text("\n\n".join([*REPORT[:3], counted])))


def test_a_headline_of_another_article_between_paragraphs_is_no_story() -> None:
    line = "Families Of Guards Want Return Of 16 Men From The Mill – Reports"
    document = read_text("\n\n".join(["Town entered after two weeks", *REPORT[:2], line, *REPORT[2:]]))
    assert [zone.kind for zone in document.zones if document.text[zone.start : zone.end] == line] == ["headline"]
    assert document.title == "Town entered after two weeks"
    day = "Guards left the mill on 3 May after a long siege"
    assert day in told(read_text("\n\n".join([*REPORT[:2], day, *REPORT[2:]]))), "a sentence that lost its stop"


def test_a_numbered_list_of_the_story_is_no_talk() -> None:
    listed = (
        STORY
        + "\n\n1. The first column entered from the north, officials said.\n\n2. The second took the mill on Monday.\n"
    )
    assert all(zone.kind == "body" for zone in find_zones(listed)[-2:])


HILLS = "\n\n".join(f"The army said on day {n} that its men had taken another hill near the town." for n in range(4))


def test_names_with_day_and_hour_part_readers_talk() -> None:
    talk = (
        "Old Sapper says: August 2, 2017 at 5:22 pm\n\nThree men came home yesterday.\n\n"
        "mowaten 02 August 2017, 18:05\n\nThe posts were lost again."
    )
    text = f"Courier\n\n02 August 2017, 16:48\n\nArmy Takes Hills\n\n{HILLS}\n\nComments 2\n\n{talk}\n"
    read = read_text(text)
    body = " ".join(text[zone.start : zone.end] for zone in read.zones if zone.kind == "body")
    assert "another hill" in body
    assert "came home" not in body
    assert "lost again" not in body


def test_a_line_between_dashes_is_a_subheading() -> None:
    text = f"Army Takes Hills\n\n{HILLS}\n\n- Resolution ignored -\n\nThe council voted on Friday to end the war.\n"
    kinds = [zone.kind for zone in read_text(text).zones if text[zone.start : zone.end].startswith("- Resolution")]
    assert kinds == ["headline"]


def test_a_name_under_the_head_of_comments_begins_readers_talk() -> None:
    text = f"Army Takes Hills\n\n{HILLS}\n\nComments (2)\n\nJohn Brown\n\nThe men came home on Friday.\n"
    body = " ".join(text[zone.start : zone.end] for zone in find_zones(text) if zone.kind == "body")
    assert "another hill" in body
    assert "came home" not in body


def test_readers_whose_form_stands_below_them_need_less_to_be_heard() -> None:
    """A form for comments under the page tells that what is set apart below the story may be readers'."""
    story = "\n\n".join(
        f"The convoy of the league moved through the valley, and {count} wagons stood at the mill in the evening."
        for count in ("nine", "ten", "twelve")
    )
    talk = "\n\n\n".join(
        (
            "Down at the old mill they have a saying, and a dead wagon does not talk.",
            "The league wants the others to learn not to bargain. I doubt there was much harm done anyhow.",
            "Hitting wagons is what they are good at :) Which way were they going, I wonder ?",
            "What a surprise. They are so good at it just when the elders are about to win.",
            "The same as when the elders had the upper hand in Bana, and the bridges were blown too.",
            "The men of the mill were bombed then as well, and nobody counted the wagons at the bridge.",
            "The wagons of the old mill stood at the bridge for nine days in the rain of that autumn.",
        )
    )
    page = f"Convoy moves through valley\n\n{story}\n\n\n{talk}"
    with_form = read_text(f"{page}\n\nView all comments\n", published=date(2017, 8, 30)).zones
    without = read_text(f"{page}\n", published=date(2017, 8, 30)).zones
    assert [zone.kind for zone in with_form].count("body") == 3
    assert [zone.kind for zone in without].count("body") == 10


@pytest.mark.parametrize("head", ["Comments", "6 Comments", "Join the discussion!"])
def test_lines_that_open_with_a_name_under_the_head_of_comments_are_readers(head: str) -> None:
    story = "\n\n".join(
        f"Jets bombed a convoy near the town of Tara on {day}, the army said."
        for day in ("Monday", "Tuesday", "Friday")
    )
    talk = (
        "Rob: About time. They shelled the town every day.\nAdel Rida: The army took the mill yesterday, wait and see."
    )
    zones = read_text(f"Jets bomb convoy near Tara\n\n{story}\n\n{head}\n{talk}\n", published=date(2017, 8, 30)).zones
    assert [zone.kind for zone in zones].count("body") == 3


def test_names_before_words_are_no_readers_without_the_head_of_comments() -> None:
    told = "\n\n".join(
        f"{name}: Jets bombed a convoy near Tara." for name in ("NNA", "Voice of Tara", "Al Manar", "OTV")
    )
    zones = read_text(f"Live: jets over Tara\n\n{told}\n", published=date(2017, 8, 30)).zones
    assert not any(zone.kind == "comment" for zone in zones)


@pytest.mark.parametrize(
    "below",
    [
        "Leave a comment\n\nHoms: Nine people were killed by a bomb on Friday.\n\nBeirut: The army arrested four men on Friday.",
        "Comments\n\nBEIRUT: The army arrested four men.\n\nANKARA: The council met on Friday.",
        "Comments\n\nHoms: Nine people were killed by a bomb on Friday, the army said.\n\nHama: Four men were arrested on Friday, the army said.",
    ],
)  # fmt: skip
def test_reports_under_towns_are_no_readers(below: str) -> None:
    days = ("Monday", "Tuesday", "Friday")
    story = "\n\n".join(f"Jets bombed a convoy near the town of Tara on {day}, the army said." for day in days)
    zones = read_text(f"Jets bomb convoy near Tara\n\n{story}\n\n{below}\n", published=date(2017, 8, 30)).zones
    assert [zone.kind for zone in zones].count("body") == 5


@pytest.mark.parametrize(
    ("before", "remark"),
    [
        ("", "at the head of the story"),
        (
            "Smoke rises over the northern edge of Qaryat on Tuesday, seen from the hills above the town.\n\n",
            "below a caption",
        ),
        ("Search this site...\n\n", "below a line of the page"),
    ],
)
def test_a_dateline_opens_the_first_paragraph_told(before: str, remark: str) -> None:
    document = read_text(f"Army enters town\n\n{before}IRBIL, Iraq -- {STORY}\n")
    datelines = [document.text[zone.start : zone.end] for zone in document.zones if zone.kind == "dateline"]
    assert datelines == ["IRBIL, Iraq -- "], remark


def test_a_story_has_one_dateline() -> None:
    document = read_text(f"Army enters town\n\nBEIRUT -- {REPORT[0]}\n\nIRBIL, Iraq -- {STORY}\n")
    datelines = [document.text[zone.start : zone.end] for zone in document.zones if zone.kind == "dateline"]
    assert datelines == ["BEIRUT -- "]


def test_a_paragraph_of_the_story_has_no_dateline() -> None:
    document = read_text(f"Army enters town\n\n{STORY}\n\nIRBIL, Iraq -- {REPORT[0]}\n")
    assert not any(zone.kind == "dateline" for zone in document.zones)


def test_a_briefing_put_to_paper_is_no_readers_talk() -> None:
    turns = (
        "Press briefing by the spokesman of the task force, by telephone from the capital.",
        "MR. RIDA: Morning, everybody. You'll hear him in a minute, I hope.",
        "COL. SMITH: Thanks. I'm glad you're all here. On Monday the brigade reached the river and took the mill.",
        "Q: Have you seen them leave? What do you make of it?",
        "COL. SMITH: I haven't. We let food through, and I'd call the rest a rumour.",
        "Q: And what do you want next?",
        "COL. SMITH: You tell me. I think it's up to them!",
    )
    document = read_text("\n\n".join(turns) + "\n")
    assert "comment" not in {zone.kind for zone in document.zones}
    readers = read_text(
        "\n\n".join(
            [*REPORT, "Great. I love it! What do you think?", "You are wrong, lol, I was there!", "I agree with you."]
        )
    )
    assert "comment" in {zone.kind for zone in readers.zones}


def test_an_account_in_the_first_person_is_no_readers_talk() -> None:
    account = [
        "I would have opened with the mountain, which I keep thinking of. We lay among the rocks for more than an hour before help came.",
        "He told me that in 35 years of flying he had seen nothing like it, and I believed him. My head was bleeding.",
        "We set down on a shelf and were there for ten minutes. I saw women and children run towards us, and I thought: how many can we take?",
        "I keep thinking of that woman. On Friday I was told that another flight had brought her down from the mountain.",
    ]
    document = read_text(
        "Inside a crash\n\nA reporter was hurt on Tuesday when a helicopter fell, and dictated this.\n\n"
        + "\n\n".join(account)
        + "\n"
    )
    assert "comment" not in {zone.kind for zone in document.zones}


@pytest.mark.parametrize(
    "story",
    [
        "Marie Colvin, a veteran journalist, was killed in Homs on Monday, her editor said.",
        "The Carter Foundation offers aid to families in Homs, where shells killed nine people on Tuesday.",
        "Names have been changed for the safety of nine men who were arrested in Hama on Tuesday.",
        "Material used in this article was taken by gunmen in Hama on Tuesday.",
        "35 people died in Homs on Monday and rescuers retrieved 12 bodies from the rubble of the mill.",
    ],
)
def test_what_tells_a_deed_is_no_note_on_the_page(story):
    assert match_formula(story) is None
