"""Finding actors takes time in proportion to the text, whatever it says."""

from __future__ import annotations

import pytest

from tests.growth import grows_in_proportion
from timeline_app.events.capitals import find_named
from timeline_app.events.who.meant import Cast
from timeline_app.events.who.named import Named


@pytest.mark.parametrize(
    "unit",
    ["Aa ", "Aa, a ", "said ", "the army ", "Syrian ", "Syria's ministry of ", "al-Aa ", "Col. Aa ", "commander of a, ",
     "Aa, the ", "he said, ", "US ", "A. ", "Aa Bb saw Cc, ", "the jihadists of ISIS ", "his son ", "Gen. Aa Bb met "],
)  # fmt: skip
def test_finding_actors_is_linear(unit: str) -> None:
    def find(text: str) -> None:
        cast, named = Cast(text), find_named(text)
        list(cast.meant_in(text, cast.folded(named, text)))
        cast.meet(named, text)

    assert grows_in_proportion(find, unit, 8000)


def test_new_surnames_in_every_sentence_are_linear() -> None:
    def find(text: str) -> None:
        cast = Cast(text)
        for at in range(0, len(text), 10):
            word = f"Q{at}x".translate(str.maketrans("0123456789", "abcdefghij"))
            cast.meet([Named(0, 4, f"Adam {word}", "person")], text[at : at + 10])
            list(cast.meant_in(text[at : at + 10], ()))

    assert grows_in_proportion(find, "He met Aa. ", 20000)
