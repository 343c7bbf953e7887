"""Looking back: the history in pages, one step of it, and what stands in the way of taking a step back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from timeline_app.store.contract import Change, HistoryPage, HistoryQuery, HistoryStep
from timeline_app.store.record import Record, record_from_wire, record_to_wire
from timeline_app.store.rows import Entry, Item, Kind, Rows, visible
from timeline_app.store.words import holds, phrases_of, words_of


def page_of(rows: Rows, query: HistoryQuery, items: list[str] | None, limit: int, offset: int) -> HistoryPage:
    """The steps that pass a filter, newest first.

    Args:
        rows: what is kept.
        query: the filter.
        items: what is asked for, of an event those merged into it too; None: all.
        limit: steps on a page.
        offset: steps before it.
    """
    found = rows.batches(query.by, query.what, query.kind, items)
    if query.text.strip():
        told = _batches_telling(rows, query.text)
        found = [batch for batch in found if batch in told]
    shown = found[offset : offset + limit]
    firsts, tallies = rows.first_lines(shown), rows.tallies(shown)
    steps = tuple(_step(rows, firsts[batch], tallies[batch]) for batch in shown)
    return HistoryPage(steps, len(found))


def _step(rows: Rows, first: Entry, tallies: list[tuple[str, str, int]]) -> HistoryStep:
    return HistoryStep(first.batch, first.at, first.by, first.why, tuple(tallies), visible(filled(rows, first)))


def _batches_telling(rows: Rows, text: str) -> set[int]:
    """Batches that tell a text in who or why, or that touched what bears it in a title, now or then."""
    phrases = phrases_of(text)
    if not phrases:
        return set()
    lines = list(rows.perhaps_telling(text.strip()))
    told = {line.batch for line in lines if holds(f"{words_of(line.by)} {words_of(line.why)}", phrases)}
    once = {line.item for line in lines if any(holds(_words_in(body), phrases) for body in _bodies(line))}
    kinds: tuple[Kind, ...] = ("document", "source")
    now = {item.key for kind in kinds for item in rows.items(kind) if holds(_words_in(item.body), phrases)}
    about = once | now | rows.search(phrases)
    return told.union(rows.batches(items=about)) if about else told


_NAMES = ("title", "name", "publisher", "url")


def _bodies(line: Entry) -> Iterable[dict[str, object]]:
    """The objects of a line that may hold a title: of an event both versions, of an item its wire."""
    for row in (line.before, line.after):
        for body in (row.get("parsed"), row.get("edits"), row.get("body")) if row else ():
            if isinstance(body, dict):
                yield body
                wire = body.get("wire")
                yield from [wire] if isinstance(wire, dict) else []


def _words_in(body: dict[str, object]) -> str:
    texts = (body.get(name) for name in _NAMES)
    return " ".join(words_of(text) for text in texts if isinstance(text, str) and text)


def lines_of(rows: Rows, change_id: int, limit: int, offset: int) -> list[Change]:
    """Some lines of the step a change belongs to; what was added is told as its `after`."""
    return [visible(filled(rows, line)) for line in rows.step(change_id, limit, offset)]


def filled(rows: Rows, line: Entry) -> Entry:
    """The line with what was added as its `after`: what the next line on it has as `before`, or what stands now."""
    if line.after is not None or line.before is not None:
        return line
    later = rows.next_line(line)
    after = later.before if later is not None else _as_it_stands(rows, line)
    return replace(line, after=after)


def _as_it_stands(rows: Rows, line: Entry) -> dict[str, object] | None:
    if line.kind == "event":
        record = rows.records([line.item]).get(line.item)
        return None if record is None else record_to_wire(record)
    item = rows.item(cast(Kind, line.kind), line.item)
    return None if item is None else {"body": item.body, "removed": item.removed, "version": item.version}


def both_sides(rows: Rows, line: Entry) -> tuple[Record, Record] | tuple[Item, Item]:
    """The rows before and after a line; before something was added it counts as removed."""
    line = filled(rows, line)
    if line.kind == "event":
        after = record_from_wire(line.after or {})
        return (Record(after.id, removed=True) if line.before is None else record_from_wire(line.before)), after
    item = Item(cast(Kind, line.kind), line.item, **(line.after or {}))
    return (replace(item, removed=True) if line.before is None else replace(item, **line.before)), item


def stands(rows: Rows, line: Entry) -> bool:
    """Whether the row is what the line made it, be it that what came later was itself taken back."""
    after = both_sides(rows, line)[1]
    if isinstance(after, Record):
        record = rows.records([line.item]).get(line.item)
        return record is not None and record.with_(version=after.version) == after
    item = rows.item(after.kind, after.key)
    return item is not None and replace(item, version=after.version) == after


def in_the_way(rows: Rows, change_id: int) -> list[Change]:
    """The newest change of everything a step touched that does not stand as the step left it."""
    lines = rows.step(change_id)
    changed = [line for line in lines if not _stands_surely(rows, lines, line)]
    newest = [later for line in changed if (later := rows.last_line(line)) is not None]
    return [visible(filled(rows, line)) for line in newest]


def _stands_surely(rows: Rows, lines: list[Entry], line: Entry) -> bool:
    """As `stands`; a row a step wrote twice is judged by its last line."""
    twice = [other for other in lines if (other.kind, other.item) == (line.kind, line.item)] if len(lines) < 100 else []
    return (len(twice) > 1 and line is not twice[-1]) or stands(rows, line)
