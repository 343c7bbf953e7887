"""Where something happened that names no place: the scene its words point back to, or the story's only one."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.model import Event
from timeline_app.pipeline import parse_document

PUBLISHED = date(2017, 9, 2)


def events(*paragraphs: str) -> list[Event]:
    document = read_text("\n\n".join(paragraphs) + "\n", published=PUBLISHED)
    return parse_document(document, load_gazetteer())


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
    assert [where.name for where in event.where] == names, remark


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
    assert [where.name for where in event.where] == names, remark


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
