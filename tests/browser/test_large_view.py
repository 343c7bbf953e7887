"""A view too large to send whole, in a real browser: every event can still be reached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from benchmarks.dashboard_parts.generated import fill_store
from tests.browser.conftest import Dashboard, _serve, map_frame, opened_in

pytestmark = pytest.mark.browser

COUNT = 2_600
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard on more events than are drawn one by one."""
    folder = tmp_path_factory.mktemp("large")
    store = folder / "t.sqlite"
    fill_store(store, COUNT)
    yield from _serve(folder, ["--store", str(store)])


def ready(page: Page) -> Page:
    page.locator(".row[data-event]").first.wait_for(timeout=60_000)
    map_frame(page).wait_for_function("window.timelineMapDrawn !== undefined")
    return page


@pytest.fixture(scope="module")
def view(large: Dashboard, context_of: Callable[..., BrowserContext]) -> Iterator[Page]:
    """Explore, opened once for all that move about in it."""
    page = ready(opened_in(context_of(), large))
    yield page
    page.close()


def test_the_list_reaches_every_event_by_key_and_tells_map_and_panel(
    large: Dashboard, view: Page, open_page: Open
) -> None:
    page = view
    page.locator(".list").focus()
    page.keyboard.press("End")
    page.wait_for_function("() => location.search.includes('event=')")
    far_down = page.evaluate("location.search")
    last = page.locator(".row[aria-selected=true][data-event]")
    last.wait_for(timeout=20_000)
    place, size = (int(last.get_attribute(name) or 0) for name in ("aria-posinset", "aria-setsize"))
    assert place == size > 2_000
    wanted = last.get_attribute("data-event")
    page.locator(f".reader[data-shown='{wanted}']").wait_for(timeout=20_000)
    page.keyboard.press("Home")
    expect(page.locator(".row[aria-selected=true]")).to_have_attribute("aria-posinset", "1", timeout=20_000)
    page.keyboard.press("ArrowDown")
    second = page.locator(".row[aria-selected=true]")
    expect(second).to_have_attribute("aria-posinset", "2")
    map_frame(page).wait_for_function(
        "id => timelineMap.layer.selected === id && timelineMap.layer.rings.length > 0",
        arg=second.get_attribute("data-event"),
    )
    again = ready(open_page(large, "/" + far_down))  # an event that the link names is found, however far down
    expect(again.locator(".row[aria-selected=true]")).to_have_attribute("data-event", wanted or "", timeout=30_000)


def test_a_bin_of_the_map_opens_into_finer_ones(view: Page) -> None:
    page, frame = view, map_frame(view)
    frame.get_by_role("button", name="Show all events").click()
    frame.wait_for_function("timelineMap.layer.payload.shown && timelineMap.layer.fitted")
    page.wait_for_timeout(1_000)
    spot = frame.evaluate(
        "() => { const b = timelineMap.layer.payload.shown, i = b.places.indexOf(Math.max(...b.places));"
        " const q = map.latLngToContainerPoint([b.lat[i], b.lon[i]]);"
        " return [q.x, q.y, map.getZoom(), b.n.reduce((x, y) => x + y)]; }"
    )
    box = page.locator("iframe[src*=streamlit_folium]").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + spot[0], box["y"] + spot[1])
    frame.wait_for_function("before => map.getZoom() > before", arg=spot[2])
    frame.wait_for_function("() => timelineMap.layer.payload.shown.zoom === map.getZoom()", timeout=20_000)
    assert frame.evaluate("() => timelineMap.layer.markers.length") > 1


def test_zooming_the_lanes_ends_at_the_events_themselves(view: Page) -> None:
    page = view
    page.locator(".lanes-canvas").focus()
    for _ in range(9):
        page.keyboard.press("+")
    lanes = page.locator(".lanes")
    expect(lanes.locator(".lanes-window")).to_contain_text(re.compile(r"\d{4}"))
    box = page.locator(".lanes-canvas").bounding_box()
    assert box is not None
    for _ in range(30):
        page.wait_for_timeout(300)
        for x in range(10, int(box["width"]), 12):
            page.mouse.move(box["x"] + x, box["y"] + 14)
            if page.locator(".tip .tip-facts").is_visible():
                break
        if page.locator(".tip").is_visible() and "events" not in page.locator(".tip-title").inner_text():
            return
    raise AssertionError("no single event came into sight")


def test_nothing_leaves_the_machine(large: Dashboard, view: Page) -> None:
    assert view.url.startswith(large.url)
    assert large.requested
    assert large.foreign == []
