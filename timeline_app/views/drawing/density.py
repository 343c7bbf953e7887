"""How many events when: the bars of the strip above the lanes."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from timeline_app.views.frames import frame as f
from timeline_app.views.frames.selection import all_readings

BINS = 120
"""Bars of the strip: about one in ten pixels on a wide screen."""

_Days = np.ndarray[Any, np.dtype[np.int64]]
_Mask = np.ndarray[Any, np.dtype[np.bool_]]


def density(frame: pd.DataFrame) -> dict[str, Any]:
    """How many events may lie, and how many certainly lie, in each of about 120 equally wide stretches of time.

    As the filter would find them there: an event counts once in every bin that one of its readings touches
    (`readings.every_reading`), a month not on its first day only; it is certain in a bin when it cannot lie
    elsewhere. Rejected events do not count.

    Lone outliers must not squeeze everything else into one bar, so the strip runs from the day with 1%
    of the first days before it to the day with 1% of the last days after it. An end stretches to the
    overall end when that lies no further off than this middle stretch is long, or a year. What lies beyond is
    counted in `before` and `after`.

    Returns:
        `first`, `last`: days since 1970-01-01, the strip's ends, both included; `width`: days in a bin;
        `counts`, `certain`: events in each bin; `first_overall`, `last_overall`: ends of all data; `before`, `after`:
        events wholly outside the strip. Without any dated event both ends are 0 and the counts are empty.
    """
    counted = frame[f.DATED].to_numpy(dtype=bool) & (frame[f.REVIEW] != "rejected").to_numpy(dtype=bool)
    if not counted.any():
        return dict.fromkeys(("first", "last", "width", "first_overall", "last_overall", "before", "after"), 0) | {
            "counts": [],
            "certain": [],
        }
    single, several = _readings(frame, counted)
    begun, ended = _extents(frame, several)
    first, last = _bounds(begun[counted], ended[counted])
    width = max(1, -(-(last - first + 1) // BINS))
    bins = -(-(last - first + 1) // width)
    last = first + bins * width - 1
    may, must = np.add(_counts(single, first, width, bins), _counts_of_several(several, first, width, bins))
    return {
        "first": first,
        "last": last,
        "width": width,
        "counts": may.tolist(),
        "certain": must.tolist(),
        "first_overall": int(begun[counted].min()),
        "last_overall": int(ended[counted].max()),
        "before": int((ended[counted] < first).sum()),
        "after": int((begun[counted] > last).sum()),
    }


class _Readings(NamedTuple):
    """Dates that events may have: the event's row, first day, last day, and whether it lasted throughout."""

    rows: _Days
    firsts: _Days
    lasts: _Days
    lasted: _Mask

    def bins(self, first: int, width: int) -> tuple[_Days, _Days]:
        """The bins of the first and the last day, which may lie beyond the strip's ends."""
        return (self.firsts - first) // width, (self.lasts - first) // width


def _readings(frame: pd.DataFrame, counted: _Mask) -> tuple[_Readings, _Readings]:
    """The dates of events with one reading, and those of events with several, by row."""
    rows, firsts, lasts, lasted = all_readings(frame)
    kept = counted[rows]
    several = _Readings(rows[kept], firsts[kept], lasts[kept], lasted[kept])
    alone = counted.copy()
    alone[rows] = False
    first, last, whole = (frame[name].to_numpy()[alone] for name in (f.FIRST, f.LAST, f.LASTED))
    return _Readings(np.flatnonzero(alone), first, last, whole.astype(bool)), several


def _extents(frame: pd.DataFrame, several: _Readings) -> tuple[_Days, _Days]:
    """First and last day of each event over all its readings."""
    begun, ended = frame[f.FIRST].to_numpy().copy(), frame[f.LAST].to_numpy().copy()
    np.minimum.at(begun, several.rows, several.firsts)
    np.maximum.at(ended, several.rows, several.lasts)
    return begun, ended


def _bounds(firsts: _Days, lasts: _Days) -> tuple[int, int]:
    """Ends of the strip; "higher" and "lower" so that among few events one outlier already falls out."""
    low = int(np.quantile(firsts, 0.01, method="higher"))
    high = int(np.quantile(lasts, 0.99, method="lower"))
    low, high = min(low, high), max(low, high)
    length = max(366, high - low + 1)
    lowest, highest = int(firsts.min()), int(lasts.max())
    return (lowest if low - lowest <= length else low), (highest if highest - high <= length else high)


def _counts(readings: _Readings, first: int, width: int, bins: int) -> _Days:
    """Of events with one reading: how many may lie in each bin, and how many do."""
    starts, ends = readings.bins(first, width)
    sure = readings.lasted | (starts == ends)
    return np.array([_steps(starts, ends, bins), _steps(starts[sure], ends[sure], bins)])


def _steps(starts: _Days, ends: _Days, bins: int) -> _Days:
    """One step up where an event begins, one down after it ends, summed from left to right."""
    inside = (ends >= 0) & (starts < bins)
    up, down = np.maximum(starts[inside], 0), np.minimum(ends[inside], bins - 1) + 1
    steps = np.bincount(up, minlength=bins + 1) - np.bincount(down, minlength=bins + 1)
    summed: _Days = np.cumsum(steps)[:bins]
    return summed


def _counts_of_several(readings: _Readings, first: int, width: int, bins: int) -> _Days:
    """Of events with several readings: in how many bins some reading of each lies, and all of them do."""
    if not len(readings.rows):
        return np.zeros((2, bins), dtype=np.int64)
    starts, ends = (edge[:, None] for edge in readings.bins(first, width))
    each = np.arange(bins)
    touching = (starts <= each) & (ends >= each)
    lying = touching & (readings.lasted[:, None] | (starts == ends))
    begins = np.flatnonzero(np.diff(readings.rows, prepend=-1))
    may, must = np.logical_or.reduceat(touching, begins), np.logical_and.reduceat(lying, begins)
    return np.array([may.sum(axis=0), must.sum(axis=0)])
