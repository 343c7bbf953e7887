"""The timeline file read back: the same sources, events, judgements and problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from timeline_app.errors import InvalidData
from timeline_app.imports.lists import shape
from timeline_app.model import (
    Event,
    Problem,
    Timeline,
    event_from_wire,
    judgement_from_wire,
    problem_from_wire,
    source_from_wire,
)

T = TypeVar("T")

FORMAT = "timeline/1"


def read_timeline(value: Mapping[str, Any], name: str) -> Timeline:
    """The timeline a file of format timeline/1 tells; an entry that cannot be read becomes a problem.

    Raises:
        InvalidData: another version, a list that is none, or not one event can be read.
    """
    if value.get("format") != FORMAT:
        raise InvalidData(
            name, f"has the format {value.get('format')!r:.40}; this version reads {FORMAT!r}",
            "it was written by a newer timeline-app",
        )  # fmt: skip
    faults: list[Problem] = []
    sources = _each(value, "documents", source_from_wire, name, faults)
    judgements = _each(value, "judgements", judgement_from_wire, name, faults)
    problems = _each(value, "problems", problem_from_wire, name, faults)
    events = _each(value, "events", event_from_wire, name, faults)
    if value.get("events") and not events:
        raise InvalidData(name, f"no event can be read: {faults[-1].what}", "the file was edited by hand")
    unique = _once(events, name, faults)
    return Timeline(tuple(sources), tuple(unique), (*problems, *faults), tuple(judgements))


def _each(value: Mapping[str, Any], key: str, read: Callable[[object], T], name: str, faults: list[Problem]) -> list[T]:
    items = value.get(key, [])
    if not isinstance(items, list):
        raise InvalidData(name, f"{key!r} should be a list, not {shape(items)}", "it is no timeline file")
    found = []
    for number, item in enumerate(items, 1):
        try:
            found.append(read(item))
        except ValueError as fault:
            faults.append(Problem(name, None, f"{key} item {number} is left out: {fault}", "edited by hand"))
    return found


def _once(events: list[Event], name: str, faults: list[Problem]) -> list[Event]:
    """Events whose id is new; a second one under the same id never takes the place of the first."""
    seen: dict[str, Event] = {}
    for number, event in enumerate(events, 1):
        if event.id in seen:
            same = "repeats" if event == seen[event.id] else "has the id of"
            what = f"event {number} {same} an earlier one ({event.id!r:.40}); left out"
            faults.append(Problem(name, None, what, "two files were joined"))
        seen.setdefault(event.id, event)
    return list(seen.values())
