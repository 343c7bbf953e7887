"""Files of components that never change under their address are kept by the browser.

Streamlit sends them without a date or a tag, so that a browser asks for all of them again at every visit (measured:
half a megabyte, of which the server compressed the base map anew each time in 50 ms) and compiles the scripts anew.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import PurePosixPath
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

FOR_EVER = b"public, max-age=31536000, immutable"
"""A year, the longest that RFC 9111 deems sensible, and no question whether it still holds (RFC 8246)."""

_UNDER = "/component/"
_NAMED_BY_CONTENT = re.compile(r"\.[0-9a-f]{8,}\.(?:js|css)$")
"""As bundlers name what they make: main.521860b0.js."""
_FINGERPRINT = re.compile(rb"(?:^|&)v=([0-9a-f]{8,})(?:&|$)")
"""As our own addresses end, see `components.bundle`."""


class KeptFiles:
    """ASGI middleware that tells browsers to keep a component's files whose address names their content."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass the question on, and the answer back with its header."""

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                others = [pair for pair in message["headers"] if pair[0].lower() != b"cache-control"]
                message = {**message, "headers": [*others, (b"cache-control", FOR_EVER)]}
            await send(message)

        await self._app(scope, receive, answered if names_content(scope) else send)


def names_content(scope: Message) -> bool:
    """Whether an address names what it leads to, so that other content has another address.

    Args:
        scope: of an ASGI connection.
    """
    if scope["type"] != "http" or not scope["path"].startswith(_UNDER):
        return False
    told = _FINGERPRINT.search(scope.get("query_string", b""))
    if told is not None:
        return told[1].decode("ascii") == _fingerprint_of(PurePosixPath(scope["path"]).name)
    return _NAMED_BY_CONTENT.search(scope["path"]) is not None


def _fingerprint_of(name: str) -> str:
    """The mark that one of our files has now; "" where there is none of the name.

    An address from before an update names other content than is sent for it.
    """
    from timeline_app.dashboard.components.bundle import VENDOR, fingerprint

    return fingerprint(VENDOR / name) if name in {path.name for path in VENDOR.iterdir()} else ""
