"""The pages by name; a page that leads to another asks here."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from timeline_app.dashboard.screens import documents, explore, import_list, method, places


def pages() -> dict[str, StreamlitPage]:
    """Every page, in the order of the menu."""
    return {
        "explore": st.Page(explore.show, title="Explore", url_path="explore", default=True),
        "documents": st.Page(documents.show, title="Documents", url_path="documents"),
        "import": st.Page(import_list.show, title="Import", url_path="import"),
        "places": st.Page(places.show, title="Places", url_path="places"),
        "method": st.Page(method.show, title="Method and limits", url_path="method"),
    }
