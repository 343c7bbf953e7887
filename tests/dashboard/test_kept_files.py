"""Files whose address names their content are kept by the browser; everything else is as Streamlit sends it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from timeline_app.dashboard.components.bundle import VENDOR, fingerprint, vendor_address
from timeline_app.dashboard.kept_files import FOR_EVER, KeptFiles, Message, names_content
from timeline_app.dashboard.served import app


def asked(path: str, query: bytes = b"", kind: str = "http") -> Message:
    return {"type": kind, "path": path, "query_string": query}


def headers_of_answer(scope: Message, status: int = 200) -> list[tuple[bytes, bytes]]:
    """The headers that arrive when the application answers with one of its own."""

    async def answering(_scope: Message, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": status, "headers": [(b"Cache-Control", b"public")]})
        await send({"type": "http.response.body", "body": b""})

    heard: list[Message] = []

    async def hear(message: Message) -> None:
        heard.append(message)

    async def nothing() -> Message:
        return {"type": "http.request"}

    with suppress(StopIteration):  # nothing in it waits: no event loop is needed, and another test's may be running
        KeptFiles(answering)(scope, nothing, hear).send(None)  # type: ignore[attr-defined]
    assert [message["type"] for message in heard] == ["http.response.start", "http.response.body"]
    return list(heard[0]["headers"])


OURS = asked("/component/some.vendor/map.js", f"v={fingerprint(VENDOR / 'map.js')}".encode())


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        (OURS, True),
        (asked("/component/streamlit_folium.st_folium/static/js/main.521860b0.js"), True),
        (asked("/component/streamlit_folium.st_folium/index.html"), False),
        (asked("/component/some.vendor/map.js"), False),
        (asked("/component/some.vendor/map.js", b"version=d76ad09a"), False),
        (asked("/component/some.vendor/map.js", b"v=soon"), False),
        (asked("/component/some.vendor/map.js", b"v=00000000"), False),
        (asked("/component/some.vendor/no.js", b"v=d76ad09a"), False),
        (asked("/_stcore/health", b"v=d76ad09a"), False),
        (asked("/component/some.vendor/map.js", b"v=d76ad09a", "websocket"), False),
    ],
)
def test_only_what_an_address_names_by_its_content_is_kept(scope: Message, kept: bool) -> None:
    assert names_content(scope) is kept


def test_one_header_says_for_how_long() -> None:
    assert headers_of_answer(OURS) == [(b"cache-control", FOR_EVER)]


def test_a_file_that_is_not_there_is_not_kept() -> None:
    assert headers_of_answer(OURS, 404) == [(b"Cache-Control", b"public")]


def test_our_own_addresses_name_their_content() -> None:
    path, _, query = vendor_address("map.js").removeprefix("..").partition("?")
    assert names_content(asked("/component" + path, query.encode()))


def test_the_application_that_is_served_keeps_them() -> None:
    assert any(middleware.cls is KeptFiles for middleware in app._user_middleware)
