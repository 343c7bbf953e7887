"""Kind words: "the province of X", "X oil fields", "the village of X"."""

from __future__ import annotations

from timeline_app.model import Place

KIND_WORDS: dict[str, str] = {
    **dict.fromkeys(["governorate", "province", "state", "muhafazah", "governorates", "provinces"], "division"),
    **dict.fromkeys(["prefecture", "oblast", "canton", "voivodeship", "muhafaza"], "division"),
    **dict.fromkeys(["district", "subdistrict", "county", "nahiya", "qada"], "district"),
    **dict.fromkeys(["city", "town", "village", "hamlet", "suburb", "township", "municipality"], "settlement"),
    **dict.fromkeys(["cities", "towns", "villages", "camp", "neighborhood", "neighbourhood"], "settlement"),
    **dict.fromkeys(["border", "frontier", "borders"], "border"),
    **dict.fromkeys(["desert", "badia", "steppe"], "desert"),
    **dict.fromkeys(["region", "countryside", "area", "pocket", "plain", "plateau", "peninsula"], "region"),
    **dict.fromkeys(["river", "lake", "sea", "gulf", "canal", "dam", "reservoir"], "water"),
    **dict.fromkeys(["valley", "basin"], "valley"),
    **dict.fromkeys(["mountain", "mountains", "mount", "hills", "hill", "heights", "highlands"], "mountain"),
    **dict.fromkeys(["oilfield", "oilfields", "field", "fields", "gasfield"], "oilfield"),
    **dict.fromkeys(["base", "airbase", "airport", "airfield", "barracks", "garrison"], "base"),
    **dict.fromkeys(["crossing", "crossings"], "crossing"),
    **dict.fromkeys(["island", "islands"], "island"),
}
"""Word to family of kinds."""

SHARED_WORDS = frozenset({"governorates", "provinces", "cities", "towns", "villages"})
"""Kind words that say of every name of a list what it is: "the provinces of Aleppo and Latakia"."""

_FAMILIES = {
    "country": "country", "governorate": "division", "province": "division", "admin1": "division",
    "state": "division", "division": "division", "district": "district", "subdistrict": "district",
    "admin2": "district", "city": "settlement", "capital": "settlement", "town": "settlement",
    "village": "settlement", "hamlet": "settlement", "camp": "settlement", "neighbourhood": "settlement",
    "border": "border", "desert": "desert", "region": "region", "river": "water", "lake": "water",
    "sea": "water", "valley": "valley", "mountain": "mountain", "mountains": "mountain", "hill": "mountain",
    "oilfield": "oilfield", "oil field": "oilfield", "oil_field": "oilfield", "gasfield": "oilfield",
    "base": "base", "airbase": "base", "airport": "base", "crossing": "crossing", "island": "island",
    "": "settlement",
}  # fmt: skip

_NEAR = {
    ("division", "district"), ("district", "division"), ("region", "desert"), ("desert", "region"),
    ("region", "valley"), ("valley", "region"), ("water", "valley"), ("valley", "water"),
    ("district", "settlement"), ("region", "mountain"), ("mountain", "region"), ("region", "division"),
    ("desert", "division"), ("base", "crossing"),
}  # fmt: skip


TOWN = "town"
"""What "the town of X" asks for: a settlement that is neither a capital nor a city of millions."""
SMALL_WORDS = frozenset({"town", "village", "hamlet", "township"})
"""Kind words that nobody says of a capital."""
_MILLION = 1_000_000


def family(kind: str) -> str:
    """The family of a gazetteer kind: division, district, settlement, border, desert, water ..."""
    return _FAMILIES.get(kind, kind)


def kind_fit(place: Place, wanted: str) -> float:
    """How well a place suits a family of kinds, or a `TOWN`: 1 the same, 0.3 close, -1 another."""
    have = family(place.kind)
    if wanted == TOWN:
        large = place.kind == "capital" or place.population >= _MILLION
        return 1.0 if have == "settlement" and not large else -1.0
    if have == wanted:
        return 1.0
    return 0.3 if (wanted, have) in _NEAR else -1.0


def split_kind(words: list[str]) -> tuple[list[str], str]:
    """The words of a name without its kind word, and the family that word names ("" without one).

    "Deir Ezzor Governorate", "city of Mosul", "Omar oil fields".
    """
    if len(words) > 2 and words[-1] in ("field", "fields") and words[-2] in ("oil", "gas"):
        return words[:-2], "oilfield"
    if len(words) > 1 and words[-1] in KIND_WORDS:
        return words[:-1], KIND_WORDS[words[-1]]
    if len(words) > 2 and words[0] in KIND_WORDS and words[1] == "of":
        return words[2:], KIND_WORDS[words[0]]
    return words, ""
