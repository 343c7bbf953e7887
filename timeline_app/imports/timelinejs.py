"""TimelineJS 3 JSON: slides become events; their HTML becomes plain text."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from timeline_app.errors import InvalidData
from timeline_app.imports.columns import SYNONYMS
from timeline_app.imports.html_text import plain_text
from timeline_app.imports.lists import shape
from timeline_app.imports.rows import Importer, Row
from timeline_app.model import EVENT_TYPES, Timeline

OWN = "timeline_app"
"""The member in which our own export keeps the rows of the csv, their words escaped."""

_PARTS = (("year", 4), ("month", 2), ("day", 2))


def is_timelinejs(value: Mapping[str, Any]) -> bool:
    """Whether a JSON object is TimelineJS: its events are slides, with a date of parts or a text of two."""
    slides = value.get("events")
    return isinstance(slides, list) and any(
        isinstance(slide, dict) and (isinstance(slide.get("start_date"), dict) or isinstance(slide.get("text"), dict))
        for slide in slides
    )


def read_timelinejs(value: Mapping[str, Any], importer: Importer) -> Timeline:
    """The events of the slides.

    Headline and text become title and summary, `group` the type where it is one of ours, the address and the
    credit of the media what the event is known from. A slide of our own export is read from the rows beside
    it, unless somebody has changed its headline or its date since. Eras and the title slide are no events.

    Raises:
        InvalidData: not one slide can be read.
    """
    rows: list[Row] = []
    groups: set[str] = set()
    for number, slide in enumerate(value["events"], 1):
        try:
            rows += _slide_rows(number, slide, importer, groups)
        except ValueError as fault:
            importer.leave_out(number, f"{fault}; left out", "it was edited by hand")
    rows += _own_rows(len(value["events"]) + 1, value.get(OWN))
    if not rows:
        raise InvalidData(importer.name, "no slide can be read", "the file was edited by hand")
    _note_unread(value, groups, importer)
    return importer.timeline(rows)


def _note_unread(value: Mapping[str, Any], groups: set[str], importer: Importer) -> None:
    if value.get("eras"):
        importer.note(None, "its eras are not read: they are no events", "")
    if value.get("title") and OWN not in value:
        importer.note(None, "its title slide is not read: it has no date", "")
    if groups:
        listed = ", ".join(repr(group[:40]) for group in sorted(groups)[:8])
        importer.note(None, f"groups not read: {listed}", f"types are {', '.join(EVENT_TYPES)}")


def _slide_rows(number: int, slide: object, importer: Importer, groups: set[str]) -> list[Row]:
    """The rows of a slide.

    Raises:
        ValueError: it tells of nothing that can be read.
    """
    if not isinstance(slide, dict):
        raise ValueError(f"a slide should be an object, not {shape(slide)}")
    title, summary = _words(slide)
    dates = _dates(slide)
    own = list(_own_rows(number, slide.get(OWN)))
    if own and _first_day(slide[OWN][0]).startswith(dates.get("date", "?")):
        return [_titled(row, title) for row in own]
    if own:
        importer.note(number, "its date was changed in the file; that one is taken", "")
    if not title and not summary and not dates:
        raise ValueError("has neither words nor date")
    cells = _cells(slide, title, summary, groups)
    if isinstance(slide.get("display_date"), str) and not own:
        shown = plain_text(slide["display_date"])
        cells["note"] = "\n".join(filter(None, (cells.get("note", ""), f"Date shown as: {shown}" if shown else "")))
    return [Row(number, cells | dates)]


def _words(slide: Mapping[str, Any]) -> tuple[str, str]:
    """Headline and text as plain text; of a slide without a headline the first line is its title."""
    text = slide.get("text")
    text = text if isinstance(text, dict) else {}
    headline, body = (plain_text(text[key]) if isinstance(text.get(key), str) else "" for key in ("headline", "text"))
    if headline:
        return " ".join(headline.split()), body
    first, _, rest = body.partition("\n")
    return first[:200], rest


def _cells(slide: Mapping[str, Any], title: str, summary: str, groups: set[str]) -> dict[str, str]:
    media = slide.get("media")
    media = media if isinstance(media, dict) else {}
    told = {key: plain_text(media[key]) for key in ("credit", "caption") if isinstance(media.get(key), str)}
    url = next(
        (media[key].strip() for key in ("link", "url") if isinstance(media.get(key), str) and media[key].strip()), ""
    )
    group = slide.get("group")
    group = plain_text(group) if isinstance(group, str) else ""
    known = group.casefold() in EVENT_TYPES
    if group and not known:
        groups.add(group)
    return {
        "id": _id(slide.get("unique_id")),
        "title": title,
        "summary": summary,
        "type": group if known else "",
        "source": told.get("credit", ""),
        "note": told.get("caption", ""),
        "url": url if url.startswith(("http://", "https://")) else "",
    }


def _id(value: object) -> str:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else ""


def _dates(slide: Mapping[str, Any]) -> dict[str, str]:
    found = {field: _date(slide.get(key)) for field, key in (("date", "start_date"), ("end", "end_date"))}
    return {field: words for field, words in found.items() if words}


def _date(parts: object) -> str:
    """Year, month and day as EDTF, as far as they are told; "" without a year.

    Raises:
        ValueError: a part is no whole number.
    """
    if not isinstance(parts, dict):
        return ""
    told = []
    for name, width in _PARTS:
        number = _whole(name, parts.get(name))
        if number is None:
            break
        told.append(f"{number:0{width}d}" if number >= 0 else f"-{-number:0{width}d}")
    return "-".join(told)


def _whole(name: str, value: object) -> int | None:
    """A number, or the digits of one: sheets write texts."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str) and value.strip().lstrip("-").isdecimal() and len(value) < 9:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10_000_000:
        return value
    raise ValueError(f"{name} {value!r:.40} of its date is no whole number")


def _own_rows(number: int, rows: object) -> Iterator[Row]:
    """What our own export keeps beside a slide."""
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and isinstance(row.get("title"), str):
            yield Row(number, {name: html.unescape(row[name]) for name in SYNONYMS if isinstance(row.get(name), str)})


def _first_day(row: object) -> str:
    earliest = row.get("earliest") if isinstance(row, dict) else None
    return earliest if isinstance(earliest, str) else ""


def _titled(row: Row, title: str) -> Row:
    """The row under the headline of the slide, where somebody has changed that."""
    is_same = " ".join(row.get("title").split()) == title
    return row if is_same or not title else Row(row.number, row.cells | {"title": title})
