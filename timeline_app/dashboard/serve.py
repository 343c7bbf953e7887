"""Start Streamlit on this machine only, with every setting the dashboard's safety rests on.

The settings are passed on the command line, where they win over any configuration file that lies
about: a stray `.streamlit/config.toml` in the working folder must not open the server to others.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from timeline_app.errors import TimelineError, UnsafeEnvironment

APP = Path(__file__).parent / "app.py"
SERVED = Path(__file__).parent / "served.py"
ADDRESS = "127.0.0.1"
DEFAULT_PORT = 8501
STORE_VARIABLE = "TIMELINE_APP_STORE"
EXAMPLE_VARIABLE = "TIMELINE_APP_EXAMPLE"

HOSTS = [ADDRESS, "localhost"]
"""What our server is called: a page of another name must not reach us (DNS rebinding)."""

SETTINGS: dict[str, str | bool | int | list[str]] = {
    "server.address": ADDRESS,
    "server.allowedHosts": HOSTS,
    "server.corsAllowedOrigins": [],
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": 20,
    "browser.gatherUsageStats": False,
    "browser.serverAddress": ADDRESS,
    "client.disableDataExport": True,  # its csv has no guard against formulas; `export` has
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,  # a fifth of the work of an answer; Python collects by itself when there is a reason
    "theme.light.primaryColor": "#1f5f8b",
    # White words stand on it (buttons, chosen values), and it stands on near black: 4.6 and 3.9 to 1.
    "theme.dark.primaryColor": "#2b78bd",
    "theme.dark.linkColor": "#7ab8f5",
}
"""Streamlit's own names (design section 9). Given on the command line they win over any configuration file
lying about; `check_settings` looks at what is in force."""

MUST_HOLD = tuple(
    name for name in SETTINGS if name.startswith(("server.", "browser.gather", "client.showError", "client.disable"))
)
"""The settings our safety rests on; the others are looks."""


def command(port: int) -> list[str]:
    """The command line that serves the dashboard on a port."""
    return [
        sys.executable,
        "-m",
        "timeline_app.dashboard.launch",
        "run",
        str(SERVED),
        f"--server.port={port}",
        *_flags(),
    ]


def _flags() -> list[str]:
    flags = []
    for name, value in SETTINGS.items():
        values = value if isinstance(value, list) else [str(value).lower() if isinstance(value, bool) else str(value)]
        flags += [f"--{name}={one}" for one in values]
    return flags


def check_settings(in_force: Callable[[str], object]) -> None:
    """Refuse to serve with settings less safe than ours.

    Args:
        in_force: gives the value Streamlit works with, by name (`st.get_option`).

    Raises:
        UnsafeEnvironment: the app was started past `timeline-app run`, with other settings.
    """
    for name in MUST_HOLD:
        wanted, found = SETTINGS[name], in_force(name)
        found = list(found) if isinstance(found, tuple) else found
        if found != wanted and str(found).lower() != str(wanted).lower():
            raise UnsafeEnvironment(f"{name} is {found!r} where {wanted!r} is safe: start with `timeline-app run`")


def serve(
    store: str, port: int | None, *, browser: bool, query: Sequence[tuple[str, str]], example: bool = False
) -> int:
    """Serve the dashboard until it is stopped; its exit code.

    Args:
        store: path of the store the pages work on.
        port: None: the first free one from 8501 on.
        browser: open the user's browser when the server answers.
        query: filters that the first page starts with.
        example: whether the store holds the seeds.

    Raises:
        TimelineError: the port is taken.
    """
    chosen = _free_port() if port is None else port
    if port is not None and not _is_free(port):
        raise TimelineError(f"port {port} is in use by another program: choose another with --port")
    url = f"http://{ADDRESS}:{chosen}/" + (f"?{urlencode(query)}" if query else "")
    environment = {**os.environ, STORE_VARIABLE: store, EXAMPLE_VARIABLE: "1" if example else ""}
    print(f"timeline_app is at {url} (stop it with Ctrl-C)", file=sys.stderr, flush=True)
    with subprocess.Popen(command(chosen), env=environment, stdout=sys.stderr) as server:  # noqa: S603
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())  # whoever stops us stops the server too
        if browser:
            threading.Thread(target=_open_when_ready, args=(url, chosen), daemon=True).start()
        try:
            server.wait()
        except KeyboardInterrupt:
            server.terminate()
            server.wait(10)
    return 0 if server.returncode in (0, -signal.SIGTERM, -signal.SIGINT) else 1


def _free_port() -> int:
    return next((port for port in range(DEFAULT_PORT, DEFAULT_PORT + 100) if _is_free(port)), 0)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
        return True


def _open_when_ready(url: str, port: int) -> None:
    for _ in range(100):
        time.sleep(0.2)
        try:
            with urllib.request.urlopen(f"http://{ADDRESS}:{port}/_stcore/health", timeout=1):
                break
        except OSError:
            continue
    webbrowser.open(url)
