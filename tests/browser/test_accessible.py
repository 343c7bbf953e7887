"""Whether everybody can work here: contrast, names and roles (axe-core), keys, focus, scripts, motion, narrow screens."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Dashboard, map_frame, opened_in, turn_to
from timeline_app.dashboard.navigation import pages

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
_NO_BROWSER = "streamlit.runtime.scriptrunner_utils.script_run_context"
GRAVE = ("serious", "critical")
WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 390, "height": 844}


@dataclass(frozen=True)
class StreamlitsOwn:
    """A fault in what Streamlit itself draws and no setting or style of ours can mend.

    `markup` is a piece of the faulty element's own tag: an exception holds for that element and no other.
    """

    rule: str
    markup: str
    why: str


EXCEPTIONS = tuple(
    StreamlitsOwn("label-content-name-mismatch", f'aria-label="{name}"', "its calendar calls the button with the month's"
                  " or year's name 'month' or 'year': spoken commands have to use that word")
    for name in ("month", "year")
)  # fmt: skip
"""Streamlit 1.67's."""


def paths() -> dict[str, str]:
    """Every page of the menu, those added later too, and its address below "/"."""
    logging.getLogger(_NO_BROWSER).setLevel(logging.ERROR)  # it warns that no browser is looking
    return {name: "" if page._default else name for name, page in pages().items()}


def rested(page: Page) -> Page:
    """Wait until the page, its components and the map are there."""
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=30_000)
    page.locator("[data-testid=stMainBlockContainer] *").first.wait_for()
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
    if page.locator(".st-key-timeline_place, iframe[src*=streamlit_folium]").count():
        page.locator(".row, .list-empty").first.wait_for()
        map_frame(page).wait_for_function("window.timelineMapDrawn !== undefined")
    page.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")
    page.wait_for_timeout(150)
    return page


def open_expanders(page: Page) -> None:
    """One after another, as a person does: what is sent in one moment runs one part of the page."""
    closed = page.locator("[data-testid=stExpander] details:not([open]) > summary")
    while closed.count():
        closed.first.dispatch_event("click")
        page.wait_for_timeout(60)
    page.wait_for_timeout(250)


COLOURS = ("color-contrast", "link-in-text-block")
"""What may differ between two themes: names, roles and sizes do not."""


def faults(page: Page, where: str, rules: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds in the page, in its shadow trees and in the map's frame, by some rules or all but some."""
    for frame in page.frames:
        if not frame.is_detached() and not frame.evaluate("'axe' in window"):
            frame.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        """async ([grave, rules, but]) => {
            const only = rules.length ? {runOnly: {type: 'rule', values: rules}}
                : {rules: Object.fromEntries(but.map(rule => [rule, {enabled: false}]))};
            const result = await axe.run(document, {resultTypes: ['violations'], ...only});
            return result.violations.filter(fault => grave.includes(fault.impact)).flatMap(fault => fault.nodes.map(node => ({
                rule: fault.id, element: node.target.flat(Infinity).join(' / '), html: node.html,
                why: [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')})));
        }""",
        [list(GRAVE), list(rules), list(but)],
    )
    return [
        f"{one['rule']} at {where}: {one['element']} {one['html'][:160]} ({one['why'][:200]})"
        for one in found
        if not excepted(one)
    ]


def sideways(page: Page, width: int, where: str) -> list[str]:
    """That the page is wider than the screen."""
    wide = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
    )
    return [f"{where}: {wide} pixels wide on a screen of {width}"] if wide > width else []


def excepted(fault: dict[str, Any]) -> bool:
    return any(one.rule == fault["rule"] and one.markup in fault["html"].partition(">")[0] for one in EXCEPTIONS)


@pytest.fixture
def still_page(open_page: Open) -> Open:
    """Pages at rest; drawers and boxes open without gliding: a colour half faded in is no fault."""

    def opened(dashboard: Dashboard, path: str = "/", **looks: Any) -> Page:
        return rested(open_page(dashboard, path, **looks))

    return opened


@pytest.fixture(scope="module")
def explore(seeded: Dashboard, context_of: Callable[..., BrowserContext]) -> Iterator[Page]:
    """Explore, opened once for the tests that only look, point and choose; the last one spoils it."""
    page = rested(opened_in(context_of(WIDE["width"], WIDE["height"]), seeded, "/?from=2014-01-01"))
    yield page
    page.close()


def in_theme(page: Page, scheme: str) -> Page:
    """The same page in the other theme, as when the evening turns the machine's own: nothing is loaded anew."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme", arg=scheme
    )
    return rested(page)


def test_no_page_has_a_grave_fault_or_scrolls_sideways_in_any_width_and_theme(
    seeded: Dashboard, still_page: Open
) -> None:
    page = still_page(seeded, **WIDE)
    found: list[str] = []
    for name, path in paths().items():
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        turn_to(page, path)
        rested(page)
        for width, size in (("wide", WIDE), ("narrow", NARROW)):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            open_expanders(page)
            # No style colours by width; Explore alone lays one thing over another where it is narrow.
            told = COLOURS if width == "narrow" and path else ()
            found += faults(page, f"{name}, light, {width}", but=told)
            found += sideways(page, size["width"], f"{name}, light, {width}")
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
        found += faults(in_theme(page, "dark"), f"{name}, dark", COLOURS)  # a theme changes colours only
        in_theme(page, "light")
    assert not found, "\n".join(found)


def test_axe_finds_no_grave_fault_in_what_opens(seeded: Dashboard, still_page: Open) -> None:
    page = still_page(seeded, "/?type=strike&certainty=certain&from=2017-08-28&undated=false", **WIDE)

    def in_both_themes(what: str) -> list[str]:
        light = faults(rested(page), f"{what}, light")
        dark = faults(in_theme(page, "dark"), f"{what}, dark", COLOURS)
        in_theme(page, "light")
        return light + dark

    page.locator(".row").first.click()
    page.locator(".reader h2").wait_for()
    open_expanders(page)
    page.get_by_label("Why (kept in the history)").wait_for()
    found = in_both_themes("an event's evidence")
    page.get_by_role("button", name="Filters").click()
    page.locator(".facets label").first.wait_for()
    found += in_both_themes("filters")
    page.keyboard.press("Escape")
    turn_to(page, "documents")
    page.get_by_test_id("stDateInput").first.get_by_role("button").last.click()
    page.get_by_role("grid").first.wait_for()
    found += in_both_themes("calendar")
    page.keyboard.press("Escape")
    turn_to(page, "review")
    page.get_by_text("Perhaps one happening").click()
    page.locator(".reader h2").nth(1).wait_for()
    found += in_both_themes("a pair")
    assert not found, "\n".join(found)


OUTLINE = """node => {
    const style = getComputedStyle(node);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? style.outlineColor : null;
}"""


def test_what_has_the_focus_is_outlined(explore: Page) -> None:
    page = explore
    for part in (".strip", ".strip-clear", ".lanes-canvas", ".lanes-zoom button >> nth=0", ".list"):
        one = page.locator(part).first
        assert one.evaluate(OUTLINE) is None, part
        one.focus()
        page.keyboard.press("Shift")  # the focus came by keyboard
        assert one.evaluate(OUTLINE), part
    frame = map_frame(page)
    for part in ("#map_div", ".fit button", ".leaflet-control-zoom-in", ".legend summary"):
        one = frame.locator(part).first
        one.focus()
        page.keyboard.press("Shift")
        assert one.evaluate(OUTLINE), part


def test_tab_leads_through_map_strip_lanes_and_list(explore: Page) -> None:
    page = explore
    page.get_by_role("button", name="Download this view").focus()
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        reached.append(
            page.evaluate(
                """() => {
                    let one = document.activeElement;
                    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
                    if (one?.tagName === 'IFRAME') one = one.contentDocument.activeElement;
                    return one?.id || one?.classList?.[0] || one?.tagName || '';
                }"""
            )
        )
        if reached[-1] == "list":
            break
    stops = [reached.index(name) for name in ("map_div", "strip", "lanes-canvas", "list")]
    assert stops == sorted(stops), reached


def test_the_list_selects_and_opens_the_words_behind_an_event_by_keys_alone(explore: Page) -> None:
    page = explore
    page.locator(".list").focus()
    for key in ("End", "Home", "ArrowDown", "PageDown", "ArrowUp"):
        page.keyboard.press(key)
    chosen = page.locator(".row[aria-selected=true]").get_attribute("data-event")
    page.locator(f".reader[data-shown='{chosen}']").wait_for()
    assert map_frame(page).evaluate("timelineMap.layer.selected") == chosen
    page.wait_for_function("id => location.search.includes(id)", arg=chosen)


def test_the_map_goes_from_place_to_place_and_opens_their_events_by_keys_alone(explore: Page) -> None:
    page = explore
    frame = map_frame(page)
    frame.locator("#map_div").focus()
    page.keyboard.press("n")
    page.keyboard.press("n")
    second = frame.evaluate("timelineMap.layer.payload.places.name[1]")
    expect(frame.locator(".place-tip")).to_contain_text(second)
    expect(frame.get_by_role("status")).to_contain_text(f"{second}, place 2 of")
    page.keyboard.press("p")
    page.keyboard.press("p")  # round the end, to the last
    crowded = frame.evaluate("Math.max(...timelineMap.layer.payload.places.n)")
    steps = frame.evaluate(
        "timelineMap.layer.payload.places.n.indexOf(Math.max(...timelineMap.layer.payload.places.n))"
    )
    for _ in range(steps + 1):
        page.keyboard.press("n")
    here = frame.evaluate(
        "i => timelineMap.layer.payload.places.events[i].map(e => timelineMap.layer.payload.events.id[e])", steps
    )
    chosen = frame.evaluate("timelineMap.layer.selected")
    at = here.index(chosen) if chosen in here else -1
    for step in (1, 2):
        page.keyboard.press("Enter")
        following = (at + step) % crowded
        page.locator(f".reader[data-shown='{here[following]}']").wait_for()
        expect(frame.get_by_role("status")).to_contain_text(f"Selected, {following + 1} of {crowded}")
    assert frame.evaluate("document.activeElement.id") == "map_div"
    page.keyboard.press("Escape")
    expect(frame.locator(".place-tip")).to_be_hidden()


def test_a_place_is_filtered_for_by_keys_alone(explore: Page) -> None:
    page = explore
    page.get_by_role("button", name="Filters").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('[data-testid=stPopoverBody]')")
    page.get_by_role("searchbox", name="Find an actor in the list").wait_for()
    field = page.get_by_role("searchbox", name="Find a place in the list")
    field.focus()
    page.keyboard.type("Beirut")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function("() => location.search.includes('place=Beirut')")
    expect(page.locator(".row .where").first).to_contain_text("Beirut")
    page.keyboard.press("Escape")
    page.get_by_test_id("stPopoverBody").wait_for(state="detached")
    page.wait_for_function("document.activeElement.textContent.startsWith('Filters')")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_function("() => !location.search.includes('place=')")
    rested(page)


def test_a_right_to_left_title_stands_in_its_own_direction(explore: Page) -> None:
    page = explore
    arabic = "اتفاق على إجلاء المقاتلين من القلمون"
    turned = page.evaluate(
        """words => {
            const list = [...document.querySelectorAll('*')].map(one => one.shadowRoot?.querySelector('.list')).find(Boolean);
            const title = list.querySelector('.row-title'), place = list.querySelector('.where');
            title.textContent = words;
            return [getComputedStyle(title).direction, place.tagName, getComputedStyle(place).unicodeBidi];
        }""",
        arabic,
    )
    assert turned == ["rtl", "BDI", "isolate"]
    frame = map_frame(page)
    frame.locator("#map_div").focus()
    page.keyboard.press("n")
    assert frame.locator(".card-name bdi").count() == 1
    assert frame.locator(".card-title").first.evaluate("one => getComputedStyle(one).unicodeBidi") == "isolate"
    page.locator(".row").first.click()
    page.locator(".reader h2").wait_for()
    assert page.locator(".reader h2").get_attribute("dir") == "auto"
    assert page.locator(".reader dd:not([dir=auto]), .reader blockquote:not([dir=ltr])").count() == 0


def test_who_asks_for_less_motion_sees_none(explore: Page) -> None:
    page = explore
    frame = map_frame(page)
    first, last = frame.evaluate("[timelineMap.layer.payload.events.id[0], timelineMap.layer.payload.events.id.at(-1)]")
    page.evaluate("id => window.timelineAppBus.select(id, 'list')", first)
    page.wait_for_timeout(500)
    frame.evaluate("void map.setView([15.4, 44.2], 8, {animate: false})")
    frame.evaluate("() => { window.moves = 0; map.on('move', () => { window.moves += 1; }); }")
    page.evaluate("id => window.timelineAppBus.select(id, 'list')", last)
    frame.wait_for_function("window.moves >= 1")
    page.wait_for_timeout(500)  # a move that is drawn tells of itself again and again
    assert frame.evaluate("window.moves") == 1
    for one in (page, frame):
        assert one.evaluate("document.getAnimations().filter(a => a.playState === 'running').length") == 0


def test_axe_looks_into_shadow_trees_and_into_the_frame_of_the_map(explore: Page) -> None:
    page = explore
    map_frame(page).evaluate("document.querySelector('.fit button').removeAttribute('aria-label')")
    map_frame(page).evaluate("document.querySelector('.fit button').replaceChildren()")
    map_frame(page).evaluate("document.querySelector('.fit button').removeAttribute('title')")
    page.locator(".list").evaluate("list => list.removeAttribute('aria-label')")
    found = "\n".join(faults(page, "spoilt"))
    assert "button-name" in found
    assert "aria-input-field-name" in found
