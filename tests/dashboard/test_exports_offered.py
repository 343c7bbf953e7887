"""Every export format there is can be taken from the map page, under its own words and as bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard.serve import APP, SETTINGS
from timeline_app.export import EXPORTERS
from timeline_app.model import Event, When
from timeline_app.store import open_store


@pytest.fixture(autouse=True)
def _served_safely() -> Iterator[None]:
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    yield
    for name, value in before.items():
        config.set_option(name, value)


def test_every_format_is_offered_for_the_view(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.sqlite"
    open_store(path).edit(Event("x", "By hand", when=When.in_year(2017), origin="curated"), 0, "ana")
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    test = AppTest.from_file(str(APP), default_timeout=60)
    test.run()
    assert not test.exception
    offered = {button.label for button in test.download_button}
    assert {exporter.label for name, exporter in EXPORTERS.items() if name != "json"} <= offered
    assert "Download this view" in offered
