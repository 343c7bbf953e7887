"""Which word of a clause carries its type: the verb, the noun of the deed, what did the harm, what was taken."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app.events.reading.sentence import read_sentence
from timeline_app.events.verbs.beside import nouns_in
from timeline_app.events.verbs.signals import plain_words


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The minister laid the blame on the rebels.", "accusation"),
        ("The council condemned the raid.", "accusation"),
        ("The group called the strike a war crime.", "accusation"),
        ("The report holds the army responsible for the deaths.", "accusation"),
        ("The spokesman hit out at the coalition.", "accusation"),
        ("Opponents branded the vote a farce.", "accusation"),
        ("The rebels charged the army with breaking the truce.", "accusation"),
        ("The UN pointed the finger at the air force.", "accusation"),
        ("The envoy deplored the killing of civilians.", "accusation"),
        ("The ministry spoke of war crimes.", "accusation"),
        ("A truce took effect at midnight.", "agreement"),
        ("The two sides shook hands on a deal in Tara.", "agreement"),
        ("The cease-fire was extended by a week.", "agreement"),
        ("An accord was reached after three days of talks.", "agreement"),
        ("The guns fell silent at noon.", "agreement"),
        ("The deal collapsed within hours.", "agreement"),
        ("The parties put their names to a pact.", "agreement"),
        ("A deal was struck in the early hours.", "agreement"),
        ("Both sides accepted the plan.", "agreement"),
        ("The pact was signed in Tara.", "agreement"),
        ("The ceasefire came into force on Friday.", "agreement"),
        ("Trucks brought flour and medicine to the town.", "aid"),
        ("The Red Cross handed out blankets.", "aid"),
        ("Doctors treated 40 wounded in a field clinic.", "aid"),
        ("Planes dropped food over the town.", "aid"),
        ("The first convoy of aid entered the enclave.", "aid"),
        ("The agency delivered food to 4,000 people.", "aid"),
        ("Volunteers pulled survivors from the rubble.", "aid"),
        ("The hospital took in dozens of wounded.", "aid"),
        ("Relief supplies reached the valley on Thursday.", "aid"),
        ("A suicide bomber blew himself up at the gate of the barracks.", "attack"),
        ("Nine guards died in an explosion at a depot.", "attack"),
        ("Gunmen burst into a mosque and killed six worshippers.", "attack"),
        ("A car bomb ripped through the market.", "attack"),
        ("Gunmen opened fire on a bus near Tara, killing four.", "attack"),
        ("An ambush on the road to Tara cost five soldiers their lives.", "attack"),
        ("A mine blew up under a patrol.", "attack"),
        ("Attackers set the church alight.", "attack"),
        ("Snipers shot at people fetching water.", "attack"),
        ("The consulate came under attack on Sunday.", "attack"),
        ("The blast tore through a crowded cafe.", "attack"),
        ("Fighting flared up again in the southern suburbs.", "clash"),
        ("Five soldiers fell in clashes with the group.", "clash"),
        ("Heavy clashes erupted around the airport.", "clash"),
        ("The army beat off an assault on the base.", "clash"),
        ("Troops and rebels traded fire across the river.", "clash"),
        ("The battle for the town entered its third week.", "clash"),
        ("The guards fought off the attackers for two hours.", "clash"),
        ("Street battles raged in the centre on Tuesday.", "clash"),
        ("The two militias fought over the crossing for hours.", "clash"),
        ("Gun battles broke out between the tribes.", "clash"),
        ("Soldiers repelled three assaults in one night.", "clash"),
        ("The group let six of the women go on Saturday.", "detention"),
        ("Four engineers were taken from their car by masked men.", "detention"),
        ("The remains of three pilots were handed over at the crossing.", "detention"),
        ("Militia men led away dozens of young men from the camp.", "detention"),
        ("He was picked up by the police in Tara on Monday.", "detention"),
        ("The two were freed on Thursday.", "detention"),
        ("Nine others had been seized at the gate.", "detention"),
        ("The two sides traded prisoners on the bridge.", "detention"),
        ("The exchange of bodies took place at dawn.", "detention"),
        ("Nine soldiers fell into the hands of the group.", "detention"),
        ("The army gave back the bodies of four fighters.", "detention"),
        ("Security forces rounded up dozens of suspects overnight.", "detention"),
        ("The pilot was taken alive.", "detention"),
        ("The remains of 30 people were found in a pit.", "discovery"),
        ("Police came upon a store of weapons.", "discovery"),
        ("Soldiers seized 40 rifles and a tonne of explosives.", "discovery"),
        ("Sappers made safe dozens of mines.", "discovery"),
        ("A mass grave was dug up near the town.", "discovery"),
        ("The army found a tunnel under the wall.", "discovery"),
        ("Customs officers confiscated a cargo of arms.", "discovery"),
        ("Bodies were recovered from the well.", "discovery"),
        ("The buses crept out of the besieged quarter shortly after dawn.", "movement"),
        ("Some 400 people made it across the river before nightfall.", "movement"),
        ("About 1,200 families found shelter in schools in Tara.", "movement"),
        ("The last of the fighters quit the town on Friday.", "movement"),
        ("A column of 40 lorries rolled towards the border on Monday.", "movement"),
        ("The wounded were ferried to a hospital across the border.", "movement"),
        ("Thousands streamed out of the camp on foot.", "movement"),
        ("The convoy set off at noon but was held up at a checkpoint.", "movement"),
        ("The troops were pulled back from the front line.", "movement"),
        ("The first evacuees reached Idlib late on Tuesday.", "movement"),
        ("The ministry flew 300 soldiers to the island.", "movement"),
        ("The army launched an operation to clear the hills.", "offensive"),
        ("The offensive on the town began at dawn.", "offensive"),
        ("Troops closed the ring around the city.", "offensive"),
        ("The rebels mounted a counteroffensive in the north.", "offensive"),
        ("Troops broke through the defences at the edge of the town.", "offensive"),
        ("The militia pushed towards the dam from two sides.", "offensive"),
        ("The siege of the town entered its second year.", "offensive"),
        ("The campaign to retake the city was launched in May.", "offensive"),
        ("Forces encircled the town.", "offensive"),
        ("Parliament voted on a new budget.", "other"),
        ("The court handed down its verdict on Monday.", "other"),
        ("A passenger plane went down near the coast.", "other"),
        ("The president appointed a new governor.", "other"),
        ("The bodies of the soldiers were laid to rest on Sunday.", "other"),
        ("A board was set up to look into the raid.", "other"),
        ("The town held elections for the first time.", "other"),
        ("The president stepped down.", "other"),
        ("The council approved the budget.", "other"),
        ("Funerals were held for the victims.", "other"),
        ("Thousands took to the streets of Tara.", "protest"),
        ("Demonstrators blocked the road to the port.", "protest"),
        ("A crowd gathered outside the embassy.", "protest"),
        ("Shopkeepers shut their shops in protest.", "protest"),
        ("Relatives of the captives staged a sit-in.", "protest"),
        ("Protesters torched the governor's office.", "protest"),
        ("Students marched through the capital.", "protest"),
        ("Crowds poured into the streets of the port.", "protest"),
        ("Workers downed tools for a day.", "protest"),
        ("Riots broke out in three towns.", "protest"),
        ("Hundreds rallied in front of the parliament.", "protest"),
        ("The army denied that it had shelled the school.", "refusal"),
        ("The rebels turned down the offer.", "refusal"),
        ("The government ruled out talks.", "refusal"),
        ("The group refused to leave the town.", "refusal"),
        ("The speaker dismissed the claims.", "refusal"),
        ("The president gave a speech on the anniversary.", "statement"),
        ("The group put out a video of the raid.", "statement"),
        ("The minister defended the deal.", "statement"),
        ("The premier congratulated the troops.", "statement"),
        ("The ministry offered its condolences.", "statement"),
        ("The general spoke to reporters about the battle.", "statement"),
        ("The agency published a report on the siege.", "statement"),
        ("The leader addressed the nation.", "statement"),
        ("The group put out word that its leader was alive.", "statement"),
        ("Three people died when a shell landed on a bakery.", "strike"),
        ("Jets flattened the market on Friday.", "strike"),
        ("Two missiles slammed into an apartment block.", "strike"),
        ("A drone killed a commander of the group near Tara.", "strike"),
        ("At least ten people were killed in air raids on the town.", "strike"),
        ("Helicopters dropped barrels packed with explosives on the suburb.", "strike"),
        ("The raid by coalition planes left 12 people dead.", "strike"),
        ("Artillery opened up on the hills at dawn.", "strike"),
        ("Planes of the coalition carried out nine raids near the dam.", "strike"),
        ("The school took a direct hit from a rocket.", "strike"),
        ("Rocket fire on the town killed a child.", "strike"),
        ("The talks broke up without a result.", "talks"),
        ("The envoy held talks with the minister.", "talks"),
        ("The Security Council held a session on the crisis.", "talks"),
        ("The king received the envoy in Tara on Sunday.", "talks"),
        ("The president telephoned his colleague.", "talks"),
        ("The mayor turned to the army for help.", "talks"),
        ("Negotiators met for a third round.", "talks"),
        ("Negotiations got under way in the capital.", "talks"),
        ("The president asked the council to step in.", "talks"),
        ("Envoys of both sides came together in a hotel in Geneva.", "talks"),
        ("A first meeting took place on Monday.", "talks"),
        ("The army wrested the hill from the rebels.", "territory"),
        ("Rebels took over two villages on the road.", "territory"),
        ("The town changed hands for the third time.", "territory"),
        ("The group now holds two thirds of the camp.", "territory"),
        ("The flag was raised over the citadel.", "territory"),
        ("Fighters gave up the village without a fight.", "territory"),
        ("The militia was thrown out of the last district.", "territory"),
        ("The town was back under army control on Monday.", "territory"),
        ("Government forces won back the oilfield.", "territory"),
        ("Three villages were lost to the rebels.", "territory"),
        ("The border crossing fell to the opposition.", "territory"),
        ("The leader threatened to burn the villages.", "threat"),
        ("The general vowed revenge for the killing.", "threat"),
        ("The group warned that it would kill the hostages.", "threat"),
        ("The commander gave the rebels an ultimatum.", "threat"),
        ("The group put five villagers to death.", "violence against civilians"),
        ("Prisoners were beaten and starved in the cellar.", "violence against civilians"),
        ("Militiamen massacred 40 people in the village.", "violence against civilians"),
        ("The hostages were shot one by one.", "violence against civilians"),
        ("The detainees were tortured.", "violence against civilians"),
        ("The group beheaded two shepherds.", "violence against civilians"),
        ("Villagers were lined up and shot.", "violence against civilians"),
        ("Men of the militia raped women in the village.", "violence against civilians"),
    ],
)
def test_the_word_that_carries_the_type_gives_it(sentence: str, kind: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    assert reading.event_type == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The president fired his defence minister.", "other"),
        ("The president fired at his defence minister.", "attack"),
        ("Rain fell on the town on Friday.", "other"),
        ("Rebels shelled the town on Friday.", "strike"),
        ("Nine people died in a car.", "attack"),
        ("Floods killed 12 people in the valley.", "other"),
        ("A train crash killed nine passengers.", "other"),
        ("The minister came under pressure to resign.", "other"),
        ("Nine people died in an earthquake near the coast.", "other"),
        ("The mayor took office on Monday.", "other"),
        ("The company reached its goal in May.", "other"),
        ("Engineers took measures to keep the dam whole.", "other"),
        ("A rocket landed near the wedding hall.", "strike"),
        ("Planes with 300 soldiers landed at the base.", "movement"),
        ("Nuns and priests left the town with the convoy that had been shelled in May.", "movement"),
        ("Men of a group that signed the truce left the town on Monday.", "movement"),
        ("The minister defended the strike on the base.", "statement"),
        ("Thousands began to flee after the shelling of the market.", "movement"),
        ("Three men who had fled the siege were arrested at the border.", "detention"),
        ("Gunmen who had broken the truce killed a guard.", "attack"),
        ("A bomb killed two soldiers on their way to the talks.", "attack"),
        ("Three soldiers were killed in clashes after the raid.", "clash"),
        ("Two children were killed by shells, the mayor said.", "strike"),
        ("The truce, which ended a week of clashes, held on Tuesday.", "agreement"),
        ("The army took the town after heavy clashes.", "territory"),
        ("The town fell to the rebels after weeks of air raids.", "territory"),
        ("The envoy freed in the exchange had been seized in May.", "detention"),
        ("The buses left under the deal on Friday.", "movement"),
        ("The convoy, hit by air strikes in May, reached the border.", "movement"),
        ("The ministers met after the strike.", "talks"),
        ("The general said that the offensive would go on.", "statement"),
        ("The mayor accused the army of shelling the market.", "accusation"),
        ("The militants attacked a convoy of aid trucks.", "attack"),
        ("Warplanes attacked a convoy of aid trucks.", "strike"),
        ("Doctors treated people wounded in the strike.", "aid"),
        ("Soldiers found the bodies of nine men killed in the raid.", "discovery"),
        ("Police arrested a man suspected of the bombing.", "detention"),
        ("The army denied the raid.", "refusal"),
        ("The wounded were taken to a hospital after the bombing.", "movement"),
        ("They lost the hill in the battle.", "territory"),
        ("The rebels signed a truce after the siege.", "agreement"),
        ("The army launched an offensive to retake the town.", "offensive"),
        ("The leader threatened to attack the port.", "threat"),
        ("The fighters who crossed the river captured the mill.", "territory"),
        ("The families that fled the town left their cars behind.", "movement"),
    ],
)
def test_a_noun_of_another_clause_or_sense_carries_nothing(sentence: str, kind: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    assert reading.event_type == kind


@pytest.mark.parametrize(
    ("words", "heads", "remark"),
    [
        ("a group of nuns", [("nuns", "")], "words that only count are no heads"),
        ("the bodies of nine men", [("bodies", ""), ("men", "of")], "what bodies are of stands under them"),
        ("a drone strike on the base", [("strike", ""), ("base", "on")], "the last noun is the head"),
        ("In the end the nuns", [("nuns", "")], "an article opens a phrase of its own"),
        ("carried off about 30 people", [("people", "")], "before a number it is no preposition"),
        ("On 5 March a convoy", [("convoy", "")], "a month, not a protest"),
        ("a convoy bringing fighters", [("convoy", ""), ("fighters", "ing")], "a gerund has an object of its own"),
        ("its rocket and artillery fire", [("fire", "")], "two weapons before one noun"),
    ],
)
def test_noun_phrases_have_heads(words: str, heads: list[tuple[str, str]], remark: str) -> None:
    plain = plain_words(words)
    assert [(plain[noun.at], noun.under) for noun in nouns_in(words, 0, len(plain))] == heads, remark


def test_an_air_raid_is_a_strike_and_a_car_bombing_an_attack() -> None:
    assert [noun.kind for noun in nouns_in("an air raid after a car bombing", 0, 7)] == ["strike", "attack"]


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        (
            "Some guards ran from the mill as the fight grew, the radio reported.",
            "movement",
            "a deed, then who tells it",
        ),
        ("The ministry said that the dam was about to burst.", "statement", "nothing done: the saying is the news"),
        ("Jets are reported to have bombed the mill.", "strike", "told of by a report"),
        ("He reckoned that nine cars had been wrecked by rockets.", "strike", "what is reckoned to have happened"),
        ("The panel concluded that a jet dropped gas on the town.", "strike", "what was found out"),
        ("The panel concluded that more time was needed.", "statement", "nothing done was found out"),
    ],
)
def test_what_is_told_as_done_takes_the_type_of_the_deed(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark


def test_what_had_been_before_is_not_the_deed_that_goes_on() -> None:
    text = (
        "Rockets from the hills struck Homs on Sunday, killing two people.\n\n"
        "A radio station said rockets had come down on Hama on Saturday.\n\n"
        'The army put out a statement. "Shells hit the town this afternoon," it said.\n'
    )
    shells = next(event for event in events_of(text, date(2013, 4, 14)) if "Shells" in event.reports[0].quote)
    assert shells.when is not None
    assert str(shells.when.earliest) == "2013-04-14"


def test_an_entry_of_a_chronicle_has_the_type_of_its_deed() -> None:
    text = "Chronicle of May 2017\n\n1 May 2017: Jets killed four people in Homs.\n\n2 May 2017: Rebels in Homs gave up six captives.\n"
    assert [event.type for event in events_of(text, date(2017, 6, 1))] == ["strike", "detention"]


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        ("The ministry said that its artillery had silenced three posts near the dam.", "strike", "whatever the verb"),
        ("At least 12 fighters died as rival factions battled for the crossing.", "clash", "a cause told by its verb"),
        ("The tribesmen drove off the attackers after a fight.", "clash", "attackers are driven off"),
        ("The trucks drove off in the night.", "movement", "trucks drive off"),
        ("Some 200 people were let out of the jail in May.", "detention", "out of a cell"),
        ("Some 200 people were let out of the town in May.", "movement", "out of a town"),
        (
            "The guards said that they had received the remains of nine men.",
            "detention",
            "bodies are received in a swap",
        ),
        ("The king received the envoy in May.", "talks", "an envoy is received to talk"),
        ("Several hundred people marched on the ministry.", "protest", "people march to protest"),
        ("Troops marched on the capital in May.", "offensive", "troops do not"),
        ("A bus plunged into a ravine, killing 14 pilgrims.", "other", "an accident"),
        ("A panel found the air force responsible for the raid.", "accusation", "found to blame"),
        ("Forty prisoners went home under an amnesty.", "detention", "prisoners who go home are free"),
        ("Bombs from the air killed a baker.", "strike", "bombs that fell from the air"),
        ("Medics airlifted the injured to a hospital.", "aid", "the injured are helped"),
        ("Planes airlifted 40 fighters to the front.", "movement", "fighters are moved"),
        ("The league described such forced displacement as a crime.", "accusation", "behind 'such' it is an adjective"),
        ("The nuns, carried off in May by a gang, got to the border on Monday.", "movement", "'got' is the main verb"),
    ],
)
def test_the_same_verb_tells_another_thing_of_other_things(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        ("Nine villagers died when air strikes hit lorries and a market.", "strike", "strikes that hit are the cause"),
        ("Nine detainees were killed by the bombs.", "strike", "the bombs that were dropped"),
        ("A bomb in a bin killed two shoppers.", "attack", "a bomb that was laid"),
        ("Twelve pilgrims were killed when their bus overturned.", "other", "an accident"),
        ("One of the raids struck a bus full of families.", "strike", "on foot a raid hits no bus"),
        ("A roadside bomb hit a patrol, killing three soldiers.", "attack", "a bomb that was laid hits, too"),
        ("Jets flew 40 sorties over the valley.", "strike", "what was flown"),
        ("Coalition aircraft blasted a weapons store.", "strike", "aircraft blast otherwise than speakers"),
        ("The speaker blasted the council.", "accusation", "speakers blast in words"),
        ("For an hour the planes rained gas on the suburb, in what remains the worst raid.", "strike", "rained gas"),
        ("Tanks fired on the quarter.", "strike", "the guns of tanks"),
        ("The air raid brought down a five-storey house.", "strike", "a house brought down"),
        ("The premier brought down prices.", "other", "prices brought down"),
        ("A drone took out a leader of the group.", "strike", "killed by a drone"),
        ("The farmer took out a loan.", "other", "a loan"),
        ("The army broke the ceasefire with mortars.", "strike", "what it was broken with"),
        ("Gunners violated the truce by shelling the village.", "strike", "what it was broken by"),
        ("The truce was broken within hours.", "agreement", "no weapon told"),
        ("They sent a suicide bomber into the market.", "attack", "a bomber is sent to attack"),
        ("The minister sent an envoy to the capital.", "talks", "an envoy is sent to talk"),
        ("The ministry sent 40 trucks of relief.", "aid", "relief is sent to help"),
        ("The army sent 300 troops to the border.", "movement", "troops are sent"),
        ("The request was sent to the ministry.", "talks", "a request"),
        ("The group killed 120 residents of the town.", "violence against civilians", "armed men kill residents"),
        ("The villagers were rounded up and shot.", "violence against civilians", "taken and killed"),
        ("The monitor counted 90 killings in the town.", "violence against civilians", "killings counted"),
        ("The monitor documented 40 air strikes.", "strike", "strikes counted"),
    ],
)
def test_what_did_harm_is_known_by_its_means(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        ("A crowd fought with police in front of the parliament.", "protest", "a crowd"),
        ("The protesters pelted the guards with stones.", "protest", "stones"),
        ("Students threw bottles at soldiers.", "protest", "bottles"),
        ("A man threw a grenade at the guards.", "attack", "a grenade is no stone"),
        ("Students clashed with police.", "protest", "with the police"),
        ("The soldiers clashed with the police.", "clash", "soldiers do not protest"),
        ("Police dispersed the demonstrators.", "protest", "what the police disperse"),
        ("The protesters left the square at dusk.", "movement", "protesters go home"),
        ("Gunmen killed three protesters in the square.", "attack", "what is done to protesters"),
        ("The minister protested at the shelling of the embassy.", "accusation", "ministers protest in words"),
        ("The council gathered behind closed doors.", "talks", "a council gathers to talk"),
        ("The minister travelled to Tara for talks on the truce.", "talks", "why somebody travels"),
        ("The mediators flew home empty-handed.", "talks", "mediators travel to talk"),
        ("The minister left the country.", "movement", "a minister leaves"),
        ("The army told the rebels to leave the town or be bombed.", "threat", "or else"),
        ("The general told reporters that the road was open.", "statement", "only told"),
        ("The group gave the villagers 24 hours to leave.", "threat", "an ultimatum"),
        ("Japan pledged 20 million dollars for the displaced.", "aid", "money for help"),
        ("The ministry pledged 3 billion dollars for new weapons.", "statement", "money for arms"),
        ("The agency appealed for calm.", "talks", "no money"),
        ("The army announced a ceasefire.", "agreement", "made by being announced"),
        ("The deal provides for the exchange of captives.", "agreement", "what a deal says"),
        ("The two sides reached a deal on the evacuation.", "agreement", "nobody comes to a place"),
        ("The militia let the convoy through.", "movement", "let through"),
        ("The first families were let in on Monday.", "movement", "let in"),
        ("Families were allowed back into the valley.", "movement", "or allowed back"),
        ("The rebels were given safe passage to the north.", "movement", "passage given"),
        ("The rebels cut off the garrison.", "offensive", "a garrison"),
        ("The power was cut off.", "other", "power"),
        ("Gunfire was heard again in the frontier town.", "clash", "gunfire"),
        ("He heard the verdict in silence.", "other", "a verdict"),
        ("Gunfire returned to the town on Monday.", "clash", "gunfire that returns"),
        ("The refugees returned to the town on Monday.", "movement", "people who return"),
        ("The rebels got into the town and battled the army.", "clash", "what they did inside"),
        ("Police entered the camp and arrested 30 men.", "detention", "what they did inside"),
        ("The bodies were brought up from the well.", "discovery", "bodies brought up"),
        ("Sappers set to work on the mines left in the town.", "discovery", "work on mines"),
        ("Police seized a tonne of explosives.", "discovery", "a store"),
        ("Troops advanced on the city from the south.", "offensive", "on a city"),
        ("The troops advanced on Monday.", "movement", "on a day"),
        ("The town slipped out of the army's grasp.", "territory", "a town does not walk"),
        ("Six monks came home after a year in captivity.", "detention", "from captivity"),
        ("Six monks came home after a year in Tara.", "movement", "from elsewhere"),
        ("The rebels let go of the town without a shot.", "territory", "a town let go"),
        ("The rebels let go of the nuns.", "detention", "people let go"),
        ("The rebels threw back three assaults.", "clash", "assaults thrown back"),
        ("Soldiers and smugglers shot at each other near the border.", "clash", "at each other"),
        ("Volunteers took in supplies for 200 people.", "aid", "supplies"),
        ("The oil fields passed from the group to the rebels.", "territory", "fields pass to somebody"),
        ("Leaders of four states came together in Geneva.", "talks", "leaders come to talk"),
        ("The envoy saw the president on Tuesday.", "talks", "officials who see each other"),
        ("The envoy saw the sea on Tuesday.", "other", "no one to talk to"),
        ("Two mass graves came to light.", "discovery", "graves"),
        ("The troops have linked up with the defenders of the base.", "offensive", "troops link up"),
    ],
)
def test_crowds_councils_and_envoys_have_their_own_types(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        ("The ex-general, on the run since he was indicted, was seized in May.", "detention", "a place is no he"),
        ("Nassar was seized in the early hours at Tara.", "detention", "no place is taken at another"),
        ("Tara was seized in the early hours.", "territory", "a town is"),
        ("Tara was taken in December.", "territory", "a month is no place"),
        ("American soldiers caught him in a cellar.", "detention", "a man caught"),
        ("The general was caught near the border.", "detention", "an officer caught"),
        ("Police grabbed the bomber in a hotel.", "detention", "a bomber is a man"),
        ("The group kept other factions from entering the camp.", "other", "kept from something"),
        ("The group kept two factions in the camp.", "detention", "kept somewhere"),
    ],
)
def test_who_is_seized_is_detained(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        ("The president recalled the soldiers who had fallen in the battle.", "statement", "a comment"),
        ("He recalled that jets had bombed the school.", "strike", "what he bears witness to"),
        (
            "A spokesman says the premier has congratulated the king now that rebels have fled.",
            "statement",
            "a comment",
        ),
        ("The leader stood up for the deal with the rebels.", "statement", "a comment"),
        ("The ministry welcomed the release of the nuns.", "statement", "a comment"),
        ("The ministry announced that the hostages were free.", "detention", "who is free"),
        ("The ministry announced that the roads were free.", "statement", "roads are no captives"),
        ("The ministry said that the army was in full control of the dam.", "territory", "who holds it"),
        ("The army declared the town free of the group.", "territory", "a town freed"),
        ("The ministry said that it had no part in the raid.", "refusal", "a denial"),
        ("The minister said that there was no food in the town.", "statement", "no denial"),
        ("The ministry insisted that it had not hit the school.", "refusal", "a deed denied"),
        ("The monitor noted that the fighting did not stop.", "clash", "no deed denied"),
        ("The army called the report a lie.", "refusal", "a lie"),
        ("The army called the raid a crime.", "accusation", "a crime"),
        ("The league said that the raid amounted to a war crime.", "accusation", "what it was"),
        ("The militia said it would hang the captives.", "threat", "force to come"),
        ("The militia said it would leave the town.", "statement", "no force to come"),
        ("The leader stood up for the truce it had struck in May.", "statement", "a relative clause without who"),
        ("The premier let the king know that he had nothing to do with the strike.", "refusal", "let know"),
        ("The report found that the army had broken international law.", "accusation", "a breach of law"),
        ("The envoy said that the law was clear.", "statement", "no breach"),
        ('"Four strikes were flown today by planes of the coalition," a general said.', "strike", "a witness's words"),
    ],
)
def test_what_is_said_is_so_has_its_own_type(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark


@pytest.mark.parametrize(
    ("story", "kinds", "remark"),
    [
        ("Jets hit a depot in Homs on Monday.\n\nNine people were killed.\n", ["strike", "strike"], "of the strike"),
        ("Gunmen hit a depot in Homs on Monday.\n\nNine people were killed.\n", ["attack", "attack"], "of the attack"),
        ("Jets hit Homs on Monday.\n\nA bomb in Hama killed nine people.\n", ["strike", "attack"], "another cause"),
        ("Jets hit Homs on Monday.\n\nGuards shot nine people in Hama.\n", ["strike", "attack"], "another doer"),
        ("Jets hit Homs on Monday.\n\nNine people were gunned down.\n", ["strike", "attack"], "not from the air"),
        ("Jets hit Homs on 3 May 2017.\n\nOn 9 May nine people were killed.\n", ["strike", "attack"], "another day"),
    ],
)
def test_harm_without_a_cause_is_of_the_strike_told_before(story: str, kinds: list[str], remark: str) -> None:
    assert [event.type for event in events_of(story, date(2017, 5, 10))] == kinds, remark


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The company launched a rocket into orbit on Friday.", "other"),
        ("The group launched a rocket into the town on Friday.", "strike"),
        ("The group answered with a suicide car bomb west of the town.", "attack"),
        ("A gas leak killed four people in Tara.", "other"),
        ("An explosion killed four people in Tara.", "attack"),
        ("The agency released a report on the camps.", "statement"),
        ("The bank released $4m to the ministry.", "other"),
        ("The ministry released 2 million barrels of oil.", "other"),
        ("Engineers released water from the dam.", "other"),
        ("The kidnappers released the oil workers on Sunday.", "detention"),
        ("The court released two million-dollar thieves.", "detention"),
        ("Protesters raised the national flag in the square.", "protest"),
        ("Soldiers raised the national flag over the town.", "territory"),
    ],
)
def test_what_is_let_out_sent_up_or_raised_says_whether_it_was_an_attack_a_release_or_a_conquest(
    sentence: str, kind: str
) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    assert reading.event_type == kind
