"""The dashboard as its server sees it: what `streamlit run` is given."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from timeline_app.dashboard.kept_files import KeptFiles

app = st.App(Path(__file__).parent / "app.py", middleware=[Middleware(KeptFiles)])
