"""What every export format keeps: bytes in pieces, their text UTF-8, whatever the events hold."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest

from timeline_app.export import EXPORTERS, Exporter
from timeline_app.model import Event, Query, Timeline, When, Where
from timeline_app.views import Ledger

HOSTILE = Event(
    "1",
    "=1+1 \x00 \ud800 \u202e <img onerror=x> </script> {{1337*1337}} ${x} ` \" ' ,;\t\n",
    when=When.on_day(date(2017, 8, 30)),
    where=(Where("at", "=cmd", lat=0.1, lon=-179.9),),
)
CASES = [
    Timeline(),
    Timeline(events=(HOSTILE,)),
    Timeline(events=(HOSTILE, HOSTILE.with_(id="2", when=None, where=()))),
]


def text_of(data: bytes, exporter: Exporter) -> str:
    """What the file holds as text: the members of an archive one after the other."""
    if exporter.is_text:
        return data.decode("utf-8")
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return "".join(archive.read(member).decode("utf-8") for member in archive.namelist())


@pytest.mark.parametrize("name", EXPORTERS)
class TestExporter:
    def test_it_introduces_itself(self, name: str) -> None:
        found: Exporter = EXPORTERS[name]
        assert found.label
        assert found.suffix.startswith(".")
        assert "/" in found.media_type

    @pytest.mark.parametrize("timeline", CASES, ids=["nothing", "one event", "undated and unplaced too"])
    def test_it_writes_a_file_for_anything(self, name: str, timeline: Timeline) -> None:
        ledger = Ledger(len(timeline.events), shown=len(timeline.events))
        pieces = list(EXPORTERS[name].write(timeline, Query(text="x"), ledger, datetime(2026, 1, 1, tzinfo=UTC)))
        assert all(isinstance(piece, bytes) for piece in pieces)
        text = text_of(b"".join(pieces), EXPORTERS[name])
        assert "\x00" not in text
        assert "1787569" not in text

    def test_the_same_moment_gives_the_same_file(self, name: str) -> None:
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        one, other = (b"".join(EXPORTERS[name].write(CASES[2], generated=moment)) for _ in range(2))
        assert one == other
