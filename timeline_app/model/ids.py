"""Ids that come from where a thing was first said, so that running twice changes nothing."""

import hashlib
import re

ID_LENGTH = 16
"""Hex digits kept of a SHA-256: 64 bits, a one-in-a-million clash only beyond six million items."""


_ID = re.compile(rf"[0-9a-f]{{{ID_LENGTH}}}")


def is_id(text: str) -> bool:
    """Whether the text has the form of an id made here."""
    return _ID.fullmatch(text) is not None


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of bytes as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def _digest(*parts: str) -> str:
    return sha256_hex("\x1f".join(parts).encode("utf-8", "surrogatepass"))[:ID_LENGTH]


def document_id(sha256: str, row: int | None = None) -> str:
    """A document is known by its bytes; a row of a table of reports by its number too."""
    return _digest("document", sha256, "" if row is None else str(row))


def report_id(document_sha256: str, start: int, end: int) -> str:
    """A report is known by the words it quotes: document bytes and code-point offsets."""
    return _digest("report", document_sha256, str(start), str(end))


_ADDED = "added-"


def added_report_id(seed: str) -> str:
    """A report that a person adds to an event read from documents; its first letters tell it from what those say."""
    return _ADDED + _digest("added", seed)


def is_added(report_id: str) -> bool:
    """Whether a person added the report of this id to what documents say."""
    return report_id.startswith(_ADDED)


def curated_event_id(row_id: str) -> str:
    """A hand-made event is known by the id its author gave the row."""
    return _digest("curated", row_id)
