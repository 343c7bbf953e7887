"""One step of the history in the making: what it writes, and the lines that tell of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

from timeline_app.errors import EditConflict, StoreError
from timeline_app.model import (
    Description,
    Document,
    Event,
    Judgement,
    PlaceCorrection,
    Problem,
    Review,
    Source,
    description_from_wire,
    description_to_wire,
    event_to_wire,
    judgement_from_wire,
    judgement_to_wire,
    place_correction_to_wire,
    problem_to_wire,
    source_to_wire,
)
from timeline_app.store import past
from timeline_app.store.contract import Changes, Sayings
from timeline_app.store.held import name_key, pair_key
from timeline_app.store.reading import document_to_wire
from timeline_app.store.reconcile import Plan, Step, edits_left, reconcile, report_key, without_reports
from timeline_app.store.record import Record, Wire, record_to_wire
from timeline_app.store.rows import Entry, Item, Kind, Rows


class Book:
    """One step of the history in the making: writes rows and their lines."""

    def __init__(self, rows: Rows, by: str, why: str = "") -> None:
        self.at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self._rows = rows
        self._by = by
        self._why = why
        self._lines: list[Entry] = []

    def close(self, step: int = 0) -> int:
        """Write the lines down, beside those of an earlier step if one is named; its id, 0 when nothing was done."""
        return self._rows.log(self._lines, step) if self._lines else 0

    def _line(
        self, what: str, kind: str, item: str, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        self._lines.append(Entry(what, kind, item, before, after, at=self.at, by=self._by, why=self._why))

    # -- events -------------------------------------------------------------------------------

    def keep_events(self, wires: Sequence[Wire], read_again: set[str]) -> Changes:
        """Keep events by what `reconcile` says of them."""
        plan = self.plan_events(wires, read_again)
        self.keep_all(plan.steps)
        return Changes(events_new=plan.new, events_updated=plan.updated, events_unchanged=plan.unchanged)

    def plan_events(self, wires: Sequence[Wire], read_again: set[str]) -> Plan:
        """What keeping events would do."""
        stored, holders = self._surroundings(wires, read_again)
        return reconcile(wires, stored, holders, read_again)

    def _surroundings(
        self, wires: Sequence[Wire], read_again: set[str]
    ) -> tuple[dict[str, Record], dict[str, list[str]]]:
        """The kept records the events may touch, and who holds which report."""
        holders = self._rows.holders({report_key(report) for wire in wires for report in wire["reports"]})
        ids = {wire["id"] for wire in wires}.union(*holders.values(), self._rows.telling_of(read_again))
        stored = self._rows.records(ids)
        while missing := {r.redirect for r in stored.values() if r.redirect} - stored.keys():
            found = self._rows.records(missing)
            if not found:
                break
            stored |= found
        return stored, holders

    def keep(self, step: Step) -> int:
        """Write one record with its next version, which is given back."""
        return self.keep_all([step])[0]

    def keep_all(self, steps: Sequence[Step]) -> list[int]:
        """Write records with their next versions, which are given back."""
        records = [step.after.with_(version=_version(step.before) + 1) for step in steps]
        self._rows.put_records(records)
        for step, record in zip(steps, records, strict=True):
            is_new = step.before is None
            before = None if step.before is None else record_to_wire(step.before)
            self._line(step.what, "event", record.id, before, None if is_new else record_to_wire(record))
        return [record.version for record in records]

    def review(self, events: Iterable[Event], review: Review) -> None:
        """Give several events one review."""
        wires = {event.id: event_to_wire(event.with_(review=review))["review"] for event in events}
        records = self._rows.records(wires).values()
        self.keep_all([Step("reviewed", record, record.with_(review=wires[record.id])) for record in records])

    def forget_reports(self, document_ids: Collection[str]) -> None:
        """Take the reports of documents from all events."""
        for record in self._rows.records(self._rows.telling_of(document_ids)).values():
            if any(report["document"] not in document_ids for report in record.reports):
                after = _without_documents(record, document_ids)
                self.keep(Step("lost a source", record, after))
            else:
                self.keep(Step("removed", record, record.with_(removed=True)))

    # -- everything else ----------------------------------------------------------------------

    def keep_document(self, document: Document) -> bool:
        """Keep a document; whether it was known. The name it first came under stays."""
        before = self._rows.item("document", document.id)
        body = document_to_wire(document)
        if before is not None:
            body["name"] = before.body["name"]
        self._keep_item(Item("document", document.id, body), "read again")
        return before is not None and not before.removed

    def keep_source(self, source: Source) -> None:
        """Keep the description of a source that is not here itself."""
        self._keep_item(Item("source", source.id, source_to_wire(source)), "read again")

    def keep_judgement(self, judgement: Judgement) -> None:
        """Keep a verdict handed in, unless a person gave one here or it is the same but for its time."""
        wire = judgement_to_wire(judgement)
        before = self._rows.item("judgement", pair_key(judgement))
        if before is not None and not before.removed:
            told = before.body["wire"]
            same = (told["verdict"], told["by"]) == (wire["verdict"], wire["by"])
            if before.body["here"] or same:
                return
        self._keep_item(Item("judgement", pair_key(judgement), {"wire": wire, "here": False}), "judged again")

    def hear(self, said: Sayings) -> None:
        """Keep what a person says of names and of reports.

        Raises:
            StoreError: a word is taken back that nobody gave.
        """
        for correction in said.withdrawn:
            self.withdraw(correction)
        for correction in said.places:
            self.correct_place(correction)
        for verdict in said.verdicts:
            self.judge(verdict)

    def correct_place(self, correction: PlaceCorrection) -> PlaceCorrection:
        """Keep what a person says of a name; as it is kept."""
        key, dated = name_key(correction), replace(correction, at=self.at)
        self._begin_undoable("place", key, {"wire": {}})
        self._keep_item(Item("place", key, {"wire": place_correction_to_wire(dated)}), "said")
        return dated

    def withdraw(self, correction: PlaceCorrection) -> None:
        """Take back what a person said of a name.

        Raises:
            StoreError: nobody said anything of it.
        """
        if not self.remove("place", name_key(correction)):
            raise StoreError(f"no word on the name {correction.name!r} in this store")

    def describe(self, said: Description) -> None:
        """Keep words on a source, or take them back when they say nothing.

        Raises:
            StoreError: no such source.
        """
        here = (self._rows.item(kind, said.source) for kind in _SOURCES)
        if not any(item is not None and not item.removed for item in here):
            raise StoreError(f"no document {said.source!r} in this store")
        before = self._rows.item("description", said.source)
        if not said.says_something:
            self.remove("description", said.source)
            return
        if before is not None and not before.removed:
            known = description_from_wire(before.body["wire"])
            if known.same_words(said):
                return
        self._begin_undoable("description", said.source, {"wire": {}})
        body = {"wire": description_to_wire(replace(said, at=self.at))}
        self._keep_item(Item("description", said.source, body), "described")

    def _begin_undoable(self, kind: Kind, key: str, nothing: dict[str, Any]) -> None:
        """So that undoing the first word on something has something to go back to."""
        if self._rows.item(kind, key) is None:
            self._rows.put_item(Item(kind, key, nothing, removed=True, version=0))

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a verdict a person gave here; as it is kept."""
        key, wire = pair_key(judgement), judgement_to_wire(replace(judgement, at=self.at))
        dated = judgement_from_wire(wire)
        self._begin_undoable("judgement", key, {"wire": {}, "here": False})
        self._keep_item(Item("judgement", key, {"wire": wire, "here": True}), "judged")
        return dated

    def keep_problems(self, problems: Iterable[Problem], read: Collection[str]) -> None:
        """Keep problems; those met earlier in the files read now and not met again are forgotten."""
        met = {json.dumps(wire, ensure_ascii=False): wire for wire in map(problem_to_wire, problems)}
        known = {item.key: item for item in self._rows.items("problem")} if met or read else {}
        for key, item in known.items():
            if item.body["source"] in read and not item.removed and key not in met:
                self._rows.put_item(replace(item, removed=True))
        for key, wire in met.items():
            if key not in known or known[key].removed:
                self._rows.put_item(Item("problem", key, wire))

    def remove(self, kind: Kind, key: str) -> bool:
        """Take something other than an event away; whether it was there."""
        before = self._rows.item(kind, key)
        if before is None or before.removed:
            return False
        self._keep_item(replace(before, removed=True), "removed")
        return True

    def _keep_item(self, item: Item, what: str) -> None:
        before = self._rows.item(item.kind, item.key)
        if before is None:
            self._rows.put_item(item)
            self._line("added", item.kind, item.key, None, None)
            return
        after = replace(item, version=before.version + 1)
        if replace(after, version=before.version) != before:
            self._rows.put_item(after)
            self._line(
                "restored" if before.removed and what not in ("judged", "said", "described") else what,
                item.kind, item.key, past.item_to_wire(before), past.item_to_wire(after),
            )  # fmt: skip

    def take_back(self, lines: Sequence[Entry]) -> None:
        """Put back what was before a step, if its rows stand as it left them; what was added goes.

        It does also when what came later was itself taken back, so that steps are undone one by one. A step has
        one line for each row it touched, so that all events can be written together.
        """
        kept = self._rows.records(line.item for line in lines if line.kind == "event")
        now = dict(kept)
        for line in reversed(lines):
            before, after = past.sides(line)
            if isinstance(before, Item):
                self._take_back_item(before, cast(Item, after))
                continue
            stands = now.get(before.id)
            if stands is None or stands.with_(version=cast(Record, after).version) != after:
                raise EditConflict(f"event {before.id}", before.wire, None if stands is None else stands.wire)
            now[before.id] = before
        self.keep_all([Step("undone", kept[id_], before) for id_, before in now.items() if before != kept[id_]])

    def _take_back_item(self, before: Item, after: Item) -> None:
        now = self._rows.item(before.kind, before.key)
        if now is None or replace(now, version=after.version) != after:
            raise EditConflict(f"{before.kind} {before.key}", before.body, None if now is None else now.body)
        back = replace(before, version=now.version + 1)
        self._rows.put_item(back)
        self._line("undone", before.kind, before.key, past.item_to_wire(now), past.item_to_wire(back))


_SOURCES: tuple[Kind, ...] = ("document", "source")


def _version(record: Record | None) -> int:
    return 0 if record is None else record.version


def _without_documents(record: Record, document_ids: Collection[str]) -> Record:
    def stays(report: dict[str, Any]) -> bool:
        return report["document"] not in document_ids

    if record.parsed is None:
        return record.with_(edits=without_reports(record.edits, stays))
    if "reports" not in record.edits:
        parsed = without_reports(record.parsed, stays)
        return record.with_(parsed=parsed, edits=edits_left(record.edits, record.told, parsed["reports"]))
    told, own = record.parsed["reports"], record.edits["reports"]
    held = {report_key(report) for report in told}
    added = [report for report in own if report_key(report) not in held]
    left = without_reports({**record.parsed, "reports": [*told, *added]}, stays)
    parsed = {**left, "reports": [report for report in told if stays(report)]}
    return record.with_(parsed=parsed, edits={**record.edits, "reports": [report for report in own if stays(report)]})
