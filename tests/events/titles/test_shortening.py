"""What a long sentence leaves out so that it fits a title and still stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.events.titles.cutting import MAX_TITLE
from timeline_app.events.titles.days import without_told_day
from timeline_app.events.titles.main_verb import main_verb
from timeline_app.events.titles.plain import plain_title
from timeline_app.events.titles.shortening import shortened
from timeline_app.events.titles.speech import speaker_named
from timeline_app.events.titles.standing import stands

LONG = [
    ("Ten guards whom the northern brigade had taken in the valley in 2014 – and later put to death – were buried in Tara yesterday",
     "Ten guards whom the northern brigade had taken in the valley in 2014 were buried in Tara", "what stands between dashes"),
    ("The elders of the old mill, carried off last December by men of the brigade, got to the bridge at half past one, coming from Bana",
     "The elders of the old mill got to the bridge at half past one, coming from Bana", "a participle between commas"),
    ("Most of the lorries with miners and their wives from Tara and Bana, two poor towns of the plain, had driven out of the yard by noon",
     "Most of the lorries with miners and their wives had driven out of the yard by noon", "what goes with the subject, with an insertion in it"),
    ("The league asked for a session of the council, which will gather on the evening of the second of April in the old town hall",
     "The league asked for a session of the council", "a clause that tells on"),
    ("The council denounced the blasts as \"cowardly and barbaric\" on Monday, offering the families of all the dead miners its sympathy",
     "The council denounced the blasts as \"cowardly and barbaric\" on Monday", "never within a quotation"),
    ("A wagon filled with hundreds of old miners and their wives still stands in the yard, watched by men who wander from gate to gate",
     "A wagon filled with hundreds of old miners and their wives still stands in the yard", "filled is no verb of the sentence"),
    ("The guards drove 45,000 miners from their homes in the valley and 12 old hamlets of the plain, the league of the elders claims",
     "The guards drove 45,000 miners from their homes", "a phrase at the end, behind what belongs to the verb"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "title", "remark"), LONG, ids=[remark for _, _, remark in LONG])
def test_a_long_sentence_leaves_out_what_it_can_do_without(sentence: str, title: str, remark: str) -> None:
    assert shortened(sentence, MAX_TITLE) == title


@pytest.mark.parametrize(
    "end",
    ["and nobody of them acted", "to watch over the", "which was aimed", "was passed by when the troops", "ever", ", home", "28 of them",
     "between the guards", "and two weeks ago"],
)  # fmt: skip
def test_no_title_ends_on_a_loose_end(end: str) -> None:
    sentence = f"The old league of Tara and Bana held on to the mill of the elders by the bridge over the river {end} at dawn in the rain"
    title = shortened(sentence, MAX_TITLE)
    assert title is None or not title.endswith(end.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The men whom the league had taken were freed", "were"),
        ("Guards seized by the league and its allies near the two dams were quietly freed", "were"),
        ("Thirteen kidnapped miners who were held in Tara were freed by the guards", "were"),
        ("The league marched to Tara, where guards had fled", "marched"),
        ("A wagon loaded with coal and its drivers stands in the yard", "stands"),
        ("The armed men of the mill fled to Tara", "fled"),
        ("Nothing of note", ""),
    ],
)
def test_the_main_verb_is_none_of_a_clause_about_a_noun(sentence: str, verb: str) -> None:
    at = main_verb(sentence)
    assert (sentence[at:].split(maxsplit=1)[0] if at >= 0 else "") == verb


WORDS = st.lists(
    st.sampled_from(
        """the guards of Tara took mill which had been held by "old men" , and , who said on Monday that they were – in
        Bana ( ) “ ” to be freed after raid killed 12 miners ; while league""".split()
    ),
    min_size=2, max_size=45,
)  # fmt: skip


@given(WORDS, st.integers(30, 90), st.booleans())
def test_only_words_of_the_sentence_in_their_order_and_never_too_many(words: list[str], limit: int, said: bool) -> None:
    sentence = " ".join(words)
    title = shortened(sentence, limit, as_said=said)
    if title is None:
        return
    assert len(title) <= limit
    rest = iter(sentence.lower().replace(",", " ").split())
    assert all(word in rest for word in title.lower().replace(",", " ").split())


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("“The valley is free of thieves,” said the commander, who fights for President Omar Rida.", "Commander"),
        ("“It was I who went” to the valley to meet Omar Rida, Adel Tarian said in a speech.", "Adel Tarian"),
        ("“This is a turning point,” the command declared.", "Command"),
        ("“We cannot wait,” an elder who leads the miners, Adel Rida, told reporters.", "Adel Rida"),
        ("“We cannot wait,” he said of Omar Rida.", None),
    ],
)
def test_the_words_are_those_of_who_says_them_not_of_who_is_named_beside(sentence: str, who: str | None) -> None:
    assert speaker_named(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Students who left the campus before police stormed it on Friday said that soldiers had beaten a professor in the yard of the university.",
         "Students said that soldiers had beaten a professor in the yard of the university"),
        ("The ships that left the port since the league brokered the deal carried nine million tonnes of wheat and maize to forty lands.",
         "The ships carried nine million tonnes of wheat and maize to forty lands"),
        ("No miners were killed, according to the league, when jets bombed a mill on the outskirts of the town of Tara, setting wagons ablaze.",
         "No miners were killed, according to the league, when jets bombed a mill"),
        ("A man whom the police had wrongly arrested for the murder of the elder in Tara in 1986 died on Friday in a hospital of the town.",
         "A man whom the police had wrongly arrested for the murder of the elder died on Friday"),
        ("The bridge was not hit, as the league claimed on Friday, by the jets, which bombed a ferry near the town of Tara, killing nine miners.",
         "The bridge was not hit, as the league claimed on Friday, by the jets"),
    ],
)  # fmt: skip
def test_nobody_is_given_the_verb_of_another(sentence: str, title: str) -> None:
    assert shortened(sentence.rstrip("."), MAX_TITLE) == title


def test_who_it_was_and_who_it_was_not() -> None:
    assert (
        plain_title("It was the Tarian army, not the guards, that shelled the mill.")
        == "the Tarian army shelled the mill"
    )


@pytest.mark.parametrize(
    ("title", "without"),
    [
        ("A truce was agreed in the valley last month", "A truce was agreed in the valley"),
        ("The guards stormed the mill two weeks ago", "The guards stormed the mill"),
        ("Planes hit the depot at 2 am today", "Planes hit the depot at 2 am"),
        ("On Friday night the operation had ground to a halt", "The operation had ground to a halt"),
        ("On Sunday rebels left the old quarter", "Rebels left the old quarter"),
        ("Last week Tarian forces took the mill", "Tarian forces took the mill"),
        ("On Sunday came the news of the truce", "On Sunday came the news of the truce"),
        ("Last week saw the fall of three villages", "Last week saw the fall of three villages"),
        ("Today marks three years of war in Tara", "Today marks three years of war in Tara"),
        ("The rebels have held the mill since last year", "The rebels have held the mill since last year"),
        ("It killed more than the raid of last week", "It killed more than the raid of last week"),
        ("They fled this week", "They fled this week"),
        ("Envoy: “We shall meet the rebels this week”", "Envoy: “We shall meet the rebels this week”"),
    ],
)
def test_a_title_does_not_begin_or_end_with_a_day_that_only_its_first_readers_know(title: str, without: str) -> None:
    assert without_told_day(title) == without


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("The wagons with the miners of the valley drove", False),
        ("The wagons with the miners of the valley drove to the mill", True),
        ("The blast beside the old mill was aimed", False),
        ("The elders formed a committee to deal", False),
        ("The league has been paying", False),
        ("The league has been paying visits", True),
    ],
)
def test_a_title_is_not_cut_behind_a_verb_that_waits_for_more(cut: str, whole: bool) -> None:
    assert stands(cut, is_cut=True) is whole


def test_what_is_claimed_is_not_left_out() -> None:
    claim = "that the old mill of the elders by the bridge had been lost to the guards"
    assert shortened(f"The league's papers claimed last week, not for the first time, {claim}", MAX_TITLE) is None


def test_what_says_more_of_things_is_left_out() -> None:
    told = "The guards set to work at once on taking apart the mines and the heavy devices"
    assert shortened(f"{told} that the rebels had laid around the old mill by the bridge", MAX_TITLE) == told
