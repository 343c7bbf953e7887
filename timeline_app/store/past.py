"""Looking back: the history in pages, one step of it, and what stands in the way of taking a step back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

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
    lines = filled(rows, [firsts[batch] for batch in shown])
    return HistoryPage(tuple(_step(line, tallies[line.batch]) for line in lines), len(found))


def _step(first: Entry, tallies: list[tuple[str, str, int]]) -> HistoryStep:
    return HistoryStep(first.batch, first.at, first.by, first.why, tuple(tallies), visible(first))


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
    return [visible(line) for line in filled(rows, rows.step(change_id, limit, offset))]


def filled(rows: Rows, lines: Sequence[Entry]) -> list[Entry]:
    """The lines, those of what was added with it as `after`: what the next line on it began from, or what stands."""
    bare = [line for line in lines if line.before is None and line.after is None]
    began = rows.first_befores(bare)
    began |= _as_they_stand(rows, [line for line in bare if _row(line) not in began])
    return [replace(line, after=began.get(_row(line))) if line.after is line.before else line for line in lines]


def _row(line: Entry) -> tuple[str, str]:
    return line.kind, line.item


def _as_they_stand(rows: Rows, lines: Sequence[Entry]) -> dict[tuple[str, str], dict[str, Any]]:
    records = rows.records(line.item for line in lines if line.kind == "event")
    found = {("event", id_): record_to_wire(record) for id_, record in records.items()}
    items = [rows.item(cast(Kind, line.kind), line.item) for line in lines if line.kind != "event"]
    return found | {(item.kind, item.key): item_to_wire(item) for item in items if item is not None}


def item_to_wire(item: Item) -> dict[str, Any]:
    """An item as a plain dict, for the history."""
    return {"body": item.body, "removed": item.removed, "version": item.version}


def sides(line: Entry) -> tuple[Record, Record] | tuple[Item, Item]:
    """The rows before and after a filled line; before something was added it counts as removed."""
    if line.kind == "event":
        after = record_from_wire(line.after or {})
        return (Record(after.id, removed=True) if line.before is None else record_from_wire(line.before)), after
    item = Item(cast(Kind, line.kind), line.item, **(line.after or {}))
    return (replace(item, removed=True) if line.before is None else replace(item, **line.before)), item


def in_the_way(rows: Rows, change_id: int) -> list[Change]:
    """The newest change of everything a step touched that does not stand as the step left it."""
    last = {_row(line): line for line in rows.step(change_id)}  # a row that a step wrote twice: the last word counts
    versions = rows.versions(line.item for line in last.values() if line.kind == "event")
    doubtful = [line for line in last.values() if not _is_untouched(line, versions.get(line.item))]
    records = rows.records(line.item for line in doubtful if line.kind == "event")
    changed = [line for line in filled(rows, doubtful) if not _stands(rows, line, records.get(line.item))]
    newest = rows.last_lines(changed)
    return [visible(line) for line in filled(rows, sorted(newest, key=lambda line: -line.id))]


def _is_untouched(line: Entry, now: int | None) -> bool:
    """Whether the version alone shows that nothing came after the line."""
    if now is None or line.kind != "event":
        return False
    return now == (1 if line.after is None else line.after["version"])


def _stands(rows: Rows, line: Entry, now: Record | None) -> bool:
    """Whether the row is what a filled line made it, be it that what came later was itself taken back."""
    after = sides(line)[1]
    if isinstance(after, Record):
        return now is not None and now.with_(version=after.version) == after
    item = rows.item(after.kind, after.key)
    return item is not None and replace(item, version=after.version) == after
