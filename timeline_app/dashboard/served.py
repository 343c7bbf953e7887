"""The dashboard as its server sees it: what `streamlit run` is given."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from timeline_app.dashboard.ahead import AfterLoading, Ahead
from timeline_app.dashboard.kept_files import KeptFiles
from timeline_app.dashboard.serve import APP, HOSTS

_ahead = Ahead()


@asynccontextmanager
async def _serving(_: st.App) -> AsyncIterator[None]:
    _ahead.start()
    yield


app = st.App(
    APP,
    lifespan=_serving,
    middleware=[
        # Streamlit asks for the host's name only where pages speak to the server: files and pictures had any name's
        # page for a reader (DNS rebinding).
        Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
        Middleware(AfterLoading, ahead=_ahead),
        Middleware(KeptFiles),
    ],
)
