"""What is loaded before the first page asks for it."""

from __future__ import annotations

import subprocess
import sys

# In a process of its own: another test's event loop may be running here, and nearly all is loaded already.
_STARTED = """
import asyncio, sys
from timeline_app.dashboard import ahead, served

async def serve():
    async with served._serving(served.app):
        await served._ahead.done()

asyncio.run(serve())
print(*(name for name in ahead.NEEDED if name not in sys.modules))
print(*(name for name in sys.modules if name.startswith("timeline_app.dashboard.components") or name == "streamlit_folium"))
"""

_ASKED = """
import asyncio, time
from timeline_app.dashboard import ahead

told = []

def slowly(name):
    time.sleep(0.1)
    told.append(name)

async def page(scope, receive, send):
    told.append(scope["type"])

async def serve():
    ahead.import_module = slowly
    loading = ahead.Ahead()
    server = ahead.AfterLoading(page, loading)
    await server({"type": "websocket"}, None, None)  # nothing is being loaded yet
    loading.start()
    await asyncio.gather(*(server({"type": kind}, None, None) for kind in ("websocket", "http", "websocket")))

asyncio.run(serve())
print(*told)
"""


def said_by(script: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_server_loads_ahead_what_a_page_needs_but_nothing_that_declares_a_component() -> None:
    assert said_by(_STARTED) == []


def test_no_page_begins_while_something_is_being_loaded() -> None:
    from timeline_app.dashboard.ahead import NEEDED

    assert said_by(_ASKED) == ["websocket", "http", *NEEDED, "websocket", "websocket"]
