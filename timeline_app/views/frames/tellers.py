"""Who tells of the events of a frame: articles under one name, so that facets, filters and counts agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from timeline_app.model import Document, Source
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.arrays import TupleArray, packed
from timeline_app.views.frames.source_names import Articles, named_articles, names_of, plain_name


def articles_in(frame: pd.DataFrame, documents: Mapping[str, Document], sources: Mapping[str, Source]) -> Articles:
    """The articles that the sources of a frame's events, and those described, only name."""
    named = packed(frame, f.SOURCES).vocabulary
    others = {id_: Source(id_, id_) for id_ in named} | dict(sources)
    return named_articles(documents.values(), (one for id_, one in others.items() if id_ not in documents))


def with_articles(frame: pd.DataFrame, articles: Articles) -> pd.DataFrame:
    """The frame with TOLD_BY reckoned anew: SOURCES by the articles they name."""
    held = packed(frame, f.SOURCES)
    names = [articles.get(name, name) for name in held.vocabulary]
    return frame.assign(**{f.TOLD_BY: pd.Series(TupleArray(held.starts, held.codes, names), index=frame.index)})


def article_by_any_name(name: str, documents: Iterable[Document]) -> str:
    """The id of the one article that bears a name (title, file, file without ending), else the name as it is."""
    meant = {document.id for document in documents if document.id == name or plain_name(name) in names_of(document)}
    return meant.pop() if len(meant) == 1 else name


def teller_counts(frame: pd.DataFrame) -> list[int]:
    """How many sources tell of each event."""
    return [len(set(sources)) for sources in frame[f.TOLD_BY]]
