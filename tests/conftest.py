"""What every test lives by: no connection but to this machine, a small gazetteer, readable tables."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.chromium import find_chromium

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# How long an example takes tells of the machine and who else is on it; timings live in benchmarks/.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anywhere but this machine fails the test that tries it."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> Any:
        host = address[0] if isinstance(address, tuple) else str(address)
        if self.family != socket.AF_UNIX and not str(host).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to reach {host}")
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def shared() -> Path:
    """The folder of outside material; tests that use it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the outside material is not here")
    return SHARED


ARGUMENTS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
    # A page lives for seconds: room for what is new and no optimizing is a fifth less work a page.
    "--js-flags=--min-semi-space-size=64 --no-opt",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = find_chromium()
    if path is None:
        pytest.fail("no Chromium: run `python -m tests.chromium`")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def context_of(browser: Browser) -> Callable[..., BrowserContext]:
    """A function that gives the context for a size of screen and a colour scheme.

    Tests share it, and with it the browser's cache: a page's scripts are read and compiled once, not in
    every test. What a test leaves behind on the server is the server's business, not the context's. Pages are asked
    for less motion, which costs a third of the time where nothing but the processor draws; the components' own tests
    see them move.
    """

    @cache
    def context(
        width: int = 1440, height: int = 900, scheme: str = "light", touch: bool = False, motion: bool = False
    ) -> BrowserContext:
        return browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            has_touch=touch,
            accept_downloads=True,
            reduced_motion="no-preference" if motion else "reduce",
        )

    return context
