"""Where something happened that names no place: the scene its words point back to, or the story's only one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of, pointed_to
from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.model import Event
from timeline_app.pipeline import parse_document

PUBLISHED = date(2017, 9, 2)


def events(*paragraphs: str) -> list[Event]:
    document = read_text("\n\n".join(paragraphs) + "\n", published=PUBLISHED)
    return parse_document(document, load_gazetteer())


@pytest.mark.parametrize(
    ("told", "sentence", "names", "remark"),
    [
        (["Crowds wept in Beirut on Friday."], "Jets struck a convoy.", [], "a raid is not where it is wept over"),
        (["Rebels stormed Palmyra.", "Crowds wept in Beirut."], "Jets struck a convoy.", ["Palmyra"], "but where deeds were told"),
        (["Raid on Beirut", "A bomb went off in Beirut."], "Jets struck a convoy.", ["Beirut"], "the headline's capital"),
        (["A bomb went off in Beirut."], "Nine people were killed.", ["Beirut"], "the dead of what was told there"),
        (["A bomb went off in Beirut."], "Nine people were killed in the hills.", [], "no capital's hills"),
        (["Talks in Beirut", "Crowds wept in Beirut."], "Gunmen attacked guards on the border.", [], "nor a border's deeds"),
    ],
)  # fmt: skip
def test_deeds_of_the_field_are_in_no_capital_that_no_words_name(
    told: list[str], sentence: str, names: list[str], remark: str
) -> None:
    assert [where.name for where in events(*told, sentence)[-1].where] == names, remark


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Two medics died in the shelling.", ["Palmyra"], "what was told before"),
        ("The clashes wounded a shepherd.", ["Palmyra"], "the clashes at the head"),
        ("Two medics died in heavy shelling.", [], "some shelling or other"),
        ("The attack-minded general resigned.", [], "an adjective"),
    ],
)
def test_a_happening_told_before_has_its_place(sentence: str, names: list[str], remark: str) -> None:
    event = events("Rebels stormed Palmyra.", sentence)[-1]
    assert [where.name for where in pointed_to(event)] == names, remark


@pytest.mark.parametrize(
    ("told", "sentence", "names", "remark"),
    [
        (["Rebels stormed Palmyra.", "A mine went off in Palmyra."], "Gunmen killed two guards.", ["Palmyra"], "one town only"),
        (["Rebels stormed Palmyra.", "A mine went off in Palmyra."], "The minister denied everything.", [], "words are no deed"),
        (["Rebels stormed Palmyra.", "A mine went off in Aleppo."], "Gunmen killed two guards.", [], "two towns"),
        (["Rebels stormed Palmyra."], "Gunmen killed two guards.", [], "told once"),
    ],
)  # fmt: skip
def test_a_story_of_one_town_stays_there(told: list[str], sentence: str, names: list[str], remark: str) -> None:
    event = events(*told, sentence)[-1]
    assert [where.name for where in pointed_to(event)] == names, remark


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("In 2011 gunmen killed two guards.", [], "long before the story"),
        ("In 2011 a bomb at that same walled compound killed two guards.", ["Palmyra"], "the same spot"),
        ("On Friday gunmen killed two guards.", ["Palmyra"], "of the story's days"),
    ],
)
def test_only_what_is_of_the_story_s_days_is_where_the_story_is(sentence: str, names: list[str], remark: str) -> None:
    event = events("Rebels stormed Palmyra on Thursday.", "A mine went off in Palmyra on Friday.", sentence)[-1]
    assert [where.name for where in pointed_to(event)] == names, remark


def test_a_people_s_territory_is_their_country() -> None:
    assert [where.name for where in events("Gunmen killed two guards on Lebanese territory.")[0].where] == ["Lebanon"]
    assert events("Gunmen killed two Lebanese guards.")[0].where == ()


def test_where_people_come_from_is_no_scene() -> None:
    event = events("The fighters, most of them from Chechnya and the Caucasus, left Palmyra on Friday.")[0]
    assert [where.name for where in event.where] == ["Palmyra"]


def test_a_union_of_states_acts() -> None:
    event = events("The militia, which the European Union calls unlawful, shelled Palmyra.")[0]
    assert [where.name for where in event.where] == ["Palmyra"]


def test_a_quarter_is_no_town_spelled_like_it() -> None:
    event = events("Guards in Syria foiled an attack in al-Sina’a neighborhood in Deir Ezzor city.")[0]
    assert [where.name for where in event.where] == ["Deir Ezzor", ""]


def test_what_a_cleft_sentence_tells_is_read() -> None:
    event = events("It was in Mosul in 2014 that the leader declared his rule over the north.")[0]
    assert event.when is not None
    assert (event.when.edtf, event.where[0].name) == ("2014", "Mosul")


def test_the_past_of_a_verb_without_object_opens_no_relative_clause() -> None:
    event = events("Three men were wounded in clashes that began after calm prevailed at dawn on Tuesday.")[0]
    assert event.when is not None
    assert event.when.edtf == "2017-08-29"


def test_a_headline_counts_as_a_telling_where_it_is_of_the_story() -> None:
    told = ("Shells hit Palmyra market", "Rebels stormed Palmyra, officials said.", "Gunmen killed two guards.")
    assert [where.name for where in events(*told)[-1].where] == ["Palmyra"]


def test_a_clock_s_place_is_no_scene() -> None:
    event = events("At 5 pm Moscow time, a mine wounded two guards in Palmyra.")[0]
    assert [where.name for where in event.where] == ["Palmyra"]


def test_a_river_is_no_scene_where_one_was_told() -> None:
    event = events("Troops freed Deir Ezzor on Friday. The last gunmen fled across the Euphrates.")[-1]
    assert [where.name for where in event.where] == ["Deir Ezzor", "Euphrates"]


def test_the_head_of_a_hill_s_name_is_no_town() -> None:
    event = events("Troops in Syria held positions on Jabal Tharda near Deir Ezzor on Friday.")[0]
    assert "Byblos" not in [where.name for where in event.where]


@pytest.mark.parametrize(
    ("sentence", "edtf", "remark"),
    [
        ("Yesterday, the brigade, led by its best men, freed two towns after a push that started two days ago.",
         "2017-09-01", "the day that opens the sentence is the main verb's"),
        ("Rebels took the mill after a siege that began in 2014.", "2017-09-02~", "the year is the siege's"),
        ("The army said that rebels attacked the mill on Friday.", "2017-09-01", "what was said has its day"),
        ("Nine guards were killed in the fighting that originally broke out on Monday.", "2017-08-28~", "the fighting's, no other being told"),
        ("The handover, which began on Monday, came as part of a truce.", "2017-08-28", "what the sentence is about began then"),
        ("The mayor, who was seized on Monday, came to the mill.", "2017-09-02~", "what befell somebody did not"),
    ],
)  # fmt: skip
def test_a_day_in_a_clause_of_that_is_its_own(sentence: str, edtf: str, remark: str) -> None:
    event = events(sentence)[0]
    assert event.when is not None
    assert event.when.edtf == edtf, remark


def test_a_witness_s_sentence_within_a_longer_quotation_is_a_claim() -> None:
    told = '"The jets carried out four strikes near Palmyra on Friday. The bridge is gone," Col. John Miller said.'
    event = events(told)[0]
    assert (event.type, event.modality, event.where[0].name) == ("strike", "claimed", "Palmyra")
    assert (
        events('"We carried out four strikes near Palmyra. It is over," Col. John Miller said.')[0].type == "statement"
    )


def test_what_is_tried_is_told_and_what_will_take_its_time_is_not() -> None:
    assert len(events("The gunmen tried to flee from Palmyra.")) == 1
    assert events("It will take another week to remove the mines in Palmyra.") == []


def test_a_word_for_a_kind_of_place_points_back_to_one_of_it() -> None:
    told = events(
        "Gunmen stormed Al-Waer.",
        "Rebels shelled Salamiyah.",
        "Rockets hit the town.",
        "Two families left the quarter.",
    )
    assert [[where.name for where in event.where] for event in told[2:]] == [["Salamiyah"], ["Al-Waer"]]


def test_the_city_and_the_quarter_are_no_province_told_of_since() -> None:
    told = events(
        "Buses with fighters left Homs on Wednesday. Gunmen seized a village in Hama province. By evening 400 men were"
        " brought out of the Old City. Later gunmen seized a village in Hama province. Shells hit the same quarter.",
    )
    assert [[where.name for where in told[at].where] for at in (2, 4)] == [["Homs"], ["Homs"]]


def test_an_unknown_quarter_stays_in_the_town_it_was_told_of() -> None:
    told = events(
        "Gunmen stormed Homs and al-Hamidiyeh on Monday.",
        "Rebels shelled Palmyra.",
        "A mine killed two soldiers in al-Hamidiyeh.",
    )[-1]
    assert [(where.name, where.status) for where in told.where] == [("Homs", "auto"), ("", "unresolved")]


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Later 75 buses set out from the two towns.", ["Kafriya", "Fuah"], "as many as were named"),
        ("Rockets hit both besieged towns.", ["Kafriya", "Fuah"], "both"),
        ("Later 75 buses set out from the three towns.", [], "another number"),
        ("A bomb killed residents of the two towns.", [], "their people may be elsewhere"),
    ],
)
def test_the_two_towns_are_those_named_side_by_side(sentence: str, names: list[str], remark: str) -> None:
    told = events("Talks on Kefraya and Foua failed.", "Rebels shelled Palmyra on Monday.", sentence)[-1]
    assert [where.name for where in pointed_to(told)] == names, remark


def test_an_unknown_town_lies_in_no_town_told_before() -> None:
    told = events("Rebels stormed Palmyra.", "Gunmen shot two guards in the town of Qurtelmat.")[-1]
    assert [(where.name, where.status) for where in told.where] == [("", "unresolved")]


def test_this_town_is_the_dateline_s() -> None:
    told = events(
        "PALMYRA, Syria - This desert town, the pride of Homs, had been quiet.",
        "On Friday tanks rolled into the center.",
    )
    assert [[where.name for where in event.where] for event in told[-1:]] == [["Palmyra"]]
    elsewhere = events("PALMYRA, Syria - The province had been quiet.", "On Friday tanks rolled into the center.")
    assert [pointed_to(event) for event in elsewhere[-1:]] == [()]


def test_several_towns_far_apart_told_in_one_breath_are_no_scene() -> None:
    told = events(
        "Rebels stormed Palmyra.",
        "They attacked it as they had attacked Homs, Aleppo and Raqqa.",
        "Rockets hit the town.",
    )
    assert [where.name for where in told[-1].where] == ["Palmyra"]


def places_told(text: str) -> list[list[str]]:
    events = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    return [[where.name for where in pointed_to(event)] for event in events]


def test_a_line_that_is_a_place_heads_what_happened_there() -> None:
    text = (
        "Daily summary of the province\n\nPALMYRA\nJets hit the centre twice. A nurse was killed.\n\n"
        "AL-SUKHNAH\nGuards fired mortars at a farm.\n\nDISPLACEMENT\nSome 600 families left on Friday.\n"
    )
    assert places_told(text) == [["Palmyra"], ["Palmyra"], ["Sukhnah"], []]


def test_a_lone_line_that_is_a_capital_says_only_whence_the_story_is_told() -> None:
    told = events("BEIRUT", "Buses were taken on Friday to another part of the country.")[-1]
    assert [where.name for where in told.where] == []


@pytest.mark.parametrize(
    ("headline", "body", "names", "remark"),
    [
        ("Palmyra wakes to ashes", "Two guards were shot on Friday.", [["Palmyra"]], "the headline's town"),
        ("A week of rage", "Palmyra has been in turmoil. Two guards were shot. Palmyra is poor.", [["Palmyra"]],
         "the first sentence's, where the story names it again"),
        ("A week of rage", "Palmyra has been in turmoil.\n\nTwo guards were shot.", [[]], "named once"),
        ("Palmyra and Homs in ashes", "Two guards were shot on Friday.", [[]], "two towns"),
        ("A week of rage", "All was calm.\n\nPalmyra is old. Palmyra is poor. Palmyra is proud. Palmyra is in Homs.\n\n"
         "Calm came back.\n\nTwo guards were shot on Friday.", [["Palmyra"]], "named far more often than any other"),
        ("A week of rage", "All was calm.\n\nPalmyra is old. Palmyra is poor. Hama is near Palmyra. Hama is like Palmyra. Hama is poor.\n\n"
         "Calm came back.\n\nTwo guards were shot on Friday.", [[]], "not much more often"),
        ("Hama in a week of rage", "Hama is not Palmyra. Palmyra is old. Palmyra is proud. Palmyra is poor.\n\n"
         "Calm came back.\n\nTwo guards were shot on Friday.", [["Hama"]], "the headline comes first"),
        ("Eastern Ghouta's siege", "All was calm.\n\nTwo guards were shot on Friday.", [["Eastern Ghouta"]], "a small area"),
        ("Palmyra wakes to ashes", "In May 2014 guards laid a siege around the villages.", [["Palmyra"]], "long ago, and there"),
        ("Palmyra wakes to ashes", "Two guards were shot in May 2014.", [[]], "long ago"),
        ("Palmyra wakes to ashes", "On 3 May 2014 guards stormed Palmyra. Jets hit Hama on 4 May 2014.\n\nThe mayor was shot on 5 May 2014.",
         [["Palmyra"]], "long ago, in days of the town's"),
        ("Palmyra wakes to ashes", "On 3 May 2014 guards stormed Palmyra. Jets hit Hama on 4 May 2014.\n\nThe mayor was shot on 25 June 2014.",
         [[]], "and in others"),
        ("A prison in Douma, Damascus, in ashes", "Two guards were shot on Friday.", [["Douma"]], "the finer of two neighbours"),
        ("A week of rage", "Calm came back.\n\nMiddle East\n\nTwo guards were shot on Friday.", [[]], "no heading places so much"),
        ("Palmyra wakes to ashes", "The mayor said on Friday that it was calm.", [[]], "words are told elsewhere"),
    ],
)  # fmt: skip
def test_what_a_story_of_a_town_tells_without_a_place(
    headline: str, body: str, names: list[list[str]], remark: str
) -> None:
    assert places_told(f"{headline}\n\n{body}\n")[-1:] == names, remark


def test_an_area_around_the_town_the_story_is_of_means_the_town() -> None:
    headline = "Guards leave the town of Sukhnah"
    (event,) = events_of(
        f"{headline}\n\nGuards were driven out of their last post in eastern Syria on Friday.\n", date(2017, 9, 2)
    )
    assert [(where.role, where.name) for where in event.where] == [("near", "Sukhnah"), ("at", "eastern Syria")]
    elsewhere = f"{headline}\n\nGuards were driven out of their last post in southern Lebanon on Friday.\n"
    assert [where.name for where in events_of(elsewhere, date(2017, 9, 2))[0].where] == ["southern Lebanon"]


def test_a_village_a_story_was_written_from_is_where_it_happened() -> None:
    told = "Trucks left the last enclave of the league.\n\nGuards shot at two of them on Friday.\n"
    for town, names in (("BAGHUZ, Syria", ["Baghuz"]), ("BEIRUT, Lebanon", [])):
        event = events_of(f"Trucks leave the enclave\n\n{town} - {told}", date(2017, 9, 2))[-1]
        assert [where.name for where in event.where] == names


@pytest.mark.parametrize(
    ("lead", "names", "remark"),
    [
        ("Guards freed nine miners in a town in central Syria on Friday, a monitor said.", ["Palmyra", "central Syria"], "named later"),
        ("Guards freed nine miners in their last stronghold in central Syria on Friday, a monitor said.",
         ["Palmyra", "central Syria"], "a last one, named later"),
        ("Guards freed nine miners in an ambush in central Syria on Friday, a monitor said.",
         ["Palmyra", "central Syria"], "an ambush in an area"),
        ("Guards freed nine miners in central Syria on Friday, a monitor said.", ["central Syria"], "an area is meant"),
        ("Guards freed nine miners in a town near Homs on Friday, a monitor said.", ["Homs"], "a finer place is told"),
    ],
)  # fmt: skip
def test_a_town_without_a_name_is_the_one_the_story_names_next(lead: str, names: list[str], remark: str) -> None:
    found = events(
        "Nine miners are free", lead, "The nine had been held in Palmyra since May, said the mayor of the town."
    )
    first = next(event for event in found if "freed" in event.reports[0].quote)
    assert [where.name for where in first.where] == names, remark


def test_days_of_the_week_and_no_other_words_open_what_a_capital_does() -> None:
    (event,) = events("For the holiday Moscow and Homs closed their schools on Friday, a paper said.")
    assert "Moscow" in [where.name for where in event.where]


def test_a_region_larger_than_countries_is_no_further_place_of_a_story() -> None:
    text = "Rebels stormed Homs. A mine went off in Homs.\n\n{}\n\nNine children were killed on Friday.\n"
    for beside, names in (("Guards shot men in the Middle East.", ["Homs"]), ("Guards shot men in Idlib.", [])):
        event = events_of(text.format(beside), date(2017, 9, 2))[-1]
        assert [where.name for where in pointed_to(event)] == names, beside


def test_an_area_as_large_as_a_governorate_means_the_town_too() -> None:
    text = "Guards leave the town of Saraqib\n\nGuards were driven out of their last post in northwestern Syria on Friday.\n"
    (event,) = events_of(text, date(2017, 9, 2))
    assert [(where.role, where.name) for where in event.where] == [("near", "Saraqib"), ("at", "northwestern Syria")]


@pytest.mark.parametrize(("region", "names"), [("the Middle East", []), ("Wadi Barada", ["Wadi Barada"])])
def test_the_region_is_one_that_a_story_can_be_in(region: str, names: list[str]) -> None:
    text = f"Guards shot men in {region} on Friday.\n\nJets bombed the region on Saturday.\n"
    assert [where.name for where in events_of(text, date(2017, 9, 2))[-1].where] == names


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Two guards were wounded.", [("near", "Palmyra")], "a deed"),
        ("The council denied everything.", [("near", "Palmyra")], "and words"),
        ("Two guards were wounded in Homs.", [("at", "Homs")], "not where a place is named"),
        ("In May 2014 nine guards were shot.", [], "nor what is of other years"),
        (
            "The buses will go to Homs. Two guards were wounded.",
            [("near", "Palmyra")],
            "nor where something is to come",
        ),
    ],
)
def test_a_story_lends_where_its_last_deed_was(sentence: str, names: list[tuple[str, str]], remark: str) -> None:
    told = events("Rebels stormed Palmyra on Friday.", "Envoys spoke in Damascus of a truce.", sentence)[-1]
    assert [(where.role, where.name) for where in told.where] == names, remark


def test_a_lent_place_is_said_to_be_lent_half_as_sure_and_heads_no_statement() -> None:
    stormed, hurt, said = events("Rebels stormed Palmyra.", "Two guards were hurt.", "The council denied everything.")
    assert hurt.where[0].reasons[-1] == said.where[0].reasons[-1] == "lent by the story: it told its last deed there"
    assert said.where[0].score == hurt.where[0].score == pytest.approx(stormed.where[0].score / 2)
    assert (hurt.title, said.title) == ("Two guards were hurt (Palmyra)", "The council denied everything")


def test_before_its_first_deed_a_story_lends_its_headline_s_place() -> None:
    text = "Envoys gather over Palmyra\n\nThe council denied everything on Friday.\n"
    (event,) = events_of(text, PUBLISHED)
    assert [(where.role, where.name) for where in event.where] == [("near", "Palmyra")]


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("In February nine hundred people were brought out under a truce.", ["Homs"], "a deed of months before"),
        ("In 2012 nine guards were shot.", ["Homs"], "or of years"),
        ("In 2012 the council denied everything.", [], "not words"),
        (
            "Raiders burned the mill in Idlib.\n\nIn 2012 nine guards were shot.",
            [],
            "nor once the story went elsewhere",
        ),
    ],
)
def test_the_one_town_a_story_is_of_is_lent_to_older_deeds_too(sentence: str, names: list[str], remark: str) -> None:
    text = f"Buses leave the old city of Homs\n\nRebels left Homs on Friday.\n\n{sentence}\n"
    told = events_of(text, date(2017, 9, 2))[-1]
    assert [where.name for where in told.where] == names, remark


def test_a_river_is_not_lent() -> None:
    told = events("Rebels crossed the Euphrates on Friday.", "Two guards were wounded.")[-1]
    assert [where.name for where in told.where] == []


def test_a_story_stays_where_it_is_when_somebody_speaks_in_a_capital() -> None:
    text = (
        "Aid lorries reached Palmyra on Sunday. In Geneva a spokesman demanded a truce. {} Mortar shells hit the town."
    )
    told = {place: events_of(text.format(place), date(2017, 9, 2))[-1] for place in ("", "Guards left Homs.")}
    assert [event.where[0].name for event in told.values()] == ["Palmyra", "Homs"]
