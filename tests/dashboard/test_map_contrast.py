"""Words drawn on canvas, which axe-core cannot see: the map's names against what they stand on (WCAG AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "frontend" / "src" / "map" / "theme.js"
TEXT, MARKS = 4.5, 3.0


def colours(theme: str) -> dict[str, str]:
    """The colours of one theme by their names, six-digit ones."""
    block = re.search(rf"{theme}: \{{(.*?)\n  \}}", THEME.read_text("utf-8"), re.S)
    assert block is not None
    return dict(re.findall(r'(\w+): "(#[0-9a-f]{6})"', block[1]))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground", "least"),
    [
        ("town", "land", TEXT),
        ("country", "land", TEXT),
        ("ink", "paper", TEXT),
        ("amber", "rim", MARKS),  # every ring has a rim around it
        ("dot", "land", MARKS),
    ],
)
def test_what_is_written_or_marked_on_the_map_stands_out(theme: str, words: str, ground: str, least: float) -> None:
    found = colours(theme)
    assert contrast(found[words], found[ground]) >= least
