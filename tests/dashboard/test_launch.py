"""The server's connections send small messages at once."""

from __future__ import annotations

import socket

import pytest

from timeline_app.dashboard.launch import send_at_once


def test_an_accepted_connection_holds_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "listen", socket.socket.listen, raising=False)  # put back afterwards
    send_at_once()
    with socket.socket() as server:  # no protocol named, as Streamlit makes it
        server.bind(("127.0.0.1", 0))
        server.listen(5)
        with socket.create_connection(server.getsockname()), server.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
