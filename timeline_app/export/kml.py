"""KML 2.2 (OGC 07-147r2): for Google Earth and other globes, with its time slider."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from xml.etree import ElementTree as ET  # only written here, never read

from timeline_app.export.rows import place_cells, report_cells, when_words, whole_cells
from timeline_app.export.xml_text import xml_text
from timeline_app.model import Event, Query, Source, Timeline, When, Where
from timeline_app.views import Ledger, day_of, disputed_words, event_readings, visible

_NAMESPACE = "http://www.opengis.net/kml/2.2"


def write_kml(
    timeline: Timeline,
    query: Query | None = None,  # noqa: ARG001 - the format has no room for it
    ledger: Ledger | None = None,  # noqa: ARG001
    generated: datetime | None = None,  # noqa: ARG001
) -> Iterator[str]:
    """A document in pieces, one Placemark a place of an event; unplaced ones without geometry.

    A day is a TimeStamp, an interval a TimeSpan, whose open ends are left out; undated events have neither
    and are always shown. Words of documents are escaped twice, since readers take a description for HTML. What
    the elements cannot say stands in `ExtendedData`, named as the columns of the csv, and is read back from there.
    """
    sources = {source.id: source for source in timeline.sources}
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="{_NAMESPACE}">\n<Document>\n<name>Timeline</name>\n'
    for event in timeline.events:
        for place in event.where or (None,):
            yield ET.tostring(_placemark(event, place, sources), encoding="unicode") + "\n"
    yield "</Document>\n</kml>\n"


def _placemark(event: Event, place: Where | None, sources: Mapping[str, Source]) -> ET.Element:
    """Its parts in the order that the schema asks for."""
    mark = ET.Element("Placemark")
    _add(mark, "name", visible(event.title))
    _add(mark, "description", _description(event, sources))
    if event.when is not None:
        mark.append(_time(event, event.when))
    cells = whole_cells(event, sources) | place_cells(place)
    data = ET.SubElement(mark, "ExtendedData")
    for name, value in cells.items():
        if value and name not in ("lat", "lon", "title"):
            _add(ET.SubElement(data, "Data", name=name), "value", value)
    if "lat" in cells:
        _add(ET.SubElement(mark, "Point"), "coordinates", f"{cells['lon']},{cells['lat']}")
    return mark


def _add(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = xml_text(words)


def _time(event: Event, when: When) -> ET.Element:
    """A day, or from the first day to the last on which it may have been, all dates its sources give among them."""
    readings = event_readings(event)
    first = day_of(min(one[0] for one in readings)) if readings else when.earliest
    last = day_of(max(one[1] for one in readings)) if readings else when.latest
    if first == last:
        stamp = ET.Element("TimeStamp")
        _add(stamp, "when", first.isoformat())
        return stamp
    span = ET.Element("TimeSpan")
    if first != date.min:
        _add(span, "begin", first.isoformat())
    if last != date.max:
        _add(span, "end", last.isoformat())
    return span


def _description(event: Event, sources: Mapping[str, Source]) -> str:
    """Date, summary and every report's words as HTML that holds nothing but text and line breaks."""
    told = [report_cells(report, event, sources) for report in event.reports]
    quoted = [f"{cells['source']}: “{cells['quote']}”" if cells["quote"] else cells["source"] for cells in told]
    lines = [when_words(event.when), disputed_words(event), visible(event.summary), *quoted]
    return "<br>".join(as_html(line) for line in lines if line)


def as_html(words: str) -> str:
    """Words as HTML; "$[" would name a field to put in (KML's entity replacement)."""
    return html.escape(words).replace("$[", "&#36;[").replace("\n", "<br>")
