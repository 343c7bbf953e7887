"""What `make screenshots` would take, and the made-up events it takes it of; the taking itself needs minutes."""

from __future__ import annotations

from pathlib import Path

from scripts.generated_events import generated_events
from scripts.screenshots import STORES, THEMES, WIDTHS, page_paths, shots
from scripts.screenshots_index import write_index
from timeline_app.dashboard.navigation import pages
from timeline_app.store import open_store


def names(store: str, path: Path) -> set[str]:
    return {shot.name(width, theme) for shot in shots(store, path) for width in WIDTHS for theme in THEMES}


def test_every_page_is_taken_on_every_store_in_every_width_and_theme(tmp_path: Path) -> None:
    assert set(page_paths()) == set(pages())
    for store in ("empty", "one", "read", "many"):
        wanted = {f"{page}-{store}-{width}-{theme}" for page in pages() for width in WIDTHS for theme in THEMES}
        assert wanted <= names(store, tmp_path / "none.sqlite")
    for store in ("one", "many"):
        at_work = {f"{state}-{store}-narrow-dark" for state in ("edit-event", "history-step", "import-preview")}
        assert at_work <= names(store, tmp_path / "none.sqlite")
    path = tmp_path / "seeds.sqlite"
    STORES["seeds"](path)
    taken = names("seeds", path)
    assert {
        "explore-seeds-wide-dark",
        "explore-selected-seeds-narrow-light",
        "explore-nothing-seeds-wide-light",
    } <= taken
    assert "explore-filters-seeds-wide-dark" in taken


def test_made_up_events_are_the_same_every_time_and_of_every_kind() -> None:
    events = list(generated_events(400))
    assert events == list(generated_events(400))
    assert len({event.id for event in events}) == 400
    assert events[0].when is not None
    assert events[0].when.is_single_day
    assert events[0].is_placed
    assert any(event.when is None for event in events)
    assert any(not event.is_placed for event in events)
    assert any(event.when and event.when.extent == "throughout" and not event.when.is_single_day for event in events)
    assert any("اتفاق" in event.title for event in events)
    assert any(len(event.reports) > 1 for event in events)
    assert {event.origin for event in events} == {"curated", "parsed"}


def test_one_event_read_from_an_article_waits_for_review(tmp_path: Path) -> None:
    STORES["read"](tmp_path / "read.sqlite")
    (event,) = open_store(tmp_path / "read.sqlite").events()
    assert (event.origin, event.review.status) == ("parsed", "draft")
    assert event.is_placed


def test_the_index_leads_to_every_picture_without_any_network(tmp_path: Path) -> None:
    for name in ("explore-seeds-wide-dark", "places-one-narrow-light"):
        (tmp_path / f"{name}.png").write_bytes(b"")
    page = write_index(tmp_path).read_text("utf-8")
    assert 'href="explore-seeds-wide-dark.png"' in page
    assert 'class="narrow"><a href="places-one-narrow-light.png"' in page
    assert "http" not in page
