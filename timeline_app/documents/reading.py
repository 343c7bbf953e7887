"""What a reader takes from one file, before its date and its zones are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.model import Problem, Publication, Zone


@dataclass(frozen=True, slots=True)
class Reading:
    """Text and what the file's own structure tells of it.

    Attributes:
        text: the decoded text; every offset counts its code points.
        encoding: what the bytes were read as.
        dates: publication dates told by front matter or meta tags.
        marks: zones the file's structure tells (markup, styles, running heads), in order.
        row: line of the table (1 is the header) this is a row of, or None.
    """

    text: str
    encoding: str = "utf-8"
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    dates: tuple[Publication, ...] = ()
    marks: tuple[Zone, ...] = ()
    problems: tuple[Problem, ...] = ()
    row: int | None = None
