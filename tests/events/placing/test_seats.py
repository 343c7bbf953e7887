"""Bodies that sit and houses that stand in a capital which nobody need name."""

from __future__ import annotations

import csv
from datetime import date
from importlib import resources

import pytest

from tests.events.parsed import events_of
from timeline_app import load_gazetteer

PUBLISHED = date(2017, 9, 2)


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("On Friday the parliament of Iraq passed a law on oil.", ["Baghdad"], "of its state"),
        ("Iraq's cabinet met on Friday and agreed on a truce.", ["Baghdad"], "whose it is"),
        ("Lebanese President Michel Aoun received the envoys on Friday.", ["Beirut"], "one receives at home"),
        ("The UN Security Council will meet on Friday for talks on the truce.", ["New York City"], "the United Nations'"),
        ("At the Grand Serail, the envoys signed a deal on Friday.", ["Beirut"], "a house"),
        ("A bomb went off outside the Grand Serail on Friday.", ["Beirut"], "violence at a house"),
        ("Iraq's cabinet met in Basra on Friday.", ["Basra"], "it says where"),
        ("On Friday the Iraqi parliament condemned the attack.", [], "words"),
        ("Iraqi Prime Minister Haider al-Abadi received a letter on Friday.", [], "nobody came"),
        ("Lebanese President Michel Aoun met the envoys on Friday.", [], "anywhere"),
        ("On Friday the Iraqi government met its goals, officials said.", [], "nobody sat"),
        ("On Friday a letter was sent to the White House.", [], "to its people"),
        ("Gunmen had killed nine guards, a general told reporters at the Pentagon.", [], "where it was told"),
        ("The Security Council of the league met on Friday.", [], "another council"),
        ("The president told the U.N. General Assembly on Friday that refugees should go home.", ["New York City"], "heard"),
        ("The envoy vetoed a draft resolution of the UN Security Council that demanded a truce in Homs.", ["New York City"],
         "what a draft demands is elsewhere"),
        ("The speaker of the Iraqi parliament met the envoys on Friday.", [], "somebody, anywhere"),
        ("Members of the Iraqi parliament voted on Friday.", ["Baghdad"], "those who sit there"),
        ("Russian President Vladimir Putin received a medal on Friday.", [], "no visitor"),
        ("The Syrian government received 40 tanks on Friday.", [], "nor these"),
        ("French President Emmanuel Macron received a medal from the envoys on Friday.", [], "from visitors, perhaps"),
        ("French President Emmanuel Macron received John Kerry on Friday.", ["Paris"], "a visitor by his name"),
        ("French President Emmanuel Macron received the envoys in Davos on Friday.", [], "in a town nobody knows"),
        ("The president received the envoys in Davos on Friday.", [], "of whatever land"),
        ("The Ukrainian parliament voted in March to extend the truce.", ["Kyiv"], "a month"),
        ("The council met in Geneva on Friday.", ["Geneva"], "it says where"),
        ("Parliament voted on Friday to lift the ban.", [], "nobody says whose"),
    ],
)  # fmt: skip
def test_a_body_sits_in_its_capital(sentence: str, names: list[str], remark: str) -> None:
    event = events_of(sentence, PUBLISHED)[0]
    assert [where.name for where in event.where] == names, remark


def test_it_is_said_why() -> None:
    (where,) = events_of("Iraq's cabinet met on Friday and agreed on a truce.", PUBLISHED)[0].where
    assert (where.role, where.text) == ("near", "Iraq's cabinet met")
    assert where.reasons == ("'Iraq's cabinet met' is named without its town, Baghdad: it sits there",)


def test_the_story_does_not_go_on_where_a_body_sat() -> None:
    text = "Rebels stormed Palmyra on Friday. The UN Security Council met on Saturday. Nine guards were killed."
    events = events_of(text, PUBLISHED)
    assert [[where.name for where in event.where] for event in events] == [["Palmyra"], ["New York City"], ["Palmyra"]]


def test_seats_are_the_gazetteer_s_towns() -> None:
    gazetteer = load_gazetteer()
    table = resources.files("timeline_app.events.placing").joinpath("seats.csv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines()):
        place = gazetteer.place(row["place_id"])
        assert place is not None
        assert [place.name, str(place.lat), str(place.lon)] == [row["name"], row["lat"], row["lon"]]
