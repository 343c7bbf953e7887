"""What Explore offers beside choosing and dating: playback, area, second clock, facets, sharing, movement, doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Dashboard, map_frame, opened_in
from tests.browser.test_dashboard_browser import HEADER, ready, reset, shown

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def markers_shown(page: Page) -> int:
    found: int = map_frame(page).evaluate("timelineMap.layer.markers.filter(marker => !marker.options.hidden).length")
    return found


def the_box(found: Locator) -> dict[str, float]:
    box = found.bounding_box()
    assert box is not None
    return dict(box)


@pytest.fixture(scope="module")
def some(seeded: Dashboard, context_of: Callable[..., BrowserContext]) -> Iterator[Page]:
    """Three weeks of events, opened once for the tests that leave them so."""
    page = ready(opened_in(context_of(), seeded, "/?from=2017-08-20&to=2017-09-10&undated=false"))
    yield page
    page.close()


@pytest.fixture(scope="module")
def every(seeded: Dashboard, context_of: Callable[..., BrowserContext]) -> Iterator[Page]:
    """Every event, opened once for the tests that leave them in view; the last one spoils the map."""
    page = ready(opened_in(context_of(), seeded))
    yield page
    page.close()


def search(page: Page, words: str) -> int:
    """Search for words; how many events were shown before."""
    before = shown(page)
    page.get_by_placeholder("words in titles").fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_text(HEADER).first).not_to_contain_text(f"{before} of")
    return before


def test_playback_steps_through_events_on_map_list_and_lanes_and_ends_with_all(some: Page) -> None:
    page = some
    everything = markers_shown(page)
    page.get_by_role("button", name="Step on").click()
    first = page.locator(".row[aria-selected=true]").get_attribute("data-event")
    assert map_frame(page).evaluate("timelineMap.layer.selected") == first
    assert map_frame(page).evaluate("[...timelineMap.layer.shown]") == [first]
    faint = page.locator(".row.not-shown").count()
    assert faint == page.locator(".row").count() - 1
    page.get_by_label("Step by").select_option("month")
    page.get_by_label("Earlier events").select_option("window")
    page.locator(".player").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".player-where").inner_text().startswith("2 of")
    assert len(map_frame(page).evaluate("[...timelineMap.layer.shown]")) > 1
    page.get_by_label("Speed").select_option("4×")
    page.keyboard.press("ArrowLeft")
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator(".player-where")).to_contain_text("3 of", timeout=5_000)
    page.get_by_role("button", name="End playback").click()
    assert markers_shown(page) == everything
    assert page.locator(".row.not-shown").count() == 0


def test_keys_of_playback_do_nothing_while_one_types_or_walks_the_list(every: Page) -> None:
    page, before = every, shown(every)
    page.get_by_placeholder("words in titles").click()
    page.keyboard.type("a b")
    page.locator(".list").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".player-where")).to_be_empty()
    reset(page, before)


def test_a_rectangle_on_the_map_filters_goes_into_the_link_and_is_cleared(every: Page) -> None:
    page, before = every, shown(every)
    frame = map_frame(page)
    frame.evaluate("void map.setView([34.2, 36.6], 8, {animate: false})")
    frame.get_by_label("Draw a rectangle").click()
    box = the_box(page.locator("iframe[src*=streamlit_folium]"))
    page.mouse.move(box["x"] + box["width"] / 2 - 90, box["y"] + box["height"] / 2 - 90)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 90, box["y"] + box["height"] / 2 + 90, steps=4)
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('area=')")
    expect(page.get_by_text("possibly inside,").first).to_be_visible(timeout=10_000)
    assert 0 < shown(page) < before
    frame.get_by_role("button", name="Clear the area").click()
    page.wait_for_function("() => !location.search.includes('area=')")
    expect(page.get_by_text(HEADER).first).to_contain_text(f"{before} of", timeout=10_000)
    frame.get_by_label("Only events the map shows").click()
    page.wait_for_function("() => location.search.includes('area=')")
    seen = page.url
    frame.evaluate("void map.setView([36.3, 43.1], 9, {animate: false})")
    page.wait_for_function("seen => location.href !== seen && location.search.includes('area=')", arg=seen)
    frame.get_by_label("Only events the map shows").click()
    reset(page, before)


def test_a_click_on_the_second_axis_keeps_what_was_known_by_that_day(some: Page) -> None:
    page, before = some, shown(some)
    axis = page.locator(".publications-canvas")
    box = the_box(axis)
    page.mouse.click(box["x"] + box["width"] * 0.45, box["y"] + box["height"] - 6)
    page.wait_for_function("() => location.search.includes('known=2017-08')")
    expect(page.get_by_role("button", name=re.compile("Known by .* 2017: clear"))).to_be_visible(timeout=10_000)
    assert shown(page) < before
    page.get_by_role("button", name=re.compile("Known by .* 2017: clear")).click()
    expect(page.get_by_text(HEADER).first).to_contain_text(f"{before} of", timeout=10_000)


def test_facets_show_counts_take_several_values_and_stand_in_the_link(seeded: Dashboard, open_page: Open) -> None:
    page = ready(open_page(seeded))
    everything = shown(page)
    page.get_by_role("button", name="Filters").click()
    types = page.locator(".facets fieldset").first
    types.locator("label").first.wait_for()
    counts = {row.split("\n")[0]: int(row.split("\n")[-1]) for row in types.locator("label").all_inner_texts()}
    assert counts["movement"] > 1
    types.get_by_text("movement", exact=True).click()
    page.wait_for_function("() => location.search.includes('type=movement')")
    types.get_by_text("strike", exact=True).click()
    page.wait_for_function("() => location.search.includes('type=strike')")
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible(timeout=10_000)
    page.wait_for_function(
        "all => Number(document.body.innerText.match(/(\\d+) of \\d+ events/)[1]) < all", arg=everything
    )
    assert page.locator(".row").count()
    page.locator(".facets[aria-busy=false]").wait_for()
    after = {row.split("\n")[0]: int(row.split("\n")[-1]) for row in types.locator("label").all_inner_texts()}
    assert after["talks"] == counts["talks"], "a facet's own choice does not narrow its counts"
    page.reload()
    ready(page)
    page.get_by_role("button", name="Filters (1)").click()
    expect(page.locator(".facets input:checked")).to_have_count(2)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("() => !location.search.includes('type=')")
    expect(page.get_by_text(HEADER).first).to_contain_text(f"{everything} of", timeout=10_000)


def test_the_link_brings_back_filter_event_and_map_and_the_picture_is_one(
    seeded: Dashboard, open_page: Open, tmp_path: Path
) -> None:
    page = ready(open_page(seeded, "/?q=lebanon-syria+border+convoy"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".row", has_text="leave the Lebanon-Syria border").click()
    page.locator(".reader[data-shown]:not([data-shown=''])").wait_for()
    chosen = page.locator(".reader").first.get_attribute("data-shown")
    page.wait_for_function("id => location.search.includes(id)", arg=chosen)
    map_frame(page).evaluate("void map.setView([34.5, 38.25], 8, {animate: false})")
    page.wait_for_function("() => location.search.includes('view=34.500,38.250,8')")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    picture = tmp_path / "timeline.png"
    download.value.save_as(picture)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    corners = [Image.open(path).convert("RGB").getpixel((1, 1)) for path in (picture, download.value.path())]
    assert corners == [(255, 255, 255), (14, 17, 23)]  # the picture wears the theme the page wears by now
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") > 900, "map and timeline side by side"
    assert len(data) > 20_000, "more than an empty sheet"
    other = ready(open_page(seeded, link.removeprefix(seeded.url)))
    other.locator(f".reader[data-shown='{chosen}']").wait_for(timeout=20_000)
    map_frame(other).wait_for_function("timelineMap.layer.rings.length > 0 && timelineMap.layer.legs.marked.length > 0")
    view = map_frame(other).evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    assert view == pytest.approx([34.5, 38.25, 8], abs=0.01)
    assert "convoy" in link
    other.locator(".row").last.click()
    other.wait_for_function("id => !location.search.includes(id) && location.search.includes('view=')", arg=chosen)
    map_frame(other).get_by_role("button", name="Show all events").click()
    other.wait_for_function("() => !location.search.includes('view=')")


def test_movements_are_arrows_found_words_are_marked_and_doubtful_dates_are_faint(
    seeded: Dashboard, open_page: Open
) -> None:
    page = ready(open_page(seeded, "/?q=convoy&from=2017-08-29&to=2017-08-29"))
    legs = map_frame(page).evaluate("timelineMap.layer.payload.legs")
    assert ["Lebanon-Syria border", "Deir Ezzor Governorate"] in legs["names"]
    assert len(map_frame(page).evaluate("timelineMap.layer.legs.arrows.map(layers => layers.length)")) == len(
        legs["names"]
    )
    assert page.locator(".row mark.found").first.inner_text().lower() == "convoy"
    assert page.locator(".row .chip.doubt").count() > 0
    alphas = map_frame(page).evaluate("timelineMap.layer.markers.map(marker => marker.options.place.alpha)")
    assert min(alphas) < 1
    row = page.locator(".row", has_text="leave the Lebanon-Syria border").first
    row.click()
    map_frame(page).wait_for_function("timelineMap.layer.legs.marked.length > 0")
    expect(page.locator(".reader mark.found", has_text=re.compile("^convoy$", re.IGNORECASE)).first).to_be_attached()


def test_places_that_rival_the_chosen_one_are_joined_to_it(every: Page) -> None:
    page = every
    everything = search(page, "let into Syria")
    page.locator(".row", has_text="The convoy was let into Syria").click()
    map_frame(page).wait_for_function("timelineMap.layer.rivals.layers.length >= 3")
    expect(map_frame(page).locator(".rival").first).to_be_visible()
    reset(page, everything)
    expect(page.locator(".row").nth(5)).to_be_attached()
    page.locator(".list").focus()
    page.keyboard.press("Home")  # an event without a place
    map_frame(page).wait_for_function("timelineMap.layer.rivals.layers.length === 0")


def tray_row(page: Page, name: str) -> Locator:
    """The first event of a tray, opened."""
    page.get_by_text(name, exact=True).click()
    row = page.locator(".tray .row").first
    row.wait_for()
    row.scroll_into_view_if_needed()
    return row


def drop(page: Page, row: Locator, x: float, y: float) -> str:
    """Drag an event by its grip to a point of the page; what the pointer said there.

    The page may still be drawing when the grip is taken, and move it away from under the pointer: it is taken again.
    """
    said = page.locator(".ghost b")
    for _ in range(5):
        box = the_box(row.locator(".grip"))
        page.mouse.move(box["x"] + 6, box["y"] + 8)
        page.mouse.down()
        page.mouse.move(x - 30, y - 20, steps=4)
        page.mouse.move(x, y, steps=4)
        if said.count():
            break
        page.mouse.up()
        page.wait_for_timeout(1_000)
    words = said.inner_text()
    page.mouse.up()
    return words


def test_an_event_leaves_its_tray_by_typing_and_by_dragging_and_comes_back(seeded: Dashboard, open_page: Open) -> None:
    page = ready(open_page(seeded))
    page.set_viewport_size({"width": 1400, "height": 1500})  # tray, lanes and map in sight at once
    first = tray_row(page, "Undated").get_by_role("textbox")
    rows = page.locator(".tray .row")
    count = rows.count()
    first.fill("30 august")
    first.press("Enter")
    expect(page.get_by_text(re.compile("Not saved: .*30 august"))).to_be_visible(timeout=15_000)
    expect(first).to_have_value("30 august")  # to be mended, not typed again
    label = page.locator(".tray .row").nth(1).get_by_role("textbox").get_attribute("aria-label")
    second = page.get_by_label(label or "", exact=True)
    first.fill("2017-08-30")
    first.press("Enter")
    second.fill("201")  # begun while the first is on its way
    expect(rows).to_have_count(count - 1, timeout=15_000)
    expect(second).to_have_value("201")
    expect(second).to_be_focused()
    expect(page.get_by_text(re.compile("Saved: .* is dated 30 August 2017 now"))).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(count, timeout=15_000)
    lanes = the_box(page.locator(".lanes-canvas"))
    words = drop(page, page.locator(".tray .row").first, lanes["x"] + lanes["width"] / 2, lanes["y"] + 40)
    assert re.search(r"20\d\d", words)
    expect(page.get_by_text(re.compile("Saved: .* is dated"))).to_be_visible(timeout=15_000)
    expect(rows).to_have_count(count - 1)
    page.get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(count, timeout=15_000)  # the page is drawn anew: a click before that may be lost
    page.get_by_text("Undated", exact=True).click()
    expect(rows).to_have_count(0)
    row = tray_row(page, "Without a place")
    frame = the_box(page.locator("iframe[src*=streamlit_folium]"))
    words = drop(page, row, frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    assert re.fullmatch(r"-?[\d.]+, -?[\d.]+, within [\d.]+ km", words)
    expect(page.get_by_text(re.compile("Saved: .* is placed at"))).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone.")).to_be_visible(timeout=15_000)


def test_the_lanes_keep_their_days_in_another_width(every: Page) -> None:
    page = every
    days = page.locator(".lanes-window")
    before = days.inner_text()
    width = page.locator(".lanes-canvas").evaluate("one => one.clientWidth")
    page.set_viewport_size({"width": 900, "height": 900})
    page.wait_for_function(
        "width => document.querySelectorAll('[data-testid=stBidiComponentIsolated]').length && [...document"
        ".querySelectorAll('[data-testid=stBidiComponentIsolated]')].some(one => { const canvas = one.shadowRoot"
        "?.querySelector('.lanes-canvas'); return canvas && canvas.clientWidth < width; })",
        arg=width,
    )
    expect(days).to_have_text(before)
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".lanes-canvas")).to_have_js_property("clientWidth", width)


def test_one_event_far_away_does_not_make_the_first_view_the_world_and_is_not_hidden(every: Page) -> None:
    frame = map_frame(every)
    frame.evaluate(
        """() => {
            const { layer } = timelineMap, least = layer.order.at(-1);
            layer.markers = [...layer.markers, { getLatLng: () => L.latLng(40.7, -74), options: { hidden: true } }];
            layer.order = [...layer.order, least];
            layer.fitBulk();
        }"""
    )
    assert frame.evaluate("[map.getBounds().contains([40.7, -74]), map.getBounds().contains([34.5, 38])]") == [
        False,
        True,
    ]
    frame.get_by_role("button", name="1 event elsewhere: show all").click()
    frame.wait_for_function("map.getBounds().contains([40.7, -74])")
    expect(frame.get_by_role("button", name="elsewhere")).to_have_count(0)
