"""GeoJSON (RFC 7946) with Linked Places' `when`: for QGIS and every web map; read back by `imports`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from timeline_app.export.json_text import listed
from timeline_app.export.rows import place_cells, whole_cells
from timeline_app.model import Event, Query, Source, Timeline, When, Where
from timeline_app.views import Ledger, day_number, day_of, event_readings


def write_geojson(
    timeline: Timeline,
    query: Query | None = None,  # noqa: ARG001 - the format has no room for it
    ledger: Ledger | None = None,  # noqa: ARG001
    generated: datetime | None = None,  # noqa: ARG001
) -> Iterator[str]:
    """A FeatureCollection in pieces, one Feature a place of an event; unplaced events have a null geometry.

    The places of one event share the property `id`. Points are [longitude, latitude] in WGS 84 degrees;
    `radius_km` says how far from the point the truth may lie. Properties are named as the columns of the csv.
    """
    sources = {source.id: source for source in timeline.sources}
    yield '{"type": "FeatureCollection", '
    yield from listed("features", (feature for event in timeline.events for feature in _features(event, sources)))
    yield "}\n"


def _features(event: Event, sources: Mapping[str, Source]) -> Iterator[dict[str, Any]]:
    shared = whole_cells(event, sources) | {"reports": len(event.reports)}
    for place in event.where or (None,):
        yield _feature(event, place, shared)


def _feature(event: Event, place: Where | None, shared: dict[str, Any]) -> dict[str, Any]:
    cells = place_cells(place)
    lon, lat = cells.pop("lon", ""), cells.pop("lat", "")
    properties: dict[str, Any] = {key: value for key, value in (shared | cells).items() if value != ""}
    if "radius_km" in properties:
        properties["radius_km"] = float(properties["radius_km"])
    geometry = {"type": "Point", "coordinates": [float(lon), float(lat)]} if lon else None
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    return feature if event.when is None else feature | {"when": _when(event, event.when)}


def _when(event: Event, when: When) -> dict[str, Any]:
    """Linked Places' `when`: the best date first, then what else it may be, and the EDTF of the best.

    A date that is not certain: the day of publication is "uncertain"; about a day, or a disputed one, "less-certain".
    """
    days = (day_number(when.earliest), day_number(when.latest), when.extent == "throughout")
    spans = [_timespan(*one) for one in event_readings(event) or [days]]
    doubtful = when.approximate or len(spans) > 1
    certainty = "uncertain" if when.basis == "publication" else "less-certain" if doubtful else "certain"
    return {"edtf": when.edtf, "timespans": spans, "certainty": certainty}


def _timespan(first: int, last: int, lasted: bool) -> dict[str, Any]:
    """`earliest` and `latest` of both ends where the day is not known."""
    begin, end = day_of(first).isoformat(), day_of(last).isoformat()
    if begin == end:
        return {"start": {"in": begin}}
    if lasted:
        return {"start": {"in": begin}, "end": {"in": end}}
    return {"start": {"earliest": begin, "latest": end}, "end": {"earliest": begin, "latest": end}}
