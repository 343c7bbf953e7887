"""Map and timeline in a real browser, on made-up events with hostile titles among them."""

import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import map_frame

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
AXE = HERE.parents[1] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RAQQA, PALMYRA = (35.953, 39.008), (34.562, 38.284)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("demo") / "log.txt"
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
    }
    flags = [f"--{name}={value}" for name, value in options.items()]
    script = str(HERE / "component_demo.py")
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, *flags],
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=HERE.parents[1],
        )
    url = f"http://127.0.0.1:{port}/"
    try:
        wait_for(url + "_stcore/health", process, log)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def wait_for(url, process, log):
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(url, timeout=1)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text())


class Demo:
    """The page of component_demo.py with what it asked for and what went wrong in it."""

    def __init__(self, page, url):
        self.page, self.requested, self.faults = page, [], []
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(url)
        page.locator(".row, .list-empty").first.wait_for()
        self.map = map_frame(page)
        self.map.wait_for_function("window.timelineMapDrawn !== undefined")

    def point(self, place):
        """Where a place is on the screen, in pixels."""
        x, y = self.map.evaluate("place => { const q = map.latLngToContainerPoint(place); return [q.x, q.y]; }", place)
        box = self.page.locator("iframe").first.bounding_box()
        return box["x"] + x, box["y"] + y

    def view(self):
        """Centre and zoom once the map has come to rest."""
        seen = None
        for _ in range(40):
            last, seen = seen, self.map.evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
            if seen == last:
                break
            self.page.wait_for_timeout(400)
        return seen

    def look_at(self, place, zoom):
        self.map.evaluate("([place, zoom]) => void map.setView(place, zoom, {animate: false})", [place, zoom])

    def ringed(self):
        return self.map.evaluate("timelineMap.layer.selected")

    def hears(self, words):
        expect(self.page.get_by_text("heard:").first).to_contain_text(words, timeout=20_000)

    def drag(self, start, end):
        """Brush from one share of the strip's width to another."""
        self.page.locator("[data-test-script-state=notRunning]").wait_for()
        box = self.page.locator(".strip").bounding_box()
        y = box["y"] + 20
        self.page.mouse.move(box["x"] + box["width"] * start, y)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * (start + end) / 2, y, steps=3)
        self.page.mouse.move(box["x"] + box["width"] * end, y, steps=3)
        self.page.mouse.up()


@pytest.fixture(scope="module")
def demo(server, context_of):
    """The page, opened once: each test chooses and filters anew, and clears what it filtered."""
    page = context_of(motion=True).new_page()
    yield Demo(page, server)
    page.close()


@pytest.fixture
def page(browser):
    """A page of a browser that has fetched nothing yet."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(server, context_of):
    page = context_of(390, 844, touch=True, motion=True).new_page()
    yield Demo(page, server + "?theme=dark&embed_options=dark_theme")
    page.close()


def test_a_click_on_a_marker_selects_its_first_event_everywhere(demo):
    demo.look_at((34.5, 38.5), 7)
    demo.page.mouse.click(*demo.point(RAQQA))
    row = demo.page.locator(".row[aria-selected=true]")
    expect(row).to_contain_text("Raqqa")
    demo.hears("heard: chosen")
    demo.hears(f"selected: {row.get_attribute('data-event')}")
    assert demo.ringed() == row.get_attribute("data-event")


def test_a_click_on_a_row_rings_the_place_and_pans_only_to_what_is_out_of_sight(demo):
    demo.look_at((34.5, 38.5), 7)
    before = demo.view()
    row = demo.page.locator(".row", has_text="Raqqa").nth(1)
    wanted = row.get_attribute("data-event")
    row.click()
    demo.hears(f"selected: {wanted}")
    assert demo.view() == before
    demo.look_at((15.4, 44.2), 8)
    demo.page.locator(".row", has_text="Mosul").first.click()
    demo.map.wait_for_function("map.getBounds().contains([36.335, 43.119])")


def test_a_row_drawn_anew_under_the_pointer_takes_the_click(demo):
    demo.page.locator(".list").evaluate("one => { one.scrollTop = 0; }")
    row, following = demo.page.locator(".row").nth(2), demo.page.locator(".row").nth(3)
    wanted, other = row.get_attribute("data-event"), following.get_attribute("data-event")
    row.hover()
    demo.page.mouse.down()
    demo.page.evaluate("id => window.timelineAppBus.select(id, 'map')", other)  # all rows are painted again
    demo.page.mouse.up()
    expect(demo.page.locator(".row[aria-selected=true]")).to_have_attribute("data-event", wanted)
    demo.hears(f"selected: {wanted}")


def test_the_list_is_walked_by_keys_and_ends_with_the_undated(demo):
    demo.page.locator(".list").focus()
    demo.page.keyboard.press("End")
    last = demo.page.locator(".row[aria-selected=true]")
    expect(last).to_contain_text("No date")
    expect(demo.page.locator(".list-heading")).to_contain_text("Undated (6)")
    demo.page.keyboard.press("ArrowUp")
    expect(last).to_have_attribute("aria-posinset", "60")
    demo.page.keyboard.press("Home")
    expect(last).to_have_attribute("aria-posinset", "1")
    expect(last).to_have_attribute("aria-setsize", "61")
    event = last.get_attribute("data-event")
    demo.hears(f"selected: {event}")
    assert demo.ringed() == event
    assert demo.page.locator(".list").get_attribute("aria-activedescendant") == last.get_attribute("id")


def test_a_brush_filters_on_release_and_the_map_keeps_its_view(demo):
    demo.look_at(PALMYRA, 8)
    view, drawn = demo.view(), demo.map.evaluate("timelineMapDrawn")
    demo.drag(0.55, 0.72)
    demo.hears("range 2017-01-09 2017-10-28")
    demo.map.wait_for_function("before => timelineMapDrawn !== before", arg=drawn)
    assert demo.view() == view
    assert demo.map.evaluate("window.feature_group.length") == 1
    expect(demo.page.locator(".strip-label")).to_have_text("9 Jan to 28 Oct 2017")
    demo.page.locator(".strip").focus()
    demo.page.keyboard.press("Escape")
    demo.hears("range cleared")
    demo.drag(0.2, 0.4)
    demo.hears("range 2015")
    box = demo.page.locator(".strip").bounding_box()
    demo.page.mouse.dblclick(box["x"] + 10, box["y"] + 20)
    demo.hears("range cleared")


def test_a_mark_on_the_lanes_tells_its_event_and_selects_it(demo):
    box = demo.page.locator(".lanes-canvas").bounding_box()
    for step in range(0, int(box["width"]), 5):
        demo.page.mouse.move(box["x"] + step, box["y"] + 12)
        if demo.page.locator(".tip").is_visible():
            break
    title = demo.page.locator(".tip-title").inner_text()
    demo.page.mouse.click(box["x"] + step, box["y"] + 12)
    row = demo.page.locator(".row[aria-selected=true]")
    expect(row.locator(".row-title")).to_have_text(title)
    demo.hears(f"selected: {row.get_attribute('data-event')}")


def test_hostile_titles_are_shown_as_they_are_and_nothing_leaves_the_machine(demo):
    for text in ("<img src=x", "</script>", "`${document", "{{1337*1337}}", "{% raw %}", "{# comment"):
        found = demo.page.evaluate(
            """async text => {
                const list = [...document.querySelectorAll('*')].map(host => host.shadowRoot?.querySelector('.list')).find(Boolean);
                for (let top = 0; top < list.scrollHeight; top += 200) {
                    list.scrollTop = top;
                    await new Promise(done => setTimeout(done, 40));
                    const titles = [...list.querySelectorAll('.row-title')];
                    if (titles.some(title => title.textContent.startsWith(text) && !title.children.length)) return true;
                }
                return false;
            }""",
            text,
        )
        assert found, text
    for place in (RAQQA, PALMYRA):
        demo.page.mouse.move(*demo.point(place))
        demo.map.locator(".place-tip").wait_for()
    assert "pwned" not in demo.page.title()
    assert demo.map.evaluate("document.querySelectorAll('img, .place-tip script').length") == 0
    foreign = [url for url in demo.requested if urlparse(url).hostname not in ("127.0.0.1", None)]
    assert foreign == []
    assert demo.faults == []


def test_a_phone_in_the_dark_shows_both_within_its_width(phone):
    for part in ("iframe", ".timeline"):
        box = phone.page.locator(part).first.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert phone.map.evaluate("document.documentElement.dataset.theme") == "dark"
    expect(phone.page.locator(".timeline")).to_have_attribute("data-dark", "true")
    phone.page.locator(".row").first.tap()
    phone.hears("heard: chosen")


def test_axe_finds_no_fault_in_the_timeline_or_the_map(demo):
    row = demo.page.locator(".row").nth(1)
    wanted = row.get_attribute("data-event")
    row.click()
    demo.hears(f"selected: {wanted}")
    demo.page.wait_for_function("!document.querySelector('[data-stale=true]')")  # Streamlit fades what it draws anew
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
    for frame, part in ((demo.page.main_frame, None), (demo.map, "#map_div")):
        frame.evaluate(AXE.read_text("utf-8"))
        looked_at, found = frame.evaluate(
            """async ([part, rules]) => {
                const host = part ? document.querySelector(part)
                    : [...document.querySelectorAll('*')].find(node => node.shadowRoot?.querySelector('.timeline'));
                const result = await axe.run(host, rules);
                return [result.passes.length, result.violations.map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' '))];
            }""",
            [part, rules],
        )
        assert looked_at >= 4
        assert found == []


def test_of_ten_thousand_events_only_the_rows_in_sight_are_built(server, context_of):
    page = context_of().new_page()
    demo = Demo(page, server + "?n=10000")
    assert page.locator(".row").count() < 30
    page.locator(".row").nth(3).click()
    expect(page.locator(".row[aria-selected=true]")).to_have_count(1)
    assert re.match(r"e\d+", demo.ringed())
    page.close()


def test_code_that_does_not_come_is_told_at_once_and_fetched_when_asked_again(page, server):
    page.route("**/timeline.js*", lambda route: route.abort())
    page.goto(server)
    note = page.get_by_role("alert").filter(has_text="could not be fetched")
    expect(note).to_be_visible(timeout=30_000)
    page.unroute("**/timeline.js*")
    note.get_by_role("button", name="Try again").click()
    expect(page.locator(".row").first).to_be_visible(timeout=30_000)
    expect(note).to_have_count(0)


def test_code_that_comes_at_the_second_asking_needs_nobody(page, server):
    asked = []

    def refuse_once(route):
        asked.append(route.request.url)
        route.abort() if len(asked) == 1 else route.continue_()

    page.route("**/timeline.js*", refuse_once)
    page.goto(server)
    expect(page.locator(".row").first).to_be_visible(timeout=30_000)
    expect(page.get_by_role("alert").filter(has_text="could not be fetched")).to_have_count(0)
    assert len(set(asked)) == len(asked) == 2


def test_a_click_before_python_can_be_told_is_told_when_it_can(page, server):
    page.goto(server + "?slow=6")  # seconds; longer than an answer is waited for
    row = page.locator(".row").nth(2)
    row.click()
    heard, chosen = page.get_by_text("heard:").first, page.locator(".row[aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(heard).to_contain_text("selected: None")
    expect(heard).to_contain_text(f"selected: {row.get_attribute('data-event')}")
    expect(chosen).to_have_attribute("data-event", row.get_attribute("data-event"))
