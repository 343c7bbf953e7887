"""What a person asks to see: one filter for the dashboard, the command line and the export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Certainty = Literal["possible", "certain"]


@dataclass(frozen=True, slots=True)
class Area:
    """A box on the map in degrees (WGS 84); `west` is greater than `east` where it crosses the 180th meridian.

    Raises:
        ValueError: the box is none; the message names the likely mistake.
    """

    south: float
    west: float
    north: float
    east: float

    def __post_init__(self) -> None:
        for name, value, limit in (
            ("south", self.south, 90), ("north", self.north, 90), ("west", self.west, 180), ("east", self.east, 180)
        ):  # fmt: skip
            if not abs(value) <= limit:
                raise ValueError(f"{name} {value} is beyond {limit}: are latitude and longitude exchanged?")
        if self.south > self.north:
            raise ValueError(f"the south {self.south} is north of the north {self.north}: are they exchanged?")

    @classmethod
    def of_text(cls, text: str) -> Area:
        """The box of "south,west,north,east", as links and the command line write it.

        Raises:
            ValueError: the text is no box.
        """
        parts = text.split(",")
        if len(parts) != 4:
            raise ValueError(f"{text!r} is no area: it wants south,west,north,east in degrees")
        try:
            return cls(*(float(part) for part in parts))
        except ValueError as fault:
            raise ValueError(f"{text!r} is no area: {fault}") from None

    def __str__(self) -> str:
        return ",".join(f"{value:.4f}" for value in (self.south, self.west, self.north, self.east))


@dataclass(frozen=True, slots=True)
class Spelled:
    """A part of the words searched for that names a place.

    Attributes:
        part: the words.
        places: ids of what bears the name, in this or another spelling.
        spellings: how texts may write the likeliest of them, folded as searching folds.
    """

    part: str
    places: tuple[str, ...]
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A filter; an empty one shows everything.

    Attributes:
        first, last: date range, both included, None for an open end. An event with a date passes when
            its interval overlaps the range ("possible") or certainly lies inside it ("certain"). Where
            sources contradict each other on the date, each of their dates may be the one.
        area: a box on the map. An event with a place passes when one of its places may lie in the box, the
            circle of its radius touching it ("possible"), or certainly does, the whole circle inside ("certain").
        certainty: which of the two.
        known_by: only events reported by a document published up to that day.
        types, actors, places, sources: any of these; empty means all. Places are place ids or names,
            sources document ids or names of hand-made events' sources.
        text: every word must occur in title, summary, quotes, actors or place names.
        spelled: parts of the text that name places: what happened there or tells of the place passes for the part.
        origins, reviews: any of these; empty means all (but rejected events only when asked for).
        undated: keep events without a date although a range is set.
        unplaced: keep events without a place although an area is set.
        guesses: keep events whose date is only a guess, from publication as a rule.
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
    unplaced: bool = True
    area: Area | None = None
    spelled: tuple[Spelled, ...] = ()

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"the range begins on {self.first}, after its end on {self.last}: are they exchanged?")
