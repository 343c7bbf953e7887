"""Streamlit's own command line, on sockets that send at once.

Streamlit binds its socket without naming its protocol, so asyncio does not know it for TCP and leaves Nagle's algorithm
on: the first small message of an answer goes out, the rest waits until the browser has acknowledged it, which a browser
does 40 ms later (measured: 44 ms for an answer that took 4). What is set on a listening socket holds for every
connection it accepts.
"""

from __future__ import annotations

import socket
import sys
from functools import wraps

from streamlit.web import cli


def send_at_once() -> None:
    """From here on, sockets that listen for TCP connections do not hold small messages back."""
    listen = socket.socket.listen

    @wraps(listen)
    def listening(self: socket.socket, *backlog: int) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and self.type == socket.SOCK_STREAM:
            self.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listen(self, *backlog)

    socket.socket.listen = listening  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    send_at_once()
    sys.exit(cli.main(prog_name="streamlit"))
