"""What a person asks to see: one filter for the dashboard, the command line and the export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Certainty = Literal["possible", "certain"]


@dataclass(frozen=True, slots=True)
class Query:
    """A filter; an empty one shows everything.

    Attributes:
        first, last: date range, both included, None for an open end. An event with a date passes when
            its interval overlaps the range ("possible") or certainly lies inside it ("certain").
        certainty: which of the two.
        known_by: only events reported by a document published up to that day.
        types, actors, places, sources: any of these; empty means all. Places are place ids or names,
            sources document ids or names of hand-made events' sources.
        text: every word must occur in title, summary, quotes, actors or place names.
        origins, reviews: any of these; empty means all (but rejected events only when asked for).
        undated: keep events without a date although a range is set.
        guesses: keep events whose date is only the publication date.
    """

    first: date | None = None
    last: date | None = None
    certainty: Certainty = "possible"
    known_by: date | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""
    origins: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    undated: bool = True
    guesses: bool = True

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"the range begins on {self.first}, after its end on {self.last}: are they exchanged?")
