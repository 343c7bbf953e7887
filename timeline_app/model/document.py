"""A source as read: its text, where its body lies, and when it was published, with evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline_app.model.ids import document_id
from timeline_app.model.problem import Problem

ZoneKind = Literal[
    "body", "headline", "stamp", "dateline", "byline", "caption",
    "comment", "advert", "share", "furniture", "boilerplate", "embed",
]  # fmt: skip
"""What a stretch of text is. Events are read from body and headline only."""

PublicationSource = Literal["option", "sidecar", "front matter", "meta", "stamp", "dateline", "file name"]
"""Where a publication date was found, best first."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text and what it is; zones do not overlap and come in order."""

    start: int
    end: int
    kind: ZoneKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication date and the words that give it.

    Attributes:
        day: the calendar day.
        source: kind of evidence, see `PublicationSource`.
        text: the words or option it was read from.
        start, end: offsets of those words in the document's text, None when they are not in it.
        reason: one English sentence, e.g. why day-month-year order was chosen.
        alternatives: other days the same words may mean ("12-02-19").
    """

    day: date
    source: PublicationSource
    text: str
    start: int | None = None
    end: int | None = None
    reason: str = ""
    alternatives: tuple[date, ...] = ()


_DISPATCH_DAYS = 2
"""Days before publication that a dispatch may be of; what an older dateline names is when something happened."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source.

    Attributes:
        name: the file's name as the user knows it (with "row 7" for a row of a table).
        sha256: of the original bytes, 64 hex digits.
        text: the decoded text; every offset in this project counts its code points.
        zones: what is body and what is not.
        publications: every publication date found, the chosen one first; empty means undated.
        title, publisher, url, language: "" when unknown; language is a BCP 47 tag ("en", "en-GB").
        encoding: what the bytes were read as, e.g. "utf-8".
        row: number of the table's row, or None.
        problems: what could not be read.
    """

    name: str
    sha256: str
    text: str
    zones: tuple[Zone, ...] = ()
    publications: tuple[Publication, ...] = ()
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    encoding: str = "utf-8"
    row: int | None = None
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for zone in self.zones:
            if not end <= zone.start < zone.end <= len(self.text):
                raise ValueError(f"zones of {self.name!r} overlap or leave the text at {zone.start}..{zone.end}")
            end = zone.end

    @property
    def id(self) -> str:
        """Known by its bytes (and row), whatever the file is called."""
        return document_id(self.sha256, self.row)

    @property
    def published(self) -> date | None:
        """The publication day chosen, or None: an undated document stays undated."""
        return self.publications[0].day if self.publications else None

    @property
    def written(self) -> date | None:
        """The day the words were written, which their "today" means: of the one dateline, else of publication.

        A dispatch of 29 August stands in papers of 30 August; a page with dispatches of several days tells no such day.
        """
        published = self.published
        days = {publication.day for publication in self.publications if publication.source == "dateline"}
        if published is None or len(days) != 1:
            return published
        (day,) = days
        return day if 0 <= (published - day).days <= _DISPATCH_DAYS else published

    @property
    def is_dispatch(self) -> bool:
        """Whether the words are of another day than publication: of their dateline's."""
        return self.written != self.published
