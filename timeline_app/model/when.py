"""When something happened: an interval of calendar days with its reason, never a guessed day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

Extent = Literal["throughout", "within"]
"""throughout: it lasted from the first day to the last; within: it fell on some day (or days) between."""

Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century", "range"]

Basis = Literal["stated", "relative", "inherited", "publication", "curated"]
"""How the date is known: said outright; reckoned from another date by the words; carried from the
sentence before; only a guess, from publication as a rule, to be shown as one; entered by a person."""


@dataclass(frozen=True, slots=True)
class When:
    """A calendar interval, both ends included, without time zone.

    Attributes:
        earliest, latest: first and last possible (or actual, see `extent`) day.
        edtf: the same in ISO 8601-2 Extended Date/Time Format.
        extent: whether it lasted throughout the interval or fell within it.
        precision: the unit the words spoke in.
        approximate: "about", "around", "circa".
        basis: how it is known, see `Basis`.
        text: the words it was read from ("Wednesday"), "" when there were none.
        anchor: what a relative date was reckoned from ("publication on 2 September 2017").
        reason: one English sentence that explains the reading.
        alternatives: other readings of an ambiguous date, kept and shown.
        time: clock time and zone as written, never reckoned with.

    Raises:
        ValueError: when the interval is reversed or a word is not of the vocabulary.
    """

    earliest: date
    latest: date
    edtf: str
    extent: Extent = "within"
    precision: Precision = "day"
    approximate: bool = False
    basis: Basis = "stated"
    text: str = ""
    anchor: str = ""
    reason: str = ""
    alternatives: tuple[When, ...] = ()
    time: str = ""

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"the first day {self.earliest} is after the last day {self.latest}: are they exchanged?")
        for word, words in ((self.extent, Extent), (self.precision, Precision), (self.basis, Basis)):
            if word not in get_args(words):
                raise ValueError(f"{word!r} is none of {', '.join(get_args(words))}")

    @property
    def is_single_day(self) -> bool:
        """Whether exactly one day is meant."""
        return self.earliest == self.latest

    @property
    def days(self) -> int:
        """Length of the interval in days, at least 1."""
        return (self.latest - self.earliest).days + 1

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether the interval shares a day with first..last (None: open end): "possibly inside"."""
        return (last is None or self.earliest <= last) and (first is None or self.latest >= first)

    def inside(self, first: date | None, last: date | None) -> bool:
        """Whether it is certain that it happened (also) in first..last: "certainly inside".

        A happening on some unknown day within its interval is certain only when the whole interval
        lies inside; one that lasted throughout is certain as soon as they overlap.
        """
        if self.extent == "throughout":
            return self.overlaps(first, last)
        return (first is None or self.earliest >= first) and (last is None or self.latest <= last)

    def with_(self, **changes: object) -> When:
        """A copy with some attributes changed (and checked anew)."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @classmethod
    def on_day(cls, day: date, **rest: object) -> When:
        """One known day."""
        edtf = _iso(day) + ("~" if rest.get("approximate") else "")
        return cls(day, day, edtf, precision="day", **rest)  # type: ignore[arg-type]

    @classmethod
    def in_month(cls, year: int, month: int, **rest: object) -> When:
        """Some time in one month, which stays a month."""
        last = calendar.monthrange(year, month)[1]
        edtf = f"{year:04d}-{month:02d}" + ("~" if rest.get("approximate") else "")
        return cls(date(year, month, 1), date(year, month, last), edtf, precision="month", **rest)  # type: ignore[arg-type]

    @classmethod
    def in_year(cls, year: int, **rest: object) -> When:
        """Some time in one year."""
        edtf = f"{year:04d}" + ("~" if rest.get("approximate") else "")
        return cls(date(year, 1, 1), date(year, 12, 31), edtf, precision="year", **rest)  # type: ignore[arg-type]

    @classmethod
    def within(cls, earliest: date, latest: date, **rest: object) -> When:
        """On some day of an interval: EDTF `[first..last]`."""
        edtf = _iso(earliest) if earliest == latest else f"[{_iso(earliest)}..{_iso(latest)}]"
        rest.setdefault("precision", "range")
        return cls(earliest, latest, edtf, extent="within", **rest)  # type: ignore[arg-type]

    @classmethod
    def throughout(cls, earliest: date, latest: date, **rest: object) -> When:
        """From the first day to the last: EDTF `first/last`."""
        edtf = _iso(earliest) if earliest == latest else f"{_iso(earliest)}/{_iso(latest)}"
        rest.setdefault("precision", "range")
        return cls(earliest, latest, edtf, extent="throughout", **rest)  # type: ignore[arg-type]


def _iso(day: date) -> str:
    return day.isoformat()
