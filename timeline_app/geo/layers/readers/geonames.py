"""Dump files of GeoNames: allCountries.txt, XX.txt, cities1000.txt (download.geonames.org, readme.txt there)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline_app.geo.layers.readers.checks import RowFault, place_from
from timeline_app.geo.layers.readers.text import first_line, opened, tabbed_lines
from timeline_app.model import Place

_COLUMNS = 19
_CITY, _TOWN = 50_000, 5_000  # inhabitants from which a populated place is called so

_BY_CODE = {
    **dict.fromkeys(["PPLC"], "capital"),
    **dict.fromkeys(["PCLI", "PCL", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR"], "country"),
    "ADM1": "admin1", "ADM2": "district", "ADM3": "subdistrict", "ADM4": "subdistrict",
    "PPLX": "neighbourhood", "PPLQ": "ruin", "PPLH": "ruin", "PPLW": "ruin",
    **dict.fromkeys(["AIRB", "AIRP", "AIRF", "AIRQ", "MILB", "NVB", "INSM", "FT"], "base"),
    **dict.fromkeys(["OILF", "GASF"], "oilfield"),
    **dict.fromkeys(["DSRT", "SAND", "ERG"], "desert"),
    **dict.fromkeys(["MT", "MTS", "PK", "PKS", "VLC"], "mountain"),
    **dict.fromkeys(["HLL", "HLLS", "RDGE"], "hill"),
    **dict.fromkeys(["STM", "STMI", "CNL", "WAD"], "river"),
    **dict.fromkeys(["LK", "LKS", "RSV", "LKI", "LKN"], "lake"),
    **dict.fromkeys(["SEA", "OCN", "GULF", "BAY", "STRT"], "sea"),
    **dict.fromkeys(["ISL", "ISLS", "ISLT"], "island"),
    **dict.fromkeys(["VAL", "VALS", "DPR"], "valley"),
    "DAM": "dam", "PRT": "port", "HBR": "port", "CMPRF": "camp", "CMP": "camp", "PSTB": "crossing",
    **dict.fromkeys(["RSTN", "RSTP", "BUSTN"], "station"),
}  # fmt: skip
"""Feature codes (geonames.org/export/codes.html) to our kinds."""

_BY_CLASS = {"A": "region", "L": "region", "P": "village", "T": "mountain", "H": "river"}
"""Feature classes, for codes that the table above has not."""


def looks_so(head: str) -> bool:
    """Nineteen columns, no header: a number, a name, ... and two coordinates."""
    cells = first_line(head).split("\t")
    return len(cells) == _COLUMNS and cells[0].strip().isdigit() and _is_number(cells[4]) and _is_number(cells[5])


def read(path: Path) -> Iterator[tuple[int, Place | RowFault]]:
    """The rows, see `readers.Reader`. The first-level division stays a code: the dump has no name for it.

    Raises:
        UnreadableFile: missing, a folder or no UTF-8.
    """
    with opened(path) as file:
        for line, cells in tabbed_lines(file):
            yield line, _place(path.name, cells)


def _place(source: str, cells: list[str]) -> Place | RowFault:
    if len(cells) != _COLUMNS:
        return RowFault(f"{len(cells)} cells where a GeoNames dump has {_COLUMNS}", "the file was cut off or edited")
    if not cells[0].strip():
        return RowFault("no id", "the cell was left empty")
    named = {
        "id": f"geonames-{cells[0].strip()}", "name": cells[1], "lat": cells[4], "lon": cells[5],
        "kind": kind_of(cells[6], cells[7], cells[14]), "country": cells[8],
        "population": cells[14], "source": f"GeoNames {cells[0].strip()}",
    }  # fmt: skip
    others = dict.fromkeys(name for name in (cells[2], *cells[3].split(",")) if name and name != cells[1])
    arabic = next((name for name in others if is_arabic(name)), "")
    return place_from(named | {"name_ar": arabic}, source, tuple(name for name in others if name != arabic))


def kind_of(feature_class: str, feature_code: str, population: str) -> str:
    """Our kind of a GeoNames feature; populated places by their inhabitants."""
    kind = _BY_CODE.get(feature_code) or _BY_CLASS.get(feature_class, "other")
    if kind == "village" and population.isdigit():
        return settlement_kind(int(population))
    return kind


def settlement_kind(population: int) -> str:
    """City, town or village by inhabitants."""
    return "city" if population >= _CITY else "town" if population >= _TOWN else "village"


_NOT_ARABIC = frozenset("پچژگکیےٹڈڑںھہۆێەڕڵڤۇۈېۋڭګځڅړږښټډ")


def is_arabic(name: str) -> bool:
    """Whether a name is written in Arabic script with no letter that only Persian, Urdu, Kurdish ... have."""
    return any("\u0621" <= c <= "\u064a" for c in name) and not _NOT_ARABIC.intersection(name)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
