"""What every importer keeps: good items load, faults are named, nothing hostile gets through."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.errors import InputError, UnreadableFile
from timeline_app.export import EXPORTERS, write_timeline
from timeline_app.imports import IMPORTERS, read_events, read_events_bytes
from timeline_app.model import Event, Query, Timeline
from timeline_app.views import events_frame, map_payload, safe_url, select, timeline_payload

ITEM = {"id": "1", "title": "t", "date": "2017-08-30", "place": "Homs", "lat": 34.7, "lon": 36.7}
POINT = {"type": "Point", "coordinates": [36.7, 34.7]}
SAMPLES: dict[str, bytes] = {
    "timeline": json.dumps({"format": "timeline/1", "events": [{"id": "1", "title": "t"}]}).encode(),
    "geojson": json.dumps({"type": "Feature", "geometry": POINT, "properties": {"title": "t", "id": "1"}}).encode(),
    "timelinejs": json.dumps({"events": [{"start_date": {"year": 2017}, "text": {"headline": "t"}}]}).encode(),
    "json": json.dumps([ITEM]).encode(),
    "csv": (",".join(ITEM) + "\n" + ",".join(map(str, ITEM.values())) + "\n").encode(),
    "xlsx": b"".join(EXPORTERS["xlsx"].write(Timeline(events=(Event("1", "t"),)))),
    "kml": b"<kml><Placemark><name>t</name><Point><coordinates>36.7,34.7</coordinates></Point></Placemark></kml>",
}
HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"
KINDS = ("events_csv", "events_json", "geojson", "kml")


def manifest() -> list[dict[str, str]]:
    path = HOSTILE / "manifest.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["kind"] in KINDS]


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(IMPORTERS)


@pytest.mark.parametrize("kind", IMPORTERS)
class TestImporter:
    def test_it_reads_its_kind_whatever_the_file_is_called(self, kind: str, tmp_path: Path) -> None:
        path = tmp_path / "file.dat"
        path.write_bytes(SAMPLES[kind])
        assert [event.title for event in read_events(path).events] == ["t"]

    def test_half_a_file_is_refused_or_says_what_is_missing(self, kind: str) -> None:
        half = SAMPLES[kind][: len(SAMPLES[kind]) * 2 // 3]
        try:
            said = [str(problem) for problem in read_events_bytes(half, "half.dat").problems]
        except InputError as refusal:
            said = [str(refusal)]
        assert any(line.startswith("half.dat") for line in said)

    def test_reading_twice_gives_the_same(self, kind: str) -> None:
        data = SAMPLES[kind]
        assert read_events_bytes(data, "a") == read_events_bytes(data, "a")

    def test_what_it_reads_survives_export_and_import(self, kind: str) -> None:
        survives(read_events_bytes(SAMPLES[kind], "a"))


def survives(timeline: Timeline) -> None:
    """Everything after the import takes it: both payloads, an export, and the export read back."""
    frame = events_frame(timeline.events)
    view = select(frame, Query())
    for payload in (map_payload(view.frame, "1"), timeline_payload(view.frame, frame, Query(), "1")):
        json.dumps(payload, allow_nan=False, ensure_ascii=False).encode("utf-8")
    data = "".join(write_timeline(timeline, ledger=view.ledger)).encode("utf-8")
    assert read_events_bytes(data, "again.json").events == timeline.events


def of_manifest(expected: str) -> pytest.MarkDecorator:
    rows = [row["file"] for row in manifest() if row["expected"] == expected]
    return pytest.mark.parametrize("name", rows)


@of_manifest("rejected-with-clear-error")
def test_hostile_files_are_refused_in_one_clear_line(name: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_events(HOSTILE / name)
    line = str(refusal.value)
    assert line.startswith(name + ": ")
    assert "likely mistake" in line
    assert "\n" not in line
    assert len(line) < 400


@of_manifest("accepted-safely")
def test_hostile_files_are_taken_without_harm(name: str) -> None:
    timeline = read_events(HOSTILE / name)
    assert timeline.events
    survives(timeline)
    assert "1787569" not in str(timeline)
    for event in timeline.events:
        assert safe_url(event.url) is None or event.url.startswith("http")
        for where in event.where:
            assert where.lat is None or (abs(where.lat) <= 90 and (where.lat, where.lon) != (0, 0))


pieces = st.sampled_from(
    [*'{}[],:;"\n\t|()=', "id", "title", "date", "lat", "lon", "1", "-0", "1e9", "NaN", "null", "true", "2017-08-30",
     "Feature", "type", "features", "geometry", "coordinates", "format", "timeline/1", "events", "\x00", "é", "\ufeff",
     '"title"', '"type":"FeatureCollection"', '"features":[', '"events":[', "\u202e", "..", "a|b=1..2"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=80), st.lists(pieces, max_size=40).map(lambda parts: "".join(parts).encode())))
def test_whatever_the_bytes_only_our_own_errors_come_out(data: bytes) -> None:
    for start in (b"", b"id,title,date,lat,lon,actors,quantities\n"):
        try:
            timeline = read_events_bytes(start + data, "any.dat")
        except InputError as refusal:
            assert "\n" not in str(refusal)  # noqa: PT017 - both ends are right
        else:
            survives(timeline)


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "no.csv", "is not there"),
        (tmp_path, "is a folder"),
        (Path("a\x00b"), "no file name"),
    ):
        with pytest.raises(UnreadableFile, match=words):
            read_events(path)


def test_a_file_of_more_than_20_mb_is_refused_unread() -> None:
    with pytest.raises(UnreadableFile, match="more than 20 MB"):
        read_events_bytes(b" " * 20_000_001, "big.csv")
