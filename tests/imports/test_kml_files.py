"""KML: Placemarks with their times, points, and shapes as circles; nothing followed, nothing dropped without a word."""

from __future__ import annotations

import io
import zipfile

import pytest

from timeline_app.errors import InputError
from timeline_app.imports import read_events_bytes
from timeline_app.model import Timeline


def mark(*parts: str, name: str = "t") -> str:
    return f"<Placemark><name>{name}</name>{''.join(parts)}</Placemark>"


def point(coordinates: str) -> str:
    return f"<Point><coordinates>{coordinates}</coordinates></Point>"


def read(*marks: str, space: str = ' xmlns="http://www.opengis.net/kml/2.2"', name: str = "map.kml") -> Timeline:
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<kml{space}><Document>{"".join(marks)}</Document></kml>'
    return read_events_bytes(text.encode(), name)


def problems(timeline: Timeline) -> str:
    return "\n".join(map(str, timeline.problems))


@pytest.mark.parametrize(
    ("time", "edtf", "words"),
    [
        ("<TimeStamp><when>2017-08-30</when></TimeStamp>", "2017-08-30", ""),
        ("<TimeStamp><when>2017-08</when></TimeStamp>", "2017-08", ""),
        ("<TimeStamp><when>2017</when></TimeStamp>", "2017", ""),
        ("<TimeStamp><when>2017-08-30T00:00:00Z</when></TimeStamp>", "2017-08-30", ""),
        ("<TimeStamp><when>2017-08-30T14:05:00+03:00</when></TimeStamp>", "2017-08-30", "clock time"),
        ("<TimeSpan><begin>2017-08-28</begin><end>2017-09-03</end></TimeSpan>", "2017-08-28/2017-09-03", ""),
        ("<TimeSpan><begin>2017-08-28</begin></TimeSpan>", "2017-08-28", "only begins on 2017-08-28"),
        ("<TimeSpan><end>2017-09-03</end></TimeSpan>", "2017-09-03", "only ends on 2017-09-03"),
        ("<TimeStamp><when>2017-02-30</when></TimeStamp>", None, "stays undated"),
        ("<TimeSpan><begin>2017-09-03</begin><end>2017-08-28</end></TimeSpan>", None, "before it begins"),
        ("", None, ""),
    ],
)
def test_times_are_days_months_years_or_spans(time: str, edtf: str | None, words: str) -> None:
    timeline = read(
        mark(time, point("36.71,34.73"), '<ExtendedData><Data name="id"><value>1</value></Data></ExtendedData>')
    )
    when = timeline.events[0].when
    assert (when and when.edtf) == edtf
    assert words in problems(timeline)
    assert bool(words) is bool(timeline.problems)


@pytest.mark.parametrize(
    "space", ["", ' xmlns="http://earth.google.com/kml/2.1"', ' xmlns="http://www.opengis.net/kml/2.3"']
)
def test_any_version_of_kml_is_read(space: str) -> None:
    (event,) = read(mark(point("\n 36.71,34.73,12 \n")), space=space).events
    assert [(where.lat, where.lon) for where in event.where] == [(34.73, 36.71)]


def test_a_description_becomes_plain_text_and_extended_data_name_the_columns() -> None:
    data = (
        '<ExtendedData><Data name="Location"><value>Homs</value></Data><Data name="colour"><value>red</value></Data>'
        '<SchemaData><SimpleData name="source">A paper</SimpleData></SchemaData></ExtendedData>'
    )
    described = "<description><![CDATA[<p>One &amp; two</p><script>x</script><p>three</p>]]></description>"
    folder = f"<Folder><name>Strike</name>{mark(described, data, name='Fish &amp;amp; chips')}</Folder>"
    timeline = read(folder)
    (event,) = timeline.events
    assert (event.title, event.summary, event.type) == ("Fish & chips", "One & two\nthree", "strike")
    assert (event.where[0].text, event.reports[0].document) == ("Homs", "A paper")
    assert "columns not read: 'colour'" in problems(timeline)


def test_several_points_are_several_places() -> None:
    both = f"<MultiGeometry>{point('36.71,34.73')}<MultiGeometry>{point('39.01,35.95')}</MultiGeometry></MultiGeometry>"
    assert [where.lat for where in read(mark(both)).events[0].where] == [34.73, 35.95]


@pytest.mark.parametrize(
    ("shape", "word"),
    [
        ("<LineString><coordinates>38,34 39,35</coordinates></LineString>", "line"),
        ("<Polygon><outerBoundaryIs><LinearRing><coordinates>38,34 39,34 39,35 38,35 38,34</coordinates></LinearRing>"
         "</outerBoundaryIs></Polygon>", "area"),
        ("<Track><when>2017</when><coord>38 34 0</coord><coord>39 35 0</coord></Track>", "track"),
    ],
)  # fmt: skip
def test_a_line_or_an_area_is_the_circle_around_it(shape: str, word: str) -> None:
    timeline = read(mark(shape))
    (where,) = timeline.events[0].where
    assert (where.lat, where.lon) == (34.5, 38.5)
    assert where.radius_km == pytest.approx(72, abs=1)
    assert f"a {word} is kept as the circle around it, {where.radius_km:g} km" in problems(timeline)


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (point("50.45,130.52"), "latitude 130.52 is beyond 90"),
        (point("30"), "is not written longitude,latitude"),
        (point("NaN,1"), "is not written longitude,latitude"),
        (point("1e999,1"), "longitude inf is not a number"),
        (point(""), "a Point with 0 positions"),
        (point("30.52,50.45 31,51"), "a Point with 2 positions"),
        (point("0,0"), "0, 0 is a point in the Atlantic"),
        ("<LineString><coordinates>-179,1 179,1</coordinates></LineString>", "crosses the 180th meridian"),
        ("<LineString><coordinates>-60,1 60,1</coordinates></LineString>", "km across; not placed by its line"),
        ("<Polygon/>", "it has no points"),
    ],
)
def test_what_is_no_place_is_counted_and_the_event_kept(geometry: str, words: str) -> None:
    timeline = read(mark(geometry), mark(point("36.71,34.73")))
    assert [event.is_placed for event in timeline.events] == [False, True]
    assert words in problems(timeline)
    assert any(problem.row == 1 for problem in timeline.problems)


def test_spaces_around_the_comma_are_forgiven() -> None:
    assert read(mark(point(" 30.52 , 50.45 "))).events[0].where[0].lat == 50.45


def test_links_and_pictures_are_counted_and_never_followed() -> None:
    other = "<NetworkLink><Link><href>http://canary.invalid/x.kml</href></Link></NetworkLink><GroundOverlay/>"
    timeline = read(mark(point("1,2")), other)
    assert "1 NetworkLink not read" in problems(timeline)
    assert "1 GroundOverlay not read" in problems(timeline)


def test_a_placemark_without_a_name_is_called_by_its_first_line() -> None:
    timeline = read("<Placemark><description>First line&lt;br&gt;second</description></Placemark>")
    assert (timeline.events[0].title, timeline.events[0].summary) == ("First line", "second")


def kmz(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return held.getvalue()


INSIDE = f"<kml>{mark(point('1,2'))}</kml>".encode()


def test_a_kmz_is_read_by_its_document() -> None:
    data = kmz(files__other=b"x", **{"files__a.kml": b"<kml/>", "doc.kml": INSIDE})
    assert [event.title for event in read_events_bytes(data, "map.kmz").events] == ["t"]
    assert read_events_bytes(data, "map.kmz").events[0].id == read_events_bytes(INSIDE, "map.kmz").events[0].id


REFUSED = [
    (b"<!DOCTYPE kml SYSTEM 'http://canary.invalid/k.dtd'><kml>" + INSIDE[5:], "holds a DOCTYPE"),
    (("<!DOCTYPE kml SYSTEM 'http://canary.invalid/k.dtd'>" + INSIDE.decode()).encode("utf-16"), "holds a DOCTYPE"),
    (b"<kml>" + b"<Folder>" * 5000, "nests too many levels"),
    (INSIDE[:-9], "broken XML at line 1"),
    (b"<html><body>x</body></html>", "is XML of no known kind: <html>"),
    (b"<kml><NetworkLink/></kml>", "holds no Placemark"),
    (b'<?xml version="1.0" encoding="nonsense"?>' + INSIDE, "map.kml: "),
    (kmz(**{"a.txt": b"x"}), "without a spreadsheet or KML"),
    (kmz(**{"doc.kml": b"<kml>" + b" " * 30_000_000 + b"</kml>"}), "unpacks to"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_is_no_kml_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_events_bytes(data, "map.kml")
    assert words in str(refusal.value)
    assert "likely mistake" in str(refusal.value)
    assert "\n" not in str(refusal.value)
