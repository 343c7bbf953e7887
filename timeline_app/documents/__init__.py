"""Files in, documents out: decoded text, its zones, and when it was published, with evidence."""

from timeline_app.documents.publication import RANK
from timeline_app.documents.read import (
    READERS,
    file_bytes,
    holds_documents,
    read_bytes,
    read_documents,
    read_text,
    sidecar_of,
)
from timeline_app.documents.sidecar import parse_sidecar
from timeline_app.documents.spans import dated_text, story_spans
from timeline_app.documents.table import is_report_table, looks_like_reports

__all__ = [
    "RANK",
    "READERS",
    "dated_text",
    "file_bytes",
    "holds_documents",
    "is_report_table",
    "looks_like_reports",
    "parse_sidecar",
    "read_bytes",
    "read_documents",
    "read_text",
    "sidecar_of",
    "story_spans",
]
