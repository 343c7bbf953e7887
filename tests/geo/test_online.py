"""The online fallback, with a service of our own making: no test asks anybody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopy.geocoders
import pytest
from geopy.exc import GeocoderServiceError, GeocoderUnavailable
from geopy.location import Location

from timeline_app.cli import main
from timeline_app.geo import online
from timeline_app.geo.online import OnlineError, OnlineGeocoder

asked: list[str] = []


class Service:
    def __init__(self, api_key: str = "", **_: Any) -> None:
        if not api_key:
            raise TypeError("it needs an api_key")

    def geocode(self, question: str, *, exactly_one: bool) -> list[Location] | None:
        assert not exactly_one
        asked.append(question)
        if question.startswith("Down"):
            raise GeocoderServiceError("503")
        if question.startswith("Away"):
            raise GeocoderUnavailable("a long tale of sockets")
        if question.startswith("Nowhere"):
            return None
        box = {"boundingbox": ["35.0", "35.2", "40.0", "40.2"]}
        return [
            Location("Qwertiyah, Syria", (35.1, 40.1, 0.0), box),
            Location("Qwertiyah, Iraq", (33.0, 44.0, 0.0), {}),
        ]


@pytest.fixture(autouse=True)
def _service(monkeypatch: pytest.MonkeyPatch) -> None:
    asked.clear()
    monkeypatch.setattr(geopy.geocoders, "get_geocoder_for_service", {"ours": Service}.__getitem__)
    monkeypatch.setattr(online, "PAUSE_SECONDS", 0.0)


def service(folder: Path) -> OnlineGeocoder:
    return OnlineGeocoder("ours", {"api_key": "k"}, folder / "cache" / "online.sqlite")


def test_an_answer_becomes_a_candidate_that_says_where_it_is_from(tmp_path: Path) -> None:
    first, second = service(tmp_path).lookup("Qwertiyah", "SY")
    assert (first.place.lat, first.place.lon) == (35.1, 40.1)
    assert first.place.radius_km == pytest.approx(14.3, abs=0.3)
    assert second.place.radius_km == online.RADIUS_KM
    assert first.score > second.score
    assert first.place.source == "online: ours"
    assert "answered online by ours: Qwertiyah, Syria" in first.reasons


def test_the_same_name_is_asked_once_even_when_nothing_was_found(tmp_path: Path) -> None:
    for _ in range(2):
        assert len(service(tmp_path).lookup("Qwertiyah")) == 2
        assert service(tmp_path).lookup("Nowhere") == []
    assert asked == ["Qwertiyah", "Nowhere"]


def test_a_service_that_fails_is_told_in_one_line_and_asked_again_next_time(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(OnlineError, match="ours did not answer: 503"):
            service(tmp_path).lookup("Down")
    assert len(asked) == 2
    with pytest.raises(OnlineError, match="cannot be reached") as caught:
        service(tmp_path).lookup("Away")
    assert "sockets" not in str(caught.value)


@pytest.mark.parametrize(("name", "options"), [("none", {}), ("ours", {})])
def test_an_unknown_service_or_a_missing_option_is_told(tmp_path: Path, name: str, options: dict[str, str]) -> None:
    with pytest.raises(OnlineError, match="cannot be asked"):
        OnlineGeocoder(name, options, tmp_path / "c.sqlite")


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    with pytest.raises(OnlineError, match="cannot be kept"):
        service(tmp_path).lookup("Qwertiyah")


def test_the_command_line_asks_only_for_names_the_gazetteer_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(online, "cache_folder", lambda: tmp_path)
    arguments = ["places", "Sukhnah", "Xqzwvland", "--online", "ours", "--online-option", "api_key=k"]
    assert main(arguments) == 0
    assert asked == ["Xqzwvland"]
    assert "answered online by ours" in capsys.readouterr().out
    assert main(["places", "Sukhnah", "Xqzwvland"]) == 1
    assert asked == ["Xqzwvland"]
