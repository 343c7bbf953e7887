"""Many users at once, each a session of its own that speaks Streamlit's protocol, as a browser does."""

from __future__ import annotations

import asyncio
import json
import random
import re
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: TID251
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: TID251

_HEADER = re.compile(r"^[\d,]+ of [\d,]+ events?")
_THINKING = 5.0
"""A user acts at some moment within so many seconds, again and again."""


@dataclass
class User:
    """One browser's session.

    Attributes:
        days: what this user types into From, one after another.
        event: what this user has selected.
    """

    days: Sequence[str]
    event: str
    waits: list[float] = field(default_factory=list)
    heard: list[tuple[str, str, str | None]] = field(default_factory=list)
    """Day asked for, header line and selected event of each answer."""

    async def open(self, port: int) -> None:
        """Connect and draw the page for the first time."""
        self._socket = await websockets.connect(
            f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None,  # type: ignore[list-item]
            origin=f"http://127.0.0.1:{port}", ping_interval=None,  # type: ignore[arg-type]
        )  # fmt: skip
        self._ids: dict[str, str] = {}
        self._kept: dict[str, ForwardMsg] = {}
        self._header, self._selected = "", None
        await self._run(None)

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()

    async def change(self, day: str) -> None:
        """Type a day; note how long the whole answer took and what it said."""
        begin = time.perf_counter()
        await self._run(day)
        self.waits.append(time.perf_counter() - begin)
        self.heard.append((day, self._header, self._selected))

    async def _run(self, day: str | None) -> None:
        ask = BackMsg()
        ask.rerun_script.query_string = urlencode({"event": self.event, **({"from": day} if day else {})})
        ask.rerun_script.cached_message_hashes.extend(self._kept)
        if day is not None:
            state = ask.rerun_script.widget_states.widgets.add()
            state.id = self._ids["From"]
            state.string_array_value.data.append(day)
        await self._socket.send(ask.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await asyncio.wait_for(self._socket.recv(), 180))  # type: ignore[arg-type]
            if answer.WhichOneof("type") == "ref_hash":
                answer = self._kept[answer.ref_hash]
            elif answer.metadata.cacheable:
                self._kept[answer.hash] = answer
            self._hear(answer)
            # A run that was asked to run again at once (st.rerun, a changed address) says so by another end.
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished in (0, 2):
                return

    def _hear(self, answer: ForwardMsg) -> None:
        if answer.WhichOneof("type") != "delta":
            return
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "date_input":
            self._ids[element.date_input.label] = element.date_input.id
        elif kind == "text" and _HEADER.match(element.text.body):
            self._header = element.text.body
        elif kind == "bidi_component" and '"selected"' in element.bidi_component.json:
            self._selected = json.loads(element.bidi_component.json).get("selected")


@dataclass(frozen=True)
class Load:
    """How long answers took, in seconds, and what was wrong in them."""

    calm_median: float
    calm_p95: float
    burst_median: float
    mistaken: list[str]


def many_users(port: int, users: Sequence[User], expected: dict[str, str]) -> Load:
    """Let users work, each in an own rhythm, then all in the same moment.

    Args:
        port: of the server.
        users: each with at least two days to type.
        expected: the start of the header line for each day.
    """
    with ThreadPoolExecutor(1) as aside:  # the browser's driver runs a loop of its own in this thread
        return aside.submit(asyncio.run, _many(port, users, expected)).result()


async def _many(port: int, users: Sequence[User], expected: dict[str, str]) -> Load:
    for user in users:
        await user.open(port)
    await asyncio.gather(*(_work(user, number) for number, user in enumerate(users)))
    calm = [wait for user in users for wait in user.waits]
    for user in users:
        user.waits.clear()
    await asyncio.gather(*(user.change(user.days[-1]) for user in users))
    burst = [wait for user in users for wait in user.waits]
    for user in users:
        await user.close()
    mistaken = [
        f"{day}: {header!r} and event {selected}, not {expected[day]!r} and {user.event}"
        for user in users
        for day, header, selected in user.heard
        if not header.startswith(expected[day]) or selected != user.event
    ]
    p95 = sorted(calm)[int(len(calm) * 0.95)]
    return Load(statistics.median(calm), p95, statistics.median(burst), mistaken)


async def _work(user: User, number: int) -> None:
    chance = random.Random(number)
    for day in user.days[:-1]:
        await asyncio.sleep(chance.uniform(0, _THINKING))
        await user.change(day)
