"""Many users at once, each a session of its own that speaks Streamlit's protocol, as a browser does."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: TID251
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: TID251
from streamlit.proto.WidgetStates_pb2 import WidgetState  # noqa: TID251

_HEADER = re.compile(r"^[\d,]+ of [\d,]+ events?")
_THINKING = 5.0
"""A user acts at some moment within so many seconds, again and again: a filter changed, an event selected."""


@dataclass
class User:
    """One browser's session.

    Attributes:
        days: what this user types into From, one after another.
        events: the one selected in the link, then two for each day but the last.
    """

    days: Sequence[str]
    events: Sequence[str]
    changes: list[float] = field(default_factory=list)
    selections: list[float] = field(default_factory=list)
    heard: list[tuple[str, str, str, str | None]] = field(default_factory=list)
    """Day and event asked for, header line and selected event of each answer."""

    async def open(self, port: int) -> None:
        """Connect and draw the page for the first time."""
        self._socket = await websockets.connect(
            f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None,  # type: ignore[list-item]
            origin=f"http://127.0.0.1:{port}", ping_interval=None,  # type: ignore[arg-type]
        )  # fmt: skip
        self._ids: dict[str, str] = {}
        self._states: dict[str, WidgetState] = {}
        self._kept: dict[str, ForwardMsg] = {}
        self._header = ""
        self._selected: str | None = None
        self._day, self._event = "", self.events[0]
        await self._run(BackMsg())

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()

    async def change(self, day: str) -> None:
        """Type a day; note how long the whole answer took and what it said."""
        self._day = day
        self.changes.append(await self._timed(BackMsg()))

    async def select(self, event: str) -> None:
        """Click an event, as the browser's bus tells Python of it; note the same."""
        self._event = event
        ask = BackMsg()
        ask.rerun_script.fragment_id = self._ids["selection's part"]
        state = ask.rerun_script.widget_states.widgets.add()
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{self._ids['selection']}__events"
        state.json_trigger_value = json.dumps([{"event": "selected", "value": event}])
        self.selections.append(await self._timed(ask))

    async def _timed(self, ask: BackMsg) -> float:
        begin = time.perf_counter()
        await self._run(ask)
        self.heard.append((self._day, self._event, self._header, self._selected))
        return time.perf_counter() - begin

    async def _run(self, ask: BackMsg) -> None:
        shown = self._selected or self._event  # a browser's address follows the answer
        address = {"event": shown, **({"from": self._day} if self._day else {})}
        ask.rerun_script.query_string = urlencode(address)
        ask.rerun_script.cached_message_hashes.extend(self._kept)
        if self._day:
            self._states[self._ids["From"]].string_value = self._day
        ask.rerun_script.widget_states.widgets.extend(self._states.values())
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
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished in (0, 2, 3):
                return

    def _hear(self, answer: ForwardMsg) -> None:
        if answer.WhichOneof("type") != "delta":
            return
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("date_input", "checkbox", "text_input", "button_group"):
            self._hold(kind, getattr(element, kind))
        elif kind == "text" and _HEADER.match(element.text.body):
            self._header = element.text.body
        elif kind == "bidi_component" and element.bidi_component.component_name == "timeline_app_selection":
            own = element.bidi_component.id
            self._ids |= {"selection": own, "selection's part": answer.delta.fragment_id}
            self._states.setdefault(own, WidgetState(id=own, json_value="{}"))
            self._selected = json.loads(element.bidi_component.json).get("selected")

    def _hold(self, kind: str, widget: Any) -> None:
        """A browser sends the state of every widget with every question; at first it is what the server gave."""
        self._ids[widget.label] = widget.id
        if widget.id in self._states:
            return
        state = self._states[widget.id] = WidgetState(id=widget.id)
        if kind == "checkbox":
            state.bool_value = widget.default
        elif kind == "text_input":
            state.string_value = widget.default
        elif kind == "date_input":
            state.string_array_value.data.extend(widget.default)
        else:
            state.string_array_value.data.extend(widget.options[index].content for index in widget.default)


@dataclass(frozen=True)
class Load:
    """How long answers took, in seconds, and what was wrong in them."""

    changes: list[float]
    selections: list[float]
    burst: list[float]
    mistaken: list[str]


def many_users(port: int, users: Sequence[User], expected: dict[str, str]) -> Load:
    """Let users work, each in an own rhythm, then change a filter all in the same moment.

    Args:
        port: of the server.
        users: each with at least two days to type and two events more to select.
        expected: the start of the header line for each day.
    """
    with ThreadPoolExecutor(1) as aside:  # the browser's driver runs a loop of its own in this thread
        return aside.submit(asyncio.run, _many(port, users, expected)).result()


async def _many(port: int, users: Sequence[User], expected: dict[str, str]) -> Load:
    for user in users:
        await user.open(port)
    await asyncio.gather(*(_work(user, number) for number, user in enumerate(users)))
    changes = [wait for user in users for wait in user.changes]
    selections = [wait for user in users for wait in user.selections]
    await asyncio.gather(*(user.change(user.days[-1]) for user in users))
    burst = [user.changes[-1] for user in users]
    for user in users:
        await user.close()
    mistaken = [
        f"{day}: {header!r} and event {selected}, not {expected[day]!r} and {event}"
        for user in users
        for day, event, header, selected in user.heard
        if not header.startswith(expected[day]) or selected != event
    ]
    return Load(changes, selections, burst, mistaken)


async def _work(user: User, number: int) -> None:
    chance = random.Random(number)
    for turn, day in enumerate(user.days[:-1]):
        await asyncio.sleep(chance.uniform(0, _THINKING))
        await user.change(day)
        for event in user.events[1 + 2 * turn : 3 + 2 * turn]:
            await asyncio.sleep(chance.uniform(0, _THINKING))
            await user.select(event)
