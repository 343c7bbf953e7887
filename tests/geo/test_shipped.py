"""The layers that come with the program fit it, and are told with their terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app import load_gazetteer
from timeline_app.geo import shipped


def test_the_packed_layers_are_what_the_program_and_the_file_say() -> None:
    assert shipped.stale() == [], "run `make gazetteer`"


def test_every_layer_names_source_terms_and_date() -> None:
    layers = load_gazetteer().layers
    assert len(layers) == len(shipped.SHIPPED)
    for layer in layers:
        assert layer.source, layer
        assert layer.licence, layer
        assert layer.date, layer
        assert layer.rows > 0, layer


def test_the_terms_ship_beside_the_data() -> None:
    terms = (shipped.DATA / "LICENSES.md").read_text(encoding="utf-8")
    for word in (
        "GeoNames",
        "CC BY 4.0",
        "Who's On First",
        "OpenSyria",
        "Natural Earth",
        "US Census Bureau",
        "airportsdata",
    ):
        assert word in terms


def test_an_edited_file_counts_before_it_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shipped.curated_path().read_text(encoding="utf-8").splitlines()
    header = lines[0].split(",")
    row = {"id": "sy-newtown", "name": "Qwertiyah", "kind": "town", "country": "SY", "lat": "35.1", "lon": "38.2"}
    row |= {"radius_km": "2", "source": "test"}
    edited = tmp_path / "gazetteer.csv"
    edited.write_text("\n".join([*lines, ",".join(row.get(name, "") for name in header)]), encoding="utf-8")
    monkeypatch.setattr(shipped, "curated_path", lambda: edited)
    assert [problem.source for problem in shipped.stale()] == ["curated.rows"]
    assert [found.place.id for found in load_gazetteer().lookup("Qwertiyah")][:1] == ["sy-newtown"]
