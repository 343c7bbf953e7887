"""Since when an event is known: where its author only names an article, that article's day of publication counts.

A document that was read brings its day along (`Event.published`). A hand-made list names its sources in words; when
a kept article bears the name, as its title or as its file, its day is the day one could have read of the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import numpy as np
import pandas as pd

from timeline_app.model import Document, Source
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.arrays import packed
from timeline_app.views.frames.days import day_number, day_of
from timeline_app.views.frames.source_names import names_of, plain_name

Days = dict[str, int]
"""Days since 1970-01-01 by the name of a source, as `plain_name` writes it."""


def publication_days(documents: Iterable[Document], sources: Iterable[Source]) -> Days:
    """The day of publication of everything that can be named.

    Documents are known by title, file and file without its ending; sources without a text by title and id. Of two
    of one name the later day counts: only then was whichever is meant out.
    """
    found: Days = {}
    for name, day in (*_of_documents(documents), *_of_sources(sources)):
        key = plain_name(name)
        if key:
            found[key] = max(day_number(day), found.get(key, -f.NEVER))
    return found


def _of_documents(documents: Iterable[Document]) -> Iterator[tuple[str, date]]:
    for document in documents:
        if document.published is not None:
            yield from ((name, document.published) for name in names_of(document))


def _of_sources(sources: Iterable[Source]) -> Iterator[tuple[str, date]]:
    for source in sources:
        try:
            day = date.fromisoformat(source.published or "")
        except ValueError:
            continue
        yield from ((name, day) for name in {plain_name(source.title), plain_name(source.id)})


def named_day(name: str, days: Mapping[str, int]) -> date | None:
    """The day of the article of a name, None when none is known."""
    number = days.get(plain_name(name))
    return None if number is None else day_of(number)


def with_named_days(frame: pd.DataFrame, days: Mapping[str, int]) -> pd.DataFrame:
    """The frame with KNOWN reckoned anew from PUBLISHED and from the articles that are only named."""
    sources = packed(frame, f.SOURCES)
    of_name = np.array([days.get(plain_name(name), f.NEVER) for name in sources.vocabulary], dtype=np.int64)
    known = frame[f.PUBLISHED].to_numpy(dtype=np.int64).copy()
    if len(of_name):
        day_of_member = of_name[sources.codes]
        named = day_of_member < f.NEVER
        np.minimum.at(known, sources.rows[named], day_of_member[named])
    return frame.assign(**{f.KNOWN: known})
