"""What each paragraph is: story, headline, byline, caption, advert, a reader's comment, boilerplate.

Three steps, each with its reason kept on the zone: formulas and shapes of single lines; the head of the page;
and the end of the story, found as the change point after which paragraphs no longer report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.documents.datelines import find_dateline
from timeline_app.documents.head import find_head
from timeline_app.documents.language import language_of
from timeline_app.documents.paragraphs import paragraphs
from timeline_app.documents.pieces import Piece, is_prose
from timeline_app.documents.zoning.beside import with_embeds, with_lines_below, with_lists_of_links, with_subheadings
from timeline_app.documents.zoning.ending import with_end
from timeline_app.documents.zoning.single import first_look
from timeline_app.documents.zoning.talk import voice_of
from timeline_app.model import Zone


@dataclass(frozen=True, slots=True)
class Look:
    """What can be told of a text's paragraphs before the publisher is known."""

    text: str
    pieces: list[Piece]
    voices: list[float]
    outlet: str = ""
    title: str = ""


def find_zones(text: str, marks: Sequence[Zone] = (), publisher: str = "") -> tuple[Zone, ...]:
    """The zones of a text, in order, covering every paragraph of it.

    Args:
        text: the document's text.
        marks: zones that the file's own structure tells; they win.
        publisher: name of the publisher, "" when unknown: its words about itself are no story.
    """
    return zones_of(look_at(text, marks), publisher)


def look_at(text: str, marks: Sequence[Zone] = ()) -> Look:
    """The first steps of `find_zones`, which a publisher found later changes nothing in."""
    pieces = [first_look(paragraph) for paragraph in paragraphs(text, marks)]
    pieces = _apply_marks(pieces, marks)
    pieces = with_embeds(pieces)
    pieces = with_lists_of_links(pieces)
    head = find_head(pieces)
    pieces = with_lines_below(with_subheadings(head.pieces))
    language = language_of(text)
    return Look(text, pieces, [voice_of(piece, language) for piece in pieces], head.outlet, head.title)


def zones_of(look: Look, publisher: str) -> tuple[Zone, ...]:
    """The last steps of `find_zones`."""
    return _split_openings(look.text, with_end(look.pieces, look.voices, publisher))


def _apply_marks(pieces: list[Piece], marks: Sequence[Zone]) -> list[Piece]:
    marked, i = [], 0
    for piece in pieces:
        while i < len(marks) and marks[i].end <= piece.paragraph.start:
            i += 1
        mark = marks[i] if i < len(marks) and marks[i].start < piece.paragraph.end else None
        if mark:
            marked.append(replace(piece, kind=mark.kind, reason=mark.reason, end_score=0.0))
        else:
            marked.append(piece)
    return marked


def _split_openings(text: str, pieces: Sequence[Piece]) -> tuple[Zone, ...]:
    """Zones of the pieces; a dateline or stamp that opens a paragraph is a zone of its own.

    The story's first paragraph may stand behind a line of the page or the caption of a picture.
    """
    zones: list[Zone] = []
    paragraphs = 0
    for piece in pieces:
        start, end = piece.paragraph.start, piece.paragraph.end
        if piece.kind == "body" and paragraphs < _MOST_BEFORE_DATELINE:
            paragraphs += is_prose(piece)
            opening = find_dateline(text, start, end)
            if opening and opening < end:
                paragraphs = _MOST_BEFORE_DATELINE
                zones.append(Zone(start, opening, "dateline", "place and time before the first sentence"))
                start = opening
        zones.append(Zone(start, end, piece.kind, piece.reason))
    return tuple(zones)


_MOST_BEFORE_DATELINE = 2
"""Paragraphs of prose that may open a story: a caption, and the first one told."""
