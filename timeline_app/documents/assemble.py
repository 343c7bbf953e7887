"""A reading made into a document: zones, publication, title, publisher and language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline_app.documents.formulas import bare
from timeline_app.documents.language import language_of
from timeline_app.documents.publication import find_publications
from timeline_app.documents.reading import Reading
from timeline_app.documents.sidecar import Sidecar
from timeline_app.documents.stamp_lines import stamp_of
from timeline_app.documents.zones import look_at, zones_of
from timeline_app.model import Document, Publication, Zone

_TITLE_LENGTH = 200
# "Convoy leaves Arsal – Global Research", "Convoy leaves Arsal | Example News": a site's name after the title
_SITE = re.compile(r"\s{1,3}[–—|»-]\s{1,3}(?P<site>[^\W\d_a-z][^–—|»]{1,40})$")


def assemble(reading: Reading, name: str, sha256: str, sidecar: Sidecar, published: date | None) -> Document:
    """The document of a reading; what the user says (option, then sidecar) wins over what the text says."""
    row_name = name if reading.row is None else f"{name} row {reading.row}"
    publisher = sidecar.publisher or reading.publisher
    look = look_at(reading.text, reading.marks)
    zones = zones_of(look, publisher)
    if not publisher:
        publisher = _publisher(reading.text, zones)
        zones = zones_of(look, publisher) if publisher else zones
    told = (*_said(sidecar, published), *reading.dates)
    return Document(
        name=row_name,
        sha256=sha256,
        text=reading.text,
        zones=zones,
        publications=find_publications(reading.text, zones, told, name if reading.row is None else ""),
        title=sidecar.title or _title(reading, zones),
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


_OUTLET = re.compile(
    r"(?:News|Post|Times|Monitor|Daily|Weekly|Herald|Journal|Tribune|Observer|Agency|Press|Media|Network|Today|Online|Watch"
    r"|Gazette|Star|Telegraph|Chronicle|Mail|Wire|Radio|TV|Channel|Courier|Mirror|Voice)",
    re.IGNORECASE,
)
_OUTLET_WORDS = 4
# "The Syrian Observatory For Human Rights", "Syrian Network for Human Rights"
_BODY = re.compile(
    r"\b(?:Observatory|Network|Institute|Foundation|Cent(?:re|er)|Forum|Agency|Committee|Bureau)\s(?:[Ff]or|[Oo]f|[Oo]n)\s"
)
_BODY_WORDS = 8
_SMALL_WORD = 3
"""Letters of words that a name may write small: "for", "of"."""


def _headline(text: str, zones: Sequence[Zone]) -> Zone | None:
    """The story's headline: the first above it, or the next one where the first is only the name of the outlet.

    Pages copied whole begin with that name, then a trail of pages or a date, then the headline.
    """
    heads = [(number, zone) for number, zone in enumerate(zones) if zone.kind == "headline"]
    body = next((number for number, zone in enumerate(zones) if zone.kind == "body"), len(zones))
    above = [(number, zone) for number, zone in heads if number < body]
    if len(above) > 1 and above[1][0] > above[0][0] + 1:
        name = bare(text[above[0][1].start : above[0][1].end])
        words = name.split()
        titled = all(word[:1].isupper() for word in words if len(word) > _SMALL_WORD)
        body_of = len(words) <= _BODY_WORDS and _BODY.search(name) is not None
        outlet = len(words) <= _OUTLET_WORDS and _OUTLET.fullmatch(words[-1]) is not None
        if len(words) > 1 and titled and (outlet or body_of):
            return above[1][1]
    return heads[0][1] if heads else None


def _title(reading: Reading, zones: Sequence[Zone]) -> str:
    """The headline without the site's name, else what the file says, else the first words of the story."""
    headline = _headline(reading.text, zones)
    if headline:
        words = bare(reading.text[headline.start : headline.end])
        site = _SITE.search(words)
        return (words[: site.start()] if site and len(site["site"].split()) <= 4 else words)[:_TITLE_LENGTH]
    if reading.title:
        return reading.title[:_TITLE_LENGTH]
    first = next((zone for zone in zones if zone.kind == "body"), None)
    words = bare(reading.text[first.start : min(first.end, first.start + 1_000)]) if first else ""
    return words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " …"


def _publisher(text: str, zones: Sequence[Zone]) -> str:
    """The name beside the first stamp ("Global Research, September 04, 2017") or after the headline."""
    for zone in zones[:40]:
        line = stamp_of(text[zone.start : zone.end]) if zone.kind == "stamp" else None
        if line and line.name:
            return line.name
    headline = _headline(text, zones)
    first = next((zone for zone in zones if zone.kind == "headline"), None)
    if first is not None and headline is not first:
        return bare(text[first.start : first.end])
    site = _SITE.search(bare(text[headline.start : headline.end])) if headline else None
    return site["site"].strip() if site and len(site["site"].split()) <= 4 else ""
