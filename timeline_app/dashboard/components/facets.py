"""The facets: checkboxes with counts, several at once, as one Streamlit component (v2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_app_facets",
        html='<div class="facets"></div>',
        css=bundled("facets.css"),
        js=bundled("facets.js"),
    )


def facets(
    groups: Sequence[Mapping[str, object]], *, key: str, on_change: Callable[[str, list[str]], None] | None = None
) -> None:
    """Draw facets (`views.facet_group`).

    Args:
        groups: the facets.
        key: of the widget.
        on_change: called with a facet's name and the values now chosen, before the page is run again.
    """
    known = {str(group["name"]): _values(group) for group in groups}

    def changed() -> None:
        state = st.session_state.get(key)
        sent = state.get("chosen") if isinstance(state, Mapping) else None
        name = sent.get("name") if isinstance(sent, Mapping) else None
        if isinstance(sent, Mapping) and isinstance(name, str) and name in known and on_change is not None:
            values = sent.get("values")
            asked = values if isinstance(values, list) else []
            on_change(name, [value for value in known[name] if value in asked])

    _component()(key=key, data={"groups": list(groups)}, on_chosen_change=changed)


def _values(group: Mapping[str, object]) -> list[str]:
    rows = group["values"]
    return [row["value"] for row in rows] if isinstance(rows, list) else []
