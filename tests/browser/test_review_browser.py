"""Review in a real browser: what only keys and a page that draws can show."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Dashboard

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SLOW = 15_000


def at_hand(page: Page) -> Locator:
    """The event before the reviewer, once it is drawn."""
    shown = page.locator(".reader[data-shown]:not([data-shown=''])")
    shown.wait_for(timeout=4 * SLOW)
    return shown


def test_a_key_accepts_and_the_next_comes_but_not_while_one_types(seeded: Dashboard, open_page: Open) -> None:
    page = open_page(seeded, "/review")
    shown = at_hand(page)
    first = str(shown.get_attribute("data-shown"))
    page.get_by_label("Note (kept with your verdict)").fill("")
    page.keyboard.type("a max")
    expect(page.get_by_label("Note (kept with your verdict)")).to_have_value("a max")
    expect(shown).to_have_attribute("data-shown", first, timeout=SLOW)
    shown.click()
    page.keyboard.press("a")
    expect(shown).not_to_have_attribute("data-shown", first, timeout=SLOW)
    expect(page.get_by_text(re.compile(r"^1 of \d+ reviewed: 1 accepted by"))).to_be_visible(timeout=SLOW)
    page.keyboard.press("z")
    expect(shown).to_have_attribute("data-shown", first, timeout=SLOW)
    expect(page.get_by_text(re.compile(r"^0 of \d+ reviewed;"))).to_be_visible(timeout=SLOW)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1440, "height": 500})
    offered = page.get_by_text(re.compile(r"^(Another event that tells the same|No other event lies near)"))
    page.keyboard.press("m")
    expect(offered).to_be_in_viewport(timeout=SLOW)  # it is drawn below the fold


def test_hostile_texts_are_reviewed_as_text(hostile: Dashboard, open_page: Open) -> None:
    page = open_page(hostile, "/review", width=390, height=844)
    shown = at_hand(page)
    page.get_by_text("Accept many at once").click()
    for _ in range(3):
        before = str(shown.get_attribute("data-shown"))
        page.get_by_role("button", name="Next").click()
        expect(shown).not_to_have_attribute("data-shown", before, timeout=SLOW)
    assert all(frame.evaluate("window.__pwn") is None for frame in page.frames)
    assert page.locator("img[src*='canary'], a[href^='javascript'], a[href*='canary']").count() == 0
    assert "1787569" not in page.content()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
