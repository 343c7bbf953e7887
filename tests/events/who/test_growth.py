"""Finding actors takes time in proportion to the text, whatever it says."""

from __future__ import annotations

import pytest

from tests.growth import grows_in_proportion
from timeline_app.events.capitals import find_named
from timeline_app.events.who.meant import Cast


@pytest.mark.parametrize(
    "unit",
    ["Aa ", "Aa, a ", "said ", "the army ", "Syrian ", "Syria's ministry of ", "al-Aa ", "Col. Aa ", "commander of a, ",
     "Aa, the ", "he said, ", "US ", "A. "],
)  # fmt: skip
def test_finding_actors_is_linear(unit: str) -> None:
    def find(text: str) -> None:
        list(Cast(text).meant_in(text, find_named(text)))

    assert grows_in_proportion(find, unit, 8000)
