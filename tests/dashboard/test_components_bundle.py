"""The browser files: built, complete, licensed, and naming no address."""

import importlib.util
import json
import re
from datetime import date
from pathlib import Path

import pytest

from timeline_app.dashboard.components import bundle
from timeline_app.dashboard.components.timeline import _day_range
from timeline_app.errors import UnreadableFile

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", bundle.NEEDED)
def test_every_needed_file_is_built(name):
    assert (bundle.VENDOR / name).stat().st_size > 100


@pytest.mark.parametrize("name", ["map.js", "timeline.js", "selection.js", "timeline.css"])
def test_the_bundles_name_no_address_but_xml_vocabularies(name):
    addresses = re.findall(r"https?://[^\s\"'`)\\]+", bundle.bundled(name))
    assert [address for address in addresses if not address.startswith("http://www.w3.org/")] == []


def test_the_bundles_never_write_markup():
    """Titles become text: no own source file may use what parses HTML."""
    sources = list((ROOT / "frontend" / "src").rglob("*.js"))
    assert len(sources) > 10
    for source in sources:
        found = re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", source.read_text("utf-8"))
        assert not found, f"{source.name}: {found}"


def test_days_never_pass_through_a_local_clock():
    for source in (ROOT / "frontend" / "src" / "timeline").glob("*.js"):
        text = source.read_text("utf-8")
        assert not re.search(r"\.get(?:FullYear|Month|Date|Day|Hours)\(|toLocaleDate|Date\.parse|scaleTime\b", text)


def test_the_licence_of_every_bundled_package_is_there():
    licences = (bundle.VENDOR / "LICENSES.txt").read_text("utf-8")
    for package in json.loads((ROOT / "frontend" / "package.json").read_text("utf-8"))["dependencies"]:
        assert f"{package} " in licences


def test_a_bundle_text_is_never_taken_for_a_path():
    """Streamlit reads a text of one line with a slash in it as the name of a file."""
    for name in ("timeline.js", "timeline.css", "selection.js"):
        assert "\n" in bundle.bundled(name).strip()


def test_what_is_fetched_says_where_and_changes_with_the_file():
    """A component's code is fetched once; its declaration, sent with all data, holds no more than where it lies."""
    text = bundle.fetched("timeline.js")
    assert f"timeline.js?v={bundle.fingerprint(bundle.VENDOR / 'timeline.js')}" in text
    assert len(text) < 2_000 < (bundle.VENDOR / "timeline.js").stat().st_size
    assert "http" not in text


def test_missing_browser_parts_say_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "VENDOR", tmp_path)
    with pytest.raises(UnreadableFile, match="make setup"):
        bundle.bundled("map.js")
    with pytest.raises(UnreadableFile, match="make setup"):
        bundle.fingerprint(tmp_path / "map.js")


def test_the_lock_file_has_hashes_and_no_addresses():
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in entry and "resolved" not in entry for entry in packages.values())


def test_the_build_hook_needs_the_same_files():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    assert hook.NEEDED == bundle.NEEDED


def test_the_basemap_knows_the_places_of_the_seeds_by_their_newsroom_names():
    basemap = json.loads((bundle.ASSETS / "basemap.json").read_text("utf-8"))
    towns = {name: (lat, lon) for name, lat, lon, _ in reversed(basemap["cities"])}
    for name, lat, lon in [
        ("Mosul", 36.34, 43.13), ("Basra", 30.5, 47.8), ("Palmyra", 34.56, 38.28), ("Arsal", 34.18, 36.42),
        ("Deir ez-Zor", 35.33, 40.14), ("al-Mayadin", 35.02, 40.45), ("Abu Kamal", 34.45, 40.92),
        ("Sukhnah", 34.89, 38.87), ("Hajin", 34.69, 40.83), ("Tal Afar", 36.38, 42.45), ("Damascus", 33.51, 36.29),
    ]:  # fmt: skip
        assert towns[name] == pytest.approx((lat, lon), abs=0.06), name
    populations = [population for *_, population in basemap["cities"]]
    assert populations == sorted(populations, reverse=True)


@pytest.mark.parametrize(
    ("sent", "days"),
    [
        ({"first": 17392, "last": 17398}, (date(2017, 8, 14), date(2017, 8, 20))),
        ({"first": 0, "last": 0}, (date(1970, 1, 1), date(1970, 1, 1))),
        ({"first": -1, "last": 0}, (date(1969, 12, 31), date(1970, 1, 1))),
        ({"clear": True}, None),
        ({"first": 5, "last": 4}, None),
        ({"first": "5", "last": 9}, None),
        ({"first": 5.5, "last": 9}, None),
        ({"first": 0, "last": 10**12}, None),
    ],
)
def test_a_brush_gives_calendar_days_or_nothing(sent, days):
    assert _day_range(sent) == days
