"""The Compare page and the spread in a real browser: what only it can show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dashboard

pytestmark = pytest.mark.browser

MIDDLES = (
    "rows => rows.map(row => { const bar = row.querySelector('.bar').getBoundingClientRect();"
    " const track = row.querySelector('.track').getBoundingClientRect();"
    " return {at: (bar.left + bar.right) / 2 - track.left, inside: bar.left >= track.left - 8 && bar.right <= track.right + 8}; })"
)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_a_disagreement_is_drawn_and_leads_to_its_event(
    seeded: Dashboard, open_page: Callable[..., Page], width: int, scheme: str
) -> None:
    page = open_page(seeded, "/compare", width=width, scheme=scheme)
    first = page.locator(".difference").first
    expect(first.locator("h3")).to_contain_text("300, 308 or 600 fighters: up to 300 apart", timeout=60_000)
    picture = first.get_by_role("img")
    expect(picture).to_have_attribute(
        "aria-label",
        "Number of fighters, drawn from low to high, 3 rows: up to 300 apart, no value fits all. The same values stand in the table.",
    )
    bars = first.locator(".spread-row:not(.axis-row)").evaluate_all(MIDDLES)
    low, near, high = (bar["at"] for bar in bars)
    assert low < near < high
    assert high - near > 20 * (near - low)  # 292 against 8
    assert all(bar["inside"] for bar in bars)
    second = page.locator(".difference").nth(1)
    overlap, dot = (second.locator(f".spread-row .{name}").last.bounding_box() for name in ("overlap", "point"))
    assert overlap is not None
    assert dot is not None
    assert abs(overlap["x"] + overlap["width"] / 2 - dot["x"] - dot["width"] / 2) < 2  # all fit 331
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    event = first.get_attribute("data-event")
    first.get_by_role("button", name="Open in Explore").click()
    page.locator(f".reader[data-shown='{event}']").wait_for(timeout=30_000)
    expect(page.locator(".agreement")).to_contain_text("3 sources: all agree on the date")
    assert event in page.url
    expect(page.locator(".disagree").get_by_role("img")).to_have_count(2)
    expect(page.locator(".disagree tbody").get_by_role("row")).to_have_count(5)
