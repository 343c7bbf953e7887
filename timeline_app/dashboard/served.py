"""The dashboard as its server sees it: what `streamlit run` is given."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from timeline_app.dashboard.kept_files import KeptFiles
from timeline_app.dashboard.serve import APP, HOSTS

AHEAD = ("pandas", "folium.plugins", "sqlalchemy", "timeline_app.pipeline")
"""What the first page needs and takes long to load. Nothing that declares a component: Streamlit registers those for
the page that is being drawn, and there is none yet."""


def load_ahead() -> None:
    """Load it while the user's browser opens: the first page stands in half the time (measured: 1.9 for 3.6 s)."""
    for name in AHEAD:
        import_module(name)


@asynccontextmanager
async def _serving(_: st.App) -> AsyncIterator[None]:
    threading.Thread(target=load_ahead, name="load ahead", daemon=True).start()
    yield


# Streamlit asks for the host's name only where pages speak to the server: files and pictures had any name's page for
# a reader (DNS rebinding).
_HOSTS = Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False)

app = st.App(APP, lifespan=_serving, middleware=[_HOSTS, Middleware(KeptFiles)])
