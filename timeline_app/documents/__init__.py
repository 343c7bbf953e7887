"""Files in, documents out: decoded text, its zones, and when it was published, with evidence."""

from timeline_app.documents.read import READERS, read_bytes, read_documents, read_text
from timeline_app.documents.spans import story_spans
from timeline_app.documents.table import is_report_table, looks_like_reports

__all__ = [
    "READERS",
    "is_report_table",
    "looks_like_reports",
    "read_bytes",
    "read_documents",
    "read_text",
    "story_spans",
]
