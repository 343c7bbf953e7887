"""The map of the page Edit in a real browser: a click on the empty map sets a point, one on a marker does not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dashboard, map_frame

pytestmark = pytest.mark.browser


def click_at(page: Page, lat: float, lon: float) -> None:
    """Click on the map where a point is drawn."""
    outer = page.locator("iframe[src*=streamlit_folium]")
    outer.scroll_into_view_if_needed()
    x, y = map_frame(page).evaluate(
        "at => { const p = map.latLngToContainerPoint(at); return [p.x, p.y]; }", [lat, lon]
    )
    box = outer.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + y)


def test_a_click_on_the_map_sets_a_point(seeded: Dashboard, open_page: Callable[..., Page]) -> None:
    page = open_page(seeded, "/edit")
    page.get_by_text("One event in full").click(timeout=60_000)
    page.get_by_role("button", name="Add a place").click()
    page.get_by_role("textbox", name="Name of the place").fill("Sukhnah")
    page.keyboard.press("Enter")
    frame = map_frame(page)
    frame.wait_for_function("window.timelineMapDrawn?.startsWith('Sukhnah') && timelineMap.layer.fitted")
    view = "[map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
    before = frame.evaluate(view)
    click_at(page, 28.0, 52.0)
    told = page.get_by_text(re.compile(r"^Chosen: "))
    expect(told).to_contain_text(re.compile(r"Chosen: (27\.9|28\.0)\d+, (51\.9|52\.0)\d+, within 1 km"), timeout=15_000)
    frame = map_frame(page)
    frame.wait_for_function("timelineMap.layer.payload.places.key.includes('point set by hand')")
    assert frame.evaluate(view) == before
    place = frame.evaluate("(({name, lat, lon}) => [name[0], lat[0], lon[0]])(timelineMap.layer.payload.places)")
    frame.evaluate("at => void map.setView(at, 11, { animate: false })", place[1:])
    click_at(page, place[1], place[2])
    expect(told).to_contain_text(f"Chosen: {place[0]}, ", timeout=15_000)
    page.get_by_role("button", name="Use this place").click()
    expect(page.get_by_text(re.compile(r"^Sukhnah, town \("))).to_be_visible()
    assert seeded.foreign == []
