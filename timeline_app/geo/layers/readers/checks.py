"""From the cells of a row to a place: what is checked in every format, and the likely mistake behind a fault."""

from __future__ import annotations

import math
from collections.abc import Mapping

from timeline_app.model import Place

LIKELY_RADIUS_KM = {
    "country": 300.0, "governorate": 70.0, "province": 70.0, "admin1": 70.0, "desert": 100.0, "region": 40.0,
    "border": 100.0, "river": 150.0, "valley": 80.0, "district": 20.0, "admin2": 20.0, "subdistrict": 12.0,
    "mountain": 15.0, "oilfield": 10.0, "lake": 15.0, "sea": 300.0, "island": 5.0, "capital": 15.0, "city": 8.0,
    "town": 4.0, "base": 3.0, "village": 2.0, "neighbourhood": 2.0, "camp": 2.0, "dam": 2.0, "station": 1.0,
    "port": 2.0, "hill": 2.0, "ruin": 2.0, "other": 3.0, "crossing": 1.0,
}  # fmt: skip
"""Where a layer names no radius: the usual half extent of such a place in Syria, Lebanon and Iraq."""

UNKNOWN_RADIUS_KM = 5.0


class RowFault(ValueError):
    """What is wrong with a row, and the likely mistake."""

    def __init__(self, what: str, likely: str = "") -> None:
        super().__init__(what)
        self.what, self.likely = what, likely


def place_from(cells: Mapping[str, str], source: str, aliases: tuple[str, ...] | None = None) -> Place | RowFault:
    """The place of cells named as `table.COLUMNS` (and `population`), or its fault.

    Args:
        cells: texts as written; absent ones count as empty.
        source: told of rows that name none.
        aliases: when the file parts them by something else than "|".
    """
    try:
        return _checked(cells, source, aliases)
    except RowFault as fault:
        return fault
    except ValueError as fault:
        return RowFault(str(fault))


def _checked(cells: Mapping[str, str], source: str, aliases: tuple[str, ...] | None) -> Place:
    row = {name: cell.strip() for name, cell in cells.items()}
    for name in ("id", "name"):
        if not row.get(name):
            raise RowFault(f"no {name}", "the cell was left empty")
    lat, lon = number(row.get("lat", ""), "latitude"), number(row.get("lon", ""), "longitude")
    _check_ranges(lat, lon)
    kind = row.get("kind", "").casefold()
    radius = row.get("radius_km", "")
    spellings = aliases if aliases is not None else tuple(row.get("aliases", "").split("|"))
    return Place(
        id=row["id"],
        name=row["name"],
        kind=kind,
        country=row.get("country", "").upper(),
        admin1=row.get("admin1", ""),
        lat=lat,
        lon=lon,
        radius_km=number(radius, "radius_km") if radius else LIKELY_RADIUS_KM.get(kind, UNKNOWN_RADIUS_KM),
        aliases=tuple(alias.strip() for alias in spellings if alias.strip()),
        name_ar=row.get("name_ar", ""),
        source=row.get("source", "") or source,
        population=_population(row.get("population", "")),
    )


def number(cell: str, what: str) -> float:
    """The finite decimal number of a cell.

    Raises:
        RowFault: anything else, with the likely mistake.
    """
    if not cell:
        raise RowFault(f"no {what}", "the cell was left empty")
    if cell.startswith("="):
        raise RowFault(f"{what} {cell[:40]!r} is no number", "a formula of a spreadsheet: save its values")
    if "," in cell:
        raise RowFault(f"{what} {cell[:40]!r} is no number", "a decimal comma: write a point")
    if not cell.isascii() or "_" in cell:
        raise RowFault(f"{what} {cell[:40]!r} is no number", "other digits than 0 to 9")
    try:
        value = float(cell)
    except ValueError:
        likely = "degrees, minutes and seconds: write decimal degrees"
        raise RowFault(f"{what} {cell[:40]!r} is no number", likely) from None
    if not math.isfinite(value):
        raise RowFault(f"{what} {cell[:40]!r} is not a finite number", "an empty value written out by a program")
    return value


def _check_ranges(lat: float, lon: float) -> None:
    if abs(lat) > 90:
        swapped = abs(lat) <= 180 and abs(lon) <= 90
        likely = "latitude and longitude are exchanged" if swapped else "a digit too many or a lost point"
        raise RowFault(f"latitude {lat:g} is beyond 90", likely)
    if abs(lon) > 180:
        raise RowFault(f"longitude {lon:g} is beyond 180", "a digit too many or a lost point")
    if lat == 0 and lon == 0:
        raise RowFault("the point 0, 0 lies in the open Atlantic", "unknown coordinates written as zeros")


def _population(cell: str) -> int:
    """Inhabitants, 0 when unknown."""
    if not cell:
        return 0
    if not (cell.isascii() and cell.isdigit() and len(cell) < 12):
        raise RowFault(f"population {cell[:40]!r} is no whole number", "words or separators in a number cell")
    return int(cell)
