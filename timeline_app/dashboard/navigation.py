"""The pages by name; a page that leads to another asks here."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from timeline_app.dashboard.screens import (
    compare,
    documents,
    edit,
    explore,
    history,
    import_list,
    method,
    places,
    review,
)


def pages() -> dict[str, StreamlitPage]:
    """Every page, in the order of the menu."""
    return {
        "explore": st.Page(explore.show, title="Explore", url_path="explore", default=True),
        "compare": st.Page(compare.show, title="Compare", url_path="compare"),
        "documents": st.Page(documents.show, title="Documents", url_path="documents"),
        "import": st.Page(import_list.show, title="Import", url_path="import"),
        "review": st.Page(review.show, title="Review", url_path="review"),
        "edit": st.Page(edit.show, title="Edit", url_path="edit"),
        "places": st.Page(places.show, title="Places", url_path="places"),
        "history": st.Page(history.show, title="History", url_path="history"),
        "method": st.Page(method.show, title="Method and limits", url_path="method"),
    }
