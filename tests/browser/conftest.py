"""One server and one browser for all browser tests: they are slow to start and safe to share."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

expect.set_options(timeout=20_000)  # milliseconds; five seconds are short where two processors serve ten programs


@dataclass
class Dashboard:
    """A running dashboard and every address its pages asked for."""

    url: str
    requested: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        """Requests that left this machine."""
        return [url for url in self.requested if urlparse(url).hostname not in ("127.0.0.1", None)]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard on the example, in a home of its own."""
    yield from _serve(tmp_path_factory.mktemp("home"), ["--example"])


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard on events whose titles, places and quotes attack it."""
    folder = tmp_path_factory.mktemp("hostile")
    events = folder / "events.csv"
    events.write_text(_hostile_csv(), encoding="utf-8")
    article = folder / f"{HOSTILE[4]}.txt"
    article.write_text(
        "العربية | English\n\n" + "\n\n".join(f"Rebels captured Sukhnah {text} on 3 May 2018." for text in HOSTILE),
        encoding="utf-8",
    )
    yield from _serve(folder, ["--store", str(folder / "store.sqlite"), str(events), str(article)])


HOSTILE = (
    "<img src=x onerror=window.__pwn=1>",
    "</script><script>window.__pwn=1</script>",
    "`+(window.__pwn=1)+`",
    "${window.__pwn=1}",
    "{{1337*1337}}",
    "{% for i in (1,2) %}LOOP{% endfor %}",
    "{# hidden #} {{",
    "![x](http://canary.invalid/a.png) [c](javascript:window.__pwn=1) **b**",
)


def _hostile_csv() -> str:
    head = "id,title,type,date,role,place,lat,lon,radius_km,actors,quantities,source,url,quote,note\n"
    rows = [
        f'h{i},"{text.replace(chr(34), chr(34) * 2)}",strike,2017-08-{i + 10},at,"{text}",34.{i},38.{i},1,"{text}",,'
        f'"{text}",javascript:window.__pwn=1,"{text}",\n'
        for i, text in enumerate(HOSTILE)
    ]
    return head + "".join(rows)


def _serve(home: Path, arguments: list[str]) -> Iterator[Dashboard]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        str(Path(sys.executable).parent / "timeline-app"),
        "run",
        "--no-browser",
        "--port",
        str(port),
        *arguments,
    ]
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    log = home / "server.log"
    with log.open("wb") as output, subprocess.Popen(command, env=environment, stdout=output, stderr=output) as server:
        dashboard = Dashboard(f"http://127.0.0.1:{port}")
        try:
            _wait(dashboard.url, server, log)
            yield dashboard
        finally:
            server.terminate()
            server.wait(15)
        assert dashboard.foreign == [], "no page of any test asks for anything beyond this machine"


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"the dashboard did not start:\n{log.read_text(errors='replace')}")


@pytest.fixture
def open_page(context_of: Callable[..., BrowserContext]) -> Iterator[Callable[..., Page]]:
    """A function that opens a page of a dashboard, recording what it asks for."""
    pages = []

    def opened(
        dashboard: Dashboard, path: str = "/", width: int = 1440, height: int = 900, scheme: str = "light"
    ) -> Page:
        page = opened_in(context_of(width, height, scheme), dashboard, path)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()


def opened_in(context: BrowserContext, dashboard: Dashboard, path: str = "/") -> Page:
    """A page of a dashboard, with what it asks for recorded."""
    page = context.new_page()
    page.on("request", lambda request: dashboard.requested.append(request.url))
    page.goto(dashboard.url + path)
    return page


def turn_to(page: Page, name: str) -> None:
    """Go to another page by the menu, as a person does: what is loaded stays, a fifth of the work of an address."""
    page.locator(f"a[data-testid=stTopNavLink][href$='/{name}']").click()
    page.wait_for_function("name => location.pathname === `/${name}`", arg=name)


def map_frame(page: Page) -> Frame:
    """The frame the map is drawn in, once it has its address."""
    for _ in range(150):
        found = next((frame for frame in page.frames if "streamlit_folium" in frame.url), None)
        if found is not None:
            return found
        page.wait_for_timeout(100)
    raise AssertionError("the map did not appear")
