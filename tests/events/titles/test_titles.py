"""Titles a reader understands without the article."""

from __future__ import annotations

import pytest

from timeline_app.events.reading import read_sentence
from timeline_app.events.titles.cutting import MAX_TITLE
from timeline_app.events.titles.making import make_title


@pytest.mark.parametrize(
    ("sentence", "title", "remark"),
    [
        ("Unsurprisingly, all other parties had been left out of the talks.", "All other parties had been left out of the talks",
         "an adverb before the sentence is dropped"),
        ("The general rejected the demand of the fighters in the town on the grounds that he had no orders at all from the"
         " capital.", "The general rejected the demand of the fighters in the town", "no loose end"),
        ("There is no hope for the men in the tunnel, the army said.", "Army: There is no hope for the men in the tunnel",
         "who said it comes first"),
        ("Rebels captured the northern district of the town, the army said.", "Rebels captured the northern district of the town",
         "what happened, not who told it"),
        ("We will strike again where it is necessary,” Col. Ryan Dillon said.", "Ryan Dillon: “We will strike again where it is necessary”",
         "the end of a quotation"),
        ("At least 29 civilians, including 8 children, were killed in the town.", "At least 29 civilians, including 8 children, were killed in the town",
         "a count is no opening to be dropped"),
        ("The army announced on Sunday that they had taken control of the northern district.",
         "The army had taken control of the northern district", "the pronoun is who announced it"),
        ("In February 1917 the British recaptured Kut, and they entered Baghdad.",
         "In February 1917 the British recaptured Kut, and they entered Baghdad", "an opening that holds the verb stays"),
        ("Dillon added that “the coalition has not struck the convoy.", "Dillon added that “the coalition has not struck the convoy”",
         "a quotation is closed"),
        ("A small group of nuns was able to leave the last of the convents of the upper valley late on Sunday, a medic said.",
         "A small group of nuns was able to leave the last of the convents of the upper valley", "cut at a border behind the verb"),
        ("But just as a pact on the wells was made and announced by both sides, gunmen attacked the old mill twice, a monitor said.",
         "Gunmen attacked the old mill twice", "what leads in, with its conjunction"),
        ("As the guards gained ground in the valley, they shelled the old mill.", "The guards shelled the old mill",
         "the pronoun is who was told of before it"),
        ("Showing their anger at the guards, many of whom are strangers, the elders condemned the raid.",
         "The elders condemned the raid", "a participle leads in, a clause about its object behind"),
        ("The league said one driver was killed in the raid and that more guards would be needed before work could go on.",
         "One driver was killed in the raid", "what was said besides"),
        ("A channel quoted a guard as saying Tarian and Banian jets were hitting the mill as the miners fled.",
         "Tarian and Banian jets were hitting the mill as the miners fled", "quoted as saying"),
        ("The villages of Tara, Bana and Sur in the upper district as well as the mill of the old family were captured from the league.",
         "The villages of Tara, Bana and Sur were captured from the league", "a list is one subject"),
        ("The chief of staff of the land forces of the republic and other top commanders inspected the long front from a plane.",
         "The chief of staff of the land forces of the republic inspected the long front", "and others"),
        ("The flights from the mill in the valley had been suspended by the league on Friday, a day after they began.",
         "The flights from the mill in the valley had been suspended by the league on Friday", "no 'a day' at the end"),
        ("Most of the men that were held in Bana, a town that links the roads to the coast and the plain of the old realm, died.",
         "Most of the men that were held in Bana died", "what is told of the town between commas"),
        ("“It is clear who leads them,” said league director Adel Rida.", "League director Adel Rida: “It is clear who leads them”",
         "who speaks stands behind the verb"),
        ("“Five carts came from the upper valley,” said Omar al-Tari, who heads a team of doctors.",
         "Omar al-Tari: “Five carts came from the upper valley”", "with his name whole"),
        ("• 9.15am: Shells fell on the market of Tara.", "Shells fell on the market of Tara", "marks of a list and a live page"),
        ("TARA: Shells fell on the market.", "Shells fell on the market", "a dateline with a colon"),
        ("TARA // Shells fell on the market of the town.", "Shells fell on the market of the town", "or with strokes"),
        ("It was on Sunday that the guards proclaimed victory in the valley.", "The guards proclaimed victory in the valley",
         "a day put first"),
        ("According to the press office, which the council runs, nine guards left the valley.", "Nine guards left the valley",
         "who says it, and what that is"),
        ("Nobody said that they were behind the bombing of the mill.", "Nobody said that they were behind the bombing of the mill",
         "nobody is no they"),
        ("The council, meanwhile, ordered a raid on the valley of Tara.", "The council ordered a raid on the valley of Tara", "an aside"),
        ("In the past two days the guards have attacked two columns of lorries.", "The guards have attacked two columns of lorries",
         "when, without a comma"),
        ("As the buses rolled, rebels in the valley set nine guards free.", "Rebels in the valley set nine guards free",
         "the clause that opens the sentence ends at its comma"),
        ("The offices where men were signed up were hit by shells.", "The offices where men were signed up were hit by shells",
         "a relative clause ends before the next verb"),
        ("“Nine guards died in the valley,” said the league's western director, Omar al-Tari.",
         "Omar al-Tari: “Nine guards died in the valley”", "the name behind what somebody is"),
        ("Nine of the dead were guards of the mill, the organisation was told by witnesses.",
         "Nine of the dead were guards of the mill, the organisation was told by witnesses", "who is told says nothing"),
        ("After the raid, the army said, it had killed ten rebels in Tara.", "The army said, it had killed ten rebels in Tara", "who it is"),
        ("The army, officials said, was driven out of the valley on Monday.", "The army was driven out of the valley on Monday",
         "who says it within the sentence"),
        ("In Tara, it said, the shells fell on houses in the western quarter.", "The shells fell on houses in the western quarter",
         "and behind what leads in"),
        ("Five days before, on 30 March, a raid just outside the town injured dozens of people.",
         "A raid just outside the town injured dozens of people", "a lead of two days"),
        ("A guard in the town confirmed that they had arrived.", "They had arrived", "one guard is no they"),
        ("“The second column of the northern brigade in the Popular Mobilisation Authority captured the mill of Tara at dawn,” said Omar al-Tari.",
         "Omar al-Tari: The second column of the northern brigade captured the mill of Tara", "retold where it is too long to quote up to its verb"),
        ("The joint command said in a short note, “The air force dropped leaflets on the mill.”",
         "Joint command: “The air force dropped leaflets on the mill”", "words behind their speaker"),
        ("Raiders backed by heavy fire from the hills drove the guards of the old league out of the upper and the lower valley on Sunday.",
         "Raiders drove the guards of the old league out of the upper and the lower valley on Sunday", "not 'drove out' alone"),
        ("But the miners left the upper valley on Sunday.", "The miners left the upper valley on Sunday", "what it stands against is not told"),
        ("The league has repeatedly stressed that it was no party to the pact of the elders of the upper valley and the farmers.",
         "League: it was no party to the pact of the elders of the upper valley and the farmers", "auxiliaries and adverbs of the speech verb"),
        ("Five miners were killed in the old pit, Adel Rida, the town’s mayor, confirmed.", "Five miners were killed in the old pit",
         "who confirmed it, with what he is"),
        ("The siege of the mill in the upper valley of the old realm began on Sunday, when troops of the republic backed by planes came.",
         "The siege of the mill in the upper valley of the old realm began on Sunday", "no clause without its verb"),
        ("The long battle for the mill in the old valley comes 10 days after the chief of the league warned of a raid on it.",
         "The long battle for the mill comes 10 days after the chief of the league warned of a raid", "days are counted from something"),
        ("On Thursday, the battle for the mill went on.", "The battle for the mill went on", "a particle that ends its sentence"),
        ("The guards received the \"nine miners\" from the upper valley, the lower valley, the plain by the sea and the hills, he said.",
         "The guards received the \"nine miners\" from the upper valley, the lower valley, the plain", "straight marks stay in pairs"),
        ("Guards said Sunday they uncovered two old depots outside the mill of Bana.", "Guards uncovered two old depots outside the mill of Bana",
         "the day on which it was said"),
        ("A leader of the old league said this week that the fight for the mill is taking longer than the elders had hoped for.",
         "The fight for the mill is taking longer than the elders had hoped for", "and the week"),
        ("BANA, Oldland Region – The league has stormed the mill.", "The league has stormed the mill", "a dateline with its land"),
        ("The monitor said July 19 that at least 69 miners had left the two valleys.", "At least 69 miners had left the two valleys",
         "nor the day of the month"),
        ("On January 4, a cold evening, the two men were found at the mill.", "The two men were found at the mill", "what a day it was"),
        ("Three weeks later, in the cold, the league stormed the mill.", "The league stormed the mill", "how much later"),
        ("The old group Falcons, the Armed Men of Bana, and the Army of the Upper Valley stormed the mill of the elders in May of that year.",
         "The old group Falcons stormed the mill of the elders in May of that year", "a list before the verb is no clause"),
        ("Sunday’s blast tore through a crowded, very poor quarter of the old town, turning its streets of shops and markets into rubble.",
         "Sunday’s blast tore through a crowded, very poor quarter of the old town", "a comma between adjectives"),
        ("Two high-ranking commanders of the league, identified as Omar al-Tari and Adel Rida of the upper valley, have escaped from Bana.",
         "Two high-ranking commanders of the league have escaped from Bana", "a participle beside the subject"),
        ("A source confirmed to Banapress that the league had cleared the mill of the elders.", "The league had cleared the mill of the elders",
         "who was told"),
        ("According to the Bana Agency 15 homes of miners were destroyed in the old town, while others said that the fire began by itself.",
         "According to the Bana Agency 15 homes of miners were destroyed in the old town", "a preposition is no subject"),
        ("Up to 73 miners including 15 women of the upper valley died at the mill and up to 120 others were wounded in the strikes.",
         "Up to 73 miners died at the mill and up to 120 others were wounded in the strikes", "no 'and up' at the end"),
        ("Bana – On Sunday, the command called the people of the valley to leave it.",
         "The command called the people of the valley to leave it", "a town in small letters before the sentence"),
    ],
)  # fmt: skip
def test_a_title_stands_alone(sentence: str, title: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert make_title(sentence, reading, "Ryan Dillon" if "Dillon" in sentence else None) == title, remark


@pytest.mark.parametrize("words", [40, 200])
def test_no_title_is_longer_than_a_line(words: int) -> None:
    sentence = "Rebels captured " + "the very large and well known northern " * words + "town."
    reading = read_sentence(sentence)
    assert reading is not None
    assert len(make_title(sentence, reading)) <= MAX_TITLE
