"""From events to a file, one module a format; adding one is a module and a line in `EXPORTERS`."""

from timeline_app.export.csv_table import write_csv
from timeline_app.export.disagreements import write_table
from timeline_app.export.exporter import Exporter, Writer
from timeline_app.export.geojson import write_geojson
from timeline_app.export.kml import write_kml
from timeline_app.export.timeline_file import (
    FORMAT,
    counts_to_wire,
    query_to_wire,
    timeline_schema,
    whole_ledger,
    write_timeline,
)
from timeline_app.export.timelinejs import write_timelinejs

EXPORTERS: dict[str, Exporter] = {
    "json": Exporter("Timeline file (JSON)", ".json", "application/json", write_timeline),
    "csv": Exporter("Event list (CSV)", ".csv", "text/csv", write_csv),
    "geojson": Exporter("Map layer (GeoJSON)", ".geojson", "application/geo+json", write_geojson),
    "kml": Exporter("Globe (KML)", ".kml", "application/vnd.google-earth.kml+xml", write_kml),
    "timelinejs": Exporter("TimelineJS (JSON)", ".timelinejs.json", "application/json", write_timelinejs),
}
"""Every format by the name `--format` takes."""

__all__ = [
    "EXPORTERS",
    "FORMAT",
    "Exporter",
    "Writer",
    "counts_to_wire",
    "exporter",
    "query_to_wire",
    "timeline_schema",
    "whole_ledger",
    "write_table",
    "write_timeline",
]


def exporter(name: str) -> Exporter:
    """The format of that name.

    Raises:
        ValueError: naming the known ones.
    """
    found = EXPORTERS.get(name)
    if found is None:
        raise ValueError(f"no export format {name!r}; there are: {', '.join(EXPORTERS)}")
    return found
