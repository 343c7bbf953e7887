"""Persons that no table has, by what they say or are."""

from __future__ import annotations

import pytest

from timeline_app.events.who.actors import find_actors
from timeline_app.events.who.people import people_in
from timeline_app.events.who.ranks import plain_name


def _people(sentence: str) -> list[str]:
    named = find_actors(sentence)
    return [one.name for one in (*named, *people_in(sentence, named, ())) if one.kind == "person"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Dana Farouk said the road was open.", ["Dana Farouk"]),
        ("On Sunday Dana Farouk had warned of it.", ["Dana Farouk"]),
        ("Nils Aker of the World Food Programme, who is in Homs, has told reporters so.", ["Nils Aker"]),
        ("Samer Abdul-Karim, a commander of the rebels, was killed.", ["Samer Abdul-Karim"]),
        ("Umm Yusuf, who lives in Homs, fled.", ["Umm Yusuf"]),
        ("The governor of Daraa, Bassel Jaber, denied it.", ["Bassel Jaber"]),
        ("The activist Maher Qasem fled.", ["Maher Qasem"]),
        ("“We left,” said the general director Rida Salloum.", ["Rida Salloum"]),
        ("According to the analyst Petra Lind, it was over.", ["Petra Lind"]),
        ("In Homs, Abu Yusuf, a resident, said shells fell.", ["Abu Yusuf"]),
        ("Journalist Fadi Sayed was killed.", ["Fadi Sayed"]),
        ("Activist Fadi Sayed said so.", ["Fadi Sayed"]),
        ("Jean-Yves Le Drian said so.", ["Jean-Yves Le Drian"]),
        ("Fadi al-Sayed visited the camp.", ["Fadi al-Sayed"]),
        ("Capt. Jane R. Doe said so.", ["Jane Doe"]),
    ],
)
def test_who_speaks_or_has_an_office_is_a_person(sentence: str, names: list[str]) -> None:
    assert _people(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    ["The Daily Star said so on Monday.", "Al Jazeera reported that jets struck.", "Wadi al-Khayl, an official crossing, is shut.",
     "Tal Afar, the town's main square, was hit.", "Human Rights Watch said so.", "Moadamiyat al-Sham, a rebel-held town, fell.",
     "Good Morning, an official said.", "Goldman Sachs said so.", "General Motors said so.", "Der Spiegel reported it.",
     "Le Monde said so.", "Buenos Aires said it would help.", "Grand Hyatt said so.", "Real Madrid said so.",
     "Mavi Marmara, said the captain, sank.", "Jets Hit Town, Army Says.", "The Syrian Ministry said so.", "On Monday Russia said so.", "Rebel Homs fell."],
)  # fmt: skip
def test_media_bodies_places_and_headlines_are_no_persons(sentence: str) -> None:
    assert _people(sentence) == []


def test_a_place_is_no_person_whatever_it_says() -> None:
    sentence = "Khan Touman said no."
    assert list(people_in(sentence, [], [(0, 11)])) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Army Col. Jane R. Doe", "Jane Doe"),
        ("Sheikh Omar al-Fayad", "Omar al-Fayad"),
        ("Omar Fayad’s", "Omar Fayad"),
        ("Aoun", "Aoun"),
    ],
)
def test_a_name_is_one_however_it_is_written(written: str, name: str) -> None:
    assert plain_name(written) == name


def test_a_first_name_makes_a_surname_another_s() -> None:
    assert [one.name for one in find_actors("On Monday Assad met Maher al-Assad.")] == ["Bashar al-Assad"]
    assert [one.name for one in find_actors("But President Assad left.")] == ["Bashar al-Assad"]
