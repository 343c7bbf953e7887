"""The hand-made events of a timeline as a list to look through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_app.model import Event, When
from timeline_app.views.words.text import fold_text

Listed = tuple[Event, str]
"""An event and the words it can be found by, folded."""


def hand_made(events: Iterable[Event]) -> list[Listed]:
    """The hand-made events, by date, those without one last."""
    own = [event for event in events if event.origin == "curated"]
    return [(event, _words(event)) for event in sorted(own, key=_order)]


def _order(event: Event) -> tuple[bool, str, str]:
    return (event.when is None, event.when.earliest.isoformat() if event.when else "", event.id)


def _words(event: Event) -> str:
    places = [name for where in event.where for name in (where.text, where.name)]
    actors = [actor.name for actor in event.actors]
    sources = [words for report in event.reports for words in (report.document, report.quote)]
    return fold_text(" ".join((event.title, event.summary, event.type, *places, *actors, *sources)))


def found_in(listed: Sequence[Listed], text: str = "", when: When | None = None) -> list[Event]:
    """Those with every word of a text, and dated so that they may fall into an interval."""
    words = fold_text(text).split()
    return [
        event
        for event, told in listed
        if all(word in told for word in words)
        and (when is None or (event.when is not None and event.when.overlaps(when.earliest, when.latest)))
    ]
