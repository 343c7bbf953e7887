"""Checking a gazetteer file: what `timeline-app gazetteer check` and `make check` ask."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from timeline_app.geo.distance import distance_km
from timeline_app.geo.fold import plain_key
from timeline_app.geo.kinds import family
from timeline_app.geo.layers.table import read_gazetteer_csv
from timeline_app.geo.outlines import contains, outlines
from timeline_app.geo.shipped import curated_path, stale
from timeline_app.model import Place, Problem

OUTSIDE_KM = 30.0
"""A row may lie this far outside its country's outline: crossings and border villages on the far bank,
and outlines drawn at 1:50 million (Natural Earth states an error of up to some 10 km at that scale)."""

SPAN_KM = 60.0
"""Places that span several countries (borders, rivers, deserts) are held to this, from any of them."""


def check_gazetteer(path: Path | str | None = None) -> list[Problem]:
    """What is wrong with a gazetteer file; by default with the project's own.

    Beside the faults of rows: rows without kind or source, aliases that lead to two rows nothing tells
    apart, and points outside their country (those of `outlines.csv`). Of the project's own file also
    whether the packed layers fit it and the program.

    Raises:
        UnreadableFile, InvalidData: the file cannot be taken as a whole (doubled id, missing column).
    """
    file = Path(path) if path is not None else curated_path()
    places, problems = read_gazetteer_csv(file)
    if file.resolve() == curated_path().resolve():
        problems += stale()
    lines = {place.id: line for line, place in _with_lines(file, places)}
    for place in places:
        problems += [Problem(file.name, lines.get(place.id), what) for what in _faults(place)]
    problems += [Problem(file.name, lines.get(place_id), what, likely) for place_id, what, likely in _clashes(places)]
    return sorted(problems, key=lambda problem: problem.row or 0)


def _with_lines(file: Path, places: list[Place]) -> list[tuple[int, Place]]:
    """Each place with the line of the file it begins on."""
    known = {place.id: place for place in places}
    reader = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""))
    column = [cell.strip().casefold() for cell in next(reader)]
    at = column.index("id") if "id" in column else 0
    found = []
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) > at and cells[at].strip() in known:
            found.append((line, known[cells[at].strip()]))
        line = reader.line_num + 1
    return found


def _faults(place: Place) -> list[str]:
    faults = []
    if not place.kind:
        faults.append(f"{place.id} has no kind")
    if not place.source:
        faults.append(f"{place.id} has no source")
    km = km_outside(place)
    limit = SPAN_KM if "|" in place.country else OUTSIDE_KM
    if km is not None and km > limit:
        swapped = abs(place.lon) <= 90 and km_outside(replace(place, lat=place.lon, lon=place.lat)) == 0
        hint = ": are latitude and longitude exchanged?" if swapped else ""
        faults.append(f"{place.id} lies {km:.0f} km outside {place.country}, more than {limit:.0f} km{hint}")
    return faults


def _clashes(places: list[Place]) -> list[tuple[str, str, str]]:
    """Names that lead to two rows of one sort in one division: id, fault, likely mistake."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for key in {plain_key(name) for name in (place.name, *place.aliases, place.name_ar)} - {""}:
            by_name[key].append(place)
    clashes = []
    for key, rows in by_name.items():
        for number, place in enumerate(rows):
            for other in rows[:number]:
                if _indistinct(place, other):
                    clashes.append((place.id, f"'{key}' leads to {other.id} and {place.id}, both a {place.kind}",
                                    "the same place twice, or an alias too many"))  # fmt: skip
    return clashes


def _indistinct(place: Place, other: Place) -> bool:
    same_area = place.country == other.country and place.admin1 == other.admin1
    return same_area and place.kind == other.kind and family(place.kind) == family(other.kind)


def km_outside(place: Place) -> float | None:
    """How far a place lies outside the nearest of its countries, 0 inside; None where no outline is known."""
    rings = [ring for code in place.country.split("|") for ring in outlines().get(code, [])]
    if not rings:
        return None
    if any(contains(ring, place.lat, place.lon) for ring in rings):
        return 0.0
    return min(_km_to_segment(place, a, b) for ring in rings for a, b in pairwise(ring))


def _km_to_segment(place: Place, a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance to a short line, taken as straight in degrees."""
    (x1, y1), (x2, y2) = a, b
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = 0.0 if length == 0 else ((place.lon - x1) * (x2 - x1) + (place.lat - y1) * (y2 - y1)) / length
    along = min(1.0, max(0.0, along))
    return distance_km(place.lat, place.lon, y1 + along * (y2 - y1), x1 + along * (x2 - x1))
