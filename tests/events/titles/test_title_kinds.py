"""Kinds of titles that nobody understands without the article, each with what is shown instead."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.events.reading.sentence import read_sentence
from timeline_app.events.titles.cutting import MAX_TITLE
from timeline_app.events.titles.making import _done_to, make_title
from timeline_app.events.titles.topics import topic_of, with_topic
from timeline_app.pipeline import parse_document


@pytest.mark.parametrize(
    ("sentence", "title", "remark"),
    [
        ("In return for the two officers the ministry wanted nine drivers, whom rebels had abducted in 2013.",
         "Rebels had abducted nine drivers in 2013", "no relative pronoun at the head"),
        ("The northern commander is said to have refused the offer of the two mediators.",
         "The northern commander is said to have refused the offer of the two mediators", "nobody said what was refused"),
        ("The brigade, a militia that the government in the capital and most of its neighbours regard as unlawful, brokered"
         " the exchange.", "The brigade brokered the exchange", "what is inserted behind the subject goes first"),
        ("Col. John Miller, a spokesman for the alliance in the north of the country, told reporters that warplanes had"
         " destroyed two bridges.", "Warplanes had destroyed two bridges", "what was said, not to whom"),
        ("Capt. John Miller, spokesman of the alliance, informed reporters that there was no sign at all that the column"
         " of lorries was ready to turn round.", "Capt. John Miller: there was no sign at all that the column of lorries was ready", "what was informed"),
        ("The rebels’ northern brigade captured on Friday the grain silos and the two flour mills beside the railway station.",
         "The rebels’ northern brigade captured the grain silos and the two flour mills", "a day parts verb and object"),
        ("To the south of the ring road, army units shelled the textile mills and the grain silos for a third day in a row.",
         "Army units shelled the textile mills and the grain silos for a third day in a row", "where it was leads in"),
        ("On Aug. 28, 2017, the general ordered the withdrawal of the two brigades.",
         "The general ordered the withdrawal of the two brigades", "a date with its year leads in"),
        ("To keep the road open for lorries, the engineers destroyed two more barricades.",
         "The engineers destroyed two more barricades", "an aim leads in"),
        ("Several guards seized by the northern brigade and its allies near the two dams were quietly and quickly released.",
         "Several guards were quietly and quickly released", "two adverbs before the verb"),
        ("The council later on Monday issued a statement, saying nine guards of the northern dam were injured in the blast.",
         "The council issued a statement, saying nine guards of the northern dam were injured", "another clause lies between"),
        ("No bus of the convoy was attacked directly - just some outlying lorries which were on their way to join the"
         " convoy on the road.", "No bus of the convoy was attacked directly - just some outlying lorries", "a tail behind a dash that fits"),
        ("The press office of the SDF announced that its engineers had captured nine positions.",
         "The SDF’s engineers had captured nine positions", "whose they are"),
        ("The brigade also attacked the bakery of the northern quarter and said that there would be no end to the attacks on"
         " it.", "The brigade also attacked the bakery of the northern quarter", "no second verb without its object"),
    ],
)  # fmt: skip
def test_a_title_says_what_happened(sentence: str, title: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    made = make_title(sentence, reading)
    assert made == title, remark
    assert len(made) <= MAX_TITLE


@pytest.mark.parametrize(
    ("told", "sentence", "title", "remark"),
    [
        ("A column of lorries left Homs on Friday.", "It was shelled near Palmyra.",
         "The column of lorries was shelled near Palmyra", "it"),
        ("The guards accepted a truce on Friday.", "It came into effect in Homs on Sunday.", "It came into effect in Homs on Sunday",
         "no guards come into effect"),
        ("The truce in Homs was accepted on Friday.", "It came into effect on Sunday.",
         "The truce in Homs came into effect on Sunday", "a truce does"),
        ("The lorries left Homs on Friday.", "They were shelled near Palmyra.", "The lorries were shelled near Palmyra", "they"),
        ("The lorries left Homs on Friday.", "It was shelled near Palmyra.", "It was shelled near Palmyra", "number differs"),
        ("A local commander left Homs on Friday.", "He was killed near Palmyra.", "The local commander was killed near Palmyra",
         "a person by what he does"),
        ("A column of lorries left Homs on Friday.", "It is not clear who shelled Palmyra.", None, "no thing is meant"),
        ("The fort fell on Friday.", "In it lay nine bodies that soldiers uncovered in Palmyra.",
         "In the fort lay nine bodies that soldiers uncovered in Palmyra", "in it"),
        ("The column left Homs on Friday.", "That column was shelled near Palmyra.", "The column was shelled near Palmyra", "that"),
        ("The lorries left Homs on Friday.", "The police announced on Monday that she had been found in Palmyra.",
         "She had been found in Palmyra", "the police are no she"),
        ("The lorries left Homs on Friday.", "It was the first time rebels had reached Palmyra.",
         "It was the first time rebels had reached Palmyra", "it stands for nothing"),
        ("On Friday, the SDF announced that the last push had begun.", "It did so after gunmen attacked Palmyra.",
         "The SDF did so after gunmen attacked Palmyra", "who announced it"),
    ],
)  # fmt: skip
def test_a_pronoun_at_the_head_is_named(told: str, sentence: str, title: str | None, remark: str) -> None:
    document = read_text(f"{told} {sentence}\n", published=date(2017, 9, 2))
    titles = [
        event.title
        for event in parse_document(document, load_gazetteer())
        if event.reports[0].quote.startswith(sentence[:6])
    ]
    assert titles == ([] if title is None else [title]), remark


def test_a_topic_is_short_and_plain() -> None:
    assert topic_of("A column of lorries has left Homs") == "A column of lorries"
    assert topic_of("They left Homs") is None
    assert topic_of("On the road to Homs lorries were shelled") is None
    assert with_topic("This incited the governor", lambda: ()) == "This incited the governor"
    assert with_topic("This ended the siege", lambda: ("The deal",)) == "This ended the siege"


def test_whom_is_named_behind_the_verb_it_is_the_object_of() -> None:
    sentence = "The army received the bodies of 12 officers whom the militia had captured near Hama in 2013."
    assert _done_to(sentence.rstrip("."), "captured") == "the militia had captured 12 officers near Hama in 2013"
    assert _done_to("The men whom they had beaten left.", "beaten") == ""


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Sixteen guards and drivers whom fighters of the Al-Tara-linked Lion Front had abducted regained their freedom"
         " on Tuesday under an exchange that also opened the cells of men in other jails.",
         "Sixteen guards and drivers regained their freedom on Tuesday under an exchange"),
        ("Thirteen kidnapped people who were held in the mill at the edge of the eastern valley in the rural district"
         " were freed by the army on Thursday.", "Thirteen kidnapped people who were held in the mill were freed by the army on Thursday"),
        ("The council cautioned in February that a failure of the dam would have catastrophic consequences for people"
         " downstream as far as the sea.",
         "The council cautioned that a failure of the dam would have catastrophic consequences"),
        ("The council of the valley made known that the body of the guard had been delivered to it.",
         "The body of the guard had been delivered to the council of the valley"),
        ("Rida Haddad, the security chief who negotiated on behalf of the valley, confirmed that all 16 men were out.",
         "Rida Haddad confirmed that all 16 men were out"),
    ],
)  # fmt: skip
def test_a_clause_about_the_subject_does_not_cut_the_title_off(sentence: str, title: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    assert make_title(sentence, reading) == title


def test_nothing_is_nobody_s_name() -> None:
    text = "Nothing had been heard of them since. According to the army, its truce near the mill began at 7 am."
    told = parse_document(read_text(text, published=date(2017, 8, 28)), load_gazetteer())
    assert [event.title for event in told][1:] == ["Its truce near the mill began at 7 am"]


@pytest.mark.parametrize(
    ("text", "title", "remark"),
    [
        ("The army seized a cell in Homs on Monday. Its members were shot on Tuesday.", "The cell’s members were shot on Tuesday",
         "the body it came upon"),
        ("The army seized a cell and a gang in Homs on Monday. Its members were shot on Tuesday.", "Its members were shot on Tuesday",
         "of two it is not said whose"),
        ("The league seized a cell in Homs on Monday. Its office was shelled on Tuesday.", "The league’s office was shelled on Tuesday",
         "an office is the subject's"),
    ],
)  # fmt: skip
def test_its_members_are_those_of_the_body_told_of(text: str, title: str, remark: str) -> None:
    told = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    assert told[-1].title.removesuffix(" (Homs)") == title, remark
