"""Explore on paper: the view's title, map, timeline and every event, without the screen's controls."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import HOSTILE, Dashboard, map_frame

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def printed(page: Page) -> PdfReader:
    """What the browser would send to the printer."""
    page.locator(".row").first.wait_for(timeout=30_000)
    map_frame(page).wait_for_function("window.timelineMapDrawn !== undefined")
    return PdfReader(io.BytesIO(page.pdf(format="A4")))


def text_of(reader: PdfReader) -> str:
    """The words of all sheets, comparable."""
    return bare("".join(sheet.extract_text() for sheet in reader.pages))


def bare(words: str) -> str:
    """Without white space and ligatures: lines break where the sheet ends, and "fi" is one letter of the font."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


def test_every_event_is_on_paper_as_it_is_written(hostile: Dashboard, open_page: Open) -> None:
    page = open_page(hostile)
    on_paper = text_of(printed(page))
    assert [text for text in HOSTILE if bare(text) not in on_paper] == []
    assert page.evaluate("window.__pwn") is None


def test_paper_says_what_is_shown_and_holds_more_than_the_rows_in_sight(seeded: Dashboard, open_page: Open) -> None:
    page = open_page(seeded, "/?from=2017-08-16&to=2017-09-05", scheme="dark")
    reader = printed(page)
    first_sheet, on_paper = bare(reader.pages[0].extract_text()), text_of(reader)
    assert first_sheet.startswith(bare(page.get_by_text(re.compile(r"of \d+ events")).first.inner_text()))
    assert "Filter:possibly16Augto5Sep2017" in first_sheet
    for control in ("Reset", "Downloadthisview", "Otherformats", "Search", "Withoutaplace("):
        assert control not in on_paper, control
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    rows, kept = page.locator(".print-list tbody tr"), page.locator(".row").first.get_attribute("aria-setsize")
    assert page.locator(".row").count() < rows.count() == int(kept or 0)
    titles = rows.locator("td:nth-child(2)").all_text_contents()
    assert [title for title in titles if bare(title) not in on_paper] == []
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".print-list, .printed-title").count() == 0, "the screen is as it was"


def test_the_words_behind_the_selected_event_are_printed_after_the_list(seeded: Dashboard, open_page: Open) -> None:
    page = open_page(seeded)
    page.locator(".row").nth(2).click()
    page.locator(".reader blockquote, .reader .note").first.wait_for()
    title = page.locator(".reader h2").inner_text()
    on_paper = text_of(printed(page))
    assert on_paper.count(bare(title)) >= 2
    assert on_paper.index("Sources") < on_paper.rindex(bare(title))
    assert "Correctthisevent" not in on_paper


def test_other_pages_come_dark_on_white_without_their_controls(seeded: Dashboard, open_page: Open) -> None:
    page = open_page(seeded, "/places", scheme="dark")
    line = page.get_by_text(re.compile("names of places"))
    line.wait_for(timeout=30_000)
    page.emulate_media(media="print")
    red, green, blue = re.findall(r"\d+", line.evaluate("one => getComputedStyle(one).color"))[:3]
    assert max(int(red), int(green), int(blue)) < 60
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(255, 255, 255)"
    page.get_by_test_id("stHeader").wait_for(state="hidden")
    assert "invert" in page.get_by_test_id("stDataFrame").first.evaluate("one => getComputedStyle(one).filter")
