"""An event as kept: what was extracted and what a person made of it, side by side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from timeline_app.errors import StoreError
from timeline_app.merge import find_conflicts
from timeline_app.model import Event, Report, event_from_wire, event_to_wire, is_added

Wire = dict[str, Any]

EVIDENCE = ("reports", "conflicts", "published")
"""Fields that tell what sources say; nobody edits those of an event that came from sources.

Of a hand-made event that was imported, what its author wrote of a source (a report without a place in a
document's text) can be edited; what documents say that were merged into it cannot. To an event that was read
from documents a person can add sources (`model.is_added`), and edit those.
"""


_NOT_REVIEWED = {"status": "draft", "by": "", "at": "", "note": ""}


@dataclass(frozen=True, slots=True)
class Record:
    """One event's row.

    Attributes:
        id: kept for ever.
        parsed: the wire as handed in, None for an event made by hand in the store.
        edits: the fields a person changed, with their values; all fields when `parsed` is None. Under
            "reports" stand only those written by hand, beside those of the documents in `parsed`.
        review: the review given here, None while that of `parsed` stands.
        redirect: id of the event it was merged into, or "".
        removed: whether it left the timeline with its document.
        version: rises with every change of this row, from 1; 0 before it is kept.
    """

    id: str
    parsed: Wire | None = None
    edits: Wire = field(default_factory=dict)
    review: Wire | None = None
    redirect: str = ""
    removed: bool = False
    version: int = 0

    @property
    def live(self) -> bool:
        """Whether it is an event of the timeline now."""
        return not self.redirect and not self.removed and bool(self.parsed or self.edits)

    @property
    def touched(self) -> bool:
        """Whether a person has worked on it here."""
        return bool(self.edits) or self.review is not None

    @property
    def wire(self) -> Wire:
        """The event as corrected."""
        review = {} if self.review is None else {"review": self.review}
        wire = {"review": _NOT_REVIEWED, **(self.parsed or {}), **self.edits, **review, "id": self.id}
        return self._with_own_reports(wire) if self._has_own_reports else wire

    @property
    def _has_own_reports(self) -> bool:
        return self.parsed is not None and "reports" in self.edits

    def _with_own_reports(self, wire: Wire) -> Wire:
        """The wire with all reports, the disagreement among them and the days they were published as it is now."""
        event = self._read({**wire, "reports": self.reports})
        days = [*(event.published or ()), *(report.published for report in self._read_own() if report.published)]
        span = (min(days), max(days)) if days else None
        return event_to_wire(event.with_(conflicts=find_conflicts(event.reports), published=span))

    def _read_own(self) -> tuple[Report, ...]:
        return self._read({**(self.parsed or {}), "reports": self.edits["reports"], "id": self.id}).reports

    @property
    def own_reports(self) -> list[Wire]:
        """What persons wrote of sources by hand."""
        origin = (self.parsed or self.edits).get("origin", "parsed")
        return [report for report in self.reports if is_own(report, origin)]

    @property
    def event(self) -> Event:
        """The event as corrected.

        Raises:
            StoreError: the row is not what this program writes.
        """
        return self._read(self.wire)

    @property
    def extracted(self) -> Event:
        """The event as handed in; one made by hand is as its author left it."""
        return self._read({**(self.parsed or self.edits), "id": self.id})

    def _read(self, wire: Wire) -> Event:
        try:
            return event_from_wire(wire)
        except ValueError as fault:
            raise StoreError(f"event {self.id!r} in the store cannot be read: {fault}") from fault

    @property
    def reports(self) -> list[Wire]:
        """The evidence."""
        if not self._has_own_reports:
            return self.told
        origin, own = (self.parsed or {}).get("origin", "parsed"), self.edits["reports"]
        others = [report for report in self.told if not is_own(report, origin)]
        return [*own, *others] if origin == "curated" else [*others, *own]

    @property
    def told(self) -> list[Wire]:
        """The evidence as handed in, without what a person added here since."""
        reports: list[Wire] = (self.parsed or self.edits).get("reports", [])
        return reports

    def with_(self, **changes: Any) -> Record:
        """A copy with some attributes changed."""
        return replace(self, **changes)

    def edited(self, event: Event) -> Record:
        """The same with a person's version of the event.

        Raises:
            ValueError: when the evidence of an event that came from sources is changed.
        """
        wire = event_to_wire(event)
        if self.parsed is None:
            given = self.version == 0 and wire["review"] != _NOT_REVIEWED
            review = wire["review"] if given else self.review
            return self.with_(edits={k: v for k, v in wire.items() if k != "review"}, review=review)
        changed = {k: v for k, v in wire.items() if v != self.parsed.get(k) and k not in ("id", "review")}
        if "reports" in changed and self._is_its_authors(wire):
            changed["reports"] = [report for report in wire["reports"] if is_own(report, wire["origin"])]
            changed.pop("conflicts", None)
            changed.pop("published", None)
            return self.with_(edits=changed)
        for name in EVIDENCE:
            if name in changed:
                raise ValueError(f"event {self.id}: '{name}' is what sources say and cannot be edited")
        return self.with_(edits=changed)

    def _is_its_authors(self, wire: Wire) -> bool:
        """Whether only what a person wrote of sources by hand differs."""
        told = self.parsed or {}
        origin = told.get("origin", "parsed")
        return bool(wire["origin"] == origin) and _of_documents(wire["reports"], origin) == _of_documents(
            told.get("reports", []), origin
        )


def is_by_hand(report: Wire) -> bool:
    """Whether a person wrote what a source says, and no document's text holds it."""
    return not report["end"]


def is_own(report: Wire, origin: str) -> bool:
    """Whether a report of an event of this origin is a person's to edit."""
    return is_by_hand(report) if origin == "curated" else is_added(report["id"])


def _of_documents(reports: list[Wire], origin: str) -> list[Wire]:
    return [report for report in reports if not is_own(report, origin)]


def record_to_wire(record: Record) -> Wire:
    """A record as a plain dict, for the history."""
    return {name: getattr(record, name) for name in Record.__dataclass_fields__}


def record_from_wire(wire: Wire) -> Record:
    """The record a plain dict tells."""
    return Record(**wire)
