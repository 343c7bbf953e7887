"""The curated gazetteer: complete, unambiguous within a kind, sourced, and on the right side of the map."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "gazetteer.csv"
COLUMNS = "id,name,kind,country,admin1,lat,lon,radius_km,aliases,name_ar,source".split(",")

# South, west, north and east of each country in degrees, about 10 km beyond its farthest points.
BOXES = {
    "SY": (32.2, 35.5, 37.45, 42.5),
    "LB": (32.95, 35.0, 34.8, 36.75),
    "IQ": (28.95, 38.65, 37.5, 48.7),
    "TR": (35.8, 25.6, 42.2, 44.9),
}

ARTICLES = frozenset("al el as ash ad adh ar at ath az an the".split())

# Names the project promises to know, each with a kind it must have and a point it must lie near (km).
PROMISED = [
    ("Qalamoun", "region", 33.95, 36.6, 40),
    ("Deir Ezzor", "city", 35.34, 40.14, 8),
    ("Deir Ezzor", "governorate", 35.0, 40.2, 60),
    ("Dayr az Zawr", "city", 35.34, 40.14, 8),
    ("Deir Azur", "governorate", 35.0, 40.2, 60),
    ("al-Mayadin", "city", 35.02, 40.45, 6),
    ("Mayadeen", "city", 35.02, 40.45, 6),
    ("Sukhnah", "town", 34.89, 38.87, 6),
    ("As Sukhnah", "town", 34.89, 38.87, 6),
    ("al-Sukhna", "town", 34.89, 38.87, 6),
    ("Humaymah", "village", 34.3, 39.75, 40),
    ("Humayma", "village", 34.3, 39.75, 40),
    ("Abu Kamal", "city", 34.45, 40.92, 6),
    ("Abul Kamal", "city", 34.45, 40.92, 6),
    ("Boukamal", "city", 34.45, 40.92, 6),
    ("Hajin", "town", 34.69, 40.83, 6),
    ("Omar oil field", "oilfield", 35.1, 40.56, 12),
    ("al-Tanf", "base", 33.51, 38.62, 8),
    ("al-Tanaf", "base", 33.51, 38.62, 8),
    ("Arsal", "town", 34.18, 36.42, 5),
    ("Ersal", "town", 34.18, 36.42, 5),
    ("Ras Baalbek", "town", 34.26, 36.42, 5),
    ("Palmyra", "city", 34.56, 38.28, 6),
    ("Raqqa", "city", 35.95, 39.01, 6),
    ("ar-Raqqah", "governorate", 35.9, 39.0, 60),
    ("Mosul", "city", 36.34, 43.13, 8),
    ("Tal Afar", "city", 36.38, 42.45, 6),
    ("Baghdad", "city", 33.31, 44.37, 10),
    ("Beirut", "city", 33.89, 35.5, 6),
    ("Damascus", "city", 33.51, 36.29, 6),
    ("Aleppo", "city", 36.2, 37.16, 6),
    ("Homs", "city", 34.73, 36.72, 6),
    ("Homs", "governorate", 34.5, 38.3, 80),
    ("al-Anbar", "governorate", 33.0, 41.5, 100),
    ("Lebanon-Syria border", "border", 34.05, 36.4, 40),
    ("Syria-Iraq border", "border", 35.1, 41.1, 60),
    ("Euphrates valley", "valley", 35.0, 40.4, 60),
    ("Syrian desert", "desert", 34.4, 38.9, 60),
    ("Syria", "country", 35.0, 38.5, 60),
    ("Lebanon", "country", 33.9, 35.9, 30),
    ("Iraq", "country", 33.1, 43.7, 60),
]


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


ROWS = rows()


def names(row: dict[str, str]) -> Iterator[str]:
    yield row["name"]
    yield from filter(None, row["aliases"].split("|"))


def folded(name: str) -> str:
    """Without case, accents, apostrophes, hyphens, spaces and the article: "Al-Qā'im" as "qaim"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    words = re.split(r"[\s\-‐-―]+", re.sub("['’‘`ʿʾʻʼ]", "", bare))
    return "".join(word for word in words if word not in ARTICLES)


def km(row: dict[str, str], lat: float, lon: float) -> float:
    """Great-circle distance by geopy, a library, not by the code this data is read with."""
    from geopy.distance import great_circle

    return float(great_circle((float(row["lat"]), float(row["lon"])), (lat, lon)).km)


def test_the_columns_are_the_promised_ones_and_every_row_has_them_all() -> None:
    with FILE.open(encoding="utf-8", newline="") as lines:
        table = list(csv.reader(lines, strict=True))
    assert table[0] == COLUMNS
    assert {len(row) for row in table} == {len(COLUMNS)}


def test_there_are_at_least_150_places() -> None:
    assert len(ROWS) >= 150


def test_ids_are_unique_plain_words() -> None:
    twice = [id_ for id_, n in Counter(row["id"] for row in ROWS).items() if n > 1]
    assert twice == []
    assert [row["id"] for row in ROWS if not re.fullmatch(r"[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,6}", row["id"])] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_is_whole_and_lies_in_its_country(row: dict[str, str]) -> None:
    lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    assert row["name"].strip()
    assert row["kind"].strip()
    assert len(row["source"]) > 10, "where does it come from?"
    assert 0 < radius <= 600
    assert re.search("[\u0621-\u064a]", row["name_ar"]), "the Arabic name is missing"
    countries = row["country"].split("|")
    assert all(re.fullmatch("[A-Z]{2}", country) for country in countries)
    boxes = [BOXES[country] for country in countries if country in BOXES]
    assert any(south <= lat <= north and west <= lon <= east for south, west, north, east in boxes)
    for name in names(row):
        assert name == name.strip()
        assert name == unicodedata.normalize("NFC", name)
        assert len(folded(name)) > 1


def test_no_name_points_to_two_places_of_one_kind() -> None:
    owners = defaultdict(set)
    for row in ROWS:
        for name in names(row):
            owners[row["kind"], folded(name)].add(row["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_no_row_repeats_a_name() -> None:
    for row in ROWS:
        repeated = [name for name, n in Counter(names(row)).items() if n > 1]
        assert repeated == [], row["id"]


def test_aliases_are_names_and_not_what_the_people_are_called() -> None:
    demonyms = {"syrian", "iraqi", "lebanese", "kurdish", "syrians", "iraqis", "kurds", "druze", "turkmen", "arab"}
    assert [row["id"] for row in ROWS if demonyms & {name.casefold() for name in names(row)}] == []


@pytest.mark.parametrize(("name", "kind", "lat", "lon", "within"), PROMISED)
def test_a_promised_name_is_known_as_its_kind_and_lies_where_it_lies(
    name: str, kind: str, lat: float, lon: float, within: float
) -> None:
    found = [r for r in ROWS if r["kind"] == kind and folded(name) in {folded(n) for n in names(r)}]
    assert len(found) == 1
    assert km(found[0], lat, lon) <= within


def test_every_governorate_is_there() -> None:
    counted = Counter(row["country"] for row in ROWS if row["kind"] == "governorate")
    assert counted == {"SY": 14, "LB": 9, "IQ": 19}


def test_a_curated_position_says_why_and_is_not_given_as_if_surveyed() -> None:
    for row in ROWS:
        if row["source"].startswith("curated:"):
            assert len(row["source"]) > len("curated: from knowledge"), row["id"]
            assert float(row["radius_km"]) >= 1, row["id"]
