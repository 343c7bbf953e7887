"""For History: what a report tells, by its id."""

from __future__ import annotations

from timeline_app.dashboard.load.opened import store
from timeline_app.errors import StoreError


def report_title(report_id: str) -> str:
    """The title of what a report tells, its own before that of the event it was put into; "" when it is gone."""
    try:
        event, _ = store().event(report_id)
    except StoreError:
        return ""
    own = next((report.title for report in event.reports if report.id == report_id), "")
    return own or event.title
