"""Time expressions: text and publication date in, dated mentions with their reasons out."""

from timeline_app.temporal.edtf_reader import parse_edtf
from timeline_app.temporal.find import find_dates
from timeline_app.temporal.say import PUBLICATION

__all__ = ["PUBLICATION", "find_dates", "parse_edtf"]
