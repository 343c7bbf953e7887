"""Villages that no words of place introduce: meant where the text plays in their country and tells of them as places."""

from __future__ import annotations

import pytest

from timeline_app.geo import Gazetteer, find_places


def named(text: str, gazetteer: Gazetteer) -> list[str]:
    return [mention.place.name for mention in find_places(text, gazetteer) if mention.place is not None]


@pytest.mark.parametrize(
    "told",
    [
        "The army took {} on Monday",
        "Jets struck {} on Monday",
        "Families fled {} on Monday",
        "After capturing {}, the rebels withdrew",
        "{} was heavily shelled on Monday",
        "{} has since been retaken",
        "On Monday {} fell to the rebels",
        "On Monday {} came under fire",
        "The offensive on {} began on Monday",
        "The {} market burned on Monday",
    ],
)
def test_a_village_of_the_country_told_of_is_meant_where_it_is_told_of_as_a_place(
    told: str, gazetteer: Gazetteer
) -> None:
    text = told.format("Kansafra") + ", Syria's state media said."
    assert "Kansafrah" in named(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "The market of Paris was heavily shelled with criticism, and Shinan took the blame.",
        "Shinan was heavily criticised on Monday, Syria's state media said.",
        "Shinan said in Syria that he was ill.",
    ],
)
def test_a_name_told_of_as_a_person_is_no_village(text: str, gazetteer: Gazetteer) -> None:
    assert not any("Shinan" in name for name in named(text, gazetteer))


@pytest.mark.parametrize("name", ["Tall Hamis", "Tal Hamis", "Tell Hamis"])
def test_nobody_is_called_a_hill_of_something(name: str, gazetteer: Gazetteer) -> None:
    assert named(f"Kurdish fighters and {name} were mentioned by Syria's radio.", gazetteer)[:1] == ["Tall Hamis"]
    assert named(f"The brigade Ansar {name} was mentioned by Syria's radio.", gazetteer) == ["Syria"]


def test_the_head_of_an_unknown_name_is_no_place_of_its_own(gazetteer: Gazetteer) -> None:
    assert named("A bomb went off in Khan Qasrin in Diyala, Iraq.", gazetteer) == ["Diyala Governorate", "Iraq"]


def test_a_captain_s_surname_is_no_town(gazetteer: Gazetteer) -> None:
    assert named("A minibus was stopped near Tikrit, police captain Hamid Jassim said.", gazetteer) == ["Tikrit"]
    assert "Jasim" in named("Troops entered Jasim, a town in Daraa province, Syria said.", gazetteer)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The men are free, said Minna-Liina Lind, a spokeswoman in Beirut.", ["Beirut"]),
        (
            "Troops closed the Idlib-Saraqib Road and the Mosul-Tal Afar Road.",
            ["Idlib", "Saraqib", "Mosul", "Tal Afar"],
        ),
        ("The Ankara-SDF Deal was signed.", ["Ankara"]),
    ],
)
def test_the_first_half_of_a_double_name_is_no_place(text: str, names: list[str], gazetteer: Gazetteer) -> None:
    assert named(text, gazetteer) == names
