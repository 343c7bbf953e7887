"""From events to a file, one module a format; adding one is a module and a line in `EXPORTERS`."""

from timeline_app.export.csv_table import write_csv
from timeline_app.export.exporter import Exporter, Writer, utf8
from timeline_app.export.geojson import write_geojson
from timeline_app.export.guarded_table import write_table
from timeline_app.export.kml import write_kml
from timeline_app.export.problems_csv import write_problems
from timeline_app.export.timeline_file import (
    FORMAT,
    counts_to_wire,
    query_to_wire,
    timeline_schema,
    whole_ledger,
    write_timeline,
)
from timeline_app.export.timelinejs import write_timelinejs
from timeline_app.export.xlsx import write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

EXPORTERS: dict[str, Exporter] = {
    "json": Exporter("Timeline file (JSON)", ".json", "application/json", utf8(write_timeline)),
    "csv": Exporter("Event list (CSV)", ".csv", "text/csv", utf8(write_csv)),
    "xlsx": Exporter("Spreadsheet (Excel)", ".xlsx", XLSX, write_xlsx, is_text=False),
    "geojson": Exporter("Map layer (GeoJSON)", ".geojson", "application/geo+json", utf8(write_geojson)),
    "kml": Exporter("Globe (KML)", ".kml", "application/vnd.google-earth.kml+xml", utf8(write_kml)),
    "timelinejs": Exporter("TimelineJS (JSON)", ".timelinejs.json", "application/json", utf8(write_timelinejs)),
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
    "write_problems",
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
