"""The reading panel: an event's evidence or a document's text, every word set by textContent."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_VENDOR = Path(__file__).parent.parent / "vendor"


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_app_reader",
        html='<div class="reader"></div>',
        css=(_VENDOR / "reader.css").read_text(encoding="utf-8"),
        js=(_VENDOR / "reader.js").read_text(encoding="utf-8"),
    )


def reader(*, key: str, event: dict[str, object] | None = None, document: dict[str, object] | None = None) -> None:
    """Show one event (`views.evidence.evidence_payload`) or one document (`document_payload`)."""
    _component()(key=key, data={"event": event, "document": document})
