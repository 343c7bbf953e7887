"""Pictures of every page, light and dark, wide and narrow, on five stores: what `make screenshots` takes.

They go into `screenshots/`, with an `index.html` to leaf through them, named page-state-store-width-theme (without a
state: as the page opens). The README's picture is taken by the same run. Pages come from `navigation.pages()`, so that
a new page is covered without a word here.
"""

from __future__ import annotations

import argparse
import logging
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Frame, Page, sync_playwright

from scripts.generated_events import generated_events
from scripts.screenshots_index import write_index
from tests.chromium import find_chromium
from timeline_app.dashboard.navigation import pages
from timeline_app.dashboard.serve import STORE_VARIABLE, command
from timeline_app.geo import load_gazetteer
from timeline_app.pipeline import add_gathered, gather
from timeline_app.settings import seed_files
from timeline_app.store import open_store

ROOT = Path(__file__).resolve().parent.parent
SEED_LIST = ROOT / "seeds" / "events.csv"
README_PICTURE = ROOT / "docs" / "screenshot.png"
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
WIDTHS = {"wide": (1400, 900), "narrow": (390, 844)}
THEMES = ("light", "dark")
TALLEST = 3600
"""A longer page is cut off there: nobody looks at more in one picture."""

MANY = 10_000
ARTICLE = """A made-up convoy

29 August 2017

Seventeen made-up buses left Qara for Deir Ezzor on Monday.
"""
"""Nothing in it happened."""

_NO_BROWSER = "streamlit.runtime.scriptrunner_utils.script_run_context"
"""Who warns, when pages are listed, that nobody looks at them."""

PAUSE = 500
"""For what is drawn after everything has arrived, in ms."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take: the address, and what is done on the page first."""

    page: str
    store: str
    path: str
    state: str = ""
    act: Callable[[Page], None] | None = None

    def name(self, width: str, theme: str) -> str:
        """Words from wide to narrow, such as explore-selected-seeds-wide-dark."""
        return "-".join(part for part in (self.page, self.state, self.store, width, theme) if part)


@cache
def page_paths() -> dict[str, str]:
    """Every page's path by its name; the first page is at the root."""
    logging.getLogger(_NO_BROWSER).setLevel(logging.ERROR)
    return {name: "/" if page._default else f"/{name}" for name, page in pages().items()}


# -- stores ---------------------------------------------------------------------------------------


def _empty(path: Path) -> None:
    open_store(path)


def _one(path: Path) -> None:
    open_store(path).add(events=list(generated_events(1)), by="made up")


def _read(path: Path) -> None:
    """One event that was read from an article, for the pages that hand-made events never reach."""
    article = path.with_suffix(".txt")
    article.write_text(ARTICLE, encoding="utf-8")
    gazetteer = load_gazetteer()
    add_gathered(open_store(path), gather([article], gazetteer), gazetteer, "made up")


def _seeds(path: Path) -> None:
    gazetteer = load_gazetteer()
    add_gathered(open_store(path), gather(seed_files(), gazetteer), gazetteer, "example")


def _many(path: Path) -> None:
    """The example too, so that pages about documents have some."""
    _seeds(path)
    open_store(path).add(events=list(generated_events(MANY)), by="made up")


STORES: dict[str, Callable[[Path], None]] = {
    "empty": _empty, "one": _one, "read": _read, "seeds": _seeds, "many": _many,
}  # fmt: skip

# -- what to take ---------------------------------------------------------------------------------


def _open_filters(page: Page) -> None:
    page.get_by_role("button", name="Filters").click()


def _open_everything(page: Page) -> None:
    """Every closed expander, one after the other as a person does: what is in it is made when it is opened."""
    closed = page.locator("[data-testid=stExpander] details:not([open]) > summary")
    while closed.count():
        closed.first.click()
        page.wait_for_timeout(PAUSE)


def shots(store: str, path: Path) -> Iterator[Shot]:
    """Every page as it opens; where there are events also the states worth seeing."""
    for name, address in page_paths().items():
        yield Shot(name, store, address)
    if store in ("one", "many"):
        yield from _at_work(store, "generated-0")
    if store == "seeds":
        contested = _contested(path)
        yield from _at_work(store, contested)
        yield Shot("explore", store, f"/?event={contested}", "selected", _open_everything)
        yield Shot("explore", store, "/", "filters", _open_filters)
        yield Shot("explore", store, "/?from=2030-01-01&undated=false", "nothing")
        yield Shot("explore", store, "/?from=someday&colour=red", "bad-link")
        yield Shot("review", store, f"{page_paths()['review']}?show=pairs", "pair")
        yield Shot("places", store, page_paths()["places"], "name", _tick_first_row)
        yield Shot("documents", store, page_paths()["documents"], "document", _tick_first_row)


def _at_work(store: str, event: str) -> Iterator[Shot]:
    """An event's form, a step of the history, and a list that waits to be kept."""
    paths = page_paths()
    yield Shot("edit", store, f"{paths['edit']}?event={event}", "event")
    yield Shot("history", store, paths["history"], "step", _tick_first_row)
    yield Shot("import", store, paths["import"], "preview", _choose_list)


def _choose_list(page: Page) -> None:
    page.locator("input[type=file]").first.set_input_files(SEED_LIST)
    page.get_by_text("What would be kept").wait_for()


def _tick_first_row(page: Page) -> None:
    """The table is a canvas: its first tick box is at a known place."""
    table = page.get_by_test_id("stDataFrame").first
    table.wait_for()
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    if box is not None:
        page.mouse.click(box["x"] + 15, box["y"] + 52)
        page.mouse.move(1, 1)  # the table's tools stand over what is above it while the mouse is there
        page.wait_for_timeout(PAUSE)


def _contested(path: Path) -> str:
    """An event whose sources disagree most, the one with most reports first."""
    events = [event for event in open_store(path).events() if event.when is not None]
    return max(events, key=lambda event: (len(event.conflicts), len(event.reports), event.id)).id


# -- taking them ----------------------------------------------------------------------------------


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of a dashboard on a store, for as long as it is needed.

    Raises:
        RuntimeError: it did not start, with what it said.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = store.with_suffix(".log")
    environment = {**os.environ, STORE_VARIABLE: str(store)}
    with log.open("wb") as out, subprocess.Popen(command(port), env=environment, stdout=out, stderr=out) as it:  # noqa: S603
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", it, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            it.terminate()
            it.wait(15)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310 # our own, on this machine
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the dashboard did not start: {log.read_text(errors='replace')[-2000:]}")


def settled(page: Page) -> None:
    """Wait until the page, its components and the map are drawn."""
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=120_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')", timeout=60_000)
    frame = _map_frame(page)
    if frame is not None:
        frame.wait_for_function("window.timelineMapDrawn !== undefined", timeout=60_000)
        frame.evaluate("() => timelineMap.basemap.ready")
    page.wait_for_timeout(PAUSE)


def _map_frame(page: Page) -> Frame | None:
    return next((frame for frame in page.frames if "streamlit_folium" in frame.url), None)


def take(context: BrowserContext, url: str, shot: Shot, file: Path) -> None:
    """One picture of the whole page, however long."""
    page = context.new_page()
    try:
        page.goto(url + shot.path)
        settled(page)
        if shot.act is not None:
            shot.act(page)
            settled(page)
        _whole(page)
        page.screenshot(path=file)
    finally:
        page.close()


def _whole(page: Page) -> None:
    """A window as high as the page: Streamlit scrolls an element inside it, which a full-page picture would cut."""
    size = page.viewport_size
    height = page.evaluate("document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0")
    if size is not None and height > size["height"]:
        page.set_viewport_size({"width": size["width"], "height": min(TALLEST, height)})
        page.wait_for_timeout(PAUSE)


def take_readme_picture(browser: Browser, url: str, store: Path) -> None:
    """The example's three weeks of 2017, with an event selected whose sources disagree."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    query = urlencode({"from": "2017-08-16", "to": "2017-09-05", "event": _contested(store)})
    page = context.new_page()
    page.goto(f"{url}/?{query}")
    settled(page)
    page.screenshot(path=README_PICTURE)
    context.close()


def take_all(browser: Browser, folder: Path, out: Path, only: str) -> list[str]:
    """Every wanted picture; their names in the order taken."""
    contexts = {
        (width, theme): browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=theme, reduced_motion="reduce"  # type: ignore[arg-type]
        )
        for width, size in WIDTHS.items()
        for theme in THEMES
    }  # fmt: skip
    taken = []
    for store, fill in STORES.items():
        path = folder / f"{store}.sqlite"
        fill(path)
        wanted = [
            (shot, context, shot.name(width, theme))
            for shot in shots(store, path)
            for (width, theme), context in contexts.items()
            if only in shot.name(width, theme)
        ]
        readme = store == "seeds" and only in "readme"
        if not wanted and not readme:
            continue
        with served(path) as url:
            for shot, context, name in wanted:
                take(context, url, shot, out / f"{name}.png")
                taken.append(name)
                print(f"{name}.png", file=sys.stderr, flush=True)
            if readme:
                take_readme_picture(browser, url, path)
                print(README_PICTURE.relative_to(ROOT), file=sys.stderr)
    return taken


def main() -> int:
    """Take them all, or those with a word in their name."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots", metavar="FOLDER")
    parser.add_argument(
        "--only", default="", metavar="WORDS", help="part of the names wanted, such as places-seeds, or readme"
    )
    arguments = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        print("no Chromium: run `python -m tests.chromium`", file=sys.stderr)
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        take_all(browser, Path(folder), arguments.out, arguments.only)
        browser.close()
    print(f"look at {write_index(arguments.out)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
