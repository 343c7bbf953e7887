"""The regional layer: all places of Syria, Lebanon and Iraq in open data.

Reads places_SY_LB_IQ.tsv (36,846 rows of 20 November 2026; columns id, name, aliases, name_ar, kind, country,
admin1, admin2, lat, lon, population, source, source_id). `LICENCES` says which sources are taken and under
which terms; rows of any other source are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gazetteer_names import good_aliases

from timeline_app.geo.layers.readers.checks import LIKELY_RADIUS_KM
from timeline_app.model import Place

LICENCES = {
    "geonames": "GeoNames, partly through Who's On First (CC BY 4.0)",
    "wof": "Who's On First (CC0, CC BY 4.0 or public domain)",
    "opensyria": "OpenSyria with OCHA/HDX and geoBoundaries (CC BY 4.0)",
    "opensyria_transport": "OpenSyria, transport (public domain, CC0, PDDL or CC BY 4.0)",
    "airportsdata": "airportsdata (MIT)",
    "natural_earth": "Natural Earth (public domain)",
    "curated": "put down by hand from general knowledge",
}
"""Sources whose licence is known and open."""

_PREFIXES = {"gn": "geonames", "wof": "wof", "cur": "hand", "curx": "handx", "ne10m": "ne"}
_UNCERTAIN = re.compile(r"\(±(\d{1,4})km\)$")  # "cur:4(±40km)"

# Words of a name that say its kind better than "other": English, and Arabic as transliterated.
_KIND_WORDS = (
    ("lake", re.compile(r"\b(?:lake|buhayrat|reservoir)\b", re.IGNORECASE)),
    ("dam", re.compile(r"\b(?:dam|sadd)\b", re.IGNORECASE)),
    ("camp", re.compile(r"\b(?:camp|mukhayyam)\b", re.IGNORECASE)),
    ("bridge", re.compile(r"\b(?:bridge|jisr)\b", re.IGNORECASE)),
    ("station", re.compile(r"\b(?:station|mahattat|karaj|karajat)\b", re.IGNORECASE)),
    ("port", re.compile(r"\b(?:port|marfa'?|pier|wharf|terminal|harbour)(?!\w)", re.IGNORECASE)),
)


def places(rows: Iterable[dict[str, str]]) -> Iterator[Place]:
    """The places of the rows that are taken."""
    for row in rows:
        kind = _kind(row)
        if row["source"] in LICENCES and kind is not None:
            yield _place(row, kind)


def _kind(row: dict[str, str]) -> str | None:
    """Our kind, or None for rows that another layer or row has better.

    Countries and borders are in the curated layer with an honest point. Ports and stations that bear nothing
    but the name of their town would only be taken for it.
    """
    if row["kind"] == "country" or row["name"].endswith(" Line"):
        return None
    if row["kind"] != "other" or row["source"] == "geonames":
        return row["kind"]
    named = " ".join((row["name"], row["aliases"].replace("|", " ")))
    kind = next((kind for kind, words in _KIND_WORDS if words.search(named)), None)
    return kind or (None if row["source"] == "opensyria_transport" else "other")


def _place(row: dict[str, str], kind: str) -> Place:
    aliases = dict.fromkeys(_aliases(row))
    kept = tuple(name for name in aliases if name not in (row["name"], row["name_ar"]))
    return Place(
        _id(row), row["name"], kind, row["country"], row["admin1"], float(row["lat"]), float(row["lon"]),
        _radius_km(row, kind), kept, row["name_ar"], LICENCES[row["source"]], int(row["population"] or 0),
    )  # fmt: skip


def _aliases(row: dict[str, str]) -> Iterator[str]:
    """Names that texts use; lists put down by hand are kept whole, GeoNames' hold transliterations by machine."""
    names = [name.strip() for name in row["aliases"].split("|") if name.strip()]
    yield from names if row["source"] == "curated" else good_aliases(names)


def _id(row: dict[str, str]) -> str:
    """An id that stays when the list is made anew: that of the source."""
    source_id = _UNCERTAIN.sub("", row["source_id"])
    prefix, _, rest = source_id.partition(":")
    slug = re.sub("[^a-z0-9]+", "-", (rest or prefix).casefold()).strip("-")
    return f"{_PREFIXES[prefix]}-{slug}" if rest else f"{row['source'].replace('_', '-')}-{slug}"


def _radius_km(row: dict[str, str], kind: str) -> float:
    """The uncertainty told in the row if any, not below what the kind has."""
    told = _UNCERTAIN.search(row["source_id"])
    usual = LIKELY_RADIUS_KM.get(kind, 3.0)
    return max(float(told.group(1)), min(usual, 10.0)) if told else usual
