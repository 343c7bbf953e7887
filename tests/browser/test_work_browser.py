"""Working with documents and the history, as only a browser can show it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HOSTILE, Dashboard, _serve

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard on a store of its own."""
    folder = tmp_path_factory.mktemp("work")
    yield from _serve(folder, ["--store", str(folder / "store.sqlite")])


def test_many_files_at_once_and_the_name_is_remembered(empty: Dashboard, open_page: Open, tmp_path: Path) -> None:
    for number in range(24):
        text = f"Rebels captured the town of Sukhnah on {number % 28 + 1} May 2018." + " " * number
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "copy.txt").write_bytes((tmp_path / "0.txt").read_bytes())
    page = open_page(empty, "/documents")
    page.get_by_role("button", name="Your name").press("Enter")
    page.get_by_label("Name in the history").fill("Zoë; Ada")
    page.get_by_label("Name in the history").press("Enter")
    expect(page.get_by_text("Zoë; Ada", exact=True)).to_be_visible(timeout=30_000)
    page.keyboard.press("Escape")
    page.locator("input[type=file]").set_input_files([str(path) for path in sorted(tmp_path.iterdir())])
    page.get_by_role("button", name="Remove empty.txt").wait_for(timeout=60_000)  # the list grows, and moves the button
    page.get_by_role("button", name="Read", exact=True).first.click()
    expect(page.get_by_text("26 files: 24 read, 1 here twice, 1 cannot be read.")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Keep all").click()
    expect(page.get_by_text(re.compile("^Kept: "))).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("None yet.")).to_be_visible(timeout=60_000)
    page.reload()
    expect(page.get_by_text("Zoë; Ada", exact=True)).to_be_visible(timeout=60_000)
    assert empty.foreign == []


def test_hostile_names_are_text_on_the_history_page_too(hostile: Dashboard, open_page: Open) -> None:
    page = open_page(hostile, "/history", width=390, height=1400)
    page.get_by_role("heading", name="History").wait_for(timeout=60_000)
    table = page.get_by_test_id("stDataFrame").first
    table.wait_for(timeout=60_000)
    page.get_by_label("Words").fill(HOSTILE[4].replace("{", "").replace("}", ""))
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_text(re.compile("newest first"))).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1_000)
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 15, box["y"] + 52)
    expect(page.get_by_text("Undo this step")).to_be_visible(timeout=30_000)
    assert "1787569" not in page.content()
    assert all(frame.evaluate("window.__pwn") is None for frame in page.frames)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert hostile.foreign == []
