"""The promises of the palette, reckoned: contrast, colour-blindness, shapes, the reserved hue."""

import colorsys
from itertools import combinations

import pytest

from timeline_app.model import EVENT_TYPES
from timeline_app.views import TypeStyle, palette
from timeline_app.views.words.palette import LAND_DARK, LAND_LIGHT

RGB = tuple[float, float, float]

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> RGB:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    lights = sorted(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(colour: str, blindness: str) -> RGB:
    rgb = linear(colour)
    seen = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in BLINDNESS[blindness]]
    xyz = [
        sum(m * c for m, c in zip(row, seen, strict=True)) / white
        for row, white in (
            ((0.4124, 0.3576, 0.1805), 0.95047),
            ((0.2126, 0.7152, 0.0722), 1.0),
            ((0.0193, 0.1192, 0.9505), 1.08883),
        )
    ]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, blindness: str) -> float:
    """CIE76: about 2.3 is just noticeable side by side."""
    pairs = zip(lab(one, blindness), lab(other, blindness), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


STYLES = palette()


def test_every_type_has_one_style_in_order() -> None:
    assert [style["name"] for style in STYLES] == list(EVENT_TYPES)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style["name"])
def test_colours_stand_out_from_the_land(style: TypeStyle) -> None:
    assert contrast(style["light"], LAND_LIGHT) >= 4.5
    assert contrast(style["dark"], LAND_DARK) >= 4.5


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_types_of_one_shape_differ_in_colour_for_every_eye(theme: str, blindness: str) -> None:
    for one, other in combinations(STYLES, 2):
        if one["shape"] == other["shape"]:
            gap = distance(one[theme], other[theme], blindness)  # type: ignore[literal-required]
            assert gap >= 12, f"{one['name']} and {other['name']}: {gap:.1f}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_hue_of_the_selection_is_not_used(theme: str) -> None:
    for style in STYLES:
        red, green, blue = (int(style[theme][i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[literal-required]
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        assert saturation < 0.1 or not 35 <= hue * 360 <= 70, style["name"]
