"""Which sentences report something, what, and how surely."""

from __future__ import annotations

import pytest

from timeline_app.events.reading import read_sentence


@pytest.mark.parametrize(
    ("sentence", "kind", "modality", "remark"),
    [
        ("Rebels captured the northern district on Monday.", "territory", "asserted", "simple past"),
        ("The town was shelled overnight.", "strike", "asserted", "passive"),
        ("The two sides have signed a truce.", "agreement", "asserted", "perfect"),
        ("Negotiators are discussing a prisoner swap.", "talks", "asserted", "progressive"),
        ("The army has not entered the city.", "movement", "denied", "negation"),
        ("The convoy will leave the camp tomorrow.", "movement", "planned", "future"),
        ("The group reportedly executed six hostages.", "violence against civilians", "claimed", "hearsay adverb"),
        ("According to residents, jets bombed the market.", "strike", "claimed", "attribution"),
        ("The minister said that troops had seized the airport.", "territory", "asserted", "reported speech"),
        ("A deal was struck between the two sides.", "agreement", "asserted", "nobody is struck by a deal"),
        ("Protesters marched through the capital.", "movement", "asserted", "first of the types"),
        ("The convoy remains at the crossing.", "movement", "asserted", "narrative present"),
        ("Police arrested four men and released two.", "detention", "asserted", "two verbs, the first one"),
        ("Turkey, which attacked the town in 2018, said it will leave.", "movement", "planned", "the main clause resumes"),
        ("The commander, who was captured in 2014, died on Sunday.", "attack", "asserted", "so does its verb"),
        ("The group claimed the attack and released a video that showed captured weapons.", "statement", "claimed",
         "a participle behind another verb is an adjective"),
        ("The minister ordered an investigation on Tuesday.", "other", "asserted", "ordered"),
        ("Fighters launched a counter-attack near the station.", "attack", "asserted", "counter-attack"),
        ("The group kidnapped 30 soldiers in the town.", "detention", "asserted", "a doubled consonant"),
        ("Planes airdropped food over the town.", "aid", "asserted", "another one"),
        ("Gunmen torched five buses.", "attack", "asserted", "torched"),
        ("Rebels were driven out of the town.", "territory", "asserted", "an irregular verb of two words"),
        ("The council is expected to vote on Monday.", "other", "planned", "expected to"),
        ("Airstrikes on a market in the town killed at least 31 civilians.", "attack", "asserted", "a counted object"),
        ("Troops surrounded the town.", "offensive", "asserted", "surrounded"),
        ("About 200 people took part in the protest.", "protest", "asserted", "took part: the noun says in what"),
        ("A driver disappeared at the checkpoint.", "detention", "asserted", "disappeared"),
        ("Relatives protested outside the courthouse.", "protest", "asserted", "protested"),
        ("Prices fell on Monday.", "other", "asserted", "no town fell"),
        ("The company released a statement on Monday.", "statement", "asserted", "nobody was let go"),
        ("Workers went on strike on Monday.", "protest", "asserted", "nothing was hit"),
        ("The coalition launched airstrikes against the roads being taken by the fighters.", "strike", "asserted",
         "a light verb takes the nearest noun's type; a participle is no clause"),
        ("The convoys travelled south on Monday.", "movement", "asserted", "British spelling"),
        ("The convoy has been halted since Monday as both sides argue: strike it or let it pass?", "movement", "asserted",
         "a question in apposition does not unsay the statement"),
        ("Guards foiled a plot against the governor.", "clash", "asserted", "foiled"),
        ("A court sentenced the preacher to ten years.", "detention", "asserted", "a verb told in the past only"),
        ("The advance ground to a halt at the river.", "offensive", "asserted", "an irregular phrase"),
        ("Two officers of the Armed Forces units arrived on Friday from the coast.", "movement", "asserted",
         "a verb without an object is no participle, and 'armed' no verb"),
        ("Fighters who had held the hill for weeks withdrew from it.", "movement", "asserted",
         "a past with a participle of its own"),
        ("US-backed troops attacked from the north.", "attack", "asserted", "a hyphened adjective is no verb"),
        ("The besieged garrison attacked from the north.", "attack", "asserted", "nor is one behind an article"),
        ("Troops backed by jets managed to cross the canal.", "movement", "asserted", "managed to"),
        ("Prime Minister Theresa May has condemned the raid.", "accusation", "asserted", "a name, not a modal"),
        ("Police chased the man and wounded him.", "attack", "asserted", "a pronoun is an object"),
        ("“Eleven soldiers were killed in the ambush,” it added.", "statement", "asserted", "a fact in quotation marks"),
        ("“The work is finished,” said a mayor in the south.", "statement", "asserted", "the speaker behind the words"),
        ("On Friday the ministry announced the sudden withdrawal of its jets, adding:", "statement", "asserted",
         "an event announced before a quotation"),
        ('Many guards surrendered to our men overnight," said a note from the garrison.', "statement", "asserted",
         "straight marks that were opened in the sentence before"),
        ("For weeks, fighting has raged around the mill.", "clash", "asserted", "raged"),
        ("An officer of the force known as the Falcons also confirmed the find.", "statement", "asserted",
         "'known as' opens no clause"),
    ],
)  # fmt: skip
def test_reports_are_read(sentence: str, kind: str, modality: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert (reading.type, reading.modality) == (kind, modality), remark


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("Will the army attack the city?", "a question"),
        ("If the army attacked, the city would fall.", "a condition"),
        ("You should have seen how they attacked us.", "talk to a reader"),
        ("I think they captured it too late.", "the writer's opinion"),
        ("“We are watching them in real time.”", "a bare quotation"),
        ("This is an embarrassing outcome.", "a judgement"),
        ("A destroyed bridge over the river", "a caption"),
        ("In this March 3, 2018, file photo, fighters attacked a post.", "a picture described"),
        ("A video image shows how tanks shelled the town.", "another one"),
        ("Soldiers kidnapped by the group in 2014", "a noun phrase"),
        ("Troops could attack at any time.", "a possibility"),
        ("As the agency reports:", "an introduction"),
        ("It is still unclear if the army will cross the river.", "nobody says that it will"),
        ("The fate of nine of them remains unknown.", "nothing stays or moves"),
        ("“It has collapsed and everybody fled from it at once,” he said.", "carries on a quotation"),
    ],
)
def test_what_reports_nothing_is_left_out(sentence: str, remark: str) -> None:
    assert read_sentence(sentence) is None, remark
