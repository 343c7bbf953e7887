"""What is loaded before the first page asks for it."""

from __future__ import annotations

import subprocess
import sys

_STARTED = """
import asyncio, sys, threading
from timeline_app.dashboard import served

async def serve():
    async with served._serving(served.app):
        await asyncio.to_thread(lambda: [one.join() for one in threading.enumerate() if one.name == "load ahead"])

asyncio.run(serve())
print(*(name for name in served.AHEAD if name not in sys.modules), *(n for n in sys.modules if "components." in n and "timeline_app" in n))
"""


def test_a_server_loads_ahead_what_a_page_needs_but_nothing_that_declares_a_component() -> None:
    done = subprocess.run([sys.executable, "-c", _STARTED], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
