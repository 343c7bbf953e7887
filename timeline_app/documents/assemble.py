"""A reading made into a document: zones, publication, title, publisher and language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline_app.documents.formulas import bare
from timeline_app.documents.language import language_of
from timeline_app.documents.outlets import is_large
from timeline_app.documents.publication import find_publications
from timeline_app.documents.reading import Reading
from timeline_app.documents.sidecar import Sidecar
from timeline_app.documents.stamp_lines import stamp_of
from timeline_app.documents.zoning.zones import look_at, zones_of
from timeline_app.model import Document, Publication, Zone

_TITLE_LENGTH = 200
_SITE_WORDS = 4
# "Convoy leaves Arsal – Global Research", "Convoy leaves Arsal | Example News": a site's name after the title
_SITE = re.compile(r"\s{1,3}[–—|»-]\s{1,3}(?P<site>[^\W\d_a-z][^–—|»]{1,40})$")


def assemble(reading: Reading, name: str, sha256: str, sidecar: Sidecar, published: date | None) -> Document:
    """The document of a reading; what the user says (option, then sidecar) wins over what the text says."""
    row_name = name if reading.row is None else f"{name} row {reading.row}"
    publisher = sidecar.publisher or reading.publisher
    look = look_at(reading.text, reading.marks)
    zones = zones_of(look, publisher)
    if not publisher:
        publisher = _publisher(reading.text, zones, look.outlet)
        zones = zones_of(look, publisher) if publisher else zones
    told = (*_said(sidecar, published), *reading.dates)
    return Document(
        name=row_name,
        sha256=sha256,
        text=reading.text,
        zones=zones,
        publications=find_publications(reading.text, zones, told, name if reading.row is None else ""),
        title=sidecar.title or _title(reading, zones, look.title),
        publisher=publisher,
        url=sidecar.url or reading.url,
        language=sidecar.language or reading.language or language_of(_story(reading.text, zones)),
        encoding=reading.encoding,
        row=reading.row,
        problems=reading.problems,
    )


def _said(sidecar: Sidecar, published: date | None) -> tuple[Publication, ...]:
    said = []
    if published is not None:
        said.append(Publication(published, "option", published.isoformat(), reason="given by you"))
    if sidecar.published is not None:
        day = sidecar.published
        said.append(Publication(day, "sidecar", day.isoformat(), reason="the file beside the text says so"))
    return tuple(said)


def _story(text: str, zones: Sequence[Zone]) -> str:
    return "\n".join(text[zone.start : zone.end] for zone in zones if zone.kind in ("body", "headline"))


def _headline(zones: Sequence[Zone]) -> Zone | None:
    return next((zone for zone in zones if zone.kind == "headline"), None)


def _title(reading: Reading, zones: Sequence[Zone], told: str) -> str:
    """The headline without the site's name, else what the file says, else the first words of the story."""
    headline = _headline(zones)
    words = told or (bare(reading.text[headline.start : headline.end]) if headline else "")
    if words:
        while site := _site(words):
            words = words[: site.start()]
        return words[:_TITLE_LENGTH]
    if reading.title:
        return reading.title[:_TITLE_LENGTH]
    first = next((zone for zone in zones if zone.kind == "body"), None)
    words = bare(reading.text[first.start : min(first.end, first.start + 1_000)]) if first else ""
    return words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " …"


def _site(words: str) -> re.Match[str] | None:
    """The name of a site behind a title: few words, all written large; not the news in "Syria - Army enters a town"."""
    site = _SITE.search(words)
    named = site is not None and len(site["site"].split()) <= _SITE_WORDS and is_large(site["site"])
    return site if named else None


def _publisher(text: str, zones: Sequence[Zone], outlet: str) -> str:
    """The name above the headline, beside the first stamp ("Example News, May 4, 2017") or after the headline."""
    if outlet:
        return outlet
    for zone in zones[:40]:
        line = stamp_of(text[zone.start : zone.end]) if zone.kind == "stamp" else None
        if line and line.name:
            return line.name
    headline = _headline(zones)
    site = _site(bare(text[headline.start : headline.end])) if headline else None
    return site["site"].strip() if site else ""
