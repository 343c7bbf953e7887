"""The dashboard's entry: one look at the locks, then the pages."""

import gc

import streamlit as st

from timeline_app.dashboard.components.folium_map import self_test
from timeline_app.dashboard.days import ARRIVED
from timeline_app.dashboard.navigation import pages
from timeline_app.dashboard.notice import PAGE
from timeline_app.dashboard.serve import check_settings
from timeline_app.dashboard.who import who_works
from timeline_app.errors import TimelineError


@st.cache_resource(show_spinner=False)
def locked() -> bool:
    """Look once whether the server is set up safely and no text can run as code; refuse to go on otherwise."""
    check_settings(st.get_option)
    self_test()
    return True


def settle() -> None:
    """Take what the first run loaded out of the garbage collector's rounds (measured: 50 users, 54 times)."""
    if not st.session_state.get("settled"):
        st.session_state["settled"] = True
        gc.collect()
        gc.freeze()


st.set_page_config(page_title="timeline_app", page_icon="🗺️", layout="wide")
try:
    locked()
except TimelineError as fault:
    st.text(f"timeline_app does not start: {fault}")
    st.stop()
who_works()
page = st.navigation(list(pages().values()), position="top")
st.session_state[ARRIVED] = st.session_state.get(PAGE) != page.url_path
st.session_state[PAGE] = page.url_path
try:
    page.run()
except TimelineError as fault:
    st.text(f"This did not work: {fault}")
settle()
