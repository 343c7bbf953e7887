"""What an export format is: a name, how its file is called, and a function that gives its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from timeline_app.model import Query, Timeline
from timeline_app.views import Ledger


class TextWriter(Protocol):
    """Gives a file's text in pieces; every piece can be encoded as UTF-8.

    The arguments are those of `write_timeline`: the events are already those of the view.
    """

    def __call__(
        self,
        timeline: Timeline,
        query: Query | None = None,
        ledger: Ledger | None = None,
        generated: datetime | None = None,
    ) -> Iterator[str]:
        """The file's text."""


class Writer(Protocol):
    """Gives a file's bytes in pieces, of a text or of anything else; see `TextWriter` for the arguments."""

    def __call__(
        self,
        timeline: Timeline,
        query: Query | None = None,
        ledger: Ledger | None = None,
        generated: datetime | None = None,
    ) -> Iterator[bytes]:
        """The file's bytes."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One export format.

    Attributes:
        label: what a person chooses it by.
        suffix: of the file name, with the dot.
        media_type: for downloads (IANA).
        write: the bytes in pieces.
        is_text: whether a terminal can show them.
    """

    label: str
    suffix: str
    media_type: str
    write: Writer
    is_text: bool = True


def utf8(write_text: TextWriter) -> Writer:
    """The writer of a text's bytes."""

    def write(
        timeline: Timeline,
        query: Query | None = None,
        ledger: Ledger | None = None,
        generated: datetime | None = None,
    ) -> Iterator[bytes]:
        return (piece.encode("utf-8") for piece in write_text(timeline, query, ledger, generated))

    return write
