"""The whole dashboard in a real browser: the main job from opening it to bringing an export back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import HOSTILE, Dashboard, map_frame, opened_in, turn_to
from timeline_app.imports import read_events

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
HEADER = re.compile(r"of \d+ events")


def ready(page: Page) -> Page:
    """Wait until list and map are drawn."""
    page.locator(".row, .list-empty").first.wait_for(timeout=30_000)
    map_frame(page).wait_for_function(
        "window.timelineMapDrawn !== undefined && (timelineMap.layer.fitted || !timelineMap.layer.markers.length)"
    )
    return page


def shown(page: Page) -> int:
    """The number of events on map and timeline, as the header says."""
    text = page.get_by_text(HEADER).first.inner_text()
    return int(re.match(r"(\d+) of", text)[1])  # type: ignore[index]


def map_view(page: Page) -> Any:
    return map_frame(page).evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")


def selected_row(page: Page) -> Any:
    return page.locator(".row[aria-selected=true]")


@pytest.fixture(scope="module")
def explore(seeded: Dashboard, context_of: Callable[..., BrowserContext]) -> Iterator[Page]:
    """Explore, opened once for the tests that choose and filter; each leaves every event in view."""
    page = ready(opened_in(context_of(), seeded))
    yield page
    page.close()


def reset(page: Page, everything: int) -> None:
    """Clear every filter."""
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_text(HEADER).first).to_contain_text(f"{everything} of")


def test_clicking_a_marker_shows_the_words_behind_its_event_and_puts_it_into_the_link(explore: Page) -> None:
    page = explore
    frame = map_frame(page)
    place = frame.evaluate(
        "() => { const p = timelineMap.layer.payload.places; const i = p.n.indexOf(Math.max(...p.n));"
        " map.setView([p.lat[i], p.lon[i]], 11, {animate: false}); return [p.lat[i], p.lon[i]]; }"
    )
    x, y = frame.evaluate("place => { const q = map.latLngToContainerPoint(place); return [q.x, q.y]; }", place)
    box = page.locator("iframe[src*=streamlit_folium]").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + y)
    page.locator(".reader[data-shown]:not([data-shown=''])").wait_for()
    chosen = page.locator(".reader").first.get_attribute("data-shown")
    page.wait_for_function("id => location.search.includes(id)", arg=chosen)
    assert frame.evaluate("timelineMap.layer.selected") == chosen
    assert selected_row(page).get_attribute("data-event") == chosen


def test_choosing_in_the_list_selects_on_map_and_in_the_panel(explore: Page) -> None:
    page = explore
    page.locator(".list").evaluate("one => { one.scrollTop = 0; }")
    expect(page.locator(".row").first).to_have_attribute("aria-posinset", "1")  # the rows of the list's head are drawn
    wanted = page.locator(".row").nth(4).get_attribute("data-event")
    page.locator(f".row[data-event='{wanted}']").click()
    page.locator(f".reader[data-shown='{wanted}']").wait_for()
    assert map_frame(page).evaluate("timelineMap.layer.selected") == wanted
    title = page.locator(".reader h2").inner_text()
    page.reload()
    expect(page.locator(".reader h2")).to_have_text(title, timeout=30_000)
    ready(page)


def test_a_typed_date_range_filters_everything_and_the_map_keeps_its_view(explore: Page) -> None:
    page = explore
    before = shown(page)
    map_frame(page).evaluate("void map.setView([34.2, 37.1], 8, {animate: false})")
    view = map_view(page)
    page.get_by_label("From", exact=True).fill("Feb 2019")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('from=2019-02-01')")
    expect(page.get_by_text(HEADER).first).not_to_contain_text(f"{before} of", timeout=10_000)
    assert 0 < shown(page) < before
    assert map_view(page) == pytest.approx(view)
    reset(page, before)


def test_a_brush_on_the_strip_becomes_the_date_range(explore: Page) -> None:
    page = explore
    before = shown(page)
    box = page.locator(".strip").bounding_box()
    assert box is not None
    y = box["y"] + 15
    page.mouse.move(box["x"] + box["width"] * 0.9, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, y, steps=4)
    page.mouse.move(box["x"] + box["width"] * 0.995, y, steps=4)
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('from=') && location.search.includes('to=')")
    expect(page.get_by_text(HEADER).first).not_to_contain_text(f"{before} of", timeout=10_000)
    reset(page, before)


def test_a_page_of_another_name_reads_nothing(explore: Page) -> None:
    host = urlparse(explore.url)  # its components are there since the first page
    for path in ("", "_stcore/health", "component/streamlit_folium.st_folium/index.html"):
        answers = []
        for name in (f"evil.example:{host.port}", f"localhost:{host.port}"):
            connection = HTTPConnection("127.0.0.1", host.port or 0, timeout=10)
            connection.request("GET", f"/{path}", headers={"Host": name})
            answers.append(connection.getresponse().status)
            connection.close()
        assert answers == [400, 200], path


def test_the_download_of_a_view_holds_what_is_shown_and_comes_back(
    seeded: Dashboard, open_page: Open, tmp_path: Path
) -> None:
    page = ready(open_page(seeded, "/?from=2017-08-28&to=2017-09-02&undated=false"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download this view").click()
    path = tmp_path / "view.json"
    download.value.save_as(path)
    file = json.loads(path.read_text(encoding="utf-8"))
    assert file["filter"]["from"] == "2017-08-28"
    assert file["counts"]["shown"] == shown(page)
    assert [event["id"] for event in file["events"]] == [event.id for event in read_events(path).events]
    page.get_by_role("button", name="Other formats").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Event list (CSV)").click()
    table = tmp_path / download.value.suggested_filename
    download.value.save_as(table)
    assert sorted(e.title for e in read_events(table).events) == sorted(e.title for e in read_events(path).events)
    turn_to(page, "documents")
    page.locator("input[type=file]").set_input_files(str(path))
    page.get_by_role("button", name=f"Remove {path.name}").wait_for(timeout=60_000)  # the growing list moves the button
    page.get_by_role("button", name="Read", exact=True).first.click()
    page.get_by_role("button", name="Keep all").click()
    expect(page.get_by_text("0 events new, 0 updated")).to_be_visible(timeout=20_000)


def test_text_is_shown_with_what_was_read_from_it_before_it_is_kept(seeded: Dashboard, open_page: Open) -> None:
    page = open_page(seeded, "/documents")
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_label("Text of an article").fill("Rebels captured the town of Sukhnah on 3 May 2018.")
    page.get_by_role("button", name="Read", exact=True).last.click()
    expect(page.locator("mark.mark-date", has_text="3 May 2018")).to_be_visible(timeout=20_000)
    expect(page.locator("mark.mark-place", has_text="Sukhnah")).to_be_visible()
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("Nothing is kept yet")).to_have_count(0)


def test_an_empty_range_says_why_and_leads_to_the_nearest_event(seeded: Dashboard, open_page: Open) -> None:
    page = open_page(seeded, "/?from=2030-01-01&undated=false")
    expect(page.get_by_text(re.compile("None of .* events passes"))).to_be_visible(timeout=30_000)
    held = "parseFloat(getComputedStyle(document.querySelector('.st-key-map_place')).minHeight)"
    page.wait_for_function(f"{held} > 400")
    assert page.locator(".st-key-map_place").get_by_text("None of").count() == 0
    words = page.get_by_text(re.compile("None of .* events passes")).element_handle()
    room = page.evaluate(  # both in one moment: the lines above may still be finding their places
        f"words => words.getBoundingClientRect().top"
        f" - document.querySelector('.st-key-map_place').getBoundingClientRect().top - {held}",
        words,
    )
    assert room > -1, "the map, arriving last, pushes nothing away"
    page.get_by_role("button", name="Go there").click()
    page.locator(".reader h2").wait_for()
    assert shown(page) > 0


def test_hostile_texts_are_shown_as_text_and_do_nothing(hostile: Dashboard, open_page: Open) -> None:
    page = ready(open_page(hostile))
    listed = page.locator(".row").all_inner_texts()
    for text in HOSTILE:
        assert any(text in row for row in listed), text
    for number in range(len(HOSTILE)):
        row = page.locator(f".row[data-event='{page.locator('.row').nth(number).get_attribute('data-event')}']")
        row.click()
        page.locator(f".reader[data-shown='{row.get_attribute('data-event')}']").wait_for()
    page.locator(".row", has_text=f"Sukhnah {HOSTILE[0]}").first.click()
    turned = page.locator(".reader blockquote", has_text="العربية").first  # the page's other language, above the story
    expect(turned).to_have_attribute("dir", "ltr")
    assert all(frame.evaluate("window.__pwn") is None for frame in page.frames)
    page.goto(hostile.url + "/?q=%7B%7B1337*1337%7D%7D&type=%3Cscript%3E")
    ready(page)
    assert all(frame.evaluate("window.__pwn") is None for frame in page.frames)
    for path, last in (("documents", "Kept documents"), ("method", "What could not be read")):
        turn_to(page, path)
        page.get_by_role("heading", name=last).wait_for()
        assert "1787569" not in page.content()
        assert all(frame.evaluate("window.__pwn") is None for frame in page.frames)
    assert page.locator("a[href^='javascript'], a[href*='canary']").count() == 0
    turn_to(page, "places")
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 15, box["y"] + 52)  # the first row's tick; the table is a canvas
    page.get_by_role("button", name="It is this place", exact=True).wait_for()
    expect(page.get_by_text("onerror").first).to_be_visible()
    assert "1787569" not in page.content()
    assert all(frame.evaluate("window.__pwn") is None for frame in page.frames)


def test_on_a_phone_nothing_is_cut_off_and_controls_leave_room_for_the_map(seeded: Dashboard, open_page: Open) -> None:
    page = ready(open_page(seeded, width=390, height=844, scheme="dark"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    box = page.locator("iframe[src*=streamlit_folium]").bounding_box()
    assert box is not None
    assert box["y"] < 844 * 0.55
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarCollapseButton").click(timeout=10_000)  # nothing lies over it
    assert seeded.requested
    assert seeded.foreign == []
