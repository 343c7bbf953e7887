"""Which sentences report something, what, and how surely."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app.events.reading.sentence import read_sentence


@pytest.mark.parametrize(
    ("sentence", "kind", "modality", "remark"),
    [
        ("Rebels captured the northern district on Monday.", "territory", "asserted", "simple past"),
        ("The town was shelled overnight.", "strike", "asserted", "passive"),
        ("The two sides have signed a truce.", "agreement", "asserted", "perfect"),
        ("Negotiators are discussing a prisoner swap.", "talks", "asserted", "progressive"),
        ("The army has not entered the city.", "movement", "denied", "negation"),
        ("The army should make public what its inquiry found last year, a rights group urged on Tuesday.", "statement", "asserted",
         "who urges comes last"),
        ("Four families were among the dead in the town on September 29.", "attack", "asserted", "who shared a fate"),
        ("Among those freed on Monday was the mayor, Adel Rida.", "detention", "asserted", "and the other way round"),
        ("Tara was the first city to fall to the group, in January 2014.", "territory", "asserted", "what befell the first"),
        ("The army should publish what its inquiry found on four men said to have been tortured last year, a group urged.",
         "statement", "asserted", "what is said of the dead says nothing"),
        ("As early as Wednesday the presidency had warned that closing the post was “out of the question”.", "statement", "asserted",
         "'as early as' opens no clause"),
        ("On March 5, President Erdogan and his counterpart Vladimir Putin agree in Moscow on a ceasefire.", "agreement", "asserted",
         "two of them agree"),
        ("The patriarch, Omar Rida, called on the world to help free “our sisters” on Tuesday.", "talks", "asserted", "not ours"),
        ("If the truce holds, aid will go to the camp, the envoy said on Sunday.", "movement", "planned", "somebody said so"),
        ("The convoy will leave the camp tomorrow.", "movement", "planned", "future"),
        ("The group reportedly executed six hostages.", "violence against civilians", "claimed", "hearsay adverb"),
        ("A spokesman conceded to us on Friday that jets had struck the village.", "strike", "asserted", "who told the paper"),
        ("The ministry called the raid on the village blatant.", "accusation", "asserted", "what a deed is called"),
        ("“Jets struck known sites,” the officer wrote in an email to the paper.", "statement", "asserted", "wrote"),
        ("Rida al-Masri, Tara's mayor and head of the council, condemned on Wednesday what he called a crime.", "accusation",
         "asserted", "who somebody is stands before the verb"),
        ("The mayor of Tara, Jane Doe, condemned on Monday the raid on the mill.", "accusation", "asserted", "and so his name"),
        ("Jane Doe, the mayor, wounded in the raid, died on Friday.", "attack", "asserted", "another verb is the main one"),
        ("The army’s command called the victory “the end of the whole campaign”.", "statement", "asserted", "in words of its own"),
        ("The ministry called the reports about the mill “fake” on Monday.", "refusal", "asserted", "what is untrue"),
        ("The envoy called upon all parties to spare the mill.", "talks", "asserted", "called upon"),
        ("The minister called an emergency session on Monday.", "talks", "asserted", "called a session"),
        ("On July 11, his Free Miners Movement set up a committee for the return of the displaced.", "other", "asserted", "set up"),
        ("The accord was worked out on Thursday by the council.", "agreement", "asserted", "worked out"),
        ("Around 100 fighters had given themselves up by Saturday morning.", "territory", "asserted", "gave themselves up"),
        ("More than 200 fighters set out by bus for Idlib.", "movement", "asserted", "by bus"),
        ("The premier announced on Friday that he would hand in his resignation, a move that comes after weeks of protests and"
         " while 15 more men were shot dead.", "statement", "asserted", "what was announced, not what is told beside"),
        ("After that the miners staged sit-ins at the mill, believing the council could do more.", "other", "asserted", "then"),
        ("The council, which backs the miners, afterwards told its guards to stay away.", "statement", "asserted", "afterwards"),
        ("One of our ambulances was shot at in the town on Friday.", "attack", "asserted", "whose they are who write"),
        ("Interior Minister Mohammed al-Rida handed in his resignation on Tuesday, saying that the services did not work together.", "other",
         "asserted", "his name is no past"),
        ("On March 10 the army isolates Tara and splits the pocket into three parts.", "other", "asserted", "isolates"),
        ("Strikes since Monday killed nine people.", "attack", "asserted", "since opens none before a day"),
        ("The town was captured in May and lost again ten months later.", "territory", "asserted", "again"),
        ("The besieged town has been split in two since Monday.", "other", "asserted", "what has been done, by no listed verb"),
        ("Guards had by then taken back the valley.", "territory", "asserted", "by then"),
        ("Troops were meanwhile able to blow up a car.", "attack", "asserted", "meanwhile able"),
        ("Helicopters dropped four barrel bombs on the mill.", "strike", "asserted", "bombs"),
        ("Judges dropped the rockets case.", "other", "asserted", "nor a case"),
        ("Judges dropped the charges against the miller.", "other", "asserted", "not charges"),
        ("The state said on Monday that the women, who had been seized in July, were all free.", "statement", "asserted",
         "what is said goes on behind the relative clause"),
        ("The group gave up six of the captives on Monday.", "territory", "asserted", "gave up so many"),
        ("According to residents, jets bombed the market.", "strike", "claimed", "attribution"),
        ("The minister said that troops had seized the airport.", "territory", "asserted", "reported speech"),
        ("A deal was struck between the two sides.", "agreement", "asserted", "nobody is struck by a deal"),
        ("Protesters marched through the capital.", "movement", "asserted", "first of the types"),
        ("The convoy remains at the crossing.", "movement", "asserted", "narrative present"),
        ("Police arrested four men and released two.", "detention", "asserted", "two verbs, the first one"),
        ("The base, the news agency said, held several mass graves.", "discovery", "asserted", "behind who said so"),
        ("By May about half of the population was back in the city.", "movement", "asserted", "who is back has come"),
        ("The captives are back home in Tara.", "movement", "asserted", "likewise"),
        ("Units which the league trained, launched an attack on the mill.", "attack", "asserted", "behind a clause of its subject"),
        ("Units which the league trained launched an attack on the mill.", "attack", "asserted", "and without its comma"),
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
        ("The monitor reported on May 20 that, under the deal, buses had entered the camp.", "movement", "asserted", "a month"),
        ("A monitor said it was not true that the town was taken.", "territory", "denied", "not true"),
        ("The monitor learned that jets bombed the bridge.", "strike", "asserted", "what a monitor learned"),
        ("Divers located the wreck on Monday.", "discovery", "asserted", "found"),
        ("The wreck was located on Monday by divers.", "discovery", "asserted", "on a day, not on a hill"),
        ("Guards set out to retake the mill last May.", "movement", "asserted", "for a deed"),
        ("It is worth mentioning that guards managed on Monday to break the siege.", "other", "asserted", "a remark"),
        ("He said that 20 armoured lorries with rebels crossed from Tara into Bana on Friday.", "movement", "asserted", "an adjective"),
        ("The group took responsibility for an attack on the village.", "attack", "asserted", "whose deed it says it was"),
        ("The mayor took responsibility for the budget.", "other", "asserted", "no deed of violence"),
        ("Prime Minister Theresa May has condemned the raid.", "accusation", "asserted", "a name, not a modal"),
        ("Police chased the man and wounded him.", "attack", "asserted", "a pronoun is an object"),
        ("“Eleven soldiers were killed in the ambush,” it added.", "statement", "asserted", "a fact in quotation marks"),
        ("The mill was in the army's hands on the following day.", "territory", "asserted", "in whose hands it is"),
        ("The ruins are back under government control.", "territory", "asserted", "under whose control"),
        ("No fewer than nine guards lost their lives in the valley.", "attack", "asserted", "lives lost, and no denial"),
        ("Rockets fell silent in the valley at noon.", "other", "asserted", "and not on anybody"),
        ("The number of rockets fell in May.", "other", "asserted", "a figure falls"),
        ("The conference closed in the valley on Friday.", "other", "asserted", "it closed in upon nobody"),
        ("A raid on the mill cost nine men their lives.", "attack", "asserted", "what it cost"),
        ("Nine men were let out of the prison on Friday.", "movement", "asserted", "let out of it"),
        ("Nine families got out of the valley on Friday.", "movement", "asserted", "got out of it"),
        ("The talks on the valley were wound up on Friday.", "talks", "asserted", "nobody was wounded"),
        ("Nine men are to be let out of the valley, local elders and the league announced on Friday.", "movement", "planned",
         "what is to come, whoever announced it"),
        ("A session is to be held in the hall on Friday.", "other", "planned", "a passive to come"),
        ("Further south, we're aware that guards reached the mill on Tuesday.", "other", "asserted", "known to who speaks"),
        ("On Aug. 29 our jets cratered the road near the mill.", "strike", "asserted", "its own jets"),
        ("On Feb. 9, there was a second strike.", "strike", "asserted", "that it occurred"),
        ("There were fierce clashes in the hills on Monday.", "clash", "asserted", "several of them"),
        ("On Aug. 30 we cratered the road near the mill.", "strike", "asserted", "told by a party to it, with its day"),
        ("The premier said on Monday that the deal was an insult, and who can blame him?", "statement", "asserted", "before a question"),
        ("“This is what they do to us,” a medic said as jets bombed a hospital on Monday.", "strike", "asserted", "a quotation first"),
        ("This was how the league captured the mill on June 10, 2014.", "territory", "asserted", "told as it was"),
        ("The parliament of the league passed a resolution on Sunday.", "other", "asserted", "a resolution is passed"),
        ("The league launched missiles at the base.", "strike", "asserted", "a light verb with what flew"),
        ("The league launched a rocket programme.", "other", "asserted", "nothing flew"),
        ("Neither side gave up ground in the valley.", "territory", "denied", "nobody did"),
        ("The group gave up the mill.", "territory", "asserted", "somebody did"),
        ("Prices rolled back in the valley.", "other", "asserted", "prices do not move"),
        ("Gunmen set off a car bomb at the mill.", "attack", "asserted", "a bomb is set off"),
        ("Four medics were among 15 people killed by a bomber on Monday.", "attack", "asserted", "who shared a fate, with a number"),
        ("The zone has been the target of a violent offensive since May.", "offensive", "asserted", "what was done to it"),
        ("The old town was the scene of heavy clashes.", "clash", "asserted", "what went on there"),
        ("Nine miners had been in the group's custody since May.", "detention", "asserted", "who is held"),
        ("Three of them remain in detention.", "detention", "asserted", "and still is"),
        ("As he told the weekly, nine miners were killed by the guards.", "attack", "asserted", "who was told"),
        ("The mayor was among several people who were detained on Monday.", "detention", "asserted", "by another fate"),
        ("Nine were among those killed, a month after the premier had announced a truce.", "attack", "asserted", "a clause behind it"),
        ("On Sunday, a court gave death sentences to nine men.", "detention", "asserted", "a court sentences"),
        ("The lorries set off for the valley.", "movement", "asserted", "lorries set off"),
        ("The lorries set out on Monday.", "movement", "asserted", "lorries set out"),
        ("Residents hid in cellars when jets bombed the mill.", "strike", "asserted", "the news is in the clause behind"),
        ("Crowds lined up along the road that gunmen had attacked.", "movement", "asserted", "but not in a relative clause"),
        ("The mayor counted seven raids on the mill.", "other", "asserted", "raids are counted, nobody raids"),
        ("Police arrest a man on suspicion of having brought in arms.", "detention", "asserted", "what he may have done is no news"),
        ("Three rockets fell on the market at noon.", "strike", "asserted", "what falls from the sky"),
        ("The town fell at noon.", "territory", "asserted", "and what falls to somebody"),
        ("“The work is finished,” said a mayor in the south.", "statement", "asserted", "the speaker behind the words"),
        ("On Friday the ministry announced the sudden withdrawal of its jets, adding:", "statement", "asserted",
         "an event announced before a quotation"),
        ('Many guards surrendered to our men overnight," said a note from the garrison.', "statement", "asserted",
         "straight marks that were opened in the sentence before"),
        ("For weeks, fighting has raged around the mill.", "clash", "asserted", "raged"),
        ("An officer of the force known as the Falcons also confirmed the find.", "statement", "asserted",
         "'known as' opens no clause"),
        ("Six families were able to leave the quarter late on Monday.", "movement", "asserted", "who was able to leave left"),
        ("At least 40 of the guards have been “neutralized” since May.", "attack", "asserted",
         "a quotation mark before a participle parts nothing"),
        ("The hill “is ours since the battle of May,” the ministry announced in a separate note on Friday.", "statement", "asserted",
         "who announced it stands before the verb"),
        ("The channel aired from the town, showing shops and badly damaged houses, and reported no deaths.", "statement", "asserted",
         "an adverb of degree makes an adjective of a participle"),
        ("The league lost its best town since it seized the valley.", "territory", "asserted", "'since it' opens a clause"),
        ("“We shall not pay,” Mayor Adel Rida told reporters in the hall, where a bomb killed two in May.", "statement", "asserted",
         "what is told of the hall is not what he said"),
        ("The league says its jets killed nine rebels.", "attack", "claimed", "what a side tells of its own deeds is its word"),
        ("The guards said on Monday that they had taken the mill.", "territory", "claimed", "so too behind a day"),
        ("The league said its men were killed by rebels.", "attack", "asserted", "but not what befell it"),
        ("The agency said its guard died in a blast.", "attack", "asserted", "nor what it suffered"),
        ("The army said it lost the town of Tara.", "territory", "asserted", "nor what it lost"),
        ("The monitor said jets bombed the market.", "strike", "asserted", "nor what others did"),
        ("He led the offensive against the rebels in 1988.", "offensive", "asserted", "who led an attack"),
        ("The ministry set the machine in motion on Tuesday.", "other", "asserted", "set in motion"),
        ("Firefights were still flaring up close to the town.", "clash", "asserted", "flared up"),
        ("The league threw its weight behind the mayor.", "agreement", "asserted", "nothing was thrown"),
        ("The mayor gave a televised speech to the council.", "statement", "asserted", "a light verb and its noun"),
        ("Fighting was heavy around the mill on Monday.", "clash", "asserted", "how it was tells that it was"),
        ("The shelling in the south was so intense that people hid.", "strike", "asserted", "so too"),
        ("The minister phoned his counterpart on Monday.", "talks", "asserted", "by telephone"),
        ("Families have had to flee the fighting.", "movement", "asserted", "what had to be done was done"),
        ("The wounded had to be evacuated from the hill.", "movement", "asserted", "so too in the passive"),
        ("He said that they had to leave the town.", "statement", "asserted", "but not what somebody says had to be"),
        ("Thousands were forced to flee their homes.", "movement", "asserted", "what they were forced to"),
        ("The general gave his men the order to halt.", "statement", "asserted", "an order is given"),
        ("The council gave the green light for the parade.", "statement", "asserted", "leave is given"),
        ("The mayor called the people of the valley to leave it within a day.", "talks", "asserted", "called them to do it"),
        ("Troops drove the raiders out of the valley.", "territory", "asserted", "drove out, with its object between"),
        ("The storm gathered strength on Monday.", "other", "asserted", "nobody gathered"),
        ("The army pressed ahead Monday with its campaign in the hills that threatened to spread.", "offensive", "asserted",
         "a verb of two words"),
        ("The shelling followed those raids by a day.", "strike", "asserted", "one event followed another"),
        ("Carts of miners stranded in the old valley reached the mill.", "other", "asserted",
         "a participle before another verb with an object"),
        ("The league handed over the tools of previously kidnapped miners.", "territory", "asserted", "its particle is the verb's"),
        ("A revived truce was announced on Thursday, after the first had collapsed.", "agreement", "asserted",
         "what is announced, not what went before"),
        ("The guards took cover behind the mill.", "other", "asserted", "no town was taken"),
        ("The raid left at least nine miners dead.", "attack", "asserted", "nobody moved"),
        ("The air force pulled its planes from the valley.", "movement", "asserted", "pulled"),
        ("The channel reported that guards opened fire on miners at the gate.", "attack", "asserted", "it has its object in it"),
        ('BANA, Oldland "” Guards said Sunday they uncovered two depots outside the town.', "discovery", "asserted",
         "a dash in the wrong encoding is no quotation"),
        ("The quarrel led to the launch of a campaign in the hills.", "offensive", "asserted", "led to, with what it led to"),
        ("Explosions rang out across the old town.", "attack", "asserted", "rang out"),
        ("The brothers were laid to rest on Monday.", "other", "asserted", "buried"),
        ("The command demanded that all miners be handed over.", "talks", "asserted", "demanded"),
        ("Groups of men got on ten buses.", "movement", "asserted", "got on"),
        ("Both sides are attending talks in the old town.", "talks", "asserted", "a verb told in the past goes on"),
        ("The army scored a large advance along the road.", "offensive", "asserted", "scored: the noun says what"),
        ("Explosions shook the town.", "attack", "asserted", "shook"),
        ("The raid took the guards of the mill by surprise.", "other", "asserted", "no mill was taken"),
        ("The elders forged a deal with the miners.", "agreement", "asserted", "forged: the noun says what"),
        ("Raiders unleashed two car bombs at the gate.", "attack", "asserted", "unleashed"),
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
        ("The families were back in court, and the club was back in the town.", "a court is no home, a club no people"),
        ("If the army attacked, the city would fall.", "a condition"),
        ("This is how it went.", "what the writer does next"),
        ("The ambush nearly cost the general his life on Monday.", "but did not"),
        ("REPORTS", "the name of a page's part"),
        ("The cost of the raid on lives and homes is not known.", "what it cost, as a noun"),
        ("You should have seen how they attacked us.", "talk to a reader"),
        ("I think they captured it too late.", "the writer's opinion"),
        ("The guards are a force of the league that seeks to take the valley.", "what somebody is"),
        (
            "The villages are near the mill, a hamlet that the league has been trying to capture.",
            "where something lies",
        ),
        ("Tara is located on the border with Bana, which rebels use.", "and so"),
        ("Those who give orders should know that lists are kept.", "what everybody should"),
        ("What the council has lost here is not ground.", "a judgement"),
        ("Delays at the crossing remain a concern.", "how things stand for readers of reports"),
        ("The town is free again.", "an adjective that is a verb elsewhere"),
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
        ("The note did not disclose where they had been shot.", "what was not told"),
        ("The note did not say where the guards had been shot.", "what was not said"),
        ("Officials often use the word “neutralized” to imply that the men were killed.", "what a word means"),
        ("What more can be said?” said Omar Rida, a miner evacuated on Sunday.", "a question, and who asked it"),
        ("The league is an internationally banned outfit.", "an adverb behind an article makes an adjective"),
        ("Better roads led to lower prices.", "nothing that happens"),
        ("The town is in good hands.", "nobody holds it"),
        ("The decision is in the hands of the judges.", "judges hold no town"),
        ("The mill is the target of no one.", "nothing was done to it"),
        ("The chef gave up cigarettes.", "nor do smokers"),
        ("The council set out its plans.", "plans are no road"),
        ("A year of calm passed in the valley.", "time passes"),
        ("The word got out last night.", "nobody moved"),
        ("The doctor gave no details.", "a light verb without its noun"),
        ("A bus stands beside the mill in a picture put out on Friday by the council.", "a picture is described"),
        ("With reports from agencies told on Monday.", "a credit"),
        ("The paper called the town a gem.", "a name given to it"),
        ("The town is called Ras al-Ain.", "what something is named"),
        ("Doctors would have had to leave the hospital.", "what was not"),
    ],
)
def test_what_reports_nothing_is_left_out(sentence: str, remark: str) -> None:
    assert read_sentence(sentence) is None, remark


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        ("“Two rockets hit the hospital on Sunday,” said Omar Khalil, a doctor.", "strike", "a witness tells of a strike"),
        ("“We have liberated the valley,” said a commander on Friday.", "territory", "whoever did it tells of it"),
        ("“They did not attack the valley,” the minister said.", "statement", "denied within the quotation"),
        ("“They will attack the valley,” the minister said.", "statement", "nothing happened yet"),
        ("“The talks were useful,” the minister said.", "statement", "a view"),
        ("The minister said the talks collapsed on Monday, and “nobody was killed in our attack”.", "talks",
         "its own verb comes before quoted ones"),
    ],
)  # fmt: skip
def test_the_deed_in_quoted_words_gives_the_type(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark


@pytest.mark.parametrize(
    ("text", "titles", "remark"),
    [
        ("“A car bomb exploded near the mill,” read a statement of the police.", 1, "read a statement"),
        ("“Gunmen attacked the mill and killed two guards,” its statement read.", 1, "its statement read"),
        ("The army’s statement read: “Gunmen attacked the mill and killed two guards.”", 1, "behind a colon"),
        ("The miller read the letter to his sons.", 0, "who reads a letter tells nothing"),
        ("A statement read on television was long.", 0, "nor is one read out told by that"),
        ("“Gunmen attacked the mill and killed two guards,” according to the police.", 1, "whose words they are"),
        ("The army said: “At dawn our forces stormed the mill. Our units killed 20 gunmen.”", 2, "what our forces did"),
        ("The army said: “At dawn gunmen stormed the mill. As a result our forces killed 20 gunmen.”", 2, "as a result"),
        ("The army said: “At dawn gunmen stormed the mill. Our hopes killed our fears.”", 1, "not what our hopes did"),
        ("The army said: “At dawn gunmen stormed the mill. After that, units deployed in the area.”", 2, "where they went"),
        ("Troops are now inside the square of the mill.", 1, "how far somebody has got"),
        ("The rebels were already at the gates of the mill.", 1, "and had"),
        ("The miller is now inside the mill.", 0, "not who bears no arms"),
        ("Troops are inside the mill, a picture shows.", 0, "not without a word for its being new"),
    ],
)  # fmt: skip
def test_what_statements_and_witnesses_tell(text: str, titles: int, remark: str) -> None:
    assert len(events_of(text, date(2018, 11, 8))) == titles, remark


def test_what_follows_a_statement_read_out_is_not_the_statement_s() -> None:
    text = "“The mill is lost,” said a statement read on television.\n\nIt was captured on Monday."
    assert "tatement was" not in " ".join(event.title for event in events_of(text, date(2018, 11, 8)))


def test_since_opens_a_clause_that_has_no_helper() -> None:
    read = read_sentence(
        "The army had succeeded in reaching the border, which it had not done since unrest broke out in 2011."
    )
    assert read is not None
    assert read.verb.hit.signal.base == "succeed"


def test_a_noun_before_a_past_or_an_auxiliary_is_no_verb() -> None:
    for sentence in ("US raids tore up the road.", "The government push has overturned the order."):
        read = read_sentence(sentence)
        assert read is not None
        assert read.verb.hit.signal.base not in ("raid", "push")


def test_a_sentence_shown_twice_is_told_once() -> None:
    text = "Nine men were killed in the raid on Homs.\n\nShare\n\nNine men were killed in the raid on Homs.\n"
    assert len(events_of(text, date(2017, 9, 2))) == 1
    days = [f"{day} August – the siege\n\nGuards shelled the mill.\n\n" for day in (20, 21, 22)]
    shelled = [
        event for event in events_of("The siege\n\n" + "".join(days), date(2017, 9, 2)) if "Guards" in event.title
    ]
    assert [event.when.edtf for event in shelled if event.when] == ["2017-08-20", "2017-08-21", "2017-08-22"]
