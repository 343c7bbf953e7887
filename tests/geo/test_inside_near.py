"""A village spelled as no row has it, put by the text into the area in which the only one like it lies."""

from __future__ import annotations

import pytest

from timeline_app.geo import find_places, load_gazetteer


@pytest.mark.parametrize(
    ("text", "name", "remark"),
    [
        (
            "A bomb struck the village of al-Nabi Othman in Lebanon's Bekaa Valley.",
            "En Nabi Osmane",
            "behind whose it is",
        ),
        ("A bomb struck the village of al-Nabi Othman in the Bekaa Valley.", "En Nabi Osmane", "at once"),
        ("A bomb struck the village of Qertim in Homs province.", "Qertim, in Homs Governorate", "like none in it"),
        ("A bomb struck the village of al-Nabi Othman.", None, "no area is told"),
    ],
)
def test_the_only_one_like_it_in_the_area_told(text: str, name: str | None, remark: str) -> None:
    first = find_places(text, load_gazetteer())[0]
    assert (first.place.name if first.place else None) == name, remark
    if name == "En Nabi Osmane":
        assert "spelled otherwise" in first.reasons[0]
