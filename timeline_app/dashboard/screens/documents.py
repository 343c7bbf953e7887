"""Documents: add files or paste text, see what would be read from them; and the library of all sources."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard.look import page_style
from timeline_app.dashboard.notice import show_notice
from timeline_app.dashboard.sources.describe import read_as_asked
from timeline_app.dashboard.sources.shelf import library
from timeline_app.dashboard.sources.upload import add_form, waiting


def show() -> None:
    """The page."""
    page_style()
    read_as_asked()  # first, for what it tells
    show_notice()
    st.subheader("Add documents")
    add_form()
    waiting()
    st.subheader("Kept documents")
    library()
