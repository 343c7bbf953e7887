"""The reading panel: an event's evidence or a document's text, every word set by textContent."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_app_reader",
        html='<div class="reader"></div>',
        css=bundled("reader.css"),
        js=bundled("reader.js"),
    )


def reader(
    *,
    key: str,
    event: dict[str, object] | None = None,
    document: dict[str, object] | None = None,
    from_top: bool = False,
) -> None:
    """Show one event (`views.evidence.evidence_payload`) or one document (`document_payload`).

    `from_top`: scroll back to the beginning when another event comes.
    """
    _component()(key=key, data={"event": event, "document": document, "from_top": from_top})
