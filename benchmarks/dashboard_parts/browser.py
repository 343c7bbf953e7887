"""Times taken inside the browser: from the navigation or the key press to the frame in which all is drawn."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TimedOut

from tests.chromium import find_chromium
from timeline_app.dashboard.serve import SERVED, command

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
"""Seconds after which a drawing counts as failed."""
_COLD = 900
"""Seconds given to the first visit of a server that has to read a million events."""

# `deep` finds an element inside the components' shadow roots too; `until` resolves to the time, in milliseconds since
# `begin`, of the first frame in which a condition holds.
_PROBE = """
if (window.top === window) {
  window.deep = (wanted) => {
    const found = document.querySelector(wanted);
    if (found) return found;
    for (const host of document.querySelectorAll("[data-testid=stBidiComponentIsolated]")) {
      const inner = host.shadowRoot?.querySelector(wanted);
      if (inner) return inner;
    }
    return null;
  };
  window.mapWindow = () => document.querySelector("iframe[src*=streamlit_folium]")?.contentWindow;
  window.until = (holds, begin, patience = Infinity) => new Promise((resolve) => {
    const last = performance.now() + patience;
    const look = () => {
      if (performance.now() > last) { resolve(null); return; }
      let done = false;
      try { done = holds(); } catch { done = false; }
      if (done) resolve(performance.now() - begin); else requestAnimationFrame(look);
    };
    look();
  });
  window.drawnVersion = () => {
    const map = mapWindow()?.timelineMapDrawn, list = deep(".timeline")?.dataset.version;
    return map !== undefined && map === list ? map : null;
  };
  const ours = () => drawnVersion() && deep(".list .row, .list-empty");
  const empty = () => mapWindow()?.map?._loaded;
  const rival = () => mapWindow()?.rivalDrawn !== undefined;
  const wanted = { ours, empty, rival };
  addEventListener("DOMContentLoaded", () => {
    for (const name in wanted) until(wanted[name], 0).then((ms) => { window["first_" + name] = ms; });
  });
  addEventListener("keydown", (event) => { if (event.key === "Enter") window.typedAt = performance.now(); }, true);
  addEventListener("pointerdown", () => { window.pointerAt = performance.now(); }, true);
}
"""


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on, all different."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports: list[int] = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@contextmanager
def serving(arguments: list[str], port: int, log: Path, extra: Mapping[str, str] | None = None) -> Iterator[int]:
    """A server, awaited until it answers; gives its process id."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(extra or {})}
    with log.open("wb") as output, subprocess.Popen(arguments, env=environment, stdout=output, stderr=output) as server:
        try:
            _await(port, server, log)
            yield server.pid
        finally:
            server.terminate()
            server.wait(15)


def ours(store: Path, port: int) -> list[str]:
    """The command that serves the dashboard on a store, as `timeline-app run` does."""
    return [
        str(Path(sys.executable).parent / "timeline-app"),
        "run",
        "--no-browser",
        "--port",
        str(port),
        "--store",
        str(store),
    ]


def rivals(port: int) -> list[str]:
    """The command that serves the rivals' page with our settings, by Streamlit's own command line as anybody would."""
    ours = {command(port)[2]: "streamlit", str(SERVED): str(Path(__file__).with_name("rivals.py"))}
    return [ours.get(part, part) for part in command(port)]


def _await(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"the server did not start:\n{log.read_text(errors='replace')}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
        )
        yield browser
        browser.close()


def new_page(browser: Browser) -> Page:
    """A page in a profile of its own, with the probe in it; only this machine can be reached."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(_PROBE)
    page = context.new_page()
    page.set_default_timeout(_COLD * 1000)
    return page


def first_paint(page: Page, url: str, name: str) -> float:
    """Seconds from the navigation until map (and timeline) are drawn; the browser's files are in its cache."""
    page.goto(url)
    page.wait_for_function(f"window.first_{name} !== undefined")
    return float(page.evaluate(f"window.first_{name}")) / 1000


def type_day(page: Page, day: str, drawn: str) -> float:
    """Seconds from Enter, which takes the day typed into From, until `drawn` (JavaScript) has another value."""
    before = page.evaluate(drawn)
    page.get_by_label("From", exact=True).fill(day)
    page.keyboard.press("Enter")
    return _since(page, "typedAt", f"() => {{ const now = {drawn}; return now && now !== before; }}", before)


def click_row(page: Page, nth: int) -> tuple[float, float]:
    """Seconds from a click in the list until map, lanes and list show it, and until its words are read out."""
    row = page.locator(".list .row").nth(nth)
    wanted = row.get_attribute("data-event")
    row.click()
    shown = (
        "() => mapWindow().timelineMap.layer.selected === before"
        " && deep('.list .row[aria-selected=true]')?.dataset.event === before"
    )
    marked = _since(page, "pointerAt", shown, wanted)
    words = _since(page, "pointerAt", "() => deep('.reader')?.dataset.shown === before", wanted)
    return marked, words


def _since(page: Page, begin: str, holds: str, before: object) -> float:
    script = (
        f"async (before) => {{ const holds = {holds}; return await until(holds, window.{begin}, {PATIENCE * 1000}); }}"
    )
    found = page.evaluate(script, before)
    if found is None:
        raise TimedOut(f"not drawn within {PATIENCE} s")
    return float(found) / 1000


def heap_megabytes(page: Page) -> float:
    """What the page holds after a garbage collection, its frames included."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return metrics["JSHeapUsedSize"] / 1e6


def resident_megabytes(pid: int) -> float:
    """What a server's processes hold in memory, the one started and its children."""
    total = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
        except OSError:
            continue
        fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        if folder.name == str(pid) or fields.get("PPid", "").strip() == str(pid):
            total += int(fields.get("VmRSS", "0 kB").split()[0]) / 1024
    return total


def processor_seconds(pid: int) -> float:
    """What a server's processes have worked so far, the one started and its children."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if folder.name == str(pid) or fields[1] == str(pid):
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


__all__ = [
    "PATIENCE", "Browser", "TimedOut", "chromium", "click_row", "first_paint", "free_ports", "heap_megabytes",
    "new_page", "ours", "processor_seconds", "resident_megabytes", "rivals", "serving", "type_day",
]  # fmt: skip
