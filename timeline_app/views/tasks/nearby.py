"""Other events that may tell the same happening, for a person to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np
import pandas as pd

from timeline_app.model import Event
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.days import day_number
from timeline_app.views.words.text import fold_text

NEAR_DAYS = 10
ALIKE = 60.0
"""Likeness of two titles, of 100 (rapidfuzz `token_set_ratio`), from which an event without a date is offered."""

MOST = 40


def joinable(event: Event, frame: pd.DataFrame, likely: Sequence[str] = ()) -> list[Event]:
    """Events of `events_frame(...)` that have reports and lie near in time, or, undated, are told in like words.

    Those told to be likely come first, then those nearest in time, then the undated ones, most alike first.

    Args:
        event: what they may be one with.
        frame: of all events.
        likely: ids of events that may be one with it, the likeliest first.
    """
    if not event.reports:
        return []
    rows = dict.fromkeys((*_of(likely, frame), *_near(event, frame), *_alike(event, frame)))
    found = (frame[f.EVENT].iloc[row] for row in rows)
    return list(islice((other for other in found if other.id != event.id and other.reports), MOST))


def _of(ids: Sequence[str], frame: pd.DataFrame) -> list[int]:
    at = {id_: row for row, id_ in enumerate(frame[f.ID].array)} if ids else {}
    return [at[id_] for id_ in ids if id_ in at]


def _near(event: Event, frame: pd.DataFrame) -> list[int]:
    if event.when is None:
        return []
    ids = frame[f.ID].array
    days = (frame[f.FIRST] - day_number(event.when.earliest)).abs().to_numpy()
    near = np.flatnonzero(frame[f.DATED].to_numpy(dtype=bool) & (days <= NEAR_DAYS))
    return sorted(near.tolist(), key=lambda row: (days[row], ids[row]))


def _alike(event: Event, frame: pd.DataFrame) -> list[int]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only this list needs it

    dated = frame[f.DATED].to_numpy(dtype=bool)
    rows = np.flatnonzero(~dated) if event.when is not None else np.arange(len(frame))
    ids, titles = frame[f.ID].array, frame[f.TITLE].array
    told = [fold_text(titles[row]) for row in rows]
    alike = process.extract(
        fold_text(event.title), told, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, limit=MOST * 2
    )
    return [row for _, _, row in sorted((-score, ids[rows[at]], int(rows[at])) for _, score, at in alike)]
