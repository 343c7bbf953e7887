"""The reading panel: an event's evidence, a document's text or a page of disagreements, all set by textContent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled, fetched


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_app_reader",
        html='<div class="reader"></div>',
        css=bundled("reader.css"),
        js=fetched("reader.js"),
    )


def reader(
    *,
    key: str,
    event: dict[str, object] | None = None,
    document: dict[str, object] | None = None,
    from_top: bool = False,
    words: Sequence[str] = (),
) -> None:
    """Show one event (`views.evidence.evidence_payload`) or one document (`document_payload`).

    Args:
        key: of the widget.
        event: what to show.
        document: what to show instead.
        from_top: scroll back to the beginning when another event comes.
        words: folded words that were looked for, to be marked in the event's title, facts and quotes.
    """
    _component()(key=key, data={"event": event, "document": document, "from_top": from_top, "words": list(words)})


def disagreements(page: dict[str, object], *, key: str, on_open: Callable[[str], None]) -> None:
    """Show a page of disagreements (`views.compare.compare_payload`).

    Args:
        page: what to show.
        key: of the widget.
        on_open: called with the id of the event whose button was pressed, before the page is run again.
    """

    def opened() -> None:
        state = st.session_state.get(key)
        event = state.get("open") if isinstance(state, Mapping) else None
        if isinstance(event, str):
            on_open(event)

    _component()(key=key, data={"disagreements": page}, on_open_change=opened)
