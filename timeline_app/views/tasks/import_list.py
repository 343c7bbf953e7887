"""A list before it is kept: what its columns may be read as, its events as rows, what came of it in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from timeline_app.model import Event, Problem, Quantity
from timeline_app.views.words.labels import when_label, where_label
from timeline_app.views.words.text import visible

FIELDS = {
    "title": "Title (what happened)",
    "date": "Date, or first day",
    "end": "Last day",
    "place": "Place",
    "lat": "Latitude",
    "lon": "Longitude",
    "radius_km": "Radius in km",
    "role": "Role of the place (at, from, to, via, near)",
    "type": "Type of event",
    "actors": "Actors",
    "quantities": "Numbers (5, or fighters=200..300 | buses=17)",
    "source": "Source",
    "url": "Address of the source",
    "quote": "Quote",
    "told_date": "Date this source gives",
    "told_basis": "How this source's date is known",
    "told_actors": "Actors this source names",
    "told_modality": "Told as, by this source",
    "disputed": "What sources disagree on",
    "summary": "Summary",
    "note": "Note",
    "id": "Id (rows of one event share it)",
    "basis": "How the date is known",
    "modality": "Asserted, claimed, planned or denied",
    "review": "State of review",
    "origin": "Made by hand or read (curated, parsed)",
}
"""What a column can be read as, and the words a person chooses it by; the usual ones first."""

DO_NOT_READ = "Do not read"


def field_label(field: str) -> str:
    """The words for a field; "" is no field."""
    return FIELDS.get(field, DO_NOT_READ)


def event_rows(events: Iterable[Event], most: int) -> list[dict[str, str]]:
    """The first events as a table's rows, every cell fit for eyes."""
    return [
        {
            "Date": when_label(event.when),
            "Event": visible(event.title),
            "Type": event.type,
            "Place": where_label(event),
            "Actors": visible(", ".join(actor.name for actor in event.actors)),
            "Numbers": visible(", ".join(map(_number, event.quantities))),
            "Sources": visible(", ".join(event.sources)),
            "Summary": visible(event.summary),
        }
        for event in islice(events, most)
    ]


def _number(quantity: Quantity) -> str:
    low, high = ("" if bound is None else f"{bound:g}" for bound in (quantity.low, quantity.high))
    if low == high:
        return f"{low} {quantity.what}"
    between = f"{low} to {high}" if low and high else f"{low} or more" if low else f"{high} or fewer"
    return f"{between} {quantity.what}"


def problem_rows(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Problems as a table's rows; a remark on the whole file has no row."""
    return [
        {
            "Row": "" if problem.row is None else str(problem.row),
            "What": visible(problem.what),
            "Likely mistake": visible(problem.likely),
        }
        for problem in problems
    ]


def found_line(rows: int, events: Sequence[Event], left_out: int, known: Collection[str], remarks: int = 0) -> str:
    """What a list would give, in a sentence: "40 rows, 36 events: 24 of them are here already. 2 undated".

    Args:
        rows: how many rows the list has.
        events: what they give.
        left_out: how many rows give nothing.
        known: ids of the events that are kept already.
        remarks: on what was taken otherwise than it stands, or not read.
    """
    here = sum(event.id in known for event in events)
    undated = sum(event.when is None for event in events)
    unplaced = sum(not event.is_placed for event in events)
    parts = [f"{_counted(rows, 'row')} in the file {'gives' if rows == 1 else 'give'} {_counted(len(events), 'event')}"]
    parts += [f"{left_out} not taken"] if left_out else []
    parts += [f"{undated} undated"] if undated else []
    parts += [f"{unplaced} without a place"] if unplaced else []
    parts += [f"{here} here already"] if here else []
    parts += [f"{_counted(remarks, 'remark')} below on what was not taken as it stands"] if remarks else []
    return ", ".join(parts) + "."


def not_kept_words(events: Sequence[Event], known: Collection[str]) -> str:
    """What is so before the button is pressed."""
    here = sum(event.id in known for event in events)
    if here and here == len(events):
        return "All of them are kept already: to keep them again changes only what the list says otherwise."
    return "The others are not kept yet." if here else "Nothing of this is kept yet."


def kept_line(new: int, changed: int, same: int, refused: int) -> str:
    """What keeping a list did: "12 new, 3 changed, 40 already there"."""
    if not new and not changed and not refused:
        return f"Nothing changed: {_counted(same, 'event')} already there." if same else "Nothing changed."
    parts = [f"{new} new", f"{changed} changed", f"{same} already there"]
    parts += [f"{refused} refused"] if refused else []
    return ", ".join(parts) + "."


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
