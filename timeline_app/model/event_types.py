"""The vocabulary of event types, each mapped to PLOVER and ACLED in `event_types.csv`."""

import csv
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class EventType:
    """One type, its meaning, and the PLOVER and ACLED classes it stands closest to."""

    type: str
    plover: str
    acled_event: str
    acled_sub_event: str
    meaning: str


def _read() -> dict[str, EventType]:
    table = resources.files("timeline_app.model").joinpath("event_types.csv").read_text(encoding="utf-8")
    return {row["type"]: EventType(**row) for row in csv.DictReader(table.splitlines())}


EVENT_TYPES: dict[str, EventType] = _read()
"""Every type by name, in the order they are listed everywhere."""
